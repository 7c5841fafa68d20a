//! Which kinds the ties of a network have.

use super::*;
use crate::formats::mapping::{EdgeRole, KindChoice};
use crate::model::{Direction, Sign};

fn kinds(map: &Map) -> Vec<(&str, Sign)> {
    map.kinds().iter().map(|(_, kind)| (kind.name.as_str(), kind.sign)).collect()
}

#[test]
fn words_name_the_standard_kinds_and_others_are_made() {
    let network = rows(
        &["Relationship"],
        &[
            &["a", "b", "alliance"],
            &["b", "c", "war"],
            &["c", "d", "hosted"],
            &["a", "d", "concern"],
        ],
    );
    let map = imported(&network).map;
    let expected = [
        ("Allied", Sign::Friendly),
        ("War", Sign::Hostile),
        ("Hosted", Sign::Neutral),
        ("Concern", Sign::Hostile),
    ];
    assert_eq!(kinds(&map), expected);
    let directed =
        map.ties().iter().filter(|(_, tie)| tie.direction == Direction::Directed).count();
    assert_eq!(directed, 1, "a concern runs from one to the other");
}

#[test]
fn gephis_type_is_the_direction() {
    let network = rows(&["Type"], &[&["a", "b", "Directed"], &["b", "c", "Undirected"]]);
    assert_eq!(guess(&network).edge_roles, [EdgeRole::Direction]);
    let map = imported(&network).map;
    assert_eq!(kinds(&map), [("Tie", Sign::Neutral)]);
    let directions: Vec<Direction> = map.ties().iter().map(|(_, tie)| tie.direction).collect();
    assert_eq!(directions, [Direction::Directed, Direction::Mutual]);
}

#[test]
fn columns_of_noughts_and_ones_are_kinds() {
    let network = rows(
        &["defense", "neutrality", "nonaggression", "entente", "right_censor"],
        &[
            &["a", "b", "1", "0", "1", "0", "1"],
            &["b", "c", "0", "0", "0", "1", "0"],
            &["c", "d", "0", "0", "0", "0", "0"],
        ],
    );
    let imported = imported(&network);
    assert_eq!(
        ties(&imported.map),
        ["a – b: Defense  to ", "a – b: Nonaggression  to ", "b – c: Entente  to "]
    );
    assert_eq!(topics(&imported), [("says no to each kind of tie", 1)]);
    let (_, tie) = imported.map.ties().at(0).expect("a tie");
    assert_eq!(tie.attributes.get("right_censor"), Some(&Attribute::Number(1.0)));
}

#[test]
fn a_kind_that_is_met_with_two_signs_becomes_two() {
    let network = rows(
        &["kind", "sign"],
        &[&["a", "b", "vote", "1"], &["b", "c", "vote", "-1"], &["c", "d", "visit", "1"]],
    );
    let expected = [
        ("Vote (friendly)", Sign::Friendly),
        ("Vote (hostile)", Sign::Hostile),
        ("Visit", Sign::Friendly),
    ];
    let imported = imported(&network);
    assert_eq!(kinds(&imported.map), expected);
    assert_eq!(topics(&imported), [("has ties of one kind with different signs", 1)]);
}

#[test]
fn a_sign_in_some_rows_isnt_that_of_the_others() {
    let network = rows(
        &["kind", "sign"],
        &[
            &["a", "b", "vote", "+"],
            &["b", "c", "vote", ""],
            &["c", "d", "vote", ""],
            &["a", "c", "pact", "+"],
            &["b", "d", "pact", ""],
            &["a", "d", "war", "-"],
        ],
    );
    let imported = imported(&network);
    let expected = [
        ("Vote (neutral)", Sign::Neutral),
        ("Vote (friendly)", Sign::Friendly),
        ("Pact", Sign::Friendly),
        ("War", Sign::Hostile),
    ];
    assert_eq!(kinds(&imported.map), expected);
    let outcomes: Vec<&str> =
        imported.remarks.groups().map(|group| group.outcome.as_str()).collect();
    assert_eq!(outcomes, ["Each sign is a kind of its own: 1 friendly, 2 without a sign."]);
    let network =
        rows(&["kind"], &[&["a", "b", "pact +"], &["b", "c", "pact -"], &["c", "d", "pact +"]]);
    let expected = [("Pact +", Sign::Friendly), ("Pact -", Sign::Hostile)];
    assert_eq!(kinds(&super::imported(&network).map), expected);
}

#[test]
fn kinds_beyond_those_told_apart_are_kept_as_attributes() {
    let names: Vec<String> = (0..400).map(|number| format!("sort {number}")).collect();
    let lines: Vec<[&str; 3]> = names.iter().map(|name| ["a", "b", name.as_str()]).collect();
    let lines: Vec<&[&str]> = lines.iter().map(|line| &line[..]).collect();
    let imported = imported(&rows(&["kind"], &lines));
    assert_eq!(imported.map.kinds().len(), 250, "one of them is that of all others");
    assert_eq!(
        topics(&imported),
        [("names a kind of tie beyond the 249 that are told apart", 151)]
    );
    let (_, tie) = imported.map.ties().at(399).expect("a tie");
    let written = Attribute::Text("sort 399".into());
    assert_eq!(tie.attributes.get("kind as written"), Some(&written));
}

#[test]
fn negative_weights_are_hostile() {
    let network = rows(&["weight"], &[&["a", "b", "2"], &["b", "c", "-3"]]);
    let map = imported(&network).map;
    assert_eq!(kinds(&map), [("Tie (friendly)", Sign::Friendly), ("Tie (hostile)", Sign::Hostile)]);
    let weights: Vec<f32> = map.ties().iter().map(|(_, tie)| tie.weight).collect();
    assert_eq!(weights, [2.0, 3.0]);
}

#[test]
fn a_weight_above_zero_makes_no_war_friendly() {
    let rows_of = [&["a", "b", "war", "3"][..], &["b", "c", "", "-1"], &["c", "d", "visits", "2"]];
    let map = imported(&rows(&["kind", "weight"], &rows_of)).map;
    assert_eq!(
        kinds(&map),
        [("Tie", Sign::Hostile), ("War", Sign::Hostile), ("Visits", Sign::Friendly)]
    );
}

#[test]
fn a_person_renames_signs_and_leaves_out_kinds() {
    let network = rows(&["kind"], &[&["a", "b", "x1"], &["b", "c", "x2"], &["c", "d", "x3"]]);
    let mut choices = guess(&network);
    let named = KindChoice {
        name: Some("Trade".to_owned()),
        sign: Some(Sign::Friendly),
        is_left_out: false,
    };
    choices.kinds.insert("x1".to_owned(), named.clone());
    choices.kinds.insert("x2".to_owned(), named);
    choices
        .kinds
        .insert("x3".to_owned(), KindChoice { is_left_out: true, ..KindChoice::default() });
    let map = imported_by(&network, &choices).map;
    assert_eq!(kinds(&map), [("Trade", Sign::Friendly)]);
    assert_eq!(map.ties().len(), 2);
}

#[test]
fn labels_that_are_words_for_kinds_are_kinds() {
    let mut network = rows(&[], &[&["a", "b"], &["b", "c"]]);
    for (edge, label) in network.edges.iter_mut().zip(["pact", "war"]) {
        edge.label = Some(label.to_owned());
    }
    assert_eq!(kinds(&imported(&network).map), [("Pact", Sign::Friendly), ("War", Sign::Hostile)]);
    network.edges[0].label = Some("Treaty of Paris, article 4".to_owned());
    network.edges[1].label = Some("Berlin 1878".to_owned());
    assert_eq!(
        imported(&network).map.ties().at(1).map(|(_, tie)| tie.label.as_str()),
        Some("Berlin 1878")
    );
}

#[test]
fn what_isnt_known_is_no_yes() {
    for missing in ["-9", "-99"] {
        let network = rows(
            &["defense"],
            &[&["Japan", "Peru", "1"], &["Chad", "Mali", missing], &["Iran", "Iraq", "0"]],
        );
        let imported = imported(&network);
        assert_eq!(
            ties(&imported.map),
            ["Japan – Peru: Defense  to ", "Chad – Mali: Tie  to "],
            "{missing}"
        );
        let topic = "stands where it isn't known whether there is such a tie";
        assert!(topics(&imported).contains(&(topic, 1)), "{:?}", topics(&imported));
    }
    let network = rows(
        &["defense", "entente"],
        &[&["Japan", "Peru", "1", "-9"], &["Chad", "Mali", "-9", "1"], &["Iran", "Iraq", "0", "1"]],
    );
    let kinds: Vec<String> = ties(&imported(&network).map);
    assert_eq!(kinds[0], "Japan – Peru: Defense  to ");
    assert_eq!(kinds[1], "Chad – Mali: Entente  to ");
}

#[test]
fn what_was_done_by_another_runs_from_that_one() {
    let shown = |network: &Network| {
        let map = imported(network).map;
        let ties = map.ties().iter().map(|(id, tie)| {
            let kind = map.kinds().get(tie.kind).map_or("", |kind| kind.name.as_str());
            format!("{} {:?} {kind} “{}”", map.tie_name(id), tie.direction, tie.label)
        });
        ties.collect::<Vec<_>>()
    };
    let mut network = rows(&["kind"], &[&["Kuwait", "Iraq", "invaded by"]]);
    assert_eq!(shown(&network), ["Iraq › Kuwait Directed Invasion “”"]);
    network.edges[0].directed = Some(false);
    assert_eq!(shown(&network), ["Iraq › Kuwait Directed Invasion “”"]);
    let mut network = rows(&[], &[&["Kuwait", "Iraq"], &["Peru", "Chile"]]);
    network.edges[0].label = Some("occupied by, 1990–1991".to_owned());
    network.edges[1].label = Some("criticised by".to_owned());
    network.edges[1].directed = Some(true);
    let expected = ["Iraq › Kuwait Directed Occupation “”", "Chile › Peru Directed Criticised “”"];
    assert_eq!(shown(&network), expected);
    let mut network = rows(&["kind", "direction"], &[&["Kuwait", "Iraq", "war", "->"]]);
    network.edges[0].label = Some("invaded by".to_owned());
    assert_eq!(shown(&network), ["Kuwait › Iraq Directed War “invaded by”"]);
}
