//! Letters of a map that no font on this machine has.

use std::collections::BTreeSet;

use crate::model::Map;
use crate::scene::text::{self, Missing};

/// Letters of one script that can't be drawn, and where they stand.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MissingLetters {
    /// The first text of the map that has some.
    pub text: String,
    /// Which letters, and what would help.
    pub missing: Missing,
}

impl std::fmt::Display for MissingLetters {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        const MOST: usize = 60;
        let Missing { letters, script, font } = &self.missing;
        let text: String = self.text.chars().take(MOST).collect();
        let cut = if text.len() < self.text.len() { "…" } else { "" };
        let some: Vec<&str> = letters.iter().take(4).map(String::as_str).collect();
        write!(
            f,
            "No font on this computer has “{}” ({script}) in “{text}{cut}”, and a box stands in \
             its place. ",
            some.join(" ")
        )?;
        match font {
            Some(font) => write!(f, "Install a font that has it, for instance {font}."),
            None => f.write_str("These codes are no letters of Unicode: write others."),
        }
    }
}

/// The letters that no font on this machine has, by script, with the first text of the map that has
/// some.
pub fn missing_letters(map: &Map) -> Vec<MissingLetters> {
    let mut told = BTreeSet::new();
    let mut found = Vec::new();
    for text in drawn_texts(map) {
        for missing in text::missing(text) {
            if told.insert(missing.script.clone()) {
                found.push(MissingLetters { text: text::clean(text), missing });
            }
        }
    }
    found
}

/// The texts of a map that a figure may show.
pub fn drawn_texts(map: &Map) -> impl Iterator<Item = &str> {
    let heading = map.heading();
    let texts = [&heading.title, &heading.subtitle].into_iter();
    let nations = map.nations().iter().map(|(_, nation)| &nation.name);
    let ties = map.ties().iter().map(|(_, tie)| &tie.label);
    let kinds = map.kinds().iter().map(|(_, kind)| &kind.name);
    let sources = map.sources().iter().map(|(_, source)| &source.title);
    texts.chain(nations).chain(ties).chain(kinds).chain(sources).map(String::as_str)
}
