//! Trees of records with `children`, as d3 and networkx have them.

use super::field_names::{CHILDREN, NODE_IDS};
use super::graph_reader::GraphReader;
use super::record::Record;
use super::value::scalar;
use crate::formats::json::{Node, Value};
use crate::formats::network::Edge;
use crate::formats::problems::{OpenError, Spot};

impl<'a> GraphReader<'a, '_> {
    /// Reads a tree: an edge leads from each node to each of its children.
    pub fn read_tree(&mut self, root: Node<'a>) -> Result<(), OpenError> {
        let mut waiting = vec![(root, None)];
        while let Some((node, parent)) = waiting.pop() {
            let spot = self.begin(node.at)?;
            let members = match self.open(node) {
                Value::Object(members) => members,
                _ => {
                    self.lose_from_tree(spot, "is no record where a node of the tree is expected");
                    continue;
                }
            };
            let mut record = Record::new(members);
            let children = record.take_node(CHILDREN);
            let id = record.take_first(&NODE_IDS, |value| {
                Some((scalar(value)?, matches!(value, Value::Number(_))))
            });
            let index = self.add_node(id, record, spot)?;
            if let Some(parent) = parent {
                let edge = Edge { directed: Some(true), ..Edge::new(parent, index, spot) };
                self.builder.add_edge(edge)?;
            }
            match children {
                Some(Node { value: Value::List(children), .. }) => {
                    waiting.extend(children.into_iter().rev().map(|child| (child, Some(index))));
                }
                Some(Node { at, .. }) => {
                    let spot = self.spot(at);
                    self.lose_from_tree(
                        spot,
                        "is no list where the children of a node are expected",
                    );
                }
                None => {}
            }
        }
        Ok(())
    }

    fn lose_from_tree(&mut self, spot: Spot, topic: &str) {
        let remedy = "Write a node as a record, and its children as a list of records.";
        self.builder.network().remarks.lose(spot, "", topic, "It was left out.", remedy);
    }
}
