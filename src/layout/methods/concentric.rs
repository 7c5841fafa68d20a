//! Rings around the most important node: the more important, the further in.
//!
//! The idea is that of Brandes, Kenis and Wagner 2003 ("Communicating centrality in policy network
//! drawings"), with rings in place of free radii. Rules of our own: rings of about 6, 12, 18 … nodes
//! that end where importance falls, where it does nearby; each ring as large as its boxes need; on
//! each ring nodes in the order of the mean direction of their neighbours, in the rounds of which
//! the one with the shortest links is kept. Guarantees that nobody on an outer ring is more
//! important than anybody further in; crossings are few, not fewest.

use super::links::{Link, neighbours};
use crate::layout::angles::{around, direction};
use crate::layout::free_space::Taken;
use crate::layout::geometry::{Xy, add, distance, scaled};
use crate::layout::problem::Problem;
use crate::layout::progress::{Stop, Watch};

const NODES_A_RING: usize = 6;
const ROUNDS: usize = 12;
/// The least air between rings, for the ties between them, in world units.
const RING_GAP: f32 = 128.0;
const GROWTH: f32 = 1.04;

pub(super) fn positions(
    problem: &Problem,
    links: &[Link],
    importance: &[f32],
    watch: &mut Watch,
) -> Result<Vec<Xy>, Stop> {
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
        let positions = placed(problem, &rings, &neighbours, round == 0);
        let long = length(&positions, links);
        if best.as_ref().is_none_or(|(least, _)| long < *least) {
            best = Some((long, positions.clone()));
        }
        watch.tick()?;
        reorder(&mut rings, &positions, &neighbours);
    }
    Ok(best.map(|(_, positions)| positions).unwrap_or_default())
}

/// The most important node alone, then ring after ring.
fn rings(importance: &[f32]) -> Vec<Vec<u32>> {
    let mut waiting: Vec<u32> = (0..importance.len() as u32).collect();
    waiting.sort_by(|&a, &b| importance[b as usize].total_cmp(&importance[a as usize]));
    let mut rings = Vec::new();
    let mut start = 0;
    while start < waiting.len() {
        let wanted = if start == 0 { 1 } else { rings.len() * NODES_A_RING };
        let falls = |end: &usize| {
            importance[waiting[*end] as usize] < importance[waiting[*end - 1] as usize]
        };
        let rest = waiting.len() - start;
        let end = match start {
            0 => 1,
            // What would be left for a ring of its own is too little for one.
            _ if rest <= wanted + wanted / 2 => waiting.len(),
            _ => {
                let near = start + wanted / 2 + 1..start + 2 * wanted;
                let ends = near.filter(|end| *end < waiting.len()).filter(falls);
                ends.min_by_key(|end| end.abs_diff(start + wanted)).unwrap_or(start + wanted)
            }
        };
        rings.push(waiting[start..end].to_vec());
        start = end;
    }
    rings
}

/// Rings from the inside out, each no larger than its boxes need, turned to where its neighbours
/// further in are. In the first round the order on a ring is that of those as well.
fn placed(
    problem: &Problem,
    rings: &[Vec<u32>],
    neighbours: &[Vec<(u32, u32)>],
    is_first: bool,
) -> Vec<Xy> {
    let mut positions = vec![[0.0; 2]; problem.node_count()];
    let mut taken = Taken::new(&problem.boxes);
    let mut is_placed = vec![false; positions.len()];
    let mut radius = 0.0;
    for ring in rings {
        let pulls: Vec<Xy> = ring
            .iter()
            .map(|&node| {
                let inner = neighbours[node as usize].iter();
                let inner = inner.filter(|(other, _)| is_placed[*other as usize]);
                pull(&positions, inner.map(|&(other, ties)| (other, ties)))
            })
            .collect();
        let mut order: Vec<usize> = (0..ring.len()).collect();
        if is_first {
            order.sort_by(|&a, &b| around(pulls[a]).total_cmp(&around(pulls[b])));
        }
        let slots: Vec<Xy> =
            (0..ring.len()).map(|i| direction(i as f64 / ring.len() as f64 - 0.25)).collect();
        let turned = best_turn(&order, &pulls, &slots);
        let slot = |place: usize| slots[(place + turned) % slots.len()];
        let is_free = |radius: f32| {
            let at = |(place, &i): (usize, &usize)| (ring[i] as usize, scaled(slot(place), radius));
            fits(problem, &taken, order.iter().enumerate().map(at))
        };
        // No ring needs to be so large; the limit is for boxes beyond all measure.
        let most = radius + 4.0 * crate::layout::FARTHEST;
        while !is_free(radius) && radius < most {
            radius = radius * GROWTH + 4.0;
        }
        for (place, &i) in order.iter().enumerate() {
            let node = ring[i] as usize;
            positions[node] = scaled(slot(place), radius);
            is_placed[node] = true;
            taken.take(ring[i], problem.boxes[node], positions[node]);
        }
        radius += RING_GAP;
    }
    positions
}

/// Whether boxes have room among those taken and among themselves.
fn fits(problem: &Problem, taken: &Taken, places: impl Iterator<Item = (usize, Xy)>) -> bool {
    let (mut shapes, mut positions) = (Vec::new(), Vec::new());
    for (node, at) in places {
        if !taken.is_free(problem.boxes[node], at) {
            return false;
        }
        shapes.push(problem.boxes[node]);
        positions.push(at);
    }
    crate::layout::overlap_removal::overlapping(&shapes, &positions).is_empty()
}

/// The sum of the directions of others.
fn pull(positions: &[Xy], others: impl Iterator<Item = (u32, u32)>) -> Xy {
    others.fold([0.0; 2], |sum, (other, ties)| {
        let at = positions[other as usize];
        let far = distance(at, [0.0; 2]);
        let way = if far > 0.0 { scaled(at, ties as f32 / far) } else { [0.0; 2] };
        add(sum, way)
    })
}

/// By how many slots to turn a ring so that its nodes lie best in the direction of their pulls.
fn best_turn(order: &[usize], pulls: &[Xy], slots: &[Xy]) -> usize {
    let mut best = (0, f32::NEG_INFINITY);
    for turned in 0..slots.len() {
        let along = |(place, &i): (usize, &usize)| {
            let ([x, y], [u, v]) = (slots[(place + turned) % slots.len()], pulls[i]);
            x * u + y * v
        };
        let fit: f32 = order.iter().enumerate().map(along).sum();
        if fit > best.1 + 1e-3 {
            best = (turned, fit);
        }
    }
    best.0
}

/// Orders each ring by the mean direction of all neighbours.
fn reorder(rings: &mut [Vec<u32>], positions: &[Xy], neighbours: &[Vec<(u32, u32)>]) {
    for ring in rings {
        let wish = |node: u32| {
            let pull = pull(positions, neighbours[node as usize].iter().copied());
            // Half of it is where the node is: all at once would swing to and fro.
            let own = positions[node as usize];
            let far = distance(own, [0.0; 2]).max(1.0);
            let firm = distance(pull, [0.0; 2]).max(1.0);
            around(add(pull, scaled(own, firm / far)))
        };
        let mut wishes: Vec<(f32, u32)> = ring.iter().map(|&node| (wish(node), node)).collect();
        wishes.sort_by(|a, b| a.0.total_cmp(&b.0));
        *ring = wishes.into_iter().map(|(_, node)| node).collect();
    }
}

fn length(positions: &[Xy], links: &[Link]) -> f32 {
    let long = |l: &Link| distance(positions[l.from as usize], positions[l.to as usize]);
    links.iter().map(long).sum()
}
