//! The dialects, the writers, and files that are broken.

use proptest::prelude::*;

use super::read;
use crate::formats::format::{InputFile, Writer};
use crate::formats::network::Network;
use crate::formats::network::arbitrary::{mutated, network, said};
use crate::formats::problems::OpenError;
use crate::formats::progress::Progress;
use crate::formats::{CYTOSCAPE, Format, GRAPHOLOGY, JSON_GRAPH_FORMAT, KUMU, NODE_LINK};
use crate::model::Attribute;

fn read_bytes(bytes: &[u8]) -> Result<Network, OpenError> {
    read(&InputFile { name: "", bytes }, Progress::untold())
}

fn read_text(text: &str) -> Network {
    read_bytes(text.as_bytes()).unwrap_or_else(|error| panic!("{text}: {error}"))
}

/// The nodes with their labels, and the edges: `a b=B a>b b-a` and so on.
fn summary(network: &Network) -> String {
    let node = |index: u32| network.nodes[index as usize].id.as_str();
    let nodes = network.nodes.iter().map(|node| match &node.label {
        Some(label) => format!("{}={label}", node.id),
        None => node.id.clone(),
    });
    let edges = network.edges.iter().map(|edge| {
        let line = match edge.directed {
            Some(true) => '>',
            Some(false) => '-',
            None => '~',
        };
        format!("{}{line}{}", node(edge.from), node(edge.to))
    });
    nodes.chain(edges).collect::<Vec<_>>().join(" ")
}

fn held(network: &Network) -> (usize, usize) {
    (network.held.nodes, network.held.edges)
}

/// One graph in the dialects of many programs.
const DIALECTS: [(&str, &str); 18] = [
    (
        "networkx",
        r#"{"directed": true, "multigraph": true, "graph": {}, "nodes": [{"id": "a"}, {"id": "b"}], "edges": [{"source": "a", "target": "b", "key": 0}]}"#,
    ),
    (
        "networkx with names of its own",
        r#"{"directed": true, "nodes": [{"country": "a"}, {"country": "b"}], "links": [{"from": "a", "to": "b"}]}"#,
    ),
    (
        "networkx adjacency",
        r#"{"directed": true, "nodes": [{"id": "a"}, {"id": "b"}], "adjacency": [[{"id": "b"}], []]}"#,
    ),
    (
        "d3 by number",
        r#"{"directed": true, "nodes": [{"name": "a"}, {"name": "b"}], "links": [{"source": 0, "target": 1}]}"#,
    ),
    (
        "d3 by number beside ids",
        r#"{"directed": 1, "nodes": [{"id": "a"}, {"id": "b"}], "links": [{"source": 0, "target": 1}]}"#,
    ),
    (
        "d3 after the simulation",
        r#"{"directed": true, "nodes": [{"id": "a"}, {"id": "b"}], "links": [{"source": {"id": "a", "index": 0}, "target": {"id": "b", "index": 1}}]}"#,
    ),
    (
        "edges first",
        r#"{"edges": [{"source": "a", "target": "b"}], "nodes": [{"id": "a"}, {"id": "b"}], "directed": true}"#,
    ),
    ("pairs", r#"{"directed": true, "nodes": ["a", "b"], "edges": [["a", "b"]]}"#),
    (
        "Graphology",
        r#"{"options": {"type": "mixed"}, "nodes": [{"key": "a", "attributes": {"label": "a"}}, {"key": "b"}], "edges": [{"key": "1", "source": "a", "target": "b"}]}"#,
    ),
    (
        "JSON Graph Format 1",
        r#"{"graph": {"nodes": [{"id": "a"}, {"id": "b"}], "edges": [{"source": "a", "target": "b"}]}}"#,
    ),
    (
        "JSON Graph Format 2",
        r#"{"graphs": [{"nodes": {"a": {}, "b": {"label": "b"}}, "edges": [{"source": "a", "target": "b"}]}]}"#,
    ),
    (
        "Cytoscape.js in two lists",
        r#"{"elements": {"nodes": [{"data": {"id": "a"}}, {"data": {"id": "b"}}], "edges": [{"data": {"source": "a", "target": "b", "directed": true}}]}}"#,
    ),
    (
        "Cytoscape.js in one list",
        r#"[{"data": {"source": "a", "target": "b", "directed": true}}, {"data": {"id": "a"}, "selected": false}, {"group": "nodes", "data": {"id": "b"}}]"#,
    ),
    (
        "Cytoscape.js inside",
        r#"{"style": [], "elements": [{"data": {"id": "a"}}, {"data": {"id": "b"}}, {"data": {"source": "a", "target": "b", "directed": true}}]}"#,
    ),
    (
        "Kumu",
        r#"{"directed": true, "elements": [{"_id": "a"}, {"label": "b"}], "connections": [{"from": "a", "to": "b"}]}"#,
    ),
    (
        "Graphviz",
        r#"{"name": "g", "directed": true, "_subgraph_cnt": 0, "objects": [{"_gvid": 0, "name": "a", "label": "\\N"}, {"_gvid": 1, "name": "b"}], "edges": [{"_gvid": 0, "tail": 0, "head": 1}]}"#,
    ),
    ("a tree", r#"{"name": "a", "children": [{"name": "b", "children": []}]}"#),
    (
        "neighbours",
        r#"{"directed": true, "nodes": [["a", {}], ["b", {}]], "edges": {"e": {"source": "a", "target": "b"}}}"#,
    ),
];

#[test]
fn every_dialect_says_the_same() {
    for (dialect, text) in DIALECTS {
        let network = read_text(text);
        assert_eq!(summary(&network), "a b a>b", "{dialect}");
        assert_eq!(held(&network), (2, 1), "{dialect}");
        assert!(network.remarks.is_empty(), "{dialect}");
    }
}

#[test]
fn edges_alone_name_their_nodes() {
    for text in [
        r#"[{"source": "a", "target": "b"}, {"source": "b", "target": "a"}]"#,
        r#"[["a", "b"], ["b", "a", 2.5]]"#,
        r#"{"a": ["b"], "b": ["a"]}"#,
        r#"{"a": {"b": {"weight": 1}}, "b": {"a": {}}}"#,
        r#"{"ties": [{"from": "a", "to": "b"}, {"from": "b", "to": "a"}]}"#,
    ] {
        let network = read_text(text);
        assert_eq!(summary(&network), "a b a~b b~a", "{text}");
        assert_eq!((held(&network), network.remarks.is_empty()), ((2, 2), true), "{text}");
    }
}

#[test]
fn ends_are_found_by_id_of_their_sort_and_then_by_name() {
    let text = r#"{"nodes": [{"id": 1}, {"id": "1"}, {"id": 7, "label": "Peru"}],
        "edges": [{"source": 1, "target": "1"}, {"source": "7", "target": "Peru"}]}"#;
    assert_eq!(summary(&read_text(text)), "1 1 (2) 7=Peru 1~1 (2) 7~7");
}

#[test]
fn what_is_missing_or_doubled_is_kept_and_remarked_on() {
    let text = r#"{"nodes": [{"id": "a", "id": "b"}, {"id": "b"}],
        "links": [{"source": "b", "target": "ghost"}, {"source": "b"}, {"source": "b", "target": "b"}]}"#;
    let network = read_text(text);
    assert_eq!(summary(&network), "b b (2) ghost b~ghost b~b");
    assert_eq!(held(&network), (2, 3));
    let topics: Vec<_> = network.remarks.groups().map(|group| group.topic.as_str()).collect();
    assert_eq!(
        topics,
        [
            "has the id of another node",
            "is an edge that doesn't name both its ends",
            "gives a field that the same record gives again",
            "names a node that isn't in the file",
        ]
    );
    let places: Vec<_> =
        network.remarks.groups().map(|group| group.examples[0].spot.line).collect();
    assert_eq!(places, [1, 2, 1, 2]);
}

#[test]
fn fields_are_attributes_however_deep_they_lie() {
    let text = r##"{"nodes": [{"data": {"id": "a", "group": "x", "tags": ["p", "q"], "deep": {"z": [1]}},
        "position": {"x": 1, "y": -2.5}, "classes": "c", "group": "nodes"},
        {"data": {"id": "b", "parent": "a", "color": "#ff000080"}}], "edges": []}"##;
    let network = read_text(text);
    let [a, b] = network.nodes.as_slice() else { panic!("{network:?}") };
    let attributes: Vec<_> = a
        .attributes
        .iter()
        .map(|(column, value)| (network.node_columns.name(*column), value))
        .collect();
    let text = |text: &str| Attribute::Text(text.into());
    assert_eq!(
        attributes,
        [
            ("group", &text("x")),
            ("tags", &text("p; q")),
            ("z", &text("1")),
            ("classes", &text("c")),
        ]
    );
    assert_eq!((a.position, b.parent), (Some([1.0, -2.5]), Some(0)));
    assert_eq!(b.color.map(|color| color.to_string()).as_deref(), Some("#FF0000"));
}

#[test]
fn a_hyperedge_is_a_node_to_which_its_own_are_tied() {
    let text = r#"{"graph": {"nodes": {"a": {}, "b": {}, "c": {}}, "hyperedges": [
        {"nodes": ["a", "b"]}, {"nodes": ["a", "b", "c"]}, {"source": ["a"], "target": ["b", "c"]}]}}"#;
    let network = read_text(text);
    assert_eq!(held(&network), (3, 3));
    assert_eq!(
        summary(&network),
        "a b c Hyperedge 2 Hyperedge 3 a-b a-Hyperedge 2 b-Hyperedge 2 c-Hyperedge 2 \
         a>Hyperedge 3 Hyperedge 3>b Hyperedge 3>c"
    );
}

#[test]
fn clusters_of_graphviz_are_groups() {
    let text = r#"{"objects": [{"_gvid": 0, "name": "cluster_x", "nodes": [1]}, {"_gvid": 1, "name": "a", "pos": "1,2"},
        {"_gvid": 2, "name": "b"}], "edges": [{"tail": 1, "head": 2, "_draw_": []}]}"#;
    let network = read_text(text);
    assert_eq!((summary(&network).as_str(), held(&network)), ("a b cluster_x a~b", (2, 1)));
    assert_eq!((network.nodes[0].parent, network.nodes[0].position), (Some(2), Some([1.0, -2.0])));
}

#[test]
fn what_holds_no_graph_is_refused_with_a_place() {
    for (text, found) in [
        ("{\"a\": 1}", "line 1, column 1 has no lists of nodes and edges"),
        ("[1, 2]", "line 1, column 1 has no lists"),
        ("{\"nodes\": [{\"id\": 1},]}", "line 1, column 22 has “]”"),
        ("\n// x\n{}", "line 2, column 1 has “/”"),
        ("{\"nodes\": [", "line 1, column 12 ends the file"),
    ] {
        let error = read_bytes(text.as_bytes()).unwrap_err().to_string();
        assert!(error.contains(found), "{error}");
    }
    let deep = "[".repeat(1_000_000);
    assert!(read_bytes(deep.as_bytes()).is_err());
}

#[test]
fn what_is_skipped_in_lists_of_neighbours_and_in_trees_is_said() {
    for (text, edges, remarks) in [
        (
            r#"{"nodes": [{"id": "a"}, {"id": "b"}], "adjacency": [[{"id": "b"}, 7, {"x": 1}], "x", []]}"#,
            3,
            4,
        ),
        (r#"{"name": "r", "children": [{"name": "x", "children": 5}, 3, {"name": "y"}]}"#, 2, 2),
    ] {
        let network = read_text(text);
        let said: usize = network.remarks.groups().map(|group| group.count).sum();
        assert_eq!((network.held.edges, said), (edges, remarks), "{text}: {:?}", network.remarks);
    }
}

#[test]
fn a_record_keeps_all_its_fields_however_many_there_are() {
    let fields = |from: u32| -> String {
        (0..90).map(|field| format!("\"f{field}\": {}, ", field + from)).collect()
    };
    let (outer, inner) = (fields(0), fields(1_000));
    let text = format!(
        r#"{{"nodes": [{{"id": "a"}}, {{{outer} "data": {{{inner} "id": "b"}}}}], "edges": []}}"#
    );
    let network = read_text(&text);
    assert_eq!(network.nodes[1].attributes.len(), 180);
    let column = network.node_columns.find("f89 (2)").expect("the second field of a name");
    let value = network.nodes[1].attributes.iter().find(|(other, _)| *other == column);
    assert_eq!(value.map(|(_, value)| value), Some(&Attribute::Number(1_089.0)));
}

#[test]
fn utf_16_is_read() {
    let text = r#"{"nodes": [{"id": "日"}], "edges": []}"#;
    let bytes: Vec<u8> =
        std::iter::once(0xFEFF).chain(text.encode_utf16()).flat_map(u16::to_be_bytes).collect();
    assert_eq!(read_bytes(&bytes).map(|network| summary(&network)), Ok("日".to_owned()));
}

fn written(format: &Format, network: &Network) -> Vec<u8> {
    let Some(Writer::Network(_, write)) = format.writer else { panic!("{}", format.name) };
    write(network)
}

proptest! {
    #[test]
    fn what_is_written_reads_back_as_the_same(network in network()) {
        for format in [&NODE_LINK, &CYTOSCAPE, &GRAPHOLOGY, &JSON_GRAPH_FORMAT, &KUMU] {
            let mut network = network.clone();
            if let Some(Writer::Network(holds, _)) = format.writer && !holds.positions {
                network.attributes.clear();
                network.nodes.iter_mut().for_each(|node| node.position = None);
            }
            let bytes = written(format, &network);
            let back = read_bytes(&bytes).map_err(|error| TestCaseError::fail(error.to_string()))?;
            prop_assert_eq!(said(&back), said(&network), "{}", String::from_utf8_lossy(&bytes));
            prop_assert!(back.remarks.is_empty());
        }
    }

    #[test]
    fn broken_files_are_read_or_refused(
        network in network(),
        changes in proptest::collection::vec(any::<(u16, u8, u8)>(), 1..5),
    ) {
        for format in [&NODE_LINK, &CYTOSCAPE, &GRAPHOLOGY, &JSON_GRAPH_FORMAT, &KUMU] {
            let _either = read_bytes(&mutated(written(format, &network), &changes));
        }
    }
}

#[test]
fn a_faulty_record_in_a_list_of_edges_is_no_node() {
    let text = r#"[{"from": "France", "to": "Italy"}, {"from": "Mali"}, null, 7, {"from": "Peru", "to": "Chile"}]"#;
    let network = read_text(text);
    let ids: Vec<&str> = network.nodes.iter().map(|node| node.id.as_str()).collect();
    assert_eq!(ids, ["France", "Italy", "Peru", "Chile"]);
    let said: usize = network.remarks.groups().map(|group| group.count).sum();
    assert_eq!((network.held.edges, said), (5, 3), "{:?}", network.remarks);
}
