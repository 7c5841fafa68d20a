//! The positions of the nodes of ordered layers.
//!
//! Source: each layer in turn comes as near as its order allows, in least squares, to the means of what
//! its nodes are linked to, by pooling neighbours that are in each other's way (Ayer et al. 1955), in
//! sweeps down and up. Simpler than Brandes and Köpf 2002, and less straight along dummy nodes.
//! Guarantees the order and that no boxes overlap.

use super::crossing_reduction::LayeredGraph;
use crate::layout::geometry::{Rect, Xy};

const SWEEPS: usize = 12;
/// The gap between two boxes on a layer, in world units.
const NODE_GAP: f32 = 24.0;
/// The width reserved for a link that passes a layer, in world units.
const DUMMY_WIDTH: f32 = 4.0;
/// The gap between two layers, for arrows and the slant of ties, in world units.
const LAYER_GAP: f32 = 76.0;
/// How firmly a dummy node follows what it is linked to, so that long links are straight.
const DUMMY_WEIGHT: f64 = 4.0;

/// The aimed ratio of width to height.
const RATIO: f32 = 1.5;

/// How many nodes on each layer bring the drawing near to 3 to 2.
pub(super) fn most_on_a_layer(boxes: &[Rect]) -> usize {
    let width: f32 = boxes.iter().map(|b| b[2] - b[0] + NODE_GAP).sum();
    let height: f32 = boxes.iter().map(|b| b[3] - b[1] + LAYER_GAP).sum();
    (RATIO * boxes.len() as f32 * height / width).sqrt().ceil() as usize + 1
}

/// The position of each node; dummy nodes are left out.
pub(super) fn assign_coordinates(boxes: &[Rect], graph: &LayeredGraph) -> Vec<Xy> {
    let xs = x_coordinates(boxes, graph);
    let mut positions = vec![[0.0; 2]; boxes.len()];
    let mut top = 0.0;
    for layer in &graph.layers {
        let shapes = || layer.iter().filter_map(|&node| boxes.get(node as usize));
        let rise = shapes().map(|b| -b[1]).fold(0.0, f32::max);
        let drop = shapes().map(|b| b[3]).fold(0.0, f32::max);
        for &node in layer {
            if let Some(position) = positions.get_mut(node as usize) {
                *position = [xs[node as usize] as f32, top + rise];
            }
        }
        top += rise + drop + LAYER_GAP;
    }
    positions
}

fn x_coordinates(boxes: &[Rect], graph: &LayeredGraph) -> Vec<f64> {
    let reach = |node: u32| match boxes.get(node as usize) {
        Some(b) => [NODE_GAP / 2.0 - b[0], NODE_GAP / 2.0 + b[2]],
        None => [DUMMY_WIDTH / 2.0; 2],
    };
    // The least distance of each node of a layer from the one before.
    let steps = |layer: &[u32]| -> Vec<f64> {
        let between = |pair: &[u32]| f64::from(reach(pair[0])[1] + reach(pair[1])[0]);
        std::iter::once(0.0).chain(layer.windows(2).map(between)).collect()
    };
    let mut xs = vec![0.0; graph.above.len()];
    for layer in &graph.layers {
        let steps = steps(layer);
        let mut x = -steps.iter().sum::<f64>() / 2.0;
        for (&node, step) in layer.iter().zip(&steps) {
            x += step;
            xs[node as usize] = x;
        }
    }
    let depth = graph.layers.len();
    for sweep in 0..SWEEPS {
        for step in 0..depth {
            let layer = &graph.layers[if sweep % 2 == 0 { step } else { depth - 1 - step }];
            let targets: Vec<(f64, f64)> =
                layer.iter().map(|&node| target(graph, &xs, node, boxes)).collect();
            for (&node, x) in layer.iter().zip(isotonic_fit(&targets, &steps(layer))) {
                xs[node as usize] = x;
            }
        }
    }
    xs
}

/// The target of a node, and its weight.
fn target(graph: &LayeredGraph, xs: &[f64], node: u32, boxes: &[Rect]) -> (f64, f64) {
    let (above, below) = (&graph.above[node as usize], &graph.below[node as usize]);
    let count = above.len() + below.len();
    if count == 0 {
        return (xs[node as usize], 0.1);
    }
    let sum: f64 = above.iter().chain(below).map(|&other| xs[other as usize]).sum();
    let is_dummy = node as usize >= boxes.len();
    (sum / count as f64, if is_dummy { DUMMY_WEIGHT } else { count as f64 })
}

/// The coordinates nearest to the targets, in weighted least squares, that keep at least these steps
/// between them. Targets less the steps before them must not decrease; where they do, neighbours are
/// pooled at their mean.
fn isotonic_fit(targets: &[(f64, f64)], steps: &[f64]) -> Vec<f64> {
    struct Pool {
        sum: f64,
        weight: f64,
        count: usize,
    }
    let mut pools: Vec<Pool> = Vec::new();
    let mut offset = 0.0;
    for (&(at, weight), step) in targets.iter().zip(steps) {
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
        let fitted = isotonic_fit(&[(0.0, 1.0), (0.0, 1.0), (100.0, 1.0)], &[0.0, 10.0, 10.0]);
        assert_eq!(fitted, [-5.0, 5.0, 100.0]);
    }
}
