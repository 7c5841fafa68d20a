//! The lists of a graph in JSON, before what is in them is read.

use std::borrow::Cow;

use crate::formats::json::{Member, Node, Opener, Value};

/// Lists of nodes and edges, and what is said beside them.
#[derive(Default)]
pub struct Lists<'a> {
    /// What is said of the graph as a whole.
    pub heading: Vec<Member<'a>>,
    /// The nodes; `None` where edges alone name them.
    pub nodes: Option<Vec<Entry<'a>>>,
    /// The edges.
    pub edges: Vec<Entry<'a>>,
    /// Edges of any number of nodes.
    pub hyperedges: Vec<Node<'a>>,
    /// For each node, in their order, its neighbours.
    pub adjacency: Vec<Node<'a>>,
    /// For each node, by its name, its neighbours.
    pub neighbours: Vec<Member<'a>>,
    /// The names of the columns, where edges are rows of a table.
    pub columns: Option<Vec<String>>,
    /// Where other graphs of the file begin, which aren't read.
    pub others: Vec<u32>,
    /// Whether the lists are called as Kumu calls them.
    pub is_kumu: bool,
    /// Whether the graph is the value of `graph` or in the list `graphs`, as in JSON Graph Format.
    pub is_json_graph_format: bool,
}

/// One of a list, or of a record whose names are ids.
pub struct Entry<'a> {
    /// What is said of it outside it: of most nothing, and there may be 100,000 of them.
    pub outside: Option<Box<SaidOutside<'a>>>,
    /// The node or edge itself.
    pub node: Node<'a>,
}

/// What is said of a node or an edge where it is listed.
#[derive(Default)]
pub struct SaidOutside<'a> {
    /// Its id, where the list is a record.
    pub key: Option<Cow<'a, str>>,
    /// The name of the list that it is in, where that says its kind.
    pub kind: Option<String>,
}

impl Lists<'_> {
    /// Whether there are no other edges than those of the list.
    pub fn has_no_other_edges(&self) -> bool {
        self.hyperedges.is_empty() && self.adjacency.is_empty() && self.neighbours.is_empty()
    }
}

/// What a list or a record of nodes or edges holds.
pub fn entries(node: Node<'_>) -> Vec<Entry<'_>> {
    match node.value {
        Value::List(items) => items.into_iter().map(unnamed).collect(),
        Value::Object(members) => members
            .into_iter()
            .map(|Member { name, node, .. }| {
                let outside = SaidOutside { key: Some(name), kind: None };
                Entry { outside: Some(Box::new(outside)), node }
            })
            .collect(),
        _ => Vec::new(),
    }
}

/// One of a list.
pub fn unnamed(node: Node<'_>) -> Entry<'_> {
    Entry { outside: None, node }
}

/// Asks something of a value, which may be closed.
pub fn ask<'a>(node: &Node<'a>, question: impl FnOnce(&Value<'a>) -> bool) -> bool {
    match node.value {
        Value::Closed(text) => {
            let copy = Node { at: node.at, value: Value::Closed(text) };
            // What it repeats is noted when it is read.
            question(&Opener::default().open(copy).value)
        }
        _ => question(&node.value),
    }
}
