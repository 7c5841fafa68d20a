//! What the name of a column says that its values mean.

use super::edge_words::EDGE_WORDS;
use super::foreign_edge_words;
use super::node_words::{NODE_WORDS, NORTH};
use super::roles::{EdgeRole, NodeRole};
use super::span_words::span_role;
pub use crate::formats::vocabulary::header_words::squashed;
use crate::formats::vocabulary::header_words::{Words, without_type};
use crate::names::fold;

/// How sure a name is that says its role in another language, and one that does so in other words.
const LESS_SURE: usize = 5_000;
const LEAST_SURE: usize = 10_000;

/// The role that the name of an edges' column says, and how sure that is: 0 is surest.
pub fn edge_role(name: &str) -> Option<(EdgeRole, usize)> {
    role(&EDGE_WORDS, name)
        .or_else(|| Some((foreign_edge_words::role(name)?, LESS_SURE)))
        .or_else(|| Some((role_of_date(name)?, LEAST_SURE)))
}

/// Whether the name of an edges' column says that it names kinds of tie.
pub fn names_kinds(name: &str) -> bool {
    matches!(edge_role(name), Some((EdgeRole::Kind, _)))
}

/// Whether the name of an edges' column says what it means for a tie.
pub fn says_something_of_ties(name: &str) -> bool {
    edge_role(name).is_some()
}

/// The role of a date whose name says besides that it is one: `Since (year)`, `Year of accession`, `Signed date`.
fn role_of_date(name: &str) -> Option<EdgeRole> {
    /// Words for dates and their parts, and what joins them.
    const DATE_WORDS: [&str; 27] = [
        "year", "yr", "date", "of", "jahr", "datum", "des", "der", "annee", "de", "du", "la",
        "fecha", "ano", "data", "di", "del", "anno", "jaar", "van", "rok", "год", "дата", "рік",
        "yil", "tarih", "tarihi",
    ];
    let folded = fold(name);
    let words = folded.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    let (dates, others): (Vec<&str>, Vec<&str>) = words.partition(|word| DATE_WORDS.contains(word));
    if dates.is_empty() || others.is_empty() {
        return None;
    }
    let others = others.concat();
    let known = role(&EDGE_WORDS, &others).map(|(role, _)| role);
    let role =
        known.or_else(|| foreign_edge_words::role(&others)).or_else(|| span_role(&others))?;
    matches!(role, EdgeRole::Since | EdgeRole::Until).then_some(role)
}

/// The role that the name of a nodes' column says, as [`edge_role`].
pub fn node_role(name: &str) -> Option<(NodeRole, usize)> {
    role(&NODE_WORDS, name)
}

fn role<R: Copy>(table: &[(R, Words)], name: &str) -> Option<(R, usize)> {
    let find = |name: &str| {
        let name = squashed(name);
        table.iter().find_map(|(role, words)| Some((*role, words.rank(&name)?)))
    };
    find(name)
        .or_else(|| find(without_unit(name)?))
        .or_else(|| find(without_type(name)?))
        .or_else(|| find(without_owner(name)?))
}

/// A name without what stands in brackets at its end, as units do: `Value (USD m)` is `Value`.
fn without_unit(name: &str) -> Option<&str> {
    let (before, _) = name.trim_end().strip_suffix([')', ']'])?.rsplit_once(['(', '['])?;
    Some(before)
}

/// A name without that of the record to which it belongs, as answers of databases have it: `r.since` is `since`.
fn without_owner(name: &str) -> Option<&str> {
    let (owner, own) = name.trim().rsplit_once('.')?;
    let is_name = |text: &str| {
        text.starts_with(char::is_alphabetic)
            && text.chars().all(|letter| letter.is_alphanumeric() || matches!(letter, '_' | '.'))
    };
    (is_name(owner) && is_name(own)).then_some(own)
}

/// Whether a column says how far north something is, so that larger values are higher up.
pub fn is_latitude(name: &str) -> bool {
    NORTH.contains(&squashed(name))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headers_are_understood_however_they_are_written() {
        for (name, role) in [
            (" Start_Date ", EdgeRole::Since),
            ("endYear", EdgeRole::Until),
            ("Año", EdgeRole::Year),
            ("TYPE", EdgeRole::Kind),
            ("Évidence", EdgeRole::Evidence),
            ("cited source", EdgeRole::Source),
            ("関係", EdgeRole::Kind),
            ("Value (USD m)", EdgeRole::Weight),
            ("since:int", EdgeRole::Since),
            ("from_year", EdgeRole::Since),
            ("r.since", EdgeRole::Since),
            ("Date to", EdgeRole::Until),
            (":TYPE", EdgeRole::Kind),
        ] {
            assert_eq!(edge_role(name).map(|(role, _)| role), Some(role), "{name}");
        }
        assert_eq!(edge_role("gdp"), None);
        assert_eq!(node_role("ISO-3").map(|(role, _)| role), Some(NodeRole::Code));
    }

    #[test]
    fn no_word_has_two_roles() {
        let mut words: Vec<&str> = EDGE_WORDS.iter().flat_map(|(_, words)| words.iter()).collect();
        words.sort_unstable();
        assert!(words.windows(2).all(|pair| pair[0] != pair[1]));
    }
}
