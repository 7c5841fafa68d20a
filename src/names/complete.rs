//! Nations that a person who has begun to type may mean.

use super::{KnownNation, by_code, iso3166};

/// A nation whose name or code goes with what has been typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Completion {
    /// The nation.
    pub nation: &'static KnownNation,
    /// The name or code that goes with the text, where it isn't the nation's common name.
    pub matched: Option<String>,
}

/// Up to `limit` nations that a person who has typed `text` may mean, the likeliest first. Nothing
/// typed means none.
pub fn complete(text: &str, limit: usize) -> Vec<Completion> {
    if text.trim().is_empty() {
        return Vec::new();
    }
    let known = |entry: &iso3166::Entry| {
        by_code(entry.alpha3).map(|nation| Completion { nation, matched: None })
    };
    iso3166::search(text).into_iter().filter_map(known).take(limit).collect()
}
