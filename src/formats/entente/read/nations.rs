//! Reads nations.

use super::attributes::read_attributes;
use super::id_index::IdIndex;
use super::memberships::read_memberships;
use super::names::name_or_id;
use super::pictures::PictureReader;
use super::record::{RecordReader, as_f32};
use crate::formats::entente::json::Value;
use crate::formats::problems::Problems;
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
        extra: record.unknown_fields(problems),
        key,
    }
}

fn read_position(record: &mut RecordReader<'_>, problems: &mut Problems) -> Option<Point> {
    let node = record.take_field("position")?;
    let expected = "a position “[x, y]”, two numbers from -1000000 to 1000000,";
    record.convert(node, "position", expected, problems, |value| {
        let Value::List(numbers) = &value else { return Err(value) };
        let [x, y] = numbers.as_slice() else { return Err(value) };
        match (as_f32(&x.value), as_f32(&y.value)) {
            (Some(x), Some(y)) if Point::new(x, y).is_usable() => Ok(Point::new(x, y)),
            _ => Err(value),
        }
    })
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
