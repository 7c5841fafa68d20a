//! Writes DOT that Graphviz draws and that reads back as the same network.

use std::borrow::Cow;
use std::fmt::Write;

use crate::formats::network::{ColumnId, Columns, Edge, Network, Node};
use crate::model::{Attribute, Color};

/// The attributes that are written from a field of their own.
const NODE_FIELDS: [&str; 2] = ["label", "pos"];
const EDGE_FIELDS: [&str; 5] = ["label", "dir", "id", "key", "pos"];

/// Writes a network. It is a `digraph` where an edge is directed; the others in it have no arrows.
pub fn write(network: &Network) -> Vec<u8> {
    let is_directed = network.edges.iter().any(|edge| edge.directed == Some(true));
    let mut text = String::new();
    text.push_str(if is_directed { "digraph " } else { "graph " });
    let text_of = |name: &str| {
        let found = network.attributes.iter().find(|(there, _)| there == name);
        found.and_then(|(_, value)| as_text(value)).filter(|text| !text.is_empty())
    };
    let title = text_of("title");
    let name = text_of("name").or(title.filter(|title| is_literal(title)));
    push_quoted(&mut text, name.unwrap_or_default());
    text.push_str(" {\n");
    write_graph_attributes(&mut text, network, title.filter(|title| Some(*title) != name));
    write_nodes(&mut text, network);
    write_clusters(&mut text, network);
    for edge in &network.edges {
        write_edge(&mut text, network, edge, is_directed);
    }
    text.push_str("}\n");
    text.into_bytes()
}

fn as_text(value: &Attribute) -> Option<&str> {
    match value {
        Attribute::Text(text) => Some(text),
        _ => None,
    }
}

fn write_graph_attributes(text: &mut String, network: &Network, title: Option<&str>) {
    let mut list = List::default();
    if let Some(title) = title {
        list.label(title);
    }
    if network.nodes.iter().any(|node| node.position.is_some()) {
        // Positions are points, which neato would take for inches.
        list.plain("inputscale", "72");
    }
    for (name, value) in &network.attributes {
        if !["title", "name", "label", "inputscale"].contains(&name.as_str()) {
            list.attribute(name, value);
        }
    }
    if !list.text.is_empty() {
        let _ = writeln!(text, "  graph{};", list.closed());
    }
}

fn write_nodes(text: &mut String, network: &Network) {
    for node in &network.nodes {
        text.push_str("  ");
        push_quoted(text, &node.id);
        text.push_str(&node_attributes(node, &network.node_columns).closed());
        text.push_str(";\n");
    }
}

/// Groups as clusters, which name the nodes in them. They are walked through by a list, for they may be
/// nested to any depth.
fn write_clusters(text: &mut String, network: &Network) {
    let mut inside: Vec<Vec<usize>> = vec![Vec::new(); network.nodes.len()];
    let mut open = Vec::new();
    for (index, node) in network.nodes.iter().enumerate() {
        let parent = node.parent.and_then(|parent| inside.get_mut(parent as usize));
        match parent {
            Some(inside) => inside.push(index),
            None if node.is_group => open.push((index, false)),
            None => {}
        }
    }
    open.reverse();
    while let Some((index, is_closing)) = open.pop() {
        let Some(node) = network.nodes.get(index) else { continue };
        let members = inside.get(index).map_or(&[][..], Vec::as_slice);
        if is_closing {
            text.push_str("  }\n");
        } else if node.is_group || !members.is_empty() {
            text.push_str("  subgraph ");
            push_quoted(text, &node.id);
            text.push_str(" {\n    cluster=true;\n");
            open.push((index, true));
            open.extend(members.iter().rev().map(|index| (*index, false)));
        } else {
            text.push_str("    ");
            push_quoted(text, &node.id);
            text.push_str(";\n");
        }
    }
}

fn node_attributes(node: &Node, columns: &Columns) -> List {
    let mut list = List::default();
    if let Some(label) = &node.label {
        list.label(label);
    } else if node.id.contains('\\') {
        list.label(&node.id);
    }
    let is_pinned = columns
        .find("pin")
        .is_some_and(|pin| node.attributes.contains(&(pin, Attribute::Flag(true))));
    if let Some([x, y]) = node.position {
        let pin = if is_pinned { "!" } else { "" };
        list.plain("pos", &format!("\"{x},{}{pin}\"", 0.0 - y));
    }
    let style = columns.find("style").and_then(|style| value_of(&node.attributes, style));
    if let Some(color) = node.color {
        list.color("fillcolor", color);
        let style = style.and_then(as_text);
        match style {
            Some(style) => {
                list.attribute("style", &Attribute::Text(format!("filled,{style}").into()));
            }
            None => list.plain("style", "filled"),
        }
    }
    for (column, value) in &node.attributes {
        let name = columns.name(*column);
        let is_written = (name == "pin" && is_pinned && node.position.is_some())
            || (node.color.is_some() && ["style", "fillcolor"].contains(&name));
        if !is_written {
            list.attribute(&free_name(name, &NODE_FIELDS), value);
        }
    }
    list
}

fn value_of(attributes: &[(ColumnId, Attribute)], column: ColumnId) -> Option<&Attribute> {
    attributes.iter().find(|(there, _)| *there == column).map(|(_, value)| value)
}

fn write_edge(text: &mut String, network: &Network, edge: &Edge, is_directed: bool) {
    let (Some(from), Some(to)) =
        (network.nodes.get(edge.from as usize), network.nodes.get(edge.to as usize))
    else {
        return;
    };
    let columns = &network.edge_columns;
    text.push_str("  ");
    for (node, port) in [(from, "tailport"), (to, "headport")] {
        if port == "headport" {
            text.push_str(if is_directed { " -> " } else { " -- " });
        }
        push_quoted(text, &node.id);
    }
    let mut list = List::default();
    if is_directed && edge.directed != Some(true) {
        list.plain("dir", "none");
    }
    if let Some(label) = &edge.label {
        list.label(label);
    }
    if !edge.id.is_empty() {
        list.attribute("id", &Attribute::Text(edge.id.as_str().into()));
    }
    if let Some(weight) = edge.weight {
        list.plain("weight", &numeral(weight));
    }
    if let Some(color) = edge.color {
        list.color("color", color);
    }
    for (column, value) in &edge.attributes {
        let name = columns.name(*column);
        let is_taken = (name == "color" && edge.color.is_some())
            || (name == "weight" && edge.weight.is_some());
        if is_taken {
            list.attribute(&format!("{name}_"), value);
        } else {
            list.attribute(&free_name(name, &EDGE_FIELDS), value);
        }
    }
    text.push_str(&list.closed());
    text.push_str(";\n");
}

/// A name that isn't one of the fields', which has a line after it where it would be.
fn free_name<'n>(name: &'n str, fields: &[&str]) -> Cow<'n, str> {
    if fields.contains(&name) { format!("{name}_").into() } else { name.into() }
}

/// A list of attributes in brackets.
#[derive(Default)]
struct List {
    text: String,
}

impl List {
    fn name(&mut self, name: &str) {
        self.text.push_str(if self.text.is_empty() { " [" } else { ", " });
        if is_plain(name) {
            self.text.push_str(name);
        } else {
            push_quoted(&mut self.text, name);
        }
        self.text.push('=');
    }

    fn plain(&mut self, name: &str, value: &str) {
        self.name(name);
        self.text.push_str(value);
    }

    fn color(&mut self, name: &str, color: Color) {
        self.plain(name, &format!("\"{color}\""));
    }

    /// A text in which backslashes escape, and `&` begins an entity.
    fn label(&mut self, label: &str) {
        let escaped = label.replace('\\', "\\\\").replace('\n', "\\n").replace('&', "&amp;");
        // A line's end that is the last would be taken for the mark of its alignment.
        let end = if label.ends_with('\n') { "\\n" } else { "" };
        self.name("label");
        push_raw(&mut self.text, &format!("{escaped}{end}"));
    }

    /// An attribute, unless it is empty, which is the same as none.
    fn attribute(&mut self, name: &str, value: &Attribute) {
        match value {
            Attribute::Text(text) if text.is_empty() => {}
            Attribute::Text(text) => {
                self.name(name);
                push_quoted(&mut self.text, text);
            }
            Attribute::Number(number) => self.plain(name, &numeral(*number)),
            Attribute::Flag(flag) => self.plain(name, if *flag { "true" } else { "false" }),
        }
    }

    fn closed(mut self) -> String {
        if !self.text.is_empty() {
            self.text.push(']');
        }
        self.text
    }
}

fn numeral(number: f64) -> String {
    number.to_string()
}

fn is_plain(name: &str) -> bool {
    let is_word = name.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_');
    is_word
        && name.starts_with(|first: char| !first.is_ascii_digit())
        && super::token::Keyword::of(name).is_none()
}

/// Whether a text needs no escape.
fn is_literal(text: &str) -> bool {
    !text.contains(['\\', '\n'])
}

/// A text in quotes, of which each backslash is doubled.
fn push_quoted(text: &mut String, value: &str) {
    push_raw(text, &value.replace('\\', "\\\\"));
}

/// A text in quotes whose backslashes are escapes already.
fn push_raw(text: &mut String, value: &str) {
    text.push('"');
    text.push_str(&value.replace('"', "\\\""));
    text.push('"');
}
