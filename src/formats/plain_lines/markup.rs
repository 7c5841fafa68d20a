//! What people and programs put around words: the stars of bold text, and the numbers of footnotes.

use super::token::{Sign, Token};

/// Marks around words; an underscore may be a part of one.
const MARKS: [char; 2] = ['*', '`'];
/// Digits of a footnote behind a word.
const FOOTNOTES: [char; 12] = ['¹', '²', '³', '⁴', '⁵', '⁶', '⁷', '⁸', '⁹', '⁰', '†', '‡'];
/// The most digits of the number of a footnote; a year has more.
const MOST_DIGITS: usize = 2;

/// Whether a character only marks what it stands beside.
pub fn is_mark(c: char) -> bool {
    MARKS.contains(&c)
}

/// A word without the marks and the footnote behind it.
pub fn without_marks(word: &str) -> &str {
    let rest = word.trim_end_matches(|c| is_mark(c) || FOOTNOTES.contains(&c));
    if rest.is_empty() { word } else { rest }
}

/// The tokens without `[1]`.
pub fn without_footnotes(line: &str, tokens: Vec<Token>) -> Vec<Token> {
    let is_footnote = |tokens: &[Token]| {
        let [open, number, close] = tokens else { return false };
        let text = line.get(number.span.clone()).unwrap_or_default();
        line[open.span.clone()] == *"["
            && close.sign == Sign::Close
            && number.sign == Sign::Word
            && text.len() <= MOST_DIGITS
            && text.bytes().all(|b| b.is_ascii_digit())
    };
    if !tokens.iter().any(|token| token.sign == Sign::Open) {
        return tokens;
    }
    let mut kept = Vec::with_capacity(tokens.len());
    let mut at = 0;
    while at < tokens.len() {
        if tokens.get(at..at + 3).is_some_and(is_footnote) {
            at += 3;
        } else {
            kept.push(tokens[at].clone());
            at += 1;
        }
    }
    kept
}
