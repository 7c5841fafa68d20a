//! A line of text as a small picture, for the window: the same letters as in the exports.

use super::raster::{Pixels, pixels};
use super::svg;
use crate::model::{Color, Point};
use crate::scene::Weight;
use crate::scene::text::{self, Han};

/// What a line is drawn like.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct LineLook {
    /// The weight of the type.
    pub weight: Weight,
    /// The forms of Han letters.
    pub han: Han,
    /// The colour of the letters.
    pub color: Color,
    /// The colour around the letters, if any.
    pub halo: Option<Color>,
}

/// The largest type that is drawn, in pixels.
pub const LARGEST_LINE: f32 = 256.0;
/// The widest line that is drawn, in pixels.
const WIDEST: f32 = 8192.0;

/// Draws a line of text in type of `size` pixels on nothing, the middle of its letters in the middle of
/// the picture; `None` for type that is too small or too large, and for lines that are too long.
pub fn line_picture(text: &str, size: f32, look: &LineLook) -> Option<Pixels> {
    let line = text::line(text, look.weight, look.han);
    // Room for the halo, and for letters that reach beyond their advance or their line.
    let width = (line.width + 1.0) * size;
    let height = 2.4 * size;
    if !(1.0..=LARGEST_LINE).contains(&size) || width > WIDEST {
        return None;
    }
    let page = Point::new(width.ceil(), height.ceil());
    pixels(&svg::line(text, size, page, look), 1.0).ok()
}
