//! The kinds and sources that Entente wrote into a network, as JSON in its attributes.

use serde_json::{Value, from_str};

use super::super::own_columns::{KINDS, SOURCES};
use super::super::value_words::text;
use crate::formats::limits::{MAX_KINDS, MAX_SOURCES};
use crate::formats::network::Network;
use crate::model::{Dash, Extra, Kind, Sign, Source};

/// A kind that Entente wrote.
pub struct OwnKind {
    /// How edges name it.
    pub written: String,
    /// The kind.
    pub kind: Kind,
}

/// A source that Entente wrote.
pub struct OwnSource {
    /// How edges name it.
    pub written: String,
    /// The source.
    pub source: Source,
}

/// The kinds that Entente wrote into a network.
pub fn own_kinds(network: &Network) -> Vec<OwnKind> {
    records(network, KINDS, MAX_KINDS)
        .iter()
        .enumerate()
        .filter_map(|(at, value)| kind(value, at))
        .collect()
}

/// The sources that Entente wrote into a network.
pub fn own_sources(network: &Network) -> Vec<OwnSource> {
    let all = records(network, SOURCES, MAX_SOURCES);
    let mut taken = std::collections::HashSet::new();
    let read = |(at, value)| {
        let mut own = source(value);
        if own.source.key.is_empty() || !taken.insert(own.source.key.clone()) {
            own.source.key = format!("source {}", at + 1);
            taken.insert(own.source.key.clone());
        }
        own
    };
    all.iter().enumerate().map(read).collect()
}

fn records(network: &Network, name: &str, most: usize) -> Vec<Value> {
    let written = network.attributes.iter().find(|(own, _)| own == name);
    let list = written.and_then(|(_, value)| from_str::<Vec<Value>>(&text(value)).ok());
    let mut list = list.unwrap_or_default();
    list.truncate(most);
    list
}

fn word(value: &Value, name: &str) -> String {
    value.get(name).and_then(Value::as_str).unwrap_or_default().to_owned()
}

fn kind(value: &Value, at: usize) -> Option<OwnKind> {
    let sign = word(value, "sign");
    let dash = word(value, "dash");
    let kind = Kind {
        key: Some(word(value, "key"))
            .filter(|key| !key.is_empty())
            .unwrap_or_else(|| format!("kind {at}")),
        name: word(value, "name"),
        sign: Sign::ALL.into_iter().find(|known| known.name() == sign).unwrap_or_default(),
        color: word(value, "color").parse().unwrap_or_default(),
        dash: Dash::ALL.into_iter().find(|known| known.name() == dash).unwrap_or_default(),
        width: value
            .get("width")
            .and_then(Value::as_f64)
            .map_or(1.5, |w| (w as f32).clamp(0.5, 6.0)),
        directed: value.get("directed").and_then(Value::as_bool).unwrap_or_default(),
        extra: Extra::new(),
    };
    value.is_object().then(|| OwnKind { written: word(value, "written"), kind })
}

fn source(value: &Value) -> OwnSource {
    let source = Source {
        key: word(value, "key"),
        title: word(value, "title"),
        url: word(value, "url"),
        date: word(value, "date").parse().ok(),
        notes: word(value, "notes"),
        extra: Extra::new(),
    };
    OwnSource { written: word(value, "written"), source }
}
