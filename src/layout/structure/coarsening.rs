//! A network with fewer nodes that has the same large shape.
//!
//! Source: heavy-edge matching (Karypis, Kumar 1998, "A fast and high quality multilevel scheme for
//! partitioning irregular graphs"): each node joins the neighbour to which the ties between them count
//! most for the nodes that both stand for. A node whose neighbours have all been joined joins one of
//! their groups, so that stars shrink as well. Guarantees that every group is connected.

use super::attraction::Ties;
use crate::layout::rng::Rng;

/// At most so many nodes make a group.
const MOST_IN_A_GROUP: u32 = 4;
const ALONE: u32 = u32::MAX;

/// Groups of nodes, and the network between them.
pub(super) struct Coarse {
    pub(super) ties: Ties,
    /// How many nodes of the first network each group stands for.
    pub(super) sizes: Vec<f32>,
    /// The group of each node.
    pub(super) group_of: Vec<u32>,
}

impl Coarse {
    /// Of a network whose nodes stand for so many each.
    pub(super) fn of(ties: &Ties, sizes: &[f32], rng: &mut Rng) -> Self {
        let (group_of, groups) = grouped(ties, sizes, rng);
        let mut group_sizes = vec![0.0; groups];
        for (&group, &size) in group_of.iter().zip(sizes) {
            group_sizes[group as usize] += size;
        }
        Self { ties: between(ties, &group_of, groups), sizes: group_sizes, group_of }
    }
}

fn grouped(ties: &Ties, sizes: &[f32], rng: &mut Rng) -> (Vec<u32>, usize) {
    let n = ties.node_count();
    let mut order: Vec<u32> = (0..n as u32).collect();
    for place in (1..n).rev() {
        order.swap(place, rng.below(place + 1));
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
        for pull in ties.of_node(node) {
            let near = nearness(pull.other, pull.weight);
            let group = group_of[pull.other as usize];
            if pull.other as usize == node {
                continue;
            }
            if group == ALONE && near > best.0 {
                best = (near, pull.other);
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

/// The ties between groups, those between the same two as one.
fn between(ties: &Ties, group_of: &[u32], groups: usize) -> Ties {
    let mut nodes_of: Vec<Vec<u32>> = vec![Vec::new(); groups];
    for (node, &group) in group_of.iter().enumerate() {
        nodes_of[group as usize].push(node as u32);
    }
    let mut found: Vec<([u32; 2], f32)> = Vec::new();
    let mut place_of = vec![usize::MAX; groups];
    for (group, nodes) in nodes_of.iter().enumerate() {
        let first = found.len();
        for pull in nodes.iter().flat_map(|&node| ties.of_node(node as usize)) {
            let other = group_of[pull.other as usize];
            if other as usize <= group {
                continue;
            }
            let place = place_of[other as usize];
            if place != usize::MAX && place >= first {
                found[place].1 += pull.weight;
            } else {
                place_of[other as usize] = found.len();
                found.push(([group as u32, other], pull.weight));
            }
        }
    }
    Ties::new(groups, &found)
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
        let ties = Ties::new(10, &ends.map(|ends| (ends, 1.0)));
        let coarse = Coarse::of(&ties, &[1.0; 10], &mut Rng::new(4));
        assert!(coarse.ties.node_count() < 8);
        assert_eq!(coarse.sizes.iter().sum::<f32>(), 10.0);
        let same = |ends: &&[u32; 2]| {
            coarse.group_of[ends[0] as usize] == coarse.group_of[ends[1] as usize]
        };
        let inside = ends.iter().filter(same).count();
        let pulls = (0..coarse.ties.node_count()).flat_map(|group| coarse.ties.of_node(group));
        let sum: f32 = pulls.map(|pull| pull.weight).sum();
        assert_eq!(sum, 2.0 * (ends.len() - inside) as f32);
        for group in 0..coarse.ties.node_count() as u32 {
            let members = coarse.group_of.iter().filter(|of| **of == group).count();
            assert!(members <= MOST_IN_A_GROUP as usize);
        }
    }
}
