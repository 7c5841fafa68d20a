//! A curve as a polyline of a few segments, which is quick to compare with others.

use crate::model::{Point, Rect};
use crate::scene::Curve;
use crate::scene::lines::segment::segment_distance;

/// The number of segments of a polyline.
const SEGMENTS: usize = 16;

/// A curve, approximated by segments.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Polyline {
    points: [Point; SEGMENTS + 1],
    bounds: Rect,
}

impl Polyline {
    pub(super) fn of(curve: &Curve) -> Self {
        let points = std::array::from_fn(|i| curve.point(i as f32 / SEGMENTS as f32));
        let bounds = points.iter().fold(Rect::NOTHING, |rect, point| rect.including(*point));
        Self { points, bounds }
    }

    /// Its segments, in order.
    fn segments(&self) -> impl Iterator<Item = [Point; 2]> {
        self.points.windows(2).map(|pair| [pair[0], pair[1]])
    }

    /// The cost of running close to the tie at which it ends.
    pub(super) fn cost_alongside(&self, other: &Self) -> f32 {
        const CLOSE: f32 = 11.0;
        let within_reach = other.bounds.expanded(CLOSE);
        let mut cost = 0.0;
        // Every other point will do, but for those at the ends.
        for point in self.points[4..SEGMENTS - 3].iter().step_by(2) {
            if within_reach.contains(*point) {
                cost += 14.0 * (1.0 - other.distance_to(*point, CLOSE) / CLOSE).max(0.0);
            }
        }
        cost
    }

    /// The distance from a point to it, as long as it is at most `limit`; a greater or infinite value
    /// otherwise.
    pub(super) fn distance_to(&self, point: Point, limit: f32) -> f32 {
        let may_touch = |[from, to]: &[Point; 2]| {
            from.x.min(to.x) - limit <= point.x
                && from.x.max(to.x) + limit >= point.x
                && from.y.min(to.y) - limit <= point.y
                && from.y.max(to.y) + limit >= point.y
        };
        let segments = self.segments().filter(may_touch);
        segments.map(|[from, to]| segment_distance(point, from, to)).fold(f32::INFINITY, f32::min)
    }
}
