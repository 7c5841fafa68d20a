//! The cells of a matrix in SVG.

use std::collections::BTreeMap;

use super::element_ids::ElementIds;
use super::number_format::{Coordinates, Number};
use super::writer::SvgWriter;
use super::xml_escape::Escaped;
use crate::model::{Color, Point};
use crate::scene::figure::{Figure, GridLines, PlacedMatrix};
use crate::scene::{CellShape, Line, MatrixCell, PartOf};

/// How strong the lines around cells are where there are guides too, as a share of a hairline's colour.
const FAINT: f32 = 0.55;
/// How strong guides are, as a share of the second ink.
const GUIDE: f32 = 0.3;

/// Writes the table, a layer for each kind of tie, memberships, and what is around the cells.
pub(super) fn write_matrix(out: &mut SvgWriter, figure: &Figure) {
    let Some(placed) = figure.matrix.as_ref().filter(|placed| !placed.matrix.is_empty()) else {
        return;
    };
    let lines = placed.grid_lines();
    write_grid(out, placed, &lines);
    let drawn = drawn_parts(placed);
    let (mut layer_ids, mut ids) = (ElementIds::default(), ElementIds::default());
    for (index, kind) in placed.matrix.kinds.iter().enumerate() {
        out.open_layer(&layer_ids.make("kind-", &kind.key), &kind.name, "");
        for (of, path) in drawn.get(&Some(index)).into_iter().flatten() {
            let PartOf::Tie(id) = of else { continue };
            let key = figure.tie_keys.get(id).map_or("", String::as_str);
            let name = placed.tie_names.get(id).map_or("", String::as_str);
            let (id, name) = (ids.make("tie-", key), Escaped(name));
            out.write(format_args!(r#"<g class="tie" id="{id}"><title>{name}</title>"#));
            write_fills(out, path);
            out.write_line(format_args!("</g>"));
        }
        out.close_layer();
    }
    if let Some(memberships) = drawn.get(&None) {
        out.open_layer("memberships", "Memberships", "");
        for path in memberships.values() {
            write_fills(out, path);
        }
        out.write_line(format_args!(""));
        out.close_layer();
    }
    write_frames(out, placed);
    write_blocs(out, placed, &lines.blocs);
}

/// Polygons with their colours.
type Fills = Vec<(Vec<Point>, Color)>;

/// The shapes of each tie and membership in all its cells, by kind.
fn drawn_parts(placed: &PlacedMatrix) -> BTreeMap<Option<usize>, BTreeMap<PartOf, Fills>> {
    let mut drawn: BTreeMap<Option<usize>, BTreeMap<PartOf, Fills>> = BTreeMap::new();
    for cell in placed.cells() {
        for part in placed.matrix.parts(cell) {
            let own = drawn.entry(part.kind).or_default().entry(part.of).or_default();
            own.extend(on_page(placed, cell, &part.shapes(cell)));
        }
    }
    drawn
}

fn on_page<'a>(
    placed: &'a PlacedMatrix,
    cell: &'a MatrixCell,
    shapes: &'a [CellShape],
) -> impl Iterator<Item = (Vec<Point>, Color)> + 'a {
    shapes.iter().map(move |shape| (placed.corners(cell, shape), shape.fill))
}

/// Writes polygons; neighbours of the same colour share an element.
fn write_fills(out: &mut SvgWriter, fills: &Fills) {
    for alike in fills.chunk_by(|a, b| a.1 == b.1) {
        out.write(format_args!(r#"<path fill="{}" d=""#, alike[0].1));
        for (corners, _) in alike {
            for (index, corner) in corners.iter().enumerate() {
                let command = if index == 0 { "M" } else { "L" };
                out.write(format_args!("{command}{}", Coordinates(*corner)));
            }
            out.write(format_args!("Z"));
        }
        out.write(format_args!(r#""/>"#));
    }
}

/// Writes the lines between cells, and the cells of nations with themselves.
fn write_grid(out: &mut SvgWriter, placed: &PlacedMatrix, lines: &GridLines) {
    let palette = placed.matrix.palette;
    out.open_layer("grid", "Grid", "");
    let all = 0..placed.matrix.len();
    let (joiners, others) = all.partition(|place| placed.matrix.is_joiner(*place));
    write_diagonal(out, placed, "diagonal", (&others, palette.hairline));
    write_diagonal(out, placed, "joiners", (&joiners, palette.ink));
    let (faint, guide) =
        (palette.tint(palette.hairline, FAINT), palette.tint(palette.second_ink, GUIDE));
    let cells = if lines.guides.is_empty() { palette.hairline } else { faint };
    write_lines(out, &lines.cells, cells, placed.line);
    write_lines(out, &lines.guides, guide, placed.line);
    out.close_layer();
}

/// Writes the cells of some nations with themselves.
fn write_diagonal(
    out: &mut SvgWriter,
    placed: &PlacedMatrix,
    class: &str,
    (places, color): (&Vec<usize>, Color),
) {
    if places.is_empty() {
        return;
    }
    out.write(format_args!(r#"<path class="{class}" fill="{color}" d=""#));
    for place in places {
        let (corner, side) = (placed.cell_rect(*place, *place).min, Number(placed.cell));
        out.write(format_args!("M{}h{side}v{side}h-{side}Z", Coordinates(corner)));
    }
    out.write_line(format_args!(r#""/>"#));
}

fn write_lines(out: &mut SvgWriter, lines: &[Line], color: Color, width: f32) {
    if lines.is_empty() {
        return;
    }
    out.write(format_args!(
        r#"<path fill="none" stroke="{color}" stroke-width="{}" d=""#,
        Number(width)
    ));
    for Line { from, to } in lines {
        out.write(format_args!("M{}L{}", Coordinates(*from), Coordinates(*to)));
    }
    out.write_line(format_args!(r#""/>"#));
}

/// Writes the frames of cells at whose ties others end, and the sign of those with more ties than they show.
fn write_frames(out: &mut SvgWriter, placed: &PlacedMatrix) {
    let around = |cell: &MatrixCell| {
        let shapes = placed.matrix.around(cell);
        on_page(placed, cell, &shapes).collect::<Fills>()
    };
    let fills: Fills = placed.cells().flat_map(around).collect();
    if fills.is_empty() {
        return;
    }
    out.open_layer("frames", "Frames of ties at which others end", "");
    write_fills(out, &fills);
    out.write_line(format_args!(""));
    out.close_layer();
}

/// Writes the lines between blocs, the brackets beside them, and the lines from names to cells.
fn write_blocs(out: &mut SvgWriter, placed: &PlacedMatrix, between: &[Line]) {
    let palette = placed.matrix.palette;
    out.open_layer("blocs", "Blocs", "");
    write_lines(out, between, palette.second_ink, placed.line * 1.6);
    write_lines(out, &placed.leaders, palette.hairline, placed.line);
    let sides = |corners: &[Point; 4]| {
        let [a, b, c, d] = *corners;
        [(a, b), (b, c), (c, d)].map(|(from, to)| Line { from, to })
    };
    let brackets: Vec<Line> = placed.brackets.iter().flat_map(sides).collect();
    write_lines(out, &brackets, palette.second_ink, placed.line * 2.0);
    out.close_layer();
}
