//! Names of attributes as keys of GML, which have letters and digits alone and begin with a letter.
//!
//! What had to be changed is noted in the file, in an attribute of the graph whose text is JSON, so that the
//! names read back: `{"node": {"memberOf": "member of"}, "edge": {…}, "graph": {…}}`.

use std::collections::{HashMap, HashSet};

use serde_json::{Map, Value};

use crate::formats::network::Columns;

/// The key of the attribute that says the names.
pub const NAMES_KEY: &str = "attributeNames";

/// Keys that mean something in a graph, a node or an edge.
const RESERVED: [&str; 20] = [
    NAMES_KEY,
    "graph",
    "node",
    "edge",
    "directed",
    "multigraph",
    "id",
    "label",
    "name",
    "source",
    "target",
    "key",
    "weight",
    "graphics",
    "gid",
    "isGroup",
    "LabelGraphics",
    "Creator",
    "Version",
    "comment",
];

/// The keys of some names, in their order.
pub fn keys_of<'a>(names: impl Iterator<Item = &'a str>) -> Vec<String> {
    let mut taken: HashSet<String> = RESERVED.iter().map(|key| key.to_lowercase()).collect();
    let mut numbers: HashMap<String, usize> = HashMap::new();
    names
        .map(|name| {
            let plain = plain_key(name);
            let number = numbers.entry(plain.to_lowercase()).or_insert(1);
            loop {
                let key = match *number {
                    1 => plain.clone(),
                    number => format!("{plain}{number}"),
                };
                *number += 1;
                if taken.insert(key.to_lowercase()) {
                    return key;
                }
            }
        })
        .collect()
}

/// A name without what keys can't have; what followed such a character gets a capital.
fn plain_key(name: &str) -> String {
    let mut key = String::new();
    let mut follows_gap = false;
    for character in name.chars() {
        if !character.is_ascii_alphanumeric() {
            follows_gap = !key.is_empty();
            continue;
        }
        if key.is_empty() && character.is_ascii_digit() {
            key.push('a');
        }
        key.push(if follows_gap { character.to_ascii_uppercase() } else { character });
        follows_gap = false;
    }
    // What reads as a number where a value is expected is no key.
    if key.is_empty() || key.parse::<f64>().is_ok() { format!("a{key}") } else { key }
}

/// The names of those columns that are called otherwise in the file.
pub fn changed<'a>(names: impl Iterator<Item = &'a str>, keys: &[String]) -> Option<Value> {
    let pairs = names.zip(keys).filter(|(name, key)| name != key);
    let names: Map<String, Value> =
        pairs.map(|(name, key)| (key.clone(), Value::from(name))).collect();
    (!names.is_empty()).then_some(Value::Object(names))
}

/// The names of columns.
pub fn names_of(columns: &Columns) -> impl Iterator<Item = &str> {
    columns.iter().map(|(_, name)| name)
}

/// The names that a file says its keys stand for.
#[derive(Default)]
pub struct KeyNames {
    node: HashMap<String, String>,
    edge: HashMap<String, String>,
    graph: HashMap<String, String>,
}

impl KeyNames {
    /// The names in the text of the attribute; `None` if it is something else.
    pub fn read(text: &str) -> Option<Self> {
        let Value::Object(lists) = serde_json::from_str(text).ok()? else { return None };
        let list = |name: &str| match lists.get(name) {
            Some(Value::Object(names)) => names
                .iter()
                .filter_map(|(key, name)| Some((key.clone(), name.as_str()?.to_owned())))
                .collect(),
            _ => HashMap::new(),
        };
        Some(Self { node: list("node"), edge: list("edge"), graph: list("graph") })
    }

    /// The name that a key of a node stands for.
    pub fn of_node<'a>(&'a self, key: &'a str) -> &'a str {
        Self::find(&self.node, key)
    }

    /// The name that a key of an edge stands for.
    pub fn of_edge<'a>(&'a self, key: &'a str) -> &'a str {
        Self::find(&self.edge, key)
    }

    /// The name that a key of the graph stands for.
    pub fn of_graph<'a>(&'a self, key: &'a str) -> &'a str {
        Self::find(&self.graph, key)
    }

    fn find<'a>(names: &'a HashMap<String, String>, key: &'a str) -> &'a str {
        if names.is_empty() { key } else { names.get(key).map_or(key, String::as_str) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_are_letters_and_digits_and_differ() {
        let names = ["member of", "memberOf", "id", "2nd", "日本", "é", "nan", "kind", "Kind"];
        let keys = keys_of(names.into_iter());
        assert_eq!(
            keys,
            ["memberOf", "memberOf2", "id2", "a2nd", "a", "a2", "anan", "kind", "Kind2"]
        );
        let json = changed(names.into_iter(), &keys).unwrap();
        let read = KeyNames::read(&format!("{{\"node\": {json}}}")).unwrap();
        assert_eq!(keys.iter().map(|key| read.of_node(key)).collect::<Vec<_>>(), names);
    }
}
