//! Lowers stress round by round, with momentum, in two dimensions or in three before two.

use super::Stress;
use super::majorization::Sweep;
use super::terms::{DenseRows, PackedRows, TermMatrix};
use crate::layout::coordinates::Coordinates;
use crate::layout::momentum::Momentum;
use crate::layout::progress::{Cancelled, Progress};
use crate::layout::rng::Rng;
use crate::layout::simd;

/// The terms between two checks for cancellation.
const TERMS_PER_CHECK: usize = 4_000_000;
/// The side of the cube in which a random drawing starts, in length units.
const CUBE_SIDE: f32 = 3.0;

/// How far a round moves the nodes beyond the minimum of their terms.
#[derive(Clone, Copy, Debug)]
pub(in crate::layout) struct Pace {
    over_relaxation: f32,
    momentum: f32,
}

impl Pace {
    /// For terms between all pairs.
    pub(in crate::layout) const BOLD: Self = Self { over_relaxation: 1.6, momentum: 0.9 };
    /// For terms to pivots, where more momentum would make nodes oscillate.
    pub(in crate::layout) const STEADY: Self = Self { over_relaxation: 1.6, momentum: 0.3 };
    /// For rounds that never raise stress.
    pub(in crate::layout) const CAREFUL: Self = Self { over_relaxation: 1.5, momentum: 0.0 };

    /// Moves this many times as large as the least before are an oscillation that grows: momentum and
    /// over-relaxation together are too much where few neighbours, or pinned ones, hold a node.
    const OSCILLATION: f32 = 8.0;

    /// Careful once an oscillation grows.
    fn after(self, largest: f32, least: &mut f32) -> Self {
        *least = least.min(largest);
        let is_steady = largest <= Self::OSCILLATION * *least;
        if is_steady { self } else { Self::CAREFUL }
    }
}

impl Stress<'_> {
    /// The pace that suits these terms.
    pub(in crate::layout) fn pace(&self) -> Pace {
        match self.matrix {
            TermMatrix::Dense { .. } => Pace::BOLD,
            TermMatrix::Pivots { .. } => Pace::STEADY,
        }
    }

    /// Lowers stress in up to `rounds` rounds over all nodes. Ends early once no node moves by `least` length
    /// units.
    pub(in crate::layout) fn lower<const D: usize>(
        &self,
        coordinates: &mut Coordinates<D>,
        rounds: usize,
        mut pace: Pace,
        least: f32,
        is_shown: bool,
        progress: &mut Progress,
    ) -> Result<(), Cancelled> {
        let mut momentum = Momentum::new(coordinates);
        let mut columns = self.gather_columns(coordinates);
        let mut smallest = f32::INFINITY;
        for round in 0..rounds {
            momentum.apply(coordinates, pace.momentum, self.pinned);
            let largest = self.round(coordinates, &mut columns, pace.over_relaxation, progress)?;
            pace = pace.after(largest, &mut smallest);
            momentum.record(coordinates);
            if is_shown {
                progress.advance(0.5 / (rounds - round) as f32);
                progress.show_coordinates(coordinates)?;
            }
            if largest < least {
                break;
            }
        }
        Ok(())
    }

    /// A drawing from a random start in three dimensions: after the free rounds, each of the flattening
    /// rounds brings the nodes nearer to the plane. Nodes that would be caught behind others in the plane
    /// find a way around them.
    pub(in crate::layout) fn flattened_from_random(
        &self,
        [free, flattening]: [usize; 2],
        rng: &mut Rng,
        progress: &mut Progress,
    ) -> Result<Coordinates<2>, Cancelled> {
        let mut coordinates = Coordinates::<3>::random(self.graph.node_count, CUBE_SIDE, rng);
        self.flatten(&mut coordinates, free, flattening, progress)?;
        let [x, y, _] = coordinates.0;
        Ok(Coordinates([x, y]))
    }

    /// The same from a drawing whose nodes are put at random depths, within half of `depth` to either
    /// side, without free rounds.
    pub(in crate::layout) fn flattened_from(
        &self,
        drawing: &Coordinates<2>,
        depth: f32,
        rounds: usize,
        rng: &mut Rng,
        progress: &mut Progress,
    ) -> Result<Coordinates<2>, Cancelled> {
        let [x, y] = drawing.0.clone();
        let z = (0..drawing.len()).map(|_| depth * rng.centred()).collect();
        let mut coordinates = Coordinates([x, y, z]);
        self.flatten(&mut coordinates, 0, rounds, progress)?;
        let [x, y, _] = coordinates.0;
        Ok(Coordinates([x, y]))
    }

    fn flatten(
        &self,
        coordinates: &mut Coordinates<3>,
        free: usize,
        flattening: usize,
        progress: &mut Progress,
    ) -> Result<(), Cancelled> {
        let mut pace = self.pace();
        let mut smallest = f32::INFINITY;
        let mut momentum = Momentum::new(coordinates);
        let mut columns = self.gather_columns(coordinates);
        for round in 0..free + flattening {
            momentum.apply(coordinates, pace.momentum, self.pinned);
            let largest = self.round(coordinates, &mut columns, pace.over_relaxation, progress)?;
            pace = pace.after(largest, &mut smallest);
            let left = (free + flattening - round - 1) as f32 / flattening.max(1) as f32;
            for depth in &mut coordinates.0[2] {
                *depth *= left.min(1.0);
            }
            momentum.record(coordinates);
        }
        Ok(())
    }

    /// Moves each node once. Returns the largest move along an axis, in length units.
    fn round<const D: usize>(
        &self,
        coordinates: &mut Coordinates<D>,
        columns: &mut Coordinates<D>,
        over_relaxation: f32,
        progress: &mut Progress,
    ) -> Result<f32, Cancelled> {
        self.fill_columns(coordinates, columns);
        let nodes_per_check = TERMS_PER_CHECK / self.width.max(1) + 1;
        let mut largest = 0.0_f32;
        let mut first = 0;
        while first < self.graph.node_count {
            let nodes = first..(first + nodes_per_check).min(self.graph.node_count);
            first = nodes.end;
            let (coordinates, columns) = (&mut *coordinates, &mut *columns);
            let moved = match &self.matrix {
                TermMatrix::Dense { weight, pull } => {
                    let terms = DenseRows::new(weight, pull);
                    simd::run(Sweep {
                        stress: self,
                        terms,
                        coordinates,
                        columns,
                        nodes,
                        over_relaxation,
                    })
                }
                TermMatrix::Pivots { packed } => {
                    let terms = PackedRows::new(packed);
                    simd::run(Sweep {
                        stress: self,
                        terms,
                        coordinates,
                        columns,
                        nodes,
                        over_relaxation,
                    })
                }
            };
            largest = largest.max(moved);
            progress.check_cancelled()?;
        }
        Ok(largest)
    }

    /// The coordinates of the nodes of all columns.
    pub(super) fn gather_columns<const D: usize>(
        &self,
        coordinates: &Coordinates<D>,
    ) -> Coordinates<D> {
        let mut columns = Coordinates::origin(self.width);
        self.fill_columns(coordinates, &mut columns);
        columns
    }

    fn fill_columns<const D: usize>(
        &self,
        coordinates: &Coordinates<D>,
        columns: &mut Coordinates<D>,
    ) {
        for (axis, from) in columns.0.iter_mut().zip(&coordinates.0) {
            for (c, &node) in axis.iter_mut().zip(&self.columns) {
                *c = from[node as usize];
            }
        }
    }
}
