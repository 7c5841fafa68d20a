//! One connected component, from nothing or from where it lies, to a good drawing.
//!
//! Small components are drawn from several starts. For a map that is to be read, the drawing with the
//! least stress and faults wins: stress alone can't tell a drawing with a tie through a name from one
//! without.

use super::declutter::declutter;
use super::orientation;
use super::pinning::{fit_to_pins, restore_pins};
use super::shape::{shape_cost, widen};
use crate::layout::coordinates::Coordinates;
use crate::layout::error::LayoutError;
use crate::layout::geometry::Xy;
use crate::layout::ideal_lengths::LengthOptions;
use crate::layout::layout_graph::LayoutGraph;
use crate::layout::legibility::Legibility;
use crate::layout::method::Preset;
use crate::layout::options::Options;
use crate::layout::overlap_removal::remove_overlaps;
use crate::layout::problem::Problem;
use crate::layout::progress::{Cancelled, Progress};
use crate::layout::quality::quality;
use crate::layout::rng::Rng;
use crate::layout::stress::{Detail, Pace, Stress, UNSEEN, least_stress_drawings};
use crate::layout::structure::{WeightedGraph, multilevel_start, refine};

/// The most nodes and ties for which rotations are compared; larger maps are rotated by their main axis.
const MOST_ROTATED: usize = 80;
const MOST_TIES_ROTATED: usize = 300;
/// How many drawings are decluttered.
const FINALISTS: usize = 3;
/// Rounds of bounded forces. A push travels about a neighbourhood in each round and spreads out on its
/// way, so the rounds grow with the square of the graph's depth in ties.
const ROUNDS_PER_SQUARE: f32 = 0.6;
/// The least rounds, for graphs of up to a number of nodes.
const LEAST_ROUNDS: [(usize, usize); 3] = [(600, 100), (2000, 60), (usize::MAX, 34)];
const MOST_ROUNDS: usize = 200;
/// The most nodes for which *structure* starts from path lengths; above, it starts from coarser graphs.
const MOST_FROM_PATHS: usize = 1200;
/// The most nodes for which several structures are compared, and how many.
const COMPARED: (usize, usize) = (600, 3);
/// Rounds of a warm start.
const WARM_ROUNDS: usize = 60;

/// A component and what is needed to draw it.
pub(super) struct ComponentLayout<'a> {
    problem: &'a Problem,
    graph: LayoutGraph,
    /// Counts faults; only where the drawing is to be read and small enough.
    legibility: Option<Legibility<'a>>,
    /// What pulls neighbours together; only where structure is the aim.
    attraction: Option<WeightedGraph>,
    seed: u64,
    readability: bool,
    optimizes_legibility: bool,
}

impl<'a> ComponentLayout<'a> {
    pub(super) fn new(problem: &'a Problem, options: &Options) -> Result<Self, LayoutError> {
        let optimizes_legibility = options.optimizes_legibility();
        let legibility = if optimizes_legibility { Some(Legibility::new(problem)?) } else { None };
        let lengths = LengthOptions {
            makes_room: options.preset == Preset::Balanced,
            apart: options.clamped_apart(),
        };
        let graph = LayoutGraph::new(problem, lengths)?;
        let is_structure = options.preset == Preset::Structure;
        Ok(Self {
            problem,
            attraction: is_structure.then(|| WeightedGraph::of(&graph)),
            graph,
            legibility: legibility.filter(Legibility::is_small),
            seed: options.seed,
            readability: options.readability,
            optimizes_legibility,
        })
    }

    /// Draws the component from nothing: only the positions of pinned nodes count.
    pub(super) fn fresh(&self, progress: &mut Progress) -> Result<Vec<Xy>, Cancelled> {
        match &self.attraction {
            Some(attraction) => self.by_structure(attraction, progress),
            None => self.by_distance(progress),
        }
    }

    /// Improves the drawing from these positions. Each node is drawn back to where it was, and the map
    /// keeps its orientation, its mean and, where names need the room, its size.
    pub(super) fn warm(
        &self,
        positions: &mut [Xy],
        progress: &mut Progress,
    ) -> Result<(), Cancelled> {
        let pinned = &self.problem.pinned;
        let mut stress = Stress::new(&self.graph, pinned, Detail::Full, self.seed, progress)?;
        let before = positions.to_vec();
        let mut rng = Rng::new(self.seed);
        for (position, &pinned) in positions.iter_mut().zip(pinned) {
            if !pinned {
                // Nodes in one point would stay in one point.
                *position = position.map(|c| c + rng.centred());
            }
        }
        // A map that was widened for its names would shrink to the lengths of its ties.
        let scale = stress.by_scale(positions).best_scale().clamp(0.05, 20.0);
        let scale = if self.readability { scale.min(1.0) } else { 1.0 };
        let mut coordinates = Coordinates::from_world(positions);
        coordinates.scale(scale);
        stress.anchor(&coordinates);
        progress.set_magnification(1.0 / scale);
        stress.lower(&mut coordinates, WARM_ROUNDS, Pace::CAREFUL, UNSEEN, true, progress)?;
        progress.set_magnification(1.0);
        coordinates.scale(1.0 / scale);
        positions.copy_from_slice(&coordinates.to_world());
        restore_pins(self.problem, positions);
        if !self.problem.has_pins() {
            let before: Vec<Option<Xy>> = before.into_iter().map(Some).collect();
            orientation::fit(positions, &before);
        }
        if self.readability {
            remove_overlaps(&self.problem.boxes, pinned, positions, progress)?;
            if let Some(legibility) = &self.legibility {
                declutter(self.problem, legibility, &stress, positions, progress)?;
            }
        }
        Ok(())
    }

    /// Brings neighbours together.
    fn by_structure(
        &self,
        attraction: &WeightedGraph,
        progress: &mut Progress,
    ) -> Result<Vec<Xy>, Cancelled> {
        let count = self.problem.node_count();
        let pinned = &self.problem.pinned;
        let rounds = self.rounds();
        let starts = if count > MOST_FROM_PATHS && !self.problem.has_pins() {
            vec![multilevel_start(attraction, rounds, self.seed, progress)?]
        } else {
            let stress = Stress::new(&self.graph, pinned, Detail::Coarse, self.seed, progress)?;
            self.start_drawings(&stress, progress)?
        };
        let mut drawings: Vec<(f64, Vec<Xy>)> = Vec::new();
        for mut coordinates in starts {
            refine(attraction, pinned, &mut coordinates, rounds, progress)?;
            fit_to_pins(self.problem, &mut coordinates);
            let positions = self.readable(&coordinates, progress)?;
            drawings.push((self.disorder(&positions), positions));
        }
        Ok(cheapest(drawings))
    }

    /// Brings drawn distances near to the ideal ones.
    fn by_distance(&self, progress: &mut Progress) -> Result<Vec<Xy>, Cancelled> {
        let pinned = &self.problem.pinned;
        let stress = Stress::new(&self.graph, pinned, Detail::Full, self.seed, progress)?;
        let mut drawings: Vec<(f64, Vec<Xy>)> = Vec::new();
        for coordinates in self.start_drawings(&stress, progress)? {
            let positions = self.readable(&coordinates, progress)?;
            drawings.push((self.cost(&stress, &positions), positions));
        }
        if let Some(legibility) = &self.legibility {
            drawings.sort_by(|a, b| a.0.total_cmp(&b.0));
            drawings.truncate(FINALISTS);
            for (cost, positions) in &mut drawings {
                declutter(self.problem, legibility, &stress, positions, progress)?;
                *cost = self.cost(&stress, positions);
            }
        }
        Ok(cheapest(drawings))
    }

    fn start_drawings(
        &self,
        stress: &Stress,
        progress: &mut Progress,
    ) -> Result<Vec<Coordinates<2>>, Cancelled> {
        let fit = |coordinates: &mut Coordinates<2>| fit_to_pins(self.problem, coordinates);
        let (nodes, keep) = (self.problem.node_count(), self.candidates());
        least_stress_drawings(stress, nodes, keep, self.seed, &fit, progress)
    }

    /// Rotated, and with room for all boxes where that is wanted.
    fn readable(
        &self,
        coordinates: &Coordinates<2>,
        progress: &mut Progress,
    ) -> Result<Vec<Xy>, Cancelled> {
        let mut positions = self.oriented(coordinates.to_world());
        restore_pins(self.problem, &mut positions);
        if self.readability {
            let stretches = self.optimizes_legibility;
            // What is read must fit its page; in a large graph what it shows counts for more.
            let is_compact = stretches || positions.len() <= COMPARED.0;
            widen(self.problem, stretches, is_compact, &mut positions, progress)?;
            remove_overlaps(&self.problem.boxes, &self.problem.pinned, &mut positions, progress)?;
        }
        Ok(positions)
    }

    /// How many rounds of bounded forces a drawing gets.
    fn rounds(&self) -> usize {
        let nodes = self.problem.node_count();
        let least = LEAST_ROUNDS.iter().find(|least| nodes <= least.0).map_or(1, |least| least.1);
        let depth = f32::from(self.graph.depth());
        ((ROUNDS_PER_SQUARE * depth * depth) as usize).clamp(least, MOST_ROUNDS)
    }

    /// How many drawings the best one is chosen from.
    fn candidates(&self) -> usize {
        match self.problem.node_count() {
            count if self.attraction.is_some() && count <= COMPARED.0 => COMPARED.1,
            _ if !self.optimizes_legibility => 1,
            0..=30 => 24,
            31..=60 => 12,
            61..=120 => 4,
            121..=200 => 2,
            _ => 1,
        }
    }

    /// Rotated to the fewest faults, or with the longer axis level; unchanged with pins.
    fn oriented(&self, mut positions: Vec<Xy>) -> Vec<Xy> {
        if self.problem.has_pins() {
            return positions;
        }
        let mut tie_counts = vec![0; positions.len()];
        for node in self.graph.ties.iter().flat_map(|tie| tie.nodes) {
            tie_counts[node as usize] += 1;
        }
        orientation::landscape(&mut positions, &tie_counts);
        let is_small =
            positions.len() <= MOST_ROTATED && self.problem.tie_count() <= MOST_TIES_ROTATED;
        let Some(legibility) = self.legibility.as_ref().filter(|_| is_small) else {
            return positions;
        };
        let mut best = (f64::INFINITY, positions.clone());
        for rotated in orientation::rotations(&positions) {
            let cost = legibility.faults(&rotated) + shape_cost(self.problem, &rotated);
            if cost < best.0 - 1e-3 {
                best = (cost, rotated);
            }
        }
        best.1
    }

    fn cost(&self, stress: &Stress, positions: &[Xy]) -> f64 {
        let faults =
            self.legibility.as_ref().map_or(0.0, |legibility| legibility.faults(positions));
        0.5 * stress.by_scale(positions).value() + faults + shape_cost(self.problem, positions)
    }

    /// Low with few crossings and many neighbours kept; 0 in a graph too large for comparisons.
    fn disorder(&self, positions: &[Xy]) -> f64 {
        if self.problem.node_count() > COMPARED.0 {
            return 0.0;
        }
        // The problem has been checked, and it is small enough for crossings to be counted.
        quality(self.problem, positions)
            .map(|found| (1.0 - found.neighbourhood) * found.crossings.unwrap_or(0) as f64)
            .unwrap_or_default()
    }
}

/// The drawing with the least cost, the first of equals.
fn cheapest(drawings: Vec<(f64, Vec<Xy>)>) -> Vec<Xy> {
    let least = drawings.into_iter().min_by(|a, b| a.0.total_cmp(&b.0));
    least.map(|(_, positions)| positions).unwrap_or_default()
}
