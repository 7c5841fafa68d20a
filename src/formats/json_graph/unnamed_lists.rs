//! Lists of nodes and edges under names that nobody agreed on, found by what they hold.

use std::collections::HashSet;

use super::edge_ends::EndFields;
use super::field_names::{ENDS, is_one_of};
use super::lists::{Entry, Lists, ask, entries};
use super::value::scalar;
use crate::formats::json::{Member, Node, Value};

/// So many of a list's items are looked at.
const SAMPLE: usize = 32;

/// Whether a record names two ends, or more.
pub fn names_ends(value: &Value<'_>) -> bool {
    let Value::Object(fields) = value else { return false };
    let has = |name: &str| {
        let is_node = |value: &Value<'_>| match value {
            Value::Null => false,
            // Nodes may be called as ends are.
            Value::List(_) => name.len() > 1,
            _ => true,
        };
        let mut fields = fields.iter();
        fields.any(|field| field.name.eq_ignore_ascii_case(name) && is_node(&field.node.value))
    };
    ENDS.iter().any(|(from, to)| has(from) && has(to)) || EndFields::find(fields).is_some()
}

/// Whether most of these are edges.
pub fn are_edges<'n, 'a: 'n>(nodes: impl Iterator<Item = &'n Node<'a>>) -> bool {
    let (mut edges, mut all) = (0, 0);
    for node in nodes.take(SAMPLE) {
        all += 1;
        edges += usize::from(ask(node, names_ends));
    }
    edges > 0 && 2 * edges >= all
}

fn holds_edges(value: &Value<'_>) -> bool {
    match value {
        Value::List(items) => are_edges(items.iter()),
        Value::Object(members) => are_edges(members.iter().map(|member| &member.node)),
        _ => false,
    }
}

/// The lists that these fields hold, if one of them holds edges; else the fields.
pub fn find<'a>(mut members: Vec<Member<'a>>, depth: usize) -> Result<Lists<'a>, Vec<Member<'a>>> {
    if members.iter().any(|member| holds_edges(&member.node.value)) {
        let mut lists = Lists { heading: members, ..Lists::default() };
        complete(&mut lists);
        return Ok(lists);
    }
    if depth == 0 {
        return Err(members);
    }
    for index in 0..members.len() {
        let Some(member) = members.get_mut(index) else { break };
        let Value::Object(inner) = &mut member.node.value else { continue };
        match find(std::mem::take(inner), depth - 1) {
            Ok(mut lists) => {
                members.remove(index);
                lists.heading.extend(members);
                return Ok(lists);
            }
            Err(unchanged) => *inner = unchanged,
        }
    }
    Err(members)
}

/// Takes out of the heading what are lists of edges, where none was found by name, and the list of their nodes.
pub fn complete(lists: &mut Lists<'_>) {
    if lists.edges.is_empty() && lists.has_no_other_edges() {
        let (edges, heading): (Vec<_>, Vec<_>) = std::mem::take(&mut lists.heading)
            .into_iter()
            .partition(|member| holds_edges(&member.node.value));
        lists.heading = heading;
        let are_several = edges.len() > 1;
        for Member { name, node, .. } in edges {
            let kind = are_several.then(|| name.into_owned());
            lists.edges.extend(entries(node).into_iter().map(|mut entry| {
                if kind.is_some() {
                    entry.outside.get_or_insert_default().kind.clone_from(&kind);
                }
                entry
            }));
        }
    }
    if lists.nodes.is_none() && !lists.edges.is_empty() {
        let ends = some_ends(&lists.edges);
        let place = lists.heading.iter().position(|member| declares(&member.node.value, &ends));
        lists.nodes = place.map(|place| entries(lists.heading.remove(place).node));
    }
}

/// What the first edges name as their ends.
fn some_ends(edges: &[Entry<'_>]) -> HashSet<String> {
    let mut ends = HashSet::new();
    let mut add = |value: &Value<'_>| match value {
        Value::List(items) => ends.extend(items.iter().filter_map(|item| scalar(&item.value))),
        plain => ends.extend(scalar(plain)),
    };
    for edge in edges.iter().take(SAMPLE) {
        ask(&edge.node, |value| {
            let Value::Object(fields) = value else { return false };
            let usual = |field: &&Member<'_>| {
                ENDS.iter().any(|(from, to)| is_one_of(&[from, to], &field.name))
            };
            match EndFields::find(fields) {
                Some(EndFields::Each(from, to)) => {
                    [from, to]
                        .iter()
                        .filter_map(|place| fields.get(*place))
                        .for_each(|field| add(&field.node.value));
                }
                Some(EndFields::Among(list)) => {
                    fields.get(list).into_iter().for_each(|field| add(&field.node.value));
                }
                None => fields.iter().filter(usual).for_each(|field| add(&field.node.value)),
            }
            true
        });
    }
    ends
}

/// Whether a list, or a record by its names, declares at least half of some ends.
fn declares(value: &Value<'_>, ends: &HashSet<String>) -> bool {
    let mut found = HashSet::new();
    let mut look = |text: String| {
        if ends.contains(&text) {
            found.insert(text);
        }
    };
    match value {
        Value::List(items) => {
            for item in items {
                ask(item, |value| {
                    match value {
                        Value::Object(fields) => {
                            fields
                                .iter()
                                .filter_map(|field| scalar(&field.node.value))
                                .for_each(&mut look);
                        }
                        plain => scalar(plain).into_iter().for_each(&mut look),
                    }
                    true
                });
            }
        }
        Value::Object(members) => members.iter().for_each(|member| look(member.name.to_string())),
        _ => {}
    }
    !found.is_empty() && 2 * found.len() >= ends.len()
}
