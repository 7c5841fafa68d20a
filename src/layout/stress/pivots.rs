//! Which nodes stand for all, and how much each counts.
//!
//! Source: sparse stress (Ortmann, Klimenta, Brandes 2016, "A sparse stress model"): a node has a term
//! to each pivot, which counts once for every node nearest to that pivot and at most half as far from
//! it as the pivot is from the node. The pivots are drawn at random, each node with the square of its
//! distance to the nearest pivot so far (Arthur, Vassilvitskii 2007, "k-means++"): in a mesh they
//! spread out as if each were put farthest from the others, and in a network where all is a few ties
//! from everything they are as good as random, where farthest ones would all be leaves.

use rayon::prelude::*;

use super::super::rng::Rng;
use super::terms::{Rows, WORTH_THREADS, packed};
use crate::layout::progress::{Stop, Watch};
use crate::layout::shortest_paths::{AT_ONCE, Block, UNREACHED, Ways, search};
use crate::layout::simd::padded;

pub(super) struct Pivots {
    /// The pivots in order, by blocks.
    pub(super) blocks: Vec<Block>,
    /// By node, the place of its nearest pivot and the steps there.
    nearest: Vec<(u16, u16)>,
}

impl Pivots {
    /// So many of the first `nodes` vertices, or a few less.
    pub(super) fn choose(
        ways: &Ways,
        nodes: usize,
        count: usize,
        seed: u64,
        watch: &mut Watch,
    ) -> Result<Self, Stop> {
        let mut rng = Rng::new(seed);
        let mut pivots = Self { blocks: Vec::new(), nearest: vec![(0, UNREACHED); nodes] };
        let mut chosen = 0;
        while chosen < count {
            watch.tick()?;
            let sources = pivots.draw((count - chosen).min(AT_ONCE), &mut rng);
            for block in search(ways, nodes, &sources) {
                pivots.see(&block, chosen as u16);
                chosen += block.sources.len();
                pivots.blocks.push(block);
            }
        }
        Ok(pivots)
    }

    /// Up to so many new ones; at least one while any node isn't a pivot.
    fn draw(&self, count: usize, rng: &mut Rng) -> Vec<u32> {
        let mut below = 0.0;
        let square = |&(_, steps): &(u16, u16)| match steps {
            UNREACHED => 1.0,
            steps => f64::from(steps) * f64::from(steps),
        };
        let sums: Vec<f64> = self
            .nearest
            .iter()
            .map(|nearest| {
                below += square(nearest);
                below
            })
            .collect();
        let mut drawn: Vec<u32> = Vec::with_capacity(count);
        // The same node can come up twice; few do, as there are many more nodes than pivots.
        for _ in 0..4 * count {
            let at = (f64::from(rng.centred()) + 0.5) * below;
            let node = sums.partition_point(|&sum| sum <= at).min(sums.len() - 1) as u32;
            if drawn.len() < count && !drawn.contains(&node) {
                drawn.push(node);
            }
        }
        drawn
    }

    fn see(&mut self, block: &Block, first: u16) {
        for (node, nearest) in self.nearest.iter_mut().enumerate() {
            for (pivot, &steps) in (first..).zip(block.of(node)) {
                if steps < nearest.1 {
                    *nearest = (pivot, steps);
                }
            }
        }
    }

    pub(super) fn nodes(&self) -> impl Iterator<Item = u32> {
        self.blocks.iter().flat_map(|block| block.sources.iter().copied())
    }

    /// The rows of all nodes to all pivots.
    pub(super) fn rows(&self, step: f32) -> Rows {
        let count = self.nodes().count();
        let width = padded(count);
        let longest = self.blocks.iter().map(Block::longest).max().unwrap_or(0);
        let terms = self.terms(count, longest, step);
        let mut rows = vec![0; self.nearest.len() * width];
        let fill = |(node, row): (usize, &mut [u32])| {
            let steps = self.blocks.iter().flat_map(|block| block.of(node));
            for ((term, of_pivot), &steps) in row.iter_mut().zip(&terms).zip(steps) {
                *term = of_pivot.get(usize::from(steps)).copied().unwrap_or(0);
            }
        };
        if rows.len() < WORTH_THREADS {
            rows.chunks_mut(width.max(1)).enumerate().for_each(fill);
        } else {
            rows.par_chunks_mut(width.max(1)).enumerate().for_each(fill);
        }
        Rows::Pivots { packed: rows }
    }

    /// By pivot and steps, the packed term.
    fn terms(&self, count: usize, longest: u16, step: f32) -> Vec<Vec<u32>> {
        let mut around = vec![vec![0_u32; usize::from(longest) + 1]; count];
        for &(pivot, steps) in self.nearest.iter().filter(|nearest| nearest.1 != UNREACHED) {
            around[usize::from(pivot)][usize::from(steps)] += 1;
        }
        for of_pivot in &mut around {
            let mut sum = 0;
            for here in of_pivot.iter_mut() {
                sum += *here;
                *here = sum;
            }
        }
        let term = |of_pivot: &[u32], steps: usize| {
            if steps == 0 {
                return 0;
            }
            let inverse = 1.0 / (steps as f32 * step);
            packed(inverse, of_pivot[steps / 2].max(1) as f32 * inverse)
        };
        let of_pivot = |around: &Vec<u32>| (0..around.len()).map(|s| term(around, s)).collect();
        around.iter().map(of_pivot).collect()
    }
}
