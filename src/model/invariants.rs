//! What every map must satisfy. Reading reports what doesn't; editing refuses what wouldn't.

use std::fmt;

use super::{
    End, Filter, Keyed, Kind, KindId, Look, Map, Nation, NationId, Point, Records, Source,
    SourceId, Tie, TieId,
};

/// A way in which a record would not fit its map.
#[derive(Clone, Debug, PartialEq)]
pub enum Fault {
    /// The key is empty, or another record of the sort has it.
    Key(String),
    /// A membership names a nation that isn't in the map, or the nation itself.
    Membership,
    /// The position isn't finite, or lies farther out than [`Point::LIMIT`].
    Position,
    /// It is pinned but has no position.
    PinWithoutPosition,
    /// A tie starts at a nation that isn't in the map.
    From,
    /// A tie ends at a nation or tie that isn't in the map.
    To,
    /// Following the targets of ties leads back to the same tie.
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
    /// A rule of the look names a value twice, too many values, or what can't be drawn.
    Look,
    /// A filter names a kind that isn't in the map, too many tags or attributes, or no number.
    Filter,
    /// It can't go while others refer to it.
    InUse,
    /// There is no such record.
    Missing,
}

impl fmt::Display for Fault {
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

impl std::error::Error for Fault {}

impl Map {
    /// Whether a nation would fit under that id.
    ///
    /// # Errors
    /// The first [`Fault`] found.
    pub fn check_nation(&self, id: NationId, nation: &Nation) -> Result<(), Fault> {
        check_key(self.nations(), id, nation)?;
        let member = |to: NationId| to != id && self.nations().contains(to);
        if !nation.memberships.iter().all(|m| member(m.organisation)) {
            return Err(Fault::Membership);
        }
        if !nation.attributes.are_sound() {
            return Err(Fault::Attributes);
        }
        check_place(nation.position, nation.pinned)
    }

    /// Whether a tie would fit under that id.
    ///
    /// # Errors
    /// The first [`Fault`] found.
    pub fn check_tie(&self, id: TieId, tie: &Tie) -> Result<(), Fault> {
        check_key(self.ties(), id, tie)?;
        if !self.nations().contains(tie.from) {
            return Err(Fault::From);
        }
        self.check_target(id, tie)?;
        if !self.kinds().contains(tie.kind) {
            return Err(Fault::Kind);
        }
        if !(tie.weight > 0.0 && tie.weight <= Tie::MAX_WEIGHT) {
            return Err(Fault::Weight);
        }
        if !tie.attributes.are_sound() {
            return Err(Fault::Attributes);
        }
        let cited = |source: SourceId| self.sources().contains(source);
        if tie.evidence.iter().filter_map(|e| e.source).all(cited) {
            Ok(())
        } else {
            Err(Fault::Source)
        }
    }

    fn check_target(&self, id: TieId, tie: &Tie) -> Result<(), Fault> {
        let mut target = tie.to;
        // A chain longer than the number of ties must have come back to one of them.
        for _ in 0..=self.ties().len() {
            match target {
                End::Nation(nation) if self.nations().contains(nation) => return Ok(()),
                End::Nation(_) => return Err(Fault::To),
                End::Tie(other) if other == id => return Err(Fault::Circle),
                End::Tie(other) => target = self.ties().get(other).ok_or(Fault::To)?.to,
            }
        }
        Err(Fault::Circle)
    }

    /// Whether a kind would fit under that id.
    ///
    /// # Errors
    /// The first [`Fault`] found.
    pub fn check_kind(&self, id: KindId, kind: &Kind) -> Result<(), Fault> {
        check_key(self.kinds(), id, kind)?;
        if (0.5..=6.0).contains(&kind.width) { Ok(()) } else { Err(Fault::Width) }
    }

    /// Whether a source would fit under that id.
    ///
    /// # Errors
    /// The first [`Fault`] found.
    pub fn check_source(&self, id: SourceId, source: &Source) -> Result<(), Fault> {
        check_key(self.sources(), id, source)
    }

    /// Whether a look can be drawn.
    ///
    /// # Errors
    /// [`Fault::Look`].
    pub fn check_look(look: &Look) -> Result<(), Fault> {
        if look.is_sound() { Ok(()) } else { Err(Fault::Look) }
    }

    /// Whether a filter would fit.
    ///
    /// # Errors
    /// [`Fault::Filter`].
    pub fn check_filter(&self, filter: &Filter) -> Result<(), Fault> {
        let are_there = filter.kinds.iter().all(|kind| self.kinds().contains(*kind));
        if are_there && filter.is_sound() { Ok(()) } else { Err(Fault::Filter) }
    }

    /// Every record that breaks a rule; none does in a map made by [`crate::edit`].
    pub fn faults(&self) -> Vec<(String, Fault)> {
        let mut found = Vec::new();
        let mut note = |key: &str, result: Result<(), Fault>| {
            if let Err(fault) = result {
                found.push((key.to_owned(), fault));
            }
        };
        note("look", Self::check_look(self.look()));
        note("filter", self.check_filter(self.filter()));
        self.kinds().iter().for_each(|(id, k)| note(&k.key, self.check_kind(id, k)));
        self.sources().iter().for_each(|(id, s)| note(&s.key, self.check_source(id, s)));
        self.nations().iter().for_each(|(id, n)| note(&n.key, self.check_nation(id, n)));
        self.ties().iter().for_each(|(id, t)| note(&t.key, self.check_tie(id, t)));
        found
    }
}

/// Whether a position and a pin go together.
///
/// # Errors
/// [`Fault::Position`] or [`Fault::PinWithoutPosition`].
pub(crate) fn check_place(position: Option<Point>, pinned: bool) -> Result<(), Fault> {
    match position {
        Some(position) if !position.is_usable() => Err(Fault::Position),
        None if pinned => Err(Fault::PinWithoutPosition),
        _ => Ok(()),
    }
}

fn check_key<I, T: Keyed>(records: &Records<I, T>, id: I, record: &T) -> Result<(), Fault>
where
    I: Copy + Eq + std::hash::Hash + Ord + From<u32> + Into<u32>,
{
    // A record that keeps its key needs no look at all the others.
    if records.get(id).is_some_and(|old| old.key() == record.key()) && !record.key().is_empty() {
        return Ok(());
    }
    let taken = records.by_key(record.key()).is_some_and(|other| other != id);
    if taken || record.key().is_empty() { Err(Fault::Key(record.key().to_owned())) } else { Ok(()) }
}
