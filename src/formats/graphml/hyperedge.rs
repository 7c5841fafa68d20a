//! Edges between any number of nodes.

use crate::formats::network::{Edge, NetworkBuilder};
use crate::formats::problems::{OpenError, Spot};

/// The most ends that are named in a remark.
const MAX_NAMED: usize = 8;

/// An edge between any number of nodes, while it is read.
#[derive(Debug, Default)]
pub struct Hyperedge {
    /// Its id.
    pub id: String,
    /// The ids of the nodes.
    pub ends: Vec<String>,
    /// Where it starts.
    pub spot: Spot,
}

impl Hyperedge {
    /// Adds it where it is an edge like others, between two nodes; otherwise says that it isn't kept. The file
    /// doesn't count it among its edges.
    ///
    /// # Errors
    /// When there are more nodes or edges than are read.
    pub fn add_to(self, builder: &mut NetworkBuilder) -> Result<(), OpenError> {
        if let [from, to] = &self.ends[..] {
            let (from, to) = (builder.named(from, self.spot)?, builder.named(to, self.spot)?);
            let edge = Edge { id: self.id.into(), ..Edge::new(from, to, self.spot) };
            builder.add_edge(edge)?;
            builder.network().held.edges -= 1;
            return Ok(());
        }
        let named: Vec<&str> = self.ends.iter().take(MAX_NAMED).map(String::as_str).collect();
        builder.network().remarks.lose(
            self.spot,
            &named.join(", "),
            "is an edge between more or fewer than two nodes",
            "It was left out, for ties between each two of them would say more than it does.",
            "Make it an organisation, of which they are members.",
        );
        Ok(())
    }
}
