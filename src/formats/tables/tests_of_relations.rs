//! Columns of partners that say by their headers how these are tied.

use super::tests::{guessed, left_out};
use crate::formats::network::Network;
use crate::model::Attribute;

/// The edges, each with its kind: `Japan>Peru Allies`, and `->` for one that is directed.
fn said(network: &Network) -> String {
    let id = |node: u32| network.nodes[node as usize].id.as_str();
    let kind = network.edge_columns.find("kind");
    let of = |edge: &crate::formats::network::Edge| {
        let said = edge.attributes.iter().find(|(column, _)| Some(*column) == kind);
        let said = match said {
            Some((_, Attribute::Text(text))) => text.as_str(),
            _ => "",
        };
        let arrow = if edge.directed == Some(true) { "->" } else { ">" };
        format!("{}{arrow}{} {said}", id(edge.from), id(edge.to))
    };
    network.edges.iter().map(of).collect::<Vec<_>>().join(", ")
}

#[test]
fn each_column_of_partners_says_its_kind() {
    for (text, expected) in [
        (
            "Country|Allies|Enemies\nJapan|USA, Peru|Chad\nMali|Niger; Togo|Cuba\nBrazil||Iraq",
            "Japan>USA Allies, Japan>Peru Allies, Japan>Chad Enemies, Mali>Niger Allies, Mali>Togo Allies, \
             Mali>Cuba Enemies, Brazil>Iraq Enemies",
        ),
        (
            "Nation|Allied with|At war with|Sanctions against\nJapan|USA, Peru|Chad|Iran\nMali|Niger||Cuba",
            "Japan>USA Allied with, Japan>Peru Allied with, Japan>Chad At war with, \
             Japan>Iran Sanctions against, Mali>Niger Allied with, Mali>Cuba Sanctions against",
        ),
        (
            "Country|Ally 1|Ally 2|Ally 3\nJapan|USA|Peru|\nMali|Niger||Chad",
            "Japan>USA Ally, Japan>Peru Ally, Mali>Niger Ally, Mali>Chad Ally",
        ),
        (
            "Country|Defence pact|Trade agreement|War\nJapan|USA|Peru|Chad\nMali|Niger||Cuba",
            "Japan>USA Defence pact, Japan>Peru Trade agreement, Japan>Chad War, Mali>Niger Defence pact, \
             Mali>Cuba War",
        ),
        (
            "State|Friendly|Hostile|Neutral towards\nJapan|USA|Chad|Mali\nPeru|Chile||Cuba",
            "Japan>USA Friendly, Japan>Chad Hostile, Japan>Mali Neutral towards, Peru>Chile Friendly, \
             Peru>Cuba Neutral towards",
        ),
        (
            "Country|Population|Allies (formal)|Trading partners\nJapan|5|USA|Peru\nMali|6||Togo",
            "Japan>USA Allies (formal), Japan>Peru Trading partners, Mali>Togo Trading partners",
        ),
        (
            "Country|Supports|Supported by|Sanctioned by\nJapan|Peru|USA|Chad\nMali|Togo|Cuba|",
            "Japan>Peru Supports, USA->Japan support, Chad->Japan sanctions, Mali>Togo Supports, \
             Cuba->Mali support",
        ),
        (
            "Land|Verb\u{fc}ndete|Feinde\nJapan|USA|Chad\nMali|Niger|Kuba",
            "Japan>USA Verb\u{fc}ndete, Japan>Chad Feinde, Mali>Niger Verb\u{fc}ndete, Mali>Kuba Feinde",
        ),
        (
            "Pa\u{ed}s|Aliados|Enemigos\nJap\u{f3}n|Chile|Chad\nMali|Cuba|Brasil",
            "Jap\u{f3}n>Chile Aliados, Jap\u{f3}n>Chad Enemigos, Mali>Cuba Aliados, Mali>Brasil Enemigos",
        ),
        (
            "国家|盟国|敌国\n日本|秘鲁|智利\n古巴|巴西|墨西哥",
            "日本>秘鲁 盟国, 日本>智利 敌国, 古巴>巴西 盟国, 古巴>墨西哥 敌国",
        ),
    ] {
        let (network, _) = guessed(text);
        assert_eq!(said(&network), expected, "{text}");
        assert_eq!(left_out(&network), "", "{text}");
    }
}

#[test]
fn a_tie_that_both_ends_list_is_one_whatever_its_column_is_called() {
    let (network, _) = guessed("Country|Defence pact|At war with\nJapan|USA|Chad\nUSA|Japan|Cuba");
    assert!(network.lists_partners);
}

#[test]
fn columns_of_other_things_are_no_partners() {
    for (text, expected) in [
        (
            "Country|Alliance|Enemies\nJapan|NATO|Chad\nMali|EU|Cuba",
            "Japan>Chad Enemies, Mali>Cuba Enemies",
        ),
        ("From|To|War|Trade\nJapan|Peru|1|0\nMali|Cuba|0|1", "Japan->Peru , Mali->Cuba "),
        (
            "Country A|Country B|Ally|Enemy\nJapan|Peru|Chad|Togo\nMali|Cuba|Niger|Benin",
            "Japan>Peru , Mali>Cuba ",
        ),
    ] {
        let (network, _) = guessed(text);
        assert_eq!(said(&network), expected, "{text}");
    }
}

#[test]
fn what_stands_behind_each_column_of_partners_is_said_of_it_alone() {
    for header in ["Country|Ally|Since|Enemy|Since", "Country|Ally|Ally since|Enemy|Enemy since"] {
        let (network, _) =
            guessed(&format!("{header}\nJapan|Peru|1950|Chad|1960\nMali|Cuba|1951||"));
        let values: Vec<(usize, String)> = network
            .edges
            .iter()
            .map(|edge| {
                let dates = edge.attributes.iter().filter_map(|(column, value)| {
                    let name = network.edge_columns.name(*column);
                    (name.eq_ignore_ascii_case("since")).then(|| format!("{value:?}"))
                });
                (edge.attributes.len(), dates.collect())
            })
            .collect();
        let date = |year: u32| (2, format!("Number({year}.0)"));
        assert_eq!(values, [date(1950), date(1960), date(1951)], "{header}");
    }
    let (network, _) = guessed("Country|Ally|Since|Enemy\nJapan|Peru|1950|Chad");
    assert!(network.edges.iter().all(|edge| edge.attributes.len() == 2), "one date may be for all");
}

#[test]
fn columns_of_partners_say_which_way_ties_run() {
    for (text, expected) in [
        (
            "Country|Imports from|Exports to\nJapan|USA|China\nPeru|Chile|Brazil",
            "USA->Japan Imports, Japan->China Exports, Chile->Peru Imports, Peru->Brazil Exports",
        ),
        (
            "Country|Aid to|Aid from\nJapan|Peru|USA\nChad|Mali|Brazil",
            "Japan->Peru Aid, USA->Japan aid, Chad->Mali Aid, Brazil->Chad aid",
        ),
        (
            "Country|Allied to|Hostile to\nJapan|Peru|USA\nChad|Mali|Brazil",
            "Japan>Peru Allied to, Japan>USA Hostile to, Chad>Mali Allied to, Chad>Brazil Hostile to",
        ),
        (
            "Country|Trades with\nJapan|Peru; Chile\nChad|Mali",
            "Japan>Peru Trades with, Japan>Chile Trades with, Chad>Mali Trades with",
        ),
        (
            "Country|Borders|Disputes with\nJapan||Chad\nPeru|Chile|Brazil",
            "Japan>Chad Disputes with, Peru>Chile Borders, Peru>Brazil Disputes with",
        ),
    ] {
        let (network, _) = guessed(text);
        assert_eq!(said(&network), expected, "{text}");
    }
}
