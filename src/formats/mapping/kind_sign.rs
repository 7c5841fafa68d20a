//! Whether a kind of tie is friendly or hostile, by the words of its name.

use super::header_words::squashed;
use super::{foreign_kind_words, passive_kinds};
use crate::formats::vocabulary;
use crate::model::Sign;

/// Words within the name of a kind that say that it is friendly.
const FRIENDLY_KINDS: [&str; 59] = [
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
    "covoting",
    "concur",
    "concurs",
    "coincide",
    "coincidence",
    "likeminded",
    "aligned",
    "alignment",
];
/// Words within the name of a kind that say that it is hostile.
const HOSTILE_KINDS: [&str; 67] = [
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
    "oppose",
    "opposes",
    "opposed",
    "opposing",
    "opposite",
    "opponent",
    "opponents",
    "antagonism",
    "antagonist",
    "antagonistic",
    "diverge",
    "diverges",
    "divergence",
    "veto",
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

/// Words for votes, beside which others say more than elsewhere: "the same region" is no friendship.
const VOTES: [&str; 6] = ["vote", "votes", "voted", "voting", "ballot", "ballots"];
const VOTED_ALIKE: [&str; 5] = ["with", "same", "similar", "identical", "together"];
const VOTED_APART: [&str; 5] = ["different", "differently", "differ", "dissimilar", "divided"];

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
    if has(&["not", "no", "anti", "low", "lack", "little"]) || has(&["non"]) && !is_against_attack()
    {
        return None;
    }
    let ends_in =
        |known: &[&str]| words.iter().any(|word| known.iter().any(|ending| word.ends_with(ending)));
    if has(&VOTES) && has(&VOTED_APART) {
        return Some(Sign::Hostile);
    }
    let foreign = foreign_kind_words::sign(name, &words);
    // A non-aggression pact is friendly, and so is a peace after a war.
    let is_friendly =
        foreign == Some(Sign::Friendly) || has(&FRIENDLY_KINDS) || has(&VOTES) && has(&VOTED_ALIKE);
    if is_friendly || ends_in(&FRIENDLY_COMPOUNDS) {
        return Some(Sign::Friendly);
    }
    if has(&HOSTILE_KINDS) || ends_in(&HOSTILE_COMPOUNDS) {
        return Some(Sign::Hostile);
    }
    let is_neutral = has(&NEUTRAL_KINDS) || has(&KIND_COLUMNS);
    foreign.or_else(|| is_neutral.then_some(Sign::Neutral))
}

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

#[cfg(test)]
mod tests {
    use super::*;

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
            ("oppose", Some(Sign::Hostile)),
            ("Opposite votes", Some(Sign::Hostile)),
            ("Co-voting", Some(Sign::Friendly)),
            ("Voted with", Some(Sign::Friendly)),
            ("vote together", Some(Sign::Friendly)),
            ("different votes", Some(Sign::Hostile)),
            ("different region", None),
            ("same region", None),
            ("low agreement", None),
            ("alliance against piracy", Some(Sign::Friendly)),
        ] {
            assert_eq!(sign_of_kind(name), expected, "{name}");
        }
    }
}
