//! Two dates that share what is written once: `1955–91`, `'72–77`, `78-79`, `Oct–Nov 1962`, `7–12 August 2008`.

use super::date_words::PRESENT;
use super::token::{Link, Sign, Token};
use super::token_words::word_at;
use super::written_dates::{day, of};
use crate::formats::vocabulary::{
    APOSTROPHES, last_year, month, split_years, whole_year, year_behind_apostrophe,
};
use crate::model::PartialDate;

/// The years of two digits of which both may stand without an apostrophe: no day or month is above it.
const NO_DAY: u16 = 1932;

/// When something began, and when it ended; `None` for the end where it goes on.
pub type Span = (PartialDate, Option<PartialDate>);

/// Two years in one word: `1955–1991`, `1955-91`, `1992-5`, `'72–77`; the second may be the present, or be left open.
pub fn two_years(text: &str) -> Option<Span> {
    let Some((since, dash, until)) = split_years(text) else { return two_short_years(text) };
    let since_year = since.parse().ok()?;
    let year = last_year(since, dash, until)
        .or_else(|| year_behind_apostrophe(until).map(|year| year.to_string()));
    if let Some(year) = year {
        return Some((since_year, Some(year.parse().ok()?)));
    }
    let is_open = until.is_empty() && dash == '-' || is_present(until);
    is_open.then_some((since_year, None))
}

/// `'72–77`, `’72–’77`, and `78-79`, in which neither number may be a day or a month.
fn two_short_years(text: &str) -> Option<Span> {
    let (first, last) = text.split_once(['-', '–', '—', '/'])?;
    let [since, until] = [whole_year(first)?, whole_year(last)?];
    let is_marked = text.contains(APOSTROPHES) || (NO_DAY..2000).contains(&since);
    (is_marked && since <= until).then(|| Some((of(since, None, None)?, of(until, None, None))))?
}

/// Two months of one year, or two days of one month; also returns how many tokens were read.
pub fn two_parts(line: &str, tokens: &[Token]) -> Option<(Span, usize)> {
    let word = |at: usize| word_at(line, tokens, at).map(|word| word.trim_end_matches('.'));
    let year = |at: usize| {
        let text = word(at)?;
        let is_whole = text.len() == 4 && text.bytes().all(|b| b.is_ascii_digit());
        if is_whole { text.parse().ok() } else { year_behind_apostrophe(text) }
    };
    let is_dash = tokens.get(1).is_some_and(|token| token.sign == Sign::Link(Link::Dash));
    let (first, last, next) = match word(0)?.split_once(['-', '–', '—', '/']) {
        Some((first, last)) => (first.trim_end_matches('.'), last, 1),
        None => (word(0)?, word(2).filter(|_| is_dash)?, 3),
    };
    let (since, until, count) = match (month(first), month(last)) {
        (Some(first), Some(last)) => {
            let year = year(next)?;
            (of(year, Some(first), None)?, of(year, Some(last), None)?, next + 1)
        }
        _ => {
            let (month, year) = (month(word(next)?)?, year(next + 1)?);
            let date = |text: &str| of(year, Some(month), Some(day(text)?));
            (date(first)?, date(last)?, next + 2)
        }
    };
    (since <= until).then_some(((since, Some(until)), count))
}

/// Whether a word says that there is no end yet.
pub fn is_present(word: &str) -> bool {
    PRESENT.iter().any(|present| present.eq_ignore_ascii_case(word))
}
