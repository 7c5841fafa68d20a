//! Fonts of the system for scripts that the embedded font lacks: the toolkit gets those that the map's
//! texts need in panels, lists and fields. Font files for East Asian scripts are large, so each is
//! loaded only when a letter of its script occurs.

use std::collections::BTreeSet;
use std::sync::Arc;

use egui::{Context, Event, FontData, ImeEvent};

use super::fonts::fonts;
use crate::model::Map;
use crate::scene::text::{self, Fonts, Han};
use crate::tasks::{drawn_texts, missing_letters};

/// The most families that are loaded.
const MOST_FAMILIES: usize = 24;

/// The fonts that have been loaded so far.
#[derive(Default)]
pub struct ScriptFonts {
    /// The families needed so far, in the order in which letters are looked up in them.
    families: Vec<String>,
    /// Those of them that the system has.
    faces: Vec<(String, Arc<FontData>)>,
    /// How many of them the toolkit has been given.
    given: usize,
    /// The revision whose texts have been read.
    read_revision: Option<u64>,
    /// The scripts for which a message has been returned.
    warned_scripts: BTreeSet<String>,
}

impl ScriptFonts {
    /// Loads what the map's texts and what is being typed need. Returns a message for each script that
    /// no font here has; each is returned once.
    pub fn update(&mut self, ctx: &Context, map: &Map, revision: u64) -> Vec<String> {
        let mut warnings = Vec::new();
        if self.read_revision.replace(revision) != Some(revision) {
            let han = Han::of(drawn_texts(map));
            all_texts(map).for_each(|text| self.request(text, han));
            for letters in missing_letters(map) {
                if self.warned_scripts.insert(letters.missing.script.clone()) {
                    warnings.push(letters.to_string());
                }
            }
        }
        for text in typed(ctx) {
            self.request(&text, Han::default());
        }
        if self.families.len() > self.given {
            for family in &self.families[self.given..] {
                if let Some((bytes, index)) = Fonts::system().file(family) {
                    let data = FontData { index, ..FontData::from_owned(bytes) };
                    self.faces.push((family.clone(), Arc::new(data)));
                }
            }
            self.given = self.families.len();
            ctx.set_fonts(fonts(&self.faces));
        }
        warnings
    }

    /// Has fonts loaded at the next update for texts that belong to no map yet.
    pub fn request_also(&mut self, texts: &[String]) {
        let han = Han::of(texts.iter().map(String::as_str));
        texts.iter().for_each(|text| self.request(text, han));
    }

    fn request(&mut self, text: &str, han: Han) {
        if text::covers(text) {
            return;
        }
        for family in Fonts::system().families_of(text, han) {
            if self.families.len() < MOST_FAMILIES && !self.families.contains(&family) {
                self.families.push(family);
            }
        }
    }
}

/// Every text of the map that panels show.
fn all_texts(map: &Map) -> impl Iterator<Item = &str> {
    let nations = map
        .nations()
        .iter()
        .flat_map(|(_, nation)| nation.tags.iter().chain([&nation.notes]).map(String::as_str));
    let ties = map.ties().iter().flat_map(|(_, tie)| {
        let notes = tie.evidence.iter().map(|evidence| evidence.note.as_str());
        notes.chain([tie.notes.as_str()])
    });
    let sources = map.sources().iter().map(|(_, source)| source.notes.as_str());
    let heading = [map.heading().notes.as_str()].into_iter();
    drawn_texts(map).chain(nations).chain(ties).chain(sources).chain(heading)
}

/// What is being typed or pasted in this frame.
fn typed(ctx: &Context) -> Vec<String> {
    ctx.input(|input| {
        let texts = input.events.iter().filter_map(|event| match event {
            Event::Text(text) | Event::Paste(text) | Event::Ime(ImeEvent::Commit(text)) => {
                Some(text)
            }
            _ => None,
        });
        texts.filter(|text| !text.is_ascii()).cloned().collect()
    })
}
