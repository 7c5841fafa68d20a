//! Networks of any sort for property tests of readers and writers.

use std::collections::HashSet;

use proptest::option;
use proptest::prelude::*;

use super::{ColumnId, Columns, Edge, Network, Node};
use crate::formats::problems::Spot;
use crate::model::{Attribute, Color};

/// A node without its place in the file, its attributes by name.
pub type PlainNode =
    (String, String, Option<[f64; 2]>, Option<Color>, Option<u32>, bool, Vec<(String, Attribute)>);

/// An edge without its place in the file, its attributes by name.
pub type PlainEdge =
    (String, [u32; 2], bool, Option<String>, Option<f64>, Option<Color>, Vec<(String, Attribute)>);

/// What two networks have in common that say the same.
pub type Said = (Vec<(String, Attribute)>, Vec<PlainNode>, Vec<PlainEdge>);

/// What a network says, to be compared. An edge that doesn't say whether it is directed isn't.
pub fn said(network: &Network) -> Said {
    let named = |columns: &Columns, list: &[(ColumnId, Attribute)]| -> Vec<(String, Attribute)> {
        let name = |(column, value): &(ColumnId, Attribute)| {
            (columns.name(*column).to_owned(), value.clone())
        };
        let mut list: Vec<_> = list.iter().map(name).collect();
        list.sort_by(|a, b| a.0.cmp(&b.0));
        list
    };
    let node = |node: &Node| {
        let label = node.label.clone().unwrap_or_else(|| node.id.clone());
        let attributes = named(&network.node_columns, &node.attributes);
        (node.id.clone(), label, node.position, node.color, node.parent, node.is_group, attributes)
    };
    let edge = |edge: &Edge| {
        let attributes = named(&network.edge_columns, &edge.attributes);
        let directed = edge.directed == Some(true);
        let (label, ends) = (edge.label.clone(), [edge.from, edge.to]);
        (edge.id.to_string(), ends, directed, label, edge.weight, edge.color, attributes)
    };
    let nodes = network.nodes.iter().map(node).collect();
    (network.attributes.clone(), nodes, network.edges.iter().map(edge).collect())
}

/// A text that readers and writers may stumble over.
pub fn text() -> impl Strategy<Value = String> {
    prop_oneof!["[a-c0-2]{1,2}", "[\"'&<>\\[\\]#\n\t;,{}\\\\é日 =-]{1,4}", any::<String>()]
}

fn name() -> impl Strategy<Value = String> {
    const KNOWN: [&str; 27] = [
        "id",
        "label",
        "name",
        "x",
        "y",
        "color",
        "weight",
        "source",
        "target",
        "more",
        "data",
        "nodes",
        "key",
        "parent",
        "gid",
        "graphics.x",
        "LabelGraphics",
        "directed",
        "ID",
        "member of",
        "memberOf",
        "style",
        "creator",
        "comment",
        "attributeNames",
        "kind",
        "value",
    ];
    prop_oneof![3 => proptest::sample::select(&KNOWN[..]).prop_map(str::to_owned), 1 => text()]
}

fn attribute() -> impl Strategy<Value = Attribute> {
    prop_oneof![
        text().prop_map(|text| Attribute::Text(text.into())),
        number().prop_map(Attribute::Number),
        any::<bool>().prop_map(Attribute::Flag),
    ]
}

fn number() -> impl Strategy<Value = f64> {
    use proptest::num::f64::{NEGATIVE, NORMAL, POSITIVE, ZERO};
    prop_oneof![NORMAL | ZERO | POSITIVE | NEGATIVE, (-999..999).prop_map(|n| f64::from(n) / 4.0)]
}

fn color() -> impl Strategy<Value = Color> {
    any::<[u8; 3]>().prop_map(|[r, g, b]| Color::new(r, g, b))
}

type Attributes = Vec<(String, Attribute)>;

fn attributes() -> impl Strategy<Value = Attributes> {
    proptest::collection::vec((name(), attribute()), 0..4).prop_map(|mut list| {
        let mut seen = HashSet::new();
        list.retain(|(name, _)| !name.is_empty() && seen.insert(name.clone()));
        list
    })
}

/// A network of a few nodes and edges.
pub fn network() -> impl Strategy<Value = Network> {
    let node = (
        text(),
        option::of(text()),
        option::of([number(), number()]),
        option::of(color()),
        option::of(0..6_u32),
        any::<bool>(),
        attributes(),
    );
    let edge = (
        prop_oneof![Just(String::new()), text()],
        [0..6_u32, 0..6],
        any::<bool>(),
        option::of(text()),
        option::of(number()),
        option::of(color()),
        attributes(),
    );
    let nodes = proptest::collection::vec(node, 0..6);
    let edges = proptest::collection::vec(edge, 0..6);
    (attributes(), nodes, edges)
        .prop_map(|(attributes, nodes, edges)| assembled(attributes, nodes, edges))
}

type AnyNode =
    (String, Option<String>, Option<[f64; 2]>, Option<Color>, Option<u32>, bool, Attributes);
type AnyEdge = (String, [u32; 2], bool, Option<String>, Option<f64>, Option<Color>, Attributes);

fn assembled(attributes: Attributes, nodes: Vec<AnyNode>, edges: Vec<AnyEdge>) -> Network {
    let mut network = Network { attributes, ..Network::default() };
    let mut ids = HashSet::from([String::new()]);
    for (index, node) in (0..).zip(nodes) {
        let (mut id, label, position, color, parent, is_group, attributes) = node;
        while !ids.insert(id.clone()) {
            id.push('+');
        }
        let parent = parent.filter(|parent| *parent < index);
        let attributes = in_columns(&mut network.node_columns, attributes);
        let node =
            Node { id, label, position, color, parent, is_group, attributes, ..Node::default() };
        network.nodes.push(node);
    }
    for (id, [from, to], directed, label, weight, color, attributes) in edges {
        if from.max(to) as usize >= network.nodes.len() {
            continue;
        }
        let attributes = in_columns(&mut network.edge_columns, attributes);
        let bare = Edge::new(from, to, Spot::default());
        let directed = Some(directed);
        network.edges.push(Edge {
            id: id.into(),
            directed,
            label,
            weight,
            color,
            attributes: attributes.into(),
            ..bare
        });
    }
    network
}

fn in_columns(columns: &mut Columns, attributes: Attributes) -> Vec<(ColumnId, Attribute)> {
    attributes.into_iter().map(|(name, value)| (columns.add(&name), value)).collect()
}

/// Changes some bytes of a file: each change says where, as a share of 65,536, what byte, and how.
pub fn mutated(mut bytes: Vec<u8>, changes: &[(u16, u8, u8)]) -> Vec<u8> {
    for (place, byte, how) in changes {
        let at = usize::from(*place) * (bytes.len() + 1) / 65_536;
        match how % 4 {
            0 => bytes.insert(at, *byte),
            1 if at < bytes.len() => drop(bytes.remove(at)),
            2 if at < bytes.len() => bytes[at] = *byte,
            3 => bytes.truncate(at.max(bytes.len() / 2)),
            _ => {}
        }
    }
    bytes
}
