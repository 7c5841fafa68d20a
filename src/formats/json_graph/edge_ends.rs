//! The fields in which a record names its ends, where these aren't the usual two.

use super::field_names::{
    END_STEMS, ENDS, MEMBER_LISTS, OTHER_ENDS, is_one_of, known_as_nation, squashed,
};
use super::value::scalar;
use crate::formats::json::{Member, Value};

/// Where the ends of an edge stand, by the places of their fields.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EndFields {
    /// From each node that one field names to each that another one does.
    Each(usize, usize),
    /// Among all nodes that a field lists.
    Among(usize),
}

/// Beginnings and endings of two names of which the rest is the same.
const PREFIXES: [(&str, &str); 13] = [
    ("from", "to"),
    ("source", "target"),
    ("src", "dst"),
    ("start", "end"),
    ("origin", "destination"),
    ("first", "second"),
    ("sender", "receiver"),
    ("reporter", "partner"),
    ("exporter", "importer"),
    ("donor", "recipient"),
    ("initiator", "target"),
    ("a", "b"),
    ("n", "m"),
];
const SUFFIXES: [(&str, &str); 4] = [("1", "2"), ("a", "b"), ("one", "two"), ("i", "j")];

impl EndFields {
    /// The fields of a record that name its ends.
    pub fn find(fields: &[Member<'_>]) -> Option<Self> {
        by_plural(fields)
            .or_else(|| among(fields).map(Self::Among))
            .or_else(|| by_other_words(fields))
            .or_else(|| by_stem(fields))
    }
}

fn place(fields: &[Member<'_>], is_it: impl Fn(&str) -> bool) -> Option<usize> {
    fields.iter().position(|field| is_it(&field.name) && names_nodes(&field.node.value))
}

fn names_nodes(value: &Value<'_>) -> bool {
    match value {
        Value::Text(text) => !text.is_empty(),
        Value::Number(_) | Value::Object(_) => true,
        Value::List(items) => !items.is_empty(),
        Value::Null | Value::Flag(_) | Value::Closed(_) => false,
    }
}

/// `source` and `targets`, `sources` and `targets`.
fn by_plural(fields: &[Member<'_>]) -> Option<EndFields> {
    let is_it = |word: &str| {
        let word = word.to_owned();
        move |name: &str| {
            let name = name.to_ascii_lowercase();
            name.strip_suffix('s').unwrap_or(&name) == word || name == word
        }
    };
    ENDS.iter().find_map(|(from, to)| {
        Some(EndFields::Each(place(fields, is_it(from))?, place(fields, is_it(to))?))
    })
}

/// A list of two or more nodes, or a text that names as many nations.
fn among(fields: &[Member<'_>]) -> Option<usize> {
    fields.iter().position(|field| {
        is_one_of(&MEMBER_LISTS, &field.name)
            && match &field.node.value {
                Value::List(items) => items.len() > 1,
                Value::Text(text) => members_in(text).is_some(),
                _ => false,
            }
    })
}

/// The nodes that a text lists: between semicolons, or nations between commas.
pub fn members_in(text: &str) -> Option<Vec<&str>> {
    let parts = |separator: char| -> Vec<&str> {
        text.split(separator).map(str::trim).filter(|part| !part.is_empty()).collect()
    };
    let (by_semicolon, by_comma) = (parts(';'), parts(','));
    if by_semicolon.len() > 1 {
        return Some(by_semicolon);
    }
    (by_comma.len() > 1 && by_comma.iter().all(|part| known_as_nation(part))).then_some(by_comma)
}

fn by_other_words(fields: &[Member<'_>]) -> Option<EndFields> {
    OTHER_ENDS.iter().find_map(|(from, to)| {
        let is_it = |word: &'static str| move |name: &str| squashed(name) == word;
        Some(EndFields::Each(place(fields, is_it(from))?, place(fields, is_it(to))?))
    })
}

/// The names that go with one, and what both have in common: `country1` with `country2`, `from_state` with
/// `to_state`. Both without signs and capitals.
fn counterparts(name: &str) -> impl Iterator<Item = (&str, String)> {
    let by_suffix = SUFFIXES.iter().filter_map(move |(one, other)| {
        let stem = name.strip_suffix(one)?;
        Some((stem, format!("{stem}{other}")))
    });
    let by_prefix = PREFIXES.iter().filter_map(move |(one, other)| {
        let stem = name.strip_prefix(one)?;
        Some((stem, format!("{other}{stem}")))
    });
    by_suffix.chain(by_prefix)
}

/// `country1` and `country2`, `State A` and `State B`, `from_country` and `to_country`.
fn by_stem(fields: &[Member<'_>]) -> Option<EndFields> {
    let names: Vec<String> = fields.iter().map(|field| squashed(&field.name)).collect();
    names.iter().enumerate().find_map(|(from, name)| {
        counterparts(name).find_map(|(stem, other)| {
            let to = names.iter().position(|name| *name == other)?;
            let are_nodes = [from, to].iter().filter_map(|place| fields.get(*place)).all(|field| {
                let value = &field.node.value;
                let is_known = || scalar(value).is_some_and(|text| known_as_nation(&text));
                let is_text = matches!(value, Value::Text(_));
                names_nodes(value) && (END_STEMS.contains(&stem) || is_text && is_known())
            });
            are_nodes.then_some(EndFields::Each(from, to))
        })
    })
}

/// Whether two of some columns are called as ends are.
pub fn names_two_ends(names: &[String]) -> bool {
    let names: Vec<String> = names.iter().map(|name| squashed(name)).collect();
    // A letter is more often a node than what a column is called.
    let has = |word: &str| word.len() > 1 && names.iter().any(|name| *name == squashed(word));
    ENDS.iter().chain(&OTHER_ENDS).any(|(from, to)| has(from) && has(to))
        || names.iter().any(|name| {
            counterparts(name).any(|(stem, other)| END_STEMS.contains(&stem) && has(&other))
        })
}

/// The two nodes that a text names, such as `France -> Germany`, and whether it says a direction. Where nothing
/// but a hyphen stands between them, `is_node` has to know both.
pub fn ends_in_text(
    text: &str,
    is_node: impl Fn(&str) -> bool,
) -> Option<(&str, &str, Option<bool>)> {
    const LINES: [(&str, Option<bool>); 11] = [
        ("<->", Some(false)),
        ("↔", Some(false)),
        ("<-->", Some(false)),
        ("-->", Some(true)),
        ("->", Some(true)),
        ("=>", Some(true)),
        ("→", Some(true)),
        ("--", Some(false)),
        (" – ", None),
        (" - ", None),
        ("–", None),
    ];
    let halves = |line: &str| {
        let (from, to) = text.split_once(line)?;
        let (from, to) = (from.trim(), to.trim());
        (!from.is_empty() && !to.is_empty()).then_some((from, to))
    };
    let by_line = LINES.iter().find_map(|(line, directed)| {
        let (from, to) = halves(line)?;
        Some((from, to, *directed))
    });
    let sure = |(from, to): &(&str, &str)| is_node(from) && is_node(to);
    by_line.or_else(|| {
        let (from, to) = ["-", "_", "|", "/"].into_iter().filter_map(halves).find(sure)?;
        Some((from, to, None))
    })
}
