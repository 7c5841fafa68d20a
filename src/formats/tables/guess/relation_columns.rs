//! Columns of partners that say by their headers how these are tied to the nation of the row: `Allies`,
//! `At war with`, `Sanctions against`, `Supported by`.

use std::ops::Range;

use super::acting_ends;
use super::ends_by_words::{self, EndColumns};
use super::lookup::Lookup;
use super::profile::{MAX_COLUMNS, profile};
use crate::formats::mapping::sign_of_kind;
use crate::formats::tables::header_key;
use crate::formats::tables::view::View;

/// The share of the texts of a column that must be nations or organisations.
const PARTNERS: f64 = 0.6;
/// Words for a partner that say how it is tied.
const RELATIONS: [&str; 21] = [
    "ally",
    "allies",
    "allyof",
    "alliedwith",
    "alliedto",
    "friend",
    "friends",
    "enemy",
    "enemies",
    "rival",
    "rivals",
    "opponent",
    "opponents",
    "neighbour",
    "neighbours",
    "neighbor",
    "neighbors",
    "verbundeter",
    "verbundete",
    "gegner",
    "allie",
];
/// Other words for a partner by which nothing is known of the tie; what is called so may still be a kind of tie
/// (*partner*) or a body that has members (*alliance*).
const NO_RELATIONS: [&str; 10] = [
    "partner",
    "partners",
    "partnercountry",
    "partnerstate",
    "alliance",
    "alliances",
    "treaty",
    "pact",
    "agreement",
    "accord",
];

/// The name of a column of partners without the number behind it.
pub fn without_number(name: &str) -> &str {
    name.trim_end_matches(|c: char| !c.is_alphabetic() && !matches!(c, ')' | ']'))
}

/// Whether a column of partners says how these are tied.
pub fn is_relation(name: &str) -> bool {
    RELATIONS.contains(&header_key(without_number(name)).as_str())
}

/// Whether the name of a column may say how the nations in it are tied.
pub fn may_be_relation(name: &str) -> bool {
    let name = without_number(name);
    let key = header_key(name);
    if NO_RELATIONS.contains(&key.as_str()) {
        return false;
    }
    is_relation(name) || acting_ends::kind_done_by(&key).is_some() || sign_of_kind(name).is_some()
}

/// A column for a nation, and several that say by their names how those in them are tied to it.
pub fn find(
    view: &View<'_>,
    rows: &Range<usize>,
    (names, keys): (&[String], &[String]),
    lookup: &mut Lookup,
) -> Option<EndColumns> {
    let places = || 0..names.len().min(MAX_COLUMNS);
    let relations: Vec<usize> = places().filter(|at| may_be_relation(&names[*at])).collect();
    if relations.len() < 2 || ends_by_words::are_both_said(keys) {
        return None;
    }
    let mut holds_partners = |place: &usize| {
        let profile = profile(view, rows, *place, lookup);
        profile.nations + profile.organisations >= PARTNERS
    };
    let source = places().filter(|at| !relations.contains(at)).find(&mut holds_partners)?;
    let targets: Vec<usize> = relations.into_iter().filter(holds_partners).collect();
    (targets.len() > 1).then(|| EndColumns { sources: vec![source], targets })
}
