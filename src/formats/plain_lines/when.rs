//! When something began and ended, as a person writes it: `1955`, `since May 1955`, `1955–1991`,
//! `from 14 May 1955 until 1 July 1991`.

use super::token::{Link, Sign, Token};
use crate::formats::vocabulary::month;
use crate::model::PartialDate;

/// When something began and ended.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct When {
    pub since: Option<PartialDate>,
    pub until: Option<PartialDate>,
    /// Whether a word such as *since* introduced it.
    pub is_worded: bool,
}

impl When {
    /// The year for which names are to be understood.
    pub fn year(self) -> Option<i32> {
        self.since.or(self.until).map(|date| i32::from(date.year()))
    }

    /// Whether it says anything.
    pub const fn is_some(self) -> bool {
        self.since.is_some() || self.until.is_some()
    }
}

/// Reads when something was from the first of these tokens; also returns how many were read.
pub fn read_when(line: &str, tokens: &[Token]) -> Option<(When, usize)> {
    let word = |at: usize| word_at(line, tokens, at);
    match word(0)?.to_lowercase().as_str() {
        // “dates from 1961”
        "dates" | "dating" | "began" | "started" if is_worded(line, &tokens[1..]) => {
            read_when(line, &tokens[1..]).map(|(when, count)| (when, count + 1))
        }
        "since" | "from" | "in" | "on" | "after" | "of" | "seit" | "ab" | "von" | "im" | "am"
        | "depuis" | "de" | "en" | "dès" => {
            let (when, count) = read_span(line, &tokens[1..])?;
            Some((When { is_worded: true, ..when }, count + 1))
        }
        "until" | "till" | "to" | "bis" | "jusqu'en" | "jusqu’en" | "à" => {
            let (date, count) = read_date(line, &tokens[1..])?;
            Some((When { since: None, until: Some(date), is_worded: true }, count + 1))
        }
        _ => read_span(line, tokens),
    }
}

/// Whether a word such as *since* begins a date here.
fn is_worded(line: &str, tokens: &[Token]) -> bool {
    says_one(line, tokens, 0, &["from", "since", "in", "on"])
}

/// Reads a date, or two with a dash or a word between them.
fn read_span(line: &str, tokens: &[Token]) -> Option<(When, usize)> {
    let first = word_at(line, tokens, 0).map(|word| word.trim_end_matches('.'));
    if let Some(span) = first.and_then(two_years) {
        return Some((span, 1));
    }
    let (since, count) = read_date(line, tokens)?;
    let alone = When { since: Some(since), until: None, is_worded: false };
    let joins = match tokens.get(count).map(|token| token.sign) {
        Some(Sign::Link(Link::Dash)) => true,
        Some(Sign::Word) => {
            matches!(word_at(line, tokens, count), Some("to" | "until" | "till" | "bis" | "à"))
        }
        _ => false,
    };
    let second = joins.then(|| read_date(line, &tokens[count + 1..])).flatten();
    let Some((until, more)) = second else { return Some((alone, count)) };
    Some((When { until: Some(until), ..alone }, count + 1 + more))
}

/// Reads `1955`, `1955-05`, `1955-05-14`, `May 1955`, `14 May 1955` or `May 14 1955`.
fn read_date(line: &str, tokens: &[Token]) -> Option<(PartialDate, usize)> {
    let word = |at: usize| word_at(line, tokens, at).map(|word| word.trim_end_matches('.'));
    let first = word(0)?;
    if let Some(date) = first.parse().ok().or_else(|| dotted(first)) {
        return Some((date, 1));
    }
    if let Some(month) = month(first) {
        if let Some(date) = word(1).and_then(|year| format!("{year}-{month:02}").parse().ok()) {
            return Some((date, 2));
        }
        let (day, year) = (day(word(1)?)?, word(2)?);
        return format!("{year}-{month:02}-{day:02}").parse().ok().map(|date| (date, 3));
    }
    let (day, month, year) = (day(first)?, month(word(1)?)?, word(2)?);
    format!("{year}-{month:02}-{day:02}").parse().ok().map(|date| (date, 3))
}

/// `14.5.1955`
fn dotted(text: &str) -> Option<PartialDate> {
    let mut parts = text.split('.');
    let (day, month, year) = (parts.next()?, parts.next()?, parts.next()?);
    let is_short = |text: &str| text.len() <= 2 && parts.clone().next().is_none();
    (is_short(day) && is_short(month))
        .then(|| format!("{year}-{month:0>2}-{day:0>2}").parse().ok())?
}

fn day(text: &str) -> Option<u8> {
    let digits = text.trim_end_matches(|c: char| c.is_ascii_alphabetic());
    let is_ordinal = ["", "st", "nd", "rd", "th"].contains(&&text[digits.len()..]);
    digits.parse().ok().filter(|day| is_ordinal && (1..=31).contains(day))
}

/// Two years in one word: `1955–1991`, `1955-91`.
fn two_years(text: &str) -> Option<When> {
    let (since, until) = text.split_once(['-', '–', '—'])?;
    let is_year = |text: &str| text.len() == 4 && text.bytes().all(|b| b.is_ascii_digit());
    let whole = match until.len() {
        4 => until.to_owned(),
        // What could be a month is one: 1955-05.
        2 if until.parse().is_ok_and(|number: u8| number > 12) => {
            format!("{}{until}", since.get(..2)?)
        }
        _ => return None,
    };
    (is_year(since) && is_year(&whole) && *since <= *whole).then_some(())?;
    Some(When { since: since.parse().ok(), until: whole.parse().ok(), is_worded: false })
}

/// Whether a word that is no date looks as if it were meant for one: `1950s`, `3/4/1950`, `1950?`.
pub fn is_like_a_date(word: &str) -> bool {
    let is_number = |text: &str| text.len() == 4 && text.bytes().all(|b| b.is_ascii_digit());
    let mut parts = word.split(|c: char| !c.is_ascii_alphanumeric());
    let has_year = parts.any(|part| is_number(part.trim_end_matches('s')));
    has_year && word.chars().next().is_some_and(|c| c.is_ascii_digit() || c == '~' || c == '?')
}

pub fn word_at<'l>(line: &'l str, tokens: &[Token], at: usize) -> Option<&'l str> {
    let token = tokens.get(at).filter(|token| token.sign == Sign::Word)?;
    line.get(token.span.clone())
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
    words.iter().any(|word| says(line, tokens, at, &[word]))
}

#[cfg(test)]
mod tests {
    use super::super::token::tokens;
    use super::*;

    fn read(line: &str) -> Option<String> {
        let tokens = tokens(line);
        let (when, count) = read_when(line, &tokens)?;
        let show = |date: Option<PartialDate>| date.map_or("?".to_owned(), |date| date.to_string());
        let rest = tokens.len() - count;
        Some(format!("{} {} +{rest}", show(when.since), show(when.until)))
    }

    #[test]
    fn dates_are_read_as_people_write_them() {
        for (text, expected) in [
            ("1955", "1955 ? +0"),
            ("since 1955", "1955 ? +0"),
            ("2024-06-19 next", "2024-06-19 ? +1"),
            ("from 14 May 1955 until 1 July 1991", "1955-05-14 1991-07-01 +0"),
            ("19th June 2024", "2024-06-19 ? +0"),
            ("Sept 1939", "1939-09 ? +0"),
            ("May 14 1955", "1955-05-14 ? +0"),
            ("1955–1991", "1955 1991 +0"),
            ("1939-45", "1939 1945 +0"),
            ("1955-05", "1955-05 ? +0"),
            ("1955 – 1991", "1955 1991 +0"),
            ("until 1991", "? 1991 +0"),
            ("in June 2024", "2024-06 ? +0"),
            ("14.5.1955", "1955-05-14 ? +0"),
            ("1955–1991.", "1955 1991 +0"),
        ] {
            assert_eq!(read(text).as_deref(), Some(expected), "{text}");
        }
        for text in ["", "soon", "since", "12", "32 May 1955", "in Warsaw", "mayor 1955", "1955-13"]
        {
            assert_eq!(read(text), None, "{text}");
        }
    }
}
