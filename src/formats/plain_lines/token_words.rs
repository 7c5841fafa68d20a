//! The words of a line, by their tokens.

use super::token::{Sign, Token};

/// The word that a token is.
pub fn word_at<'l>(line: &'l str, tokens: &[Token], at: usize) -> Option<&'l str> {
    let token = tokens.get(at).filter(|token| token.sign == Sign::Word)?;
    line.get(token.span.clone())
}

/// Up to four words from a token on, as long as the names of kinds and statuses are.
pub fn words_from<'l>(line: &'l str, tokens: &[Token], start: usize) -> Vec<&'l str> {
    (start..start + 4).map_while(|at| word_at(line, tokens, at)).collect()
}

/// Whether these words stand from a token on, in letters of any case.
pub fn says(line: &str, tokens: &[Token], at: usize, words: &[&str]) -> bool {
    let is_said = |(offset, wanted): (usize, &&str)| {
        word_at(line, tokens, at + offset).is_some_and(|word| word.eq_ignore_ascii_case(wanted))
    };
    words.iter().enumerate().all(is_said)
}

/// Whether one of these words stands at a token, in letters of any case.
pub fn says_one(line: &str, tokens: &[Token], at: usize, words: &[&str]) -> bool {
    word_at(line, tokens, at)
        .is_some_and(|said| words.iter().any(|word| word.eq_ignore_ascii_case(said)))
}
