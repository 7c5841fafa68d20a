//! Everything of a page but text: ground, hulls, lines, the marks of nations.

use super::dimming;
use super::element_ids::ElementIds;
use super::flags::write_definitions;
use super::hulls::{write_hull_area, write_hull_edge};
use super::lines::LINES;
use super::matrix::write_matrix;
use super::nations::write_nation;
use super::number_format::Number;
use super::tie_groups::{write_hub, write_spokes, write_tie_group};
use super::ties::{write_membership, write_ring, write_tie};
use super::writer::SvgWriter;
use crate::scene::figure::Figure;

/// Writes the ground, the lines on it, then the marks of nations.
pub(super) fn write_marks(out: &mut SvgWriter, figure: &Figure) {
    write_definitions(out, &figure.scene.nations);
    if figure.has_ground {
        let (w, h, ground) =
            (Number(figure.width), Number(figure.height), figure.scene.palette.canvas);
        out.open_layer("ground", "Ground", "");
        out.write_line(format_args!(
            r#"<rect class="page" width="{w}" height="{h}" fill="{ground}"/>"#
        ));
        out.close_layer();
    }
    write_hulls(out, figure);
    write_memberships(out, figure);
    write_tie_groups(out, figure);
    write_ties(out, figure);
    write_matrix(out, figure);
    write_nations(out, figure);
}

fn write_hulls(out: &mut SvgWriter, figure: &Figure) {
    let scene = &figure.scene;
    if scene.hulls.is_empty() {
        return;
    }
    out.open_layer("hulls", "Hulls", LINES);
    for mark in scene.hulls_by_size() {
        let dimmed = dimming::group_attribute(scene.dims_hull(mark));
        let outlines = mark.outline.iter().map(Vec::as_slice);
        let tint = scene.palette.tint(mark.look.color, mark.look.opacity);
        write_hull_area(out, outlines, tint, &mark.name, dimmed);
        if let Some(apart) = &mark.apart {
            let tint = scene.palette.tint(apart.look.color, apart.look.opacity);
            write_hull_area(out, apart.outlines.iter().map(Vec::as_slice), tint, "", dimmed);
        }
    }
    for mark in scene.hulls_by_size() {
        let dimmed = dimming::group_attribute(scene.dims_hull(mark));
        write_hull_edge(out, mark.outline.iter().map(Vec::as_slice), &mark.look, dimmed);
        if let Some(apart) = &mark.apart {
            let outlines = apart.outlines.iter().map(Vec::as_slice);
            write_hull_edge(out, outlines, &apart.look, dimmed);
        }
    }
    out.close_layer();
}

fn write_memberships(out: &mut SvgWriter, figure: &Figure) {
    let scene = &figure.scene;
    if scene.memberships.is_empty() {
        return;
    }
    out.open_layer("memberships", "Memberships", LINES);
    for mark in &scene.memberships {
        write_membership(out, mark, scene.dims_membership(mark));
    }
    out.close_layer();
}

/// Writes the middles of groups, and the ties that are drawn as one between them.
fn write_tie_groups(out: &mut SvgWriter, figure: &Figure) {
    let scene = &figure.scene;
    if scene.tie_groups.is_empty() {
        return;
    }
    out.open_layer("tie-groups", "Ties between groups", LINES);
    scene.hubs.iter().for_each(|hub| write_spokes(out, hub));
    scene.tie_groups.iter().for_each(|mark| write_tie_group(out, mark));
    scene.hubs.iter().for_each(|hub| write_hub(out, hub));
    out.close_layer();
}

/// Writes a layer for each kind of tie, then the rings at which ties onto ties end.
fn write_ties(out: &mut SvgWriter, figure: &Figure) {
    let scene = &figure.scene;
    let (mut layer_ids, mut ids) = (ElementIds::default(), ElementIds::default());
    for layer in &scene.tie_layers {
        out.open_layer(&layer_ids.make("kind-", &layer.key), &layer.name, LINES);
        for mark in layer.ties.iter().filter_map(|index| scene.ties.get(*index)) {
            let key = figure.tie_keys.get(&mark.id).map_or("", String::as_str);
            write_tie(out, mark, &ids.make("tie-", key), scene.dims_tie(mark.id));
        }
        out.close_layer();
    }
    if scene.ties.iter().any(|mark| mark.ring.is_some()) {
        out.open_layer("rings", "Rings on ties", "");
        for mark in &scene.ties {
            write_ring(out, mark, scene.palette.canvas, scene.dims_tie(mark.id));
        }
        out.close_layer();
    }
}

fn write_nations(out: &mut SvgWriter, figure: &Figure) {
    let scene = &figure.scene;
    let mut ids = ElementIds::default();
    out.open_layer("nations", "Nations", "");
    for mark in scene.nations.iter().filter(|mark| mark.is_drawn()) {
        let key = figure.nation_keys.get(&mark.id).map_or("", String::as_str);
        let id = ids.make("nation-", key);
        write_nation(out, mark, &id, &scene.palette, scene.dims_nation(mark.id));
    }
    out.close_layer();
}
