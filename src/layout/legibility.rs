//! What makes a drawing hard to read: ties that cross, that run through nodes and names, and that leave
//! a node at a narrow angle.
//!
//! Ties are taken as straight. Counts are exact; they take time quadratic in ties, so they are for small
//! maps.

use super::error::LayoutError;
use super::geometry::{Rect, Xy, distance, moved, segment_meets, segments_cross, sub};
use super::midpoints::Midpoints;
use super::problem::Problem;

// What each fault costs compared to stress, where an error of half a length on one tie counts .25.
const CROSSING: f64 = 0.8;
const THROUGH_BOX: f64 = 1.2;
const THROUGH_OWN_NAME: f64 = 0.2;
const NARROW_ANGLE: f64 = 0.5;
/// Ties at one end are too close when the cosine of their angle is above this (about 20 degrees).
const NARROW_ANGLE_COSINE: f32 = 0.94;

/// Larger maps are too crowded for single faults to matter, and take too long to count.
const MOST_TIES: usize = 1200;
const MOST_NODES: usize = 300;

/// Counts the faults of any drawing of a problem.
pub(super) struct Legibility<'a> {
    problem: &'a Problem,
    midpoints: Midpoints,
    /// Ties that are drawn: those whose ends differ.
    pub(super) ties: Vec<u32>,
    /// For each node, the ties whose line depends on it.
    pub(super) ties_of: Vec<Vec<u32>>,
}

impl<'a> Legibility<'a> {
    pub(super) fn new(problem: &'a Problem) -> Result<Self, LayoutError> {
        let midpoints = Midpoints::new(problem)?;
        let mut ties_of = vec![Vec::new(); problem.node_count()];
        let mut ties = Vec::new();
        for (tie, &ends) in problem.ends.iter().enumerate() {
            if ends[0] == ends[1] {
                continue;
            }
            ties.push(tie as u32);
            for end in ends {
                for (node, _) in midpoints.shares_of(end) {
                    let list: &mut Vec<u32> = &mut ties_of[node as usize];
                    if list.last() != Some(&(tie as u32)) {
                        list.push(tie as u32);
                    }
                }
            }
        }
        Ok(Self { problem, midpoints, ties, ties_of })
    }

    /// Whether faults can be counted in a few milliseconds.
    pub(super) fn is_small(&self) -> bool {
        self.ties.len() <= MOST_TIES && self.ties_of.len() <= MOST_NODES
    }

    /// How many pairs of ties cross that have no end in common.
    pub(super) fn crossings(&self, positions: &[Xy]) -> usize {
        let lines = self.lines(positions);
        let mut count = 0;
        for (index, &a) in self.ties.iter().enumerate() {
            for &b in &self.ties[index + 1..] {
                count += usize::from(self.cross(&lines, a, b));
            }
        }
        count
    }

    /// How often a tie runs through the box of a node that it doesn't end at.
    pub(super) fn ties_through_boxes(&self, positions: &[Xy]) -> usize {
        let lines = self.lines(positions);
        let through = |node: usize| {
            let occupied = moved(self.problem.boxes[node], positions[node]);
            self.ties.iter().filter(|&&tie| self.is_through(&lines, tie, node, occupied)).count()
        };
        (0..positions.len()).map(through).sum()
    }

    /// The cost of all faults of a drawing.
    pub(super) fn faults(&self, positions: &[Xy]) -> f64 {
        let lines = self.lines(positions);
        let mut sum = CROSSING * self.crossings(positions) as f64;
        sum += THROUGH_BOX * self.ties_through_boxes(positions) as f64;
        for (index, &a) in self.ties.iter().enumerate() {
            sum += self.own_name_cost(&lines, a, positions);
            sum += self.ties[index + 1..]
                .iter()
                .map(|&b| self.narrow_angle_cost(&lines, a, b))
                .sum::<f64>();
        }
        sum
    }

    /// The cost of the faults that change when this node moves, among these ties and the placed nodes.
    pub(super) fn faults_of_node(
        &self,
        node: usize,
        positions: &[Xy],
        lines: &[[Xy; 2]],
        ties: &[u32],
        is_placed: &[bool],
    ) -> f64 {
        let own = &self.ties_of[node];
        let occupied = moved(self.problem.boxes[node], positions[node]);
        let mut sum = 0.0;
        for &tie in ties {
            let is_own = own.contains(&tie);
            if self.is_through(lines, tie, node, occupied) {
                sum += THROUGH_BOX;
            }
            if !is_own {
                continue;
            }
            sum += self.own_name_cost(lines, tie, positions);
            for &other in ties {
                if other != tie {
                    sum += CROSSING * f64::from(u8::from(self.cross(lines, tie, other)));
                    sum += self.narrow_angle_cost(lines, tie, other);
                }
            }
            for (other, &shape) in self.problem.boxes.iter().enumerate() {
                let is_seen = other != node && is_placed[other];
                if is_seen && self.is_through(lines, tie, other, moved(shape, positions[other])) {
                    sum += THROUGH_BOX;
                }
            }
        }
        sum
    }

    /// The line of every tie.
    pub(super) fn lines(&self, positions: &[Xy]) -> Vec<[Xy; 2]> {
        self.problem.ends.iter().map(|&ends| self.line(ends, positions)).collect()
    }

    /// Updates the lines of one node's ties.
    pub(super) fn update_lines(&self, node: usize, positions: &[Xy], lines: &mut [[Xy; 2]]) {
        for &tie in &self.ties_of[node] {
            lines[tie as usize] = self.line(self.problem.ends[tie as usize], positions);
        }
    }

    fn line(&self, ends: [u32; 2], positions: &[Xy]) -> [Xy; 2] {
        ends.map(|end| self.midpoints.position(end, positions))
    }

    fn cross(&self, lines: &[[Xy; 2]], a: u32, b: u32) -> bool {
        segments_cross(lines[a as usize], lines[b as usize]) && !self.share_an_end(a, b)
    }

    /// Whether two ties have an end in common or one ends on the other.
    fn share_an_end(&self, a: u32, b: u32) -> bool {
        let n = self.problem.node_count() as u32;
        let (ends_a, ends_b) = (self.problem.ends[a as usize], self.problem.ends[b as usize]);
        ends_a.iter().any(|end| ends_b.contains(end) || *end == n + b) || ends_b.contains(&(n + a))
    }

    fn is_through(&self, lines: &[[Xy; 2]], tie: u32, node: usize, occupied: Rect) -> bool {
        !self.problem.ends[tie as usize].contains(&(node as u32))
            && segment_meets(lines[tie as usize], occupied)
    }

    /// The cost of a tie that leaves its node downwards, through the name below the disc.
    fn own_name_cost(&self, lines: &[[Xy; 2]], tie: u32, positions: &[Xy]) -> f64 {
        let through = |&&end: &&u32| {
            let node = end as usize;
            node < positions.len() && {
                let mut name = self.problem.boxes[node];
                name[1] = self.problem.radii[node].min(name[3]);
                segment_meets(lines[tie as usize], moved(name, positions[node]))
            }
        };
        let ends = self.problem.ends[tie as usize];
        THROUGH_OWN_NAME * ends.iter().filter(through).count() as f64
    }

    /// 0 for ties that leave a common end well apart, rising to [`NARROW_ANGLE`] where one covers the
    /// other. Ties between the same two ends are drawn side by side and don't count.
    fn narrow_angle_cost(&self, lines: &[[Xy; 2]], a: u32, b: u32) -> f64 {
        let (ends_a, ends_b) = (self.problem.ends[a as usize], self.problem.ends[b as usize]);
        let mut sum = 0.0;
        for (i, end_a) in ends_a.iter().enumerate() {
            for (j, end_b) in ends_b.iter().enumerate() {
                if end_a != end_b || ends_a[1 - i] == ends_b[1 - j] {
                    continue;
                }
                let (line_a, line_b) = (lines[a as usize], lines[b as usize]);
                let (u, v) = (sub(line_a[1 - i], line_a[i]), sub(line_b[1 - j], line_b[j]));
                let length = distance(u, [0.0; 2]) * distance(v, [0.0; 2]);
                if length > 0.0 {
                    let cosine = (u[0] * v[0] + u[1] * v[1]) / length;
                    let by =
                        ((cosine - NARROW_ANGLE_COSINE) / (1.0 - NARROW_ANGLE_COSINE)).max(0.0);
                    sum += NARROW_ANGLE * f64::from(by * by);
                }
            }
        }
        sum
    }
}
