//! Hulls around groups.

use super::lines::{dash_attribute, write_closed_paths};
use super::number_format::Number;
use super::writer::SvgWriter;
use super::xml_escape::Escaped;
use crate::model::{Color, Point};
use crate::scene::HullLook;

/// Writes the area within these outlines, titled with the name of the hull if it has one. It covers what lies below, so
/// that no two tints mix. `dimmed` is the attribute of a dimmed group, or empty.
pub(super) fn write_hull_area<'a>(
    out: &mut SvgWriter,
    outlines: impl IntoIterator<Item = &'a [Point]>,
    tint: Color,
    name: &str,
    dimmed: &str,
) {
    out.write(format_args!(r#"<g class="hull"{dimmed}>"#));
    if !name.is_empty() {
        out.write(format_args!("<title>{}</title>", Escaped(name)));
    }
    write_closed_paths(out, outlines);
    out.write_line(format_args!(r#" fill="{tint}" fill-rule="evenodd"/></g>"#));
}

/// Writes the edge along these outlines.
pub(super) fn write_hull_edge<'a>(
    out: &mut SvgWriter,
    outlines: impl IntoIterator<Item = &'a [Point]>,
    look: &HullLook,
    dimmed: &str,
) {
    let HullLook { color, edge_opacity, width, pattern, .. } = look;
    let (width, dashes) = (Number(*width), dash_attribute(pattern));
    out.write(format_args!(r#"<g class="hull-edge"{dimmed}>"#));
    write_closed_paths(out, outlines);
    out.write_line(format_args!(
        r#" fill="none" stroke="{color}" stroke-opacity="{edge_opacity}" stroke-width="{width}"{dashes}/></g>"#
    ));
}
