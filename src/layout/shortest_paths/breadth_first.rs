//! How many ties lie between nodes, when all ties are equally long.
//!
//! Two searches give the same numbers. [`side_by_side`] runs 64 breadth-first searches in one, a bit
//! of a machine word each (Then et al. 2014, "The more the merrier: efficient multi-source graph
//! traversal"): a pass over all ties for each level, which is best where a few levels reach
//! everything. [`one_by_one`] is a plain queue for each source, best for long thin networks.

use super::Ways;

/// Sources that one machine word holds.
pub(in crate::layout) const AT_ONCE: usize = 64;

/// Calls `put(vertex, which, hops)` for every vertex that the source at place `which` reaches. There
/// are at most [`AT_ONCE`] sources.
pub(super) fn side_by_side(ways: &Ways, sources: &[u32], mut put: impl FnMut(usize, usize, u16)) {
    let vertices = ways.vertex_count();
    let (mut seen, mut last, mut next) =
        (vec![0_u64; vertices], vec![0_u64; vertices], vec![0_u64; vertices]);
    let mut all = 0;
    for (which, &source) in sources.iter().enumerate() {
        all |= 1 << which;
        seen[source as usize] |= 1 << which;
        last[source as usize] |= 1 << which;
        put(source as usize, which, 0);
    }
    for hops in 1..=u16::MAX - 1 {
        let mut any = 0;
        for vertex in 0..vertices {
            let mut reached = 0;
            if seen[vertex] != all {
                for &to in ways.of(vertex as u32) {
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
                put(vertex, rest.trailing_zeros() as usize, hops);
                rest &= rest - 1;
            }
        }
        std::mem::swap(&mut last, &mut next);
    }
}

/// Fills `hops` for every vertex, [`u16::MAX`] where the source doesn't reach; `queue` is working
/// memory as long as there are vertices.
pub(super) fn one_by_one(ways: &Ways, source: u32, hops: &mut [u16], queue: &mut [u32]) {
    hops.fill(u16::MAX);
    hops[source as usize] = 0;
    queue[0] = source;
    let (mut head, mut tail) = (0, 1);
    while head < tail {
        let vertex = queue[head];
        head += 1;
        // One short of the mark for "not reached": a path that long counts as this long.
        let reached = hops[vertex as usize].saturating_add(1).min(u16::MAX - 1);
        for &to in ways.of(vertex) {
            if hops[to as usize] == u16::MAX {
                hops[to as usize] = reached;
                queue[tail] = to;
                tail += 1;
            }
        }
    }
}
