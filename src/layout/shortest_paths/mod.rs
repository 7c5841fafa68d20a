//! Lengths of shortest paths from some vertices to all.

mod breadth_first;
mod dial;

use rayon::prelude::*;

pub(super) use breadth_first::SOURCES_AT_ONCE;
use dial::Dial;

/// The distance of vertices that no path reaches.
pub(super) const UNREACHED: u16 = u16::MAX;
/// Breadth-first searches are run together if the first one has at most this many levels.
const MOST_LEVELS: u16 = 24;
/// With fewer distances to be found, threads cost more than they save.
const WORTH_THREADS: usize = 500_000;

/// An undirected graph as adjacency lists in one array. The length of an edge is a number of steps.
pub(super) struct PathGraph {
    starts: Vec<u32>,
    targets: Vec<u32>,
    /// As long as `targets`, or empty if every edge takes one step.
    steps: Vec<u32>,
}

impl PathGraph {
    /// The graph of these edges, each given as two ends and its steps. If all take the same number of
    /// steps, each counts as one.
    pub(super) fn new(vertices: usize, edges: &[(u32, u32, u32)]) -> Self {
        let mut starts = vec![0_u32; vertices + 1];
        for &(a, b, _) in edges {
            starts[a as usize + 1] += 1;
            starts[b as usize + 1] += 1;
        }
        for vertex in 0..vertices {
            starts[vertex + 1] += starts[vertex];
        }
        let is_unweighted = edges.windows(2).all(|pair| pair[0].2 == pair[1].2);
        let mut next = starts.clone();
        let mut targets = vec![0; edges.len() * 2];
        let mut steps = vec![0; if is_unweighted { 0 } else { targets.len() }];
        for &(a, b, length) in edges {
            for (from, end) in [(a, b), (b, a)] {
                let index = next[from as usize] as usize;
                next[from as usize] += 1;
                targets[index] = end;
                if let Some(steps) = steps.get_mut(index) {
                    *steps = length;
                }
            }
        }
        Self { starts, targets, steps }
    }

    pub(super) fn vertex_count(&self) -> usize {
        self.starts.len() - 1
    }

    /// The other ends of a vertex's edges.
    #[inline(always)]
    pub(super) fn neighbours(&self, vertex: u32) -> &[u32] {
        &self.targets[self.range(vertex)]
    }

    /// The other ends of a vertex's edges with the steps to each.
    fn neighbours_with_steps(&self, vertex: u32) -> impl Iterator<Item = (u32, u32)> {
        let range = self.range(vertex);
        let steps = self.steps.get(range.clone()).unwrap_or_default();
        let length = move |index| steps.get(index).copied().unwrap_or(1);
        self.targets[range].iter().enumerate().map(move |(index, &to)| (to, length(index)))
    }

    #[inline(always)]
    fn range(&self, vertex: u32) -> std::ops::Range<usize> {
        self.starts[vertex as usize] as usize..self.starts[vertex as usize + 1] as usize
    }

    /// Whether every edge takes one step.
    pub(super) fn is_unweighted(&self) -> bool {
        self.steps.is_empty()
    }

    fn longest_edge(&self) -> u32 {
        self.steps.iter().copied().max().unwrap_or(1)
    }
}

/// The distances, in steps, from up to [`SOURCES_AT_ONCE`] sources to each node.
pub(super) struct DistanceBlock {
    /// By node, then source.
    steps: Vec<u16>,
    pub(super) sources: Vec<u32>,
}

impl DistanceBlock {
    /// The steps from each source to this node.
    #[inline(always)]
    pub(super) fn to_node(&self, node: usize) -> &[u16] {
        let width = self.sources.len();
        &self.steps[node * width..(node + 1) * width]
    }

    /// The most steps to any node that is reached.
    pub(super) fn longest(&self) -> u16 {
        largest_distance(&self.steps)
    }
}

/// The distances from these sources to the first `nodes` vertices, on several threads if that pays.
pub(super) fn distances(graph: &PathGraph, nodes: usize, sources: &[u32]) -> Vec<DistanceBlock> {
    let groups: Vec<&[u32]> = sources.chunks(SOURCES_AT_ONCE).collect();
    let block = |sources: &&[u32]| search_block(graph, nodes, sources);
    if groups.len() > 1 && nodes * sources.len() >= WORTH_THREADS {
        groups.par_iter().map(block).collect()
    } else {
        groups.iter().map(block).collect()
    }
}

/// The most edges that any vertex is away from the first one.
pub(super) fn eccentricity(graph: &PathGraph) -> u16 {
    let vertices = graph.vertex_count();
    if vertices == 0 {
        return 0;
    }
    let mut distances = vec![0; vertices];
    breadth_first::single_source(graph, 0, &mut distances, &mut vec![0; vertices]);
    largest_distance(&distances)
}

fn largest_distance(distances: &[u16]) -> u16 {
    distances.iter().copied().filter(|&distance| distance != UNREACHED).max().unwrap_or(0)
}

fn search_block(graph: &PathGraph, nodes: usize, sources: &[u32]) -> DistanceBlock {
    let width = sources.len();
    let mut steps = vec![UNREACHED; nodes * width];
    let mut set = |source_index: usize, all: &[u16]| {
        for (node, &length) in all[..nodes].iter().enumerate() {
            steps[node * width + source_index] = length;
        }
    };
    if !graph.is_unweighted() {
        let mut dial = Dial::new(graph);
        let mut row = vec![0; graph.vertex_count()];
        for (source_index, &source) in sources.iter().enumerate() {
            dial.search(source);
            for (short, &length) in row.iter_mut().zip(&dial.steps) {
                *short = u16::try_from(length).unwrap_or(if length == dial::UNREACHED {
                    UNREACHED
                } else {
                    UNREACHED - 1
                });
            }
            set(source_index, &row);
        }
        return DistanceBlock { steps, sources: sources.to_vec() };
    }
    let (mut row, mut queue) = (vec![0; graph.vertex_count()], vec![0; graph.vertex_count()]);
    breadth_first::single_source(graph, sources[0], &mut row, &mut queue);
    set(0, &row);
    if largest_distance(&row) <= MOST_LEVELS {
        breadth_first::multi_source(graph, sources, |vertex, source_index, distance| {
            if vertex < nodes {
                steps[vertex * width + source_index] = distance;
            }
        });
    } else {
        for (source_index, &source) in sources.iter().enumerate().skip(1) {
            breadth_first::single_source(graph, source, &mut row, &mut queue);
            set(source_index, &row);
        }
    }
    DistanceBlock { steps, sources: sources.to_vec() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::layout::rng::Rng;

    fn random_edges(vertices: usize, count: usize, steps: impl Fn(usize) -> u32) -> PathGraph {
        let mut rng = Rng::new(9);
        let mut end = || rng.below(vertices) as u32;
        let edges: Vec<_> = (0..count).map(|edge| (end(), end(), steps(edge))).collect();
        PathGraph::new(vertices, &edges)
    }

    fn all(graph: &PathGraph, nodes: usize) -> Vec<Vec<u16>> {
        let sources: Vec<u32> = (0..nodes as u32).collect();
        let blocks = distances(graph, nodes, &sources);
        (0..nodes)
            .map(|node| blocks.iter().flat_map(|b| b.to_node(node)).copied().collect())
            .collect()
    }

    #[test]
    fn three_ways_to_search_agree() {
        let unweighted = random_edges(300, 420, |_| 7);
        let multi_source = all(&unweighted, 300);
        let (mut row, mut queue) = (vec![0; 300], vec![0; 300]);
        let mut dial = Dial::new(&unweighted);
        for source in 0..300_u32 {
            breadth_first::single_source(&unweighted, source, &mut row, &mut queue);
            dial.search(source);
            for node in 0..300 {
                assert_eq!(multi_source[node][source as usize], row[node]);
                let by_dial = u16::try_from(dial.steps[node]).unwrap_or(UNREACHED);
                assert_eq!(row[node], by_dial, "{source} to {node}");
            }
        }
        assert!(row.contains(&UNREACHED));
    }

    #[test]
    fn paths_are_as_long_from_either_end() {
        let weighted = random_edges(120, 300, |edge| 1 + edge as u32 % 9);
        let steps = all(&weighted, 120);
        for (a, row) in steps.iter().enumerate() {
            for (b, &there) in row.iter().enumerate() {
                assert_eq!(there, steps[b][a]);
            }
        }
    }
}
