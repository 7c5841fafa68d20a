//! The tree of all rows: a tree of each bloc, and above them a tree of the blocs.

use super::average_linkage::{Merge, average_linkage};
use super::row_distances::Distances;

/// A binary tree over nodes.
pub(super) struct Tree {
    /// The node of each leaf; a leaf is called by its index.
    pub(super) leaves: Vec<u32>,
    /// The two children of each inner vertex, leaves or earlier vertices. Vertex `k` is called by the number of
    /// leaves plus `k`; the last is the root.
    pub(super) children: Vec<[usize; 2]>,
}

/// Joins the members of each bloc, then the blocs; `None` if there are none.
pub(super) fn bloc_tree(blocs: &[Vec<u32>], distances: &Distances) -> Option<Tree> {
    let leaves: Vec<u32> = blocs.iter().flatten().copied().collect();
    if leaves.is_empty() {
        return None;
    }
    let mut tree = Tree { leaves, children: Vec::new() };
    let mut roots = Vec::with_capacity(blocs.len());
    let mut first = 0;
    for bloc in blocs {
        let between = |a: &u32| bloc.iter().map(|&b| distances.get(*a, b)).collect();
        let merges = average_linkage(bloc.iter().map(between).collect(), vec![1.0; bloc.len()]);
        let items: Vec<usize> = (first..first + bloc.len()).collect();
        roots.push(tree.join(items, &merges));
        first += bloc.len();
    }
    let between = |a: &Vec<u32>| blocs.iter().map(|b| mean_distance(a, b, distances)).collect();
    let sizes = blocs.iter().map(|bloc| bloc.len() as f32).collect();
    let merges = average_linkage(blocs.iter().map(between).collect(), sizes);
    tree.join(roots, &merges);
    Some(tree)
}

impl Tree {
    /// Adds the merges of some vertices and returns the vertex above all of them.
    fn join(&mut self, mut vertices: Vec<usize>, merges: &[Merge]) -> usize {
        for [a, b] in merges {
            self.children.push([vertices[*a], vertices[*b]]);
            vertices.push(self.leaves.len() + self.children.len() - 1);
        }
        vertices.last().copied().unwrap_or(0)
    }
}

fn mean_distance(a: &[u32], b: &[u32], distances: &Distances) -> f32 {
    let of = |node: &u32| {
        let row = distances.row(*node);
        b.iter().map(|&other| f64::from(row[other as usize])).sum::<f64>()
    };
    let sum: f64 = a.iter().map(of).sum();
    (sum / (a.len() * b.len()) as f64) as f32
}
