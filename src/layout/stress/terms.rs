//! The terms of stress between all nodes, or between all nodes and the pivots, one row for each node.
//!
//! A term has an ideal length and a weight. The matrix keeps `weight` and `pull`, which is
//! `weight × ideal length`, so that the ideal length can also be below 0.

use std::ops::Range;

use rayon::prelude::*;

use crate::layout::shortest_paths::DistanceBlock;
use crate::layout::simd::{LANES, Lanes, chunks, padded};

/// With fewer terms, threads cost more than they save.
pub(super) const WORTH_THREADS: usize = 1_000_000;

/// One row for each node, one column for each node or pivot, padded to whole lanes.
pub(super) enum TermMatrix {
    /// Every pair, exactly.
    Dense { weight: Vec<f32>, pull: Vec<f32> },
    /// Each pivot for the nodes around it. A term is two numbers of 16 bits (the upper halves of an
    /// `f32`, off by less than 1 in 256): 1 / ideal length above, and `pull` below.
    Pivots { packed: Vec<u32> },
}

/// Rows of terms, read sixteen at a time.
pub(super) trait TermRows: Copy {
    /// These chunks alone.
    fn slice(self, chunks: Range<usize>) -> Self;
    /// The weights and pulls of a chunk.
    fn chunk(self, index: usize) -> (Lanes, Lanes);
    /// The number of chunks.
    fn len(self) -> usize;
}

#[derive(Clone, Copy)]
pub(super) struct DenseRows<'a> {
    weight: &'a [Lanes],
    pull: &'a [Lanes],
}

impl<'a> DenseRows<'a> {
    pub(super) fn new(weight: &'a [f32], pull: &'a [f32]) -> Self {
        Self { weight: chunks(weight), pull: chunks(pull) }
    }
}

impl TermRows for DenseRows<'_> {
    #[inline(always)]
    fn slice(self, chunks: Range<usize>) -> Self {
        Self { weight: &self.weight[chunks.clone()], pull: &self.pull[chunks] }
    }

    #[inline(always)]
    fn chunk(self, index: usize) -> (Lanes, Lanes) {
        (self.weight[index], self.pull[index])
    }

    #[inline(always)]
    fn len(self) -> usize {
        self.weight.len().min(self.pull.len())
    }
}

#[derive(Clone, Copy)]
pub(super) struct PackedRows<'a>(&'a [[u32; LANES]]);

impl<'a> PackedRows<'a> {
    pub(super) fn new(packed: &'a [u32]) -> Self {
        Self(chunks(packed))
    }
}

impl TermRows for PackedRows<'_> {
    #[inline(always)]
    fn slice(self, chunks: Range<usize>) -> Self {
        Self(&self.0[chunks])
    }

    #[inline(always)]
    fn chunk(self, index: usize) -> (Lanes, Lanes) {
        let (mut weight, mut pull) = ([0.0; LANES], [0.0; LANES]);
        let terms = &self.0[index];
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

/// Packs a term for [`PackedRows`]. Both numbers are finite and not negative.
pub(super) fn pack_term(inverse: f32, pull: f32) -> u32 {
    let upper_half = |number: f32| (number.to_bits() + 0x8000) >> 16;
    upper_half(inverse) << 16 | upper_half(pull)
}

impl TermMatrix {
    /// A term for every pair that a path connects, weighted by the inverse square of the path's length.
    pub(super) fn dense(nodes: usize, blocks: &[DistanceBlock], step: f32) -> Self {
        let width = padded(nodes);
        let longest = blocks.iter().map(DistanceBlock::longest).max().unwrap_or(0);
        let inverse = |steps: u16| if steps == 0 { 0.0 } else { 1.0 / (f32::from(steps) * step) };
        let inverses: Vec<f32> = (0..=longest).map(inverse).collect();
        let mut weight = vec![0.0; nodes * width];
        let mut pull = vec![0.0; nodes * width];
        let fill = |(node, (weight, pull)): (usize, (&mut [f32], &mut [f32]))| {
            let steps = blocks.iter().flat_map(|block| block.to_node(node));
            for ((weight, pull), &steps) in weight.iter_mut().zip(pull).zip(steps) {
                let inverse = inverses.get(usize::from(steps)).copied().unwrap_or(0.0);
                *weight = inverse * inverse;
                *pull = inverse;
            }
        };
        if width == 0 {
            return Self::Dense { weight, pull };
        }
        if nodes * width < WORTH_THREADS {
            weight.chunks_mut(width).zip(pull.chunks_mut(width)).enumerate().for_each(fill);
        } else {
            let matrix = weight.par_chunks_mut(width).zip(pull.par_chunks_mut(width));
            matrix.enumerate().for_each(fill);
        }
        Self::Dense { weight, pull }
    }

    /// The weight and pull of one term.
    pub(super) fn term(&self, index: usize) -> (f32, f32) {
        match self {
            Self::Dense { weight, pull } => (weight[index], pull[index]),
            Self::Pivots { packed } => {
                let term = packed[index];
                let pull = f32::from_bits(term << 16);
                (pull * f32::from_bits(term & 0xFFFF_0000), pull)
            }
        }
    }

    /// Sets a term of [`Dense`](Self::Dense), or removes one of [`Pivots`](Self::Pivots).
    pub(super) fn replace(&mut self, index: usize, by: (f32, f32)) {
        match self {
            Self::Dense { weight, pull } => (weight[index], pull[index]) = by,
            Self::Pivots { packed } => packed[index] = 0,
        }
    }
}
