//! Which nodes are pivots, and how much each counts.
//!
//! Source: sparse stress (Ortmann, Klimenta, Brandes 2016, "A sparse stress model"): a node has a term
//! to each pivot, which counts once for every node nearest to that pivot and at most half as far from
//! it as the pivot is from the node. The pivots are sampled at random, each node with a probability in
//! proportion to the square of its distance to the nearest pivot so far (Arthur, Vassilvitskii 2007,
//! "k-means++"). In a mesh they spread out as if each were farthest from the others; in a graph where
//! everything is a few ties apart they are as good as random, where the farthest nodes would all be
//! leaves.

use rayon::prelude::*;

use super::terms::{TermMatrix, WORTH_THREADS, pack_term};
use crate::layout::progress::{Cancelled, Progress};
use crate::layout::rng::Rng;
use crate::layout::shortest_paths::{
    DistanceBlock, PathGraph, SOURCES_AT_ONCE, UNREACHED, distances,
};
use crate::layout::simd::padded;

pub(super) struct Pivots {
    /// The distances from the pivots, in their order.
    pub(super) blocks: Vec<DistanceBlock>,
    /// For each node, the index of its nearest pivot and the steps to it.
    nearest: Vec<(u16, u16)>,
}

impl Pivots {
    /// Chooses `count` of the first `nodes` vertices, or a few less.
    pub(super) fn choose(
        paths: &PathGraph,
        nodes: usize,
        count: usize,
        seed: u64,
        progress: &mut Progress,
    ) -> Result<Self, Cancelled> {
        let mut rng = Rng::new(seed);
        let mut pivots = Self { blocks: Vec::new(), nearest: vec![(0, UNREACHED); nodes] };
        let mut chosen = 0;
        while chosen < count {
            progress.check_cancelled()?;
            let sources = pivots.sample((count - chosen).min(SOURCES_AT_ONCE), &mut rng);
            for block in distances(paths, nodes, &sources) {
                pivots.update_nearest(&block, chosen as u16);
                chosen += block.sources.len();
                pivots.blocks.push(block);
            }
        }
        Ok(pivots)
    }

    /// Up to `count` new pivots; at least one while any node isn't a pivot.
    fn sample(&self, count: usize, rng: &mut Rng) -> Vec<u32> {
        let mut below = 0.0;
        let square = |&(_, steps): &(u16, u16)| match steps {
            UNREACHED => 1.0,
            steps => f64::from(steps) * f64::from(steps),
        };
        let by_scale: Vec<f64> = self
            .nearest
            .iter()
            .map(|nearest| {
                below += square(nearest);
                below
            })
            .collect();
        let mut drawn: Vec<u32> = Vec::with_capacity(count);
        // Few nodes come up twice, as there are many more nodes than pivots.
        for _ in 0..4 * count {
            let at = (f64::from(rng.centred()) + 0.5) * below;
            let node = by_scale.partition_point(|&sum| sum <= at).min(by_scale.len() - 1) as u32;
            if drawn.len() < count && !drawn.contains(&node) {
                drawn.push(node);
            }
        }
        drawn
    }

    /// Takes the distances from new pivots into account.
    fn update_nearest(&mut self, block: &DistanceBlock, first: u16) {
        for (node, nearest) in self.nearest.iter_mut().enumerate() {
            for (pivot, &steps) in (first..).zip(block.to_node(node)) {
                if steps < nearest.1 {
                    *nearest = (pivot, steps);
                }
            }
        }
    }

    /// The pivots.
    pub(super) fn nodes(&self) -> impl Iterator<Item = u32> {
        self.blocks.iter().flat_map(|block| block.sources.iter().copied())
    }

    /// The terms between all nodes and all pivots.
    pub(super) fn matrix(&self, step: f32) -> TermMatrix {
        let count = self.nodes().count();
        let width = padded(count);
        let longest = self.blocks.iter().map(DistanceBlock::longest).max().unwrap_or(0);
        let terms = self.terms(count, longest, step);
        let mut matrix = vec![0; self.nearest.len() * width];
        let fill = |(node, row): (usize, &mut [u32])| {
            let steps = self.blocks.iter().flat_map(|block| block.to_node(node));
            for ((term, of_pivot), &steps) in row.iter_mut().zip(&terms).zip(steps) {
                *term = of_pivot.get(usize::from(steps)).copied().unwrap_or(0);
            }
        };
        if matrix.len() < WORTH_THREADS {
            matrix.chunks_mut(width.max(1)).enumerate().for_each(fill);
        } else {
            matrix.par_chunks_mut(width.max(1)).enumerate().for_each(fill);
        }
        TermMatrix::Pivots { packed: matrix }
    }

    /// The packed term by pivot and steps.
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
            pack_term(inverse, of_pivot[steps / 2].max(1) as f32 * inverse)
        };
        let of_pivot = |around: &Vec<u32>| (0..around.len()).map(|s| term(around, s)).collect();
        around.iter().map(of_pivot).collect()
    }
}
