//! A uniform sample of nodes where there are too many for all, the same every time.

use crate::layout::rng::Rng;

const SEED: u64 = 5;

/// `count` of the nodes below a limit, in ascending order; all of them if there are no more.
///
/// Source: selection sampling (Fan, Muller and Rezucha 1962; Knuth's algorithm S).
pub(super) fn sample_nodes(count: usize, limit: usize) -> Vec<u32> {
    let mut rng = Rng::new(SEED);
    let mut sampled = Vec::with_capacity(count.min(limit));
    for node in 0..limit {
        let (missing, left) = (count - sampled.len(), limit - node);
        if missing >= left || rng.below(left) < missing {
            sampled.push(node as u32);
        }
        if sampled.len() == count {
            break;
        }
    }
    sampled
}
