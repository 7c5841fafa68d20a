//! Adds nations and ties together, in one step.

use std::collections::BTreeSet;

use super::add::{nation_key, slug, tie_key};
use super::new_records::NewRecords;
use super::{Change, Command};
use crate::model::{End, Heading, Kind, KindId, Map, Nation, NationId, Source, Target, Tie, TieId};

/// What one step adds to a map and changes in it.
///
/// The first new nation will have the id [`Records::free_id`](crate::model::Records::free_id), the
/// next the one after that, and so will ties, kinds and sources: new records can refer to one another.
#[derive(Clone, Debug, Default)]
pub struct Additions {
    /// Nations that are new. An empty key becomes one made from code or name.
    pub nations: Vec<Nation>,
    /// Ties that are new. An empty key becomes one made from ends and kind.
    pub ties: Vec<Tie>,
    /// Kinds of tie that are new. An empty key becomes one made from the name.
    pub kinds: Vec<Kind>,
    /// Sources that are new. An empty key becomes one made from the title.
    pub sources: Vec<Source>,
    /// Nations that are there, as they shall be.
    pub changed: Vec<(NationId, Nation)>,
    /// The heading as it shall be, if it changes.
    pub heading: Option<Heading>,
}

/// Adds everything; returns the new nations and ties, and the command.
pub fn add_together(map: &Map, additions: Additions) -> (BTreeSet<Target>, Command) {
    let mut records = NewRecords::for_map(map);
    let mut kind_keys: Vec<String> = Vec::new();
    let first_kind: u32 = map.kinds().free_id().into();
    for kind in additions.kinds {
        let key = if kind.key.is_empty() { slug(&kind.name, "kind") } else { kind.key.clone() };
        kind_keys.push(key.clone());
        records.add_kind(Kind { key, ..kind });
    }
    for source in additions.sources {
        let key =
            if source.key.is_empty() { slug(&source.title, "source") } else { source.key.clone() };
        records.add_source(Source { key, ..source });
    }
    let kind_key = |id: KindId| -> &str {
        let index = u32::from(id).checked_sub(first_kind).map(|index| index as usize);
        let new = index.and_then(|index| kind_keys.get(index)).map(String::as_str);
        new.or_else(|| map.kinds().get(id).map(|kind| kind.key.as_str())).unwrap_or_default()
    };
    let first: u32 = map.nations().free_id().into();
    let keys: Vec<String> = additions.nations.iter().map(nation_key).collect();
    let key_of = |id: NationId| -> String {
        let new = u32::from(id).checked_sub(first).and_then(|index| keys.get(index as usize));
        let old = || map.nations().get(id).map(|nation| nation.key.clone());
        new.cloned().or_else(old).unwrap_or_default()
    };
    for (nation, key) in additions.nations.into_iter().zip(&keys) {
        let id = records.next_nation_id();
        records.add_nation(id, Nation { key: key.clone(), ..nation });
    }
    for (id, nation) in additions.changed {
        records.replace_nation(id, nation);
    }
    let mut tie_keys: Vec<String> = Vec::new();
    let first_tie: u32 = map.ties().free_id().into();
    for tie in additions.ties {
        let id = records.next_tie_id();
        let end = match tie.to {
            End::Nation(nation) => key_of(nation),
            End::Tie(tie) => end_key(map, &tie_keys, first_tie, tie),
        };
        let key = tie_key(&key_of(tie.from), &end, kind_key(tie.kind));
        tie_keys.push(key.clone());
        records.add_tie(id, Tie { key, ..tie });
    }
    let (added, command) = records.into_command();
    let heading = additions.heading.map(|heading| Command::Heading(Box::new(heading)));
    (added, Command::Batch(heading.into_iter().chain([command]).collect()))
}

fn end_key(map: &Map, new: &[String], first: u32, tie: TieId) -> String {
    let index = u32::from(tie).checked_sub(first).map(|index| index as usize);
    let old = || map.ties().get(tie).map(|tie| tie.key.clone());
    index.and_then(|index| new.get(index)).cloned().or_else(old).unwrap_or_default()
}

impl NewRecords<'_> {
    /// Replaces a nation that is there, once the new ones are in.
    fn replace_nation(&mut self, id: NationId, nation: Nation) {
        self.push_later(Command::Nation(id, Change::Replace(Box::new(nation))));
    }
}
