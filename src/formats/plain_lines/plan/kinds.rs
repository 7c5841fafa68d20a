//! The kinds of ties of a map and those that lines add.

use super::{Plan, words_of};
use crate::model::{Kind, KindId};

impl Plan<'_> {
    /// Adds a kind of tie; the caller has looked that there is none of its name.
    pub fn add_kind(&mut self, kind: Kind) -> KindId {
        self.kind_words.push(words_of(&kind));
        self.kinds.push(kind);
        let first: u32 = self.map.kinds().free_id().into();
        let id = KindId::from(first.saturating_add(self.kinds.len() as u32 - 1));
        self.named.push(id);
        id
    }

    /// Adds a kind that is kept only where ties are of it.
    pub fn offer_kind(&mut self, kind: Kind) -> KindId {
        let id = self.add_kind(kind);
        self.named.pop();
        id
    }

    /// Takes one of the kinds that may be used as one that a line adds; `change` makes it what the line says.
    pub fn declare_kind(&mut self, id: KindId, change: impl FnOnce(&mut Kind)) {
        let first: u32 = self.map.kinds().free_id().into();
        let index = u32::from(id).checked_sub(first).map(|index| index as usize);
        if let Some(index) = index.filter(|index| *index < self.offered)
            && !self.named.contains(&id)
        {
            self.named.push(id);
            change(&mut self.kinds[index]);
            self.kind_words[self.map.kinds().len() + index] = words_of(&self.kinds[index]);
        }
    }

    /// The kind whose name or key this is, in small letters.
    pub fn kind_by_name(&self, name: &str) -> Option<KindId> {
        let at = self.kind_words.iter().position(|words| words.iter().any(|word| word == name))?;
        match at.checked_sub(self.map.kinds().len()) {
            None => self.map.kinds().id_at(at),
            Some(new) => {
                let first: u32 = self.map.kinds().free_id().into();
                Some(KindId::from(first.saturating_add(new as u32)))
            }
        }
    }

    /// The kinds of the map, and the new ones.
    pub fn kinds(&self) -> impl Iterator<Item = (KindId, &Kind)> {
        let first: u32 = self.map.kinds().free_id().into();
        let new = (first..).map(KindId::from).zip(&self.kinds);
        self.map.kinds().iter().chain(new)
    }

    pub fn kind(&self, id: KindId) -> Option<&Kind> {
        let first: u32 = self.map.kinds().free_id().into();
        let new = u32::from(id).checked_sub(first).and_then(|index| self.kinds.get(index as usize));
        new.or_else(|| self.map.kinds().get(id))
    }

    /// The new kinds but the first so many.
    pub fn new_kinds(&self, skipped: usize) -> impl Iterator<Item = &Kind> {
        self.kinds.iter().skip(skipped)
    }

    /// How many new kinds the lines have named.
    pub fn named_kind_count(&self) -> usize {
        self.named.len()
    }

    pub fn kind_count(&self) -> usize {
        self.kinds.len()
    }
}
