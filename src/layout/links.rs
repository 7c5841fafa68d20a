//! Ties as links between two nodes, for methods that don't handle ties onto ties.
//!
//! An end at a tie counts as both of that tie's nodes; in chains of ties onto ties, as the nodes that have
//! the largest share in its midpoint, four at most.

use crate::layout::error::LayoutError;
use crate::layout::midpoints::Midpoints;
use crate::layout::problem::Problem;

const MOST_NODES_OF_AN_END: usize = 4;

/// A tie, or a part of one, from a node to another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Link {
    pub(super) from: u32,
    pub(super) to: u32,
    pub(super) tie: u32,
}

/// All links, in the order of the ties; none leads from a node to itself.
pub(super) fn links(problem: &Problem) -> Result<Vec<Link>, LayoutError> {
    let midpoints = Midpoints::new(problem)?;
    let nodes_of = |end: u32| {
        let mut shares = midpoints.shares_of(end);
        shares.sort_by(|a, b| b.1.total_cmp(&a.1));
        shares.truncate(MOST_NODES_OF_AN_END);
        shares
    };
    let mut links = Vec::new();
    for (tie, &[a, b]) in problem.ends.iter().enumerate() {
        let (from_nodes, to_nodes) = (nodes_of(a), nodes_of(b));
        for &(from, _) in &from_nodes {
            let others = to_nodes.iter().filter(|&&(to, _)| to != from);
            links.extend(others.map(|&(to, _)| Link { from, to, tie: tie as u32 }));
        }
    }
    Ok(links)
}

/// For each node the nodes it is linked to, in ascending order, each with the number of links.
pub(super) fn neighbours(nodes: usize, links: &[Link]) -> Vec<Vec<(u32, u32)>> {
    let mut neighbours = vec![Vec::new(); nodes];
    for link in links {
        neighbours[link.from as usize].push((link.to, 1));
        neighbours[link.to as usize].push((link.from, 1));
    }
    for list in &mut neighbours {
        *list = merged(std::mem::take(list));
    }
    neighbours
}

/// Each other node once, with the sum of its counts, in ascending order.
pub(super) fn merged(mut list: Vec<(u32, u32)>) -> Vec<(u32, u32)> {
    list.sort_unstable();
    list.dedup_by(|next, kept| {
        let same = next.0 == kept.0;
        if same {
            kept.1 += next.1;
        }
        same
    });
    list
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::layout::test_problems;

    #[test]
    fn a_tie_onto_a_tie_links_to_both_of_its_nodes() {
        let mut problem = test_problems::nodes(4);
        problem.ends = vec![[0, 1], [2, 4], [3, 3], [0, 1]];
        problem.weights = vec![1.0; 4];
        problem.signs = vec![1; 4];
        problem.labels = vec![0.0; 4];
        let links = links(&problem).unwrap();
        let pairs: Vec<_> = links.iter().map(|l| (l.from, l.to, l.tie)).collect();
        assert_eq!(pairs, [(0, 1, 0), (2, 0, 1), (2, 1, 1), (0, 1, 3)]);
        assert_eq!(neighbours(4, &links)[0], [(1, 2), (2, 1)]);
        assert!(neighbours(4, &links)[3].is_empty());
    }
}
