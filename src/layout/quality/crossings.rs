//! How many pairs of ties cross.
//!
//! Source: the forward scan of Brinkhoff, Kriegel and Seeger 1993 ("Efficient processing of spatial
//! joins using R-trees"), ties in the order of their left ends, each with those that begin before it
//! ends, in strips of the drawing one after the other. A pair is looked at in the strip where the
//! later of the two comes in alone, as Dittrich and Seeger 2000 avoid duplicates.
//!
//! Guarantee: every pair that crosses is counted, once. On which side of a tie a point lies is
//! computed in `f64`, where differences and products of `f32` coordinates of like size are exact,
//! so that ties which only touch don't count.

use crate::layout::geometry::Xy;
use crate::layout::midpoints::Middles;
use crate::layout::problem::{LayoutError, Problem};

const LINES_A_STRIP: usize = 64;
const MOST_STRIPS: usize = 64;

/// A straight tie, from its left end to its right.
#[derive(Clone, Copy)]
struct Line {
    from: [f64; 2],
    to: [f64; 2],
}

/// The straight ties of a drawing, in the order in which a line that comes from the left meets them.
pub(super) struct Lines {
    lines: Vec<Line>,
    /// The strips that each line is in, from the first to the last.
    strips: Vec<[u8; 2]>,
    strip_count: u8,
    /// Pairs of which one ends on the other. Its middle is a rounded point and may lie off its line,
    /// so that they may seem to cross.
    touching: Vec<[Line; 2]>,
}

impl Lines {
    pub(super) fn new(problem: &Problem, at: &[Xy]) -> Result<Self, LayoutError> {
        let middles = Middles::new(problem)?;
        let line = |ends: [u32; 2]| {
            let [a, b] = ends.map(|end| middles.position(end, at).map(f64::from));
            if a[0] <= b[0] { Line { from: a, to: b } } else { Line { from: b, to: a } }
        };
        let mut touching = Vec::new();
        for &ends in &problem.ends {
            for end in ends {
                if let Some(tie) = (end as usize).checked_sub(problem.node_count()) {
                    touching.push([line(ends), line(problem.ends[tie])]);
                }
            }
        }
        let mut lines: Vec<Line> = problem.ends.iter().map(|&ends| line(ends)).collect();
        lines.retain(|line| line.from != line.to);
        lines.sort_by(|a, b| a.from[0].total_cmp(&b.from[0]));
        let strip_count = (lines.len() / LINES_A_STRIP).clamp(1, MOST_STRIPS) as u8;
        let strips = strips_of(&lines, strip_count);
        Ok(Self { lines, strips, strip_count, touching })
    }

    /// How many pairs cross that have no end in common; `None` where more pairs than this share a
    /// strip and a part of their width, so that all must be looked at. Lines that cover one another
    /// don't cross, and neither do those with a common end, as it is on no side of either.
    pub(super) fn crossings(&self, most_pairs: u64) -> Option<u64> {
        let (mut left, mut count) = (most_pairs, 0);
        let (mut all, mut new) = (Columns::default(), Columns::default());
        for strip in 0..self.strip_count {
            // Two lines from strips before have been looked at there.
            let here = |[first, last]: [u8; 2]| first <= strip && strip <= last;
            let lines = || self.lines.iter().zip(&self.strips).filter(|&(_, &strips)| here(strips));
            all.clear();
            new.clear();
            for (line, strips) in lines() {
                all.push(line);
                if strips[0] == strip {
                    new.push(line);
                }
            }
            let (mut seen, mut seen_new) = (0, 0);
            for (line, strips) in lines() {
                seen += 1;
                let others = if strips[0] == strip {
                    seen_new += 1;
                    all.within(line, seen)
                } else {
                    new.within(line, seen_new)
                };
                left = left.checked_sub(others.from_x.len() as u64)?;
                count += crossing(line, &others);
            }
        }
        let seeming = self.touching.iter().filter(|[a, b]| cross(a, b)).count() as u64;
        // Rounding may let two cross that have been found to share nothing.
        Some(count.saturating_sub(seeming))
    }
}

/// Which of so many strips of equal height each line is in.
fn strips_of(lines: &[Line], count: u8) -> Vec<[u8; 2]> {
    let heights = || lines.iter().flat_map(|line| [line.from[1], line.to[1]]);
    let top = heights().fold(f64::MAX, f64::min);
    let bottom = heights().fold(f64::MIN, f64::max);
    let share = |y: f64| (y - top) / (bottom - top) * f64::from(count);
    let strip = |y: f64| (share(y) as u8).min(count - 1);
    lines
        .iter()
        .map(|line| [strip(line.from[1].min(line.to[1])), strip(line.from[1].max(line.to[1]))])
        .collect()
}

/// Lines as one array a coordinate, so that several can be worked on at once.
#[derive(Default)]
struct Columns {
    from_x: Vec<f64>,
    from_y: Vec<f64>,
    to_x: Vec<f64>,
    to_y: Vec<f64>,
}

/// A run of lines.
struct Batch<'a> {
    from_x: &'a [f64],
    from_y: &'a [f64],
    to_x: &'a [f64],
    to_y: &'a [f64],
}

impl Columns {
    fn clear(&mut self) {
        for column in [&mut self.from_x, &mut self.from_y, &mut self.to_x, &mut self.to_y] {
            column.clear();
        }
    }

    fn push(&mut self, line: &Line) {
        self.from_x.push(line.from[0]);
        self.from_y.push(line.from[1]);
        self.to_x.push(line.to[0]);
        self.to_y.push(line.to[1]);
    }

    /// The lines from a place on that begin within the width of this one.
    fn within(&self, line: &Line, first: usize) -> Batch<'_> {
        let count = self.from_x[first..].partition_point(|&x| x < line.to[0]);
        let run = first..first + count;
        Batch {
            from_x: &self.from_x[run.clone()],
            from_y: &self.from_y[run.clone()],
            to_x: &self.to_x[run.clone()],
            to_y: &self.to_y[run],
        }
    }
}

/// How many of the others a line crosses.
fn crossing(line: &Line, others: &Batch<'_>) -> u64 {
    let from = others.from_x.iter().zip(others.from_y);
    let to = others.to_x.iter().zip(others.to_y);
    from.zip(to)
        .map(|((&x, &y), (&to_x, &to_y))| {
            u64::from(cross(line, &Line { from: [x, y], to: [to_x, to_y] }))
        })
        .sum()
}

/// Whether the insides of two lines have a point in common. Without a branch, as for pairs that lie
/// close there is no telling.
fn cross(a: &Line, b: &Line) -> bool {
    (side(a, b.from) * side(a, b.to) < 0.0) & (side(b, a.from) * side(b, a.to) < 0.0)
}

/// Above 0 on one side of a line, below 0 on the other.
fn side(line: &Line, point: [f64; 2]) -> f64 {
    let [ux, uy] = [line.to[0] - line.from[0], line.to[1] - line.from[1]];
    let [vx, vy] = [point[0] - line.from[0], point[1] - line.from[1]];
    ux * vy - uy * vx
}
