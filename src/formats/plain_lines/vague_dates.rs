//! Dates that are none, since they are less than exact: `c. 1950`, `1950s`, `3/4/1950`.

use super::remark::Remarks;
use super::token::Token;
use super::when::{is_like_a_date, read_when, word_at};
use super::words::ABOUT;

/// Whether a word before a date makes it less than exact.
pub fn is_about(word: &str) -> bool {
    ABOUT.iter().any(|about| about.eq_ignore_ascii_case(word))
}

/// Says so where words hold a date that is none, such as `c. 1950`; returns whether they do.
pub fn remark_on_vague_date(line: &str, tokens: &[Token], remarks: &mut Remarks) -> bool {
    let is_vague = |at: &usize| {
        let rest = &tokens[*at..];
        let word = word_at(line, rest, 0);
        let is_vague =
            word.is_some_and(is_about) && word_at(line, rest, 1).is_some_and(is_like_a_date);
        is_vague || word.is_some_and(is_like_a_date) && read_when(line, rest).is_none()
    };
    let Some(at) = (0..tokens.len()).find(is_vague) else { return false };
    remark_on_date(line, &tokens[at..], remarks);
    true
}

/// A date is exact; one that is less so is none, and none is made of it. Returns how many tokens are
/// one word.
pub fn remark_on_date(line: &str, tokens: &[Token], remarks: &mut Remarks) -> usize {
    let Some(word) = word_at(line, tokens, 0) else { return 1 };
    let is_vague = is_about(word) && word_at(line, tokens, 1).is_some_and(is_like_a_date);
    if is_vague || is_like_a_date(word) {
        let end = if is_vague { tokens[1].span.end } else { tokens[0].span.end };
        let span = tokens[0].span.start..end;
        if read_when(line, tokens).is_some() {
            let message = format!(
                "A tie has one time, and “{}” is another. Write a tie of its own for it, behind a semicolon: \
                 “A – B: allied 1924; A – C: allied 1926”.",
                &line[span.clone()]
            );
            remarks.fault(span, message);
            return 1;
        }
        let message = format!(
            "“{}” is no date. Write a year, a month or a day, as in 1950, June 1950 or 19 June 1950; as a part \
             of the label, put it in quotation marks.",
            &line[span.clone()]
        );
        remarks.fault(span, message);
    }
    if is_vague { 2 } else { 1 }
}
