//! Whether the communities that were found are more than what chance makes of any graph.
//!
//! Any graph has a division of high modularity, random ones too (Guimerà, Sales-Pardo, Amaral 2004,
//! “Modularity from fluctuations in random graphs”). So the same search is run on random graphs in which each
//! node has as many friendly ties as here: ends of ties are exchanged, two ties at a time, until nothing is
//! left of the order (Maslov, Sneppen 2002). Communities count as found where their modularity is well above
//! that of all of these.

use crate::communities::{FINER, SignedTie, communities, modularity};
use crate::layout::rng::Rng;

/// The number of random graphs.
const SAMPLES: u64 = 5;
/// How often each tie is exchanged with another, on the mean.
const EXCHANGES: usize = 3;
/// By how much the modularity is above that of every random graph.
const LEAST_EXCESS: f64 = 0.08;

/// Whether these communities, of all nodes, are more than chance. Only friendly ties count.
pub(super) fn are_more_than_chance(community_of: &[u32], ties: &[SignedTie]) -> bool {
    let friendly: Vec<SignedTie> = ties.iter().filter(|tie| tie.weight > 0.0).copied().collect();
    let found = modularity(community_of, &friendly);
    (1..=SAMPLES).all(|seed| {
        let shuffled = with_exchanged_ends(&friendly, &mut Rng::new(seed));
        let by_chance = modularity(&communities(community_of.len(), &shuffled, FINER), &shuffled);
        found > by_chance + LEAST_EXCESS
    })
}

/// The ties with their ends exchanged at random; each node keeps its number of ties, none is tied to itself.
fn with_exchanged_ends(ties: &[SignedTie], rng: &mut Rng) -> Vec<SignedTie> {
    let mut shuffled = ties.to_vec();
    if ties.len() < 2 {
        return shuffled;
    }
    for _ in 0..EXCHANGES {
        for one in 0..shuffled.len() {
            let other = rng.below(shuffled.len());
            let side = rng.below(2);
            let ([a, b], [c, d]) = (shuffled[one].ends, shuffled[other].ends);
            let (c, d) = if side == 0 { (c, d) } else { (d, c) };
            if one != other && a != d && c != b {
                shuffled[one].ends = [a, d];
                shuffled[other].ends = [c, b];
            }
        }
    }
    shuffled
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Nodes in groups of ten; each of `ties` ties leads to its own group with the given chance in percent.
    fn planted(groups: u32, ties: usize, within_percent: usize) -> (usize, Vec<SignedTie>) {
        let nodes = groups * 10;
        let mut rng = Rng::new(5);
        let mut tie = || {
            let from = rng.below(nodes as usize) as u32;
            let to = if rng.below(100) < within_percent {
                from / 10 * 10 + rng.below(10) as u32
            } else {
                rng.below(nodes as usize) as u32
            };
            SignedTie { ends: [from, to], weight: 1.0 }
        };
        let ties = (0..ties).map(|_| tie()).filter(|tie| tie.ends[0] != tie.ends[1]).collect();
        (nodes as usize, ties)
    }

    #[test]
    fn planted_communities_are_found_and_a_random_graph_has_none() {
        for (within, expected) in [(80, true), (50, true), (0, false)] {
            let (nodes, ties) = planted(10, 500, within);
            let found = communities(nodes, &ties, FINER);
            assert_eq!(are_more_than_chance(&found, &ties), expected, "{within} % within");
        }
    }

    #[test]
    fn exchanged_ends_leave_each_node_its_number_of_ties() {
        let (nodes, ties) = planted(6, 200, 70);
        let degrees = |ties: &[SignedTie]| {
            let mut degrees = vec![0; nodes];
            ties.iter().flat_map(|tie| tie.ends).for_each(|end| degrees[end as usize] += 1);
            degrees
        };
        let shuffled = with_exchanged_ends(&ties, &mut Rng::new(1));
        assert_eq!(degrees(&ties), degrees(&shuffled));
        assert!(shuffled.iter().all(|tie| tie.ends[0] != tie.ends[1]));
    }
}
