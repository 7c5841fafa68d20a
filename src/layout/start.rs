//! Where nodes are before stress is lowered: all at once by path lengths, or at random.

use super::far::Far;
use super::network::USUAL_LENGTH;
use super::plane::Xy;
use super::rng::Rng;

/// How many columns take part; more change nothing visible.
const MOST_COLUMNS: usize = 50;
const ROUNDS: usize = 60;

/// The two main directions of the path lengths, scaled to fit them.
///
/// Source: Brandes and Pich 2006 ("Eigensolver methods for progressive multidimensional scaling"),
/// by power iteration from a fixed start. Guarantees a global shape with few folds; nodes that no
/// path tells apart (leaves of one hub) coincide, so a random shift below 2 units is added.
pub(super) fn by_paths(far: &Far, nodes: usize, seed: u64) -> Vec<Xy> {
    let centred = centred_squares(far, nodes);
    let axes = main_axes(&centred);
    let mut rng = Rng::new(seed);
    let mut positions: Vec<Xy> = (0..nodes)
        .map(|node| {
            let along = |axis: &[f64]| -> f64 {
                axis.iter().zip(&centred).map(|(a, column)| a * column[node]).sum()
            };
            [along(&axes[0]) as f32, along(&axes[1]) as f32]
        })
        .collect();
    fit_scale(far, &mut positions);
    for position in &mut positions {
        for c in position {
            *c += 4.0 * rng.centred();
        }
    }
    positions
}

/// Evenly in a square that gives each node the room of a usual tie.
pub(super) fn at_random(nodes: usize, rng: &mut Rng) -> Vec<Xy> {
    let side = USUAL_LENGTH * (nodes as f32).sqrt();
    (0..nodes).map(|_| [side * rng.centred(), side * rng.centred()]).collect()
}

/// By column: path lengths (in usual lengths) squared, less the means of row and column, halved.
fn centred_squares(far: &Far, nodes: usize) -> Vec<Vec<f64>> {
    let count = far.columns.len().min(MOST_COLUMNS);
    // Every so-manieth column, so that no corner of the map is favoured.
    let stride = far.columns.len() / count.max(1);
    let mut columns: Vec<Vec<f64>> = (0..count)
        .map(|k| {
            let length =
                |node: usize| f64::from(far.length[node * far.width + k * stride] / USUAL_LENGTH);
            (0..nodes).map(|node| length(node) * length(node)).collect()
        })
        .collect();
    let mut row_means = vec![0.0; nodes];
    for column in &columns {
        for (mean, square) in row_means.iter_mut().zip(column) {
            *mean += square / count as f64;
        }
    }
    let all = row_means.iter().sum::<f64>() / nodes as f64;
    for column in &mut columns {
        let own = column.iter().sum::<f64>() / nodes as f64;
        for (square, row) in column.iter_mut().zip(&row_means) {
            *square = -0.5 * (*square - row - own + all);
        }
    }
    columns
}

/// The two strongest eigenvectors of `CᵀC`, by power iteration and deflation.
fn main_axes(columns: &[Vec<f64>]) -> [Vec<f64>; 2] {
    let k = columns.len();
    let dot = |a: &[f64], b: &[f64]| a.iter().zip(b).map(|(x, y)| x * y).sum::<f64>();
    let mut square: Vec<Vec<f64>> =
        columns.iter().map(|a| columns.iter().map(|b| dot(a, b)).collect()).collect();
    [13, 44].map(|salt| {
        let mut axis: Vec<f64> =
            (0..k).map(|i| ((i * 7919 + salt) % 1009) as f64 / 1009.0 - 0.5).collect();
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

/// Scales so that the stress to the columns is least.
fn fit_scale(far: &Far, positions: &mut [Xy]) {
    let stride = far.columns.len().div_ceil(MOST_COLUMNS).max(1);
    let (mut reached, mut wanted) = (0.0_f64, 0.0_f64);
    for (node, a) in positions.iter().enumerate() {
        for (column, &other) in far.columns.iter().enumerate().step_by(stride) {
            let length = f64::from(far.length[node * far.width + column]);
            if length > 0.0 {
                let drawn = f64::from(super::plane::distance(*a, positions[other as usize]));
                wanted += drawn / length;
                reached += (drawn / length) * (drawn / length);
            }
        }
    }
    if reached > 0.0 {
        let factor = (wanted / reached) as f32;
        for c in positions.iter_mut().flatten() {
            *c *= factor;
        }
    }
}
