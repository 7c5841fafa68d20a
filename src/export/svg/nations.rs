//! The marks of nations in SVG.

use super::dimming;
use super::flags::write_flag;
use super::shapes::{write_band_and_rim, write_shape};
use super::text_element::{Anchor, TextSpan, write_text};
use super::writer::SvgWriter;
use super::xml_escape::Escaped;
use crate::model::{Color, Point};
use crate::scene::{Emblem, Label, NationMark, Weight};

/// Writes the mark of a nation. One that is dimmed stands faintly on an opaque ground of the colour
/// `dimmed_on`, so that no line shows through.
pub(super) fn write_nation(
    out: &mut SvgWriter,
    nation: &NationMark,
    id: &str,
    ink: Color,
    dimmed_on: Option<Color>,
) {
    let (center, radius, name) = (nation.center, nation.radius, Escaped(&nation.name));
    out.write(format_args!(
        r#"<g class="nation-mark" id="{id}" role="img" aria-label="{name}"><title>{name}</title>"#
    ));
    if let Some(ground) = dimmed_on {
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
    write_band_and_rim(out, nation.shape, center, radius, nation.band, ink);
    let end = if dimmed_on.is_some() { "</g></g>" } else { "</g>" };
    out.write_line(format_args!("{end}"));
}
