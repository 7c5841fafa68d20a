//! Dates whose parts stand in columns of their own.

use super::tests::guessed;
use crate::formats::network::Network;
use crate::model::Attribute;

/// What is said of each edge beside its kind: `Start year=2024-06-19`.
fn said(network: &Network) -> Vec<String> {
    let of = |edge: &crate::formats::network::Edge| {
        let values = edge.attributes.iter().filter_map(|(column, value)| {
            let name = network.edge_columns.name(*column);
            let text = match value {
                Attribute::Text(text) => text.to_string(),
                Attribute::Number(number) => number.to_string(),
                Attribute::Flag(flag) => flag.to_string(),
            };
            (name != "Kind").then(|| format!("{name}={text}"))
        });
        values.collect::<Vec<_>>().join(" ")
    };
    network.edges.iter().map(of).collect()
}

#[test]
fn year_month_and_day_are_one_date() {
    for (header, rows, expected) in [
        ("Day|Month|Year", ["19|6|2024", "1|12|1999"], ["Year=2024-06-19", "Year=1999-12-01"]),
        (
            "Start year|Start month|Start day",
            ["2024|6|19", "1999|12|"],
            ["Start year=2024-06-19", "Start year=1999-12"],
        ),
        (
            "Start year|Start month|End year|End month",
            ["2024|6|2025|1", "1999|12||"],
            ["Start year=2024-06 End year=2025-01", "Start year=1999-12"],
        ),
        (
            "Year signed|Month signed",
            ["2024|6", "1999|12"],
            ["Year signed=2024-06", "Year signed=1999-12"],
        ),
        ("Tag|Monat|Jahr", ["19|6|2024", "1|12|1999"], ["Jahr=2024-06-19", "Jahr=1999-12-01"]),
        ("Día|Mes|Año", ["19|6|2024", "1|12|1999"], ["Año=2024-06-19", "Año=1999-12-01"]),
        ("День|Месяц|Год", ["19|6|2024", "1|12|1999"], ["Год=2024-06-19", "Год=1999-12-01"]),
        (
            "begyr|begmo|begday",
            ["1914|8|4", "1915|0|0"],
            ["begyr=1914-08-04", "begyr=1915 begmo=0 begday=0"],
        ),
        (
            "Start year|Start month|Start day",
            ["2024|13|19", "1999|2|30"],
            [
                "Start year=2024 Start month=13 Start day=19",
                "Start year=1999 Start month=2 Start day=30",
            ],
        ),
    ] {
        let text =
            format!("A|B|Kind|{header}\nJapan|Peru|pact|{}\nChad|Mali|pact|{}", rows[0], rows[1]);
        let (network, _) = guessed(&text);
        assert_eq!(said(&network), expected, "{text}");
    }
}

#[test]
fn year_and_month_in_which_a_tie_was_observed_stay_apart() {
    for text in [
        "A|B|Kind|Year|Month\nJapan|Peru|pact|1990|1\nChad|Mali|pact|1990|2",
        "A|B|Kind|Day|Month|Year\nJapan|Peru|pact|1|1|1990\nJapan|Peru|pact|1|2|1990\nJapan|Peru|pact|1|3|1991",
    ] {
        let (network, _) = guessed(text);
        assert!(said(&network)[0].contains("Month=1"), "{text}");
    }
}
