//! Neighbourhood preservation: whether the nodes that a node is tied to lie nearest to it.
//!
//! Source: Kruiger et al. 2017 ("Graph layouts by t-SNE"). The nearest are found by going outwards from
//! the node to both sides along the longer axis of the drawing, until the rest is too far on that axis
//! alone. Of nodes equally near, the lower index counts as nearer. Exact up to [`MOST_EXACT`] nodes;
//! above, the mean over that many sampled nodes.

use std::collections::BinaryHeap;

use super::adjacency::Adjacency;
use super::sampling::sample_nodes;
use crate::layout::geometry::Xy;

const MOST_EXACT: usize = 3000;

/// The mean, over nodes with ties, of the Jaccard index of a node's neighbours and as many nodes nearest
/// to it; 1 if no node has ties.
pub(super) fn neighbourhood_preservation(adjacency: &Adjacency, at: &[Xy]) -> f64 {
    let sorted = SortedNodes::new(at);
    let (mut sum, mut count) = (0.0, 0);
    for node in sample_nodes(MOST_EXACT, at.len()) {
        let neighbours = adjacency.neighbours(node);
        if !neighbours.is_empty() {
            let nearest = sorted.nearest(node, neighbours.len());
            let common =
                nearest.iter().filter(|near| neighbours.binary_search(near).is_ok()).count();
            sum += common as f64 / (2 * neighbours.len() - common) as f64;
            count += 1;
        }
    }
    if count > 0 { sum / f64::from(count) } else { 1.0 }
}

/// All nodes, sorted along the longer axis of the drawing.
struct SortedNodes {
    nodes: Vec<u32>,
    /// The coordinates of the sorted nodes, along the axis and across it.
    along: Vec<f64>,
    across: Vec<f64>,
    /// The index of each node in that order.
    index_of: Vec<u32>,
}

impl SortedNodes {
    fn new(at: &[Xy]) -> Self {
        let axis = usize::from(extent(at, 1) > extent(at, 0));
        let mut nodes: Vec<u32> = (0..at.len() as u32).collect();
        nodes.sort_by(|&a, &b| at[a as usize][axis].total_cmp(&at[b as usize][axis]));
        let mut index_of = vec![0; at.len()];
        for (index, &node) in nodes.iter().enumerate() {
            index_of[node as usize] = index as u32;
        }
        let on =
            |axis: usize| nodes.iter().map(|&node| f64::from(at[node as usize][axis])).collect();
        Self { along: on(axis), across: on(1 - axis), index_of, nodes }
    }

    /// The `count` nodes nearest to this one, in no particular order. There must be more nodes than that.
    fn nearest(&self, node: u32, count: usize) -> Vec<u32> {
        let own = self.index_of[node as usize] as usize;
        let (mut left, mut right) = (own, own + 1);
        // By the squared distance, whose bits sort like the number itself, as it is not negative.
        let mut best: BinaryHeap<(u64, u32)> = BinaryHeap::with_capacity(count + 1);
        loop {
            let distance = |at: Option<usize>| {
                at.and_then(|at| self.along.get(at))
                    .map_or(f64::INFINITY, |along| (along - self.along[own]).abs())
            };
            let (left_distance, right_distance) =
                (distance(left.checked_sub(1)), distance(Some(right)));
            let least = left_distance.min(right_distance);
            let farthest = best.peek().filter(|_| best.len() == count);
            if least.is_infinite()
                || farthest.is_some_and(|near| (least * least).to_bits() > near.0)
            {
                return best.into_iter().map(|(_, node)| node).collect();
            }
            let at = if left_distance <= right_distance {
                left -= 1;
                left
            } else {
                right += 1;
                right - 1
            };
            let across = self.across[at] - self.across[own];
            best.push(((least * least + across * across).to_bits(), self.nodes[at]));
            if best.len() > count {
                best.pop();
            }
        }
    }
}

/// The extent of the drawing on an axis.
fn extent(at: &[Xy], axis: usize) -> f32 {
    let all = || at.iter().map(|p| p[axis]);
    all().fold(f32::MIN, f32::max) - all().fold(f32::MAX, f32::min)
}
