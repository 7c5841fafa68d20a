//! What can be edited as one record: a nation, tie, kind or source, and the map's heading, look and
//! filter.

use crate::edit::{Change, Command};
use crate::model::{
    Filter, Heading, Kind, KindId, Look, Map, Nation, NationId, NoteId, Source, SourceId, TextNote,
    Tie, TieId,
};

/// Identifies a record of a map that is edited as a whole.
pub trait Editable: Copy {
    /// The record.
    type Record: Clone;

    /// The record in a map, if it is there.
    fn record(self, map: &Map) -> Option<&Self::Record>;

    /// Identifies the record in the keys of its fields: `nation/3`.
    fn key(self) -> String;

    /// The full name of an undo step: `Rename Japan` for the step `Rename`.
    fn step_name(self, map: &Map, step: &str) -> String;

    /// The command that replaces the record.
    fn replace(self, record: Self::Record) -> Command;
}

/// The heading of a map.
#[derive(Clone, Copy)]
pub struct MapHeading;

/// The look of a map.
#[derive(Clone, Copy)]
pub struct MapLook;

/// The filter of a map.
#[derive(Clone, Copy)]
pub struct MapFilter;

impl Editable for NationId {
    type Record = Nation;

    fn record(self, map: &Map) -> Option<&Nation> {
        map.nations().get(self)
    }

    fn key(self) -> String {
        format!("nation/{}", self.0)
    }

    fn step_name(self, map: &Map, step: &str) -> String {
        let name = self.record(map).map_or("", |nation| &nation.name);
        format!("{step} {name}")
    }

    fn replace(self, nation: Nation) -> Command {
        Command::Nation(self, Change::Replace(Box::new(nation)))
    }
}

impl Editable for TieId {
    type Record = Tie;

    fn record(self, map: &Map) -> Option<&Tie> {
        map.ties().get(self)
    }

    fn key(self) -> String {
        format!("tie/{}", self.0)
    }

    fn step_name(self, map: &Map, step: &str) -> String {
        format!("{step} {}", map.tie_name(self))
    }

    fn replace(self, tie: Tie) -> Command {
        Command::Tie(self, Change::Replace(Box::new(tie)))
    }
}

impl Editable for KindId {
    type Record = Kind;

    fn record(self, map: &Map) -> Option<&Kind> {
        map.kinds().get(self)
    }

    fn key(self) -> String {
        format!("kind/{}", self.0)
    }

    fn step_name(self, map: &Map, step: &str) -> String {
        let name = self.record(map).map_or("", |kind| &kind.name);
        format!("{step} {name}")
    }

    fn replace(self, kind: Kind) -> Command {
        Command::Kind(self, Change::Replace(Box::new(kind)))
    }
}

impl Editable for SourceId {
    type Record = Source;

    fn record(self, map: &Map) -> Option<&Source> {
        map.sources().get(self)
    }

    fn key(self) -> String {
        format!("source/{}", self.0)
    }

    /// Titles of sources are too long for the name of a step.
    fn step_name(self, _: &Map, step: &str) -> String {
        format!("{step} source")
    }

    fn replace(self, source: Source) -> Command {
        Command::Source(self, Change::Replace(Box::new(source)))
    }
}

impl Editable for NoteId {
    type Record = TextNote;

    fn record(self, map: &Map) -> Option<&TextNote> {
        map.text_notes().get(self)
    }

    fn key(self) -> String {
        format!("note/{}", self.0)
    }

    fn step_name(self, map: &Map, step: &str) -> String {
        format!("{step} {}", self.record(map).map_or_else(String::new, TextNote::in_words))
    }

    fn replace(self, note: TextNote) -> Command {
        Command::TextNote(self, Change::Replace(Box::new(note)))
    }
}

impl Editable for MapHeading {
    type Record = Heading;

    fn record(self, map: &Map) -> Option<&Heading> {
        Some(map.heading())
    }

    fn key(self) -> String {
        "heading".to_owned()
    }

    fn step_name(self, _: &Map, step: &str) -> String {
        format!("{step} of the map")
    }

    fn replace(self, heading: Heading) -> Command {
        Command::Heading(Box::new(heading))
    }
}

impl Editable for MapLook {
    type Record = Look;

    fn record(self, map: &Map) -> Option<&Look> {
        Some(map.look())
    }

    fn key(self) -> String {
        "look".to_owned()
    }

    fn step_name(self, _: &Map, step: &str) -> String {
        format!("Change {step}")
    }

    fn replace(self, look: Look) -> Command {
        Command::Look(Box::new(look))
    }
}

impl Editable for MapFilter {
    type Record = Filter;

    fn record(self, map: &Map) -> Option<&Filter> {
        Some(map.filter())
    }

    fn key(self) -> String {
        "filter".to_owned()
    }

    fn step_name(self, _: &Map, step: &str) -> String {
        format!("Filter by {step}")
    }

    fn replace(self, filter: Filter) -> Command {
        Command::Filter(Box::new(filter))
    }
}
