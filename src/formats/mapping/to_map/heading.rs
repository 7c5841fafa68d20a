//! The heading of a map from what a network says of itself as a whole.

use super::super::header_words::squashed;
use super::super::own_columns::{AS_OF, DESCRIPTION, KINDS, SOURCES, SUBTITLE, TITLE};
use super::super::value_words::{is_blank, text};
use super::bounds::bounded;
use crate::formats::network::Network;
use crate::formats::problems::{Remarks, Spot};
use crate::model::Heading;

/// The heading of the map.
pub fn heading(network: &Network, is_own: bool, remarks: &mut Remarks) -> Heading {
    let mut heading = Heading::default();
    for (name, value) in &network.attributes {
        if is_blank(value) && !is_own || [KINDS, SOURCES].contains(&name.as_str()) {
            continue;
        }
        let written = bounded(&text(value), Spot::default(), remarks);
        match squashed(name).as_str() {
            TITLE | "name" | "label" | "graphname" if heading.title.is_empty() => {
                heading.title = written;
            }
            SUBTITLE if heading.subtitle.is_empty() => heading.subtitle = written,
            "asof" => match written.parse() {
                Ok(date) => heading.as_of = Some(date),
                Err(_) => add_note(&mut heading, &format!("{AS_OF}: {written}")),
            },
            DESCRIPTION | "comment" | "desc" | "notes" if is_own || heading.notes.is_empty() => {
                heading.notes = written;
            }
            DESCRIPTION | "comment" | "desc" | "notes" => add_note(&mut heading, &written),
            "creator" | "author" | "source" | "citation" | "keywords" | "license" | "url"
            | "rights" | "lastmodifieddate" | "date" => {
                add_note(&mut heading, &format!("{name}: {written}"));
            }
            _ => remarks.lose(
                Spot::default(),
                &format!("{name} = {written}"),
                "says of the whole network what a map has no place for",
                "It was left out.",
                "",
            ),
        }
    }
    heading
}

fn add_note(heading: &mut Heading, note: &str) {
    if !heading.notes.is_empty() {
        heading.notes.push('\n');
    }
    heading.notes.push_str(note);
}
