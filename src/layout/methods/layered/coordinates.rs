//! Where the nodes of ordered layers stand.
//!
//! Source: each layer in turn as near as its order allows, in least squares, to the mean of what it
//! is linked to, by pooling neighbours that are in each other's way (Ayer et al. 1955), in sweeps
//! down and up. Simpler than Brandes and Köpf 2002 and less straight along stand-ins. Guarantees
//! the order and that no boxes overlap.

use super::crossing_reduction::Layers;
use crate::layout::geometry::{Rect, Xy};

const SWEEPS: usize = 12;
/// The air between two boxes on a layer, in world units.
const AIR: f32 = 24.0;
/// The room of a link that passes a layer.
const WAY: f32 = 4.0;
/// The air between two layers, for arrows and the slant of ties.
const LAYER_GAP: f32 = 76.0;
/// How firmly a stand-in holds to what it is linked to, so that long links are straight.
const STRAIGHT: f64 = 4.0;

/// The shape that a part should have, width to height.
const RATIO: f32 = 1.5;

/// How many nodes on each layer make a figure near 3 to 2.
pub(super) fn most_on_a_layer(boxes: &[Rect]) -> usize {
    let width: f32 = boxes.iter().map(|b| b[2] - b[0] + AIR).sum();
    let height: f32 = boxes.iter().map(|b| b[3] - b[1] + LAYER_GAP).sum();
    (RATIO * boxes.len() as f32 * height / width).sqrt().ceil() as usize + 1
}

/// The place of each node.
pub(super) fn placed(boxes: &[Rect], layers: &Layers) -> Vec<Xy> {
    let xs = across(boxes, layers);
    let mut positions = vec![[0.0; 2]; boxes.len()];
    let mut top = 0.0;
    for row in &layers.rows {
        let shapes = || row.iter().filter_map(|&item| boxes.get(item as usize));
        let rise = shapes().map(|b| -b[1]).fold(0.0, f32::max);
        let drop = shapes().map(|b| b[3]).fold(0.0, f32::max);
        for &item in row {
            if let Some(position) = positions.get_mut(item as usize) {
                *position = [xs[item as usize] as f32, top + rise];
            }
        }
        top += rise + drop + LAYER_GAP;
    }
    positions
}

fn across(boxes: &[Rect], layers: &Layers) -> Vec<f64> {
    let reach = |item: u32| match boxes.get(item as usize) {
        Some(b) => [AIR / 2.0 - b[0], AIR / 2.0 + b[2]],
        None => [WAY / 2.0; 2],
    };
    // How far each item of a row is right of the one before, at least.
    let steps = |row: &[u32]| -> Vec<f64> {
        let between = |pair: &[u32]| f64::from(reach(pair[0])[1] + reach(pair[1])[0]);
        std::iter::once(0.0).chain(row.windows(2).map(between)).collect()
    };
    let mut xs = vec![0.0; layers.above.len()];
    for row in &layers.rows {
        let steps = steps(row);
        let mut x = -steps.iter().sum::<f64>() / 2.0;
        for (&item, step) in row.iter().zip(&steps) {
            x += step;
            xs[item as usize] = x;
        }
    }
    let depth = layers.rows.len();
    for sweep in 0..SWEEPS {
        for step in 0..depth {
            let row = &layers.rows[if sweep % 2 == 0 { step } else { depth - 1 - step }];
            let wishes: Vec<(f64, f64)> =
                row.iter().map(|&item| wish(layers, &xs, item, boxes)).collect();
            for (&item, x) in row.iter().zip(nearest(&wishes, &steps(row))) {
                xs[item as usize] = x;
            }
        }
    }
    xs
}

/// Where an item wants to be, and how firmly.
fn wish(layers: &Layers, xs: &[f64], item: u32, boxes: &[Rect]) -> (f64, f64) {
    let (above, below) = (&layers.above[item as usize], &layers.below[item as usize]);
    let count = above.len() + below.len();
    if count == 0 {
        return (xs[item as usize], 0.1);
    }
    let sum: f64 = above.iter().chain(below).map(|&other| xs[other as usize]).sum();
    let is_stand_in = item as usize >= boxes.len();
    (sum / count as f64, if is_stand_in { STRAIGHT } else { count as f64 })
}

/// The places nearest to the wishes, in least squares, that keep the steps: wishes less the steps
/// before them must not fall, and where they do, neighbours are pooled at their mean.
fn nearest(wishes: &[(f64, f64)], steps: &[f64]) -> Vec<f64> {
    struct Pool {
        sum: f64,
        weight: f64,
        count: usize,
    }
    let mut pools: Vec<Pool> = Vec::new();
    let mut offset = 0.0;
    for (&(at, weight), step) in wishes.iter().zip(steps) {
        offset += step;
        let mut pool = Pool { sum: (at - offset) * weight, weight, count: 1 };
        while let Some(last) = pools.pop_if(|last| last.sum / last.weight > pool.sum / pool.weight)
        {
            pool.sum += last.sum;
            pool.weight += last.weight;
            pool.count += last.count;
        }
        pools.push(pool);
    }
    let means =
        pools.iter().flat_map(|pool| std::iter::repeat_n(pool.sum / pool.weight, pool.count));
    let mut offset = 0.0;
    means
        .zip(steps)
        .map(|(mean, step)| {
            offset += step;
            mean + offset
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn wishes_in_each_others_way_are_met_half_way() {
        let places = nearest(&[(0.0, 1.0), (0.0, 1.0), (100.0, 1.0)], &[0.0, 10.0, 10.0]);
        assert_eq!(places, [-5.0, 5.0, 100.0]);
    }
}
