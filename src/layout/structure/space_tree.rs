//! All nodes in blocks of sixteen that lie together, and in blocks of blocks.
//!
//! Sixteen nodes are a leaf, four leaves a block, four blocks a larger one, and so on: a balanced tree
//! without pointers, made by splitting at the median along the longer side (Bentley 1975,
//! "Multidimensional binary search trees used for associative searching"). Far blocks count as one node
//! in their middle (Barnes, Hut 1986, "A hierarchical O(N log N) force calculation algorithm"), and one
//! list of near leaves and far blocks serves a whole leaf.

use std::ops::Range;

use crate::layout::coordinates::Places;
use crate::layout::simd::{LANES, padded};

/// How many blocks make one of the next size.
const FAN: usize = 4;
/// A block is far when it and the leaf that looks at it are, added, smaller than this part of the
/// distance between them.
const FAR: f32 = 1.6;
/// Leaves between two looks at the observer.
const PORTION: usize = 1000;
/// Where padding lies: no force from there is felt.
const NOWHERE: f32 = 1e9;

/// Nodes that count as one.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Block {
    /// The mean of the nodes.
    middle: [f32; 2],
    /// The larger side of the box around them.
    size: f32,
    /// How many they are.
    count: f32,
}

/// The leaves and blocks of a drawing.
pub(super) struct Blocks {
    /// The nodes with their positions when they were put in order, by blocks.
    order: Vec<([f32; 2], u32)>,
    /// Positions in that order, padded to whole leaves.
    pub(super) x: Vec<f32>,
    pub(super) y: Vec<f32>,
    /// Leaves first, then the larger blocks by size.
    levels: Vec<Vec<Block>>,
    pub(super) near: Vec<u32>,
    /// Middles and counts of far blocks, padded to whole lanes.
    pub(super) far: [Vec<f32>; 3],
    waiting: Vec<(usize, usize)>,
}

impl Blocks {
    pub(super) fn new(at: &Places<2>) -> Self {
        let width = padded(at.len());
        let mut levels = Vec::new();
        let mut count = width / LANES;
        while count > 0 {
            levels.push(vec![Block::default(); count]);
            count = if count > 1 { count.div_ceil(FAN) } else { 0 };
        }
        Self {
            order: (0..at.len() as u32).map(|node| ([0.0; 2], node)).collect(),
            x: vec![NOWHERE; width],
            y: vec![NOWHERE; width],
            levels,
            near: Vec::new(),
            far: [const { Vec::new() }; 3],
            waiting: Vec::new(),
        }
    }

    /// Puts the nodes in order.
    pub(super) fn order(&mut self, at: &Places<2>) {
        for (place, node) in &mut self.order {
            *place = at.of(*node as usize);
        }
        let mut size = LANES;
        while size < self.order.len() {
            size *= FAN;
        }
        split(&mut self.order, size / FAN);
    }

    /// Takes over where the nodes are.
    pub(super) fn gather(&mut self, at: &Places<2>) {
        for (place, &(_, node)) in self.order.iter().enumerate() {
            [self.x[place], self.y[place]] = at.of(node as usize);
        }
        let nodes = self.order.len();
        for (leaf, block) in self.levels.first_mut().into_iter().flatten().enumerate() {
            let places = leaf * LANES..((leaf + 1) * LANES).min(nodes);
            *block = Block::around(&self.x[places.clone()], &self.y[places]);
        }
        for level in 1..self.levels.len() {
            let (smaller, larger) = self.levels.split_at_mut(level);
            for (index, block) in larger[0].iter_mut().enumerate() {
                let parts = &smaller[level - 1];
                let last = ((index + 1) * FAN).min(parts.len());
                *block = Block::of(&parts[index * FAN..last]);
            }
        }
    }

    /// All leaves, some at a time.
    pub(super) fn portions(&self) -> Vec<Range<usize>> {
        let leaves = self.x.len() / LANES;
        (0..leaves).step_by(PORTION).map(|at| at..(at + PORTION).min(leaves)).collect()
    }

    /// The places of a leaf's nodes in the order.
    #[inline(always)]
    pub(super) fn places(&self, leaf: usize) -> Range<usize> {
        leaf * LANES..((leaf + 1) * LANES).min(self.order.len())
    }

    #[inline(always)]
    pub(super) fn node(&self, place: usize) -> usize {
        self.order[place].1 as usize
    }

    /// Lists the near leaves and the far blocks as seen from a leaf.
    #[inline(always)]
    pub(super) fn look_around(&mut self, leaf: usize) {
        self.near.clear();
        for list in &mut self.far {
            list.clear();
        }
        let here = self.levels[0][leaf];
        self.waiting.clear();
        self.waiting.push((self.levels.len() - 1, 0));
        while let Some((level, index)) = self.waiting.pop() {
            let block = &self.levels[level][index];
            let (dx, dy) = (block.middle[0] - here.middle[0], block.middle[1] - here.middle[1]);
            let size = block.size + here.size;
            if size * size < FAR * FAR * (dx * dx + dy * dy) {
                self.far[0].push(block.middle[0]);
                self.far[1].push(block.middle[1]);
                self.far[2].push(block.count);
            } else if level == 0 {
                self.near.push(index as u32);
            } else {
                let last = ((index + 1) * FAN).min(self.levels[level - 1].len());
                self.waiting.extend((index * FAN..last).map(|part| (level - 1, part)));
            }
        }
        let width = padded(self.far[0].len());
        for list in &mut self.far {
            list.resize(width, 0.0);
        }
    }
}

impl Block {
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
        let ((middle_x, width), (middle_y, height)) = (range(x), range(y));
        Self { middle: [middle_x, middle_y], size: width.max(height), count }
    }

    /// The size is a bound: no node of the parts lies farther from the middle than that.
    fn of(parts: &[Self]) -> Self {
        let count: f32 = parts.iter().map(|part| part.count).sum();
        let mean = |d: usize| parts.iter().map(|p| p.middle[d] * p.count).sum::<f32>() / count;
        let middle = [mean(0), mean(1)];
        let reach = |part: &Self| {
            let apart = (part.middle[0] - middle[0]).abs().max((part.middle[1] - middle[1]).abs());
            apart + part.size / 2.0
        };
        let size = 2.0 * parts.iter().map(reach).fold(0.0, f32::max);
        Self { middle, size, count }
    }
}

/// Orders these nodes so that each run of so many, counted from the first, lies together; and each of
/// the runs likewise, down to leaves.
fn split(nodes: &mut [([f32; 2], u32)], size: usize) {
    if size < LANES || nodes.len() <= LANES {
        // Where a leaf's nodes stand is left open by the splits above it.
        nodes.sort_unstable_by_key(|node| node.1);
        return;
    }
    for half in split_at(nodes, size * 2) {
        for quarter in split_at(half, size) {
            split(quarter, size / FAN);
        }
    }
}

/// Two parts, the first of so many nodes, on either side of a line across the longer side.
fn split_at(nodes: &mut [([f32; 2], u32)], first: usize) -> [&mut [([f32; 2], u32)]; 2] {
    if nodes.len() <= first {
        return [nodes, &mut []];
    }
    let (mut low, mut high) = ([f32::MAX; 2], [f32::MIN; 2]);
    for (at, _) in nodes.iter() {
        for d in 0..2 {
            low[d] = low[d].min(at[d]);
            high[d] = high[d].max(at[d]);
        }
    }
    let d = usize::from(high[1] - low[1] > high[0] - low[0]);
    // Nodes in one place are ordered by number, so that there is one order.
    nodes.select_nth_unstable_by(first, |a, b| a.0[d].total_cmp(&b.0[d]).then(a.1.cmp(&b.1)));
    nodes.split_at_mut(first).into()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::layout::rng::Rng;

    #[test]
    fn every_leaf_sees_every_node_once() {
        let at = Places::<2>::at_random(1000, 30.0, &mut Rng::new(5));
        let mut blocks = Blocks::new(&at);
        blocks.order(&at);
        blocks.gather(&at);
        for leaf in 0..1000_usize.div_ceil(LANES) {
            blocks.look_around(leaf);
            let near: usize = blocks.near.iter().map(|&n| blocks.places(n as usize).len()).sum();
            let far: f32 = blocks.far[2].iter().sum();
            assert_eq!(near + far as usize, 1000);
            assert!(blocks.near.contains(&(leaf as u32)), "its own nodes are near");
            assert!(far > 0.0);
        }
    }

    #[test]
    fn leaves_are_small_and_hold_every_node() {
        let at = Places::<2>::at_random(777, 30.0, &mut Rng::new(6));
        let mut blocks = Blocks::new(&at);
        blocks.order(&at);
        blocks.gather(&at);
        let mut seen: Vec<usize> = (0..777).map(|place| blocks.node(place)).collect();
        seen.sort_unstable();
        assert!(seen.iter().enumerate().all(|(place, &node)| place == node));
        let mean = blocks.levels[0].iter().map(|b| b.size).sum::<f32>() / 49.0;
        assert!(mean < 7.0, "sixteen of 777 in 30 by 30 would be 4.3 wide: {mean}");
    }
}
