//! Reads what was placed by hand: positions, offsets, the places of texts along ties, and text notes.

use super::record::RecordReader;
use crate::formats::problems::Problems;
use crate::model::by_hand::{is_bend, is_offset};
use crate::model::{LabelPlace, Point, TextNote};

/// What is expected of an offset.
pub const OFFSET: &str = "an offset “[x, y]”, two numbers from -10000 to 10000,";

/// Takes the field `position`.
pub fn read_position(record: &mut RecordReader<'_>, problems: &mut Problems) -> Option<Point> {
    let expected = "a position “[x, y]”, two numbers from -1000000 to 1000000,";
    record.point("position", expected, Point::is_usable, problems)
}

/// Takes the field `bend` of a tie.
pub fn read_bend(record: &mut RecordReader<'_>, problems: &mut Problems) -> Option<f32> {
    record.number("bend", "a bend from -4 to 4", is_bend, problems)
}

/// Takes the field `label_place` of a tie; one that doesn't say where on the line it is, is left out.
pub fn read_label_place(
    record: &mut RecordReader<'_>,
    problems: &mut Problems,
) -> Option<LabelPlace> {
    let mut place = record.nested("label_place", problems)?;
    let (at, path) = (place.at, place.path);
    let has_along = place.has("along");
    let fits = |along: f32| (0.0..=1.0).contains(&along);
    let along = place.number("along", "a number from 0 to 1", fits, problems);
    let offset = place.point("offset", OFFSET, is_offset, problems).unwrap_or_default();
    let upright = place.flag("upright", problems);
    if !has_along {
        problems.lose(
            at,
            path.to_text(),
            "has a place without an “along”".to_owned(),
            "The text finds its place by itself.",
            "Give it an “along” from 0 at the tie's first end to 1 at its second.",
        );
    }
    Some(LabelPlace { along: along?, offset, upright })
}

/// Reads the text notes. One without a usable position is left out.
pub fn read_text_notes(
    records: Vec<(String, RecordReader<'_>)>,
    problems: &mut Problems,
) -> Vec<TextNote> {
    records.into_iter().filter_map(|(key, record)| read_text_note(key, record, problems)).collect()
}

fn read_text_note(
    key: String,
    mut record: RecordReader<'_>,
    problems: &mut Problems,
) -> Option<TextNote> {
    let (at, path) = (record.at, record.path);
    let position = read_position(&mut record, problems);
    if position.is_none() {
        problems.lose(
            at,
            path.to_text(),
            "has a text note without a position".to_owned(),
            "The note was left out.",
            "Give it a position, such as [0, 0].",
        );
    }
    let within = |range: std::ops::RangeInclusive<f32>| move |value: f32| range.contains(&value);
    let width =
        record.number("width", "a number from 40 to 2000", within(TextNote::WIDTHS), problems);
    let size = record.number("size", "a number from 6 to 96", within(TextNote::SIZES), problems);
    Some(TextNote {
        key,
        text: record.text("text", problems),
        position: position?,
        width: width.unwrap_or(TextNote::WIDTH),
        size: size.unwrap_or(TextNote::SIZE),
        extra: record.unknown_fields(problems),
    })
}
