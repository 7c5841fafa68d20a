//! What the values of columns say: signs, directions, statuses, yes and no.

use std::borrow::Cow;

use super::foreign_statuses;
use super::header_words::squashed;
use crate::formats::vocabulary;
use crate::model::{Attribute, Confidence, NationType, Sign, Status};
use crate::names::caseless;

const FRIENDLY: [&str; 12] = [
    "+",
    "pos",
    "positive",
    "friend",
    "friends",
    "cooperative",
    "cooperation",
    "ally",
    "good",
    "positiv",
    "positivo",
    "positif",
];
const HOSTILE: [&str; 14] = [
    "-",
    "−",
    "–",
    "neg",
    "negative",
    "enemy",
    "foe",
    "hostility",
    "conflict",
    "conflictual",
    "bad",
    "negativ",
    "negativo",
    "negatif",
];
const NEUTRAL: [&str; 5] = ["neutral", "none", "neither", "neutro", "neutre"];

/// The number that a value is.
pub fn number(value: &Attribute) -> Option<f64> {
    match value {
        Attribute::Number(number) => Some(*number),
        // Some programs write a true minus sign, and some people a dash.
        Attribute::Text(text) => {
            let text = text.trim();
            match text.strip_prefix(['−', '–']) {
                Some(rest) => format!("-{rest}").parse().ok(),
                None if text.contains('−') => text.replace('−', "-").parse().ok(),
                None => text.parse().ok(),
            }
        }
        Attribute::Flag(_) => None,
    }
}

/// A value as text; a whole number has no point.
pub fn text(value: &Attribute) -> Cow<'_, str> {
    match value {
        Attribute::Text(text) => text.as_str().into(),
        Attribute::Number(number) => number.to_string().into(),
        Attribute::Flag(true) => "true".into(),
        Attribute::Flag(false) => "false".into(),
    }
}

/// Whether a value is empty.
pub fn is_blank(value: &Attribute) -> bool {
    matches!(value, Attribute::Text(text) if text.trim().is_empty())
}

/// The sign that a value says, by its word or its number.
pub fn sign(value: &Attribute) -> Option<Sign> {
    if let Some(number) = number(value).filter(|number| !number.is_nan()) {
        return Some(match number {
            n if n > 0.0 => Sign::Friendly,
            n if n < 0.0 => Sign::Hostile,
            _ => Sign::Neutral,
        });
    }
    let text = caseless(&text(value));
    let is_in = |words: &[&str]| words.contains(&text.as_str());
    vocabulary::sign(&text)
        .or_else(|| is_in(&FRIENDLY).then_some(Sign::Friendly))
        .or_else(|| is_in(&HOSTILE).then_some(Sign::Hostile))
        .or_else(|| is_in(&NEUTRAL).then_some(Sign::Neutral))
}

/// The status that a value says.
pub fn status(value: &Attribute) -> Option<Status> {
    let text = text(value);
    vocabulary::status(&text).or_else(|| foreign_statuses::status(&text))
}

/// How certain a value says that something is.
pub fn confidence(value: &Attribute) -> Option<Confidence> {
    let text = text(value);
    let named = Confidence::ALL.into_iter().find(|known| known.name() == caseless(&text));
    named.or_else(|| vocabulary::confidence(&text))
}

/// No word for yes or no takes more bytes, whatever the case of its letters.
const LONGEST_ANSWER: usize = 12;

/// Whether a value says yes or no.
pub fn yes_or_no(value: &Attribute) -> Option<bool> {
    match value {
        Attribute::Flag(flag) => return Some(*flag),
        Attribute::Number(number) => return [0.0, 1.0].contains(number).then_some(*number == 1.0),
        Attribute::Text(_) => {}
    }
    let text = text(value);
    // No such word is longer, and most texts in a column are.
    if text.trim().len() > LONGEST_ANSWER {
        return None;
    }
    match caseless(&text).as_str() {
        "1" | "1.0" | "yes" | "y" | "x" | "true" | "t" | "ja" | "si" | "sí" | "oui" | "✓" | "✔"
        | "sim" | "tak" | "evet" | "да" | "так" | "نعم" | "是" | "はい" | "예" => {
            Some(true)
        }
        "0" | "0.0" | "no" | "n" | "false" | "f" | "nein" | "non" | "" | "✗" | "✘" | "nee"
        | "não" | "nao" | "nie" | "hayır" | "нет" | "ні" | "لا" | "否" | "いいえ" | "아니오" => {
            Some(false)
        }
        _ => None,
    }
}

/// Whether a value is a number by which data sets say that none is known: −9 and the like.
pub fn is_missing_number(value: &Attribute) -> bool {
    const MISSING: [f64; 8] = [-9.0, -8.0, -7.0, -88.0, -99.0, -888.0, -999.0, -9999.0];
    number(value).is_some_and(|number| MISSING.contains(&number))
}

/// Whether the name of a single column of yes and no says a kind of tie and nothing else.
pub fn is_kind_alone(name: &str) -> bool {
    const WORDS: [&str; 17] = [
        "defense",
        "defence",
        "offense",
        "offence",
        "neutrality",
        "nonaggression",
        "nonagg",
        "entente",
        "consultation",
        "consul",
        "alliance",
        "allied",
        "ally",
        "rivalry",
        "war",
        "atwar",
        "sanctions",
    ];
    WORDS.contains(&squashed(name).as_str())
}

/// What sort of nation a word says.
pub fn nation_type(word: &str) -> Option<NationType> {
    match squashed(word).as_str() {
        "state" | "country" | "nation" | "staat" | "estado" | "etat" | "stato" => {
            Some(NationType::State)
        }
        "organisation" | "organization" | "igo" | "intergovernmentalorganization" => {
            Some(NationType::Organisation)
        }
        "group" | "ngo" | "people" | "movement" | "company" | "nonstateactor" => {
            Some(NationType::Group)
        }
        _ => None,
    }
}

/// What a text says of the first end as a member of the second.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MembershipSaid {
    /// It is one, or became one.
    Member,
    /// It was one, and left.
    Left,
}

/// Whether a text says that the first end is or was a member of the second.
pub fn membership(kind: &str) -> Option<MembershipSaid> {
    const MEMBER: [&str; 22] = [
        "member",
        "members",
        "memberof",
        "ismemberof",
        "membership",
        "belongsto",
        "mitglied",
        "mitgliedvon",
        "membre",
        "membrede",
        "miembro",
        "miembrode",
        "joined",
        "joins",
        "acceded",
        "accededto",
        "entered",
        "istmitglied",
        "istmitgliedvon",
        "beigetreten",
        "tratbei",
        "trittbei",
    ];
    const LEFT: [&str; 9] = [
        "left",
        "leaves",
        "withdrew",
        "withdrewfrom",
        "withdrawal",
        "quit",
        "exited",
        "ausgetreten",
        "formermember",
    ];
    let key = squashed(kind);
    let says = |words: &[&str]| words.contains(&key.as_str());
    match () {
        () if says(&MEMBER) => Some(MembershipSaid::Member),
        () if says(&LEFT) => Some(MembershipSaid::Left),
        () => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_say_signs_in_words_and_numbers() {
        let of = |text: &str| sign(&Attribute::Text(text.into()));
        for (text, expected) in [
            ("+", Some(Sign::Friendly)),
            ("-1", Some(Sign::Hostile)),
            ("–1", Some(Sign::Hostile)),
            ("–", Some(Sign::Hostile)),
            ("Negative", Some(Sign::Hostile)),
            ("0", Some(Sign::Neutral)),
            ("blue", None),
        ] {
            assert_eq!(of(text), expected, "{text}");
        }
    }
}
