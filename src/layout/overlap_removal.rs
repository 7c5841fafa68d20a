//! Moves overlapping boxes apart, each as little as possible.
//!
//! Source: projection of one overlapping pair after the other along the axis of least overlap, half
//! by each (position-based dynamics, Müller et al. 2007), pairs found by a sweep along x; nodes that
//! are still stuck then go to the nearest free position. Guarantees that at the end no two boxes
//! have less than [`MARGIN`] between them unless both are pinned, and that pinned nodes keep their
//! bits. The displacement is small, not the least possible.

use super::free_space::{FreeSpace, MARGIN};
use super::geometry::{Rect, Xy, grown, moved, overlap};
use super::progress::{Cancelled, Progress};

/// Added to each move, so that rounding leaves no overlap.
pub(super) const ROUNDING_SLACK: f32 = 0.05;

/// Separates all boxes; shows each round.
pub(super) fn remove_overlaps(
    shapes: &[Rect],
    pinned: &[bool],
    positions: &mut [Xy],
    progress: &mut Progress,
) -> Result<(), Cancelled> {
    let rounds = if shapes.len() <= 300 { 200 } else { 60 };
    for round in 0..rounds {
        let pairs = overlapping_pairs(shapes, positions);
        if pairs.is_empty() {
            return Ok(());
        }
        for (a, b) in pairs {
            push_apart(shapes, pinned, positions, [a as usize, b as usize]);
        }
        progress.advance(1.0 / (rounds - round) as f32);
        progress.show(positions)?;
    }
    relocate_stuck(shapes, pinned, positions);
    progress.show(positions)
}

/// The pairs with less than the margin between them, the lower index first, in a fixed order.
pub(super) fn overlapping_pairs(shapes: &[Rect], positions: &[Xy]) -> Vec<(u32, u32)> {
    let boxes: Vec<Rect> = shapes
        .iter()
        .zip(positions)
        .map(|(&shape, &at)| grown(moved(shape, at), MARGIN / 2.0))
        .collect();
    let mut order: Vec<u32> = (0..boxes.len() as u32).collect();
    order.sort_by(|&a, &b| boxes[a as usize][0].total_cmp(&boxes[b as usize][0]));
    let mut pairs = Vec::new();
    let mut open: Vec<u32> = Vec::new();
    for &node in &order {
        let own = boxes[node as usize];
        open.retain(|&other| boxes[other as usize][2] > own[0]);
        for &other in &open {
            if overlap(own, boxes[other as usize]) {
                pairs.push((node.min(other), node.max(other)));
            }
        }
        open.push(node);
    }
    pairs
}

/// Puts the margin between two boxes, unless an earlier move has done so.
pub(super) fn push_apart(
    shapes: &[Rect],
    pinned: &[bool],
    positions: &mut [Xy],
    [a, b]: [usize; 2],
) {
    let (share_a, share_b) = match (pinned[a], pinned[b]) {
        (true, true) => return,
        (true, false) => (0.0, 1.0),
        (false, true) => (1.0, 0.0),
        (false, false) => (0.5, 0.5),
    };
    let (box_a, box_b) = (moved(shapes[a], positions[a]), moved(shapes[b], positions[b]));
    let Some((axis, by)) = shortest_way_off(box_a, box_b) else { return };
    if share_a > 0.0 {
        positions[a][axis] -= by * share_a;
    }
    if share_b > 0.0 {
        positions[b][axis] += by * share_b;
    }
}

/// How far a box must go, and along which axis, to have the margin between itself and another; `None` where
/// it has. The shortest move wins, the first of equals.
pub(super) fn shortest_way_off(box_a: Rect, box_b: Rect) -> Option<(usize, f32)> {
    let moves = [
        (0, box_a[2] - box_b[0] + MARGIN),
        (0, -(box_b[2] - box_a[0] + MARGIN)),
        (1, box_a[3] - box_b[1] + MARGIN),
        (1, -(box_b[3] - box_a[1] + MARGIN)),
    ];
    if moves[0].1 <= 0.0 || moves[1].1 >= 0.0 || moves[2].1 <= 0.0 || moves[3].1 >= 0.0 {
        return None;
    }
    let mut least = moves[0];
    for candidate in moves {
        if candidate.1.abs() < least.1.abs() {
            least = candidate;
        }
    }
    let (axis, by) = least;
    Some((axis, by + ROUNDING_SLACK.copysign(by)))
}

/// Takes nodes out until no overlap is left, then puts each at its nearest free position.
fn relocate_stuck(shapes: &[Rect], pinned: &[bool], positions: &mut [Xy]) {
    let mut is_out = vec![false; shapes.len()];
    for (a, b) in overlapping_pairs(shapes, positions) {
        let (a, b) = (a as usize, b as usize);
        let is_resolved = is_out[a] || is_out[b] || (pinned[a] && pinned[b]);
        if !is_resolved {
            is_out[if pinned[b] { a } else { b }] = true;
        }
    }
    let mut free_space = FreeSpace::new(shapes);
    for node in (0..shapes.len()).filter(|&node| !is_out[node]) {
        free_space.occupy(node as u32, shapes[node], positions[node]);
    }
    for node in (0..shapes.len()).filter(|&node| is_out[node]) {
        positions[node] = free_space.nearest(shapes[node], positions[node]);
        free_space.occupy(node as u32, shapes[node], positions[node]);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::layout::{Flow, Frame};

    const SHAPE: Rect = [-40.0, -20.0, 40.0, 40.0];

    fn separated(pinned: &[bool], mut positions: Vec<Xy>) -> Vec<Xy> {
        let mut keep_on = |_: Frame<'_>| Flow::Continue;
        let mut progress = Progress::new(positions.clone(), &mut keep_on);
        remove_overlaps(&vec![SHAPE; positions.len()], pinned, &mut positions, &mut progress)
            .unwrap();
        positions
    }

    #[test]
    fn what_does_not_overlap_stays() {
        let apart = vec![[0.0, 0.0], [100.0, 0.0], [0.0, 80.0]];
        assert_eq!(separated(&[false; 3], apart.clone()), apart);
    }

    #[test]
    fn fifty_nodes_in_one_point_come_apart_around_a_pin() {
        let mut pinned = vec![false; 50];
        pinned[7] = true;
        let positions = separated(&pinned, vec![[3.0, 4.0]; 50]);
        assert_eq!(positions[7], [3.0, 4.0]);
        assert_eq!(overlapping_pairs(&vec![SHAPE; 50], &positions), vec![]);
    }

    #[test]
    fn overlapping_pins_stay_and_others_leave_both() {
        let positions = separated(&[true, true, false], vec![[0.0, 0.0], [50.0, 0.0], [25.0, 5.0]]);
        assert_eq!(positions[..2], [[0.0, 0.0], [50.0, 0.0]]);
        assert_eq!(overlapping_pairs(&[SHAPE; 3], &positions), vec![(0, 1)]);
    }
}
