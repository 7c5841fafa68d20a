//! Reads sources.

use super::names::name_or_id;
use super::record::RecordReader;
use crate::formats::problems::Problems;
use crate::model::Source;

/// Reads a source.
pub fn read_source(key: String, mut record: RecordReader<'_>, problems: &mut Problems) -> Source {
    Source {
        title: name_or_id(&key, "title", &mut record, problems),
        url: record.text("url", problems),
        date: record.date("date", problems),
        notes: record.text("notes", problems),
        extra: record.unknown_fields(problems),
        key,
    }
}
