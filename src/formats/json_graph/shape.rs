//! Finds the graph in JSON: where its nodes and edges lie.

use std::borrow::Cow;
use std::collections::HashSet;

use super::field_names::{
    ADJACENCY, CHILDREN, EDGE_LISTS, ELEMENTS, ENDS, HYPEREDGES, NODE_IDS, NODE_LISTS, NODE_NAMES,
    is_one_of,
};
use crate::formats::json::{Member, Node, Opener, Value};

/// How many records deep a graph is looked for.
const DEPTH: usize = 4;

/// What a file holds.
pub enum Shape<'a> {
    /// Lists of nodes and edges.
    Lists(Lists<'a>),
    /// A tree of records with `children`.
    Tree(Node<'a>),
    /// For each node, by its name, its neighbours.
    Neighbours(Vec<Member<'a>>),
}

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
    /// Where other graphs of the file begin, which aren't read.
    pub others: Vec<u32>,
    /// Whether the graph is the value of `graph` or in the list `graphs`, as in JSON Graph Format.
    pub is_json_graph_format: bool,
}

/// One of a list, or of a record whose names are ids.
pub struct Entry<'a> {
    /// Its id, where the list is a record.
    pub key: Option<Cow<'a, str>>,
    /// The node or edge itself.
    pub node: Node<'a>,
}

/// The graph in a file; `None` where there is none.
pub fn find(root: Node<'_>) -> Option<Shape<'_>> {
    let at = root.at;
    match root.value {
        Value::List(items) => in_list(items),
        Value::Object(members) if leads_to_lists(&members, DEPTH) => {
            Some(Shape::Lists(in_object(members)))
        }
        Value::Object(members) if has_list(&members, |name| name == CHILDREN) => {
            Some(Shape::Tree(Node { at, value: Value::Object(members) }))
        }
        Value::Object(members) if are_neighbours(&members) => Some(Shape::Neighbours(members)),
        _ => None,
    }
}

fn is_node_list(member: &Member<'_>) -> bool {
    is_one_of(&NODE_LISTS, &member.name) && is_collection(&member.node.value)
}

fn is_edge_list(member: &Member<'_>) -> bool {
    is_one_of(&EDGE_LISTS, &member.name) && is_collection(&member.node.value)
}

fn is_collection(value: &Value<'_>) -> bool {
    matches!(value, Value::List(_) | Value::Object(_))
}

fn has_list(members: &[Member<'_>], is_meant: impl Fn(&str) -> bool) -> bool {
    members
        .iter()
        .any(|member| is_meant(&member.name) && matches!(member.node.value, Value::List(_)))
}

/// Whether the lists stand in these fields themselves.
fn has_lists(members: &[Member<'_>]) -> bool {
    members.iter().any(|member| is_node_list(member) || is_edge_list(member))
        || has_list(members, |name| name == ELEMENTS || name == ADJACENCY || name == HYPEREDGES)
}

fn leads_to_lists(members: &[Member<'_>], depth: usize) -> bool {
    depth > 0 && (has_lists(members) || members.iter().any(|member| leads_on(&member.node, depth)))
}

fn leads_on(node: &Node<'_>, depth: usize) -> bool {
    match &node.value {
        Value::Object(inner) => leads_to_lists(inner, depth - 1),
        Value::List(items) => match items.first().map(|item| &item.value) {
            Some(Value::Object(inner)) => has_lists(inner),
            _ => false,
        },
        _ => false,
    }
}

/// The lists to which [`leads_to_lists`] says that these fields lead.
fn in_object(mut members: Vec<Member<'_>>) -> Lists<'_> {
    if has_lists(&members) {
        return split(members);
    }
    let inner = members.iter().position(|member| leads_on(&member.node, DEPTH));
    let Some(member) = inner.map(|index| members.remove(index)) else { return Lists::default() };
    let is_graph = is_one_of(&["graph", "graphs"], &member.name);
    let (found, others) = match member.node.value {
        Value::Object(inner) => (inner, Vec::new()),
        Value::List(items) => {
            let mut items = items.into_iter();
            let first = match items.next().map(|item| item.value) {
                Some(Value::Object(inner)) => inner,
                _ => Vec::new(),
            };
            (first, items.map(|item| item.at).collect())
        }
        _ => (Vec::new(), Vec::new()),
    };
    let mut lists = in_object(found);
    lists.is_json_graph_format |= is_graph;
    lists.others.extend(others);
    lists.heading.extend(members);
    lists
}

/// Takes the lists out of the fields in which they stand.
fn split(members: Vec<Member<'_>>) -> Lists<'_> {
    let mut lists = Lists::default();
    let mut elements = None;
    let mut has_edges = false;
    for member in members {
        if is_node_list(&member) && lists.nodes.is_none() {
            lists.nodes = Some(entries(member.node));
        } else if is_edge_list(&member) && !has_edges {
            has_edges = true;
            lists.edges = entries(member.node);
        } else {
            match (member.name.as_ref(), member.node.value) {
                (HYPEREDGES, Value::List(items)) => lists.hyperedges = items,
                (ADJACENCY, Value::List(items)) => lists.adjacency = items,
                (ELEMENTS, Value::List(items)) if elements.is_none() => elements = Some(items),
                (_, value) => {
                    let node = Node { at: member.node.at, value };
                    lists.heading.push(Member { node, ..member });
                }
            }
        }
    }
    match elements {
        // Kumu calls its nodes elements.
        Some(items) if has_edges => lists.nodes = Some(items.into_iter().map(unnamed).collect()),
        Some(items) => {
            let (edges, nodes) = items.into_iter().map(unnamed).partition(is_edge);
            (lists.edges, lists.nodes) = (edges, Some(nodes));
        }
        None => {}
    }
    lists
}

fn entries(node: Node<'_>) -> Vec<Entry<'_>> {
    match node.value {
        Value::List(items) => items.into_iter().map(unnamed).collect(),
        Value::Object(members) => members
            .into_iter()
            .map(|member| Entry { key: Some(member.name), node: member.node })
            .collect(),
        _ => Vec::new(),
    }
}

fn unnamed(node: Node<'_>) -> Entry<'_> {
    Entry { key: None, node }
}

/// Asks something of a value, which may be closed.
fn ask<'a>(node: &Node<'a>, question: impl FnOnce(&Value<'a>) -> bool) -> bool {
    match node.value {
        Value::Closed(text) => {
            let copy = Node { at: node.at, value: Value::Closed(text) };
            // What it repeats is noted when it is read.
            question(&Opener::default().open(copy).value)
        }
        _ => question(&node.value),
    }
}

/// Whether an element is an edge: it has two ends, itself or in its `data`.
fn is_edge(entry: &Entry<'_>) -> bool {
    ask(&entry.node, has_ends_within)
}

fn has_ends_within(value: &Value<'_>) -> bool {
    let Value::Object(members) = value else { return false };
    let data = members.iter().find_map(|member| match &member.node.value {
        Value::Object(inner) if member.name == "data" => Some(inner),
        _ => None,
    });
    has_ends(data.unwrap_or(members))
}

/// Whether a record says which node it is, or what it is called.
fn has_id(value: &Value<'_>) -> bool {
    matches!(value, Value::Object(members) if members.iter().any(|member| {
        is_one_of(&NODE_IDS, &member.name) || is_one_of(&NODE_NAMES, &member.name)
    }))
}

fn has_ends(members: &[Member<'_>]) -> bool {
    let has = |name: &str| {
        members.iter().any(|member| {
            member.name.eq_ignore_ascii_case(name) && member.node.value != Value::Null
        })
    };
    ENDS.iter().any(|(from, to)| has(from) && has(to))
}

/// A list without a name: elements, edges, or pairs of ends.
fn in_list(items: Vec<Node<'_>>) -> Option<Shape<'_>> {
    if let Some(Value::Object(members)) = items.first().map(|item| &item.value)
        && leads_to_lists(members, 2)
    {
        let others = items.iter().skip(1).map(|item| item.at).collect();
        let Value::Object(members) = items.into_iter().next()?.value else { return None };
        return Some(Shape::Lists(Lists { others, ..in_object(members) }));
    }
    let is_element = |value: &Value<'_>| {
        matches!(value, Value::Object(members)
            if members.iter().any(|member| member.name == "data"))
    };
    let has_elements = items.iter().any(|item| ask(item, is_element));
    let is_pair =
        |item: &Node<'_>| ask(item, |value| matches!(value, Value::List(pair) if pair.len() >= 2));
    let is_tie = |entry: &Entry<'_>| is_edge(entry) || is_pair(&entry.node);
    let entries: Vec<Entry<'_>> = items.into_iter().map(unnamed).collect();
    let has_nodes = entries.iter().any(|entry| !is_tie(entry) && ask(&entry.node, has_id));
    if !has_elements && !has_nodes && entries.iter().any(is_tie) {
        // What is no edge among edges is a faulty one.
        return Some(Shape::Lists(Lists { edges: entries, ..Lists::default() }));
    }
    let (edges, nodes): (Vec<_>, Vec<_>) = entries.into_iter().partition(is_tie);
    if edges.is_empty() && !has_elements {
        return None;
    }
    let nodes = (has_elements || !nodes.is_empty()).then_some(nodes);
    Some(Shape::Lists(Lists { nodes, edges, ..Lists::default() }))
}

/// Whether each field is a list of neighbours, or a record of them in which another field is named.
fn are_neighbours(members: &[Member<'_>]) -> bool {
    let is_plain = |node: &Node<'_>| matches!(node.value, Value::Text(_) | Value::Number(_));
    let names: HashSet<&str> = members.iter().map(|member| member.name.as_ref()).collect();
    let mut names_another = false;
    let mut has_lists = false;
    let are_all = members.iter().all(|member| match &member.node.value {
        Value::List(items) => {
            has_lists = true;
            items.iter().all(is_plain)
        }
        Value::Object(inner) => inner.iter().all(|inner| {
            names_another |= names.contains(inner.name.as_ref());
            matches!(inner.node.value, Value::Object(_) | Value::Number(_))
        }),
        _ => false,
    });
    are_all && (has_lists || names_another)
}
