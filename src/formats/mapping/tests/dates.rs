//! Dates as columns write them.

use super::*;

/// The dates of the first tie, and whether something of the columns was kept as an attribute.
fn dates(columns: &[&str], texts: &[&[&str]]) -> (String, bool) {
    let imported = imported(&rows(columns, texts));
    let (_, tie) = imported.map.ties().at(0).expect("a tie");
    let dates = [tie.since, tie.until].map(|date| date.map(|date| date.to_string()));
    (dates.map(Option::unwrap_or_default).join(".."), !tie.attributes.is_empty())
}

#[test]
fn days_in_eight_digits_are_dates_by_their_column() {
    for (columns, values, expected) in [
        (["happened", "x"], [["19630122", "a"], ["19701207", "b"]], "1963-01-22.."),
        (
            ["Since", "Until"],
            [["19630122", "19901003"], ["19701207", ""]],
            "1963-01-22..1990-10-03",
        ),
        (["since", "until"], [["196301", "199010"], ["197012", ""]], "1963-01..1990-10"),
        // One of them is no day, so that none is meant to be one.
        (["number", "x"], [["19630122", "a"], ["19709907", "b"]], ".."),
        (["number", "x"], [["196301", "a"], ["197012", "b"]], ".."),
        // The year of the date says nothing more.
        (["date", "year"], [["1963-01-22", "1963"], ["1963-12-07", "1963"]], "1963-01-22.."),
        (["date", "year"], [["1963-01-22", "1963"], ["1963-12-07", "1964"]], "1963-01-22..1963"),
    ] {
        let rows: [Vec<&str>; 2] = values.map(|values| [&["France", "Peru"], &values[..]].concat());
        let rows: Vec<&[&str]> = rows.iter().map(Vec::as_slice).collect();
        assert_eq!(dates(&columns, &rows).0, expected, "{columns:?} {values:?}");
    }
}

#[test]
fn numbers_of_days_are_dates_where_the_whole_column_is() {
    for (columns, values, expected) in [
        (["Since", "Until"], [["45462", "45500"], ["36526", ""]], "2024-06-19..2024-07-27"),
        (
            ["Start date", "Expires"],
            [["45462", "45500"], ["2001-05-01", "-"]],
            "2024-06-19..2024-07-27",
        ),
        (["Signed", "Ended"], [["45462", "2025"], ["1999", ""]], "2024-06-19..2025"),
    ] {
        let [one, two] = values;
        let texts: [&[&str]; 2] = [&["a", "b", one[0], one[1]], &["b", "c", two[0], two[1]]];
        assert_eq!(dates(&columns, &texts), (expected.to_owned(), false), "{columns:?}");
    }
    let network = rows(&["Since"], &[&["a", "b", "45462"], &["b", "c", "36526"]]);
    assert_eq!(
        topics(&imported(&network)),
        [("is the number of a day, as spreadsheets keep dates", 2)]
    );
    for values in [["45462", "3"], ["45462", "120000"], ["20000", "7.5"]] {
        let texts: [&[&str]; 2] = [&["a", "b", values[0]], &["b", "c", values[1]]];
        assert_eq!(dates(&["Start"], &texts), ("..".to_owned(), true), "{values:?}");
    }
    let texts: [&[&str]; 2] = [&["a", "b", "45462"], &["b", "c", "36526"]];
    assert_eq!(
        dates(&["gdp"], &texts),
        ("..".to_owned(), true),
        "nothing says that they are dates"
    );
}

#[test]
fn a_column_of_dates_is_seen_by_more_than_its_very_word() {
    for name in [
        "Since (year)",
        "Since year",
        "Year of accession",
        "Signed date",
        "Jahr der Unterzeichnung",
        "Date de signature",
        "Fecha de inicio",
        "Год начала",
    ] {
        let found = dates(&[name], &[&["a", "b", "1950"], &["b", "c", "1960"]]);
        assert_eq!(found, ("1950..".to_owned(), false), "{name}");
    }
    let found = dates(&["Source date"], &[&["a", "b", "1950"], &["b", "c", "1960"]]);
    assert_eq!(found.0, "..");
}

#[test]
fn dates_beside_the_beginning_are_no_end_unless_they_say_so() {
    let texts: [&[&str]; 2] =
        [&["a", "b", "1951-09-08", "1952-04-28"], &["b", "c", "1960-01-01", "1961-01-01"]];
    for (columns, expected) in [
        (["Signed", "Ratified"], "1951-09-08.."),
        (["Date signed", "Approved by parliament"], "1951-09-08.."),
        (["Signed on", "Ended on"], "1951-09-08..1952-04-28"),
        (["In effect from", "Expired"], "1951-09-08..1952-04-28"),
        (["Column C", "Column D"], "1951-09-08..1952-04-28"),
    ] {
        assert_eq!(dates(&columns, &texts).0, expected, "{columns:?}");
    }
}

#[test]
fn years_of_two_digits_are_read_and_said_and_marks_of_footnotes_are_left_out() {
    let lines: [&[&str]; 4] = [
        &["Japan", "Peru", "pact[2]", "6/23/60"],
        &["Japan", "Chad", "pact [a]", "8/15/55"],
        &["Japan", "Mali", "war", "3/4/98[1]"],
        &["Japan", "Togo", "war", "7–12 August 2008"],
    ];
    let imported = imported(&rows(&["type", "date"], &lines));
    let ties = || imported.map.ties().iter().map(|(_, tie)| tie);
    let since: Vec<String> =
        ties().map(|tie| tie.since.map_or(String::new(), |date| date.to_string())).collect();
    assert_eq!(since, ["1960-06-23", "1955-08-15", "1998-03-04", "2008-08-07"]);
    let until = ties().next_back().and_then(|tie| tie.until).map(|date| date.to_string());
    assert_eq!(until.as_deref(), Some("2008-08-12"));
    let kinds: Vec<&str> = imported.map.kinds().iter().map(|(_, kind)| &*kind.name).collect();
    assert_eq!(kinds, ["Pact", "War"]);
    assert_eq!(topics(&imported), [("has a year of two digits", 3)]);
}

/// The ties of edges with these labels, each with its label.
fn of_labels(labels: &[&str]) -> Vec<String> {
    let ends: Vec<[&str; 2]> = labels.iter().map(|_| ["Japan", "Peru"]).collect();
    let mut network = rows(&[], &ends.iter().map(|ends| &ends[..]).collect::<Vec<_>>());
    for (edge, label) in network.edges.iter_mut().zip(labels) {
        edge.label = Some((*label).to_owned());
    }
    let map = imported(&network).map;
    let labels = map.ties().iter().map(|(_, tie)| tie.label.clone());
    ties(&map).into_iter().zip(labels).map(|(tie, label)| format!("{tie} “{label}”")).collect()
}

#[test]
fn dates_in_labels_are_when_ties_began_and_ended() {
    assert_eq!(
        of_labels(&["war 1991-95", "pact since May 1955", "since 1991", "ruled by, 1920-46"]),
        [
            "Japan – Peru: War 1991 to 1995 “”",
            "Japan – Peru: Pact 1955-05 to  “”",
            "Japan – Peru: Tie 1991 to  “”",
            "Peru › Japan: Rule 1920 to 1946 “”",
        ]
    );
    assert_eq!(
        of_labels(&[
            "Treaty of X (1991–2003)",
            "resolution 1991",
            "UN 2042",
            "Ann and Bob's talks"
        ]),
        [
            "Japan – Peru: Tie 1991 to 2003 “Treaty of X”",
            "Japan – Peru: Tie  to  “resolution 1991”",
            "Japan – Peru: Tie  to  “UN 2042”",
            "Japan – Peru: Tie  to  “Ann and Bob's talks”",
        ]
    );
}

#[test]
fn numbers_along_edges_are_years_only_where_all_are() {
    assert_eq!(
        of_labels(&["1949", "1991"]),
        ["Japan – Peru: Tie 1949 to  “”", "Japan – Peru: Tie 1991 to  “”"]
    );
    assert_eq!(
        of_labels(&["1949", "12000"]),
        ["Japan – Peru: Tie  to  “1949”", "Japan – Peru: Tie  to  “12000”"]
    );
}

#[test]
fn a_column_for_dates_goes_before_those_in_kinds() {
    let network = rows(
        &["kind", "since"],
        &[&["Japan", "Peru", "war 1991-95", ""], &["Japan", "Chad", "pact 1955", "1956"]],
    );
    let imported = imported(&network);
    assert_eq!(
        ties(&imported.map),
        ["Japan – Peru: War 1991 to 1995", "Japan – Chad: Pact 1955 1956 to "]
    );
    assert_eq!(topics(&imported), [("has a date in the text of a tie", 1)]);
}
