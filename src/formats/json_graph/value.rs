//! What the values of fields are as attributes, texts, numbers and colours.

use crate::formats::json::{Node, Value};
use crate::model::{Attribute, Color};

/// A value as an attribute; `None` where it says nothing. A list of plain values is written with `; `
/// between them; what is nested deeper stays JSON.
pub fn attribute(value: &Value<'_>) -> Option<Attribute> {
    Some(match value {
        Value::Null => return None,
        Value::Flag(flag) => Attribute::Flag(*flag),
        Value::Number(raw) => number(raw),
        Value::Text(text) => Attribute::Text((&**text).into()),
        Value::List(items) if items.is_empty() => return None,
        Value::Object(members) if members.is_empty() => return None,
        Value::List(items) => {
            Attribute::Text(joined(items).unwrap_or_else(|| compact(value)).into())
        }
        Value::Object(_) | Value::Closed(_) => Attribute::Text(compact(value).into()),
    })
}

/// The same of a value that isn't needed any more, whose text is moved.
pub fn into_attribute(value: Value<'_>) -> Option<Attribute> {
    match value {
        Value::Text(text) => Some(Attribute::Text(text.into())),
        other => attribute(&other),
    }
}

/// A number that a map can hold; others, and whole ones that would be rounded, stay as they are written.
fn number(raw: &str) -> Attribute {
    /// Up to here double precision holds every whole number exactly.
    const EXACT: f64 = 9_007_199_254_740_992.0;
    let is_whole = raw.bytes().all(|byte| byte.is_ascii_digit() || byte == b'-');
    match raw.parse::<f64>() {
        Ok(number) if number.is_finite() && !(is_whole && number.abs() >= EXACT) => {
            Attribute::Number(number)
        }
        _ => Attribute::Text(raw.into()),
    }
}

/// A list of plain values as one text, unless one of them has the separator in it.
fn joined(items: &[Node<'_>]) -> Option<String> {
    let texts: Option<Vec<String>> = items.iter().map(|item| scalar(&item.value)).collect();
    let texts = texts?;
    texts.iter().all(|text| !text.contains(';')).then(|| texts.join("; "))
}

/// A text, a number or a flag as text.
pub fn scalar(value: &Value<'_>) -> Option<String> {
    match value {
        Value::Text(text) => Some(text.to_string()),
        Value::Number(raw) => Some((*raw).to_owned()),
        Value::Flag(flag) => Some(flag.to_string()),
        Value::Null | Value::List(_) | Value::Object(_) | Value::Closed(_) => None,
    }
}

/// A finite number, which may stand in quotation marks.
pub fn finite(value: &Value<'_>) -> Option<f64> {
    let number: f64 = match value {
        Value::Number(raw) => raw.parse().ok()?,
        Value::Text(text) => text.trim().parse().ok()?,
        _ => return None,
    };
    number.is_finite().then_some(number)
}

/// Yes or no, which may be written as 1 or 0.
pub fn flag(value: &Value<'_>) -> Option<bool> {
    match value {
        Value::Flag(flag) => Some(*flag),
        Value::Number("1") => Some(true),
        Value::Number("0") => Some(false),
        _ => None,
    }
}

/// Whether a word says that an edge is directed.
pub fn direction(value: &Value<'_>) -> Option<bool> {
    match value {
        Value::Text(word) if word == "directed" => Some(true),
        Value::Text(word) if word == "undirected" || word == "mutual" => Some(false),
        _ => None,
    }
}

/// A colour of three, six or eight hexadecimal digits, of which the last two say how opaque it is.
pub fn color(value: &Value<'_>) -> Option<Color> {
    let Value::Text(text) = value else { return None };
    let digits = text.trim().strip_prefix('#')?;
    if !digits.is_ascii() {
        return None;
    }
    let six = match digits.len() {
        3 => digits.chars().flat_map(|digit| [digit, digit]).collect(),
        6 => digits.to_owned(),
        8 => digits.get(..6)?.to_owned(),
        _ => return None,
    };
    format!("#{six}").parse().ok()
}

/// A value as JSON without any space.
pub fn compact(value: &Value<'_>) -> String {
    let mut text = String::new();
    write_compact(&mut text, value);
    text
}

/// The depth of a value is limited by the parser.
fn write_compact(text: &mut String, value: &Value<'_>) {
    match value {
        Value::Null => text.push_str("null"),
        Value::Flag(flag) => text.push_str(if *flag { "true" } else { "false" }),
        Value::Number(raw) => text.push_str(raw),
        Value::Text(own) => text.push_str(&quoted(own)),
        Value::List(items) => {
            for (index, item) in items.iter().enumerate() {
                text.push(if index == 0 { '[' } else { ',' });
                write_compact(text, &item.value);
            }
            text.push_str(if items.is_empty() { "[]" } else { "]" });
        }
        Value::Object(members) => {
            for (index, member) in members.iter().enumerate() {
                text.push(if index == 0 { '{' } else { ',' });
                text.push_str(&quoted(&member.name));
                text.push(':');
                write_compact(text, &member.node.value);
            }
            text.push_str(if members.is_empty() { "{}" } else { "}" });
        }
        Value::Closed(written) => push_without_space(text, written),
    }
}

/// Adds JSON as it is written, but without the space between its tokens.
fn push_without_space(text: &mut String, written: &str) {
    let (mut is_text, mut is_escaped) = (false, false);
    text.extend(written.chars().filter(|letter| {
        let is_kept = is_text || !letter.is_ascii_whitespace();
        is_text ^= *letter == '"' && !is_escaped;
        is_escaped = *letter == '\\' && !is_escaped;
        is_kept
    }));
}

fn quoted(text: &str) -> String {
    serde_json::Value::from(text).to_string()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::formats::json::parse;

    #[test]
    fn values_are_attributes_as_far_as_a_map_can_hold_them() {
        let text = |text: &str| Some(Attribute::Text(text.into()));
        for (json, expected) in [
            ("null", None),
            ("[]", None),
            ("1.50", Some(Attribute::Number(1.5))),
            ("NaN", text("NaN")),
            ("12345678901234567890", text("12345678901234567890")),
            (r#"["a", 1, true]"#, text("a; 1; true")),
            (r#"["a;b", "c"]"#, text(r#"["a;b","c"]"#)),
            (r#"{"a": {"b": [1, "\n"]}}"#, text(r#"{"a":{"b":[1,"\n"]}}"#)),
        ] {
            assert_eq!(attribute(&parse(json).unwrap().root.value), expected, "{json}");
        }
        let closed = Value::Closed(r#"[ "a \\", "\" b" , { "c" : 1 } ]"#);
        assert_eq!(attribute(&closed), text(r#"["a \\","\" b",{"c":1}]"#));
    }

    #[test]
    fn colours_may_be_short_or_say_how_opaque_they_are() {
        let read = |text: &'static str| color(&Value::Text(text.into()));
        assert_eq!(read("#ff6478fe"), Some(Color::new(0xFF, 0x64, 0x78)));
        assert_eq!(read("#0fA"), Some(Color::new(0, 0xFF, 0xAA)));
        assert_eq!([read("red"), read("#éé"), read("#12345")], [None, None, None]);
    }
}
