//! Where the parts of the page lie: heading, legend and list in a column beside the table, or above and below
//! it, whichever leaves the larger cells.

use super::brackets::brackets_width;
use super::table_size::NameWidths;
use super::{FigureOptions, Marginalia, PageContent, TableSize, sides};
use crate::model::{Map, Point, Rect};
use crate::scene::{HeadingLines, LegendRow, Matrix, PlacedLegend};

/// What a page is to hold.
pub(super) struct Wanted<'a> {
    pub(super) map: &'a Map,
    pub(super) matrix: &'a Matrix,
    pub(super) content: &'a PageContent,
    pub(super) legend: &'a [LegendRow],
    pub(super) options: &'a FigureOptions,
}

/// A page whose parts have their places.
pub(super) struct Arrangement {
    /// Its width and height.
    pub(super) size: Point,
    /// The size of 1 unit of type and lines.
    pub(super) unit: f32,
    pub(super) table: TableSize,
    /// The upper left corner of the names of the table.
    pub(super) table_corner: Point,
    /// The upper left corner of the legend.
    pub(super) legend: Point,
    /// The room for the list.
    pub(super) notes: Rect,
    pub(super) marginalia: Marginalia,
}

/// The largest side of a cell, at unit 1.
const LARGEST_CELL: f32 = 30.0;
/// The side of a cell on a page that is as large as its table.
const NATURAL_CELL: f32 = 15.5;
/// Between the column, the table and what lies below it, at unit 1.
const GAP: f32 = 20.0;
/// The width of the column beside a table, at unit 1.
const COLUMN: f32 = 210.0;
/// The least room for the list below a table, in lines.
const NOTES_HEIGHT: f32 = 80.0;

/// Arranges a page.
pub(super) fn arrange(wanted: &Wanted<'_>) -> Arrangement {
    let frame = match wanted.options.page.size() {
        Some((width, height)) => Frame::of_size(width, height, wanted.options),
        None => Frame::around(wanted),
    };
    let beside = beside(wanted, &frame);
    let below = below(wanted, &frame);
    if below.table.cell > beside.table.cell * 1.02 { below } else { beside }
}

/// The page without what is on it.
struct Frame {
    size: Point,
    unit: f32,
    /// The area between the margins.
    area: Rect,
    /// The largest side of a cell.
    most: f32,
}

impl Frame {
    fn of_size(width: f32, height: f32, options: &FigureOptions) -> Self {
        let (size, unit, area) = sides(width, height, options);
        Self { size, unit, area, most: LARGEST_CELL * unit }
    }

    /// A page as large as the table needs.
    fn around(wanted: &Wanted<'_>) -> Self {
        let count = wanted.matrix.len();
        let names = NameWidths::of(wanted.map, wanted.matrix);
        let endless = Point::new(f32::MAX, f32::MAX);
        let table = TableSize::that_fits(&names, endless, NATURAL_CELL, 1.0).extent(count);
        let legend = PlacedLegend::place(wanted.legend, Point::default(), 1.0).extent;
        let column = COLUMN.max(legend.x) + GAP;
        let beside = table.x + brackets_width(wanted.matrix, 1.0) + column;
        let trial = Rect::new(Point::default(), Point::new(beside, 1_000.0));
        let mut marginalia = Marginalia::new(trial, 1.0, wanted.matrix.palette);
        let foot =
            1_000.0 - marginalia.add_footer(&wanted.content.sources, wanted.content.generator);
        let narrow = Rect::new(Point::default(), Point::new(column - GAP, 1_000.0));
        let mut heading = Marginalia::new(narrow, 1.0, wanted.matrix.palette);
        let head = heading.add_heading(&wanted.content.heading);
        let notes = if wanted.matrix.onto_ties.is_empty() { 0.0 } else { NOTES_HEIGHT * 3.0 };
        let height = table.y.max(head + legend.y + GAP + notes) + foot;
        let (width, height) = (beside + 2.0, height + 2.0);
        let margin = wanted.options.margin.unwrap_or(FigureOptions::MARGIN * width.min(height));
        let page = Point::new(width + 2.0 * margin, height + 2.0 * margin);
        let page = Point::new(page.x.ceil(), page.y.ceil());
        let own = FigureOptions { margin: Some(margin), ..*wanted.options };
        let (size, _, area) = sides(page.x, page.y, &own);
        Self { size, unit: 1.0, area, most: NATURAL_CELL }
    }
}

/// Heading, legend and list in a column at the left.
fn beside(wanted: &Wanted<'_>, frame: &Frame) -> Arrangement {
    let Frame { area, unit, .. } = *frame;
    let legend = PlacedLegend::place(wanted.legend, Point::default(), unit).extent;
    let is_empty = wanted.legend.is_empty() && wanted.content.heading == HeadingLines::default();
    let has_column = !(is_empty && wanted.matrix.onto_ties.is_empty());
    let wide = (COLUMN * unit).max(legend.x).min(area.width() * 0.4);
    let column = if has_column { wide } else { 0.0 };
    let gap = if has_column { GAP * unit } else { 0.0 };
    let (mut marginalia, bottom) = footer(wanted, frame, area);
    let heading = Rect::new(area.min, Point::new(area.min.x + column, area.max.y));
    let top = add_heading(wanted, &mut marginalia, heading, unit);
    let left = area.min.x + column + gap;
    let room = Rect::new(Point::new(left, area.min.y), Point::new(area.max.x, bottom));
    let (table, extent) = table(wanted, room, frame);
    let spare = (room.width() - extent.x).max(0.0);
    let legend_top = top + GAP * 0.5 * unit;
    let notes_top = legend_top + legend.y + GAP * unit;
    Arrangement {
        size: frame.size,
        unit,
        table,
        table_corner: Point::new(room.min.x + spare / 2.0, room.min.y),
        legend: Point::new(area.min.x, legend_top),
        notes: Rect::new(
            Point::new(area.min.x, notes_top),
            Point::new(area.min.x + column, bottom),
        ),
        marginalia,
    }
}

/// The heading above the table, legend and list below it.
fn below(wanted: &Wanted<'_>, frame: &Frame) -> Arrangement {
    let Frame { area, unit, .. } = *frame;
    let legend = PlacedLegend::place(wanted.legend, Point::default(), unit).extent;
    let (mut marginalia, bottom) = footer(wanted, frame, area);
    let top = add_heading(wanted, &mut marginalia, area, unit);
    let notes = if wanted.matrix.onto_ties.is_empty() { 0.0 } else { NOTES_HEIGHT * unit };
    let needed = legend.y.max(notes);
    let needed = if needed > 0.0 { needed + GAP * unit } else { 0.0 };
    let room = Rect::new(Point::new(area.min.x, top), Point::new(area.max.x, bottom - needed));
    let (table, extent) = table(wanted, room, frame);
    let spare = Point::new(room.width() - extent.x, room.height() - extent.y);
    let legend_top = (room.min.y + extent.y + GAP * unit).min(bottom - legend.y).max(top);
    let beside_legend = area.min.x + legend.x + GAP * 2.0 * unit;
    Arrangement {
        size: frame.size,
        unit,
        table,
        table_corner: Point::new(room.min.x + (spare.x / 2.0).max(0.0), room.min.y),
        legend: Point::new(area.min.x, legend_top),
        notes: Rect::new(Point::new(beside_legend, legend_top), Point::new(area.max.x, bottom)),
        marginalia,
    }
}

/// The largest table in a room, and its extent with the brackets.
fn table(wanted: &Wanted<'_>, room: Rect, frame: &Frame) -> (TableSize, Point) {
    let matrix = wanted.matrix;
    let brackets = brackets_width(matrix, frame.unit);
    let free = Point::new((room.width() - brackets).max(0.0), room.height().max(0.0));
    let names = NameWidths::of(wanted.map, matrix);
    let table = TableSize::that_fits(&names, free, frame.most, frame.unit);
    let extent = table.extent(matrix.len());
    (table, extent + Point::new(brackets, 0.0))
}

fn footer(wanted: &Wanted<'_>, frame: &Frame, area: Rect) -> (Marginalia, f32) {
    let mut marginalia = Marginalia::new(area, frame.unit, wanted.matrix.palette);
    let content = wanted.content;
    let bottom = marginalia.add_footer(&content.sources, content.generator);
    (marginalia, bottom)
}

/// Adds the heading in a column, and returns the y below it.
fn add_heading(wanted: &Wanted<'_>, all: &mut Marginalia, column: Rect, unit: f32) -> f32 {
    let mut heading = Marginalia::new(column, unit, wanted.matrix.palette);
    let bottom = heading.add_heading(&wanted.content.heading);
    all.texts.splice(0..0, heading.texts);
    bottom
}
