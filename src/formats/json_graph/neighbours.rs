//! Graphs that list for each node its neighbours: networkx's adjacency data, and records of lists.

use std::collections::HashSet;

use super::graph_reader::GraphReader;
use super::record::Record;
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
                self.add_edge(Edge { id: key, ..Edge::new(from, to, spot) }, fields)?;
            }
        }
        Ok(())
    }

    /// Reads a record of which each field is a node with a list, or a record, of its neighbours.
    pub fn read_neighbours(&mut self, members: Vec<Member<'a>>) -> Result<(), OpenError> {
        for Member { at, name, node } in members {
            let spot = self.begin(at)?;
            let from = self.builder.named(&name, spot)?;
            match node.value {
                Value::List(items) => {
                    for item in items {
                        let spot = self.begin(item.at)?;
                        let item = self.open(item);
                        let to = self.ids.resolve(&mut self.builder, &item, spot)?;
                        match to {
                            Some(to) => {
                                self.add_edge(Edge::new(from, to, spot), Record::new(Vec::new()))?;
                            }
                            None => self.builder.lose_endless(spot, ""),
                        }
                    }
                }
                Value::Object(inner) => {
                    for Member { at, name, node } in inner {
                        let spot = self.begin(at)?;
                        let to = self.builder.named(&name, spot)?;
                        let fields = match node.value {
                            Value::Object(fields) => fields,
                            _ => vec![Member { at, name: "weight".into(), node }],
                        };
                        self.add_edge(Edge::new(from, to, spot), Record::new(fields))?;
                    }
                }
                Value::Null => {}
                _ => self.lose_no_list(spot),
            }
        }
        Ok(())
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
