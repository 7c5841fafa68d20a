//! What a page of a matrix is to hold, and the page without what is on it.

use super::brackets::brackets_width;
use super::table::Table;
use super::table_size::{NameWidths, TableSize};
use super::{FigureOptions, Marginalia, PageContent, sides};
use crate::model::{Map, Point, Rect};
use crate::scene::{LegendRow, Matrix, PlacedLegend};

/// What a page is to hold.
pub(super) struct Wanted<'a> {
    pub(super) map: &'a Map,
    pub(super) matrix: &'a Matrix,
    pub(super) content: &'a PageContent<'a>,
    pub(super) legend: &'a [LegendRow],
    pub(super) options: &'a FigureOptions,
}

/// A page whose parts have their places.
pub(super) struct Arrangement {
    /// Its width and height.
    pub(super) size: Point,
    /// The size of 1 unit of type and lines.
    pub(super) unit: f32,
    pub(super) table: Table,
    /// The upper left corner of the cells.
    pub(super) corner: Point,
    /// The upper left corner of the legend.
    pub(super) legend: Point,
    /// The columns for the list.
    pub(super) notes: Vec<Rect>,
    pub(super) marginalia: Marginalia,
}

/// The largest side of a cell, at unit 1.
const LARGEST_CELL: f32 = 40.0;
/// The side of a cell on a page that is as large as its table.
const NATURAL_CELL: f32 = 15.5;
/// Between the column, the table and what lies below it, at unit 1.
pub(super) const GAP: f32 = 20.0;
/// The width of the column beside a table, at unit 1.
pub(super) const COLUMN: f32 = 210.0;
/// The least room for the list below a table, in lines.
pub(super) const NOTES_HEIGHT: f32 = 80.0;

/// The most rows of sources in a column.
const MOST_ROWS_IN_COLUMN: usize = 16;

/// The page without what is on it.
pub(super) struct Frame {
    pub(super) size: Point,
    pub(super) unit: f32,
    /// The area between the margins.
    pub(super) area: Rect,
    /// The largest side of a cell.
    pub(super) most: f32,
}

impl Frame {
    pub(super) fn of_size(width: f32, height: f32, options: &FigureOptions) -> Self {
        let (size, unit, area) = sides(width, height, options);
        Self { size, unit, area, most: LARGEST_CELL * unit }
    }

    /// A page as large as the table needs.
    pub(super) fn around(wanted: &Wanted<'_>) -> Self {
        let count = wanted.matrix.len();
        let names = NameWidths::of(wanted.map, wanted.matrix);
        let endless = Point::new(f32::MAX, f32::MAX);
        let table = TableSize::that_fits(&names, endless, NATURAL_CELL, 1.0).extent(count);
        let legend = PlacedLegend::place(wanted.legend, Point::default(), 1.0).extent;
        let column = COLUMN.max(legend.x) + GAP;
        let beside = table.x + brackets_width(wanted.matrix, 1.0) + column;
        let trial = Rect::new(Point::default(), Point::new(beside, 1_000.0));
        let mut marginalia = Marginalia::new(trial, 1.0, wanted.matrix.palette);
        let foot = 1_000.0 - marginalia.add_footer(&wanted.content.foot);
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

/// The foot of the page, and the y above it.
pub(super) fn footer(wanted: &Wanted<'_>, frame: &Frame, area: Rect) -> (Marginalia, f32) {
    let mut marginalia = Marginalia::new(area, frame.unit, wanted.matrix.palette);
    let content = wanted.content;
    let bottom = marginalia.add_footer(&content.foot);
    (marginalia, bottom)
}

/// The foot of the page in a narrower column, with as much room for sources as if it went from side to side.
pub(super) fn footer_in(wanted: &Wanted<'_>, frame: &Frame, column: Rect) -> (Marginalia, f32) {
    let mut marginalia = Marginalia::new(column, frame.unit, wanted.matrix.palette);
    marginalia.most_source_rows = MOST_ROWS_IN_COLUMN;
    let content = wanted.content;
    let bottom = marginalia.add_footer(&content.foot);
    (marginalia, bottom)
}

/// Adds the heading in a column, and returns the y below it.
pub(super) fn add_heading(
    wanted: &Wanted<'_>,
    all: &mut Marginalia,
    column: Rect,
    unit: f32,
) -> f32 {
    let mut heading = Marginalia::new(column, unit, wanted.matrix.palette);
    let bottom = heading.add_heading(&wanted.content.heading);
    all.texts.splice(0..0, heading.texts);
    bottom
}
