//! Networks for the tests of the formats that are XML: any that both can hold, and broken texts.

use proptest::collection::vec;
use proptest::option::of;
use proptest::prelude::*;

use crate::formats::network::{Edge, Network, Node};
use crate::formats::problems::Spot;
use crate::model::{Attribute, Color};

/// What a network says, without where it stands and in which order its columns were named.
pub fn facts(network: &Network) -> String {
    let attributes = |columns: &crate::formats::network::Columns, values: &[_]| {
        let values = values.iter().map(|(column, value): &(_, Attribute)| {
            format!("{:?}={value:?}", columns.name(*column))
        });
        let mut values: Vec<String> = values.collect();
        values.sort();
        values.join(",")
    };
    let nodes = network.nodes.iter().map(|node| {
        let Node { id, label, position, color, parent, is_group, .. } = node;
        let values = attributes(&network.node_columns, &node.attributes);
        format!("{id:?} {label:?} {position:?} {color:?} {parent:?} {is_group} {values}\n")
    });
    let edges = network.edges.iter().map(|edge| {
        let Edge { id, from, to, directed, label, weight, color, .. } = edge;
        let values = attributes(&network.edge_columns, &edge.attributes);
        format!("{id:?} {from} {to} {directed:?} {label:?} {weight:?} {color:?} {values}\n")
    });
    let mut own: Vec<String> =
        network.attributes.iter().map(|pair| format!("{pair:?}\n")).collect();
    own.sort();
    own.into_iter().chain(nodes).chain(edges).collect()
}

/// A text of any characters that XML can hold.
fn any_text() -> impl Strategy<Value = String> {
    let odd = prop::sample::select(vec![' ', '\n', '\t', '\r', '<', '&', '"', '\'', ']', '>', ';']);
    let any = any::<char>().prop_filter("a character of XML", |c| super::escape::is_allowed(*c));
    vec(prop_oneof![any, odd, prop::char::range('a', 'f')], 0..6)
        .prop_map(|characters| characters.into_iter().collect())
}

/// Columns by name, of each type one; a type is that of all its values.
const COLUMNS: [&str; 5] = ["note <&>", "key", "share", "is \"open\"", "kind"];

fn values() -> impl Strategy<Value = [Option<Attribute>; 5]> {
    let finite = any::<f64>().prop_filter("finite", |number| number.is_finite());
    (of(any_text()), of(any::<i32>()), of(finite), of(any::<bool>()), of(any_text())).prop_map(
        |(note, rank, share, flag, kind)| {
            [
                note.map(|text| Attribute::Text(text.into())),
                rank.map(|rank| Attribute::Number(f64::from(rank))),
                share.map(Attribute::Number),
                flag.map(Attribute::Flag),
                kind.map(|text| Attribute::Text(text.into())),
            ]
        },
    )
}

fn label() -> impl Strategy<Value = Option<String>> {
    of(any_text().prop_filter("a label isn't empty", |text| !text.is_empty()))
}

fn color() -> impl Strategy<Value = Option<Color>> {
    of(any::<[u8; 3]>().prop_map(|[r, g, b]| Color::new(r, g, b)))
}

fn node() -> impl Strategy<Value = (Node, [Option<Attribute>; 5])> {
    let position = of((-1e6..1e6, -1e6..1e6).prop_map(|(x, y)| [x, y]));
    (any_text(), label(), position, color(), values()).prop_map(
        |(id, label, position, color, values)| {
            (Node { id, label, position, color, ..Node::default() }, values)
        },
    )
}

fn edge() -> impl Strategy<Value = (Edge, [Option<Attribute>; 5])> {
    let weight = of(-1e9..1e9);
    let ends = (0..8_u32, 0..8_u32);
    (ends, of(any::<bool>()), label(), weight, values()).prop_map(
        |((from, to), directed, label, weight, values)| {
            let edge = Edge { directed, label, weight, ..Edge::new(from, to, Spot::default()) };
            (edge, values)
        },
    )
}

/// A network that has everything that a file can hold.
pub fn network() -> impl Strategy<Value = Network> {
    (vec(node(), 1..8), vec(edge(), 0..8), any_text()).prop_map(|(nodes, edges, title)| {
        let mut network = Network::default();
        if !title.trim().is_empty() {
            let title = Attribute::Text(title.trim().into());
            network.attributes.push(("title".to_owned(), title));
        }
        let node_ids = COLUMNS.map(|name| network.node_columns.add(name));
        let edge_ids = COLUMNS.map(|name| network.edge_columns.add(name));
        for (number, (mut node, values)) in nodes.into_iter().enumerate() {
            node.id = format!("{}{number}", node.id);
            node.label = node.label.filter(|label| *label != node.id);
            node.attributes = node_ids
                .into_iter()
                .zip(values)
                .filter_map(|(column, value)| Some((column, value?)))
                .collect();
            if number % 3 == 2 {
                node.parent = Some(number as u32 - 1);
                if let Some(group) = network.nodes.last_mut() {
                    group.is_group = true;
                }
            }
            network.nodes.push(node);
        }
        let count = network.nodes.len() as u32;
        for (number, (mut edge, values)) in edges.into_iter().enumerate() {
            edge.id = if number % 2 == 0 { format!("e{number}") } else { String::new() }.into();
            (edge.from, edge.to) = (edge.from % count, edge.to % count);
            edge.attributes = edge_ids
                .into_iter()
                .zip(values)
                .filter_map(|(column, value)| Some((column, value?)))
                .collect();
            network.edges.push(edge);
        }
        network
    })
}

/// A text with some of its bytes changed, left out or repeated.
pub fn broken(text: &'static str) -> impl Strategy<Value = Vec<u8>> {
    let change = (0..text.len(), 0..4_u8, any::<u8>(), 0..40_usize);
    vec(change, 1..8).prop_map(move |changes| {
        let mut bytes = text.as_bytes().to_vec();
        for (at, what, byte, length) in changes {
            let at = at % bytes.len().max(1);
            let end = (at + length).min(bytes.len());
            match what {
                0 if at < bytes.len() => bytes[at] = byte,
                1 => bytes.truncate(at),
                2 => drop(bytes.drain(at..end)),
                _ => {
                    let copy = bytes[at.min(end)..end].to_vec();
                    drop(bytes.splice(at..at, copy));
                }
            }
        }
        bytes
    })
}
