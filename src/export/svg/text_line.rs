//! One line of text as an SVG of its own.

use super::text::{Anchor, Piece, text};
use super::{Halos, N, Writer};
use crate::export::LineLook;
use crate::model::Point;
use crate::scene::{Label, embedded_font};

/// Writes a line in type of `size`, the middle of its letters in the middle of a page of that size, on
/// nothing; first its halo, if it has one.
pub(in crate::export) fn line(words: &str, size: f32, page: Point, look: &LineLook) -> String {
    let mut out = Writer::new(Halos::None, look.han);
    out.line(format_args!(
        r#"<svg xmlns="http://www.w3.org/2000/svg" width="{}" height="{}" font-family="{}, sans-serif">"#,
        N(page.x),
        N(page.y),
        embedded_font::FAMILY,
    ));
    let at = Point::new(page.x / 2.0, page.y / 2.0 + size * Label::BASELINE);
    let pieces = [Piece { text: words, at, weight: look.weight }];
    if let Some(halo) = look.halo {
        let width = N(size * Label::HALO);
        let look = format_args!(
            r#" fill="none" stroke="{halo}" stroke-width="{width}" stroke-linejoin="round""#
        );
        text(&mut out, look, Anchor::Middle, size, &pieces);
    }
    text(&mut out, format_args!(r#" fill="{}""#, look.color), Anchor::Middle, size, &pieces);
    out.close()
}
