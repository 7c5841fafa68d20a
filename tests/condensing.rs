//! Pacts of many that a map holds as ties between every two become organisations, and nothing is lost by it.

#![allow(clippy::print_stdout, reason = "how much was saved is told, and fails nothing")]

#[path = "condensing/alliances.rs"]
mod alliances;

use std::collections::BTreeSet;

use alliances::{Chance, Recipe, map};
use entente::analysis::pacts::{
    Condensation, Proposal, Stays, condensation, meant_ties, tie_difference,
};
use entente::edit::{self, Change, Command, apply};
use entente::model::*;
use entente::tasks::{condense, expand};
use proptest::prelude::*;

fn found(map: &Map) -> Condensation {
    condensation(map).expect("few enough")
}

/// The positions of the proposals that claim nothing.
fn lossless(found: &Condensation) -> BTreeSet<usize> {
    let all = found.proposals.iter().enumerate();
    all.filter(|(_, proposal)| proposal.is_lossless()).map(|(at, _)| at).collect()
}

/// The map with these proposals accepted, and the command that undoes it.
fn condensed(map: &Map, found: &Condensation, chosen: &BTreeSet<usize>) -> (Map, Command) {
    let mut after = map.clone();
    let undo = apply(&mut after, condense(map, &found.proposals, chosen)).expect("it fits");
    assert_eq!(after.violations(), vec![]);
    (after, undo)
}

/// Checks that these proposals lose nothing and claim only what they say, and that both ways lead back.
fn check(map: &Map, found: &Condensation, chosen: &BTreeSet<usize>) {
    let (after, undo) = condensed(map, found, chosen);
    let difference = tie_difference(map, &after).expect("few enough");
    assert_eq!(difference.lost, vec![]);
    let claims = chosen.iter().any(|at| !found.proposals[*at].is_lossless());
    assert!(claims || difference.gained.is_empty(), "{:?}", difference.gained);
    let mut expanded = after.clone();
    let command = expand(&expanded).expect("few enough");
    apply(&mut expanded, command).expect("it fits");
    assert_eq!(expanded.nations().len(), map.nations().len());
    assert_eq!(expanded.ties().len(), map.ties().len() + difference.gained.len());
    assert_eq!(tie_difference(&after, &expanded).expect("few enough"), Default::default());
    let mut undone = after;
    apply(&mut undone, undo).expect("it fits");
    assert!(undone == *map, "undo leads back to the same map");
}

fn recipes() -> impl Strategy<Value = Recipe> {
    let dice = (any::<u32>(), 3..40_u32, 0..7_u32, 0..60_u32, any::<bool>(), any::<bool>());
    dice.prop_map(|(seed, nations, pacts, treaties, dated, strongest_alone)| Recipe {
        seed,
        nations,
        pacts,
        treaties,
        dated,
        strongest_alone,
    })
}

/// Things that only a tie can hold, and ties that say the same as others, here and there.
fn with_noise(mut map: Map, seed: u32) -> Map {
    let mut chance = Chance::new(seed);
    let ids: Vec<TieId> = map.ties().ids().collect();
    for id in ids {
        let Some(tie) = map.ties().get(id).cloned() else { continue };
        let mut other = tie.clone();
        match chance.below(20) {
            0 => other.evidence.push(Evidence::default()),
            1 => other.direction = Direction::Directed,
            2 => other.status = Some(Status::Signed),
            3 => other.label = "Pact".to_owned(),
            4 => other.notes = "by hearsay".to_owned(),
            5 => other.attributes.set("treaty", Attribute::Number(chance.below(2).into())),
            6 => other.weight = 2.0,
            7 => (other.since, other.until) = (other.until, other.since),
            8 => {
                let twin = Tie { key: map.ties().free_key("twin"), since: None, ..tie };
                let change = Change::Insert(0, Box::new(twin));
                let id = map.ties().free_id();
                apply(&mut map, Command::Tie(id, change)).expect("it fits");
            }
            9 => {
                let (_, command) = edit::add_tie(&map, other.from, End::Tie(id), KindId(3));
                apply(&mut map, command).expect("it fits");
            }
            _ => continue,
        }
        apply(&mut map, Command::Tie(id, Change::Replace(Box::new(other)))).expect("it fits");
    }
    map
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn condensed_and_expanded_the_ties_are_the_same(recipe in recipes(), noise in any::<u32>()) {
        let map = with_noise(map(recipe), noise);
        let first = found(&map);
        prop_assert_eq!(&first, &found(&map), "the same map gives the same proposals");
        check(&map, &first, &lossless(&first));
        check(&map, &first, &(0..first.proposals.len()).collect());
        // Any part of them, as a person accepts one and not the next.
        let mut chance = Chance::new(noise);
        let some = (0..first.proposals.len()).filter(|_| chance.below(2) == 0).collect();
        check(&map, &first, &some);
        let accepted: usize = lossless(&first).iter().map(|at| first.proposals[*at].replaces.len()).sum();
        prop_assert_eq!(accepted + first.staying.len(), map.ties().len(), "each tie is accounted for");
    }

    #[test]
    fn what_was_condensed_can_be_condensed_again(recipe in recipes(), noise in any::<u32>()) {
        let map = with_noise(map(recipe), noise);
        let first = found(&map);
        let some = lossless(&first).into_iter().step_by(2).collect();
        let (half, _) = condensed(&map, &first, &some);
        let second = found(&half);
        let (all, _) = condensed(&half, &second, &lossless(&second));
        prop_assert_eq!(tie_difference(&map, &all).expect("few enough"), Default::default());
    }
}

/// A map of nations `A`, `B` … with ties of the first kind, by the letters of their ends and their years.
fn small(nations: usize, ties: &[(&str, &str)]) -> Map {
    let mut map = Map::empty();
    let letter = |at: usize| char::from(b'A' + at as u8).to_string();
    let nation = |at| Nation { name: letter(at), ..Nation::default() };
    let (ids, command) = edit::add_nations(&map, (0..nations).map(nation).collect());
    apply(&mut map, command).expect("they fit");
    for (ends, since) in ties {
        let [from, to] = [0, 1].map(|at| ids[usize::from(ends.as_bytes()[at] - b'A')]);
        let (id, command) = edit::add_tie(&map, from, End::Nation(to), KindId(1));
        apply(&mut map, command).expect("it fits");
        let tie = Tie { since: since.parse().ok(), ..map.ties().get(id).expect("there").clone() };
        apply(&mut map, Command::Tie(id, Change::Replace(Box::new(tie)))).expect("it fits");
    }
    map
}

fn joined(map: &Map, proposal: &Proposal) -> Vec<String> {
    let name = |id| map.nations().get(id).map_or("", |nation| nation.name.as_str());
    let since = |date: Option<PartialDate>| date.map_or_else(String::new, |date| date.to_string());
    proposal
        .members
        .iter()
        .map(|own| format!("{} {}", name(own.nation), since(own.since)))
        .collect()
}

#[test]
fn members_join_when_their_ties_say_so() {
    let ties = [
        ("AB", "1949"),
        ("AC", "1949"),
        ("BC", "1949"),
        ("AD", "1952"),
        ("BD", "1952"),
        ("CD", "1952"),
        ("AE", "1955-05"),
        ("BE", "1955-05"),
        ("CE", "1955-05"),
        ("DE", "1955-05"),
    ];
    let map = small(5, &ties);
    let found = found(&map);
    let [proposal] = found.proposals.as_slice() else { panic!("{:?}", found.proposals) };
    assert_eq!(joined(&map, proposal), ["A 1949", "B 1949", "C 1949", "D 1952", "E 1955-05"]);
    assert_eq!((proposal.replaces.len(), found.staying.len()), (10, 0));
    assert_eq!(proposal.name, "Alliance of 5 around A");
    let words = "5 members for 10 ties (allied, since 1949, joined at 3 times)";
    assert_eq!(proposal.in_words(&map), words);
    let (after, _) = condensed(&map, &found, &[0].into());
    assert_eq!((after.ties().len(), after.nations().len()), (0, 6));
    assert_eq!(meant_ties(&after).expect("few").len(), 10);
}

#[test]
fn a_tie_that_holds_longer_stays_beside_the_pact() {
    // Were C and D in a pact with nobody else before, they would join it then; A is tied to C later.
    let ties = [
        ("AB", "1949"),
        ("AC", "1949"),
        ("AD", "1949"),
        ("AE", "1949"),
        ("BC", "1949"),
        ("BD", "1930"),
        ("BE", "1949"),
        ("CD", "1949"),
        ("CE", "1940"),
        ("DE", "1949"),
    ];
    let map = small(5, &ties);
    let found = found(&map);
    let [proposal] = found.proposals.as_slice() else { panic!("{:?}", found.proposals) };
    assert_eq!(proposal.members.len(), 5);
    assert_eq!(proposal.replaces.len() + proposal.otherwise_tied, 10);
    check(&map, &found, &[0].into());
}

#[test]
fn a_missing_tie_is_told_and_never_claimed_unasked() {
    let mut ties = Vec::new();
    let ends: Vec<String> = (b'A'..=b'H')
        .flat_map(|a| (a + 1..=b'H').map(move |b| format!("{}{}", char::from(a), char::from(b))))
        .collect();
    ties.extend(ends.iter().filter(|ends| *ends != "GH").map(|ends| (ends.as_str(), "")));
    let map = small(8, &ties);
    let found = found(&map);
    let [exact, wider] = found.proposals.as_slice() else { panic!("{:?}", found.proposals) };
    assert!(exact.is_lossless() && exact.members.len() == 7);
    assert_eq!((wider.widens, wider.members.len(), wider.replaces.len()), (Some(0), 8, 27));
    let words = "8 members for 27 ties (allied); claims a tie that the map doesn’t have: G – H";
    assert_eq!(wider.in_words(&map), words);
    assert_eq!(lossless(&found), [0].into());
    check(&map, &found, &[0, 1].into());
    let (after, _) = condensed(&map, &found, &[0, 1].into());
    assert_eq!((after.nations().len(), after.ties().len()), (9, 0));
}

#[test]
fn the_label_names_the_organisation_and_a_pact_of_three_is_one() {
    let mut map = small(4, &[("AB", ""), ("AC", ""), ("BC", "")]);
    assert_eq!(found(&map).proposals, vec![], "three ties for three memberships save nothing");
    let ids: Vec<TieId> = map.ties().ids().collect();
    for id in ids {
        let tie = map.ties().get(id).expect("there").clone();
        let tie = Tie { label: "NATO".to_owned(), status: Some(Status::InForce), ..tie };
        apply(&mut map, Command::Tie(id, Change::Replace(Box::new(tie)))).expect("it fits");
    }
    let found = found(&map);
    let (after, _) = condensed(&map, &found, &lossless(&found));
    let (_, nato) = after.nations().iter().last().expect("an organisation");
    assert_eq!((nato.name.as_str(), nato.code.as_deref()), ("NATO", Some("ORG NATO")));
    assert_eq!(nato.nation_type, NationType::Organisation);
    let held: Vec<(&str, &Attribute)> = nato.attributes.iter().collect();
    let text = |text: &str| Attribute::Text(text.into());
    let expected = [
        ("tie kind", text("allied")),
        ("tie status", text("in force")),
        ("tie label", text("NATO")),
    ];
    assert_eq!(held, expected.each_ref().map(|(name, value)| (*name, value)));
    check(&map, &found, &lossless(&found));
}

#[test]
fn what_only_a_tie_can_hold_stays_and_is_told() {
    let pairs = ["AB", "AC", "AD", "AE", "BC", "BD", "BE", "CD", "CE", "DE"].map(|ends| (ends, ""));
    let mut map = small(5, &pairs);
    let first = map.ties().ids().next().expect("a tie");
    let tie = map.ties().get(first).expect("there").clone();
    let tie = Tie { evidence: vec![Evidence::default()], ..tie };
    apply(&mut map, Command::Tie(first, Change::Replace(Box::new(tie)))).expect("it fits");
    let found = found(&map);
    assert!(found.staying.contains(&(first, Stays::Evidence)), "{:?}", found.staying);
    check(&map, &found, &(0..found.proposals.len()).collect());
}

#[test]
fn an_organisation_that_says_more_stays_when_it_is_expanded() {
    let pairs = ["AB", "AC", "AD", "BC", "BD", "CD"].map(|ends| (ends, ""));
    let map = small(4, &pairs);
    let found = found(&map);
    let (mut after, _) = condensed(&map, &found, &[0].into());
    let (id, nation) = after.nations().iter().last().expect("an organisation");
    let noted = Nation { notes: "of 1815".to_owned(), ..nation.clone() };
    apply(&mut after, Command::Nation(id, Change::Replace(Box::new(noted)))).expect("it fits");
    let command = expand(&after).expect("few enough");
    apply(&mut after, command).expect("it fits");
    let left = after.nations().get(id).expect("it stays");
    assert!(left.attributes.is_empty() && after.ties().len() == 6);
    assert_eq!(meant_ties(&after).expect("few enough"), vec![]);
}

/// As data sets list them: 180 nations, 40 pacts of 5 to 35, 120 treaties of two.
#[test]
fn thousands_of_pairs_become_few_things() {
    let dense = Recipe {
        seed: 7,
        nations: 180,
        pacts: 40,
        treaties: 120,
        dated: false,
        strongest_alone: true,
    };
    for dated in [false, true] {
        let map = map(Recipe { dated, ..dense });
        let found = found(&map);
        let chosen = lossless(&found);
        let replaced: usize = chosen.iter().map(|at| found.proposals[*at].replaces.len()).sum();
        let (ties, left) = (map.ties().len(), map.ties().len() - replaced);
        println!(
            "dated: {dated}; {ties} ties became {} organisations and {left} ties",
            chosen.len()
        );
        check(&map, &found, &chosen);
        let times_fewer = if dated { 1 } else { 15 };
        assert!(ties > 3500 && (chosen.len() + left) * times_fewer < ties);
        assert!(!found.is_cut_short);
    }
}

#[test]
fn a_dense_map_of_no_pacts_is_no_endless_search() {
    let mut chance = Chance::new(3);
    let mut map = Map::empty();
    let nation = |n| Nation { name: format!("Nation {n}"), ..Nation::default() };
    let (ids, command) = edit::add_nations(&map, (0..700).map(nation).collect());
    apply(&mut map, command).expect("they fit");
    let mut ties = Vec::new();
    for (at, from) in ids.iter().enumerate() {
        let others = ids[at + 1..].iter().filter(|_| chance.below(2) == 0);
        ties.extend(others.map(|to| (*from, End::Nation(*to), KindId(1))));
    }
    let (_, command) = edit::add_ties(&map, &ties);
    apply(&mut map, command).expect("they fit");
    let found = found(&map);
    assert!(found.is_cut_short);
    check(&map, &found, &lossless(&found));
}
