//! The ties of a map and those that lines add.

use std::collections::HashMap;

use super::Plan;
use crate::model::{End, NationId, Tie, TieId};

impl Plan<'_> {
    pub fn add_tie(&mut self, tie: Tie) -> TieId {
        let first: u32 = self.map.ties().free_id().into();
        let id = TieId::from(first.saturating_add(self.ties.len() as u32));
        self.new_ties.entry((tie.from, tie.to)).or_default().push(id);
        self.ties.push(tie);
        id
    }

    /// Whether a new tie says just the same, between the same ends.
    pub fn is_said(&self, like: &Tie) -> bool {
        let first: u32 = self.map.ties().free_id().into();
        let ids = self.new_ties.get(&(like.from, like.to)).into_iter().flatten();
        let index = |id: &TieId| u32::from(*id).checked_sub(first).map(|index| index as usize);
        ids.filter_map(index).any(|index| self.ties.get(index) == Some(like))
    }

    /// The ties from a nation to an end, those of the map first.
    fn ties_from_to(&self, from: NationId, to: End) -> impl Iterator<Item = (TieId, &Tie)> {
        let map_ties = self.map_ties.get_or_init(|| {
            let mut by_ends: HashMap<_, Vec<TieId>> = HashMap::new();
            for (id, tie) in self.map.ties().iter() {
                by_ends.entry((tie.from, tie.to)).or_default().push(id);
            }
            by_ends
        });
        let ids = |ties: &'_ HashMap<_, Vec<TieId>>| ties.get(&(from, to)).cloned();
        let there = ids(map_ties).into_iter().chain(ids(&self.new_ties)).flatten();
        there.filter_map(|id| self.tie(id).map(|tie| (id, tie)))
    }

    /// The ties between two nations, either way.
    pub fn ties_between(&self, a: NationId, b: NationId) -> Vec<(TieId, &Tie)> {
        let mut found: Vec<_> = self.ties_from_to(a, End::Nation(b)).collect();
        if a != b {
            found.extend(self.ties_from_to(b, End::Nation(a)));
        }
        found.sort_by_key(|(id, _)| *id);
        found
    }

    /// Whether a tie says the same: its ends, its kind, and its label if it has one.
    pub fn has_tie(&self, like: &Tie) -> bool {
        let is_same =
            |tie: &Tie| tie.kind == like.kind && (like.label.is_empty() || tie.label == like.label);
        self.ties_from_to(like.from, like.to).any(|(_, tie)| is_same(tie))
    }

    pub fn tie(&self, id: TieId) -> Option<&Tie> {
        let first: u32 = self.map.ties().free_id().into();
        let new = u32::from(id).checked_sub(first).and_then(|index| self.ties.get(index as usize));
        new.or_else(|| self.map.ties().get(id))
    }

    /// The new ties but the first so many.
    pub fn new_ties(&self, skipped: usize) -> impl Iterator<Item = &Tie> {
        self.ties.iter().skip(skipped)
    }

    /// The tie added last.
    pub fn last_tie(&self) -> Option<TieId> {
        let first: u32 = self.map.ties().free_id().into();
        let index = self.ties.len().checked_sub(1)?;
        Some(TieId::from(first.saturating_add(index as u32)))
    }

    pub fn tie_count(&self) -> usize {
        self.ties.len()
    }
}
