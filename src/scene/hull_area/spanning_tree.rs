//! Which members lie near one another.

use super::LONGEST_NECK;
use super::blob::Blob;

/// A line between two members, given by their indices, and the distance between their rims.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Edge {
    pub(super) from: usize,
    pub(super) to: usize,
    pub(super) length: f32,
}

/// The members of a hull, as islands that lie far apart, each held together by the shortest lines.
pub(in crate::scene) struct Islands {
    /// The island of each member.
    pub(in crate::scene) of_member: Vec<usize>,
    /// How many there are.
    pub(in crate::scene) count: usize,
    /// The lines between members of the same island.
    pub(super) edges: Vec<Edge>,
}

impl Islands {
    /// The islands of members, those with the first members first.
    pub(in crate::scene) fn of(members: &[Blob], unit: f32) -> Self {
        let mut edges = spanning_tree(members);
        edges.retain(|edge| edge.length <= LONGEST_NECK * unit);
        Self::held_by(edges, members.len())
    }

    /// Islands of one member each.
    pub(super) fn of_one(members: usize) -> Self {
        Self::held_by(Vec::new(), members)
    }

    /// What is left of them where only necks hold them together for whose ends `is_open`, and pairs of members that
    /// `are_joined` in another way.
    #[must_use]
    pub(in crate::scene) fn parted(
        self,
        is_open: impl Fn(usize, usize) -> bool,
        are_joined: impl Fn(usize, usize) -> bool,
    ) -> Self {
        let members = self.of_member.len();
        let mut edges = self.edges;
        edges.retain(|edge| is_open(edge.from, edge.to));
        let mut islands = Self::held_by(edges, members);
        for (from, to) in (0..members).flat_map(|from| (0..from).map(move |to| (from, to))) {
            if islands.of_member[from] != islands.of_member[to] && are_joined(from, to) {
                islands.edges.push(Edge { from, to, length: 0.0 });
                islands = Self::held_by(islands.edges, members);
            }
        }
        islands
    }

    fn held_by(edges: Vec<Edge>, members: usize) -> Self {
        let mut neighbours = vec![Vec::new(); members];
        for Edge { from, to, .. } in &edges {
            neighbours[*from].push(*to);
            neighbours[*to].push(*from);
        }
        let (mut of_member, mut count) = (vec![usize::MAX; members], 0);
        for first in 0..members {
            if of_member[first] != usize::MAX {
                continue;
            }
            let mut waiting = vec![first];
            while let Some(member) = waiting.pop() {
                if std::mem::replace(&mut of_member[member], count) == usize::MAX {
                    let reached = neighbours[member].iter().filter(|n| of_member[**n] != count);
                    waiting.extend(reached);
                }
            }
            count += 1;
        }
        Self { of_member, count, edges }
    }

    /// Pairs of members that are held together.
    pub(in crate::scene) fn pairs(&self) -> impl Iterator<Item = (usize, usize)> {
        self.edges.iter().map(|edge| (edge.from, edge.to))
    }
}

/// The lines that join all members with the least length.
///
/// Source: R. C. Prim, “Shortest connection networks and some generalizations”, 1957.
fn spanning_tree(members: &[Blob]) -> Vec<Edge> {
    let mut edges = Vec::new();
    let mut nearest: Vec<Option<Edge>> =
        (0..members.len()).map(|to| Some(Edge { from: 0, to, length: f32::INFINITY })).collect();
    let mut latest = 0;
    for _ in 1..members.len() {
        nearest[latest] = None;
        for edge in nearest.iter_mut().flatten() {
            let length = members[latest].gap_to(&members[edge.to]);
            if length < edge.length {
                *edge = Edge { from: latest, length, ..*edge };
            }
        }
        let waiting = nearest.iter().flatten();
        let Some(edge) = waiting.min_by(|a, b| a.length.total_cmp(&b.length)).copied() else {
            break;
        };
        latest = edge.to;
        edges.push(edge);
    }
    edges
}
