//! Which bloc each node belongs to.

use crate::communities::{FINER, SignedTie, communities, weighed_by_common_friends};
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

/// The friendly and hostile links, weighed by the friends that their ends have in common; neutral ones say nothing about
/// blocs.
pub(super) fn signed_ties(problem: &Problem, links: &[Link]) -> Vec<SignedTie> {
    let signed = |link: &Link| {
        let sign = f64::from(problem.signs[link.tie as usize].signum());
        let weight = sign * f64::from(problem.weights[link.tie as usize]);
        (weight != 0.0).then_some(SignedTie { ends: [link.from, link.to], weight })
    };
    let ties: Vec<SignedTie> = links.iter().filter_map(signed).collect();
    weighed_by_common_friends(problem.node_count(), &ties)
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
