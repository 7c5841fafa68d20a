//! Where a person has put a text, at the sizes of a scene.

use crate::model::{LabelPlace, Point};
use crate::scene::Options;

/// How far a text was put from what it belongs to.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct TextOffset {
    /// The distance at which it was put, in the scene's units.
    offset: Point,
    /// How much larger text is than usual beside marks: names keep their size where a map is drawn small.
    growth: f32,
}

/// Where the text along a tie was put.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct TextPlace {
    /// The parameter of the tie's line to which it belongs, 0 to 1.
    pub along: f32,
    /// From there to the middle of the text: along the line as a text on it is read, and down from it.
    pub offset: TextOffset,
    /// Whether it stands upright.
    pub upright: bool,
}

impl TextOffset {
    /// An offset of a map at the sizes of marks and text in a scene.
    pub(in crate::scene) fn of(offset: Point, unit: f32, text_unit: f32) -> Self {
        let growth = text_unit / unit.max(f32::MIN_POSITIVE);
        Self { offset: offset * unit, growth: growth.max(1.0) }
    }

    /// From the middle of a mark to that of the text, given half the extent of the mark and the extent of
    /// the text. A text that was put beside the mark is put farther away, in the same direction, where it
    /// is now so large that it would cover the mark.
    pub(in crate::scene) fn beside_mark(self, half_mark: Point, extent: Point) -> Point {
        let reach = |text: Point| half_mark + text * 0.5;
        let usual = reach(extent * self.growth.recip());
        let was_over = self.offset.x.abs() < usual.x && self.offset.y.abs() < usual.y;
        if was_over || self.offset == Point::default() {
            return self.offset;
        }
        let clear = reach(extent);
        let across = clear.x / self.offset.x.abs();
        let down = clear.y / self.offset.y.abs();
        self.offset * across.min(down).max(1.0)
    }
}

impl TextPlace {
    /// A place of a map at the sizes of a scene.
    pub(in crate::scene) fn of(place: &LabelPlace, options: &Options) -> Self {
        let offset = TextOffset::of(place.offset, options.unit, options.text_unit);
        Self { along: place.along, offset, upright: place.upright }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const HALF: Point = Point { x: 18.0, y: 18.0 };
    const EXTENT: Point = Point { x: 60.0, y: 16.0 };

    fn offset(x: f32, y: f32, text_unit: f32) -> Point {
        let extent = EXTENT * text_unit;
        TextOffset::of(Point::new(x, y), 1.0, text_unit).beside_mark(HALF, extent)
    }

    #[test]
    fn a_text_stands_where_it_was_put() {
        assert_eq!(offset(50.0, -40.0, 1.0), Point::new(50.0, -40.0));
        assert_eq!(offset(0.0, 0.0, 3.0), Point::default());
        // It was put over the mark.
        assert_eq!(offset(4.0, 3.0, 3.0), Point::new(4.0, 3.0));
    }

    #[test]
    fn a_text_that_is_larger_than_usual_keeps_off_its_mark() {
        let below = offset(0.0, 27.0, 2.0);
        assert!((below.y - (18.0 + 16.0)).abs() < 1e-3 && below.x.abs() < 1e-3);
        let far = offset(-200.0, 10.0, 2.0);
        assert_eq!(far, Point::new(-200.0, 10.0));
    }
}
