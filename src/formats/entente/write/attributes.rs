//! Writes the field `attributes` of nations and ties.

use serde_json::Value;

use crate::formats::json::number;
use crate::model::{Attribute, Attributes, Extra};

/// Attributes as they are written.
pub fn file_attributes(attributes: &Attributes) -> Extra {
    let value = |attribute: &Attribute| match attribute {
        Attribute::Text(text) => Value::from(text.as_str()),
        Attribute::Number(number) => Value::Number(number::from_f64(*number)),
        Attribute::Flag(flag) => Value::from(*flag),
    };
    attributes.iter().map(|(name, attribute)| (name.to_owned(), value(attribute))).collect()
}
