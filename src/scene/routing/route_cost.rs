//! What a way costs: passing through discs and names, crossing other ties, running along them.

use super::Route;
use crate::model::{Point, Rect};
use crate::scene::curve::segment_distance;
use crate::scene::{Curve, NationMark};

/// Into how many straight pieces a curve is cut to be compared with others.
pub(super) const PIECES: usize = 8;

/// A curve in a few straight pieces.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Path {
    points: [Point; PIECES + 1],
    pub(super) bounds: Rect,
}

impl Path {
    pub(super) fn of(curve: &Curve) -> Self {
        let points = std::array::from_fn(|i| curve.point(i as f32 / PIECES as f32));
        let bounds = points.iter().fold(Rect::NOTHING, |rect, point| rect.including(*point));
        Self { points, bounds }
    }

    /// Whether two could touch.
    pub(super) fn near(&self, other: &Self) -> bool {
        self.bounds.expanded(8.0).intersects(&other.bounds)
    }

    /// Its pieces, in order.
    pub(super) fn pieces(&self) -> impl Iterator<Item = [Point; 2]> {
        self.points.windows(2).map(|pair| [pair[0], pair[1]])
    }

    /// What it costs that two with a common end run close to one another.
    pub(super) fn alongside(&self, other: &Self) -> f32 {
        const CLOSE: f32 = 11.0;
        let within_reach = other.bounds.expanded(CLOSE);
        let mut cost = 0.0;
        for point in &self.points[2..PIECES - 1] {
            if within_reach.contains(*point) {
                cost += 14.0 * (1.0 - other.distance_to(*point, CLOSE) / CLOSE).max(0.0);
            }
        }
        cost
    }

    /// How much of it lies in a rectangle, in units.
    fn within(&self, rect: &Rect) -> f32 {
        if !self.bounds.intersects(&rect.expanded(0.1)) {
            return 0.0;
        }
        let near = |[from, to]: &[Point; 2]| {
            from.x.min(to.x) <= rect.max.x
                && from.x.max(to.x) >= rect.min.x
                && from.y.min(to.y) <= rect.max.y
                && from.y.max(to.y) >= rect.min.y
        };
        self.pieces().filter(near).map(|[from, to]| length_within(from, to, rect)).sum()
    }

    /// How far a point is from it; no piece that is farther than `most` is measured.
    fn distance_to(&self, point: Point, most: f32) -> f32 {
        let near = |[from, to]: &[Point; 2]| {
            from.x.min(to.x) - most <= point.x
                && from.x.max(to.x) + most >= point.x
                && from.y.min(to.y) - most <= point.y
                && from.y.max(to.y) + most >= point.y
        };
        let pieces = self.pieces().filter(near);
        pieces.map(|[from, to]| segment_distance(point, from, to)).fold(f32::INFINITY, f32::min)
    }
}

/// What stands in the way of ties.
pub(super) struct Obstacles<'a> {
    pub(super) nations: &'a [NationMark],
    /// The box of each nation's name.
    pub(super) names: &'a [Rect],
    pub(super) unit: f32,
}

impl Obstacles<'_> {
    /// What a way costs for the discs and names that it meets.
    pub(super) fn cost(&self, route: &Route, curve: &Curve, path: &Path) -> f32 {
        let mut cost = 0.0;
        for (index, nation) in self.nations.iter().enumerate() {
            let own = index == route.from_nation || Some(index) == route.to_nation;
            let reach = nation.radius + 12.0 * self.unit;
            if !own && path.bounds.expanded(reach).contains(nation.center) {
                let clear = path.distance_to(nation.center, reach) - nation.radius;
                if clear < 3.0 * self.unit {
                    cost += 160.0 + 4.0 * (nation.radius - clear).max(0.0);
                } else if clear < 12.0 * self.unit {
                    cost += 22.0 * (1.0 - clear / (12.0 * self.unit));
                }
            }
            if let Some(name) = self.names.get(index) {
                let length = path.within(name) / self.unit;
                if length > 0.0 {
                    let (once, each) = if own { (5.0, 0.25) } else { (24.0, 0.8) };
                    cost += once + each * length;
                }
            }
        }
        cost + overlong(curve)
    }
}

/// What it costs that a bent curve is longer than its chord.
fn overlong(curve: &Curve) -> f32 {
    let chord = curve.from.distance(curve.to);
    // The sides of a curve meet half as far again beyond its control points.
    let sides = curve.from.distance(curve.control_from) + curve.control_to.distance(curve.to);
    0.06 * (1.5 * sides - chord)
}

/// What it costs to arrive at a tie nearly along it.
pub(super) fn slant(arriving: Point, target: Point) -> f32 {
    let along = arriving.dot(target).abs();
    if along > 0.6 { 90.0 * (along - 0.6) } else { 0.0 }
}

/// Whether two straight pieces cross between their ends.
pub(super) fn cross(a: Point, b: Point, c: Point, d: Point) -> bool {
    let side = |from: Point, to: Point, point: Point| {
        let (along, away) = (to - from, point - from);
        along.x * away.y - along.y * away.x
    };
    side(a, b, c) * side(a, b, d) < 0.0 && side(c, d, a) * side(c, d, b) < 0.0
}

/// How much of a straight piece lies in a rectangle (Liang and Barsky 1984).
pub(in crate::scene) fn length_within(from: Point, to: Point, rect: &Rect) -> f32 {
    let way = to - from;
    let (mut enters, mut leaves) = (0.0f32, 1.0f32);
    let sides = [
        (-way.x, from.x - rect.min.x),
        (way.x, rect.max.x - from.x),
        (-way.y, from.y - rect.min.y),
        (way.y, rect.max.y - from.y),
    ];
    for (towards, room) in sides {
        if towards == 0.0 {
            if room < 0.0 {
                return 0.0;
            }
        } else if towards < 0.0 {
            enters = enters.max(room / towards);
        } else {
            leaves = leaves.min(room / towards);
        }
    }
    (leaves - enters).max(0.0) * way.length()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_length_within_a_rectangle_is_exact() {
        let rect = Rect::new(Point::new(0.0, 0.0), Point::new(10.0, 10.0));
        let length = |a: (f32, f32), b: (f32, f32)| {
            length_within(Point::new(a.0, a.1), Point::new(b.0, b.1), &rect)
        };
        assert_eq!(length((-5.0, 5.0), (15.0, 5.0)), 10.0);
        assert_eq!(length((5.0, 5.0), (5.0, 25.0)), 5.0);
        assert_eq!(length((-5.0, -1.0), (15.0, -1.0)), 0.0);
        assert_eq!(length((3.0, 3.0), (3.0, 3.0)), 0.0);
    }

    #[test]
    fn pieces_cross_between_their_ends_alone() {
        let cross = |a: (f32, f32), b: (f32, f32), c: (f32, f32), d: (f32, f32)| {
            let [a, b, c, d] = [a, b, c, d].map(|(x, y)| Point::new(x, y));
            super::cross(a, b, c, d)
        };
        assert!(cross((0.0, 0.0), (90.0, 90.0), (0.0, 83.0), (90.0, 1.0)));
        assert!(!cross((0.0, 0.0), (90.0, 90.0), (0.0, 0.0), (90.0, 1.0)));
    }
}
