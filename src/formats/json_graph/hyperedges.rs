//! Edges of any number of nodes, as JSON Graph Format has them.

use super::graph_reader::GraphReader;
use super::grouped_edges::Ends;
use super::record::Record;
use super::value;
use crate::formats::json::{Node, Value};
use crate::formats::network::Edge;
use crate::formats::problems::{OpenError, Spot};

impl<'a> GraphReader<'a, '_> {
    /// Reads a hyperedge. One of two nodes is an edge; for another one stands a node, to which its own are
    /// tied.
    pub fn read_hyperedge(&mut self, node: Node<'a>) -> Result<(), OpenError> {
        let spot = self.begin(node.at)?;
        let Value::Object(members) = self.open(node) else { return Ok(()) };
        let mut record = Record::new(members);
        let mut ends = |name: &str| match record.take_node(name).map(|node| node.value) {
            Some(Value::List(items)) => items,
            _ => Vec::new(),
        };
        let (together, sources, targets) = (ends("nodes"), ends("source"), ends("target"));
        let ends = Ends {
            together: self.ends(together, spot)?,
            sources: self.ends(sources, spot)?,
            targets: self.ends(targets, spot)?,
        };
        let pair =
            match (ends.together.as_slice(), ends.sources.as_slice(), ends.targets.as_slice()) {
                ([from, to], [], []) => Some((*from, *to, Some(false))),
                ([], [from], [to]) => Some((*from, *to, Some(true))),
                _ => None,
            };
        if let Some((from, to, directed)) = pair {
            let mut edge = Edge::new(from, to, spot);
            self.fill_edge(&mut edge, record);
            edge.directed = directed;
            return self.builder.add_edge(edge);
        }
        self.add_hub(ends, record, spot)
    }

    /// Adds a node that stands for a record of several ends, and ties these to it.
    pub fn add_hub(&mut self, ends: Ends, record: Record<'a>, spot: Spot) -> Result<(), OpenError> {
        let Ends { together, sources, targets } = ends;
        self.builder.network().held.edges += 1;
        let hub = self.hub(record, spot)?;
        let edge =
            |from, to, directed| Edge { directed: Some(directed), ..Edge::new(from, to, spot) };
        let edges = &mut self.builder.network().edges;
        edges.extend(together.iter().map(|end| edge(*end, hub, false)));
        edges.extend(sources.iter().map(|end| edge(*end, hub, true)));
        edges.extend(targets.iter().map(|end| edge(hub, *end, true)));
        Ok(())
    }

    /// The nodes that a list of ends means. What names none is remarked on.
    pub fn ends(&mut self, items: Vec<Node<'a>>, spot: Spot) -> Result<Vec<u32>, OpenError> {
        let mut ends = Vec::new();
        for item in items {
            let item = self.open(item);
            match self.ids.resolve(&mut self.builder, &item, spot)? {
                Some(end) => ends.push(end),
                None => self.builder.network().remarks.lose(
                    spot,
                    &value::compact(&item),
                    "lists what names no node among the ends of an edge",
                    "It was left out.",
                    "Name each by its id.",
                ),
            }
        }
        Ok(ends)
    }

    /// The node that stands for a hyperedge.
    fn hub(&mut self, record: Record<'a>, spot: Spot) -> Result<u32, OpenError> {
        let number = self.builder.network().held.edges;
        let name = format!("Hyperedge {number}");
        let hub = self.ids.declare_unnamed(&mut self.builder, Some(&name), spot)?;
        let network = self.builder.network();
        network.held.nodes -= 1;
        network.remarks.warn(
            spot,
            "",
            "joins another number of nodes than two",
            "A node stands for it, to which they are tied.",
            "",
        );
        let attributes = record.into_attributes(&mut self.builder, &mut self.spare, false, spot);
        if let Some(node) = self.builder.node(hub) {
            (node.is_group, node.attributes) = (true, attributes);
        }
        Ok(hub)
    }
}
