//! When nodes and edges are there: spells, start and end, timestamps, intervals.

use crate::formats::xml::{XmlReader, finite};
use crate::model::Attribute;

/// A time during which something is there, as written; `None` where it is open.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Spell {
    /// When it begins.
    pub start: Option<String>,
    /// When it ends.
    pub end: Option<String>,
}

/// Whether an attribute of this name says a time.
pub fn says_time(name: &str) -> bool {
    matches!(
        name,
        "start" | "end" | "startopen" | "endopen" | "timestamp" | "timestamps" | "intervals"
    )
}

/// The spells that the attributes of an element say.
pub fn spells(xml: &XmlReader<'_>) -> Vec<Spell> {
    let mut spells = Vec::new();
    let time = |name| xml.attribute(name).and_then(written_time);
    // In 1.1 `startopen` is a flag beside `start`, from 1.2 on a time in its place.
    let (start, end) =
        (time("start").or_else(|| time("startopen")), time("end").or_else(|| time("endopen")));
    if start.is_some() || end.is_some() {
        spells.push(Spell { start, end });
    }
    if let Some(at) = time("timestamp") {
        spells.push(Spell { start: Some(at.clone()), end: Some(at) });
    }
    for at in xml.attribute("timestamps").into_iter().flat_map(times_in) {
        spells.push(Spell { start: Some(at.clone()), end: Some(at) });
    }
    for interval in xml.attribute("intervals").into_iter().flat_map(|text| text.split(';')) {
        let mut times = interval.split(',').map(|time| written_time(bare(time)));
        let (start, end) = (times.next().flatten(), times.next().flatten());
        if start.is_some() || end.is_some() {
            spells.push(Spell { start, end });
        }
    }
    spells
}

/// A time as it is written; `None` for none, for infinity and for a flag.
fn written_time(text: &str) -> Option<String> {
    let text = text.trim();
    let is_none = text.is_empty() || matches!(text, "true" | "false");
    let is_endless = text.parse().is_ok_and(|number: f64| !number.is_finite());
    (!is_none && !is_endless).then(|| text.to_owned())
}

fn times_in(text: &str) -> impl Iterator<Item = String> {
    text.split([',', ';']).filter_map(|time| written_time(bare(time)))
}

fn bare(text: &str) -> &str {
    text.trim().trim_matches(['<', '>', '[', ']', '(', ')'])
}

/// `[1900, 1904]`, and `[1900, …]` where it doesn't end.
pub fn in_words(spell: &Spell) -> String {
    let time = |time: &Option<String>| time.clone().unwrap_or_else(|| "…".to_owned());
    match (&spell.start, &spell.end) {
        (Some(start), Some(end)) if start == end => format!("[{start}]"),
        _ => format!("[{}, {}]", time(&spell.start), time(&spell.end)),
    }
}

/// When the first of some spells starts and when the last one ends; `None` where it is open.
pub fn whole(spells: &[Spell]) -> (Option<Attribute>, Option<Attribute>) {
    let starts: Option<Vec<&str>> = spells.iter().map(|spell| spell.start.as_deref()).collect();
    let ends: Option<Vec<&str>> = spells.iter().map(|spell| spell.end.as_deref()).collect();
    let first = starts.and_then(|times| times.into_iter().min_by(|a, b| compare(a, b)));
    let last = ends.and_then(|times| times.into_iter().max_by(|a, b| compare(a, b)));
    (first.map(value), last.map(value))
}

fn compare(one: &str, other: &str) -> std::cmp::Ordering {
    match (finite(one), finite(other)) {
        (Some(one), Some(other)) => one.total_cmp(&other),
        _ => one.cmp(other),
    }
}

fn value(time: &str) -> Attribute {
    finite(time).map_or_else(|| Attribute::Text(time.into()), Attribute::Number)
}
