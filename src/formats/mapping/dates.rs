//! Dates as tables and files of other programs write them.

use crate::formats::vocabulary::month;
use crate::model::{Attribute, PartialDate};

/// Which of two numbers of a date such as `3/4/1950` is the day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DateOrder {
    /// The day comes first.
    DayFirst,
    /// The month comes first.
    MonthFirst,
}

/// What a value says as a date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DateRead {
    /// That there is none: empty, `0`, `-9`, `9999`, `ongoing`.
    None,
    /// A date.
    Date(PartialDate),
    /// A year of which more is said than could be understood, such as `3/4/1950` or `c. 1914`.
    YearOnly(PartialDate),
    /// From one date to another, such as `1914-1918`.
    Span(PartialDate, PartialDate),
    /// Nothing that is a date.
    Unreadable,
}

/// What stands where there is no date.
const NO_DATE: [&str; 24] = [
    "",
    "-",
    "–",
    "—",
    ".",
    "?",
    "na",
    "n/a",
    "nan",
    "null",
    "none",
    "nil",
    "unknown",
    "-9",
    "-99",
    "-1",
    "9999",
    "infinity",
    "-infinity",
    "inf",
    "present",
    "ongoing",
    "now",
    "today",
];

/// Reads a value as a date; `order` decides about `3/4/1950`.
pub fn read_date(value: &Attribute, order: Option<DateOrder>) -> DateRead {
    match value {
        Attribute::Text(text) => read_text(text.trim(), order),
        Attribute::Number(number) => read_number(*number),
        Attribute::Flag(_) => DateRead::Unreadable,
    }
}

fn read_number(number: f64) -> DateRead {
    if !number.is_finite() || [-9.0, -99.0, -1.0, 0.0, 9999.0].contains(&number) {
        return DateRead::None;
    }
    if number.fract() != 0.0 || !(1.0..=99_991_231.0).contains(&number) {
        return DateRead::Unreadable;
    }
    let number = number as u32;
    match number {
        1..=9_999 => date(number, 0, 0).map_or(DateRead::Unreadable, DateRead::Date),
        10_000_101.. => in_digits(number),
        _ => DateRead::Unreadable,
    }
}

/// `19140801`
fn in_digits(number: u32) -> DateRead {
    let whole = date(number / 10_000, number / 100 % 100, number % 100);
    whole.map_or(DateRead::Unreadable, DateRead::Date)
}

/// A date of a year and, unless they are 0, a month and a day.
fn date(year: u32, month: u32, day: u32) -> Option<PartialDate> {
    let text = match (month, day) {
        (0, _) => format!("{year:04}"),
        (_, 0) => format!("{year:04}-{month:02}"),
        _ => format!("{year:04}-{month:02}-{day:02}"),
    };
    text.parse().ok()
}

fn read_text(text: &str, order: Option<DateOrder>) -> DateRead {
    if let Ok(date) = text.parse() {
        return if text == "9999" { DateRead::None } else { DateRead::Date(date) };
    }
    if text.len() > 60 || NO_DATE.contains(&text.to_ascii_lowercase().as_str()) {
        return if text.len() > 60 { DateRead::Unreadable } else { DateRead::None };
    }
    if let Ok(number) = text.parse::<f64>() {
        return read_number(number);
    }
    let bare = text.trim_matches(['[', ']', '<', '>', '(', ')', ' ']);
    span(bare)
        .or_else(|| by_parts(without_time(bare), order))
        .or_else(|| in_words(bare))
        .unwrap_or_else(|| only_year(text))
}

/// What stands before the time of a day: `1914-08-01T00:00:00Z`, `01/08/1914 00:00`.
fn without_time(text: &str) -> &str {
    let end =
        text.find(['T', ' ']).filter(|at| text[at + 1..].starts_with(|c: char| c.is_ascii_digit()));
    let has_time = |at: &usize| text[at + 1..].contains(':');
    end.filter(has_time).map_or(text, |at| &text[..at])
}

/// `1914-1918`, `1914–18`, `1914, 1918`, `1914-06/1918-11`
fn span(text: &str) -> Option<DateRead> {
    let (first, last) = text
        .split_once(['–', '—', ',', ';'])
        .or_else(|| text.split_once(" - "))
        .or_else(|| text.split_once('/').filter(|(first, _)| first.len() >= 4))
        .or_else(|| text.split_once('-').filter(|(_, last)| is_later_year(text, last)))?;
    let (first, last) = (first.trim(), last.trim());
    let since: PartialDate = first.parse().ok()?;
    let whole = match last.len() {
        2 if first.len() == 4 => format!("{}{last}", first.get(..2)?),
        _ => last.to_owned(),
    };
    let until: PartialDate = whole.parse().ok()?;
    (since <= until).then_some(DateRead::Span(since, until))
}

/// Whether what follows a year and a hyphen is another year and no month: `1939-1945`, `1939-45`.
fn is_later_year(text: &str, last: &str) -> bool {
    let starts_with_year = text.len() >= 7 && text.as_bytes()[..4].iter().all(u8::is_ascii_digit);
    starts_with_year
        && match last.len() {
            4 => true,
            2 => last.parse().is_ok_and(|number: u8| number > 12),
            _ => false,
        }
}

/// `1914/8/1`, `1.8.1914`, `1/8/1914`
fn by_parts(text: &str, order: Option<DateOrder>) -> Option<DateRead> {
    let mut parts = text.split(['/', '.', '-']);
    let mut number = || {
        let part = parts.next()?.trim();
        let is_number =
            !part.is_empty() && part.len() <= 4 && part.bytes().all(|b| b.is_ascii_digit());
        is_number.then(|| part.parse().ok().map(|number: u32| (number, part.len())))?
    };
    let (first, second) = (number()?, number()?);
    let third = number();
    if parts.next().is_some() {
        return None;
    }
    let Some(third) = third else {
        let (month, year) = if first.1 == 4 { (second, first) } else { (first, second) };
        return (year.1 == 4).then(|| date(year.0, month.0, 0).map(DateRead::Date))?;
    };
    if first.1 == 4 {
        return date(first.0, second.0, third.0).map(DateRead::Date);
    }
    if third.1 != 4 {
        return None;
    }
    let order = if text.contains('.') { Some(DateOrder::DayFirst) } else { order };
    let [day_first, month_first] =
        [date(third.0, second.0, first.0), date(third.0, first.0, second.0)];
    let meant = match (order, day_first, month_first) {
        (_, Some(only), None) | (_, None, Some(only)) => only,
        (_, Some(one), Some(other)) if one == other => one,
        (Some(DateOrder::DayFirst), Some(date), _)
        | (Some(DateOrder::MonthFirst), _, Some(date)) => date,
        _ => return date(third.0, 0, 0).map(DateRead::YearOnly),
    };
    Some(DateRead::Date(meant))
}

/// `14 May 1955`, `May 14, 1955`, `May 1955`
fn in_words(text: &str) -> Option<DateRead> {
    let words: Vec<&str> =
        text.split([' ', ',', '.', '-']).filter(|word| !word.is_empty()).collect();
    let day = |word: &str| {
        word.trim_end_matches(|c: char| c.is_ascii_alphabetic())
            .parse()
            .ok()
            .filter(|day: &u32| *day > 0)
    };
    let year = |word: &str| (word.len() == 4).then(|| word.parse().ok())?;
    let read = match words[..] {
        [first, last] => date(year(last)?, month(first)? as u32, 0),
        [first, second, last] => match month(first) {
            Some(month) => date(year(last)?, month as u32, day(second)?),
            None => date(year(last)?, month(second)? as u32, day(first)?),
        },
        _ => None,
    };
    read.map(DateRead::Date)
}

/// The only year that a text names: `c. 1914`, `1950s`, `spring 1939`.
fn only_year(text: &str) -> DateRead {
    let mut years = text
        .split(|c: char| !c.is_ascii_digit())
        .filter(|digits| digits.len() == 4 && (b'1'..=b'2').contains(&digits.as_bytes()[0]));
    match (years.next().and_then(|year| year.parse().ok()), years.next()) {
        (Some(year), None) => DateRead::YearOnly(year),
        _ => DateRead::Unreadable,
    }
}

/// The order that values decide: one whose day is above 12 does so; `None` where none is, or where values
/// contradict one another.
pub fn date_order<'a>(values: impl Iterator<Item = &'a Attribute>) -> Option<DateOrder> {
    let (mut day_first, mut month_first) = (false, false);
    for value in values {
        let Attribute::Text(text) = value else { continue };
        let mut parts = without_time(text.trim()).split(['/', '-']);
        let mut number = || parts.next()?.trim().parse::<u32>().ok();
        let (Some(first), Some(second), Some(year)) = (number(), number(), number()) else {
            continue;
        };
        if year > 31 && parts.next().is_none() {
            day_first |= (13..=31).contains(&first) && second <= 12;
            month_first |= (13..=31).contains(&second) && first <= 12;
        }
    }
    match (day_first, month_first) {
        (true, false) => Some(DateOrder::DayFirst),
        (false, true) => Some(DateOrder::MonthFirst),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(text: &str, order: Option<DateOrder>) -> String {
        match read_date(&Attribute::Text(text.to_owned()), order) {
            DateRead::None => "none".to_owned(),
            DateRead::Date(date) => date.to_string(),
            DateRead::YearOnly(date) => format!("{date} only"),
            DateRead::Span(since, until) => format!("{since} to {until}"),
            DateRead::Unreadable => "unreadable".to_owned(),
        }
    }

    #[test]
    fn dates_are_read_as_tables_write_them() {
        for (text, expected) in [
            ("1914", "1914"),
            ("1914.0", "1914"),
            ("19140801", "1914-08-01"),
            ("1914-08-01T00:00:00Z", "1914-08-01"),
            ("1914-08-01 00:00:00", "1914-08-01"),
            ("1914/8/1", "1914-08-01"),
            ("8/1914", "1914-08"),
            ("1.8.1914", "1914-08-01"),
            ("31/12/1914", "1914-12-31"),
            ("12/31/1914", "1914-12-31"),
            ("3/3/1914", "1914-03-03"),
            ("3/4/1914", "1914 only"),
            ("c. 1914", "1914 only"),
            ("14 May 1955", "1955-05-14"),
            ("May 14, 1955", "1955-05-14"),
            ("Sept 1939", "1939-09"),
            ("1939-45", "1939 to 1945"),
            ("1914–1918", "1914 to 1918"),
            ("[1914,1918]", "1914 to 1918"),
            ("1914-06/1918-11", "1914-06 to 1918-11"),
            ("-9", "none"),
            ("9999", "none"),
            ("Infinity", "none"),
            ("ongoing", "none"),
            ("soon", "unreadable"),
            ("32/13/1914", "1914 only"),
            ("1914-02-30", "1914 only"),
            ("0", "none"),
        ] {
            assert_eq!(shown(text, None), expected, "{text}");
        }
        assert_eq!(shown("3/4/1914", Some(DateOrder::DayFirst)), "1914-04-03");
        assert_eq!(shown("3/4/1914", Some(DateOrder::MonthFirst)), "1914-03-04");
    }

    #[test]
    fn one_day_above_twelve_decides_for_all_and_two_that_differ_for_none() {
        let order = |texts: &[&str]| {
            let values: Vec<_> = texts.iter().map(|t| Attribute::Text((*t).to_owned())).collect();
            date_order(values.iter())
        };
        assert_eq!(order(&["3/4/1914", "13/4/1914"]), Some(DateOrder::DayFirst));
        assert_eq!(order(&["3/4/1914", "4/13/1914"]), Some(DateOrder::MonthFirst));
        assert_eq!(order(&["3/4/1914", "4/5/1914"]), None);
        assert_eq!(order(&["13/4/1914", "4/13/1914"]), None);
    }
}
