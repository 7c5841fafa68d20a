//! The closed list of changes to a map.

use serde::{Deserialize, Serialize};

use crate::model::{
    Filter, Heading, Kind, KindId, Look, Map, Nation, NationId, NoteId, Point, Source, SourceId,
    TextNote, Tie, TieId,
};

/// A change to a map.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Command {
    /// Replace title, subtitle, date and notes.
    Heading(Box<Heading>),
    /// Replace the look.
    Look(Box<Look>),
    /// Replace the filter.
    Filter(Box<Filter>),
    /// Change one nation.
    Nation(NationId, Change<Nation>),
    /// Change one tie.
    Tie(TieId, Change<Tie>),
    /// Change one kind.
    Kind(KindId, Change<Kind>),
    /// Change one source.
    Source(SourceId, Change<Source>),
    /// Change one text note.
    TextNote(NoteId, Change<TextNote>),
    /// Replace positions and pins, as a layout or a drag does. Far smaller than replacing each nation.
    Placements(Vec<(NationId, Placement)>),
    /// Replace the whole map, as going back to an earlier version does.
    Whole(Box<Map>),
    /// Several changes, one after another; all of them or none.
    Batch(Vec<Command>),
}

/// A change to one record.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Change<T> {
    /// Insert it at a position in the list; a position beyond the end means the end.
    Insert(usize, Box<T>),
    /// Replace it by this.
    Replace(Box<T>),
    /// Remove it.
    Remove,
}

/// Where a nation lies and whether it is pinned there.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Placement {
    /// Its centre in world units.
    pub position: Option<Point>,
    /// Whether no layout may move it.
    pub pinned: bool,
}
