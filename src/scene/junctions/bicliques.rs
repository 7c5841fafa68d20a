//! Edges as few bicliques: sets of nodes of which each of the one is joined to each of the other. Two sides that oppose
//! one another are one thing, however many pairs they are.
//!
//! Source: the greedy search of power graphs (Royer et al. 2008, "Unraveling protein networks with power graph
//! analysis"), for bicliques alone: the one that saves most names comes first, and its edges are taken from the rest.
//! The fewest bicliques are hard to find; these are few. Each edge is in one of them, and nothing else is.

/// Nodes of which each on the left is joined to each on the right; both ascending.
#[derive(Debug, PartialEq, Eq)]
pub(in crate::scene) struct Biclique {
    pub(in crate::scene) left: Vec<usize>,
    pub(in crate::scene) right: Vec<usize>,
}

impl Biclique {
    /// The number of its edges.
    pub(in crate::scene) const fn edges(&self) -> usize {
        self.left.len() * self.right.len()
    }
}

/// The bicliques that make up these edges, those found first first; `None` where they name more than `most` nodes. Edges
/// lead from the first node to the second, if they have a direction; none joins a node to itself.
pub(in crate::scene) fn bicliques(
    nodes: usize,
    edges: &[[usize; 2]],
    are_directed: bool,
    most: usize,
) -> Option<Vec<Biclique>> {
    let mut named = 0;
    let named_till = |biclique: Biclique| {
        named += biclique.left.len() + biclique.right.len();
        (named <= most).then_some(biclique)
    };
    Bicliques::of(nodes, edges, are_directed).map(named_till).collect()
}

/// The bicliques of edges that haven't been found yet, the one that saves most names first.
pub(super) struct Bicliques {
    beside: Vec<NodeSet>,
    are_directed: bool,
}

impl Bicliques {
    pub(super) fn of(nodes: usize, edges: &[[usize; 2]], are_directed: bool) -> Self {
        let mut beside = vec![NodeSet::of(nodes); nodes];
        for &[a, b] in edges {
            beside[a].insert(b);
            if !are_directed {
                beside[b].insert(a);
            }
        }
        Self { beside, are_directed }
    }
}

impl Iterator for Bicliques {
    type Item = Biclique;

    fn next(&mut self) -> Option<Biclique> {
        let next = best(&self.beside)?;
        for (one, others) in [(&next.left, &next.right), (&next.right, &next.left)] {
            for (a, b) in one.iter().flat_map(|a| others.iter().map(move |b| (*a, *b))) {
                self.beside[a].remove(b);
            }
            if self.are_directed {
                break;
            }
        }
        Some(next)
    }
}

/// The biclique that saves most names, of several one with most edges; `None` without edges.
fn best(beside: &[NodeSet]) -> Option<Biclique> {
    let starts = (0..beside.len()).filter(|node| beside[*node].len() > 0);
    let mut best: Option<((isize, usize), Biclique)> = None;
    for start in starts {
        let (value, biclique) = grown_from(start, beside);
        if best.as_ref().is_none_or(|(most, _)| value > *most) {
            best = Some((value, biclique));
        }
    }
    best.map(|(_, biclique)| biclique)
}

/// The best biclique on the way from a node with all that it is joined to towards more nodes on its side.
fn grown_from(start: usize, beside: &[NodeSet]) -> ((isize, usize), Biclique) {
    let mut left = vec![start];
    let mut right = beside[start].clone();
    let value = |left: usize, right: usize| {
        ((left * right) as isize - (left + right) as isize, left * right)
    };
    let mut most = value(1, right.len());
    let mut best = (1, right.clone());
    loop {
        let common = |node: &usize| right.count_in(&beside[*node]);
        let others = (0..beside.len()).filter(|node| !left.contains(node) && common(node) > 0);
        // Of several the first.
        let Some(next) = others.min_by_key(|node| std::cmp::Reverse(common(node))) else { break };
        left.push(next);
        right.keep(&beside[next]);
        if value(left.len(), right.len()) > most {
            most = value(left.len(), right.len());
            best = (left.len(), right.clone());
        }
    }
    left.truncate(best.0);
    left.sort_unstable();
    (most, Biclique { left, right: best.1.nodes() })
}

/// A set of nodes.
#[derive(Clone)]
struct NodeSet(Vec<u64>);

impl NodeSet {
    /// None of so many nodes.
    fn of(nodes: usize) -> Self {
        Self(vec![0; nodes.div_ceil(64)])
    }

    fn insert(&mut self, node: usize) {
        self.0[node / 64] |= 1 << (node % 64);
    }

    fn remove(&mut self, node: usize) {
        self.0[node / 64] &= !(1 << (node % 64));
    }

    fn len(&self) -> usize {
        self.0.iter().map(|word| word.count_ones() as usize).sum()
    }

    /// How many are in another set, too.
    fn count_in(&self, other: &Self) -> usize {
        self.0.iter().zip(&other.0).map(|(a, b)| (a & b).count_ones() as usize).sum()
    }

    /// Keeps those that are in another set, too.
    fn keep(&mut self, other: &Self) {
        self.0.iter_mut().zip(&other.0).for_each(|(a, b)| *a &= b);
    }

    fn nodes(&self) -> Vec<usize> {
        (0..self.0.len() * 64).filter(|node| self.0[node / 64] >> (node % 64) & 1 == 1).collect()
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    fn edges_of(found: &[Biclique]) -> Vec<[usize; 2]> {
        let pairs = |one: &Biclique| {
            let right = one.right.clone();
            let pairs =
                one.left.iter().flat_map(move |a| right.clone().into_iter().map(|b| [*a, b]));
            pairs.collect::<Vec<_>>()
        };
        found.iter().flat_map(pairs).collect()
    }

    #[test]
    fn two_sides_are_one_biclique_and_what_is_beside_them_another() {
        let mut edges: Vec<[usize; 2]> = (0..3).flat_map(|a| (3..8).map(move |b| [a, b])).collect();
        edges.extend([[8, 9], [8, 0]]);
        let found = bicliques(10, &edges, false, 100);
        let expected = vec![
            Biclique { left: vec![0, 1, 2], right: vec![3, 4, 5, 6, 7] },
            Biclique { left: vec![0, 9], right: vec![8] },
        ];
        assert_eq!(found, Some(expected));
        assert_eq!(bicliques(10, &edges, false, 10), None, "too many names");
        assert_eq!(bicliques(10, &[], false, 0), Some(Vec::new()));
    }

    #[test]
    fn directions_are_kept() {
        let found = bicliques(4, &[[0, 3], [1, 3], [2, 3], [3, 0]], true, 100);
        let expected = vec![
            Biclique { left: vec![0, 1, 2], right: vec![3] },
            Biclique { left: vec![3], right: vec![0] },
        ];
        assert_eq!(found, Some(expected));
    }

    #[test]
    fn each_edge_is_in_one_and_nothing_else_is() {
        for (share, are_directed) in [(2, false), (3, false), (7, false), (3, true)] {
            let pairs = (0..40).flat_map(|a: usize| (0..40).map(move |b: usize| [a, b]));
            let is_edge = |[a, b]: &[usize; 2]| {
                (are_directed && a != b || a < b) && (a * 7 + b * 13 + a * b) % share == 0
            };
            let edges: Vec<[usize; 2]> = pairs.filter(is_edge).collect();
            let found = bicliques(40, &edges, are_directed, usize::MAX).expect("all names");
            let as_given =
                |[a, b]: [usize; 2]| if are_directed { [a, b] } else { [a.min(b), a.max(b)] };
            let said: Vec<[usize; 2]> = edges_of(&found).into_iter().map(as_given).collect();
            let once: BTreeSet<[usize; 2]> = said.iter().copied().collect();
            assert_eq!(said.len(), once.len(), "an edge twice");
            assert_eq!(once, edges.into_iter().collect());
        }
    }
}
