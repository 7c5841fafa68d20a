//! What texts were recognised as: a long list names the same nations over and over.

use std::cell::RefCell;
use std::collections::HashMap;

use crate::names::{Recognition, recognise};

/// So many texts are kept; then it begins anew.
const MOST_TEXTS: usize = 10_000;
/// Longer texts, in bytes, are hardly ever names.
const LONGEST: usize = 80;

/// What one text means in each year.
type Meanings = Vec<(Option<i32>, Recognition)>;

/// The texts looked up so far.
#[derive(Debug, Default)]
pub struct RecognisedNames {
    found: RefCell<HashMap<String, Meanings>>,
}

impl RecognisedNames {
    /// What [`recognise`] says of a text.
    pub fn recognise(&self, text: &str, year: Option<i32>) -> Recognition {
        if text.len() > LONGEST {
            return recognise(text, year);
        }
        let known = self.found.borrow().get(text).and_then(|years| {
            years.iter().find(|(other, _)| *other == year).map(|(_, found)| found.clone())
        });
        if let Some(known) = known {
            return known;
        }
        let new = recognise(text, year);
        let mut found = self.found.borrow_mut();
        if found.len() >= MOST_TEXTS {
            found.clear();
        }
        found.entry(text.to_owned()).or_default().push((year, new.clone()));
        new
    }
}
