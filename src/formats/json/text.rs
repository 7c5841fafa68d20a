//! Writes JSON text for people: indented by two spaces, but lists of plain values, and objects with a
//! single plain value, on one line.

use std::fmt::Write as _;

use serde_json::Value;

/// The text of a value, with a line feed at the end.
pub fn to_text(value: &Value) -> String {
    let mut text = String::new();
    write_value(&mut text, value, 0);
    text.push('\n');
    text
}

fn write_value(text: &mut String, value: &Value, depth: usize) {
    match value {
        Value::Array(values) if values.iter().all(is_plain) => {
            text.push('[');
            for (index, value) in values.iter().enumerate() {
                text.push_str(if index == 0 { "" } else { ", " });
                write_plain(text, value);
            }
            text.push(']');
        }
        Value::Array(values) => {
            text.push('[');
            for (index, value) in values.iter().enumerate() {
                new_line(text, index, depth + 1);
                write_value(text, value, depth + 1);
            }
            new_line(text, 0, depth);
            text.push(']');
        }
        Value::Object(members) if members.len() < 2 && members.values().all(is_plain) => {
            text.push('{');
            for (name, value) in members {
                let _infallible = write!(text, "{}: ", Value::from(name.as_str()));
                write_plain(text, value);
            }
            text.push('}');
        }
        Value::Object(members) => {
            text.push('{');
            for (index, (name, value)) in members.iter().enumerate() {
                new_line(text, index, depth + 1);
                let _infallible = write!(text, "{}: ", Value::from(name.as_str()));
                write_value(text, value, depth + 1);
            }
            new_line(text, 0, depth);
            text.push('}');
        }
        plain => write_plain(text, plain),
    }
}

fn is_plain(value: &Value) -> bool {
    !value.is_array() && !value.is_object()
}

fn write_plain(text: &mut String, value: &Value) {
    let _infallible = write!(text, "{value}");
}

fn new_line(text: &mut String, index: usize, depth: usize) {
    text.push_str(if index == 0 { "\n" } else { ",\n" });
    text.extend(std::iter::repeat_n("  ", depth));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn points_and_targets_stand_on_one_line() {
        let value = serde_json::json!({
            "position": [12.5, -3], "to": {"tie": "a"}, "none": [], "list": [{"a": 1, "b": "\n"}],
        });
        let text = to_text(&value);
        assert_eq!(
            text,
            "{\n  \"position\": [12.5, -3],\n  \"to\": {\"tie\": \"a\"},\n  \"none\": [],\n  \
             \"list\": [\n    {\n      \"a\": 1,\n      \"b\": \"\\n\"\n    }\n  ]\n}\n"
        );
        assert_eq!(serde_json::from_str::<Value>(&text).ok(), Some(value));
    }
}
