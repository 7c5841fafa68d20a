//! The curve of a tie along the nations on its path.

use crate::model::Point;
use crate::scene::Curve;

/// At how many points the curve is fitted.
const SAMPLES: u16 = 24;

/// The curve along a path: the Bézier curve whose control points are the path's points (as in the source), each
/// step halved once so that it keeps closer to the path, and of the cubic curves the one nearest to it at the same
/// parameters (least squares).
pub(super) fn along(path: &[Point]) -> Curve {
    let (Some(from), Some(to)) = (path.first().copied(), path.last().copied()) else {
        return Curve::line(Point::default(), Point::default());
    };
    let controls = halved(path);
    // The sums of the normal equations for both inner control points.
    let (mut aa, mut ab, mut bb) = (0.0_f32, 0.0_f32, 0.0_f32);
    let (mut to_a, mut to_b) = (Point::default(), Point::default());
    for step in 1..SAMPLES {
        let t = f32::from(step) / f32::from(SAMPLES);
        let s = 1.0 - t;
        let (a, b) = (3.0 * s * s * t, 3.0 * s * t * t);
        let rest = point(&controls, t) - from * (s * s * s) - to * (t * t * t);
        (aa, ab, bb) = (aa + a * a, ab + a * b, bb + b * b);
        (to_a, to_b) = (to_a + rest * a, to_b + rest * b);
    }
    let determinant = aa * bb - ab * ab;
    let control_from = (to_a * bb - to_b * ab) * determinant.recip();
    let control_to = (to_b * aa - to_a * ab) * determinant.recip();
    Curve { from, control_from, control_to, to }
}

/// The points of a path with those halfway between them.
fn halved(path: &[Point]) -> Vec<Point> {
    let steps = path.windows(2).flat_map(|ends| [ends[0], ends[0].lerp(ends[1], 0.5)]);
    steps.chain(path.last().copied()).collect()
}

/// The point at `t` of the Bézier curve with some control points (de Casteljau).
fn point(controls: &[Point], t: f32) -> Point {
    let mut points = controls.to_vec();
    while points.len() > 1 {
        points = points.windows(2).map(|ends| ends[0].lerp(ends[1], t)).collect();
    }
    points.first().copied().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_curve_keeps_its_ends_and_leans_to_the_nation_between() {
        let path = [Point::new(0.0, 0.0), Point::new(100.0, 60.0), Point::new(200.0, 0.0)];
        let curve = along(&path);
        assert_eq!((curve.from, curve.to), (path[0], path[2]));
        let middle = curve.point(0.5);
        assert!((middle.x - 100.0).abs() < 0.5 && (30.0..60.0).contains(&middle.y), "{middle:?}");
    }

    #[test]
    fn a_path_in_a_row_is_a_straight_line() {
        let path: Vec<Point> = (0..4u8).map(|i| Point::new(f32::from(i) * 50.0, 0.0)).collect();
        assert!(along(&path).bounds().height() < 1e-3);
    }
}
