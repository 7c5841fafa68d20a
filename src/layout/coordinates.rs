//! Positions as the kernels need them: one array for each axis, in length units.

use super::geometry::{Xy, scaled};
use super::ideal_lengths::LENGTH_UNIT;
use super::rng::Rng;

/// Where every node lies, in `D` dimensions.
#[derive(Clone)]
pub(super) struct Coordinates<const D: usize>(pub(super) [Vec<f32>; D]);

impl<const D: usize> Coordinates<D> {
    /// All in one point.
    pub(super) fn origin(nodes: usize) -> Self {
        Self(std::array::from_fn(|_| vec![0.0; nodes]))
    }

    /// Evenly distributed in a square or cube with sides of this many length units.
    pub(super) fn random(nodes: usize, side: f32, rng: &mut Rng) -> Self {
        let mut coordinates = Self::origin(nodes);
        for node in 0..nodes {
            for axis in &mut coordinates.0 {
                axis[node] = side * rng.centred();
            }
        }
        coordinates
    }

    pub(super) fn len(&self) -> usize {
        self.0[0].len()
    }

    #[inline(always)]
    pub(super) fn get(&self, node: usize) -> [f32; D] {
        std::array::from_fn(|d| self.0[d][node])
    }

    #[inline(always)]
    pub(super) fn set(&mut self, node: usize, at: [f32; D]) {
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
    pub(super) fn to_world(&self) -> Vec<Xy> {
        (0..self.len())
            .map(|node| scaled([self.0[0][node], self.0[1][node]], LENGTH_UNIT))
            .collect()
    }
}

impl Coordinates<2> {
    /// From world units.
    pub(super) fn from_world(positions: &[Xy]) -> Self {
        let axis = |d: usize| positions.iter().map(|p| p[d] / LENGTH_UNIT).collect();
        Self([axis(0), axis(1)])
    }
}
