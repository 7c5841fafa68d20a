//! Moves nodes off what can't move and belongs to no node, such as notes on a map.

use super::free_space::FreeSpace;
use super::geometry::{Rect, Xy, moved};
use super::overlap_removal::remove_overlaps;
use super::progress::{Flow, Progress};

/// Off more obstacles than these nodes aren't pushed, which takes many rounds, but put elsewhere at once.
const MOST_PUSHED: usize = 500;

/// Moves nodes off obstacles, each as little as possible. `boxes` are relative to the positions, as in
/// [`Problem::boxes`](super::Problem::boxes), `obstacles` lie where they are, all as `[left, top, right,
/// bottom]`. Nodes that may not move keep their bits, and so do all if none lies on an obstacle.
pub fn keep_clear(
    boxes: &[Rect],
    may_move: &[bool],
    obstacles: &[Rect],
    positions: Vec<Xy>,
) -> Vec<Xy> {
    let taken = FreeSpace::beside(obstacles);
    let is_on = |(index, shape): (usize, &Rect)| {
        let movable = may_move.get(index).copied().unwrap_or(false);
        let at = positions.get(index).copied().unwrap_or_default();
        movable && taken.touching(moved(*shape, at)).next().is_some()
    };
    let is_on: Vec<bool> = boxes.iter().enumerate().map(is_on).collect();
    if !is_on.contains(&true) {
        return positions;
    }
    if obstacles.len() > MOST_PUSHED {
        return relocated(boxes, &is_on, taken, positions);
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

/// Puts each node that lies on an obstacle at its nearest free place; the others stay.
fn relocated(
    boxes: &[Rect],
    is_on: &[bool],
    mut taken: FreeSpace,
    mut positions: Vec<Xy>,
) -> Vec<Xy> {
    let nodes = || (0..).zip(boxes.iter().zip(is_on));
    for (node, (shape, _)) in nodes().filter(|(_, (_, is_on))| !**is_on) {
        taken.occupy(node, *shape, positions[node as usize]);
    }
    for (node, (shape, _)) in nodes().filter(|(_, (_, is_on))| **is_on) {
        let at = &mut positions[node as usize];
        *at = taken.nearest(*shape, *at);
        taken.occupy(node, *shape, *at);
    }
    positions
}

#[cfg(test)]
mod tests {
    use super::super::geometry::overlap;
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
    fn a_heap_of_obstacles_is_left_by_all() {
        let heap: Vec<Rect> = (0..10_000)
            .map(|i: i32| moved([-110.0, -9.0, 110.0, 9.0], [(i % 97) as f32, (i % 61) as f32]))
            .collect();
        let positions: Vec<Xy> =
            (0..400).map(|i| [(i % 20) as f32 * 9.0, i as f32 / 4.0]).collect();
        let (boxes, may_move) = (vec![BOX; 400], vec![true; 400]);
        let moved_to = keep_clear(&boxes, &may_move, &heap, positions.clone());
        assert_eq!(moved_to, keep_clear(&boxes, &may_move, &heap, positions));
        for at in &moved_to {
            assert!(heap.iter().all(|obstacle| !overlap(moved(BOX, *at), *obstacle)), "{at:?}");
        }
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
