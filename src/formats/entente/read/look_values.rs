//! The types of values that the rules of a look give: colours, radii, widths and dashes.

use super::record::as_f32;
use crate::formats::entente::enum_words::EnumWord;
use crate::formats::json::Value;
use crate::model::{Color, Dash, Look};

/// A type of values.
pub struct ValueType<V> {
    /// What is expected, for messages.
    pub expected: &'static str,
    /// Reads one; `None` if it isn't one or is out of range.
    pub read: fn(&Value<'_>) -> Option<V>,
    /// The usual ends of a range: the low one and the high one.
    pub usual: [V; 2],
}

pub const COLOR: ValueType<Color> = ValueType {
    expected: "a colour such as “#1B6CA8”",
    read: |value| if let Value::Text(text) = value { text.parse().ok() } else { None },
    usual: Look::COLORS,
};
pub const RADIUS: ValueType<f32> = ValueType {
    expected: "a radius from 4 to 60",
    read: |value| as_f32(value).filter(|radius| Look::is_radius(*radius)),
    usual: Look::RADII,
};
pub const WIDTH: ValueType<f32> = ValueType {
    expected: "a width from 0.5 to 6",
    read: |value| as_f32(value).filter(|width| Look::is_width(*width)),
    usual: Look::WIDTHS,
};
pub const DASH: ValueType<Dash> = ValueType {
    expected: Dash::EXPECTED,
    read: |value| if let Value::Text(text) = value { Dash::from_word(text) } else { None },
    usual: [Dash::Solid, Dash::Dotted],
};
