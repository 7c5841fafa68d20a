//! What the words of a line mean: kinds, statuses, directions.

use super::plan::Plan;
use crate::formats::mapping::passive_kinds;
use crate::formats::problems::nearest_name;
use crate::formats::vocabulary::{self, KINDS, kind_words_of};
use crate::model::{KindId, Map, Status};
use crate::names::caseless;

/// The most words that the name of a kind is looked for in.
const MOST_KIND_WORDS: usize = 4;

/// Reads the name of a kind of the map from the first of these words, the longest that fits.
pub fn read_kind(plan: &Plan<'_>, words: &[&str]) -> Option<(KindId, usize)> {
    longest(words, MOST_KIND_WORDS, |text| kind_of(plan, text))
}

/// Reads a word for a kind from the first of these words, whether the map has that kind or not.
pub fn read_kind_words(plan: &Plan<'_>, words: &[&str]) -> Option<usize> {
    let known = longest(words, MOST_KIND_WORDS, |text| kind_words_of(text).map(|_| ()));
    let there = read_kind(plan, words).map(|(_, count)| count);
    there.max(known.map(|(_, count)| count))
}

/// Reads words for what the second end of a tie did to the first, `occupied by`, from the first of these words: the kind
/// of the map that it was.
pub fn read_done_by(plan: &Plan<'_>, words: &[&str]) -> Option<(KindId, usize)> {
    longest(words, MOST_KIND_WORDS, |text| {
        let done = passive_kinds::active(text)?;
        kind_named(plan, &done).or_else(|| kind_named(plan, passive_kinds::participle(text)?))
    })
}

/// Whether a word is a verb that says which tie there is to what follows it.
pub fn is_tie_verb(word: &str) -> bool {
    let word = caseless(word);
    KINDS.iter().any(|kind| kind.verbs.contains(&word.as_str()))
}

/// The kind that a text names: by its own name or key, or by a word for what that says.
pub fn kind_named(plan: &Plan<'_>, text: &str) -> Option<KindId> {
    kind_of(plan, &caseless(text))
}

/// The same for a text in small letters.
fn kind_of(plan: &Plan<'_>, text: &str) -> Option<KindId> {
    plan.kind_by_name(text).or_else(|| {
        let mut words = kind_words_of(text)?.all_words();
        words.find_map(|word| plan.kind_by_name(word))
    })
}

/// The kind whose own name or key a text is.
pub fn kind_called(plan: &Plan<'_>, text: &str) -> Option<KindId> {
    plan.kind_by_name(&caseless(text))
}

/// Reads a status from the first of these words, the longest that fits.
pub fn read_status(words: &[&str]) -> Option<(Status, usize)> {
    longest(words, 4, vocabulary::status)
}

/// What the longest beginning of these words means, up to `most` words, and how many they are.
fn longest<T>(
    words: &[&str],
    most: usize,
    meaning: impl Fn(&str) -> Option<T>,
) -> Option<(T, usize)> {
    let mut text = String::new();
    let mut found = None;
    for (index, word) in words.iter().take(most).enumerate() {
        if index > 0 {
            text.push(' ');
        }
        text.push_str(&caseless(word));
        let stopped = || text.strip_suffix('.').and_then(&meaning);
        found = meaning(&text).or_else(stopped).map(|meaning| (meaning, index + 1)).or(found);
    }
    found
}

/// The kind or status that a word may be a mistyped one of.
pub fn near_word(plan: &Plan<'_>, word: &str) -> Option<String> {
    let kinds = plan.kinds().map(|(_, kind)| kind.name.to_lowercase());
    let others = KINDS.iter().filter(|kind| kind_of(plan, kind.key).is_some());
    let others = others.flat_map(|kind| kind.words.iter().map(|word| (*word).to_owned()));
    let statuses = Status::ALL.map(|status| status.name().to_owned());
    let known: Vec<String> = kinds.chain(others).chain(statuses).collect();
    let word = word.to_lowercase();
    let word = word.trim_end_matches('.').to_owned();
    if known.contains(&word) {
        return None;
    }
    nearest_name(&word, known.iter().map(String::as_str)).map(ToOwned::to_owned)
}

/// Every word that a line may use after its colon.
pub fn words(map: &Map) -> Vec<String> {
    let kinds = map.kinds().iter().map(|(_, kind)| kind.name.clone());
    kinds.chain(Status::ALL.map(|status| status.name().to_owned())).collect()
}
