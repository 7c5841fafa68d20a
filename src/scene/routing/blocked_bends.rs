//! Which bends lead a tie through a disc or a box.
//!
//! Seen from the straight way between its ends, a tie of bend *b* lies 2*t*(1 − *t*)*b* of that way's length
//! to its right after *t* of it. Every point off the ends is thus on the curve of just one bend, and the bends
//! that lead through a disc or a box are an interval. So the best bend can be computed and needn't be
//! tried. The same holds for curves of one sway *s*, which lie 2*t*(1 − *t*)(1 − 2*t*)*s* farther to the right.

use crate::model::{Point, Rect};

/// Bends from the first to the second.
pub(super) type Bends = [f32; 2];

/// No bends at all.
const NONE: Bends = [f32::INFINITY, f32::NEG_INFINITY];

/// The places along a disc that are looked at to find the bends through it, from its middle, and how far across it
/// reaches there, both as fractions of its radius.
const PLACES: [(f32, f32); 7] = [
    (-1.0, 0.0),
    (-0.88, 0.475),
    (-0.5, 0.866),
    (0.0, 1.0),
    (0.5, 0.866),
    (0.88, 0.475),
    (1.0, 0.0),
];
/// The number of pieces in which a way is looked at as a whole; twice as many for curves that sway, which turn more.
const PIECES: u8 = 8;
/// How much wider a shape is taken, for what lies between these places.
const SLACK: f32 = 1.03;

/// The straight way between the ends of a tie, from which its curves are seen.
pub(super) struct StraightWay {
    from: Point,
    to: Point,
    /// The part of it that lies beyond the marks at its ends.
    open: [f32; 2],
    /// The sway of the curves.
    sway: f32,
}

impl StraightWay {
    /// The way between two points, of which the first and the last part lie within marks of these radii.
    /// `None` if nothing is left between them.
    pub(super) fn new(
        (from, from_radius): (Point, f32),
        (to, to_radius): (Point, f32),
    ) -> Option<Self> {
        /// Closer to its ends all curves are the same.
        const END: f32 = 1e-3;
        let length = from.distance(to);
        let open = [(from_radius / length).max(END), (1.0 - to_radius / length).min(1.0 - END)];
        (length > 0.0 && open[0] < open[1]).then_some(Self { from, to, open, sway: 0.0 })
    }

    /// The same way for curves of a sway.
    pub(super) const fn with_sway(&self, sway: f32) -> Self {
        Self { from: self.from, to: self.to, open: self.open, sway }
    }

    const fn pieces(&self) -> u8 {
        if self.sway == 0.0 { PIECES } else { 2 * PIECES }
    }

    /// By how much the sway changes the bend of a curve after a fraction of the way.
    fn swayed(&self, t: f32) -> f32 {
        self.sway * (1.0 - 2.0 * t)
    }

    /// Its length.
    pub(super) fn length(&self) -> f32 {
        self.from.distance(self.to)
    }

    /// Boxes that hold all curves with bends between two.
    pub(super) fn boxes_along(&self, [low, high]: Bends) -> impl Iterator<Item = Rect> {
        let side = (self.to - self.from).perpendicular();
        let corners = move |step: u8| {
            let t = f32::from(step) / f32::from(self.pieces());
            let middle = self.from.lerp(self.to, t);
            let bends = [low, high].map(|bend| bend + self.swayed(t));
            bends.map(|bend| middle + side * (offset_of_bend(t) * bend))
        };
        (0..self.pieces()).map(move |step| {
            let corners = corners(step).into_iter().chain(corners(step + 1));
            corners.fold(Rect::NOTHING, |rect, corner| rect.including(corner))
        })
    }

    /// The bends whose curves stay within an area in which both ends lie.
    pub(super) fn bends_within(&self, area: &Rect) -> Bends {
        let side = (self.to - self.from).perpendicular();
        let mut within = [f32::NEG_INFINITY, f32::INFINITY];
        // Curves are farthest out between two steps, and the less far beyond them the more there are.
        let pieces = 2 * self.pieces();
        for step in 1..pieces {
            let t = f32::from(step) / f32::from(pieces);
            let offset = side * offset_of_bend(t);
            let at = self.from.lerp(self.to, t) + offset * self.swayed(t);
            let sides = [
                (offset.x, area.min.x - at.x, area.max.x - at.x),
                (offset.y, area.min.y - at.y, area.max.y - at.y),
            ];
            for (offset, before, after) in sides.into_iter().filter(|(offset, ..)| *offset != 0.0) {
                let ends = [before / offset, after / offset];
                within[0] = within[0].max(ends[0].min(ends[1]));
                within[1] = within[1].min(ends[0].max(ends[1]));
            }
        }
        within
    }

    /// Whether a disc may lie on any curve with a bend between two. Quicker than to find which.
    pub(super) fn may_meet(&self, center: Point, radius: f32, [low, high]: Bends) -> bool {
        let (center, radius) = (self.seen(center), radius * SLACK / self.length());
        let (low, high) = (low - self.sway.abs(), high + self.sway.abs());
        // The curves are farthest from the way in its middle.
        let x = 0.5f32.clamp(center.x - radius, center.x + radius).clamp(0.0, 1.0);
        let farthest = offset_of_bend(x);
        center.x + radius > 0.0
            && center.x - radius < 1.0
            && center.y - radius <= farthest * high.max(0.0)
            && center.y + radius >= farthest * low.min(0.0)
    }

    /// The bends that lead through a disc.
    pub(super) fn bends_through_disc(&self, center: Point, radius: f32) -> Option<Bends> {
        let center = self.seen(center);
        let radius = radius * SLACK / self.length();
        let (start, end) = self.open_part(center.x - radius, center.x + radius)?;
        let mut bends = NONE;
        for (along, across) in PLACES {
            let x = center.x + along * radius;
            let (x, across) = if x >= start && x <= end {
                (x, across * radius)
            } else {
                let x = x.clamp(start, end);
                let beside = x - center.x;
                (x, (radius * radius - beside * beside).max(0.0).sqrt())
            };
            let per_bend = offset_of_bend(x);
            let swayed = self.swayed(x);
            bends = grown(bends, (center.y - across) / per_bend - swayed);
            bends = grown(bends, (center.y + across) / per_bend - swayed);
        }
        Some(bends)
    }

    /// The bends that lead through a box.
    pub(super) fn bends_through_box(&self, area: &Rect) -> Option<Bends> {
        let (min, max) = (area.min, area.max);
        let corners = [min, Point::new(max.x, min.y), max, Point::new(min.x, max.y)];
        let corners = corners.map(|corner| self.seen(corner));
        let (low, high) =
            corners.iter().fold((f32::INFINITY, f32::NEG_INFINITY), |range, corner| {
                (range.0.min(corner.x), range.1.max(corner.x))
            });
        let (start, end) = self.open_part(low, high)?;
        let mut bends = NONE;
        for (index, corner) in corners.iter().enumerate() {
            let next = corners[(index + 1) % corners.len()];
            let along = next.x - corner.x;
            let place = |x: f32| if along == 0.0 { 0.0 } else { (x - corner.x) / along };
            // The part of this side that lies beside the way; its middle may lie farthest out.
            let (first, last) = (corner.x.clamp(start, end), next.x.clamp(start, end));
            let is_beside = corner.x.max(next.x) >= start && corner.x.min(next.x) <= end;
            let places = [place(first), f32::midpoint(place(first), place(last)), place(last)];
            for t in places.into_iter().filter(|_| is_beside) {
                let at = corner.lerp(next, t);
                let x = at.x.clamp(start, end);
                bends = grown(bends, at.y / offset_of_bend(x) - self.swayed(x));
            }
        }
        Some(bends)
    }

    /// The part of a range along the way that lies beyond the marks at its ends; `None` if nothing does.
    fn open_part(&self, start: f32, end: f32) -> Option<(f32, f32)> {
        let (start, end) = (start.max(self.open[0]), end.min(self.open[1]));
        (start <= end).then_some((start, end))
    }

    /// A point as it is seen from the way: how far along it, and how far to its right, in its lengths.
    fn seen(&self, point: Point) -> Point {
        let (along, to_point) = (self.to - self.from, point - self.from);
        let square = along.dot(along);
        Point::new(to_point.dot(along) / square, to_point.dot(along.perpendicular()) / square)
    }
}

/// How far to the right of the way, in its lengths, a curve of bend 1 lies after a fraction of it.
fn offset_of_bend(t: f32) -> f32 {
    2.0 * t * (1.0 - t)
}

/// Bends from the lowest to the highest of some and another.
fn grown([low, high]: Bends, bend: f32) -> Bends {
    [low.min(bend), high.max(bend)]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scene::Curve;

    const FROM: Point = Point::new(10.0, 20.0);
    const TO: Point = Point::new(310.0, -80.0);

    fn way() -> StraightWay {
        StraightWay::new((FROM, 12.0), (TO, 12.0)).expect("long enough")
    }

    #[test]
    fn curves_beside_the_interval_pass_a_disc_by_and_those_in_it_do_not() {
        for center in [(150.0, -20.0), (60.0, 20.0), (200.0, -120.0), (290.0, -50.0)] {
            let center = Point::new(center.0, center.1);
            let [low, high] = way().bends_through_disc(center, 14.0).expect("beside the way");
            let distance = |bend: f32| Curve::bent(FROM, TO, bend).distance_to(center);
            assert!(distance(low - 1e-3) > 14.0 && distance(high + 1e-3) > 14.0, "{center:?}");
            let middle = f32::midpoint(low, high);
            assert!(distance(middle) < 6.0, "{center:?}: {}", distance(middle));
            let wide = (high - low) / 2.0;
            assert!(distance(low + 0.2 * wide) < 14.0 && distance(high - 0.2 * wide) < 14.0);
        }
    }

    #[test]
    fn curves_that_sway_pass_by_what_is_beside_their_interval() {
        for step in 0..60u16 {
            let at = |share: f32| Point::new(40.0 + share * 240.0, -10.0 - share * 80.0);
            let center = at(f32::from(step % 10) / 10.0) + Point::new(0.0, f32::from(step) - 30.0);
            for sway in [0.12, -0.4, 0.6] {
                let way = way().with_sway(sway);
                let [low, high] = way.bends_through_disc(center, 14.0).expect("beside the way");
                let curve = |bend: f32| Curve::swayed(FROM, TO, bend, sway);
                let (below, above) = (curve(low - 1e-3), curve(high + 1e-3));
                assert!(below.distance_to(center) > 13.5 && above.distance_to(center) > 13.5);
                let middle = curve(f32::midpoint(low, high));
                assert!(middle.distance_to(center) < 9.0, "{center:?} {sway}");
                assert!(way.may_meet(center, 14.0, [low, low]));
                let boxes: Vec<Rect> = way.boxes_along([low, high]).collect();
                for part in 0..=40u16 {
                    let point = middle.point(f32::from(part) / 40.0);
                    assert!(boxes.iter().any(|area| area.expanded(2.0).contains(point)));
                }
            }
        }
    }

    #[test]
    fn curves_beside_the_interval_pass_a_box_by() {
        let area = Rect::centered(Point::new(140.0, -40.0), 70.0, 16.0);
        let [low, high] = way().bends_through_box(&area).expect("on the way");
        let meets = |bend: f32| {
            let curve = Curve::bent(FROM, TO, bend);
            (0..=400u16).any(|i| area.contains(curve.point(f32::from(i) / 400.0)))
        };
        assert!(!meets(low - 0.02) && !meets(high + 0.02));
        assert!(meets(low + 0.05) && meets(high - 0.05));
    }

    #[test]
    fn curves_within_an_area_reach_its_edge_and_no_farther() {
        let area = Rect::new(Point::new(0.0, -130.0), Point::new(320.0, 40.0));
        let [low, high] = way().bends_within(&area);
        let farthest = |bend: f32| {
            let bounds = Curve::bent(FROM, TO, bend).bounds();
            area.expanded(1.0).holds(&bounds) && !area.expanded(-1.0).holds(&bounds)
        };
        assert!(low < 0.0 && high > 0.0 && farthest(low) && farthest(high), "{low} {high}");
        for sway in [0.1, -0.2, 0.35, -0.5] {
            let [low, high] = way().with_sway(sway).bends_within(&area);
            for bend in [low, high] {
                let bounds = Curve::swayed(FROM, TO, bend, sway).bounds();
                assert!(low > high || area.expanded(0.5).holds(&bounds), "{bend} {sway}");
            }
        }
    }

    #[test]
    fn what_may_not_meet_any_curve_meets_none() {
        for step in 0..200u16 {
            let center =
                Point::new(f32::from(step % 20) * 16.0, f32::from(step / 20) * 26.0 - 160.0);
            for range in [[0.0, 0.0], [-0.1, 0.2], [0.1, 0.5]] {
                let through = way().bends_through_disc(center, 14.0);
                let meets = through.is_some_and(|[low, high]| low <= range[1] && high >= range[0]);
                assert!(!meets || way().may_meet(center, 14.0, range), "{center:?} {range:?}");
            }
        }
    }

    #[test]
    fn what_lies_beyond_the_ends_is_on_no_curve() {
        let behind = FROM + (FROM - TO).normalized() * 40.0;
        assert_eq!(way().bends_through_disc(behind, 14.0), None);
        assert!(StraightWay::new((FROM, 200.0), (TO, 200.0)).is_none());
        assert!(StraightWay::new((FROM, 0.0), (FROM, 0.0)).is_none());
    }
}
