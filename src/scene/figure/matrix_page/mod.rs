//! The page of a matrix: heading, legend and notes beside or around the table, as large as it fits.

mod arrangement;
mod brackets;
mod edge_labels;
mod edge_names;
mod grid_lines;
mod half_arrangement;
mod half_table;
mod joiner_list;
mod left_out;
mod names;
mod notes;
mod page_parts;
mod placed_matrix;
mod reading;
mod stagger;
mod table;
mod table_size;
mod text_flow;

use std::collections::BTreeMap;
use std::sync::Arc;

use super::content::PageContent;
use super::marginalia::Marginalia;
use super::options::FigureOptions;
use super::page_format::Orientation;
use super::{Figure, sides};
use crate::model::{Map, Point, Rect, TieId};
use crate::scene::ties::{TieWeights, tie_name};
use crate::scene::{
    HeadingLines, LeftOut, LeftOutTies, LineUnits, Matrix, MatrixOrder, PlacedLegend, Scene,
};
use arrangement::arrange;
pub use brackets::{BRACKET_LINE, BRACKET_TYPE, bracket_lines};
use brackets::{bracket_texts, brackets};
use edge_labels::add_edge_labels;
pub use grid_lines::GridLines;
use names::{NameSetting, names};
use notes::notes;
use page_parts::{Arrangement, Wanted};
pub use placed_matrix::{PlacedMatrix, TableForm};
use reading::Reading;
use table::Table;
use table_size::{NameWidths, READABLE};

/// Lays out a map as a page with its matrix, the nations in an order.
pub fn matrix_figure(map: &Map, options: &FigureOptions, order: &MatrixOrder) -> Figure {
    let content = PageContent { legend: Vec::new(), ..PageContent::of(map, options) };
    let matrix = Matrix::of(map, order, options.theme);
    let rows = if options.legend { matrix.legend(map) } else { Vec::new() };
    let wanted = Wanted { map, matrix: &matrix, content: &content, legend: &rows, options };
    let arrangement = arrange(&wanted);
    let Arrangement { size, unit, table, corner, legend, notes: columns, marginalia } = arrangement;
    let (cell, is_half) = (table.cell(), table.is_half());
    let widths = NameWidths::of_half(map, &matrix);
    let setting = NameSetting { corner, table: &table, widths: &widths, palette: matrix.palette };
    let mut named = names(map, &matrix, &setting);
    add_edge_labels(map, &matrix, &setting, &mut named);
    let noted = notes(map, &matrix, (columns, unit), Reading::of(&table));
    let cells = Rect::new(corner, corner + Point::new(1.0, 1.0) * (cell * matrix.len() as f32));
    let bracketed = Rect::new(cells.min, cells.max + Point::new(table.right_edge(), 0.0));
    let (bloc_texts, unnamed) = bracket_texts(&matrix, bracketed, cell, unit);
    let left_out = left_out::left_out(
        map,
        &matrix,
        &left_out::Cut {
            names: &named.cut,
            has_names: table.has_names(),
            type_size: table.type_size(),
            if_turned: if_turned(&wanted, &table),
            unlisted: noted.unlisted,
            joiners: noted.joiners,
            unnamed_blocs: unnamed,
            unlisted_sources: marginalia.unlisted_sources,
            are_numbers_wanted: options.numbers,
        },
    );
    let name = |(id, tie)| (id, tie_name(map, id, tie));
    let tie_names: BTreeMap<TieId, String> = map.ties().iter().map(name).collect();
    let mut texts = marginalia.texts;
    texts.extend(noted.texts.into_iter().chain(bloc_texts));
    let placed = PlacedMatrix {
        brackets: brackets(&matrix, bracketed, cell, unit),
        form: if is_half { TableForm::Half } else { TableForm::Whole },
        cell,
        line: FigureOptions::LEAST_LINE.max(0.5 * unit),
        corner,
        leaders: std::mem::take(&mut named.leaders),
        tie_names,
        matrix,
    };
    Figure {
        width: size.x,
        height: size.y,
        scale: Point::new(1.0, 1.0),
        has_ground: options.ground,
        legend: PlacedLegend::place(&rows, legend, unit),
        texts,
        rule: marginalia.rule,
        nation_keys: map.nations().iter().map(|(id, nation)| (id, nation.key.clone())).collect(),
        tie_keys: map.ties().iter().map(|(id, tie)| (id, tie.key.clone())).collect(),
        left_out,
        scene: scene(map, named, unit, &placed.matrix, content.heading),
        matrix: Some(placed),
    }
}

/// The other orientation of the page with its type size, where names are small and would be larger on it.
fn if_turned(wanted: &Wanted<'_>, table: &Table) -> Option<(Orientation, f32)> {
    let (width, height) = wanted.options.page.size()?;
    let other = if width < height { Orientation::Landscape } else { Orientation::Portrait };
    if table.type_size() >= READABLE || (width - height).abs() < 1.0 {
        return None;
    }
    let options = FigureOptions { page: wanted.options.page.turned(other), ..*wanted.options };
    let turned = arrange(&Wanted { options: &options, ..*wanted }).table.type_size();
    (turned > table.type_size() * 1.1).then_some((other, turned))
}

/// The names and marks of nations as a scene, which has no ties: these are in the matrix.
fn scene(
    map: &Map,
    named: names::Named,
    unit: f32,
    matrix: &Matrix,
    heading: HeadingLines,
) -> Scene {
    Scene {
        palette: matrix.palette,
        hulls: Vec::new(),
        nations: named.marks,
        ties: Vec::new(),
        tie_layers: Vec::new(),
        memberships: Vec::new(),
        labels: named.labels,
        usual_bloc_names: Vec::new(),
        ties_at_names: Vec::new(),
        weights: Arc::new(TieWeights::alike(LineUnits::alike(unit))),
        left_out: LeftOut::default(),
        left_out_ties: LeftOutTies::default(),
        tie_groups: Vec::new(),
        hubs: Vec::new(),
        lines: LineUnits::alike(unit),
        strong_cover: 0.0,
        dimmed: Arc::clone(map.dimmed()),
        legend: Vec::new(),
        legend_place: None,
        heading,
        sources: Vec::new(),
        unit,
        mark_unit: unit,
        bounds: Rect::NOTHING,
    }
}
