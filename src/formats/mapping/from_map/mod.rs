//! Makes the network that a map is written from.

use std::collections::HashMap;

use crate::formats::network::{Edge, Held, Network, Node};
use crate::formats::problems::Spot;
use crate::formats::written::Loss;
use crate::model::{Direction, End, Map, NationId};

/// What a format has a place for. What it has none for is expressed otherwise or listed as lost.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Holds {
    /// Several edges between the same two nodes.
    pub parallel_edges: bool,
    /// Directed and undirected edges in one file.
    pub mixed_direction: bool,
    /// Attributes of nodes.
    pub node_attributes: bool,
    /// Attributes of edges.
    pub edge_attributes: bool,
    /// Attributes of the network as a whole.
    pub network_attributes: bool,
    /// Positions of nodes.
    pub positions: bool,
}

/// The network of a map, and what of the map isn't in it or is there in another form.
pub fn from_map(map: &Map, _holds: Holds) -> (Network, Vec<Loss>) {
    let index: HashMap<NationId, u32> = map.nations().iter().map(|(id, _)| id).zip(0..).collect();
    let mut network = Network::default();
    for (_, nation) in map.nations().iter() {
        network.nodes.push(Node {
            id: nation.key.clone(),
            label: Some(nation.name.clone()),
            ..Node::default()
        });
    }
    for (_, tie) in map.ties().iter() {
        let End::Nation(to) = tie.to else { continue };
        let (Some(from), Some(to)) = (index.get(&tie.from), index.get(&to)) else { continue };
        let mut edge = Edge::new(*from, *to, Spot::default());
        edge.directed = Some(tie.direction == Direction::Directed);
        network.edges.push(edge);
    }
    network.held = Held { nodes: network.nodes.len(), edges: network.edges.len() };
    (network, Vec::new())
}
