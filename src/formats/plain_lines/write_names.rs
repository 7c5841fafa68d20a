//! Names and texts in lines: in quotation marks where they could be read as something else.

use std::collections::HashMap;

use crate::model::{Map, NationId};
use crate::names::{Clue, Recognition, by_code, caseless, recognise};

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

    /// The name of a nation, or its code where the name may mean several; `None` where a line can't name it, for
    /// [`Names::why_unnamed`].
    pub fn of_nation(&self, id: NationId) -> Option<String> {
        let name = &self.map.nations().get(id)?.name;
        if self.by_name.get(&caseless(name)) != Some(&id) || name.trim() != name {
            return None;
        }
        match recognise(name, self.year) {
            Recognition::Ambiguous(_) => self.code_of(id).or_else(|| quoted(name)),
            Recognition::Known(found) if found.clue == Clue::Name && is_plain(name) => {
                Some(name.clone())
            }
            _ => quoted(name),
        }
    }
}

impl Names<'_> {
    /// The code of a nation, where it alone gives the nation its name again.
    fn code_of(&self, id: NationId) -> Option<String> {
        let nation = self.map.nations().get(id)?;
        let code = nation.code.as_deref()?;
        let known = by_code(code).filter(|known| known.name == nation.name)?;
        let is_it = |found: Recognition| match found {
            Recognition::Known(found) => found.nation.code == known.code,
            Recognition::Ambiguous(_) | Recognition::Unknown => false,
        };
        is_it(recognise(code, self.year)).then(|| code.to_owned())
    }

    /// Why a line can't name a nation.
    pub fn why_unnamed(&self, id: NationId) -> &'static str {
        let name = self.map.nations().get(id).map_or("", |nation| nation.name.as_str());
        if self.by_name.get(&caseless(name)) != Some(&id) {
            "another nation has that name"
        } else {
            "no quotation marks fit around its name"
        }
    }

    /// Whether a name means in a year something else than at the date of the map, and not the nation that has it.
    pub fn changes_by(&self, id: NationId, year: i32) -> bool {
        let meaning = |year| {
            let nation = self.map.nations().get(id)?;
            match recognise(&nation.name, year) {
                Recognition::Known(found) => Some(found.nation.code),
                Recognition::Ambiguous(_) | Recognition::Unknown => None,
            }
        };
        let own = self.map.nations().get(id).and_then(|nation| nation.code.as_deref());
        let then = meaning(Some(year));
        self.year != Some(year) && meaning(self.year) != then && (then.is_none() || then != own)
    }

    /// The code that a nation gets when its name is read.
    pub fn code_read(&self, id: NationId) -> Option<&str> {
        let nation = self.map.nations().get(id)?;
        match recognise(&nation.name, self.year) {
            Recognition::Known(found) => Some(found.nation.code),
            Recognition::Ambiguous(_) => {
                self.code_of(id).and_then(|code| by_code(&code)).map(|known| known.code)
            }
            Recognition::Unknown => None,
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
