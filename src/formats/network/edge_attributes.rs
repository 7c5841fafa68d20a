//! The attributes of edges, which are the same for many edges of a network and lie in memory once then.

use std::hash::Hasher as _;
use std::ops::{Deref, DerefMut};
use std::sync::Arc;

use rustc_hash::FxHasher;

use super::ColumnId;
use crate::model::Attribute;

/// What an edge says beside its ends, each column at most once, in the order of the file. A change to that of one edge
/// changes no other.
#[derive(Clone, Debug, Default)]
pub struct EdgeAttributes(Option<Arc<List>>);

type List = Vec<(ColumnId, Attribute)>;

static NONE: List = Vec::new();

impl EdgeAttributes {
    /// Takes all that it says out of a list, whose memory is kept where no other edge has it.
    fn clear_if_unshared(&mut self) {
        match self.0.as_mut().and_then(Arc::get_mut) {
            Some(list) => list.clear(),
            None => self.0 = None,
        }
    }
}

impl Deref for EdgeAttributes {
    type Target = List;

    fn deref(&self) -> &List {
        self.0.as_deref().unwrap_or(&NONE)
    }
}

impl DerefMut for EdgeAttributes {
    fn deref_mut(&mut self) -> &mut List {
        Arc::make_mut(self.0.get_or_insert_default())
    }
}

impl PartialEq for EdgeAttributes {
    fn eq(&self, other: &Self) -> bool {
        **self == **other
    }
}

impl From<List> for EdgeAttributes {
    fn from(list: List) -> Self {
        Self(Some(list).filter(|list| !list.is_empty()).map(Arc::new))
    }
}

impl FromIterator<(ColumnId, Attribute)> for EdgeAttributes {
    fn from_iter<I: IntoIterator<Item = (ColumnId, Attribute)>>(items: I) -> Self {
        items.into_iter().collect::<List>().into()
    }
}

impl<'a> IntoIterator for &'a EdgeAttributes {
    type Item = &'a (ColumnId, Attribute);
    type IntoIter = std::slice::Iter<'a, (ColumnId, Attribute)>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

impl<'a> IntoIterator for &'a mut EdgeAttributes {
    type Item = &'a mut (ColumnId, Attribute);
    type IntoIter = std::slice::IterMut<'a, (ColumnId, Attribute)>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter_mut()
    }
}

/// So many pairs of lists are remembered, each in a place of its own by their hashes: of more that would have it, the
/// two that were met last.
const PLACES: usize = 2048;
/// After so many lists it shows whether they repeat: else none is looked for any more.
const TRIED: usize = 2048;

/// The attributes that edges had last, to be had by others.
#[derive(Debug, Default)]
pub struct KnownAttributes {
    lists: Vec<[EdgeAttributes; 2]>,
    tried: usize,
    met: usize,
    /// An empty list, with the memory of one that was the same as another.
    spare: EdgeAttributes,
}

impl KnownAttributes {
    /// An empty list to be filled: in the memory of the last one that was known already, where there was one.
    pub fn empty(&mut self) -> EdgeAttributes {
        std::mem::take(&mut self.spare)
    }

    /// Lets an edge have the list of another one that is the same.
    pub fn share(&mut self, own: &mut EdgeAttributes) {
        if own.is_empty() {
            self.spare = std::mem::take(own);
            return;
        }
        if self.tried >= TRIED && self.met * 4 < self.tried {
            return;
        }
        if self.lists.is_empty() {
            self.lists.resize_with(PLACES, Default::default);
        }
        let place = hash(own) as usize % PLACES;
        let Some([last, before]) = self.lists.get_mut(place) else { return };
        self.tried += 1;
        if let Some(known) = [&*last, &*before].into_iter().find(|known| *known == own) {
            self.met += 1;
            self.spare = std::mem::replace(own, known.clone());
            self.spare.clear_if_unshared();
        } else {
            own.shrink_to_fit();
            *before = std::mem::replace(last, own.clone());
        }
    }
}

fn hash(list: &List) -> u64 {
    let mut hasher = FxHasher::default();
    for (column, value) in list {
        hasher.write_usize(column.index());
        match value {
            Attribute::Text(text) => hasher.write(text.as_bytes()),
            Attribute::Number(number) => hasher.write_u64(number.to_bits()),
            Attribute::Flag(flag) => hasher.write_u8(u8::from(*flag)),
        }
    }
    hasher.finish()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn list(number: usize) -> EdgeAttributes {
        let kind = Attribute::Text(format!("kind {number}").into());
        vec![(ColumnId::default(), kind), (ColumnId::default(), Attribute::Flag(true))].into()
    }

    fn are_one(one: &EdgeAttributes, other: &EdgeAttributes) -> bool {
        one.0.as_ref().zip(other.0.as_ref()).is_some_and(|(one, other)| Arc::ptr_eq(one, other))
    }

    #[test]
    fn the_same_attributes_lie_in_memory_once_until_one_changes() {
        let mut known = KnownAttributes::default();
        let [mut one, mut other, mut third] = [list(1), list(1), list(2)];
        [&mut one, &mut other, &mut third].into_iter().for_each(|own| known.share(own));
        assert!(are_one(&one, &other) && !are_one(&one, &third));
        other.pop();
        assert_eq!((one.len(), other.len()), (2, 1));
        assert_ne!(one, other);
        assert_eq!(one, list(1));
    }

    #[test]
    fn lists_that_never_repeat_are_remembered_no_longer() {
        let mut known = KnownAttributes::default();
        (0..2 * TRIED).for_each(|number| known.share(&mut list(number)));
        assert_eq!((known.tried, known.met), (TRIED, 0));
        let mut none = EdgeAttributes::default();
        known.share(&mut none);
        assert_eq!(none, EdgeAttributes::default());
    }

    #[test]
    fn the_memory_of_a_list_that_was_known_is_filled_again() {
        let mut known = KnownAttributes::default();
        assert!(known.empty().0.is_none());
        let [mut one, mut other, mut cloned] = [list(1), list(1), list(1)];
        let (memory, kept) = (other.as_ptr(), cloned.clone());
        [&mut one, &mut other].into_iter().for_each(|own| known.share(own));
        let empty = known.empty();
        assert!(empty.is_empty() && empty.as_ptr() == memory && other.len() == 2);
        known.share(&mut cloned);
        assert!(known.empty().0.is_none() && kept.len() == 2);
    }
}
