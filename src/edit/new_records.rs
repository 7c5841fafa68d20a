//! Records that come into a map together: ids and keys that are free in it and among themselves.

use std::borrow::Cow;
use std::collections::{BTreeSet, HashSet};
use std::hash::Hash;

use super::{Change, Command};
use crate::model::{
    End, Keyed, Kind, KindId, Map, Nation, NationId, Records, Source, SourceId, Target, Tie, TieId,
};

const LAST: usize = usize::MAX;

/// The records that one step adds at the end of a map's lists.
pub(super) struct Additions<'m> {
    map: &'m Map,
    nations: Fresh<'m>,
    ties: Fresh<'m>,
    kinds: Fresh<'m>,
    sources: Fresh<'m>,
    made: BTreeSet<Target>,
    commands: Vec<Command>,
    /// What records say of others that come after them.
    later: Vec<Command>,
}

impl<'m> Additions<'m> {
    pub(super) fn to(map: &'m Map) -> Self {
        Self {
            map,
            nations: Fresh::of(map.nations()),
            ties: Fresh::of(map.ties()),
            kinds: Fresh::of(map.kinds()),
            sources: Fresh::of(map.sources()),
            made: BTreeSet::new(),
            commands: Vec::new(),
            later: Vec::new(),
        }
    }

    /// An id for a nation that is added later, so that others can name it before.
    pub(super) const fn nation_id(&mut self) -> NationId {
        NationId(self.nations.id())
    }

    /// An id for a tie that is added later.
    pub(super) const fn tie_id(&mut self) -> TieId {
        TieId(self.ties.id())
    }

    /// Adds a nation; its key is changed where it isn't free.
    pub(super) fn nation(&mut self, id: NationId, mut nation: Nation) {
        nation.key = self.nations.key(&nation.key);
        if !nation.memberships.iter().all(|m| self.has_nation(m.organisation)) {
            let alone = Nation { memberships: Vec::new(), ..nation.clone() };
            self.later.push(Command::Nation(id, Change::Replace(Box::new(nation))));
            nation = alone;
        }
        self.made.insert(Target::Nation(id));
        self.commands.push(Command::Nation(id, Change::Insert(LAST, Box::new(nation))));
    }

    /// Adds a tie, after the nations at its ends; its key is changed where it isn't free.
    pub(super) fn tie(&mut self, id: TieId, mut tie: Tie) {
        tie.key = self.ties.key(&tie.key);
        if let End::Tie(target) = tie.to
            && !self.has_tie(target)
        {
            let alone = Tie { to: End::Nation(tie.from), ..tie.clone() };
            self.later.push(Command::Tie(id, Change::Replace(Box::new(tie))));
            tie = alone;
        }
        self.made.insert(Target::Tie(id));
        self.commands.push(Command::Tie(id, Change::Insert(LAST, Box::new(tie))));
    }

    fn has_nation(&self, id: NationId) -> bool {
        self.map.nations().contains(id) || self.made.contains(&Target::Nation(id))
    }

    fn has_tie(&self, id: TieId) -> bool {
        self.map.ties().contains(id) || self.made.contains(&Target::Tie(id))
    }

    /// Adds a kind; its key is changed where it isn't free.
    pub(super) fn kind(&mut self, mut kind: Kind) -> KindId {
        let id = KindId(self.kinds.id());
        kind.key = self.kinds.key(&kind.key);
        self.commands.push(Command::Kind(id, Change::Insert(LAST, Box::new(kind))));
        id
    }

    /// Adds a source; its key is changed where it isn't free.
    pub(super) fn source(&mut self, mut source: Source) -> SourceId {
        let id = SourceId(self.sources.id());
        source.key = self.sources.key(&source.key);
        self.commands.push(Command::Source(id, Change::Insert(LAST, Box::new(source))));
        id
    }

    /// The nations and ties added, and the step that adds all.
    pub(super) fn into_step(mut self) -> (BTreeSet<Target>, Command) {
        self.commands.append(&mut self.later);
        (self.made, Command::Batch(self.commands))
    }
}

/// Ids and keys of one sort of record that are still free.
struct Fresh<'m> {
    next: u32,
    taken: HashSet<Cow<'m, str>>,
}

impl<'m> Fresh<'m> {
    fn of<I, T: Keyed>(records: &'m Records<I, T>) -> Self
    where
        I: Copy + Eq + Hash + Ord + From<u32> + Into<u32>,
    {
        let taken = records.iter().map(|(_, record)| Cow::Borrowed(record.key())).collect();
        Self { next: records.free_id().into(), taken }
    }

    const fn id(&mut self) -> u32 {
        let id = self.next;
        self.next = id.saturating_add(1);
        id
    }

    /// The wish itself, or the wish with a number (`JPN-2`).
    fn key(&mut self, wish: &str) -> String {
        let numbered = (2u64..).map(|number| format!("{wish}-{number}"));
        let key = std::iter::once(wish.to_owned())
            .chain(numbered)
            .find(|key| !key.is_empty() && !self.taken.contains(key.as_str()))
            .unwrap_or_default();
        self.taken.insert(Cow::Owned(key.clone()));
        key
    }
}
