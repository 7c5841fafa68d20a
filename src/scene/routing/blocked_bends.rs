//! Which bends lead a tie through a disc or a box.
//!
//! Seen from the straight way between its ends, a tie of bend *b* lies 2*t*(1 − *t*)*b* of that way's length
//! to its right after *t* of it. Every point off the ends is thus on the curve of just one bend, and the bends
//! that lead through a disc or a box are an interval. So the best bend can be computed and needn't be
//! tried.

use crate::model::{Point, Rect};

/// Bends from the first to the second.
pub(super) type Bends = [f32; 2];

/// How many places along a shape are looked at to find the bends through it.
const PLACES: u8 = 8;
/// How much wider a shape is taken, for what lies between these places.
const SLACK: f32 = 1.03;

/// The straight way between the ends of a tie, from which its curves are seen.
pub(super) struct StraightWay {
    from: Point,
    to: Point,
    /// The part of it that lies beyond the marks at its ends.
    open: [f32; 2],
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
        (length > 0.0 && open[0] < open[1]).then_some(Self { from, to, open })
    }

    /// Its length.
    pub(super) fn length(&self) -> f32 {
        self.from.distance(self.to)
    }

    /// Boxes that hold all curves with bends between two.
    pub(super) fn boxes_along(&self, [low, high]: Bends) -> impl Iterator<Item = Rect> {
        /// The number of boxes.
        const PIECES: u8 = 8;
        let side = (self.to - self.from).perpendicular();
        let corners = move |step: u8| {
            let t = f32::from(step) / f32::from(PIECES);
            let middle = self.from.lerp(self.to, t);
            [low, high].map(|bend| middle + side * (2.0 * t * (1.0 - t) * bend))
        };
        (0..PIECES).map(move |step| {
            let corners = corners(step).into_iter().chain(corners(step + 1));
            corners.fold(Rect::NOTHING, |rect, corner| rect.including(corner))
        })
    }

    /// The bends that lead through a disc.
    pub(super) fn bends_through_disc(&self, center: Point, radius: f32) -> Option<Bends> {
        let center = self.seen(center);
        let radius = radius * SLACK / self.length();
        let across = |x: f32| {
            let half = (radius * radius - (x - center.x).powi(2)).max(0.0).sqrt();
            Some([center.y - half, center.y + half])
        };
        self.bends_through([center.x - radius, center.x + radius], across)
    }

    /// The bends that lead through a box.
    pub(super) fn bends_through_box(&self, area: &Rect) -> Option<Bends> {
        let (min, max) = (area.min, area.max);
        let corners = [min, Point::new(max.x, min.y), max, Point::new(min.x, max.y)];
        let corners = corners.map(|corner| self.seen(corner));
        let along = corners.iter().map(|corner| corner.x);
        let sides: [[Point; 2]; 4] = std::array::from_fn(|i| [corners[i], corners[(i + 1) % 4]]);
        let across = |x: f32| {
            let meets = |[a, b]: &&[Point; 2]| x >= a.x.min(b.x) && x <= a.x.max(b.x);
            let ends = sides.iter().filter(meets).flat_map(|[a, b]| {
                let t = if a.x == b.x { None } else { Some((x - a.x) / (b.x - a.x)) };
                t.map_or([a.y, b.y], |t| [a.lerp(*b, t).y; 2])
            });
            ends.fold(None, grown)
        };
        let [low, high] = along.fold(None, grown)?;
        self.bends_through([low, high], across)
    }

    /// The bends through a shape, from its extent along the way and that across it in each place.
    fn bends_through(
        &self,
        [start, end]: [f32; 2],
        across: impl Fn(f32) -> Option<[f32; 2]>,
    ) -> Option<Bends> {
        let (start, end) = (start.max(self.open[0]), end.min(self.open[1]));
        if start > end {
            return None;
        }
        let bends = (0..=PLACES).flat_map(|place| {
            // Places are denser towards both ends, where a disc is steep.
            let turn = f32::from(place) / f32::from(PLACES) * std::f32::consts::PI;
            let x = start + (end - start) * (1.0 - turn.cos()) / 2.0;
            let bend = move |y: f32| y / (2.0 * x * (1.0 - x));
            across(x.clamp(start, end)).into_iter().flatten().map(bend)
        });
        bends.fold(None, grown)
    }

    /// A point as it is seen from the way: how far along it, and how far to its right, in its lengths.
    fn seen(&self, point: Point) -> Point {
        let (along, to_point) = (self.to - self.from, point - self.from);
        let square = along.dot(along);
        Point::new(to_point.dot(along) / square, to_point.dot(along.perpendicular()) / square)
    }
}

/// A range grown by a value.
fn grown(range: Option<[f32; 2]>, value: f32) -> Option<[f32; 2]> {
    Some(range.map_or([value; 2], |[low, high]| [low.min(value), high.max(value)]))
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
    fn what_lies_beyond_the_ends_is_on_no_curve() {
        let behind = FROM + (FROM - TO).normalized() * 40.0;
        assert_eq!(way().bends_through_disc(behind, 14.0), None);
        assert!(StraightWay::new((FROM, 200.0), (TO, 200.0)).is_none());
        assert!(StraightWay::new((FROM, 0.0), (FROM, 0.0)).is_none());
    }
}
