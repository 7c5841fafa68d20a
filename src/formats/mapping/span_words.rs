//! Words that begin and end a span of time, in columns that name no ends of ties.

use super::roles::EdgeRole;
use crate::formats::vocabulary::header_words::squashed;

/// Weaker than all other words: `From` and `To` are nations more often than dates.
const SPAN_WORDS: [(EdgeRole, &[&str]); 2] = [
    (EdgeRole::Since, &["from", "von", "desde", "depuis", "dal", "da", "от", "с"]),
    (EdgeRole::Until, &["to", "till", "bis", "hasta", "jusqua", "al", "do", "до", "по"]),
];

/// What a name says where the values of its column are dates.
pub fn span_role(name: &str) -> Option<EdgeRole> {
    let name = squashed(name);
    let says = |words: &[&str]| {
        words.iter().any(|word| *word == name || !word.is_ascii() && squashed(word) == name)
    };
    SPAN_WORDS.into_iter().find(|(_, words)| says(words)).map(|(role, _)| role)
}
