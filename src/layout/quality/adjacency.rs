//! Which nodes are adjacent, that is at graph distance 1.
//!
//! A tie of any sign connects its two nodes; one from a node to itself connects nothing. A tie that ends
//! on a tie connects its own node with both nodes of the other, and so on for ties onto such ties, as far
//! as their midpoints count nodes (`midpoints`). As those two are already connected, all nodes of a tie
//! onto a tie are connected with each other: it is kept as one group and not as pairs, which would be too
//! many in long chains of ties onto ties.

use crate::layout::error::LayoutError;
use crate::layout::midpoints::Midpoints;
use crate::layout::problem::Problem;

/// The adjacent nodes of each node.
pub(super) struct Adjacency {
    /// The nodes that each node is tied to, in ascending order, each once.
    pub(super) ties: AdjacencyLists,
    /// The groups that each node is in.
    pub(super) groups_of: AdjacencyLists,
    /// The nodes of each group.
    pub(super) groups: AdjacencyLists,
}

impl Adjacency {
    pub(super) fn new(problem: &Problem) -> Result<Self, LayoutError> {
        let midpoints = Midpoints::new(problem)?;
        let n = problem.node_count();
        let (mut ties, mut members, mut groups) = (Vec::new(), Vec::new(), 0_u32);
        for &[a, b] in problem.ends.iter().filter(|[a, b]| a != b) {
            if (a as usize) < n && (b as usize) < n {
                ties.extend([(a, b), (b, a)]);
                continue;
            }
            for end in [a, b] {
                members
                    .extend(midpoints.shares_of(end).into_iter().map(|(node, _)| (groups, node)));
            }
            groups += 1;
        }
        let swapped = members.iter().map(|&(group, node)| (node, group)).collect();
        Ok(Self {
            ties: AdjacencyLists::new(n, ties),
            groups_of: AdjacencyLists::new(n, swapped),
            groups: AdjacencyLists::new(groups as usize, members),
        })
    }

    /// All nodes adjacent to this one, in ascending order.
    pub(super) fn neighbours(&self, node: u32) -> Vec<u32> {
        let mut all = self.ties.of(node).to_vec();
        for &group in self.groups_of.of(node) {
            all.extend(self.groups.of(group).iter().filter(|&&other| other != node));
        }
        all.sort_unstable();
        all.dedup();
        all
    }
}

/// Lists of numbers in one array, each in ascending order without duplicates.
pub(super) struct AdjacencyLists {
    starts: Vec<usize>,
    values: Vec<u32>,
}

impl AdjacencyLists {
    pub(super) fn new(count: usize, mut pairs: Vec<(u32, u32)>) -> Self {
        pairs.sort_unstable();
        pairs.dedup();
        let mut starts = vec![0; count + 1];
        for &(list, _) in &pairs {
            starts[list as usize + 1] += 1;
        }
        for list in 0..count {
            starts[list + 1] += starts[list];
        }
        Self { starts, values: pairs.into_iter().map(|(_, value)| value).collect() }
    }

    pub(super) fn count(&self) -> usize {
        self.starts.len() - 1
    }

    pub(super) fn of(&self, list: u32) -> &[u32] {
        &self.values[self.starts[list as usize]..self.starts[list as usize + 1]]
    }
}
