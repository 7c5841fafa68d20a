//! Orders the nodes of each layer so that few links cross.
//!
//! Source: barycentres in sweeps down and up (Sugiyama, Tagawa, Toda 1981), with a dummy node for each
//! link on each layer it passes; crossings between neighbouring layers counted as inversions (Barth,
//! Jünger, Mutzel 2002). The order with the fewest crossings found is kept; there may be a better one.
//! Links within a layer, and links that pass more than [`LONGEST`] layers, are ignored.

use crate::layout::fenwick_tree::FenwickTree;
use crate::layout::progress::{Cancelled, Progress};

const SWEEPS: usize = 16;
/// A link that passes more layers than this gets no dummy nodes.
const LONGEST: u32 = 12;

/// Nodes and, numbered after them, dummy nodes on layers.
pub(super) struct LayeredGraph {
    /// The layers from the top, each from the left.
    pub(super) layers: Vec<Vec<u32>>,
    /// For each node and dummy node, those it is linked to on the layer above.
    pub(super) above: Vec<Vec<u32>>,
    /// The same on the layer below.
    pub(super) below: Vec<Vec<u32>>,
}

/// Puts the nodes on their layers and orders each layer.
pub(super) fn reduce_crossings(
    layer_of: &[u32],
    pairs: &[[u32; 2]],
    progress: &mut Progress,
) -> Result<LayeredGraph, Cancelled> {
    let mut graph = LayeredGraph::new(layer_of, pairs);
    let mut best = (graph.crossings(), graph.layers.clone());
    for sweep in 0..SWEEPS {
        progress.check_cancelled()?;
        graph.sweep(sweep % 2 == 0);
        let crossings = graph.crossings();
        if crossings < best.0 {
            best = (crossings, graph.layers.clone());
        }
    }
    graph.layers = best.1;
    Ok(graph)
}

impl LayeredGraph {
    fn new(layer_of: &[u32], pairs: &[[u32; 2]]) -> Self {
        let depth = layer_of.iter().max().map_or(0, |&deepest| deepest as usize + 1);
        let mut graph = Self {
            layers: vec![Vec::new(); depth],
            above: vec![Vec::new(); layer_of.len()],
            below: vec![Vec::new(); layer_of.len()],
        };
        for (node, &layer) in layer_of.iter().enumerate() {
            graph.layers[layer as usize].push(node as u32);
        }
        for &[a, b] in pairs {
            let [a, b] = if layer_of[a as usize] < layer_of[b as usize] { [a, b] } else { [b, a] };
            let (top, bottom) = (layer_of[a as usize], layer_of[b as usize]);
            if top == bottom || bottom - top - 1 > LONGEST {
                continue;
            }
            let mut upper = a;
            for layer in top + 1..bottom {
                let dummy = graph.above.len() as u32;
                graph.above.push(Vec::new());
                graph.below.push(Vec::new());
                graph.layers[layer as usize].push(dummy);
                graph.connect(upper, dummy);
                upper = dummy;
            }
            graph.connect(upper, b);
        }
        graph
    }

    fn connect(&mut self, upper: u32, lower: u32) {
        self.below[upper as usize].push(lower);
        self.above[lower as usize].push(upper);
    }

    /// The index of each node within its layer.
    fn indices(&self) -> Vec<u32> {
        let mut indices = vec![0; self.above.len()];
        for layer_nodes in &self.layers {
            for (index, &node) in layer_nodes.iter().enumerate() {
                indices[node as usize] = index as u32;
            }
        }
        indices
    }

    /// Sorts each layer by the mean index of what its nodes are linked to on the layer before.
    fn sweep(&mut self, is_down: bool) {
        let mut indices = self.indices();
        let depth = self.layers.len();
        let before = if is_down { &self.above } else { &self.below };
        for step in 1..depth {
            let layer_nodes = &mut self.layers[if is_down { step } else { depth - 1 - step }];
            // Nodes without links to that layer keep their index.
            let barycentre = |node: u32| match &before[node as usize][..] {
                [] => indices[node as usize] as f32,
                others => {
                    let sum: u64 = others.iter().map(|&o| u64::from(indices[o as usize])).sum();
                    sum as f32 / others.len() as f32
                }
            };
            let mut sorted: Vec<(f32, u32)> =
                layer_nodes.iter().map(|&node| (barycentre(node), node)).collect();
            sorted.sort_by(|a, b| a.0.total_cmp(&b.0));
            for (index, (_, node)) in sorted.into_iter().enumerate() {
                layer_nodes[index] = node;
                indices[node as usize] = index as u32;
            }
        }
    }

    fn crossings(&self) -> u64 {
        let indices = self.indices();
        self.layers.iter().map(|layer_nodes| self.crossings_below(layer_nodes, &indices)).sum()
    }

    /// Counts pairs of links down from a layer that end in the opposite order to that they start in.
    fn crossings_below(&self, layer_nodes: &[u32], indices: &[u32]) -> u64 {
        let mut ends = Vec::new();
        for &node in layer_nodes {
            let from = ends.len();
            ends.extend(self.below[node as usize].iter().map(|&lower| indices[lower as usize]));
            ends[from..].sort_unstable();
        }
        let width = ends.iter().max().map_or(0, |&last| last as usize + 1);
        let mut seen = FenwickTree::new(width);
        let mut crossings = 0;
        for (count, &end) in ends.iter().enumerate() {
            crossings += (count - seen.count_before(end as usize + 1)) as u64;
            seen.add(end as usize);
        }
        crossings
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::layout::{Flow, Frame};

    #[test]
    fn crossings_are_counted_and_undone() {
        let pairs = [[0, 5], [1, 4], [2, 3], [0, 4]];
        let layer_of = [0, 0, 0, 1, 1, 1];
        assert_eq!(LayeredGraph::new(&layer_of, &pairs).crossings(), 4);
        let mut keep_on = |_: Frame<'_>| Flow::Continue;
        let mut progress = Progress::new(Vec::new(), &mut keep_on);
        let graph = reduce_crossings(&layer_of, &pairs, &mut progress).unwrap();
        assert_eq!(graph.crossings(), 0);
    }

    #[test]
    fn a_long_link_has_a_stand_in_on_each_layer_it_passes() {
        let graph = LayeredGraph::new(&[0, 3, 1, 2], &[[1, 0], [0, 2], [2, 3], [3, 1]]);
        let widths: Vec<usize> = graph.layers.iter().map(Vec::len).collect();
        assert_eq!(widths, [1, 2, 2, 1]);
    }
}
