//! Moves nodes off what can't move and belongs to no node, such as notes on a map.

use super::free_space::{FreeSpace, MARGIN};
use super::geometry::{Rect, Xy, grown};
use super::overlap_removal::remove_overlaps;
use super::progress::{Flow, Progress};

/// Moves nodes off obstacles, each as little as possible. `boxes` are relative to the positions, as in
/// [`Problem::boxes`](super::Problem::boxes), `obstacles` lie where they are, all as `[left, top, right,
/// bottom]`. Nodes that may not move keep their bits, and so do all if none lies on an obstacle.
pub fn keep_clear(
    boxes: &[Rect],
    may_move: &[bool],
    obstacles: &[Rect],
    positions: Vec<Xy>,
) -> Vec<Xy> {
    let mut taken = FreeSpace::for_boxes_like(obstacles);
    (0..).zip(obstacles).for_each(|(index, obstacle)| taken.occupy(index, *obstacle, [0.0; 2]));
    let is_on = |(index, shape): (usize, &Rect)| {
        let movable = may_move.get(index).copied().unwrap_or(false);
        let at = positions.get(index).copied().unwrap_or_default();
        movable && !taken.is_free(grown(*shape, -MARGIN), at)
    };
    if !boxes.iter().enumerate().any(is_on) {
        return positions;
    }
    let count = positions.len();
    let shapes: Vec<Rect> = boxes.iter().chain(obstacles).copied().collect();
    let nodes = (0..count).map(|index| !may_move.get(index).copied().unwrap_or(false));
    let fixed: Vec<bool> = nodes.chain(obstacles.iter().map(|_| true)).collect();
    let mut all = positions.clone();
    all.extend(obstacles.iter().map(|_| [0.0; 2]));
    let mut never = |_: super::Frame<'_>| Flow::Continue;
    let mut progress = Progress::new(all.clone(), &mut never);
    match remove_overlaps(&shapes, &fixed, &mut all, &mut progress) {
        Ok(()) => {
            all.truncate(count);
            all
        }
        Err(_) => positions,
    }
}

#[cfg(test)]
mod tests {
    use super::super::geometry::{moved, overlap};
    use super::*;

    const BOX: Rect = [-20.0, -20.0, 20.0, 20.0];

    #[test]
    fn what_lies_on_an_obstacle_moves_aside_and_nothing_else() {
        let positions = vec![[0.0, 0.0], [300.0, 0.0], [10.0, 5.0]];
        let boxes = [BOX; 3];
        let obstacle = [-50.0, -10.0, 50.0, 10.0];
        let may_move = [true, true, false];
        let moved_to = keep_clear(&boxes, &may_move, &[obstacle], positions.clone());
        assert!(!overlap(moved(BOX, moved_to[0]), obstacle));
        assert_eq!(moved_to[1], positions[1]);
        assert_eq!(moved_to[2], positions[2], "it may not move");
        let touching = vec![[0.0, 30.0]];
        assert_eq!(keep_clear(&[BOX], &[true], &[obstacle], touching.clone()), touching);
        let clear = vec![[0.0, 200.0]];
        assert_eq!(keep_clear(&[BOX], &[true], &[obstacle], clear.clone()), clear);
    }

    #[test]
    fn among_obstacles_of_all_sizes_the_one_below_is_found() {
        let mut obstacles: Vec<Rect> =
            (0..500).map(|i| moved([-5.0, -3.0, 5.0, 3.0], [i as f32 * 40.0, -900.0])).collect();
        obstacles.push([-1000.0, -20.0, 1000.0, 2500.0]);
        let at = vec![[900.0, 2400.0]];
        let moved_to = keep_clear(&[BOX], &[true], &obstacles, at);
        assert!(obstacles.iter().all(|obstacle| !overlap(moved(BOX, moved_to[0]), *obstacle)));
    }
}
