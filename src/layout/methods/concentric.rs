//! Rings around the most important node: the more important, the further in.
//!
//! The idea is that of Brandes, Kenis and Wagner 2003 ("Communicating centrality in policy network
//! drawings"), with rings instead of free radii. Rules of our own: rings have about 6, 12, 18 … nodes
//! and end where importance drops, if it does nearby; each ring is as large as its boxes need; on each
//! ring nodes are sorted by the mean direction of their neighbours, in several rounds of which the one
//! with the shortest links is kept. Guarantees that no node on an outer ring is more important than
//! one further in. Crossings are few, not the fewest possible.

use crate::layout::angles::{pseudo_angle, unit_vector};
use crate::layout::free_space::FreeSpace;
use crate::layout::geometry::{Xy, add, distance, scaled};
use crate::layout::limits::FARTHEST;
use crate::layout::links::{Link, neighbours};
use crate::layout::overlap_removal::overlapping_pairs;
use crate::layout::problem::Problem;
use crate::layout::progress::{Cancelled, Progress};

const NODES_A_RING: usize = 6;
const ROUNDS: usize = 12;
/// The least gap between rings, for the ties between them, in world units.
const RING_GAP: f32 = 128.0;
const GROWTH: f32 = 1.04;

pub(super) fn positions(
    problem: &Problem,
    links: &[Link],
    importance: &[f32],
    progress: &mut Progress,
) -> Result<Vec<Xy>, Cancelled> {
    let count = problem.node_count();
    let neighbours = neighbours(count, links);
    let importance: Vec<f32> = (0..count)
        .map(|node| match importance {
            [] => neighbours[node].iter().map(|&(_, ties)| ties as f32).sum(),
            given => given.get(node).copied().filter(|i| i.is_finite()).unwrap_or_default(),
        })
        .collect();
    let mut rings = rings(&importance);
    let mut best: Option<(f32, Vec<Xy>)> = None;
    for round in 0..ROUNDS {
        let positions = place_rings(problem, &rings, &neighbours, round == 0);
        let length = total_length(&positions, links);
        if best.as_ref().is_none_or(|(least, _)| length < *least) {
            best = Some((length, positions.clone()));
        }
        progress.check_cancelled()?;
        reorder(&mut rings, &positions, &neighbours);
    }
    Ok(best.map(|(_, positions)| positions).unwrap_or_default())
}

/// The most important node alone, then ring after ring.
fn rings(importance: &[f32]) -> Vec<Vec<u32>> {
    let mut ordered: Vec<u32> = (0..importance.len() as u32).collect();
    ordered.sort_by(|&a, &b| importance[b as usize].total_cmp(&importance[a as usize]));
    let mut rings = Vec::new();
    let mut start = 0;
    while start < ordered.len() {
        let wanted = if start == 0 { 1 } else { rings.len() * NODES_A_RING };
        let drops = |end: &usize| {
            importance[ordered[*end] as usize] < importance[ordered[*end - 1] as usize]
        };
        let rest = ordered.len() - start;
        let end = match start {
            0 => 1,
            // The rest would be too little for a ring of its own.
            _ if rest <= wanted + wanted / 2 => ordered.len(),
            _ => {
                let near = start + wanted / 2 + 1..start + 2 * wanted;
                let ends = near.filter(|end| *end < ordered.len()).filter(drops);
                ends.min_by_key(|end| end.abs_diff(start + wanted)).unwrap_or(start + wanted)
            }
        };
        rings.push(ordered[start..end].to_vec());
        start = end;
    }
    rings
}

/// Places rings from the inside out, each no larger than its boxes need, and rotates it towards its
/// neighbours further in. In the first round, those also give the order on a ring.
fn place_rings(
    problem: &Problem,
    rings: &[Vec<u32>],
    neighbours: &[Vec<(u32, u32)>],
    is_first: bool,
) -> Vec<Xy> {
    let mut positions = vec![[0.0; 2]; problem.node_count()];
    let mut free_space = FreeSpace::new(&problem.boxes);
    let mut is_placed = vec![false; positions.len()];
    let mut radius = 0.0;
    for ring in rings {
        let pulls: Vec<Xy> = ring
            .iter()
            .map(|&node| {
                let inner = neighbours[node as usize].iter();
                let inner = inner.filter(|(other, _)| is_placed[*other as usize]);
                pull_towards(&positions, inner.map(|&(other, ties)| (other, ties)))
            })
            .collect();
        let mut order: Vec<usize> = (0..ring.len()).collect();
        if is_first {
            order.sort_by(|&a, &b| pseudo_angle(pulls[a]).total_cmp(&pseudo_angle(pulls[b])));
        }
        let slots: Vec<Xy> =
            (0..ring.len()).map(|i| unit_vector(i as f64 / ring.len() as f64 - 0.25)).collect();
        let rotation = best_rotation(&order, &pulls, &slots);
        let slot = |slot_index: usize| slots[(slot_index + rotation) % slots.len()];
        let is_free = |radius: f32| {
            let at = |(slot_index, &i): (usize, &usize)| {
                (ring[i] as usize, scaled(slot(slot_index), radius))
            };
            fits(problem, &free_space, order.iter().enumerate().map(at))
        };
        // No ring needs to be so large; the limit is for boxes of absurd size.
        let most = radius + 4.0 * FARTHEST;
        while !is_free(radius) && radius < most {
            radius = radius * GROWTH + 4.0;
        }
        for (slot_index, &i) in order.iter().enumerate() {
            let node = ring[i] as usize;
            positions[node] = scaled(slot(slot_index), radius);
            is_placed[node] = true;
            free_space.occupy(ring[i], problem.boxes[node], positions[node]);
        }
        radius += RING_GAP;
    }
    positions
}

/// Whether boxes overlap neither placed ones nor one another.
fn fits(
    problem: &Problem,
    free_space: &FreeSpace,
    nodes: impl Iterator<Item = (usize, Xy)>,
) -> bool {
    let (mut shapes, mut positions) = (Vec::new(), Vec::new());
    for (node, at) in nodes {
        if !free_space.is_free(problem.boxes[node], at) {
            return false;
        }
        shapes.push(problem.boxes[node]);
        positions.push(at);
    }
    overlapping_pairs(&shapes, &positions).is_empty()
}

/// The sum of the directions of other nodes, weighted by the number of ties.
fn pull_towards(positions: &[Xy], others: impl Iterator<Item = (u32, u32)>) -> Xy {
    others.fold([0.0; 2], |sum, (other, ties)| {
        let at = positions[other as usize];
        let far = distance(at, [0.0; 2]);
        let towards = if far > 0.0 { scaled(at, ties as f32 / far) } else { [0.0; 2] };
        add(sum, towards)
    })
}

/// By how many slots to rotate a ring so that its nodes lie best in the direction of their pulls.
fn best_rotation(order: &[usize], pulls: &[Xy], slots: &[Xy]) -> usize {
    let mut best = (0, f32::NEG_INFINITY);
    for rotation in 0..slots.len() {
        let along = |(slot_index, &i): (usize, &usize)| {
            let ([x, y], [u, v]) = (slots[(slot_index + rotation) % slots.len()], pulls[i]);
            x * u + y * v
        };
        let fit: f32 = order.iter().enumerate().map(along).sum();
        if fit > best.1 + 1e-3 {
            best = (rotation, fit);
        }
    }
    best.0
}

/// Sorts each ring by the mean direction of all neighbours.
fn reorder(rings: &mut [Vec<u32>], positions: &[Xy], neighbours: &[Vec<(u32, u32)>]) {
    for ring in rings {
        let target = |node: u32| {
            let pull_towards = pull_towards(positions, neighbours[node as usize].iter().copied());
            // Damped by half towards where the node is, or the order would oscillate.
            let own = positions[node as usize];
            let far = distance(own, [0.0; 2]).max(1.0);
            let firm = distance(pull_towards, [0.0; 2]).max(1.0);
            pseudo_angle(add(pull_towards, scaled(own, firm / far)))
        };
        let mut targets: Vec<(f32, u32)> = ring.iter().map(|&node| (target(node), node)).collect();
        targets.sort_by(|a, b| a.0.total_cmp(&b.0));
        *ring = targets.into_iter().map(|(_, node)| node).collect();
    }
}

fn total_length(positions: &[Xy], links: &[Link]) -> f32 {
    let length = |l: &Link| distance(positions[l.from as usize], positions[l.to as usize]);
    links.iter().map(length).sum()
}
