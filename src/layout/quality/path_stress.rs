//! Stress against graph distances: how far drawn distances are from following the hops.
//!
//! Source: many searches in breadth at once, one bit each (Then et al. 2014, "The more the merrier:
//! efficient multi-source graph traversal"). Exact for all pairs up to [`ALL_PAIRS`] nodes; above,
//! the pairs from [`SOURCES`] seeded nodes to all others.

use super::adjacency::Joined;
use super::sampling::pick;
use crate::layout::geometry::Xy;

const ALL_PAIRS: usize = 6000;
const SOURCES: usize = 200;
const AT_ONCE: usize = u64::BITS as usize;

/// The least over all scales of the mean of (scaled drawn distance / hops − 1)², over the pairs that
/// a path joins; 0 where there are none, 1 where all lie in one point.
pub(super) fn stress(joined: &Joined, at: &[Xy]) -> f64 {
    let count = if at.len() <= ALL_PAIRS { at.len() } else { SOURCES };
    let mut search = Search::new(joined, at.len());
    let mut sums = Sums::default();
    for sources in pick(count, at.len()).chunks(AT_ONCE) {
        search.start(sources);
        let mut hops = 0.0;
        while search.go_on() {
            hops += 1.0;
            sums.add(hops, sources, &search, at);
        }
    }
    sums.stress()
}

/// Sums over pairs, q being the drawn distance by the number of hops.
#[derive(Default)]
struct Sums {
    pairs: f64,
    q: f64,
    q_squared: f64,
}

impl Sums {
    fn add(&mut self, hops: f64, sources: &[u32], search: &Search, at: &[Xy]) {
        let from = |&node: &u32| at[node as usize].map(f64::from);
        let sources: Vec<[f64; 2]> = sources.iter().map(from).collect();
        let (mut drawn, mut squared) = (0.0, 0.0);
        for node in &search.now {
            let [x, y] = from(node);
            let mut came = search.came[*node as usize];
            self.pairs += f64::from(came.count_ones());
            while came != 0 {
                let source = sources[came.trailing_zeros() as usize];
                let (dx, dy) = (x - source[0], y - source[1]);
                let square = dx * dx + dy * dy;
                drawn += square.sqrt();
                squared += square;
                came &= came - 1;
            }
        }
        self.q += drawn / hops;
        self.q_squared += squared / (hops * hops);
    }

    fn stress(&self) -> f64 {
        match self.pairs * self.q_squared {
            most if most > 0.0 => (1.0 - self.q * self.q / most).max(0.0),
            _ if self.pairs > 0.0 => 1.0,
            _ => 0.0,
        }
    }
}

/// Searches from up to [`AT_ONCE`] nodes, a hop at a time. A bit of a word stands for one of them.
struct Search<'a> {
    joined: &'a Joined,
    /// The nodes that were reached with the last hop, and by which searches.
    now: Vec<u32>,
    came: Vec<u64>,
    /// The same for the hop that is being made.
    next: Vec<u32>,
    coming: Vec<u64>,
    /// Which searches have been at each node, and in each group.
    seen: Vec<u64>,
    seen_groups: Vec<u64>,
}

impl<'a> Search<'a> {
    fn new(joined: &'a Joined, nodes: usize) -> Self {
        Self {
            joined,
            now: Vec::new(),
            came: vec![0; nodes],
            next: Vec::new(),
            coming: vec![0; nodes],
            seen: vec![0; nodes],
            seen_groups: vec![0; joined.groups.count()],
        }
    }

    fn start(&mut self, sources: &[u32]) {
        self.seen.fill(0);
        self.seen_groups.fill(0);
        self.now.clear();
        for (bit, &source) in sources.iter().enumerate() {
            self.seen[source as usize] = 1 << bit;
            self.came[source as usize] = 1 << bit;
            self.now.push(source);
        }
    }

    /// Takes all searches a hop further; `false` when none finds a new node.
    fn go_on(&mut self) -> bool {
        for node in std::mem::take(&mut self.now) {
            let came = std::mem::take(&mut self.came[node as usize]);
            self.reach(self.joined.ties.of(node), came);
            for &group in self.joined.groups_of.of(node) {
                let new = came & !self.seen_groups[group as usize];
                self.seen_groups[group as usize] |= new;
                self.reach(self.joined.groups.of(group), new);
            }
        }
        for &node in &self.next {
            self.seen[node as usize] |= self.coming[node as usize];
        }
        std::mem::swap(&mut self.now, &mut self.next);
        std::mem::swap(&mut self.came, &mut self.coming);
        !self.now.is_empty()
    }

    fn reach(&mut self, nodes: &[u32], searches: u64) {
        for &node in nodes {
            let new = searches & !self.seen[node as usize];
            if new != 0 {
                if self.coming[node as usize] == 0 {
                    self.next.push(node);
                }
                self.coming[node as usize] |= new;
            }
        }
    }
}
