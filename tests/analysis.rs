//! What a filter keeps, what lies around a selection, and the part of a map that is shown.

use std::collections::BTreeSet;

use entente::analysis::{
    Edge, Focus, MapGraph, ViewFilter, apply_filter, count_records, filtered_map, reveal,
};
use entente::edit::{self, Change, Command, add_nation, add_tie, apply};
use entente::model::*;

/// Three states in a row of ties, a fourth with a concern about the first of these ties, one without
/// any tie, and an organisation of the last two.
///
/// Ties: 1 a – b (allied), 2 b – c (pact), 3 d › (1) (concern).
fn map() -> Map {
    let mut map = Map::empty();
    for (name, tag) in [("a", "x"), ("b", "x"), ("c", "y"), ("d", "y"), ("e", ""), ("org", "")] {
        let tags = [tag].into_iter().filter(|t| !t.is_empty()).map(str::to_owned).collect();
        let (_, command) =
            add_nation(&map, Nation { name: name.to_owned(), tags, ..Nation::default() });
        apply(&mut map, command).expect("it fits");
    }
    let nation = |number| End::Nation(NationId(number));
    for (from, to, kind) in [(1, nation(2), 1), (2, nation(3), 2), (4, End::Tie(TieId(1)), 3)] {
        let (_, command) = add_tie(&map, NationId(from), to, KindId(kind));
        apply(&mut map, command).expect("it fits");
    }
    for member in [4, 5] {
        change_nation(&mut map, member, |nation| {
            let organisation = NationId(6);
            let (since, until, extra) = (None, None, Extra::new());
            nation.memberships.push(Membership { organisation, since, until, extra });
        });
    }
    map
}

fn change_nation(map: &mut Map, id: u32, change: impl FnOnce(&mut Nation)) {
    let mut nation = map.nations().get(NationId(id)).expect("there").clone();
    change(&mut nation);
    apply(map, Command::Nation(NationId(id), Change::Replace(Box::new(nation)))).expect("it fits");
}

fn change_tie(map: &mut Map, id: u32, change: impl FnOnce(&mut Tie)) {
    let mut tie = map.ties().get(TieId(id)).expect("there").clone();
    change(&mut tie);
    apply(map, Command::Tie(TieId(id), Change::Replace(Box::new(tie)))).expect("it fits");
}

fn set_filter(map: &mut Map, change: impl FnOnce(&mut Filter)) {
    let command = edit::change_filter(map, change);
    apply(map, command).expect("it fits");
}

/// The names of the nations and the numbers of the ties that pass.
fn passing(map: &Map, change: impl FnOnce(&mut Filter)) -> (String, Vec<u32>) {
    let mut filter = Filter::default();
    change(&mut filter);
    let passing = apply_filter(map, &MapGraph::new(map), &filter);
    let nations = map.nations().iter().zip(&passing.nations).filter(|(_, passes)| **passes);
    let names: Vec<&str> = nations.map(|((_, nation), _)| nation.name.as_str()).collect();
    let ties = map.ties().ids().zip(&passing.ties).filter(|(_, passes)| **passes);
    (names.join(" "), ties.map(|(id, _)| id.0).collect())
}

/// How each record is shown by the map's own filter and a view.
fn visibilities(view: &ViewFilter, map: &Map) -> Visibilities {
    let graph = MapGraph::new(map);
    view.visibilities(map, &graph, &apply_filter(map, &graph, map.filter()))
}

fn all() -> String {
    "a b c d e org".to_owned()
}

#[test]
fn the_graph_joins_nations_by_ties_ties_onto_ties_and_memberships() {
    let mut map = map();
    let (_, command) = add_tie(&map, NationId(5), End::Nation(NationId(5)), KindId(1));
    apply(&mut map, command).expect("it fits");
    let graph = MapGraph::new(&map);
    let edges = |is_of_sort: fn(&Edge) -> bool| {
        graph.graph().edge_weights().filter(|e| is_of_sort(e)).count()
    };
    assert_eq!(graph.graph().node_count(), 7, "six nations and the tie that one ends at");
    assert_eq!(edges(|edge| matches!(edge, Edge::Tie { .. })), 4);
    assert_eq!(edges(|edge| matches!(edge, Edge::TieEnd { .. })), 2);
    assert_eq!(edges(|edge| matches!(edge, Edge::Membership { .. })), 2);
    assert!(graph.ties().zip(map.ties().ids()).all(|(tie, id)| tie.id == id));
    assert_eq!(graph.degrees(|_| true), map.degrees());
    let tie_node = graph.node_of(Target::Tie(TieId(1))).expect("a concern ends at it");
    assert_eq!(graph.ties_of(tie_node).map(|tie| tie.id).collect::<Vec<_>>(), [TieId(3)]);
    assert_eq!(graph.node_of(Target::Tie(TieId(2))), None);
    let organisation = graph.node_of(Target::Nation(NationId(6))).expect("a nation");
    assert_eq!(graph.memberships_of(organisation).count(), 2);
}

#[test]
fn ties_that_have_lost_an_end_are_dropped() {
    let graph = MapGraph::new(&map());
    let kept = |missing: usize| {
        let mut ties = [true; 3];
        graph.drop_dangling_ties(|nation| nation != missing, &mut ties);
        ties
    };
    assert_eq!(kept(0), [false, true, false], "the concern is about the tie of a");
    assert_eq!(kept(2), [true, false, true]);
    assert_eq!(kept(4), [true; 3]);
}

#[test]
fn kinds_statuses_and_signs_sort_out_ties() {
    let mut map = map();
    change_tie(&mut map, 2, |tie| tie.status = Some(Status::Ended));
    let pact = passing(&map, |f| {
        f.kinds.insert(KindId(2));
    });
    assert_eq!(pact, (all(), vec![2]));
    assert_eq!(
        passing(&map, |f| {
            f.statuses.insert(Some(Status::Ended));
        }),
        (all(), vec![2])
    );
    assert_eq!(
        passing(&map, |f| {
            f.statuses.insert(None);
        }),
        (all(), vec![1, 3])
    );
    assert_eq!(
        passing(&map, |f| {
            f.signs.insert(Sign::Friendly);
        }),
        (all(), vec![1, 2])
    );
}

#[test]
fn the_tie_that_a_tie_ends_at_passes_with_it_but_not_without_its_nations() {
    let hostile = |f: &mut Filter| {
        f.signs.insert(Sign::Hostile);
    };
    assert_eq!(passing(&map(), hostile), (all(), vec![1, 3]));
    let tagged = passing(&map(), |f| {
        hostile(f);
        f.tags.insert("y".to_owned());
    });
    assert_eq!(tagged, ("c d".to_owned(), vec![]));
}

#[test]
fn a_period_sorts_out_ties_and_memberships() {
    let mut map = map();
    let date = |text: &str| text.parse::<PartialDate>().ok();
    change_tie(&mut map, 2, |tie| tie.since = date("1920"));
    change_nation(&mut map, 5, |nation| nation.memberships[0].until = date("1913"));
    let period = Period { from: date("1914-07-28"), to: date("1914-07-28") };
    assert_eq!(passing(&map, |f| f.period = period), (all(), vec![1, 3]));
    let filter = Filter { period, ..Filter::default() };
    assert_eq!(apply_filter(&map, &MapGraph::new(&map), &filter).memberships, [true, false]);
    assert_eq!(passing(&map, |f| (f.period, f.only_tied) = (period, true)).0, "a b d org");
}

#[test]
fn tags_sort_out_nations_with_their_ties() {
    let tagged = |f: &mut Filter| {
        f.tags.insert("x".to_owned());
    };
    assert_eq!(passing(&map(), tagged), ("a b".to_owned(), vec![1]));
    let both = passing(&map(), |f| f.tags.extend(["x", "y"].map(str::to_owned)));
    assert_eq!(both, ("a b c d".to_owned(), vec![1, 2, 3]));
}

#[test]
fn attributes_are_compared_as_what_they_are() {
    let mut map = map();
    let of = |value: Attribute| Attributes::from_iter([("gdp".to_owned(), value)]);
    change_nation(&mut map, 1, |nation| nation.attributes = of(Attribute::Number(4.2)));
    change_nation(&mut map, 2, |nation| nation.attributes = of(Attribute::Number(1.0)));
    change_nation(&mut map, 3, |nation| nation.attributes = of(Attribute::Text("9".into())));
    change_tie(&mut map, 2, |tie| tie.attributes = of(Attribute::Flag(true)));
    let tested = |of, test| {
        let (name, extra) = ("gdp".to_owned(), Extra::new());
        passing(&map, |f| f.attributes.push(AttributeCondition { of, name, test, extra }))
    };
    let equals = |text: &str| AttributeTest::Equals(text.to_owned());
    assert_eq!(tested(AttributeOwner::Nation, AttributeTest::Has).0, "a b c");
    assert_eq!(tested(AttributeOwner::Nation, AttributeTest::AtLeast(1.0)).0, "a b");
    assert_eq!(
        tested(AttributeOwner::Nation, AttributeTest::AtMost(4.1)).0,
        "b",
        "a text is no number"
    );
    assert_eq!(tested(AttributeOwner::Nation, equals("4.2")).0, "a");
    assert_eq!(tested(AttributeOwner::Nation, equals("9")).0, "c");
    assert_eq!(tested(AttributeOwner::Tie, equals("true")), (all(), vec![2]));
}

#[test]
fn the_number_of_ties_counts_those_that_pass() {
    let at_least = |f: &mut Filter, least| f.degree.at_least = Some(least);
    assert_eq!(passing(&map(), |f| at_least(f, 2)), ("b".to_owned(), vec![]));
    assert_eq!(passing(&map(), |f| at_least(f, 1)), ("a b c d".to_owned(), vec![1, 2, 3]));
    let of_pacts = passing(&map(), |f| {
        f.kinds.insert(KindId(2));
        at_least(f, 1);
    });
    assert_eq!(of_pacts, ("b c".to_owned(), vec![2]));
    let at_most = passing(&map(), |f| f.degree.at_most = Some(0));
    assert_eq!(at_most.0, "e org");
}

#[test]
fn nations_left_without_tie_or_membership_are_sorted_out_where_that_is_asked() {
    let tied = |f: &mut Filter| f.only_tied = true;
    assert_eq!(passing(&map(), tied), (all(), vec![1, 2, 3]), "e is a member");
    let of_pacts = passing(&map(), |f| {
        f.kinds.insert(KindId(2));
        tied(f);
    });
    assert_eq!(of_pacts.0, "b c d e org");
    let tagged = passing(&map(), |f| {
        f.tags.insert("y".to_owned());
        tied(f);
    });
    assert_eq!(tagged, (String::new(), vec![]), "their ties and memberships lead elsewhere");
}

#[test]
fn a_text_shows_what_says_it_and_the_ends_of_ties_that_do() {
    let mut map = map();
    change_tie(&mut map, 2, |tie| tie.label = "Logistics".to_owned());
    change_nation(&mut map, 5, |nation| nation.notes = "of LOGISTICS".to_owned());
    let found = passing(&map, |f| f.text = " logistics ".to_owned());
    assert_eq!(found, ("b c e".to_owned(), vec![2]));
    let named = passing(&map, |f| f.text = "org".to_owned());
    assert_eq!(named, ("org".to_owned(), vec![]));
    change_nation(&mut map, 1, |nation| nation.notes = "org".to_owned());
    change_nation(&mut map, 2, |nation| nation.tags.push("Organised".to_owned()));
    assert_eq!(passing(&map, |f| f.text = "org".to_owned()), ("a b org".to_owned(), vec![1]));
}

#[test]
fn a_filter_that_is_switched_off_lets_all_pass() {
    let mut map = map();
    set_filter(&mut map, |f| {
        f.tags.insert("x".to_owned());
        f.is_off = true;
    });
    assert_eq!(apply_filter(&map, &MapGraph::new(&map), map.filter()).nations, [true; 6]);
    assert!(matches!(filtered_map(&map), std::borrow::Cow::Borrowed(_)));
}

#[test]
fn the_part_that_is_shown_keeps_ids_and_drops_what_it_can_t_do_without() {
    let mut map = map();
    set_filter(&mut map, |f| {
        f.tags.insert("y".to_owned());
    });
    let part = filtered_map(&map);
    assert_eq!(part.nations().ids().map(|id| id.0).collect::<Vec<_>>(), [3, 4]);
    assert!(part.ties().is_empty() && part.filter().is_idle());
    let d = part.nations().get(NationId(4)).expect("shown");
    assert!(d.memberships.is_empty(), "its organisation is hidden");
    assert_eq!(part.violations(), []);
    assert_eq!(part.dimmed().nations.len(), 0);
}

#[test]
fn what_is_dimmed_stays_and_is_noted() {
    let mut map = map();
    set_filter(&mut map, |f| {
        f.tags.insert("y".to_owned());
        f.others = Others::Dimmed;
    });
    let part = filtered_map(&map);
    assert_eq!((part.nations().len(), part.ties().len()), (6, 3));
    let dimmed = part.dimmed();
    assert!(dimmed.nations.contains(&NationId(1)) && !dimmed.nations.contains(&NationId(3)));
    assert!(dimmed.ties.contains(&TieId(2)) && dimmed.has_membership(NationId(4), NationId(6)));
}

#[test]
fn sources_that_only_hidden_ties_name_are_hidden() {
    let mut map = map();
    for title in ["of a tie", "of none"] {
        let source = Source { title: title.to_owned(), ..Source::default() };
        let (_, command) = edit::add_source(&map, source);
        apply(&mut map, command).expect("it fits");
    }
    change_tie(&mut map, 2, |tie| {
        tie.evidence.push(Evidence { source: Some(SourceId(1)), ..Evidence::default() });
    });
    set_filter(&mut map, |f| {
        f.kinds.insert(KindId(1));
    });
    assert_eq!(filtered_map(&map).sources().ids().collect::<Vec<_>>(), [SourceId(2)]);
}

/// The nations within so many steps, by name.
fn near(map: &Map, focus: Focus) -> String {
    let view = ViewFilter { focus: Some(focus), ..ViewFilter::default() };
    let part = map.visible_part(&visibilities(&view, map));
    let names: Vec<&str> = part.nations().iter().map(|(_, nation)| nation.name.as_str()).collect();
    names.join(" ")
}

#[test]
fn a_focus_goes_along_ties_ties_onto_ties_and_memberships() {
    let map = map();
    let on = |id, steps| Focus { nations: [NationId(id)].into(), steps, ..Focus::default() };
    assert_eq!(near(&map, on(3, 0)), "c");
    assert_eq!(near(&map, on(3, 1)), "b c");
    assert_eq!(near(&map, on(3, 2)), "a b c d", "d is concerned about a – b");
    assert_eq!(near(&map, on(5, 1)), "e org");
    assert_eq!(near(&map, on(5, 2)), "d e org");
    let of_tie = Focus { ties: [TieId(3)].into(), ..Focus::default() };
    assert_eq!(near(&map, of_tie), "a b d");
}

#[test]
fn a_focus_doesn_t_go_along_what_is_hidden() {
    let map = map();
    let focus = Some(Focus { nations: [NationId(3)].into(), steps: 9, ..Focus::default() });
    let without = |nations: &[u32], ties: &[u32]| {
        let view = ViewFilter {
            focus: focus.clone(),
            hidden_nations: nations.iter().copied().map(NationId).collect(),
            hidden_ties: ties.iter().copied().map(TieId).collect(),
        };
        map.visible_part(&visibilities(&view, &map)).nations().len()
    };
    assert_eq!((without(&[], &[]), without(&[2], &[]), without(&[], &[1])), (6, 1, 2));
}

#[test]
fn what_is_kept_is_shown_with_its_ends() {
    let mut map = map();
    set_filter(&mut map, |f| {
        f.tags.insert("none".to_owned());
    });
    let mut how = visibilities(&ViewFilter::default(), &map);
    reveal(&map, &mut how, [], [TieId(3)]);
    let part = map.visible_part(&how);
    assert_eq!(part.nations().ids().map(|id| id.0).collect::<Vec<_>>(), [1, 2, 4]);
    assert_eq!(part.ties().len(), 2);
}

#[test]
fn each_sort_is_counted() {
    let mut map = map();
    change_nation(&mut map, 1, |nation| nation.attributes.set("gdp", Attribute::Number(1.0)));
    let counts = count_records(&map);
    assert_eq!(counts.kinds.get(&KindId(1)), Some(&1));
    assert_eq!(counts.statuses.get(&None), Some(&3));
    assert_eq!(counts.signs.get(&Sign::Friendly), Some(&2));
    assert_eq!(counts.tags, [("x".to_owned(), 2), ("y".to_owned(), 2)]);
    let [gdp] = &counts.attributes[..] else { panic!("{:?}", counts.attributes) };
    assert!(gdp.is_numeric && gdp.count == 1 && gdp.values == [("1".to_owned(), 1)]);
}

/// A chain of ties each onto the one before, as long as a file may have.
#[test]
fn a_long_chain_of_ties_onto_ties_is_walked_once() {
    let ties: Vec<String> = (0..50_000)
        .map(|n| match n {
            0 => r#"{"id":"t0","from":"a","to":"b","kind":"pact"}"#.to_owned(),
            n => format!(r#"{{"id":"t{n}","from":"a","to":{{"tie":"t{}"}},"kind":"pact"}}"#, n - 1),
        })
        .collect();
    let text = format!(
        r#"{{"format":"entente-map","version":"1.2","filter":{{"kinds":["pact"],"only_tied":true}},
            "nations":[{{"id":"a","name":"A"}},{{"id":"b","name":"B"}}],"ties":[{}]}}"#,
        ties.join(",")
    );
    let map = entente::formats::read(text.as_bytes()).expect("a map").map;
    assert_eq!(filtered_map(&map).ties().len(), 50_000);
    let hidden_ties = BTreeSet::from([TieId(1)]);
    let view = ViewFilter { hidden_ties, ..ViewFilter::default() };
    assert_eq!(map.visible_part(&visibilities(&view, &map)).ties().len(), 0);
}
