//! Rows that say several ties of the same two ends: one for each year or direction that has a column.

use super::tests::{guessed, left_out};
use crate::formats::network::{Edge, Network};
use crate::model::Attribute;

/// The edges, each with what is said of it: `Japan>Peru kind=pact since=1950`.
fn said(network: &Network) -> Vec<String> {
    let id = |node: u32| network.nodes[node as usize].id.as_str();
    let of = |edge: &Edge| {
        let arrow = if edge.directed == Some(true) { "->" } else { ">" };
        let values = edge.attributes.iter().map(|(column, value)| match value {
            Attribute::Text(text) => format!(" {}={text}", network.edge_columns.name(*column)),
            other => format!(" {}={other:?}", network.edge_columns.name(*column)),
        });
        let weight = edge.weight.map(|weight| format!(" {weight}")).unwrap_or_default();
        let values: String = values.collect();
        format!("{}{arrow}{}{values}{weight}", id(edge.from), id(edge.to))
    };
    network.edges.iter().map(of).collect()
}

#[test]
fn columns_for_years_say_when_ties_were() {
    for (text, expected) in [
        (
            "Country A|Country B|1950|1960|1970\nJapan|Peru||alliance|alliance\nChad|Mali|war||pact\n\
             Togo|Benin|pact|pact|",
            vec![
                "Japan>Peru kind=alliance since=1960",
                "Chad>Mali kind=war since=1950 until=1950",
                "Chad>Mali kind=pact since=1970",
                "Togo>Benin kind=pact since=1950 until=1960",
            ],
        ),
        (
            "Country A|Country B|1950|1960|1970\nJapan|Peru|0|1|1\nChad|Mali|1|0|0",
            vec!["Japan>Peru since=1960", "Chad>Mali since=1950 until=1950"],
        ),
        (
            "A|B|Kind|1990|1991|1992\nJapan|Peru|alliance|1|1|0\nChad|Mali|trade|0|1|1",
            vec![
                "Japan>Peru Kind=alliance since=1990 until=1991",
                "Chad>Mali Kind=trade since=1991",
            ],
        ),
        (
            "State 1|State 2|Y1990|Y1991|Y1992|Y1993\nJapan|Peru|x|x||x\nChad|Mali||x|x|",
            vec![
                "Japan>Peru since=1990 until=1991",
                "Japan>Peru since=1993",
                "Chad>Mali since=1991 until=1992",
            ],
        ),
        (
            "Country A|Country B|Alliance 1990|Alliance 1991|War 1990|War 1991\nJapan|Peru|1|1|0|0\n\
             Chad|Mali|1|0|0|1",
            vec![
                "Japan>Peru kind=Alliance since=1990",
                "Chad>Mali kind=Alliance since=1990 until=1990",
                "Chad>Mali kind=War since=1991",
            ],
        ),
        (
            "Dyad|1914|1915|1916\nFrance-Russia|ally|ally|ally\nChad-Mali|ally|war|",
            vec![
                "France>Russia kind=ally since=1914",
                "Chad>Mali kind=ally since=1914 until=1914",
                "Chad>Mali kind=war since=1915 until=1915",
            ],
        ),
    ] {
        let (network, plan) = guessed(text);
        assert_eq!(plan.sheets[0].header, Some(0), "{text}");
        assert_eq!(said(&network), expected, "{text}");
        assert_eq!(left_out(&network), "1 begins columns for years", "{text}");
    }
}

#[test]
fn a_row_that_marks_no_year_is_no_tie_and_is_said() {
    let (network, _) = guessed("From|To|1990|1991\nJapan|Peru|1|1\nChad|Mali|0|");
    assert_eq!(said(&network), ["Japan->Peru since=1990"]);
    assert_eq!(left_out(&network), "1 begins columns for years; 3 begins a row that marks no year");
}

#[test]
fn numbers_of_years_and_years_beside_dates_stay_attributes() {
    for text in [
        "Exporter|Importer|1990|1991\nJapan|Peru|120.5|130\nChad|Mali|30|35",
        "Country A|Country B|Since|1990|1991\nJapan|Peru|1950|1|0\nChad|Mali|1960|0|1",
        "Country A|Country B|Kind|1990|1991\nJapan|Peru|pact|good|bad\nChad|Mali|war|bad|bad",
    ] {
        let (network, _) = guessed(text);
        assert_eq!(network.edges.len(), 2, "{text}");
        assert!(network.edge_columns.find("1990").is_some(), "{text}");
        assert_eq!(left_out(&network), "", "{text}");
    }
}

#[test]
fn partners_of_years_are_no_kinds() {
    let (network, _) = guessed("Country|1990|1991\nJapan|Peru|Chad\nMali|Cuba|Togo");
    assert!(network.edges.iter().all(|edge| {
        let names = edge.attributes.iter().map(|(column, _)| network.edge_columns.name(*column));
        !names.collect::<Vec<_>>().contains(&"kind")
    }));
    assert_eq!(left_out(&network), "1 names nations that are no ends of the ties");
}

#[test]
fn a_row_of_years_above_years_is_no_header() {
    let (network, plan) = guessed("France|Russia|1891|1914\nChad|Mali|1960|1970");
    assert_eq!((plan.sheets[0].header, network.edges.len()), (None, 2));
}

#[test]
fn both_directions_of_a_row_are_ties_of_their_own() {
    for header in [
        "A|B|A's view of B|B's view of A",
        "Country A|Country B|A to B|B to A",
        "Country A|Country B|A \u{2192} B|B \u{2192} A",
        "State A|State B|View of A on B|View of B on A",
        "Country 1|Country 2|Attitude 1 to 2|Attitude 2 to 1",
        "Country1|Country2|Opinion of country1 on country2|Opinion of country2 on country1",
        "Source|Target|Source's view of target|Target's view of source",
        "A|B|A's stance|B's stance",
    ] {
        let (network, _) =
            guessed(&format!("{header}\nJapan|Peru|friendly|hostile\nChad|Mali||ally"));
        let expected =
            ["Japan->Peru kind=friendly", "Peru->Japan kind=hostile", "Mali->Chad kind=ally"];
        assert_eq!(said(&network), expected, "{header}");
    }
    for (text, expected) in [
        (
            "A|B|A on B|B on A\nJapan|Peru|+|-\nChad|Mali|-|",
            vec!["Japan->Peru sign=+", "Peru->Japan sign=-", "Chad->Mali sign=-"],
        ),
        (
            "A|B|Exports A to B|Exports B to A\nJapan|Peru|300|200\nChad|Mali|0|5",
            vec![
                "Japan->Peru kind=exports 300",
                "Peru->Japan kind=exports 200",
                "Mali->Chad kind=exports 5",
            ],
        ),
        (
            "A|B|Imports of A from B|Imports of B from A\nJapan|Peru|3|2",
            vec!["Peru->Japan kind=imports 3", "Japan->Peru kind=imports 2"],
        ),
        (
            "A|B|Sanctions A on B|Sanctions B on A|Since\nJapan|Peru|yes|no|1990",
            vec!["Japan->Peru Since=Number(1990.0) kind=sanctions"],
        ),
    ] {
        let (network, _) = guessed(text);
        assert_eq!(said(&network), expected, "{text}");
    }
    let (network, _) = guessed("A|B|A to B|B to A\nJapan|Peru|ally|none\nChad|Mali||none");
    assert_eq!(said(&network), ["Japan->Peru kind=ally"]);
    assert_eq!(left_out(&network), "3 begins a row that says nothing of either direction");
}

#[test]
fn what_is_said_of_each_end_alone_or_beside_a_kind_is_no_direction() {
    for text in [
        "Country A|Country B|GDP A|GDP B\nJapan|Peru|3|4",
        "Country A|Country B|A to B\nJapan|Peru|friendly",
        "Country A|Country B|Kind|Aid A to B|Aid B to A\nJapan|Peru|pact|3|4",
    ] {
        let (network, _) = guessed(text);
        assert_eq!((network.edges.len(), network.edges[0].directed), (1, None), "{text}");
    }
}
