//! Reads the heading of a map.

use super::record::RecordReader;
use crate::formats::problems::Problems;
use crate::model::Heading;

/// Takes the fields of the heading; `extra` is left for the caller to fill.
pub fn read_heading(record: &mut RecordReader<'_>, problems: &mut Problems) -> Heading {
    Heading {
        title: record.text("title", problems),
        subtitle: record.text("subtitle", problems),
        as_of: record.date("as_of", problems),
        notes: record.text("notes", problems),
        extra: Default::default(),
    }
}
