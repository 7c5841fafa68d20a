//! Names and texts in lines: in quotation marks where they could be read as something else.

use std::collections::HashMap;

use crate::model::{Map, NationId};
use crate::names::{Clue, Recognition, caseless, recognise};

/// Marks of quotation, and what a text between them must not have.
const QUOTES: [(char, char, &[char]); 4] =
    [('"', '"', &['"']), ('“', '”', &['”', '"']), ('«', '»', &['»']), ('「', '」', &['」'])];

/// How the nations of a map are named in lines.
pub struct Names<'m> {
    map: &'m Map,
    /// The nation that each name means, in small letters.
    by_name: HashMap<String, NationId>,
    year: Option<i32>,
}

impl<'m> Names<'m> {
    pub fn of(map: &'m Map) -> Self {
        let mut by_name = HashMap::new();
        for (id, nation) in map.nations().iter() {
            by_name.entry(caseless(&nation.name)).or_insert(id);
        }
        Self { map, by_name, year: map.heading().as_of.map(|date| i32::from(date.year())) }
    }

    /// The name of a nation; `None` where a line can't name it, for another one has the name, or it may mean
    /// several nations.
    pub fn of_nation(&self, id: NationId) -> Option<String> {
        let name = &self.map.nations().get(id)?.name;
        if self.by_name.get(&caseless(name)) != Some(&id) || name.trim() != name {
            return None;
        }
        match recognise(name, self.year) {
            Recognition::Ambiguous(_) => None,
            Recognition::Known(found) if found.clue == Clue::Name && is_plain(name) => {
                Some(name.clone())
            }
            _ => quoted(name),
        }
    }
}

/// Whether a name that is known has no signs that a line gives a meaning to.
fn is_plain(name: &str) -> bool {
    let is_letter = |c: char| c.is_alphabetic() || matches!(c, ' ' | '\'' | '’');
    name.chars().all(is_letter) && name.starts_with(char::is_uppercase)
}

/// A text in quotation marks; `None` where it has line feeds, or every sort of mark.
pub fn quoted(text: &str) -> Option<String> {
    if text.trim().is_empty() || text.contains(['\n', '\r']) {
        return None;
    }
    let fits = |(_, _, inside): &&(char, char, &[char])| !text.contains(*inside);
    QUOTES.iter().find(fits).map(|(open, close, _)| format!("{open}{text}{close}"))
}

/// The title of a source; `None` where reading would change it.
pub fn source_title(title: &str) -> Option<String> {
    quoted(title).filter(|_| title.trim() == title && !title.ends_with('.'))
}
