//! Finds the graph in JSON: where its nodes and edges lie.

use std::collections::HashSet;

use super::edge_ends::ends_in_text;
use super::field_names::{
    ADJACENCY, CHILDREN, EDGE_LISTS, ELEMENTS, END_STEMS, ENDS, HYPEREDGES, NODE_IDS, NODE_LISTS,
    NODE_NAMES, OTHER_ENDS, is_one_of, known_as_nation,
};
use super::lists::{Entry, Lists, ask, entries, unnamed};
use super::{neo4j, tabular, unnamed_lists};
use crate::formats::json::{Member, Node, Value};

/// How many records deep a graph is looked for.
const DEPTH: usize = 4;

/// What a file holds.
pub enum Shape<'a> {
    /// Lists of nodes and edges.
    Lists(Lists<'a>),
    /// A tree of records with `children`.
    Tree(Node<'a>),
}

/// The graph in a file; `None` where there is none.
pub fn find(root: Node<'_>) -> Option<Shape<'_>> {
    let root = match neo4j::find(root) {
        Ok(lists) => return Some(Shape::Lists(lists)),
        Err(root) => root,
    };
    let at = root.at;
    match root.value {
        Value::List(items) => in_list(items),
        Value::Object(members) if leads_to_lists(&members, DEPTH) => {
            Some(Shape::Lists(in_object(members)))
        }
        Value::Object(members) if has_list(&members, |name| name == CHILDREN) => {
            Some(Shape::Tree(Node { at, value: Value::Object(members) }))
        }
        Value::Object(members) => by_content(members).map(Shape::Lists),
        _ => None,
    }
}

/// The graph in a record without lists that are known by their names.
fn by_content(members: Vec<Member<'_>>) -> Option<Lists<'_>> {
    let members = match tabular::in_record(members) {
        Ok(lists) => return Some(lists),
        Err(members) => members,
    };
    if unnamed_lists::are_edges(members.iter().map(|member| &member.node)) {
        let root = Node { at: 0, value: Value::Object(members) };
        return Some(Lists { edges: entries(root), ..Lists::default() });
    }
    let mut members = match unnamed_lists::find(members, DEPTH) {
        Ok(lists) => return Some(lists),
        Err(members) => members,
    };
    if are_neighbours(&members) {
        return Some(Lists { neighbours: members, ..Lists::default() });
    }
    let wrapped = members.iter().position(|member| match &member.node.value {
        Value::Object(inner) => are_neighbours(inner),
        _ => false,
    })?;
    let Value::Object(neighbours) = members.remove(wrapped).node.value else { return None };
    Some(Lists { heading: members, neighbours, ..Lists::default() })
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
            match member.node {
                Node { value: Value::Object(inner), .. }
                    if are_neighbours(&inner) && lists_keys(&inner) =>
                {
                    lists.neighbours = inner;
                }
                node => lists.edges = entries(node),
            }
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
        Some(items) if has_edges => {
            lists.nodes = Some(items.into_iter().map(unnamed).collect());
            lists.is_kumu = true;
        }
        Some(items) => {
            let (edges, nodes) = items.into_iter().map(unnamed).partition(is_edge);
            (lists.edges, lists.nodes) = (edges, Some(nodes));
        }
        None => {}
    }
    unnamed_lists::complete(&mut lists);
    lists
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
    let items = match tabular::below_header(items) {
        Ok(lists) => return Some(Shape::Lists(lists)),
        Err(items) => items,
    };
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
        return without_usual_edges(nodes).map(Shape::Lists);
    }
    let nodes = (has_elements || !nodes.is_empty()).then_some(nodes);
    Some(Shape::Lists(Lists { nodes, edges, ..Lists::default() }))
}

/// Items of which none is an edge by the usual names.
fn without_usual_edges(items: Vec<Entry<'_>>) -> Option<Lists<'_>> {
    if unnamed_lists::are_edges(items.iter().map(|item| &item.node)) {
        return Some(Lists { edges: items, ..Lists::default() });
    }
    let is_line = |item: &Entry<'_>| {
        ask(&item.node, |value| match value {
            Value::Text(text) => ends_in_text(text, known_as_nation).is_some(),
            _ => false,
        })
    };
    if items.iter().any(is_line) {
        return Some(Lists { edges: items, ..Lists::default() });
    }
    let are_nodes = items.iter().any(|item| ask(&item.node, has_id));
    are_nodes.then(|| Lists { nodes: Some(items), ..Lists::default() })
}

/// Whether each field is a list of neighbours, or a record of them. Such a record could be any, so another field
/// must be named in one, or all be nations.
fn are_neighbours(members: &[Member<'_>]) -> bool {
    let is_neighbour = |node: &Node<'_>| {
        ask(node, |value| match value {
            Value::Text(_) | Value::Number(_) => true,
            Value::Object(fields) => {
                let far_ends = ENDS.iter().chain(&OTHER_ENDS).map(|(_, to)| *to);
                fields
                    .iter()
                    .any(|field| far_ends.clone().any(|to| field.name.eq_ignore_ascii_case(to)))
            }
            _ => false,
        })
    };
    let names: HashSet<&str> = members.iter().map(|member| member.name.as_ref()).collect();
    let mut named = Vec::new();
    let mut has_lists = false;
    let are_all = members.iter().all(|member| match &member.node.value {
        Value::List(items) => {
            has_lists = true;
            items.iter().all(is_neighbour)
        }
        Value::Object(inner) => inner.iter().all(|inner| {
            named.push(inner.name.as_ref());
            !matches!(inner.node.value, Value::Null | Value::List(_) | Value::Closed(_))
        }),
        Value::Text(text) => {
            named.push(text.as_ref());
            true
        }
        Value::Null => true,
        _ => false,
    });
    let names_another = || named.iter().any(|name| names.contains(name));
    let are_nations = || {
        !named.is_empty()
            && members
                .iter()
                .map(|member| member.name.as_ref())
                .chain(named.iter().copied())
                .all(known_as_nation)
    };
    let has_text = members.iter().any(|member| matches!(member.node.value, Value::Text(_)));
    are_all && (!has_text && (has_lists || names_another()) || are_nations())
}

/// Whether a field lists another one by its name, or a nation does so with nations: edges have ids otherwise.
fn lists_keys(members: &[Member<'_>]) -> bool {
    let names: HashSet<&str> = members.iter().map(|member| member.name.as_ref()).collect();
    let mut items = members.iter().flat_map(|member| match &member.node.value {
        Value::List(items) => items.as_slice(),
        _ => &[],
    });
    let is_name = |item: &Node<'_>| match &item.value {
        Value::Text(text) => names.contains(text.as_ref()),
        Value::Number(number) => names.contains(number),
        _ => false,
    };
    let has_lists = members.iter().any(|member| matches!(member.node.value, Value::List(_)));
    !has_lists || items.any(is_name) || members.iter().all(|member| known_as_nation(&member.name))
}

/// The field in which a record in a list of neighbours says which node it is.
pub fn neighbour_field(fields: &[Member<'_>]) -> Option<usize> {
    let words = ENDS.iter().chain(&OTHER_ENDS).map(|(_, to)| *to);
    let mut words = words.chain(NODE_IDS).chain(NODE_NAMES).chain(END_STEMS);
    words.find_map(|word| {
        fields.iter().position(|field| {
            field.name.eq_ignore_ascii_case(word)
                && matches!(field.node.value, Value::Text(_) | Value::Number(_))
        })
    })
}
