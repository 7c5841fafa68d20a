//! Records of one sort in the order of the file, found by their ids.

mod bulk_edits;
mod encoding;

use std::collections::HashSet;
use std::hash::Hash;
use std::sync::Arc;

use indexmap::IndexMap;
use rustc_hash::FxBuildHasher;

use super::{Kind, Nation, Source, TextNote, Tie};

/// Records by id. No file chooses the ids, so a hash that can be attacked will do.
type List<I, T> = IndexMap<I, Arc<T>, FxBuildHasher>;

/// Records of one sort, in the order of the file. A clone shares them until one of the two changes, so
/// a map of any size is passed to a thread in constant time.
#[derive(Debug)]
pub struct Records<I, T>(Arc<List<I, T>>);

impl<I: Copy + Eq + Hash + Ord + From<u32> + Into<u32>, T> Records<I, T> {
    /// The record with an id.
    pub fn get(&self, id: I) -> Option<&T> {
        self.0.get(&id).map(Arc::as_ref)
    }

    /// Whether there is a record with that id.
    pub fn contains(&self, id: I) -> bool {
        self.0.contains_key(&id)
    }

    /// The position of a record in the list.
    pub fn index_of(&self, id: I) -> Option<usize> {
        self.0.get_index_of(&id)
    }

    /// The id of the record at a position in the list.
    pub fn id_at(&self, index: usize) -> Option<I> {
        self.0.get_index(index).map(|(id, _)| *id)
    }

    /// The record at a position in the list, with its id.
    pub fn at(&self, index: usize) -> Option<(I, &T)> {
        self.0.get_index(index).map(|(id, record)| (*id, record.as_ref()))
    }

    /// All records in order.
    pub fn iter(&self) -> impl DoubleEndedIterator<Item = (I, &T)> + ExactSizeIterator {
        self.0.iter().map(|(id, record)| (*id, record.as_ref()))
    }

    /// All ids in order.
    pub fn ids(&self) -> impl DoubleEndedIterator<Item = I> + ExactSizeIterator {
        self.0.keys().copied()
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// An id that no record has.
    pub fn free_id(&self) -> I {
        let largest = self.0.keys().copied().max().map_or(0, Into::into);
        I::from(largest.saturating_add(1))
    }

    /// The records that match, given position, id and record, under the same ids.
    pub(super) fn filtered(&self, matches: impl Fn(usize, I, &T) -> bool) -> Self {
        let all = self.0.iter().enumerate();
        let kept = all.filter(|(index, (id, record))| matches(*index, **id, record));
        Self::of(kept.map(|(_, (id, record))| (*id, Arc::clone(record))))
    }

    pub(super) fn numbered(records: Vec<T>) -> Self {
        Self::shared(records.into_iter().map(Arc::new))
    }

    pub(super) fn shared(records: impl IntoIterator<Item = Arc<T>>) -> Self {
        Self::of((1..).map(I::from).zip(records))
    }

    fn of(records: impl IntoIterator<Item = (I, Arc<T>)>) -> Self {
        Self(Arc::new(records.into_iter().collect()))
    }
}

impl<I: Copy + Eq + Hash + Ord + From<u32> + Into<u32>, T: Clone> Records<I, T> {
    pub(crate) fn insert_at(&mut self, index: usize, id: I, record: T) {
        let index = index.min(self.len());
        self.list_mut().shift_insert(index, id, Arc::new(record));
    }

    pub(crate) fn remove(&mut self, id: I) -> Option<(usize, T)> {
        let (index, _, record) = self.list_mut().shift_remove_full(&id)?;
        Some((index, Arc::unwrap_or_clone(record)))
    }

    pub(crate) fn get_mut(&mut self, id: I) -> Option<&mut T> {
        self.list_mut().get_mut(&id).map(Arc::make_mut)
    }

    /// The list, no longer shared.
    fn list_mut(&mut self) -> &mut List<I, T> {
        Arc::make_mut(&mut self.0)
    }
}

impl<I, T> Clone for Records<I, T> {
    fn clone(&self) -> Self {
        Self(Arc::clone(&self.0))
    }
}

impl<I, T> Default for Records<I, T> {
    fn default() -> Self {
        Self(Arc::default())
    }
}

/// Equal if they hold equal records under the same ids in the same order.
impl<I: Eq + Hash, T: PartialEq> PartialEq for Records<I, T> {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.0, &other.0) || self.0.iter().eq(other.0.iter())
    }
}

/// A record that the file refers to by a key.
pub trait Keyed {
    /// The key.
    fn key(&self) -> &str;
}

macro_rules! keyed {
    ($($record:ty),*) => {
        $(impl Keyed for $record {
            fn key(&self) -> &str {
                &self.key
            }
        })*
    };
}
keyed!(Kind, Source, Nation, Tie, TextNote);

impl<I: Copy + Eq + Hash + Ord + From<u32> + Into<u32>, T: Keyed> Records<I, T> {
    /// The id of the record with that key.
    pub fn by_key(&self, key: &str) -> Option<I> {
        self.iter().find(|(_, record)| record.key() == key).map(|(id, _)| id)
    }

    /// A key that no record has: the one that is wanted, or that one with a number (`JPN-2`).
    pub fn free_key(&self, wanted: &str) -> String {
        let taken: HashSet<&str> = self.iter().map(|(_, record)| record.key()).collect();
        let numbered = (2u64..).map(|number| format!("{wanted}-{number}"));
        std::iter::once(wanted.to_owned())
            .chain(numbered)
            .find(|key| !key.is_empty() && !taken.contains(key.as_str()))
            .unwrap_or_default()
    }
}
