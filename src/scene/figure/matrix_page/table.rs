//! A table of either form.

use super::edge_names::EdgeNames;
use super::half_table::HalfTable;
use super::table_size::TableSize;
use crate::model::Point;
use crate::scene::Line;

/// A table of either form.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Table {
    /// With each tie at both its places, and with what stands where its rows end.
    Whole(TableSize, EdgeNames),
    /// With each tie once.
    Half(HalfTable),
}

impl Table {
    /// The side of a cell.
    pub(super) const fn cell(&self) -> f32 {
        match self {
            Self::Whole(table, _) => table.cell,
            Self::Half(table) => table.cell,
        }
    }

    /// The type size of names.
    pub(super) const fn type_size(&self) -> f32 {
        match self {
            Self::Whole(table, _) => table.type_size,
            Self::Half(table) => table.type_size,
        }
    }

    /// Whether there is room for names.
    pub(super) const fn has_names(&self) -> bool {
        match self {
            Self::Whole(table, _) => table.has_names(),
            Self::Half(_) => true,
        }
    }

    /// Whether each tie has one cell alone.
    pub(super) const fn is_half(&self) -> bool {
        matches!(self, Self::Half(_))
    }

    /// Whether the names of rows stand upright.
    pub(super) const fn is_upright(&self) -> bool {
        matches!(self, Self::Half(HalfTable { is_upright: true, .. }))
    }

    /// What stands where rows end.
    pub(super) const fn right(&self) -> &EdgeNames {
        match self {
            Self::Whole(_, right) => right,
            Self::Half(table) => &table.right,
        }
    }

    /// How far what stands at the right of the cells reaches.
    pub(super) fn right_edge(&self) -> f32 {
        self.right().depth()
    }

    /// Where the mark of a row begins, and the direction to its name; `corner` is that of the cells.
    pub(super) fn row_name(&self, place: usize, corner: Point) -> (Point, Point) {
        match self {
            Self::Whole(table, _) => {
                let left = table.row_tier_start(table.tier(place));
                let y = (place as f32 + 0.5) * table.cell;
                (corner + Point::new(-left, y), Point::new(-1.0, 0.0))
            }
            Self::Half(table) => {
                let away = table.away();
                (table.foot(place, corner) + away * table.start(place), away)
            }
        }
    }

    /// The lines from a name that stands farther out to its cells.
    pub(super) fn leaders(&self, place: usize, corner: Point) -> Vec<Line> {
        match self {
            Self::Whole(table, _) => table.leaders(place, corner),
            Self::Half(table) => {
                let (mark, away) = self.row_name(place, corner);
                let gap = TableSize::TO_CELLS * table.type_size * 0.4;
                let to = table.stairs.end(place);
                let from_text = if to > 0.0 { gap } else { 0.0 };
                let end = table.foot(place, corner) + away * (to + from_text);
                let line = Line { from: mark - away * gap, to: end };
                let is_far = table.start(place) - to > table.cell + table.type_size;
                is_far.then_some(line).into_iter().collect()
            }
        }
    }
}
