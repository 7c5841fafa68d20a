//! Writes a map as the text of a file.

mod attributes;
mod filter;
mod look;
mod records;

use super::schema::FileMap;
use super::version::{FORMAT_ID, OLDEST_WRITTEN, VERSION, VERSION_WITH_FILTER};
use crate::formats::json;
use crate::model::{Map, TieView};
use filter::file_filter;
use look::file_look;
use records::{date, file_kind, file_nation, file_source, file_text_note, file_tie};

/// The text of a map file. Records stand in the order of the map and fields in that of the format, so
/// that a comparison of two files shows only what changed.
pub fn write(map: &Map) -> String {
    // Serialising can't fail: all of a map can be expressed in JSON.
    let value = serde_json::to_value(file_map(map)).unwrap_or_default();
    json::to_text(&value)
}

fn file_map(map: &Map) -> FileMap<'_> {
    let heading = map.heading();
    let filter = file_filter(map);
    FileMap {
        format: FORMAT_ID,
        version: lowest_version(map, filter.is_some()),
        title: &heading.title,
        subtitle: &heading.subtitle,
        as_of: date(heading.as_of),
        notes: &heading.notes,
        look: file_look(map.look()),
        filter,
        kinds: map.kinds().iter().map(|(_, kind)| file_kind(kind)).collect(),
        sources: map.sources().iter().map(|(_, source)| file_source(source)).collect(),
        nations: map.nations().iter().map(|(_, nation)| file_nation(map, nation)).collect(),
        ties: map.ties().iter().map(|(_, tie)| file_tie(map, tie)).collect(),
        text_notes: map.text_notes().iter().map(|(_, note)| file_text_note(note)).collect(),
        extra: &heading.extra,
    }
}

/// The lowest version whose readers understand all of a map.
fn lowest_version(map: &Map, has_filter: bool) -> &'static str {
    let has_newest = !map.text_notes().is_empty()
        || map.has_places_by_hand()
        || map.look().ties != TieView::default();
    match (has_newest, has_filter) {
        (true, _) => VERSION,
        (false, true) => VERSION_WITH_FILTER,
        (false, false) => OLDEST_WRITTEN,
    }
}
