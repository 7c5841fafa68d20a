//! Puts a network together from nodes and edges in any order, by ids.

use std::collections::HashMap;

use super::edge_attributes::{EdgeAttributes, KnownAttributes};
use super::{Columns, Edge, Network, Node};
use crate::formats::limits::{MAX_EDGES_READ, MAX_NODES_READ};
use crate::formats::problems::{OpenError, Spot};
use crate::formats::text_index::TextIndex;

/// Builds a network of nodes that are declared, in whatever order, and edges that name them.
///
/// Nothing that a file says is dropped: a node that only edges name is added, and one whose id is taken
/// gets another id, each with a remark.
#[derive(Debug, Default)]
pub struct NetworkBuilder {
    network: Network,
    index: TextIndex,
    known_attributes: KnownAttributes,
    /// The nodes that get ids of their own once all ids of the file are known, so that edges can't mean them.
    unnamed: Vec<Unnamed>,
    /// Whether edges may name nodes that aren't declared, as in DOT or an edge list, without a remark.
    infers_nodes: bool,
}

/// A node without an id that is its own.
#[derive(Debug)]
struct Unnamed {
    node: u32,
    /// The id that another node has; `None` where it has none at all.
    repeated: Option<String>,
}

impl NetworkBuilder {
    /// For a format that wants its nodes declared.
    pub fn new() -> Self {
        Self::default()
    }

    /// For a format in which naming a node is declaring it.
    pub fn inferring() -> Self {
        Self { infers_nodes: true, ..Self::default() }
    }

    /// The network so far.
    pub fn network(&mut self) -> &mut Network {
        &mut self.network
    }

    /// The columns of the nodes.
    pub fn node_columns(&mut self) -> &mut Columns {
        &mut self.network.node_columns
    }

    /// The columns of the edges.
    pub fn edge_columns(&mut self) -> &mut Columns {
        &mut self.network.edge_columns
    }

    /// The index of a node by its id, if it is there.
    pub fn find(&self, id: &str) -> Option<u32> {
        self.index.get(id)
    }

    /// A node, to be filled in.
    pub fn node(&mut self, index: u32) -> Option<&mut Node> {
        self.network.nodes.get_mut(index as usize)
    }

    /// Declares a node and counts it as held by the file. Where an edge has named it before, that is the
    /// node; where another one has declared the id, the new node gets an id of its own.
    ///
    /// # Errors
    /// When there are more nodes than are read.
    pub fn declare(&mut self, id: &str, spot: Spot) -> Result<u32, OpenError> {
        self.network.held.nodes += 1;
        let Some(there) = self.find(id) else {
            return self.push(id, spot, false);
        };
        if let Some(node) = self.node(there).filter(|node| node.is_inferred) {
            (node.is_inferred, node.spot) = (false, spot);
            return Ok(there);
        }
        self.network.remarks.warn(
            spot,
            id,
            "has the id of another node",
            "It was kept as a node of its own; edges that name the id mean the first one.",
            "Give each node an id of its own.",
        );
        self.push_unnamed(Some(id.to_owned()), spot)
    }

    /// Declares a node without an id, which will be called by its number.
    ///
    /// # Errors
    /// When there are more nodes than are read.
    pub fn declare_unnamed(&mut self, spot: Spot) -> Result<u32, OpenError> {
        self.network.held.nodes += 1;
        self.push_unnamed(None, spot)
    }

    /// The node that an edge names by its id; it is added if it isn't there.
    ///
    /// # Errors
    /// When there are more nodes than are read.
    pub fn named(&mut self, id: &str, spot: Spot) -> Result<u32, OpenError> {
        match self.find(id) {
            Some(index) => Ok(index),
            None => self.push(id, spot, !self.infers_nodes),
        }
    }

    /// Makes room for so many edges, which are in the file, so that they needn't be moved as they become more.
    pub fn expect_edges(&mut self, count: usize) {
        self.network.edges.reserve_exact(count.min(MAX_EDGES_READ));
    }

    /// What an edge says, to be filled in: an empty list.
    pub fn empty_attributes(&mut self) -> EdgeAttributes {
        self.known_attributes.empty()
    }

    /// Adds an edge and counts it as held by the file.
    ///
    /// # Errors
    /// When there are more edges than are read.
    pub fn add_edge(&mut self, mut edge: Edge) -> Result<(), OpenError> {
        self.network.held.edges += 1;
        if self.network.edges.len() >= MAX_EDGES_READ {
            let message = format!("it has more than the {MAX_EDGES_READ} edges that are read");
            return Err(OpenError::of_whole_file(message, "Leave a part of them out."));
        }
        self.known_attributes.share(&mut edge.attributes);
        self.network.edges.push(edge);
        Ok(())
    }

    /// The network, with a remark for each node that no declaration has followed.
    pub fn finish(mut self) -> Network {
        self.name_unnamed();
        if self.infers_nodes {
            self.network.held.nodes = self.network.nodes.len();
        }
        for node in self.network.nodes.iter().filter(|node| node.is_inferred) {
            self.network.remarks.warn(
                node.spot,
                &node.id,
                "names a node that isn't in the file",
                "The node was added.",
                "Check whether it is spelt as where it is declared.",
            );
        }
        self.network
    }

    /// Gives ids to nodes that have none of their own: a number behind the one that another has, or their
    /// place in the file, or the next that is free.
    fn name_unnamed(&mut self) {
        let mut numbers: HashMap<String, usize> = HashMap::new();
        let mut last = 0;
        for Unnamed { node, repeated } in std::mem::take(&mut self.unnamed) {
            let free = match repeated {
                Some(id) => {
                    let next = numbers.entry(id.clone()).or_insert(1);
                    self.free_id(next, |number| format!("{id} ({number})"))
                }
                None => {
                    last = last.max(node as usize);
                    self.free_id(&mut last, |number| number.to_string())
                }
            };
            self.index.add(&free, node);
            if let Some(node) = self.node(node) {
                node.id = free;
            }
        }
    }

    /// The first id that is free, of a number above the last one.
    fn free_id(&self, last: &mut usize, id: impl Fn(usize) -> String) -> String {
        loop {
            *last += 1;
            let free = id(*last);
            if !self.index.contains(&free) {
                return free;
            }
        }
    }

    fn push(&mut self, id: &str, spot: Spot, is_inferred: bool) -> Result<u32, OpenError> {
        let index = self.push_node(id.to_owned(), spot, is_inferred)?;
        self.index.add(id, index);
        Ok(index)
    }

    fn push_unnamed(&mut self, repeated: Option<String>, spot: Spot) -> Result<u32, OpenError> {
        let node = self.push_node(String::new(), spot, false)?;
        self.unnamed.push(Unnamed { node, repeated });
        Ok(node)
    }

    fn push_node(&mut self, id: String, spot: Spot, is_inferred: bool) -> Result<u32, OpenError> {
        let index = self.network.nodes.len();
        if index >= MAX_NODES_READ {
            let message = format!("it has more than the {MAX_NODES_READ} nodes that are read");
            return Err(OpenError::of_whole_file(message, "Leave a part of them out."));
        }
        self.network.nodes.push(Node { id, spot, is_inferred, ..Node::default() });
        Ok(index as u32)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const HERE: Spot = Spot::at(1, 1);

    #[test]
    fn nodes_and_edges_come_in_any_order() {
        let mut builder = NetworkBuilder::new();
        let (a, ghost) = (builder.named("a", HERE).unwrap(), builder.named("ghost", HERE).unwrap());
        builder.add_edge(Edge::new(a, ghost, HERE)).unwrap();
        assert_eq!(builder.declare("a", Spot::at(7, 1)).unwrap(), a);
        let network = builder.finish();
        assert_eq!((network.held.nodes, network.held.edges, network.nodes.len()), (1, 1, 2));
        assert_eq!((network.nodes[0].is_inferred, network.nodes[0].spot.line), (false, 7));
        assert_eq!(network.remarks.groups().map(|group| group.count).sum::<usize>(), 1);
    }

    #[test]
    fn no_node_is_dropped_for_its_id() {
        let mut builder = NetworkBuilder::new();
        let ids = [1, 2, 3].map(|_| builder.declare("x", HERE).unwrap());
        assert_eq!(ids, [0, 1, 2]);
        assert_eq!(builder.find("x"), Some(0));
        let network = builder.finish();
        assert_eq!(network.held.nodes, 3);
        assert_eq!(network.nodes[2].id, "x (3)");
        assert_eq!(network.remarks.groups().map(|group| group.count).collect::<Vec<_>>(), [2]);
    }

    #[test]
    fn an_id_that_is_declared_later_is_kept_for_its_node() {
        let mut builder = NetworkBuilder::new();
        let first = builder.declare("x", HERE).unwrap();
        let again = builder.declare("x", HERE).unwrap();
        let numbered = builder.declare_unnamed(HERE).unwrap();
        let later = ["x (2)", "3"].map(|id| builder.declare(id, HERE).unwrap());
        assert_eq!([first, again, numbered, later[0], later[1]], [0, 1, 2, 3, 4]);
        assert_eq!(["x", "x (2)", "3"].map(|id| builder.find(id)), [Some(0), Some(3), Some(4)]);
        let network = builder.finish();
        let ids: Vec<&str> = network.nodes.iter().map(|node| node.id.as_str()).collect();
        assert_eq!(ids, ["x", "x (3)", "4", "x (2)", "3"]);
    }

    #[test]
    fn naming_is_declaring_where_the_format_has_it_so() {
        let mut builder = NetworkBuilder::inferring();
        builder.named("a", HERE).unwrap();
        let network = builder.finish();
        assert_eq!((network.held.nodes, network.remarks.is_empty()), (1, true));
    }
}
