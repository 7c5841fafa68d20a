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
        // A map without a filter says the earlier version, whose readers understand all of it.
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
