//! Where ties run below marks at which they don't end.
//!
//! The mark covers such a tie, which then seems to end there. A gap on both sides, wider than the space at
//! the ends of ties, shows that it goes on: the line is seen to begin again in the same direction. Lines that nobody
//! can follow have none: pale ones, and all where there are too many.

use crate::model::{Point, Rect};
use crate::scene::index::{Grid, GridShape};
use crate::scene::lines::segment::segment_distance;
use crate::scene::{Curve, Mark, NationMark, TieMark};

/// The space on both sides of a mark below which a tie runs, at unit 1.
const GAP: f32 = 6.0;

/// The most lines that are followed one by one. Where more are as strong, gaps would only take time.
const MOST_FOLLOWED: usize = 1_000;

/// Whether as many strong ties as that are followed one by one.
pub(super) const fn are_followed(strong_ties: usize) -> bool {
    strong_ties <= MOST_FOLLOWED
}

/// The marks below which ties may run.
pub(super) struct Gaps<'a> {
    nations: &'a [NationMark],
    grid: Grid,
    unit: f32,
}

impl<'a> Gaps<'a> {
    pub(super) fn new(nations: &'a [NationMark], unit: f32) -> Self {
        const MAX_SIDE: usize = 128;
        let bounds = || nations.iter().map(NationMark::bounds);
        let extent = bounds().fold(Rect::NOTHING, |all, mark| all.union(&mark));
        let side = (nations.len() as f32).sqrt().ceil() as usize;
        let grid = Grid::new(extent, side.min(MAX_SIDE), |add| {
            for ((index, mark), bounds) in (0..).zip(nations).zip(bounds()) {
                if mark.is_drawn() {
                    add(index, &GridShape::Area(bounds));
                }
            }
        });
        Self { nations, grid, unit }
    }

    /// The gaps in the line of a tie: parameters of its curve at which each begins and ends, ascending.
    pub(super) fn of(&self, tie: &TieMark) -> Vec<[f32; 2]> {
        let is_end = |index: usize| index == tie.from || tie.to == Mark::Nation(index);
        let near = self.near(&tie.curve).into_iter().map(|index| index as usize);
        let covered = near.filter(|index| !is_end(*index));
        let covered = covered.filter_map(|index| covered_part(&tie.curve, &self.nations[index]));
        let mut covered: Vec<[f32; 2]> = covered.collect();
        if covered.is_empty() {
            return covered;
        }
        covered.sort_by(|a, b| a[0].total_cmp(&b[0]));
        widened(&covered, GAP * self.unit / tie.curve.length().max(f32::MIN_POSITIVE))
    }

    /// The nations whose marks a curve may touch.
    fn near(&self, curve: &Curve) -> Vec<u32> {
        const PIECES: u8 = 8;
        // A curve lies no farther from the chords of equal pieces than its second derivative allows.
        let second = |a: Point, b: Point, c: Point| ((a - b) + (c - b)).length() * 6.0;
        let most = f32::max(
            second(curve.from, curve.control_from, curve.control_to),
            second(curve.control_from, curve.control_to, curve.to),
        );
        let slack = most / (8.0 * f32::from(PIECES * PIECES));
        let at = |piece: u8| curve.point(f32::from(piece) / f32::from(PIECES));
        let mut found = Vec::new();
        let mut start = curve.from;
        for piece in 1..=PIECES {
            let end = at(piece);
            let area = Rect::NOTHING.including(start).including(end).expanded(slack);
            self.grid.any_near(&area, |index| {
                let mark = &self.nations[index as usize];
                let bounds = mark.bounds();
                let reach = Point::new(bounds.width(), bounds.height()).length() / 2.0 + slack;
                if segment_distance(mark.center, start, end) < reach {
                    found.push(index);
                }
                false
            });
            start = end;
        }
        found.sort_unstable();
        found.dedup();
        found
    }
}

/// The part of a curve that a mark covers, as parameters; `None` if it covers nothing of it.
fn covered_part(curve: &Curve, mark: &NationMark) -> Option<[f32; 2]> {
    let middle = curve.nearest(mark.center);
    let radius = mark.reach(|| curve.tangent(middle));
    let distance = curve.point(middle).distance(mark.center);
    let half = (radius * radius - distance * distance).max(0.0).sqrt() / curve.length();
    (distance < radius && half.is_finite()).then_some([middle - half, middle + half])
}

/// Covered parts with a gap on both sides. Where little is left between two of them, or at an end, a third of
/// that stays a line.
fn widened(covered: &[[f32; 2]], gap: f32) -> Vec<[f32; 2]> {
    let room = |from: f32, to: f32| ((to - from) / 3.0).clamp(0.0, gap);
    let mut gaps: Vec<[f32; 2]> = Vec::with_capacity(covered.len());
    let mut before = 0.0;
    for (index, [start, end]) in covered.iter().copied().enumerate() {
        let after = covered.get(index + 1).map_or(1.0, |next| next[0]);
        let (from, to) = (start - room(before, start), end + room(end, after));
        match gaps.last_mut().filter(|last| last[1] >= from) {
            Some(last) => last[1] = last[1].max(to),
            None => gaps.push([from, to]),
        }
        before = f32::max(before, end);
    }
    gaps.iter().map(|gap| gap.map(|t| t.clamp(0.0, 1.0))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_gap_is_wider_than_what_is_covered_and_leaves_a_line_between_two() {
        assert_eq!(widened(&[[0.4, 0.6]], 0.1), [[0.4 - 0.1, 0.6 + 0.1]]);
        let gaps = widened(&[[0.2, 0.3], [0.33, 0.5], [0.45, 0.7]], 0.1);
        assert_eq!(gaps.len(), 2);
        assert!(gaps[0][1] > 0.305 && gaps[1][0] < 0.325 && gaps[0][1] < gaps[1][0]);
        assert!(gaps[1][1] > 0.79);
        assert_eq!(widened(&[[-0.1, 0.1]], 0.0), [[0.0, 0.1]]);
    }
}
