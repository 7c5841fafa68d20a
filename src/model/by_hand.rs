//! What a person has placed by hand: names, texts along ties, bends, the legend.
//!
//! Each place is relative to what it belongs to, so that it follows when that moves, and none when the map
//! is to find one by itself.

use serde::{Deserialize, Serialize};

use super::Point;

/// Where the text along a tie was put, relative to the tie.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct LabelPlace {
    /// The point of the line that it belongs to: 0 at the tie's first end, 1 at its second.
    pub along: f32,
    /// From there to the middle of the text, in world units: along the direction in which a text on the line
    /// is read, and across it, down from the text's point of view.
    pub offset: Point,
    /// Whether it stands upright, and isn't turned with the line.
    pub upright: bool,
}

impl LabelPlace {
    /// Whether it lies on the tie, and no farther off than a map allows.
    pub fn is_usable(&self) -> bool {
        (0.0..=1.0).contains(&self.along) && is_offset(self.offset)
    }
}

/// The farthest that a name or a text is put from what it belongs to, in world units each way.
pub const MAX_OFFSET: f32 = 10_000.0;

/// The largest bend that a tie is given, either way.
pub const MAX_BEND: f32 = 4.0;

/// Whether a name or a text may be put that far from what it belongs to.
pub fn is_offset(offset: Point) -> bool {
    offset.x.abs() <= MAX_OFFSET && offset.y.abs() <= MAX_OFFSET
}

/// Whether a tie may be bent like that.
pub fn is_bend(bend: f32) -> bool {
    bend.abs() <= MAX_BEND
}

/// Whether a point lies in the unit square, of which the legend's place is one.
pub fn is_fraction(place: Point) -> bool {
    [place.x, place.y].iter().all(|side| (0.0..=1.0).contains(side))
}
