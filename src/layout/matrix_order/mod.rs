//! The order of the rows and columns of a matrix: blocs one after another, and alike rows side by side.
//!
//! Blocs are the signed communities of the layout *Blocs*, so that a nation is in the same bloc in both. Within
//! each, and then among them, rows are clustered by average linkage on the cosine of their ties, and the
//! leaves of that tree are put in the order in which neighbours differ least: the optimal leaf order of
//! Bar-Joseph, Gifford and Jaakkola (2001). Guarantees that a bloc lies in one piece, and that no other order
//! of the same tree has a shorter sum of distances between neighbours.
//!
//! Time grows with the cube of the nodes and memory with their square. Beyond [`MOST_NODES_COMPARED`] blocs
//! follow one another by size, and their members by the number of their ties.

mod average_linkage;
mod bloc_tree;
mod leaf_order;
mod row_distances;
#[cfg(test)]
mod tests;

use crate::communities::{FINER, SignedTie, communities, weighed_by_common_friends};
use bloc_tree::bloc_tree;
use leaf_order::optimal_leaf_order;
use row_distances::row_distances;

/// The most nodes whose rows are compared with one another.
pub const MOST_NODES_COMPARED: usize = 1_500;

/// The ties of which a matrix shows the ends.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct MatrixProblem {
    /// How many nodes there are.
    pub nodes: usize,
    /// The two nodes of each tie, each below `nodes`. A tie of a node to itself says nothing of an order.
    pub ends: Vec<[u32; 2]>,
    /// How a tie joins its ends: more than 0 together, less than 0 apart, 0 neither.
    pub signs: Vec<i8>,
}

/// An order of nodes.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct MatrixOrder {
    /// The nodes from the first row to the last. Those without ties come last.
    pub order: Vec<u32>,
    /// The sizes of the blocs from the first row on. Nodes without ties are in none.
    pub blocs: Vec<usize>,
}

/// The order for a matrix. Ends that are no nodes are ignored.
pub fn matrix_order(problem: &MatrixProblem) -> MatrixOrder {
    let nodes = problem.nodes;
    let is_proper =
        |ends: &[u32; 2]| ends[0] != ends[1] && ends.iter().all(|&end| (end as usize) < nodes);
    let ties = problem.ends.iter().copied().zip(problem.signs.iter().map(|sign| sign.signum()));
    let ties: Vec<([u32; 2], i8)> = ties.filter(|(ends, _)| is_proper(ends)).collect();
    let blocs = blocs(nodes, &ties);
    let mut order: Vec<u32> = if nodes > MOST_NODES_COMPARED {
        by_ties(nodes, &ties, &blocs)
    } else {
        let distances = row_distances(nodes, &ties);
        match bloc_tree(&blocs, &distances) {
            Some(tree) => optimal_leaf_order(&tree, &distances),
            None => Vec::new(),
        }
    };
    let sizes = sizes_in(&order, &blocs);
    if sizes.last() > sizes.first() {
        order.reverse();
    }
    let sizes = sizes_in(&order, &blocs);
    let mut is_placed = vec![false; nodes];
    blocs.iter().flatten().for_each(|&node| is_placed[node as usize] = true);
    order.extend((0..nodes as u32).filter(|&node| !is_placed[node as usize]));
    MatrixOrder { order, blocs: sizes }
}

/// The nodes of each bloc, the largest first; nodes without ties are in none.
fn blocs(nodes: usize, ties: &[([u32; 2], i8)]) -> Vec<Vec<u32>> {
    let signed = ties.iter().filter(|(_, sign)| *sign != 0);
    let signed = signed.map(|&(ends, sign)| SignedTie { ends, weight: f64::from(sign) });
    let weighed = weighed_by_common_friends(nodes, &signed.collect::<Vec<_>>());
    let bloc_of = communities(nodes, &weighed, FINER);
    let mut has_ties = vec![false; nodes];
    ties.iter().flat_map(|(ends, _)| ends).for_each(|&end| has_ties[end as usize] = true);
    let mut blocs = vec![Vec::new(); nodes];
    for node in (0..nodes as u32).filter(|&node| has_ties[node as usize]) {
        blocs[bloc_of[node as usize] as usize].push(node);
    }
    blocs.retain(|bloc| !bloc.is_empty());
    blocs.sort_by_key(|bloc| std::cmp::Reverse(bloc.len()));
    blocs
}

/// The blocs one after another, in each the nodes with the most ties first.
fn by_ties(nodes: usize, ties: &[([u32; 2], i8)], blocs: &[Vec<u32>]) -> Vec<u32> {
    let mut counts = vec![0_usize; nodes];
    ties.iter().flat_map(|(ends, _)| ends).for_each(|&end| counts[end as usize] += 1);
    let sorted = |bloc: &Vec<u32>| {
        let mut bloc = bloc.clone();
        bloc.sort_by_key(|&node| std::cmp::Reverse(counts[node as usize]));
        bloc
    };
    blocs.iter().flat_map(sorted).collect()
}

/// The sizes of blocs as they follow in an order that keeps each in one piece.
fn sizes_in(order: &[u32], blocs: &[Vec<u32>]) -> Vec<usize> {
    let highest = order.iter().max().map_or(0, |&last| last as usize + 1);
    let mut bloc_of = vec![usize::MAX; highest];
    for (bloc, nodes) in blocs.iter().enumerate() {
        nodes.iter().for_each(|&node| bloc_of[node as usize] = bloc);
    }
    let same = |a: &u32, b: &u32| bloc_of[*a as usize] == bloc_of[*b as usize];
    order.chunk_by(same).map(<[u32]>::len).collect()
}
