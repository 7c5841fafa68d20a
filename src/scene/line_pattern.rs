//! Line patterns: what a kind's dash and a tie's status come to, and the strokes they are made of.

use arrayvec::ArrayVec;

use super::{Curve, Stroke};
use crate::model::{Dash, Point, Status};

/// Lengths drawn and left out in turn. They lie within a tie's mark: a map has very many of those.
pub type Dashes = ArrayVec<f32, 4>;

/// How a line is broken and what is added to it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Pattern {
    /// Lengths in world units, drawn and left out in turn; empty for an unbroken line. Strokes have
    /// round ends, which reach half a width beyond these lengths.
    pub dashes: Dashes,
    /// What is added to the line.
    pub decoration: Decoration,
}

/// What is added to a line.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Decoration {
    /// Nothing.
    #[default]
    Plain,
    /// Three pairs of short strokes that cross on the line.
    Crossed,
    /// A second line beside the first.
    Double,
}

impl Decoration {
    /// What of it is lines along the line, without strokes across it.
    #[must_use]
    pub const fn lines(self) -> Self {
        match self {
            Self::Crossed => Self::Plain,
            other => other,
        }
    }
}

impl Pattern {
    /// The pattern of a tie: what is not yet or no longer in force shows its status by its dashes, the
    /// rest its kind. Crosses and double lines stay in every status.
    pub fn of(kind: Dash, status: Option<Status>, width: f32) -> Self {
        // Round ends take a width from each gap and add it to each stroke.
        let drawn = |length: f32| (length - width).max(0.1);
        let gap = |length: f32| length + width;
        let dashes = match (status, kind) {
            (Some(Status::Proposed), _) => dashes(&[0.1, gap(4.5)]),
            (Some(Status::Negotiating), _) => dashes(&[drawn(3.0), gap(2.5)]),
            (Some(Status::Preliminary), _) => dashes(&[drawn(12.0), gap(4.0)]),
            (Some(Status::Suspended), _) => dashes(&[drawn(14.0), gap(9.0)]),
            (_, Dash::Dashed) => dashes(&[drawn(6.5), gap(3.5)]),
            (_, Dash::Dotted) => dashes(&[0.1, gap(width.max(1.5) * 1.2)]),
            (_, Dash::DashDot) => dashes(&[drawn(9.0), gap(3.0), 0.1, gap(3.0)]),
            (_, Dash::Solid | Dash::Crossed | Dash::Double) => Dashes::new(),
        };
        let decoration = match kind {
            Dash::Crossed => Decoration::Crossed,
            Dash::Double => Decoration::Double,
            _ => Decoration::Plain,
        };
        Self { dashes, decoration }
    }

    /// The thin dotted line of a membership.
    pub fn membership() -> Self {
        Self { dashes: dashes(&[0.1, 3.6]), decoration: Decoration::Plain }
    }

    /// The pattern stretched or shrunk a little so that a line of that length ends with a whole dash.
    #[must_use]
    pub fn fitted(mut self, length: f32) -> Self {
        let period: f32 = self.dashes.iter().sum();
        let (Some(first), true) = (self.dashes.first().copied(), period > 0.0) else { return self };
        let repeats = ((length - first) / period).round();
        if repeats >= 3.0 {
            let scale = length / (repeats * period + first);
            self.dashes.iter_mut().for_each(|dash| *dash *= scale);
        }
        self
    }

    /// How far a line of that width and its decoration reach to either side.
    pub fn reach(&self, width: f32) -> f32 {
        match self.decoration {
            Decoration::Plain => width / 2.0,
            Decoration::Crossed => 2.2 + width,
            Decoration::Double => width * 0.7 + 0.8,
        }
    }

    /// The crosses of a crossed line, without the line; none on a line of another decoration or one
    /// too short for them.
    pub fn crosses(&self, curve: &Curve, width: f32) -> Vec<Stroke> {
        let reach = self.reach(width);
        let mut strokes = Vec::new();
        let length = curve.length();
        if self.decoration != Decoration::Crossed || length < reach * 3.0 {
            return strokes;
        }
        let count = if length < reach * 18.0 { 1 } else { CROSSES.len() };
        for t in CROSSES.into_iter().take(count) {
            let (center, along) = (curve.point(t), curve.tangent(t));
            for across in [along + along.perpendicular(), along - along.perpendicular()] {
                let arm = across.normalized() * reach;
                let points = vec![center - arm, center + arm];
                strokes.push(Stroke { points, width: (width * 0.7).max(0.8) });
            }
        }
        strokes
    }
}

/// Where the crosses of a crossed line stand, as parts of its length: three, or one on a short line.
const CROSSES: [f32; 3] = [0.5, 0.36, 0.64];

/// The strokes of a line with a pattern, in order along it, then those of its decoration.
///
/// `tolerance` is how far a chord may leave the curve, in world units. A curve that is one point has
/// no strokes.
pub fn dash_strokes(curve: &Curve, pattern: &Pattern, width: f32, tolerance: f32) -> Vec<Stroke> {
    let points = curve.flatten(tolerance);
    let mut strokes = Vec::new();
    match pattern.decoration {
        Decoration::Plain => push_dashes(&mut strokes, &points, pattern, width),
        Decoration::Crossed => {
            push_dashes(&mut strokes, &points, pattern, width);
            strokes.extend(pattern.crosses(curve, width));
        }
        Decoration::Double => {
            let (lines, width) = double_lines(&points, width);
            lines.iter().for_each(|line| push_dashes(&mut strokes, line, pattern, width));
        }
    }
    strokes
}

/// The two lines of a double line along points, and how wide each is.
pub fn double_lines(points: &[Point], width: f32) -> ([Vec<Point>; 2], f32) {
    let lines = [-0.5, 0.5].map(|side| beside(points, side * (width * 0.7 + 1.6)));
    (lines, (width * 0.7).max(0.8))
}

/// A line moved sideways, to the right for a positive distance.
fn beside(points: &[Point], distance: f32) -> Vec<Point> {
    let normal = |i: usize| {
        let before = points[i.saturating_sub(1)];
        let after = points[(i + 1).min(points.len() - 1)];
        (after - before).normalized().perpendicular()
    };
    (0..points.len()).map(|i| points[i] + normal(i) * distance).collect()
}

/// Four of them at most.
fn dashes(lengths: &[f32]) -> Dashes {
    lengths.iter().copied().collect()
}

/// The dashes along a polyline.
pub(super) fn push_dashes(
    strokes: &mut Vec<Stroke>,
    points: &[Point],
    pattern: &Pattern,
    width: f32,
) {
    let whole: f32 = points.windows(2).map(|pair| pair[0].distance(pair[1])).sum();
    let period: f32 = pattern.dashes.iter().sum();
    if whole <= 0.0 {
        return;
    }
    // A line of a hundred thousand dashes is drawn as one: nobody could see them.
    if period <= 0.0 || whole / period > 1e4 {
        strokes.push(Stroke { points: points.to_vec(), width });
        return;
    }
    let mut walk = Walk { points, segment: 0, along: 0.0 };
    let mut lengths = pattern.dashes.iter().cycle();
    while let (Some(drawn), Some(gap)) = (lengths.next(), lengths.next()) {
        let dash = walk.advance(*drawn);
        if dash.len() > 1 {
            strokes.push(Stroke { points: dash, width });
        }
        if walk.advance(*gap).is_empty() || walk.is_over() {
            break;
        }
    }
}

/// A way along a polyline.
struct Walk<'a> {
    points: &'a [Point],
    segment: usize,
    along: f32,
}

impl Walk<'_> {
    fn is_over(&self) -> bool {
        self.segment + 1 >= self.points.len()
    }

    /// Goes on by a length and returns the way there, which is shorter at the end.
    fn advance(&mut self, mut length: f32) -> Vec<Point> {
        let mut way = Vec::new();
        while let Some([from, to]) = self.points.get(self.segment..).and_then(|p| p.first_chunk()) {
            let whole = from.distance(*to);
            let at = |along: f32| if whole > 0.0 { from.lerp(*to, along / whole) } else { *from };
            if way.is_empty() {
                way.push(at(self.along));
            }
            let left = whole - self.along;
            if length < left {
                self.along += length;
                way.push(at(self.along));
                break;
            }
            length -= left;
            way.push(*to);
            self.segment += 1;
            self.along = 0.0;
        }
        way
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn line() -> Curve {
        Curve::line(Point::default(), Point::new(100.0, 0.0))
    }

    fn drawn(strokes: &[Stroke]) -> f32 {
        strokes.iter().map(|s| s.points[0].distance(s.points[s.points.len() - 1])).sum()
    }

    #[test]
    fn dashes_have_the_lengths_they_are_given() {
        let pattern = Pattern { dashes: dashes(&[6.0, 4.0]), decoration: Decoration::Plain };
        let strokes = dash_strokes(&line(), &pattern, 1.0, 0.1);
        assert_eq!(strokes.len(), 10);
        assert!((drawn(&strokes) - 60.0).abs() < 1e-3);
    }

    #[test]
    fn a_fitted_pattern_ends_with_a_whole_dash() {
        let pattern =
            Pattern { dashes: dashes(&[6.0, 4.0]), decoration: Decoration::Plain }.fitted(103.0);
        let long = Curve::line(Point::default(), Point::new(103.0, 0.0));
        let strokes = dash_strokes(&long, &pattern, 1.0, 0.1);
        let last = &strokes[strokes.len() - 1].points;
        assert!((last[0].distance(last[1]) - pattern.dashes[0]).abs() < 1e-2);
    }

    #[test]
    fn every_kind_and_status_differ_or_are_meant_to_agree() {
        for kind in Dash::ALL {
            let of = |status| Pattern::of(kind, status, 1.5);
            let shown = [
                of(None),
                of(Some(Status::Proposed)),
                of(Some(Status::Negotiating)),
                of(Some(Status::Preliminary)),
                of(Some(Status::Suspended)),
            ];
            for (i, a) in shown.iter().enumerate() {
                assert!(shown[i + 1..].iter().all(|b| a != b), "{kind:?}");
            }
            assert_eq!(of(Some(Status::Signed)), of(Some(Status::InForce)));
        }
    }

    #[test]
    fn a_line_without_length_has_no_strokes() {
        let point = Curve::line(Point::default(), Point::default());
        for kind in Dash::ALL {
            assert!(dash_strokes(&point, &Pattern::of(kind, None, 1.5), 1.5, 0.1).is_empty());
        }
    }

    #[test]
    fn an_endless_line_isnt_cut_into_endless_dashes() {
        let far = Curve::line(Point::default(), Point::new(2e6, 0.0));
        assert_eq!(dash_strokes(&far, &Pattern::membership(), 1.0, 0.1).len(), 1);
    }
}
