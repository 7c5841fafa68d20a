//! The texts around a map: title, subtitle and date, and the list of sources.

use super::{HeadingLines, text};
use crate::model::{Map, PartialDate, Source};

/// The heading of a map.
pub(super) fn heading(map: &Map) -> HeadingLines {
    let heading = map.heading();
    let subtitle = text::clean(&heading.subtitle);
    // The date isn't repeated where the subtitle already gives it.
    let day = heading.as_of.map(|date| date.in_words()).filter(|day| !subtitle.contains(day));
    HeadingLines {
        title: text::clean(&heading.title),
        subtitle,
        as_of: day.map_or_else(String::new, |day| format!("As of {day}")),
    }
}

/// The sources of a map as lines of text, in the order of the map.
pub(super) fn sources(map: &Map) -> Vec<String> {
    let line = |(_, source): (_, &Source)| with_date(&text::clean(&source.title), source.date);
    map.sources().iter().map(line).collect()
}

/// A title followed by its date. A date that the title gives isn't repeated; one that it gives less
/// precisely is replaced.
fn with_date(title: &str, date: Option<PartialDate>) -> String {
    let Some(date) = date else { return title.to_owned() };
    let day = date.in_words();
    if mentions(title, &day).is_some() || mentions(title, &date.to_string()).is_some() {
        return title.to_owned();
    }
    // “December 2022” for 16 December 2022, and “2022” only where the title ends with it.
    let words: Vec<&str> = day.split(' ').collect();
    let coarser = (1..words.len()).map(|skipped| words[skipped..].join(" "));
    for coarse in coarser {
        let Some(at) = mentions(title, &coarse) else { continue };
        let (before, after) = (&title[..at], &title[at + coarse.len()..]);
        let is_last = after.trim_matches(['.', ')', ']', ' ']).is_empty();
        if is_last || coarse.contains(' ') {
            return format!("{before}{day}{after}");
        }
    }
    format!("{}, {day}", title.trim_end_matches('.'))
}

/// Where a title mentions a date last, as words of their own.
pub(super) fn mentions(title: &str, date: &str) -> Option<usize> {
    let is_apart = |(at, _): &(usize, &str)| {
        let before = title[..*at].chars().next_back();
        let after = title[at + date.len()..].chars().next();
        ![before, after].into_iter().flatten().any(char::is_alphanumeric)
    };
    title.rmatch_indices(date).find(is_apart).map(|(at, _)| at)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_source_says_its_date_once() {
        let line = |title: &str, date: &str| with_date(title, date.parse().ok());
        for (title, date, expected) in [
            ("Strategy, December 2022", "2022-12-16", "Strategy, 16 December 2022"),
            (
                "Strategy of December 2022, part 1",
                "2022-12-16",
                "Strategy of 16 December 2022, part 1",
            ),
            ("Sleepwalkers, 2012", "2012-03", "Sleepwalkers, March 2012"),
            ("Report (2022).", "2022-05-01", "Report (1 May 2022)."),
            ("Report, 1 May 2022", "2022-05-01", "Report, 1 May 2022"),
            ("Report 2022-05-01", "2022-05-01", "Report 2022-05-01"),
            ("Outlook 2022 to 2030", "2021", "Outlook 2022 to 2030, 2021"),
            ("Outlook 2022 to 2030", "2022-01", "Outlook 2022 to 2030, January 2022"),
            ("No. 120221", "2022", "No. 120221, 2022"),
            ("Plain.", "2022-05", "Plain, May 2022"),
        ] {
            assert_eq!(line(title, date), expected);
        }
    }
}
