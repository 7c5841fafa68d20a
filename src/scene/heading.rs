//! The texts around a map: title, subtitle and date, and the list of sources.

use super::{HeadingLines, text};
use crate::model::{Map, Source};

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
    let line = |(_, source): (_, &Source)| {
        let title = text::clean(&source.title);
        // The date isn't repeated where the title already gives it.
        let day = source.date.map(|date| date.in_words()).filter(|day| !title.contains(day));
        match day {
            Some(day) => format!("{}, {day}", title.trim_end_matches('.')),
            None => title,
        }
    };
    map.sources().iter().map(line).collect()
}
