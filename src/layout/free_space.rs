//! Finds room: which boxes are taken, and the free spot nearest to a wish.
//!
//! Cells as large as the largest box, so that a box lies in four cells at most. Guarantee: a spot
//! found overlaps no taken box; there always is one, as the plane is large.

use std::collections::BTreeMap;

use super::geometry::{DIRECTIONS, Rect, Xy, add, grown, moved, overlap, scaled};

/// The air between any two boxes, in world units.
pub(super) const MARGIN: f32 = 8.0;
const RING: f32 = 16.0;

pub(super) struct Taken {
    cell: Xy,
    boxes: BTreeMap<(i32, i32), Vec<(u32, Rect)>>,
    extent: f32,
}

impl Taken {
    /// Room for boxes no larger than the largest of these.
    pub(super) fn new(shapes: &[Rect]) -> Self {
        let largest = |low: usize| {
            shapes.iter().map(|b| b[low + 2] - b[low]).fold(1.0, f32::max) + 2.0 * MARGIN
        };
        Self { cell: [largest(0), largest(1)], boxes: BTreeMap::new(), extent: 1.0 }
    }

    /// Takes the room of a node's box at a position.
    pub(super) fn take(&mut self, node: u32, shape: Rect, at: Xy) {
        let taken = moved(shape, at);
        let farthest = taken.iter().fold(0.0_f32, |most, c| most.max(c.abs()));
        self.extent = self.extent.max(farthest);
        for cell in self.cells(taken) {
            self.boxes.entry(cell).or_default().push((node, taken));
        }
    }

    /// Gives the room back that a node took at this position.
    pub(super) fn give_back(&mut self, node: u32, shape: Rect, at: Xy) {
        for cell in self.cells(moved(shape, at)) {
            if let Some(list) = self.boxes.get_mut(&cell) {
                list.retain(|&(other, _)| other != node);
            }
        }
    }

    /// Whether the box has air around it at this position.
    pub(super) fn is_free(&self, shape: Rect, at: Xy) -> bool {
        let wanted = grown(moved(shape, at), MARGIN);
        let mut cells = self.cells(wanted);
        !cells.any(|cell| {
            self.boxes
                .get(&cell)
                .is_some_and(|list| list.iter().any(|&(_, taken)| overlap(wanted, taken)))
        })
    }

    /// The wish itself if free, else the first free spot on rings around it.
    pub(super) fn nearest(&self, shape: Rect, wish: Xy) -> Xy {
        if self.is_free(shape, wish) {
            return wish;
        }
        let reach = self.extent + wish[0].abs().max(wish[1].abs());
        let mut radius = RING;
        while radius < 2.0 * reach {
            // Far from the wish, rings grow apart: precision no longer matters there.
            for direction in DIRECTIONS {
                let at = add(wish, scaled(direction, radius));
                if self.is_free(shape, at) {
                    return at;
                }
            }
            radius += RING.max(radius / 16.0);
        }
        // Beyond everything taken, whatever that is.
        [self.extent + MARGIN + 1.0 - shape[0] + self.extent / 1024.0, wish[1]]
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
        let mut taken = Taken::new(&[SHAPE]);
        let mut all: Vec<Rect> = Vec::new();
        for node in 0..100 {
            let at = taken.nearest(SHAPE, [5.0, 5.0]);
            let new = grown(moved(SHAPE, at), MARGIN - 0.01);
            assert!(all.iter().all(|&old| !overlap(old, new)), "node {node} at {at:?}");
            all.push(moved(SHAPE, at));
            taken.take(node, SHAPE, at);
        }
        assert!(all.iter().flatten().all(|c| c.abs() < 1500.0));
    }

    #[test]
    fn room_given_back_is_free_again() {
        let mut taken = Taken::new(&[SHAPE]);
        taken.take(3, SHAPE, [0.0, 0.0]);
        assert!(!taken.is_free(SHAPE, [30.0, 0.0]));
        taken.give_back(3, SHAPE, [0.0, 0.0]);
        assert!(taken.is_free(SHAPE, [30.0, 0.0]));
    }
}
