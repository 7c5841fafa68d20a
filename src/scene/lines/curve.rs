//! Cubic Bézier curves: points, lengths, trimming, distance.

use super::segment::segment_distance;
use crate::model::{Point, Rect};

/// A cubic Bézier curve. A straight line has its control points at its thirds.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Curve {
    /// Where it starts.
    pub from: Point,
    /// The first control point: the curve leaves `from` towards it.
    pub control_from: Point,
    /// The second control point: the curve reaches `to` from it.
    pub control_to: Point,
    /// Where it ends.
    pub to: Point,
}

impl Curve {
    /// The straight line between two points.
    pub fn line(from: Point, to: Point) -> Self {
        Self::bent(from, to, 0.0)
    }

    /// A parabola: its end tangents meet `bend` times the chord's length to the right of the chord's
    /// middle (seen from `from`, y pointing down), and its own middle is half as far away.
    pub fn bent(from: Point, to: Point, bend: f32) -> Self {
        let apex = from.lerp(to, 0.5) + (to - from).perpendicular() * bend;
        // A quadratic is the cubic whose control points lie two thirds of the way to its own.
        let towards = 2.0 / 3.0;
        Self {
            from,
            control_from: from.lerp(apex, towards),
            control_to: to.lerp(apex, towards),
            to,
        }
    }

    /// An S: as [`Curve::bent`], but before its middle farther to the right by `sway` and behind it farther to the left,
    /// each at its end as far as that bend would be. Its middle is that of the bend alone.
    pub fn swayed(from: Point, to: Point, bend: f32, sway: f32) -> Self {
        let side = (to - from).perpendicular();
        let control =
            |third: f32, bend: f32| from.lerp(to, third / 3.0) + side * (bend * 2.0 / 3.0);
        if sway == 0.0 {
            return Self::bent(from, to, bend);
        }
        Self {
            from,
            control_from: control(1.0, bend + sway),
            control_to: control(2.0, bend - sway),
            to,
        }
    }

    /// A curve that leaves straight, and arrives in a direction, given by a vector of length 1, into which it turns
    /// `turn` times the way before.
    pub fn arriving(from: Point, to: Point, along: Point, turn: f32) -> Self {
        Self {
            from,
            control_from: from.lerp(to, 1.0 / 3.0),
            control_to: to - along * (turn * from.distance(to)),
            to,
        }
    }

    /// A teardrop-shaped loop that leaves a point and returns to it. Its middle lies `reach` away in a
    /// direction (clockwise from the right), and its sides meet at an angle of `opening_radians`.
    pub fn teardrop(tip: Point, direction_radians: f32, opening_radians: f32, reach: f32) -> Self {
        let half = opening_radians / 2.0;
        // The middle of a cubic lies three quarters of the way to the middle of its control points.
        let arm = reach / (0.75 * half.cos());
        let control = |angle: f32| tip + Point::new(angle.cos(), angle.sin()) * arm;
        Self {
            from: tip,
            control_from: control(direction_radians - half),
            control_to: control(direction_radians + half),
            to: tip,
        }
    }

    /// The angle between the sides of a loop that has much space, in radians.
    pub const LOOP_OPENING: f32 = 1.3;

    /// The point at `t`, 0 to 1.
    pub fn point(&self, t: f32) -> Point {
        let middle = self.control_from.lerp(self.control_to, t);
        let first = self.from.lerp(self.control_from, t).lerp(middle, t);
        let second = middle.lerp(self.control_to.lerp(self.to, t), t);
        first.lerp(second, t)
    }

    /// The direction at `t`, of length 1; zero only if the whole curve is one point.
    pub fn tangent(&self, t: f32) -> Point {
        // If a control point lies on its end, the curve starts towards the next one.
        let candidates = [
            self.velocity(t),
            self.to - self.from,
            self.control_to - self.from,
            self.control_from - self.from,
        ];
        let directions = candidates.into_iter().map(Point::normalized);
        directions.into_iter().find(|d| *d != Point::default()).unwrap_or_default()
    }

    /// The derivative at `t`.
    fn velocity(&self, t: f32) -> Point {
        let middle = self.control_to - self.control_from;
        let first = (self.control_from - self.from).lerp(middle, t);
        first.lerp(middle.lerp(self.to - self.control_to, t), t) * 3.0
    }

    /// The part between two parameters.
    #[must_use]
    pub fn part(&self, start: f32, end: f32) -> Self {
        let (from, to) = (self.point(start), self.point(end));
        if self.is_straight() {
            return Self::line(from, to);
        }
        let third = (end - start) / 3.0;
        Self {
            from,
            control_from: from + self.velocity(start) * third,
            control_to: to - self.velocity(end) * third,
            to,
        }
    }

    /// Whether it is the straight line between its ends, at constant speed.
    pub fn is_straight(&self) -> bool {
        let chord = self.to - self.from;
        let off = (self.control_from - self.from) * 3.0 - chord;
        let off_too = (self.to - self.control_to) * 3.0 - chord;
        off.dot(off).max(off_too.dot(off_too)) <= 1e-8 * chord.dot(chord)
    }

    /// The part outside two circles around its ends; a single point if they leave nothing.
    #[must_use]
    pub fn trimmed(&self, from_radius: f32, to_radius: f32) -> Self {
        if self.is_straight() {
            let length = self.from.distance(self.to).max(f32::MIN_POSITIVE);
            let start = (from_radius / length).min(1.0);
            let end = 1.0 - (to_radius / length).min(1.0);
            let middle = f32::midpoint(start, end);
            let (start, end) = if start < end { (start, end) } else { (middle, middle) };
            return Self::line(self.from.lerp(self.to, start), self.from.lerp(self.to, end));
        }
        let start = self.exit_from_circle(from_radius);
        let end = 1.0 - self.reversed().exit_from_circle(to_radius);
        if start < end {
            self.part(start, end)
        } else {
            let middle = self.point((start + end) / 2.0);
            Self { from: middle, control_from: middle, control_to: middle, to: middle }
        }
    }

    /// The same curve in the opposite direction.
    #[must_use]
    pub const fn reversed(&self) -> Self {
        Self {
            from: self.to,
            control_from: self.control_to,
            control_to: self.control_from,
            to: self.from,
        }
    }

    /// The parameter at which it first is `radius` away from its start; 1 if it never is. There it is no nearer, and farther
    /// by a ten thousandth at most.
    ///
    /// By false position, halving the weight of an end that stays (Dowell, Jarratt 1971): near its start a curve goes away
    /// from it nearly evenly, so that two or three steps suffice.
    fn exit_from_circle(&self, radius: f32) -> f32 {
        const STEPS: u8 = 16;
        const CLOSE: f32 = 1e-4;
        const MOST: u8 = 24;
        let beyond = |t: f32| self.point(t).distance(self.from) - radius;
        let steps = (1..=STEPS).map(|step| f32::from(step) / f32::from(STEPS));
        let mut steps = steps.map(|t| (t, beyond(t)));
        let Some((mut high, mut excess)) = steps.find(|(_, beyond)| *beyond >= 0.0) else {
            return 1.0;
        };
        let mut low = high - 1.0 / f32::from(STEPS);
        let (mut below, mut above) = (beyond(low).min(0.0), excess);
        for _ in 0..MOST {
            if excess <= CLOSE * radius {
                break;
            }
            let middle = low + (high - low) * (below / (below - above));
            let at_middle = beyond(middle);
            if at_middle >= 0.0 {
                (high, above, excess) = (middle, at_middle, at_middle);
                below /= 2.0;
            } else {
                (low, below) = (middle, at_middle);
                above /= 2.0;
            }
        }
        high
    }

    /// Points along it, both ends included. No chord deviates from the curve by more than `tolerance` as
    /// long as 64 chords suffice, that is if `deviation` is at most 4096 times the tolerance. Between 2
    /// and 65 points.
    pub fn points(&self, tolerance: f32) -> impl Iterator<Item = Point> {
        let count = (self.deviation() / tolerance.max(1e-3)).sqrt().ceil().clamp(1.0, 64.0) as u16;
        (0..=count).map(move |i| self.point(f32::from(i) / f32::from(count)))
    }

    /// All of [`Self::points`].
    pub fn flatten(&self, tolerance: f32) -> Vec<Point> {
        self.points(tolerance).collect()
    }

    /// An upper bound of the curve's distance from its chord; n equal steps divide it by n².
    ///
    /// For degree d it is d(d − 1)/8 times the largest second difference of the control points (Wang
    /// 1984, “The subdivision method for finding the intersection between two Bézier curves or
    /// surfaces”). It is exact for the parabolas of [`Curve::bent`].
    fn deviation(&self) -> f32 {
        let first = self.from - self.control_from * 2.0 + self.control_to;
        let second = self.control_from - self.control_to * 2.0 + self.to;
        0.75 * first.length().max(second.length())
    }

    /// Its length, within about 1 %.
    pub fn length(&self) -> f32 {
        if self.is_straight() {
            return self.from.distance(self.to);
        }
        let mut steps = self.points(0.25);
        let Some(mut last) = steps.next() else { return 0.0 };
        steps.map(|step| step.distance(std::mem::replace(&mut last, step))).sum()
    }

    /// The distance from a point to it. Exact for straight lines; for others the nearest chord is found
    /// first and then the curve beside it, to a thousandth of that chord.
    pub fn distance_to(&self, point: Point) -> f32 {
        if self.is_straight() {
            return segment_distance(point, self.from, self.to);
        }
        self.point(self.nearest(point)).distance(point)
    }

    /// The parameter of the point of it that is nearest to another.
    pub fn nearest(&self, point: Point) -> f32 {
        if self.is_straight() {
            let along = self.to - self.from;
            let square = along.dot(along).max(f32::MIN_POSITIVE);
            return ((point - self.from).dot(along) / square).clamp(0.0, 1.0);
        }
        let points = self.flatten(0.25);
        let chords = points.windows(2).map(|pair| segment_distance(point, pair[0], pair[1]));
        let nearest = (0u16..).zip(chords).min_by(|a, b| a.1.total_cmp(&b.1));
        let (chord, count) = (nearest.map_or(0, |(chord, _)| chord), points.len() - 1);
        let t = |chord: u16| f32::from(chord) / count as f32;
        self.nearest_within(point, t(chord.saturating_sub(1)), t(chord + 2).min(1.0))
    }

    /// The nearest parameter between two, along which the distance first falls and then rises.
    fn nearest_within(&self, point: Point, mut low: f32, mut high: f32) -> f32 {
        const ROUNDS: u8 = 20;
        let away = |t: f32| self.point(t).distance(point);
        for _ in 0..ROUNDS {
            let third = (high - low) / 3.0;
            if away(low + third) < away(high - third) {
                high -= third;
            } else {
                low += third;
            }
        }
        f32::midpoint(low, high)
    }

    /// A rectangle that holds it, quick to compute: that of its control points.
    pub fn hull_bounds(&self) -> Rect {
        let Self { from, control_from, control_to, to } = *self;
        Rect::new(from, from).including(control_from).including(control_to).including(to)
    }

    /// The smallest upright rectangle that holds it.
    pub fn bounds(&self) -> Rect {
        let Self { from, control_from, control_to, to } = self;
        let across = extrema(from.x, control_from.x, control_to.x, to.x);
        let down = extrema(from.y, control_from.y, control_to.y, to.y);
        let ends = Rect::NOTHING.including(*from).including(*to);
        let points = across.into_iter().chain(down).flatten().map(|t| self.point(t));
        points.fold(ends, |rect, point| rect.including(point))
    }
}

/// The parameters between 0 and 1 at which one coordinate of a cubic has an extremum: the roots of its
/// derivative, in the form that loses no digits when one of them is far away (Press et al. 2007,
/// “Numerical Recipes”, 5.6).
fn extrema(from: f32, control_from: f32, control_to: f32, to: f32) -> [Option<f32>; 2] {
    let square = to - from + 3.0 * (control_from - control_to);
    let half = from - 2.0 * control_from + control_to;
    let whole = control_from - from;
    let root = half * half - square * whole;
    if root < 0.0 {
        return [None, None];
    }
    let sum = -(half + root.sqrt().copysign(half));
    let within = |t: f32| (t > 0.0 && t < 1.0).then_some(t);
    [within(sum / square), within(whole / sum)]
}

#[cfg(test)]
mod tests {
    use super::*;

    fn arc() -> Curve {
        Curve::bent(Point::new(0.0, 0.0), Point::new(200.0, 0.0), 0.4)
    }

    /// A curve that turns twice.
    fn snake() -> Curve {
        let point = Point::new;
        Curve {
            from: point(0.0, 0.0),
            control_from: point(180.0, 160.0),
            control_to: point(-120.0, 90.0),
            to: point(90.0, -40.0),
        }
    }

    #[test]
    fn a_bent_curve_is_a_parabola() {
        for i in 0..=10u8 {
            let t = f32::from(i) / 10.0;
            let expected = Point::new(200.0 * t, 2.0 * t * (1.0 - t) * 80.0);
            assert!(arc().point(t).distance(expected) < 1e-3);
        }
    }

    #[test]
    fn a_drop_returns_to_its_tip_and_reaches_as_far_as_asked() {
        let tip = Point::new(10.0, 20.0);
        let drop = Curve::teardrop(tip, 0.0, Curve::LOOP_OPENING, 50.0);
        assert_eq!((drop.from, drop.to), (tip, tip));
        assert!(drop.point(0.5).distance(Point::new(60.0, 20.0)) < 1e-3);
        let bounds = drop.bounds();
        assert!((bounds.max.x - 60.0).abs() < 1e-3 && bounds.min.x >= 10.0 - 1e-3);
        let trimmed = drop.trimmed(18.0, 18.0);
        assert!((trimmed.from.distance(tip) - 18.0).abs() < 0.05);
        assert!(trimmed.length() > 60.0);
    }

    #[test]
    fn a_part_lies_on_the_whole() {
        for whole in [arc(), snake()] {
            let part = whole.part(0.2, 0.7);
            for i in 0..=10u8 {
                let t = f32::from(i) / 10.0;
                assert!(part.point(t).distance(whole.point(0.2 + 0.5 * t)) < 1e-3);
            }
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
        assert!(bounds.min.y.abs() < 1e-3 && (bounds.max.y - 40.0).abs() < 1e-3);
        for curve in [
            arc(),
            snake(),
            snake().reversed(),
            Curve::teardrop(Point::default(), 1.0, Curve::LOOP_OPENING, 50.0),
        ] {
            let exact = curve.bounds();
            let near = (0..=2000u16).map(|i| curve.point(f32::from(i) / 2000.0));
            let found = near.fold(Rect::NOTHING, |rect, point| rect.including(point));
            assert!(exact.expanded(1e-3).contains(found.min));
            assert!(exact.expanded(1e-3).contains(found.max));
            assert!(exact.min.distance(found.min) < 0.01 && exact.max.distance(found.max) < 0.01);
        }
    }

    #[test]
    fn flattening_keeps_the_tolerance() {
        for curve in
            [arc(), snake(), Curve::teardrop(Point::default(), 1.0, Curve::LOOP_OPENING, 50.0)]
        {
            let points = curve.flatten(0.5);
            for i in 0..=100u8 {
                let p = curve.point(f32::from(i) / 100.0);
                let nearest = points
                    .windows(2)
                    .map(|w| segment_distance(p, w[0], w[1]))
                    .fold(f32::INFINITY, f32::min);
                assert!(nearest <= 0.5);
            }
        }
    }

    #[test]
    fn distance_is_measured_to_the_nearest_point() {
        assert!((arc().distance_to(Point::new(100.0, 60.0)) - 20.0).abs() < 1e-2);
        for curve in
            [arc(), snake(), Curve::teardrop(Point::default(), 1.0, Curve::LOOP_OPENING, 50.0)]
        {
            for point in [Point::new(30.0, 40.0), Point::new(90.0, -20.0), Point::new(-9.0, 3.0)] {
                let near = (0..=8000u16).map(|i| curve.point(f32::from(i) / 8000.0));
                let exact = near.map(|p| p.distance(point)).fold(f32::INFINITY, f32::min);
                assert!((curve.distance_to(point) - exact).abs() < 0.02, "{curve:?} {point:?}");
            }
        }
    }

    #[test]
    fn a_straight_line_is_known_as_one_and_trimmed_like_any_curve() {
        let line = Curve::line(Point::new(3.0, 4.0), Point::new(-50.0, 900.0));
        assert!(line.is_straight() && !arc().is_straight());
        let trimmed = line.trimmed(18.0, 22.0);
        assert!(trimmed.is_straight());
        assert!((trimmed.from.distance(line.from) - 18.0).abs() < 1e-2);
        assert!((trimmed.to.distance(line.to) - 22.0).abs() < 1e-2);
    }
}
