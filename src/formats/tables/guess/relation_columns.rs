//! Columns of partners that say by their headers how these are tied to the nation of the row: `Allies`,
//! `At war with`, `Sanctions against`, `Supported by`.

use std::ops::Range;

use super::acting_ends;
use super::ends_by_words::{self, EndColumns};
use super::lookup::Lookup;
use super::profile::{MAX_COLUMNS, profile};
use crate::formats::mapping::sign_of_kind;
use crate::formats::tables::header_key;
use crate::formats::tables::values;
use crate::formats::tables::view::View;
use crate::formats::vocabulary::header_words::{Words, parties};
use crate::model::Sign;

/// The share of the texts of a column that must be nations or organisations.
const PARTNERS: f64 = 0.6;
/// Words for a partner that say how it is tied.
const RELATIONS: Words = Words(&[parties::RELATED, parties::FOES]);
/// Other words for a partner by which nothing is known of the tie; what is called so may still be a kind of tie
/// (*partner*) or a body that has members (*alliance*).
const NO_RELATIONS: Words = Words(&[parties::PARTNERS, parties::TREATIES, &["accord"]]);

/// Which way the ties to a column of targets run by its name.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Heading {
    /// As their kind does.
    #[default]
    Unsaid,
    /// To the target, as *Exports to* says.
    Onward,
    /// From it, as *Sanctioned by* says.
    Back,
}

/// What goes from one nation to the other where *to* stands behind it; what is *allied to* another doesn't.
const GIVEN: [&str; 18] = [
    "export",
    "exports",
    "aid",
    "arms",
    "sales",
    "armssales",
    "armsexports",
    "supplies",
    "deliveries",
    "armsdeliveries",
    "support",
    "loans",
    "lends",
    "sells",
    "gives",
    "assistance",
    "threat",
    "guarantee",
];

/// The kind of tie that the name of a column of partners says, and which way it runs.
pub fn kind_and_heading(name: &str) -> (&str, Heading) {
    if let Some(kind) = acting_ends::kind_done_by(&header_key(name)) {
        return (kind, Heading::Back);
    }
    match name.trim().rsplit_once([' ', '_']) {
        Some((kind, word)) if ["from", "by"].contains(&header_key(word).as_str()) => {
            (kind, Heading::Back)
        }
        Some((kind, word))
            if header_key(word) == "to" && GIVEN.contains(&header_key(kind).as_str()) =>
        {
            (kind, Heading::Onward)
        }
        _ => (name, Heading::Unsaid),
    }
}

/// The name of a column of partners without the number behind it.
pub fn without_number(name: &str) -> &str {
    name.trim_end_matches(|c: char| !c.is_alphabetic() && !matches!(c, ')' | ']'))
}

/// Whether a column of partners says how these are tied.
pub fn is_relation(name: &str) -> bool {
    RELATIONS.contains(&header_key(without_number(name)))
}

/// Whether the name of a column may say how the nations in it are tied.
pub fn may_be_relation(name: &str) -> bool {
    let name = without_number(name);
    let key = header_key(name);
    if NO_RELATIONS.contains(&key) {
        return false;
    }
    is_relation(name) || acting_ends::kind_done_by(&key).is_some() || sign_of_kind(name).is_some()
}

/// A column for a nation, and those that say by their names how those in them are tied to it.
pub fn find(
    view: &View<'_>,
    rows: &Range<usize>,
    (names, keys): (&[String], &[String]),
    lookup: &mut Lookup,
) -> Option<EndColumns> {
    let places = || 0..names.len().min(MAX_COLUMNS);
    let relations: Vec<usize> = places().filter(|at| may_be_relation(&names[*at])).collect();
    if relations.is_empty() || ends_by_words::are_both_said(keys) {
        return None;
    }
    let mut holds_partners = |place: &usize| {
        let profile = profile(view, rows, *place, lookup);
        let is_of_members = profile.nations == 0.0
            && sign_of_kind(&names[*place]).is_none_or(|sign| sign != Sign::Hostile);
        // *No* is Norway's code.
        let is_answer = |text: &String| values::says_yes(text) || values::says_no(text);
        profile.nations + profile.organisations >= PARTNERS
            && !is_of_members
            && !profile.texts.iter().all(is_answer)
    };
    let source = places().filter(|at| !relations.contains(at)).find(&mut holds_partners)?;
    let targets: Vec<usize> = relations.into_iter().filter(holds_partners).collect();
    // A single one that says what was done to the nation is found by its words.
    let is_done_by = |place: &usize| acting_ends::kind_done_by(&keys[*place]).is_some();
    let is_enough = targets.len() > 1 || targets.iter().any(|only| !is_done_by(only));
    is_enough.then(|| EndColumns { sources: vec![source], targets })
}
