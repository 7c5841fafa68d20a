//! One date as people write it: `1955`, `14 May 1955`, `May 14, '55`, `14 de mayo de 1955`, `14.5.1955`,
//! `16/09/2023`, `1955年5月14日`.

use super::token::{Sign, Token};
use super::token_words::{says_one, word_at};
use crate::formats::vocabulary::{month, numeric_date, whole_year, year_behind_apostrophe};
use crate::model::PartialDate;

/// What may stand between the day, the month and the year.
const JOINTS: [&str; 4] = ["de", "del", "of", "di"];
/// What may stand behind the year.
const YEAR_WORDS: [&str; 5] = ["года", "году", "год", "г.", "г"];
/// The endings of an ordinal number.
const ORDINALS: [&str; 6] = ["", "st", "nd", "rd", "th", "er"];
/// What stands before and behind a date of Chinese or Japanese from which on something is.
const EASTERN_SINCE: ([char; 3], [&str; 6]) =
    (['自', '从', '從'], ["以来", "以來", "以降", "から", "起", "至今"]);

/// Reads a date from the first of these tokens; also returns how many were read.
pub fn read_date(line: &str, tokens: &[Token]) -> Option<(PartialDate, usize)> {
    let (date, count) = read_parts(line, tokens)?;
    Some((date, count + usize::from(says_one(line, tokens, count, &YEAR_WORDS))))
}

fn read_parts(line: &str, tokens: &[Token]) -> Option<(PartialDate, usize)> {
    let word = |at: usize| word_at(line, tokens, at).map(|word| word.trim_end_matches('.'));
    let first = word(0)?;
    let whole = || first.parse().ok().or_else(|| in_numbers(first));
    let abbreviated = || of(year_behind_apostrophe(first)?, None, None);
    if let Some(date) =
        whole().or_else(abbreviated).or_else(|| eastern_date(first).map(|(date, _)| date))
    {
        return Some((date, 1));
    }
    // “14 de mayo de 1955” is “14 mayo 1955”, and “May 14, 1955” is “May 14 1955”.
    let behind = |at: usize| {
        let is_comma = tokens.get(at).is_some_and(|token| token.sign == Sign::Comma)
            && word(at + 1).is_some_and(|year| year.len() == 4 && digits(year).is_some());
        at + usize::from(is_comma || says_one(line, tokens, at, &JOINTS))
    };
    let second = behind(1);
    if let Some(month) = month(first) {
        let year = |year: &str| {
            of(digits(year).or_else(|| year_behind_apostrophe(year))?, Some(month), None)
        };
        if let Some(date) = word(second).and_then(year) {
            return Some((date, second + 1));
        }
        let third = behind(second + 1);
        let (day, year) = (day(word(second)?)?, word(third)?);
        let year = digits(year).or_else(|| year_behind_apostrophe(year))?;
        return Some((of(year, Some(month), Some(day))?, third + 1));
    }
    let third = behind(second + 1);
    let (day, month, year) = (day(first)?, month(word(second)?)?, word(third)?);
    let year = digits(year).or_else(|| whole_year(year))?;
    Some((of(year, Some(month), Some(day))?, third + 1))
}

/// A year with four digits.
fn digits(text: &str) -> Option<u16> {
    (text.len() == 4 && text.bytes().all(|b| b.is_ascii_digit())).then(|| text.parse().ok())?
}

/// A date of a year and perhaps a month and a day.
pub fn of(year: u16, month: Option<usize>, day: Option<u8>) -> Option<PartialDate> {
    PartialDate::new(year.into(), month.map(|month| month as u32), day.map(u32::from)).ok()
}

/// `14.5.1955`, `16/09/2023`, `12.3.98`, `9/2021`; not `3/4/1950`, in which either number may be the day.
fn in_numbers(text: &str) -> Option<PartialDate> {
    let date = numeric_date(text).filter(|date| date.sign != '-')?;
    let year = u16::try_from(date.year).ok()?;
    match date.first {
        None => of(year, Some(date.second as usize), None),
        Some(_) => {
            let (day, month) = date.day_and_month()?;
            of(year, Some(month as usize), u8::try_from(day).ok())
        }
    }
}

/// `1978年`, `1978年8月`, `1978年8月12日`, and whether it is said that something is so since then: `1978年以来`.
pub fn eastern_date(text: &str) -> Option<(PartialDate, bool)> {
    let inside = text.trim_start_matches(EASTERN_SINCE.0);
    let ending = EASTERN_SINCE.1.iter().find_map(|ending| inside.strip_suffix(ending));
    let is_since = inside.len() < text.len() || ending.is_some();
    let (year, rest) = ending.unwrap_or(inside).split_once('年')?;
    let (month, rest) = rest.split_once('月').map_or(("", rest), |(month, rest)| (month, rest));
    let day = rest.trim_end_matches('日');
    let date = match (month, day) {
        ("", "") => year.parse(),
        (month, "") => format!("{year}-{month:0>2}").parse(),
        (month, day) => format!("{year}-{month:0>2}-{day:0>2}").parse(),
    };
    Some((date.ok()?, is_since))
}

/// A day of a month, perhaps with the ending of an ordinal number.
pub fn day(text: &str) -> Option<u8> {
    let digits = text.trim_end_matches(|c: char| c.is_ascii_alphabetic());
    let is_ordinal = ORDINALS.contains(&&text[digits.len()..]);
    digits.parse().ok().filter(|day| is_ordinal && (1..=31).contains(day))
}
