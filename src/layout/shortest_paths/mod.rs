//! Lengths of shortest paths from some nodes to all.

mod breadth_first;
mod dial;

use rayon::prelude::*;

pub(super) use breadth_first::AT_ONCE;
use dial::Dial;

/// No path leads there.
pub(super) const UNREACHED: u16 = u16::MAX;
/// Breadth-first searches go side by side where the first one needed at most so many levels.
const SHALLOW: u16 = 24;
/// Below so many steps to be found, threads cost more than they bring.
const WORTH_THREADS: usize = 500_000;

/// Where a path can go on from each vertex, and how many steps that takes.
pub(super) struct Ways {
    starts: Vec<u32>,
    to: Vec<u32>,
    /// As long as `to`, or empty where every way takes one step.
    steps: Vec<u32>,
}

impl Ways {
    /// Of these edges (two ends and the steps between them), each leading both ways. Where all take
    /// the same steps, each counts as one.
    pub(super) fn new(vertices: usize, edges: &[(u32, u32, u32)]) -> Self {
        let mut starts = vec![0_u32; vertices + 1];
        for &(a, b, _) in edges {
            starts[a as usize + 1] += 1;
            starts[b as usize + 1] += 1;
        }
        for at in 0..vertices {
            starts[at + 1] += starts[at];
        }
        let are_even = edges.windows(2).all(|pair| pair[0].2 == pair[1].2);
        let mut next = starts.clone();
        let mut to = vec![0; edges.len() * 2];
        let mut steps = vec![0; if are_even { 0 } else { to.len() }];
        for &(a, b, long) in edges {
            for (from, end) in [(a, b), (b, a)] {
                let place = next[from as usize] as usize;
                next[from as usize] += 1;
                to[place] = end;
                if let Some(steps) = steps.get_mut(place) {
                    *steps = long;
                }
            }
        }
        Self { starts, to, steps }
    }

    pub(super) fn vertex_count(&self) -> usize {
        self.starts.len() - 1
    }

    /// The other ends of a vertex's ways.
    #[inline(always)]
    pub(super) fn of(&self, vertex: u32) -> &[u32] {
        &self.to[self.range(vertex)]
    }

    /// The other ends of a vertex's ways with the steps to each.
    fn with_steps(&self, vertex: u32) -> impl Iterator<Item = (u32, u32)> {
        let range = self.range(vertex);
        let steps = self.steps.get(range.clone()).unwrap_or_default();
        let long = move |place| steps.get(place).copied().unwrap_or(1);
        self.to[range].iter().enumerate().map(move |(place, &to)| (to, long(place)))
    }

    #[inline(always)]
    fn range(&self, vertex: u32) -> std::ops::Range<usize> {
        self.starts[vertex as usize] as usize..self.starts[vertex as usize + 1] as usize
    }

    pub(super) fn are_even(&self) -> bool {
        self.steps.is_empty()
    }

    fn longest(&self) -> u32 {
        self.steps.iter().copied().max().unwrap_or(1)
    }
}

/// The steps from up to [`AT_ONCE`] sources to each node.
pub(super) struct Block {
    /// By node and source.
    steps: Vec<u16>,
    pub(super) sources: Vec<u32>,
}

impl Block {
    /// The steps from each source to this node.
    #[inline(always)]
    pub(super) fn of(&self, node: usize) -> &[u16] {
        let width = self.sources.len();
        &self.steps[node * width..(node + 1) * width]
    }

    /// The most steps to any node that is reached.
    pub(super) fn longest(&self) -> u16 {
        deepest(&self.steps)
    }
}

/// Searches from these sources to the first `nodes` vertices, on several threads where that pays.
pub(super) fn search(ways: &Ways, nodes: usize, sources: &[u32]) -> Vec<Block> {
    let groups: Vec<&[u32]> = sources.chunks(AT_ONCE).collect();
    let block = |sources: &&[u32]| search_block(ways, nodes, sources);
    if groups.len() > 1 && nodes * sources.len() >= WORTH_THREADS {
        groups.par_iter().map(block).collect()
    } else {
        groups.iter().map(block).collect()
    }
}

/// How many ways the vertex is from the first one to which the path has the most.
pub(super) fn depth(ways: &Ways) -> u16 {
    let vertices = ways.vertex_count();
    if vertices == 0 {
        return 0;
    }
    let mut hops = vec![0; vertices];
    breadth_first::one_by_one(ways, 0, &mut hops, &mut vec![0; vertices]);
    deepest(&hops)
}

fn deepest(hops: &[u16]) -> u16 {
    hops.iter().copied().filter(|&hops| hops != UNREACHED).max().unwrap_or(0)
}

fn search_block(ways: &Ways, nodes: usize, sources: &[u32]) -> Block {
    let width = sources.len();
    let mut steps = vec![UNREACHED; nodes * width];
    let mut put = |which: usize, all: &[u16]| {
        for (node, &long) in all[..nodes].iter().enumerate() {
            steps[node * width + which] = long;
        }
    };
    if !ways.are_even() {
        let mut dial = Dial::new(ways);
        let mut row = vec![0; ways.vertex_count()];
        for (which, &source) in sources.iter().enumerate() {
            dial.search(source);
            for (short, &long) in row.iter_mut().zip(&dial.steps) {
                *short = u16::try_from(long).unwrap_or(if long == dial::UNREACHED {
                    UNREACHED
                } else {
                    UNREACHED - 1
                });
            }
            put(which, &row);
        }
        return Block { steps, sources: sources.to_vec() };
    }
    let (mut row, mut queue) = (vec![0; ways.vertex_count()], vec![0; ways.vertex_count()]);
    breadth_first::one_by_one(ways, sources[0], &mut row, &mut queue);
    put(0, &row);
    if deepest(&row) <= SHALLOW {
        breadth_first::side_by_side(ways, sources, |vertex, which, hops| {
            if vertex < nodes {
                steps[vertex * width + which] = hops;
            }
        });
    } else {
        for (which, &source) in sources.iter().enumerate().skip(1) {
            breadth_first::one_by_one(ways, source, &mut row, &mut queue);
            put(which, &row);
        }
    }
    Block { steps, sources: sources.to_vec() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::layout::rng::Rng;

    fn random_edges(vertices: usize, count: usize, steps: impl Fn(usize) -> u32) -> Ways {
        let mut rng = Rng::new(9);
        let mut end = || rng.below(vertices) as u32;
        let edges: Vec<_> = (0..count).map(|edge| (end(), end(), steps(edge))).collect();
        Ways::new(vertices, &edges)
    }

    fn all(ways: &Ways, nodes: usize) -> Vec<Vec<u16>> {
        let sources: Vec<u32> = (0..nodes as u32).collect();
        let blocks = search(ways, nodes, &sources);
        (0..nodes).map(|node| blocks.iter().flat_map(|b| b.of(node)).copied().collect()).collect()
    }

    #[test]
    fn three_ways_to_search_agree() {
        let even = random_edges(300, 420, |_| 7);
        let side_by_side = all(&even, 300);
        let (mut row, mut queue) = (vec![0; 300], vec![0; 300]);
        let mut dial = Dial::new(&even);
        for source in 0..300_u32 {
            breadth_first::one_by_one(&even, source, &mut row, &mut queue);
            dial.search(source);
            for node in 0..300 {
                assert_eq!(side_by_side[node][source as usize], row[node]);
                let by_dial = u16::try_from(dial.steps[node]).unwrap_or(UNREACHED);
                assert_eq!(row[node], by_dial, "{source} to {node}");
            }
        }
        assert!(row.contains(&UNREACHED));
    }

    #[test]
    fn paths_are_as_long_from_either_end() {
        let uneven = random_edges(120, 300, |edge| 1 + edge as u32 % 9);
        let steps = all(&uneven, 120);
        for (a, row) in steps.iter().enumerate() {
            for (b, &there) in row.iter().enumerate() {
                assert_eq!(there, steps[b][a]);
            }
        }
    }
}
