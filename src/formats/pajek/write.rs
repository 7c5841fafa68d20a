//! Writes networks of Pajek that igraph and networkx read, too.
//!
//! Neither of them reads relations in the heads of sections, times in brackets or escapes in texts, and
//! igraph before 0.10.3 no attributes that Pajek doesn't know. So all else than labels, places, shapes,
//! colours and weights stands in notes before the vertices, and characters that a text can't
//! hold are written as `&#34;`.

use std::borrow::Cow;
use std::collections::HashSet;
use std::fmt::Write;

use super::fields::EXACT_PLACE;
use super::notes::Noted;
use crate::formats::network::{ColumnId, Columns, Edge, Network, Node};
use crate::model::{Attribute, Color};

/// The attributes of Pajek, which no shape can be called.
const KNOWN: [&str; 30] = [
    "x_fact", "y_fact", "phi", "r", "q", "bw", "fos", "lr", "lphi", "la", "size", "w", "s", "h1",
    "h2", "a1", "k1", "a2", "k2", "ap", "lp", "ic", "bc", "lc", "font", "hooks", "c", "p", "l",
    "a",
];
/// The names in notes that mean a field; an attribute that is called so gets another.
const FIELDS: [&str; 6] = ["id", "label", EXACT_PLACE, "ic", "c", "l"];

/// Writes a network.
pub fn write(network: &Network) -> Vec<u8> {
    let mut text = String::new();
    let title = network.attributes.iter().find(|(name, _)| name == "title");
    if let Some((_, Attribute::Text(title))) =
        title.filter(|(_, title)| *title != Attribute::Text("".into()))
    {
        let _ = writeln!(text, "*Network {}", quoted(title));
    }
    write_note(&mut text, Noted::Network, 1, &network_note(network));
    // What comes after the notes.
    let mut rest = format!("*Vertices {}\n", network.nodes.len());
    let scale = Scale::of(&network.nodes);
    let mut labels = HashSet::new();
    for (number, node) in (1_usize..).zip(&network.nodes) {
        let mut note = String::new();
        write_vertex(&mut rest, &mut note, number, node, network, &scale, &mut labels);
        write_note(&mut text, Noted::Vertex, number, &note);
    }
    let mut number = 0;
    for (head, directed) in [("*Arcs", true), ("*Edges", false)] {
        let is_of_these = |edge: &&Edge| (edge.directed == Some(true)) == directed;
        let mut edges = network.edges.iter().filter(is_of_these).peekable();
        if edges.peek().is_some() {
            let _ = writeln!(rest, "{head}");
        }
        for edge in edges {
            number += 1;
            let note = write_tie(&mut rest, edge, &network.edge_columns);
            write_note(&mut text, Noted::Line, number, &note);
        }
    }
    text.push_str(&rest);
    text.into_bytes()
}

/// What is said of the network as a whole besides its title.
fn network_note(network: &Network) -> String {
    let mut note = String::new();
    for (name, value) in network.attributes.iter().filter(|(name, _)| name != "title") {
        let _ = write!(note, " {}", quoted(name));
        write_value(&mut note, value);
    }
    note
}

fn write_note(text: &mut String, noted: Noted, number: usize, attributes: &str) {
    if !attributes.is_empty() {
        let _ = writeln!(text, "{}{attributes}", noted.beginning(number));
    }
}

fn write_vertex<'n>(
    text: &mut String,
    note: &mut String,
    number: usize,
    node: &'n Node,
    network: &'n Network,
    scale: &Scale,
    labels: &mut HashSet<Cow<'n, str>>,
) {
    let label = node.label.as_deref().unwrap_or(&node.id);
    // Others take vertices of the same label for one.
    let is_new = labels.insert(Cow::Borrowed(label));
    let mut shown = Cow::Borrowed(label);
    while !is_new && !labels.insert(shown.clone()) {
        shown = format!("{shown} ({})", node.id).into();
    }
    let _ = write!(text, "{number} {}", quoted(&shown));
    if let Some((exact, [x, y])) = node.position.map(|exact| (exact, scale.place(exact))) {
        let _ = write!(text, " {x} {y}");
        if exact != [x, y] {
            let _ = write!(note, " {EXACT_PLACE} \"{} {}\"", exact[0], exact[1]);
        }
    }
    let columns = &network.node_columns;
    let shape = columns.find("shape").and_then(|shape| shape_of(&node.attributes, shape));
    let _ = write!(text, " {}", shape.unwrap_or("ellipse"));
    if let Some(color) = node.color {
        let _ = write!(text, " ic {}", rgb(color));
    }
    text.push('\n');
    if node.id != number.to_string() {
        let _ = write!(note, " id {}", quoted(&node.id));
    }
    if !is_new {
        let _ = write!(note, " label {}", quoted(label));
    }
    for (column, value) in &node.attributes {
        let name = columns.name(*column);
        if name != "shape" || shape.is_none() {
            write_attribute(note, name, value);
        }
    }
}

/// The shape, if it is a word that can be written as one.
fn shape_of(attributes: &[(ColumnId, Attribute)], column: ColumnId) -> Option<&str> {
    let (_, value) = attributes.iter().find(|(there, _)| *there == column)?;
    let Attribute::Text(shape) = value else { return None };
    let is_word = shape.bytes().all(|byte| byte.is_ascii_alphabetic());
    let is_known = KNOWN.contains(&shape.as_str());
    Some(shape.as_str()).filter(|shape| is_word && !shape.is_empty() && !is_known)
}

/// Writes a line, and returns the attributes of its note.
fn write_tie(text: &mut String, edge: &Edge, columns: &Columns) -> String {
    let _ = write!(text, "{} {}", edge.from + 1, edge.to + 1);
    let has_more = edge.label.is_some() || edge.color.is_some();
    if edge.weight.is_some() || has_more {
        let _ = write!(text, " {}", edge.weight.unwrap_or(1.0));
    }
    if let Some(color) = edge.color {
        let _ = write!(text, " c {}", rgb(color));
    }
    if let Some(label) = &edge.label {
        let _ = write!(text, " l {}", quoted(label));
    }
    text.push('\n');
    let mut note = String::new();
    if !edge.id.is_empty() {
        let _ = write!(note, " id {}", quoted(&edge.id));
    }
    for (column, value) in &edge.attributes {
        write_attribute(&mut note, columns.name(*column), value);
    }
    note
}

fn rgb(color: Color) -> String {
    color.to_string().replace('#', "RGB")
}

/// A name and a value.
fn write_attribute(text: &mut String, name: &str, value: &Attribute) {
    let end = if FIELDS.contains(&name) { "_" } else { "" };
    let is_word = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'_' || byte == b'-';
    let is_plain = name.bytes().all(is_word) && name.starts_with(|c: char| c.is_ascii_alphabetic());
    if is_plain {
        let _ = write!(text, " {name}{end}");
    } else {
        let _ = write!(text, " {}", quoted(&format!("{name}{end}")));
    }
    write_value(text, value);
}

fn write_value(text: &mut String, value: &Attribute) {
    let _ = match value {
        Attribute::Text(value) => write!(text, " {}", quoted(value)),
        Attribute::Number(value) => write!(text, " {value}"),
        Attribute::Flag(value) => write!(text, " {value}"),
    };
}

/// A text in quotes. What can't stand there is written by its number, as Pajek does.
fn quoted(text: &str) -> String {
    let mut quoted = String::with_capacity(text.len() + 2);
    quoted.push('"');
    let mut letters = text.chars().peekable();
    while let Some(letter) = letters.next() {
        let begins_number = letter == '&' && letters.peek() == Some(&'#');
        if begins_number || matches!(letter, '"' | '\\' | '\n' | '\r') {
            let _ = write!(quoted, "&#{};", letter as u32);
        } else {
            quoted.push(letter);
        }
    }
    quoted.push('"');
    quoted
}

/// How positions fit between 0 and 1, where Pajek has them.
struct Scale {
    from: [f64; 2],
    factor: f64,
}

impl Scale {
    fn of(nodes: &[Node]) -> Self {
        let places = || nodes.iter().filter_map(|node| node.position);
        let fits = places().all(|place| place.iter().all(|part| (0.0..=1.0).contains(part)));
        if fits {
            return Self { from: [0.0; 2], factor: 1.0 };
        }
        let least = |axis: usize| places().map(|place| place[axis]).fold(f64::INFINITY, f64::min);
        let most =
            |axis: usize| places().map(|place| place[axis]).fold(f64::NEG_INFINITY, f64::max);
        let span = (most(0) - least(0)).max(most(1) - least(1)).max(f64::MIN_POSITIVE);
        // A margin, for vertices have a size.
        let factor = 0.9 / span;
        Self { from: [least(0) - 0.05 / factor, least(1) - 0.05 / factor], factor }
    }

    /// A position between 0 and 1, with four digits where it isn't there already.
    fn place(&self, position: [f64; 2]) -> [f64; 2] {
        let mut place = position;
        for (part, from) in place.iter_mut().zip(self.from) {
            if self.factor != 1.0 {
                *part = ((*part - from) * self.factor * 1e4).round() / 1e4;
            }
        }
        place.map(|part| part.clamp(0.0, 1.0))
    }
}
