//! Lists of values for each node in one array, those of one node in the order given.

pub(super) struct ByNode<T> {
    starts: Vec<u32>,
    values: Vec<T>,
}

impl<T: Copy> ByNode<T> {
    /// Groups these pairs of a node and a value. They are iterated twice, which takes less memory than
    /// collecting them.
    pub(super) fn new(nodes: usize, all: impl Iterator<Item = (u32, T)> + Clone) -> Self {
        let mut starts = vec![0_u32; nodes + 1];
        for (node, _) in all.clone() {
            starts[node as usize + 1] += 1;
        }
        for node in 0..nodes {
            starts[node + 1] += starts[node];
        }
        let mut next = starts.clone();
        let Some((_, any)) = all.clone().next() else {
            return Self { starts, values: Vec::new() };
        };
        let mut values = vec![any; starts[nodes] as usize];
        for (node, value) in all {
            values[next[node as usize] as usize] = value;
            next[node as usize] += 1;
        }
        Self { starts, values }
    }

    #[inline(always)]
    pub(super) fn of(&self, node: usize) -> &[T] {
        &self.values[self.starts[node] as usize..self.starts[node + 1] as usize]
    }
}
