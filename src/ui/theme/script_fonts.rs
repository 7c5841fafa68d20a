//! The toolkit's fonts: the embedded one, and for panels, lists and fields those of the system that
//! the map's texts need. Files of East Asian type are large, so that none is loaded before a letter of
//! it is seen.

use std::collections::BTreeSet;
use std::sync::Arc;

use egui::{Context, Event, FontData, ImeEvent};

use crate::model::Map;
use crate::scene::text::{self, Fonts, Han};
use crate::tasks::{drawn_texts, missing_letters};
use crate::ui::chrome::toasts::Toasts;
use crate::ui::theme;

/// No more families than this are loaded.
const MOST: usize = 24;

/// What has been loaded so far.
#[derive(Default)]
pub struct Typefaces {
    /// The families asked for, in the order in which letters are looked for in them.
    families: Vec<String>,
    faces: Vec<(String, Arc<FontData>)>,
    looked_at: Option<u64>,
    /// The scripts that a message has told about.
    told: BTreeSet<String>,
}

impl Typefaces {
    /// Loads what the map's texts and what is being typed need, and says once for each script that no
    /// font here has it.
    pub fn follow(&mut self, ctx: &Context, map: &Map, revision: u64, toasts: &mut Toasts) {
        let before = self.families.len();
        if self.looked_at.replace(revision) != Some(revision) {
            let han = Han::of(drawn_texts(map));
            all_texts(map).for_each(|text| self.ask_for(text, han));
            for letters in missing_letters(map) {
                if self.told.insert(letters.missing.script.clone()) {
                    toasts.warn(letters.to_string());
                }
            }
        }
        for text in typed(ctx) {
            self.ask_for(&text, Han::default());
        }
        if self.families.len() > before {
            for family in &self.families[before..] {
                if let Some((bytes, index)) = Fonts::system().file(family) {
                    let data = FontData { index, ..FontData::from_owned(bytes) };
                    self.faces.push((family.clone(), Arc::new(data)));
                }
            }
            ctx.set_fonts(theme::fonts(&self.faces));
        }
    }

    fn ask_for(&mut self, text: &str, han: Han) {
        if text::covers(text) {
            return;
        }
        for family in Fonts::system().families_of(text, han) {
            if self.families.len() < MOST && !self.families.contains(&family) {
                self.families.push(family);
            }
        }
    }
}

/// Every text of a map that panels show.
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
