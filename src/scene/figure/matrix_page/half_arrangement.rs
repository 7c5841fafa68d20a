//! A page with half a table: heading, legend and list at the upper left, above the staircase.

use super::brackets::brackets_width;
use super::half_table::{HalfRoom, HalfTable};
use super::notes::notes_height;
use super::page_parts::{Arrangement, COLUMN, Frame, GAP, Wanted, add_heading, footer};
use super::table::Table;
use super::table_size::{LARGEST_TYPE, NameWidths, READABLE};
use crate::model::{Point, Rect};
use crate::scene::PlacedLegend;

/// How much wider the column is than beside a whole table.
const WIDER: f32 = 1.25;
/// The most of the height of a page that is kept for the list.
const MOST_NOTES: f32 = 0.25;

/// Arranges a page with half a table, its names left of the staircase or upright above it; `None` where it has
/// no room.
pub(super) fn half(wanted: &Wanted<'_>, frame: &Frame, is_upright: bool) -> Option<Arrangement> {
    let Frame { area, unit, .. } = *frame;
    let legend = PlacedLegend::place(wanted.legend, Point::default(), unit).extent;
    let wide = (COLUMN * WIDER * unit).max(legend.x).min(area.width() * 0.6);
    let (mut marginalia, bottom) = footer(wanted, frame, area);
    let column = Rect::new(area.min, Point::new(area.min.x + wide, area.max.y));
    let legend_top = add_heading(wanted, &mut marginalia, column, unit) + GAP * 0.5 * unit;
    let notes_top = legend_top + legend.y + GAP * unit;
    let notes_height =
        notes_height(wanted, wide, unit, true).min(MOST_NOTES * (bottom - area.min.y));
    let taken = Point::new(area.min.x + wide, notes_top + notes_height);
    let gap = GAP * unit;
    let right = area.max.x - brackets_width(wanted.matrix, unit);
    let room = HalfRoom {
        area: Rect::new(area.min, Point::new(right, bottom)),
        taken: Rect::new(area.min, taken).expanded(gap),
        most: (frame.most, LARGEST_TYPE * unit),
    };
    let names = NameWidths::of_half(wanted.map, wanted.matrix);
    let table = HalfTable::that_fits(&names, &room, READABLE, is_upright)?;
    let corner = table.corner(room.area);
    // The list goes on until it meets the names.
    let below = |rect: Rect| (rect.min.x < taken.x + gap).then_some(rect.min.y - gap);
    let names = (0..wanted.matrix.len()).map(|place| table.name_rect(place, corner));
    let notes_bottom = names.filter_map(below).fold(bottom, f32::min).max(taken.y);
    Some(Arrangement {
        size: frame.size,
        unit,
        corner,
        table: Table::Half(table),
        legend: Point::new(area.min.x, legend_top),
        notes: Rect::new(
            Point::new(area.min.x, notes_top),
            Point::new(area.min.x + wide, notes_bottom),
        ),
        marginalia,
    })
}
