//! Which nation a text means: one that is there, or one that is known.

use super::plan::Plan;
use crate::formats::vocabulary::kind_words;
use crate::model::NationId;
use crate::names::{KnownNation, Recognition};

/// What a text means.
pub enum Meaning {
    /// A nation of the map or of the plan.
    There(NationId),
    /// A nation that is known, but isn't there yet.
    Known(&'static KnownNation),
    /// One of several.
    Ambiguous(Vec<&'static KnownNation>),
    Unknown,
}

/// What a text means in a year, on the map and with the lines before.
pub fn meaning(plan: &Plan<'_>, text: &str, year: Option<i32>) -> Meaning {
    if let Some(id) = plan.by_name(text) {
        return Meaning::There(id);
    }
    // “allies” in small letters says who is meant by what they are to others.
    if !text.chars().any(char::is_uppercase) && kind_words(text).is_some() {
        return Meaning::Unknown;
    }
    let is_shouted = !text.chars().any(char::is_lowercase);
    if let Some(id) = is_shouted.then(|| plan.by_code(text)).flatten() {
        return Meaning::There(id);
    }
    match plan.recognised.recognise(text, year) {
        Recognition::Known(found) => match plan.by_code(found.nation.code) {
            Some(id) => Meaning::There(id),
            None => Meaning::Known(found.nation),
        },
        Recognition::Ambiguous(found) => {
            let known: Vec<_> = found.iter().map(|found| found.nation).collect();
            // What the map has is what is meant.
            let mut there = known.iter().filter_map(|nation| plan.by_code(nation.code));
            match (there.next(), there.next()) {
                (Some(id), None) => Meaning::There(id),
                _ => Meaning::Ambiguous(known),
            }
        }
        Recognition::Unknown => Meaning::Unknown,
    }
}

/// Whether a text is the name or code of a nation that is there or known.
pub fn is_known(plan: &Plan<'_>, text: &str, year: Option<i32>) -> bool {
    matches!(meaning(plan, text, year), Meaning::There(_) | Meaning::Known(_))
}
