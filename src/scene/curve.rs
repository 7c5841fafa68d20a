//! Quadratic Bézier curves: points, lengths, trimming, distance.

use crate::model::{Point, Rect};

/// A quadratic Bézier curve. A straight line has its control point in the middle.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Curve {
    /// Where it starts.
    pub from: Point,
    /// The control point: the curve leaves `from` towards it and reaches `to` from it.
    pub control: Point,
    /// Where it ends.
    pub to: Point,
}

impl Curve {
    /// The straight line between two points.
    pub fn line(from: Point, to: Point) -> Self {
        Self::bent(from, to, 0.0)
    }

    /// A curve whose control point is `bend` times the chord's length to the right of the chord's
    /// middle (as seen on the way, y pointing down); its own middle is half as far away.
    pub fn bent(from: Point, to: Point, bend: f32) -> Self {
        Self { from, control: from.lerp(to, 0.5) + (to - from).perpendicular() * bend, to }
    }

    /// The point at `t`, 0 to 1.
    pub fn point(&self, t: f32) -> Point {
        self.from.lerp(self.control, t).lerp(self.control.lerp(self.to, t), t)
    }

    /// The direction at `t`, of length 1; zero only where the whole curve is one point.
    pub fn tangent(&self, t: f32) -> Point {
        let velocity = (self.control - self.from).lerp(self.to - self.control, t);
        let direction = velocity.normalized();
        if direction == Point::default() { (self.to - self.from).normalized() } else { direction }
    }

    /// The part between two parameters.
    #[must_use]
    pub fn part(&self, start: f32, end: f32) -> Self {
        let velocity = (self.control - self.from).lerp(self.to - self.control, start) * 2.0;
        let from = self.point(start);
        Self { from, control: from + velocity * ((end - start) / 2.0), to: self.point(end) }
    }

    /// The part outside two circles around its ends; a single point where they leave nothing.
    #[must_use]
    pub fn trimmed(&self, from_radius: f32, to_radius: f32) -> Self {
        let start = self.leaves(from_radius);
        let end = 1.0 - self.reversed().leaves(to_radius);
        if start < end {
            self.part(start, end)
        } else {
            let middle = self.point((start + end) / 2.0);
            Self { from: middle, control: middle, to: middle }
        }
    }

    /// The same curve from its end to its start.
    #[must_use]
    pub const fn reversed(&self) -> Self {
        Self { from: self.to, control: self.control, to: self.from }
    }

    /// The parameter at which it first is `radius` away from its start; 1 when it never is.
    fn leaves(&self, radius: f32) -> f32 {
        const STEPS: u8 = 16;
        let outside = |t: f32| self.point(t).distance(self.from) >= radius;
        let steps = (1..=STEPS).map(|step| f32::from(step) / f32::from(STEPS));
        let Some(mut high) = steps.into_iter().find(|t| outside(*t)) else { return 1.0 };
        let mut low = high - 1.0 / f32::from(STEPS);
        for _ in 0..16 {
            let middle = f32::midpoint(low, high);
            if outside(middle) { high = middle } else { low = middle }
        }
        high
    }

    /// Points along it, both ends included, such that no chord leaves the curve by more than
    /// `tolerance`. At least 2 and at most 65 points.
    pub fn flatten(&self, tolerance: f32) -> Vec<Point> {
        // A quadratic leaves its chord by a quarter of its second difference, and n equal steps
        // divide that by n².
        let deviation = (self.from - self.control * 2.0 + self.to).length() / 4.0;
        let count = (deviation / tolerance.max(1e-3)).sqrt().ceil().clamp(1.0, 64.0) as u16;
        (0..=count).map(|i| self.point(f32::from(i) / f32::from(count))).collect()
    }

    /// Its length, within about 1 %.
    pub fn length(&self) -> f32 {
        self.flatten(0.25).windows(2).map(|pair| pair[0].distance(pair[1])).sum()
    }

    /// How far a point is from it, within a quarter of a unit.
    pub fn distance_to(&self, point: Point) -> f32 {
        let points = self.flatten(0.25);
        points
            .windows(2)
            .map(|pair| segment_distance(point, pair[0], pair[1]))
            .fold(f32::INFINITY, f32::min)
    }

    /// The smallest upright rectangle that holds it.
    pub fn bounds(&self) -> Rect {
        let mut rect = Rect::NOTHING.including(self.from).including(self.to);
        let turn = |a: f32, c: f32, b: f32| {
            let bottom = a - 2.0 * c + b;
            let t = (a - c) / bottom;
            (t > 0.0 && t < 1.0).then_some(t)
        };
        let turns = [
            turn(self.from.x, self.control.x, self.to.x),
            turn(self.from.y, self.control.y, self.to.y),
        ];
        for t in turns.into_iter().flatten() {
            rect = rect.including(self.point(t));
        }
        rect
    }
}

/// How far a point is from a straight line between two others.
pub(super) fn segment_distance(point: Point, from: Point, to: Point) -> f32 {
    let along = to - from;
    let square = along.dot(along);
    let t = if square > 0.0 { ((point - from).dot(along) / square).clamp(0.0, 1.0) } else { 0.0 };
    point.distance(from.lerp(to, t))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn arc() -> Curve {
        Curve::bent(Point::new(0.0, 0.0), Point::new(200.0, 0.0), 0.4)
    }

    #[test]
    fn a_part_lies_on_the_whole() {
        let part = arc().part(0.2, 0.7);
        for i in 0..=10u8 {
            let t = f32::from(i) / 10.0;
            assert!(part.point(t).distance(arc().point(0.2 + 0.5 * t)) < 1e-3);
        }
    }

    #[test]
    fn trimming_stops_at_the_rims() {
        let trimmed = arc().trimmed(20.0, 30.0);
        assert!((trimmed.from.distance(arc().from) - 20.0).abs() < 0.05);
        assert!((trimmed.to.distance(arc().to) - 30.0).abs() < 0.05);
    }

    #[test]
    fn nothing_between_the_rims_is_one_point_and_no_nan() {
        let curve = Curve::line(Point::default(), Point::new(10.0, 0.0)).trimmed(20.0, 20.0);
        assert_eq!(curve.length(), 0.0);
        let nowhere = Curve::line(Point::default(), Point::default()).trimmed(20.0, 20.0);
        assert_eq!(nowhere.tangent(0.5), Point::default());
    }

    #[test]
    fn bounds_hold_the_curve_closely() {
        let bounds = arc().bounds();
        assert_eq!((bounds.min.y, bounds.max.y), (0.0, 40.0));
        assert!(arc().flatten(0.1).into_iter().all(|p| bounds.expanded(1e-3).contains(p)));
    }

    #[test]
    fn flattening_keeps_the_tolerance() {
        let points = arc().flatten(0.5);
        for i in 0..=100u8 {
            let p = arc().point(f32::from(i) / 100.0);
            let nearest = points
                .windows(2)
                .map(|w| segment_distance(p, w[0], w[1]))
                .fold(f32::INFINITY, f32::min);
            assert!(nearest <= 0.5);
        }
    }

    #[test]
    fn distance_is_measured_to_the_nearest_point() {
        assert!((arc().distance_to(Point::new(100.0, 60.0)) - 20.0).abs() < 0.3);
    }
}
