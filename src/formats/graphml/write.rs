//! Writes GraphML.

use std::fmt::Write as _;

use super::written_keys::{WrittenKeys, write_data};
use crate::formats::network::{Edge, Network, Node};
use crate::formats::xml::{in_attribute, text_of, written_ids};
use crate::model::Attribute;

const HEAD: &str = r#"<?xml version="1.0" encoding="UTF-8"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="http://graphml.graphdrawing.org/xmlns http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd">
"#;

/// Writes a network. Labels, positions, colours and weights have the keys that Gephi gives them.
pub fn write(network: &Network) -> Vec<u8> {
    let mut out = HEAD.to_owned();
    declare_attributes(&mut out, network);
    let of_nodes = network.nodes.iter().flat_map(|node| &node.attributes);
    let fields = node_fields(network);
    let nodes = WrittenKeys::declare(&mut out, "node", &fields, &network.node_columns, of_nodes);
    let of_edges = network.edges.iter().flat_map(|edge| &edge.attributes);
    let fields = edge_fields(network);
    let edges = WrittenKeys::declare(&mut out, "edge", &fields, &network.edge_columns, of_edges);
    // The format wants a direction for all edges; those of which none is known are undirected.
    let is_directed = network.edges.iter().any(|edge| edge.directed == Some(true));
    let default = if is_directed { "directed" } else { "undirected" };
    let _infallible = writeln!(out, "  <graph id=\"G\" edgedefault=\"{default}\">");
    for (number, (_, value)) in network.attributes.iter().enumerate() {
        write_data(&mut out, &format!("g{number}"), &text_of(value));
    }
    let ids = written_ids(network.nodes.iter().map(|node| node.id.as_str()));
    for (node, id) in network.nodes.iter().zip(&ids) {
        let parent = node.parent.and_then(|parent| network.nodes.get(parent as usize));
        write_node(&mut out, node, id, parent, &nodes);
    }
    let edge_ids = written_ids(network.edges.iter().map(|edge| edge.id.as_str()));
    for (edge, id) in network.edges.iter().zip(&edge_ids) {
        if let (Some(source), Some(target)) =
            (ids.get(edge.from as usize), ids.get(edge.to as usize))
        {
            write_edge(&mut out, edge, [id, source, target], is_directed, &edges);
        }
    }
    out.push_str("  </graph>\n</graphml>\n");
    out.into_bytes()
}

fn declare_attributes(out: &mut String, network: &Network) {
    for (number, (name, value)) in network.attributes.iter().enumerate() {
        let value_type = match value {
            Attribute::Text(_) => "string",
            Attribute::Number(_) => "double",
            Attribute::Flag(_) => "boolean",
        };
        let name = in_attribute(name);
        let _infallible = writeln!(
            out,
            "  <key id=\"g{number}\" for=\"graph\" attr.name=\"{name}\" attr.type=\"{value_type}\"/>"
        );
    }
}

fn node_fields(network: &Network) -> Vec<(&'static str, &'static str)> {
    let nodes = &network.nodes;
    let mut fields = Vec::new();
    if nodes.iter().any(|node| node.label.is_some()) {
        fields.push(("label", "string"));
    }
    if nodes.iter().any(|node| node.position.is_some()) {
        fields.extend([("x", "double"), ("y", "double")]);
    }
    if nodes.iter().any(|node| node.color.is_some()) {
        fields.extend([("r", "int"), ("g", "int"), ("b", "int")]);
    }
    if nodes.iter().any(|node| node.parent.is_some()) {
        fields.push(("parent", "string"));
    }
    fields
}

fn edge_fields(network: &Network) -> Vec<(&'static str, &'static str)> {
    let edges = &network.edges;
    let mut fields = Vec::new();
    if edges.iter().any(|edge| edge.label.is_some()) {
        fields.push(("label", "string"));
    }
    if edges.iter().any(|edge| edge.weight.is_some()) {
        fields.push(("weight", "double"));
    }
    if edges.iter().any(|edge| edge.color.is_some()) {
        fields.extend([("r", "int"), ("g", "int"), ("b", "int")]);
    }
    fields
}

fn write_node(out: &mut String, node: &Node, id: &str, parent: Option<&Node>, keys: &WrittenKeys) {
    let _infallible = write!(out, "    <node id=\"{id}\"");
    let start = out.len();
    out.push_str(">\n");
    keys.write_field(out, "label", node.label.as_deref());
    if let Some([x, y]) = node.position {
        // Its y points up.
        keys.write_field(out, "x", Some(&x.to_string()));
        keys.write_field(out, "y", Some(&(-y).to_string()));
    }
    keys.write_color(out, node.color);
    keys.write_field(out, "parent", parent.map(|parent| parent.id.as_str()));
    keys.write_values(out, &node.attributes);
    end_element(out, start, "node");
}

/// `ids` are those of the edge, of the node at its start and of the one at its end.
fn write_edge(
    out: &mut String,
    edge: &Edge,
    [id, source, target]: [&str; 3],
    is_directed_by_default: bool,
    keys: &WrittenKeys,
) {
    out.push_str("    <edge");
    if !id.is_empty() {
        let _infallible = write!(out, " id=\"{id}\"");
    }
    let _infallible = write!(out, " source=\"{source}\" target=\"{target}\"");
    let is_directed = edge.directed == Some(true);
    if is_directed != is_directed_by_default {
        let _infallible = write!(out, " directed=\"{is_directed}\"");
    }
    let start = out.len();
    out.push_str(">\n");
    keys.write_field(out, "label", edge.label.as_deref());
    let weight = edge.weight.map(|weight| weight.to_string());
    keys.write_field(out, "weight", weight.as_deref());
    keys.write_color(out, edge.color);
    keys.write_values(out, &edge.attributes);
    end_element(out, start, "edge");
}

/// Ends an element whose tag ends at `start`, in one tag where nothing stands inside it.
fn end_element(out: &mut String, start: usize, name: &str) {
    if out.len() == start + ">\n".len() {
        out.truncate(start);
        out.push_str("/>\n");
    } else {
        let _infallible = writeln!(out, "    </{name}>");
    }
}
