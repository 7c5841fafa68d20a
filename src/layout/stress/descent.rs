//! Rounds that lower stress, with momentum, and in three dimensions before two.

use super::super::momentum::Momentum;
use super::super::rng::Rng;
use super::Stress;
use super::majorization::Sweep;
use super::terms::{Each, Packed, Rows};
use crate::layout::coordinates::Places;
use crate::layout::progress::{Stop, Watch};
use crate::layout::simd;

/// So many terms between two looks at the observer, that it can stop the run at once.
const TERMS_A_FRAME: usize = 4_000_000;
/// Sides of the cube in which a drawing begins, in usual lengths.
const CUBE: f32 = 3.0;

/// How boldly a round moves the nodes.
#[derive(Clone, Copy, Debug)]
pub(in super::super) struct Pace {
    over_relaxation: f32,
    momentum: f32,
}

impl Pace {
    /// Where each pair has a term of its own.
    pub(in super::super) const BOLD: Self = Self { over_relaxation: 1.6, momentum: 0.9 };
    /// Where pivots stand for others, which more momentum would shake.
    pub(in super::super) const STEADY: Self = Self { over_relaxation: 1.6, momentum: 0.3 };
    /// Where no round may raise stress.
    pub(in super::super) const CAREFUL: Self = Self { over_relaxation: 1.5, momentum: 0.0 };

    /// Moves so many times as large as the least ones before are a swing that builds up: momentum and
    /// over-relaxation together are too much where few neighbours, or pinned ones, hold a node.
    const SWING: f32 = 8.0;

    /// Careful from when a swing builds up.
    fn after(self, largest: f32, least: &mut f32) -> Self {
        *least = least.min(largest);
        let is_steady = largest <= Self::SWING * *least;
        if is_steady { self } else { Self::CAREFUL }
    }
}

impl Stress<'_> {
    /// The pace that suits these terms.
    pub(in super::super) fn pace(&self) -> Pace {
        match self.rows {
            Rows::Each { .. } => Pace::BOLD,
            Rows::Pivots { .. } => Pace::STEADY,
        }
    }

    /// Up to `rounds` over all nodes; ends early once nothing moves by `least` usual lengths.
    /// The rounds are shown if so wished.
    pub(in super::super) fn lower<const D: usize>(
        &self,
        at: &mut Places<D>,
        rounds: usize,
        mut pace: Pace,
        least: f32,
        is_shown: bool,
        watch: &mut Watch,
    ) -> Result<(), Stop> {
        let mut momentum = Momentum::new(at);
        let mut columns = self.columns_of(at);
        let mut smallest = f32::INFINITY;
        for round in 0..rounds {
            momentum.carry(at, pace.momentum, self.pinned);
            let largest = self.round(at, &mut columns, pace.over_relaxation, watch)?;
            pace = pace.after(largest, &mut smallest);
            momentum.learn(at);
            if is_shown {
                watch.advance(0.5 / (rounds - round) as f32);
                watch.show_places(at)?;
            }
            if largest < least {
                break;
            }
        }
        Ok(())
    }

    /// A drawing from a random start in three dimensions: after some free rounds, each of the
    /// `pressed` rounds brings the nodes nearer to the plane. What would be caught behind others in
    /// the plane finds a way around them.
    pub(in super::super) fn untangled(
        &self,
        free: usize,
        pressed: usize,
        rng: &mut Rng,
        watch: &mut Watch,
    ) -> Result<Places<2>, Stop> {
        let mut at = Places::<3>::at_random(self.network.nodes, CUBE, rng);
        self.press(&mut at, free, pressed, watch)?;
        let [x, y, _] = at.0;
        Ok(Places([x, y]))
    }

    /// The same from a drawing whose nodes are put at random depths, within half of `depth` to either
    /// side.
    pub(in super::super) fn shaken(
        &self,
        from: &Places<2>,
        depth: f32,
        pressed: usize,
        rng: &mut Rng,
        watch: &mut Watch,
    ) -> Result<Places<2>, Stop> {
        let [x, y] = from.0.clone();
        let z = (0..from.len()).map(|_| depth * rng.centred()).collect();
        let mut at = Places([x, y, z]);
        self.press(&mut at, 0, pressed, watch)?;
        let [x, y, _] = at.0;
        Ok(Places([x, y]))
    }

    fn press(
        &self,
        at: &mut Places<3>,
        free: usize,
        pressed: usize,
        watch: &mut Watch,
    ) -> Result<(), Stop> {
        let mut pace = self.pace();
        let mut smallest = f32::INFINITY;
        let mut momentum = Momentum::new(at);
        let mut columns = self.columns_of(at);
        for round in 0..free + pressed {
            momentum.carry(at, pace.momentum, self.pinned);
            let largest = self.round(at, &mut columns, pace.over_relaxation, watch)?;
            pace = pace.after(largest, &mut smallest);
            let left = (free + pressed - round - 1) as f32 / pressed.max(1) as f32;
            for depth in &mut at.0[2] {
                *depth *= left.min(1.0);
            }
            momentum.learn(at);
        }
        Ok(())
    }

    fn round<const D: usize>(
        &self,
        at: &mut Places<D>,
        columns: &mut Places<D>,
        over_relaxation: f32,
        watch: &mut Watch,
    ) -> Result<f32, Stop> {
        self.fill_columns(at, columns);
        let nodes_a_frame = TERMS_A_FRAME / self.width.max(1) + 1;
        let mut largest = 0.0_f32;
        let mut first = 0;
        while first < self.network.nodes {
            let nodes = first..(first + nodes_a_frame).min(self.network.nodes);
            first = nodes.end;
            let (at, columns) = (&mut *at, &mut *columns);
            let moved = match &self.rows {
                Rows::Each { weight, pull } => {
                    let terms = Each::new(weight, pull);
                    simd::run(Sweep { stress: self, terms, at, columns, nodes, over_relaxation })
                }
                Rows::Pivots { packed } => {
                    let terms = Packed::new(packed);
                    simd::run(Sweep { stress: self, terms, at, columns, nodes, over_relaxation })
                }
            };
            largest = largest.max(moved);
            watch.tick()?;
        }
        Ok(largest)
    }

    pub(super) fn columns_of<const D: usize>(&self, at: &Places<D>) -> Places<D> {
        let mut columns = Places::origin(self.width);
        self.fill_columns(at, &mut columns);
        columns
    }

    fn fill_columns<const D: usize>(&self, at: &Places<D>, columns: &mut Places<D>) {
        for (axis, from) in columns.0.iter_mut().zip(&at.0) {
            for (c, &node) in axis.iter_mut().zip(&self.columns) {
                *c = from[node as usize];
            }
        }
    }
}
