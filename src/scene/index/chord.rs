//! Ties reduced to straight lines with a width: small enough that all can be tested quickly.

use crate::model::{Point, Rect};
use crate::scene::TieMark;
use crate::scene::lines::segment::segment_distance;

/// A tie as one straight line, or as two that meet at its middle where it is bent, and how far it deviates from them.
#[derive(Clone, Copy, Debug)]
pub(super) struct Chord {
    from: Point,
    middle: Option<Point>,
    to: Point,
    reach: f32,
}

impl Chord {
    pub(super) fn of(mark: &TieMark) -> Self {
        let curve = &mark.curve;
        let (from, to, half_width) = (curve.from, curve.to, mark.width / 2.0);
        if curve.is_straight() {
            return Self { from, middle: None, to, reach: half_width };
        }
        let halves = [curve.part(0.0, 0.5), curve.part(0.5, 1.0)];
        let off = halves.iter().flat_map(|half| {
            [half.control_from, half.control_to]
                .map(|control| segment_distance(control, half.from, half.to))
        });
        // A point of a cubic curve lies at most three quarters as far off as its control points: 3 t (1 - t) ≤ 3/4.
        let beside = off.fold(0.0, f32::max) * 0.75;
        Self { from, middle: Some(halves[0].to), to, reach: beside + half_width }
    }

    /// Whether the tie is certainly farther from a point than that.
    pub(super) fn is_farther(&self, point: Point, distance: f32) -> bool {
        let reach = (distance + self.reach) * 1.001;
        !self.any_line(|from, to| segment_distance(point, from, to) <= reach)
    }

    /// Whether the tie may touch a rectangle.
    pub(super) fn may_touch(&self, area: &Rect) -> bool {
        self.any_line(|from, to| self.line_may_touch(from, to, area))
    }

    fn any_line(&self, holds: impl Fn(Point, Point) -> bool) -> bool {
        match self.middle {
            None => holds(self.from, self.to),
            Some(middle) => holds(self.from, middle) || holds(middle, self.to),
        }
    }

    /// Whether neither the axes nor the normal of a line separate it from a rectangle (separating axis theorem).
    fn line_may_touch(&self, from: Point, to: Point, area: &Rect) -> bool {
        let bounds = Rect::NOTHING.including(from).including(to);
        if !bounds.expanded(self.reach).intersects(area) {
            return false;
        }
        let (along, to_middle) = (to - from, area.center() - from);
        let away = (along.x * to_middle.y - along.y * to_middle.x).abs();
        let half = area.width() * along.y.abs() + area.height() * along.x.abs();
        away <= (half / 2.0 + self.reach * along.length()) * 1.001
    }
}
