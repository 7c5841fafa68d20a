//! How much stress a drawing has, as it is and at any other scale.

use super::Stress;
use super::majorization::way_of;
use super::terms::{Each, Packed, Rows, Terms};
use crate::layout::coordinates::Places;
use crate::layout::ideal_lengths::Reach;
use crate::layout::simd;
use crate::layout::simd::{Kernel, LANES, chunks, sum};

/// Stress as a parabola of the scale `s` of a drawing: `square s² − 2 pull s + rest`. Each pair counts
/// from both sides.
#[derive(Clone, Copy, Debug, Default)]
pub(in crate::layout) struct Sums {
    square: f64,
    pull: f64,
    rest: f64,
}

impl Sums {
    /// The stress as drawn.
    pub(in crate::layout) fn value(&self) -> f64 {
        self.square - 2.0 * self.pull + self.rest
    }

    /// The stress with all nodes in one point.
    pub(in crate::layout) fn in_one_point(&self) -> f64 {
        self.rest
    }

    /// The factor by which the drawing as a whole would have to be scaled for the least stress, above
    /// 0.
    pub(in crate::layout) fn best_scale(&self) -> f32 {
        if self.square > 0.0 && self.pull > 0.0 { (self.pull / self.square) as f32 } else { 1.0 }
    }

    /// The least stress at any scale as a share of that in one point; 0 where nothing is wanted.
    pub(in crate::layout) fn least(&self) -> f64 {
        match self.rest {
            rest if rest <= 0.0 => 0.0,
            _ if self.square <= 0.0 => 1.0,
            rest => (1.0 - self.pull * self.pull / (self.square * rest)).clamp(0.0, 1.0),
        }
    }

    pub(in crate::layout) fn add(&mut self, other: &Self) {
        self.square += other.square;
        self.pull += other.pull;
        self.rest += other.rest;
    }

    fn of_term(weight: f32, wanted: f32, drawn: f32) -> Self {
        Self {
            square: f64::from(weight * drawn * drawn),
            pull: f64::from(weight * wanted * drawn),
            rest: f64::from(weight * wanted * wanted),
        }
    }
}

/// Counts twice, as a pair does.
pub(super) fn of_reach(reach: &Reach, at: &Places<2>) -> Sums {
    let [x, y] = way_of(reach, at);
    Sums::of_term(2.0 * reach.weight, reach.wanted, (x * x + y * y).sqrt())
}

impl Stress<'_> {
    /// The stress of a drawing, at any scale.
    pub(in crate::layout) fn sums_of(&self, at: &Places<2>) -> Sums {
        let columns = &self.columns_of(at);
        let (square, pull) = match &self.rows {
            Rows::Each { weight, pull } => {
                simd::run(Measure { stress: self, terms: Each::new(weight, pull), at, columns })
            }
            Rows::Pivots { packed } => {
                simd::run(Measure { stress: self, terms: Packed::new(packed), at, columns })
            }
        };
        let mut sums = Sums { square, pull, rest: self.in_one_point };
        for node in 0..at.len() {
            for term in self.near.of(node) {
                let drawn = super::distance(at.of(node), at.of(term.other as usize));
                let term = Sums::of_term(term.weight, term.wanted, drawn);
                // Its rest is in that of one point already.
                sums.add(&Sums { rest: 0.0, ..term });
            }
        }
        for reach in &self.network.reaches {
            sums.add(&Sums { rest: 0.0, ..of_reach(reach, at) });
        }
        sums
    }

    /// Sums up what doesn't depend on where the nodes are.
    pub(super) fn weigh(&mut self) {
        let mut hold = std::mem::take(&mut self.hold);
        let hold_by_row = &mut hold[..];
        let mut rest = match &self.rows {
            Rows::Each { weight, pull } => simd::run(Weigh {
                terms: Each::new(weight, pull),
                width: self.width,
                hold: hold_by_row,
            }),
            Rows::Pivots { packed } => simd::run(Weigh {
                terms: Packed::new(packed),
                width: self.width,
                hold: hold_by_row,
            }),
        };
        for (node, hold) in hold.iter_mut().enumerate() {
            for term in self.near.of(node) {
                *hold += term.weight;
                rest += Sums::of_term(term.weight, term.wanted, 0.0).rest;
            }
            for &(index, share) in self.reach_of.of(node) {
                *hold += self.network.reaches[index as usize].weight * share * share;
            }
        }
        let reaches = self.network.reaches.iter();
        rest += reaches
            .map(|reach| Sums::of_term(2.0 * reach.weight, reach.wanted, 0.0).rest)
            .sum::<f64>();
        (self.hold, self.in_one_point) = (hold, rest);
    }
}

struct Measure<'a, T: Terms> {
    stress: &'a Stress<'a>,
    terms: T,
    at: &'a Places<2>,
    columns: &'a Places<2>,
}

impl<T: Terms> Kernel for Measure<'_, T> {
    /// The sums of `weight × drawn²` and of `pull × drawn`.
    type Output = (f64, f64);

    #[inline(always)]
    fn call(self) -> (f64, f64) {
        let Self { stress, terms, at, columns } = self;
        let count = stress.width / LANES;
        let [xs, ys] = &columns.0;
        let (xs, ys) = (&chunks(xs)[..count], &chunks(ys)[..count]);
        let (mut square, mut pull) = (0.0, 0.0);
        for node in 0..at.len() {
            let [x, y] = at.of(node);
            let row = terms.cut(node * count..(node + 1) * count);
            let (mut row_square, mut row_pull) = ([0.0_f32; LANES], [0.0_f32; LANES]);
            for chunk in 0..count.min(row.len()) {
                let (weight, pull) = row.at(chunk);
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

struct Weigh<'a, T: Terms> {
    terms: T,
    width: usize,
    hold: &'a mut [f32],
}

impl<T: Terms> Kernel for Weigh<'_, T> {
    /// The sum of `weight × wanted²`.
    type Output = f64;

    #[inline(always)]
    fn call(self) -> f64 {
        let mut rest = 0.0;
        let count = self.width / LANES;
        for (node, hold) in self.hold.iter_mut().enumerate() {
            let row = self.terms.cut(node * count..(node + 1) * count);
            let (mut row_weight, mut row_rest) = ([0.0_f32; LANES], [0.0_f32; LANES]);
            for chunk in 0..row.len() {
                let (weight, pull) = row.at(chunk);
                for lane in 0..LANES {
                    row_weight[lane] += weight[lane];
                    // Without a term the pull is 0 as well.
                    row_rest[lane] += pull[lane] * pull[lane] / weight[lane].max(f32::MIN_POSITIVE);
                }
            }
            *hold = sum(row_weight);
            rest += f64::from(sum(row_rest));
        }
        rest
    }
}
