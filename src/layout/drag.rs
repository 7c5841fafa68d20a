//! The layout while a node is dragged: the others give way.
//!
//! A rule of our own, made to come to rest. Every node has a home, where it was when the drag began.
//! Those tied to the dragged node follow it by a share of its displacement, which falls with each tie in
//! between and with the number of other ties that hold them. Each step brings them part of the way there,
//! then pushes overlapping boxes apart. The strength of a step decays while the dragged node rests, so
//! that motion ends for certain, and nodes that the drag has not reached never move. Guarantees that the
//! dragged node is where it is held and that pinned nodes keep their bits. Boxes may overlap while
//! the dragged node moves faster than others can give way. Obstacles are boxes that never move.

use super::error::LayoutError;
use super::free_space::{FreeSpace, MARGIN};
use super::geometry::{Xy, add, grown, moved, scaled, sub};
use super::midpoints::Midpoints;
use super::new_nodes::place_new_nodes;
use super::overlap_removal::{overlapping_pairs, push_apart, shortest_way_off};
use super::problem::Problem;

/// How many ties away from the dragged node others still follow.
const MOST_TIES_AWAY: usize = 3;
/// The share of a displacement by which a neighbour without other ties follows.
const FOLLOWING: f32 = 0.6;
/// Nodes with a smaller share stay at home.
const LEAST_SHARE: f32 = 0.03;
/// How much of the way to its target a node goes in one step.
const STEP_SHARE: f32 = 0.3;
/// What is left of a step's strength in the next.
const DECAY: f32 = 0.93;
/// Below this strength everything rests.
const LEAST_STRENGTH: f32 = 0.02;

/// A map in which a node is being dragged.
#[derive(Clone, Debug)]
pub struct DragLayout {
    boxes: Vec<[f32; 4]>,
    pinned: Vec<bool>,
    neighbours: Vec<Vec<u32>>,
    homes: Vec<Xy>,
    positions: Vec<Xy>,
    /// The share of the held node's displacement by which each node follows.
    shares: Vec<f32>,
    /// Whether the drag has reached a node, through ties or overlaps.
    is_reached: Vec<bool>,
    held: Option<usize>,
    /// Nodes that stay where they are for now.
    kept: Vec<usize>,
    strength: f32,
    /// What never moves and belongs to no node.
    obstacles: FreeSpace,
}

impl DragLayout {
    /// A map at rest. Nodes without a usable position are placed first as by
    /// [`place_new_nodes`](super::place_new_nodes).
    ///
    /// # Errors
    /// As [`Problem::check`]: the arrays don't fit together.
    pub fn new(problem: &Problem) -> Result<Self, LayoutError> {
        let positions = place_new_nodes(problem, 1)?;
        let cleaned = problem.with_usable_positions().into_owned();
        let n = positions.len();
        Ok(Self {
            neighbours: neighbours(problem)?,
            boxes: cleaned.boxes,
            pinned: cleaned.pinned,
            homes: positions.clone(),
            positions,
            shares: vec![0.0; n],
            is_reached: vec![false; n],
            held: None,
            kept: Vec::new(),
            strength: 0.0,
            obstacles: FreeSpace::beside(&[]),
        })
    }

    /// The same with boxes that never move, as `[left, top, right, bottom]`, which those that give way keep
    /// off.
    #[must_use]
    pub fn with_obstacles(mut self, obstacles: &[[f32; 4]]) -> Self {
        self.obstacles = FreeSpace::beside(obstacles);
        self
    }

    /// Holds a node at a position, even a pinned one. Another node that was held is released first. A node
    /// out of range or a position that is not finite changes nothing.
    pub fn hold(&mut self, node: usize, position: [f32; 2]) {
        if node >= self.positions.len() || !position.iter().all(|c| c.is_finite()) {
            return;
        }
        if self.held != Some(node) {
            self.release();
            self.held = Some(node);
            self.find_followers(node);
        }
        if self.positions[node] != position {
            self.positions[node] = position;
            self.strength = 1.0;
        }
    }

    /// Keeps these nodes where they are now, until this is called with others. Replaces those kept before.
    pub fn keep(&mut self, nodes: impl IntoIterator<Item = usize>) {
        self.kept.clear();
        self.kept.extend(nodes);
    }

    /// Ends the drag: the home of every node is where it is now, and all rest.
    pub fn release(&mut self) {
        self.held = None;
        self.kept.clear();
        self.homes.clone_from(&self.positions);
        self.shares.fill(0.0);
        self.is_reached.fill(false);
        self.strength = 0.0;
    }

    /// Moves all nodes that give way by one step. Returns the largest move in world units, 0 at rest.
    pub fn step(&mut self) -> f32 {
        let Some(held) = self.held.filter(|_| self.strength >= LEAST_STRENGTH) else {
            return 0.0;
        };
        let before = self.positions.clone();
        let displacement = sub(self.positions[held], self.homes[held]);
        for node in self.movable_nodes(held) {
            let target = add(self.homes[node], scaled(displacement, self.shares[node]));
            let step = scaled(sub(target, self.positions[node]), STEP_SHARE * self.strength);
            self.positions[node] = add(self.positions[node], step);
        }
        self.push_overlaps_apart(held);
        self.push_off_obstacles(held);
        // Pushes decay like everything else, or two nodes could go on pushing each other for ever.
        let most = 40.0 * self.strength;
        let mut largest = 0.0_f32;
        for node in self.movable_nodes(held) {
            let [dx, dy] = sub(self.positions[node], before[node]);
            let length = (dx * dx + dy * dy).sqrt();
            if length > most {
                self.positions[node] = add(before[node], scaled([dx, dy], most / length));
            }
            largest = largest.max(length.min(most));
        }
        self.strength *= DECAY;
        largest
    }

    /// Where every node lies, in world units.
    #[must_use]
    pub fn positions(&self) -> &[[f32; 2]] {
        &self.positions
    }

    fn movable_nodes(&self, held: usize) -> Vec<usize> {
        let stays = |node: usize| self.pinned[node] || self.kept.contains(&node) || node == held;
        let moves = |&node: &usize| self.is_reached[node] && !stays(node);
        (0..self.positions.len()).filter(moves).collect()
    }

    /// Pushes overlapping boxes apart where the drag has reached one of the two, which then counts for both.
    fn push_overlaps_apart(&mut self, held: usize) {
        let mut immovable = self.pinned.clone();
        for &node in self.kept.iter().chain([&held]) {
            if let Some(immovable) = immovable.get_mut(node) {
                *immovable = true;
            }
        }
        for (a, b) in overlapping_pairs(&self.boxes, &self.positions) {
            let (a, b) = (a as usize, b as usize);
            if self.is_reached[a] || self.is_reached[b] {
                self.is_reached[a] = true;
                self.is_reached[b] = true;
                push_apart(&self.boxes, &immovable, &mut self.positions, [a, b]);
            }
        }
    }

    /// Pushes those that give way off obstacles, a few at most in a step.
    fn push_off_obstacles(&mut self, held: usize) {
        const MOST: usize = 4;
        for node in self.movable_nodes(held) {
            for _ in 0..MOST {
                let own = moved(self.boxes[node], self.positions[node]);
                let mut near = self.obstacles.touching(grown(own, MARGIN));
                let Some((axis, by)) = near.find_map(|other| shortest_way_off(other, own)) else {
                    break;
                };
                self.positions[node][axis] += by;
            }
        }
    }

    fn find_followers(&mut self, held: usize) {
        self.shares[held] = 1.0;
        self.is_reached[held] = true;
        let mut reached = vec![held];
        for _ in 0..MOST_TIES_AWAY {
            let mut next = Vec::new();
            for &from in &reached {
                for &to in &self.neighbours[from] {
                    let to = to as usize;
                    let others = self.neighbours[to].len() as f32 - 1.0;
                    let share = self.shares[from] * FOLLOWING / (1.0 + 0.5 * others);
                    if !self.is_reached[to] && share >= LEAST_SHARE {
                        self.is_reached[to] = true;
                        self.shares[to] = share;
                        next.push(to);
                    }
                }
            }
            reached = next;
        }
    }
}

/// The nodes that each node follows: those at the other ends of its ties, with both nodes of a tie that is
/// such an end.
fn neighbours(problem: &Problem) -> Result<Vec<Vec<u32>>, LayoutError> {
    let midpoints = Midpoints::new(problem)?;
    let mut neighbours = vec![Vec::new(); problem.node_count()];
    for &ends in &problem.ends {
        let [a, b] = ends.map(|end| midpoints.shares_of(end));
        for &(from, _) in &a {
            for &(to, _) in &b {
                if from != to {
                    neighbours[from as usize].push(to);
                    neighbours[to as usize].push(from);
                }
            }
        }
    }
    for list in &mut neighbours {
        list.sort_unstable();
        list.dedup();
    }
    Ok(neighbours)
}

#[cfg(test)]
mod tests {
    use super::super::geometry::{distance, overlap};
    use super::super::test_problems;
    use super::*;

    /// A hub at 0 with leaves, and a pair far away.
    fn at_rest() -> Problem {
        let mut problem = test_problems::star(3);
        problem.positions =
            [[0.0, 0.0], [200.0, 0.0], [-200.0, 0.0], [0.0, 200.0]].map(Some).to_vec();
        for position in [[3000.0, 0.0], [3020.0, 0.0], [600.0, 0.0]] {
            problem.radii.push(18.0);
            problem.boxes.push([-40.0, -20.0, 40.0, 40.0]);
            problem.positions.push(Some(position));
            problem.pinned.push(false);
        }
        problem
    }

    fn step_until_rest(drag: &mut DragLayout) -> usize {
        (0..1000).position(|_| drag.step() == 0.0).expect("it comes to rest")
    }

    #[test]
    fn nothing_moves_without_a_hand() {
        let mut drag = DragLayout::new(&at_rest()).unwrap();
        assert_eq!(drag.step(), 0.0);
    }

    #[test]
    fn what_is_kept_stays_while_others_follow() {
        let mut drag = DragLayout::new(&at_rest()).unwrap();
        drag.keep([1]);
        drag.hold(0, [0.0, -150.0]);
        drag.keep([1]);
        step_until_rest(&mut drag);
        assert_eq!(drag.positions()[1], [200.0, 0.0]);
        assert!(drag.positions()[2][1] < -30.0);
        drag.keep([]);
        drag.hold(0, [0.0, -151.0]);
        step_until_rest(&mut drag);
        assert!(drag.positions()[1][1] < -30.0, "it follows once it is let go");
    }

    #[test]
    fn what_gives_way_keeps_off_obstacles_and_what_is_not_reached_stays_on_them() {
        let problem = at_rest();
        // One where a leaf of the hub would follow to, and one below a node that nothing reaches.
        let obstacles = [[100.0, -120.0, 300.0, -30.0], [550.0, -50.0, 650.0, 50.0]];
        let free = |drag: &mut DragLayout| {
            drag.hold(0, [0.0, -150.0]);
            step_until_rest(drag);
            drag.positions().to_vec()
        };
        let on = |positions: &[Xy]| overlap(moved(problem.boxes[1], positions[1]), obstacles[0]);
        assert!(on(&free(&mut DragLayout::new(&problem).unwrap())), "it would lie there");
        let mut drag = DragLayout::new(&problem).unwrap().with_obstacles(&obstacles);
        let positions = free(&mut drag);
        assert!(!on(&positions), "{positions:?}");
        assert_eq!(positions[0], [0.0, -150.0], "what is held lies where it is held");
        assert_eq!(Some(positions[6]), problem.positions[6]);
        assert_eq!(positions.len(), problem.positions.len());
    }

    #[test]
    fn neighbours_follow_a_bit_and_distant_parts_stay() {
        let problem = at_rest();
        let mut drag = DragLayout::new(&problem).unwrap();
        drag.hold(0, [0.0, -150.0]);
        step_until_rest(&mut drag);
        assert_eq!(drag.positions()[0], [0.0, -150.0]);
        let followed = -drag.positions()[1][1];
        assert!((30.0..140.0).contains(&followed), "{followed}");
        for node in 4..7 {
            assert_eq!(Some(drag.positions()[node]), problem.positions[node]);
        }
    }

    #[test]
    fn those_in_the_way_step_aside_and_pins_do_not() {
        let mut problem = at_rest();
        let mut drag = DragLayout::new(&problem).unwrap();
        drag.hold(1, [590.0, 5.0]);
        step_until_rest(&mut drag);
        assert_eq!(drag.positions()[1], [590.0, 5.0]);
        assert!(
            overlapping_pairs(&problem.boxes, drag.positions())
                .iter()
                .all(|&(a, b)| (a, b) == (4, 5))
        );
        assert!(distance(drag.positions()[6], [600.0, 0.0]) < 150.0);

        problem.pinned[6] = true;
        let mut drag = DragLayout::new(&problem).unwrap();
        drag.hold(1, [590.0, 5.0]);
        step_until_rest(&mut drag);
        assert_eq!(drag.positions()[1], [590.0, 5.0]);
        assert_eq!(drag.positions()[6], [600.0, 0.0]);
    }

    #[test]
    fn a_drag_there_and_back_brings_everyone_home() {
        let problem = at_rest();
        let mut drag = DragLayout::new(&problem).unwrap();
        for step in 0..60 {
            drag.hold(1, [200.0 + 8.0 * step as f32, 0.0]);
            drag.step();
        }
        for step in (0..60).rev() {
            drag.hold(1, [200.0 + 8.0 * step as f32, 0.0]);
            drag.step();
        }
        step_until_rest(&mut drag);
        for (at, home) in drag.positions().iter().zip(&problem.positions) {
            assert!(distance(*at, home.unwrap()) < 2.0, "{at:?} for {home:?}");
        }
        drag.release();
        assert_eq!(drag.step(), 0.0);
    }

    #[test]
    fn absurd_calls_change_nothing() {
        let mut drag = DragLayout::new(&at_rest()).unwrap();
        drag.hold(99, [0.0, 0.0]);
        drag.hold(0, [f32::NAN, 0.0]);
        assert_eq!(drag.step(), 0.0);
        assert_eq!(drag.positions()[0], [0.0, 0.0]);
    }
}
