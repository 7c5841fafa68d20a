//! Spans of years: `1914-1918`, `1914–18`, `1992-5`, `2001/02`.

use super::date_read::DateRead;
use crate::model::PartialDate;

/// What stands between two dates, the surest first.
const BETWEEN: [&str; 12] =
    ["–", "—", ",", ";", " - ", " to ", " until ", " through ", " bis ", "..", "/", "-"];

/// A span whose end is the last one or two digits of a year. `2003-05` may be a month; it is a span where the
/// others are, which `are_spans` says.
pub fn short(text: &str, are_spans: bool) -> Option<DateRead> {
    let between = text.chars().nth(4)?;
    let (first, last) = text.split_once(between)?;
    let (first, last) = (first.trim(), last.trim());
    let is_digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    if first.len() != 4 || !(1..=2).contains(&last.len()) || !is_digits(first) || !is_digits(last) {
        return None;
    }
    let (since, end): (u32, u32) = (first.parse().ok()?, last.parse().ok()?);
    let unit = if last.len() == 1 { 10 } else { 100 };
    let in_this = since / unit * unit + end;
    let is_later = in_this > since;
    let until = if is_later { in_this } else { in_this + unit };
    let is_next = until == since + 1;
    let is_no_month = end > 12 || end == 0;
    let is_span = match between {
        '–' | '—' => is_later || last.len() == 2,
        '-' if last.len() == 1 => is_later,
        '-' => is_no_month && (is_later || is_next) || are_spans,
        '/' => is_next || is_no_month && is_later || are_spans && is_later,
        _ => false,
    };
    let year = |year: u32| PartialDate::new(year, None, None).ok();
    is_span.then(|| Some(DateRead::Span(year(since)?, year(until)?)))?
}

/// A span between two dates: `1914-06/1918-11`, `1939 to 1945`.
pub fn span(text: &str, are_spans: bool) -> Option<DateRead> {
    if let Some(span) = short(text, are_spans) {
        return Some(span);
    }
    let of = |between: &&str| {
        let (first, last) = text.split_once(between)?;
        let [since, until] = [first, last].map(|date| date.trim().parse::<PartialDate>().ok());
        let (since, until) = since.zip(until)?;
        (since <= until).then_some(DateRead::Span(since, until))
    };
    BETWEEN.iter().find_map(of)
}
