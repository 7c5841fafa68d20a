//! Which bloc each node belongs to.

use crate::communities::{FINER, SignedTie, communities};
use crate::layout::links::Link;
use crate::layout::problem::Problem;

/// The bloc of each node, numbered in the order of their first nodes: its community by friendly and hostile
/// ties, or one more bloc for all nodes without ties.
pub(in crate::layout) fn bloc_of_nodes(problem: &Problem, links: &[Link]) -> Vec<u32> {
    let count = problem.node_count();
    let mut has_ties = vec![false; count];
    for end in links.iter().flat_map(|link| [link.from, link.to]) {
        has_ties[end as usize] = true;
    }
    let found = communities(count, &signed_ties(problem, links), FINER);
    let mut number_of = vec![None; count + 1];
    let mut next = 0;
    let bloc = |(community, has_ties): (u32, bool)| {
        let class = if has_ties { community as usize } else { count };
        *number_of[class].get_or_insert_with(|| {
            next += 1;
            next - 1
        })
    };
    found.into_iter().zip(has_ties).map(bloc).collect()
}

/// The friendly and hostile links; neutral ones say nothing about blocs. A friendly link counts by the share of
/// their friends that its ends have in common (Jaccard), so that what joins two blocs counts less than what a bloc
/// consists of.
pub(super) fn signed_ties(problem: &Problem, links: &[Link]) -> Vec<SignedTie> {
    let sign = |link: &Link| f64::from(problem.signs[link.tie as usize].signum());
    let friends = friends(problem.node_count(), links.iter().filter(|link| sign(link) > 0.0));
    let signed = |link: &Link| {
        let mut weight = sign(link) * f64::from(problem.weights[link.tie as usize]);
        if weight > 0.0 {
            weight *= common_share(&friends[link.from as usize], &friends[link.to as usize]);
        }
        (weight != 0.0).then_some(SignedTie { ends: [link.from, link.to], weight })
    };
    links.iter().filter_map(signed).collect()
}

/// The friends of each node and itself, in ascending order.
fn friends<'a>(count: usize, friendly: impl Iterator<Item = &'a Link>) -> Vec<Vec<u32>> {
    let mut friends: Vec<Vec<u32>> = (0..count as u32).map(|node| vec![node]).collect();
    for link in friendly {
        friends[link.from as usize].push(link.to);
        friends[link.to as usize].push(link.from);
    }
    for list in &mut friends {
        list.sort_unstable();
        list.dedup();
    }
    friends
}

/// The share of all that are in two lists which are in both.
fn common_share(a: &[u32], b: &[u32]) -> f64 {
    let (few, many) = if a.len() < b.len() { (a, b) } else { (b, a) };
    let common = few.iter().filter(|node| many.binary_search(node).is_ok()).count();
    common as f64 / (a.len() + b.len() - common) as f64
}

/// The nodes of each bloc, in ascending order.
pub(super) fn members(bloc_of: &[u32]) -> Vec<Vec<u32>> {
    let count = bloc_of.iter().max().map_or(0, |&last| last as usize + 1);
    let mut members = vec![Vec::new(); count];
    for (node, &bloc) in bloc_of.iter().enumerate() {
        members[bloc as usize].push(node as u32);
    }
    members
}
