//! Graphs that list for each node its neighbours: networkx's adjacency data, and records of lists.

use std::collections::HashSet;

use super::graph_reader::GraphReader;
use super::record::Record;
use super::shape::neighbour_field;
use crate::formats::json::{Member, Node, Value};
use crate::formats::network::Edge;
use crate::formats::problems::{OpenError, Spot};

impl<'a> GraphReader<'a, '_> {
    /// Reads networkx's adjacency data: the list of each node in the order of the nodes. Of an undirected
    /// graph it names each edge from both ends, of which one counts.
    pub fn read_adjacency(&mut self, lists: Vec<Node<'a>>) -> Result<(), OpenError> {
        let count = self.builder.network().nodes.len();
        let mut seen = HashSet::new();
        for (from, list) in (0..).zip(lists) {
            let spot = self.begin(list.at)?;
            let Value::List(neighbours) = self.open(list) else {
                self.lose_no_list(spot);
                continue;
            };
            if from as usize >= count {
                self.lose_list_without_node(spot, neighbours.len());
                continue;
            }
            for neighbour in neighbours {
                let spot = self.begin(neighbour.at)?;
                let mut fields = match self.open(neighbour) {
                    Value::Object(members) => Record::new(members),
                    _ => Record::new(Vec::new()),
                };
                let key = fields.take("key", super::value::scalar).unwrap_or_default();
                let to = match fields.take_node("id") {
                    Some(end) => self.ids.resolve(&mut self.builder, &end.value, spot)?,
                    None => None,
                };
                let Some(to) = to else {
                    self.builder.lose_endless(spot, &key);
                    continue;
                };
                let both = (from.min(to), from.max(to), key.clone());
                if self.directed != Some(true) && !seen.insert(both) {
                    continue;
                }
                self.add_edge(Edge { id: key.into(), ..Edge::new(from, to, spot) }, fields)?;
            }
        }
        Ok(())
    }

    /// Reads a record of which each field is a node with a list, or a record, of its neighbours.
    pub fn read_neighbours(&mut self, members: Vec<Member<'a>>) -> Result<(), OpenError> {
        for Member { at, name, node } in members {
            let spot = self.begin(at)?;
            let from = self.builder.named(&name, spot)?;
            self.read_neighbours_of(from, node, at)?;
        }
        Ok(())
    }

    /// Reads a list, or a record, of the neighbours of a node.
    pub fn read_neighbours_of(
        &mut self,
        from: u32,
        node: Node<'a>,
        at: u32,
    ) -> Result<(), OpenError> {
        match self.open(node) {
            Value::List(items) => {
                for item in items {
                    self.read_neighbour(from, item)?;
                }
            }
            Value::Object(inner) => {
                for Member { at, name, node } in inner {
                    let spot = self.begin(at)?;
                    let end = Value::Text(name);
                    let Some(to) = self.ids.resolve(&mut self.builder, &end, spot)? else {
                        continue;
                    };
                    let fields = match node.value {
                        Value::Object(fields) => fields,
                        Value::Text(_) => vec![Member { at, name: "kind".into(), node }],
                        _ => vec![Member { at, name: "weight".into(), node }],
                    };
                    self.add_edge(Edge::new(from, to, spot), Record::new(fields))?;
                }
            }
            Value::Null => {}
            Value::Text(text) => {
                self.read_neighbour(from, Node { at, value: Value::Text(text) })?;
            }
            _ => {
                let spot = self.spot(at);
                self.lose_no_list(spot);
            }
        }
        Ok(())
    }

    /// Reads a neighbour: its id, or a record that names it and says more of the edge.
    fn read_neighbour(&mut self, from: u32, node: Node<'a>) -> Result<(), OpenError> {
        let spot = self.begin(node.at)?;
        let (end, fields) = match self.open(node) {
            Value::Object(mut fields) => match neighbour_field(&fields) {
                Some(place) => (fields.remove(place).node.value, fields),
                None => (Value::Null, fields),
            },
            plain => (plain, Vec::new()),
        };
        match self.ids.resolve(&mut self.builder, &end, spot)? {
            Some(to) => self.add_edge(Edge::new(from, to, spot), Record::new(fields)),
            None => {
                self.builder.lose_endless(spot, "");
                Ok(())
            }
        }
    }

    fn lose_no_list(&mut self, spot: Spot) {
        self.builder.network().remarks.lose(
            spot,
            "",
            "is no list where the neighbours of a node are expected",
            "It was left out.",
            "Write the neighbours in square brackets.",
        );
    }

    fn lose_list_without_node(&mut self, spot: Spot, neighbours: usize) {
        self.builder.network().remarks.lose(
            spot,
            &neighbours.to_string(),
            "is a list of neighbours without a node, for there are more lists than nodes",
            "Its edges were left out.",
            "Give “nodes” and “adjacency” equally many entries.",
        );
    }
}
