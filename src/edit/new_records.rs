//! Records added to a map in one step, with ids and keys that are unused in it and among themselves.

use std::borrow::Cow;
use std::collections::{BTreeSet, HashMap, HashSet};
use std::hash::Hash;

use super::{Change, Command};
use crate::model::{
    End, Keyed, Kind, KindId, Map, Nation, NationId, NoteId, Records, Source, SourceId, Target,
    TextNote, Tie, TieId,
};

const LAST: usize = usize::MAX;

/// The records that one step appends to a map's lists.
pub(super) struct NewRecords<'m> {
    map: &'m Map,
    nations: IdAllocator<'m>,
    ties: IdAllocator<'m>,
    kinds: IdAllocator<'m>,
    sources: IdAllocator<'m>,
    text_notes: IdAllocator<'m>,
    added: BTreeSet<Target>,
    commands: Vec<Command>,
    /// Changes that must wait until the records that they refer to are in.
    later: Vec<Command>,
}

impl<'m> NewRecords<'m> {
    pub(super) fn for_map(map: &'m Map) -> Self {
        Self {
            map,
            nations: IdAllocator::of(map.nations()),
            ties: IdAllocator::of(map.ties()),
            kinds: IdAllocator::of(map.kinds()),
            sources: IdAllocator::of(map.sources()),
            text_notes: IdAllocator::of(map.text_notes()),
            added: BTreeSet::new(),
            commands: Vec::new(),
            later: Vec::new(),
        }
    }

    /// Records for a map of which some come from another. A key that is changed becomes none that the other map
    /// has too, so that each key of it that is found here again still means the same record.
    pub(super) fn from_map(map: &'m Map, other: &'m Map) -> Self {
        let mut records = Self::for_map(map);
        records.nations.reserve(other.nations());
        records.ties.reserve(other.ties());
        records.kinds.reserve(other.kinds());
        records.sources.reserve(other.sources());
        records.text_notes.reserve(other.text_notes());
        records
    }

    /// An id for a nation that is added later, so that others can refer to it first.
    pub(super) const fn next_nation_id(&mut self) -> NationId {
        NationId(self.nations.next_id())
    }

    /// An id for a tie that is added later.
    pub(super) const fn next_tie_id(&mut self) -> TieId {
        TieId(self.ties.next_id())
    }

    /// Adds a nation; its key is changed if it is taken.
    pub(super) fn add_nation(&mut self, id: NationId, mut nation: Nation) {
        nation.key = self.nations.unused_key(&nation.key);
        if !nation.memberships.iter().all(|m| self.has_nation(m.organisation)) {
            let alone = Nation { memberships: Vec::new(), ..nation.clone() };
            self.later.push(Command::Nation(id, Change::Replace(Box::new(nation))));
            nation = alone;
        }
        self.added.insert(Target::Nation(id));
        self.commands.push(Command::Nation(id, Change::Insert(LAST, Box::new(nation))));
    }

    /// Adds a tie, after the nations at its ends; its key is changed if it is taken.
    pub(super) fn add_tie(&mut self, id: TieId, mut tie: Tie) {
        tie.key = self.ties.unused_key(&tie.key);
        if let End::Tie(target) = tie.to
            && !self.has_tie(target)
        {
            let alone = Tie { to: End::Nation(tie.from), ..tie.clone() };
            self.later.push(Command::Tie(id, Change::Replace(Box::new(tie))));
            tie = alone;
        }
        self.added.insert(Target::Tie(id));
        self.commands.push(Command::Tie(id, Change::Insert(LAST, Box::new(tie))));
    }

    /// Keeps a change for when everything new is in.
    pub(super) fn push_later(&mut self, command: Command) {
        self.later.push(command);
    }

    fn has_nation(&self, id: NationId) -> bool {
        self.map.nations().contains(id) || self.added.contains(&Target::Nation(id))
    }

    fn has_tie(&self, id: TieId) -> bool {
        self.map.ties().contains(id) || self.added.contains(&Target::Tie(id))
    }

    /// Adds a kind; its key is changed if it is taken.
    pub(super) fn add_kind(&mut self, mut kind: Kind) -> KindId {
        let id = KindId(self.kinds.next_id());
        kind.key = self.kinds.unused_key(&kind.key);
        self.commands.push(Command::Kind(id, Change::Insert(LAST, Box::new(kind))));
        id
    }

    /// Adds a source; its key is changed if it is taken.
    pub(super) fn add_source(&mut self, mut source: Source) -> SourceId {
        let id = SourceId(self.sources.next_id());
        source.key = self.sources.unused_key(&source.key);
        self.commands.push(Command::Source(id, Change::Insert(LAST, Box::new(source))));
        id
    }

    /// Adds a text note; its key is changed if it is taken.
    pub(super) fn add_text_note(&mut self, mut note: TextNote) {
        let id = NoteId(self.text_notes.next_id());
        note.key = self.text_notes.unused_key(&note.key);
        self.added.insert(Target::Note(id));
        self.commands.push(Command::TextNote(id, Change::Insert(LAST, Box::new(note))));
    }

    /// The nations, ties and notes added, and the command that adds everything.
    pub(super) fn into_command(mut self) -> (BTreeSet<Target>, Command) {
        self.commands.append(&mut self.later);
        (self.added, Command::Batch(self.commands))
    }
}

/// Gives out unused ids and keys for one sort of record.
struct IdAllocator<'m> {
    next: u32,
    taken: HashSet<Cow<'m, str>>,
    /// Keys that are given out as they are wanted only, never with a number made here.
    reserved: HashSet<&'m str>,
    /// The number that is tried first for each key that was taken: all below it are.
    next_number: HashMap<String, u64>,
}

impl<'m> IdAllocator<'m> {
    fn of<I, T: Keyed>(records: &'m Records<I, T>) -> Self
    where
        I: Copy + Eq + Hash + Ord + From<u32> + Into<u32>,
    {
        let taken = records.iter().map(|(_, record)| Cow::Borrowed(record.key())).collect();
        Self {
            next: records.free_id().into(),
            taken,
            reserved: HashSet::new(),
            next_number: HashMap::new(),
        }
    }

    fn reserve<I, T: Keyed>(&mut self, records: &'m Records<I, T>)
    where
        I: Copy + Eq + Hash + Ord + From<u32> + Into<u32>,
    {
        self.reserved.extend(records.iter().map(|(_, record)| record.key()));
    }

    const fn next_id(&mut self) -> u32 {
        let id = self.next;
        self.next = id.saturating_add(1);
        id
    }

    /// The key that is wanted, or that key with a number (`JPN-2`).
    fn unused_key(&mut self, wanted: &str) -> String {
        let is_free = |key: &str| !key.is_empty() && !self.taken.contains(key);
        let key = if is_free(wanted) {
            wanted.to_owned()
        } else {
            let mut number = self.next_number.get(wanted).copied().unwrap_or(2);
            let is_new = |key: &str| is_free(key) && !self.reserved.contains(key);
            while !is_new(&format!("{wanted}-{number}")) {
                number += 1;
            }
            self.next_number.insert(wanted.to_owned(), number + 1);
            format!("{wanted}-{number}")
        };
        self.taken.insert(Cow::Owned(key.clone()));
        key
    }
}
