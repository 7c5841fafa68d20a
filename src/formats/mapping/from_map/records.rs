//! What a map says as a whole: its heading, its kinds and its sources, as attributes of the network.

use std::collections::{HashMap, HashSet};

use serde_json::{Value, json};

use super::super::own_columns::{AS_OF, DESCRIPTION, KINDS, MEMBER, SOURCES, SUBTITLE, TITLE};
use crate::model::{Attribute, KindId, Map, SourceId};

/// The attributes of the network.
pub fn attributes(map: &Map) -> Vec<(String, Attribute)> {
    let heading = map.heading();
    let as_of = heading.as_of.map_or_else(String::new, |date| date.to_string());
    let texts = [
        (TITLE, heading.title.clone()),
        (SUBTITLE, heading.subtitle.clone()),
        (AS_OF, as_of),
        (DESCRIPTION, heading.notes.clone()),
    ];
    let mut attributes: Vec<(String, Attribute)> = texts
        .into_iter()
        .filter(|(_, text)| !text.is_empty())
        .map(|(name, text)| (name.to_owned(), Attribute::Text(text.into())))
        .collect();
    attributes
        .push((KINDS.to_owned(), Attribute::Text(Value::Array(kinds(map)).to_string().into())));
    if !map.sources().is_empty() {
        attributes.push((
            SOURCES.to_owned(),
            Attribute::Text(Value::Array(sources(map)).to_string().into()),
        ));
    }
    attributes
}

fn kinds(map: &Map) -> Vec<Value> {
    let names = kind_names(map);
    let kind = |(id, kind): (KindId, &crate::model::Kind)| {
        json!({
            "written": names.get(&id),
            "key": kind.key,
            "name": kind.name,
            "sign": kind.sign.name(),
            "color": kind.color.to_string(),
            "dash": kind.dash.name(),
            "width": kind.width,
            "directed": kind.directed,
        })
    };
    map.kinds().iter().map(kind).collect()
}

fn sources(map: &Map) -> Vec<Value> {
    let names = source_names(map);
    let source = |(id, source): (SourceId, &crate::model::Source)| {
        json!({
            "written": names.get(&id),
            "key": source.key,
            "title": source.title,
            "url": source.url,
            "date": source.date.map(|date| date.to_string()),
            "notes": source.notes,
        })
    };
    map.sources().iter().map(source).collect()
}

/// How edges name each kind: by its name, or with its key where another has that name.
pub fn kind_names(map: &Map) -> HashMap<KindId, String> {
    let named = map.kinds().iter().map(|(id, kind)| (id, kind.name.as_str(), kind.key.as_str()));
    unique_names(named, &[MEMBER, ""])
}

/// How edges name each source: by its title, else its address.
pub fn source_names(map: &Map) -> HashMap<SourceId, String> {
    let named = map.sources().iter().map(|(id, source)| {
        let name = if source.title.is_empty() { &source.url } else { &source.title };
        (id, name.as_str(), source.key.as_str())
    });
    unique_names(named, &[""])
}

/// A name for each record that no other has and that isn't reserved.
fn unique_names<'a, I: std::hash::Hash + Eq>(
    records: impl Iterator<Item = (I, &'a str, &'a str)>,
    reserved: &[&str],
) -> HashMap<I, String> {
    let mut taken: HashSet<String> = reserved.iter().map(|&name| name.to_owned()).collect();
    let mut names = HashMap::new();
    for (id, name, key) in records {
        let with_key = if name.is_empty() { key.to_owned() } else { format!("{name} ({key})") };
        let numbered = (2u32..).map(|number| format!("{with_key} {number}"));
        let mut each = [name.to_owned(), with_key.clone()].into_iter().chain(numbered);
        let free = each.find(|name| !taken.contains(name)).unwrap_or_default();
        taken.insert(free.clone());
        names.insert(id, free);
    }
    names
}
