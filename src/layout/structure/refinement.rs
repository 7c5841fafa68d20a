//! Refines a drawing by rounds of bounded forces.

use super::forces::ForceRound;
use super::space_tree::SpaceTree;
use super::weighted_graph::WeightedGraph;
use crate::layout::coordinates::Coordinates;
use crate::layout::momentum::Momentum;
use crate::layout::progress::{Cancelled, Progress};
use crate::layout::simd;

/// The mean length of ties at the start, in the unit of the forces.
const MEAN_LENGTH: f32 = 2.0;
/// The share of a node's last move that is repeated.
const MOMENTUM: f32 = 0.9;
/// How far nodes move beyond the minimum that ties alone would have, in the first round and in the last.
const OVER_RELAXATION: (f32, f32) = (1.8, 1.2);
/// The rounds between two times that the space tree is rebuilt.
const ROUNDS_PER_TREE: usize = 2;

/// Moves all nodes except pinned ones for some rounds. In the end, the mean length of ties is one length
/// unit, or as the pins have it.
pub(in crate::layout) fn refine(
    graph: &WeightedGraph,
    pinned: &[bool],
    coordinates: &mut Coordinates<2>,
    rounds: usize,
    progress: &mut Progress,
) -> Result<(), Cancelled> {
    let mean = graph.mean_length(coordinates);
    if mean <= 0.0 {
        return Ok(());
    }
    coordinates.scale(MEAN_LENGTH / mean);
    let mut momentum = Momentum::new(coordinates);
    let mut tree = SpaceTree::new(coordinates);
    for round in 0..rounds {
        momentum.apply(coordinates, MOMENTUM, pinned);
        if round % ROUNDS_PER_TREE == 0 {
            tree.rebuild(coordinates);
        }
        tree.update(coordinates);
        let done = round as f32 / rounds as f32;
        let over_relaxation = OVER_RELAXATION.0 + (OVER_RELAXATION.1 - OVER_RELAXATION.0) * done;
        for leaves in tree.leaf_ranges() {
            let (tree, coordinates) = (&mut tree, &mut *coordinates);
            simd::run(ForceRound { graph, pinned, coordinates, tree, leaves, over_relaxation });
            progress.check_cancelled()?;
        }
        momentum.record_or_restart(coordinates, MOMENTUM);
        progress.advance(0.5 / (rounds - round) as f32);
    }
    // Pins are back at their positions at the original scale.
    let mean =
        if pinned.contains(&true) { MEAN_LENGTH / mean } else { graph.mean_length(coordinates) };
    if mean > 0.0 {
        coordinates.scale(1.0 / mean);
    }
    progress.show_coordinates(coordinates)
}
