use super::average_linkage::average_linkage;
use super::bloc_tree::{Tree, bloc_tree};
use super::leaf_order::optimal_leaf_order;
use super::row_distances::{Distances, row_distances};
use super::*;
use crate::layout::rng::Rng;

fn made_up(nodes: usize, ties: usize, seed: u64) -> MatrixProblem {
    let mut rng = Rng::new(seed);
    let mut problem = MatrixProblem { nodes, ..MatrixProblem::default() };
    for _ in 0..ties {
        problem.ends.push([rng.below(nodes) as u32, rng.below(nodes) as u32]);
        problem.signs.push(if rng.below(5) == 0 { -1 } else { 1 });
    }
    problem
}

fn ties(problem: &MatrixProblem) -> Vec<([u32; 2], i8)> {
    let all = problem.ends.iter().copied().zip(problem.signs.iter().copied());
    all.filter(|([a, b], _)| a != b).collect()
}

fn sum(order: &[u32], distances: &Distances) -> f32 {
    order.windows(2).map(|pair| distances.get(pair[0], pair[1])).sum()
}

/// Every order of a tree.
fn all_orders(tree: &Tree, vertex: usize) -> Vec<Vec<u32>> {
    let Some(inner) = vertex.checked_sub(tree.leaves.len()) else {
        return vec![vec![tree.leaves[vertex]]];
    };
    let [a, b] = tree.children[inner].map(|child| all_orders(tree, child));
    let pairs = a.iter().flat_map(|a| b.iter().map(move |b| [a, b]));
    pairs
        .flat_map(|[a, b]| [[a.clone(), b.clone()].concat(), [b.clone(), a.clone()].concat()])
        .collect()
}

#[test]
fn no_other_order_of_the_tree_is_shorter() {
    for seed in 0..30 {
        let problem = made_up(8, 14, seed);
        let ties = ties(&problem);
        let distances = row_distances(8, &ties);
        let tree = bloc_tree(&blocs(8, &ties), &distances).expect("a tree");
        let root = tree.leaves.len() + tree.children.len() - 1;
        let shortest = all_orders(&tree, root)
            .iter()
            .map(|order| sum(order, &distances))
            .fold(f32::INFINITY, f32::min);
        let found = optimal_leaf_order(&tree, &distances);
        assert!((sum(&found, &distances) - shortest).abs() < 1e-4, "seed {seed}");
    }
}

#[test]
fn every_node_has_one_place_and_blocs_lie_in_one_piece() {
    for (nodes, count, seed) in [(0, 0, 1), (1, 0, 1), (2, 1, 1), (40, 90, 2), (90, 60, 3)] {
        let problem = made_up(nodes.max(1), count, seed);
        let found = matrix_order(&problem);
        let mut sorted = found.order.clone();
        sorted.sort_unstable();
        assert_eq!(sorted, (0..problem.nodes as u32).collect::<Vec<_>>());
        let bound = blocs(problem.nodes, &ties(&problem));
        assert_eq!(found.blocs.len(), bound.len(), "{nodes} nodes");
        assert_eq!(found.blocs.iter().sum::<usize>(), bound.iter().map(Vec::len).sum::<usize>());
        assert_eq!(found, matrix_order(&problem));
    }
}

#[test]
fn members_of_a_pact_stand_together_and_rivals_apart() {
    let mut problem = MatrixProblem { nodes: 13, ..MatrixProblem::default() };
    for a in 0..12_u32 {
        for b in a + 1..12 {
            if a % 2 == b % 2 {
                problem.ends.push([a, b]);
                problem.signs.push(1);
            }
        }
    }
    problem.ends.push([0, 1]);
    problem.signs.push(-1);
    let found = matrix_order(&problem);
    assert_eq!(found.blocs, [6, 6]);
    let first: Vec<u32> = found.order[..6].iter().map(|node| node % 2).collect();
    assert!(first.iter().all(|half| *half == first[0]));
    assert_eq!(found.order[12], 12, "a node without ties comes last");
}

#[test]
fn average_linkage_joins_the_nearest_first() {
    let line = [0.0_f32, 1.0, 5.0, 5.5];
    let distances = line.iter().map(|a| line.iter().map(|b| (a - b).abs()).collect()).collect();
    let merges = average_linkage(distances, vec![1.0; 4]);
    assert!(merges.contains(&[0, 1]) && merges.contains(&[2, 3]));
    assert!(average_linkage(Vec::new(), Vec::new()).is_empty());
}

#[test]
fn too_many_nodes_to_compare_are_sorted_by_bloc() {
    let nodes = MOST_NODES_COMPARED as u32 + 10;
    let ends: Vec<[u32; 2]> = (2..nodes).map(|node| [node % 2, node]).collect();
    let problem = MatrixProblem { nodes: nodes as usize, signs: vec![1; ends.len()], ends };
    let found = matrix_order(&problem);
    assert_eq!(found.order.len(), nodes as usize);
    assert_eq!(found.blocs.iter().sum::<usize>(), nodes as usize);
    assert!(found.order[0] < 2, "the one with the most ties");
}
