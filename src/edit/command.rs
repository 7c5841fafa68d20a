//! The closed list of changes to a map.

use crate::model::{
    Filter, Heading, Kind, KindId, Look, Nation, NationId, Point, Source, SourceId, Tie, TieId,
};

/// A change to a map.
#[derive(Clone, Debug, PartialEq)]
pub enum Command {
    /// Replace title, subtitle, date and notes.
    Heading(Box<Heading>),
    /// Replace how the map is shown.
    Look(Box<Look>),
    /// Replace what of the map is shown.
    Filter(Box<Filter>),
    /// Change one nation.
    Nation(NationId, Change<Nation>),
    /// Change one tie.
    Tie(TieId, Change<Tie>),
    /// Change one kind.
    Kind(KindId, Change<Kind>),
    /// Change one source.
    Source(SourceId, Change<Source>),
    /// Move and pin nations: a layout run, a drag. Far smaller than replacing each nation.
    Place(Vec<(NationId, Placement)>),
    /// Several changes in turn; all of them or none.
    Batch(Vec<Command>),
}

/// A change to one record.
#[derive(Clone, Debug, PartialEq)]
pub enum Change<T> {
    /// Put it in at a place in the order; a place beyond the end means the end.
    Insert(usize, Box<T>),
    /// Put this in its place.
    Replace(Box<T>),
    /// Take it out.
    Remove,
}

/// Where a nation lies, and whether it is pinned there.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Placement {
    /// Its centre in world units.
    pub position: Option<Point>,
    /// Whether no layout may move it.
    pub pinned: bool,
}
