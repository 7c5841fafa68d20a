//! Adds a single record to a map.

use super::{Change, Command};
use crate::model::{
    Direction, End, Kind, KindId, Map, Nation, NationId, Source, SourceId, Tie, TieId,
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

/// A name as a key: letters and digits in lower case, words joined by hyphens.
fn slug(name: &str, fallback: &str) -> String {
    let lower = name.to_lowercase();
    let words: Vec<&str> =
        lower.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    if words.is_empty() { fallback.to_owned() } else { words.join("-") }
}

/// Adds a tie of a kind, directed if the kind is.
pub fn add_tie(map: &Map, from: NationId, to: End, kind: KindId) -> (TieId, Command) {
    let id = map.ties().free_id();
    let direction = direction_of(map, kind, to);
    let key_of = |nation: NationId| map.nations().get(nation).map_or("", |n| n.key.as_str());
    let end = match to {
        End::Nation(nation) => key_of(nation),
        End::Tie(tie) => map.ties().get(tie).map_or("", |t| t.key.as_str()),
    };
    let kind_key = map.kinds().get(kind).map_or("", |k| k.key.as_str());
    let key = map.ties().free_key(&format!("{}-{end}-{kind_key}", key_of(from)));
    (id, Command::Tie(id, Change::Insert(LAST, Box::new(Tie::new(key, from, to, kind, direction)))))
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
