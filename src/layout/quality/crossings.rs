//! How many pairs of ties cross.
//!
//! Source: the forward scan of Brinkhoff, Kriegel and Seeger 1993 ("Efficient processing of spatial
//! joins using R-trees"): ties in the order of their left ends, each compared with those that begin before
//! it ends, in one strip of the drawing after the other. A pair is compared only in the strip where the
//! second of the two first appears, as Dittrich and Seeger 2000 avoid duplicates.
//!
//! Guarantee: every pair that crosses is counted, once. On which side of a tie a point lies is
//! computed in `f64`, where differences and products of `f32` coordinates of similar size are exact,
//! so that ties which only touch don't count.

use crate::layout::error::LayoutError;
use crate::layout::geometry::Xy;
use crate::layout::midpoints::Midpoints;
use crate::layout::problem::Problem;

const SEGMENTS_PER_STRIP: usize = 64;
const MOST_STRIPS: usize = 64;

/// A straight tie, from its left end to its right.
#[derive(Clone, Copy)]
struct Segment {
    from: [f64; 2],
    to: [f64; 2],
}

/// The straight ties of a drawing, in the order of their left ends.
pub(super) struct Segments {
    segments: Vec<Segment>,
    /// The first and last strip that each segment is in.
    strips: Vec<[u8; 2]>,
    strip_count: u8,
    /// Pairs of which one ends on the other. They may seem to cross, as a midpoint is rounded and may lie
    /// off its line.
    touching: Vec<[Segment; 2]>,
}

impl Segments {
    pub(super) fn new(problem: &Problem, at: &[Xy]) -> Result<Self, LayoutError> {
        let midpoints = Midpoints::new(problem)?;
        let segment = |ends: [u32; 2]| {
            let [a, b] = ends.map(|end| midpoints.position(end, at).map(f64::from));
            if a[0] <= b[0] { Segment { from: a, to: b } } else { Segment { from: b, to: a } }
        };
        let mut touching = Vec::new();
        for &ends in &problem.ends {
            for end in ends {
                if let Some(tie) = (end as usize).checked_sub(problem.node_count()) {
                    touching.push([segment(ends), segment(problem.ends[tie])]);
                }
            }
        }
        let mut segments: Vec<Segment> = problem.ends.iter().map(|&ends| segment(ends)).collect();
        segments.retain(|segment| segment.from != segment.to);
        segments.sort_by(|a, b| a.from[0].total_cmp(&b.from[0]));
        let strip_count = (segments.len() / SEGMENTS_PER_STRIP).clamp(1, MOST_STRIPS) as u8;
        let strips = strips_of(&segments, strip_count);
        Ok(Self { segments, strips, strip_count, touching })
    }

    /// How many pairs cross that have no end in common; `None` if more than `most_pairs` would have to be
    /// compared. Segments that cover one another don't cross, and neither do those with a common end, as
    /// it is on no side of either.
    pub(super) fn crossings(&self, most_pairs: u64) -> Option<u64> {
        let (mut remaining, mut count) = (most_pairs, 0);
        let (mut all, mut new) = (SegmentColumns::default(), SegmentColumns::default());
        for strip in 0..self.strip_count {
            // Two segments that are both in an earlier strip have been compared there.
            let here = |[first, last]: [u8; 2]| first <= strip && strip <= last;
            let segments =
                || self.segments.iter().zip(&self.strips).filter(|&(_, &strips)| here(strips));
            all.clear();
            new.clear();
            for (segment, strips) in segments() {
                all.push(segment);
                if strips[0] == strip {
                    new.push(segment);
                }
            }
            let (mut seen, mut seen_new) = (0, 0);
            for (segment, strips) in segments() {
                seen += 1;
                let others = if strips[0] == strip {
                    seen_new += 1;
                    all.within(segment, seen)
                } else {
                    new.within(segment, seen_new)
                };
                remaining = remaining.checked_sub(others.from_x.len() as u64)?;
                count += crossing(segment, &others);
            }
        }
        let seeming = self.touching.iter().filter(|[a, b]| cross(a, b)).count() as u64;
        // By rounding, `seeming` may count pairs that the scan didn't.
        Some(count.saturating_sub(seeming))
    }
}

/// The first and last strip of each segment, of `count` strips of equal height.
fn strips_of(segments: &[Segment], count: u8) -> Vec<[u8; 2]> {
    let heights = || segments.iter().flat_map(|segment| [segment.from[1], segment.to[1]]);
    let top = heights().fold(f64::MAX, f64::min);
    let bottom = heights().fold(f64::MIN, f64::max);
    let share = |y: f64| (y - top) / (bottom - top) * f64::from(count);
    let strip = |y: f64| (share(y) as u8).min(count - 1);
    segments
        .iter()
        .map(|segment| {
            [strip(segment.from[1].min(segment.to[1])), strip(segment.from[1].max(segment.to[1]))]
        })
        .collect()
}

/// Segments with one array for each coordinate, so that they can be vectorised.
#[derive(Default)]
struct SegmentColumns {
    from_x: Vec<f64>,
    from_y: Vec<f64>,
    to_x: Vec<f64>,
    to_y: Vec<f64>,
}

/// A range of [`SegmentColumns`].
struct SegmentSlice<'a> {
    from_x: &'a [f64],
    from_y: &'a [f64],
    to_x: &'a [f64],
    to_y: &'a [f64],
}

impl SegmentColumns {
    fn clear(&mut self) {
        for column in [&mut self.from_x, &mut self.from_y, &mut self.to_x, &mut self.to_y] {
            column.clear();
        }
    }

    fn push(&mut self, segment: &Segment) {
        self.from_x.push(segment.from[0]);
        self.from_y.push(segment.from[1]);
        self.to_x.push(segment.to[0]);
        self.to_y.push(segment.to[1]);
    }

    /// The segments from an index on that begin within the width of this one.
    fn within(&self, segment: &Segment, first: usize) -> SegmentSlice<'_> {
        let count = self.from_x[first..].partition_point(|&x| x < segment.to[0]);
        let run = first..first + count;
        SegmentSlice {
            from_x: &self.from_x[run.clone()],
            from_y: &self.from_y[run.clone()],
            to_x: &self.to_x[run.clone()],
            to_y: &self.to_y[run],
        }
    }
}

/// How many of the others a segment crosses.
fn crossing(segment: &Segment, others: &SegmentSlice<'_>) -> u64 {
    let from = others.from_x.iter().zip(others.from_y);
    let to = others.to_x.iter().zip(others.to_y);
    from.zip(to)
        .map(|((&x, &y), (&to_x, &to_y))| {
            u64::from(cross(segment, &Segment { from: [x, y], to: [to_x, to_y] }))
        })
        .sum()
}

/// Whether the interiors of two segments have a point in common. Without a branch, as it could not be
/// predicted for pairs that lie close.
fn cross(a: &Segment, b: &Segment) -> bool {
    (side(a, b.from) * side(a, b.to) < 0.0) & (side(b, a.from) * side(b, a.to) < 0.0)
}

/// Above 0 on one side of the line through a segment, below 0 on the other.
fn side(segment: &Segment, point: [f64; 2]) -> f64 {
    let [ux, uy] = [segment.to[0] - segment.from[0], segment.to[1] - segment.from[1]];
    let [vx, vy] = [point[0] - segment.from[0], point[1] - segment.from[1]];
    ux * vy - uy * vx
}
