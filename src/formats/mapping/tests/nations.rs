//! Which nations the nodes of a network are.

use super::*;
use crate::formats::network::Node;
use crate::model::NationType;

#[test]
fn one_nation_called_in_six_ways_is_one() {
    let network = rows(
        &[],
        &[
            &["Korea, Rep.", "Japan"],
            &["ROK", "Japan"],
            &["South Korea", "Japan"],
            &["KOR", "Japan"],
            &["732", "Japan"],
            &["대한민국", "Japan"],
        ],
    );
    let imported = imported(&network);
    assert_eq!(codes(&imported.map), ["KOR", "JPN"]);
    assert_eq!(names(&imported.map), ["South Korea", "Japan"]);
    assert_eq!(imported.map.ties().len(), 6);
    let topics = topics(&imported);
    assert_eq!(topics, [("means the same nation as another name in the file", 5)]);
    let (_, korea) = imported.map.nations().at(0).expect("a nation");
    let written = Attribute::Text("Korea, Rep.; ROK; KOR; 732; 대한민국".into());
    assert_eq!(korea.attributes.get("name as written"), Some(&written));
}

#[test]
fn a_number_is_the_state_that_had_it_then() {
    let network = rows(
        &["year"],
        &[
            &["365", "220", "1914"],
            &["365", "220", "1950"],
            &["255", "300", "1914"],
            &["200", "365", "1990"],
        ],
    );
    let imported = imported(&network);
    assert_eq!(codes(&imported.map), ["RUS", "SUHH", "FRA", "DEU", "COW 300", "GBR"]);
    assert_eq!(
        ties(&imported.map)[1],
        "Soviet Union – France: Tie 1950 to 1950",
        "{:?}",
        ties(&imported.map)
    );
    assert!(imported.questions.is_empty());
}

#[test]
fn a_name_that_may_mean_several_is_asked_about_once() {
    let network = rows(&[], &[&["Congo", "France"], &["Congo", "Japan"], &["Italy", "Congo"]]);
    let asked = imported(&network);
    assert_eq!(asked.questions.len(), 1);
    let question = &asked.questions[0];
    assert_eq!((question.text.as_str(), question.count), ("Congo", 3));
    let candidates: Vec<&str> = question.candidates.iter().map(|known| known.code).collect();
    assert_eq!(candidates, ["COG", "COD"]);
    assert_eq!(codes(&asked.map), ["", "FRA", "JPN", "ITA"]);
    let mut choices = guess(&network);
    choices.meant.insert("Congo".to_owned(), Some("COD".to_owned()));
    let answered = imported_by(&network, &choices);
    assert_eq!(codes(&answered.map)[0], "COD");
    assert!(answered.questions.is_empty());
    choices.meant.insert("Congo".to_owned(), None);
    let none = imported_by(&network, &choices);
    assert_eq!((codes(&none.map)[0], none.questions.len()), ("", 0));
}

#[test]
fn a_name_is_that_of_the_one_that_the_file_does_not_name_otherwise() {
    let guineas = ["Guinea", "Guinea-Bissau", "Equatorial Guinea", "Papua New Guinea"];
    let all =
        rows(&[], &[&guineas[..2], &guineas[2..], &["Congo", "Zaire"], &["Mali", "DR Congo"]]);
    let decided = imported(&all);
    assert_eq!(codes(&decided.map)[..4], ["GIN", "GNB", "GNQ", "PNG"]);
    assert!(codes(&decided.map).contains(&"COG"), "{:?}", codes(&decided.map));
    assert!(decided.questions.is_empty());
    let said = decided.remarks.groups().any(|group| {
        group.examples[0].text == "Guinea" && group.outcome.contains("that has just this name")
    });
    assert!(said);
    let some = imported(&rows(&[], &[&guineas[..2], &["Mali", guineas[2]]]));
    assert_eq!(some.questions.len(), 1, "Papua New Guinea may be meant");
    let korea = imported(&rows(&[], &[&["Korea", "Japan"], &["South Korea", "Mali"]]));
    assert_ne!(codes(&korea.map)[0], "PRK", "nobody calls the other one just Korea");
}

#[test]
fn a_code_and_a_name_of_different_nations_are_said() {
    let mut network = rows(&[], &[&["1", "2"], &["3", "4"]]);
    let code = network.node_columns.add("code");
    let nodes = [("France", "DEU"), ("Japan", "JPN"), ("Congo", "ITA"), ("Congo", "COD")];
    for (node, (name, own)) in network.nodes.iter_mut().zip(nodes) {
        node.label = Some(name.to_owned());
        node.attributes.push((code, Attribute::Text(own.into())));
    }
    let imported = imported(&network);
    assert_eq!(codes(&imported.map), ["FRA", "JPN", "ITA", "COD"]);
    let groups: Vec<_> = imported
        .remarks
        .groups()
        .map(|group| (group.examples[0].text.as_str(), group.outcome.as_str()))
        .collect();
    let expected = [
        ("DEU, France", "The nation of the name was taken, and the code kept as an attribute."),
        ("ITA, Congo", "The nation of the code was taken, and the name kept as an attribute."),
    ];
    assert_eq!(groups, expected);
    let (_, france) = imported.map.nations().at(0).expect("a nation");
    assert_eq!(france.attributes.get("code"), Some(&Attribute::Text("DEU".into())));
}

#[test]
fn people_who_are_called_as_nations_stay_people() {
    let network = rows(&[], &[&["Jordan", "Chad"], &["Myriel", "Valjean"], &["Javert", "Fantine"]]);
    let imported = imported(&network);
    assert!(codes(&imported.map).iter().all(|code| code.is_empty()));
    assert_eq!(names(&imported.map)[..2], ["Jordan", "Chad"]);
    let club = rows(&[], &[&["1", "2"], &["4", "8"], &["12", "3"], &["5", "6"]]);
    assert!(codes(&super::imported(&club).map).iter().all(|code| code.is_empty()));
}

#[test]
fn a_label_counts_before_a_number_that_only_numbers() {
    let mut network = rows(&[], &[&["4", "8"], &["12", "20"]]);
    for (node, label) in network.nodes.iter_mut().zip(["France", "Japan", "Spain", "Italy"]) {
        node.label = Some(label.to_owned());
    }
    assert_eq!(codes(&imported(&network).map), ["FRA", "JPN", "ESP", "ITA"]);
}

#[test]
fn nodes_with_values_of_their_own_stay_two_unless_their_texts_agree() {
    let mut network = rows(&[], &[&["a", "b"], &["c", "d"]]);
    let gdp = network.node_columns.add("gdp");
    let labels = ["South Korea", "ROK", "France", "FRANCE"];
    for ((node, label), gdp_of) in network.nodes.iter_mut().zip(labels).zip(1u8..) {
        node.label = Some(label.to_owned());
        node.attributes.push((gdp, Attribute::Number(f64::from(gdp_of))));
    }
    let imported = imported(&network);
    assert_eq!(codes(&imported.map), ["KOR", "KOR", "FRA"]);
    let topics = topics(&imported);
    assert!(
        topics.contains(&("means the same nation as another node of the file", 1)),
        "{topics:?}"
    );
    assert!(topics.contains(&("has another value than where the nation was named first", 1)));
}

#[test]
fn places_that_are_there_are_kept() {
    let mut network = rows(&[], &[&["a", "b"], &["b", "c"], &["c", "d"], &["d", "e"]]);
    network.nodes.iter_mut().for_each(|node| node.is_inferred = false);
    for (node, place) in network.nodes.iter_mut().zip([[0.0, 0.0], [100.0, 0.0], [0.0, 100.0]]) {
        node.position = Some(place);
    }
    let stands_for = network.node_columns.add("stands for tie");
    network.nodes[4].attributes.push((stands_for, Attribute::Text("1".into())));
    let imported = imported(&network);
    let places: Vec<_> =
        imported.map.nations().iter().map(|(_, n)| n.position.map(|p| (p.x, p.y))).collect();
    assert_eq!(places, [Some((0.0, 0.0)), Some((100.0, 0.0)), Some((0.0, 100.0)), None]);
    assert!(topics(&imported).contains(&("has no position where other nodes have one", 1)));
    // One place is a place; the same one for all is none.
    network.nodes[1..].iter_mut().for_each(|node| node.position = None);
    let lone = |network: &Network| {
        let places: Vec<_> = super::imported(network)
            .map
            .nations()
            .iter()
            .map(|(_, nation)| nation.position.is_some())
            .collect();
        places
    };
    assert_eq!(lone(&network), [true, false, false, false]);
    network.nodes.iter_mut().for_each(|node| node.position = Some([7.0, 7.0]));
    assert_eq!(lone(&network), [false; 4]);
}

#[test]
fn a_colour_that_every_node_has_hides_no_flag() {
    let mut network = rows(&[], &[&["France", "Japan"], &["Italy", "Spain"]]);
    network.nodes.iter_mut().for_each(|node| node.is_inferred = false);
    let colors = |network: &mut Network, colors: [&str; 4]| {
        for (node, color) in network.nodes.iter_mut().zip(colors) {
            node.color = color.parse().ok();
        }
        let imported = imported(network);
        let kept = imported.map.nations().iter().filter(|(_, n)| n.color.is_some()).count();
        (kept, imported.remarks.groups().len())
    };
    assert_eq!(colors(&mut network, ["#FFCC00", "", "#FFCC00", ""]), (0, 0), "that of yEd");
    assert_eq!(colors(&mut network, ["#123456"; 4]), (0, 1));
    assert_eq!(colors(&mut network, ["#123456", "", "", ""]), (1, 0));
    assert_eq!(colors(&mut network, ["#FFCC00", "#FFCC00", "#123456", ""]), (3, 0));
}

#[test]
fn groups_and_columns_make_members() {
    let mut network = rows(&[], &[&["France", "Japan"], &["Italy", "Spain"]]);
    network.nodes.push(Node { id: "bloc".to_owned(), is_group: true, ..Node::default() });
    let of = network.node_columns.add("member of");
    network.nodes[0].parent = Some(4);
    network.nodes[1].attributes.push((of, Attribute::Text("NATO; bloc".into())));
    let map = imported(&network).map;
    assert_eq!(names(&map), ["France", "Japan", "Italy", "Spain", "bloc", "NATO"]);
    let members = |index: usize| {
        let (_, nation) = map.nations().at(index).expect("a nation");
        let of = nation.memberships.iter().map(|m| map.nations().get(m.organisation));
        of.map(|nation| nation.map_or("", |nation| nation.name.as_str())).collect::<Vec<_>>()
    };
    assert_eq!(members(0), ["bloc"]);
    assert_eq!(members(1), ["NATO", "bloc"]);
    let (_, bloc) = map.nations().at(4).expect("a nation");
    assert_eq!(bloc.nation_type, NationType::Organisation);
}

#[test]
fn positions_are_spread_until_names_have_room() {
    let mut network = rows(&[], &[&["a", "b"], &["c", "d"]]);
    for (node, at) in network.nodes.iter_mut().zip([0.0, 0.1, 0.2, 0.3]) {
        node.position = Some([at, 5.0e9]);
    }
    let map = imported(&network).map;
    let xs: Vec<f32> =
        map.nations().iter().filter_map(|(_, nation)| Some(nation.position?.x.round())).collect();
    assert_eq!(xs, [-180.0, -60.0, 60.0, 180.0]);
}

#[test]
fn a_text_that_names_several_nations_is_named_and_the_others_are_recognised() {
    let network = rows(
        &[],
        &[
            &["France", "Chile / Cuba"],
            &["France", "Iran and Iraq"],
            &["Peru", "Norway, Sweden"],
            &["Trinidad and Tobago", "Peru"],
        ],
    );
    let imported = imported(&network);
    let codes: Vec<_> =
        imported.map.nations().iter().map(|(_, nation)| nation.code.as_deref()).collect();
    assert_eq!(codes, [Some("FRA"), None, None, Some("PER"), None, Some("TTO")]);
    assert_eq!(topics(&imported), [("names several nations in one text", 3)]);
}

#[test]
fn the_year_of_a_tie_decides_what_a_name_means() {
    let network = rows(
        &["kind", "year"],
        &[
            &["Russia", "Cuba", "support", "1962"],
            &["Austria", "Turkey", "alliance", "1914"],
            &["Egypt", "Yemen", "war", "1965"],
            &["Germany", "Poland", "treaty", "1970"],
            &["Japan", "Peru", "pact", "2001"],
        ],
    );
    let imported = imported(&network);
    let map = &imported.map;
    for (index, expected) in [(0, "SUHH"), (1, "CUB"), (8, "JPN")] {
        assert_eq!(codes(map).get(index), Some(&expected));
    }
    assert!(!codes(map).contains(&"TUR") && !codes(map).contains(&"YEM"), "{:?}", codes(map));
    assert!(!codes(map).contains(&"DEU"), "{:?}", codes(map));
    let asked: Vec<&str> = imported.questions.iter().map(|asked| asked.text.as_str()).collect();
    assert_eq!(asked, ["Germany"]);
    assert_eq!(names(map).get(6), Some(&"Germany"));
}

#[test]
fn a_name_is_todays_nation_where_no_year_says_otherwise() {
    let network = rows(
        &["kind", "year"],
        &[
            &["Russia", "Cuba", "support", "1962"],
            &["Russia", "Peru", "pact", "2001"],
            &["Russia", "Japan", "pact", ""],
            &["Russia", "UN", "member", "1945"],
        ],
    );
    let map = imported(&network).map;
    assert_eq!(codes(&map), ["SUHH", "RUS", "CUB", "PER", "JPN", "UN"]);
    let (_, russia) = map.nations().iter().nth(1).unwrap();
    assert_eq!(russia.memberships.len(), 1);
    assert_eq!(
        map.ties().iter().filter(|(_, tie)| tie.from == crate::model::NationId(2)).count(),
        2
    );
}

#[test]
fn what_began_long_ago_and_holds_still_is_a_tie_of_todays_nations() {
    for (columns, until, expected) in [
        (["kind", "signed", "until"], "", ["FRA", "DEU"]),
        (["kind", "since", "ended"], "", ["FRA", "DEU"]),
        (["kind", "since", "until"], "1989", ["FRA", "-"]),
        (["kind", "year", "note"], "", ["FRA", "-"]),
        (["kind", "date", "note"], "", ["FRA", "-"]),
    ] {
        let network = rows(&columns, &[&["France", "Germany", "pact", "1963", until]]);
        let map = imported(&network).map;
        let codes: Vec<&str> =
            map.nations().iter().map(|(_, n)| n.code.as_deref().unwrap_or("-")).collect();
        assert_eq!(codes, expected, "{columns:?}");
    }
}

#[test]
fn nothing_holds_still_with_a_state_or_in_an_organisation_that_is_no_more() {
    let codes = |from: &str, to: &str, kind: &str| {
        let network = rows(&["kind", "since"], &[&[from, to, kind, "1963"]]);
        let map = imported(&network).map;
        let codes = map.nations().iter().map(|(_, n)| n.code.clone().unwrap_or("-".to_owned()));
        codes.collect::<Vec<String>>()
    };
    assert_eq!(codes("Soviet Union", "Germany", "pact"), ["SUHH", "-"]);
    assert_eq!(codes("Germany", "Warsaw Pact", "member"), ["-", "ORG WARSAW PACT"]);
    assert_eq!(codes("Germany", "NATO", "member"), ["DEU", "ORG NATO"]);
}

#[test]
fn in_the_year_of_a_change_other_years_of_the_file_decide() {
    let pact = |year| ["Russia", "Cuba", "pact", year];
    let network = rows(&["kind", "year"], &[&pact("1991"), &pact("2001"), &pact("2001")]);
    let asked = imported(&network).questions;
    assert_eq!(asked.len(), 0);
    let alone = rows(&["kind", "year"], &[&pact("1991")]);
    assert_eq!(imported(&alone).questions.len(), 1);
}

#[test]
fn a_text_is_the_key_of_the_nation_that_it_means_in_the_end() {
    let network = rows(
        &["kind", "year"],
        &[
            &["Turkey", "France", "pact", "1900"],
            &["Italy", "France", "pact", "1830"],
            &["Italy", "Turkey", "pact", "2018"],
            &["Yugoslavia", "Turkey", "pact", "1950"],
            &["Yugoslavia", "Turkey", "pact", "2018"],
            &["Russia", "France", "pact", "1950"],
            &["Russia", "France", "pact", ""],
        ],
    );
    let map = imported(&network).map;
    let keys: Vec<String> = map
        .nations()
        .iter()
        .map(|(_, nation)| format!("{}: {}", nation.key, nation.name))
        .collect();
    let expected = [
        "COW 640: Ottoman Empire",
        "Turkey: Türkiye",
        "France: France",
        "COW 325: Sardinia",
        "Italy: Italy",
        "YUCS: Yugoslavia",
        "Yugoslavia: Serbia",
        "SUHH: Soviet Union",
        "Russia: Russia",
    ];
    assert_eq!(keys, expected);
}
