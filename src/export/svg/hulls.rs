//! Hulls around groups.

use super::lines::{dash_attribute, write_closed_paths};
use super::number_format::Number;
use super::writer::SvgWriter;
use super::xml_escape::Escaped;
use crate::model::Point;
use crate::scene::HullLook;

/// Writes a hull of these outlines, titled with its name if it has one. `dimmed` is the attribute of a dimmed
/// group, or empty.
pub(super) fn write_hull<'a>(
    out: &mut SvgWriter,
    outlines: impl IntoIterator<Item = &'a [Point]>,
    look: &HullLook,
    name: &str,
    dimmed: &str,
) {
    let HullLook { color, opacity, edge_opacity, width, pattern } = look;
    out.write(format_args!(r#"<g class="hull"{dimmed}>"#));
    if !name.is_empty() {
        out.write(format_args!("<title>{}</title>", Escaped(name)));
    }
    write_closed_paths(out, outlines);
    let (width, dashes) = (Number(*width), dash_attribute(pattern));
    out.write_line(format_args!(
        r#" fill="{color}" fill-rule="evenodd" fill-opacity="{opacity}" stroke="{color}" stroke-opacity="{edge_opacity}" stroke-width="{width}"{dashes}/></g>"#
    ));
}
