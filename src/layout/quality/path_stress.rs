//! Stress against graph distances: how far drawn distances are from being proportional to them.
//!
//! Source: many breadth-first searches at once, one bit each (Then et al. 2014, "The more the merrier:
//! efficient multi-source graph traversal"). Exact for all pairs up to [`ALL_PAIRS`] nodes; above,
//! the pairs from [`SOURCES`] sampled nodes to all others.

use super::adjacency::Adjacency;
use super::sampling::sample_nodes;
use crate::layout::geometry::Xy;

/// The most nodes for which all pairs count.
const ALL_PAIRS: usize = 6000;
const SOURCES: usize = 200;
const SOURCES_AT_ONCE: usize = u64::BITS as usize;

/// The least, over all scales, of the mean of (scaled drawn distance / graph distance − 1)², over the pairs
/// that a path connects; 0 if there are none, 1 if all lie in one point.
pub(super) fn stress(adjacency: &Adjacency, at: &[Xy]) -> f64 {
    let count = if at.len() <= ALL_PAIRS { at.len() } else { SOURCES };
    let mut search = MultiSourceSearch::new(adjacency, at.len());
    let mut sums = RatioSums::default();
    for sources in sample_nodes(count, at.len()).chunks(SOURCES_AT_ONCE) {
        search.start(sources);
        let mut distance = 0.0;
        while search.advance() {
            distance += 1.0;
            sums.add(distance, sources, &search, at);
        }
    }
    sums.stress()
}

/// Sums over pairs, with q the drawn distance divided by the graph distance.
#[derive(Default)]
struct RatioSums {
    pairs: f64,
    q: f64,
    q_squared: f64,
}

impl RatioSums {
    fn add(&mut self, distance: f64, sources: &[u32], search: &MultiSourceSearch, at: &[Xy]) {
        let from = |&node: &u32| at[node as usize].map(f64::from);
        let sources: Vec<[f64; 2]> = sources.iter().map(from).collect();
        let (mut drawn, mut squared) = (0.0, 0.0);
        for node in &search.frontier {
            let [x, y] = from(node);
            let mut reached_by = search.reached_by[*node as usize];
            self.pairs += f64::from(reached_by.count_ones());
            while reached_by != 0 {
                let source = sources[reached_by.trailing_zeros() as usize];
                let (dx, dy) = (x - source[0], y - source[1]);
                let square = dx * dx + dy * dy;
                drawn += square.sqrt();
                squared += square;
                reached_by &= reached_by - 1;
            }
        }
        self.q += drawn / distance;
        self.q_squared += squared / (distance * distance);
    }

    fn stress(&self) -> f64 {
        match self.pairs * self.q_squared {
            most if most > 0.0 => (1.0 - self.q * self.q / most).max(0.0),
            _ if self.pairs > 0.0 => 1.0,
            _ => 0.0,
        }
    }
}

/// Breadth-first searches from up to [`SOURCES_AT_ONCE`] nodes, one level at a time. Each bit of a word is
/// one of them.
struct MultiSourceSearch<'a> {
    adjacency: &'a Adjacency,
    /// The nodes reached at the current level.
    frontier: Vec<u32>,
    /// The searches that reached each of them.
    reached_by: Vec<u64>,
    /// The same for the next level.
    next_frontier: Vec<u32>,
    next_reached_by: Vec<u64>,
    /// The searches that have reached each node, and each group.
    seen: Vec<u64>,
    seen_groups: Vec<u64>,
}

impl<'a> MultiSourceSearch<'a> {
    fn new(adjacency: &'a Adjacency, nodes: usize) -> Self {
        Self {
            adjacency,
            frontier: Vec::new(),
            reached_by: vec![0; nodes],
            next_frontier: Vec::new(),
            next_reached_by: vec![0; nodes],
            seen: vec![0; nodes],
            seen_groups: vec![0; adjacency.groups.count()],
        }
    }

    fn start(&mut self, sources: &[u32]) {
        self.seen.fill(0);
        self.seen_groups.fill(0);
        self.frontier.clear();
        for (bit, &source) in sources.iter().enumerate() {
            self.seen[source as usize] = 1 << bit;
            self.reached_by[source as usize] = 1 << bit;
            self.frontier.push(source);
        }
    }

    /// Takes all searches one level further. Returns whether any reached a new node.
    fn advance(&mut self) -> bool {
        for node in std::mem::take(&mut self.frontier) {
            let reached_by = std::mem::take(&mut self.reached_by[node as usize]);
            self.reach(self.adjacency.ties.of(node), reached_by);
            for &group in self.adjacency.groups_of.of(node) {
                let new = reached_by & !self.seen_groups[group as usize];
                self.seen_groups[group as usize] |= new;
                self.reach(self.adjacency.groups.of(group), new);
            }
        }
        for &node in &self.next_frontier {
            self.seen[node as usize] |= self.next_reached_by[node as usize];
        }
        std::mem::swap(&mut self.frontier, &mut self.next_frontier);
        std::mem::swap(&mut self.reached_by, &mut self.next_reached_by);
        !self.frontier.is_empty()
    }

    fn reach(&mut self, nodes: &[u32], searches: u64) {
        for &node in nodes {
            let new = searches & !self.seen[node as usize];
            if new != 0 {
                if self.next_reached_by[node as usize] == 0 {
                    self.next_frontier.push(node);
                }
                self.next_reached_by[node as usize] |= new;
            }
        }
    }
}
