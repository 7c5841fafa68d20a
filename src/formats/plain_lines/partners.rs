//! What a sentence says of several others, one after the other: `France is allied with Poland since 1921,
//! with Romania since 1926`; what it says of nations among themselves: `allied with one another`; and of each of
//! several: `A and B both with C`.

use super::plan::Plan;
use super::sentences::other_begins;
use super::token::{Sign, Token};
use super::when::{says, says_one, word_at};

/// Words that say that all are meant among themselves.
const RECIPROCALS: [[&str; 2]; 2] = [["one", "another"], ["each", "other"]];
/// Words that may stand before them.
const BEFORE_RECIPROCAL: [&str; 5] = ["with", "to", "against", "between", "about"];

/// The same in one word.
const RECIPROCAL_WORDS: [&str; 4] =
    ["gegeneinander", "miteinander", "untereinander", "mutuellement"];
/// Words that say that what follows holds for each of several.
const DISTRIBUTIVES: [&[&str]; 12] = [
    &["both"],
    &["each"],
    &["all"],
    &["beide"],
    &["jeweils"],
    &["sowohl"],
    &["tous", "deux"],
    &["toutes", "deux"],
    &["chacun"],
    &["chacune"],
    &["ambos"],
    &["ambas"],
];
/// What stands behind them.
const BEHIND_DISTRIBUTIVE: [&str; 10] =
    ["with", "against", "to", "mit", "gegen", "avec", "contre", "con", "contra", "have"];

/// A line without *both* and *each* before a preposition; what is said of each is said of all. Where the preposition is
/// said again of another, it is left out there: *Japan both with the US and with Peru*.
pub fn without_distributives(line: &str, tokens: &[Token]) -> Vec<Token> {
    let mut kept: Vec<Token> = Vec::with_capacity(tokens.len());
    let mut preposition: Option<&str> = None;
    let mut at = 0;
    while at < tokens.len() {
        let words = DISTRIBUTIVES.iter().find(|words| says(line, tokens, at, words));
        let behind = at + words.map_or(0, |words| words.len());
        let is_repeated = preposition.is_some_and(|word| says(line, tokens, at, &[word]))
            && kept.last().is_some_and(|before| before.sign == Sign::And);
        if words.is_some() && at > 0 && says_one(line, tokens, behind, &BEHIND_DISTRIBUTIVE) {
            preposition = word_at(line, tokens, behind);
            kept.extend(tokens.get(behind).cloned());
            at = behind + 1;
        } else if is_repeated {
            at += 1;
        } else {
            kept.push(tokens[at].clone());
            at += 1;
        }
    }
    kept
}

/// A line without *with one another* and *with each other*: what is said of several holds for each pair.
pub fn without_reciprocals(line: &str, tokens: &[Token]) -> Vec<Token> {
    let begins = |at: usize| RECIPROCALS.iter().any(|words| says(line, tokens, at, words));
    let mut kept = Vec::with_capacity(tokens.len());
    let mut at = 0;
    while at < tokens.len() {
        let before = usize::from(says_one(line, tokens, at, &BEFORE_RECIPROCAL));
        // A name may consist of such words alone.
        if at > 0 && begins(at + before) {
            at += before + 2;
        } else if at > 0 && says_one(line, tokens, at, &RECIPROCAL_WORDS) {
            at += 1;
        } else {
            kept.push(tokens[at].clone());
            at += 1;
        }
    }
    kept
}

fn is_separator(token: &Token) -> bool {
    matches!(token.sign, Sign::Comma | Sign::And | Sign::Semicolon)
}

/// Whether a word stands earlier in the line, too.
fn occurs_before(line: &str, tokens: &[Token], word: &Token) -> bool {
    let Some(text) = line.get(word.span.clone()) else { return false };
    let earlier = tokens.iter().take_while(|token| token.span.start < word.span.start);
    earlier.filter_map(|token| line.get(token.span.clone())).any(|t| t.eq_ignore_ascii_case(text))
}

/// A statement as one for each of those that it names with a preposition of their own.
pub fn split_partners(line: &str, tokens: &[Token], plan: &Plan<'_>) -> Vec<Vec<Token>> {
    let whole = || vec![tokens.to_vec()];
    if !tokens.iter().skip(1).zip(tokens).any(|(word, before)| {
        is_separator(before) && word.sign == Sign::Word && occurs_before(line, tokens, word)
    }) {
        return whole();
    }
    let Some(other) = other_begins(line, tokens, plan) else { return whole() };
    let Some(preposition) = word_at(line, tokens, other - 1) else { return whole() };
    let begins =
        |at: &usize| is_separator(&tokens[at - 1]) && says(line, tokens, *at, &[preposition]);
    let mut starts: Vec<usize> = (other + 1..tokens.len()).filter(begins).collect();
    if starts.is_empty() {
        return whole();
    }
    starts.insert(0, other - 1);
    let ends = starts.iter().skip(1).copied().chain([tokens.len()]);
    let partner = |(start, end): (&usize, usize)| {
        let mut said = &tokens[start + 1..end];
        while let [rest @ .., last] = said
            && is_separator(last)
        {
            said = rest;
        }
        [&tokens[..other], said].concat()
    };
    starts.iter().zip(ends).map(partner).collect()
}
