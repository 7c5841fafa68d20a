//! The list of sources at the foot of a page, in the rows that it may take.
//!
//! Where not all have room, those that the most ties rest on stay, in the order of the map and with the numbers that they
//! have there; the others are counted.

use crate::model::{Map, Source, SourceId};
use crate::scene::{Weight, heading, text};
use std::collections::{BTreeMap, BTreeSet};

/// A source as the list names it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct ListedSource {
    /// Its number on the map, from 1.
    number: usize,
    text: String,
    /// How many ties rest on it.
    ties: usize,
}

/// A run of a row: its text, its x from the left, and its weight.
pub(super) type Run = (String, f32, Weight);

/// The list as it is set.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct SourceRows {
    pub(super) rows: Vec<Vec<Run>>,
    /// How many sources have no room, or none for all of their words.
    pub(super) unlisted: usize,
}

/// The room for the list.
#[derive(Clone, Copy)]
pub(super) struct SourceRoom {
    /// The type size.
    pub(super) size: f32,
    pub(super) width: f32,
    pub(super) rows: usize,
}

/// The sources of a map, in its order.
pub(super) fn listed_sources(map: &Map) -> Vec<ListedSource> {
    let mut ties: BTreeMap<SourceId, usize> = BTreeMap::new();
    for (_, tie) in map.ties().iter() {
        let own: BTreeSet<SourceId> =
            tie.evidence.iter().filter_map(|evidence| evidence.source).collect();
        own.into_iter().for_each(|source| *ties.entry(source).or_default() += 1);
    }
    let all = map.sources().iter().zip(heading::sources(map)).enumerate();
    let listed = |(index, ((id, _), text)): (usize, ((SourceId, &Source), String))| ListedSource {
        number: index + 1,
        text,
        ties: ties.get(&id).copied().unwrap_or_default(),
    };
    all.map(listed).collect()
}

/// Sets the sources in a room, as many as it holds, behind a sentence that may stand before them.
pub(super) fn source_rows(before: &str, sources: &[ListedSource], room: SourceRoom) -> SourceRows {
    let all: Vec<&ListedSource> = sources.iter().collect();
    let set = |sources: &[&ListedSource], others| set(before, sources, others, room);
    if let Some(rows) = set(&all, 0) {
        return SourceRows { rows, unlisted: 0 };
    }
    let mut by_ties = all;
    by_ties.sort_by_key(|source| std::cmp::Reverse(source.ties));
    let first = |count: usize| {
        let mut first = by_ties[..count].to_vec();
        first.sort_by_key(|source| source.number);
        set(&first, sources.len() - count)
    };
    let counts: Vec<usize> = (1..sources.len()).collect();
    let count = counts.partition_point(|count| first(*count).is_some());
    match first(count).filter(|_| count > 0) {
        Some(rows) => SourceRows { rows, unlisted: sources.len() - count },
        None => {
            let first = by_ties.first().copied();
            SourceRows { rows: cut(before, first, room), unlisted: sources.len() }
        }
    }
}

/// Sources in rows, with the number of the others; `None` where they take more rows than there may be.
fn set(
    before: &str,
    sources: &[&ListedSource],
    others: usize,
    room: SourceRoom,
) -> Option<Vec<Vec<Run>>> {
    let mut rows = Rows { room, rows: Vec::new(), x: f32::INFINITY };
    let more = (others > 0).then(|| format!("and {others} more."));
    let more = more.iter().flat_map(|more| words(more));
    let own = sources.iter().flat_map(|source| source.words());
    let title = title(!sources.is_empty());
    let mut all = words(before).chain(title).chain(own).chain(more);
    all.all(|(word, weight)| rows.add(&word, weight)).then_some(rows.rows)
}

/// As much of one source, or of what stands before it, as there is room for.
fn cut(before: &str, source: Option<&ListedSource>, room: SourceRoom) -> Vec<Vec<Run>> {
    let mut rows = Rows { room, rows: Vec::new(), x: f32::INFINITY };
    let own = source.iter().flat_map(|source| source.words());
    let mut all = words(before).chain(title(source.is_some())).chain(own);
    let is_whole = all.all(|(word, weight)| rows.add(&word, weight));
    let last = rows.rows.last_mut().and_then(|row| row.last_mut());
    if let Some((last, _, _)) = last.filter(|_| !is_whole) {
        last.push_str(" …");
    }
    rows.rows
}

/// The title of the sources, where there are any.
fn title(has_sources: bool) -> Option<(String, Weight)> {
    has_sources.then(|| ("Sources".to_owned(), Weight::SemiBold))
}

fn words(text: &str) -> impl Iterator<Item = (String, Weight)> {
    text.split(' ').filter(|word| !word.is_empty()).map(|word| (word.to_owned(), Weight::Regular))
}

impl ListedSource {
    /// Its number and its words, with a full stop.
    fn words(&self) -> impl Iterator<Item = (String, Weight)> {
        let stop = if self.text.ends_with(['.', '!', '?', '…']) { "" } else { "." };
        let text = format!("{}{stop}", self.text);
        let own: Vec<_> = words(&text).collect();
        std::iter::once((self.number.to_string(), Weight::SemiBold)).chain(own)
    }
}

/// Rows that are filled word by word.
struct Rows {
    room: SourceRoom,
    rows: Vec<Vec<Run>>,
    /// Where the last row ends.
    x: f32,
}

impl Rows {
    /// Adds a word; `false` where it has no room.
    fn add(&mut self, word: &str, weight: Weight) -> bool {
        let SourceRoom { size, width: limit, rows: most } = self.room;
        let space = size * 0.26;
        let word = text::ellipsis(word, size, weight, limit);
        let width = text::width(&word, size, weight);
        let gap = if weight == Weight::SemiBold { 3.0 * space } else { space };
        if self.x + gap + width > limit {
            if self.rows.len() == most {
                return false;
            }
            self.rows.push(vec![(word, 0.0, weight)]);
            self.x = width;
            return true;
        }
        let Some(row) = self.rows.last_mut() else { return false };
        match row.last_mut() {
            Some((run, _, last)) if *last == weight => {
                run.push(' ');
                run.push_str(&word);
                self.x += space + width;
            }
            _ => {
                row.push((word, self.x + gap, weight));
                self.x += gap + width;
            }
        }
        true
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sources(ties: &[usize]) -> Vec<ListedSource> {
        let source = |(index, ties): (usize, &usize)| ListedSource {
            number: index + 1,
            text: format!("Source of {ties} ties"),
            ties: *ties,
        };
        ties.iter().enumerate().map(source).collect()
    }

    fn told(sources: &[ListedSource], rows: usize, width: f32) -> (String, usize) {
        let set = source_rows("", sources, SourceRoom { size: 10.0, width, rows });
        assert!(set.rows.len() <= rows);
        let runs = set.rows.iter().flatten().map(|(text, _, _)| text.as_str());
        (runs.collect::<Vec<_>>().join(" "), set.unlisted)
    }

    #[test]
    fn all_sources_are_named_where_there_is_room() {
        let (words, unlisted) = told(&sources(&[3, 1]), 2, 400.0);
        assert_eq!(
            (words.as_str(), unlisted),
            ("Sources 1 Source of 3 ties. 2 Source of 1 ties.", 0)
        );
        assert_eq!(told(&[], 2, 400.0), (String::new(), 0));
    }

    #[test]
    fn those_that_most_ties_rest_on_stay_and_the_others_are_counted() {
        let (words, unlisted) = told(&sources(&[1, 9, 2, 1, 8, 1]), 1, 330.0);
        assert_eq!(words, "Sources 2 Source of 9 ties. 5 Source of 8 ties. and 4 more.");
        assert_eq!(unlisted, 4);
    }

    #[test]
    fn a_sentence_stands_before_the_sources_and_alone_where_there_are_none() {
        let room = SourceRoom { size: 10.0, width: 400.0, rows: 2 };
        let told = |sources: &[ListedSource]| {
            let set = source_rows("Ties of 1986.", sources, room);
            let runs = set.rows.into_iter().flatten().map(|(text, _, _)| text);
            runs.collect::<Vec<_>>().join(" ")
        };
        assert_eq!(told(&[]), "Ties of 1986.");
        assert_eq!(told(&sources(&[3])), "Ties of 1986. Sources 1 Source of 3 ties.");
    }

    #[test]
    fn a_source_without_room_is_cut_and_counted() {
        let (words, unlisted) = told(&sources(&[1]), 1, 60.0);
        assert!(words.ends_with('…'), "{words}");
        assert_eq!(unlisted, 1);
    }
}
