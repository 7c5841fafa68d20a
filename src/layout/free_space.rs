//! Which space is occupied by boxes, and the free position nearest to a target.
//!
//! The boxes lie in a grid whose cells are as large as the largest box, so that a box touches four cells
//! at most, or as large as the mean. Guarantee: at a position that is found, the box overlaps no other; there always is one, as
//! the plane is large.

use std::collections::BTreeMap;

use super::geometry::{DIRECTIONS, Rect, Xy, add, grown, moved, overlap, scaled};

/// The gap between any two boxes, in world units.
pub(super) const MARGIN: f32 = 8.0;
/// How many boxes of any size a cell may have before it counts as occupied as a whole.
const CROWDED: usize = 64;
/// The least side of a cell, in world units.
const SMALLEST_CELL: f32 = 64.0;
/// The distance between two rings of positions that are tried.
const RING_STEP: f32 = 16.0;

#[derive(Clone, Debug)]
pub(super) struct FreeSpace {
    cell: Xy,
    /// A cell that more boxes touch counts as occupied as a whole.
    most_in_cell: usize,
    boxes: BTreeMap<(i32, i32), Vec<(u32, Rect)>>,
    /// How far from the origin any occupied box reaches on an axis.
    extent: f32,
}

impl FreeSpace {
    /// Empty space for boxes no larger than the largest of these.
    pub(super) fn new(shapes: &[Rect]) -> Self {
        let largest = |low: usize| {
            shapes.iter().map(|b| b[low + 2] - b[low]).fold(1.0, f32::max) + 2.0 * MARGIN
        };
        Self::with_cells([largest(0), largest(1)], usize::MAX)
    }

    /// The space beside boxes of any size that stay, with cells of their mean size: the few that are much
    /// larger touch more of them. However many lie in a heap, few are looked at: where it is crowded, whole
    /// cells count as occupied.
    pub(super) fn beside(shapes: &[Rect]) -> Self {
        let mean = |low: usize| {
            let sum: f32 = shapes.iter().map(|b| b[low + 2] - b[low]).sum();
            (sum / shapes.len().max(1) as f32).max(SMALLEST_CELL)
        };
        let mut space = Self::with_cells([mean(0), mean(1)], CROWDED);
        (0..).zip(shapes).for_each(|(index, shape)| space.occupy(index, *shape, [0.0; 2]));
        space
    }

    fn with_cells(cell: Xy, most_in_cell: usize) -> Self {
        Self { cell, most_in_cell, boxes: BTreeMap::new(), extent: 1.0 }
    }

    /// Occupies the space of a node's box at a position.
    pub(super) fn occupy(&mut self, node: u32, shape: Rect, at: Xy) {
        let occupied = moved(shape, at);
        let farthest = occupied.iter().fold(0.0_f32, |most, c| most.max(c.abs()));
        self.extent = self.extent.max(farthest);
        let (most, cell_size) = (self.most_in_cell, self.cell);
        for cell in self.cells(occupied) {
            let list = self.boxes.entry(cell).or_default();
            if list.len() < most {
                list.push((node, occupied));
            } else if list.len() == most {
                let corner = [cell.0 as f32 * cell_size[0], cell.1 as f32 * cell_size[1]];
                list.insert(0, (node, moved([0.0, 0.0, cell_size[0], cell_size[1]], corner)));
            }
        }
    }

    /// The boxes that overlap an area. One that touches several cells may come more than once.
    pub(super) fn touching(&self, area: Rect) -> impl Iterator<Item = Rect> {
        let lists = self.cells(area).filter_map(|cell| self.boxes.get(&cell));
        lists.flatten().map(|(_, occupied)| *occupied).filter(move |other| overlap(area, *other))
    }

    /// Frees the space that a node occupied at this position.
    pub(super) fn release(&mut self, node: u32, shape: Rect, at: Xy) {
        for cell in self.cells(moved(shape, at)) {
            if let Some(list) = self.boxes.get_mut(&cell) {
                list.retain(|&(other, _)| other != node);
            }
        }
    }

    /// Whether the box keeps the margin from all others at this position.
    pub(super) fn is_free(&self, shape: Rect, at: Xy) -> bool {
        self.touching(grown(moved(shape, at), MARGIN)).next().is_none()
    }

    /// The target itself if it is free, else the first free position on rings around it.
    pub(super) fn nearest(&self, shape: Rect, target: Xy) -> Xy {
        if self.is_free(shape, target) {
            return target;
        }
        let reach = self.extent + target[0].abs().max(target[1].abs());
        let mut radius = RING_STEP;
        while radius < 2.0 * reach {
            for direction in DIRECTIONS {
                let at = add(target, scaled(direction, radius));
                if self.is_free(shape, at) {
                    return at;
                }
            }
            // Far from the target, where precision no longer matters, rings lie farther apart.
            radius += RING_STEP.max(radius / 16.0);
        }
        // Beyond everything that is occupied.
        [self.extent + MARGIN + 1.0 - shape[0] + self.extent / 1024.0, target[1]]
    }

    fn cells(&self, r: Rect) -> impl Iterator<Item = (i32, i32)> + use<> {
        let index = |c: f32, axis: usize| (c / self.cell[axis]).floor() as i32;
        let (left, right) = (index(r[0], 0), index(r[2], 0));
        let (top, bottom) = (index(r[1], 1), index(r[3], 1));
        (left..=right).flat_map(move |x| (top..=bottom).map(move |y| (x, y)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const SHAPE: Rect = [-40.0, -20.0, 40.0, 40.0];

    #[test]
    fn a_hundred_wishes_for_one_spot_are_all_granted_apart() {
        let mut free_space = FreeSpace::new(&[SHAPE]);
        let mut all: Vec<Rect> = Vec::new();
        for node in 0..100 {
            let at = free_space.nearest(SHAPE, [5.0, 5.0]);
            let new = grown(moved(SHAPE, at), MARGIN - 0.01);
            assert!(all.iter().all(|&old| !overlap(old, new)), "node {node} at {at:?}");
            all.push(moved(SHAPE, at));
            free_space.occupy(node, SHAPE, at);
        }
        assert!(all.iter().flatten().all(|c| c.abs() < 1500.0));
    }

    #[test]
    fn room_given_back_is_free_again() {
        let mut free_space = FreeSpace::new(&[SHAPE]);
        free_space.occupy(3, SHAPE, [0.0, 0.0]);
        assert!(!free_space.is_free(SHAPE, [30.0, 0.0]));
        free_space.release(3, SHAPE, [0.0, 0.0]);
        assert!(free_space.is_free(SHAPE, [30.0, 0.0]));
    }
}
