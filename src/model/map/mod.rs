//! The map: its heading and its records in the order in which the file lists them.

mod bulk;
mod visible_part;

use std::collections::HashSet;
use std::hash::Hash;
use std::sync::Arc;

use indexmap::IndexMap;
use rustc_hash::FxBuildHasher;

use super::{
    End, Extra, Filter, Kind, KindId, Look, Nation, NationId, PartialDate, Rect, Source, SourceId,
    Tie, TieId,
};
pub use visible_part::{Dimmed, Visibilities, Visibility};

/// A map of relations between nations.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Map {
    heading: Heading,
    look: Look,
    filter: Filter,
    kinds: Records<KindId, Kind>,
    sources: Records<SourceId, Source>,
    nations: Records<NationId, Nation>,
    ties: Records<TieId, Tie>,
    /// Of a part of a map, what is drawn faintly.
    dimmed: Arc<Dimmed>,
}

/// What stands above a map, and what concerns it as a whole.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Heading {
    /// The title.
    pub title: String,
    /// The line below the title.
    pub subtitle: String,
    /// The day that the map describes.
    pub as_of: Option<PartialDate>,
    /// Anything else.
    pub notes: String,
    /// Fields of the file that this version doesn't know.
    pub extra: Extra,
}

impl Map {
    /// A map with no nation yet and the three standard kinds.
    pub fn empty() -> Self {
        let mut map = Self::default();
        for (number, kind) in (1..).zip(Kind::standard()) {
            map.kinds.insert_at(usize::MAX, KindId(number), kind);
        }
        map
    }

    /// A map of records that refer to one another by their places in these lists: the first of a
    /// list has the id 1. The rules of [`super::Fault`] are for the caller to keep.
    pub(crate) fn from_parts(
        heading: Heading,
        look: Look,
        filter: Filter,
        kinds: Vec<Kind>,
        sources: Vec<Source>,
        nations: Vec<Nation>,
        ties: Vec<Tie>,
    ) -> Self {
        Self {
            heading,
            look,
            filter,
            kinds: Records::numbered(kinds),
            sources: Records::numbered(sources),
            nations: Records::numbered(nations),
            ties: Records::numbered(ties),
            dimmed: Arc::default(),
        }
    }

    /// Title, subtitle and date.
    pub const fn heading(&self) -> &Heading {
        &self.heading
    }

    /// How nations and ties are drawn.
    pub const fn look(&self) -> &Look {
        &self.look
    }

    /// What of the map is shown.
    pub const fn filter(&self) -> &Filter {
        &self.filter
    }

    /// The kinds of tie.
    pub const fn kinds(&self) -> &Records<KindId, Kind> {
        &self.kinds
    }

    /// The sources.
    pub const fn sources(&self) -> &Records<SourceId, Source> {
        &self.sources
    }

    /// The nations.
    pub const fn nations(&self) -> &Records<NationId, Nation> {
        &self.nations
    }

    /// The ties.
    pub const fn ties(&self) -> &Records<TieId, Tie> {
        &self.ties
    }

    /// The ties that start or end at a nation.
    pub fn ties_of(&self, nation: NationId) -> impl Iterator<Item = (TieId, &Tie)> {
        self.ties.iter().filter(move |(_, tie)| tie.from == nation || tie.to == End::Nation(nation))
    }

    /// The name of a nation, or of both ends of a tie: `Russia – North Korea`.
    pub fn end_name(&self, end: End) -> String {
        match end {
            End::Nation(id) => self.nations.get(id).map_or_else(String::new, |n| n.name.clone()),
            End::Tie(id) => self.tie_name(id),
        }
    }

    /// What to call a tie: its two ends, `Japan › China` or `Japan – New Zealand`.
    ///
    /// A tie onto a tie names that one in brackets: `China › (Japan – New Zealand)`. A tie of a nation
    /// to itself says so: `Spain – itself`.
    pub fn tie_name(&self, id: TieId) -> String {
        let Some(tie) = self.ties.get(id) else { return String::new() };
        let joint = match tie.direction {
            super::Direction::Mutual => '–',
            super::Direction::Directed => '›',
        };
        let from = self.end_name(End::Nation(tie.from));
        match tie.to {
            _ if tie.is_loop() => format!("{from} {joint} itself"),
            End::Nation(_) => format!("{from} {joint} {}", self.end_name(tie.to)),
            End::Tie(_) => format!("{from} {joint} ({})", self.end_name(tie.to)),
        }
    }

    /// The rectangle of all positions; [`Rect::NOTHING`] where no nation has one.
    pub fn extent(&self) -> Rect {
        let positions = self.nations.iter().filter_map(|(_, nation)| nation.position);
        positions.fold(Rect::NOTHING, |rect, position| rect.including(position))
    }

    pub(crate) const fn heading_mut(&mut self) -> &mut Heading {
        &mut self.heading
    }

    pub(crate) const fn look_mut(&mut self) -> &mut Look {
        &mut self.look
    }

    pub(crate) const fn filter_mut(&mut self) -> &mut Filter {
        &mut self.filter
    }

    pub(crate) const fn kinds_mut(&mut self) -> &mut Records<KindId, Kind> {
        &mut self.kinds
    }

    pub(crate) const fn sources_mut(&mut self) -> &mut Records<SourceId, Source> {
        &mut self.sources
    }

    pub(crate) const fn nations_mut(&mut self) -> &mut Records<NationId, Nation> {
        &mut self.nations
    }

    pub(crate) const fn ties_mut(&mut self) -> &mut Records<TieId, Tie> {
        &mut self.ties
    }
}

/// Records by their ids, which no file chooses: a quick hash will do.
pub(super) type List<I, T> = IndexMap<I, Arc<T>, FxBuildHasher>;

/// Records of one sort, in the order of the file. A copy shares them, for as long as neither changes:
/// so a thread can be given a map of any size at once.
#[derive(Debug)]
pub struct Records<I, T>(pub(super) Arc<List<I, T>>);

impl<I: Copy + Eq + Hash + Ord + From<u32> + Into<u32>, T> Records<I, T> {
    /// The record of an id.
    pub fn get(&self, id: I) -> Option<&T> {
        self.0.get(&id).map(Arc::as_ref)
    }

    /// Whether there is a record of that id.
    pub fn contains(&self, id: I) -> bool {
        self.0.contains_key(&id)
    }

    /// Where in the order a record stands.
    pub fn index_of(&self, id: I) -> Option<usize> {
        self.0.get_index_of(&id)
    }

    /// The id of the record at a place in the order.
    pub fn id_at(&self, index: usize) -> Option<I> {
        self.0.get_index(index).map(|(id, _)| *id)
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

    /// The records that are wanted, told by their place, id and content, under the same ids.
    fn picked(&self, is_wanted: impl Fn(usize, I, &T) -> bool) -> Self {
        let all = self.0.iter().enumerate();
        let wanted = all.filter(|(index, (id, record))| is_wanted(*index, **id, record));
        Self::of(wanted.map(|(_, (id, record))| (*id, Arc::clone(record))))
    }

    fn numbered(records: Vec<T>) -> Self {
        Self::of((1..).map(I::from).zip(records.into_iter().map(Arc::new)))
    }

    pub(super) fn of(records: impl IntoIterator<Item = (I, Arc<T>)>) -> Self {
        Self(Arc::new(records.into_iter().collect()))
    }
}

impl<I: Copy + Eq + Hash + Ord + From<u32> + Into<u32>, T: Clone> Records<I, T> {
    pub(crate) fn insert_at(&mut self, index: usize, id: I, record: T) {
        let index = index.min(self.len());
        self.own().shift_insert(index, id, Arc::new(record));
    }

    pub(crate) fn remove(&mut self, id: I) -> Option<(usize, T)> {
        let (index, _, record) = self.own().shift_remove_full(&id)?;
        Some((index, Arc::unwrap_or_clone(record)))
    }

    pub(crate) fn get_mut(&mut self, id: I) -> Option<&mut T> {
        self.own().get_mut(&id).map(Arc::make_mut)
    }

    /// The list as this map's own.
    pub(super) fn own(&mut self) -> &mut List<I, T> {
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

/// Equal when the same records stand in the same order.
impl<I: Eq + Hash, T: PartialEq> PartialEq for Records<I, T> {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.0, &other.0) || self.0.iter().eq(other.0.iter())
    }
}

/// A record that the file calls by a key.
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
keyed!(Kind, Source, Nation, Tie);

impl<I: Copy + Eq + Hash + Ord + From<u32> + Into<u32>, T: Keyed> Records<I, T> {
    /// The id of the record with that key.
    pub fn by_key(&self, key: &str) -> Option<I> {
        self.iter().find(|(_, record)| record.key() == key).map(|(id, _)| id)
    }

    /// A key that no record has: the wish itself, or the wish with a number (`JPN-2`).
    pub fn free_key(&self, wish: &str) -> String {
        let taken: HashSet<&str> = self.iter().map(|(_, record)| record.key()).collect();
        let numbered = (2u64..).map(|number| format!("{wish}-{number}"));
        std::iter::once(wish.to_owned())
            .chain(numbered)
            .find(|key| !key.is_empty() && !taken.contains(key.as_str()))
            .unwrap_or_default()
    }
}
