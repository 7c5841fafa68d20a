//! Where the parts of the page lie: heading, legend and list in a column beside the table, or above and below
//! it, whichever leaves the larger cells. Where names would be small, half the table is drawn larger.

use super::brackets::brackets_width;
use super::edge_names::{EdgeNames, EdgeText, EdgeWidths};
use super::half_arrangement::{HalfStyle, half};
use super::page_parts::{
    Arrangement, COLUMN, Frame, GAP, NOTES_HEIGHT, Wanted, add_heading, footer,
};
use super::table::Table;
use super::table_size::{LARGEST_TYPE, LEAST_TYPE, NameWidths, READABLE, TableSize};
use crate::model::{Point, Rect};
use crate::scene::{HeadingLines, PlacedLegend};

/// A whole table whose names are at least as large isn't halved, as a multiple of the readable size.
const LARGE_ENOUGH: f32 = 1.15;
/// An eye keeps to a row of a table with no more rows, so that it needs no name at its end.
const FEW: usize = 30;
/// How much larger the names of a form have to be that is read less easily.
const WORTHWHILE: f32 = 1.1;
/// How much larger the cells of half a table have to be than those of a whole one that has names so large, but in tiers
/// and so far from their rows.
const WORTH_A_HALF: f32 = 1.25;

/// Arranges a page.
pub(super) fn arrange(wanted: &Wanted<'_>) -> Arrangement {
    let frame = match wanted.options.page.size() {
        Some((width, height)) => Frame::of_size(width, height, wanted.options),
        None => Frame::around(wanted),
    };
    let beside = beside(wanted, &frame);
    let below = below(wanted, &frame);
    let best = if below.table.cell() > beside.table.cell() * 1.02 { below } else { beside };
    if wanted.options.page.size().is_none() || wanted.matrix.is_empty() {
        return best;
    }
    let best = if best.table.type_size() < LARGE_ENOUGH * READABLE {
        with_larger_names(wanted, &frame, best)
    } else {
        best
    };
    with_larger_cells(wanted, &frame, best)
}

/// Half a table where its names are larger than those of a whole one.
fn with_larger_names(wanted: &Wanted<'_>, frame: &Frame, mut best: Arrangement) -> Arrangement {
    // Upright names are read less easily than half a table, and that less easily than all of it.
    for is_upright in [false, true] {
        let (size, cell) = (best.table.type_size(), best.table.cell());
        let is_larger = |half: &Arrangement| {
            half.table.type_size() > (size * WORTHWHILE).max(LEAST_TYPE)
                && (!is_upright || size < READABLE || half.table.cell() > cell * WORTHWHILE)
        };
        // Upright ones stand in as many tiers as make them worth it.
        let readable = if is_upright { READABLE.max(size * WORTHWHILE) } else { READABLE };
        let names = HalfStyle { is_upright, readable };
        best = half(wanted, frame, names).filter(is_larger).unwrap_or(best);
    }
    best
}

/// Half a table with its names left of the staircase and as large, where they would stand upright above it, or in
/// tiers beside a whole one, and its cells are larger.
fn with_larger_cells(wanted: &Wanted<'_>, frame: &Frame, best: Arrangement) -> Arrangement {
    let least = match &best.table {
        Table::Whole(table, _) if table.tiers > 1 => WORTH_A_HALF,
        Table::Half(table) if table.is_upright => WORTHWHILE,
        _ => return best,
    };
    let (size, cell) = (best.table.type_size(), best.table.cell() * least);
    let names = HalfStyle { is_upright: false, readable: size };
    let is_larger =
        |half: &Arrangement| half.table.type_size() >= size && half.table.cell() >= cell;
    half(wanted, frame, names).filter(is_larger).unwrap_or(best)
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
    let (table, codes, extent) = table(wanted, room, frame);
    let spare = (room.width() - extent.x).max(0.0);
    let legend_top = top + GAP * 0.5 * unit;
    let notes_top = legend_top + legend.y + GAP * unit;
    Arrangement {
        size: frame.size,
        unit,
        corner: Point::new(room.min.x + spare / 2.0, room.min.y) + table.names(),
        table: Table::Whole(table, codes),
        legend: Point::new(area.min.x, legend_top),
        notes: vec![Rect::new(
            Point::new(area.min.x, notes_top),
            Point::new(area.min.x + column, bottom),
        )],
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
    let (table, codes, extent) = table(wanted, room, frame);
    let spare = Point::new(room.width() - extent.x, room.height() - extent.y);
    let legend_top = (room.min.y + extent.y + GAP * unit).min(bottom - legend.y).max(top);
    let beside_legend = area.min.x + legend.x + GAP * 2.0 * unit;
    Arrangement {
        size: frame.size,
        unit,
        corner: Point::new(room.min.x + (spare.x / 2.0).max(0.0), room.min.y) + table.names(),
        table: Table::Whole(table, codes),
        legend: Point::new(area.min.x, legend_top),
        notes: columns(
            Rect::new(Point::new(beside_legend, legend_top), Point::new(area.max.x, bottom)),
            unit,
        ),
        marginalia,
    }
}

/// The largest table in a room, with codes where its rows end as far as these take nothing from it, and its extent with
/// the brackets.
fn table(wanted: &Wanted<'_>, room: Rect, frame: &Frame) -> (TableSize, EdgeNames, Point) {
    let matrix = wanted.matrix;
    let brackets = brackets_width(matrix, frame.unit);
    let free = Point::new((room.width() - brackets).max(0.0), room.height().max(0.0));
    let names = NameWidths::of(wanted.map, matrix);
    let table = TableSize::that_fits(&names, free, frame.most, frame.unit);
    let extent = table.extent(matrix.len());
    let widths = EdgeWidths::of(wanted.map, matrix);
    let most = LARGEST_TYPE * frame.unit;
    let has_codes = matrix.len() > FEW && table.has_names() && widths.has(EdgeText::Codes);
    let text = if has_codes { EdgeText::Codes } else { EdgeText::Nothing };
    let codes = EdgeNames::of(text, (&widths, most), table.cell, table.type_size);
    let fits = codes.is_readable(table.type_size) && extent.x + codes.depth() <= free.x;
    let codes = if fits { codes } else { EdgeNames::default() };
    let extent = extent + Point::new(codes.depth() + brackets, 0.0);
    (table, codes, extent)
}

/// As many columns as a room has the width for, side by side.
fn columns(room: Rect, unit: f32) -> Vec<Rect> {
    let gap = GAP * unit;
    let count = ((room.width() + gap) / (COLUMN * unit + gap)).max(1.0) as usize;
    let pitch = (room.width() + gap) / count as f32;
    let column = |index: usize| {
        let left = room.min.x + index as f32 * pitch;
        Rect::new(Point::new(left, room.min.y), Point::new(left + pitch - gap, room.max.y))
    };
    (0..count).map(column).collect()
}
