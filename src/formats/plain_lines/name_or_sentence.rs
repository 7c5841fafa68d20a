//! Tells a new name from a sentence that couldn't be read, which must never become a nation.

use std::ops::Range;

use super::meaning::is_known;
use super::plan::Plan;
use super::remark::Remarks;
use super::vocabulary::is_tie_verb;
use super::words::{NAME_WORDS, SENTENCE_WORDS, VERBS};
use crate::formats::vocabulary::kind_words;

/// The most words of a name that is looked for within a text.
const MOST_WORDS: usize = 5;
/// The most words of a text that are looked through.
const MOST_LOOKED_THROUGH: usize = 40;

/// Says so where a text that is no name that is known reads like a sentence or like several names; returns
/// whether it does. One that is a name all the same is put in quotation marks.
pub fn remark_on_sentence(
    plan: &Plan<'_>,
    text: &str,
    year: Option<i32>,
    span: &Range<usize>,
    remarks: &mut Remarks,
) -> bool {
    let words: Vec<&str> = text.split_whitespace().take(MOST_LOOKED_THROUGH).collect();
    if words.len() < 2 {
        return false;
    }
    let names = names_within(plan, &words, year);
    let covered: usize = names.iter().map(|(_, count)| count).sum();
    let is_small =
        |word: &&&str| word.starts_with(char::is_lowercase) && !NAME_WORDS.contains(word);
    let small: Vec<&&str> = words.iter().filter(is_small).collect();
    let is_verb =
        |word: &&&str| VERBS.contains(word) || SENTENCE_WORDS.contains(word) || is_tie_verb(word);
    let is_sentence = small.iter().any(is_verb) && words.len() > 2;
    let is_prose = words.len() > 3 && words.iter().all(|word| word.starts_with(char::is_lowercase));
    let is_list = names.len() > 1 && covered == words.len();
    // “US Security Treaty” is no nation; “Warsaw Pact” may be one.
    let is_tie = !names.is_empty()
        && words.iter().any(|word| kind_words(word.trim_matches(['(', ')'])).is_some());
    if !(is_list || is_sentence || is_prose || is_tie || !names.is_empty() && !small.is_empty()) {
        return false;
    }
    let advice = match &names[..] {
        [(first, _), .., (last, _)] if first != last => {
            format!(
                "Write “{first} – {last}: …” for a tie, “{first} in {last}” for a member, or, if"
            )
        }
        [(first, _), ..] => format!("Write “{first} – …: …” for a tie, or, if"),
        [] => "Write “A – B: …” for a tie, “A in B” for a member, or, if".to_owned(),
    };
    let message = format!(
        "“{text}” can't be read as a name, a tie or members. {advice} it is a name, put it in quotation marks."
    );
    remarks.fault(span.clone(), message);
    true
}

/// The names that are known among these words, the longest at each place, with the number of their words.
fn names_within(plan: &Plan<'_>, words: &[&str], year: Option<i32>) -> Vec<(String, usize)> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < words.len() {
        let most = MOST_WORDS.min(words.len() - at);
        let name = (1..=most).rev().find_map(|count| {
            let text = words[at..at + count].join(" ");
            let text = text.trim_end_matches(['.', '\'', '’']);
            let ends = [words[at], words[at + count - 1]];
            let has_capital = !ends.iter().any(|word| word.starts_with(char::is_lowercase));
            (has_capital && is_known(plan, text, year)).then(|| (text.to_owned(), count))
        });
        at += name.as_ref().map_or(1, |(_, count)| *count);
        found.extend(name);
    }
    found
}
