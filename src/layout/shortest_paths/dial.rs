//! Lengths of shortest paths, from one vertex to all.
//!
//! Source: Dial 1969 ("Algorithm 360"): Dijkstra's search with a circular array of buckets, linear in
//! edges plus the length of the longest path. Exact, as lengths are whole steps.

use super::PathGraph;

/// The steps to vertices that no path reaches.
pub(super) const UNREACHED: u32 = u32::MAX;

/// The working memory of searches, kept from one search to the next.
pub(super) struct Dial<'a> {
    graph: &'a PathGraph,
    buckets: Vec<Vec<u32>>,
    /// Steps from the last source to each vertex.
    pub(super) steps: Vec<u32>,
}

impl<'a> Dial<'a> {
    pub(super) fn new(graph: &'a PathGraph) -> Self {
        let buckets = vec![Vec::new(); graph.longest_edge() as usize + 1];
        Self { graph, buckets, steps: vec![UNREACHED; graph.vertex_count()] }
    }

    /// Fills [`steps`](Self::steps) from this source.
    pub(super) fn search(&mut self, source: u32) {
        self.steps.fill(UNREACHED);
        self.steps[source as usize] = 0;
        self.buckets[0].push(source);
        let (mut pending, mut now) = (1_usize, 0_u32);
        while pending > 0 {
            let slot = now as usize % self.buckets.len();
            let mut bucket = std::mem::take(&mut self.buckets[slot]);
            pending -= bucket.len();
            for &vertex in &bucket {
                if self.steps[vertex as usize] != now {
                    continue; // since reached by a shorter path
                }
                for (to, steps) in self.graph.neighbours_with_steps(vertex) {
                    let reached = now.saturating_add(steps);
                    if reached < self.steps[to as usize] {
                        self.steps[to as usize] = reached;
                        let slot = reached as usize % self.buckets.len();
                        self.buckets[slot].push(to);
                        pending += 1;
                    }
                }
            }
            // Every edge takes at least one step, so nothing was added to this bucket meanwhile.
            bucket.clear();
            self.buckets[slot] = bucket;
            now += 1;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn takes_the_shorter_of_two_ways() {
        let graph = PathGraph::new(3, &[(0, 1, 19), (1, 2, 19), (0, 2, 38), (0, 2, 21)]);
        let mut dial = Dial::new(&graph);
        dial.search(0);
        assert_eq!(dial.steps, vec![0, 19, 21]);
        dial.search(2);
        assert_eq!(dial.steps, vec![21, 19, 0]);
    }

    #[test]
    fn other_parts_are_not_reached() {
        let graph = PathGraph::new(4, &[(0, 1, 19), (2, 3, 5)]);
        let mut dial = Dial::new(&graph);
        dial.search(0);
        assert_eq!(dial.steps, vec![0, 19, UNREACHED, UNREACHED]);
    }
}
