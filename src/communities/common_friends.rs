//! Ties weighed by the friends that their ends have in common.

use super::SignedTie;

/// The ties, of which each friendly one counts by the share of their friends that its ends have in common
/// (Jaccard), so that what joins two blocs counts less than what a bloc consists of.
pub(crate) fn weighed_by_common_friends(nodes: usize, ties: &[SignedTie]) -> Vec<SignedTie> {
    let friends = friends(nodes, ties.iter().filter(|tie| tie.weight > 0.0));
    let weighed = |tie: &SignedTie| {
        let [a, b] = tie.ends.map(|end| &friends[end as usize]);
        let share = if tie.weight > 0.0 { common_share(a, b) } else { 1.0 };
        SignedTie { weight: share * tie.weight, ..*tie }
    };
    ties.iter().map(weighed).filter(|tie| tie.weight != 0.0).collect()
}

/// The friends of each node and itself, in ascending order.
fn friends<'a>(nodes: usize, friendly: impl Iterator<Item = &'a SignedTie>) -> Vec<Vec<u32>> {
    let mut friends: Vec<Vec<u32>> = (0..nodes as u32).map(|node| vec![node]).collect();
    for &SignedTie { ends: [a, b], .. } in friendly {
        friends[a as usize].push(b);
        friends[b as usize].push(a);
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tie_within_a_triangle_counts_more_than_one_that_leaves_it() {
        let tie = |a: u32, b: u32, weight: f64| SignedTie { ends: [a, b], weight };
        let ties =
            [tie(0, 1, 1.0), tie(1, 2, 1.0), tie(2, 0, 1.0), tie(2, 3, 1.0), tie(3, 0, -2.0)];
        let weighed = weighed_by_common_friends(4, &ties);
        let weights: Vec<f64> = weighed.iter().map(|tie| tie.weight).collect();
        assert_eq!(weights, [1.0, 0.75, 0.75, 0.5, -2.0]);
    }
}
