//! Dates as tables and files of other programs write them.

use super::date_read::{DateOrder, DateRead, DateStyle};
use super::{date_spans, open_dates, year_spans};
use crate::formats::vocabulary::{month, numeric_date, whole_year, without_footnote_marks};
use crate::model::{Attribute, PartialDate};

/// Reads a value as a date.
pub fn read_date(value: &Attribute, style: DateStyle) -> DateRead {
    match value {
        Attribute::Text(text) => read_text(text.trim(), style),
        Attribute::Number(number) => read_number(*number),
        Attribute::Flag(_) => DateRead::Unreadable,
    }
}

fn read_number(number: f64) -> DateRead {
    if !number.is_finite() || open_dates::is_code(number) {
        return DateRead::Open;
    }
    if number.fract() != 0.0 || !(1.0..=99_991_231.0).contains(&number) {
        return DateRead::Unreadable;
    }
    let number = number as u32;
    match number {
        1..=9_999 => date(number, 0, 0).map_or(DateRead::Unreadable, DateRead::Date),
        10_000_101.. => in_digits(number),
        100_001..=299_912 if (1..=12).contains(&(number % 100)) => {
            date(number / 100, number % 100, 0).map_or(DateRead::Unreadable, DateRead::Date)
        }
        _ => by_number_of_day(number).map_or(DateRead::Unreadable, DateRead::Serial),
    }
}

/// The day with a number that spreadsheets give it, from 1927 to 2119: the first is 1900-01-01, and there is a
/// 1900-02-29 that never was. Other numbers may be anything.
fn by_number_of_day(number: u32) -> Option<PartialDate> {
    const UNIX_EPOCH: u32 = 25_569;
    if !(10_000..=80_000).contains(&number) {
        return None;
    }
    // By Howard Hinnant, “chrono-Compatible Low-Level Date Algorithms”: civil_from_days.
    let days = i64::from(number) - i64::from(UNIX_EPOCH) + 719_468;
    let era = days.div_euclid(146_097);
    let day_of_era = days.rem_euclid(146_097);
    let year_of_era =
        (day_of_era - day_of_era / 1_460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
    let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let shifted = (5 * day_of_year + 2) / 153;
    let day = day_of_year - (153 * shifted + 2) / 5 + 1;
    let month = if shifted < 10 { shifted + 3 } else { shifted - 9 };
    let year = year_of_era + era * 400 + i64::from(month <= 2);
    date(year as u32, month as u32, day as u32)
}

/// `19140801`
fn in_digits(number: u32) -> DateRead {
    let whole = date(number / 10_000, number / 100 % 100, number % 100);
    whole.map_or(DateRead::Unreadable, DateRead::Date)
}

/// A date of a year and, unless they are 0, a month and a day.
fn date(year: u32, month: u32, day: u32) -> Option<PartialDate> {
    let known = |part: u32| (part > 0).then_some(part);
    PartialDate::new(year, known(month), known(month).and(known(day))).ok()
}

fn read_text(text: &str, style: DateStyle) -> DateRead {
    let text = without_footnote_marks(text);
    // So large files write their dates; nothing else that a text may mean is as long.
    const DAY: usize = "1914-08-01".len();
    if text.len() == DAY
        && let Ok(date) = text.parse::<PartialDate>()
        && (1..9999).contains(&date.year())
    {
        return DateRead::Date(date);
    }
    if let Some(open) = open_dates::read(text) {
        return open;
    }
    if text.len() > 60 {
        return DateRead::Unreadable;
    }
    if let Some(span) = year_spans::short(text, style.has_short_spans) {
        return span;
    }
    if let Ok(date) = text.parse() {
        return DateRead::Date(date);
    }
    if let Ok(number) = text.parse::<f64>() {
        return read_number(number);
    }
    if let Some(date) = with_signs(text) {
        return DateRead::Date(date);
    }
    let bare = text.trim_matches(['[', ']', '<', '>', '(', ')', ' ']);
    year_spans::span(bare, style.has_short_spans)
        .or_else(|| read_whole(bare, style))
        .or_else(|| date_spans::read(bare, |text| read_whole(text, style)))
        .unwrap_or_else(|| only_year(text))
}

/// A date with a day or a month, in numbers or in words.
fn read_whole(text: &str, style: DateStyle) -> Option<DateRead> {
    by_parts(without_time(text), style.order).or_else(|| in_words(text))
}

/// What stands before the time of a day: `1914-08-01T00:00:00Z`, `01/08/1914 00:00`.
fn without_time(text: &str) -> &str {
    let end =
        text.find(['T', ' ']).filter(|at| text[at + 1..].starts_with(|c: char| c.is_ascii_digit()));
    let has_time = |at: &usize| text[at + 1..].contains(':');
    end.filter(has_time).map_or(text, |at| &text[..at])
}

/// `1914/8/1`, `1.8.1914`, `1/8/1914`, `6/23/60`
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
    let (year, is_short) = match third.1 {
        4 => (third.0, false),
        _ => (numeric_date(text)?.year, true),
    };
    let order = if text.contains('.') { Some(DateOrder::DayFirst) } else { order };
    let [day_first, month_first] = [date(year, second.0, first.0), date(year, first.0, second.0)];
    let meant = match (order, day_first, month_first) {
        (_, Some(only), None) | (_, None, Some(only)) => only,
        (_, Some(one), Some(other)) if one == other => one,
        (Some(DateOrder::DayFirst), Some(date), _)
        | (Some(DateOrder::MonthFirst), _, Some(date)) => date,
        // What is no day of a month isn't a date of two digits, and may be anything.
        (_, None, None) if is_short => return None,
        _ => return date(year, 0, 0).map(DateRead::YearOnly),
    };
    Some(if is_short { DateRead::Short(meant) } else { DateRead::Date(meant) })
}

/// `2024年6月19日`, `2024년 6월`
fn with_signs(text: &str) -> Option<PartialDate> {
    let (year, rest) = text.split_once(['年', '년'])?;
    let (month, rest) = match rest.trim().split_once(['月', '월']) {
        Some((month, rest)) => (number(month)?, rest.trim()),
        None => (0, rest.trim()),
    };
    let day = if rest.is_empty() { 0 } else { number(rest.strip_suffix(['日', '일', '号'])?)? };
    let is_whole = year.trim().len() == 4 && (day == 0 || month > 0);
    is_whole.then(|| date(number(year)?, month, day))?
}

/// A whole number above 0.
fn number(text: &str) -> Option<u32> {
    text.trim().parse().ok().filter(|number| *number > 0)
}

/// Words that may stand between day, month and year, or behind a year.
const BETWEEN_WORDS: [&str; 11] =
    ["de", "del", "den", "of", "the", "г", "года", "году", "р", "року", "r"];

/// `14 May 1955`, `May 14, 1955`, `May 1955`, `19. Juni 2024`, `19 de junio de 2024`, `12-Mar-98`
fn in_words(text: &str) -> Option<DateRead> {
    let has_hyphen = text.contains('-');
    let text = text.to_lowercase();
    let words: Vec<&str> = text
        .split([' ', ',', '.', '-', '\u{a0}'])
        .filter(|word| !word.is_empty() && !BETWEEN_WORDS.contains(word))
        .collect();
    let day = |word: &str| number(word.trim_end_matches(|c: char| c.is_alphabetic() || c == 'º'));
    let year = |word: &str| {
        let whole = || (word.len() == 4).then(|| word.parse().ok())?;
        whole().or_else(|| whole_year(word).map(u32::from))
    };
    let month = |word: &str| month(word).map(|month| month as u32);
    let last = *words.last()?;
    let read = match words[..] {
        // “Mar-98” is a month as spreadsheets show it, and “Mar 12” a day.
        [first, _] if last.len() == 4 || has_hyphen => date(year(last)?, month(first)?, 0),
        [first, second, _] => match month(first) {
            Some(month) => date(year(last)?, month, day(second)?),
            None => date(year(last)?, month(second)?, day(first)?),
        },
        _ => None,
    };
    read.map(if last.len() == 4 { DateRead::Date } else { DateRead::Short })
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

/// Whether values decide that `2003-05` is a span of years: some can only be one, and none can only be a month.
pub fn has_short_spans<'a>(values: impl Iterator<Item = &'a Attribute>) -> bool {
    let (mut spans, mut months) = (false, false);
    for value in values {
        let Attribute::Text(text) = value else { continue };
        let text = text.trim();
        spans |= year_spans::short(text, false).is_some();
        months |= text.parse().is_ok_and(|date: PartialDate| date.month().is_some())
            && !matches!(year_spans::short(text, true), Some(DateRead::Span(_, until)) if is_soon(text, until));
    }
    spans && !months
}

/// Whether the end of a short span is in the century of its beginning: `2003-05`, and not `1992-05`.
fn is_soon(text: &str, until: PartialDate) -> bool {
    text.get(..2).and_then(|century| century.parse().ok()) == Some(until.year() / 100)
}

/// The order that values decide: one whose day is above 12 does so; `None` where none is, or where values
/// contradict one another.
pub fn date_order<'a>(values: impl Iterator<Item = &'a Attribute>) -> Option<DateOrder> {
    let (mut day_first, mut month_first) = (false, false);
    for value in values {
        let Attribute::Text(text) = value else { continue };
        let read = numeric_date(without_time(text.trim())).filter(|date| date.sign != '.');
        let Some((Some(first), second)) = read.map(|date| (date.first, date.second)) else {
            continue;
        };
        day_first |= (13..=31).contains(&first) && second <= 12;
        month_first |= (13..=31).contains(&second) && first <= 12;
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
        shown_in(text, DateStyle { order, ..DateStyle::default() })
    }

    fn shown_in(text: &str, style: DateStyle) -> String {
        match read_date(&Attribute::Text(text.into()), style) {
            DateRead::None => "none".to_owned(),
            DateRead::Open => "open".to_owned(),
            DateRead::Date(date) => date.to_string(),
            DateRead::Serial(date) => format!("{date} by its number"),
            DateRead::Short(date) => format!("{date} of two digits"),
            DateRead::YearOnly(date) => format!("{date} only"),
            DateRead::Span(since, until) => format!("{since} to {until}"),
            DateRead::From(since) => format!("{since} on"),
            DateRead::UpTo(until) => format!("to {until}"),
            DateRead::Unreadable => "unreadable".to_owned(),
        }
    }

    #[test]
    fn short_spans_are_no_months() {
        for (text, alone, among_spans) in [
            ("1992-5", "1992 to 1995", "1992 to 1995"),
            ("1992-95", "1992 to 1995", "1992 to 1995"),
            ("1914–18", "1914 to 1918", "1914 to 1918"),
            ("1914–8", "1914 to 1918", "1914 to 1918"),
            ("2001/02", "2001 to 2002", "2001 to 2002"),
            ("2001/2", "2001 to 2002", "2001 to 2002"),
            ("1999/00", "1999 to 2000", "1999 to 2000"),
            ("1999–05", "1999 to 2005", "1999 to 2005"),
            ("1992-05", "1992-05", "1992 to 2005"),
            ("2003-05", "2003-05", "2003 to 2005"),
            ("1995-3", "1995-03", "1995-03"),
            ("1950/6", "1950-06", "1950 to 1956"),
            ("1914-06-28", "1914-06-28", "1914-06-28"),
            ("1939 to 1945", "1939 to 1945", "1939 to 1945"),
            ("1939 bis 1945", "1939 to 1945", "1939 to 1945"),
        ] {
            let spans = DateStyle { has_short_spans: true, ..DateStyle::default() };
            assert_eq!([shown(text, None), shown_in(text, spans)], [alone, among_spans], "{text}");
        }
    }

    #[test]
    fn what_goes_on_or_isnt_known_is_open() {
        for text in [
            "0",
            "-9",
            "-99",
            "9999",
            "99999",
            "9999-12-31",
            "99991231",
            "0000-00-00",
            "present",
            "Ongoing",
            "today",
            "…",
            "bis heute",
            "en cours",
            "Infinity",
            "still in force",
        ] {
            assert_eq!(shown(text, None), "open", "{text}");
        }
        for (text, expected) in [
            ("1949–present", "1949 on"),
            ("1949-", "1949 on"),
            ("1949 – ongoing", "1949 on"),
            ("1949/9999", "1949 on"),
            ("since 1949", "1949 on"),
            ("seit 1949-04", "1949-04 on"),
            ("1949 to date", "1949 on"),
            ("until 1955", "to 1955"),
            ("–1955", "to 1955"),
            ("-", "none"),
            ("n/a", "none"),
            ("", "none"),
        ] {
            assert_eq!(shown(text, None), expected, "{text}");
        }
    }

    #[test]
    fn a_network_whose_spans_are_short_has_no_months() {
        let are = |texts: &[&str]| {
            let values: Vec<_> = texts.iter().map(|t| Attribute::Text((*t).into())).collect();
            has_short_spans(values.iter())
        };
        assert!(are(&["1992-95", "2003-05"]));
        assert!(are(&["1914–18", "2003-05"]));
        assert!(!are(&["1992-05", "2003-05"]));
        assert!(!are(&["1992-95", "1990-01", "2003-05"]));
        assert!(!are(&["1992-95", "2003-05-01"]));
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
            ("19 juin 2024", "2024-06-19"),
            ("1er août 1999", "1999-08-01"),
            ("19. Juni 2024", "2024-06-19"),
            ("1. März 1999", "1999-03-01"),
            ("Juni 2024", "2024-06"),
            ("19 de junio de 2024", "2024-06-19"),
            ("junho de 2024", "2024-06"),
            ("1º de março de 1999", "1999-03-01"),
            ("19 giugno 2024", "2024-06-19"),
            ("19 juni 2024", "2024-06-19"),
            ("19 czerwca 2024 r.", "2024-06-19"),
            ("19 июня 2024 г.", "2024-06-19"),
            ("1 марта 1999 года", "1999-03-01"),
            ("19 червня 2024 р.", "2024-06-19"),
            ("19 Haziran 2024", "2024-06-19"),
            ("19 يونيو 2024", "2024-06-19"),
            ("2024年6月19日", "2024-06-19"),
            ("1999年3月", "1999-03"),
            ("1999年", "1999"),
            ("2024년 6월 19일", "2024-06-19"),
            ("31 juin 2024", "2024 only"),
            ("45462", "2024-06-19 by its number"),
            ("36526", "2000-01-01 by its number"),
            ("36585", "2000-02-29 by its number"),
            ("10000", "1927-05-18 by its number"),
            ("80001", "unreadable"),
            ("1939-45", "1939 to 1945"),
            ("1914–1918", "1914 to 1918"),
            ("[1914,1918]", "1914 to 1918"),
            ("1914-06/1918-11", "1914-06 to 1918-11"),
            ("-9", "open"),
            ("9999", "open"),
            ("Infinity", "open"),
            ("ongoing", "open"),
            ("soon", "unreadable"),
            ("32/13/1914", "1914 only"),
            ("1914-02-30", "1914 only"),
            ("0", "open"),
            ("6/23/60", "1960-06-23 of two digits"),
            ("12.3.98", "1998-03-12 of two digits"),
            ("12-Mar-98", "1998-03-12 of two digits"),
            ("3 mars 98", "1998-03-03 of two digits"),
            ("Mar-98", "1998-03 of two digits"),
            ("3/4/98", "1998 only"),
            ("98/03/12", "unreadable"),
            ("Mar 12", "unreadable"),
            ("1998–2000[3]", "1998 to 2000"),
            ("7–12 August 2008", "2008-08-07 to 2008-08-12"),
            ("Oct–Nov 1962", "1962-10 to 1962-11"),
            ("27 September 2020 – 10 November 2020", "2020-09-27 to 2020-11-10"),
            ("27 September – 10 November 2020", "2020-09-27 to 2020-11-10"),
            ("1.9.1939 bis 8.5.1945", "1939-09-01 to 1945-05-08"),
            ("June 1967 to 1970", "1967-06 to 1970"),
        ] {
            assert_eq!(shown(text, None), expected, "{text}");
        }
        assert_eq!(shown("3/4/98", Some(DateOrder::DayFirst)), "1998-04-03 of two digits");
        assert_eq!(shown("3/4/1914", Some(DateOrder::DayFirst)), "1914-04-03");
        assert_eq!(shown("3/4/1914", Some(DateOrder::MonthFirst)), "1914-03-04");
    }

    #[test]
    fn one_day_above_twelve_decides_for_all_and_two_that_differ_for_none() {
        let order = |texts: &[&str]| {
            let values: Vec<_> = texts.iter().map(|t| Attribute::Text((*t).into())).collect();
            date_order(values.iter())
        };
        assert_eq!(order(&["3/4/1914", "13/4/1914"]), Some(DateOrder::DayFirst));
        assert_eq!(order(&["3/4/1914", "4/13/1914"]), Some(DateOrder::MonthFirst));
        assert_eq!(order(&["3/4/1914", "4/5/1914"]), None);
        assert_eq!(order(&["13/4/1914", "4/13/1914"]), None);
    }
}
