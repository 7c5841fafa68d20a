//! Positions as the kernels want them: one array for each axis, in usual lengths.

use super::geometry::{Xy, scaled};
use super::ideal_lengths::USUAL_LENGTH;
use super::rng::Rng;

/// Where every node is, in `D` dimensions.
#[derive(Clone)]
pub(super) struct Places<const D: usize>(pub(super) [Vec<f32>; D]);

impl<const D: usize> Places<D> {
    /// All in one point.
    pub(super) fn origin(nodes: usize) -> Self {
        Self(std::array::from_fn(|_| vec![0.0; nodes]))
    }

    /// Evenly in a square or cube with sides of this many usual lengths.
    pub(super) fn at_random(nodes: usize, side: f32, rng: &mut Rng) -> Self {
        let mut places = Self::origin(nodes);
        for node in 0..nodes {
            for axis in &mut places.0 {
                axis[node] = side * rng.centred();
            }
        }
        places
    }

    pub(super) fn len(&self) -> usize {
        self.0[0].len()
    }

    #[inline(always)]
    pub(super) fn of(&self, node: usize) -> [f32; D] {
        std::array::from_fn(|d| self.0[d][node])
    }

    #[inline(always)]
    pub(super) fn put(&mut self, node: usize, at: [f32; D]) {
        for (axis, at) in self.0.iter_mut().zip(at) {
            axis[node] = at;
        }
    }

    pub(super) fn scale(&mut self, by: f32) {
        for c in self.0.iter_mut().flatten() {
            *c *= by;
        }
    }

    /// The first two axes in world units.
    pub(super) fn in_world(&self) -> Vec<Xy> {
        (0..self.len())
            .map(|node| scaled([self.0[0][node], self.0[1][node]], USUAL_LENGTH))
            .collect()
    }
}

impl Places<2> {
    /// From world units.
    pub(super) fn from_world(positions: &[Xy]) -> Self {
        let axis = |d: usize| positions.iter().map(|p| p[d] / USUAL_LENGTH).collect();
        Self([axis(0), axis(1)])
    }
}
