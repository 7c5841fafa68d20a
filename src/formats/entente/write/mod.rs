//! Writes a map as the text of a file.

mod attributes;
mod filter;
mod look;
mod records;

use super::json;
use super::schema::FileMap;
use super::version::{FORMAT_ID, VERSION, VERSION_WITHOUT_FILTER};
use crate::model::Map;
use filter::file_filter;
use look::file_look;
use records::{date, file_kind, file_nation, file_source, file_tie};

/// The text of a map file. The same map gives the same text, records in the order of the map and
/// fields in that of the format, so that a comparison of two files shows just what changed.
pub fn write(map: &Map) -> String {
    // A map holds texts, numbers, lists and records with texts for names: all of it is JSON.
    let value = serde_json::to_value(file_map(map)).unwrap_or_default();
    json::to_text(&value)
}

fn file_map(map: &Map) -> FileMap<'_> {
    let heading = map.heading();
    let filter = file_filter(map);
    FileMap {
        format: FORMAT_ID,
        // What a reader of the version before understands as a whole says that version.
        version: if filter.is_some() { VERSION } else { VERSION_WITHOUT_FILTER },
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
        extra: &heading.extra,
    }
}
