//! Pairs the records of two maps, one to one.

use std::collections::{HashMap, HashSet, VecDeque};
use std::hash::Hash;

/// How many records of one key are looked at for the first that fits.
const MOST_LOOKED_AT: usize = 64;

/// Which record of another map is which of this one. No record is in two pairs.
#[derive(Debug)]
pub(super) struct Pairs<I> {
    own_of: HashMap<I, I>,
    taken: HashSet<I>,
}

impl<I: Copy + Eq + Hash> Pairs<I> {
    pub(super) fn new() -> Self {
        Self { own_of: HashMap::new(), taken: HashSet::new() }
    }

    /// The record of this map that one of the other map is.
    pub(super) fn own(&self, other: I) -> Option<I> {
        self.own_of.get(&other).copied()
    }

    /// Pairs records that have the same key and fit, the first with the first; those that are in a pair
    /// already stay there.
    pub(super) fn pair_by<K: Eq + Hash>(
        &mut self,
        own: impl Iterator<Item = (I, K)>,
        other: impl Iterator<Item = (I, K)>,
        fits: impl Fn(I, I) -> bool,
    ) {
        let mut free: HashMap<K, VecDeque<I>> = HashMap::new();
        for (id, key) in own.filter(|(id, _)| !self.taken.contains(id)) {
            free.entry(key).or_default().push_back(id);
        }
        for (id, key) in other {
            if self.own_of.contains_key(&id) {
                continue;
            }
            let Some(candidates) = free.get_mut(&key) else { continue };
            let first = candidates.iter().take(MOST_LOOKED_AT).position(|own| fits(*own, id));
            if let Some(own) = first.and_then(|at| candidates.remove(at)) {
                self.own_of.insert(id, own);
                self.taken.insert(own);
            }
        }
    }
}
