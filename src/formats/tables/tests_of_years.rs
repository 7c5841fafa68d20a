//! Tables that speak of a nation in several years.

use super::tests::{edges, guessed, left_out, nodes};
use crate::formats::network::Network;
use crate::model::Attribute;

fn labels(network: &Network) -> Vec<&str> {
    network.nodes.iter().map(|node| node.label.as_deref().unwrap_or(&node.id)).collect()
}

/// The values of a node as texts, by the names of their columns.
fn values(network: &Network, node: usize) -> String {
    let values = network.nodes[node].attributes.iter();
    let text = |value: &Attribute| match value {
        Attribute::Number(number) => number.to_string(),
        Attribute::Text(text) => text.to_string(),
        Attribute::Flag(flag) => flag.to_string(),
    };
    let values = values
        .map(|(column, value)| format!("{}={}", network.node_columns.name(*column), text(value)));
    values.collect::<Vec<_>>().join(" ")
}

#[test]
fn a_panel_of_nations_says_what_they_are_in_the_latest_year() {
    let (network, _) = guessed(
        "country|year|gdp\nFrance|2000|7\nJapan|2000|8\nFrance|2010|9\nJapan|2010|10\nPeru|1990|1",
    );
    assert_eq!(nodes(&network), "France Japan Peru");
    assert_eq!(values(&network, 0), "year=2010 gdp=9");
    assert_eq!(values(&network, 2), "year=1990 gdp=1");
    let said = "says what a nation was in an earlier year than another row does";
    assert_eq!(left_out(&network), format!("2 {said}; 3 {said}"));
}

#[test]
fn a_code_that_had_another_name_before_has_its_last_one() {
    let (network, _) = guessed(
        "code|name|year|pop\nTUR|Ottoman Empire|1900|20\nTUR|Türkiye|2018|82\nSWZ|Swaziland|2000|1\n\
         SWZ|Eswatini|2019|1\nX1|Old Land|1900|1\nX1|New Land|2000|2",
    );
    assert_eq!(labels(&network), ["Ottoman Empire", "Türkiye", "Eswatini", "New Land"]);
    assert_eq!(values(&network, 3), "code=X1 year=2000 pop=2 earlier name=Old Land");
}

#[test]
fn two_rows_of_one_year_stay_two() {
    let (network, _) = guessed("country|year|gdp\nFrance|2000|7\nFrance|2000|8\nJapan|2000|8");
    assert_eq!(nodes(&network), "France France (2) Japan");
}

#[test]
fn names_beside_ids_are_those_of_the_latest_year() {
    let (network, _) = guessed(
        "from_id|from_name|to_id|to_name|year|kind\n1|Old Land|2|Rome|1900|pact\n\
         1|New Land|2|Rome|2000|pact\n3|Zembla|1|Old Land|1950|war",
    );
    assert_eq!(edges(&network), "1>2 1>2 3>1");
    assert_eq!(labels(&network), ["New Land", "Rome", "Zembla"]);
    assert_eq!(values(&network, 0), "earlier name=Old Land");
    let columns: Vec<&str> = network.edge_columns.iter().map(|(_, name)| name).collect();
    assert_eq!(columns, ["year", "kind"]);
    assert_eq!(
        left_out(&network),
        "1 names the ends of ties whose ids stand in another column; \
         1 names the ends of ties whose ids stand in another column"
    );
}

#[test]
fn names_beside_codes_of_nations_name_nothing_anew() {
    let (network, _) = guessed("source|source_name|target|target_name\nFRA|Gaul|DEU|Germania");
    assert_eq!(labels(&network), ["FRA", "DEU"]);
    let (network, _) = guessed(
        "ccode1|name1|ccode2|name2|year\n640|Ottoman Empire|220|France|1900\n640|Turkey|2|USA|2018",
    );
    assert_eq!(labels(&network), ["640", "220", "2"]);
    assert_eq!(left_out(&network), "");
}
