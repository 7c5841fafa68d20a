//! Spans between two dates with a day or a month: `7–12 August 2008`, `1.9.1939 bis 8.5.1945`.

use super::date_read::DateRead;
use crate::model::PartialDate;

/// What stands between two such dates.
const BETWEEN: [&str; 7] = ["–", "—", " - ", " to ", " until ", " through ", " bis "];

/// Reads a span of dates, each of which `whole` reads; what the first one doesn't say is that of the second.
pub fn read(text: &str, whole: impl Fn(&str) -> Option<DateRead>) -> Option<DateRead> {
    let one = |text: &str| -> Option<PartialDate> {
        text.parse().ok().or_else(|| match whole(text)? {
            DateRead::Date(date) => Some(date),
            _ => None,
        })
    };
    let (first, last) = BETWEEN.iter().find_map(|between| text.split_once(between))?;
    let (first, last) = (first.trim(), last.trim());
    let until = one(last)?;
    let behind_day = last.split_once(' ').map(|(_, month_and_year)| month_and_year);
    let shared = [behind_day, last.rsplit(' ').next()].into_iter().flatten();
    let completed = shared.map(|rest| format!("{first} {rest}"));
    let since = one(first).or_else(|| {
        let mut completed = completed.into_iter();
        completed.find_map(|text| one(&text))
    })?;
    (since <= until).then_some(DateRead::Span(since, until))
}
