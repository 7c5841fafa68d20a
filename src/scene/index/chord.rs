//! Ties reduced to straight lines with a width: small enough that all can be tested quickly.

use crate::model::{Point, Rect};
use crate::scene::TieMark;
use crate::scene::lines::segment::segment_distance;

/// The straight line between the ends of a tie, and how far the tie deviates from it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Chord {
    from: Point,
    to: Point,
    reach: f32,
}

impl Chord {
    pub(super) fn of(mark: &TieMark) -> Self {
        let curve = &mark.curve;
        let off = [curve.control_from, curve.control_to]
            .map(|control| segment_distance(control, curve.from, curve.to));
        // A point of the curve lies at most three quarters as far off as its control points: 3 t (1 - t) ≤ 3/4.
        let beside = if curve.is_straight() { 0.0 } else { off[0].max(off[1]) * 0.75 };
        Self { from: curve.from, to: curve.to, reach: beside + mark.width / 2.0 }
    }

    /// Whether the tie is certainly farther from a point than that.
    pub(super) fn is_farther(&self, point: Point, distance: f32) -> bool {
        let reach = (distance + self.reach) * 1.001;
        segment_distance(point, self.from, self.to) > reach
    }

    /// Whether the tie may touch a rectangle: neither the axes nor the normal of the line separate them
    /// (separating axis theorem).
    pub(super) fn may_touch(&self, area: &Rect) -> bool {
        let bounds = Rect::NOTHING.including(self.from).including(self.to);
        if !bounds.expanded(self.reach).intersects(area) {
            return false;
        }
        let (along, to_middle) = (self.to - self.from, area.center() - self.from);
        let away = (along.x * to_middle.y - along.y * to_middle.x).abs();
        let half = area.width() * along.y.abs() + area.height() * along.x.abs();
        away <= (half / 2.0 + self.reach * along.length()) * 1.001
    }
}
