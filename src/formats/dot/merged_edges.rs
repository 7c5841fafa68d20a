//! Which edges are one: in a strict graph those with the same ends, otherwise those with the same key.

use std::collections::HashMap;

/// The edges that further ones with the same ends may be merged into.
#[derive(Default)]
pub struct MergedEdges {
    is_directed: bool,
    is_strict: bool,
    edges: HashMap<(u32, u32, String), usize>,
}

impl MergedEdges {
    /// For a graph.
    pub fn new(is_directed: bool, is_strict: bool) -> Self {
        Self { is_directed, is_strict, ..Self::default() }
    }

    /// The edge that one with these ends and this key is the same as; otherwise it becomes the edge of this
    /// index.
    pub fn same_as(&mut self, ends: [u32; 2], key: Option<&str>, index: usize) -> Option<usize> {
        let key = match key {
            _ if self.is_strict => "",
            Some(key) => key,
            None => return None,
        };
        let [from, to] = match ends {
            [from, to] if !self.is_directed && to < from => [to, from],
            ends => ends,
        };
        let known = *self.edges.entry((from, to, key.to_owned())).or_insert(index);
        (known != index).then_some(known)
    }
}
