//! Says so where a year of two digits was read.

use super::remark::Remarks;
use super::token::{Sign, Token};
use super::when::read_when;
use crate::formats::vocabulary::HOW_SHORT_YEARS_ARE_READ;

/// The most tokens of a date before its year: *since 12 March '98*.
const MOST_BEFORE: usize = 7;

/// Remarks on each date of a line whose year has two digits.
pub fn remark_on_short_years(line: &str, tokens: &[Token], remarks: &mut Remarks) {
    for (at, token) in tokens.iter().enumerate() {
        let text = line.get(token.span.clone()).unwrap_or_default();
        if token.sign != Sign::Word || !may_hold_one(text) {
            continue;
        }
        let dated = (at.saturating_sub(MOST_BEFORE)..=at).find_map(|start| {
            let (when, count) = read_when(line, &tokens[start..])?;
            Some((start, start + count, when)).filter(|(_, end, _)| *end > at)
        });
        let Some((start, end, when)) = dated else { continue };
        let words = line.get(tokens[start].span.start..tokens[end - 1].span.end);
        let Some(words) = words.filter(|words| !has_whole_year(words)) else { continue };
        let dates = [when.since, when.until].into_iter().flatten();
        let years: Vec<String> = dates.map(|date| date.year().to_string()).collect();
        let message = format!(
            "“{words}” was read as {}. {HOW_SHORT_YEARS_ARE_READ} Write four digits for another century.",
            years.join("–")
        );
        remarks.hint(tokens[start].span.start..tokens[end - 1].span.end, message);
    }
}

/// Whether a word ends in two digits and has no whole year: `'95`, `12.3.98`, `78-79`.
fn may_hold_one(word: &str) -> bool {
    let word = word.trim_end_matches('.');
    let digits = word.bytes().rev().take_while(u8::is_ascii_digit).count();
    digits == 2 && !has_whole_year(word)
}

fn has_whole_year(text: &str) -> bool {
    let mut runs = text.split(|c: char| !c.is_ascii_digit());
    runs.any(|run| run.len() == 4)
}
