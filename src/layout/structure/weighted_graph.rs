//! A weighted graph as adjacency lists in one array: what pulls at each node.

use crate::layout::coordinates::Coordinates;
use crate::layout::layout_graph::{LayoutGraph, MidpointTie};

/// One end of a tie as seen from the other.
#[derive(Clone, Copy, Debug)]
pub(in crate::layout) struct Neighbour {
    pub(in crate::layout) node: u32,
    /// How much the tie counts.
    pub(in crate::layout) weight: f32,
    /// How far this end moves compared to the other, 0 to 1: the end with fewer ties moves more.
    pub(super) share: f32,
}

/// Ties with weights, by node.
pub(in crate::layout) struct WeightedGraph {
    starts: Vec<u32>,
    neighbours: Vec<Neighbour>,
    nodes: usize,
}

impl WeightedGraph {
    /// The ties of a layout graph. One with an end at a midpoint pulls at the nodes of that tie by their
    /// shares.
    pub(in crate::layout) fn of(graph: &LayoutGraph) -> Self {
        let ties = graph.ties.iter().map(|tie| (tie.nodes, tie.strength));
        let node_pairs = |tie: &MidpointTie| {
            let to = tie.shares.iter().filter(|(_, share)| *share < 0.0);
            let from = tie.shares.iter().filter(|(_, share)| *share > 0.0);
            let to: Vec<_> = to.collect();
            from.flat_map(|&(a, share_a)| {
                to.iter().map(move |&&(b, share_b)| ([a, b], -share_a * share_b * tie.weight / 2.0))
            })
            .collect::<Vec<_>>()
        };
        let midpoint_ties = graph.midpoint_ties.iter().flat_map(node_pairs);
        Self::new(graph.node_count, &ties.chain(midpoint_ties).collect::<Vec<_>>())
    }

    /// The graph of these ties, each given as two nodes and a weight.
    pub(in crate::layout) fn new(nodes: usize, ties: &[([u32; 2], f32)]) -> Self {
        let mut starts = vec![0_u32; nodes + 1];
        let mut degrees = vec![0.0; nodes];
        for &(ends, weight) in ties {
            for end in ends {
                starts[end as usize + 1] += 1;
                degrees[end as usize] += weight;
            }
        }
        for node in 0..nodes {
            starts[node + 1] += starts[node];
        }
        let mut next = starts.clone();
        let mut neighbours = vec![Neighbour { node: 0, weight: 0.0, share: 0.0 }; ties.len() * 2];
        for &([a, b], weight) in ties {
            for (from, other) in [(a, b), (b, a)] {
                let (own, others) = (degrees[from as usize], degrees[other as usize]);
                let share = others / (own + others).max(f32::MIN_POSITIVE);
                neighbours[next[from as usize] as usize] = Neighbour { node: other, weight, share };
                next[from as usize] += 1;
            }
        }
        Self { starts, neighbours, nodes }
    }

    pub(in crate::layout) fn node_count(&self) -> usize {
        self.nodes
    }

    /// The other ends of a node's ties.
    #[inline(always)]
    pub(in crate::layout) fn neighbours(&self, node: usize) -> &[Neighbour] {
        &self.neighbours[self.starts[node] as usize..self.starts[node + 1] as usize]
    }

    /// The mean length of ties; 0 if there are none.
    pub(super) fn mean_length(&self, coordinates: &Coordinates<2>) -> f32 {
        let (mut sum, mut count) = (0.0_f64, 0.0_f64);
        for node in 0..self.node_count() {
            let [x, y] = coordinates.get(node);
            for neighbour in self.neighbours(node) {
                let [other_x, other_y] = coordinates.get(neighbour.node as usize);
                let (dx, dy) = (x - other_x, y - other_y);
                sum += f64::from((dx * dx + dy * dy).sqrt());
                count += 1.0;
            }
        }
        if count > 0.0 { (sum / count) as f32 } else { 0.0 }
    }
}
