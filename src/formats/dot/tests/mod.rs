//! What DOT says, by the rules of Graphviz.

mod round_trip;

use super::DOT;
use crate::formats::network::Network;
use crate::formats::{Content, InputFile, OpenError, Progress, Remarks};
use crate::model::{Attribute, Color};

fn read_bytes(bytes: &[u8]) -> Result<Network, OpenError> {
    let file = InputFile { name: "a.gv", bytes };
    match DOT.reader.read(&file, Progress::untold())? {
        Content::Network(network) => Ok(*network),
        _ => Err(OpenError::of_whole_file("it is no network", "")),
    }
}

fn read(text: &str) -> Network {
    read_bytes(text.as_bytes()).expect(text)
}

fn held(text: &str) -> (usize, usize) {
    let network = read(text);
    (network.held.nodes, network.held.edges)
}

/// The edges as `a>b`, or `a-b` where they aren't directed.
fn edges(network: &Network) -> Vec<String> {
    let name = |index: u32| network.nodes[index as usize].id.as_str();
    let sign = |directed| if directed == Some(true) { '>' } else { '-' };
    let shown = network
        .edges
        .iter()
        .map(|edge| format!("{}{}{}", name(edge.from), sign(edge.directed), name(edge.to)));
    shown.collect()
}

fn topics(remarks: &Remarks) -> Vec<&str> {
    remarks.groups().map(|group| group.topic.as_str()).collect()
}

fn value<'n>(network: &'n Network, node: usize, name: &str) -> Option<&'n Attribute> {
    let column = network.node_columns.find(name)?;
    let attributes = &network.nodes[node].attributes;
    attributes.iter().find(|(there, _)| *there == column).map(|(_, value)| value)
}

#[test]
fn chains_and_subgraphs_are_edges_between_every_pair() {
    assert_eq!(edges(&read("digraph { a -> b -> c }")), ["a>b", "b>c"]);
    assert_eq!(edges(&read("graph { {a b} -- {c; d} }")), ["a-c", "a-d", "b-c", "b-d"]);
    assert_eq!(edges(&read("digraph { a, b -> c, d:n }")).len(), 4);
    assert_eq!(edges(&read("digraph { a -> subgraph x {b {c}} -> d }")).len(), 4);
    // A subgraph that is opened again has its earlier nodes, too; those of another parent haven't.
    assert_eq!(held("graph { subgraph x {a b}; c -- subgraph x {} }"), (3, 2));
    assert_eq!(held("graph { subgraph x {a b}; {c -- subgraph x {d}} }"), (4, 1));
    // Each pair once, however often a node is named.
    assert_eq!(held("graph { {a a a {a}} -- {b b} }"), (2, 1));
}

#[test]
fn edges_are_merged_where_graphviz_does_so() {
    assert_eq!(held("graph { a -- b; b -- a; a -- a }"), (2, 3));
    assert_eq!(held("strict graph { a -- b; b -- a; a -- a; a -- a }"), (2, 2));
    assert_eq!(held("strict digraph { a -> b; b -> a; a -> b }"), (2, 2));
    assert_eq!(held("graph { a -- b [key=x]; b -- a [key=x]; a -- b [key=y] }"), (2, 2));
    let network = read("strict graph { a -- b [weight=1, kind=pact]; b -- a [kind=war] }");
    assert_eq!(network.edges[0].weight, Some(1.0));
    assert_eq!(network.edges[0].attributes[0].1, Attribute::Text("war".into()));
}

#[test]
fn defaults_are_those_of_the_subgraph_and_of_new_nodes_alone() {
    let network = read("graph { a; node [k=1]; b; { node [k=2]; c; a } d }");
    let values: Vec<_> = (0..4).map(|node| value(&network, node, "k").cloned()).collect();
    let number = |number: f64| Some(Attribute::Number(number));
    assert_eq!(values, [None, number(1.0), number(2.0), number(1.0)]);
    let network = read("graph { edge [weight=2]; a -- b; a -- c [weight=3] }");
    assert_eq!(
        network.edges.iter().map(|edge| edge.weight).collect::<Vec<_>>(),
        [Some(2.0), Some(3.0)]
    );
}

#[test]
fn arrows_say_the_direction() {
    let ways =
        "digraph { a->b; a->b[dir=back]; a->b[dir=none]; a->b[dir=both]; a->b[arrowhead=none] }";
    assert_eq!(edges(&read(ways)), ["a>b", "b>a", "a-b", "a-b", "a-b"]);
    assert_eq!(
        edges(&read("graph { a--b; a--b[dir=forward]; a--b[dir=back] }")),
        ["a-b", "a>b", "b>a"]
    );
}

#[test]
fn labels_places_and_colours_become_fields() {
    let network = read(concat!(
        "digraph pacts { JPN [label=\"Japan\\n(\\N)\", pos=\"10,20.5!\", color=red, since=1914,",
        " native=\"日本\", code=\"007\", empty=\"\"]; n [label=\"\\N\", style=\"filled,dashed\",",
        " fillcolor=\"#00ff00\", color=blue] }"
    ));
    let [japan, other] = &network.nodes[..] else { panic!("two nodes") };
    assert_eq!(japan.label.as_deref(), Some("Japan\n(JPN)"));
    assert_eq!((japan.position, japan.color), (Some([10.0, -20.5]), Some(Color::new(255, 0, 0))));
    assert_eq!(value(&network, 0, "since"), Some(&Attribute::Number(1914.0)));
    assert_eq!(value(&network, 0, "code"), Some(&Attribute::Text("007".into())));
    assert_eq!(value(&network, 0, "pin"), Some(&Attribute::Flag(true)));
    assert_eq!((&other.label, other.color), (&None, Some(Color::new(0, 255, 0))));
    assert_eq!(value(&network, 1, "style"), Some(&Attribute::Text("dashed".into())));
    assert_eq!(value(&network, 1, "color"), Some(&Attribute::Text("blue".into())));
    assert_eq!(network.attributes, [("title".to_owned(), Attribute::Text("pacts".into()))]);
    assert!(network.node_columns.find("label").is_none() && network.remarks.is_empty());
}

#[test]
fn clusters_are_groups_around_their_nodes() {
    let text = concat!(
        "graph { subgraph cluster_a { label=NATO; x; subgraph cluster_b { y } } ",
        "subgraph c { cluster=true; z } subgraph d { w } x -- cluster_a }"
    );
    let network = read(text);
    let parent = |id: &str| {
        let node = network.nodes.iter().find(|node| node.id == id).expect(id);
        node.parent.map(|parent| network.nodes[parent as usize].id.as_str())
    };
    assert_eq!(
        [parent("x"), parent("y"), parent("cluster_b")],
        [Some("cluster_a"), Some("cluster_b"), Some("cluster_a")]
    );
    assert_eq!([parent("z"), parent("w"), parent("cluster_a")], [Some("c"), None, None]);
    // The cluster that an edge names is no second node; Graphviz counts it as a node all the same.
    assert_eq!((network.nodes.len(), network.held.nodes), (7, 5));
    let group = network.nodes.iter().find(|node| node.id == "cluster_a").expect("a group");
    assert_eq!((group.is_group, group.label.as_deref()), (true, Some("NATO")));
}

#[test]
fn several_graphs_are_one_network_and_each_is_counted() {
    let network = read("digraph one { a -> b } graph two { b -- c; }");
    assert_eq!((network.nodes.len(), network.held.nodes, network.held.edges), (3, 4, 2));
    assert_eq!(network.edges[1].attributes[0].1, Attribute::Text("two".into()));
    assert_eq!(topics(&network.remarks), ["begins a further graph"]);
    let network = read("graph { a -- b } graph { c -> d }");
    assert_eq!((network.held.nodes, network.remarks.groups().len()), (2, 1));
}

#[test]
fn what_graphviz_refuses_is_refused_where_it_stands() {
    let faults = [
        ("graph { a -> b }", 11),
        ("digraph { a -- b }", 13),
        ("graph { a -- }", 14),
        ("graph { a [b] }", 13),
        ("graph { a [b=c,,d=e] }", 16),
        ("graph a b { }", 9),
        ("graph { a", 10),
        ("graph { node }", 14),
        ("graph { a = }", 13),
        ("graph { subgraph x; }", 19),
        ("graph { a -- subgraph x }", 25),
        ("graph { a:b:c:d }", 14),
        ("graph { \"a\" + b }", 15),
        ("graph { a;; }", 11),
        ("graph { a } }", 13),
        ("hello", 1),
    ];
    for (text, column) in faults {
        let place =
            read_bytes(text.as_bytes()).map(|network| network.remarks).map_err(|error| error.place);
        match place {
            Err(place) => assert_eq!(place.map(|place| place.column), Some(column), "{text}"),
            // What follows the first graph is left out with a remark.
            Ok(remarks) => assert_eq!(remarks.groups().len(), 1, "{text}"),
        }
    }
}

#[test]
fn little_text_that_implies_much_is_refused_before_memory_is_taken() {
    let nodes: String = (0..5_000).map(|node| format!("n{node} ")).collect();
    let message = |text: &str| read_bytes(text.as_bytes()).expect_err("a refusal").message;
    assert!(message(&format!("graph {{ {{{nodes}}} -- {{{nodes}}} }}")).contains("edges"));
    let long = "x".repeat(1_000_000);
    assert!(message(&format!("graph {{ edge [k={long}] {{a b c d e f g h i j k l m n o p q r s t u v w x y z}} -- {{ 1 2 3 4 5 6 7 8 9 10 11 12 13 }} }}")).contains("MiB"));
    assert!(message(&format!("graph {}", "{".repeat(20_000))).contains("deeper"));
    let mentions = "a ".repeat(60_000);
    let nested = format!("graph {{ {} {mentions} {} }}", "{".repeat(1_000), "} -- b".repeat(1_000));
    assert!(message(&nested).contains("too many"));
}

#[test]
fn text_in_other_encodings_is_read() {
    let names = |bytes: &[u8]| read_bytes(bytes).expect("a graph").nodes[0].id.clone();
    assert_eq!(names("\u{FEFF}graph { Köln }".as_bytes()), "Köln");
    assert_eq!(names(b"graph { graph [charset=latin1] K\xF6ln }"), "Köln");
    let utf_16: Vec<u8> =
        "\u{FEFF}graph { Köln }".encode_utf16().flat_map(u16::to_le_bytes).collect();
    assert_eq!(names(&utf_16), "Köln");
}

#[test]
fn dot_is_told_from_what_begins_alike() {
    let certainty = |name, text: &str| (DOT.recognise)(&InputFile { name, bytes: text.as_bytes() });
    use crate::formats::Certainty;
    for text in ["graph{", "\u{FEFF}# x\n/* y */ STRICT Digraph \"a b\" {", "graph a\n{ a"] {
        assert_eq!(certainty("", text), Certainty::Certain, "{text}");
    }
    for text in ["graph [ node", "Graph theory is old", "", "a,b", "{\"graph\": 1}"] {
        assert_eq!(certainty("a.txt", text), Certainty::No, "{text}");
    }
    assert_eq!(certainty("a.GV", "graph a b {"), Certainty::Possible);
}
