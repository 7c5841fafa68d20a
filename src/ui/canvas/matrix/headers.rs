//! The names of rows and columns, which stay in sight while the table is scrolled, and the legend in the
//! corner between them.

use std::f32::consts::FRAC_PI_2;

use egui::{Align2, Color32, FontId, Painter, Pos2, Rect, Stroke, Vec2, pos2, vec2};

use super::viewport::TableViewport;
use crate::export::TextLineStyle;
use crate::model::{Map, NationId, Point};
use crate::scene::figure::{BRACKET_LINE, BRACKET_TYPE, bracket_lines};
use crate::scene::text::{self, Han};
use crate::scene::{LegendRow, Matrix, MatrixBloc, Palette, PlacedLegend, Weight};
use crate::ui::canvas::cache::drawn_scene::DrawnScene;
use crate::ui::canvas::drawing::legend_sign;
use crate::ui::canvas::drawing::mesh_builder::MeshBuilder;
use crate::ui::canvas::drawing::screen_text::ScreenText;
use crate::ui::canvas::drawing::text_textures::TextTextures;
use crate::ui::theme::{color32, semibold_id};

/// Names are set beside cells from this size on, in logical pixels.
const NAMES_FROM: f32 = 9.0;
/// The largest type of names.
const LARGEST_TYPE: f32 = 13.0;
/// The widest that names of rows are, and the highest that those of columns are.
const WIDEST: f32 = 190.0;
const HIGHEST: f32 = 160.0;
/// Between names and cells.
const GAP: f32 = 6.0;
/// The room for what is said of blocs left of the names of rows, and the least that names keep there.
const BLOCS: f32 = 112.0;
const LEAST_NAMES: f32 = 110.0;
/// The ends of brackets point this far to the rows.
const BRACKET: f32 = 4.0;
/// Around the legend.
const LEGEND_GAP: f32 = 12.0;

/// The margins of a table.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Head {
    /// The width of the names of rows, with what is said of blocs, and the height of those of columns.
    pub size: Vec2,
    /// The widest name, in the largest type.
    widest: f32,
}

/// The margins of a table in an area.
pub fn head_of(map: &Map, matrix: &Matrix, legend: &[LegendRow], area: Rect) -> Head {
    let names = matrix.nations.iter().filter_map(|id| map.nations().get(*id));
    let width = |name: &str| text::width(&text::clean(name), LARGEST_TYPE, Weight::Regular);
    let widest = names.map(|nation| width(&nation.name)).fold(60.0, f32::max) + 2.0 * GAP;
    let flag = LARGEST_TYPE + GAP;
    let blocs = if matrix.blocs.iter().any(is_called) { BLOCS } else { 0.0 };
    let legend = PlacedLegend::place(legend, Point::default(), 1.0).extent;
    let wanted = vec2(
        ((widest + flag).min(WIDEST) + blocs).max(legend.x + 2.0 * LEGEND_GAP),
        widest.min(HIGHEST).max(legend.y + 2.0 * LEGEND_GAP),
    );
    Head { size: wanted.min(area.size() * 0.45), widest }
}

/// Whether a bloc is told about.
const fn is_called(bloc: &MatrixBloc) -> bool {
    bloc.len >= MatrixBloc::LEAST_CALLED
}

/// The rows and columns that are named even where there is no room for all, the most important first.
pub struct NamedPlaces {
    /// The rows.
    pub rows: Vec<usize>,
    /// The columns.
    pub columns: Vec<usize>,
}

/// The distance of names that are set alone.
const ALONE: f32 = 15.0;

/// Those of some places whose names don't touch the name of one before.
fn apart(places: &[usize], cell: f32) -> Vec<usize> {
    let mut kept: Vec<usize> = Vec::new();
    for place in places {
        let is_near = |other: &usize| place.abs_diff(*other) as f32 * cell < ALONE;
        if !kept.iter().any(is_near) {
            kept.push(*place);
        }
    }
    kept
}

/// Paints names, the legend and, where names have no room, what blocs are called.
pub struct Headers<'a> {
    /// Where it is painted.
    pub painter: &'a Painter,
    /// The map.
    pub map: &'a Map,
    /// Its matrix.
    pub matrix: &'a Matrix,
    /// Where the table lies.
    pub viewport: &'a TableViewport,
    /// Its margins.
    pub head: Head,
    /// What the canvas has drawn of the map, with its flags.
    pub drawn: &'a DrawnScene,
    /// The textures of lines that the toolkit can't set.
    pub textures: &'a mut TextTextures,
}

impl Headers<'_> {
    fn palette(&self) -> Palette {
        self.matrix.palette
    }

    /// Paints all of them, or where there is no room for all those of `named`, the first first.
    pub fn paint(&mut self, legend: &[LegendRow], named: &NamedPlaces) {
        let cells = self.viewport.cells();
        let area = self.viewport.area;
        let rows = Rect::from_min_max(pos2(area.min.x, cells.min.y), pos2(cells.min.x, area.max.y));
        let columns =
            Rect::from_min_max(pos2(cells.min.x, area.min.y), pos2(area.max.x, cells.min.y));
        if self.viewport.camera.cell >= NAMES_FROM {
            let (blocs, rows) = rows.split_left_right_at_x(rows.min.x + self.width_for_blocs());
            self.bloc_names(blocs, &[]);
            self.viewport.rows().for_each(|row| self.row_name(rows, row, false));
            self.viewport.columns().for_each(|column| self.column_name(columns, column, false));
        } else {
            let cell = self.viewport.camera.cell;
            let (down, across) = (apart(&named.rows, cell), apart(&named.columns, cell));
            let y = |row: &usize| self.viewport.cell_rect(*row, 0).center().y;
            self.bloc_names(rows, &down.iter().map(y).collect::<Vec<f32>>());
            down.into_iter().for_each(|row| self.row_name(rows, row, true));
            across.into_iter().for_each(|column| self.column_name(columns, column, true));
        }
        self.legend(legend, Rect::from_min_max(area.min, cells.min));
    }

    fn type_size(&self, is_alone: bool) -> f32 {
        if is_alone { 12.0 } else { (self.viewport.camera.cell * 0.8).min(LARGEST_TYPE) }
    }

    fn name(&self, place: usize, size: f32, room: f32) -> Option<(NationId, String)> {
        let id = *self.matrix.nations.get(place)?;
        let name = text::clean(&self.map.nations().get(id)?.name);
        Some((id, text::ellipsis(&name, size, Weight::Regular, room)))
    }

    fn row_name(&mut self, room: Rect, row: usize, is_alone: bool) {
        let size = self.type_size(is_alone);
        let (radius, y) = (size * 0.48, self.viewport.cell_rect(row, 0).center().y);
        let right = room.max.x - GAP - 2.0 * radius - GAP * 0.7;
        let Some((id, name)) = self.name(row, size, right - room.min.x - GAP) else { return };
        let width = text::width(&name, size, Weight::Regular);
        let painter = self.painter.with_clip_rect(room);
        if is_alone {
            let ground =
                Rect::from_min_max(pos2(right - width - GAP, y - size), pos2(room.max.x, y + size));
            painter.rect_filled(ground, 3.0, color32(self.palette().canvas));
        }
        self.line(&painter, &name, pos2(right - width / 2.0, y), size, 0.0);
        let Some(mark) = self.drawn.nation(id) else { return };
        let center = pos2(room.max.x - GAP - radius, y);
        let atlas = self.drawn.atlas();
        let mut mesh = MeshBuilder::new(atlas, room, painter.pixels_per_point());
        let at = Point::new(center.x, center.y);
        let corners: Vec<Pos2> =
            disc_or(mark.shape).outline_of(20, at, radius).iter().map(|p| pos2(p.x, p.y)).collect();
        match atlas.picture(&mark.emblem) {
            Some(picture) => mesh.textured_polygon(&corners, picture, Color32::WHITE),
            None => mesh.polygon(&corners, color32(plain_fill(&mark.emblem, self.palette()))),
        }
        painter.add(mesh.finish());
    }

    fn column_name(&mut self, room: Rect, column: usize, is_alone: bool) {
        let size = self.type_size(is_alone);
        let Some((_, name)) = self.name(column, size, room.height() - 2.0 * GAP) else { return };
        let width = text::width(&name, size, Weight::Regular);
        let x = self.viewport.cell_rect(0, column).center().x;
        let painter = self.painter.with_clip_rect(room);
        if is_alone {
            let ground = Rect::from_min_max(
                pos2(x - size, room.max.y - width - 2.0 * GAP),
                pos2(x + size, room.max.y),
            );
            painter.rect_filled(ground, 3.0, color32(self.palette().canvas));
        }
        let middle = pos2(x, room.max.y - GAP - width / 2.0);
        self.line(&painter, &name, middle, size, -FRAC_PI_2);
    }

    /// Sets a line about its middle, turned by an angle.
    fn line(&mut self, painter: &Painter, line: &str, middle: Pos2, size: f32, angle: f32) {
        let color = self.palette().ink;
        if text::covers(line) {
            let galley =
                painter.layout_no_wrap(line.to_owned(), FontId::proportional(size), color32(color));
            let half = galley.size() / 2.0;
            // The toolkit turns a text about its upper left corner.
            let corner = egui::emath::Rot2::from_angle(angle) * -half;
            let shape = egui::epaint::TextShape::new(middle + corner, galley, color32(color));
            painter.add(shape.with_angle(angle));
            return;
        }
        let han: Han = self.drawn.han();
        let look = TextLineStyle { weight: Weight::Regular, han, color, halo: None };
        let scale = painter.pixels_per_point();
        if let Some(image) = self.textures.get(painter.ctx(), line, size * scale, look) {
            painter.add(image.shape(scale, middle, size, angle, Color32::WHITE));
        }
    }

    /// How much of the names' room what is said of blocs takes: as much as the names leave.
    fn width_for_blocs(&self) -> f32 {
        let has_room = self.head.size.x >= BLOCS + LEAST_NAMES;
        if !(has_room && self.matrix.blocs.iter().any(is_called)) {
            return 0.0;
        }
        let size = self.type_size(false);
        let names = self.head.widest * size / LARGEST_TYPE + size + GAP;
        (self.head.size.x - names).max(BLOCS)
    }

    /// Brackets at the right of a room along the rows of blocs, and beside them what is known of these, at the middle of
    /// what is seen of each, but for those at which the name of a row is set.
    fn bloc_names(&self, room: Rect, rows: &[f32]) {
        let painter = self.painter.with_clip_rect(room);
        let (ink, second) = (color32(self.palette().ink), color32(self.palette().second_ink));
        let (origin, cell) = (self.viewport.origin().y, self.viewport.camera.cell);
        for bloc in self.matrix.blocs.iter().filter(|bloc| is_called(bloc)) {
            let ends = [bloc.start, bloc.start + bloc.len].map(|row| origin + row as f32 * cell);
            let (top, bottom) = (ends[0].max(room.min.y), ends[1].min(room.max.y));
            if bottom - top < BRACKET_LINE {
                continue;
            }
            let (x, stroke) = (room.max.x - GAP - BRACKET, Stroke::new(1.5, second));
            painter.vline(x, top + 1.0..=bottom - 1.0, stroke);
            for end in [ends[0] + 1.0, ends[1] - 1.0] {
                painter.hline(x..=x + BRACKET, end, stroke);
            }
            let (right, middle) = (x - GAP, f32::midpoint(top, bottom));
            let most = ((bottom - top) / BRACKET_LINE) as usize;
            let lines = bracket_lines(bloc, most, right - room.min.x - GAP);
            let half = lines.len() as f32 * BRACKET_LINE / 2.0;
            if rows.iter().any(|row| (row - middle).abs() < half + LARGEST_TYPE) {
                continue;
            }
            for (index, (line, weight)) in lines.into_iter().enumerate() {
                let (font, color) = match weight {
                    Weight::SemiBold => (semibold_id(BRACKET_TYPE), ink),
                    Weight::Regular => (FontId::proportional(BRACKET_TYPE), second),
                };
                let y = middle - half + (index as f32 + 0.5) * BRACKET_LINE;
                painter.text(pos2(right, y), Align2::RIGHT_CENTER, line, font, color);
            }
        }
    }

    /// The legend in the corner, smaller where that is too small for it.
    fn legend(&mut self, rows: &[LegendRow], corner: Rect) {
        // It begins below the title.
        let free = vec2(LEGEND_GAP, 2.0 * LEGEND_GAP);
        let room = Rect::from_min_size(corner.min, (corner.size() - free).max(Vec2::ZERO));
        let extent = PlacedLegend::place(rows, Point::default(), 1.0).extent;
        if rows.is_empty() || extent.x <= 0.0 || !room.is_positive() {
            return;
        }
        let unit = (room.width() / extent.x).min(room.height() / extent.y).min(1.0);
        let origin = Point::new(room.min.x, room.min.y);
        let block = PlacedLegend::place(rows, origin, unit);
        let painter = self.painter.with_clip_rect(corner);
        let palette = self.palette();
        let mut mesh = MeshBuilder::new(self.drawn.atlas(), corner, painter.pixels_per_point());
        let mut text =
            ScreenText { painter: &painter, han: self.drawn.han(), textures: self.textures };
        for row in &block.rows {
            legend_sign::draw(&mut mesh, &row.symbol, &palette);
            let baseline = pos2(row.baseline.x, row.baseline.y);
            text.line(&row.text, baseline, block.size, row.weight, palette.ink);
        }
        painter.add(mesh.finish());
    }
}

/// The outline of a mark beside a name: nations drawn as hulls or as boxes have a disc there.
const fn disc_or(shape: crate::scene::Shape) -> crate::scene::Shape {
    use crate::scene::Shape;
    match shape {
        Shape::Hexagon | Shape::RoundedSquare => shape,
        Shape::Disc | Shape::Label { .. } | Shape::Hull => Shape::Disc,
    }
}

/// The colour of a mark without a flag or picture.
fn plain_fill(emblem: &crate::scene::Emblem, palette: Palette) -> crate::model::Color {
    use crate::scene::Emblem;
    match emblem {
        Emblem::Plain(fill) | Emblem::Monogram { fill, .. } => *fill,
        Emblem::Flag(_) | Emblem::Picture(_) => palette.hairline,
    }
}
