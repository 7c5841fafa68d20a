//! The optimal order of the leaves of a tree.
//!
//! Source: Bar-Joseph, Gifford, Jaakkola 2001, "Fast optimal leaf ordering for hierarchical clustering". For
//! every vertex and every pair of leaves at the two ends of its order, the shortest sum of distances between
//! neighbours is kept; two leaves have one lowest common vertex, so that all sums fit one table. Guarantees
//! the least sum among all orders of the tree. Time grows with the cube of the leaves.

use std::ops::Range;

use super::bloc_tree::Tree;
use super::row_distances::Distances;

/// The nodes in the order in which neighbours differ least; of equal orders the first that is found.
pub(super) fn optimal_leaf_order(tree: &Tree, distances: &Distances) -> Vec<u32> {
    let leaves = tree.leaves.len();
    let Some(root) = (leaves + tree.children.len()).checked_sub(1) else { return Vec::new() };
    let drawn = Drawn::of(tree, root);
    let between = drawn.distances(tree, distances);
    let mut sums = Sums { count: leaves, values: vec![0.0; leaves * leaves] };
    for vertex in leaves..=root {
        sums.fill(&drawn, vertex, &between);
    }
    let order = sums.order(&drawn, root, &between);
    order.into_iter().map(|place| tree.leaves[drawn.leaf_at[place]]).collect()
}

/// The tree with its leaves side by side, so that those of a vertex are a range of places.
struct Drawn {
    leaf_at: Vec<usize>,
    /// The places of the leaves of each vertex, and where its second child's begin.
    ranges: Vec<(Range<usize>, usize)>,
    children: Vec<Option<[usize; 2]>>,
}

impl Drawn {
    fn of(tree: &Tree, root: usize) -> Self {
        let leaves = tree.leaves.len();
        let child = |vertex: usize| vertex.checked_sub(leaves).map(|inner| tree.children[inner]);
        let children: Vec<Option<[usize; 2]>> = (0..=root).map(child).collect();
        let mut sizes = vec![1_usize; leaves];
        for [a, b] in &tree.children {
            sizes.push(sizes[*a] + sizes[*b]);
        }
        let mut ranges = vec![(0..0, 0); root + 1];
        let mut leaf_at = vec![0; leaves];
        let mut open = vec![(root, 0)];
        while let Some((vertex, start)) = open.pop() {
            match children[vertex] {
                None => {
                    leaf_at[start] = vertex;
                    ranges[vertex] = (start..start + 1, start);
                }
                Some([a, b]) => {
                    let middle = start + sizes[a];
                    ranges[vertex] = (start..start + sizes[vertex], middle);
                    open.extend([(b, middle), (a, start)]);
                }
            }
        }
        Self { leaf_at, ranges, children }
    }

    /// The distances between places.
    fn distances(&self, tree: &Tree, distances: &Distances) -> Sums {
        let count = self.leaf_at.len();
        let nodes: Vec<u32> = self.leaf_at.iter().map(|&leaf| tree.leaves[leaf]).collect();
        let row = |node: &u32| {
            let row = distances.row(*node);
            nodes.iter().map(move |&other| row[other as usize])
        };
        Sums { count, values: nodes.iter().flat_map(row).collect() }
    }

    /// The places that can be at the other end of a vertex's order from a place of its own: those of its
    /// other child, or the same if it is a leaf.
    fn opposite(&self, vertex: usize, place: usize) -> Range<usize> {
        let (range, middle) = &self.ranges[vertex];
        if self.children[vertex].is_none() {
            range.clone()
        } else if place < *middle {
            *middle..range.end
        } else {
            range.start..*middle
        }
    }
}

/// A number for each pair of places.
struct Sums {
    count: usize,
    values: Vec<f32>,
}

impl Sums {
    fn row(&self, place: usize, columns: Range<usize>) -> &[f32] {
        &self.values[place * self.count..][columns]
    }

    fn get(&self, a: usize, b: usize) -> f32 {
        self.values[a * self.count + b]
    }

    /// Finds the least sum for each pair of ends of a vertex whose children are done.
    fn fill(&mut self, drawn: &Drawn, vertex: usize, between: &Self) {
        let Some([a, b]) = drawn.children[vertex] else { return };
        let second = drawn.ranges[b].0.clone();
        let mut through = vec![0.0_f32; second.len()];
        let mut least = vec![0.0_f32; second.len()];
        for outer in drawn.ranges[a].0.clone() {
            // The least sum from this end to each first place of the second child.
            through.fill(f32::INFINITY);
            for inner in drawn.opposite(a, outer) {
                let sum = self.get(outer, inner);
                let steps = between.row(inner, second.clone());
                for (through, step) in through.iter_mut().zip(steps) {
                    *through = through.min(sum + step);
                }
            }
            least.fill(f32::INFINITY);
            for (inner, through) in second.clone().zip(&through) {
                let ends = drawn.opposite(b, inner);
                let at = ends.start - second.start..ends.end - second.start;
                for (least, rest) in least[at].iter_mut().zip(self.row(inner, ends)) {
                    *least = least.min(through + rest);
                }
            }
            for (end, sum) in second.clone().zip(&least) {
                self.values[outer * self.count + end] = *sum;
                self.values[end * self.count + outer] = *sum;
            }
        }
    }

    /// The places of a vertex in the order of the least sum.
    fn order(&self, drawn: &Drawn, root: usize, between: &Self) -> Vec<usize> {
        let mut order = Vec::with_capacity(self.count);
        let mut best = (f32::INFINITY, 0, 0);
        if let Some([a, b]) = drawn.children[root] {
            for first in drawn.ranges[a].0.clone() {
                for last in drawn.ranges[b].0.clone() {
                    if self.get(first, last) < best.0 {
                        best = (self.get(first, last), first, last);
                    }
                }
            }
        }
        let mut open = vec![(root, best.1, best.2)];
        while let Some((vertex, first, last)) = open.pop() {
            let Some([mut a, mut b]) = drawn.children[vertex] else {
                order.push(first);
                continue;
            };
            if !drawn.ranges[a].0.contains(&first) {
                (a, b) = (b, a);
            }
            let mut joint = (f32::INFINITY, first, last);
            for end in drawn.opposite(a, first) {
                for start in drawn.opposite(b, last) {
                    let sum =
                        self.get(first, end) + between.get(end, start) + self.get(start, last);
                    if sum < joint.0 {
                        joint = (sum, end, start);
                    }
                }
            }
            open.extend([(b, joint.2, last), (a, first, joint.1)]);
        }
        order
    }
}
