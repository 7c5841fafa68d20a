//! Files as people and their scripts write them, without any program's dialect in mind.

use super::read;
use crate::formats::format::InputFile;
use crate::formats::network::Network;
use crate::formats::problems::OpenError;
use crate::formats::progress::Progress;
use crate::model::Attribute;

pub(super) fn read_bytes(text: &str) -> Result<Network, OpenError> {
    read(&InputFile { name: "", bytes: text.as_bytes() }, Progress::untold())
}

/// The edges with their attributes: `FRA-DEU(kind=ally) …`, and how many remarks there are.
pub(super) fn said(text: &str) -> String {
    let network = read_bytes(text).unwrap_or_else(|error| panic!("{text}: {error}"));
    let name = |index: u32| network.nodes[index as usize].id.as_str();
    let value = |value: &Attribute| match value {
        Attribute::Text(text) => text.to_string(),
        Attribute::Number(number) => number.to_string(),
        Attribute::Flag(flag) => flag.to_string(),
    };
    let edges = network.edges.iter().map(|edge| {
        let attributes = edge.attributes.iter().map(|(column, attribute)| {
            format!("{}={}", network.edge_columns.name(*column), value(attribute))
        });
        let label = edge.label.iter().map(|label| format!("label={label}"));
        let weight = edge.weight.iter().map(|weight| format!("weight={weight}"));
        let said: Vec<String> = label.chain(weight).chain(attributes).collect();
        let said = if said.is_empty() { String::new() } else { format!("({})", said.join(",")) };
        format!("{}-{}{said}", name(edge.from), name(edge.to))
    });
    let mut said = edges.collect::<Vec<_>>().join(" ");
    let count: usize = network.remarks.groups().map(|group| group.count).sum();
    if count > 0 {
        said.push_str(&format!(" !{count}"));
    }
    said
}

#[test]
fn lists_of_ends_are_a_tie_for_each_pair() {
    for (text, edges) in [
        (
            r#"{"treaties": [{"members": ["FRA", "DEU", "POL"], "kind": "pact"}]}"#,
            "FRA-DEU(kind=pact) FRA-POL(kind=pact) DEU-POL(kind=pact)",
        ),
        (r#"[{"parties": ["FRA", "DEU"]}, {"parties": ["USA", "GBR"]}]"#, "FRA-DEU USA-GBR"),
        (
            r#"{"edges": [{"nodes": ["FRA", "DEU"]}, {"between": [{"id": "FRA"}, {"id": "POL"}]}]}"#,
            "FRA-DEU FRA-POL",
        ),
        (r#"{"ties": [{"countries": "France; Germany"}]}"#, "France-Germany"),
        (r#"[{"parties": [{"country": "France"}, {"country": "Peru"}]}]"#, "France-Peru"),
        (r#"{"pacts": [{"signatories": "France, Germany"}]}"#, "France-Germany"),
        (
            r#"{"nodes": ["a", "b", "c"], "edges": [{"source": "a", "target": ["b", "c"]}]}"#,
            "a-b a-c",
        ),
        (
            r#"{"nodes": ["a", "b", "c"], "edges": [{"sources": ["a", "b"], "targets": ["c"]}]}"#,
            "a-c b-c",
        ),
        (r#"{"nodes": ["a", "b", "c"], "edges": [["a", ["b", "c"]]]}"#, "a-b a-c"),
        (r#"{"nodes": ["a", "b", "c"], "edges": {"e": ["a", "b", "c"]}}"#, "a-b a-c b-c"),
        (r#"{"edges": [{"members": ["FRA", null, "DEU"]}]}"#, "FRA-DEU !1"),
        (r#"[{"members": ["FRA", "DEU", "FRA"]}, {"members": ["POL"]}]"#, "FRA-DEU !1"),
    ] {
        assert_eq!(said(text), edges, "{text}");
    }
}

#[test]
fn very_many_members_are_tied_to_one_node() {
    let members: Vec<String> = (0..100).map(|number| format!("\"n{number}\"")).collect();
    let text = format!(r#"{{"edges": [{{"name": "UN", "members": [{}]}}]}}"#, members.join(","));
    let network = read_bytes(&text).expect("a network");
    assert_eq!((network.held.edges, network.edges.len()), (1, 100));
    let long = "x".repeat(60_000);
    let member = |number: usize| format!("\"n{number}\"");
    let members: Vec<String> = (0..60).map(member).collect();
    let record = format!(r#"{{"note": "{long}", "members": [{}]}}"#, members.join(","));
    let text = format!(r#"{{"edges": [{record},{record},{record}]}}"#);
    let error = read_bytes(&text).unwrap_err().to_string();
    assert!(error.contains("64 MiB"), "{error}");
}

#[test]
fn ends_are_known_by_many_names() {
    for (text, edges) in [
        (r#"[{"country1": "a", "country2": "b", "year": 1990}]"#, "a-b(year=1990)"),
        (r#"[{"State A": "a", "State B": "b"}]"#, "a-b"),
        (
            r#"[{"n.name": "France", "type(r)": "PACT", "m.name": "Peru"}]"#,
            "France-Peru(type(r)=PACT)",
        ),
        (r#"{"data": [{"reporterISO": "FRA", "partnerISO": "DEU", "x": 3}]}"#, "FRA-DEU(x=3)"),
        (r#"[{"ccode1": 2, "ccode2": 20, "year": 1990}]"#, "2-20(year=1990)"),
        (r#"{"flows": [{"exporter": "a", "importer": "b", "value": 3}]}"#, "a-b(value=3)"),
        (r#"{"rows": [{"from_country": "a", "to_country": "b"}]}"#, "a-b"),
        (
            r#"{"rows": [{"start_date": "1949", "end_date": "1991", "from": "a", "to": "b"}]}"#,
            "a-b(start_date=1949,end_date=1991)",
        ),
        (r#"{"nodes": ["FRA", "DEU"], "edges": ["FRA-DEU", "FRA -> DEU"]}"#, "FRA-DEU FRA-DEU"),
        (r#"{"edges": {"FRA-DEU": {"kind": "ally"}}}"#, "FRA-DEU(kind=ally)"),
        (r#"["France - Germany", "France – Poland"]"#, "France-Germany France-Poland"),
        (
            r#"[["FRA", "ally", "DEU"], ["FRA", "rival", "RUS"]]"#,
            "FRA-DEU(label=ally) FRA-RUS(label=rival)",
        ),
    ] {
        assert_eq!(said(text), edges, "{text}");
    }
}

#[test]
fn neighbours_may_be_lists_records_or_texts() {
    for (text, edges) in [
        (r#"{"FRA": ["DEU", "POL"]}"#, "FRA-DEU FRA-POL"),
        (r#"{"FRA": {"DEU": 1}}"#, "FRA-DEU(weight=1)"),
        (r#"{"FRA": {"DEU": "ally"}}"#, "FRA-DEU(kind=ally)"),
        (r#"{"FRA": "DEU", "POL": "RUS"}"#, "FRA-DEU POL-RUS"),
        (r#"{"a": [{"to": "b", "kind": "ally"}], "b": []}"#, "a-b(kind=ally)"),
        (r#"{"graph": {"a": ["b"], "b": []}}"#, "a-b"),
        (r#"{"directed": false, "adjacency": {"a": ["b"], "b": []}}"#, "a-b"),
        (r#"{"nodes": ["a", "b"], "edges": {"a": ["b"], "b": []}}"#, "a-b"),
        (
            r#"[{"name": "a", "allies": ["b", "c"]}, {"name": "b"}]"#,
            "a-b(kind=allies) a-c(kind=allies) !1",
        ),
        (
            r#"[{"name": "a", "allies": ["b", "c"]}, {"name": "b", "allies": ["a", "c"]}, {"name": "c"}]"#,
            "a-b(kind=allies) a-c(kind=allies) b-a(kind=allies) b-c(kind=allies)",
        ),
        (r#"{"nodes": {"a": {"neighbors": ["b"]}, "b": {"neighbors": []}}}"#, "a-b"),
    ] {
        assert_eq!(said(text), edges, "{text}");
    }
    for none in [r#"{"error": "not found", "status": 404}"#, r#"{"config": {"width": 100}}"#] {
        assert!(read_bytes(none).is_err(), "{none}");
    }
}

#[test]
fn lists_are_found_by_what_they_hold() {
    for (text, edges, nodes) in [
        (
            r#"{"lands": {"F": {"name": "France"}, "D": {}}, "pacts": [{"a": "F", "b": "D"}]}"#,
            "F-D",
            2,
        ),
        (
            r#"{"colours": ["red"], "lands": ["F", "D", "P"], "pacts": [{"from": "F", "to": "D"}]}"#,
            "F-D",
            3,
        ),
        (r#"{"data": {"treaties": [{"parties": ["F", "D"]}]}}"#, "F-D", 2),
        (
            r#"{"alliances": [{"a": "F", "b": "D"}], "rivalries": [{"a": "F", "b": "R"}]}"#,
            "F-D(kind=alliances) F-R(kind=rivalries)",
            3,
        ),
        (
            r#"{"0": {"source": "F", "target": "D"}, "1": {"source": "D", "target": "P"}}"#,
            "F-D D-P",
            3,
        ),
        (r#"{"source": ["F", "D"], "target": ["D", "P"]}"#, "F-D D-P", 3),
        (r#"{"source": {"0": "F"}, "target": {"0": "D"}, "kind": {"0": "x"}}"#, "F-D(kind=x)", 2),
        (r#"{"columns": ["source", "target"], "data": [["F", "D"], ["D", "P"]]}"#, "F-D D-P", 3),
        (r#"[["source", "target", "kind"], ["F", "D", "x"]]"#, "F-D(kind=x)", 2),
        (r#"[{"name": "France"}, {"name": "Germany"}]"#, "", 2),
    ] {
        assert_eq!(said(text), edges, "{text}");
        assert_eq!(read_bytes(text).map(|network| network.held.nodes), Ok(nodes), "{text}");
    }
}

#[test]
fn records_inside_a_record_say_some_of_its_fields() {
    let edge = |more: &str| said(&format!(r#"[{{"source": "a", "target": "b", {more}}}]"#));
    assert_eq!(edge(r#""period": {"start": 1949, "end": 1991}"#), "a-b(start=1949,end=1991)");
    assert_eq!(edge(r#""valid": {"from": 1949, "to": null}"#), "a-b(start=1949)");
    assert_eq!(edge(r#""years": [1949, null]"#), "a-b(start=1949)");
    assert_eq!(edge(r#""details": {"kind": "x", "label": "y"}"#), "a-b(kind=x,details label=y)");
}

#[test]
fn records_may_stand_one_after_another() {
    let line = r#"{"source": "a", "target": "b"}"#;
    for text in [
        format!("{line}\n\n{line}\n"),
        format!("\u{FEFF}{line}\r\n{line}"),
        format!("\u{1E}{line}\n\u{1E}{line}\n"),
        format!("{}\n{}", line.replace(',', ",\n"), line.replace(',', ",\n")),
    ] {
        assert_eq!(said(&text), "a-b a-b", "{text}");
    }
    let faulty = format!("{line}\n{{\"source\": \"a\",}}\n{line}\n");
    assert_eq!(said(&faulty), "a-b a-b !1");
    let network = read_bytes(&faulty).expect("two edges");
    let group = network.remarks.groups().next().expect("a remark");
    assert_eq!((group.examples[0].spot.line, network.edges[1].spot.line), (2, 3));
    assert_eq!(said("[\"FRA\", \"DEU\"]\n[\"FRA\", \"POL\"]\n"), "FRA-DEU FRA-POL");
}

#[test]
fn half_a_character_costs_no_file() {
    let text = r#"{"nodes": [{"id": "a", "note": "flag \ud83c"}, {"id": "b\uddeb"}], "edges": [["a", "b\uDDEB"]]}"#;
    assert_eq!(said(text), "a-b\u{FFFD} !3");
    let many = format!("[{}]", vec![r#"{"source": "a\ud83c", "target": "b"}"#; 100].join(","));
    let network = read_bytes(&many).expect("a network");
    assert_eq!((network.edges.len(), network.remarks.groups().len()), (100, 1));
}

#[test]
fn a_relationship_of_neo4j_has_its_label_for_its_kind() {
    let node = |id: u8, name: &str| {
        format!(
            "{{\"type\":\"node\",\"id\":\"{id}\",\"labels\":[\"Country\"],\"properties\":{{\"name\":\"{name}\"}}}}"
        )
    };
    let tie = "{\"id\":\"7\",\"type\":\"relationship\",\"label\":\"ALLIED_WITH\",\"properties\":{\"since\":1894},\
               \"start\":{\"id\":\"0\",\"labels\":[\"Country\"]},\"end\":{\"id\":\"1\",\"labels\":[\"Country\"]}}";
    let text = format!("{}\n{}\n{tie}\n", node(0, "France"), node(1, "Russia"));
    assert_eq!(said(&text), "0-1(since=1894,type=ALLIED_WITH)");
}
