//! What the lines read so far add to a map.

use std::cell::{Cell, OnceCell};
use std::collections::{BTreeMap, BTreeSet, HashMap};

use super::offered_kinds::{self, keep_used};
use super::recognised_names::RecognisedNames;
use super::same_source::is_same;
use crate::edit::{Additions, Command, add_together};
use crate::model::{
    End, Heading, Kind, KindId, Map, Nation, NationId, Source, SourceId, Target, Tie, TieId,
};
use crate::names::caseless;

/// What is to be added to a map.
#[derive(Debug)]
pub struct Plan<'m> {
    pub map: &'m Map,
    nations: Vec<Nation>,
    ties: Vec<Tie>,
    kinds: Vec<Kind>,
    sources: Vec<Source>,
    /// The most ties that the lines add.
    pub most_ties: usize,
    /// Whether a mail or a note is read, in which other things stand too.
    pub reads_mail: bool,
    /// So many of the new kinds, the first, are there only to be used; those that aren't are left out.
    offered: usize,
    /// Name and key of each kind in small letters, those of the map first.
    kind_words: Vec<[String; 2]>,
    /// The new kinds that lines name, in order.
    named: Vec<KindId>,
    /// The kind of ties for which none is said, below the heading that names it.
    pub kind_of_section: Option<KindId>,
    /// Sources by title and by address, of the map and new. Some may have been dropped again.
    by_title: HashMap<String, Vec<SourceId>>,
    by_url: HashMap<String, Vec<SourceId>>,
    changed: BTreeMap<NationId, Nation>,
    heading: Option<Heading>,
    by_name: HashMap<String, NationId>,
    by_code: HashMap<String, NationId>,
    /// The ties of the map by their ends, once they have been asked for.
    map_ties: OnceCell<HashMap<(NationId, End), Vec<TieId>>>,
    /// The new ties by their ends.
    new_ties: HashMap<(NationId, End), Vec<TieId>>,
    /// What the texts of the lines were recognised as.
    pub recognised: RecognisedNames,
    /// How often a name like one that isn't known was looked for.
    pub near_names_sought: Cell<usize>,
    /// What nations were before they were changed, since the last mark.
    before: Vec<(NationId, Option<Nation>)>,
}

/// What a plan held at some time.
#[derive(Debug)]
pub struct Mark {
    nations: usize,
    ties: usize,
    kinds: usize,
    sources: usize,
    named: usize,
    /// How many nations had been changed.
    changes: usize,
    heading: Option<Heading>,
}

/// What has been added since a mark.
#[derive(Debug)]
pub struct Added<'p> {
    pub nations: &'p [Nation],
    /// The id of the first of them.
    pub first_nation: NationId,
    pub ties: &'p [Tie],
    /// The nations that were changed: organisations and their members.
    pub changed: BTreeSet<NationId>,
}

impl<'m> Plan<'m> {
    /// A plan that adds nothing yet, and up to so many ties.
    pub fn new(map: &'m Map, most_ties: usize) -> Self {
        let mut plan = Self {
            map,
            nations: Vec::new(),
            ties: Vec::new(),
            kinds: Vec::new(),
            sources: Vec::new(),
            most_ties,
            reads_mail: false,
            offered: 0,
            kind_words: map.kinds().iter().map(|(_, kind)| words_of(kind)).collect(),
            named: Vec::new(),
            kind_of_section: None,
            by_title: HashMap::new(),
            by_url: HashMap::new(),
            changed: BTreeMap::new(),
            heading: None,
            by_name: HashMap::new(),
            by_code: HashMap::new(),
            map_ties: OnceCell::new(),
            new_ties: HashMap::new(),
            recognised: RecognisedNames::default(),
            near_names_sought: Cell::new(0),
            before: Vec::new(),
        };
        map.nations().iter().for_each(|(id, nation)| plan.index(id, nation));
        map.sources().iter().for_each(|(id, source)| plan.index_source(id, source));
        plan
    }

    /// A plan for a mail or a note: every kind of tie that there is a word for may be used.
    pub fn of_mail(map: &'m Map, most_ties: usize) -> Self {
        let mut plan = Self { reads_mail: true, ..Self::new(map, most_ties) };
        for kind in offered_kinds::all() {
            if plan.kind_by_name(&caseless(&kind.name)).is_none() {
                plan.kind_words.push(words_of(&kind));
                plan.kinds.push(kind);
            }
        }
        plan.offered = plan.kinds.len();
        plan
    }

    /// What has been added since a mark.
    pub fn added_since(&self, mark: &Mark) -> Added<'_> {
        let first: u32 = self.map.nations().free_id().into();
        Added {
            first_nation: NationId::from(first.saturating_add(mark.nations as u32)),
            nations: &self.nations[mark.nations.min(self.nations.len())..],
            ties: &self.ties[mark.ties.min(self.ties.len())..],
            changed: self.before.iter().skip(mark.changes).map(|(id, _)| *id).collect(),
        }
    }

    /// Marks what the plan holds now, to go back to it. Marks may be nested.
    pub fn mark(&self) -> Mark {
        Mark {
            changes: self.before.len(),
            nations: self.nations.len(),
            ties: self.ties.len(),
            kinds: self.kinds.len(),
            sources: self.sources.len(),
            named: self.named.len(),
            heading: self.heading.clone(),
        }
    }

    /// Drops all that has been planned since a mark.
    pub fn go_back(&mut self, mark: &Mark) {
        let first: u32 = self.map.nations().free_id().into();
        for (id, nation) in self.before.split_off(mark.changes).into_iter().rev() {
            let index = u32::from(id).checked_sub(first).map(|index| index as usize);
            match (index.and_then(|index| self.nations.get_mut(index)), nation) {
                (Some(new), Some(nation)) => *new = nation,
                (None, Some(nation)) => drop(self.changed.insert(id, nation)),
                (_, None) => drop(self.changed.remove(&id)),
            }
        }
        if self.nations.len() > mark.nations {
            self.nations.truncate(mark.nations);
            let next = NationId::from(first.saturating_add(mark.nations as u32));
            self.by_name.retain(|_, id| *id < next);
            self.by_code.retain(|_, id| *id < next);
        }
        for tie in self.ties.drain(mark.ties..) {
            if let Some(ids) = self.new_ties.get_mut(&(tie.from, tie.to)) {
                ids.pop();
            }
        }
        self.kinds.truncate(mark.kinds);
        self.kind_words.truncate(self.map.kinds().len() + mark.kinds);
        self.named.truncate(mark.named);
        self.sources.truncate(mark.sources);
        self.heading.clone_from(&mark.heading);
    }

    /// The first nation of a name or code is the one that is meant by it.
    fn index(&mut self, id: NationId, nation: &Nation) {
        self.by_name.entry(caseless(&nation.name)).or_insert(id);
        if let Some(code) = &nation.code {
            self.by_code.entry(code.to_uppercase()).or_insert(id);
        }
    }

    pub fn by_name(&self, name: &str) -> Option<NationId> {
        self.by_name.get(&caseless(name)).copied()
    }

    pub fn by_code(&self, code: &str) -> Option<NationId> {
        self.by_code.get(&code.to_uppercase()).copied()
    }

    /// The names of all nations, of the map and of the plan.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        let old = self.map.nations().iter().map(|(_, nation)| nation.name.as_str());
        old.chain(self.nations.iter().map(|nation| nation.name.as_str()))
    }

    pub fn nation(&self, id: NationId) -> Option<&Nation> {
        let first: u32 = self.map.nations().free_id().into();
        let new =
            u32::from(id).checked_sub(first).and_then(|index| self.nations.get(index as usize));
        new.or_else(|| self.changed.get(&id)).or_else(|| self.map.nations().get(id))
    }

    pub fn name(&self, id: NationId) -> &str {
        self.nation(id).map_or("", |nation| nation.name.as_str())
    }

    pub fn add_nation(&mut self, nation: Nation) -> NationId {
        let first: u32 = self.map.nations().free_id().into();
        let id = NationId::from(first.saturating_add(self.nations.len() as u32));
        self.index(id, &nation);
        self.nations.push(nation);
        id
    }

    /// Changes a nation, a new one or one that is there.
    pub fn change_nation(&mut self, id: NationId, change: impl FnOnce(&mut Nation)) {
        let first: u32 = self.map.nations().free_id().into();
        let index = u32::from(id).checked_sub(first).map(|index| index as usize);
        if let Some(nation) = index.and_then(|index| self.nations.get_mut(index)) {
            self.before.push((id, Some(nation.clone())));
            change(nation);
        } else if let Some(mut nation) = self.nation(id).cloned() {
            change(&mut nation);
            let before = self.changed.insert(id, nation);
            self.before.push((id, before));
        }
    }

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

    fn index_source(&mut self, id: SourceId, source: &Source) {
        self.by_title.entry(caseless(&source.title)).or_default().push(id);
        if !source.url.is_empty() {
            self.by_url.entry(source.url.clone()).or_default().push(id);
        }
    }

    /// The source of the map, or of the lines before, that this is; else it is added.
    pub fn find_or_add_source(&mut self, said: Source) -> SourceId {
        let by_title = self.by_title.get(&caseless(&said.title)).into_iter().flatten();
        let by_url = self.by_url.get(&said.url).into_iter().flatten();
        let is_it = |id: &&SourceId| self.source(**id).is_some_and(|there| is_same(there, &said));
        if let Some(id) = by_title.chain(by_url).filter(is_it).min() {
            return *id;
        }
        let first: u32 = self.map.sources().free_id().into();
        let id = SourceId::from(first.saturating_add(self.sources.len() as u32));
        self.index_source(id, &said);
        self.sources.push(said);
        id
    }

    pub fn source_count(&self) -> usize {
        self.sources.len()
    }

    /// The new sources but the first so many.
    pub fn new_sources(&self, skipped: usize) -> impl Iterator<Item = &Source> {
        self.sources.iter().skip(skipped)
    }

    pub fn source(&self, id: SourceId) -> Option<&Source> {
        let first: u32 = self.map.sources().free_id().into();
        let new =
            u32::from(id).checked_sub(first).and_then(|index| self.sources.get(index as usize));
        new.or_else(|| self.map.sources().get(id))
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

    pub fn change_heading(&mut self, change: impl FnOnce(&mut Heading)) {
        change(self.heading.get_or_insert_with(|| self.map.heading().clone()));
    }

    /// The day that the map describes, as far as the lines have changed it.
    pub fn as_of_year(&self) -> Option<i32> {
        let heading = self.heading.as_ref().unwrap_or_else(|| self.map.heading());
        heading.as_of.map(|date| i32::from(date.year()))
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

    /// The new nations but the first so many.
    pub fn new_nations(&self, skipped: usize) -> impl Iterator<Item = &Nation> {
        self.nations.iter().skip(skipped)
    }

    /// The tie added last.
    pub fn last_tie(&self) -> Option<TieId> {
        let first: u32 = self.map.ties().free_id().into();
        let index = self.ties.len().checked_sub(1)?;
        Some(TieId::from(first.saturating_add(index as u32)))
    }

    pub fn nation_count(&self) -> usize {
        self.nations.len()
    }

    pub fn tie_count(&self) -> usize {
        self.ties.len()
    }

    /// The new nations and ties, and the command that adds everything; `None` if there is nothing.
    pub fn into_command(mut self) -> Option<(BTreeSet<Target>, Command)> {
        keep_used(self.map, &mut self.kinds, &mut self.ties, &self.named);
        let is_empty = self.nations.is_empty()
            && self.ties.is_empty()
            && self.kinds.is_empty()
            && self.sources.is_empty()
            && self.changed.is_empty()
            && self.heading.is_none();
        let additions = Additions {
            nations: self.nations,
            ties: self.ties,
            kinds: self.kinds,
            sources: self.sources,
            changed: self.changed.into_iter().collect(),
            heading: self.heading,
        };
        (!is_empty).then(|| add_together(self.map, additions))
    }
}

/// The name and the key of a kind, in small letters; a new one has no key yet, and its name for it.
fn words_of(kind: &Kind) -> [String; 2] {
    let name = caseless(&kind.name);
    let key = if kind.key.is_empty() { name.clone() } else { caseless(&kind.key) };
    [name, key]
}
