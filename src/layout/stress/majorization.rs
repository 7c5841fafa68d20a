//! One round over the nodes, in which each moves towards the minimum of its terms.
//!
//! Source: localised majorisation (Gansner, Koren, North 2004, "Graph drawing by stress majorization",
//! section 2.3), one node after the other. The term of a tie with an end at a midpoint is
//! `weight · (|Σ share·x| − ideal_length)²`, and it is majorised in each of its nodes alike.

use std::ops::Range;

use super::terms::TermRows;
use super::{NO_COLUMN, Stress};
use crate::layout::coordinates::Coordinates;
use crate::layout::layout_graph::MidpointTie;
use crate::layout::simd::{Kernel, LANES, chunks, inverse_root, sum};

/// Keeps the direction of a term finite where two points coincide, in square length units.
pub(super) const SOFTENING: f32 = 1e-12;

pub(super) struct Sweep<'a, T: TermRows, const D: usize> {
    pub(super) stress: &'a Stress<'a>,
    pub(super) terms: T,
    pub(super) coordinates: &'a mut Coordinates<D>,
    /// The positions of the nodes of all columns, padded to whole lanes.
    pub(super) columns: &'a mut Coordinates<D>,
    pub(super) nodes: Range<usize>,
    pub(super) over_relaxation: f32,
}

impl<T: TermRows, const D: usize> Kernel for Sweep<'_, T, D> {
    /// The largest move along an axis.
    type Output = f32;

    #[inline(always)]
    fn call(self) -> f32 {
        let Self { stress, terms, coordinates, columns, nodes, over_relaxation } = self;
        let mut largest = 0.0_f32;
        let chunks = stress.width / LANES;
        for node in nodes {
            let total_weight = stress.total_weight[node];
            if stress.pinned[node] || total_weight <= 0.0 {
                continue;
            }
            let here = coordinates.get(node);
            let row = terms.slice(node * chunks..(node + 1) * chunks);
            let mut force = row_force(row, columns, here);
            stress.add_tie_force(node, coordinates, here, &mut force);
            let mut to = here;
            for d in 0..D {
                let mut step = force[d] / total_weight;
                if let Some(anchors) = &stress.anchors {
                    // Drawn back as firmly as by all terms together.
                    step = (step + (anchors[node][d.min(1)] - here[d])) / 2.0;
                }
                let along = over_relaxation * step;
                to[d] += along;
                if along.abs() > largest {
                    largest = along.abs();
                }
            }
            coordinates.set(node, to);
            let column = stress.column_of[node];
            if column != NO_COLUMN {
                columns.set(column as usize, to);
            }
        }
        largest
    }
}

/// The sum of a row's terms: `(pull / distance − weight) × vector`, where the vector leads from the other
/// node.
#[inline(always)]
fn row_force<T: TermRows, const D: usize>(
    row: T,
    columns: &Coordinates<D>,
    here: [f32; D],
) -> [f32; D] {
    let count = row.len();
    let (x, y) = (&chunks(&columns.0[0])[..count], &chunks(&columns.0[1])[..count]);
    // The last axis: the third, or in the plane the second again, without effect.
    let z = &chunks(&columns.0[D - 1])[..count];
    // Named and not in an array, so that they stay in registers.
    let (mut force_x, mut force_y, mut force_z) = ([0.0; LANES], [0.0; LANES], [0.0; LANES]);
    for chunk in 0..count {
        let (weight, pull) = row.chunk(chunk);
        for lane in 0..LANES {
            let (dx, dy) = (here[0] - x[chunk][lane], here[1] - y[chunk][lane]);
            let dz = if D > 2 { here[D - 1] - z[chunk][lane] } else { 0.0 };
            let square = dx * dx + dy * dy + SOFTENING + dz * dz;
            let by = pull[lane] * inverse_root(square) - weight[lane];
            force_x[lane] += by * dx;
            force_y[lane] += by * dy;
            force_z[lane] += by * dz;
        }
    }
    let mut by_scale = [0.0; D];
    by_scale[0] = sum(force_x);
    by_scale[1] = sum(force_y);
    if D > 2 {
        by_scale[D - 1] = sum(force_z);
    }
    by_scale
}

impl Stress<'_> {
    /// Adds the terms of a node's ties that aren't in the matrix.
    #[inline(always)]
    fn add_tie_force<const D: usize>(
        &self,
        node: usize,
        coordinates: &Coordinates<D>,
        here: [f32; D],
        force: &mut [f32; D],
    ) {
        for term in self.tie_terms.of(node) {
            let other = coordinates.get(term.other as usize);
            let mut square = SOFTENING;
            for d in 0..D {
                square += (here[d] - other[d]) * (here[d] - other[d]);
            }
            let by = term.weight * (term.ideal_length / square.sqrt() - 1.0);
            for d in 0..D {
                force[d] += by * (here[d] - other[d]);
            }
        }
        for &(index, share) in self.midpoint_ties_of.of(node) {
            let tie = &self.graph.midpoint_ties[index as usize];
            let vector = midpoint_tie_vector(tie, coordinates);
            let mut square = SOFTENING;
            for along in vector {
                square += along * along;
            }
            let by = tie.weight * share * (tie.ideal_length / square.sqrt() - 1.0);
            for d in 0..D {
                force[d] += by * vector[d];
            }
        }
    }
}

/// The vector from one end of a tie to the other.
#[inline(always)]
pub(super) fn midpoint_tie_vector<const D: usize>(
    tie: &MidpointTie,
    coordinates: &Coordinates<D>,
) -> [f32; D] {
    let mut vector = [0.0; D];
    for &(node, share) in &tie.shares {
        let node = coordinates.get(node as usize);
        for d in 0..D {
            vector[d] += share * node[d];
        }
    }
    vector
}
