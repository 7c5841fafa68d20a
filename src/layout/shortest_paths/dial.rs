//! Lengths of shortest paths, from one vertex to all.
//!
//! Source: Dial 1969 ("Algorithm 360"): Dijkstra's search with a ring of buckets, linear in ties
//! plus the length of the longest path. Exact, as lengths are whole steps. A vertex that no path
//! reaches has [`UNREACHED`].

use super::Ways;

pub(super) const UNREACHED: u32 = u32::MAX;

/// The working memory of searches, kept from one to the next.
pub(super) struct Dial<'a> {
    ways: &'a Ways,
    ring: Vec<Vec<u32>>,
    /// Steps from the last source to each vertex.
    pub(super) steps: Vec<u32>,
}

impl<'a> Dial<'a> {
    pub(super) fn new(ways: &'a Ways) -> Self {
        let ring = vec![Vec::new(); ways.longest() as usize + 1];
        Self { ways, ring, steps: vec![UNREACHED; ways.vertex_count()] }
    }

    pub(super) fn search(&mut self, source: u32) {
        self.steps.fill(UNREACHED);
        self.steps[source as usize] = 0;
        self.ring[0].push(source);
        let (mut waiting, mut now) = (1_usize, 0_u32);
        while waiting > 0 {
            let slot = now as usize % self.ring.len();
            let mut bucket = std::mem::take(&mut self.ring[slot]);
            waiting -= bucket.len();
            for &vertex in &bucket {
                if self.steps[vertex as usize] != now {
                    continue; // reached by a shorter way since
                }
                for (to, steps) in self.ways.with_steps(vertex) {
                    let reached = now.saturating_add(steps);
                    if reached < self.steps[to as usize] {
                        self.steps[to as usize] = reached;
                        let slot = reached as usize % self.ring.len();
                        self.ring[slot].push(to);
                        waiting += 1;
                    }
                }
            }
            // Every way takes a step at least, so nothing was added to this bucket meanwhile.
            bucket.clear();
            self.ring[slot] = bucket;
            now += 1;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn takes_the_shorter_of_two_ways() {
        let ways = Ways::new(3, &[(0, 1, 19), (1, 2, 19), (0, 2, 38), (0, 2, 21)]);
        let mut dial = Dial::new(&ways);
        dial.search(0);
        assert_eq!(dial.steps, vec![0, 19, 21]);
        dial.search(2);
        assert_eq!(dial.steps, vec![21, 19, 0]);
    }

    #[test]
    fn other_parts_are_not_reached() {
        let ways = Ways::new(4, &[(0, 1, 19), (2, 3, 5)]);
        let mut dial = Dial::new(&ways);
        dial.search(0);
        assert_eq!(dial.steps, vec![0, 19, UNREACHED, UNREACHED]);
    }
}
