//! Results of queries of Neo4j, as its programs and drivers write them.

use super::read_any;
use super::tests_by_hand::{read_bytes, said};
use crate::formats::format::InputFile;
use crate::formats::opened::Content;
use crate::formats::progress::Progress;
use crate::formats::tables::{TablePlan, network};

const FRANCE: &str = r#"{"identity":0,"labels":["Country"],"properties":{"name":"France","iso3":"FRA"},"elementId":"4:a:0"}"#;
const RUSSIA: &str =
    r#"{"identity":1,"labels":["Country"],"properties":{"name":"Russia"},"elementId":"4:a:1"}"#;
const ALLIED: &str = r#"{"identity":7,"start":0,"end":1,"type":"ALLIED_WITH","properties":{"since":1894},"elementId":"5:a:7","startNodeElementId":"4:a:0","endNodeElementId":"4:a:1"}"#;
const EDGE: &str = "0-1(type=ALLIED_WITH,since=1894)";

#[test]
fn rows_of_nodes_and_relationships_are_a_graph() {
    for (text, edges, nodes) in [
        (format!(r#"[{{"n":{FRANCE},"r":{ALLIED},"m":{RUSSIA}}}]"#), EDGE, 2),
        // A node and a relationship stand in many rows.
        (
            format!(
                r#"[{{"n":{FRANCE},"r":{ALLIED},"m":{RUSSIA}}},{{"n":{RUSSIA},"r":{ALLIED},"m":{FRANCE}}}]"#
            ),
            EDGE,
            2,
        ),
        (format!(r#"[{{"a":{FRANCE},"ties":[{ALLIED}],"b":{RUSSIA}}}]"#), EDGE, 2),
        (
            format!(
                r#"[{{"p":{{"start":{FRANCE},"end":{RUSSIA},"segments":[{{"start":{FRANCE},"relationship":{ALLIED},"end":{RUSSIA}}}],"length":1}}}}]"#
            ),
            EDGE,
            2,
        ),
        (
            format!(r#"[{{"p":{{"start":{FRANCE},"end":{RUSSIA},"relationship":{ALLIED}}}}}]"#),
            EDGE,
            2,
        ),
        (
            format!(
                r#"[{{"keys":["n","r","m"],"length":3,"_fields":[{FRANCE},{ALLIED},{RUSSIA}],"_fieldLookup":{{"n":0}}}}]"#
            ),
            EDGE,
            2,
        ),
        // What a row says beside its relationship.
        (
            format!(r#"[{{"n":{FRANCE},"r":{ALLIED},"m":{RUSSIA},"weight":3}}]"#),
            "0-1(weight=3,type=ALLIED_WITH,since=1894)",
            2,
        ),
    ] {
        assert_eq!(said(&text), edges, "{text}");
        assert_eq!(read_bytes(&text).map(|network| network.held.nodes), Ok(nodes), "{text}");
    }
}

#[test]
fn numbers_of_drivers_are_numbers() {
    let low = |number: u32| format!(r#"{{"low":{number},"high":0}}"#);
    let node = |id: u32, name: &str| {
        format!(
            r#"{{"identity":{},"labels":["Country"],"properties":{{"name":"{name}"}}}}"#,
            low(id)
        )
    };
    let date = format!(r#"{{"year":{},"month":{},"day":{}}}"#, low(1894), low(1), low(4));
    let tie = format!(
        r#"{{"identity":{},"start":{},"end":{},"type":"ALLIED_WITH","properties":{{"since":{date},"rank":{}}}}}"#,
        low(7),
        low(0),
        low(1),
        low(2)
    );
    let text = format!(r#"[{{"_fields":[{},{tie},{}]}}]"#, node(0, "France"), node(1, "Russia"));
    assert_eq!(said(&text), "0-1(type=ALLIED_WITH,since=1894-01-04,rank=2)");
}

#[test]
fn rows_may_hold_no_more_than_properties() {
    let plain = r#"[{"n":{"name":"France"},"r":{"since":1894},"m":{"name":"Russia"}},
                    {"n":{"name":"France"},"r":{"since":1871},"m":{"name":"Germany"}}]"#;
    assert_eq!(said(plain), "France-Russia(since=1894) France-Germany(since=1871)");
    let triple = r#"[{"n":{"name":"France","iso3":"FRA"},"r":[{"name":"France"},"ALLIED_WITH",{"name":"Russia"}],"m":{"name":"Russia"}}]"#;
    assert_eq!(said(triple), "France-Russia(type=ALLIED_WITH)");
    let ends = r#"[{"from":{"name":"France"},"to":{"name":"Russia"},"kind":"pact"}]"#;
    assert_eq!(said(ends), "France-Russia(kind=pact)");
}

#[test]
fn the_answer_of_a_server_is_read_as_a_whole() {
    let graph = |from: u32, to: u32, id: u32| {
        format!(
            r#"{{"row":[{{"name":"x"}}],"meta":[{{"id":{from},"type":"node"}}],"graph":{{"nodes":[{{"id":"{from}","labels":[],"properties":{{"name":"n{from}"}}}},{{"id":"{to}","labels":[],"properties":{{"name":"n{to}"}}}}],"relationships":[{{"id":"{id}","type":"RIVAL_OF","startNode":"{from}","endNode":"{to}","properties":{{}}}}]}}}}"#
        )
    };
    let text = format!(
        r#"{{"results":[{{"columns":["p"],"data":[{},{}]}}],"errors":[]}}"#,
        graph(0, 1, 7),
        graph(0, 2, 8)
    );
    assert_eq!(said(&text), "0-1(type=RIVAL_OF) 0-2(type=RIVAL_OF)");
    let text = r#"{"data":{"fields":["n","r","m"],"values":[[
        {"elementId":"4:a:0","labels":["Country"],"properties":{"name":"France"}},
        {"elementId":"5:a:7","startNodeElementId":"4:a:0","endNodeElementId":"4:a:1","type":"PACT","properties":{}},
        {"elementId":"4:a:1","labels":["Country"],"properties":{"name":"Russia"}}]]}}"#;
    assert_eq!(said(text), "4:a:0-4:a:1(type=PACT)");
}

/// The ties of a table in JSON: `France-Russia(type(r)=ALLIED) …`; nothing where there is no table.
fn said_by_table(text: &str) -> String {
    let file = InputFile { name: "", bytes: text.as_bytes() };
    let Ok(Content::Tables(tables)) = read_any(&file, Progress::untold()) else {
        return String::new();
    };
    let network = network(&tables, &TablePlan::guess(&tables)).expect("ties");
    let name = |index: u32| network.nodes[index as usize].id.as_str();
    let edge = |edge: &crate::formats::network::Edge| {
        let said = edge
            .attributes
            .iter()
            .map(|(column, value)| format!("{}={value:?}", network.edge_columns.name(*column)));
        format!("{}-{}({})", name(edge.from), name(edge.to), said.collect::<Vec<_>>().join(","))
    };
    network.edges.iter().map(edge).collect::<Vec<_>>().join(" ")
}

#[test]
fn rows_of_names_and_numbers_are_a_table() {
    let expected = "France-Russia(type(r)=Text(\"ALLIED\"),since=Number(1894.0)) \
                    Japan-Peru(type(r)=Text(\"PACT\"),since=Number(1905.0))";
    let columns = r#"["p.name","type(r)","q.name","since"]"#;
    let rows = [r#"["France","ALLIED","Russia",1894]"#, r#"["Japan","PACT","Peru",1905]"#];
    let [one, other] = rows;
    let records = [("France", "ALLIED", "Russia", 1894), ("Japan", "PACT", "Peru", 1905)].map(
        |(from, kind, to, since)| {
            format!(r#"{{"p.name":"{from}","type(r)":"{kind}","q.name":"{to}","since":{since}}}"#)
        },
    );
    for text in [
        format!(r#"{{"columns":{columns},"data":[{one},{other}]}}"#),
        format!(r#"{{"data":{{"fields":{columns},"values":[{one},{other}]}}}}"#),
        format!(
            r#"{{"results":[{{"columns":{columns},"data":[{{"row":{one},"meta":[null,null,null,null]}},
               {{"row":{other},"meta":[null,null,null,null]}}]}}],"errors":[]}}"#
        ),
        format!("[{},{}]", records[0], records[1]),
        records.join("\n"),
    ] {
        assert_eq!(said_by_table(&text), expected, "{text}");
    }
    for other in
        [r#"{"columns":["height","width"],"data":[[1,2],[3,4]]}"#, r#"{"name":"x","version":1}"#]
    {
        assert_eq!(said_by_table(other), "", "{other}");
    }
}

#[test]
fn what_no_cell_can_hold_is_said() {
    let text = r#"{"columns":["p.name","q.name","treaties","more"],"data":[
        ["France","Russia",["A","B"],{"x":1}],["Japan","Peru",[],null,"beyond"]]}"#;
    let expected = "France-Russia(treaties=Text(\"A; B\")) Japan-Peru()";
    assert_eq!(said_by_table(text), expected);
    let file = InputFile { name: "", bytes: text.as_bytes() };
    let Ok(Content::Tables(tables)) = read_any(&file, Progress::untold()) else {
        panic!("a table")
    };
    let spots = tables[0].remarks.groups().map(|group| group.examples[0].spot);
    let spots: Vec<(u32, u32)> = spots.map(|spot| (spot.line, spot.column)).collect();
    assert_eq!(spots, [(2, 4), (3, 0)]);
}
