//! A balanced space tree over all nodes, by which far nodes push together.
//!
//! Sixteen nodes are a leaf, four leaves a cell, four cells a larger one, and so on: a balanced tree
//! without pointers, made by splitting at the median along the longer side (Bentley 1975,
//! "Multidimensional binary search trees used for associative searching"). Far cells count as one node
//! at their mean (Barnes, Hut 1986, "A hierarchical O(N log N) force calculation algorithm"), and one
//! list of near leaves and far cells serves a whole leaf.

use std::ops::Range;

use crate::layout::coordinates::Coordinates;
use crate::layout::simd::{LANES, padded};

/// The number of cells in one of the next level.
const FAN: usize = 4;
/// A cell is far from a leaf when their distance is more than the sum of their sizes divided by this.
const FAR: f32 = 1.6;
/// The leaves between two checks for cancellation.
const LEAVES_PER_CHECK: usize = 1000;
/// The coordinate of padding, from which no force is felt.
const PADDING: f32 = 1e9;

/// Nodes that count as one.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Cell {
    /// The mean of the nodes.
    mean: [f32; 2],
    /// The larger side of the box around them.
    size: f32,
    /// The number of nodes.
    count: f32,
}

/// The leaves and cells of a drawing.
pub(super) struct SpaceTree {
    /// The nodes in the order of the leaves, with their positions when the tree was built.
    order: Vec<([f32; 2], u32)>,
    /// Positions in that order, padded to whole leaves.
    pub(super) x: Vec<f32>,
    pub(super) y: Vec<f32>,
    /// The leaves, then the levels of larger cells.
    levels: Vec<Vec<Cell>>,
    /// The leaves near the one that was last asked for.
    pub(super) near: Vec<u32>,
    /// The means (x, y) and counts of cells far from it, padded to whole lanes.
    pub(super) far: [Vec<f32>; 3],
    stack: Vec<(usize, usize)>,
}

impl SpaceTree {
    pub(super) fn new(coordinates: &Coordinates<2>) -> Self {
        let width = padded(coordinates.len());
        let mut levels = Vec::new();
        let mut count = width / LANES;
        while count > 0 {
            levels.push(vec![Cell::default(); count]);
            count = if count > 1 { count.div_ceil(FAN) } else { 0 };
        }
        Self {
            order: (0..coordinates.len() as u32).map(|node| ([0.0; 2], node)).collect(),
            x: vec![PADDING; width],
            y: vec![PADDING; width],
            levels,
            near: Vec::new(),
            far: [const { Vec::new() }; 3],
            stack: Vec::new(),
        }
    }

    /// Sorts the nodes into leaves by these positions. [`update`](Self::update) must follow.
    pub(super) fn rebuild(&mut self, coordinates: &Coordinates<2>) {
        for (at, node) in &mut self.order {
            *at = coordinates.get(*node as usize);
        }
        let mut size = LANES;
        while size < self.order.len() {
            size *= FAN;
        }
        split(&mut self.order, size / FAN);
    }

    /// Takes over new positions without sorting.
    pub(super) fn update(&mut self, coordinates: &Coordinates<2>) {
        for (index, &(_, node)) in self.order.iter().enumerate() {
            [self.x[index], self.y[index]] = coordinates.get(node as usize);
        }
        let nodes = self.order.len();
        for (leaf, cell) in self.levels.first_mut().into_iter().flatten().enumerate() {
            let indices = leaf * LANES..((leaf + 1) * LANES).min(nodes);
            *cell = Cell::around(&self.x[indices.clone()], &self.y[indices]);
        }
        for level in 1..self.levels.len() {
            let (smaller, larger) = self.levels.split_at_mut(level);
            for (index, cell) in larger[0].iter_mut().enumerate() {
                let parts = &smaller[level - 1];
                let last = ((index + 1) * FAN).min(parts.len());
                *cell = Cell::of(&parts[index * FAN..last]);
            }
        }
    }

    /// All leaves, in ranges between which a run can be cancelled.
    pub(super) fn leaf_ranges(&self) -> Vec<Range<usize>> {
        let leaves = self.x.len() / LANES;
        let range = |first: usize| first..(first + LEAVES_PER_CHECK).min(leaves);
        (0..leaves).step_by(LEAVES_PER_CHECK).map(range).collect()
    }

    /// The indices of a leaf's nodes.
    #[inline(always)]
    pub(super) fn indices(&self, leaf: usize) -> Range<usize> {
        leaf * LANES..((leaf + 1) * LANES).min(self.order.len())
    }

    /// The node at an index.
    #[inline(always)]
    pub(super) fn node(&self, index: usize) -> usize {
        self.order[index].1 as usize
    }

    /// Lists the leaves near a leaf and the cells far from it.
    #[inline(always)]
    pub(super) fn list_near_and_far(&mut self, leaf: usize) {
        self.near.clear();
        for list in &mut self.far {
            list.clear();
        }
        let here = self.levels[0][leaf];
        self.stack.clear();
        self.stack.push((self.levels.len() - 1, 0));
        while let Some((level, index)) = self.stack.pop() {
            let cell = &self.levels[level][index];
            let (dx, dy) = (cell.mean[0] - here.mean[0], cell.mean[1] - here.mean[1]);
            let size = cell.size + here.size;
            if size * size < FAR * FAR * (dx * dx + dy * dy) {
                self.far[0].push(cell.mean[0]);
                self.far[1].push(cell.mean[1]);
                self.far[2].push(cell.count);
            } else if level == 0 {
                self.near.push(index as u32);
            } else {
                let last = ((index + 1) * FAN).min(self.levels[level - 1].len());
                self.stack.extend((index * FAN..last).map(|part| (level - 1, part)));
            }
        }
        let width = padded(self.far[0].len());
        for list in &mut self.far {
            list.resize(width, 0.0);
        }
    }
}

impl Cell {
    /// The cell of these nodes.
    fn around(x: &[f32], y: &[f32]) -> Self {
        let count = x.len().max(1) as f32;
        let range = |of: &[f32]| {
            let (mut low, mut high, mut sum) = (f32::MAX, f32::MIN, 0.0);
            for &c in of {
                low = low.min(c);
                high = high.max(c);
                sum += c;
            }
            (sum / count, high - low)
        };
        let ((mean_x, width), (mean_y, height)) = (range(x), range(y));
        Self { mean: [mean_x, mean_y], size: width.max(height), count }
    }

    /// The cell of these smaller ones. Its size is a bound: no node lies farther from the mean than that.
    fn of(parts: &[Self]) -> Self {
        let count: f32 = parts.iter().map(|part| part.count).sum();
        let mean_on = |d: usize| parts.iter().map(|p| p.mean[d] * p.count).sum::<f32>() / count;
        let mean = [mean_on(0), mean_on(1)];
        let reach = |part: &Self| {
            let apart = (part.mean[0] - mean[0]).abs().max((part.mean[1] - mean[1]).abs());
            apart + part.size / 2.0
        };
        let size = 2.0 * parts.iter().map(reach).fold(0.0, f32::max);
        Self { mean, size, count }
    }
}

/// Sorts nodes so that each run of `size`, counted from the first, lies together, and each part of a run
/// likewise, down to leaves.
fn split(nodes: &mut [([f32; 2], u32)], size: usize) {
    if size < LANES || nodes.len() <= LANES {
        // The splits above leave the order within a leaf open.
        nodes.sort_unstable_by_key(|node| node.1);
        return;
    }
    for half in split_at(nodes, size * 2) {
        for quarter in split_at(half, size) {
            split(quarter, size / FAN);
        }
    }
}

/// Splits nodes across the longer side into the first `first` and the rest.
fn split_at(nodes: &mut [([f32; 2], u32)], first: usize) -> [&mut [([f32; 2], u32)]; 2] {
    if nodes.len() <= first {
        return [nodes, &mut []];
    }
    let (mut low, mut high) = ([f32::MAX; 2], [f32::MIN; 2]);
    for (coordinates, _) in nodes.iter() {
        for d in 0..2 {
            low[d] = low[d].min(coordinates[d]);
            high[d] = high[d].max(coordinates[d]);
        }
    }
    let d = usize::from(high[1] - low[1] > high[0] - low[0]);
    // Nodes at one position are sorted by number, so that the order is unique.
    nodes.select_nth_unstable_by(first, |a, b| a.0[d].total_cmp(&b.0[d]).then(a.1.cmp(&b.1)));
    nodes.split_at_mut(first).into()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::layout::rng::Rng;

    #[test]
    fn every_leaf_sees_every_node_once() {
        let coordinates = Coordinates::<2>::random(1000, 30.0, &mut Rng::new(5));
        let mut tree = SpaceTree::new(&coordinates);
        tree.rebuild(&coordinates);
        tree.update(&coordinates);
        for leaf in 0..1000_usize.div_ceil(LANES) {
            tree.list_near_and_far(leaf);
            let near: usize = tree.near.iter().map(|&n| tree.indices(n as usize).len()).sum();
            let far: f32 = tree.far[2].iter().sum();
            assert_eq!(near + far as usize, 1000);
            assert!(tree.near.contains(&(leaf as u32)), "its own nodes are near");
            assert!(far > 0.0);
        }
    }

    #[test]
    fn leaves_are_small_and_hold_every_node() {
        let coordinates = Coordinates::<2>::random(777, 30.0, &mut Rng::new(6));
        let mut tree = SpaceTree::new(&coordinates);
        tree.rebuild(&coordinates);
        tree.update(&coordinates);
        let mut seen: Vec<usize> = (0..777).map(|index| tree.node(index)).collect();
        seen.sort_unstable();
        assert!(seen.iter().enumerate().all(|(index, &node)| index == node));
        let mean = tree.levels[0].iter().map(|b| b.size).sum::<f32>() / 49.0;
        assert!(mean < 7.0, "sixteen of 777 in 30 by 30 would be 4.3 wide: {mean}");
    }
}
