//! Which nodes lie in which subgraph, for those that are the ends of edges.

use std::borrow::Cow;
use std::collections::HashMap;

use super::budget::Budget;
use crate::formats::problems::{OpenError, Spot};

/// The nodes of subgraphs. All nodes are written into one list as they are named; a subgraph is the part of
/// it that was written while it was open, so that no node is kept again for each subgraph around it.
#[derive(Default)]
pub struct Subgraphs<'a> {
    named: Vec<u32>,
    numbers: HashMap<(u32, Cow<'a, str>), u32>,
    parts: HashMap<u32, Vec<(usize, usize)>>,
    count: u32,
}

impl<'a> Subgraphs<'a> {
    /// A node is named here.
    pub fn name_node(&mut self, node: u32) {
        self.named.push(node);
    }

    /// How many nodes have been named so far.
    pub const fn len(&self) -> usize {
        self.named.len()
    }

    /// The number of a subgraph in another one; the same where its name was there before.
    pub fn number(&mut self, parent: u32, name: Option<Cow<'a, str>>) -> u32 {
        let next = self.count + 1;
        let number = match name {
            Some(name) => *self.numbers.entry((parent, name)).or_insert(next),
            None => next,
        };
        self.count = self.count.max(number);
        number
    }

    /// The subgraph ends, which began when `start` nodes had been named. It may be opened again if it has
    /// a name.
    pub fn close(&mut self, number: u32, start: usize, has_name: bool) {
        if has_name && start < self.named.len() {
            self.parts.entry(number).or_default().push((start, self.named.len()));
        }
    }

    /// The nodes of a subgraph that was just closed, each once, in the order of the file.
    ///
    /// # Errors
    /// When the file makes one look at too many.
    pub fn nodes(
        &self,
        number: u32,
        start: usize,
        budget: &mut Budget,
        spot: Spot,
    ) -> Result<Vec<u32>, OpenError> {
        let last = [(start, self.named.len())];
        let parts = self.parts.get(&number).map_or(&last[..], Vec::as_slice);
        budget.take_ends(parts.iter().map(|(from, to)| to - from + 1).sum(), spot)?;
        let mut nodes = Vec::new();
        for (from, to) in parts {
            nodes.extend_from_slice(self.named.get(*from..*to).unwrap_or_default());
        }
        nodes.sort_unstable();
        nodes.dedup();
        Ok(nodes)
    }
}
