//! Gives each node a layer, 0 at the top.
//!
//! Source: list scheduling with a bounded width, by the longest path to a sink (Hu 1961; Coffman and
//! Graham 1972 with a finer order). Guarantees that directed edges lead to lower layers and that no layer
//! has more nodes than it may have. The number of layers is not the least possible.

use std::cmp::Reverse;
use std::collections::BinaryHeap;

const NONE: u32 = u32::MAX;

/// The layer of each node of a connected graph, with up to `most` nodes on each. The directed edges have
/// no cycle; `pairs` are all linked nodes, directed or not.
pub(super) fn assign_layers(
    nodes: usize,
    edges: &[[u32; 2]],
    pairs: &[[u32; 2]],
    most: usize,
) -> Vec<u32> {
    let mut assignment = LayerAssignment { layer_of: vec![NONE; nodes], counts: Vec::new(), most };
    let (below, above) = (adjacency(nodes, edges, [0, 1]), adjacency(nodes, edges, [1, 0]));
    assignment.schedule(&below, &above);
    assignment.move_down(&below, &above);
    let mut neighbours = adjacency(nodes, pairs, [0, 1]);
    for (list, more) in neighbours.iter_mut().zip(adjacency(nodes, pairs, [1, 0])) {
        list.extend(more);
    }
    assignment.place_undirected(&neighbours);
    assignment.without_gaps()
}

/// For each node, the other nodes of its pairs, from one side to the other.
fn adjacency(nodes: usize, pairs: &[[u32; 2]], [from, to]: [usize; 2]) -> Vec<Vec<u32>> {
    let mut adjacency = vec![Vec::new(); nodes];
    for pair in pairs {
        adjacency[pair[from] as usize].push(pair[to]);
    }
    adjacency
}

struct LayerAssignment {
    layer_of: Vec<u32>,
    /// The number of nodes on each layer.
    counts: Vec<usize>,
    /// The most nodes that a layer may have, at least 1.
    most: usize,
}

impl LayerAssignment {
    fn has_room(&self, layer: u32) -> bool {
        self.counts.get(layer as usize).is_none_or(|&count| count < self.most)
    }

    /// Puts a node on the first layer with room, from this one downwards.
    fn place(&mut self, node: u32, from: u32) {
        let mut layer = from;
        while !self.has_room(layer) {
            layer += 1;
        }
        let needed = layer as usize + 1;
        self.counts.resize(self.counts.len().max(needed), 0);
        self.counts[layer as usize] += 1;
        self.layer_of[node as usize] = layer;
    }

    /// Places the nodes with directed edges, those with the longest path ahead first, each below all that
    /// lead to it.
    fn schedule(&mut self, below: &[Vec<u32>], above: &[Vec<u32>]) {
        let heights = heights(below, above);
        let mut pending: Vec<usize> = above.iter().map(Vec::len).collect();
        let entry = |node: u32| (heights[node as usize], Reverse(node));
        let mut ready: BinaryHeap<(u32, Reverse<u32>)> = (0..below.len() as u32)
            .filter(|&node| above[node as usize].is_empty() && !below[node as usize].is_empty())
            .map(entry)
            .collect();
        while let Some((_, Reverse(node))) = ready.pop() {
            let uppers =
                above[node as usize].iter().map(|&upper| self.layer_of[upper as usize] + 1);
            self.place(node, uppers.max().unwrap_or(0));
            for &lower in &below[node as usize] {
                pending[lower as usize] -= 1;
                if pending[lower as usize] == 0 {
                    ready.push(entry(lower));
                }
            }
        }
    }

    /// Moves nodes that lead to more nodes than lead to them down towards those, which shortens ties.
    fn move_down(&mut self, below: &[Vec<u32>], above: &[Vec<u32>]) {
        let mut order: Vec<u32> = (0..below.len() as u32).collect();
        order.sort_by_key(|&node| Reverse(self.layer_of[node as usize]));
        for node in order {
            let (lowers, uppers) = (&below[node as usize], &above[node as usize]);
            let Some(next) = lowers.iter().map(|&lower| self.layer_of[lower as usize]).min() else {
                continue;
            };
            let own = self.layer_of[node as usize];
            if lowers.len() > uppers.len() && next > own + 1 && self.has_room(next - 1) {
                self.counts[own as usize] -= 1;
                self.place(node, next - 1);
            }
        }
    }

    /// Places nodes without directed edges below their neighbours. Where no edge is directed, the node
    /// with most neighbours comes first.
    fn place_undirected(&mut self, neighbours: &[Vec<u32>]) {
        let mut queue: Vec<u32> = (0..neighbours.len() as u32)
            .filter(|&node| self.layer_of[node as usize] != NONE)
            .collect();
        if queue.is_empty() {
            let nodes = 0..neighbours.len() as u32;
            let hub = nodes.max_by_key(|&node| (neighbours[node as usize].len(), Reverse(node)));
            if let Some(hub) = hub {
                self.place(hub, 0);
                queue.push(hub);
            }
        }
        let mut next = 0;
        while next < queue.len() {
            let node = queue[next];
            for &other in &neighbours[node as usize] {
                if self.layer_of[other as usize] == NONE {
                    self.place(other, self.layer_of[node as usize] + 1);
                    queue.push(other);
                }
            }
            next += 1;
        }
    }

    /// The layers, numbered without empty ones.
    fn without_gaps(self) -> Vec<u32> {
        let mut below = 0;
        let numbers: Vec<u32> = self
            .counts
            .iter()
            .map(|&count| {
                let number = below;
                below += u32::from(count > 0);
                number
            })
            .collect();
        // A connected graph leaves no node without a layer.
        self.layer_of
            .iter()
            .map(|&layer| numbers.get(layer as usize).copied().unwrap_or(0))
            .collect()
    }
}

/// The number of edges on the longest path from each node to a sink.
fn heights(below: &[Vec<u32>], above: &[Vec<u32>]) -> Vec<u32> {
    let mut heights = vec![0_u32; below.len()];
    let mut pending: Vec<usize> = below.iter().map(Vec::len).collect();
    let mut ready: Vec<u32> =
        (0..below.len() as u32).filter(|&node| pending[node as usize] == 0).collect();
    while let Some(node) = ready.pop() {
        for &upper in &above[node as usize] {
            heights[upper as usize] = heights[upper as usize].max(heights[node as usize] + 1);
            pending[upper as usize] -= 1;
            if pending[upper as usize] == 0 {
                ready.push(upper);
            }
        }
    }
    heights
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ways_lead_down_and_layers_are_not_too_wide() {
        let edges: Vec<[u32; 2]> = (0..40).flat_map(|i| [[i, i + 10], [i / 2, i + 20]]).collect();
        let assign_layers = assign_layers(60, &edges, &edges, 12);
        assert!(edges.iter().all(|&[a, b]| assign_layers[a as usize] < assign_layers[b as usize]));
        let count = |layer| assign_layers.iter().filter(|&&l| l == layer).count();
        let deepest = assign_layers.iter().copied().max().unwrap();
        assert!((0..=deepest).all(|layer| (1..=12).contains(&count(layer))));
    }

    #[test]
    fn without_ways_all_hangs_from_the_hub() {
        let ties = [[3, 0], [3, 1], [3, 2], [2, 4]];
        assert_eq!(assign_layers(5, &[], &ties, 3), [1, 1, 1, 0, 2]);
    }
}
