//! One connected part from nothing, or from where it is, to a good drawing.
//!
//! Small parts are drawn from several starts. For a map that is read, the drawing with the least stress
//! and faults wins: stress alone cannot tell a drawing with a tie through a name from one without.

use super::components::size_of;
use super::coordinates::Places;
use super::declutter::clear;
use super::free_space::MARGIN;
use super::geometry::{Xy, bounds, grown, moved};
use super::ideal_lengths::{Network, Wishes};
use super::legibility::Drawing;
use super::method::Preset;
use super::multi_start::{UNSEEN, drawings};
use super::orientation;
use super::overlap_removal::{overlapping, separate};
use super::problem::{LayoutError, Problem};
use super::progress::{Stop, Watch};
use super::quality::quality;
use super::rng::Rng;
use super::solve::Options;
use super::stress::{Detail, Pace, Stress};
use super::structure::{Ties, polish, start};

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
/// Rounds of bounded forces. A push travels about a neighbourhood a round and is spread out on its way,
/// so they grow with the square of how deep the network is, in ties; at least so many, for small and
/// large networks; and at most.
const ROUNDS_A_SQUARE: f32 = 0.6;
const LEAST_ROUNDS: [(usize, usize); 3] = [(600, 100), (2000, 60), (usize::MAX, 34)];
const MOST_ROUNDS: usize = 200;
/// Up to so many nodes a structure starts from path lengths, and above from coarser networks.
const SKETCHED: usize = 1200;
/// Up to so many nodes, the best structure of so many is taken.
const COMPARED: (usize, usize) = (600, 3);
/// Rounds of a warm start.
const WARM_ROUNDS: usize = 60;

/// A part and what it is settled by.
pub(super) struct Settling<'a> {
    problem: &'a Problem,
    network: Network,
    /// What to look for faults in; there only where the drawing is to be read and small enough.
    drawing: Option<Drawing<'a>>,
    /// What pulls neighbours together; there only where structure is the aim.
    ties: Option<Ties>,
    seed: u64,
    readability: bool,
    is_read: bool,
}

impl<'a> Settling<'a> {
    pub(super) fn new(problem: &'a Problem, options: &Options) -> Result<Self, LayoutError> {
        let is_read = options.is_read();
        let drawing = if is_read { Some(Drawing::new(problem)?) } else { None };
        let room = options.preset == Preset::Balanced;
        let network = Network::new(problem, Wishes { room, apart: options.share_apart() })?;
        Ok(Self {
            problem,
            ties: (options.preset == Preset::Structure).then(|| Ties::of(&network)),
            network,
            drawing: drawing.filter(Drawing::is_small),
            seed: options.seed,
            readability: options.readability,
            is_read,
        })
    }

    /// Start positions count for pinned nodes alone.
    pub(super) fn fresh(&self, watch: &mut Watch) -> Result<Vec<Xy>, Stop> {
        match &self.ties {
            Some(ties) => self.structured(ties, watch),
            None => self.by_distance(watch),
        }
    }

    /// Neighbours together.
    fn structured(&self, ties: &Ties, watch: &mut Watch) -> Result<Vec<Xy>, Stop> {
        let count = self.problem.node_count();
        let pinned = &self.problem.pinned;
        let rounds = self.rounds();
        let starts = if count > SKETCHED && !self.has_pins() {
            vec![start(ties, rounds, self.seed, watch)?]
        } else {
            let stress = Stress::new(&self.network, pinned, Detail::Sketch, self.seed, watch)?;
            let heed = |places: &mut Places<2>| self.heed_pins(places);
            drawings(&stress, count, self.candidates(), self.seed, &heed, watch)?
        };
        let mut drawings: Vec<(f64, Vec<Xy>)> = Vec::new();
        for mut places in starts {
            polish(ties, pinned, &mut places, rounds, watch)?;
            self.heed_pins(&mut places);
            let positions = self.readable(&places, watch)?;
            drawings.push((self.disorder(&positions), positions));
        }
        Ok(best(drawings))
    }

    /// Drawn distances as wanted.
    fn by_distance(&self, watch: &mut Watch) -> Result<Vec<Xy>, Stop> {
        let count = self.problem.node_count();
        let pinned = &self.problem.pinned;
        let stress = Stress::new(&self.network, pinned, Detail::Full, self.seed, watch)?;
        let heed = |places: &mut Places<2>| self.heed_pins(places);
        let drawn = drawings(&stress, count, self.candidates(), self.seed, &heed, watch)?;
        let mut drawings: Vec<(f64, Vec<Xy>)> = Vec::new();
        for places in drawn {
            let positions = self.readable(&places, watch)?;
            drawings.push((self.cost(&stress, &positions), positions));
        }
        if let Some(drawing) = &self.drawing {
            drawings.sort_by(|a, b| a.0.total_cmp(&b.0));
            drawings.truncate(FINALISTS);
            for (cost, positions) in &mut drawings {
                clear(self.problem, drawing, &stress, positions, watch)?;
                *cost = self.cost(&stress, positions);
            }
        }
        Ok(best(drawings))
    }

    /// Turned, and with room for all boxes where that is wished.
    fn readable(&self, places: &Places<2>, watch: &mut Watch) -> Result<Vec<Xy>, Stop> {
        let mut positions = self.oriented(places.in_world());
        self.hold_pins(&mut positions);
        if self.readability {
            self.widen(&mut positions, watch)?;
            separate(&self.problem.boxes, &self.problem.pinned, &mut positions, watch)?;
        }
        Ok(positions)
    }

    /// How many rounds of bounded forces a drawing gets.
    fn rounds(&self) -> usize {
        let nodes = self.problem.node_count();
        let least = LEAST_ROUNDS.iter().find(|least| nodes <= least.0).map_or(1, |least| least.1);
        let long = f32::from(self.network.depth());
        ((ROUNDS_A_SQUARE * long * long) as usize).clamp(least, MOST_ROUNDS)
    }

    /// From how many drawings the most readable one is chosen.
    fn candidates(&self) -> usize {
        match self.problem.node_count() {
            count if self.ties.is_some() && count <= COMPARED.0 => COMPARED.1,
            _ if !self.is_read => 1,
            0..=30 => 24,
            31..=60 => 12,
            61..=120 => 4,
            121..=200 => 2,
            _ => 1,
        }
    }

    /// From these positions on. Each node is drawn back to where it was, and the map keeps its
    /// orientation, its mean and, where names need the room, its size.
    pub(super) fn warm(&self, positions: &mut [Xy], watch: &mut Watch) -> Result<(), Stop> {
        let mut stress =
            Stress::new(&self.network, &self.problem.pinned, Detail::Full, self.seed, watch)?;
        let before = positions.to_vec();
        let mut rng = Rng::new(self.seed);
        for (position, &pinned) in positions.iter_mut().zip(&self.problem.pinned) {
            if !pinned {
                // Nodes in one point would stay in one point.
                *position = position.map(|c| c + rng.centred());
            }
        }
        // A map that was widened for its names would shrink to the lengths of its ties.
        let by = stress.sums(positions).best_scale().clamp(0.05, 20.0);
        let by = if self.readability { by.min(1.0) } else { 1.0 };
        let mut places = Places::from_world(positions);
        places.scale(by);
        stress.anchor(&places);
        watch.magnify(1.0 / by);
        stress.lower(&mut places, WARM_ROUNDS, Pace::CAREFUL, UNSEEN, true, watch)?;
        watch.magnify(1.0);
        places.scale(1.0 / by);
        positions.copy_from_slice(&places.in_world());
        self.hold_pins(positions);
        if !self.has_pins() {
            let places: Vec<Option<Xy>> = before.into_iter().map(Some).collect();
            orientation::fit(positions, &places);
        }
        if self.readability {
            separate(&self.problem.boxes, &self.problem.pinned, positions, watch)?;
            if let Some(drawing) = &self.drawing {
                clear(self.problem, drawing, &stress, positions, watch)?;
            }
        }
        Ok(())
    }

    /// Where each node is pinned, if it is.
    fn pins(&self) -> impl Iterator<Item = Option<Xy>> {
        let places = self.problem.positions.iter().zip(&self.problem.pinned);
        places.map(|(place, &pinned)| place.filter(|_| pinned))
    }

    /// Lays the drawing over the pins as well as it can, and puts pinned nodes there.
    fn heed_pins(&self, places: &mut Places<2>) {
        if !self.has_pins() {
            return;
        }
        let mut positions = places.in_world();
        orientation::fit(&mut positions, &self.pins().collect::<Vec<_>>());
        self.hold_pins(&mut positions);
        *places = Places::from_world(&positions);
    }

    /// Puts pinned nodes where they are, to the bit.
    fn hold_pins(&self, positions: &mut [Xy]) {
        for (position, pin) in positions.iter_mut().zip(self.pins()) {
            *position = pin.unwrap_or(*position);
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
        let mut tie_counts = vec![0; positions.len()];
        for node in self.network.pairs.iter().flat_map(|pair| pair.nodes) {
            tie_counts[node as usize] += 1;
        }
        orientation::landscape(&mut positions, &tie_counts);
        let is_small =
            positions.len() <= MOST_TURNED && self.problem.tie_count() <= MOST_TIES_TURNED;
        let Some(drawing) = self.drawing.as_ref().filter(|_| is_small) else {
            return positions;
        };
        let mut best = (f64::INFINITY, positions.clone());
        for turned in orientation::turned(&positions) {
            let cost = drawing.faults(&turned) + self.shape_cost(&turned);
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
        let most = if self.is_read { MOST_SIDEWAYS } else { 1.0 };
        let sideways = (LANDSCAPE * height / width).clamp(1.0, most);
        let boxes = self.problem.boxes.iter().map(|&b| size_of(grown(b, MARGIN / 2.0)));
        let needed: f32 = boxes.map(|[w, h]| w * h).sum::<f32>() / (width * sideways * height);
        let least = (0.7 * needed).sqrt().max(1.0);
        let original = positions.to_vec();
        // What is read shall fit its page; in a large network what it shows counts for more.
        let fits_page = self.is_read || positions.len() <= COMPARED.0;
        let (most, growth) = if fits_page { (5, 0.125) } else { (50, 0.5) };
        for step in 0..=WIDENINGS {
            let by = least * (1.0 + step as f32 * growth);
            for (position, [x, y]) in positions.iter_mut().zip(&original) {
                *position = [x * by * sideways, y * by];
            }
            let overlaps = overlapping(&self.problem.boxes, positions).len();
            if overlaps <= positions.len() / most {
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
        let faults = self.drawing.as_ref().map_or(0.0, |drawing| drawing.faults(positions));
        0.5 * stress.sums(positions).value() + faults + self.shape_cost(positions)
    }

    /// Few crossings and neighbours that were kept; 0 in a network too large for comparisons.
    fn disorder(&self, positions: &[Xy]) -> f64 {
        if self.problem.node_count() > COMPARED.0 {
            return 0.0;
        }
        // The problem has been checked, and it is small enough for crossings to be counted.
        quality(self.problem, positions)
            .map(|found| (1.0 - found.neighbourhood) * found.crossings.unwrap_or(0) as f64)
            .unwrap_or_default()
    }

    /// 0 for a figure between 4 to 3 and 2 to 1, rising fast for narrower and slowly for flatter.
    fn shape_cost(&self, positions: &[Xy]) -> f64 {
        let [width, height] = self.extent(positions).map(f64::from);
        let narrow = (f64::from(LANDSCAPE) * height / width - 1.0).clamp(0.0, 1.0);
        let flat = (width / height / 2.0 - 1.0).clamp(0.0, 1.0);
        6.0 * narrow + 0.2 * flat
    }
}

/// The drawing that costs least, the first of equals.
fn best(drawings: Vec<(f64, Vec<Xy>)>) -> Vec<Xy> {
    let least = drawings.into_iter().min_by(|a, b| a.0.total_cmp(&b.0));
    least.map(|(_, positions)| positions).unwrap_or_default()
}
