//! From a curve and its pattern to the strokes that are drawn.

use super::{Curve, Decoration, Pattern, Stroke};
use crate::model::Point;

/// The strokes of a line with a pattern, in order along it, followed by those of its decoration.
///
/// `tolerance` is how far a chord may deviate from the curve, in world units. A curve that is a single
/// point has no strokes.
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

/// The two lines of a double line along points, and the width of each.
pub fn double_lines(points: &[Point], width: f32) -> ([Vec<Point>; 2], f32) {
    let lines = [-0.5, 0.5].map(|side| offset(points, side * (width * 0.7 + 1.6)));
    (lines, (width * 0.7).max(0.8))
}

/// A polyline moved sideways, to the right for a positive distance.
fn offset(points: &[Point], distance: f32) -> Vec<Point> {
    let normal = |i: usize| {
        let before = points[i.saturating_sub(1)];
        let after = points[(i + 1).min(points.len() - 1)];
        (after - before).normalized().perpendicular()
    };
    (0..points.len()).map(|i| points[i] + normal(i) * distance).collect()
}

/// Appends the dashes along a polyline.
pub(in crate::scene) fn push_dashes(
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
    // Beyond 10,000 repeats of its pattern the line is drawn solid: nobody could see them.
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

/// A position that moves along a polyline.
struct Walk<'a> {
    points: &'a [Point],
    segment: usize,
    along: f32,
}

impl Walk<'_> {
    fn is_over(&self) -> bool {
        self.segment + 1 >= self.points.len()
    }

    /// Moves on by a length, or to the end, and returns the points passed.
    fn advance(&mut self, mut length: f32) -> Vec<Point> {
        let mut passed = Vec::new();
        while let Some([from, to]) = self.points.get(self.segment..).and_then(|p| p.first_chunk()) {
            let whole = from.distance(*to);
            let at = |along: f32| if whole > 0.0 { from.lerp(*to, along / whole) } else { *from };
            if passed.is_empty() {
                passed.push(at(self.along));
            }
            let left = whole - self.along;
            if length < left {
                self.along += length;
                passed.push(at(self.along));
                break;
            }
            length -= left;
            passed.push(*to);
            self.segment += 1;
            self.along = 0.0;
        }
        passed
    }
}

#[cfg(test)]
mod tests {
    use super::super::line_pattern::dashes;
    use super::*;
    use crate::model::{Dash, Status};

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
