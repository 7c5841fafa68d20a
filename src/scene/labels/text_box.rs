//! The box of a text: a rectangle, turned about its centre.

use crate::model::{Point, Rect};
use crate::scene::Label;
use crate::scene::lines::segment::length_in_rect;

/// A rectangle, turned about its centre.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(in crate::scene) struct TextBox {
    pub(super) center: Point,
    /// Half the width and half the height before rotation.
    pub(super) half: Point,
    /// Its clockwise rotation.
    pub(super) angle_radians: f32,
    /// The reading direction.
    along: Point,
    /// How far it reaches above and below the letters.
    leading: f32,
}

impl TextBox {
    pub(super) fn new(center: Point, extent: Point, angle_radians: f32) -> Self {
        let (sin, cos) = angle_radians.sin_cos();
        Self {
            center,
            half: extent * 0.5,
            angle_radians,
            along: Point::new(cos, sin),
            leading: 0.0,
        }
    }

    pub(in crate::scene) fn of(label: &Label) -> Self {
        Self::new(label.center, label.extent, label.angle_radians)
    }

    /// The same box around letters of some size, in lines of the usual height.
    pub(super) fn around_letters(self, size: f32) -> Self {
        Self { leading: (Label::LINE_BOX / 2.0 - Label::BASELINE) * size, ..self }
    }

    /// The box of the letters alone, which is what an eye measures from.
    pub(super) fn letters(&self) -> Self {
        let half = Point::new(self.half.x, (self.half.y - self.leading).max(0.0));
        Self { half, leading: 0.0, ..*self }
    }

    /// The same box, longer by a margin at both ends.
    pub(super) fn lengthened(&self, margin: f32) -> Self {
        Self { half: self.half + Point::new(margin, 0.0), ..*self }
    }

    /// A point in its own coordinates: relative to its centre, along its sides.
    fn local(&self, point: Point) -> Point {
        let away = point - self.center;
        Point::new(away.dot(self.along), away.dot(self.along.perpendicular()))
    }

    /// The upright rectangle around it.
    pub(super) fn bounds(&self) -> Rect {
        let (x, y) = (self.along.x.abs(), self.along.y.abs());
        let width = 2.0 * (self.half.x * x + self.half.y * y);
        let height = 2.0 * (self.half.x * y + self.half.y * x);
        Rect::centered(self.center, width, height)
    }

    /// Whether it overlaps another (separating axis theorem).
    pub(super) fn overlaps(&self, other: &Self) -> bool {
        self.bounds().intersects(&other.bounds())
            && self.overlaps_along_axes(other)
            && other.overlaps_along_axes(self)
    }

    /// Whether it overlaps an upright rectangle.
    pub(super) fn overlaps_rect(&self, rect: &Rect) -> bool {
        let extent = Point::new(rect.width(), rect.height());
        self.overlaps(&Self::new(rect.center(), extent, 0.0))
    }

    /// Whether neither of its own axes separates it from another.
    fn overlaps_along_axes(&self, other: &Self) -> bool {
        let center = self.local(other.center);
        let cos = self.along.dot(other.along).abs();
        let sin = self.along.perpendicular().dot(other.along).abs();
        center.x.abs() < self.half.x + other.half.x * cos + other.half.y * sin
            && center.y.abs() < self.half.y + other.half.x * sin + other.half.y * cos
    }

    /// The distance from a point to it; 0 inside.
    pub(super) fn distance_to(&self, point: Point) -> f32 {
        let local = self.local(point);
        let beyond = Point::new(
            (local.x.abs() - self.half.x).max(0.0),
            (local.y.abs() - self.half.y).max(0.0),
        );
        beyond.length()
    }

    /// The length of the part of a polyline that lies in it, expanded by `margin`.
    pub(super) fn length_within(&self, points: &[Point], margin: f32) -> f32 {
        let rect = Rect::new(self.half * -1.0, self.half).expanded(margin);
        let segments = points.windows(2);
        segments.map(|p| length_in_rect(self.local(p[0]), self.local(p[1]), &rect)).sum()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_eye_measures_from_the_letters_of_a_text_not_from_its_box() {
        let text_box = TextBox::new(Point::default(), Point::new(40.0, 14.3), 0.0);
        let letters = text_box.around_letters(10.0).letters();
        let [above, beside] = [Point::new(0.0, -20.0), Point::new(30.0, 0.0)];
        assert_eq!(letters.distance_to(beside), text_box.distance_to(beside));
        let more = letters.distance_to(above) - text_box.distance_to(above);
        assert!((more - 3.58).abs() < 1e-3, "{more}");
        assert_eq!(text_box.letters(), text_box, "of a box whose letters aren't known");
    }

    #[test]
    fn turned_blocks_overlap_only_where_they_do() {
        let flat = TextBox::new(Point::default(), Point::new(40.0, 10.0), 0.0);
        let turned = |x, y| TextBox::new(Point::new(x, y), Point::new(40.0, 10.0), 0.8);
        assert!(flat.overlaps(&turned(10.0, 5.0)));
        // Their bounds overlap, but they don't.
        let apart = turned(24.0, -14.0);
        assert!(flat.bounds().intersects(&apart.bounds()) && !flat.overlaps(&apart));
    }

    #[test]
    fn lines_and_points_are_measured_in_the_turned_frame() {
        let upright =
            TextBox::new(Point::default(), Point::new(40.0, 10.0), std::f32::consts::FRAC_PI_2);
        let line = [Point::new(0.0, -50.0), Point::new(0.0, 50.0)];
        assert!((upright.length_within(&line, 0.0) - 40.0).abs() < 1e-3);
        assert!((upright.distance_to(Point::new(15.0, 0.0)) - 10.0).abs() < 1e-3);
    }
}
