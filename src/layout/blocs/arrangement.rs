//! Where blocs lie: cells that fill an outline, those with many ties between them side by side.
//!
//! Blocs are first arranged by the stress of distances that are shorter the more their members are tied, from
//! several starts. The best of these, turned and mirrored, are made into cells, and the arrangement whose ties between
//! blocs are shortest is kept.

use super::pair_stress::PairStress;
use super::power_cells::power_cells;
use crate::layout::convex::Convex;
use crate::layout::geometry::{DIRECTIONS, Xy, bounds, distance, size};
use crate::layout::rng::Rng;

/// The number of random starts.
const STARTS: usize = 24;
/// How many arrangements are made into cells, each turned and mirrored.
const FINALISTS: usize = 3;
/// With more blocs only the best arrangement is made into cells, as it is and in fewer rounds.
const MOST_TURNED: usize = 40;
const STRESS_ROUNDS: usize = 60;
const TRIAL_ROUNDS: usize = 25;
const FINAL_ROUNDS: usize = 120;
/// How much farther apart blocs without ties are than those with most.
const UNTIED: f32 = 1.5;

/// Blocs to be arranged.
pub(super) struct Arrangement<'a> {
    /// What the cells fill.
    pub(super) outline: &'a Convex,
    /// The area of each bloc; only ratios matter.
    pub(super) areas: &'a [f32],
    /// The weight of all ties between two blocs, in rows of all blocs.
    pub(super) ties: &'a [f32],
    /// By how much lengths across count more than lengths down.
    pub(super) wide: f32,
}

impl Arrangement<'_> {
    /// Where the blocs lie, so that the ties between them are short.
    pub(super) fn sites(&self, seed: u64) -> Vec<Xy> {
        let mut least: Option<(f32, Vec<Xy>)> = None;
        for mut sites in self.candidates(seed) {
            power_cells(self.outline, &mut sites, self.areas, TRIAL_ROUNDS);
            let cost = self.tie_length(&sites);
            if least.as_ref().is_none_or(|(least, _)| cost < *least) {
                least = Some((cost, sites));
            }
        }
        least.map(|(_, sites)| sites).unwrap_or_default()
    }

    /// The cell of each bloc; the sites come to lie in the middle of theirs.
    pub(super) fn cells(&self, sites: &mut [Xy]) -> Vec<Convex> {
        let is_small = self.areas.len() <= MOST_TURNED;
        let rounds = if is_small { FINAL_ROUNDS } else { TRIAL_ROUNDS };
        power_cells(self.outline, sites, self.areas, rounds)
    }

    /// Arrangements with little stress, fitted into the outline.
    fn candidates(&self, seed: u64) -> Vec<Vec<Xy>> {
        let (stress, mut rng) = (self.stress(), Rng::new(seed));
        let side = self.outline.area().sqrt();
        let start = |_| {
            let random = |_| [side * rng.centred(), side * rng.centred()];
            let mut at: Vec<Xy> = (0..self.areas.len()).map(random).collect();
            stress.lower(&mut at, STRESS_ROUNDS, |_, at| at);
            (stress.value(&at), at)
        };
        let mut arrangements: Vec<(f32, Vec<Xy>)> = (0..STARTS).map(start).collect();
        arrangements.sort_by(|a, b| a.0.total_cmp(&b.0));
        if self.areas.len() > MOST_TURNED {
            arrangements.truncate(1);
            return arrangements.into_iter().map(|(_, at)| self.fitted(&at)).collect();
        }
        arrangements.truncate(FINALISTS);
        let turned = |(_, at): (f32, Vec<Xy>)| {
            DIRECTIONS.into_iter().step_by(2).flat_map(move |[cosine, sine]| {
                let at = at.clone();
                [1.0, -1.0].map(move |mirror| {
                    let turn =
                        |[x, y]: &Xy| [x * cosine - y * sine, mirror * (x * sine + y * cosine)];
                    at.iter().map(turn).collect::<Vec<Xy>>()
                })
            })
        };
        arrangements.into_iter().flat_map(turned).map(|at| self.fitted(&at)).collect()
    }

    /// The wishes for the distances between blocs: as far as their radii need, farther where few ties join them.
    fn stress(&self) -> PairStress {
        let count = self.areas.len();
        let radius = |bloc: usize| (self.areas[bloc] / 3.0).sqrt();
        let closeness =
            |a: usize, b: usize| self.ties[a * count + b] / (self.areas[a] * self.areas[b]).sqrt();
        let pairs = || (0..count).flat_map(move |a| (0..a).map(move |b| (a, b)));
        let most = pairs().map(|(a, b)| closeness(a, b)).fold(f32::MIN_POSITIVE, f32::max);
        let scale = (self.outline.area() / self.areas.iter().sum::<f32>()).sqrt();
        let mut stress = PairStress::new(count);
        for (a, b) in pairs() {
            let apart = 1.0 + UNTIED * (1.0 - (closeness(a, b) / most).sqrt());
            let wanted = scale * (radius(a) + radius(b)) * apart;
            stress.wish([a, b], wanted, 1.0 / (wanted * wanted));
        }
        stress
    }

    /// The positions with each axis scaled, so that they lie in the inner part of the outline.
    fn fitted(&self, at: &[Xy]) -> Vec<Xy> {
        let around = bounds(at.iter().map(|&[x, y]| [x, y, x, y])).unwrap_or_default();
        let outline = self.outline.bounds().unwrap_or_default();
        let (from, to) = (size(around), size(outline));
        let fit = |at: Xy, axis: usize| {
            let share = if from[axis] > 0.0 { (at[axis] - around[axis]) / from[axis] } else { 0.5 };
            outline[axis] + to[axis] * (0.1 + 0.8 * share)
        };
        at.iter().map(|&at| [fit(at, 0), fit(at, 1)]).collect()
    }

    /// The length of all ties between blocs, drawn from middle to middle.
    fn tie_length(&self, sites: &[Xy]) -> f32 {
        let count = sites.len();
        let real = |[x, y]: Xy| [x * self.wide, y];
        let length = |(a, b): (usize, usize)| {
            self.ties[a * count + b] * distance(real(sites[a]), real(sites[b]))
        };
        (0..count).flat_map(|a| (0..a).map(move |b| (a, b))).map(length).sum()
    }
}
