//! One connected part from nothing, or from where it is, to a good drawing.
//!
//! Small parts are drawn from several starts and the drawing with the least stress and faults wins:
//! stress alone cannot tell a drawing with a tie through a name from one without.

use super::clear::{self, clear};
use super::drawing::Drawing;
use super::far::Far;
use super::network::Network;
use super::orient;
use super::parts::size_of;
use super::plane::{Xy, bounds, moved};
use super::problem::Problem;
use super::rng::Rng;
use super::separate::separate;
use super::start;
use super::stress::Stress;
use super::watch::{Stop, Watch};

/// Up to so many nodes, turns are tried out; larger maps are turned by their longer axis.
const MOST_TURNED: usize = 80;
/// How many drawings get the last step.
const FINALISTS: usize = 3;
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
        let stress = Stress::new(self.network, &far, &self.problem.pinned);
        let count = self.problem.node_count();
        let starts = starts(count);
        let mut rng = Rng::new(self.seed);
        let mut drawings: Vec<(f64, Vec<Xy>)> = Vec::new();
        for index in 0..starts {
            let mut positions = match index {
                0 => start::by_paths(&far, count, self.seed),
                _ => start::at_random(count, &mut rng),
            };
            self.heed_pins(&mut positions);
            stress.lower(&mut positions, sweeps(count), UNSEEN, watch)?;
            positions = self.oriented(positions);
            if self.readability {
                self.widen(&mut positions);
                separate(&self.problem.boxes, &self.problem.pinned, &mut positions, watch)?;
            }
            drawings.push((self.cost(&stress, &positions), positions));
            watch.advance(1.0 / (starts - index + 1) as f32);
        }
        drawings.sort_by(|a, b| a.0.total_cmp(&b.0));
        drawings.truncate(FINALISTS);
        if self.readability && count <= clear::MOST_NODES {
            for (cost, positions) in &mut drawings {
                clear(self.problem, self.drawing, &stress, positions, watch)?;
                *cost = self.cost(&stress, positions);
            }
            drawings.sort_by(|a, b| a.0.total_cmp(&b.0));
        }
        Ok(drawings.into_iter().next().map(|(_, positions)| positions).unwrap_or_default())
    }

    /// From these positions on, which keep their orientation and their mean.
    pub(super) fn warm(&self, positions: &mut [Xy], watch: &mut Watch) -> Result<(), Stop> {
        let far = Far::new(self.network, self.seed, watch)?;
        let stress = Stress::new(self.network, &far, &self.problem.pinned);
        let count = positions.len();
        let mut rng = Rng::new(self.seed);
        let before = positions.to_vec();
        for (position, &pinned) in positions.iter_mut().zip(&self.problem.pinned) {
            if !pinned {
                // Nodes in one point would stay in one point.
                *position = position.map(|c| c + rng.centred());
            }
        }
        stress.lower(positions, sweeps(count), UNSEEN, watch)?;
        if !self.problem.pinned.contains(&true) {
            let places: Vec<Option<Xy>> = before.into_iter().map(Some).collect();
            orient::fit(positions, &places);
        }
        if self.readability {
            separate(&self.problem.boxes, &self.problem.pinned, positions, watch)?;
            if count <= clear::MOST_NODES {
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
        if positions.len() > MOST_TURNED {
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

    /// Stretches a free map as a whole, by at most 2, until most boxes have their room.
    fn widen(&self, positions: &mut [Xy]) {
        if self.has_pins() {
            return;
        }
        let few = positions.len() / 10;
        let original = positions.to_vec();
        for by in [1.0, 1.1, 1.2, 1.35, 1.5, 1.7, 2.0_f32] {
            for (position, from) in positions.iter_mut().zip(&original) {
                *position = from.map(|c| c * by);
            }
            if super::separate::overlapping(&self.problem.boxes, positions).len() <= few {
                break;
            }
        }
    }

    fn cost(&self, stress: &Stress, positions: &[Xy]) -> f64 {
        if positions.len() > clear::MOST_NODES {
            return 0.0; // the only drawing there is
        }
        0.5 * stress.value(positions) + self.drawing.faults(positions) + self.shape_cost(positions)
    }

    /// 0 for a figure between 4 to 3 and 2 to 1, rising for narrower and flatter ones.
    fn shape_cost(&self, positions: &[Xy]) -> f64 {
        let boxes = self.problem.boxes.iter().zip(positions).map(|(&b, &at)| moved(b, at));
        let [width, height] =
            bounds(boxes).map_or([1.0; 2], size_of).map(|c| f64::from(c.max(1.0)));
        let ratio = width / height;
        3.0 * (1.33 / ratio - 1.0).max(ratio / 2.0 - 1.0).clamp(0.0, 1.0)
    }
}

/// How many starts a part of this size is worth: some tens of milliseconds in all.
fn starts(nodes: usize) -> usize {
    match nodes {
        0..=2 => 1,
        3..=30 => 24,
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
