//! Stress: the weighted squared differences between drawn and ideal distances.
//!
//! Up to [`MOST_DENSE`] nodes every pair has a term of its own: the full stress of Gansner, Koren and North
//! 2004. Above, each node has terms for its ties and to pivots (see `pivots`). Guarantees that pinned
//! nodes keep their bits, and that the result depends on the input alone. It finds a local minimum.

mod by_node;
mod descent;
mod initial_positions;
mod majorization;
mod multi_start;
mod pivots;
mod terms;
mod value;

pub(super) use descent::Pace;
pub(super) use multi_start::{UNSEEN, least_stress_drawings};
pub(super) use value::StressByScale;

use super::coordinates::Coordinates;
use super::geometry::{Xy, distance};
use super::ideal_lengths::LENGTH_UNIT;
use super::layout_graph::{LayoutGraph, NodeTie};
use super::progress::{Cancelled, Progress};
use super::shortest_paths::distances;
use super::simd::padded;
use by_node::ByNode;
use pivots::Pivots;
use terms::TermMatrix;

/// The most nodes for which every pair has a term.
pub(super) const MOST_DENSE: usize = 2000;
/// The number of pivots for graphs of up to a number of nodes.
const PIVOTS: [(usize, usize); 4] = [(6_000, 448), (70_000, 192), (150_000, 144), (usize::MAX, 64)];
/// The most nodes for which every pair has a term with [`Detail::Coarse`].
const MOST_DENSE_COARSE: usize = 600;
/// The number of pivots with [`Detail::Coarse`].
const COARSE_PIVOTS: usize = 64;
/// Marks a node without a column.
const NO_COLUMN: u32 = u32::MAX;

/// The stress terms of a connected graph.
pub(super) struct Stress<'a> {
    graph: &'a LayoutGraph,
    pinned: &'a [bool],
    /// A row for each node, a column for each node or pivot.
    matrix: TermMatrix,
    /// The node of each column.
    columns: Vec<u32>,
    /// The length of a row: all columns, padded to whole lanes.
    width: usize,
    /// The column of each node, or [`NO_COLUMN`].
    column_of: Vec<u32>,
    /// Ties that aren't in the matrix.
    tie_terms: ByNode<TieTerm>,
    /// For each node, the ties with an end at a midpoint that depend on it, and its share.
    midpoint_ties_of: ByNode<(u32, f32)>,
    /// Where each node is drawn back to, as firmly as by all its terms together.
    anchors: Option<Vec<Xy>>,
    /// The sum of the weights of each node's terms.
    total_weight: Vec<f32>,
    /// The stress with all nodes in one point.
    collapsed: f64,
    /// Path lengths from some nodes to all, for the initial positions.
    distance_samples: Vec<Vec<f32>>,
}

#[derive(Clone, Copy)]
struct TieTerm {
    other: u32,
    ideal_length: f32,
    weight: f32,
}

/// How exact the terms are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Detail {
    /// Every pair up to [`MOST_DENSE`] nodes; above, so many pivots that more would change little.
    Full,
    /// A few pivots, enough for the large shape.
    Coarse,
}

impl<'a> Stress<'a> {
    pub(super) fn new(
        graph: &'a LayoutGraph,
        pinned: &'a [bool],
        detail: Detail,
        seed: u64,
        progress: &mut Progress,
    ) -> Result<Self, Cancelled> {
        let n = graph.node_count;
        progress.check_cancelled()?;
        let most_exact = if detail == Detail::Full { MOST_DENSE } else { MOST_DENSE_COARSE };
        let (matrix, columns, distance_samples) = if n <= most_exact {
            let columns: Vec<u32> = (0..n as u32).collect();
            let blocks = distances(&graph.paths, n, &columns);
            progress.check_cancelled()?;
            let matrix = TermMatrix::dense(n, &blocks, graph.step);
            (matrix, columns, initial_positions::distance_samples(n, &blocks, graph.step))
        } else {
            let count = match detail {
                Detail::Full => PIVOTS.iter().find(|(nodes, _)| n <= *nodes).map_or(1, |p| p.1),
                Detail::Coarse => COARSE_PIVOTS,
            };
            let pivots = Pivots::choose(&graph.paths, n, count, seed, progress)?;
            progress.check_cancelled()?;
            let distance_samples =
                initial_positions::distance_samples(n, &pivots.blocks[..1], graph.step);
            (pivots.matrix(graph.step), pivots.nodes().collect(), distance_samples)
        };
        progress.check_cancelled()?;
        let mut column_of = vec![NO_COLUMN; n];
        for (column, &node) in columns.iter().enumerate() {
            column_of[node as usize] = column as u32;
        }
        let mut stress = Self {
            graph,
            pinned,
            width: padded(columns.len()),
            matrix,
            columns,
            column_of,
            tie_terms: ByNode::new(n, std::iter::empty()),
            midpoint_ties_of: midpoint_ties_by_node(graph),
            anchors: None,
            total_weight: vec![0.0; n],
            collapsed: 0.0,
            distance_samples,
        };
        stress.replace_tie_terms();
        stress.sum_weights();
        Ok(stress)
    }

    /// Gives each tie a term with its own ideal length instead of that of the shortest path.
    fn replace_tie_terms(&mut self) {
        let both_ways = |tie: &NodeTie| {
            let [a, b] = tie.nodes;
            let to = |other| TieTerm { other, ideal_length: tie.ideal_length, weight: tie.weight };
            [(a, to(b)), (b, to(a))]
        };
        let ties = self.graph.ties.iter().flat_map(both_ways);
        let tie_terms = ByNode::new(self.graph.node_count, ties);
        // Ties between the same two nodes share a term: the first replaces that of the path.
        let mut last_seen_from = vec![u32::MAX; self.graph.node_count];
        for node in 0..self.graph.node_count {
            for tie in tie_terms.of(node) {
                let column = self.column_of[tie.other as usize];
                if column == NO_COLUMN {
                    continue;
                }
                let index = node * self.width + column as usize;
                let is_first = last_seen_from[tie.other as usize] != node as u32;
                last_seen_from[tie.other as usize] = node as u32;
                let (weight, pull) = if is_first { (0.0, 0.0) } else { self.matrix.term(index) };
                self.matrix
                    .replace(index, (weight + tie.weight, pull + tie.weight * tie.ideal_length));
            }
        }
        if matches!(self.matrix, TermMatrix::Pivots { .. }) {
            self.tie_terms = tie_terms;
        }
    }

    /// From now on, nodes are drawn back to these positions.
    pub(super) fn anchor(&mut self, coordinates: &Coordinates<2>) {
        self.anchors = Some((0..coordinates.len()).map(|node| coordinates.get(node)).collect());
    }

    /// The stress of positions in world units, at any scale.
    pub(super) fn by_scale(&self, positions: &[Xy]) -> StressByScale {
        self.by_scale_of(&Coordinates::from_world(positions))
    }

    /// The part of the stress that changes when this node moves, for positions in world units. Every pair
    /// must have a term.
    pub(super) fn value_at(&self, node: usize, positions: &[Xy]) -> f64 {
        let at = positions[node];
        let mut value = 0.0;
        for (column, &other) in self.columns.iter().enumerate() {
            let (weight, pull) = self.matrix.term(node * self.width + column);
            let drawn = distance(at, positions[other as usize]) / LENGTH_UNIT;
            value += f64::from(weight * drawn * drawn - 2.0 * pull * drawn);
        }
        value *= 2.0;
        let own = self.midpoint_ties_of.of(node);
        if !own.is_empty() {
            let at = Coordinates::from_world(positions);
            for &(index, _) in own {
                value +=
                    value::of_midpoint_tie(&self.graph.midpoint_ties[index as usize], &at).value();
            }
        }
        value
    }
}

fn midpoint_ties_by_node(graph: &LayoutGraph) -> ByNode<(u32, f32)> {
    let shares = graph.midpoint_ties.iter().zip(0_u32..).flat_map(|(tie, index)| {
        tie.shares.iter().map(move |&(node, share)| (node, (index, share)))
    });
    ByNode::new(graph.node_count, shares)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::layout::ideal_lengths::LengthOptions;
    use crate::layout::rng::Rng;
    use crate::layout::{Flow, test_problems};

    #[test]
    fn no_careful_round_raises_stress_with_ties_onto_ties_and_pins() {
        let mut problem = test_problems::grid(4);
        test_problems::tie(&mut problem, [0, 16 + 20], -1);
        test_problems::tie(&mut problem, [16 + 3, 16 + 24], -1);
        let mut pinned = vec![false; 16];
        pinned[5] = true;
        let graph =
            LayoutGraph::new(&problem, LengthOptions { makes_room: true, apart: 0.5 }).unwrap();
        let mut keep_on = |_: crate::layout::Frame<'_>| Flow::Continue;
        let mut progress = Progress::new(vec![[0.0; 2]; 16], &mut keep_on);
        let stress = Stress::new(&graph, &pinned, Detail::Full, 1, &mut progress).unwrap();
        let mut at = Coordinates::<2>::random(16, 4.0, &mut Rng::new(3));
        let held = at.get(5);
        let mut before = stress.by_scale_of(&at).value();
        for _ in 0..40 {
            stress.lower(&mut at, 1, Pace::CAREFUL, 0.0, true, &mut progress).unwrap();
            let after = stress.by_scale_of(&at).value();
            assert!(after <= before * 1.000_1, "{before} rose to {after}");
            before = after;
        }
        assert_eq!(at.get(5).map(f32::to_bits), held.map(f32::to_bits));
        assert!(before < 0.2 * stress.by_scale_of(&Coordinates::origin(16)).value());
    }

    #[test]
    fn a_node_alone_knows_its_share_of_the_stress() {
        let mut problem = test_problems::grid(4);
        test_problems::tie(&mut problem, [0, 16 + 20], -1);
        let pinned = vec![false; 16];
        let graph =
            LayoutGraph::new(&problem, LengthOptions { makes_room: true, apart: 0.5 }).unwrap();
        let mut keep_on = |_: crate::layout::Frame<'_>| Flow::Continue;
        let mut progress = Progress::new(vec![[0.0; 2]; 16], &mut keep_on);
        let stress = Stress::new(&graph, &pinned, Detail::Full, 1, &mut progress).unwrap();
        let mut positions = Coordinates::<2>::random(16, 4.0, &mut Rng::new(3)).to_world();
        for node in [0, 5, 9] {
            let (all, own) =
                (stress.by_scale(&positions).value(), stress.value_at(node, &positions));
            positions[node] = [30.0, -70.0];
            let all_after = stress.by_scale(&positions).value();
            let own_after = stress.value_at(node, &positions);
            assert!(((all_after - all) - (own_after - own)).abs() < 1e-3 * all);
        }
    }
}
