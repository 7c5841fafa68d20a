//! The marks of nations in SVG.

use super::dimming;
use super::flags::write_flag;
use super::shapes::{write_band_and_rim, write_shape};
use super::text_element::{Anchor, TextSpan, write_text};
use super::writer::SvgWriter;
use super::xml_escape::Escaped;
use crate::model::Point;
use crate::scene::{Emblem, Label, NationMark, Palette, Weight};

/// Writes the mark of a nation. One that is dimmed stands faintly on an opaque ground of the colour of the canvas, so
/// that no line shows through.
pub(super) fn write_nation(
    out: &mut SvgWriter,
    nation: &NationMark,
    id: &str,
    palette: &Palette,
    is_dimmed: bool,
) {
    let (center, radius, name) = (nation.center, nation.radius, Escaped(&nation.name));
    out.write(format_args!(
        r#"<g class="nation-mark" id="{id}" role="img" aria-label="{name}"><title>{name}</title>"#
    ));
    if is_dimmed {
        let ground = palette.canvas;
        write_shape(out, nation.shape, center, radius, format_args!(r#" fill="{ground}""#));
        out.write(format_args!("<g{}>", dimming::group_attribute(true)));
    }
    match &nation.emblem {
        Emblem::Flag(_) | Emblem::Picture(_) => write_flag(out, nation),
        Emblem::Plain(fill) => {
            write_shape(out, nation.shape, center, radius, format_args!(r#" fill="{fill}""#));
        }
        Emblem::Monogram { text, size, fill, ink } => {
            write_shape(out, nation.shape, center, radius, format_args!(r#" fill="{fill}""#));
            let at = center + Point::new(0.0, size * Label::BASELINE);
            let span = TextSpan { text, at, weight: Weight::SemiBold };
            write_text(out, format_args!(r#" fill="{ink}""#), Anchor::Middle, *size, &[span]);
        }
    }
    let opacity = NationMark::rim_opacity(nation.is_blank(palette.canvas, true));
    write_band_and_rim(out, nation.shape, center, radius, nation.band, (palette.ink, opacity));
    let end = if is_dimmed { "</g></g>" } else { "</g>" };
    out.write_line(format_args!("{end}"));
}
