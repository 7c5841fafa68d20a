//! Writes networks of Pajek that igraph and networkx read, too.
//!
//! Neither of them reads relations in the heads of sections, times in brackets or escapes in texts. So
//! attributes are written in pairs, and characters that a text can't hold as `&#34;`.

use std::borrow::Cow;
use std::collections::HashSet;
use std::fmt::Write;

use crate::formats::network::{ColumnId, Columns, Edge, Network, Node};
use crate::model::{Attribute, Color};

/// The attributes of Pajek that are numbers; one of ours with such a name gets another.
const NUMBERS: [&str; 21] = [
    "x_fact", "y_fact", "phi", "r", "q", "bw", "fos", "lr", "lphi", "la", "size", "w", "s", "h1",
    "h2", "a1", "k1", "a2", "k2", "ap", "lp",
];
/// Those that are words.
const WORDS: [&str; 9] = ["ic", "bc", "lc", "font", "hooks", "c", "p", "l", "a"];
/// Those that are written from a field.
const FIELDS: [&str; 2] = ["id", "label"];

/// Writes a network.
pub fn write(network: &Network) -> Vec<u8> {
    let mut text = String::new();
    let title = network.attributes.iter().find(|(name, _)| name == "title");
    if let Some((_, Attribute::Text(title))) =
        title.filter(|(_, title)| *title != Attribute::Text(String::new()))
    {
        let _ = writeln!(text, "*Network {}", quoted(title));
    }
    let _ = writeln!(text, "*Vertices {}", network.nodes.len());
    let scale = Scale::of(&network.nodes);
    let mut labels = HashSet::new();
    for (number, node) in (1_usize..).zip(&network.nodes) {
        write_vertex(&mut text, number, node, &network.node_columns, &scale, &mut labels);
    }
    for (head, directed) in [("*Arcs", true), ("*Edges", false)] {
        let is_of_these = |edge: &&Edge| (edge.directed == Some(true)) == directed;
        let mut edges = network.edges.iter().filter(is_of_these).peekable();
        if edges.peek().is_some() {
            let _ = writeln!(text, "{head}");
        }
        for edge in edges {
            write_tie(&mut text, edge, &network.edge_columns);
        }
    }
    text.into_bytes()
}

fn write_vertex<'n>(
    text: &mut String,
    number: usize,
    node: &'n Node,
    columns: &Columns,
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
    if let Some([x, y]) = node.position.map(|position| scale.place(position)) {
        let _ = write!(text, " {x} {y}");
    }
    let shape = columns.find("shape").and_then(|shape| shape_of(&node.attributes, shape));
    let _ = write!(text, " {}", shape.unwrap_or("ellipse"));
    if let Some(color) = node.color {
        let _ = write!(text, " ic {}", rgb(color));
    }
    if node.id != number.to_string() {
        let _ = write!(text, " id {}", quoted(&node.id));
    }
    if !is_new {
        let _ = write!(text, " label {}", quoted(label));
    }
    for (column, value) in &node.attributes {
        let name = columns.name(*column);
        if name != "shape" || shape.is_none() {
            write_attribute(text, name, value);
        }
    }
    text.push('\n');
}

/// The shape, if it is a word that can be written as one.
fn shape_of(attributes: &[(ColumnId, Attribute)], column: ColumnId) -> Option<&str> {
    let (_, value) = attributes.iter().find(|(there, _)| *there == column)?;
    let Attribute::Text(shape) = value else { return None };
    let is_word = shape.bytes().all(|byte| byte.is_ascii_alphabetic());
    let is_known = NUMBERS.contains(&shape.as_str()) || WORDS.contains(&shape.as_str());
    Some(shape.as_str()).filter(|shape| is_word && !shape.is_empty() && !is_known)
}

fn write_tie(text: &mut String, edge: &Edge, columns: &Columns) {
    let _ = write!(text, "{} {}", edge.from + 1, edge.to + 1);
    let has_more = edge.label.is_some()
        || edge.color.is_some()
        || !edge.id.is_empty()
        || !edge.attributes.is_empty();
    if edge.weight.is_some() || has_more {
        let _ = write!(text, " {}", edge.weight.unwrap_or(1.0));
    }
    if let Some(color) = edge.color {
        let _ = write!(text, " c {}", rgb(color));
    }
    if let Some(label) = &edge.label {
        let _ = write!(text, " l {}", quoted(label));
    }
    if !edge.id.is_empty() {
        let _ = write!(text, " id {}", quoted(&edge.id));
    }
    for (column, value) in &edge.attributes {
        write_attribute(text, columns.name(*column), value);
    }
    text.push('\n');
}

fn rgb(color: Color) -> String {
    color.to_string().replace('#', "RGB")
}

/// A name and a value.
fn write_attribute(text: &mut String, name: &str, value: &Attribute) {
    let is_number = matches!(value, Attribute::Number(_));
    let is_taken = FIELDS.contains(&name)
        || (NUMBERS.contains(&name) && !is_number)
        || (WORDS.contains(&name) && is_number);
    let end = if is_taken { "_" } else { "" };
    let is_word = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'_' || byte == b'-';
    let is_plain = name.bytes().all(is_word) && name.starts_with(|c: char| c.is_ascii_alphabetic());
    if is_plain {
        let _ = write!(text, " {name}{end}");
    } else {
        let _ = write!(text, " {}", quoted(&format!("{name}{end}")));
    }
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
