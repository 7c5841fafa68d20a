//! All nodes on one circle, each group side by side with a gap to the next.
//!
//! The order is that of [`circular_order`](super::circular_order). Each node has the length of the circle
//! that its box needs there: its width at the top, its height at the sides. The radius grows by 2 % until
//! no boxes overlap.

use super::circular_order;
use crate::layout::angles::unit_vector;
use crate::layout::geometry::{Rect, Xy, scaled};
use crate::layout::links::{Link, neighbours};
use crate::layout::overlap_removal::overlapping_pairs;
use crate::layout::problem::Problem;
use crate::layout::progress::{Cancelled, Progress};

/// The gap between two groups, in world units along the circle.
const GROUP_GAP: f32 = 64.0;
/// The least radius, so that two or three nodes leave room for their ties.
const LEAST_RADIUS: f32 = 110.0;
/// The gap between two neighbours.
const NODE_GAP: f32 = 20.0;
/// The margin around the label of a tie.
const LABEL_MARGIN: f32 = 28.0;
const GROWTH: f32 = 1.02;
const ITERATIONS: usize = 30;

pub(super) fn positions(
    problem: &Problem,
    links: &[Link],
    groups: &[u32],
    progress: &mut Progress,
) -> Result<Vec<Xy>, Cancelled> {
    let count = problem.node_count();
    if count < 2 {
        return Ok(vec![[0.0; 2]; count]);
    }
    let mut group_of = groups.to_vec();
    group_of.resize(count, 0);
    let order = circular_order::order_by_groups(&neighbours(count, links), &group_of, progress)?;
    let mut spacings: Vec<Spacing> = (0..count)
        .map(|index| {
            let [a, b] = [order[index], order[(index + 1) % count]].map(|node| node as usize);
            let gap = if group_of[a] == group_of[b] { 0.0 } else { GROUP_GAP };
            Spacing::between(problem.boxes[a], problem.boxes[b], gap)
        })
        .collect();
    widen_for_labels(&mut spacings, problem, links, &order);
    let (turns, length) = angles_and_length(&spacings);
    let mut directions = vec![[0.0; 2]; count];
    for (&node, turn) in order.iter().zip(turns) {
        directions[node as usize] = unit_vector(turn);
    }
    let mut radius = (length as f32 / std::f32::consts::TAU).max(LEAST_RADIUS);
    let largest = 8.0 * radius;
    loop {
        let positions: Vec<Xy> = directions.iter().map(|&d| scaled(d, radius)).collect();
        // A few steps are enough; the limit is for boxes of absurd size.
        if overlapping_pairs(&problem.boxes, &positions).is_empty() || radius > largest {
            return Ok(positions);
        }
        progress.check_cancelled()?;
        radius *= GROWTH;
    }
}

/// Puts neighbours on the circle far enough apart for the label of their tie.
fn widen_for_labels(spacings: &mut [Spacing], problem: &Problem, links: &[Link], order: &[u32]) {
    let mut index_of = vec![0; order.len()];
    for (index, &node) in order.iter().enumerate() {
        index_of[node as usize] = index;
    }
    for link in links {
        let [a, b] = [link.from, link.to].map(|node| index_of[node as usize]);
        let first = match () {
            () if (a + 1) % order.len() == b => a,
            () if (b + 1) % order.len() == a => b,
            () => continue,
        };
        let label = problem.labels[link.tie as usize];
        if label > 0.0 {
            let discs = problem.radii[link.from as usize] + problem.radii[link.to as usize];
            let least = &mut spacings[first].least;
            *least = least.max(label + discs + LABEL_MARGIN);
        }
    }
}

/// The angle of each node, in turns, and about how long the circle must be, so that each node has the
/// length that it needs in its direction. Found by fixed-point iteration.
fn angles_and_length(spacings: &[Spacing]) -> (Vec<f64>, f64) {
    let mut shares = vec![1.0 / spacings.len() as f64; spacings.len()];
    let mut length = 0.0;
    for _ in 0..ITERATIONS {
        let required: Vec<f64> = starts(&shares)
            .zip(&shares)
            .zip(spacings)
            .map(|((start, share), spacing)| {
                spacing.required_length(unit_vector(start + share / 2.0))
            })
            .collect();
        length = required.iter().sum();
        // Damped by half, or names at the corners would oscillate.
        shares = shares
            .iter()
            .zip(required)
            .map(|(s, required)| (s + required / length) / 2.0)
            .collect();
    }
    (starts(&shares).collect(), length)
}

/// The angle, in turns, at which each share begins: the first at the top, half a share to the right.
fn starts(shares: &[f64]) -> impl Iterator<Item = f64> {
    let first = shares.last().map_or(0.0, |last| last / 2.0) - 0.25;
    shares.iter().scan(first, |turn, share| {
        let start = *turn;
        *turn += share;
        Some(start)
    })
}

/// The distance that two neighbours need.
struct Spacing {
    /// How far apart they must be side by side, and one above the other; either is enough.
    apart: [f32; 2],
    /// How far apart they must be in any direction.
    least: f32,
    /// Added to that.
    gap: f32,
}

impl Spacing {
    fn between(a: Rect, b: Rect, gap: f32) -> Self {
        let apart = |axis: usize| (a[axis + 2] - b[axis]).max(b[axis + 2] - a[axis]).max(0.0);
        Self { apart: [apart(0), apart(1)], least: 0.0, gap }
    }

    /// The length along the circle, at a point in this direction from its centre.
    fn required_length(&self, [x, y]: Xy) -> f64 {
        let [across, down] = self.apart.map(|c| c + NODE_GAP);
        // The circle runs at right angles to the direction.
        let length = (across / y.abs().max(1e-6)).min(down / x.abs().max(1e-6));
        f64::from(length.max(self.least) + self.gap)
    }
}
