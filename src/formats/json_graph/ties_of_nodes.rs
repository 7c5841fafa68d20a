//! Nodes that list their own neighbours: `{"name": "France", "allies": ["Germany"]}`.

use std::collections::HashSet;

use super::field_names::{ADJACENCY, EDGE_LISTS, MORE, WRAPPERS, is_one_of, squashed};
use super::graph_reader::GraphReader;
use super::lists::{Entry, ask};
use super::shape::neighbour_field;
use super::value::scalar;
use crate::formats::json::{Member, Node, Value};
use crate::formats::problems::OpenError;

/// Lists of neighbours whose name says no kind.
const NO_KINDS: [&str; 6] =
    ["neighbors", "neighbours", "neighbor", "adjacent", "connected", "connectedto"];

impl<'a> GraphReader<'a, '_> {
    /// Reads nodes of a file without edges of their own, and then the edges that the nodes list.
    pub fn read_nodes_with_ties(&mut self, nodes: Vec<Entry<'a>>) -> Result<(), OpenError> {
        let lists = lists_of_ties(&nodes, &names_of(&nodes));
        let mut ties = Vec::new();
        for Entry { outside, node } in nodes {
            let at = node.at;
            let mut value = self.open(node);
            let mut own = Vec::new();
            if let Value::Object(members) = &mut value {
                let all = std::mem::take(members);
                (own, *members) = all.into_iter().partition(|member| {
                    lists.contains(member.name.as_ref())
                        && matches!(member.node.value, Value::List(_) | Value::Object(_))
                });
            }
            let index = self.read_node(Entry { outside, node: Node { at, value } })?;
            ties.extend(own.into_iter().map(|member| (index, member)));
        }
        for (from, Member { at, name, node }) in ties {
            let squashed = squashed(&name);
            let says_kind = !is_one_of(&EDGE_LISTS, &name)
                && name != ADJACENCY
                && !NO_KINDS.contains(&squashed.as_str());
            self.kind_of_list = says_kind.then(|| name.into_owned());
            self.read_neighbours_of(from, node, at)?;
        }
        self.kind_of_list = None;
        Ok(())
    }
}

/// What nodes are called: their keys, and all that their fields say.
fn names_of(nodes: &[Entry<'_>]) -> HashSet<String> {
    let mut names = HashSet::new();
    for Entry { outside, node } in nodes {
        let key = outside.as_ref().and_then(|outside| outside.key.as_ref());
        names.extend(key.map(|key| key.to_string()));
        ask(node, |value| {
            if let Value::Object(fields) = value {
                names.extend(fields.iter().filter_map(|field| scalar(&field.node.value)));
            }
            true
        });
    }
    names
}

/// The names of the fields that list neighbours in at least one of the nodes.
fn lists_of_ties(nodes: &[Entry<'_>], names: &HashSet<String>) -> HashSet<String> {
    let mut lists = HashSet::new();
    for Entry { node, .. } in nodes {
        ask(node, |value| {
            if let Value::Object(fields) = value {
                let is_wrapper =
                    |field: &Member<'_>| is_one_of(&WRAPPERS, &field.name) || field.name == MORE;
                let found = fields
                    .iter()
                    .filter(|field| !is_wrapper(field) && are_neighbours(&field.node.value, names));
                lists.extend(found.map(|field| field.name.to_string()));
            }
            true
        });
    }
    lists
}

/// Whether most of a list, or of the names of a record, are nodes.
fn are_neighbours(value: &Value<'_>, names: &HashSet<String>) -> bool {
    let is_known = |value: &Value<'_>| scalar(value).is_some_and(|text| names.contains(&text));
    let is_neighbour = |item: &Node<'_>| {
        ask(item, |value| match value {
            Value::Object(fields) => neighbour_field(fields)
                .and_then(|place| fields.get(place))
                .is_some_and(|field| is_known(&field.node.value)),
            Value::Text(_) | Value::Number(_) => is_known(value),
            _ => false,
        })
    };
    let (known, all) = match value {
        Value::List(items) => (items.iter().filter(|item| is_neighbour(item)).count(), items.len()),
        Value::Object(inner) => {
            let known = inner.iter().filter(|member| names.contains(member.name.as_ref()));
            (known.count(), inner.len())
        }
        _ => (0, 0),
    };
    known > 0 && 2 * known >= all
}
