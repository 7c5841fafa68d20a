//! What lies behind nations: hulls, and the grounds that keep strangers out of them.

use super::marks::dash_array;
use super::writer::P;
use super::{N, Writer, Xml};
use crate::model::Point;
use crate::scene::{Ground, HullLook};

/// A soft hull, with its name as a title where it has one; `faint` is the attribute of one that is dimmed.
pub(super) fn hull(out: &mut Writer, corners: &[Point], look: &HullLook, name: &str, faint: &str) {
    let HullLook { color, opacity, edge_opacity, width, pattern } = look;
    out.text(format_args!(r#"<g class="hull"{faint}>"#));
    if !name.is_empty() {
        out.text(format_args!("<title>{}</title>", Xml(name)));
    }
    closed(out, corners);
    let (width, dashes) = (N(*width), dash_array(pattern));
    out.line(format_args!(
        r#" fill="{color}" fill-opacity="{opacity}" stroke="{color}" stroke-opacity="{edge_opacity}" stroke-width="{width}"{dashes}/></g>"#
    ));
}

/// The ground of a nation that lies in a hull without belonging to it.
pub(super) fn ground(out: &mut Writer, ground: &Ground) {
    closed(out, &ground.outline);
    let (fill, edge, width) = (ground.fill, ground.edge, N(ground.width));
    out.line(format_args!(r#" fill="{fill}" stroke="{edge}" stroke-width="{width}"/>"#));
}

/// The start of a path along corners and back.
pub(super) fn closed(out: &mut Writer, corners: &[Point]) {
    for (index, corner) in corners.iter().enumerate() {
        let command = if index == 0 { r#"<path d="M"# } else { "L" };
        out.text(format_args!("{command}{}", P(*corner)));
    }
    out.text(format_args!(r#"Z""#));
}
