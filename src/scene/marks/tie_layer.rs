//! The ties of a kind, drawn together.

/// The ties of one kind, which are drawn after one another.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TieLayer {
    /// The key of the kind in the file of the map.
    pub key: String,
    /// The name of the kind.
    pub name: String,
    /// The ties by their index in the scene, from the lowest to the topmost.
    pub ties: Vec<usize>,
}
