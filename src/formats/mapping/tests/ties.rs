//! What the edges of a network say of ties.

use super::*;
use crate::formats::mapping::{Duplicates, EdgeRole, JoinedYears};
use crate::model::{Direction, PartialDate, Status};

#[test]
fn columns_say_status_dates_and_evidence() {
    let network = rows(
        &["Status", "Start", "End", "Comment", "Quote", "Source", "Certainty", "gdp"],
        &[&[
            "Japan",
            "New Zealand",
            "in force",
            "19/06/2024",
            "-9",
            "talks",
            "“agreed”",
            "Reuters, https://example.org/a",
            "high",
            "3",
        ]],
    );
    let imported = imported(&network);
    let (_, tie) = imported.map.ties().at(0).expect("a tie");
    assert_eq!(tie.status, Some(Status::InForce));
    assert_eq!(tie.since.map(|date| date.to_string()).as_deref(), Some("2024-06-19"));
    assert_eq!((tie.until, tie.notes.as_str()), (None, "talks"));
    assert_eq!(tie.evidence.len(), 1);
    let source =
        tie.evidence[0].source.and_then(|id| imported.map.sources().get(id)).expect("a source");
    assert_eq!((source.title.as_str(), source.url.as_str()), ("Reuters", "https://example.org/a"));
    assert_eq!(tie.attributes.get("gdp"), Some(&Attribute::Number(3.0)));
    assert_eq!(topics(&imported), [("stands where there is no date, or none yet", 1)]);
}

#[test]
fn values_that_say_nothing_are_kept_and_named() {
    let columns = ["weight", "sign", "direction", "status", "since", "end", "Stage"];
    let odd = ["heavy", "??", "sideways", "so-so", "soon", "2024-13-45", "perhaps"];
    let network = rows(&columns, &[&[&["a", "b"][..], &odd].concat()]);
    let imported = imported(&network);
    let (_, tie) = imported.map.ties().at(0).expect("a tie");
    for (column, value) in columns.iter().zip(odd) {
        let kept = Attribute::Text(value.into());
        assert_eq!(tie.attributes.get(column), Some(&kept), "{column}");
    }
    let found: Vec<&str> = imported
        .remarks
        .groups()
        .flat_map(|group| group.examples.iter().map(|found| found.text.as_str()))
        .collect();
    assert_eq!(found, ["heavy", "??", "sideways", "so-so", "soon", "2024-13-45"]);
    assert_eq!(topics(&imported)[2], ("isn't a direction of a tie", 1));
    // One odd value doesn't make those beside it attributes.
    let network = rows(&["strength"], &[&["a", "b", "2"], &["b", "c", "3"], &["c", "d", "much"]]);
    let imported = super::imported(&network);
    let weights: Vec<f32> = imported.map.ties().iter().map(|(_, tie)| tie.weight).collect();
    assert_eq!(weights, [2.0, 3.0, 1.0]);
    assert_eq!(topics(&imported), [("isn't a number that a weight could be", 1)]);
    for weight in [f64::NAN, f64::INFINITY] {
        let mut network = rows(&[], &[&["a", "b"]]);
        network.edges[0].weight = Some(weight);
        let imported = super::imported(&network);
        let (_, tie) = imported.map.ties().at(0).expect("a tie");
        let written = Attribute::Text(weight.to_string().into());
        assert_eq!(tie.attributes.get("weight as written"), Some(&written));
        assert_eq!(topics(&imported), [("has a weight that is no number above 0", 1)]);
    }
}

#[test]
fn days_and_months_are_never_swapped_by_guessing() {
    let network = rows(&["date"], &[&["a", "b", "3/4/1950"], &["b", "c", "5/6/1951"]]);
    let imported = imported(&network);
    assert_eq!(ties(&imported.map)[0], "a – b: Tie 1950 to ");
    let (_, tie) = imported.map.ties().at(0).expect("a tie");
    assert_eq!(tie.attributes.get("date"), Some(&Attribute::Text("3/4/1950".into())));
    assert_eq!(topics(&imported), [("is a date of which only the year could be understood", 2)]);
    let decided = rows(&["date"], &[&["a", "b", "3/4/1950"], &["b", "c", "5/16/1951"]]);
    let map = super::imported(&decided).map;
    assert_eq!(ties(&map), ["a – b: Tie 1950-03-04 to ", "b – c: Tie 1951-05-16 to "]);
}

#[test]
fn consecutive_years_are_one_tie_and_a_gap_makes_two() {
    let network = rows(
        &["year"],
        &[
            &["a", "b", "1914"],
            &["b", "a", "1915"],
            &["a", "c", "1914"],
            &["a", "b", "1916"],
            &["a", "b", "1920"],
        ],
    );
    let imported = imported(&network);
    assert_eq!(
        ties(&imported.map),
        ["a – b: Tie 1914 to 1916", "a – c: Tie 1914 to 1914", "a – b: Tie 1920 to 1920"]
    );
    assert_eq!(topics(&imported), [], "joined years are no fault");
    assert_eq!(imported.joined_years, JoinedYears { edges: 3, ties: 1 });
}

#[test]
fn two_rows_of_one_year_are_two_ties() {
    let network = rows(
        &["year"],
        &[
            &["a", "b", "1914"],
            &["a", "b", "1914"],
            &["a", "b", "1915"],
            &["a", "c", "1914"],
            &["a", "c", "1915"],
        ],
    );
    let imported = imported(&network);
    assert_eq!(
        ties(&imported.map),
        ["a – b: Tie 1914 to 1915", "a – b: Tie 1914 to 1914", "a – c: Tie 1914 to 1915"]
    );
}

#[test]
fn the_columns_of_two_tables_keep_their_roles() {
    let mut network = rows(
        &["Nature of it", "Signed", "Kind", "Since"],
        &[
            &["Japan", "Peru", "pact", "1951-09-08", "", ""],
            &["Chad", "Mali", "war", "1963-01-22", "", ""],
            &["Italy", "NATO", "", "", "member", "1949"],
        ],
    );
    network
        .edges
        .iter_mut()
        .for_each(|edge| edge.attributes.retain(|(_, value)| *value != value_of("")));
    let roles = [EdgeRole::Kind, EdgeRole::Since, EdgeRole::Kind, EdgeRole::Since];
    assert_eq!(guess(&network).edge_roles, roles);
    let map = imported(&network).map;
    assert_eq!(ties(&map)[0], "Japan – Peru: Pact 1951-09-08 to ");
    // Of one table only the surest does.
    let network = rows(&["Signed", "Since"], &[&["a", "b", "1950", "1951"]]);
    assert_eq!(guess(&network).edge_roles, [EdgeRole::Attribute, EdgeRole::Since]);
}

#[test]
fn a_year_that_no_pair_has_twice_is_when_the_tie_began() {
    let network = rows(&["Year"], &[&["a", "b", "1914"], &["b", "c", "1920"]]);
    assert_eq!(guess(&network).edge_roles, [EdgeRole::Since]);
    assert_eq!(ties(&imported(&network).map)[0], "a – b: Tie 1914 to ");
}

#[test]
fn duplicates_are_kept_or_counted_or_summed() {
    let network = rows(&["weight"], &[&["a", "b", "2"], &["b", "a", "3"], &["a", "c", "4"]]);
    let mut choices = guess(&network);
    let weights = |choices: &Choices| -> Vec<f32> {
        imported_by(&network, choices).map.ties().iter().map(|(_, tie)| tie.weight).collect()
    };
    assert_eq!(weights(&choices), [2.0, 3.0, 4.0]);
    for (duplicates, expected) in [
        (Duplicates::Count, [2.0, 4.0]),
        (Duplicates::Sum, [5.0, 4.0]),
        (Duplicates::First, [2.0, 4.0]),
    ] {
        choices.duplicates = duplicates;
        assert_eq!(weights(&choices), expected, "{duplicates:?}");
    }
}

#[test]
fn weights_are_scaled_into_the_range_of_a_map_and_kept() {
    let network = rows(&["weight"], &[&["a", "b", "1000"], &["b", "c", "10"], &["c", "d", "0"]]);
    let imported = imported(&network);
    let weights: Vec<f32> = imported.map.ties().iter().map(|(_, tie)| tie.weight).collect();
    assert_eq!(weights, [100.0, 1.0, 1.0]);
    let (_, tie) = imported.map.ties().at(1).expect("a tie");
    assert_eq!(tie.attributes.get("weight as written"), Some(&Attribute::Number(10.0)));
    assert_eq!(imported.remarks.groups().len(), 2);
}

#[test]
fn an_edge_that_says_member_is_a_membership() {
    let network = rows(
        &["type", "since"],
        &[
            &["France", "NATO", "member", "1949"],
            &["Italy", "Japan", "member of", "1950"],
            &["France", "Italy", "pact", "1951"],
        ],
    );
    let map = imported(&network).map;
    let (_, france) = map.nations().at(0).expect("a nation");
    assert_eq!(france.memberships.len(), 1);
    assert_eq!(france.memberships[0].since.map(|date| date.year()), Some(1949));
    assert_eq!(map.ties().len(), 2, "Japan is no organisation");
}

#[test]
fn who_joined_or_left_an_organisation_was_its_member() {
    let network = rows(
        &["relation", "since"],
        &[
            &["Finland", "NATO", "joined", "2023"],
            &["France", "NATO", "left", "1966"],
            &["Finland", "Sweden", "joined", "1900"],
        ],
    );
    let map = imported(&network).map;
    let spans: Vec<_> = map
        .nations()
        .iter()
        .flat_map(|(_, nation)| nation.memberships.iter().map(|own| [own.since, own.until]))
        .map(|dates| dates.map(|date| date.map_or(0, |date| date.year())))
        .collect();
    assert_eq!((spans, map.ties().len()), (vec![[2023, 0], [0, 1966]], 1));
}

#[test]
fn members_seen_in_years_on_end_are_members_over_all_of_them() {
    let seen = ["1955", "1957", "1956", "1960", "1961"];
    let poland = seen.map(|year| ["Poland", "Warsaw Pact", "member", year]);
    let others = [["France", "NATO", "member", "1956"], ["France", "NATO", "member", "1957"]];
    let all: Vec<&[&str]> = poland.iter().chain(&others).map(|row| &row[..]).collect();
    let map = imported(&rows(&["kind", "year"], &all)).map;
    let spans: Vec<String> = map
        .nations()
        .iter()
        .flat_map(|(_, nation)| nation.memberships.iter().map(move |own| (nation, own)))
        .map(|(nation, own)| {
            let year = |date: Option<PartialDate>| date.map_or(0, |date| date.year());
            format!("{} {}–{}", nation.name, year(own.since), year(own.until))
        })
        .collect();
    assert_eq!(spans, ["Poland 1955–1957", "Poland 1960–1961", "France 1956–1957"]);
    assert!(map.ties().is_empty());
}

#[test]
fn a_membership_ends_when_a_member_left() {
    for header in ["Left", "Withdrew", "Withdrawal date", "Exit", "Austritt"] {
        let network = rows(
            &["kind", "Joined", header],
            &[&["Albania", "Warsaw Pact", "member", "1955", "1968"]],
        );
        let map = imported(&network).map;
        let (_, albania) = map.nations().iter().next().unwrap();
        let years: Vec<_> = albania.memberships.iter().map(|in_it| in_it.until).collect();
        let years: Vec<_> = years.into_iter().flatten().map(|date| date.year()).collect();
        assert_eq!((years, map.ties().len()), (vec![1968], 0), "{header}");
    }
}

#[test]
fn ties_end_at_ties_and_never_in_a_circle() {
    let mut network = rows(
        &["tie id"],
        &[
            &["a", "b", "T"],
            &["c", "node of T", "U"],
            &["d", "node of V", "V"],
            &["e", "node of X", "W"],
        ],
    );
    let column = network.node_columns.add("stands for tie");
    for node in &mut network.nodes {
        if let Some(tie) = node.id.strip_prefix("node of ") {
            node.attributes.push((column, Attribute::Text(tie.into())));
        }
    }
    let imported = imported(&network);
    assert_eq!(ties(&imported.map), ["a – b: Tie  to ", "c – (a – b): Tie  to "]);
    assert_eq!(names(&imported.map), ["a", "b", "c", "d", "e"]);
    assert_eq!(topics(&imported), [("ends at a tie that isn't in the file, or at itself", 2)]);
}

#[test]
fn from_and_to_are_a_span_of_time_where_they_name_no_ends() {
    let roles = |names: &[&str], values: [&str; 2]| {
        guess(&rows(names, &[&["a", "b", values[0], values[1]]])).edge_roles
    };
    assert_eq!(roles(&["From", "To"], ["1950", "1960"]), [EdgeRole::Since, EdgeRole::Until]);
    assert_eq!(roles(&["Von", "Bis"], ["1.5.1950", "1955"]), [EdgeRole::Since, EdgeRole::Until]);
    assert_eq!(roles(&["from", "since"], ["x", "1960"]), [EdgeRole::Attribute, EdgeRole::Since]);
}

#[test]
fn a_column_says_which_way_each_tie_runs() {
    let network = rows(
        &["Direction"],
        &[
            &["Japan", "Peru", "->"],
            &["Japan", "Chad", "<-"],
            &["Japan", "Mali", "both"],
            &["Chad", "Peru", "B to A"],
            &["Chad", "Mali", "Mali → Chad"],
            &["Peru", "Mali", "one-way"],
            &["Peru", "Iran", "reverse"],
        ],
    );
    let imported = imported(&network);
    let shown: Vec<String> =
        imported.map.ties().ids().map(|id| imported.map.tie_name(id)).collect();
    assert_eq!(
        shown,
        [
            "Japan › Peru",
            "Chad › Japan",
            "Japan – Mali",
            "Peru › Chad",
            "Mali › Chad",
            "Peru › Mali",
            "Iran › Peru"
        ]
    );
    assert_eq!(imported.directions.to_string(), "7 by the column “Direction”");
    assert!(imported.remarks.is_empty());
}

#[test]
fn it_is_said_how_directions_were_decided() {
    let said = |columns: &[&str], lines: &[&[&str]]| {
        imported(&rows(columns, lines)).directions.to_string()
    };
    assert_eq!(
        said(&["kind"], &[&["Japan", "Peru", "claim"], &["Japan", "Chad", "pact"]]),
        "no column says it: 1 directed, as is usual for their kind, 1 mutual, as nothing says otherwise"
    );
    // A column of arrows needs no name, and one called mutual says no of what is directed.
    assert_eq!(
        said(&["Column C"], &[&["Japan", "Peru", "→"], &["Japan", "Chad", "←"]]),
        "2 by the column “Column C”"
    );
    let network = rows(&["Mutual"], &[&["Japan", "Peru", "yes"], &["Japan", "Chad", "no"]]);
    let map = imported(&network).map;
    let directions: Vec<Direction> = map.ties().iter().map(|(_, tie)| tie.direction).collect();
    assert_eq!(directions, [Direction::Mutual, Direction::Directed]);
}

#[test]
fn what_goes_on_has_an_open_end_and_a_remark() {
    let network = rows(
        &["Since", "Until"],
        &[
            &["a", "b", "1949", "9999"],
            &["b", "c", "1952", "ongoing"],
            &["c", "d", "-9", "1960"],
            &["d", "e", "1955", ""],
        ],
    );
    let imported = imported(&network);
    assert_eq!(
        ties(&imported.map),
        [
            "a – b: Tie 1949 to ",
            "b – c: Tie 1952 to ",
            "c – d: Tie  to 1960",
            "d – e: Tie 1955 to "
        ]
    );
    let said: Vec<(&str, usize)> =
        imported.remarks.groups().map(|group| (group.outcome.as_str(), group.count)).collect();
    assert_eq!(
        said,
        [("The end of the tie stays open.", 2), ("The beginning of the tie stays open.", 1)]
    );
    let network = rows(&["Start", "End"], &[&["a", "b", "1949", "0"], &["b", "c", "1952", "0"]]);
    assert_eq!(guess(&network).edge_roles, [EdgeRole::Since, EdgeRole::Until]);
}

#[test]
fn spans_of_years_are_no_months_unless_the_others_are() {
    let read = |name: &str, values: &[&str]| {
        let lines: Vec<[&str; 3]> = values.iter().map(|value| ["a", "b", *value]).collect();
        let lines: Vec<&[&str]> = lines.iter().map(|line| &line[..]).collect();
        let ties = ties(&imported(&rows(&[name], &lines)).map);
        ties.iter().map(|tie| tie.replace("a – b: Tie ", "")).collect::<Vec<_>>().join("; ")
    };
    assert_eq!(read("Years", &["1992-5", "1914–18"]), "1992 to 1995; 1914 to 1918");
    assert_eq!(
        read("Year", &["1914-18", "2003-05", "1950"]),
        "1914 to 1918; 2003 to 2005; 1950 to "
    );
    assert_eq!(read("Period", &["1992-05", "2003-11"]), "1992-05 to ; 2003-11 to ");
    assert_eq!(read("Since", &["1949–present", "2001/02"]), "1949 to ; 2001 to 2002");
}

#[test]
fn years_without_a_name_are_when_ties_began() {
    let two = rows(
        &["Column C", "Column D"],
        &[&["a", "b", "1949", "1955"], &["b", "c", "1952", "1960"]],
    );
    assert_eq!(guess(&two).edge_roles, [EdgeRole::Since, EdgeRole::Until]);
    let one = rows(&["Column C"], &[&["a", "b", "1949"], &["b", "c", "1952"]]);
    assert_eq!(guess(&one).edge_roles, [EdgeRole::Since]);
    let observed = rows(&["Column C"], &[&["a", "b", "1949"], &["a", "b", "1950"]]);
    assert_eq!(guess(&observed).edge_roles, [EdgeRole::Year]);
    let weights = rows(&["Column C"], &[&["a", "b", "1949"], &["b", "c", "12"]]);
    assert_eq!(guess(&weights).edge_roles, [EdgeRole::Attribute]);
}

#[test]
fn a_second_column_of_dates_is_kept_and_said() {
    let network = rows(
        &["Start", "Signed", "End", "Expires"],
        &[&["a", "b", "1949", "1948", "1955", "1956"], &["b", "c", "1952", "1951", "1960", ""]],
    );
    let imported = imported(&network);
    assert_eq!(ties(&imported.map)[0], "a – b: Tie 1949 to 1955");
    let (_, tie) = imported.map.ties().at(0).expect("a tie");
    assert_eq!(tie.attributes.get("Signed"), Some(&Attribute::Number(1948.0)));
    let found: Vec<&str> = imported
        .remarks
        .groups()
        .flat_map(|group| group.examples.iter().map(|found| found.text.as_str()))
        .collect();
    assert_eq!(found, ["Signed", "Expires"]);
    // Where a person has both read as the beginning, the second isn't lost either.
    let mut choices = guess(&network);
    choices.edge_roles[1] = EdgeRole::Since;
    let both = imported_by(&network, &choices);
    let (_, tie) = both.map.ties().at(0).expect("a tie");
    assert_eq!(tie.attributes.get("Signed"), Some(&Attribute::Number(1948.0)));
    assert!(topics(&both).contains(&("is a second date for the same", 2)));
}

#[test]
fn a_mutual_tie_that_both_ends_list_is_one() {
    let listed: &[&[&str]] = &[
        &["Japan", "Peru", "alliance"],
        &["Japan", "Chad", "alliance"],
        &["Peru", "Japan", "alliance"],
        &["Chad", "Japan", "trade"],
        &["Mali", "Chad", "aid"],
        &["Chad", "Mali", "aid"],
    ];
    let mut network = rows(&["kind"], listed);
    assert_eq!(imported(&network).map.ties().len(), 6);
    network.lists_partners = true;
    network.edges[4].directed = Some(true);
    network.edges[5].directed = Some(true);
    let imported = imported(&network);
    assert_eq!(imported.map.ties().len(), 5);
    assert!(topics(&imported).contains(&("names a tie again, from its other end", 1)));
}
