//! What people do to a map, put into commands: pure functions from a map to a [`Command`].

use std::collections::{BTreeMap, BTreeSet};

use super::new_records::Additions;
use super::{Change, Command, Placement};
use crate::model::{
    Attribute, Attributes, Direction, End, Filter, Kind, KindId, Look, Map, Nation, NationId,
    Point, Source, SourceId, Tie, TieId,
};

/// A nation or a tie that a verb acts on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Target {
    /// A nation.
    Nation(NationId),
    /// A tie.
    Tie(TieId),
}

impl Target {
    /// The nation, if it is one.
    pub const fn nation(self) -> Option<NationId> {
        match self {
            Self::Nation(id) => Some(id),
            Self::Tie(_) => None,
        }
    }

    /// The tie, if it is one.
    pub const fn tie(self) -> Option<TieId> {
        match self {
            Self::Nation(_) => None,
            Self::Tie(id) => Some(id),
        }
    }
}

const LAST: usize = usize::MAX;

/// Adds a nation at the end of the list; its key becomes one that is free.
pub fn add_nation(map: &Map, mut nation: Nation) -> (NationId, Command) {
    let id = map.nations().free_id();
    nation.key = map.nations().free_key(&nation_key(&nation));
    (id, Command::Nation(id, Change::Insert(LAST, Box::new(nation))))
}

/// The key a nation would like: its own, else its code, else its name in lower case.
fn nation_key(nation: &Nation) -> String {
    if !nation.key.is_empty() {
        return nation.key.clone();
    }
    nation.code.clone().unwrap_or_else(|| slug(&nation.name, "nation"))
}

/// A name as a key: letters and digits in lower case, anything else a hyphen.
fn slug(name: &str, fallback: &str) -> String {
    let lower = name.to_lowercase();
    let words: Vec<&str> =
        lower.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    if words.is_empty() { fallback.to_owned() } else { words.join("-") }
}

/// Adds a tie of a kind, directed if the kind is.
pub fn add_tie(map: &Map, from: NationId, to: End, kind: KindId) -> (TieId, Command) {
    let id = map.ties().free_id();
    let directed = map.kinds().get(kind).is_some_and(|k| k.directed) || matches!(to, End::Tie(_));
    let direction = if directed { Direction::Directed } else { Direction::Mutual };
    let key_of = |nation: NationId| map.nations().get(nation).map_or("", |n| n.key.as_str());
    let end = match to {
        End::Nation(nation) => key_of(nation),
        End::Tie(tie) => map.ties().get(tie).map_or("", |t| t.key.as_str()),
    };
    let kind_key = map.kinds().get(kind).map_or("", |k| k.key.as_str());
    let key = map.ties().free_key(&format!("{}-{end}-{kind_key}", key_of(from)));
    (id, Command::Tie(id, Change::Insert(LAST, Box::new(Tie::new(key, from, to, kind, direction)))))
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

/// Deletes nations and ties, with what can't be without them: the ties of a nation, the ties onto a
/// tie, the memberships in an organisation.
pub fn delete(map: &Map, targets: &BTreeSet<Target>) -> Command {
    let nations: BTreeSet<NationId> = targets
        .iter()
        .filter_map(|target| target.nation())
        .filter(|id| map.nations().contains(*id))
        .collect();
    let ties = doomed_ties(map, targets, &nations);
    let mut commands: Vec<Command> =
        ties.into_iter().map(|id| Command::Tie(id, Change::Remove)).collect();
    for (id, nation) in map.nations().iter().filter(|(id, _)| !nations.contains(id)) {
        if nation.memberships.iter().any(|m| nations.contains(&m.organisation)) {
            let mut left = nation.clone();
            left.memberships.retain(|m| !nations.contains(&m.organisation));
            commands.push(Command::Nation(id, Change::Replace(Box::new(left))));
        }
    }
    // Among the deleted themselves, memberships go first: then the order of removal is free.
    for id in &nations {
        if let Some(nation) = map.nations().get(*id).filter(|n| !n.memberships.is_empty()) {
            let left = Nation { memberships: Vec::new(), ..nation.clone() };
            commands.push(Command::Nation(*id, Change::Replace(Box::new(left))));
        }
    }
    commands.extend(nations.into_iter().map(|id| Command::Nation(id, Change::Remove)));
    Command::Batch(commands)
}

/// The ties that go, each after the ties that end at it.
fn doomed_ties(map: &Map, targets: &BTreeSet<Target>, nations: &BTreeSet<NationId>) -> Vec<TieId> {
    let gone = |id: TieId, tie: &Tie| {
        targets.contains(&Target::Tie(id))
            || nations.contains(&tie.from)
            || matches!(tie.to, End::Nation(to) if nations.contains(&to))
    };
    let mut onto: BTreeMap<TieId, Vec<TieId>> = BTreeMap::new();
    let mut order: Vec<TieId> = Vec::new();
    for (id, tie) in map.ties().iter() {
        if let End::Tie(target) = tie.to {
            onto.entry(target).or_default().push(id);
        }
        if gone(id, tie) {
            order.push(id);
        }
    }
    let mut seen: BTreeSet<TieId> = order.iter().copied().collect();
    let mut next = 0;
    while let Some(id) = order.get(next) {
        for child in onto.get(id).into_iter().flatten() {
            if seen.insert(*child) {
                order.push(*child);
            }
        }
        next += 1;
    }
    // Deeper ties first: a tie is removed after all that end at it.
    let depth = |mut id: TieId| {
        let mut depth = 0usize;
        while let Some(End::Tie(target)) = map.ties().get(id).map(|t| t.to) {
            id = target;
            depth += 1;
        }
        depth
    };
    order.sort_by_key(|id| std::cmp::Reverse(depth(*id)));
    order
}

/// Deletes a kind; its ties become ties of another kind, which a filter then names in its place.
pub fn delete_kind(map: &Map, id: KindId, replacement: KindId) -> Command {
    let mut commands: Vec<Command> = map
        .ties()
        .iter()
        .filter(|(_, tie)| tie.kind == id)
        .map(|(tie_id, tie)| {
            let tie = Tie { kind: replacement, ..tie.clone() };
            Command::Tie(tie_id, Change::Replace(Box::new(tie)))
        })
        .collect();
    if map.filter().kinds.contains(&id) {
        commands.push(filter(map, |filter| {
            filter.kinds.remove(&id);
            filter.kinds.insert(replacement);
        }));
    }
    commands.push(Command::Kind(id, Change::Remove));
    Command::Batch(commands)
}

/// Deletes a source; the evidence that named it stays, without a source.
pub fn delete_source(map: &Map, id: SourceId) -> Command {
    let mut commands = Vec::new();
    for (tie_id, tie) in map.ties().iter() {
        if tie.evidence.iter().any(|e| e.source == Some(id)) {
            let mut tie = tie.clone();
            tie.evidence.iter_mut().filter(|e| e.source == Some(id)).for_each(|e| e.source = None);
            commands.push(Command::Tie(tie_id, Change::Replace(Box::new(tie))));
        }
    }
    commands.push(Command::Source(id, Change::Remove));
    Command::Batch(commands)
}

/// Duplicates nations and ties, the copies beside the originals by `offset`. A tie is copied with its
/// ends: to the copy where an end is duplicated too, else to the original. Returns what was made.
pub fn duplicate(
    map: &Map,
    targets: &BTreeSet<Target>,
    offset: Point,
) -> (BTreeSet<Target>, Command) {
    let mut additions = Additions::to(map);
    let mut twins: BTreeMap<NationId, NationId> = BTreeMap::new();
    for (id, nation) in
        map.nations().iter().filter(|(id, _)| targets.contains(&Target::Nation(*id)))
    {
        let mut copy = nation.clone();
        copy.name = format!("{} (copy)", nation.name);
        copy.position = nation.position.map(|position| position + offset);
        let twin = additions.nation_id();
        twins.insert(id, twin);
        additions.nation(twin, copy);
    }
    let twin_of = |id: NationId| twins.get(&id).copied().unwrap_or(id);
    for (_, tie) in map.ties().iter().filter(|(id, _)| targets.contains(&Target::Tie(*id))) {
        let mut copy = tie.clone();
        copy.from = twin_of(tie.from);
        if let End::Nation(to) = tie.to {
            copy.to = End::Nation(twin_of(to));
        }
        let twin = additions.tie_id();
        additions.tie(twin, copy);
    }
    additions.into_step()
}

/// Sets an attribute of a nation or a tie, or takes it out where there is `None` to set; `None` where
/// there is no such nation or tie.
pub fn set_attribute(
    map: &Map,
    target: Target,
    name: &str,
    attribute: Option<Attribute>,
) -> Option<Command> {
    let change = |attributes: &mut Attributes| match attribute {
        Some(attribute) => attributes.set(name, attribute),
        None => drop(attributes.remove(name)),
    };
    match target {
        Target::Nation(id) => {
            let mut nation = map.nations().get(id)?.clone();
            change(&mut nation.attributes);
            Some(Command::Nation(id, Change::Replace(Box::new(nation))))
        }
        Target::Tie(id) => {
            let mut tie = map.ties().get(id)?.clone();
            change(&mut tie.attributes);
            Some(Command::Tie(id, Change::Replace(Box::new(tie))))
        }
    }
}

/// Changes how the map is shown.
pub fn look(map: &Map, change: impl FnOnce(&mut Look)) -> Command {
    let mut look = map.look().clone();
    change(&mut look);
    Command::Look(Box::new(look))
}

/// Changes what of the map is shown.
pub fn filter(map: &Map, change: impl FnOnce(&mut Filter)) -> Command {
    let mut filter = map.filter().clone();
    change(&mut filter);
    Command::Filter(Box::new(filter))
}

/// Moves nations, keeping their pins as they are unless `pinned` says otherwise.
pub fn place(
    map: &Map,
    positions: impl IntoIterator<Item = (NationId, Point)>,
    pinned: Option<bool>,
) -> Command {
    let placement = |(id, position): (NationId, Point)| {
        let nation = map.nations().get(id)?;
        let pinned = pinned.unwrap_or(nation.pinned);
        Some((id, Placement { position: Some(position), pinned }))
    };
    Command::Place(positions.into_iter().filter_map(placement).collect())
}
