//! A fair choice of nodes where there are too many to look at all, the same every time.

use crate::layout::rng::Rng;

const SEED: u64 = 5;

/// So many of the nodes below a limit, in rising order; all of them if there are no more.
///
/// Source: selection sampling (Fan, Muller and Rezucha 1962; Knuth's algorithm S).
pub(super) fn pick(count: usize, limit: usize) -> Vec<u32> {
    let mut rng = Rng::new(SEED);
    let mut picked = Vec::with_capacity(count.min(limit));
    for node in 0..limit {
        let (wanted, left) = (count - picked.len(), limit - node);
        if wanted >= left || rng.below(left) < wanted {
            picked.push(node as u32);
        }
        if picked.len() == count {
            break;
        }
    }
    picked
}
