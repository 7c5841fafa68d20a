//! Several JSON values in one text: a record a line (JSON Lines), texts of a JSON sequence (RFC 7464), or values
//! one after another, as `jq` writes them.

use std::ops::Range;

use crate::formats::json::{self, JsonError};

/// What begins each text of a JSON sequence.
const RECORD_SEPARATOR: char = '\u{1E}';

/// Several values as one list.
#[derive(Debug)]
pub struct JoinedValues {
    /// The list. A byte of it stands one place behind where it stands in the file.
    pub list: String,
    /// What can't be read, and where in the file.
    pub unread: Vec<JsonError>,
}

/// The values of a text as one list; `None` where it isn't several values.
pub fn join(text: &str) -> Option<JoinedValues> {
    let pieces = pieces(text)?;
    let mut list = String::with_capacity(text.len() + 2);
    list.push('[');
    let mut unread = Vec::new();
    let (mut at, mut count) = (0, 0);
    for piece in pieces {
        let value = text.get(piece.clone())?;
        if let Err(error) = json::parse_outline(value) {
            unread.push(fault_of_record(error, piece.start));
            continue;
        }
        // Between two values stands at least one character, of which a comma takes the place.
        fill(&mut list, text.get(at..piece.start)?, count > 0);
        list.push_str(value);
        (at, count) = (piece.end, count + 1);
    }
    list.push(']');
    // A single value among faults, or a few in a text that is none of it, is a broken file.
    (count > 1 && count >= unread.len()).then_some(JoinedValues { list, unread })
}

/// Why a record among others can't be read, which begins at a place.
fn fault_of_record(error: JsonError, begin: usize) -> JsonError {
    let at = error.at + begin;
    match error.message.strip_prefix("ends the file") {
        Some(expected) => JsonError {
            at,
            message: format!("ends the record{expected}"),
            remedy: "Write it whole, and on one line; the record looks cut off.",
        },
        None => JsonError { at, ..error },
    }
}

/// Puts blanks, as long as what stands between two values, and a comma first where one is due.
fn fill(list: &mut String, between: &str, needs_comma: bool) {
    let comma = usize::from(needs_comma);
    list.push_str(if needs_comma { "," } else { "" });
    list.extend(std::iter::repeat_n(' ', between.len().saturating_sub(comma)));
}

/// Where the values stand, without the space around them.
fn pieces(text: &str) -> Option<Vec<Range<usize>>> {
    let start = text.len() - text.trim_start().len();
    if text.get(start..)?.starts_with(RECORD_SEPARATOR) {
        return Some(split(text, RECORD_SEPARATOR));
    }
    let lines = split(text, '\n');
    let first = text.get(lines.first()?.clone())?;
    if is_value(first) {
        return Some(lines);
    }
    one_after_another(text)
}

fn is_value(text: &str) -> bool {
    text.starts_with(['{', '[']) && json::parse_outline(text).is_ok()
}

fn split(text: &str, separator: char) -> Vec<Range<usize>> {
    let mut pieces = Vec::new();
    let mut at = 0;
    for part in text.split(separator) {
        let begin = at + part.len() - part.trim_start().len();
        let end = begin + part.trim().len();
        if begin < end {
            pieces.push(begin..end);
        }
        at += part.len() + separator.len_utf8();
    }
    pieces
}

/// Values of several lines each, by their brackets; `None` where something else stands between them.
fn one_after_another(text: &str) -> Option<Vec<Range<usize>>> {
    let mut pieces: Vec<Range<usize>> = Vec::new();
    let (mut depth, mut begin) = (0_usize, 0);
    let (mut is_text, mut is_escaped) = (false, false);
    for (at, byte) in text.bytes().enumerate() {
        if is_text {
            is_text = is_escaped || byte != b'"';
            is_escaped = byte == b'\\' && !is_escaped;
            continue;
        }
        match byte {
            b'"' if depth > 0 => is_text = true,
            b'{' | b'[' => {
                if depth == 0 {
                    if pieces.last().is_some_and(|last| last.end == at) {
                        return None;
                    }
                    begin = at;
                }
                depth += 1;
            }
            b'}' | b']' => {
                depth = depth.saturating_sub(1);
                if depth == 0 {
                    pieces.push(begin..at + 1);
                }
            }
            b' ' | b'\t' | b'\r' | b'\n' => {}
            _ if depth == 0 => return None,
            _ => {}
        }
    }
    Some(pieces)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_are_joined_where_they_stand() {
        for (text, list) in [
            ("{}\n\n[1]\n", "[{}, [1]]"),
            ("\u{1E}{}\n\u{1E}[\n1]\n", "[ {}, [\n1]]"),
            ("{\n}\n{\"a\": \"}\\\"\"}", "[{\n},{\"a\": \"}\\\"\"}]"),
        ] {
            let joined = join(text).map(|joined| joined.list);
            assert_eq!(joined.as_deref(), Some(list), "{text}");
        }
        assert!(join("{}").is_none());
        assert!(join("{\"a\": 1, \"b\": ").is_none());
        assert!(join("[\n1] [2] x").is_none());
        assert!(join("{\n}{}").is_none());
    }

    #[test]
    fn a_value_that_cannot_be_read_is_named() {
        let joined = join("{}\n{\"a\": }\n{\"b\": 2}\n").expect("two values");
        assert_eq!(joined.list, "[{},        {\"b\": 2}]");
        let unread: Vec<usize> = joined.unread.iter().map(|error| error.at).collect();
        assert_eq!(unread, [9]);
        let joined = join("{}\n{\"a\":\n{}\n").expect("two values");
        assert!(joined.unread[0].message.starts_with("ends the record where"), "{joined:?}");
    }
}
