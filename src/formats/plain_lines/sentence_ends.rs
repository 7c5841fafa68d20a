//! Where the sentences of a mail begin and end.

use std::ops::Range;

use super::plan::Plan;
use super::token::{Sign, Token};
use super::word_order::Ordered;

/// Words with a full stop behind them that ends no sentence.
const ABBREVIATIONS: [&str; 36] = [
    "mr", "mrs", "ms", "dr", "prof", "gen", "sen", "gov", "st", "ste", "rep", "reps", "dem", "fed",
    "isl", "is", "fr", "est", "estd", "approx", "ca", "cf", "vs", "no", "nr", "inc", "ltd", "jan",
    "feb", "mar", "apr", "aug", "sep", "sept", "oct", "nov",
];
/// Words at the beginning of a line that belong to the conversation.
const OPENINGS: [&str; 24] = [
    "yes",
    "no",
    "ok",
    "okay",
    "well",
    "also",
    "then",
    "and",
    "but",
    "however",
    "finally",
    "first",
    "second",
    "third",
    "next",
    "sure",
    "right",
    "note",
    "again",
    "maybe",
    "perhaps",
    "so",
    "moreover",
    "furthermore",
];

/// The sentences of a line, and where a semicolon joins several and one of them stands in another order of its words
/// than it is read in, each of these.
pub fn sentences(line: &str) -> Vec<Range<usize>> {
    whole_sentences(line).into_iter().flat_map(|sentence| joined(line, sentence)).collect()
}

/// The sentences that semicolons join to one, or that itself.
fn joined(line: &str, sentence: Range<usize>) -> Vec<Range<usize>> {
    let signs = line[sentence.clone()].match_indices(';').map(|(at, _)| sentence.start + at);
    let begins = [sentence.start].into_iter().chain(signs.clone().map(|at| at + 1));
    let ends = signs.chain([sentence.end]);
    let parts: Vec<Range<usize>> = begins.zip(ends).map(|(begin, end)| begin..end).collect();
    let is_turned = |part: &Range<usize>| Ordered::of(&line[part.clone()]).is_some();
    if parts.len() > 1 && parts.iter().any(is_turned) { parts } else { vec![sentence] }
}

/// The sentences of a line that is prose; one with a colon, a dash, an arrow or quotation marks is taken as a whole.
fn whole_sentences(line: &str) -> Vec<Range<usize>> {
    let is_prose = !line.contains([':', '–', '—', '→', '>', '"', '“', '«', '(', '\t'])
        && !line.contains(" - ");
    let mut found = Vec::new();
    let mut start = 0;
    for (at, c) in line.char_indices().filter(|_| is_prose) {
        let end = at + c.len_utf8();
        if matches!(c, '.' | '!' | '?') && ends_sentence(line, start, at, end) {
            found.push(start..end);
            start = end;
        }
    }
    found.push(start..line.len());
    found
}

/// Whether a mark ends a sentence: behind a whole word, and with a blank and a capital letter behind it.
fn ends_sentence(line: &str, start: usize, at: usize, end: usize) -> bool {
    let mut behind = line[end..].chars();
    let is_before_capital =
        behind.next() == Some(' ') && behind.next().is_some_and(char::is_uppercase);
    let word = line[start..at].rsplit(char::is_whitespace).next().unwrap_or_default();
    let is_whole = word.chars().count() > 2
        && !word.contains('.')
        && !ABBREVIATIONS.contains(&word.to_lowercase().as_str());
    is_before_capital && is_whole
}

/// The tokens of a line of a mail without the word that opens it: `Yes, India – USA: pact`.
pub fn without_opening(line: &str, mut tokens: Vec<Token>, plan: &Plan<'_>) -> Vec<Token> {
    if let [first, comma, _, ..] = &tokens[..]
        && plan.reads_mail
        && (first.sign, comma.sign) == (Sign::Word, Sign::Comma)
        && line
            .get(first.span.clone())
            .is_some_and(|word| OPENINGS.iter().any(|opening| opening.eq_ignore_ascii_case(word)))
    {
        tokens.drain(..2);
    }
    // The full stop behind a parenthesis or a quotation.
    if let [.., before, last] = &tokens[..]
        && before.sign != Sign::Word
        && last.sign == Sign::Word
        && line.get(last.span.clone()) == Some(".")
    {
        tokens.pop();
    }
    tokens
}
