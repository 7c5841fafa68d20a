//! The letters of a map that no font on this machine has.

use std::collections::BTreeSet;

use super::drawn_texts;
use crate::model::Map;
use crate::scene::text::{self, Missing};

/// Letters of one script that can't be drawn, and where they occur.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MissingLetters {
    /// The first text of the map in which some occur.
    pub text: String,
    /// The letters, and a font that has them.
    pub missing: Missing,
}

impl std::fmt::Display for MissingLetters {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        const MAX_LETTERS: usize = 60;
        let Missing { letters, script, font } = &self.missing;
        let text: String = self.text.chars().take(MAX_LETTERS).collect();
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

/// The letters that no font on this machine has, by script, each script with the first text of the map
/// in which some occur.
pub fn missing_letters(map: &Map) -> Vec<MissingLetters> {
    let mut seen = BTreeSet::new();
    let mut found = Vec::new();
    for text in drawn_texts(map) {
        for missing in text::missing(text) {
            if seen.insert(missing.script.clone()) {
                found.push(MissingLetters { text: text::clean(text), missing });
            }
        }
    }
    found
}
