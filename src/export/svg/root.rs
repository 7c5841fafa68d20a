//! The root element of a page's SVG.

use super::number_format::Number;
use super::writer::SvgWriter;
use crate::scene::embedded_font;
use crate::scene::figure::Figure;
use crate::scene::text::Han;

/// A writer in which the page's root element is open.
///
/// The element's role lets screen readers reach the nations and ties in it; the role of an image would
/// hide them.
pub(super) fn open_page(figure: &Figure) -> SvgWriter {
    let (w, h) = (Number(figure.width), Number(figure.height));
    let mut out = SvgWriter::new(Han::of(figure.all_texts()));
    out.write_line(format_args!(
        r#"<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:inkscape="http://www.inkscape.org/namespaces/inkscape" width="{w}" height="{h}" viewBox="0 0 {w} {h}" role="graphics-document document" lang="en" xml:lang="en" font-family="{}, sans-serif">"#,
        embedded_font::FAMILY
    ));
    out
}
