//! One line of text as an SVG of its own.

use super::number_format::Number;
use super::text_element::{Anchor, TextSpan, write_text};
use super::writer::SvgWriter;
use crate::model::{Color, Point};
use crate::scene::text::Han;
use crate::scene::{Label, Weight, embedded_font};

/// How a single line of text is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct TextLineStyle {
    /// The weight of the type.
    pub weight: Weight,
    /// The forms of Han characters.
    pub han: Han,
    /// The colour of the letters.
    pub color: Color,
    /// The colour around the letters, if any.
    pub halo: Option<Color>,
}

/// Writes a line in type of `size`, centred on a transparent page of the given width and height. Its
/// halo, if it has one, comes first.
pub(in crate::export) fn text_line(
    text: &str,
    size: f32,
    page: Point,
    style: &TextLineStyle,
) -> String {
    let mut out = SvgWriter::new(style.han);
    out.write_line(format_args!(
        r#"<svg xmlns="http://www.w3.org/2000/svg" width="{}" height="{}" font-family="{}, sans-serif">"#,
        Number(page.x),
        Number(page.y),
        embedded_font::FAMILY,
    ));
    let at = Point::new(page.x / 2.0, page.y / 2.0 + size * Label::BASELINE);
    let spans = [TextSpan { text, at, weight: style.weight }];
    if let Some(halo) = style.halo {
        let width = Number(size * Label::HALO);
        let stroke = format_args!(
            r#" fill="none" stroke="{halo}" stroke-width="{width}" stroke-linejoin="round""#
        );
        write_text(&mut out, stroke, Anchor::Middle, size, &spans);
    }
    let fill = format_args!(r#" fill="{}""#, style.color);
    write_text(&mut out, fill, Anchor::Middle, size, &spans);
    out.finish()
}
