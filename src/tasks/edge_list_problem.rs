//! An edge list as a problem for the layout.

use crate::formats::EdgeList;
use crate::layout::Problem;

/// The radius of a node's disc.
const RADIUS: f32 = 18.0;

/// The flat arrays of an edge list: discs without names, none of them placed or pinned.
pub fn edge_list_problem(network: &EdgeList) -> Problem {
    let (n, m) = (network.nodes, network.ties.len());
    Problem {
        radii: vec![RADIUS; n],
        boxes: vec![[-RADIUS, -RADIUS, RADIUS, RADIUS]; n],
        positions: vec![None; n],
        pinned: vec![false; n],
        ends: network.ties.iter().map(|&(ends, _)| ends).collect(),
        weights: network.ties.iter().map(|&(_, weight)| weight.abs()).collect(),
        signs: network.ties.iter().map(|&(_, weight)| if weight < 0.0 { -1 } else { 1 }).collect(),
        labels: vec![0.0; m],
    }
}
