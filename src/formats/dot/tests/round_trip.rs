//! What is written reads back the same, and no bytes at all make the reader panic.

use proptest::prelude::*;

use super::super::write::write;
use super::{read_bytes, topics};
use crate::formats::network::{Columns, Edge, EdgeAttributes, Network, Node};
use crate::formats::problems::Spot;
use crate::model::{Attribute, Color};

fn text() -> impl Strategy<Value = String> {
    prop_oneof![
        "[a-z]{1,4}",
        Just("node".to_owned()),
        Just("a\\N \"b\" & &amp; \\".to_owned()),
        Just("cluster_1".to_owned()),
        Just("-1.5".to_owned()),
        Just("<b>\n日本</b>;{}[]=,\\\\\"".to_owned()),
        "\\PC{1,8}",
    ]
}

fn attribute() -> impl Strategy<Value = Attribute> {
    prop_oneof![
        text().prop_map(|text| Attribute::Text(text.into())),
        (-1e9..1e9).prop_map(Attribute::Number),
        Just(Attribute::Number(1e300)),
        (-9_999..9_999).prop_map(|number| Attribute::Number(f64::from(number))),
        any::<bool>().prop_map(Attribute::Flag),
    ]
}

fn color() -> impl Strategy<Value = Option<Color>> {
    proptest::option::of(any::<[u8; 3]>().prop_map(|[r, g, b]| Color::new(r, g, b)))
}

fn columns(names: &[&str]) -> Columns {
    let mut columns = Columns::default();
    for name in names {
        columns.add(name);
    }
    columns
}

prop_compose! {
    fn nodes()(
        ids in proptest::collection::hash_set(text(), 1..8),
        parts in proptest::collection::vec(
            (
                proptest::option::of(text()),
                proptest::option::of((-1e6..1e6, -1e6..1e6)),
                color(),
                proptest::option::of(0_u32..8),
                any::<bool>(),
                proptest::collection::vec(proptest::option::of(attribute()), 3),
            ),
            8,
        ),
    ) -> Vec<Node> {
        let columns: Vec<_> = columns(&["kind", "odd name", "style"]).iter().map(|(id, _)| id).collect();
        let mut nodes: Vec<Node> = Vec::new();
        for (id, (label, position, color, parent, is_group, values)) in ids.into_iter().zip(parts) {
            let label = label.filter(|label| *label != id);
            let position = position.map(|(x, y)| [x, y]);
            // Groups come before what lies in them, so that they lie in no circle.
            let parent = parent.filter(|parent| nodes.get(*parent as usize).is_some_and(|n| n.is_group));
            let attributes = columns.iter().copied().zip(values).filter_map(|(id, value)| Some((id, value?)));
            // The style is a list of words.
            let attributes = attributes.filter(|(id, value)| *id != columns[2] || matches!(value, Attribute::Flag(_)));
            let attributes = attributes.map(|(id, value)| if id == columns[2] { (id, Attribute::Text("dashed".into())) } else { (id, value) });
            nodes.push(Node { label, position, color, parent, is_group, attributes: attributes.collect(), id, ..Node::default() });
        }
        nodes
    }
}

prop_compose! {
    fn network()(nodes in nodes())(
        edges in proptest::collection::vec(
            (
                0..nodes.len() as u32,
                0..nodes.len() as u32,
                any::<bool>(),
                (proptest::option::of(text()), proptest::option::of(-1e6..1e6), color()),
                proptest::option::of(attribute()),
                proptest::option::of(text()),
            ),
            0..10,
        ),
        nodes in Just(nodes),
        title in text(),
    ) -> Network {
        let edge_columns = columns(&["since"]);
        let since = edge_columns.find("since").expect("the column");
        let edges = edges.into_iter().map(|(from, to, directed, (label, weight, color), value, id)| {
            let mut edge = Edge::new(from, to, Spot::default());
            edge.directed = Some(directed);
            (edge.label, edge.weight, edge.color) = (label, weight, color);
            edge.id = id.unwrap_or_default().into();
            edge.attributes = value.map(|value| (since, value)).into_iter().collect();
            edge
        });
        Network {
            attributes: vec![("title".to_owned(), Attribute::Text(title.into()))],
            node_columns: columns(&["kind", "odd name", "style"]),
            edge_columns,
            edges: edges.collect(),
            nodes,
            ..Network::default()
        }
    }
}

/// Attributes by the names of their columns.
type Named = Vec<(String, Attribute)>;

/// Nodes and edges with the names of their columns and without their spots.
fn comparable(network: &Network) -> (Vec<Node>, Vec<Edge>, Vec<Named>) {
    let named = |attributes: &[(_, Attribute)], columns: &Columns| {
        let mut named: Named = attributes
            .iter()
            .map(|(column, value)| (columns.name(*column).to_owned(), value.clone()))
            .collect();
        named.sort_by(|one, other| one.0.cmp(&other.0));
        named
    };
    let nodes = network.nodes.iter().map(|node| named(&node.attributes, &network.node_columns));
    let edges = network.edges.iter().map(|edge| named(&edge.attributes, &network.edge_columns));
    let attributes = nodes.chain(edges).collect();
    let plain = Spot::default();
    let nodes = network.nodes.iter().cloned();
    let nodes = nodes.map(|node| Node { attributes: Vec::new(), spot: plain, ..node }).collect();
    let edges = network.edges.iter().cloned();
    let edges = edges
        .map(|edge| Edge { attributes: EdgeAttributes::default(), spot: plain, ..edge })
        .collect();
    (nodes, edges, attributes)
}

proptest! {
    #[test]
    fn what_is_written_reads_back_the_same(network in network()) {
        let bytes = write(&network);
        let text = String::from_utf8_lossy(&bytes).into_owned();
        let back = read_bytes(&bytes).expect(&text);
        prop_assert_eq!(comparable(&back), comparable(&network), "{}", text);
        prop_assert_eq!(&back.attributes, &network.attributes, "{}", text);
        prop_assert_eq!(topics(&back.remarks), Vec::<&str>::new(), "{}", text);
        prop_assert_eq!(write(&back), bytes);
    }

    #[test]
    fn no_bytes_make_it_panic(bytes in proptest::collection::vec(any::<u8>(), 0..200)) {
        let _ = read_bytes(&bytes);
        let text: String = bytes.iter().map(|byte| {
            let words = ["graph ", "{", "}", "a", "b", "--", "->", "[", "]", "=", "\"", "<", ">", ";",
                ",", "subgraph ", "cluster_a ", "node", "edge", "label", "\\", "+", "&", "/*", "#", "\n"];
            words[*byte as usize % words.len()]
        }).collect();
        let _ = read_bytes(format!("digraph {{ {text}").as_bytes());
    }

    #[test]
    fn no_change_of_a_file_makes_it_panic(
        network in network(),
        changes in proptest::collection::vec((any::<usize>(), any::<u8>(), 0_u8..3), 1..6),
    ) {
        let mut bytes = write(&network);
        for (place, byte, change) in changes {
            let place = place % (bytes.len() + 1);
            match change {
                0 => bytes.insert(place, byte),
                1 => bytes.truncate(place),
                _ => if let Some(there) = bytes.get_mut(place) { *there = byte },
            }
        }
        let _ = read_bytes(&bytes);
    }
}
