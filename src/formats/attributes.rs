//! Attributes of nations and ties: the field `attributes`, a record with names of a person's choice.

use schemars::{Schema, SchemaGenerator, json_schema};
use serde_json::{Number, Value as Json};

use super::record::{Record, as_finite, cut, describe};
use super::report::Report;
use super::tree::{Value, shorten};
use crate::model::{Attribute, Attributes, Extra};

const LEFT_OUT: &str = "The attribute was left out.";

/// Takes the field `attributes` of a record. What no map may hold is reported and left out.
pub(super) fn attributes(record: &mut Record<'_>, report: &mut Report) -> Attributes {
    let Some(record) = record.inner("attributes", report) else { return Attributes::default() };
    let path = record.path;
    let mut attributes = Vec::new();
    for (name, node) in record.fields() {
        let fault = if !Attributes::is_name(&name) {
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
            match attribute(node.value, node.at, || path.field(&name), report) {
                Ok(attribute) => {
                    attributes.push((name.into_owned(), attribute));
                    continue;
                }
                Err(message) => (message, "Correct the attribute, or leave it out."),
            }
        };
        let (message, remedy) = fault;
        report.lose(node.at, path.field(&name), message, LEFT_OUT, remedy);
    }
    attributes.into_iter().collect()
}

/// A value as an attribute, or why it is none.
fn attribute(
    value: Value<'_>,
    at: u32,
    path: impl FnOnce() -> String,
    report: &mut Report,
) -> Result<Attribute, String> {
    match value {
        Value::Text(text) => Ok(Attribute::Text(cut(text, at, path, report))),
        Value::Flag(flag) => Ok(Attribute::Flag(flag)),
        other => as_finite(&other).map(Attribute::Number).ok_or_else(|| {
            let found = describe(&other);
            format!("has {found} where a text, a number, true or false is expected")
        }),
    }
}

/// Attributes as they are written.
pub(super) fn json(attributes: &Attributes) -> Extra {
    let value = |attribute: &Attribute| match attribute {
        Attribute::Text(text) => Json::from(text.as_str()),
        Attribute::Number(number) => Json::Number(number_of(*number)),
        Attribute::Flag(flag) => Json::from(*flag),
    };
    attributes.iter().map(|(name, attribute)| (name.to_owned(), value(attribute))).collect()
}

/// The shortest number that reads back as the same one in double precision; a whole one without a
/// decimal point.
pub(super) fn number_of(value: f64) -> Number {
    /// Up to here every whole number has a place of its own in double precision.
    const EXACT: f64 = 9_007_199_254_740_992.0;
    if value.fract() == 0.0 && value.abs() < EXACT {
        return Number::from(value as i64);
    }
    Number::from_f64(value).unwrap_or_else(|| Number::from(0))
}

/// What the schema says of attributes.
pub(super) fn schema(_: &mut SchemaGenerator) -> Schema {
    json_schema!({
        "type": "object",
        "maxProperties": Attributes::MAX_COUNT,
        "propertyNames": { "minLength": 1, "maxLength": Attributes::MAX_NAME_CHARS },
        "additionalProperties": { "type": ["string", "number", "boolean"] },
        "examples": [{ "gdp": 4.2, "bloc": "west" }],
    })
}
