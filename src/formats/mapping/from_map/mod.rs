//! Makes the network that a map is written from.

mod edges;
mod losses;
mod nodes;
mod records;

use crate::formats::network::{Held, Network};
use crate::formats::written::Loss;
use crate::model::Map;

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

impl Holds {
    /// A format that holds all of it.
    pub const ALL: Self = Self {
        parallel_edges: true,
        mixed_direction: true,
        node_attributes: true,
        edge_attributes: true,
        network_attributes: true,
        positions: true,
    };
}

/// The network of a map, and what of the map isn't in it or is there in another form. Read again by
/// [`guess`](super::guess) and [`to_map`](super::to_map), it is the same map but for these losses.
pub fn from_map(map: &Map, holds: Holds) -> (Network, Vec<Loss>) {
    let mut network = Network { attributes: records::attributes(map), ..Network::default() };
    let stand_ins = nodes::write(map, &mut network);
    let left_out = edges::write(map, holds, &stand_ins, &mut network);
    if !holds.positions {
        network.nodes.iter_mut().for_each(|node| node.position = None);
    }
    network.held = Held { nodes: network.nodes.len(), edges: network.edges.len() };
    let losses = losses::losses(map, holds, stand_ins.len(), left_out);
    (network, losses)
}
