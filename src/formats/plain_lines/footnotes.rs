//! Numbers of footnotes, `[1]`, which are none of what stands before them.

use super::token::{Sign, Token};

/// The most digits of such a number; a year has more.
const MOST_DIGITS: usize = 2;

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
