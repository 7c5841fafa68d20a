//! One round over the nodes, each moved towards where its terms are least.
//!
//! Source: localised majorisation (Gansner, Koren, North 2004, "Graph drawing by stress majorization",
//! section 2.3), one node after the other. A term of a point at a tie's middle is
//! `weight · (|Σ share·x| − wanted)²` and is majorised in each of its nodes alike.

use std::ops::Range;

use super::terms::Terms;
use super::{NO_COLUMN, Stress};
use crate::layout::coordinates::Places;
use crate::layout::ideal_lengths::Reach;
use crate::layout::simd::{Kernel, LANES, chunks, inverse_root, sum};

/// Keeps the direction of a term finite where two points coincide, in square usual lengths.
pub(super) const SOFT: f32 = 1e-12;

pub(super) struct Sweep<'a, T: Terms, const D: usize> {
    pub(super) stress: &'a Stress<'a>,
    pub(super) terms: T,
    pub(super) at: &'a mut Places<D>,
    /// Where the nodes of the columns lie, padded to whole lanes.
    pub(super) columns: &'a mut Places<D>,
    pub(super) nodes: Range<usize>,
    pub(super) over_relaxation: f32,
}

impl<T: Terms, const D: usize> Kernel for Sweep<'_, T, D> {
    /// The largest move along an axis.
    type Output = f32;

    #[inline(always)]
    fn call(self) -> f32 {
        let Self { stress, terms, at, columns, nodes, over_relaxation } = self;
        let mut largest = 0.0_f32;
        let chunks = stress.width / LANES;
        for node in nodes {
            let hold = stress.hold[node];
            if stress.pinned[node] || hold <= 0.0 {
                continue;
            }
            let here = at.of(node);
            let row = terms.cut(node * chunks..(node + 1) * chunks);
            let mut force = far_force(row, columns, here);
            stress.add_near_force(node, at, here, &mut force);
            let mut to = here;
            for d in 0..D {
                let mut way = force[d] / hold;
                if let Some(anchors) = &stress.anchors {
                    // Drawn back as firmly as by all terms together.
                    way = (way + (anchors[node][d.min(1)] - here[d])) / 2.0;
                }
                let along = over_relaxation * way;
                to[d] += along;
                if along.abs() > largest {
                    largest = along.abs();
                }
            }
            at.put(node, to);
            let column = stress.column_of[node];
            if column != NO_COLUMN {
                columns.put(column as usize, to);
            }
        }
        largest
    }
}

/// The sum of a row's terms: `(pull / distance − weight) × way`, where the way leads from the other.
#[inline(always)]
fn far_force<T: Terms, const D: usize>(row: T, columns: &Places<D>, here: [f32; D]) -> [f32; D] {
    let count = row.len();
    let (x, y) = (&chunks(&columns.0[0])[..count], &chunks(&columns.0[1])[..count]);
    // The last axis: the third, or in the plane the second once more and without effect.
    let z = &chunks(&columns.0[D - 1])[..count];
    // By name and not in an array, so that they stay in registers.
    let (mut force_x, mut force_y, mut force_z) = ([0.0; LANES], [0.0; LANES], [0.0; LANES]);
    for chunk in 0..count {
        let (weight, pull) = row.at(chunk);
        for lane in 0..LANES {
            let (dx, dy) = (here[0] - x[chunk][lane], here[1] - y[chunk][lane]);
            let dz = if D > 2 { here[D - 1] - z[chunk][lane] } else { 0.0 };
            let square = dx * dx + dy * dy + SOFT + dz * dz;
            let by = pull[lane] * inverse_root(square) - weight[lane];
            force_x[lane] += by * dx;
            force_y[lane] += by * dy;
            force_z[lane] += by * dz;
        }
    }
    let mut sums = [0.0; D];
    sums[0] = sum(force_x);
    sums[1] = sum(force_y);
    if D > 2 {
        sums[D - 1] = sum(force_z);
    }
    sums
}

impl Stress<'_> {
    /// Adds the terms of a node's ties that no row holds.
    #[inline(always)]
    fn add_near_force<const D: usize>(
        &self,
        node: usize,
        at: &Places<D>,
        here: [f32; D],
        force: &mut [f32; D],
    ) {
        for term in self.near.of(node) {
            let other = at.of(term.other as usize);
            let mut square = SOFT;
            for d in 0..D {
                square += (here[d] - other[d]) * (here[d] - other[d]);
            }
            let by = term.weight * (term.wanted / square.sqrt() - 1.0);
            for d in 0..D {
                force[d] += by * (here[d] - other[d]);
            }
        }
        for &(index, share) in self.reach_of.of(node) {
            let reach = &self.network.reaches[index as usize];
            let way = way_of(reach, at);
            let mut square = SOFT;
            for along in way {
                square += along * along;
            }
            let by = reach.weight * share * (reach.wanted / square.sqrt() - 1.0);
            for d in 0..D {
                force[d] += by * way[d];
            }
        }
    }
}

/// The way from one end of a tie to the other.
#[inline(always)]
pub(super) fn way_of<const D: usize>(reach: &Reach, at: &Places<D>) -> [f32; D] {
    let mut way = [0.0; D];
    for &(node, share) in &reach.shares {
        let node = at.of(node as usize);
        for d in 0..D {
            way[d] += share * node[d];
        }
    }
    way
}
