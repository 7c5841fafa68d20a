//! A date at the end or the beginning of a text that says something else too: `war 1991-95`, `Treaty of X
//! (1991–2003)`, `since 1991: allies`.

use super::token::{Sign, Token, tokens};
use super::when::{When, read_when, when_in};
use crate::formats::vocabulary::APOSTROPHES;

/// A longer text is a note, in bytes.
const LONGEST: usize = 300;
/// The years that may be meant.
const YEARS: std::ops::RangeInclusive<u16> = 1000..=2100;
/// The last year that four digits mean alone: a later one is more likely a number.
const LAST_BARE: u16 = 2049;
/// Words behind which a number is none of a year: `resolution 1991`.
const BEFORE_NUMBERS: [&str; 40] = [
    "resolution",
    "resolutions",
    "res",
    "unscr",
    "unsc",
    "scr",
    "no",
    "nr",
    "nº",
    "n°",
    "№",
    "#",
    "num",
    "number",
    "nummer",
    "article",
    "articles",
    "art",
    "artikel",
    "section",
    "sec",
    "chapter",
    "act",
    "law",
    "decree",
    "directive",
    "regulation",
    "order",
    "document",
    "doc",
    "paragraph",
    "page",
    "p",
    "pp",
    "id",
    "code",
    "room",
    "flight",
    "résolution",
    "resolución",
];

/// What a text says beside a date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DatedText<'t> {
    /// The text without its date; empty where it says nothing else.
    pub rest: &'t str,
    /// The date.
    pub when: When,
}

/// The date of a text, if it begins or ends with one. A number of four digits alone is a year behind or before what
/// `says_kind` knows as a kind of tie, or apart from the rest by a comma, a colon or brackets.
pub fn dated_text<'t>(text: &'t str, says_kind: &dyn Fn(&str) -> bool) -> Option<DatedText<'t>> {
    let text = text.trim();
    if text.len() > LONGEST || !text.contains(|c: char| c.is_ascii_digit()) {
        return None;
    }
    whole(text)
        .or_else(|| in_brackets(text))
        .or_else(|| at_end(text, says_kind))
        .or_else(|| at_start(text, says_kind))
        .filter(|dated| is_plausible(dated.when))
}

/// Whether a text is a year alone, which may be a number too.
pub fn is_bare_year(text: &str) -> bool {
    let text = text.trim().trim_end_matches('.');
    let is_number = text.len() == 4 && text.bytes().all(|byte| byte.is_ascii_digit());
    is_number && text.parse().is_ok_and(|year: u16| (*YEARS.start()..=LAST_BARE).contains(&year))
}

fn whole(text: &str) -> Option<DatedText<'_>> {
    let when = when_in(text).filter(|_| !is_number(text) && has_year(text))?;
    Some(DatedText { rest: "", when })
}

/// `Treaty of X (1991–2003)`
fn in_brackets(text: &str) -> Option<DatedText<'_>> {
    let (open, before) = match text.chars().next_back()? {
        ')' => ('(', text.strip_suffix(')')?),
        ']' => ('[', text.strip_suffix(']')?),
        _ => return None,
    };
    let (rest, inside) = before.rsplit_once(open)?;
    let is_year = |text: &str| !is_number(text) || is_bare_year(text);
    let when = when_in(inside.trim()).filter(|_| has_year(inside) && is_year(inside.trim()))?;
    Some(DatedText { rest: trimmed(rest), when })
}

/// `war 1991-95`, `pact since May 1955`, `alliance, 1949`
fn at_end<'t>(text: &'t str, says_kind: &dyn Fn(&str) -> bool) -> Option<DatedText<'t>> {
    let tokens = tokens(text);
    let ends = |at: usize| {
        let (when, count) = read_when(text, tokens.get(at..)?)?;
        (at + count == tokens.len() && when.is_some()).then_some((at, when))
    };
    let (at, when) = (1..tokens.len()).find_map(ends)?;
    let (before, date) = text.split_at_checked(tokens.get(at)?.span.start)?;
    let rest = trimmed(before);
    let is_apart = tokens.get(at - 1).is_some_and(parts);
    let is_meant = !is_number(date) || is_bare_year(date) && (is_apart || says_kind(rest));
    (is_meant && has_year(date) && !is_before_number(before)).then_some(DatedText { rest, when })
}

/// `1991–2003: war`, `since 1991 allies`
fn at_start<'t>(text: &'t str, says_kind: &dyn Fn(&str) -> bool) -> Option<DatedText<'t>> {
    let tokens = tokens(text);
    let (when, count) = read_when(text, &tokens).filter(|(when, _)| when.is_some())?;
    let next = tokens.get(count)?;
    let (date, behind) = text.split_at_checked(next.span.start)?;
    let date = trimmed(date);
    let rest = trimmed(behind);
    let is_meant = !is_number(date) || is_bare_year(date) && (parts(next) || says_kind(rest));
    (is_meant && has_year(date) && !rest.is_empty()).then_some(DatedText { rest, when })
}

/// Whether a sign stands between a date and the rest.
const fn parts(token: &Token) -> bool {
    matches!(token.sign, Sign::Comma | Sign::Semicolon | Sign::Colon | Sign::Link(_))
}

/// A text without the signs that stood between it and a date.
fn trimmed(text: &str) -> &str {
    text.trim_matches(|c: char| c.is_whitespace() || ",;:–—-|/·".contains(c))
}

fn is_number(text: &str) -> bool {
    let text = text.trim().trim_end_matches('.');
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

/// Whether a date has a year of four digits, or one behind an apostrophe.
fn has_year(date: &str) -> bool {
    let mut runs = date.split(|c: char| !c.is_ascii_digit());
    runs.any(|run| run.len() == 4) || date.contains(APOSTROPHES)
}

fn is_before_number(before: &str) -> bool {
    let before = before.trim_end();
    let word = before.rsplit(char::is_whitespace).next().unwrap_or_default().to_lowercase();
    before.ends_with('#') || BEFORE_NUMBERS.contains(&word.trim_matches(['.', ':', '(']))
}

fn is_plausible(when: When) -> bool {
    let mut dates = [when.since, when.until].into_iter().flatten();
    let in_order = when.since.zip(when.until).is_none_or(|(since, until)| since <= until);
    in_order && dates.all(|date| YEARS.contains(&date.year()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Option<String> {
        let says_kind =
            |text: &str| ["war", "pact", "treaty of x"].contains(&&*text.to_lowercase());
        let DatedText { rest, when } = dated_text(text, &says_kind)?;
        let dates = [when.since, when.until];
        let [since, until] =
            dates.map(|date| date.map_or_else(String::new, |date| date.to_string()));
        Some(format!("{rest}|{since}|{until}"))
    }

    #[test]
    fn dates_are_found_at_either_end_of_a_text() {
        for (text, expected) in [
            ("war 1991-95", "war|1991|1995"),
            ("war, 1991–1995", "war|1991|1995"),
            ("Treaty of X (1991–2003)", "Treaty of X|1991|2003"),
            ("Treaty of Y (1957)", "Treaty of Y|1957|"),
            ("Treaty of Y, 1957", "Treaty of Y|1957|"),
            ("Treaty of X 1957", "Treaty of X|1957|"),
            ("Treaty of 1957", "Treaty|1957|"),
            ("since 1991", "|1991|"),
            ("1991–2003", "|1991|2003"),
            ("1951–", "|1951|"),
            ("until 1955", "||1955"),
            ("Warsaw Pact (until 1991)", "Warsaw Pact||1991"),
            ("pact since May 1955", "pact|1955-05|"),
            ("non-aggression, 23 August 1939", "non-aggression|1939-08-23|"),
            ("war '72–77", "war|1972|1977"),
            ("1991-95: war", "war|1991|1995"),
            ("1949 pact", "pact|1949|"),
            ("since 1991 allies", "allies|1991|"),
            ("Krieg seit 1914", "Krieg|1914|"),
            ("alliance from 1894 to 1917", "alliance|1894|1917"),
        ] {
            assert_eq!(read(text).as_deref(), Some(expected), "{text}");
        }
    }

    #[test]
    fn numbers_that_are_no_years_stay() {
        for text in [
            "resolution 1991",
            "UN 2042",
            "UNSCR 1991",
            "Resolution No. 1991",
            "war 2500",
            "1991",
            "trade 78-79",
            "5000",
            "3 treaties",
            "war 12",
            "2042 tonnes",
            "1990s",
            "allies",
            "F-16 and 1500 tanks",
            "war 1995–1991",
            "",
        ] {
            assert_eq!(read(text), None, "{text}");
        }
        let years = ["1991", "1700.", "2042"].map(is_bare_year);
        assert_eq!((years, is_bare_year("2051"), is_bare_year("191")), ([true; 3], false, false));
    }
}
