//! Inserts or removes many records at once, with the same result as one after another.

use std::hash::Hash;
use std::sync::Arc;

use rustc_hash::FxBuildHasher;

use super::{List, Records};

impl<I: Copy + Eq + Hash + Ord + From<u32> + Into<u32>, T: Clone> Records<I, T> {
    /// Removes records as if one after another, and returns each with its position at that time. `None`,
    /// and nothing is removed, if one is missing or named twice.
    pub(crate) fn remove_all(&mut self, ids: &[I]) -> Option<Vec<(usize, T)>> {
        let mut turn_of: Vec<Option<usize>> = vec![None; self.len()];
        let mut left = Slots::all(self.len());
        let mut places = Vec::with_capacity(ids.len());
        for (turn, id) in ids.iter().enumerate() {
            let place = self.index_of(*id)?;
            if turn_of[place].replace(turn).is_some() {
                return None;
            }
            places.push(left.before(place));
            left.take(place);
        }
        let mut taken: Vec<Option<Arc<T>>> = vec![None; ids.len()];
        let mut kept = List::with_capacity_and_hasher(self.len() - ids.len(), FxBuildHasher);
        for ((id, record), turn) in std::mem::take(self.list_mut()).into_iter().zip(turn_of) {
            match turn {
                Some(turn) => taken[turn] = Some(record),
                None => drop(kept.insert(id, record)),
            }
        }
        *self.list_mut() = kept;
        let taken = taken.into_iter().flatten().map(Arc::unwrap_or_clone);
        Some(places.into_iter().zip(taken).collect())
    }

    /// Inserts records as if one after another, each at a position in the list as it is at that time; a
    /// position beyond the end means the end. The ids must be unused and distinct.
    pub(crate) fn insert_all(&mut self, records: Vec<(usize, I, T)>) {
        let count = self.len() + records.len();
        let mut free = Slots::all(count);
        let mut filled: Vec<Option<(I, Arc<T>)>> = vec![None; count];
        // From the last one backwards, the final position of each is known: those after it have taken
        // their slots, and those before it are among the rest.
        for (place, id, record) in records.into_iter().rev() {
            let slot = free.nth(place.min(count - free.taken - 1));
            free.take(slot);
            filled[slot] = Some((id, Arc::new(record)));
        }
        let mut old = std::mem::take(self.list_mut()).into_iter();
        *self = Self::of(filled.into_iter().filter_map(|slot| slot.or_else(|| old.next())));
    }
}

/// Slots that are free or taken. The free ones are counted in a Fenwick tree (Fenwick 1994, “A new data
/// structure for cumulative frequency tables”), in logarithmic time.
struct Slots {
    tree: Vec<usize>,
    taken: usize,
}

impl Slots {
    /// `count` slots, all of them free.
    fn all(count: usize) -> Self {
        let lowest_bit = |index: usize| index & index.wrapping_neg();
        Self { tree: (0..=count).map(lowest_bit).collect(), taken: 0 }
    }

    /// The number of free slots before a slot.
    fn before(&self, slot: usize) -> usize {
        let mut sum = 0;
        let mut index = slot;
        while index > 0 {
            sum += self.tree[index];
            index &= index - 1;
        }
        sum
    }

    fn take(&mut self, slot: usize) {
        let mut index = slot + 1;
        while let Some(sum) = self.tree.get_mut(index) {
            *sum -= 1;
            index += index & index.wrapping_neg();
        }
        self.taken += 1;
    }

    /// The free slot with `before` free ones before it.
    fn nth(&self, mut before: usize) -> usize {
        let mut slot = 0;
        let mut step = self.tree.len().next_power_of_two() / 2;
        while step > 0 {
            if let Some(sum) = self.tree.get(slot + step).filter(|sum| **sum <= before) {
                before -= sum;
                slot += step;
            }
            step /= 2;
        }
        slot
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::NationId;

    type Few = Records<NationId, u32>;

    fn few(count: u32) -> Few {
        let mut records = Few::default();
        (1..=count).for_each(|n| records.insert_at(usize::MAX, NationId(n), n * 10));
        records
    }

    #[test]
    fn at_once_is_as_one_after_another() {
        let ids = [7, 2, 9, 1, 8, 5].map(NationId);
        let (mut at_once, mut in_turn) = (few(9), few(9));
        let taken = at_once.remove_all(&ids).expect("they are there");
        let expected: Vec<_> = ids.iter().filter_map(|id| in_turn.remove(*id)).collect();
        assert_eq!(taken, expected);
        assert_eq!(at_once, in_turn);
        let back: Vec<_> = ids.iter().zip(taken).rev().map(|(id, (at, n))| (at, *id, n)).collect();
        at_once.insert_all(back);
        assert_eq!(at_once, few(9));
    }

    #[test]
    fn places_beyond_the_end_mean_the_end() {
        let new = [(usize::MAX, 20), (0, 21), (usize::MAX, 22), (3, 23), (0, 24)];
        let mut in_turn = few(3);
        new.iter().for_each(|(at, n)| in_turn.insert_at(*at, NationId(*n), *n));
        let mut at_once = few(3);
        at_once.insert_all(new.iter().map(|(at, n)| (*at, NationId(*n), *n)).collect());
        assert_eq!(at_once, in_turn);
    }

    #[test]
    fn what_is_missing_or_named_twice_leaves_all_as_it_was() {
        let mut records = few(3);
        assert_eq!(records.remove_all(&[NationId(1), NationId(4)]), None);
        assert_eq!(records.remove_all(&[NationId(2), NationId(2)]), None);
        assert_eq!(records, few(3));
    }
}
