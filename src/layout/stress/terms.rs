//! The terms of stress between all nodes, or between all nodes and some pivots, one row a node.
//!
//! A term wants two nodes to be `wanted` apart and counts with `weight`. Rows keep `weight` and `pull`,
//! which is `weight × wanted`, so that a term can also want less than nothing.

use std::ops::Range;

use rayon::prelude::*;

use crate::layout::shortest_paths::Block;
use crate::layout::simd::{LANES, Lanes, chunks, padded};

/// Fewer terms than this aren't worth threads.
pub(super) const WORTH_THREADS: usize = 1_000_000;

/// One row for each node, one column for each node or pivot and padding up to whole lanes.
pub(super) enum Rows {
    /// Every pair by itself, exactly.
    Each { weight: Vec<f32>, pull: Vec<f32> },
    /// Each pivot for the nodes around it. A term is two numbers of 16 bits (the upper halves of an
    /// `f32`, off by less than 1 in 256): 1 / `wanted` above, and `pull` below.
    Pivots { packed: Vec<u32> },
}

/// Rows whose terms are taken sixteen at a time.
pub(super) trait Terms: Copy {
    /// These lanes alone, counted from the start in chunks.
    fn cut(self, chunks: Range<usize>) -> Self;
    /// Weight and pull of a chunk of terms.
    fn at(self, chunk: usize) -> (Lanes, Lanes);
    /// How many chunks there are.
    fn len(self) -> usize;
}

#[derive(Clone, Copy)]
pub(super) struct Each<'a> {
    weight: &'a [Lanes],
    pull: &'a [Lanes],
}

impl<'a> Each<'a> {
    pub(super) fn new(weight: &'a [f32], pull: &'a [f32]) -> Self {
        Self { weight: chunks(weight), pull: chunks(pull) }
    }
}

impl Terms for Each<'_> {
    #[inline(always)]
    fn cut(self, chunks: Range<usize>) -> Self {
        Self { weight: &self.weight[chunks.clone()], pull: &self.pull[chunks] }
    }

    #[inline(always)]
    fn at(self, chunk: usize) -> (Lanes, Lanes) {
        (self.weight[chunk], self.pull[chunk])
    }

    #[inline(always)]
    fn len(self) -> usize {
        self.weight.len().min(self.pull.len())
    }
}

#[derive(Clone, Copy)]
pub(super) struct Packed<'a>(&'a [[u32; LANES]]);

impl<'a> Packed<'a> {
    pub(super) fn new(packed: &'a [u32]) -> Self {
        Self(chunks(packed))
    }
}

impl Terms for Packed<'_> {
    #[inline(always)]
    fn cut(self, chunks: Range<usize>) -> Self {
        Self(&self.0[chunks])
    }

    #[inline(always)]
    fn at(self, chunk: usize) -> (Lanes, Lanes) {
        let (mut weight, mut pull) = ([0.0; LANES], [0.0; LANES]);
        let terms = &self.0[chunk];
        for lane in 0..LANES {
            pull[lane] = f32::from_bits(terms[lane] << 16);
            weight[lane] = pull[lane] * f32::from_bits(terms[lane] & 0xFFFF_0000);
        }
        (weight, pull)
    }

    #[inline(always)]
    fn len(self) -> usize {
        self.0.len()
    }
}

/// A term for [`Packed`]. Both numbers are finite and not negative.
pub(super) fn packed(inverse: f32, pull: f32) -> u32 {
    let upper_half = |number: f32| (number.to_bits() + 0x8000) >> 16;
    upper_half(inverse) << 16 | upper_half(pull)
}

impl Rows {
    /// Every pair that a path joins, which counts as the square of the inverse of the path's length.
    pub(super) fn of_each(nodes: usize, blocks: &[Block], step: f32) -> Self {
        let width = padded(nodes);
        let longest = blocks.iter().map(Block::longest).max().unwrap_or(0);
        let inverse = |steps: u16| if steps == 0 { 0.0 } else { 1.0 / (f32::from(steps) * step) };
        let inverses: Vec<f32> = (0..=longest).map(inverse).collect();
        let mut weight = vec![0.0; nodes * width];
        let mut pull = vec![0.0; nodes * width];
        let fill = |(node, (weight, pull)): (usize, (&mut [f32], &mut [f32]))| {
            let steps = blocks.iter().flat_map(|block| block.of(node));
            for ((weight, pull), &steps) in weight.iter_mut().zip(pull).zip(steps) {
                let inverse = inverses.get(usize::from(steps)).copied().unwrap_or(0.0);
                *weight = inverse * inverse;
                *pull = inverse;
            }
        };
        if width == 0 {
            return Self::Each { weight, pull };
        }
        if nodes * width < WORTH_THREADS {
            weight.chunks_mut(width).zip(pull.chunks_mut(width)).enumerate().for_each(fill);
        } else {
            let rows = weight.par_chunks_mut(width).zip(pull.par_chunks_mut(width));
            rows.enumerate().for_each(fill);
        }
        Self::Each { weight, pull }
    }

    /// Weight and pull of one term.
    pub(super) fn term(&self, place: usize) -> (f32, f32) {
        match self {
            Self::Each { weight, pull } => (weight[place], pull[place]),
            Self::Pivots { packed } => {
                let term = packed[place];
                let pull = f32::from_bits(term << 16);
                (pull * f32::from_bits(term & 0xFFFF_0000), pull)
            }
        }
    }

    /// Sets one term of [`Each`](Self::Each), or takes one of [`Pivots`](Self::Pivots) out.
    pub(super) fn replace(&mut self, place: usize, by: (f32, f32)) {
        match self {
            Self::Each { weight, pull } => (weight[place], pull[place]) = by,
            Self::Pivots { packed } => packed[place] = 0,
        }
    }
}
