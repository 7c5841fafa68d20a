//! The initial positions of nodes, from path lengths alone.

use super::Stress;
use crate::layout::coordinates::Coordinates;
use crate::layout::rng::Rng;
use crate::layout::shortest_paths::{DistanceBlock, UNREACHED};
use crate::layout::simd;
use crate::layout::simd::{Kernel, LANES, sum};

/// The most sources of path lengths; more change nothing visible.
const MOST_SOURCES: usize = 50;
const ROUNDS: usize = 60;
/// The random shift that separates nodes with the same path lengths, in length units.
const SHIFT: f32 = 0.1;

/// Path lengths in length units, by source and node, from up to [`MOST_SOURCES`] sources spread evenly over
/// these blocks.
pub(super) fn distance_samples(nodes: usize, blocks: &[DistanceBlock], step: f32) -> Vec<Vec<f32>> {
    let all: Vec<(&DistanceBlock, usize)> = blocks
        .iter()
        .flat_map(|block| (0..block.sources.len()).map(move |source| (block, source)))
        .collect();
    let count = all.len().min(MOST_SOURCES);
    let chosen = (0..count).map(|k| all[k * all.len() / count]);
    let length = |steps: u16| if steps == UNREACHED { 0.0 } else { f32::from(steps) * step };
    chosen
        .map(|(block, source)| (0..nodes).map(|node| length(block.to_node(node)[source])).collect())
        .collect()
}

/// The two principal axes of the path lengths, scaled to fit the ideal distances (pivot MDS).
///
/// Source: Brandes and Pich 2006 ("Eigensolver methods for progressive multidimensional scaling"),
/// by power iteration from a fixed start. Guarantees a global shape with few folds. Nodes with the same
/// path lengths (leaves of one hub) coincide, so a small random shift is added.
pub(super) fn pivot_mds(stress: &Stress, rng: &mut Rng) -> Coordinates<2> {
    let nodes = stress.graph.node_count;
    let columns = centred_squares(&stress.distance_samples, nodes);
    let axes = principal_axes(&columns);
    let mut coordinates = Coordinates::origin(nodes);
    for (axis, along) in coordinates.0.iter_mut().zip(&axes) {
        for (column, &share) in columns.iter().zip(along) {
            for (c, square) in axis.iter_mut().zip(column) {
                *c += share as f32 * square;
            }
        }
    }
    let fit = stress.by_scale_of(&coordinates).best_scale();
    for axis in &mut coordinates.0 {
        for c in axis {
            *c = *c * fit + SHIFT * rng.centred();
        }
    }
    coordinates
}

/// Squared path lengths, double-centred: less the means of row and column, times −½.
fn centred_squares(distance_samples: &[Vec<f32>], nodes: usize) -> Vec<Vec<f32>> {
    let count = distance_samples.len().max(1) as f32;
    let mut columns: Vec<Vec<f32>> =
        distance_samples.iter().map(|lengths| lengths.iter().map(|l| l * l).collect()).collect();
    let mut row_means = vec![0.0_f32; nodes];
    for column in &columns {
        for (mean, square) in row_means.iter_mut().zip(column) {
            *mean += square / count;
        }
    }
    let mean = |of: &[f32]| of.iter().map(|&x| f64::from(x)).sum::<f64>() / nodes.max(1) as f64;
    let all = mean(&row_means) as f32;
    for column in &mut columns {
        let own = mean(column) as f32;
        for (square, row) in column.iter_mut().zip(&row_means) {
            *square = -0.5 * (*square - row - own + all);
        }
    }
    columns
}

/// The two strongest eigenvectors of `CᵀC`, by power iteration and deflation.
fn principal_axes(columns: &[Vec<f32>]) -> [Vec<f64>; 2] {
    let k = columns.len();
    let mut square = products(columns);
    [13, 44].map(|salt| {
        let mut axis: Vec<f64> =
            (0..k).map(|i| ((i * 7919 + salt) % 1009) as f64 / 1009.0 - 0.5).collect();
        let dot = |a: &[f64], b: &[f64]| a.iter().zip(b).map(|(x, y)| x * y).sum::<f64>();
        let mut strength = 0.0;
        for _ in 0..ROUNDS {
            let next: Vec<f64> = square.iter().map(|row| dot(row, &axis)).collect();
            strength = dot(&next, &next).sqrt();
            if strength < 1e-12 {
                return vec![0.0; k];
            }
            axis = next.iter().map(|x| x / strength).collect();
        }
        for (row, a) in square.iter_mut().zip(&axis) {
            for (entry, b) in row.iter_mut().zip(&axis) {
                *entry -= strength * a * b;
            }
        }
        axis
    })
}

/// The dot product of each column with each other.
fn products(columns: &[Vec<f32>]) -> Vec<Vec<f64>> {
    let mut square = vec![vec![0.0; columns.len()]; columns.len()];
    for (row, a) in columns.iter().enumerate() {
        for (column, b) in columns[..=row].iter().enumerate() {
            let product = simd::run(DotProduct { a, b });
            square[row][column] = product;
            square[column][row] = product;
        }
    }
    square
}

struct DotProduct<'a> {
    a: &'a [f32],
    b: &'a [f32],
}

impl Kernel for DotProduct<'_> {
    type Output = f64;

    #[inline(always)]
    fn call(self) -> f64 {
        let mut by_scale = [0.0_f32; LANES];
        let (a, b) = (self.a.chunks_exact(LANES), self.b.chunks_exact(LANES));
        let rest: f32 = a.remainder().iter().zip(b.remainder()).map(|(a, b)| a * b).sum();
        for (a, b) in a.zip(b) {
            for lane in 0..LANES {
                by_scale[lane] += a[lane] * b[lane];
            }
        }
        f64::from(sum(by_scale)) + f64::from(rest)
    }
}
