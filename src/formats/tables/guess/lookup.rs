//! Which nations texts name.

use std::collections::HashMap;

use crate::names::{Recognition, Sort, recognise};

/// What texts mean, each looked up once.
#[derive(Default)]
pub struct Lookup(HashMap<String, Option<(&'static str, Sort)>>);

impl Lookup {
    /// The code and sort of the nation that a text names, if it does; of several the likeliest.
    pub fn nation(&mut self, text: &str) -> Option<(&'static str, Sort)> {
        if let Some(known) = self.0.get(text) {
            return *known;
        }
        let nation = match recognise(text, None) {
            Recognition::Known(found) => Some(found.nation),
            Recognition::Ambiguous(found) => found.first().map(|found| found.nation),
            Recognition::Unknown => None,
        };
        let known = nation.map(|nation| (nation.code, nation.sort));
        self.0.insert(text.to_owned(), known);
        known
    }
}
