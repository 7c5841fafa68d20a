//! The stress of a drawing, as it is and at any other scale.

use super::Stress;
use super::majorization::midpoint_tie_vector;
use super::terms::{DenseRows, PackedRows, TermMatrix, TermRows};
use crate::layout::coordinates::Coordinates;
use crate::layout::layout_graph::MidpointTie;
use crate::layout::simd;
use crate::layout::simd::{Kernel, LANES, chunks, sum};

/// Stress as a parabola in the scale `s` of a drawing: `quadratic s² − 2 linear s + constant`. Each pair
/// counts twice, once from each node.
#[derive(Clone, Copy, Debug, Default)]
pub(in crate::layout) struct StressByScale {
    quadratic: f64,
    linear: f64,
    constant: f64,
}

impl StressByScale {
    /// The stress at scale 1.
    pub(in crate::layout) fn value(&self) -> f64 {
        self.quadratic - 2.0 * self.linear + self.constant
    }

    /// The stress with all nodes in one point.
    pub(in crate::layout) fn collapsed(&self) -> f64 {
        self.constant
    }

    /// The scale at which the stress is least, above 0.
    pub(in crate::layout) fn best_scale(&self) -> f32 {
        if self.quadratic > 0.0 && self.linear > 0.0 {
            (self.linear / self.quadratic) as f32
        } else {
            1.0
        }
    }

    /// The least stress at any scale, as a share of that with all nodes in one point; 0 without terms.
    pub(in crate::layout) fn least_normalized(&self) -> f64 {
        match self.constant {
            constant if constant <= 0.0 => 0.0,
            _ if self.quadratic <= 0.0 => 1.0,
            constant => {
                (1.0 - self.linear * self.linear / (self.quadratic * constant)).clamp(0.0, 1.0)
            }
        }
    }

    pub(in crate::layout) fn add(&mut self, other: &Self) {
        self.quadratic += other.quadratic;
        self.linear += other.linear;
        self.constant += other.constant;
    }

    fn of_term(weight: f32, ideal_length: f32, drawn: f32) -> Self {
        Self {
            quadratic: f64::from(weight * drawn * drawn),
            linear: f64::from(weight * ideal_length * drawn),
            constant: f64::from(weight * ideal_length * ideal_length),
        }
    }
}

/// The stress of a tie with an end at a midpoint. It counts twice, as a pair does.
pub(super) fn of_midpoint_tie(tie: &MidpointTie, coordinates: &Coordinates<2>) -> StressByScale {
    let [x, y] = midpoint_tie_vector(tie, coordinates);
    StressByScale::of_term(2.0 * tie.weight, tie.ideal_length, (x * x + y * y).sqrt())
}

impl Stress<'_> {
    /// The stress of a drawing, at any scale.
    pub(in crate::layout) fn by_scale_of(&self, coordinates: &Coordinates<2>) -> StressByScale {
        let columns = &self.gather_columns(coordinates);
        let (quadratic, linear) = match &self.matrix {
            TermMatrix::Dense { weight, pull } => simd::run(SumStress {
                stress: self,
                terms: DenseRows::new(weight, pull),
                coordinates,
                columns,
            }),
            TermMatrix::Pivots { packed } => simd::run(SumStress {
                stress: self,
                terms: PackedRows::new(packed),
                coordinates,
                columns,
            }),
        };
        let mut by_scale = StressByScale { quadratic, linear, constant: self.collapsed };
        for node in 0..coordinates.len() {
            for term in self.tie_terms.of(node) {
                let drawn =
                    super::distance(coordinates.get(node), coordinates.get(term.other as usize));
                let term = StressByScale::of_term(term.weight, term.ideal_length, drawn);
                // `collapsed` has the constant part already.
                by_scale.add(&StressByScale { constant: 0.0, ..term });
            }
        }
        for tie in &self.graph.midpoint_ties {
            by_scale.add(&StressByScale { constant: 0.0, ..of_midpoint_tie(tie, coordinates) });
        }
        by_scale
    }

    /// Computes the sums that don't depend on positions.
    pub(super) fn sum_weights(&mut self) {
        let mut total_weight = std::mem::take(&mut self.total_weight);
        let row_weights = &mut total_weight[..];
        let mut constant = match &self.matrix {
            TermMatrix::Dense { weight, pull } => simd::run(SumWeights {
                terms: DenseRows::new(weight, pull),
                width: self.width,
                total_weight: row_weights,
            }),
            TermMatrix::Pivots { packed } => simd::run(SumWeights {
                terms: PackedRows::new(packed),
                width: self.width,
                total_weight: row_weights,
            }),
        };
        for (node, total_weight) in total_weight.iter_mut().enumerate() {
            for term in self.tie_terms.of(node) {
                *total_weight += term.weight;
                constant += StressByScale::of_term(term.weight, term.ideal_length, 0.0).constant;
            }
            for &(index, share) in self.midpoint_ties_of.of(node) {
                *total_weight += self.graph.midpoint_ties[index as usize].weight * share * share;
            }
        }
        let midpoint_ties = self.graph.midpoint_ties.iter();
        constant += midpoint_ties
            .map(|tie| StressByScale::of_term(2.0 * tie.weight, tie.ideal_length, 0.0).constant)
            .sum::<f64>();
        (self.total_weight, self.collapsed) = (total_weight, constant);
    }
}

struct SumStress<'a, T: TermRows> {
    stress: &'a Stress<'a>,
    terms: T,
    coordinates: &'a Coordinates<2>,
    columns: &'a Coordinates<2>,
}

impl<T: TermRows> Kernel for SumStress<'_, T> {
    /// The sums of `weight × drawn²` and of `pull × drawn`.
    type Output = (f64, f64);

    #[inline(always)]
    fn call(self) -> (f64, f64) {
        let Self { stress, terms, coordinates, columns } = self;
        let count = stress.width / LANES;
        let [xs, ys] = &columns.0;
        let (xs, ys) = (&chunks(xs)[..count], &chunks(ys)[..count]);
        let (mut square, mut pull) = (0.0, 0.0);
        for node in 0..coordinates.len() {
            let [x, y] = coordinates.get(node);
            let row = terms.slice(node * count..(node + 1) * count);
            let (mut row_square, mut row_pull) = ([0.0_f32; LANES], [0.0_f32; LANES]);
            for chunk in 0..count.min(row.len()) {
                let (weight, pull) = row.chunk(chunk);
                for lane in 0..LANES {
                    let (dx, dy) = (x - xs[chunk][lane], y - ys[chunk][lane]);
                    let drawn = (dx * dx + dy * dy).sqrt();
                    row_square[lane] += weight[lane] * drawn * drawn;
                    row_pull[lane] += pull[lane] * drawn;
                }
            }
            square += f64::from(sum(row_square));
            pull += f64::from(sum(row_pull));
        }
        (square, pull)
    }
}

struct SumWeights<'a, T: TermRows> {
    terms: T,
    width: usize,
    total_weight: &'a mut [f32],
}

impl<T: TermRows> Kernel for SumWeights<'_, T> {
    /// The sum of `weight × ideal length²`.
    type Output = f64;

    #[inline(always)]
    fn call(self) -> f64 {
        let mut rest = 0.0;
        let count = self.width / LANES;
        for (node, total_weight) in self.total_weight.iter_mut().enumerate() {
            let row = self.terms.slice(node * count..(node + 1) * count);
            let (mut row_weight, mut row_rest) = ([0.0_f32; LANES], [0.0_f32; LANES]);
            for chunk in 0..row.len() {
                let (weight, pull) = row.chunk(chunk);
                for lane in 0..LANES {
                    row_weight[lane] += weight[lane];
                    // Without a term, the pull is 0 as well.
                    row_rest[lane] += pull[lane] * pull[lane] / weight[lane].max(f32::MIN_POSITIVE);
                }
            }
            *total_weight = sum(row_weight);
            rest += f64::from(sum(row_rest));
        }
        rest
    }
}
