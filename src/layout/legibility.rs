//! What a reader trips over: ties that cross, ties through nodes and names, ties too close in angle.
//!
//! Ties are taken as straight. Counts are exact; they are quadratic in ties, so for small maps.

use super::geometry::{Rect, Xy, distance, moved, segment_meets, segments_cross, sub};
use super::midpoints::Middles;
use super::problem::{LayoutError, Problem};

// What each fault weighs against stress, where an error of half a length on one tie counts .25.
const CROSSING: f64 = 0.8;
const THROUGH_BOX: f64 = 1.2;
const THROUGH_OWN_NAME: f64 = 0.2;
const NARROW: f64 = 0.5;
/// Ties at one end are too close when the cosine between them is above this (about 20 degrees).
const NARROW_COSINE: f32 = 0.94;

/// Larger maps are too crowded for single faults to matter, and take too long to count.
const MOST_TIES: usize = 1200;
const MOST_NODES: usize = 300;

/// The straight ties of a problem, ready to be looked at in any positions.
pub(super) struct Drawing<'a> {
    problem: &'a Problem,
    middles: Middles,
    /// Ties that are drawn at all: those that lead from somewhere to somewhere else.
    pub(super) ties: Vec<u32>,
    /// For each node the ties whose course depends on it.
    pub(super) ties_of: Vec<Vec<u32>>,
}

impl<'a> Drawing<'a> {
    pub(super) fn new(problem: &'a Problem) -> Result<Self, LayoutError> {
        let middles = Middles::new(problem)?;
        let mut ties_of = vec![Vec::new(); problem.node_count()];
        let mut ties = Vec::new();
        for (tie, &ends) in problem.ends.iter().enumerate() {
            if ends[0] == ends[1] {
                continue;
            }
            ties.push(tie as u32);
            for end in ends {
                for (node, _) in middles.shares_of(end) {
                    let list: &mut Vec<u32> = &mut ties_of[node as usize];
                    if list.last() != Some(&(tie as u32)) {
                        list.push(tie as u32);
                    }
                }
            }
        }
        Ok(Self { problem, middles, ties, ties_of })
    }

    /// Whether faults can be counted in a few milliseconds.
    pub(super) fn is_small(&self) -> bool {
        self.ties.len() <= MOST_TIES && self.ties_of.len() <= MOST_NODES
    }

    /// How many pairs of ties cross that have no end in common.
    pub(super) fn crossings(&self, at: &[Xy]) -> usize {
        let lines = self.lines(at);
        let mut count = 0;
        for (index, &a) in self.ties.iter().enumerate() {
            for &b in &self.ties[index + 1..] {
                count += usize::from(self.cross(&lines, a, b));
            }
        }
        count
    }

    /// How often a tie runs through the box of a node that it doesn't end at.
    pub(super) fn through_boxes(&self, at: &[Xy]) -> usize {
        let lines = self.lines(at);
        let through = |node: usize| {
            let taken = moved(self.problem.boxes[node], at[node]);
            self.ties.iter().filter(|&&tie| self.is_through(&lines, tie, node, taken)).count()
        };
        (0..at.len()).map(through).sum()
    }

    /// The weight of all faults of a drawing.
    pub(super) fn faults(&self, at: &[Xy]) -> f64 {
        let lines = self.lines(at);
        let mut sum = CROSSING * self.crossings(at) as f64;
        sum += THROUGH_BOX * self.through_boxes(at) as f64;
        for (index, &a) in self.ties.iter().enumerate() {
            sum += self.through_own_names(&lines, a, at);
            sum += self.ties[index + 1..].iter().map(|&b| self.narrow(&lines, a, b)).sum::<f64>();
        }
        sum
    }

    /// The weight of the faults that change when this node moves, among these ties and the nodes
    /// that are placed.
    pub(super) fn faults_at(
        &self,
        node: usize,
        at: &[Xy],
        lines: &[[Xy; 2]],
        ties: &[u32],
        is_placed: &[bool],
    ) -> f64 {
        let own = &self.ties_of[node];
        let taken = moved(self.problem.boxes[node], at[node]);
        let mut sum = 0.0;
        for &tie in ties {
            let is_own = own.contains(&tie);
            if self.is_through(lines, tie, node, taken) {
                sum += THROUGH_BOX;
            }
            if !is_own {
                continue;
            }
            sum += self.through_own_names(lines, tie, at);
            for &other in ties {
                if other != tie {
                    sum += CROSSING * f64::from(u8::from(self.cross(lines, tie, other)));
                    sum += self.narrow(lines, tie, other);
                }
            }
            for (other, &shape) in self.problem.boxes.iter().enumerate() {
                let is_seen = other != node && is_placed[other];
                if is_seen && self.is_through(lines, tie, other, moved(shape, at[other])) {
                    sum += THROUGH_BOX;
                }
            }
        }
        sum
    }

    /// The course of every tie.
    pub(super) fn lines(&self, at: &[Xy]) -> Vec<[Xy; 2]> {
        self.problem.ends.iter().map(|&ends| self.line(ends, at)).collect()
    }

    /// Brings the courses of one node's ties up to date.
    pub(super) fn redraw(&self, node: usize, at: &[Xy], lines: &mut [[Xy; 2]]) {
        for &tie in &self.ties_of[node] {
            lines[tie as usize] = self.line(self.problem.ends[tie as usize], at);
        }
    }

    fn line(&self, ends: [u32; 2], at: &[Xy]) -> [Xy; 2] {
        ends.map(|end| self.middles.position(end, at))
    }

    fn cross(&self, lines: &[[Xy; 2]], a: u32, b: u32) -> bool {
        segments_cross(lines[a as usize], lines[b as usize]) && !self.touch(a, b)
    }

    /// Whether two ties have an end in common or one ends on the other.
    fn touch(&self, a: u32, b: u32) -> bool {
        let n = self.problem.node_count() as u32;
        let (ends_a, ends_b) = (self.problem.ends[a as usize], self.problem.ends[b as usize]);
        ends_a.iter().any(|end| ends_b.contains(end) || *end == n + b) || ends_b.contains(&(n + a))
    }

    fn is_through(&self, lines: &[[Xy; 2]], tie: u32, node: usize, taken: Rect) -> bool {
        !self.problem.ends[tie as usize].contains(&(node as u32))
            && segment_meets(lines[tie as usize], taken)
    }

    /// A tie that leaves downwards strikes through the name below its own disc.
    fn through_own_names(&self, lines: &[[Xy; 2]], tie: u32, at: &[Xy]) -> f64 {
        let through = |&&end: &&u32| {
            let node = end as usize;
            node < at.len() && {
                let mut name = self.problem.boxes[node];
                name[1] = self.problem.radii[node].min(name[3]);
                segment_meets(lines[tie as usize], moved(name, at[node]))
            }
        };
        let ends = self.problem.ends[tie as usize];
        THROUGH_OWN_NAME * ends.iter().filter(through).count() as f64
    }

    /// 0 for ties that leave a common end well apart, rising to [`NARROW`] where one covers the
    /// other. Ties between the same two ends are drawn side by side and don't count.
    fn narrow(&self, lines: &[[Xy; 2]], a: u32, b: u32) -> f64 {
        let (ends_a, ends_b) = (self.problem.ends[a as usize], self.problem.ends[b as usize]);
        let mut sum = 0.0;
        for (i, end_a) in ends_a.iter().enumerate() {
            for (j, end_b) in ends_b.iter().enumerate() {
                if end_a != end_b || ends_a[1 - i] == ends_b[1 - j] {
                    continue;
                }
                let (line_a, line_b) = (lines[a as usize], lines[b as usize]);
                let (u, v) = (sub(line_a[1 - i], line_a[i]), sub(line_b[1 - j], line_b[j]));
                let long = distance(u, [0.0; 2]) * distance(v, [0.0; 2]);
                if long > 0.0 {
                    let cosine = (u[0] * v[0] + u[1] * v[1]) / long;
                    let by = ((cosine - NARROW_COSINE) / (1.0 - NARROW_COSINE)).max(0.0);
                    sum += NARROW * f64::from(by * by);
                }
            }
        }
        sum
    }
}
