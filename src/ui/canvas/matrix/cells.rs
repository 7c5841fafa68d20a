//! Paints the cells of a table: only those in view, as one mesh that is kept while nothing changes. A table
//! whose cells are smaller than that is one picture.

use std::sync::Arc;

use egui::{
    Color32, ColorImage, Context, Mesh, Painter, Pos2, Rect, Shape, Stroke, TextureHandle,
    TextureOptions, pos2,
};

use super::viewport::{TableCamera, TableViewport};
use crate::scene::{Matrix, MatrixCell};
use crate::ui::canvas::drawing::mesh_builder::MeshBuilder;
use crate::ui::canvas::drawing::texture_atlas::TextureAtlas;
use crate::ui::theme::color32;

/// Cells smaller than this, in physical pixels, are shown by the picture.
const SMALLEST_DRAWN_PX: f32 = 3.0;
/// Signs are drawn in cells from this size on, in logical pixels; smaller ones are filled.
const SIGNS_FROM: f32 = 6.0;
/// Lines are drawn between cells from this size on.
const LINES_FROM: f32 = 7.0;
/// The largest side of the picture, in pixels.
const LARGEST_PICTURE: usize = 2048;

/// What was painted last.
#[derive(Default)]
pub struct CellMeshes {
    mesh: Option<(MeshKey, Arc<Mesh>)>,
    picture: Option<(u64, TextureHandle)>,
}

/// While this stays the same, so does the mesh.
#[derive(Clone, PartialEq)]
struct MeshKey {
    version: u64,
    area: Rect,
    camera: TableCamera,
    texture: egui::TextureId,
    pixels_per_point: f32,
}

impl CellMeshes {
    /// Paints the cells of a version of a matrix.
    pub fn paint(
        &mut self,
        painter: &Painter,
        (matrix, version): (&Matrix, u64),
        viewport: &TableViewport,
        atlas: &TextureAtlas,
    ) {
        let pixels_per_point = painter.pixels_per_point();
        if viewport.camera.cell * pixels_per_point < SMALLEST_DRAWN_PX {
            let picture = self.picture(painter.ctx(), (matrix, version)).id();
            let whole = Rect::from_min_size(viewport.origin(), egui::Vec2::splat(viewport.side()));
            let uv = Rect::from_min_max(Pos2::ZERO, pos2(1.0, 1.0));
            painter.image(picture, whole, uv, Color32::WHITE);
            return;
        }
        let key = MeshKey {
            version,
            area: viewport.cells(),
            camera: viewport.camera,
            texture: atlas.texture_id(),
            pixels_per_point,
        };
        let mesh = match self.mesh.take() {
            Some((of, mesh)) if of == key => mesh,
            _ => Arc::new(mesh_of(matrix, viewport, atlas, pixels_per_point)),
        };
        painter.add(Shape::Mesh(Arc::clone(&mesh)));
        self.mesh = Some((key, mesh));
    }

    /// The whole table of a version as a picture.
    pub fn picture(&mut self, ctx: &Context, (matrix, version): (&Matrix, u64)) -> &TextureHandle {
        let kept = self.picture.take().filter(|(of, _)| *of == version);
        let load = || ctx.load_texture("matrix", picture(matrix), TextureOptions::LINEAR);
        &self.picture.insert(kept.unwrap_or_else(|| (version, load()))).1
    }
}

/// The mesh of the cells in view.
pub fn mesh_of(
    matrix: &Matrix,
    viewport: &TableViewport,
    atlas: &TextureAtlas,
    pixels_per_point: f32,
) -> Mesh {
    let mut mesh = MeshBuilder::new(atlas, viewport.cells(), pixels_per_point);
    let columns = viewport.columns();
    for row in viewport.rows() {
        for cell in matrix.row_within(row, columns.clone()) {
            let rect = viewport.cell_rect(row, cell.column as usize);
            if viewport.camera.cell < SIGNS_FROM {
                let fill = matrix.parts(cell).first().map(|part| part.fill);
                let fill = color32(fill.unwrap_or(matrix.palette.ink));
                let [a, b, c, d] =
                    [rect.left_top(), rect.right_top(), rect.right_bottom(), rect.left_bottom()];
                mesh.triangle([a, b, c], fill);
                mesh.triangle([a, c, d], fill);
                continue;
            }
            push_shapes(&mut mesh, matrix, cell, rect);
        }
    }
    mesh.finish()
}

fn push_shapes(mesh: &mut MeshBuilder, matrix: &Matrix, cell: &MatrixCell, rect: Rect) {
    for shape in matrix.shapes(cell) {
        let place =
            |corner: &crate::model::Point| rect.min + egui::vec2(corner.x, corner.y) * rect.width();
        let corners: arrayvec::ArrayVec<Pos2, 24> = shape.corners.iter().map(place).collect();
        mesh.polygon(&corners, color32(shape.fill));
    }
}

/// The lines between cells and between blocs, and the cells of nations with themselves; they lie below the
/// others.
pub fn paint_ground(painter: &Painter, matrix: &Matrix, viewport: &TableViewport) {
    let (palette, cell) = (matrix.palette, viewport.camera.cell);
    let (rows, columns) = (viewport.rows(), viewport.columns());
    let hairline = color32(palette.hairline);
    for place in rows.start.max(columns.start)..rows.end.min(columns.end) {
        painter.rect_filled(viewport.cell_rect(place, place), 0.0, diagonal(matrix, place));
    }
    if cell >= LINES_FROM {
        let faint = Stroke::new(1.0, hairline.gamma_multiply(0.7));
        (rows.start..=rows.end).for_each(|row| line(painter, viewport, (row, true), faint));
        (columns.start..=columns.end).for_each(|at| line(painter, viewport, (at, false), faint));
    } else {
        let whole = Rect::from_min_size(viewport.origin(), egui::Vec2::splat(viewport.side()));
        painter.rect_stroke(whole, 0.0, Stroke::new(1.0, hairline), egui::StrokeKind::Outside);
    }
    let strong = Stroke::new(1.0, color32(palette.second_ink).gamma_multiply(0.6));
    for bloc in matrix.blocs.iter().filter(|bloc| bloc.start > 0) {
        line(painter, viewport, (bloc.start, true), strong);
        line(painter, viewport, (bloc.start, false), strong);
    }
}

/// The colour of the cell of a nation with itself: that of one that joins blocs is dark.
fn diagonal(matrix: &Matrix, place: usize) -> Color32 {
    let palette = matrix.palette;
    color32(if matrix.is_joiner(place) { palette.ink } else { palette.hairline })
}

/// The line before a row or a column, from one end of the table to the other.
fn line(
    painter: &Painter,
    viewport: &TableViewport,
    (place, is_row): (usize, bool),
    stroke: Stroke,
) {
    let (origin, side) = (viewport.origin(), viewport.side());
    let at = place as f32 * viewport.camera.cell;
    if is_row {
        painter.hline(origin.x..=origin.x + side, origin.y + at, stroke);
    } else {
        painter.vline(origin.x + at, origin.y..=origin.y + side, stroke);
    }
}

/// The whole table as a picture, a pixel for each cell of one that isn't too large.
fn picture(matrix: &Matrix) -> ColorImage {
    let count = matrix.len().max(1);
    let side = count.min(LARGEST_PICTURE);
    let pixel = |place: usize| place * side / count;
    let mut image = ColorImage::filled([side, side], Color32::TRANSPARENT);
    for place in 0..matrix.len() {
        image.pixels[pixel(place) * side + pixel(place)] = diagonal(matrix, place);
    }
    for cell in matrix.cells() {
        if let Some(part) = matrix.parts(cell).first() {
            let at = pixel(cell.row as usize) * side + pixel(cell.column as usize);
            image.pixels[at] = color32(part.fill);
        }
    }
    image
}
