//! Tables that speak of a nation in several years.

use super::tests::{edges, guessed, left_out, nodes};
use super::{TablePlan, network};
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

const STATES: &str = "id|name|year\n365|Soviet Union|1960\n365|Soviet Union|1990\n365|Russia|1992\n\
                      365|Russia|2000\n2|United States|1960\n2|United States|2000";

/// The edges by the labels of their ends, of a table of ties and one of nations.
fn beside(nations: &str, ties: &str) -> String {
    let tables = [nations, ties].map(super::tests::table);
    let network = network(&tables, &TablePlan::guess(&tables)).unwrap();
    let labels = labels(&network);
    let label = |node: u32| labels[node as usize];
    let edges = network.edges.iter().map(|edge| format!("{}>{}", label(edge.from), label(edge.to)));
    edges.collect::<Vec<_>>().join(", ")
}

#[test]
fn a_tie_is_one_of_the_state_that_its_id_stood_for_in_its_year() {
    let of = |ties: &str| beside(STATES, ties);
    assert_eq!(
        of(
            "source|target|kind|year\n365|2|rival|1970\n2|365|pact|1992\n365|2|pact|1950\n365|2|pact|2020"
        ),
        "Soviet Union>United States, United States>Russia, Soviet Union>United States, \
         Russia>United States"
    );
    assert_eq!(
        of("source|target|date\n365|2|1970-05-01\n365|2|"),
        "Soviet Union>United States, Russia>United States"
    );
    // What only began then may hold still.
    assert_eq!(of("source|target|since\n365|2|1970"), "Russia>United States");
    assert_eq!(of("source|target|since|until\n365|2|1970|1991"), "Soviet Union>United States");
    assert_eq!(of("source|target|kind\n365|2|rival"), "Russia>United States");
    // A name that isn't known is another name of the same one.
    let nations = "id|name|year\n1|Old Land|1950\n1|New Land|2000\n2|Zembla|1950\n2|Zembla|2000";
    assert_eq!(beside(nations, "source|target|year\n1|2|1950"), "New Land>Zembla");
}

#[test]
fn the_bloc_of_each_year_is_a_membership_over_all_of_them() {
    for (header, rest) in [("bloc", ""), ("Organisation", ""), ("member of", ""), ("alliance", "")]
    {
        let (network, _) = guessed(&format!(
            "name|year|{header}|gdp\nPoland|1955|Warsaw Pact|1\nPoland|1956|Warsaw Pact|2\n\
             Poland|1957|Warsaw Pact|3\nAlbania|1955|Warsaw Pact|1\nAlbania|1956||1\n\
             Albania|1957|Warsaw Pact|1\nFrance|1956|NATO; EEC|5\nFrance|1957|NATO|6{rest}"
        ));
        let dates = network.edges.iter().map(|edge| {
            let value = |name: &str| {
                let column = network.edge_columns.find(name);
                let found = edge.attributes.iter().find(|(own, _)| Some(*own) == column);
                found.map(|(_, value)| format!("{value:?}"))
            };
            format!("{:?} {:?}", value("since"), value("until"))
        });
        assert_eq!(
            edges(&network),
            "Poland>Warsaw Pact Albania>Warsaw Pact Albania>Warsaw Pact France>NATO France>EEC",
            "{header}"
        );
        let dates: Vec<String> = dates.map(|date| date.replace(['"', '\\'], "")).collect();
        assert!(dates[0].contains("1955") && dates[0].contains("1957"), "{header}: {dates:?}");
        assert_eq!(values(&network, 0), "year=1957 gdp=3", "{header}");
    }
    let (network, _) = guessed(
        "country|year|NATO|EU|gdp\nSweden|2000|0|1|2\nSweden|2001|0|1|3\nSweden|2002|1|1|4\nFrance|2002|1|1|5",
    );
    assert_eq!(edges(&network), "Sweden>NATO Sweden>EU France>NATO France>EU");
    let said = |edge: usize| {
        let values = network.edges[edge].attributes.iter().map(|(_, value)| format!("{value:?}"));
        values.collect::<Vec<_>>().join(" ")
    };
    assert!(said(0).contains("2002") && !said(0).contains("2000"), "{}", said(0));
    assert!(said(1).contains("2000") && said(1).contains("2002"), "{}", said(1));
    // Where each nation has one row, they say what it is.
    let (network, _) = guessed("name|year|bloc|gdp\nPoland|1955|east|1\nFrance|1955|west|2");
    assert_eq!(edges(&network), "");
}
