//! Searching a map for words, with the best matches first.

use std::cmp::Reverse;

use super::record_fields::{SearchedField, of_kind, of_nation, of_note, of_source, of_tie};
use crate::edit::Target;
use crate::model::{KindId, Map, SourceId};
use crate::names::{Recognition, fold, recognise};

/// What can be found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Hit {
    /// A nation, a tie or a text note.
    Record(Target),
    /// A kind of tie.
    Kind(KindId),
    /// A source.
    Source(SourceId),
}

/// What was found, and by what, where its row wouldn't show that.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Match {
    /// What was found.
    pub hit: Hit,
    /// `since 1955`.
    pub why: Option<String>,
}

/// The codes of the nations that a text may mean: by a name in another language, a former or a short one.
fn codes_meant(text: &str) -> Vec<&'static str> {
    match recognise(text.trim(), None) {
        Recognition::Known(found) => vec![found.nation.code],
        Recognition::Ambiguous(all) => all.iter().map(|found| found.nation.code).collect(),
        Recognition::Unknown => Vec::new(),
    }
}

/// The records in which every word of the query is found, the best first; equally good ones in the order
/// of the map: nations, kinds, sources, text notes, ties. With nothing typed, all nations, notes and ties.
pub fn search<'map>(map: &'map Map, query: &str) -> Vec<Match> {
    let (typed, meant) = (query.trim(), codes_meant(query));
    let query = fold(query);
    let words: Vec<&str> = query.split_whitespace().collect();
    let mut found: Vec<(i32, Match)> = Vec::new();
    let mut look = |hit: Hit, fields: &dyn Fn() -> Vec<SearchedField<'map>>| {
        found.extend(if words.is_empty() {
            Some((0, Match { hit, why: None }))
        } else {
            score(&words, &fields()).map(|(score, why)| (score, Match { hit, why }))
        });
    };
    for (id, nation) in map.nations().iter() {
        look(Hit::Record(Target::Nation(id)), &|| {
            let is_meant = nation.code.as_deref().is_some_and(|code| meant.contains(&code));
            let other_name = is_meant.then(|| SearchedField::other("known as", typed.to_owned()));
            of_nation(map, nation).into_iter().chain(other_name).collect()
        });
    }
    if !words.is_empty() {
        map.kinds().iter().for_each(|(id, kind)| look(Hit::Kind(id), &|| of_kind(kind)));
        map.sources().iter().for_each(|(id, s)| look(Hit::Source(id), &|| of_source(s)));
    }
    for (id, note) in map.text_notes().iter() {
        look(Hit::Record(Target::Note(id)), &|| of_note(note));
    }
    for (id, tie) in map.ties().iter() {
        look(Hit::Record(Target::Tie(id)), &|| of_tie(map, id, tie));
    }
    found.sort_by_key(|(score, _)| Reverse(*score));
    found.into_iter().map(|(_, found)| found).collect()
}

/// The sum of what each word finds in its best field, and what is to be said of the first of these that a
/// row doesn't show; `None` where a word finds nothing.
fn score(words: &[&str], fields: &[SearchedField<'_>]) -> Option<(i32, Option<String>)> {
    let mut sum = 0;
    let mut why = None;
    for word in words {
        let scored = fields.iter().filter_map(|field| Some((field.score(word)?, field)));
        // Of equally good fields the first.
        let (score, field) = scored.rev().max_by_key(|(score, _)| *score)?;
        sum += score;
        why = why.or_else(|| field.why(word));
    }
    Some((sum, why))
}
