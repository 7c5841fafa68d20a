//! Everything of a page but text: ground, hulls, lines, the marks of nations.

use super::dimming;
use super::element_ids::ElementIds;
use super::hulls::{write_ground, write_hull};
use super::nations::{write_flag_patterns, write_nation};
use super::number_format::Number;
use super::ties::{write_membership, write_ring, write_tie};
use super::writer::SvgWriter;
use crate::scene::figure::Figure;

/// Writes the ground, the lines on it, then the marks of nations.
pub(super) fn write_marks(out: &mut SvgWriter, figure: &Figure) {
    let scene = &figure.scene;
    let mut ids = ElementIds::default();
    write_flag_patterns(out, &scene.nations);
    if figure.has_ground {
        let (w, h, ground) = (Number(figure.width), Number(figure.height), scene.palette.canvas);
        out.write_line(format_args!(
            r#"<rect class="page" width="{w}" height="{h}" fill="{ground}"/>"#
        ));
    }
    out.write_line(format_args!(
        r#"<g fill="none" stroke-linecap="round" stroke-linejoin="round">"#
    ));
    for mark in &scene.hulls {
        let dimmed = dimming::group_attribute(scene.dims_hull(mark));
        write_hull(out, &mark.outline, &mark.look, &mark.name, dimmed);
    }
    for ground in &scene.grounds {
        write_ground(out, ground);
    }
    for mark in &scene.memberships {
        write_membership(out, mark, scene.dims_membership(mark));
    }
    for mark in &scene.ties {
        let key = figure.tie_keys.get(&mark.id).map_or("", String::as_str);
        write_tie(out, mark, &ids.make("tie-", key), scene.dims_tie(mark.id));
    }
    out.close_group();
    out.write_line(format_args!("</g>"));
    for mark in &scene.ties {
        write_ring(out, mark, scene.palette.canvas, scene.dims_tie(mark.id));
    }
    for mark in scene.nations.iter().filter(|mark| mark.is_drawn()) {
        let key = figure.nation_keys.get(&mark.id).map_or("", String::as_str);
        let ground = scene.dims_nation(mark.id).then_some(scene.palette.canvas);
        write_nation(out, mark, &ids.make("nation-", key), scene.palette.ink, ground);
    }
}
