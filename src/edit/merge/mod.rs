//! Merges another map into one, in one step that can be undone.
//!
//! Nations are the same by code, then by name, then by the id that one map alone knows them by; kinds by name; sources by address, then by title; ties by
//! their ends, kind, direction and dates, where those of a tie onto a tie are that tie. What is new is added,
//! what says nothing here is filled, and what differs stays as it is here, or becomes as it is there
//! ([`Preference`]). Look and filter stay.

mod difference;
mod pairs;
mod records;
mod same_records;
mod sentences;

use std::collections::{BTreeSet, HashMap, HashSet};
use std::hash::Hash;

pub use difference::{Difference, Preference};
use pairs::Pairs;

use super::new_records::NewRecords;
use super::{Change, Command};
use crate::model::{
    End, Kind, KindId, Map, Nation, NationId, SourceId, Target, TextNote, Tie, TieId,
};
use crate::names::caseless;

/// What merging another map into one means, before it is done.
#[derive(Clone, Debug)]
pub struct Merge {
    /// Does it; an empty [`Command::Batch`] where nothing would change.
    pub command: Command,
    /// The nations, ties and notes that are added, by their ids in this map.
    pub added: BTreeSet<Target>,
    /// What becomes of each nation of the other map, in its order.
    pub nations: Vec<Merged<NationId>>,
    /// What becomes of each tie of the other map.
    pub ties: Vec<Merged<TieId>>,
    /// What becomes of each kind of the other map, but for standard ones that neither map uses.
    pub kinds: Vec<Merged<KindId>>,
    /// What becomes of each source of the other map.
    pub sources: Vec<Merged<SourceId>>,
    /// Where title, subtitle, date and notes differ.
    pub heading: Vec<Difference>,
    /// How many text notes are added.
    pub new_notes: usize,
}

/// What becomes of one record of the other map.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Merged<I> {
    /// Its id in the other map, where its name is found.
    pub theirs: I,
    /// Its id in this map; of a new record, once it is added.
    pub ours: I,
    /// Whether it is new.
    pub is_new: bool,
    /// Where it differs from the record that is here; empty for a new one, and for one that is the same.
    pub differences: Vec<Difference>,
}

/// How many records are new, the same, and different.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct MergeCounts {
    /// Records that this map lacks.
    pub new: usize,
    /// Records that say nothing that this map doesn't.
    pub same: usize,
    /// Records that are here, and say more or something else.
    pub different: usize,
}

impl MergeCounts {
    /// Counts the records of one sort.
    pub fn of<I>(records: &[Merged<I>]) -> Self {
        let mut counts = Self::default();
        for record in records {
            match (record.is_new, record.differences.is_empty()) {
                (true, _) => counts.new += 1,
                (false, true) => counts.same += 1,
                (false, false) => counts.different += 1,
            }
        }
        counts
    }
}

impl Merge {
    /// Whether the map stays as it is.
    pub fn changes_nothing(&self) -> bool {
        matches!(&self.command, Command::Batch(commands) if commands.is_empty())
    }
}

/// Merges another map into this one. New nations keep their arrangement where this map has none; else they
/// have no position yet, since the other map's room isn't this one's.
pub fn merge(map: &Map, other: &Map, preference: Preference) -> Merge {
    let mut merging = Merging::of(map, other, preference);
    let kinds = merging.kinds();
    let sources = merging.sources();
    let nations = merging.nations();
    let ties = merging.ties();
    let new_notes = merging.text_notes();
    let mut heading = map.heading().clone();
    let differences = records::heading(preference, &mut heading, other.heading());
    if heading != *map.heading() {
        merging.records.push_later(Command::Heading(Box::new(heading)));
    }
    let (added, command) = merging.records.into_command();
    Merge { command, added, nations, ties, kinds, sources, heading: differences, new_notes }
}

/// A merge on its way. What the records of the other map become is known in this order: kinds, sources,
/// nations, ties.
struct Merging<'m> {
    map: &'m Map,
    other: &'m Map,
    preference: Preference,
    records: NewRecords<'m>,
    kind_ids: HashMap<KindId, KindId>,
    source_ids: HashMap<SourceId, SourceId>,
    nation_ids: HashMap<NationId, NationId>,
    tie_ids: HashMap<TieId, TieId>,
}

impl<'m> Merging<'m> {
    fn of(map: &'m Map, other: &'m Map, preference: Preference) -> Self {
        Self {
            map,
            other,
            preference,
            records: NewRecords::from_map(map, other),
            kind_ids: HashMap::new(),
            source_ids: HashMap::new(),
            nation_ids: HashMap::new(),
            tie_ids: HashMap::new(),
        }
    }

    fn kinds(&mut self) -> Vec<Merged<KindId>> {
        let pairs = same_records::same_kinds(self.map, self.other);
        let used: HashSet<KindId> = self.other.ties().iter().map(|(_, tie)| tie.kind).collect();
        let mut merged = Vec::new();
        for (theirs, kind) in self.other.kinds().iter() {
            // Kinds that every map begins with say nothing as long as no tie is of them.
            let is_idle = !used.contains(&theirs) && Kind::standard().contains(kind);
            if is_idle && pairs.own(theirs).is_none() {
                continue;
            }
            let own = pairs.own(theirs).and_then(|id| Some((id, self.map.kinds().get(id)?)));
            let (ours, differences) = match own {
                None => (self.records.add_kind(kind.clone()), None),
                Some((id, own)) => {
                    let mut whole = own.clone();
                    let differences = records::kind(self.preference, &mut whole, kind);
                    if whole != *own {
                        let change = Change::Replace(Box::new(whole));
                        self.records.push_later(Command::Kind(id, change));
                    }
                    (id, Some(differences))
                }
            };
            merged.push(Merged::of(theirs, ours, differences));
        }
        self.kind_ids = ids(&merged);
        merged
    }

    fn sources(&mut self) -> Vec<Merged<SourceId>> {
        let pairs = same_records::same_sources(self.map, self.other);
        let mut merged = Vec::new();
        for (theirs, source) in self.other.sources().iter() {
            let own = pairs.own(theirs).and_then(|id| Some((id, self.map.sources().get(id)?)));
            let (ours, differences) = match own {
                None => (self.records.add_source(source.clone()), None),
                Some((id, own)) => {
                    let mut whole = own.clone();
                    let differences = records::source(self.preference, &mut whole, source);
                    if whole != *own {
                        let change = Change::Replace(Box::new(whole));
                        self.records.push_later(Command::Source(id, change));
                    }
                    (id, Some(differences))
                }
            };
            merged.push(Merged::of(theirs, ours, differences));
        }
        self.source_ids = ids(&merged);
        merged
    }

    fn nations(&mut self) -> Vec<Merged<NationId>> {
        let pairs = same_records::same_nations(self.map, self.other);
        for id in self.other.nations().ids() {
            let own = pairs.own(id).unwrap_or_else(|| self.records.next_nation_id());
            self.nation_ids.insert(id, own);
        }
        let keeps_positions = self.map.extent().is_nothing();
        let mut merged = Vec::new();
        for (theirs, nation) in self.other.nations().iter() {
            let Some(ours) = self.nation_ids.get(&theirs).copied() else { continue };
            let memberships = self.memberships(nation);
            let differences = match self.map.nations().get(ours) {
                None => {
                    let mut new = Nation { memberships, ..nation.clone() };
                    if !keeps_positions {
                        (new.position, new.pinned) = (None, false);
                    }
                    self.records.add_nation(ours, new);
                    None
                }
                Some(own) => {
                    let mut whole = own.clone();
                    let differences = records::nation(
                        self.preference,
                        &mut whole,
                        nation,
                        self.other,
                        memberships,
                    );
                    if whole != *own {
                        let change = Change::Replace(Box::new(whole));
                        self.records.push_later(Command::Nation(ours, change));
                    }
                    Some(differences)
                }
            };
            merged.push(Merged::of(theirs, ours, differences));
        }
        merged
    }

    /// The memberships of a nation of the other map, with the ids of this one.
    fn memberships(&self, nation: &Nation) -> Vec<crate::model::Membership> {
        let of = |membership: &crate::model::Membership| {
            let organisation = *self.nation_ids.get(&membership.organisation)?;
            Some(crate::model::Membership { organisation, ..membership.clone() })
        };
        nation.memberships.iter().filter_map(of).collect()
    }

    fn ties(&mut self) -> Vec<Merged<TieId>> {
        let own_levels = by_level(self.map);
        let mut pairs = Pairs::new();
        for (level, theirs) in by_level(self.other).into_iter().enumerate() {
            let own = own_levels.get(level).map_or(&[][..], Vec::as_slice);
            let here: Vec<(TieId, Tie)> =
                theirs.iter().filter_map(|(id, tie)| Some((*id, self.tie_here(tie)?))).collect();
            same_records::pair_ties((self.map, self.other), &mut pairs, own, &here);
            for (id, _) in &here {
                let own = pairs.own(*id).unwrap_or_else(|| self.records.next_tie_id());
                self.tie_ids.insert(*id, own);
            }
        }
        let mut merged = Vec::new();
        for (theirs, tie) in self.other.ties().iter() {
            let Some(ours) = self.tie_ids.get(&theirs).copied() else { continue };
            let Some(tie) = self.tie_here(tie) else { continue };
            let differences = match self.map.ties().get(ours) {
                None => {
                    self.records.add_tie(ours, tie);
                    None
                }
                Some(own) => {
                    let mut whole = own.clone();
                    let differences = records::tie(self.preference, &mut whole, &tie);
                    if whole != *own {
                        let change = Change::Replace(Box::new(whole));
                        self.records.push_later(Command::Tie(ours, change));
                    }
                    Some(differences)
                }
            };
            merged.push(Merged::of(theirs, ours, differences));
        }
        merged
    }

    /// A tie of the other map with the ids of this one.
    fn tie_here(&self, tie: &Tie) -> Option<Tie> {
        let mut here = tie.clone();
        here.from = *self.nation_ids.get(&tie.from)?;
        here.to = match tie.to {
            End::Nation(id) => End::Nation(*self.nation_ids.get(&id)?),
            End::Tie(id) => End::Tie(*self.tie_ids.get(&id)?),
        };
        here.kind = *self.kind_ids.get(&tie.kind)?;
        for evidence in &mut here.evidence {
            evidence.source = evidence.source.and_then(|id| self.source_ids.get(&id).copied());
        }
        Some(here)
    }

    /// Adds the text notes whose words this map lacks; returns how many.
    fn text_notes(&mut self) -> usize {
        let mut there: HashMap<String, usize> = HashMap::new();
        for (_, note) in self.map.text_notes().iter() {
            *there.entry(caseless(&note.text)).or_default() += 1;
        }
        let mut new = 0;
        for (_, note) in self.other.text_notes().iter() {
            match there.get_mut(&caseless(&note.text)).filter(|count| **count > 0) {
                Some(count) => *count -= 1,
                None => {
                    let position = note.position.within_limit();
                    self.records.add_text_note(TextNote { position, ..note.clone() });
                    new += 1;
                }
            }
        }
        new
    }
}

impl<I> Merged<I> {
    /// A record that is new where there are no differences to speak of.
    fn of(theirs: I, ours: I, differences: Option<Vec<Difference>>) -> Self {
        let is_new = differences.is_none();
        Self { theirs, ours, is_new, differences: differences.unwrap_or_default() }
    }
}

fn ids<I: Copy + Eq + Hash>(merged: &[Merged<I>]) -> HashMap<I, I> {
    merged.iter().map(|record| (record.theirs, record.ours)).collect()
}

/// The ties of a map: first those between nations, then those onto one of them, and so on.
fn by_level(map: &Map) -> Vec<Vec<(TieId, &Tie)>> {
    let mut waiting: HashMap<TieId, Vec<(TieId, &Tie)>> = HashMap::new();
    let mut level = Vec::new();
    for (id, tie) in map.ties().iter() {
        match tie.to {
            End::Nation(_) => level.push((id, tie)),
            End::Tie(target) => waiting.entry(target).or_default().push((id, tie)),
        }
    }
    let mut levels = Vec::new();
    while !level.is_empty() {
        let next: Vec<_> =
            level.iter().flat_map(|(id, _)| waiting.remove(id).unwrap_or_default()).collect();
        levels.push(std::mem::replace(&mut level, next));
    }
    levels
}

#[cfg(test)]
mod tests;
