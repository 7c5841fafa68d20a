//! Ties written as a sentence: `France is allied with Russia since 1894`, `France and Russia are
//! allied`, `USA is concerned about (USSR – Cuba)`; and as a row of a table: `France, Russia, allied`.

use super::Reading;
use super::details::{read_details, read_details_alone};
use super::plan::Plan;
use super::remark::Remarks;
use super::ties::{cut_details, read_ends, read_pairs};
use super::token::{Link, Sign, Token};
use super::vocabulary::{read_kind, read_status};
use super::when::word_at;

/// Words that may stand between a nation and the kind of its tie.
const VERBS: [&str; 17] = [
    "is",
    "are",
    "was",
    "were",
    "be",
    "been",
    "has",
    "have",
    "had",
    "made",
    "makes",
    "formed",
    "form",
    "concluded",
    "signed",
    "signs",
    "sign",
];
/// Words that may stand between a verb and the kind.
const ARTICLES: [&str; 3] = ["a", "an", "in"];
/// Words that may stand between the kind and the other nation.
const PREPOSITIONS: [&str; 8] =
    ["with", "to", "about", "against", "towards", "toward", "over", "between"];

/// The part of a sentence that says which kind of tie it is about.
struct Phrase {
    start: usize,
    end: usize,
    /// What it says of the tie.
    said: Vec<Token>,
    /// Whether the other nation follows.
    has_other: bool,
}

/// Reads a line without a sign between its ends; `None` if it isn't about a tie.
pub fn read_sentence(
    reading: &Reading<'_>,
    tokens: &[Token],
    plan: &mut Plan<'_>,
    remarks: &mut Remarks,
) -> Option<Vec<String>> {
    let line = reading.line;
    if let Some((names, said)) = table_row(line, tokens, plan) {
        let details = read_details(line, said, plan.map, remarks);
        return Some(read_pairs(reading, names, &details, plan, remarks));
    }
    let phrase = (0..tokens.len()).find_map(|at| phrase_at(line, tokens, at, plan))?;
    let (left, rest) = (&tokens[..phrase.start], &tokens[phrase.end..]);
    let mut said = phrase.said;
    if !phrase.has_other {
        said.extend_from_slice(rest);
        let details = read_details(line, &said, plan.map, remarks);
        return Some(read_pairs(reading, left, &details, plan, remarks));
    }
    let right = cut_details(line, rest, 0, plan).map_or(rest, |(names, _)| names);
    said.extend_from_slice(&rest[right.len()..]);
    let details = read_details(line, &said, plan.map, remarks);
    if left.is_empty() {
        return Some(read_pairs(reading, right, &details, plan, remarks));
    }
    let span = tokens[phrase.start].span.clone();
    let link = [Token { sign: Sign::Link(Link::Dash), span }];
    Some(read_ends(reading, &[left, &link, right].concat(), &details, plan, remarks))
}

/// The names and the details of `France, Russia, allied, 1894`.
fn table_row<'t>(
    line: &str,
    tokens: &'t [Token],
    plan: &Plan<'_>,
) -> Option<(&'t [Token], &'t [Token])> {
    let commas = (2..tokens.len()).filter(|at| tokens[*at].sign == Sign::Comma);
    commas.into_iter().find_map(|at| {
        let (names, said) = (&tokens[..at], &tokens[at + 1..]);
        let details = read_details_alone(line, said, plan.map)?;
        let has_two = names.iter().any(|t| matches!(t.sign, Sign::Comma | Sign::And));
        (details.kind.is_some() && has_two).then_some((names, said))
    })
}

/// The phrase that begins at a token: `signed a preliminary pact with`, `are allied`.
fn phrase_at(line: &str, tokens: &[Token], start: usize, plan: &Plan<'_>) -> Option<Phrase> {
    let word = |at: usize| word_at(line, tokens, at).map(str::to_lowercase);
    let is_one = |at: usize, words: &[&str]| word(at).is_some_and(|w| words.contains(&w.as_str()));
    let mut at = start;
    let mut said = Vec::new();
    let mut has_verb = false;
    while is_one(at, &VERBS) || is_one(at, &ARTICLES) {
        has_verb |= is_one(at, &VERBS);
        let is_status = word(at).is_some_and(|word| read_status(&[&word]).is_some());
        said.extend(tokens.get(at).filter(|_| is_status).cloned());
        at += 1;
    }
    let words: Vec<&str> = (at..at + 4).map_while(|at| word_at(line, tokens, at)).collect();
    if let Some((_, count)) = read_status(&words).filter(|_| said.is_empty()) {
        said.extend_from_slice(&tokens[at..at + count]);
        at += count;
    }
    let words: Vec<&str> = (at..at + 4).map_while(|at| word_at(line, tokens, at)).collect();
    let (_, count) = read_kind(plan.map, &words)?;
    said.extend_from_slice(&tokens[at..at + count]);
    at += count;
    let has_preposition = if is_one(at, &PREPOSITIONS) {
        at += 1;
        true
    } else {
        is_one(at - 1, &PREPOSITIONS)
    };
    let rest = tokens.get(at..).unwrap_or_default();
    let has_other = has_preposition && !rest.is_empty();
    // “Pact of Steel” says nothing of a tie, and neither does “Italy in Pact of Steel”.
    let is_alone = || rest.is_empty() || read_details_alone(line, rest, plan.map).is_some();
    let is_phrase = if start == 0 { has_other } else { has_other || has_verb && is_alone() };
    is_phrase.then_some(Phrase { start, end: at, said, has_other })
}
