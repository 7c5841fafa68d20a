//! Converts JSON values: to numbers, to words for a message, and to the form in which unknown fields
//! are kept.

use serde_json::Number;

use crate::formats::json::{Node, Value};
use crate::formats::problems::shorten;

/// A number in single precision, which may be infinite or NaN.
pub fn as_f32(value: &Value<'_>) -> Option<f32> {
    match value {
        Value::Number(raw) => raw.parse().ok(),
        _ => None,
    }
}

/// A number in double precision; `None` if it is infinite or NaN.
pub fn as_finite_f64(value: &Value<'_>) -> Option<f64> {
    match value {
        Value::Number(raw) => raw.parse().ok().filter(|number: &f64| number.is_finite()),
        _ => None,
    }
}

/// Describes a value for a message.
pub fn describe(value: &Value<'_>) -> String {
    match value {
        Value::Null => "null".to_owned(),
        Value::Flag(flag) => flag.to_string(),
        Value::Number(raw) => format!("the number {}", shorten(raw)),
        Value::Text(text) => format!("the text “{}”", shorten(text)),
        Value::List(nodes) if nodes.len() <= 4 && nodes.iter().all(is_number) => {
            let numbers: Vec<String> = nodes.iter().filter_map(raw_number).collect();
            format!("[{}]", numbers.join(", "))
        }
        Value::List(_) => "a list".to_owned(),
        Value::Object(_) | Value::Closed(_) => "a record".to_owned(),
    }
}

fn is_number(node: &Node<'_>) -> bool {
    matches!(node.value, Value::Number(_))
}

fn raw_number(node: &Node<'_>) -> Option<String> {
    match node.value {
        Value::Number(raw) => Some(shorten(raw).into_owned()),
        _ => None,
    }
}

/// A value as it is kept; `None` if it holds a number that JSON can't hold, or is nested too deeply.
pub fn to_json(node: Node<'_>, depth: usize) -> Option<serde_json::Value> {
    let inside = depth.checked_sub(1)?;
    Some(match node.value {
        // Nothing of a map is closed: it is parsed as a whole.
        Value::Null | Value::Closed(_) => serde_json::Value::Null,
        Value::Flag(flag) => flag.into(),
        Value::Number(raw) => serde_json::Value::Number(nearest_number(raw)?),
        Value::Text(text) => text.into_owned().into(),
        Value::List(nodes) => {
            nodes.into_iter().map(|node| to_json(node, inside)).collect::<Option<Vec<_>>>()?.into()
        }
        Value::Object(members) => members
            .into_iter()
            .map(|member| Some((member.name.into_owned(), to_json(member.node, inside)?)))
            .collect::<Option<serde_json::Map<_, _>>>()?
            .into(),
    })
}

/// The nearest number that can be held; `serde_json` alone may be off by the last digit.
fn nearest_number(raw: &str) -> Option<Number> {
    let whole =
        raw.parse::<i64>().map(Number::from).or_else(|_| raw.parse::<u64>().map(Number::from));
    whole.ok().or_else(|| Number::from_f64(raw.parse().ok()?))
}
