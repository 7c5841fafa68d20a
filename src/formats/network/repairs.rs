//! What readers of formats with declared nodes repair or lose alike, in the same words.

use super::{Columns, NetworkBuilder};
use crate::formats::network::ColumnId;
use crate::formats::problems::{OpenError, Spot};

/// The most columns of nodes, and of edges, that are read of formats that name them freely; a map keeps far
/// fewer, and each value is compared with the others of its node.
pub const MAX_COLUMNS_READ: usize = 512;
/// So many groups may lie inside one another.
const MAX_NESTED_GROUPS: usize = 256;

impl Columns {
    /// The column of a name, which is added if it is new; `None` where there are too many.
    pub fn add_within_limit(&mut self, name: &str) -> Option<ColumnId> {
        let fits = self.is_next(name) || self.len() < MAX_COLUMNS_READ || self.find(name).is_some();
        fits.then(|| self.add(name))
    }
}

impl NetworkBuilder {
    /// The columns of edges or of nodes.
    pub fn columns(&mut self, of_edges: bool) -> &mut Columns {
        if of_edges { self.edge_columns() } else { self.node_columns() }
    }

    /// Says that an attribute isn't read, for there are too many.
    pub fn lose_column(&mut self, spot: Spot, name: &str) {
        self.network().remarks.lose(
            spot,
            name,
            &format!("names an attribute beyond the {MAX_COLUMNS_READ} that are read"),
            "Its values were left out.",
            "Leave out the attributes that the map doesn't need.",
        );
    }

    /// Says that a second value of the same attribute isn't kept.
    pub fn lose_repeated(&mut self, spot: Spot, name: &str) {
        self.network().remarks.lose(
            spot,
            name,
            "gives an attribute a second value",
            "The first one was kept.",
            "Give each attribute one value, or name them apart.",
        );
    }

    /// Counts an edge that lacks an end, and says that it isn't kept.
    pub fn lose_endless(&mut self, spot: Spot, id: &str) {
        self.network().held.edges += 1;
        self.network().remarks.lose(
            spot,
            id,
            "is an edge that doesn't name both its ends",
            "The edge was left out.",
            "Name the node that it starts at and the one that it ends at.",
        );
    }

    /// Says that an edge has a direction which isn't one, unless the word for it is read or empty.
    pub fn check_direction(&mut self, spot: Spot, written: Option<&str>, read: Option<bool>) {
        let Some(word) = written.filter(|word| read.is_none() && !word.trim().is_empty()) else {
            return;
        };
        self.network().remarks.lose(
            spot,
            word,
            "has a direction that the format doesn't know",
            "The edge has that of the whole graph.",
            "Say that it is directed or undirected.",
        );
    }

    /// Declares a node without an id, with a remark.
    ///
    /// # Errors
    /// When there are more nodes than are read.
    pub fn declare_nameless(&mut self, spot: Spot) -> Result<u32, OpenError> {
        self.network().remarks.warn(
            spot,
            "",
            "is a node without an id",
            "It was called by its number.",
            "Give it an id, so that edges can name it.",
        );
        self.declare_unnamed(spot)
    }

    /// Declares a node that lies in another, if it does, which becomes a group. Where it has no id it is called
    /// by its number, with a remark.
    ///
    /// # Errors
    /// When there are more nodes than are read.
    pub fn declare_in(
        &mut self,
        group: Option<u32>,
        id: Option<&str>,
        spot: Spot,
    ) -> Result<u32, OpenError> {
        let index = match id {
            Some(id) => self.declare(id, spot)?,
            None => self.declare_nameless(spot)?,
        };
        if let Some(group) = group.and_then(|group| self.node(group)) {
            group.is_group = true;
        }
        if let Some(node) = self.node(index) {
            node.parent = group;
        }
        Ok(index)
    }

    /// Puts a node into the one of this id, unless that isn't there or lies in the node itself.
    pub fn put_into(&mut self, node: u32, group: &str, spot: Spot) {
        let found = self.find(group).filter(|found| !self.lies_in(*found, node));
        let Some(index) = found else {
            self.network().remarks.lose(
                spot,
                group,
                "lies in a node that isn't in the file or lies in itself",
                "The node was kept outside it.",
                "Name a node that is in the file.",
            );
            return;
        };
        if let Some(node) = self.node(node) {
            node.parent = Some(index);
        }
        if let Some(group) = self.node(index) {
            group.is_group = true;
        }
    }

    /// Whether a node is or lies in another, or so deep that it can't be told.
    fn lies_in(&mut self, node: u32, outer: u32) -> bool {
        let mut at = Some(node);
        for _ in 0..MAX_NESTED_GROUPS {
            match at {
                None => return false,
                Some(index) if index == outer => return true,
                Some(index) => at = self.node(index).and_then(|node| node.parent),
            }
        }
        true
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_node_does_not_lie_in_itself() {
        let here = Spot::at(1, 1);
        let mut builder = NetworkBuilder::new();
        let [a, b, c] = ["a", "b", "c"].map(|id| builder.declare(id, here).unwrap());
        builder.put_into(b, "a", here);
        builder.put_into(c, "b", here);
        builder.put_into(a, "c", here);
        builder.put_into(a, "a", here);
        builder.put_into(a, "ghost", here);
        let network = builder.finish();
        let parents: Vec<_> = network.nodes.iter().map(|node| node.parent).collect();
        assert_eq!(parents, [None, Some(a), Some(b)]);
        assert_eq!(network.nodes.iter().filter(|node| node.is_group).count(), 2);
        assert_eq!(network.remarks.groups().map(|group| group.count).collect::<Vec<_>>(), [3]);
    }

    #[test]
    fn a_nameless_node_gets_a_free_number() {
        let here = Spot::at(1, 1);
        let mut builder = NetworkBuilder::new();
        builder.declare("2", here).unwrap();
        builder.declare_nameless(here).unwrap();
        assert_eq!(builder.finish().nodes[1].id, "3");
    }
}
