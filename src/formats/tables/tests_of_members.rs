//! Tables of nations with columns for organisations.

use super::tests::{guessed, left_out};
use super::*;
use crate::formats::network::Network;
use crate::model::Attribute;

/// The memberships, each with when it began and ended: `Greece>EU 1981..`.
fn members(network: &Network) -> String {
    let id = |node: u32| network.nodes[node as usize].id.as_str();
    let of = |edge: &crate::formats::network::Edge| {
        let said = |name: &str| {
            let column = network.edge_columns.find(name)?;
            let value = edge.attributes.iter().find(|(own, _)| *own == column);
            value.map(|(_, value)| match value {
                Attribute::Text(text) => text.to_string(),
                other => format!("{other:?}"),
            })
        };
        assert_eq!(said("kind").as_deref(), Some("member"));
        let dates = ["since", "until"].map(|name| said(name).unwrap_or_default());
        let dates =
            if dates == ["", ""] { String::new() } else { format!(" {}", dates.join("..")) };
        format!("{}>{}{dates}", id(edge.from), id(edge.to))
    };
    network.edges.iter().map(of).collect::<Vec<_>>().join(", ")
}

#[test]
fn columns_of_organisations_beside_others_are_memberships() {
    for (text, expected, kept) in [
        (
            "Country|Region|NATO|EU|SCO\nGreece|Europe|x|x|\nIndia|Asia|||x\nChad|Africa|||",
            "Greece>NATO, Greece>EU, India>SCO",
            "Region",
        ),
        (
            "Country|Region|Population|NATO|EU|Notes\nGreece|Europe|10|1|1|x\nTurkey|Asia|85|1|0|",
            "Greece>NATO, Greece>EU, Turkey>NATO",
            "Population",
        ),
        (
            "Country|Capital|NATO|EU\nGreece|Athens|1952|1981\nTurkey|Ankara|1952|",
            "Greece>NATO 1952.., Greece>EU 1981.., Turkey>NATO 1952..",
            "Capital",
        ),
        (
            "Country|NATO since|NATO until|EU since|EU until|Region\n\
             United Kingdom|1949||1973|2020|Europe\nGreece|1952||1981||Europe",
            "United Kingdom>NATO 1949.., United Kingdom>EU 1973..2020, Greece>NATO 1952.., Greece>EU 1981..",
            "Region",
        ),
        (
            "Country|EU joined|EU left|Capital\nUnited Kingdom|1973|2020|London\nGreece|1981||Athens",
            "United Kingdom>EU 1973..2020, Greece>EU 1981..",
            "Capital",
        ),
        (
            "Name|NATO|Capital\nGreece|yes|Athens\nNorway|yes|Oslo\nAustria|no|Vienna",
            "Greece>NATO, Norway>NATO",
            "Capital",
        ),
        (
            "Country|ISO3|NATO accession year\nGreece|GRC|1952\nNorway|NOR|1949",
            "Greece>NATO 1952.., Norway>NATO 1949..",
            "ISO3",
        ),
    ] {
        let (network, plan) = guessed(text);
        assert_eq!(plan.sheets[0].content, TableContent::Nodes, "{text}");
        assert_eq!(members(&network), expected, "{text}");
        assert!(network.node_columns.find(kept).is_some(), "{text}");
        assert!(network.node_columns.find("NATO").is_none(), "{text}");
        assert_eq!(left_out(&network), "", "{text}");
        let sort = network.node_columns.find("type").unwrap();
        let organisations = network.nodes.iter().filter(|node| {
            node.attributes.contains(&(sort, Attribute::Text("organisation".into())))
        });
        assert!(organisations.count() > 0, "{text}");
    }
}

#[test]
fn columns_that_say_something_else_of_an_organisation_stay_attributes() {
    for text in [
        "Country|EU budget|Capital\nGreece|1981|Athens\nNorway|1990|Oslo",
        "Country|EU|Capital\nGreece|2.5|Athens\nNorway|3.7|Oslo",
        "Country|EU|Capital\nGreece|in favour|Athens\nNorway|against|Oslo",
        "Country|EU left|Capital\nGreece|2020|Athens\nNorway||Oslo",
    ] {
        let (network, _) = guessed(text);
        assert_eq!(members(&network), "", "{text}");
        assert_eq!(network.node_columns.iter().count(), 2, "{text}");
    }
}

#[test]
fn a_cell_that_doesnt_say_whether_a_nation_is_in_is_named() {
    let (network, _) = guessed(
        "Country|Capital|NATO\nGreece|Athens|x\nNorway|Oslo|x\nItaly|Rome|x\nSpain|Madrid|x\n\
         Austria|Vienna|observer\nMali|Bamako|n/a",
    );
    assert_eq!(members(&network), "Greece>NATO, Norway>NATO, Italy>NATO, Spain>NATO");
    assert_eq!(left_out(&network), "6 doesn't say whether the nation of its row is a member");
}

#[test]
fn who_is_in_what_may_stand_beside_partners() {
    let (network, _) =
        guessed("Country|NATO|Allies|Rivals\nGreece|1952|France|Turkey\nNorway||Chile|");
    let said = network.edges.iter().map(|edge| {
        let id = |node: u32| network.nodes[node as usize].id.as_str();
        format!("{}>{}", id(edge.from), id(edge.to))
    });
    let said: Vec<String> = said.collect();
    assert_eq!(said, ["Greece>France", "Greece>Turkey", "Norway>Chile", "Greece>NATO"]);
    assert!(network.edge_columns.find("NATO").is_none());
}
