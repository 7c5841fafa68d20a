//! When something began and ended, as a person writes it: `1955`, `since May 1955`, `1955–1991`,
//! `from 14 May 1955 until 1 July 1991`.

use super::date_words::{BEFORE_SHORT_YEARS, BEGAN, BETWEEN, ENDED, OCCASIONS, TO};
use super::token::{Link, Sign, Token};
pub use super::token_words::{says, says_one, word_at, words_from};
use super::written_dates::{eastern_date, of, read_date};
use super::written_spans::{is_present, two_parts, two_years};
use crate::formats::vocabulary::{month, numeric_date, whole_year, year_behind_apostrophe};
use crate::model::PartialDate;

/// The most words before a date: *entered into force on*.
const MOST_WORDS: usize = 4;

/// When something began and ended.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct When {
    /// When it began, if that is said.
    pub since: Option<PartialDate>,
    /// When it ended, if that is said.
    pub until: Option<PartialDate>,
    /// Whether a word such as *since* introduced it.
    pub is_worded: bool,
    /// Whether it is said of a beginning, and not only that something was then: *since 1955*, but not *in 1955*.
    pub goes_on: bool,
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

/// When something was by a text that says nothing else: `since 1951`.
pub fn when_in(text: &str) -> Option<When> {
    /// No date with its words is longer, in bytes.
    const LONGEST: usize = 60;
    let tokens = if text.len() <= LONGEST { super::tokens(text) } else { Vec::new() };
    let (when, count) = read_when(text, &tokens)?;
    (count == tokens.len() && when.is_some()).then_some(when)
}

/// Reads when something was from the first of these tokens; also returns how many were read.
pub fn read_when(line: &str, tokens: &[Token]) -> Option<(When, usize)> {
    if let Some(read) = read_end_alone(line, tokens) {
        return Some(read);
    }
    let first = word_at(line, tokens, 0)?;
    if let Some((since, true)) = eastern_date(first) {
        let when = When { since: Some(since), is_worded: true, goes_on: true, until: None };
        return Some((when, 1));
    }
    if may_begin_date(first) {
        return read_span(line, tokens);
    }
    let (count, rest) = words_before_date(line, tokens)?;
    let words: Vec<&str> = (0..count).map_while(|at| word_at(line, tokens, at)).collect();
    let words = words.join(" ").to_lowercase();
    let rest_tokens = &tokens[rest..];
    if BETWEEN.contains(&words.as_str()) {
        return read_between(line, rest_tokens).map(|(when, more)| (when, rest + more));
    }
    let is_short = BEFORE_SHORT_YEARS.contains(&words.as_str());
    let short = || short_year(line, rest_tokens).filter(|_| is_short);
    let began = BEGAN.contains(&words.as_str());
    if began || OCCASIONS.contains(&words.as_str()) {
        let alone = |date| (When { since: Some(date), ..When::default() }, 1);
        let (when, more) = read_span(line, rest_tokens).or_else(|| short().map(alone))?;
        let goes_on = when.goes_on || began;
        return Some((When { is_worded: true, goes_on, ..when }, rest + more));
    }
    if !ENDED.contains(&words.as_str()) {
        return None;
    }
    if let Some(more) = present(line, rest_tokens) {
        return Some((When { is_worded: true, ..When::default() }, rest + more));
    }
    let (date, more) = read_date(line, rest_tokens).or_else(|| short().map(|date| (date, 1)))?;
    Some((When { until: Some(date), is_worded: true, ..When::default() }, rest + more))
}

/// Two digits as a year, behind a word that leaves no doubt: *seit 95*.
fn short_year(line: &str, tokens: &[Token]) -> Option<PartialDate> {
    let word = word_at(line, tokens, 0)?.trim_end_matches('.');
    whole_year(word).and_then(|year| of(year, None, None))
}

/// How many words stand before what may be a date, and where that stands: a colon may be between, `since: 1951`.
fn words_before_date(line: &str, tokens: &[Token]) -> Option<(usize, usize)> {
    for at in 1..=MOST_WORDS.min(tokens.len().saturating_sub(1)) {
        let colon = usize::from(tokens[at].sign == Sign::Colon);
        let word = word_at(line, tokens, at + colon)?;
        if may_begin_date(word) || present(line, &tokens[at + colon..]).is_some() {
            return Some((at, at + colon));
        }
        if colon > 0 {
            return None;
        }
    }
    None
}

/// Whether a date may begin with a word: with a number, a year of two digits, or the names of one month or two.
fn may_begin_date(word: &str) -> bool {
    let first = word.split(['-', '–', '/']).next().unwrap_or_default().trim_end_matches('.');
    word.starts_with(|c: char| c.is_ascii_digit())
        || year_behind_apostrophe(first).is_some()
        || month(first).is_some()
}

/// Whether a date with the words before it may begin with a word: *1955*, *May*, *since*.
pub fn may_open_date(word: &str) -> bool {
    let word = word.to_lowercase();
    let words = || BEGAN.iter().chain(&OCCASIONS).chain(&ENDED).chain(&BETWEEN);
    may_begin_date(&word) || words().any(|phrase| phrase.starts_with(&word))
}

/// How many tokens say *today*: `present`, `the present`.
fn present(line: &str, tokens: &[Token]) -> Option<usize> {
    let the = usize::from(says(line, tokens, 0, &["the"]));
    let word = word_at(line, tokens, the)?.trim_end_matches('.');
    is_present(word).then_some(the + 1)
}

/// Reads `–1960` in parentheses: only the end is known.
fn read_end_alone(line: &str, tokens: &[Token]) -> Option<(When, usize)> {
    let dash = tokens.first().filter(|token| token.sign == Sign::Link(Link::Dash))?;
    let before = line.get(..dash.span.start)?.trim_end();
    let (until, count) = read_date(line, &tokens[1..]).filter(|_| before.ends_with(['(', '[']))?;
    Some((When { until: Some(until), ..When::default() }, count + 1))
}

/// Reads `1951 and 1960` behind *between*.
fn read_between(line: &str, tokens: &[Token]) -> Option<(When, usize)> {
    let (since, count) = read_date(line, tokens)?;
    tokens.get(count).filter(|token| token.sign == Sign::And)?;
    let (until, more) = read_date(line, &tokens[count + 1..])?;
    let when = When { since: Some(since), until: Some(until), is_worded: true, ..When::default() };
    (since <= until).then_some((when, count + 1 + more))
}

/// Reads a date, or two with a dash or a word between them; the second may be the present, or be left open.
fn read_span(line: &str, tokens: &[Token]) -> Option<(When, usize)> {
    let first = word_at(line, tokens, 0).map(|word| word.trim_end_matches('.'));
    let of_one = first.and_then(two_years).map(|span| (span, 1));
    if let Some(((since, until), count)) = of_one.or_else(|| two_parts(line, tokens)) {
        let since = Some(since);
        return Some((When { since, until, is_worded: false, goes_on: until.is_none() }, count));
    }
    let (since, count) = read_date(line, tokens)?;
    let alone = When { since: Some(since), ..When::default() };
    let rest = tokens.get(count + 1..).unwrap_or_default();
    let is_dash = tokens.get(count).is_some_and(|token| token.sign == Sign::Link(Link::Dash));
    if !is_dash && !says_one(line, tokens, count, &TO) {
        return Some((alone, count));
    }
    if let Some((until, more)) = read_date(line, rest) {
        return Some((When { until: Some(until), ..alone }, count + 1 + more));
    }
    let open = present(line, rest).or_else(|| (is_dash && is_left_open(rest)).then_some(0));
    let when = When { goes_on: open.is_some(), ..alone };
    Some((when, open.map_or(count, |more| count + 1 + more)))
}

/// Whether nothing follows a dash behind a date, `1951–`.
fn is_left_open(rest: &[Token]) -> bool {
    rest.first().is_none_or(|token| {
        matches!(token.sign, Sign::Close | Sign::Comma | Sign::Semicolon | Sign::Colon)
    })
}

/// Whether a dash behind these tokens, before those, stands in a span of time: `1955 – 1991`, `1955 – today`, `1955–`.
pub fn is_dash_of_span(line: &str, tokens: &[Token], at: usize) -> bool {
    let Some(before) = at.checked_sub(1).and_then(|at| word_at(line, tokens, at)) else {
        return false;
    };
    let rest = &tokens[at + 1..];
    let is_date = || before.trim_end_matches('.').parse::<PartialDate>().is_ok();
    before.trim_end_matches('.').ends_with(|c: char| c.is_ascii_digit())
        && (read_when(line, rest).is_some_and(|(when, _)| !when.is_worded)
            || present(line, rest).is_some()
            || is_left_open(rest) && is_date())
}

/// Whether a word that is no date looks as if it were meant for one: `1950s`, `3/4/1950`, `1950?`, `'80s`, `2/8/90`.
pub fn is_like_a_date(word: &str) -> bool {
    let is_number = |text: &str| text.len() == 4 && text.bytes().all(|b| b.is_ascii_digit());
    let mut parts = word.split(|c: char| !c.is_ascii_alphanumeric());
    let has_year = parts.any(|part| is_number(part.trim_end_matches('s')));
    let begins = |c: char| c.is_ascii_digit() || c == '~' || c == '?';
    has_year && word.starts_with(begins) || is_decade(word) || numeric_date(word).is_some()
}

/// Whether a word is a decade of two digits: `80s`, `'80s`, `70er`, `70ern`.
fn is_decade(word: &str) -> bool {
    let word = word.trim_end_matches('.');
    let digits = ["s", "er", "ern"].iter().find_map(|ending| word.strip_suffix(ending));
    digits.is_some_and(|digits| whole_year(digits).is_some() && digits.ends_with('0'))
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
            ("1992-5", "1992 1995 +0"),
            ("1992–5", "1992 1995 +0"),
            ("1914/18", "1914 1918 +0"),
            ("1908–12", "1908 1912 +0"),
            ("1908-12", "1908-12 ? +0"),
            ("1951-", "1951 ? +0"),
            ("1951–", "1951 ? +0"),
            ("1951-present", "1951 ? +0"),
            ("1951 – today", "1951 ? +0"),
            ("since 1951 to the present", "1951 ? +0"),
            ("between May 1951 and 1960", "1951-05 1960 +0"),
            ("est. 1949", "1949 ? +0"),
            ("Established in 1949", "1949 ? +0"),
            ("entered into force on 4 April 1949", "1949-04-04 ? +0"),
            ("since: 1949", "1949 ? +0"),
            ("ended 1991", "? 1991 +0"),
            ("dissolved on 1 July 1991", "? 1991-07-01 +0"),
            ("seit Juni 1955", "1955-06 ? +0"),
            ("seit dem 14. Mai 1955", "1955-05-14 ? +0"),
            ("vom 14.05.1955", "1955-05-14 ? +0"),
            ("von 1921 bis 1939", "1921 1939 +0"),
            ("bis zum 1. Juli 1991", "? 1991-07-01 +0"),
            ("depuis le 1er juillet 1921", "1921-07-01 ? +0"),
            ("depuis août 1921", "1921-08 ? +0"),
            ("jusqu’en 1939", "? 1939 +0"),
            ("de 1921 à 1939", "1921 1939 +0"),
            ("desde 1955", "1955 ? +0"),
            ("desde mayo de 1921", "1921-05 ? +0"),
            ("14 de mayo de 1921", "1921-05-14 ? +0"),
            ("de 1921 a 1939", "1921 1939 +0"),
            ("hasta el 14 de mayo de 1939", "? 1939-05-14 +0"),
            ("с 1999 года", "1999 ? +0"),
            ("с 1955 по 1991", "1955 1991 +0"),
            ("14 мая 1955 года", "1955-05-14 ? +0"),
            ("до 1991", "? 1991 +0"),
            ("1978年", "1978 ? +0"),
            ("1978年8月12日", "1978-08-12 ? +0"),
            ("自1978年", "1978 ? +0"),
            ("1978年以来", "1978 ? +0"),
            ("'95", "1995 ? +0"),
            ("seit ’95", "1995 ? +0"),
            ("seit 95", "1995 ? +0"),
            ("desde el 95", "1995 ? +0"),
            ("bis 04", "? 2004 +0"),
            ("12.3.98", "1998-03-12 ? +0"),
            ("22.1.63", "1963-01-22 ? +0"),
            ("12 March 98", "1998-03-12 ? +0"),
            ("Dec. '78", "1978-12 ? +0"),
            ("since March '14", "2014-03 ? +0"),
            ("'72–77", "1972 1977 +0"),
            ("78-79", "1978 1979 +0"),
            ("1974-'80", "1974 1980 +0"),
            ("16/09/2023", "2023-09-16 ? +0"),
            ("9/2021", "2021-09 ? +0"),
            ("Aug. 2, 1990", "1990-08-02 ? +0"),
            ("Jan 4, 1894 next", "1894-01-04 ? +1"),
            ("14 May, 1955", "1955-05-14 ? +0"),
            ("Oct–Nov 1962", "1962-10 1962-11 +0"),
            ("Oct-Nov 1962", "1962-10 1962-11 +0"),
            ("7–12 August 2008", "2008-08-07 2008-08-12 +0"),
            ("im Jahr 1963", "1963 ? +0"),
        ] {
            assert_eq!(read(text).as_deref(), Some(expected), "{text}");
        }
        for text in [
            "",
            "soon",
            "since",
            "12",
            "32 May 1955",
            "in Warsaw",
            "mayor 1955",
            "1955-13",
            "1992-1",
            "1955–05",
            "between 1960 and 1951",
            "est. soon",
            "in 12",
            "3/4/1950",
            "2/8/90",
            "10-12",
            "'80s",
            "Nov–Oct 1962",
        ] {
            assert_eq!(read(text), None, "{text}");
        }
    }
}
