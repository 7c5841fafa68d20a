//! Ties and memberships in SVG.

use super::dimming;
use super::lines::{line_attributes, write_crosses, write_curve, write_strike_and_arrow};
use super::number_format::Number;
use super::writer::SvgWriter;
use super::xml_escape::Escaped;
use crate::model::Color;
use crate::scene::{MembershipMark, TieMark};

/// Writes the line of a membership.
pub(super) fn write_membership(out: &mut SvgWriter, mark: &MembershipMark, is_dimmed: bool) {
    out.open_group(line_attributes(&mark.pattern, mark.width, mark.color));
    let dimmed = dimming::group_attribute(is_dimmed);
    out.write(format_args!(r#"<g class="membership"{dimmed}>"#));
    write_curve(out, &mark.curve, &mark.pattern, mark.width);
    out.write_line(format_args!("</g>"));
}

/// Writes the line of a tie with its arrow, titled with the tie's name.
pub(super) fn write_tie(out: &mut SvgWriter, tie: &TieMark, id: &str, is_dimmed: bool) {
    out.open_group(line_attributes(&tie.pattern, tie.width, tie.color));
    let (dimmed, name) = (dimming::group_attribute(is_dimmed), Escaped(&tie.name));
    out.write(format_args!(r#"<g class="tie" id="{id}"{dimmed}><title>{name}</title>"#));
    for piece in tie.pieces() {
        write_curve(out, &piece, &tie.pattern, tie.width);
    }
    write_crosses(out, &tie.curve, &tie.pattern, tie.width);
    write_strike_and_arrow(out, tie.strike, tie.width, tie.arrow, tie.color);
    out.write_line(format_args!("</g>"));
}

/// Writes the ring in the middle of a tie that other ties end at.
pub(super) fn write_ring(out: &mut SvgWriter, tie: &TieMark, canvas: Color, is_dimmed: bool) {
    let Some(radius) = tie.ring else { return };
    let (x, y) = (Number(tie.middle.x), Number(tie.middle.y));
    let dimmed = if is_dimmed { dimming::STROKE } else { "" };
    out.write_line(format_args!(
        r#"<circle cx="{x}" cy="{y}" r="{}" fill="{canvas}" stroke="{}" stroke-width="{}"{dimmed}/>"#,
        Number(radius),
        tie.color,
        Number(radius * 0.42)
    ));
}
