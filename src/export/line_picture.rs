//! A line of text as a small picture, for the window: the same letters as in the exports.

use super::lettering::{Anchor, Lettering};
use super::raster::{Pixels, pixels};
use super::svg::N;
use crate::model::Color;
use crate::scene::text::{self, Han};
use crate::scene::{Label, Weight, font};

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
    let set = Lettering::new(text, size, look.weight, look.han, Anchor::Middle, width.ceil() / 2.0);
    let weight = if look.weight == Weight::SemiBold { " font-weight=\"600\"" } else { "" };
    let element = |paint: String| {
        let y = height.ceil() / 2.0 + size * Label::BASELINE;
        let (attributes, content) = (&set.attributes, &set.content);
        format!(
            r#"<text{attributes} y="{}" font-size="{}"{weight}{paint}>{content}</text>"#,
            N(y),
            N(size)
        )
    };
    let halo = look.halo.map_or_else(String::new, |halo| {
        let width = N(size * Label::HALO);
        element(format!(
            r#" fill="none" stroke="{halo}" stroke-width="{width}" stroke-linejoin="round""#
        ))
    });
    let letters = element(format!(r#" fill="{}""#, look.color));
    let svg = format!(
        r#"<svg xmlns="http://www.w3.org/2000/svg" width="{}" height="{}" font-family="{}, sans-serif">{halo}{letters}</svg>"#,
        N(width.ceil()),
        N(height.ceil()),
        font::FAMILY,
    );
    pixels(&svg, 1.0).ok()
}
