//! Reads properties, which rules follow: a word, or `{"attribute": "gdp"}`.

use super::record::{RecordReader, describe};
use crate::formats::entente::property_words::PropertyWord;
use crate::formats::json::Value;
use crate::formats::problems::{Problems, shorten};
use crate::model::Attributes;

/// Takes the field `name`, which is a property.
pub fn read_property<P: PropertyWord>(
    record: &mut RecordReader<'_>,
    name: &'static str,
    problems: &mut Problems,
) -> Option<P> {
    let node = record.take_field(name)?;
    match &node.value {
        Value::Text(text) => {
            let property = P::from_word(&text.trim().to_lowercase());
            if property.is_none() {
                record.lose_unknown_word(node.at, name, text, P::EXPECTED, P::WORDS, problems);
            }
            property
        }
        Value::Object(_) => {
            let mut named = RecordReader::open(node, record.path.nested(name), problems)?;
            let attribute = named.text("attribute", problems);
            if Attributes::is_name(&attribute) {
                return Some(P::from_attribute(attribute));
            }
            let message = format!("names no attribute, “{}”", shorten(&attribute));
            let remedy = "Write {\"attribute\": NAME} with the name of an attribute.";
            let path = named.path.to_text();
            problems.lose(named.at, path, message, "The field was left out.", remedy);
            None
        }
        other => {
            let message = format!("has {} where {} is expected", describe(other), P::EXPECTED);
            let remedy = "Write a word, or {\"attribute\": NAME}.";
            let path = record.path.field(name);
            problems.lose(node.at, path, message, "The field was left out.", remedy);
            None
        }
    }
}
