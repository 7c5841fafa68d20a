//! Reads kinds of tie.

use super::names::name_or_id;
use super::record::RecordReader;
use crate::formats::problems::Problems;
use crate::model::{Color, Kind, Sign};

/// The colour of a kind without one.
const GREY: Color = Color::new(0x6B, 0x72, 0x80);
const USUAL_WIDTH: f32 = 1.5;

/// Reads a kind of tie.
pub fn read_kind(key: String, mut record: RecordReader<'_>, problems: &mut Problems) -> Kind {
    let usable = |width: f32| (0.5..=6.0).contains(&width);
    Kind {
        name: name_or_id(&key, "name", &mut record, problems),
        sign: record.word("sign", problems).unwrap_or_default(),
        color: record.color("color", problems).unwrap_or(GREY),
        dash: record.word("dash", problems).unwrap_or_default(),
        width: record
            .number("width", "a number from 0.5 to 6", usable, problems)
            .unwrap_or(USUAL_WIDTH),
        directed: record.flag("directed", problems),
        extra: record.unknown_fields(problems),
        key,
    }
}

/// A neutral kind, of which only the id is known.
pub fn plain_kind(key: String) -> Kind {
    Kind {
        name: key.clone(),
        key,
        sign: Sign::Neutral,
        color: GREY,
        dash: Default::default(),
        width: USUAL_WIDTH,
        directed: false,
        extra: Default::default(),
    }
}
