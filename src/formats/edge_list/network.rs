//! What an edge list holds.

/// The most nodes of a network.
pub const MAX_EDGE_NODES: usize = 2_000_000;
/// The most ties of a network.
pub const MAX_EDGES: usize = 5_000_000;

/// A network of numbered nodes.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct EdgeList {
    /// How many nodes there are.
    pub nodes: usize,
    /// The two ends of each tie, below `nodes`, and its weight, finite and not 0.
    pub ties: Vec<([u32; 2], f32)>,
}
