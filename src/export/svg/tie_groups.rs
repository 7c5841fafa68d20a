//! Ties that are drawn as one in SVG, and the middles of the groups at which they end.

use super::lines::{line_attributes, write_crosses, write_curve, write_strike_and_arrow};
use super::number_format::Number;
use super::writer::SvgWriter;
use super::xml_escape::Escaped;
use crate::scene::{GroupHub, Pattern, Scene, TieGroupMark};

/// Writes the lines from the middle of a group to its nations.
pub(super) fn write_spokes(out: &mut SvgWriter, hub: &GroupHub) {
    if hub.spokes.is_empty() {
        return;
    }
    let (plain, opacity) = (Pattern::default(), Scene::SPOKES);
    let line = line_attributes(&plain, hub.width, hub.color);
    out.write(format_args!(r#"<g class="spokes" stroke-opacity="{opacity}"{line}>"#));
    hub.spokes.iter().for_each(|spoke| write_curve(out, spoke, &plain, hub.width));
    out.write_line(format_args!("</g>"));
}

/// Writes the line or ring of several ties, titled with what they are.
pub(super) fn write_tie_group(out: &mut SvgWriter, mark: &TieGroupMark) {
    let TieGroupMark { name, curves, color, width, pattern, arrow, strike, .. } = mark;
    let line = line_attributes(pattern, *width, *color);
    let cap = if mark.has_straight_dashes { r#" stroke-linecap="butt""# } else { "" };
    out.write(format_args!(r#"<g class="tie-group"{cap}{line}><title>{}</title>"#, Escaped(name)));
    for curve in curves {
        write_curve(out, curve, pattern, *width);
        write_crosses(out, curve, pattern, *width);
    }
    let mut solid = mark.solid_curves().peekable();
    if solid.peek().is_some() {
        out.write(format_args!(r#"<g stroke-dasharray="none">"#));
        solid.for_each(|curve| write_curve(out, curve, &Pattern::default(), *width));
        out.write(format_args!("</g>"));
    }
    write_strike_and_arrow(out, *strike, *width, *arrow, *color);
    out.write_line(format_args!("</g>"));
}

/// Writes the middle of a group, titled with its name.
pub(super) fn write_hub(out: &mut SvgWriter, hub: &GroupHub) {
    let GroupHub { center, radius, color, name, .. } = hub;
    out.write_line(format_args!(
        r#"<circle class="hub" cx="{}" cy="{}" r="{}" fill="{color}"><title>{}</title></circle>"#,
        Number(center.x),
        Number(center.y),
        Number(*radius),
        Escaped(name)
    ));
}
