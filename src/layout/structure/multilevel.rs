//! Multilevel start for large graphs: the large shape comes from a small graph.
//!
//! Source: Walshaw 2003 ("A multilevel algorithm for force-directed graph-drawing"). The graph is
//! coarsened until it is small, the smallest is drawn by its path lengths, and each finer one starts where
//! its groups lie and is refined.

use super::coarsening::CoarseGraph;
use super::refinement::refine;
use super::weighted_graph::WeightedGraph;
use crate::layout::coordinates::Coordinates;
use crate::layout::layout_graph::{LayoutGraph, NodeTie};
use crate::layout::progress::{Cancelled, Progress};
use crate::layout::rng::Rng;
use crate::layout::shortest_paths::PathGraph;
use crate::layout::stress::{Detail, Stress, least_stress_drawings};

/// The most nodes of a graph that is drawn by its path lengths.
const MOST_COARSEST: usize = 250;
/// Coarsening ends when a graph has more than this share of the nodes of the finer one.
const MOST_REMAINING: f32 = 0.9;
/// Coarser graphs get the rounds of the finest divided by this, within a range.
const ROUNDS_DIVISOR: usize = 5;
const ROUNDS: (usize, usize) = (15, 40);
/// The side of the square in which the nodes of a group are scattered, in length units.
const SCATTER: f32 = 0.5;

/// The initial positions of a graph without pins that will be refined in this many rounds.
pub(in crate::layout) fn multilevel_start(
    graph: &WeightedGraph,
    rounds: usize,
    seed: u64,
    progress: &mut Progress,
) -> Result<Coordinates<2>, Cancelled> {
    progress.set_frozen(true);
    let rounds = (rounds / ROUNDS_DIVISOR).clamp(ROUNDS.0, ROUNDS.1);
    let coordinates = lay_out_levels(graph, rounds, seed, progress);
    progress.set_frozen(false);
    coordinates
}

fn lay_out_levels(
    graph: &WeightedGraph,
    rounds: usize,
    seed: u64,
    progress: &mut Progress,
) -> Result<Coordinates<2>, Cancelled> {
    let mut rng = Rng::new(seed);
    let mut levels: Vec<CoarseGraph> = Vec::new();
    loop {
        let (finer, sizes) = match levels.last() {
            Some(level) => (&level.graph, level.sizes.clone()),
            None => (graph, vec![1.0; graph.node_count()]),
        };
        if finer.node_count() <= MOST_COARSEST {
            break;
        }
        let coarse = CoarseGraph::of(finer, &sizes, &mut rng);
        progress.check_cancelled()?;
        if coarse.graph.node_count() as f32 > MOST_REMAINING * finer.node_count() as f32 {
            break;
        }
        levels.push(coarse);
    }
    let coarsest = levels.last().map_or(graph, |level| &level.graph);
    let mut coordinates = lay_out_coarsest(coarsest, seed, progress)?;
    for index in (0..levels.len()).rev() {
        coordinates = expand(&coordinates, &levels[index].group_of, &mut rng);
        if index > 0 {
            let unpinned = vec![false; coordinates.len()];
            refine(&levels[index - 1].graph, &unpinned, &mut coordinates, rounds, progress)?;
        }
    }
    Ok(coordinates)
}

fn lay_out_coarsest(
    graph: &WeightedGraph,
    seed: u64,
    progress: &mut Progress,
) -> Result<Coordinates<2>, Cancelled> {
    let count = graph.node_count();
    let (graph, pinned) = (unit_length_graph(graph), vec![false; count]);
    let stress = Stress::new(&graph, &pinned, Detail::Coarse, seed, progress)?;
    let drawn = least_stress_drawings(&stress, count, 1, seed, &|_| (), progress)?;
    Ok(drawn.into_iter().next().unwrap_or_else(|| Coordinates::origin(count)))
}

/// The layout graph in which all ties are equally long, so that paths are counted in ties.
fn unit_length_graph(graph: &WeightedGraph) -> LayoutGraph {
    let (mut ties, mut edges) = (Vec::new(), Vec::new());
    for node in 0..graph.node_count() as u32 {
        for other in graph.neighbours(node as usize).iter().filter(|other| other.node > node) {
            let (nodes, strength) = ([node, other.node], other.weight);
            ties.push(NodeTie { nodes, ideal_length: 1.0, weight: 1.0, strength });
            edges.push((node, other.node, 1));
        }
    }
    let node_count = graph.node_count();
    let paths = PathGraph::new(node_count, &edges);
    LayoutGraph { node_count, ties, midpoint_ties: Vec::new(), paths, step: 1.0 }
}

/// Puts each node near its group.
fn expand(groups: &Coordinates<2>, group_of: &[u32], rng: &mut Rng) -> Coordinates<2> {
    let mut finer = Coordinates::origin(group_of.len());
    for (node, &group) in group_of.iter().enumerate() {
        let near = groups.get(group as usize).map(|c| c + SCATTER * rng.centred());
        finer.set(node, near);
    }
    finer
}
