//! One connected part from nothing, or from where it is, to a good drawing.
//!
//! Small parts are drawn from several starts and the drawing with the least stress and faults wins:
//! stress alone cannot tell a drawing with a tie through a name from one without.

use super::clear::clear;
use super::drawing::Drawing;
use super::far::Far;
use super::network::Network;
use super::orient;
use super::parts::size_of;
use super::plane::{Xy, bounds, grown, moved, scaled};
use super::problem::Problem;
use super::rng::Rng;
use super::separate::{overlapping, separate};
use super::spot::MARGIN;
use super::start;
use super::stress::Stress;
use super::watch::{Stop, Watch};

/// Up to so many nodes and ties, turns are tried out; larger maps are turned by their longer axis.
const MOST_TURNED: usize = 80;
const MOST_TIES_TURNED: usize = 300;
/// How many drawings get the last step.
const FINALISTS: usize = 3;
/// A figure is at least so many times as wide as high, where its ties allow.
const LANDSCAPE: f32 = 1.45;
/// How much of that may come from stretching.
const MOST_SIDEWAYS: f32 = 1.4;
const WIDENINGS: usize = 8;
/// Moves below this (in world units) can't be seen.
const UNSEEN: f32 = 0.05;

/// What a part is settled by.
pub(super) struct Settling<'a> {
    pub(super) problem: &'a Problem,
    pub(super) network: &'a Network,
    pub(super) drawing: &'a Drawing<'a>,
    pub(super) seed: u64,
    pub(super) readability: bool,
}

impl Settling<'_> {
    /// Start positions count for pinned nodes alone.
    pub(super) fn fresh(&self, watch: &mut Watch) -> Result<Vec<Xy>, Stop> {
        let far = Far::new(self.network, self.seed, watch)?;
        watch.tick()?;
        let stress = Stress::new(self.network, &far, &self.problem.pinned);
        watch.tick()?;
        let count = self.problem.node_count();
        let starts = starts(count);
        let mut rng = Rng::new(self.seed);
        let mut drawings: Vec<(f64, Vec<Xy>)> = Vec::new();
        for index in 0..starts {
            let mut positions = match index {
                0 => start::by_paths(&far, count, self.seed),
                _ => start::at_random(count, &mut rng),
            };
            watch.tick()?;
            self.heed_pins(&mut positions);
            stress.lower(&mut positions, sweeps(count), UNSEEN, watch)?;
            positions = self.oriented(positions);
            if self.readability {
                self.widen(&mut positions, watch)?;
                separate(&self.problem.boxes, &self.problem.pinned, &mut positions, watch)?;
            }
            drawings.push((self.cost(&stress, &positions), positions));
            watch.advance(1.0 / (starts - index + 1) as f32);
        }
        drawings.sort_by(|a, b| a.0.total_cmp(&b.0));
        drawings.truncate(FINALISTS);
        if self.readability && self.drawing.is_small() {
            for (cost, positions) in &mut drawings {
                clear(self.problem, self.drawing, &stress, positions, watch)?;
                *cost = self.cost(&stress, positions);
            }
            drawings.sort_by(|a, b| a.0.total_cmp(&b.0));
        }
        Ok(drawings.into_iter().next().map(|(_, positions)| positions).unwrap_or_default())
    }

    /// From these positions on. Each node is drawn back to where it was, and the map keeps its
    /// orientation, its mean and, where names need the room, its size.
    pub(super) fn warm(&self, positions: &mut [Xy], watch: &mut Watch) -> Result<(), Stop> {
        let far = Far::new(self.network, self.seed, watch)?;
        watch.tick()?;
        let mut stress = Stress::new(self.network, &far, &self.problem.pinned);
        let before = positions.to_vec();
        let mut rng = Rng::new(self.seed);
        for (position, &pinned) in positions.iter_mut().zip(&self.problem.pinned) {
            if !pinned {
                // Nodes in one point would stay in one point.
                *position = position.map(|c| c + rng.centred());
            }
        }
        // A map that was widened for its names would shrink to the lengths of its ties.
        let by = if self.readability { stress.best_scale(positions).min(1.0) } else { 1.0 };
        for position in positions.iter_mut() {
            *position = scaled(*position, by);
        }
        stress.anchor(positions.to_vec());
        watch.magnify(1.0 / by);
        stress.lower(positions, sweeps(positions.len()), UNSEEN, watch)?;
        watch.magnify(1.0);
        for position in positions.iter_mut() {
            *position = scaled(*position, 1.0 / by);
        }
        let is_pinned = self.problem.pinned.iter();
        for ((position, &pinned), &held) in positions.iter_mut().zip(is_pinned).zip(&before) {
            if pinned {
                *position = held;
            }
        }
        if !self.has_pins() {
            let places: Vec<Option<Xy>> = before.into_iter().map(Some).collect();
            orient::fit(positions, &places);
        }
        if self.readability {
            separate(&self.problem.boxes, &self.problem.pinned, positions, watch)?;
            if self.drawing.is_small() {
                clear(self.problem, self.drawing, &stress, positions, watch)?;
            }
        }
        Ok(())
    }

    fn heed_pins(&self, positions: &mut [Xy]) {
        let places: Vec<Option<Xy>> = self
            .problem
            .positions
            .iter()
            .zip(&self.problem.pinned)
            .map(|(place, &pinned)| place.filter(|_| pinned))
            .collect();
        orient::fit(positions, &places);
        for (position, place) in positions.iter_mut().zip(places) {
            *position = place.unwrap_or(*position);
        }
    }

    fn has_pins(&self) -> bool {
        self.problem.pinned.contains(&true)
    }

    /// The turn with the least faults, or with the longer axis level; as it is with pins.
    fn oriented(&self, mut positions: Vec<Xy>) -> Vec<Xy> {
        if self.has_pins() {
            return positions;
        }
        let tie_counts: Vec<usize> = self.drawing.ties_of.iter().map(Vec::len).collect();
        orient::landscape(&mut positions, &tie_counts);
        if positions.len() > MOST_TURNED || self.drawing.ties.len() > MOST_TIES_TURNED {
            return positions;
        }
        let mut best = (f64::INFINITY, positions.clone());
        for turned in orient::turned(&positions) {
            let cost = self.drawing.faults(&turned) + self.shape_cost(&turned);
            if cost < best.0 - 1e-3 {
                best = (cost, turned);
            }
        }
        best.1
    }

    /// Stretches a free map until few boxes overlap, so that separating them keeps its shape; and
    /// sideways a little when it would come out narrower than landscape, as names are wide.
    fn widen(&self, positions: &mut [Xy], watch: &mut Watch) -> Result<(), Stop> {
        if self.has_pins() {
            return Ok(());
        }
        let [width, height] = self.extent(positions);
        let sideways = (LANDSCAPE * height / width).clamp(1.0, MOST_SIDEWAYS);
        let boxes = self.problem.boxes.iter().map(|&b| size_of(grown(b, MARGIN / 2.0)));
        let needed: f32 = boxes.map(|[w, h]| w * h).sum::<f32>() / (width * sideways * height);
        let least = (0.7 * needed).sqrt().max(1.0);
        let original = positions.to_vec();
        for step in 0..=WIDENINGS {
            let by = least * (1.0 + step as f32 / WIDENINGS as f32);
            for (position, [x, y]) in positions.iter_mut().zip(&original) {
                *position = [x * by * sideways, y * by];
            }
            let overlaps = overlapping(&self.problem.boxes, positions).len();
            if overlaps <= positions.len() / 5 {
                break;
            }
            watch.tick()?;
        }
        Ok(())
    }

    fn extent(&self, positions: &[Xy]) -> Xy {
        let boxes = self.problem.boxes.iter().zip(positions).map(|(&b, &at)| moved(b, at));
        bounds(boxes).map_or([1.0; 2], size_of).map(|c| c.max(1.0))
    }

    fn cost(&self, stress: &Stress, positions: &[Xy]) -> f64 {
        let faults = if self.drawing.is_small() { self.drawing.faults(positions) } else { 0.0 };
        0.5 * stress.value(positions) + faults + self.shape_cost(positions)
    }

    /// 0 for a figure between 4 to 3 and 2 to 1, rising fast for narrower and slowly for flatter.
    fn shape_cost(&self, positions: &[Xy]) -> f64 {
        let [width, height] = self.extent(positions).map(f64::from);
        let narrow = (f64::from(LANDSCAPE) * height / width - 1.0).clamp(0.0, 1.0);
        let flat = (width / height / 2.0 - 1.0).clamp(0.0, 1.0);
        6.0 * narrow + 0.2 * flat
    }
}

/// How many starts a part of this size is worth: some tens of milliseconds in all.
fn starts(nodes: usize) -> usize {
    match nodes {
        0..=2 => 1,
        3..=30 => 32,
        31..=60 => 12,
        61..=120 => 4,
        121..=200 => 2,
        _ => 1,
    }
}

fn sweeps(nodes: usize) -> usize {
    match nodes {
        0..=200 => 200,
        201..=2000 => 60,
        _ => 50,
    }
}
