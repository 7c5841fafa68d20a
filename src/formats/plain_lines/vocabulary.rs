//! The words that a line may use: kinds, statuses, directions.

use crate::model::{Direction, Kind, KindId, Map, Status};

/// The most words that the name of a kind is looked for in.
const MOST_KIND_WORDS: usize = 4;

/// Words that mean one of the standard kinds, by the key of the kind.
const SYNONYMS: [(&str, &str); 21] = [
    ("ally", "allied"),
    ("allies", "allied"),
    ("alliance", "allied"),
    ("allied with", "allied"),
    ("pacts", "pact"),
    ("treaty", "pact"),
    ("treaties", "pact"),
    ("agreement", "pact"),
    ("defence pact", "pact"),
    ("defense pact", "pact"),
    ("concerned", "concern"),
    ("concerned about", "concern"),
    ("concern about", "concern"),
    ("concerns", "concern"),
    ("worried", "concern"),
    ("worried about", "concern"),
    ("at war", "war"),
    ("at war with", "war"),
    ("wars", "war"),
    ("arms", "arms supply"),
    ("arms supplies", "arms supply"),
];

/// Words for statuses beside their names.
const STATUSES: [(&str, Status); 12] = [
    ("in force", Status::InForce),
    ("in-force", Status::InForce),
    ("active", Status::InForce),
    ("under negotiation", Status::Negotiating),
    ("in negotiation", Status::Negotiating),
    ("being negotiated", Status::Negotiating),
    ("agreed in principle", Status::Preliminary),
    ("in principle", Status::Preliminary),
    ("planned", Status::Proposed),
    ("expired", Status::Ended),
    ("terminated", Status::Ended),
    ("broken", Status::Ended),
];

/// Reads the name of a kind from the first of these words, the longest that fits.
pub fn read_kind(map: &Map, words: &[&str]) -> Option<(KindId, usize)> {
    (1..=words.len().min(MOST_KIND_WORDS)).rev().find_map(|count| {
        let text = fold(&words[..count].join(" "));
        kind_named(map, &text).map(|kind| (kind, count))
    })
}

fn kind_named(map: &Map, text: &str) -> Option<KindId> {
    let is_called = |kind: &Kind, text: &str| fold(&kind.name) == text || fold(&kind.key) == text;
    let find = |text: &str| map.kinds().iter().find(|(_, kind)| is_called(kind, text));
    let synonym = || SYNONYMS.iter().find(|(word, _)| *word == text).map(|(_, key)| *key);
    find(text).or_else(|| find(synonym()?)).map(|(id, _)| id)
}

/// Reads a status from the first of these words, the longest that fits.
pub fn read_status(words: &[&str]) -> Option<(Status, usize)> {
    (1..=words.len().min(3)).rev().find_map(|count| {
        let text = words[..count].join(" ").to_lowercase();
        let named = Status::ALL.into_iter().find(|status| status.name() == text);
        let other = || STATUSES.iter().find(|(word, _)| *word == text).map(|(_, status)| *status);
        named.or_else(other).map(|status| (status, count))
    })
}

/// Reads a direction.
pub fn read_direction(word: &str) -> Option<Direction> {
    match word.to_lowercase().as_str() {
        "mutual" | "both" => Some(Direction::Mutual),
        "directed" | "one-way" => Some(Direction::Directed),
        _ => None,
    }
}

/// Every word that a line may use after its colon.
pub fn words(map: &Map) -> Vec<String> {
    let kinds = map.kinds().iter().map(|(_, kind)| kind.name.clone());
    kinds.chain(Status::ALL.map(|status| status.name().to_owned())).collect()
}

/// A word or name for comparison: without capitals and double spaces.
pub fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for word in text.split_whitespace() {
        if !folded.is_empty() {
            folded.push(' ');
        }
        folded.extend(word.chars().flat_map(char::to_lowercase));
    }
    folded
}
