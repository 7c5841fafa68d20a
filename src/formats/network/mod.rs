//! A neutral network: nodes and edges with attributes as a file says them, not yet a map.
//!
//! Every reader of another program's format makes one, and every writer takes one. What its nodes and
//! edges *mean* as nations and ties is decided in one place, `mapping/`. What a format itself defines, a
//! label, a position, a colour, stands in a field of its own; all else is an attribute in a column.

#[cfg(test)]
pub mod arbitrary;
mod builder;
mod columns;
mod edge_attributes;
mod nesting;
mod repairs;
mod value_cells;
mod written_number;

pub use builder::NetworkBuilder;
pub use columns::{ColumnId, Columns};
pub use edge_attributes::EdgeAttributes;
pub use value_cells::ValueCells;
pub use written_number::written_number;

use std::collections::HashSet;

use edge_attributes::KnownAttributes;

use compact_str::CompactString;

use super::problems::{Origin, Remarks, Spot};
use crate::model::{Attribute, Color};

/// A network as one file, or several tables, say it.
#[derive(Clone, Debug, Default)]
pub struct Network {
    /// Where the spots of nodes, edges and remarks lie.
    pub origin: Origin,
    /// Attributes of the network as a whole, by name: `title`, `description`, `creator` …
    pub attributes: Vec<(String, Attribute)>,
    /// The names of the attributes of nodes.
    pub node_columns: Columns,
    /// The names of the attributes of edges.
    pub edge_columns: Columns,
    /// Where the values of edges stand in tables.
    pub edge_cells: ValueCells,
    /// The nodes, in the order of the file; one that edges alone name stands where the first does so.
    pub nodes: Vec<Node>,
    /// The edges, in the order of the file.
    pub edges: Vec<Edge>,
    /// Whether it lists the partners of each node, so that an edge may be named by both of its ends.
    pub lists_partners: bool,
    /// What the file itself holds, to be compared with what other readers count.
    pub held: Held,
    /// What the reader repaired, added or left out.
    pub remarks: Remarks,
}

impl Network {
    /// Changes what edges say. Those that say the same then share it, as before.
    ///
    /// # Errors
    /// The first that a change meets.
    pub fn change_edges<E>(
        &mut self,
        mut change: impl FnMut(&mut Edge) -> Result<(), E>,
    ) -> Result<(), E> {
        let mut known = KnownAttributes::default();
        self.edges.iter_mut().try_for_each(|edge| {
            change(edge)?;
            known.share(&mut edge.attributes);
            Ok(())
        })
    }

    /// Whether two edges have the same ends, whatever their directions.
    pub fn has_parallel_edges(&self) -> bool {
        let mut seen = HashSet::with_capacity(self.edges.len());
        self.edges.iter().any(|edge| !seen.insert((edge.from.min(edge.to), edge.from.max(edge.to))))
    }
}

/// How many nodes and edges a file declares, whatever became of them. A node that edges alone name, where
/// the format wants nodes declared, isn't held by the file.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Held {
    /// Nodes.
    pub nodes: usize,
    /// Edges.
    pub edges: usize,
}

/// A node. Its fields are empty where the file says nothing.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Node {
    /// Its id as written. Unique within the network: a reader that meets an id twice adds the second node
    /// under another one (see [`Network::remarks`]) or joins both, as the format has it.
    pub id: String,
    /// What is shown for it, where that is another text than the id.
    pub label: Option<String>,
    /// Its centre; units are those of the file, y down.
    pub position: Option<[f64; 2]>,
    /// Its colour.
    pub color: Option<Color>,
    /// The index of the node that it lies in, where the format nests nodes or names groups.
    pub parent: Option<u32>,
    /// Whether it stands for a group of nodes in the file (a subgraph, a group, a cluster).
    pub is_group: bool,
    /// Whether it was only named by edges.
    pub is_inferred: bool,
    /// All else, each column at most once, in the order of the file.
    pub attributes: Vec<(ColumnId, Attribute)>,
    /// Where it stands.
    pub spot: Spot,
}

/// An edge.
#[derive(Clone, Debug, PartialEq)]
pub struct Edge {
    /// Its id as written; empty where it has none. Ids of edges needn't be unique.
    pub id: CompactString,
    /// The index of the node at which it starts.
    pub from: u32,
    /// The index of the node at which it ends.
    pub to: u32,
    /// Whether it runs from one to the other; `None` where the file doesn't say.
    pub directed: Option<bool>,
    /// The text along it.
    pub label: Option<String>,
    /// Its weight as written, any finite number.
    pub weight: Option<f64>,
    /// Its colour.
    pub color: Option<Color>,
    /// All else, each column at most once, in the order of the file.
    pub attributes: EdgeAttributes,
    /// Where it stands.
    pub spot: Spot,
}

impl Edge {
    /// An edge of which nothing but its ends is known.
    pub fn new(from: u32, to: u32, spot: Spot) -> Self {
        Self {
            id: CompactString::default(),
            from,
            to,
            directed: None,
            label: None,
            weight: None,
            color: None,
            attributes: EdgeAttributes::default(),
            spot,
        }
    }
}
