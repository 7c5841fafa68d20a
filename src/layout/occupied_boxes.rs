//! Boxes that are taken, and the free place nearest to a wish.

use super::free_space::{FreeSpace, MARGIN};
use super::geometry::grown;

/// Boxes in the plane, each `[left, top, right, bottom]` in world units, which nothing new may overlap.
pub struct OccupiedBoxes(FreeSpace);

impl OccupiedBoxes {
    /// The boxes that are taken, for questions about boxes up to the size of `largest`.
    pub fn new(taken: &[[f32; 4]], largest: [f32; 4]) -> Self {
        let mut shapes = taken.to_vec();
        shapes.push(largest);
        let mut space = FreeSpace::new(&shapes);
        for (node, shape) in (0..).zip(taken) {
            space.occupy(node, *shape, [0.0; 2]);
        }
        Self(space)
    }

    /// Whether a box, relative to its centre, overlaps nothing that is taken when its centre lies there.
    pub fn is_free(&self, shape: [f32; 4], at: [f32; 2]) -> bool {
        self.0.is_free(grown(shape, -MARGIN), at)
    }

    /// The place nearest to a wish at which a box is free and keeps a
    /// small margin: the wish itself if it is, else the first free
    /// place on rings around it.
    pub fn nearest_free(&self, shape: [f32; 4], wish: [f32; 2]) -> [f32; 2] {
        self.0.nearest(shape, wish)
    }
}
