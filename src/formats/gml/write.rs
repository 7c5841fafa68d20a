//! Writes GML.

use std::collections::HashMap;
use std::fmt::Write as _;

use serde_json::{Map, Value};

use super::column_keys::{NAMES_KEY, changed, keys_of, names_of};
use super::entities::quoted;
use crate::formats::network::{ColumnId, Edge, Network, Node};
use crate::model::Attribute;

/// The file of a network. Ids are numbers and labels differ, as networkx and igraph want it; the id of a
/// node stands in `name`, and what it is called in `LabelGraphics` where another is called so too.
pub fn write(network: &Network) -> Vec<u8> {
    let graph_names = || network.attributes.iter().map(|(name, _)| name.as_str());
    let (nodes, edges) = (&network.node_columns, &network.edge_columns);
    let keys = keys_of(graph_names());
    let writer = GmlWriter {
        network,
        node_keys: keys_of(names_of(nodes)),
        edge_keys: keys_of(names_of(edges)),
        labels: label_counts(network),
        is_directed: network.edges.iter().any(|edge| edge.directed == Some(true)),
    };
    let lists = [
        ("graph", changed(graph_names(), &keys)),
        ("node", changed(names_of(nodes), &writer.node_keys)),
        ("edge", changed(names_of(edges), &writer.edge_keys)),
    ];
    let changed: Map<String, Value> =
        lists.into_iter().filter_map(|(list, names)| Some((list.to_owned(), names?))).collect();

    let mut text = String::from("graph [\n");
    let _infallible = writeln!(text, "  directed {}", i32::from(writer.is_directed));
    if network.has_parallel_edges() {
        text.push_str("  multigraph 1\n");
    }
    if !changed.is_empty() {
        let names = quoted(&Value::Object(changed).to_string());
        let _infallible = writeln!(text, "  {NAMES_KEY} {names}");
    }
    for (key, (_, attribute)) in keys.iter().zip(&network.attributes) {
        let _infallible = writeln!(text, "  {key} {}", value(attribute));
    }
    for (number, node) in network.nodes.iter().enumerate() {
        writer.write_node(&mut text, number, node);
    }
    for edge in &network.edges {
        writer.write_edge(&mut text, edge);
    }
    text.push_str("]\n");
    text.into_bytes()
}

struct GmlWriter<'a> {
    network: &'a Network,
    node_keys: Vec<String>,
    edge_keys: Vec<String>,
    /// How many nodes have a label.
    labels: HashMap<&'a str, usize>,
    is_directed: bool,
}

fn label_counts(network: &Network) -> HashMap<&str, usize> {
    let mut counts = HashMap::new();
    for node in &network.nodes {
        *counts.entry(shown(node)).or_insert(0) += 1;
    }
    counts
}

/// What a node is called.
fn shown(node: &Node) -> &str {
    node.label.as_deref().unwrap_or(&node.id)
}

impl GmlWriter<'_> {
    fn write_node(&self, text: &mut String, number: usize, node: &Node) {
        let shown = shown(node);
        let is_shared = self.labels.get(shown).is_some_and(|count| *count > 1);
        let unique = format!("{shown} ({})", node.id);
        let label = if is_shared { &unique } else { shown };
        let _infallible = write!(
            text,
            "  node [\n    id {number}\n    name {}\n    label {}\n",
            quoted(&node.id),
            quoted(label)
        );
        if is_shared {
            let _infallible = writeln!(text, "    LabelGraphics [ text {} ]", quoted(shown));
        }
        let position = node.position.map(|[x, y]| format!(" x {} y {}", real(x), real(y)));
        let fill = node.color.map(|color| format!(" fill \"{color}\""));
        if position.is_some() || fill.is_some() {
            let (position, fill) = (position.unwrap_or_default(), fill.unwrap_or_default());
            let _infallible = writeln!(text, "    graphics [{position}{fill} ]");
        }
        if node.is_group {
            text.push_str("    isGroup 1\n");
        }
        if let Some(parent) = node.parent {
            let _infallible = writeln!(text, "    gid {parent}");
        }
        write_attributes(text, &self.node_keys, &node.attributes);
        text.push_str("  ]\n");
    }

    fn write_edge(&self, text: &mut String, edge: &Edge) {
        let count = self.network.nodes.len();
        if edge.from.max(edge.to) as usize >= count {
            return;
        }
        let _infallible =
            write!(text, "  edge [\n    source {}\n    target {}\n", edge.from, edge.to);
        if !edge.id.is_empty() {
            let _infallible = writeln!(text, "    id {}", quoted(&edge.id));
        }
        if let Some(label) = &edge.label {
            let _infallible = writeln!(text, "    label {}", quoted(label));
        }
        if let Some(weight) = edge.weight {
            let _infallible = writeln!(text, "    weight {}", real(weight));
        }
        if let Some(color) = edge.color {
            let _infallible = writeln!(text, "    graphics [ fill \"{color}\" ]");
        }
        let is_directed = edge.directed == Some(true);
        if is_directed != self.is_directed {
            let _infallible = writeln!(text, "    directed {}", i32::from(is_directed));
        }
        write_attributes(text, &self.edge_keys, &edge.attributes);
        text.push_str("  ]\n");
    }
}

fn write_attributes(text: &mut String, keys: &[String], attributes: &[(ColumnId, Attribute)]) {
    for (column, attribute) in attributes {
        if let Some(key) = keys.get(column.index()) {
            let _infallible = writeln!(text, "    {key} {}", value(attribute));
        }
    }
}

/// An attribute as a value. GML has no yes and no: these are 1 and 0.
fn value(attribute: &Attribute) -> String {
    match attribute {
        Attribute::Text(text) => quoted(text),
        Attribute::Number(number) => real(*number),
        Attribute::Flag(flag) => i32::from(*flag).to_string(),
    }
}

/// A number: a small whole one as it is, another one with a decimal point, which a reader may insist on.
fn real(number: f64) -> String {
    /// Whole numbers below this fit into 32 bits.
    const WHOLE: f64 = 2_147_483_648.0;
    if number.fract() == 0.0 && number.abs() < WHOLE {
        return (number as i64).to_string();
    }
    let text = format!("{number:?}");
    match text.split_once('e') {
        Some((mantissa, exponent)) if !mantissa.contains('.') => format!("{mantissa}.0e{exponent}"),
        _ => text,
    }
}
