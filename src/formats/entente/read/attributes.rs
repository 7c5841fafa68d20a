//! Reads the field `attributes` of nations and ties: a record with names of the user's choice.

use super::record::{RecordReader, as_finite_f64, describe, truncate_text};
use crate::formats::json::Value;
use crate::formats::problems::{Problems, shorten};
use crate::model::{Attribute, Attributes};

const LEFT_OUT: &str = "The attribute was left out.";

/// Takes the field `attributes` of a record. What a map may not hold is reported and left out.
pub fn read_attributes(record: &mut RecordReader<'_>, problems: &mut Problems) -> Attributes {
    let Some(record) = record.nested("attributes", problems) else { return Attributes::default() };
    let path = record.path;
    let mut attributes = Vec::new();
    for (name, node) in record.into_fields() {
        let rejected = if !Attributes::is_name(&name) {
            let most = Attributes::MAX_NAME_CHARS;
            let message = format!(
                "names an attribute “{}”, but a name has 1 to {most} characters",
                shorten(&name)
            );
            (message, "Give it a short name.")
        } else if attributes.len() == Attributes::MAX_COUNT {
            let message = format!("has more than {} attributes", Attributes::MAX_COUNT);
            (message, "Take out those that the map doesn't show.")
        } else {
            match to_attribute(node.value, node.at, || path.field(&name), problems) {
                Ok(attribute) => {
                    attributes.push((name.into_owned(), attribute));
                    continue;
                }
                Err(message) => (message, "Correct the attribute, or leave it out."),
            }
        };
        let (message, remedy) = rejected;
        problems.lose(node.at, path.field(&name), message, LEFT_OUT, remedy);
    }
    attributes.into_iter().collect()
}

/// Converts a value to an attribute, or says why that is impossible.
fn to_attribute(
    value: Value<'_>,
    at: u32,
    path: impl FnOnce() -> String,
    problems: &mut Problems,
) -> Result<Attribute, String> {
    match value {
        Value::Text(text) => Ok(Attribute::Text(truncate_text(text, at, path, problems).into())),
        Value::Flag(flag) => Ok(Attribute::Flag(flag)),
        other => as_finite_f64(&other).map(Attribute::Number).ok_or_else(|| {
            let found = describe(&other);
            format!("has {found} where a text, a number, true or false is expected")
        }),
    }
}
