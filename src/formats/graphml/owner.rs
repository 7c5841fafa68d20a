//! A graph, node or edge while it is read.

use super::hyperedge::Hyperedge;
use super::yed::Drawing;
use crate::formats::network::{ColumnId, Edge};
use crate::model::Attribute;

/// What an owner is.
#[derive(Debug)]
pub enum Part {
    /// A graph, and whether its edges are directed where they don't say so.
    Graph(Option<bool>),
    /// A node, by its index.
    Node(u32),
    /// An edge; it is added at its end.
    Edge(Box<Edge>),
    /// An edge between any number of nodes.
    Hyperedge(Hyperedge),
    /// What isn't kept: an edge that lacks an end, a port.
    Nothing,
}

/// An open element that data may belong to.
#[derive(Debug)]
pub struct Owner {
    /// What it is.
    pub part: Part,
    /// Its attributes so far, each column once.
    pub attributes: Vec<(ColumnId, Attribute)>,
    /// How yEd draws it.
    pub drawing: Option<Box<Drawing>>,
}

impl Owner {
    /// One of which nothing but its own tag is read.
    pub const fn new(part: Part) -> Self {
        Self::with_room(part, Vec::new())
    }

    /// One whose attributes use the room of an empty list.
    pub const fn with_room(part: Part, room: Vec<(ColumnId, Attribute)>) -> Self {
        Self { part, attributes: room, drawing: None }
    }
}
