//! What the values of columns say: signs, directions, statuses, yes and no.

use std::borrow::Cow;

use super::header_words::squashed;
use super::{foreign_kind_words, foreign_statuses, passive_kinds};
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

/// The sign behind the name of a kind: `pact +`, `vote (-)`.
fn sign_behind(name: &str) -> Option<Sign> {
    let (before, last) = name.trim_end().rsplit_once(char::is_whitespace)?;
    let bare = last.trim_matches(['(', ')', '[', ']']);
    match bare {
        _ if before.trim().is_empty() => None,
        "+" | "++" | "+1" => Some(Sign::Friendly),
        "-" | "−" | "–" | "--" | "-1" | "−1" => Some(Sign::Hostile),
        "±" | "+/-" | "0" if bare != last || bare != "0" => Some(Sign::Neutral),
        _ => None,
    }
}

/// Words within the name of a kind that say that it is friendly.
const FRIENDLY_KINDS: [&str; 51] = [
    "ally",
    "allies",
    "allied",
    "alliance",
    "defense",
    "defence",
    "defensive",
    "pact",
    "treaty",
    "friend",
    "friends",
    "friendship",
    "friendly",
    "cooperation",
    "cooperates",
    "partner",
    "partnership",
    "support",
    "aid",
    "assistance",
    "peace",
    "nonaggression",
    "nonagg",
    "consul",
    "neutrality",
    "entente",
    "consultation",
    "consult",
    "guarantee",
    "agreement",
    "accord",
    "union",
    "positive",
    "allianz",
    "alianza",
    "bundnis",
    "accords",
    "ententes",
    "alliances",
    "pacts",
    "treaties",
    "agreements",
    "partnerships",
    "supports",
    "recognises",
    "recognizes",
    "agree",
    "agrees",
    "agreed",
    "alike",
    "similarity",
];
/// Words within the name of a kind that say that it is hostile.
const HOSTILE_KINDS: [&str; 55] = [
    "foe",
    "foes",
    "adversary",
    "adversaries",
    "war",
    "conflict",
    "enemy",
    "enemies",
    "enmity",
    "rival",
    "rivalry",
    "rivals",
    "hostile",
    "hostility",
    "negative",
    "threat",
    "threatens",
    "sanction",
    "sanctions",
    "embargo",
    "attack",
    "attacks",
    "dispute",
    "mid",
    "fight",
    "fights",
    "opposition",
    "opposes",
    "opposed",
    "claim",
    "concern",
    "tension",
    "invasion",
    "occupation",
    "blockade",
    "clash",
    "dislike",
    "hate",
    "krieg",
    "guerra",
    "guerre",
    "konflikt",
    "tensions",
    "rivalries",
    "disputes",
    "conflicts",
    "wars",
    "claims",
    "threats",
    "against",
    "disagree",
    "disagrees",
    "disagreed",
    "disagreement",
    "disagreements",
];
/// Endings of words that German puts together: *Nichtangriffspakt*, *Militärhilfe*, *Bürgerkrieg*.
const FRIENDLY_COMPOUNDS: [&str; 7] =
    ["pakt", "vertrag", "abkommen", "bundnis", "hilfe", "partnerschaft", "konvention"];
const HOSTILE_COMPOUNDS: [&str; 3] = ["krieg", "konflikt", "streit"];
/// Words that name a kind of tie without a sign.
const NEUTRAL_KINDS: [&str; 12] = [
    "trading",
    "trades",
    "trade",
    "export",
    "import",
    "exports",
    "imports",
    "border",
    "neutral",
    "diplomatic",
    "migration",
    "borders",
];
/// Names of columns of the Correlates of War and ATOP projects in which 1 means that there is such a tie.
const KIND_COLUMNS: [&str; 4] = ["offense", "offence", "offensive", "shareob"];

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

/// Whether a tie of a kind with that name is friendly or hostile, as far as its words say; `None` where none
/// of them is known.
pub fn sign_of_kind(name: &str) -> Option<Sign> {
    if let Some(sign) = sign_behind(name) {
        return Some(sign);
    }
    if let Some(kind) = vocabulary::kind_words(name) {
        return Some(kind.sign);
    }
    if let Some(kind) = passive_kinds::active(name) {
        return sign_of_kind(&kind);
    }
    if let Some(sign) = vocabulary::sign_of_event(name) {
        return Some(sign);
    }
    let each = name.split(|c: char| !c.is_alphanumeric());
    let words: Vec<String> = each.chain([name]).map(squashed).collect();
    let has = |known: &[&str]| words.iter().any(|word| known.contains(&word.as_str()));
    let is_against_attack = || has(&["aggression", "agg", "attack", "nonaggression", "nonagg"]);
    if has(&["not", "no", "anti"]) || has(&["non"]) && !is_against_attack() {
        return None;
    }
    let ends_in =
        |known: &[&str]| words.iter().any(|word| known.iter().any(|ending| word.ends_with(ending)));
    let foreign = foreign_kind_words::sign(name, &words);
    // A non-aggression pact is friendly, and so is a peace after a war.
    let is_friendly = foreign == Some(Sign::Friendly) || has(&FRIENDLY_KINDS);
    if is_friendly || ends_in(&FRIENDLY_COMPOUNDS) {
        return Some(Sign::Friendly);
    }
    if has(&HOSTILE_KINDS) || ends_in(&HOSTILE_COMPOUNDS) {
        return Some(Sign::Hostile);
    }
    let is_neutral = has(&NEUTRAL_KINDS) || has(&KIND_COLUMNS);
    foreign.or_else(|| is_neutral.then_some(Sign::Neutral))
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

    #[test]
    fn kinds_have_the_sign_that_their_words_say() {
        for (name, expected) in [
            ("Defense pact", Some(Sign::Friendly)),
            ("non-aggression", Some(Sign::Friendly)),
            ("nonaggression", Some(Sign::Friendly)),
            ("trade war", Some(Sign::Hostile)),
            ("trade", Some(Sign::Neutral)),
            ("co-authored", None),
            ("non-allies", None),
            ("non aggression pact", Some(Sign::Friendly)),
            ("pact +", Some(Sign::Friendly)),
            ("pact (−)", Some(Sign::Hostile)),
            ("version 0", None),
            ("votes alike", Some(Sign::Friendly)),
            ("voted against", Some(Sign::Hostile)),
            ("disagreement", Some(Sign::Hostile)),
            ("alliance against piracy", Some(Sign::Friendly)),
        ] {
            assert_eq!(sign_of_kind(name), expected, "{name}");
        }
    }
}
