//! Columns that ask of the state of a tie and are answered by yes and no: `In force`, `Ended alliance?`.

use super::header_words::squashed;
use super::value_words::{is_missing_number, yes_or_no};
use crate::model::{Attribute, Status};
use crate::names::fold;

/// What a column asks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Question {
    Signed,
    Ratified,
    InForce,
    Active,
    Suspended,
    Ended,
}

/// What an answer says of a tie.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    /// That it has this status.
    Is(Status),
    /// That it isn't in force, be it no longer or not yet.
    NotInForce,
    /// Nothing by which its status would be known: what hasn't ended may not have begun.
    Open,
}

/// Words for each question, without blanks, marks and capitals.
const QUESTIONS: [(Question, &[&str]); 6] = [
    (
        Question::Signed,
        &["signed", "unterzeichnet", "signe", "firmado", "firmato", "assinado", "подписан"],
    ),
    (
        Question::Ratified,
        &[
            "ratified",
            "ratification",
            "ratifiziert",
            "ratifie",
            "ratifiee",
            "ratificado",
            "ratificato",
            "geratificeerd",
            "ratyfikowany",
            "ратифицирован",
        ],
    ),
    (
        Question::InForce,
        &[
            "inforce",
            "ineffect",
            "inkraft",
            "envigueur",
            "envigor",
            "emvigor",
            "invigore",
            "vankracht",
            "obowiazuje",
            "yururlukte",
            "действует",
            "всиле",
        ],
    ),
    (
        Question::Active,
        &[
            "active",
            "current",
            "ongoing",
            "valid",
            "exists",
            "aktiv",
            "gultig",
            "actif",
            "activo",
            "activa",
            "ativo",
            "attivo",
            "vigente",
            "actief",
            "aktywny",
            "aktif",
            "активен",
        ],
    ),
    (Question::Suspended, &["suspended", "ausgesetzt", "suspendu", "suspendido", "sospeso"]),
    (
        Question::Ended,
        &[
            "ended",
            "over",
            "expired",
            "terminated",
            "dissolved",
            "abrogated",
            "denounced",
            "defunct",
            "cancelled",
            "canceled",
            "inactive",
            "beendet",
            "gekundigt",
            "termine",
            "terminee",
            "expire",
            "terminado",
            "terminada",
            "concluso",
            "encerrado",
            "beeindigd",
            "zakonczony",
            "завершен",
            "прекращен",
        ],
    ),
];

/// Words beside them that ask nothing more.
const BESIDE: [&str; 31] = [
    "is",
    "was",
    "has",
    "been",
    "it",
    "the",
    "this",
    "still",
    "now",
    "currently",
    "today",
    "yet",
    "tie",
    "ties",
    "relation",
    "relationship",
    "link",
    "alliance",
    "ally",
    "allied",
    "treaty",
    "pact",
    "agreement",
    "membership",
    "status",
    "ist",
    "noch",
    "bundnis",
    "vertrag",
    "accord",
    "traite",
];

/// Whether a column asks of the state of a tie, by its name.
pub fn is_asked(name: &str) -> bool {
    question(name).is_some()
}

/// What the answer in a column says of a tie; `None` where the column asks nothing of it, or the value is
/// neither yes nor no.
pub fn state(name: &str, value: &Attribute) -> Option<State> {
    let question = question(name)?;
    if is_missing_number(value) {
        return Some(State::Open);
    }
    Some(match (question, yes_or_no(value)?) {
        (Question::Signed, true) | (Question::Ratified, false) => State::Is(Status::Signed),
        (Question::Ratified | Question::InForce | Question::Active, true) => {
            State::Is(Status::InForce)
        }
        (Question::Active, false) | (Question::Ended, true) => State::Is(Status::Ended),
        (Question::Suspended, true) => State::Is(Status::Suspended),
        (Question::InForce, false) => State::NotInForce,
        (Question::Signed | Question::Suspended | Question::Ended, false) => State::Open,
    })
}

fn question(name: &str) -> Option<Question> {
    // What stands in brackets says how to answer: “In force (yes/no)”.
    let folded = fold(name.split(['(', '[']).next().unwrap_or(name));
    let words = folded.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    let asked: String = words.filter(|word| !BESIDE.contains(word)).collect();
    // “Is active” in one word.
    let bare = asked.strip_prefix("is").filter(|bare| *bare == "active" || *bare == "inforce");
    let asked = bare.unwrap_or(&asked);
    let is_it = |word: &&str| *word == asked || !word.is_ascii() && squashed(word) == asked;
    let found = QUESTIONS.iter().find(|(_, words)| words.iter().any(is_it));
    found.map(|(question, _)| *question)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_state_of_a_tie_is_asked_in_many_words() {
        for name in [
            "In force",
            "in_force?",
            "In force (yes/no)",
            "Still active",
            "isActive",
            "Is the treaty in force?",
            "Ended alliance?",
            "Alliance active",
            "Ratified",
            "Currently valid",
            "In Kraft",
            "En vigueur",
            "Traité ratifié",
            "Ratifié",
            "Bündnis beendet",
            "Действует",
        ] {
            assert!(is_asked(name), "{name}");
        }
        for name in ["alliance", "war", "Kind", "active trade", "sanctions", "Status", ""] {
            assert!(!is_asked(name), "{name}");
        }
    }
}
