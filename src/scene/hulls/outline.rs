//! Outlines of hulls: convex polygons with round corners.

use crate::model::{Point, Rect};
use crate::scene::lines::segment::orientation;

/// The outline of a rectangle with round corners.
pub(in crate::scene) fn rounded_rectangle(area: Rect) -> Vec<Point> {
    convex_hull(rounded_corners(area, area.height()).into_iter())
}

/// Points along the round corners of a rectangle. Their radius is 12 units, or half a side if that is
/// less.
pub(super) fn rounded_corners(area: Rect, unit: f32) -> Vec<Point> {
    let inset = (12.0 * unit).min(area.height() / 2.0).min(area.width() / 2.0).max(0.0);
    let (min, max) = (area.min + Point::new(inset, inset), area.max - Point::new(inset, inset));
    let corners = [min, max, Point::new(min.x, max.y), Point::new(max.x, min.y)];
    corners.into_iter().flat_map(|corner| circle(corner, inset)).collect()
}

/// 48 points on a circle.
pub(super) fn circle(center: Point, radius: f32) -> Vec<Point> {
    const POINTS: u8 = 48;
    let point = |i: u8| {
        let angle = f32::from(i) / f32::from(POINTS) * std::f32::consts::TAU;
        center + Point::new(angle.cos(), angle.sin()) * radius
    };
    (0..POINTS).map(point).collect()
}

/// The convex hull of points, clockwise with y pointing down.
///
/// Source: A. M. Andrew, “Another efficient algorithm for convex hulls in two dimensions”, 1979.
pub(super) fn convex_hull(points: impl Iterator<Item = Point>) -> Vec<Point> {
    let mut points: Vec<Point> = points.collect();
    points.sort_by(|a, b| a.x.total_cmp(&b.x).then(a.y.total_cmp(&b.y)));
    points.dedup();
    let mut hull: Vec<Point> = Vec::new();
    let mut half = |points: &mut dyn Iterator<Item = Point>| {
        let start = hull.len();
        for point in points {
            while let [.., a, b] = hull[start..]
                && orientation(a, b, point) <= 0.0
            {
                hull.pop();
            }
            hull.push(point);
        }
        // The last point is the first one of the other half.
        hull.pop();
    };
    half(&mut points.iter().copied());
    half(&mut points.iter().rev().copied());
    hull
}
