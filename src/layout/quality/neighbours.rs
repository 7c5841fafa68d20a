//! Neighbourhood preservation: whether those lie nearest to a node that it is tied to.
//!
//! Source: Kruiger et al. 2017 ("Graph layouts by t-SNE"). The nearest are found by going out from
//! the node on both sides along the longer axis of the drawing, until what is left is too far on
//! that axis alone. Of nodes equally near, the lower index is nearer. Exact up to [`MOST`] nodes;
//! above, the mean over so many seeded ones.

use std::collections::BinaryHeap;

use super::adjacency::Joined;
use super::sampling::pick;
use crate::layout::geometry::Xy;

const MOST: usize = 3000;

/// The mean, over nodes that are tied to any, of what a node's neighbours and as many nodes nearest
/// to it have in common, by what they are together (Jaccard); 1 where no node is tied.
pub(super) fn preservation(joined: &Joined, at: &[Xy]) -> f64 {
    let row = Row::new(at);
    let (mut sum, mut count) = (0.0, 0);
    for node in pick(MOST, at.len()) {
        let tied = joined.neighbours(node);
        if !tied.is_empty() {
            let nearest = row.nearest(node, tied.len());
            let common = nearest.iter().filter(|near| tied.binary_search(near).is_ok()).count();
            sum += common as f64 / (2 * tied.len() - common) as f64;
            count += 1;
        }
    }
    if count > 0 { sum / f64::from(count) } else { 1.0 }
}

/// All nodes in a row along the longer axis of the drawing.
struct Row {
    nodes: Vec<u32>,
    /// Where each node of the row lies: along the axis, and across it.
    along: Vec<f64>,
    across: Vec<f64>,
    /// Where in the row each node is.
    place: Vec<u32>,
}

impl Row {
    fn new(at: &[Xy]) -> Self {
        let axis = usize::from(extent(at, 1) > extent(at, 0));
        let mut nodes: Vec<u32> = (0..at.len() as u32).collect();
        nodes.sort_by(|&a, &b| at[a as usize][axis].total_cmp(&at[b as usize][axis]));
        let mut place = vec![0; at.len()];
        for (index, &node) in nodes.iter().enumerate() {
            place[node as usize] = index as u32;
        }
        let on =
            |axis: usize| nodes.iter().map(|&node| f64::from(at[node as usize][axis])).collect();
        Self { along: on(axis), across: on(1 - axis), place, nodes }
    }

    /// The nodes nearest to this one, in no particular order; `count` is below that of all nodes.
    fn nearest(&self, node: u32, count: usize) -> Vec<u32> {
        let own = self.place[node as usize] as usize;
        let (mut left, mut right) = (own, own + 1);
        // By the square of the distance, the bits of which are in its order as it is not negative.
        let mut best: BinaryHeap<(u64, u32)> = BinaryHeap::with_capacity(count + 1);
        loop {
            let off = |at: Option<usize>| {
                at.and_then(|at| self.along.get(at))
                    .map_or(f64::INFINITY, |along| (along - self.along[own]).abs())
            };
            let (off_left, off_right) = (off(left.checked_sub(1)), off(Some(right)));
            let least = off_left.min(off_right);
            let farthest = best.peek().filter(|_| best.len() == count);
            if least.is_infinite()
                || farthest.is_some_and(|near| (least * least).to_bits() > near.0)
            {
                return best.into_iter().map(|(_, node)| node).collect();
            }
            let at = if off_left <= off_right {
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

/// How far the drawing reaches on an axis.
fn extent(at: &[Xy], axis: usize) -> f32 {
    let all = || at.iter().map(|p| p[axis]);
    all().fold(f32::MIN, f32::max) - all().fold(f32::MAX, f32::min)
}
