//! While a node is dragged: the others give way.
//!
//! A rule of our own, made to come to rest: every node has a home, where it was when the drag began.
//! Those tied to the dragged node want to follow it by a share of its way that falls with each tie
//! in between and with the number of other ties that hold them; each step brings them some of the way
//! there, then moves apart what overlaps. The less often the hand moves, the less the others do: the
//! strength of a step fades, so that motion ends for certain, and what was not reached by the drag
//! never moves. Guarantees that the held node is where it is held and pinned nodes keep their bits.
//! Boxes may still overlap while the hand moves faster than others can give way.

use super::geometry::{Xy, add, scaled, sub};
use super::midpoints::Middles;
use super::overlap_removal::{overlapping, push_apart};
use super::problem::{LayoutError, Problem};

/// How many ties away a node still follows.
const MOST_TIES_AWAY: usize = 3;
/// The share of the way that a node with no other tie follows.
const FOLLOWING: f32 = 0.6;
/// Shares below this stay at home.
const LEAST_SHARE: f32 = 0.03;
/// How much of the way to where it wants to be a node goes in one step.
const EAGERNESS: f32 = 0.3;
/// What is left of a step's strength in the next.
const FADING: f32 = 0.93;
/// Below this strength everything rests.
const REST: f32 = 0.02;

/// A map in which a node is being dragged.
#[derive(Clone, Debug)]
pub struct DragLayout {
    boxes: Vec<[f32; 4]>,
    pinned: Vec<bool>,
    neighbours: Vec<Vec<u32>>,
    homes: Vec<Xy>,
    at: Vec<Xy>,
    /// How much of the held node's way each node follows.
    shares: Vec<f32>,
    /// Whether the drag has reached a node, by ties or by touch.
    is_awake: Vec<bool>,
    held: Option<usize>,
    /// Those that stay where they are for now.
    kept: Vec<usize>,
    strength: f32,
}

impl DragLayout {
    /// A map at rest. Nodes without a usable position are placed first as by
    /// [`place_new_nodes`](super::place_new_nodes).
    ///
    /// # Errors
    /// As [`Problem::check`]: the arrays don't fit together.
    pub fn new(problem: &Problem) -> Result<Self, LayoutError> {
        let at = super::place_new_nodes(problem, 1)?;
        let cleaned = problem.with_usable_positions().into_owned();
        let n = at.len();
        Ok(Self {
            neighbours: neighbours(problem)?,
            boxes: cleaned.boxes,
            pinned: cleaned.pinned,
            homes: at.clone(),
            at,
            shares: vec![0.0; n],
            is_awake: vec![false; n],
            held: None,
            kept: Vec::new(),
            strength: 0.0,
        })
    }

    /// Holds a node at a position (even a pinned one: the hand is stronger). Another node that was
    /// held is let go first. A node out of range or a position that is not finite changes nothing.
    pub fn hold(&mut self, node: usize, position: [f32; 2]) {
        if node >= self.at.len() || !position.iter().all(|c| c.is_finite()) {
            return;
        }
        if self.held != Some(node) {
            self.release();
            self.held = Some(node);
            self.wake_followers(node);
        }
        if self.at[node] != position {
            self.at[node] = position;
            self.strength = 1.0;
        }
    }

    /// Keeps nodes where they are now, in place of those kept before, until they are let go in the same way.
    pub fn keep(&mut self, nodes: impl IntoIterator<Item = usize>) {
        self.kept.clear();
        self.kept.extend(nodes);
    }

    /// Lets go: every node is at home where it is now, and rests.
    pub fn release(&mut self) {
        self.held = None;
        self.kept.clear();
        self.homes.clone_from(&self.at);
        self.shares.fill(0.0);
        self.is_awake.fill(false);
        self.strength = 0.0;
    }

    /// One step of all that give way; returns the largest move in world units, 0 when at rest.
    pub fn step(&mut self) -> f32 {
        let Some(held) = self.held.filter(|_| self.strength >= REST) else {
            return 0.0;
        };
        let before = self.at.clone();
        let way = sub(self.at[held], self.homes[held]);
        for node in self.free_and_awake(held) {
            let wish = add(self.homes[node], scaled(way, self.shares[node]));
            let step = scaled(sub(wish, self.at[node]), EAGERNESS * self.strength);
            self.at[node] = add(self.at[node], step);
        }
        self.give_way(held);
        // Pushes fade like everything else: no two can go on pushing each other for ever.
        let most = 40.0 * self.strength;
        let mut largest = 0.0_f32;
        for node in self.free_and_awake(held) {
            let [dx, dy] = sub(self.at[node], before[node]);
            let long = (dx * dx + dy * dy).sqrt();
            if long > most {
                self.at[node] = add(before[node], scaled([dx, dy], most / long));
            }
            largest = largest.max(long.min(most));
        }
        self.strength *= FADING;
        largest
    }

    /// Where every node lies, in world units.
    #[must_use]
    pub fn positions(&self) -> &[[f32; 2]] {
        &self.at
    }

    fn free_and_awake(&self, held: usize) -> Vec<usize> {
        let stays = |node: usize| self.pinned[node] || self.kept.contains(&node) || node == held;
        let moves = |&node: &usize| self.is_awake[node] && !stays(node);
        (0..self.at.len()).filter(moves).collect()
    }

    /// Moves apart what overlaps and is awake; who is touched wakes up.
    fn give_way(&mut self, held: usize) {
        let mut immovable = self.pinned.clone();
        for &node in self.kept.iter().chain([&held]) {
            if let Some(immovable) = immovable.get_mut(node) {
                *immovable = true;
            }
        }
        for (a, b) in overlapping(&self.boxes, &self.at) {
            let (a, b) = (a as usize, b as usize);
            if self.is_awake[a] || self.is_awake[b] {
                self.is_awake[a] = true;
                self.is_awake[b] = true;
                push_apart(&self.boxes, &immovable, &mut self.at, [a, b]);
            }
        }
    }

    fn wake_followers(&mut self, held: usize) {
        self.shares[held] = 1.0;
        self.is_awake[held] = true;
        let mut reached = vec![held];
        for _ in 0..MOST_TIES_AWAY {
            let mut next = Vec::new();
            for &from in &reached {
                for &to in &self.neighbours[from] {
                    let to = to as usize;
                    let others = self.neighbours[to].len() as f32 - 1.0;
                    let share = self.shares[from] * FOLLOWING / (1.0 + 0.5 * others);
                    if !self.is_awake[to] && share >= LEAST_SHARE {
                        self.is_awake[to] = true;
                        self.shares[to] = share;
                        next.push(to);
                    }
                }
            }
            reached = next;
        }
    }
}

/// The nodes that each node follows: those at the other end of its ties, or of whose tie it is.
fn neighbours(problem: &Problem) -> Result<Vec<Vec<u32>>, LayoutError> {
    let middles = Middles::new(problem)?;
    let mut neighbours = vec![Vec::new(); problem.node_count()];
    for &ends in &problem.ends {
        let [a, b] = ends.map(|end| middles.shares_of(end));
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
    use super::super::geometry::distance;
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

    fn settle(live: &mut DragLayout) -> usize {
        (0..1000).position(|_| live.step() == 0.0).expect("it comes to rest")
    }

    #[test]
    fn nothing_moves_without_a_hand() {
        let mut live = DragLayout::new(&at_rest()).unwrap();
        assert_eq!(live.step(), 0.0);
    }

    #[test]
    fn what_is_kept_stays_while_others_follow() {
        let mut live = DragLayout::new(&at_rest()).unwrap();
        live.keep([1]);
        live.hold(0, [0.0, -150.0]);
        live.keep([1]);
        settle(&mut live);
        assert_eq!(live.positions()[1], [200.0, 0.0]);
        assert!(live.positions()[2][1] < -30.0);
        live.keep([]);
        live.hold(0, [0.0, -151.0]);
        settle(&mut live);
        assert!(live.positions()[1][1] < -30.0, "it follows once it is let go");
    }

    #[test]
    fn neighbours_follow_a_bit_and_distant_parts_stay() {
        let problem = at_rest();
        let mut live = DragLayout::new(&problem).unwrap();
        live.hold(0, [0.0, -150.0]);
        settle(&mut live);
        assert_eq!(live.positions()[0], [0.0, -150.0]);
        let followed = -live.positions()[1][1];
        assert!((30.0..140.0).contains(&followed), "{followed}");
        for node in 4..7 {
            assert_eq!(Some(live.positions()[node]), problem.positions[node]);
        }
    }

    #[test]
    fn those_in_the_way_step_aside_and_pins_do_not() {
        let mut problem = at_rest();
        let mut live = DragLayout::new(&problem).unwrap();
        live.hold(1, [590.0, 5.0]);
        settle(&mut live);
        assert_eq!(live.positions()[1], [590.0, 5.0]);
        assert!(
            overlapping(&problem.boxes, live.positions()).iter().all(|&(a, b)| (a, b) == (4, 5))
        );
        assert!(distance(live.positions()[6], [600.0, 0.0]) < 150.0);

        problem.pinned[6] = true;
        let mut live = DragLayout::new(&problem).unwrap();
        live.hold(1, [590.0, 5.0]);
        settle(&mut live);
        assert_eq!(live.positions()[1], [590.0, 5.0]);
        assert_eq!(live.positions()[6], [600.0, 0.0]);
    }

    #[test]
    fn a_drag_there_and_back_brings_everyone_home() {
        let problem = at_rest();
        let mut live = DragLayout::new(&problem).unwrap();
        for step in 0..60 {
            live.hold(1, [200.0 + 8.0 * step as f32, 0.0]);
            live.step();
        }
        for step in (0..60).rev() {
            live.hold(1, [200.0 + 8.0 * step as f32, 0.0]);
            live.step();
        }
        settle(&mut live);
        for (at, home) in live.positions().iter().zip(&problem.positions) {
            assert!(distance(*at, home.unwrap()) < 2.0, "{at:?} for {home:?}");
        }
        live.release();
        assert_eq!(live.step(), 0.0);
    }

    #[test]
    fn absurd_calls_change_nothing() {
        let mut live = DragLayout::new(&at_rest()).unwrap();
        live.hold(99, [0.0, 0.0]);
        live.hold(0, [f32::NAN, 0.0]);
        assert_eq!(live.step(), 0.0);
        assert_eq!(live.positions()[0], [0.0, 0.0]);
    }
}
