//! Results of queries of Neo4j: rows whose fields hold nodes, relationships, paths and lists of them, as Neo4j Browser
//! exports them and as its drivers and its HTTP interface write them.

use std::borrow::Cow;
use std::collections::HashSet;

use super::field_names::{NODE_IDS, NODE_NAMES, is_one_of};
use super::lists::{Lists, ask, unnamed};
use super::value::scalar;
use crate::formats::json::{Member, Node, Opener, Value};

/// So many rows are looked at.
const SAMPLE: usize = 8;
/// So deep in them a relationship is looked for.
const DEPTH: usize = 8;

/// What nodes and relationships have for their ids, the likeliest first.
const IDS: [&str; 3] = ["identity", "id", "elementId"];
/// What relationships have for their ends, the likeliest first.
const ENDS: [(&str, &str); 3] =
    [("start", "end"), ("startNode", "endNode"), ("startNodeElementId", "endNodeElementId")];
/// What holds their own fields.
const PROPERTIES: &str = "properties";
/// What says again which ids these are.
const OTHER_IDS: [&str; 3] = ["elementId", "startNodeElementId", "endNodeElementId"];
/// In what the rows lie.
const RESULTS: [&str; 3] = ["results", "records", "data"];
/// What a relationship is called in a query where it comes without a type.
const RELATIONSHIPS: [&str; 8] =
    ["r", "rel", "relationship", "relation", "e", "edge", "tie", "link"];

/// The graph in the results of a query; else the value itself.
pub fn find(root: Node<'_>) -> Result<Lists<'_>, Node<'_>> {
    let are_results = match &root.value {
        Value::List(rows) => {
            let rows_of = || rows.iter().take(SAMPLE);
            let is_element = |value: &Value<'_>| fields(value).is_some_and(is_relationship);
            !rows.is_empty()
                && !rows_of().any(|row| ask(row, is_element))
                && (rows_of().any(|row| holds_relationship(row, DEPTH))
                    || rows_of()
                        .all(|row| ask(row, |value| fields(value).is_some_and(is_plain_row))))
        }
        Value::Object(members) => members.iter().any(|member| {
            RESULTS.contains(&member.name.as_ref()) && holds_relationship(&member.node, DEPTH)
        }),
        _ => false,
    };
    if !are_results {
        return Err(root);
    }
    let mut results = Results::default();
    match root.value {
        Value::List(rows) => rows.into_iter().for_each(|row| results.read_row(row)),
        value => results.read(Node { at: root.at, value }),
    }
    Ok(Lists {
        nodes: Some(results.nodes.into_iter().map(unnamed).collect()),
        edges: results.edges.into_iter().map(unnamed).collect(),
        ..Lists::default()
    })
}

fn fields<'v, 'a>(value: &'v Value<'a>) -> Option<&'v [Member<'a>]> {
    match value {
        Value::Object(members) => Some(members),
        _ => None,
    }
}

fn has(members: &[Member<'_>], name: &str) -> bool {
    members.iter().any(|member| member.name == name && !member.node.value.is_null())
}

fn is_relationship(members: &[Member<'_>]) -> bool {
    let is_text = |member: &Member<'_>| matches!(member.node.value, Value::Text(_));
    let has_type = members.iter().any(|member| member.name == "type" && is_text(member));
    has_type
        && has(members, PROPERTIES)
        && ENDS.iter().any(|(from, to)| has(members, from) && has(members, to))
}

fn is_node(members: &[Member<'_>]) -> bool {
    let is_list = |member: &Member<'_>| matches!(member.node.value, Value::List(_));
    let has_labels = members.iter().any(|member| member.name == "labels" && is_list(member));
    has_labels && has(members, PROPERTIES) && IDS.iter().any(|name| has(members, name))
}

/// Whether a value holds a relationship somewhere.
fn holds_relationship(node: &Node<'_>, depth: usize) -> bool {
    depth > 0
        && ask(node, |value| match value {
            Value::List(items) => {
                is_named_triple(items)
                    || items.iter().take(SAMPLE).any(|item| holds_relationship(item, depth - 1))
            }
            Value::Object(members) => {
                is_relationship(members)
                    || members.iter().any(|member| holds_relationship(&member.node, depth - 1))
            }
            _ => false,
        })
}

/// Whether a list is a relationship as Python's driver writes it: the properties of its start, its type, and those of
/// its end.
fn is_named_triple(items: &[Node<'_>]) -> bool {
    let [from, kind, to] = items else { return false };
    let is_record = |node: &Node<'_>| ask(node, |value| fields(value).is_some_and(is_named));
    matches!(kind.value, Value::Text(_)) && is_record(from) && is_record(to)
}

/// Whether a record says what it is called.
fn is_named(members: &[Member<'_>]) -> bool {
    members.iter().any(|member| {
        (is_one_of(&NODE_NAMES, &member.name) || is_one_of(&NODE_IDS, &member.name))
            && scalar(&member.node.value).is_some()
    })
}

/// The places of both nodes and of the relationship in a row that holds no more than the properties of each.
fn plain_places(members: &[Member<'_>]) -> Option<[usize; 3]> {
    let records: Vec<usize> =
        (0..members.len()).filter(|at| fields(&members[*at].node.value).is_some()).collect();
    let is_tie = |at: &&usize| RELATIONSHIPS.contains(&members[**at].name.as_ref());
    let tie = *records.iter().find(is_tie)?;
    let nodes: Vec<usize> = records.iter().copied().filter(|at| *at != tie).collect();
    let are_named = nodes.iter().all(|at| fields(&members[*at].node.value).is_some_and(is_named));
    match nodes[..] {
        [from, to] if are_named => Some([from, tie, to]),
        _ => None,
    }
}

fn is_plain_row(members: &[Member<'_>]) -> bool {
    plain_places(members).is_some()
}

/// The nodes and relationships of results, each once.
#[derive(Default)]
struct Results<'a> {
    opener: Opener<'a>,
    nodes: Vec<Node<'a>>,
    edges: Vec<Node<'a>>,
    known_nodes: HashSet<String>,
    known_edges: HashSet<String>,
}

impl<'a> Results<'a> {
    /// Reads a row. What it says beside a single relationship is said of that.
    fn read_row(&mut self, row: Node<'a>) {
        let Node { at, value } = self.opener.open(row);
        let Value::Object(mut members) = value else { return self.read(Node { at, value }) };
        let before = self.edges.len();
        if let Some(places) = plain_places(&members) {
            let take = |at: usize| std::mem::replace(&mut members[at].node.value, Value::Null);
            let [from, tie, to] = places.map(take);
            self.add_plain(at, from, tie, to);
        }
        let is_plain = |member: &Member<'a>| scalar(&member.node.value).is_some();
        let (plain, others): (Vec<_>, Vec<_>) = members.into_iter().partition(is_plain);
        others.into_iter().for_each(|member| self.read(member.node));
        let driver_writes = |member: &Member<'a>| member.name == "length";
        if let [Node { value: Value::Object(edge), .. }] = &mut self.edges[before..] {
            edge.extend(plain.into_iter().filter(|member| !driver_writes(member)));
        }
    }

    fn read(&mut self, node: Node<'a>) {
        let Node { at, value } = self.opener.open(node);
        match value {
            Value::Object(members) if is_relationship(&members) => self.add_edge(at, members),
            Value::Object(members) if is_node(&members) => self.add_node(at, members),
            Value::Object(members) => members.into_iter().for_each(|member| self.read(member.node)),
            Value::List(items) if is_named_triple(&items) => {
                if let Ok([from, kind, to]) = <[Node<'a>; 3]>::try_from(items) {
                    let [from, to] = [from, to].map(|node| self.opener.open(node).value);
                    let kind = Member { at, name: Cow::Borrowed("type"), node: kind };
                    self.add_plain(at, from, Value::Object(vec![kind]), to);
                }
            }
            Value::List(items) => items.into_iter().for_each(|item| self.read(item)),
            _ => {}
        }
    }

    fn add_node(&mut self, at: u32, members: Vec<Member<'a>>) {
        let members = with_id(members);
        if is_new(&mut self.known_nodes, &members, &["id"]) {
            self.nodes.push(Node { at, value: Value::Object(members) });
        }
    }

    fn add_edge(&mut self, at: u32, members: Vec<Member<'a>>) {
        let ends = ENDS.iter().find(|(from, to)| has(&members, from) && has(&members, to));
        let mut members = members;
        for member in &mut members {
            // A start may be a node itself.
            if let Some((from, to)) = ends
                && [*from, *to].contains(&member.name.as_ref())
            {
                let is_start = member.name == *from;
                member.name = Cow::Borrowed(if is_start { "source" } else { "target" });
            }
        }
        let mut members = with_id(members);
        for member in
            members.iter_mut().filter(|member| ["source", "target"].contains(&&*member.name))
        {
            if let Value::Object(inner) = &mut member.node.value {
                *inner = with_id(std::mem::take(inner));
            }
        }
        if is_new(&mut self.known_edges, &members, &["id"]) {
            self.edges.push(Node { at, value: Value::Object(members) });
        }
    }

    /// Adds a relationship by no more than the properties of its nodes and its own.
    fn add_plain(&mut self, at: u32, from: Value<'a>, tie: Value<'a>, to: Value<'a>) {
        let names: Vec<&str> = NODE_IDS.into_iter().chain(NODE_NAMES).collect();
        let mut edge = Vec::new();
        for (end, node) in [("source", from), ("target", to)] {
            let Value::Object(members) = node else { return };
            let node = plain_members(members);
            let called = names.iter().find_map(|name| {
                let own = node.iter().find(|member| member.name.eq_ignore_ascii_case(name))?;
                scalar(&own.node.value)
            });
            let value = Value::Text(called.unwrap_or_default().into());
            edge.push(Member { at, name: Cow::Borrowed(end), node: Node { at, value } });
            if is_new(&mut self.known_nodes, &node, &names) {
                self.nodes.push(Node { at, value: Value::Object(node) });
            }
        }
        if let Value::Object(members) = tie {
            edge.extend(plain_members(members));
        }
        self.edges.push(Node { at, value: Value::Object(edge) });
    }
}

/// Whether what a record is called first of some names isn't known yet; notes it.
fn is_new(known: &mut HashSet<String>, members: &[Member<'_>], names: &[&str]) -> bool {
    let called = names.iter().find_map(|name| {
        let own = members.iter().find(|member| member.name.eq_ignore_ascii_case(name))?;
        scalar(&own.node.value)
    });
    called.is_none_or(|called| known.insert(called))
}

/// The fields of a node or a relationship, of which the likeliest id is called so.
fn with_id(members: Vec<Member<'_>>) -> Vec<Member<'_>> {
    let id = IDS.iter().find(|name| has(&members, name)).copied().unwrap_or_default();
    let mut members = plain_members(members);
    members.retain(|member| member.name == id || !OTHER_IDS.contains(&member.name.as_ref()));
    for member in members.iter_mut().filter(|member| member.name == id) {
        member.name = Cow::Borrowed("id");
    }
    members
}

/// Fields with the numbers and dates of Neo4j as plain values, also those among the properties.
fn plain_members(mut members: Vec<Member<'_>>) -> Vec<Member<'_>> {
    for member in &mut members {
        let value = std::mem::replace(&mut member.node.value, Value::Null);
        member.node.value = match value {
            Value::Object(inner) if member.name == PROPERTIES => {
                Value::Object(plain_members(inner))
            }
            Value::Object(inner) => plain(&inner).unwrap_or(Value::Object(inner)),
            value => value,
        };
    }
    members
}

/// A number of JavaScript's driver, `{"low": 1949, "high": 0}`, or a date of such numbers.
fn plain<'a>(members: &[Member<'a>]) -> Option<Value<'a>> {
    let find = |name: &str| members.iter().find(|member| member.name == name);
    let number = |name: &str| match &find(name)?.node.value {
        Value::Number(number) => Some(*number),
        Value::Object(inner) => match plain(inner)? {
            Value::Number(number) => Some(number),
            _ => None,
        },
        _ => None,
    };
    if let (Some(low), Some("0" | "-1"), 2) = (number("low"), number("high"), members.len()) {
        return Some(Value::Number(low));
    }
    let [year, month, day] = ["year", "month", "day"].map(number);
    let two = |part: &str| format!("{part:0>2}");
    Some(Value::Text(format!("{}-{}-{}", year?, two(month?), two(day?)).into()))
}
