//! Adds a single record to a map.

use super::new_records::NewRecords;
use super::{Change, Command};
use crate::model::{
    Direction, End, Kind, KindId, Map, Nation, NationId, NoteId, Source, SourceId, TextNote, Tie,
    TieId,
};

const LAST: usize = usize::MAX;

/// Adds a nation at the end of the list; its key becomes one that isn't taken.
pub fn add_nation(map: &Map, mut nation: Nation) -> (NationId, Command) {
    let id = map.nations().free_id();
    nation.key = map.nations().free_key(&nation_key(&nation));
    (id, Command::Nation(id, Change::Insert(LAST, Box::new(nation))))
}

/// The key that a nation should have: its own, else its code, else its name in lower case.
pub(super) fn nation_key(nation: &Nation) -> String {
    if !nation.key.is_empty() {
        return nation.key.clone();
    }
    nation.code.clone().unwrap_or_else(|| slug(&nation.name, "nation"))
}

/// A name as a key: letters and digits in lower case, words joined by hyphens; `fallback` where it has neither.
pub fn slug(name: &str, fallback: &str) -> String {
    let lower = name.to_lowercase();
    let words: Vec<&str> =
        lower.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    if words.is_empty() { fallback.to_owned() } else { words.join("-") }
}

/// Adds many nations at the end of the list, in their order; their keys become ones that aren't taken.
pub fn add_nations(map: &Map, nations: Vec<Nation>) -> (Vec<NationId>, Command) {
    let mut records = NewRecords::for_map(map);
    let mut add = |mut nation: Nation| {
        nation.key = nation_key(&nation);
        let id = records.next_nation_id();
        records.add_nation(id, nation);
        id
    };
    let ids = nations.into_iter().map(&mut add).collect();
    (ids, records.into_command().1)
}

/// Adds many ties at the end of the list, in their order, as [`add_tie`] adds one.
pub fn add_ties(map: &Map, ties: &[(NationId, End, KindId)]) -> (Vec<TieId>, Command) {
    let mut records = NewRecords::for_map(map);
    let mut add = |(from, to, kind): &(NationId, End, KindId)| {
        let id = records.next_tie_id();
        records.add_tie(id, new_tie(map, *from, *to, *kind));
        id
    };
    let ids = ties.iter().map(&mut add).collect();
    (ids, records.into_command().1)
}

/// Adds a tie of a kind, directed if the kind is.
pub fn add_tie(map: &Map, from: NationId, to: End, kind: KindId) -> (TieId, Command) {
    let id = map.ties().free_id();
    let mut tie = new_tie(map, from, to, kind);
    tie.key = map.ties().free_key(&tie.key);
    (id, Command::Tie(id, Change::Insert(LAST, Box::new(tie))))
}

/// A tie of a kind, with the key that it should have if no other has it.
fn new_tie(map: &Map, from: NationId, to: End, kind: KindId) -> Tie {
    let direction = direction_of(map, kind, to);
    let key_of = |nation: NationId| map.nations().get(nation).map_or("", |n| n.key.as_str());
    let end = match to {
        End::Nation(nation) => key_of(nation),
        End::Tie(tie) => map.ties().get(tie).map_or("", |t| t.key.as_str()),
    };
    let kind_key = map.kinds().get(kind).map_or("", |kind| kind.key.as_str());
    Tie::new(tie_key(key_of(from), end, kind_key), from, to, kind, direction)
}

/// The key that a tie should have, from the keys of its ends.
pub(super) fn tie_key(from: &str, to: &str, kind: &str) -> String {
    format!("{from}-{to}-{kind}")
}

/// The tie with another kind, and with that kind's direction; a tie onto a tie always has one.
pub fn with_kind(map: &Map, tie: &Tie, kind: KindId) -> Tie {
    Tie { kind, direction: direction_of(map, kind, tie.to), ..tie.clone() }
}

fn direction_of(map: &Map, kind: KindId, to: End) -> Direction {
    let directed = map.kinds().get(kind).is_some_and(|k| k.directed) || matches!(to, End::Tie(_));
    if directed { Direction::Directed } else { Direction::Mutual }
}

/// Adds a kind; its key is made from its name.
pub fn add_kind(map: &Map, mut kind: Kind) -> (KindId, Command) {
    let id = map.kinds().free_id();
    kind.key = map.kinds().free_key(&slug(&kind.name, "kind"));
    (id, Command::Kind(id, Change::Insert(LAST, Box::new(kind))))
}

/// Adds a source; its key is made from its title.
pub fn add_source(map: &Map, mut source: Source) -> (SourceId, Command) {
    let id = map.sources().free_id();
    source.key = map.sources().free_key(&slug(&source.title, "source"));
    (id, Command::Source(id, Change::Insert(LAST, Box::new(source))))
}

/// Adds a text note; its key is made from its first words.
pub fn add_text_note(map: &Map, mut note: TextNote) -> (NoteId, Command) {
    let id = map.text_notes().free_id();
    note.key = map.text_notes().free_key(&slug(&note.short(), "note"));
    (id, Command::TextNote(id, Change::Insert(LAST, Box::new(note))))
}
