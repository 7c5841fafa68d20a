//! Reads nations.

use super::attributes::read_attributes;
use super::by_hand::{OFFSET, read_position};
use super::id_index::IdIndex;
use super::memberships::read_memberships;
use super::names::name_or_id;
use super::pictures::PictureReader;
use super::record::RecordReader;
use crate::formats::problems::Problems;
use crate::model::by_hand::is_offset;
use crate::model::{Nation, Point};

/// Reads a nation; `ids` are the ids of all nations, `pictures` reads those of the whole map.
pub fn read_nation(
    key: String,
    mut record: RecordReader<'_>,
    ids: &IdIndex,
    pictures: &mut PictureReader,
    problems: &mut Problems,
) -> Nation {
    let position = read_position(&mut record, problems);
    Nation {
        name: name_or_id(&key, "name", &mut record, problems),
        nation_type: record.word("type", problems).unwrap_or_default(),
        code: Some(record.text("code", problems)).filter(|code| !code.is_empty()),
        memberships: read_memberships(&key, &mut record, ids, problems),
        drawn_as: record.word("drawn_as", problems).unwrap_or_default(),
        picture: pictures.take(&mut record, problems),
        color: record.color("color", problems),
        tags: record.texts("tags", problems),
        attributes: read_attributes(&mut record, problems),
        notes: record.text("notes", problems),
        pinned: read_pin(position, &mut record, problems),
        position,
        name_offset: record.point("name_offset", OFFSET, is_offset, problems),
        extra: record.unknown_fields(problems),
        key,
    }
}

fn read_pin(
    position: Option<Point>,
    record: &mut RecordReader<'_>,
    problems: &mut Problems,
) -> bool {
    let at = record.offset_of("pinned");
    let pinned = record.flag("pinned", problems);
    if pinned && position.is_none() {
        problems.lose(
            at,
            record.path.field("pinned"),
            "pins a nation that has no position".to_owned(),
            "The pin was left out.",
            "Give the nation a position, or open the map and pin it where it lies.",
        );
    }
    pinned && position.is_some()
}
