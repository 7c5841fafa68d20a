//! Which nodes are one hop apart.
//!
//! A tie of any sign joins its two nodes; one from a node to itself joins nothing. A tie that ends
//! on a tie joins its own node with both nodes of the other, and so on for ties on such ties, as far
//! as their middles count nodes (`middles.rs`). As those two are joined already, all nodes of a tie
//! are joined with each other: so such a tie is kept as one group and not as pairs, which in long
//! chains of ties on ties would be too many.

use crate::layout::midpoints::Middles;
use crate::layout::problem::{LayoutError, Problem};

pub(super) struct Joined {
    /// The nodes that each node is tied to, in rising order, each once.
    pub(super) ties: Lists,
    /// The groups that each node is in.
    pub(super) groups_of: Lists,
    /// The nodes of each group.
    pub(super) groups: Lists,
}

impl Joined {
    pub(super) fn new(problem: &Problem) -> Result<Self, LayoutError> {
        let middles = Middles::new(problem)?;
        let n = problem.node_count();
        let (mut ties, mut members, mut groups) = (Vec::new(), Vec::new(), 0_u32);
        for &[a, b] in problem.ends.iter().filter(|[a, b]| a != b) {
            if (a as usize) < n && (b as usize) < n {
                ties.extend([(a, b), (b, a)]);
                continue;
            }
            for end in [a, b] {
                members.extend(middles.shares_of(end).into_iter().map(|(node, _)| (groups, node)));
            }
            groups += 1;
        }
        let turned = members.iter().map(|&(group, node)| (node, group)).collect();
        Ok(Self {
            ties: Lists::new(n, ties),
            groups_of: Lists::new(n, turned),
            groups: Lists::new(groups as usize, members),
        })
    }

    /// All nodes one hop from this, in rising order.
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

/// Numbers listed by number: those of one list side by side, in rising order, each once.
pub(super) struct Lists {
    starts: Vec<usize>,
    values: Vec<u32>,
}

impl Lists {
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
