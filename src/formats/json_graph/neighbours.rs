//! Graphs that list for each node its neighbours: networkx's adjacency data, and records of lists.

use std::collections::HashSet;

use super::graph_reader::GraphReader;
use super::record::Record;
use crate::formats::json::{Member, Node, Value};
use crate::formats::network::Edge;
use crate::formats::problems::OpenError;

impl<'a> GraphReader<'a, '_> {
    /// Reads networkx's adjacency data: the list of each node in the order of the nodes. Of an undirected
    /// graph it names each edge from both ends, of which one counts.
    pub fn read_adjacency(&mut self, lists: Vec<Node<'a>>) -> Result<(), OpenError> {
        let count = self.builder.network().nodes.len();
        let mut seen = HashSet::new();
        for (from, list) in (0..count as u32).zip(lists) {
            let Value::List(neighbours) = self.open(list) else { continue };
            for neighbour in neighbours {
                let spot = self.begin(neighbour.at)?;
                let mut fields = match self.open(neighbour) {
                    Value::Object(members) => Record::new(members),
                    _ => continue,
                };
                let Some(end) = fields.take_node("id") else { continue };
                let key = fields.take("key", super::value::scalar).unwrap_or_default();
                let to = self.ids.resolve(&mut self.builder, &end.value, spot)?;
                let Some(to) = to else { continue };
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
                        let Some(to) = to else { continue };
                        self.add_edge(Edge::new(from, to, spot), Record::new(Vec::new()))?;
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
                _ => {}
            }
        }
        Ok(())
    }
}
