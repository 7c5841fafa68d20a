//! A line of text as a small image, for the window: the same letters as in the exports.

use super::raster::{Pixels, pixels};
use super::svg::{TextLineStyle, text_line};
use crate::model::Point;
use crate::scene::text;

/// The largest type that is drawn, in pixels.
pub const MAX_TEXT_IMAGE_SIZE: f32 = 256.0;
/// The widest line that is drawn, in pixels.
const MAX_WIDTH: f32 = 8192.0;

/// Draws a line of text in type of `size` pixels, centred on a transparent ground. `None` if the type is
/// too small or too large, or the line too long.
pub fn text_image(text: &str, size: f32, style: &TextLineStyle) -> Option<Pixels> {
    let line = text::line(text, style.weight, style.han);
    // Includes room for the halo, and for letters that reach beyond their advance or their line.
    let width = (line.width + 1.0) * size;
    let height = 2.4 * size;
    if !(1.0..=MAX_TEXT_IMAGE_SIZE).contains(&size) || width > MAX_WIDTH {
        return None;
    }
    let page = Point::new(width.ceil(), height.ceil());
    pixels(&text_line(text, size, page, style), 1.0).ok()
}
