//! Room for the boxes in a convex cell.

use super::convex::{Convex, HalfPlane, dot};
use super::free_space::{FreeSpace, MARGIN};
use super::geometry::{DIRECTIONS, Rect, Xy, add, center, moved, scaled, size};
use super::overlap_removal::{ROUNDING_SLACK, overlapping_pairs, push_apart};

/// How much of its sides is cut off a cell at each corner.
const ROUNDING: f32 = 0.18;
/// Cells of fewer members keep their corners, which they need.
const LEAST_ROUNDED: usize = 5;
/// The factor from one size of a cell that is tried to the next.
const STEP: f32 = 1.015;
/// A cell that has become some 20 times as large has room for all.
const MOST_STEPS: usize = 200;
/// Rounds of pushing at each size.
const ROUNDS: usize = 25;
/// The largest share of the boxes that may be stuck.
const MOST_STUCK: f32 = 0.1;

/// The boxes of a bloc in its cell, and positions that are near to those wanted.
pub(super) struct Room<'a> {
    pub(super) cell: &'a Convex,
    pub(super) boxes: &'a [Rect],
    /// What is kept free along the border of the cell.
    pub(super) border: f32,
}

impl Room<'_> {
    /// By how much the cell and the positions must be magnified, from the origin, for all boxes to lie in it
    /// without overlapping, and where they lie then.
    ///
    /// Boxes are pushed apart and held in the cell, which grows slowly: what is jammed comes loose.
    pub(super) fn made(&self, wanted: &[Xy]) -> (f32, Vec<Xy>) {
        let mut at = wanted.to_vec();
        let mut growth = 1.0;
        for _ in 0..MOST_STEPS {
            let sides = self.inner_sides(growth);
            if self.push_all_apart(&sides, &mut at) || self.relocate_stuck(&sides, &mut at) {
                break;
            }
            growth *= STEP;
            at.iter_mut().for_each(|at| *at = scaled(*at, STEP));
        }
        (growth, at)
    }

    /// The sides of the part of the cell in which boxes may lie.
    fn inner_sides(&self, growth: f32) -> Vec<HalfPlane> {
        let inner = self.cell.scaled([growth; 2]).inset(self.border);
        let is_rounded = self.boxes.len() >= LEAST_ROUNDED;
        if is_rounded { inner.rounded(ROUNDING).sides() } else { inner.sides() }
    }

    /// Pushes boxes apart within these sides; returns whether none overlaps any more.
    fn push_all_apart(&self, sides: &[HalfPlane], at: &mut [Xy]) -> bool {
        let unpinned = vec![false; at.len()];
        for round in 0..ROUNDS {
            let are_held = self.hold_all(sides, at);
            let pairs = overlapping_pairs(self.boxes, at);
            if pairs.is_empty() {
                return are_held;
            }
            for pair in pairs.into_iter().map(|(a, b)| [a as usize, b as usize]) {
                if round % 2 == 0 {
                    push_apart(self.boxes, &unpinned, at, pair);
                } else {
                    push_apart_by_share(self.boxes, at, pair);
                }
            }
        }
        false
    }

    /// Puts the few boxes that are stuck at the nearest free places between these sides. Returns whether none
    /// overlaps any more; if not, all stay.
    fn relocate_stuck(&self, sides: &[HalfPlane], at: &mut [Xy]) -> bool {
        let mut placed = at.to_vec();
        if !self.hold_all(sides, &mut placed) {
            return false;
        }
        let mut is_stuck = vec![false; placed.len()];
        for (a, b) in overlapping_pairs(self.boxes, &placed) {
            is_stuck[b as usize] |= !is_stuck[a as usize];
        }
        let stuck: Vec<usize> = (0..placed.len()).filter(|&node| is_stuck[node]).collect();
        if stuck.len() as f32 > MOST_STUCK * placed.len() as f32 {
            return false;
        }
        let mut free_space = FreeSpace::new(self.boxes);
        for node in (0..placed.len()).filter(|&node| !is_stuck[node]) {
            free_space.occupy(node as u32, self.boxes[node], placed[node]);
        }
        for node in stuck {
            let Some(free) = nearest_free(sides, &free_space, self.boxes[node], placed[node])
            else {
                return false;
            };
            placed[node] = free;
            free_space.occupy(node as u32, self.boxes[node], free);
        }
        at.copy_from_slice(&placed);
        true
    }

    /// Moves all boxes between these sides; returns whether they lie there then.
    fn hold_all(&self, sides: &[HalfPlane], at: &mut [Xy]) -> bool {
        let nodes = self.boxes.iter().zip(at);
        nodes.fold(!sides.is_empty(), |are_held, (&shape, at)| hold(sides, shape, at) && are_held)
    }
}

/// Puts the margin between two boxes along the axis on which the smaller share of their sides overlaps. As most boxes
/// are wider than high, that is often not the axis of the shortest way: the two in turn loosen what either jams.
fn push_apart_by_share(boxes: &[Rect], at: &mut [Xy], [a, b]: [usize; 2]) {
    let (box_a, box_b) = (moved(boxes[a], at[a]), moved(boxes[b], at[b]));
    let overlap =
        |axis: usize| box_a[axis + 2].min(box_b[axis + 2]) - box_a[axis].max(box_b[axis]) + MARGIN;
    let share = |axis: usize| overlap(axis) / (size(box_a)[axis] + size(box_b)[axis]).max(1.0);
    let axis = usize::from(share(1) < share(0));
    if overlap(0).min(overlap(1)) > 0.0 {
        let by = overlap(axis) / 2.0 + ROUNDING_SLACK;
        let is_before = center(box_a)[axis] < center(box_b)[axis];
        let by = if is_before { -by } else { by };
        at[a][axis] += by;
        at[b][axis] -= by;
    }
}

/// The free place between the sides nearest to a position.
fn nearest_free(sides: &[HalfPlane], free: &FreeSpace, shape: Rect, target: Xy) -> Option<Xy> {
    const RINGS: u16 = 60;
    const RING_STEP: f32 = 12.0;
    let rings = (1..RINGS).map(|ring| f32::from(ring) * RING_STEP);
    let candidates =
        rings.flat_map(|radius| DIRECTIONS.map(|direction| add(target, scaled(direction, radius))));
    candidates.into_iter().find(|&at| lies_between(sides, shape, at) && free.is_free(shape, at))
}

/// How far a box at a position reaches beyond a side.
fn beyond(side: &HalfPlane, shape: Rect, at: Xy) -> f32 {
    let reach =
        |axis: usize| (side.normal[axis] * shape[axis]).max(side.normal[axis] * shape[axis + 2]);
    dot(side.normal, at) + reach(0) + reach(1) - side.offset
}

/// Whether a box lies between the sides, up to a small rest.
fn lies_between(sides: &[HalfPlane], shape: Rect, at: Xy) -> bool {
    const REST: f32 = 2.0;
    sides.iter().all(|side| beyond(side, shape, at) <= REST)
}

/// Moves a box between the sides; returns whether it lies there then.
fn hold(sides: &[HalfPlane], shape: Rect, at: &mut Xy) -> bool {
    for _ in 0..4 {
        for side in sides {
            let over = beyond(side, shape, *at);
            if over > 0.0 {
                *at = add(*at, scaled(side.normal, -over));
            }
        }
    }
    lies_between(sides, shape, *at)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::layout::geometry::overlap;

    #[test]
    fn forty_boxes_in_one_point_get_room_in_their_cell() {
        let shape = [-40.0, -10.0, 40.0, 20.0];
        let boxes = vec![shape; 40];
        let cell = Convex::of_rect([-200.0, -100.0, 200.0, 100.0]);
        let room = Room { cell: &cell, boxes: &boxes, border: 20.0 };
        let (growth, at) = room.made(&[[3.0, 4.0]; 40]);
        assert!((1.0..2.5).contains(&growth), "{growth}");
        for (index, &own) in at.iter().enumerate() {
            let own = moved(shape, own);
            let [right, bottom] =
                [200.0 * growth - 20.0, 100.0 * growth - 20.0].map(|side| side + 2.1);
            assert!(own[0] > -right && own[2] < right && own[1] > -bottom && own[3] < bottom);
            assert!(at[..index].iter().all(|&other| !overlap(own, moved(shape, other))));
        }
    }
}
