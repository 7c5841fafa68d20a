//! The nation that a whole text means.

use super::{KnownNation, by_code, iso3166};

/// What a text was found to mean.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Recognition {
    /// One nation.
    Known(Match),
    /// Several nations, between which the text doesn't decide.
    Ambiguous(Vec<Match>),
    /// No nation that is known.
    Unknown,
}

/// A nation that a text may mean.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Match {
    /// The nation.
    pub nation: &'static KnownNation,
    /// How it was recognised.
    pub clue: Clue,
}

/// By what a nation was recognised.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Clue {
    /// By an alpha-3 code.
    Alpha3,
    /// By an alpha-2 code.
    Alpha2,
    /// By a name.
    Name,
}

/// The nation that a text means, a name or a code; `year`, where one is known, decides between a
/// state and its successor.
pub fn recognise(text: &str, _year: Option<i32>) -> Recognition {
    let text = text.trim();
    let find = |entry: Option<&iso3166::Entry>, clue| {
        entry.and_then(|entry| by_code(entry.alpha3)).map(|nation| Match { nation, clue })
    };
    find(iso3166::by_name(text), Clue::Name)
        .or_else(|| find(iso3166::by_alpha3(text), Clue::Alpha3))
        .or_else(|| find(iso3166::by_alpha2(text), Clue::Alpha2))
        .map_or(Recognition::Unknown, Recognition::Known)
}
