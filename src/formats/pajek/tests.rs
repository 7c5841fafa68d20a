//! What Pajek says, and that what is written reads back the same.

use proptest::prelude::*;

use super::PAJEK;
use super::write::write;
use crate::formats::network::{Columns, Edge, Network, Node};
use crate::formats::problems::Spot;
use crate::formats::{Certainty, Content, InputFile, OpenError, Progress};
use crate::model::{Attribute, Color};

fn read_bytes(bytes: &[u8]) -> Result<Network, OpenError> {
    let file = InputFile { name: "a.net", bytes };
    match PAJEK.reader.read(&file, Progress::untold())? {
        Content::Network(network) => Ok(*network),
        _ => Err(OpenError::of_whole_file("it is no network", "")),
    }
}

fn read(text: &str) -> Network {
    read_bytes(text.as_bytes()).expect(text)
}

/// The edges as `1>2=weight`, with `-` where they aren't directed.
fn edges(network: &Network) -> Vec<String> {
    let shown = network.edges.iter().map(|edge| {
        let sign = if edge.directed == Some(true) { '>' } else { '-' };
        let weight = edge.weight.map_or(String::new(), |weight| format!("={weight}"));
        let [from, to] = [edge.from, edge.to].map(|index| &network.nodes[index as usize].id);
        format!("{from}{sign}{to}{weight}")
    });
    shown.collect()
}

fn edge_value(network: &Network, edge: usize, name: &str) -> Option<Attribute> {
    let column = network.edge_columns.find(name)?;
    let attributes = &network.edges[edge].attributes;
    attributes.iter().find(|(there, _)| *there == column).map(|(_, value)| value.clone())
}

fn node_values(network: &Network, name: &str) -> Vec<Option<Attribute>> {
    let column = network.node_columns.find(name);
    let of = |node: &Node| {
        let found = node.attributes.iter().find(|(there, _)| Some(*there) == column);
        found.map(|(_, value)| value.clone())
    };
    network.nodes.iter().map(of).collect()
}

fn text(text: &str) -> Option<Attribute> {
    Some(Attribute::Text(text.into()))
}

#[test]
fn every_section_of_lines_is_read() {
    let head = "*network \"Pacts\"\r\n*VERTICES 3\r\n1 \"a\"\r\n3 c\r\n";
    let network = read(&format!("{head}*Arcs\r\n1 2\r\n2 3 -1\r\n*Edges 1\r\n1 3 2.5\r\n"));
    assert_eq!(edges(&network), ["1>2", "2>3=-1", "1-3=2.5"]);
    assert_eq!(network.nodes[2].label.as_deref(), Some("c"));
    assert_eq!(network.attributes, [("title".to_owned(), Attribute::Text("Pacts".into()))]);
    assert_eq!(
        edges(&read(&format!("{head}*Arcslist\n1 2 -3\n*Edgeslist\n2 3 3"))),
        ["1>2", "1>3=-1", "2-3", "2-3"]
    );
    assert_eq!(
        edges(&read(&format!("{head}*Matrix\n0 1 0\n0 0 -2\n0.5 0 0"))),
        ["1>2=1", "2>3=-2", "3>1=0.5"]
    );
    let two_modes = read("*Vertices 3 1\n*Matrix\n0 2");
    assert_eq!(edges(&two_modes), ["1-3=2"]);
    assert_eq!(node_values(&two_modes, "mode")[2], Some(Attribute::Number(2.0)));
    assert_eq!((two_modes.held.nodes, two_modes.held.edges), (3, 1));
}

#[test]
fn relations_times_and_attributes_become_columns() {
    let network = read(concat!(
        "*Vertices 2\n1 \"K&#246;ln\" 0.1 0.2 0.5 box ic Red x_fact 2 [1-3,5]\n2 \"b\" 0.5 0.5\n",
        "*Arcs :1 \"pact\"\n1 2 1 [1914-1918]\n*Edges :2\n1 2 1 l \"long\" c RGB0000FF w 3\n",
        "*Arcs\n3: 2 1 [1920-*]\n*Partition side\n*Vertices 2\n1\n2\n*Vector\n0.5\n-1\n3\n"
    ));
    assert_eq!(network.nodes[0].label.as_deref(), Some("Köln"));
    assert_eq!(
        (network.nodes[0].position, network.nodes[0].color),
        (Some([0.1, 0.2]), Some(Color::new(255, 0, 0)))
    );
    assert_eq!(node_values(&network, "shape"), [text("box"), None]);
    assert_eq!(node_values(&network, "times")[0], text("1-3,5"));
    assert_eq!(node_values(&network, "side")[1], Some(Attribute::Number(2.0)));
    assert_eq!(node_values(&network, "vector")[1], Some(Attribute::Number(-1.0)));
    let kinds: Vec<_> = (0..3).map(|edge| edge_value(&network, edge, "kind")).collect();
    assert_eq!(kinds, [text("pact"), text("2"), text("3")]);
    assert_eq!(edge_value(&network, 0, "start"), Some(Attribute::Number(1914.0)));
    assert_eq!(edge_value(&network, 0, "end"), Some(Attribute::Number(1918.0)));
    assert_eq!(edge_value(&network, 2, "end"), None);
    assert_eq!(
        (network.edges[1].label.as_deref(), network.edges[1].color),
        (Some("long"), Some(Color::new(0, 0, 255)))
    );
    // The third value of the vector is none of a vertex.
    assert_eq!(network.remarks.groups().len(), 1);
}

#[test]
fn several_networks_share_the_vertices_of_a_label() {
    let network = read(concat!(
        "*Network one\n*Vertices 2\n1 \"a\"\n2 \"b\"\n*Edges\n1 2\n",
        "*Network two\n*Vertices 3\n1 \"b\"\n2 \"c\"\n*Edges\n1 2\n2 3\n"
    ));
    assert_eq!(edges(&network), ["1-2", "2-2:2", "2:2-2:3"]);
    assert_eq!((network.held.nodes, network.held.edges), (5, 3));
    assert_eq!(edge_value(&network, 2, "network"), text("two"));
}

#[test]
fn what_pajek_does_not_know_stands_in_notes_before_the_vertices() {
    let mut network = read("*Vertices 2\n1 \"a\"\n2 \"b\"\n*Arcs\n1 2 3 l \"x\" since 1914\n");
    network.nodes[1].id = "b's".to_owned();
    network.edges[0].id = "first".into();
    let written = String::from_utf8(write(&network)).expect("UTF-8");
    let (notes, rest) = written.split_once("*Vertices").expect("vertices");
    assert_eq!(notes, "% vertex 2 has id \"b's\"\n% line 1 has id \"first\" since 1914\n");
    assert_eq!(rest, " 2\n1 \"a\" ellipse\n2 \"b\" ellipse\n*Arcs\n1 2 3 l \"x\"\n");
    // Where the notes are long, they alone tell what the file is.
    let certainty = (PAJEK.recognise)(&InputFile { name: "", bytes: notes.as_bytes() });
    assert_eq!(certainty, Certainty::Certain);
    let back = read(&format!("% line 1 has \"an end\n{written}"));
    assert_eq!(edge_value(&back, 0, "since"), None, "the first note of a line counts");
    assert_eq!(back.nodes[1].id, "b's");
}

#[test]
fn an_id_is_that_of_the_vertex_that_says_it() {
    let network = read(concat!(
        "% vertex 1 has id \"3\"\n% vertex 4 has id \"3\"\n*Vertices 4\n",
        "1 \"a\"\n2 \"b\"\n3 \"c\"\n4 \"d\"\n*Edges\n1 3\n"
    ));
    let ids: Vec<&str> = network.nodes.iter().map(|node| node.id.as_str()).collect();
    assert_eq!(ids, ["3", "2", "3'", "4"]);
    let groups: Vec<_> = network.remarks.groups().map(|group| group.topic.as_str()).collect();
    assert_eq!(groups, ["has the id of another vertex"]);
}

#[test]
fn a_weight_that_is_no_number_is_kept_as_it_is() {
    let network = read(concat!(
        "*Vertices 2\n1 \"a\"\n2 \"b\"\n*Edges\n",
        "1 2 heavy\n1 2 NaN l \"x\"\n1 2 l \"y\"\n1 2 7 l \"z\" [1-3]\n"
    ));
    let written: Vec<_> = (0..4).map(|edge| edge_value(&network, edge, "weight")).collect();
    assert_eq!(written, [text("heavy"), text("NaN"), None, None]);
    let labels: Vec<_> = network.edges.iter().map(|edge| edge.label.as_deref()).collect();
    assert_eq!(labels, [None, Some("x"), Some("y"), Some("z")]);
}

#[test]
fn what_is_wrong_is_refused_in_its_line() {
    let faults = [
        ("*Vertices", 1),
        ("*Vertices x", 1),
        ("*Vertices -1", 1),
        ("*Vertices 1 3", 1),
        ("*Vertices 1 1 1", 1),
        ("*Vertices 4000000000", 1),
        ("*Edges\n1 2", 1),
        ("*Vertices 2\n3 \"c\"", 2),
        ("*Vertices 2\n0 \"c\"", 2),
        ("*Vertices 2\n1 \"c", 2),
        ("*Vertices 2\n\n*Edges\n1 3", 4),
        ("*Vertices 2\n*Edges\n1", 3),
        ("*Vertices 2\n*Arcs\n1 b", 3),
        ("*Vertices 2\n*Arcslist\n1 2 5", 3),
        ("*Vertices 2\n*Matrix\n1 2 x", 3),
        ("*Vertices 2\n*Matrix\n1 2 3 4 5", 3),
    ];
    for (text, line) in faults {
        let error = read_bytes(text.as_bytes()).expect_err(text);
        assert_eq!(error.place.map(|place| place.line), Some(line), "{text}");
    }
    assert!(read_bytes(b"% nothing\n").is_err());
}

#[test]
fn a_file_is_known_by_its_vertices() {
    let certainty =
        |name, text: &str| (PAJEK.recognise)(&InputFile { name, bytes: text.as_bytes() });
    assert_eq!(certainty("", "\u{FEFF}% x\n\n*vertices 3"), Certainty::Certain);
    assert_eq!(certainty("a.net", "Some words\n*Vertices 3"), Certainty::Certain);
    assert_eq!(certainty("a.txt", "Some words\n*Vertices 3"), Certainty::No);
    assert_eq!(certainty("a.PAJ", "1 2"), Certainty::Likely);
    assert_eq!(certainty("", "*Network a b\r*Vertices 3"), Certainty::Certain);
    for text in [
        "* Vertices are nodes",
        "*Network analysis* is old",
        "*Vertices* are",
        "* a list\n*Vertices 3",
    ] {
        assert_eq!(certainty("a.md", text), Certainty::No, "{text}");
    }
}

fn any_text() -> impl Strategy<Value = String> {
    prop_oneof![
        "[a-z]{1,4}",
        Just("a \"b\" & &#34; \\n \\".to_owned()),
        Just("日本\n[1-2] % *Arcs".to_owned()),
        Just("-1.5".to_owned()),
        "\\PC{1,8}",
    ]
}

fn attribute() -> impl Strategy<Value = Attribute> {
    prop_oneof![
        any_text().prop_map(|text| Attribute::Text(text.into())),
        (-1e9..1e9).prop_map(Attribute::Number),
        any::<bool>().prop_map(Attribute::Flag),
    ]
}

fn color() -> impl Strategy<Value = Option<Color>> {
    proptest::option::of(any::<[u8; 3]>().prop_map(|[r, g, b]| Color::new(r, g, b)))
}

prop_compose! {
    fn network()(
        ids in proptest::collection::hash_set(any_text(), 1..7),
        parts in proptest::collection::vec(
            (proptest::option::of(any_text()), proptest::option::of((0.0..1.0, 0.0..1.0)), color(), proptest::option::of(attribute())),
            7,
        ),
        ties in proptest::collection::vec(
            (any::<[u32; 2]>(), any::<bool>(), proptest::option::of(any_text()), color(), proptest::option::of(attribute()), any_text()),
            0..10,
        ),
        weights in proptest::option::of(proptest::collection::vec(2.0..9.0, 10)),
        title in any_text(), subtitle in any_text(), far in any::<bool>(),
    ) -> Network {
        let mut network = Network::default();
        let kind = network.node_columns.add("odd \"kind\"");
        let since = network.edge_columns.add("since");
        for (place, (id, (label, position, color, value))) in ids.into_iter().zip(parts).enumerate() {
            let label = label.filter(|label| *label != id);
            // No two lie at one place.
            let size = if far { -3e5 } else { 1.0 };
            let position = position.map(|(x, y): (f64, f64)| [x * size, (y + place as f64) / 8.0 * size]);
            let attributes = value.map(|value| (kind, value)).into_iter().collect();
            network.nodes.push(Node { id, label, position, color, attributes, ..Node::default() });
        }
        let count = network.nodes.len() as u32;
        for (index, (ends, directed, label, color, value, id)) in ties.into_iter().enumerate() {
            let [from, to] = ends.map(|end| end % count);
            let mut edge = Edge::new(from, to, Spot::default());
            (edge.label, edge.color, edge.directed) = (label, color, Some(directed));
            edge.weight = weights.as_ref().map(|weights| weights[index]);
            edge.attributes = value.map(|value| (since, value)).into_iter().collect();
            edge.id = id.into();
            network.edges.push(edge);
        }
        // Directed ones are written first.
        network.edges.sort_by_key(|edge| edge.directed == Some(false));
        for (name, text) in [("title", title), ("a \"sub\"\ntitle", subtitle)] {
            network.attributes.push((name.to_owned(), Attribute::Text(text.into())));
        }
        network
    }
}

/// Nodes and edges without their spots; attributes by the names of their columns.
fn comparable(network: &Network) -> String {
    let named = |columns: &Columns, attributes: &[(_, Attribute)]| -> Vec<(String, Attribute)> {
        attributes
            .iter()
            .map(|(column, value)| (columns.name(*column).to_owned(), value.clone()))
            .collect()
    };
    let nodes = network.nodes.iter().map(|node| {
        let attributes = named(&network.node_columns, &node.attributes);
        format!("{:?}\n", (&node.id, &node.label, node.position, node.color, attributes))
    });
    let edges = network.edges.iter().map(|edge| {
        let attributes = named(&network.edge_columns, &edge.attributes);
        format!(
            "{:?}\n",
            (
                &edge.id,
                edge.from,
                edge.to,
                edge.directed,
                &edge.label,
                edge.weight,
                edge.color,
                attributes
            )
        )
    });
    nodes.chain(edges).collect()
}

proptest! {
    #[test]
    fn what_is_written_reads_back_the_same(network in network()) {
        let bytes = write(&network);
        let text = String::from_utf8_lossy(&bytes).into_owned();
        let back = read_bytes(&bytes).expect(&text);
        prop_assert_eq!(comparable(&back), comparable(&network), "{}", text);
        let title = back.attributes.last().map(|(_, title)| title);
        prop_assert_eq!(title, network.attributes.last().map(|(_, title)| title));
        prop_assert!(back.remarks.is_empty(), "{}", text);
        prop_assert_eq!(write(&back), bytes);
    }

    #[test]
    fn no_change_of_a_file_makes_it_panic(
        network in network(),
        changes in proptest::collection::vec((any::<usize>(), any::<u8>(), 0_u8..3), 1..6),
        sections in proptest::collection::vec(0_usize..9, 0..4),
    ) {
        let mut bytes = write(&network);
        for section in sections {
            let heads = ["*Matrix\n1 1\n", "*Partition x\n*Vertices 2\n1\n", "*Vector\n1\n", "*Vertices 2 1\n",
                "*Arcslist\n1 1\n", "*Edgeslist\n1\n", "*Network\n", "*Arcs :1 \"x\"\n1: 1 1 [1-2]\n", "*Foo\n"];
            bytes.extend_from_slice(heads[section].as_bytes());
        }
        for (place, byte, change) in changes {
            let place = place % (bytes.len() + 1);
            match change {
                0 => bytes.insert(place, byte),
                1 => bytes.truncate(place),
                _ => if let Some(there) = bytes.get_mut(place) { *there = byte },
            }
        }
        let _ = read_bytes(&bytes);
        let _ = (PAJEK.recognise)(&InputFile { name: "a.net", bytes: &bytes });
    }
}
