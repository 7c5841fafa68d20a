//! The rules that every map must keep. Reading reports records that break them; editing refuses to
//! break them.

use std::fmt;

use super::by_hand::{is_bend, is_offset};
use super::{
    End, Filter, Keyed, Kind, KindId, Look, Map, Nation, NationId, NoteId, Point, Records, Source,
    SourceId, TextNote, Tie, TieId,
};

/// A rule that a record breaks.
#[derive(Clone, Debug, PartialEq)]
pub enum ValidationError {
    /// The key is empty, or another record of the same sort has it.
    Key(String),
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
        check_key(self.ties(), id, tie)?;
        if !self.nations().contains(tie.from) {
            return Err(ValidationError::From);
        }
        self.check_target(id, tie)?;
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

    fn check_target(&self, id: TieId, tie: &Tie) -> Result<(), ValidationError> {
        let mut target = tie.to;
        // A chain longer than the number of ties must have come back to one of them.
        for _ in 0..=self.ties().len() {
            match target {
                End::Nation(nation) if self.nations().contains(nation) => return Ok(()),
                End::Nation(_) => return Err(ValidationError::To),
                End::Tie(other) if other == id => return Err(ValidationError::Circle),
                End::Tie(other) => target = self.ties().get(other).ok_or(ValidationError::To)?.to,
            }
        }
        Err(ValidationError::Circle)
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
        self.ties().iter().for_each(|(id, t)| note(&t.key, self.check_tie(id, t)));
        self.text_notes().iter().for_each(|(id, n)| note(&n.key, self.check_text_note(id, n)));
        found
    }
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
