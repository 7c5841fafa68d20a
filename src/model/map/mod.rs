//! The map: its heading, look and filter, and its records in the order of the file.

mod visible_part;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::{
    End, Extra, Filter, Kind, KindId, Look, Membership, Nation, NationId, NoteId, PartialDate,
    Period, Records, Rect, Source, SourceId, Target, TextNote, Tie, TieId,
};
pub use visible_part::{Dimmed, Visibilities, Visibility};

/// The most ties onto ties that the name of a tie tells of.
const MOST_TIES_IN_A_NAME: usize = 8;

/// A map of relations between nations.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Map {
    heading: Heading,
    look: Look,
    filter: Filter,
    kinds: Records<KindId, Kind>,
    sources: Records<SourceId, Source>,
    nations: Records<NationId, Nation>,
    ties: Records<TieId, Tie>,
    text_notes: Records<NoteId, TextNote>,
    /// What is drawn faintly, in a part of a map.
    #[serde(skip)]
    dimmed: Arc<Dimmed>,
    /// When its ties were held, in a part of a map.
    #[serde(skip)]
    held: Period,
}

/// The title of a map, and what else concerns it as a whole.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Heading {
    /// The title.
    pub title: String,
    /// The line below the title.
    pub subtitle: String,
    /// The day that the map describes.
    pub as_of: Option<PartialDate>,
    /// Anything else.
    pub notes: String,
    /// Fields of the file that this version doesn't know.
    pub extra: Extra,
}

impl Map {
    /// A map with no nation yet and the three standard kinds.
    pub fn empty() -> Self {
        let mut map = Self::default();
        for (number, kind) in (1..).zip(Kind::standard()) {
            map.kinds.insert_at(usize::MAX, KindId(number), kind);
        }
        map
    }

    /// A map of records that refer to one another by their positions in these lists: the first of
    /// each has the id 1. The caller must keep the rules of [`super::ValidationError`]. Ties come as they
    /// are kept, since a list of as many as there may be takes as much memory as all else of the map.
    pub(crate) fn from_parts(
        heading: Heading,
        look: Look,
        filter: Filter,
        kinds: Vec<Kind>,
        sources: Vec<Source>,
        nations: Vec<Nation>,
        ties: Vec<Arc<Tie>>,
    ) -> Self {
        Self {
            heading,
            look,
            filter,
            kinds: Records::numbered(kinds),
            sources: Records::numbered(sources),
            nations: Records::numbered(nations),
            ties: Records::shared(ties),
            text_notes: Records::default(),
            dimmed: Arc::default(),
            held: Period::default(),
        }
    }

    /// This map with text notes in place of its own, the first with the id 1.
    #[must_use]
    pub(crate) fn with_text_notes(self, notes: Vec<TextNote>) -> Self {
        Self { text_notes: Records::numbered(notes), ..self }
    }

    /// Title, subtitle and date.
    pub const fn heading(&self) -> &Heading {
        &self.heading
    }

    /// How nations and ties are drawn.
    pub const fn look(&self) -> &Look {
        &self.look
    }

    /// Which part of the map is shown.
    pub const fn filter(&self) -> &Filter {
        &self.filter
    }

    /// The kinds of tie.
    pub const fn kinds(&self) -> &Records<KindId, Kind> {
        &self.kinds
    }

    /// The sources.
    pub const fn sources(&self) -> &Records<SourceId, Source> {
        &self.sources
    }

    /// The nations.
    pub const fn nations(&self) -> &Records<NationId, Nation> {
        &self.nations
    }

    /// The ties.
    pub const fn ties(&self) -> &Records<TieId, Tie> {
        &self.ties
    }

    /// Whether a nation is in an organisation by the date of the map.
    pub fn is_member(&self, nation: &Nation, organisation: NationId) -> bool {
        let mut memberships = nation.memberships.iter();
        memberships.any(|m| m.organisation == organisation && self.is_current(m))
    }

    /// The text notes.
    pub const fn text_notes(&self) -> &Records<NoteId, TextNote> {
        &self.text_notes
    }

    /// Whether a membership hasn't ended by the date of the map; without one, every membership that has an
    /// end is over.
    pub fn is_current(&self, membership: &Membership) -> bool {
        membership.until.is_none_or(|until| self.heading().as_of.is_some_and(|day| until > day))
    }

    /// The ties that start or end at a nation.
    pub fn ties_of(&self, nation: NationId) -> impl Iterator<Item = (TieId, &Tie)> {
        self.ties.iter().filter(move |(_, tie)| tie.from == nation || tie.to == End::Nation(nation))
    }

    /// Whether anything was placed by hand that the map would find a place for by itself.
    pub fn has_places_by_hand(&self) -> bool {
        self.look().legend.is_some()
            || self.nations().iter().any(|(_, nation)| nation.is_placed_by_hand())
            || self.ties().iter().any(|(_, tie)| tie.is_placed_by_hand())
    }

    /// How many ties start or end at each nation, in the order of the map. A tie onto a tie counts at
    /// its first end alone.
    pub fn degrees(&self) -> Vec<u32> {
        let mut degrees = vec![0u32; self.nations().len()];
        for (_, tie) in self.ties().iter() {
            // A tie of a nation to itself counts once.
            let to = match tie.to {
                End::Nation(nation) if !tie.is_loop() => Some(nation),
                _ => None,
            };
            for end in [Some(tie.from), to].into_iter().flatten() {
                if let Some(degree) = self.nations().index_of(end).and_then(|i| degrees.get_mut(i))
                {
                    *degree += 1;
                }
            }
        }
        degrees
    }

    /// The ties that join these nations alone: a tie onto a tie is one of them if that tie is.
    pub fn ties_within(&self, nations: &BTreeSet<NationId>) -> BTreeSet<TieId> {
        let mut onto: BTreeMap<TieId, Vec<TieId>> = BTreeMap::new();
        let mut found = Vec::new();
        for (id, tie) in self.ties.iter().filter(|(_, tie)| nations.contains(&tie.from)) {
            match tie.to {
                End::Nation(to) if nations.contains(&to) => found.push(id),
                End::Nation(_) => {}
                End::Tie(to) => onto.entry(to).or_default().push(id),
            }
        }
        let mut within = BTreeSet::new();
        while let Some(id) = found.pop() {
            within.insert(id);
            found.extend(onto.remove(&id).into_iter().flatten());
        }
        within
    }

    /// The name of a nation, or of both ends of a tie: `Russia – North Korea`.
    pub fn end_name(&self, end: End) -> String {
        match end {
            End::Nation(id) => self.nations.get(id).map_or_else(String::new, |n| n.name.clone()),
            End::Tie(id) => self.tie_name(id),
        }
    }

    /// What to call a tie: its two ends, `Japan › China` or `Japan – New Zealand`.
    ///
    /// A tie onto a tie names that one in brackets: `China › (Japan – New Zealand)`. A tie of a nation
    /// to itself says so: `Spain – itself`. Of a long chain of ties onto ties the first are named.
    pub fn tie_name(&self, id: TieId) -> String {
        let nation = |id| self.nations.get(id).map_or("", |nation| nation.name.as_str());
        let mut name = String::new();
        let mut depth = 0;
        let mut next = self.ties.get(id);
        while let Some(tie) = next {
            let joint = match tie.direction {
                super::Direction::Mutual => '–',
                super::Direction::Directed => '›',
            };
            name.push_str(nation(tie.from));
            name.extend([' ', joint, ' ']);
            next = match tie.to {
                _ if tie.is_loop() => {
                    name.push_str("itself");
                    None
                }
                End::Nation(to) => {
                    name.push_str(nation(to));
                    None
                }
                End::Tie(_) if depth == MOST_TIES_IN_A_NAME => {
                    name.push('…');
                    None
                }
                End::Tie(to) => {
                    name.push('(');
                    depth += 1;
                    self.ties.get(to)
                }
            };
        }
        name.extend(std::iter::repeat_n(')', depth));
        name
    }

    /// Whether it has a nation, a tie or a text note.
    pub fn has(&self, target: Target) -> bool {
        match target {
            Target::Nation(id) => self.nations.contains(id),
            Target::Tie(id) => self.ties.contains(id),
            Target::Note(id) => self.text_notes.contains(id),
        }
    }

    /// The bounding box of all positions; [`Rect::NOTHING`] if no nation has one.
    pub fn extent(&self) -> Rect {
        let positions = self.nations.iter().filter_map(|(_, nation)| nation.position);
        positions.fold(Rect::NOTHING, |rect, position| rect.including(position))
    }

    /// The bounding box of all positions, with those of the text notes; [`Rect::NOTHING`] where nothing has
    /// one.
    pub fn extent_with_notes(&self) -> Rect {
        let notes = self.text_notes.iter().map(|(_, note)| note.position);
        notes.fold(self.extent(), |rect, position| rect.including(position))
    }

    pub(crate) const fn heading_mut(&mut self) -> &mut Heading {
        &mut self.heading
    }

    pub(crate) const fn look_mut(&mut self) -> &mut Look {
        &mut self.look
    }

    pub(crate) const fn filter_mut(&mut self) -> &mut Filter {
        &mut self.filter
    }

    pub(crate) const fn kinds_mut(&mut self) -> &mut Records<KindId, Kind> {
        &mut self.kinds
    }

    pub(crate) const fn sources_mut(&mut self) -> &mut Records<SourceId, Source> {
        &mut self.sources
    }

    pub(crate) const fn nations_mut(&mut self) -> &mut Records<NationId, Nation> {
        &mut self.nations
    }

    pub(crate) const fn text_notes_mut(&mut self) -> &mut Records<NoteId, TextNote> {
        &mut self.text_notes
    }

    pub(crate) const fn ties_mut(&mut self) -> &mut Records<TieId, Tie> {
        &mut self.ties
    }
}
