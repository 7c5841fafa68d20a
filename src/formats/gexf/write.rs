//! Writes GEXF 1.3.

use std::fmt::{Arguments, Write as _};

use super::element_name::element_name;
use super::written_columns::WrittenColumns;
use crate::formats::network::{Edge, Network, Node};
use crate::formats::xml::{in_attribute, in_text, text_of, written_ids};
use crate::model::Color;

const HEAD: &str = r#"<?xml version="1.0" encoding="UTF-8"?>
<gexf xmlns="http://gexf.net/1.3" xmlns:viz="http://gexf.net/1.3/viz" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="http://gexf.net/1.3 http://gexf.net/1.3/gexf.xsd" version="1.3">
"#;

/// Writes a network. A node column `size` and an edge column `thickness` of numbers become what Gephi draws, an
/// edge column `kind` of texts becomes the kind by which Gephi tells parallel edges apart; all others become
/// attributes.
pub fn write(network: &Network) -> Vec<u8> {
    let mut out = HEAD.to_owned();
    write_meta(&mut out, network);
    let default = default_direction(&network.edges);
    match default.map(direction_name) {
        Some(name) => line(&mut out, format_args!("  <graph defaultedgetype=\"{name}\">")),
        None => out.push_str("  <graph>\n"),
    }
    let (nodes, edges) = (WrittenColumns::of_nodes(network), WrittenColumns::of_edges(network));
    nodes.declare(&mut out, "node");
    edges.declare(&mut out, "edge");
    let ids = written_ids(network.nodes.iter().map(|node| node.id.as_str()));
    out.push_str("    <nodes>\n");
    for (node, id) in network.nodes.iter().zip(&ids) {
        write_node(&mut out, node, id, &ids, &nodes);
    }
    out.push_str("    </nodes>\n    <edges>\n");
    let edge_ids = written_ids(network.edges.iter().map(|edge| edge.id.as_str()));
    for (edge, id) in network.edges.iter().zip(&edge_ids) {
        let (Some(source), Some(target)) = (ids.get(edge.from as usize), ids.get(edge.to as usize))
        else {
            continue;
        };
        write_edge(&mut out, edge, [id, source, target], default, &edges);
    }
    out.push_str("    </edges>\n  </graph>\n</gexf>\n");
    out.into_bytes()
}

fn line(out: &mut String, text: Arguments<'_>) {
    let _infallible = out.write_fmt(text);
    out.push('\n');
}

/// The attributes of the network, each as an element.
fn write_meta(out: &mut String, network: &Network) {
    let is_date = |name: &str| name == "lastmodifieddate";
    let date = network.attributes.iter().find(|(name, _)| is_date(name));
    match date.map(|(_, date)| text_of(date)) {
        Some(date) => {
            let date = in_attribute(&date);
            line(out, format_args!("  <meta lastmodifieddate=\"{date}\">"));
        }
        None => out.push_str("  <meta>\n"),
    }
    for (name, value) in network.attributes.iter().filter(|(name, _)| !is_date(name)) {
        let (name, text) = (element_name(name), text_of(value));
        line(out, format_args!("    <{name}>{}</{name}>", in_text(&text)));
    }
    out.push_str("  </meta>\n");
}

/// The direction that all edges have; `None` where they differ or there are none.
fn default_direction(edges: &[Edge]) -> Option<bool> {
    let first = edges.first()?.directed?;
    edges.iter().all(|edge| edge.directed == Some(first)).then_some(first)
}

const fn direction_name(is_directed: bool) -> &'static str {
    if is_directed { "directed" } else { "undirected" }
}

fn write_node(
    out: &mut String,
    node: &Node,
    id: &str,
    ids: &[String],
    columns: &WrittenColumns<'_>,
) {
    let _infallible = write!(out, "      <node id=\"{id}\"");
    write_attribute(out, "label", node.label.as_deref());
    let parent = node.parent.and_then(|parent| ids.get(parent as usize));
    if let Some(parent) = parent {
        let _infallible = write!(out, " pid=\"{parent}\"");
    }
    let start = out.len();
    out.push_str(">\n");
    columns.write_values(out, &node.attributes);
    write_color(out, node.color);
    if let Some([x, y]) = node.position {
        // Its y points up.
        line(out, format_args!("        <viz:position x=\"{x}\" y=\"{}\" z=\"0\"/>", -y));
    }
    columns.write_drawn(out, "size", &node.attributes);
    end_element(out, start, "node");
}

/// `ids` are those of the edge, of the node at its start and of the one at its end.
fn write_edge(
    out: &mut String,
    edge: &Edge,
    [id, source, target]: [&str; 3],
    default: Option<bool>,
    columns: &WrittenColumns<'_>,
) {
    out.push_str("      <edge");
    if !id.is_empty() {
        let _infallible = write!(out, " id=\"{id}\"");
    }
    let _infallible = write!(out, " source=\"{source}\" target=\"{target}\"");
    if let Some(is_directed) = edge.directed.filter(|_| edge.directed != default) {
        let _infallible = write!(out, " type=\"{}\"", direction_name(is_directed));
    }
    write_attribute(out, "label", edge.label.as_deref());
    if let Some(weight) = edge.weight {
        let _infallible = write!(out, " weight=\"{weight}\"");
    }
    columns.write_kind(out, &edge.attributes);
    let start = out.len();
    out.push_str(">\n");
    columns.write_values(out, &edge.attributes);
    write_color(out, edge.color);
    columns.write_drawn(out, "thickness", &edge.attributes);
    end_element(out, start, "edge");
}

fn write_attribute(out: &mut String, name: &str, value: Option<&str>) {
    if let Some(value) = value {
        let _infallible = write!(out, " {name}=\"{}\"", in_attribute(value));
    }
}

fn write_color(out: &mut String, color: Option<Color>) {
    if let Some(Color { r, g, b }) = color {
        line(out, format_args!("        <viz:color r=\"{r}\" g=\"{g}\" b=\"{b}\"/>"));
    }
}

/// Ends an element whose tag ends at `start`, in one tag where nothing stands inside it.
fn end_element(out: &mut String, start: usize, name: &str) {
    if out.len() == start + ">\n".len() {
        out.truncate(start);
        out.push_str("/>\n");
    } else {
        line(out, format_args!("      </{name}>"));
    }
}
