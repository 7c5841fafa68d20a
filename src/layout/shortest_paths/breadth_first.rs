//! Distances in an unweighted graph.
//!
//! Two searches give the same numbers. [`multi_source`] runs 64 breadth-first searches in one, each a bit
//! of a machine word (Then et al. 2014, "The more the merrier: efficient multi-source graph
//! traversal"). It passes over all edges for each level, which is best where a few levels reach
//! everything. [`single_source`] uses a plain queue, which is best for long thin graphs.

use super::PathGraph;

/// The most sources of one search: the bits of a machine word.
pub(in crate::layout) const SOURCES_AT_ONCE: usize = 64;

/// Calls `set(vertex, source_index, distance)` for every vertex that a source reaches. There are at most
/// [`SOURCES_AT_ONCE`] sources.
pub(super) fn multi_source(
    graph: &PathGraph,
    sources: &[u32],
    mut set: impl FnMut(usize, usize, u16),
) {
    let vertices = graph.vertex_count();
    let (mut seen, mut last, mut next) =
        (vec![0_u64; vertices], vec![0_u64; vertices], vec![0_u64; vertices]);
    let mut all = 0;
    for (source_index, &source) in sources.iter().enumerate() {
        all |= 1 << source_index;
        seen[source as usize] |= 1 << source_index;
        last[source as usize] |= 1 << source_index;
        set(source as usize, source_index, 0);
    }
    for distance in 1..=u16::MAX - 1 {
        let mut any = 0;
        for vertex in 0..vertices {
            let mut reached = 0;
            if seen[vertex] != all {
                for &to in graph.neighbours(vertex as u32) {
                    reached |= last[to as usize];
                }
                reached &= !seen[vertex];
                any |= reached;
            }
            next[vertex] = reached;
        }
        if any == 0 {
            break;
        }
        for (vertex, &reached) in next.iter().enumerate() {
            seen[vertex] |= reached;
            let mut rest = reached;
            while rest != 0 {
                set(vertex, rest.trailing_zeros() as usize, distance);
                rest &= rest - 1;
            }
        }
        std::mem::swap(&mut last, &mut next);
    }
}

/// Fills `distances` for every vertex, with [`u16::MAX`] for those that the source doesn't reach. `queue` is
/// working memory with room for every vertex.
pub(super) fn single_source(
    graph: &PathGraph,
    source: u32,
    distances: &mut [u16],
    queue: &mut [u32],
) {
    distances.fill(u16::MAX);
    distances[source as usize] = 0;
    queue[0] = source;
    let (mut head, mut tail) = (0, 1);
    while head < tail {
        let vertex = queue[head];
        head += 1;
        // Longer paths count as this long, one below the mark for vertices that aren't reached.
        let reached = distances[vertex as usize].saturating_add(1).min(u16::MAX - 1);
        for &to in graph.neighbours(vertex) {
            if distances[to as usize] == u16::MAX {
                distances[to as usize] = reached;
                queue[tail] = to;
                tail += 1;
            }
        }
    }
}
