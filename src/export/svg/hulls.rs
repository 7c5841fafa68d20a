//! Hulls around groups, and the ground under nations that lie in a hull without belonging to it.

use super::lines::{dash_attribute, write_closed_path};
use super::number_format::Number;
use super::writer::SvgWriter;
use super::xml_escape::Escaped;
use crate::model::Point;
use crate::scene::{Ground, HullLook};

/// Writes a hull, titled with its name if it has one. `dimmed` is the attribute of a dimmed group, or
/// empty.
pub(super) fn write_hull(
    out: &mut SvgWriter,
    corners: &[Point],
    look: &HullLook,
    name: &str,
    dimmed: &str,
) {
    let HullLook { color, opacity, edge_opacity, width, pattern } = look;
    out.write(format_args!(r#"<g class="hull"{dimmed}>"#));
    if !name.is_empty() {
        out.write(format_args!("<title>{}</title>", Escaped(name)));
    }
    write_closed_path(out, corners);
    let (width, dashes) = (Number(*width), dash_attribute(pattern));
    out.write_line(format_args!(
        r#" fill="{color}" fill-opacity="{opacity}" stroke="{color}" stroke-opacity="{edge_opacity}" stroke-width="{width}"{dashes}/></g>"#
    ));
}

/// Writes the ground of a nation that lies in a hull without belonging to it.
pub(super) fn write_ground(out: &mut SvgWriter, ground: &Ground) {
    write_closed_path(out, &ground.outline);
    let (fill, edge, width) = (ground.fill, ground.edge, Number(ground.width));
    out.write_line(format_args!(r#" fill="{fill}" stroke="{edge}" stroke-width="{width}"/>"#));
}
