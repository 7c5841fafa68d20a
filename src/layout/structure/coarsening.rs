//! Coarsens a graph: fewer nodes with the same large shape.
//!
//! Source: heavy-edge matching (Karypis, Kumar 1998, "A fast and high quality multilevel scheme for
//! partitioning irregular graphs"). Each node is matched with the neighbour to which its tie is heaviest,
//! relative to the nodes that both stand for. A node whose neighbours are all matched joins one of their
//! groups, so that stars shrink as well. Guarantees that every group is connected.

use super::weighted_graph::WeightedGraph;
use crate::layout::rng::Rng;

/// The most nodes of a group.
const MOST_IN_A_GROUP: u32 = 4;
/// Marks a node without a group.
const ALONE: u32 = u32::MAX;

/// Groups of nodes, and the graph between them.
pub(super) struct CoarseGraph {
    pub(super) graph: WeightedGraph,
    /// How many nodes of the finest graph each group stands for.
    pub(super) sizes: Vec<f32>,
    /// The group of each node.
    pub(super) group_of: Vec<u32>,
}

impl CoarseGraph {
    /// Coarsens a graph whose nodes stand for `sizes` nodes each.
    pub(super) fn of(graph: &WeightedGraph, sizes: &[f32], rng: &mut Rng) -> Self {
        let (group_of, groups) = match_nodes(graph, sizes, rng);
        let mut group_sizes = vec![0.0; groups];
        for (&group, &size) in group_of.iter().zip(sizes) {
            group_sizes[group as usize] += size;
        }
        Self { graph: group_graph(graph, &group_of, groups), sizes: group_sizes, group_of }
    }
}

/// The group of each node, and the number of groups.
fn match_nodes(graph: &WeightedGraph, sizes: &[f32], rng: &mut Rng) -> (Vec<u32>, usize) {
    let n = graph.node_count();
    let mut order: Vec<u32> = (0..n as u32).collect();
    for index in (1..n).rev() {
        order.swap(index, rng.below(index + 1));
    }
    let mut group_of = vec![ALONE; n];
    let mut members: Vec<u32> = Vec::new();
    for &node in &order {
        let node = node as usize;
        if group_of[node] != ALONE {
            continue;
        }
        let nearness = |other: u32, weight: f32| weight / (sizes[node] * sizes[other as usize]);
        let mut best = (0.0, ALONE);
        let mut best_group = (0.0, ALONE);
        for neighbour in graph.neighbours(node) {
            let near = nearness(neighbour.node, neighbour.weight);
            let group = group_of[neighbour.node as usize];
            if neighbour.node as usize == node {
                continue;
            }
            if group == ALONE && near > best.0 {
                best = (near, neighbour.node);
            } else if group != ALONE
                && members[group as usize] < MOST_IN_A_GROUP
                && near > best_group.0
            {
                best_group = (near, group);
            }
        }
        if best.1 != ALONE {
            group_of[node] = members.len() as u32;
            group_of[best.1 as usize] = members.len() as u32;
            members.push(2);
        } else if best_group.1 != ALONE {
            group_of[node] = best_group.1;
            members[best_group.1 as usize] += 1;
        } else {
            group_of[node] = members.len() as u32;
            members.push(1);
        }
    }
    (group_of, members.len())
}

/// The graph of the groups; ties between the same two groups are merged.
fn group_graph(graph: &WeightedGraph, group_of: &[u32], groups: usize) -> WeightedGraph {
    let mut nodes_of: Vec<Vec<u32>> = vec![Vec::new(); groups];
    for (node, &group) in group_of.iter().enumerate() {
        nodes_of[group as usize].push(node as u32);
    }
    let mut found: Vec<([u32; 2], f32)> = Vec::new();
    let mut index_of = vec![usize::MAX; groups];
    for (group, nodes) in nodes_of.iter().enumerate() {
        let first = found.len();
        for neighbour in nodes.iter().flat_map(|&node| graph.neighbours(node as usize)) {
            let other = group_of[neighbour.node as usize];
            if other as usize <= group {
                continue;
            }
            let index = index_of[other as usize];
            if index != usize::MAX && index >= first {
                found[index].1 += neighbour.weight;
            } else {
                index_of[other as usize] = found.len();
                found.push(([group as u32, other], neighbour.weight));
            }
        }
    }
    WeightedGraph::new(groups, &found)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_node_has_a_group_of_its_neighbours_and_ties_add_up() {
        // Two triangles with one tie between them, and a star.
        let ends = [
            [0, 1],
            [1, 2],
            [0, 2],
            [3, 4],
            [4, 5],
            [3, 5],
            [2, 3],
            [5, 6],
            [6, 7],
            [6, 8],
            [6, 9],
        ];
        let graph = WeightedGraph::new(10, &ends.map(|ends| (ends, 1.0)));
        let coarse = CoarseGraph::of(&graph, &[1.0; 10], &mut Rng::new(4));
        assert!(coarse.graph.node_count() < 8);
        assert_eq!(coarse.sizes.iter().sum::<f32>(), 10.0);
        let same = |ends: &&[u32; 2]| {
            coarse.group_of[ends[0] as usize] == coarse.group_of[ends[1] as usize]
        };
        let inside = ends.iter().filter(same).count();
        let neighbours =
            (0..coarse.graph.node_count()).flat_map(|group| coarse.graph.neighbours(group));
        let sum: f32 = neighbours.map(|neighbour| neighbour.weight).sum();
        assert_eq!(sum, 2.0 * (ends.len() - inside) as f32);
        for group in 0..coarse.graph.node_count() as u32 {
            let members = coarse.group_of.iter().filter(|of| **of == group).count();
            assert!(members <= MOST_IN_A_GROUP as usize);
        }
    }
}
