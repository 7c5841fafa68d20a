//! The midpoints of ties, where ties onto ties end: each is the mean of that tie's two ends.
//!
//! Every end is a weighted mean of nodes, so a midpoint needs no position of its own and never disagrees
//! with its tie. Guarantee: shares are positive and sum to 1. In deep chains of ties onto ties, shares
//! below 1/64 are left out (and the rest scaled up), which bounds memory; the end of such a tie is then
//! off by a few hundredths of the map's extent in the worst case.

use super::error::LayoutError;
use super::geometry::{Xy, add, scaled};
use super::problem::Problem;

const SMALLEST_SHARE: f32 = 1.0 / 64.0;

/// Where every end of a tie lies, as shares of nodes.
pub(super) struct Midpoints {
    nodes: usize,
    /// For each tie that another tie ends on: its nodes in ascending order with their shares.
    shares: Vec<Vec<(u32, f32)>>,
}

impl Midpoints {
    pub(super) fn new(problem: &Problem) -> Result<Self, LayoutError> {
        let nodes = problem.node_count();
        if !problem.has_ties_onto_ties() {
            return Ok(Self { nodes, shares: Vec::new() });
        }
        let is_ended_on = problem.ended_on_ties();
        let mut midpoints = Self { nodes, shares: vec![Vec::new(); problem.tie_count()] };
        for tie in problem.ties_by_depth()? {
            let tie = tie as usize;
            if is_ended_on[tie] {
                let [a, b] = problem.ends[tie].map(|end| midpoints.shares_of(end));
                midpoints.shares[tie] = without_tiny_shares(weighted_sum(&a, 0.5, &b, 0.5));
            }
        }
        Ok(midpoints)
    }

    /// The end as shares of nodes, in ascending order of nodes.
    pub(super) fn shares_of(&self, end: u32) -> Vec<(u32, f32)> {
        match (end as usize).checked_sub(self.nodes) {
            Some(tie) => self.shares[tie].clone(),
            None => vec![(end, 1.0)],
        }
    }

    /// Where the end lies.
    pub(super) fn position(&self, end: u32, positions: &[Xy]) -> Xy {
        match (end as usize).checked_sub(self.nodes) {
            Some(tie) => self.shares[tie].iter().fold([0.0; 2], |sum, &(node, share)| {
                add(sum, scaled(positions[node as usize], share))
            }),
            None => positions[end as usize],
        }
    }

    /// The vector from one end to the other as shares of nodes; nodes that cancel out are left out.
    pub(super) fn difference(&self, ends: [u32; 2]) -> Vec<(u32, f32)> {
        let [a, b] = ends.map(|end| self.shares_of(end));
        let mut vector = weighted_sum(&a, 1.0, &b, -1.0);
        vector.retain(|&(_, share)| share.abs() >= SMALLEST_SHARE / 2.0);
        vector
    }
}

fn weighted_sum(
    a: &[(u32, f32)],
    factor_a: f32,
    b: &[(u32, f32)],
    factor_b: f32,
) -> Vec<(u32, f32)> {
    let scaled_a = a.iter().map(|&(node, share)| (node, share * factor_a));
    let scaled_b = b.iter().map(|&(node, share)| (node, share * factor_b));
    let mut all: Vec<(u32, f32)> = scaled_a.chain(scaled_b).collect();
    all.sort_by_key(|&(node, _)| node);
    all.dedup_by(|next, kept| {
        let same = next.0 == kept.0;
        if same {
            kept.1 += next.1;
        }
        same
    });
    all
}

fn without_tiny_shares(mut shares: Vec<(u32, f32)>) -> Vec<(u32, f32)> {
    let largest = shares.iter().fold(0.0_f32, |most, &(_, share)| most.max(share));
    shares.retain(|&(_, share)| share >= SMALLEST_SHARE.min(largest));
    let sum: f32 = shares.iter().map(|&(_, share)| share).sum();
    for (_, share) in &mut shares {
        *share /= sum;
    }
    shares
}

#[cfg(test)]
mod tests {
    use super::super::test_problems;
    use super::*;

    #[test]
    fn a_middle_is_the_mean_and_nests() {
        let mut problem = test_problems::star(3);
        test_problems::tie(&mut problem, [3, 4], 0);
        test_problems::tie(&mut problem, [2, 4 + 3], 0);
        let midpoints = Midpoints::new(&problem).unwrap();
        let at = [[0.0, 0.0], [8.0, 0.0], [0.0, 8.0], [0.0, 16.0]];
        assert_eq!(midpoints.position(4, &at), [4.0, 0.0]);
        assert_eq!(midpoints.position(4 + 3, &at), [2.0, 8.0]);
        assert_eq!(
            midpoints.difference([2, 4 + 3]),
            vec![(0, -0.25), (1, -0.25), (2, 1.0), (3, -0.5)]
        );
    }

    #[test]
    fn long_chains_of_ties_on_ties_stay_small() {
        let mut problem = test_problems::star(200);
        for tie in 200..1000 {
            test_problems::tie(&mut problem, [tie % 200, 201 + tie - 1], 0);
        }
        let midpoints = Midpoints::new(&problem).unwrap();
        let shares = midpoints.shares_of(201 + 998);
        assert!(shares.len() <= 64);
        assert!((shares.iter().map(|s| s.1).sum::<f32>() - 1.0).abs() < 1e-5);
    }
}
