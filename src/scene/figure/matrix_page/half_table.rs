//! Half a table, in which each tie has one cell: as tables of distances in road atlases are, with the names
//! along the diagonal.
//!
//! Its rows run from the right to the left, so that its staircase rises to the upper right: a name at the left end of
//! a row is also the name of the column that begins there. What is above the staircase is free for names, heading
//! and legend. Names stand in up to three tiers; each as near to its cell as its neighbours let it.

use super::edge_names::{EdgeNames, EdgeText, EdgeWidths};
use super::stagger::{Reach, Tiers, staggered};
use super::table_size::{MOST_TIERS, NameWidths, PITCH, TableSize};
use crate::model::{Point, Rect};

/// Half a table with the names along its diagonal.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct HalfTable {
    /// The side of a cell.
    pub(super) cell: f32,
    /// The type size of names.
    pub(super) type_size: f32,
    /// Whether names stand upright above the diagonal instead of left of it.
    pub(super) is_upright: bool,
    /// How far each name lies from its cell on the diagonal.
    names: Vec<Reach>,
    /// What stands where columns end.
    pub(super) foot: EdgeNames,
    /// What stands where rows end.
    pub(super) right: EdgeNames,
    /// What stands where rows begin and columns have their upper end, between cells and names.
    pub(super) stairs: EdgeNames,
}

/// What half a table is to hold.
#[derive(Clone, Copy)]
pub(super) struct HalfNames<'a> {
    /// The widths of names at the diagonal.
    pub(super) names: &'a NameWidths,
    /// Whether these stand upright above the diagonal instead of left of it.
    pub(super) is_upright: bool,
    /// The widths of what stands at the edges.
    pub(super) at_edges: &'a EdgeWidths,
    /// The largest type of codes there.
    pub(super) most_code_size: f32,
    /// What stands where columns end.
    pub(super) foot: EdgeText,
    /// What stands where rows end.
    pub(super) right: EdgeText,
    /// Whether codes stand at the staircase.
    pub(super) has_stairs: bool,
}

/// The room for half a table.
#[derive(Clone, Copy, Debug)]
pub(super) struct HalfRoom {
    /// All of it; the table lies at its lower right.
    pub(super) area: Rect,
    /// What lies at its upper and at its lower left, with the gaps around both.
    pub(super) taken: [Rect; 2],
    /// The largest side of a cell, and the largest type.
    pub(super) most: (f32, f32),
}

impl HalfTable {
    /// From the far end of a name to the next, as a fraction of the type size.
    const BETWEEN: f32 = 0.6;

    /// The largest with some names that fits a room, in as few tiers as bring its type to `readable`.
    pub(super) fn that_fits(wanted: HalfNames<'_>, room: &HalfRoom, readable: f32) -> Option<Self> {
        let mut best: Option<Self> = None;
        for tiers in 1..=MOST_TIERS {
            let table = Self::in_tiers(tiers, wanted, room);
            if best.as_ref().is_none_or(|best| table.type_size > best.type_size) {
                best = Some(table);
            }
            if best.as_ref().is_some_and(|best| best.type_size >= readable) {
                break;
            }
        }
        best.filter(|table| table.cell > 0.0)
    }

    fn in_tiers(tiers: usize, wanted: HalfNames<'_>, room: &HalfRoom) -> Self {
        let (largest, largest_type) = room.most;
        let table = |cell: f32| {
            let type_size = (cell * tiers as f32 / PITCH).min(largest_type);
            let widths = (wanted.at_edges, wanted.most_code_size);
            let edge = |text| EdgeNames::of(text, widths, cell, type_size);
            let step = if wanted.is_upright { -cell } else { cell };
            let stairs = if wanted.has_stairs {
                EdgeNames::at_staircase(widths, cell, type_size, step)
            } else {
                EdgeNames::default()
            };
            Self {
                cell,
                type_size,
                is_upright: wanted.is_upright,
                names: reaches(wanted.names, &stairs, (cell, step), (type_size, tiers)),
                foot: edge(wanted.foot),
                right: edge(wanted.right),
                stairs,
            }
        };
        let (mut low, mut high) = (0.0, largest);
        for _ in 0..30 {
            let middle = f32::midpoint(low, high);
            if table(middle).fits(room) { low = middle } else { high = middle }
        }
        table(low)
    }

    /// The upper left corner of the cells where they lie at the lower right of an area, with room for letters that are
    /// higher than a cell.
    pub(super) fn corner(&self, area: Rect) -> Point {
        let side = self.cell * self.names.len() as f32;
        let beyond = ((self.type_size - self.cell) * 0.5).max(0.0);
        let beyond =
            if self.is_upright { Point::new(beyond, 0.0) } else { Point::new(0.0, beyond) };
        let edges = Point::new(self.right.depth(), self.foot.depth());
        let beyond = Point::new(beyond.x.max(edges.x), beyond.y.max(edges.y));
        area.max - Point::new(side, side) - beyond
    }

    /// Whether some of its names stand far from their cells.
    pub(super) fn has_far_names(&self) -> bool {
        (0..self.names.len()).any(|place| self.start(place) > self.cell + self.type_size)
    }

    /// How large its cells and names are, as a share of those of another.
    pub(super) fn share_of(&self, other: &Self) -> f32 {
        (self.cell / other.cell).min(self.type_size / other.type_size)
    }

    /// The type size of the codes at its edges, if it has any.
    pub(super) fn code_size(&self) -> Option<f32> {
        let codes =
            [&self.foot, &self.right].into_iter().filter(|edge| edge.text == EdgeText::Codes);
        codes.map(|edge| edge.size).reduce(f32::min)
    }

    /// Whether what stands at its edges can be read.
    pub(super) fn has_readable_edges(&self) -> bool {
        [&self.foot, &self.right, &self.stairs]
            .into_iter()
            .all(|edge| edge.is_readable(self.type_size))
    }

    /// Whether all of it lies in a room.
    fn fits(&self, room: &HalfRoom) -> bool {
        let corner = self.corner(room.area);
        // A hair more, for what rounding takes: names may end where the room does.
        let area = room.area.expanded(0.01);
        let is_free = |rect: &Rect| !room.taken.iter().any(|taken| rect.intersects(taken));
        let has_room = |place: usize| {
            let name = self.name_rect(place, corner);
            area.holds(&name) && is_free(&name) && is_free(&self.row_rect(place, corner))
        };
        let side = self.cell * self.names.len() as f32;
        let below = corner + Point::new(0.0, side);
        let foot = Rect::new(below, below + Point::new(side, self.foot.depth()));
        room.area.contains(corner) && is_free(&foot) && (0..self.names.len()).all(has_room)
    }

    /// The cells of a row.
    fn row_rect(&self, place: usize, corner: Point) -> Rect {
        let left = corner + self.diagonal(place);
        let right = corner.x + self.cell * self.names.len() as f32;
        Rect::new(left, Point::new(right, left.y + self.cell))
    }

    /// The upper left corner of a nation's cell on the diagonal, seen from that of the whole table.
    pub(super) fn diagonal(&self, place: usize) -> Point {
        let last = self.names.len().saturating_sub(1);
        Point::new(last.saturating_sub(place) as f32, place as f32) * self.cell
    }

    /// From the middle of the outer side of a nation's cell on the diagonal to the near end of its mark.
    pub(super) fn start(&self, place: usize) -> f32 {
        self.names.get(place).map_or(0.0, |reach| reach.start)
    }

    /// The direction from the staircase to the names.
    pub(super) const fn away(&self) -> Point {
        if self.is_upright { Point::new(0.0, -1.0) } else { Point::new(-1.0, 0.0) }
    }

    /// The middle of the outer side of a nation's cell on the diagonal, which its name stands at.
    pub(super) fn foot(&self, place: usize, corner: Point) -> Point {
        let half = self.cell / 2.0;
        let to_middle = if self.is_upright { Point::new(half, 0.0) } else { Point::new(0.0, half) };
        corner + self.diagonal(place) + to_middle
    }

    /// The rectangle of a name with its mark.
    pub(super) fn name_rect(&self, place: usize, corner: Point) -> Rect {
        let (foot, half) = (self.foot(place, corner), self.type_size / 2.0);
        let Some(Reach { start, length }) = self.names.get(place).copied() else {
            return Rect::new(foot, foot);
        };
        let (near, far) = (start, start + length);
        if self.is_upright {
            Rect::new(foot - Point::new(half, far), foot + Point::new(half, -near))
        } else {
            Rect::new(foot - Point::new(far, half), foot + Point::new(-near, half))
        }
    }
}

/// How far names lie from their cells of some side, beyond what stands at the staircase.
fn reaches(
    names: &NameWidths,
    stairs: &EdgeNames,
    (cell, step): (f32, f32),
    (size, tiers): (f32, usize),
) -> Vec<Reach> {
    // A letter higher than a cell reaches to the steps of its neighbours.
    let steps = ((size - cell) * 0.5 / cell.max(f32::MIN_POSITIVE)).ceil().max(0.0);
    let to_cells = TableSize::TO_CELLS * size * if steps > 0.0 { 0.5 } else { 1.0 };
    let around = (2.0 * TableSize::MARK + TableSize::TO_MARK) * size;
    let nearest = steps * cell + to_cells;
    let reach = |(place, width): (usize, &f32)| Reach {
        start: nearest.max(stairs.beyond(place, size, (cell, step))),
        length: around + width * size,
    };
    let all = names.all().iter().enumerate().map(reach).collect();
    staggered(all, Tiers { count: tiers, between: HalfTable::BETWEEN * size, step })
}
