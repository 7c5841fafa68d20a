//! What the lines read so far add to a map.

mod kinds;
mod marks;
mod nations;
mod sources;
mod ties;

use std::cell::{Cell, OnceCell};
use std::collections::{BTreeMap, BTreeSet, HashMap};

use super::offered_kinds::{self, keep_used};
use super::recognised_names::RecognisedNames;
use crate::edit::{Additions, Command, add_together};
use crate::model::{
    End, Heading, Kind, KindId, Map, Nation, NationId, Source, SourceId, Target, Tie, TieId,
};
use crate::names::caseless;
pub use marks::{Added, Mark};

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

    pub fn change_heading(&mut self, change: impl FnOnce(&mut Heading)) {
        change(self.heading.get_or_insert_with(|| self.map.heading().clone()));
    }

    /// The day that the map describes, as far as the lines have changed it.
    pub fn as_of_year(&self) -> Option<i32> {
        let heading = self.heading.as_ref().unwrap_or_else(|| self.map.heading());
        heading.as_of.map(|date| i32::from(date.year()))
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
