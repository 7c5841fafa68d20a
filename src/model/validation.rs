//! The rules that every map must keep. Reading reports records that break them; editing refuses to
//! break them.

use std::collections::{HashMap, HashSet};
use std::fmt;

use super::by_hand::{is_bend, is_offset};
use super::{
    End, Filter, Keyed, Kind, KindId, Look, Map, Nation, NationId, NoteId, Point, Records, Source,
    SourceId, TextNote, Tie, TieId,
};

/// The largest number of a record in a map that is taken as a whole: more than fit in memory, and as many are left
/// for new ones.
const LARGEST_ID: u32 = u32::MAX / 2;

/// Ties of a map, and whether each leads to a nation.
type Targets = HashMap<TieId, Result<(), ValidationError>>;

/// A rule that a record breaks.
#[derive(Clone, Debug, PartialEq)]
pub enum ValidationError {
    /// The key is empty, or another record of the same sort has it.
    Key(String),
    /// Its number is so large that new records would find none.
    Id,
    /// A membership names a nation that isn't in the map, or the nation itself.
    Membership,
    /// The position isn't finite, or lies farther out than [`Point::LIMIT`].
    Position,
    /// A name, a text along a tie or a bend lies too far off.
    ByHand,
    /// A text note has no usable position, width or size.
    TextNote,
    /// It is pinned but has no position.
    PinWithoutPosition,
    /// A tie starts at a nation that isn't in the map.
    From,
    /// A tie ends at a nation or tie that isn't in the map.
    To,
    /// The targets of ties lead back to the same tie.
    Circle,
    /// The kind isn't one of the map's.
    Kind,
    /// The weight isn't above 0 and up to [`Tie::MAX_WEIGHT`].
    Weight,
    /// The width of a kind's line isn't 0.5 to 6.
    Width,
    /// A piece of evidence names a source that isn't in the map.
    Source,
    /// The attributes are too many, or one has no usable name or no finite number.
    Attributes,
    /// A rule of the look names a value twice, too many values, or one that can't be drawn.
    Look,
    /// A filter names a kind that isn't in the map, too many tags or attributes, or no number.
    Filter,
    /// It can't be removed while others refer to it.
    InUse,
    /// There is no such record.
    Missing,
}

impl fmt::Display for ValidationError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Key(key) if key.is_empty() => {
                f.write_str("a record needs an id that isn't empty")
            }
            Self::Key(key) => write!(f, "the id “{key}” is already taken"),
            Self::Id => write!(f, "the number of a record is at most {LARGEST_ID}"),
            Self::Membership => {
                f.write_str("a nation can be a member of another nation of the map")
            }
            Self::Position => f.write_str("a position is two numbers from -1000000 to 1000000"),
            Self::ByHand => f.write_str(
                "a name or label lies up to 10000 from what it belongs to, and a bend is -4 to 4",
            ),
            Self::TextNote => f.write_str(
                "a text note has a position, a width of 40 to 2000 and type of 6 to 96",
            ),
            Self::PinWithoutPosition => f.write_str("only a nation with a position can be pinned"),
            Self::From => f.write_str("a tie starts at a nation of the map"),
            Self::To => f.write_str("a tie ends at a nation or a tie of the map"),
            Self::Circle => f.write_str("ties can't end at one another in a circle"),
            Self::Kind => f.write_str("a tie is of one of the map's kinds"),
            Self::Weight => f.write_str("a weight is more than 0 and up to 100"),
            Self::Width => f.write_str("the width of a line is 0.5 to 6"),
            Self::Source => f.write_str("evidence names one of the map's sources, or none"),
            Self::Attributes => f.write_str(
                "up to 100 attributes, each with a name of up to 100 characters and a finite number",
            ),
            Self::Look => f.write_str(
                "a rule names up to 200 values, each once, a range that ascends, widths of 0.5 to 6 and \
                 radii of 4 to 60",
            ),
            Self::Filter => f.write_str(
                "a filter names kinds of the map, up to 200 tags and up to 50 attributes, each with a \
                 name and a finite number",
            ),
            Self::InUse => f.write_str("other records refer to it; change or remove those first"),
            Self::Missing => f.write_str("it isn't in the map any more"),
        }
    }
}

impl std::error::Error for ValidationError {}

impl Map {
    /// Checks a nation that is to have that id.
    ///
    /// # Errors
    /// The first [`ValidationError`] found.
    pub fn check_nation(&self, id: NationId, nation: &Nation) -> Result<(), ValidationError> {
        check_key(self.nations(), id, nation)?;
        let is_member = |to: NationId| to != id && self.nations().contains(to);
        if !nation.memberships.iter().all(|m| is_member(m.organisation)) {
            return Err(ValidationError::Membership);
        }
        if !nation.attributes.are_valid() {
            return Err(ValidationError::Attributes);
        }
        if !nation.name_offset.is_none_or(is_offset) {
            return Err(ValidationError::ByHand);
        }
        check_placement(nation.position, nation.pinned)
    }

    /// Checks a tie that is to have that id.
    ///
    /// # Errors
    /// The first [`ValidationError`] found.
    pub fn check_tie(&self, id: TieId, tie: &Tie) -> Result<(), ValidationError> {
        self.check_tie_with(id, tie, &mut Targets::new())
    }

    /// Checks ties of the map as they are in it, each chain of ties onto ties once; of one that isn't in it nothing
    /// is said.
    pub(crate) fn check_ties(
        &self,
        ids: impl IntoIterator<Item = TieId>,
    ) -> impl Iterator<Item = (&Tie, Result<(), ValidationError>)> {
        let mut known = Targets::new();
        ids.into_iter().filter_map(move |id| {
            let tie = self.ties().get(id)?;
            Some((tie, self.check_tie_with(id, tie, &mut known)))
        })
    }

    fn check_tie_with(
        &self,
        id: TieId,
        tie: &Tie,
        known: &mut Targets,
    ) -> Result<(), ValidationError> {
        check_key(self.ties(), id, tie)?;
        if !self.nations().contains(tie.from) {
            return Err(ValidationError::From);
        }
        self.check_target(id, tie, known)?;
        if !self.kinds().contains(tie.kind) {
            return Err(ValidationError::Kind);
        }
        if !(tie.weight > 0.0 && tie.weight <= Tie::MAX_WEIGHT) {
            return Err(ValidationError::Weight);
        }
        if !tie.attributes.are_valid() {
            return Err(ValidationError::Attributes);
        }
        let has_place = tie.label_place.is_none_or(|place| place.is_usable());
        if !has_place || !tie.bend.is_none_or(is_bend) {
            return Err(ValidationError::ByHand);
        }
        let is_source = |source: SourceId| self.sources().contains(source);
        if tie.evidence.iter().filter_map(|e| e.source).all(is_source) {
            Ok(())
        } else {
            Err(ValidationError::Source)
        }
    }

    /// Follows a tie to the nation at which it ends, over those that are known.
    fn check_target(
        &self,
        id: TieId,
        tie: &Tie,
        known: &mut Targets,
    ) -> Result<(), ValidationError> {
        let mut target = tie.to;
        let mut passed = Vec::new();
        // A chain longer than the number of ties must have come back to one of them.
        let result = loop {
            match target {
                End::Nation(nation) if self.nations().contains(nation) => break Ok(()),
                End::Nation(_) => break Err(ValidationError::To),
                End::Tie(other) if other == id => break Err(ValidationError::Circle),
                End::Tie(_) if passed.len() > self.ties().len() => {
                    break Err(ValidationError::Circle);
                }
                End::Tie(other) => match (known.get(&other), self.ties().get(other)) {
                    (Some(result), _) => break result.clone(),
                    (None, Some(next)) => {
                        passed.push(other);
                        target = next.to;
                    }
                    (None, None) => break Err(ValidationError::To),
                },
            }
        };
        known.extend(passed.into_iter().map(|passed| (passed, result.clone())));
        result
    }

    /// Checks a kind that is to have that id.
    ///
    /// # Errors
    /// The first [`ValidationError`] found.
    pub fn check_kind(&self, id: KindId, kind: &Kind) -> Result<(), ValidationError> {
        check_key(self.kinds(), id, kind)?;
        if (0.5..=6.0).contains(&kind.width) { Ok(()) } else { Err(ValidationError::Width) }
    }

    /// Checks a source that is to have that id.
    ///
    /// # Errors
    /// The first [`ValidationError`] found.
    pub fn check_source(&self, id: SourceId, source: &Source) -> Result<(), ValidationError> {
        check_key(self.sources(), id, source)
    }

    /// Checks a text note that is to have that id.
    ///
    /// # Errors
    /// The first [`ValidationError`] found.
    pub fn check_text_note(&self, id: NoteId, note: &TextNote) -> Result<(), ValidationError> {
        check_key(self.text_notes(), id, note)?;
        let is_sized =
            TextNote::WIDTHS.contains(&note.width) && TextNote::SIZES.contains(&note.size);
        if is_sized && note.position.is_usable() { Ok(()) } else { Err(ValidationError::TextNote) }
    }

    /// Checks a look.
    ///
    /// # Errors
    /// [`ValidationError::Look`].
    pub fn check_look(look: &Look) -> Result<(), ValidationError> {
        if look.is_valid() { Ok(()) } else { Err(ValidationError::Look) }
    }

    /// Checks a filter.
    ///
    /// # Errors
    /// [`ValidationError::Filter`].
    pub fn check_filter(&self, filter: &Filter) -> Result<(), ValidationError> {
        let are_there = filter.kinds.iter().all(|kind| self.kinds().contains(*kind));
        if are_there && filter.is_valid() { Ok(()) } else { Err(ValidationError::Filter) }
    }

    /// Every record that breaks a rule, by its key; none does in a map made by [`crate::edit`].
    pub fn violations(&self) -> Vec<(String, ValidationError)> {
        let mut found = Vec::new();
        let mut note = |key: &str, result: Result<(), ValidationError>| {
            if let Err(error) = result {
                found.push((key.to_owned(), error));
            }
        };
        note("look", Self::check_look(self.look()));
        note("filter", self.check_filter(self.filter()));
        self.kinds().iter().for_each(|(id, k)| note(&k.key, self.check_kind(id, k)));
        self.sources().iter().for_each(|(id, s)| note(&s.key, self.check_source(id, s)));
        self.nations().iter().for_each(|(id, n)| note(&n.key, self.check_nation(id, n)));
        self.check_ties(self.ties().ids()).for_each(|(tie, result)| note(&tie.key, result));
        self.text_notes().iter().for_each(|(id, n)| note(&n.key, self.check_text_note(id, n)));
        found.extend(faults_of_list(self.kinds()));
        found.extend(faults_of_list(self.sources()));
        found.extend(faults_of_list(self.nations()));
        found.extend(faults_of_list(self.ties()));
        found.extend(faults_of_list(self.text_notes()));
        found
    }
}

/// The records whose numbers are too large, and those whose keys another one before them has: as long as a record
/// keeps its key, no check of it alone searches the others.
fn faults_of_list<I, T: Keyed>(
    records: &Records<I, T>,
) -> impl Iterator<Item = (String, ValidationError)>
where
    I: Copy + Eq + std::hash::Hash + Ord + From<u32> + Into<u32>,
{
    let mut seen = HashSet::with_capacity(records.len());
    records.iter().filter_map(move |(id, record)| {
        let key = record.key();
        let is_numbered = id.into() <= LARGEST_ID;
        let is_first = seen.insert(key);
        let fault = match (is_numbered, is_first) {
            (true, true) => return None,
            (false, _) => ValidationError::Id,
            (true, false) => ValidationError::Key(key.to_owned()),
        };
        Some((key.to_owned(), fault))
    })
}

/// Checks a position together with a pin.
///
/// # Errors
/// [`ValidationError::Position`] or [`ValidationError::PinWithoutPosition`].
pub(crate) fn check_placement(
    position: Option<Point>,
    pinned: bool,
) -> Result<(), ValidationError> {
    match position {
        Some(position) if !position.is_usable() => Err(ValidationError::Position),
        None if pinned => Err(ValidationError::PinWithoutPosition),
        _ => Ok(()),
    }
}

fn check_key<I, T: Keyed>(records: &Records<I, T>, id: I, record: &T) -> Result<(), ValidationError>
where
    I: Copy + Eq + std::hash::Hash + Ord + From<u32> + Into<u32>,
{
    // If a record keeps its key, there is no need to search the others.
    if records.get(id).is_some_and(|old| old.key() == record.key()) && !record.key().is_empty() {
        return Ok(());
    }
    let taken = records.by_key(record.key()).is_some_and(|other| other != id);
    if taken || record.key().is_empty() {
        Err(ValidationError::Key(record.key().to_owned()))
    } else {
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Direction;

    fn of(nations: &[(u32, &str)]) -> Map {
        let mut map = Map::empty();
        for (id, key) in nations {
            let nation = Nation { key: (*key).to_owned(), ..Nation::default() };
            map.nations_mut().insert_at(usize::MAX, NationId(*id), nation);
        }
        map
    }

    #[test]
    fn records_that_share_a_key_are_found_where_both_are_in_the_map() {
        let shared = ("JPN".to_owned(), ValidationError::Key("JPN".to_owned()));
        assert_eq!(of(&[(1, "JPN"), (2, "PER")]).violations(), []);
        assert_eq!(of(&[(1, "JPN"), (2, "PER"), (3, "JPN")]).violations(), [shared]);
    }

    /// So many ties of a nation to itself, each onto the one that `to` says by its number, where it says one.
    fn chained(count: u32, to: impl Fn(u32) -> Option<u32>) -> Map {
        let mut map = of(&[(1, "JPN")]);
        for number in 1..=count {
            let end = to(number).map_or(End::Nation(NationId(1)), |to| End::Tie(TieId(to)));
            let key = number.to_string();
            let tie = Tie::new(key, NationId(1), end, KindId(1), Direction::Mutual);
            map.ties_mut().insert_at(usize::MAX, TieId(number), tie);
        }
        map
    }

    #[test]
    fn chains_of_many_ties_onto_ties_are_followed_once() {
        // Each of them from its begin would be thousands of millions of steps.
        let count = 200_000;
        assert_eq!(chained(count, |n| (n > 1).then(|| n - 1)).violations(), []);
        assert_eq!(chained(count, |n| (n < count).then_some(n + 1)).violations(), []);
        let all = |error: ValidationError| {
            (1..=count).map(|n| (n.to_string(), error.clone())).collect::<Vec<_>>()
        };
        let circle = chained(count, |n| Some(n % count + 1));
        assert_eq!(circle.violations(), all(ValidationError::Circle));
        let into_a_circle = chained(count, |n| Some(if n < count { n + 1 } else { count - 1 }));
        assert_eq!(into_a_circle.violations(), all(ValidationError::Circle));
        let to_nothing = chained(count, |n| Some(n + 1));
        assert_eq!(to_nothing.violations(), all(ValidationError::To));
    }

    #[test]
    fn new_records_find_a_number_in_every_map_that_keeps_the_rules() {
        let largest = of(&[(LARGEST_ID, "JPN")]);
        assert_eq!(largest.violations(), []);
        assert!(!largest.nations().contains(largest.nations().free_id()));
        let beyond = of(&[(u32::MAX, "JPN")]);
        assert_eq!(beyond.violations(), [("JPN".to_owned(), ValidationError::Id)]);
    }
}
