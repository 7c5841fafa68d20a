//! What of ties lies above the halos of names, in SVG.

use super::dimming;
use super::element_ids::ElementIds;
use super::lines::{LINES, line_attributes, write_curve};
use super::writer::SvgWriter;
use crate::scene::TieAtName;
use crate::scene::figure::Figure;

/// Writes it, with a layer for each kind, so that one who hides a kind can hide this as well.
pub(super) fn write_ties_at_names(out: &mut SvgWriter, figure: &Figure) {
    let scene = &figure.scene;
    let mut of_layer: Vec<Vec<&TieAtName>> = vec![Vec::new(); scene.tie_layers.len()];
    let mut layer_of = vec![None; scene.ties.len()];
    for (index, layer) in scene.tie_layers.iter().enumerate() {
        layer.ties.iter().for_each(|tie| layer_of[*tie] = Some(index));
    }
    for part in &scene.ties_at_names {
        if let Some(layer) = layer_of.get(part.tie).copied().flatten() {
            of_layer[layer].push(part);
        }
    }
    if of_layer.iter().all(Vec::is_empty) {
        return;
    }
    out.write_line(format_args!(r#"<g class="ties-at-names" aria-hidden="true">"#));
    let mut ids = ElementIds::default();
    for (layer, parts) in scene.tie_layers.iter().zip(of_layer) {
        let id = ids.make("at-names-", &layer.key);
        if parts.is_empty() {
            continue;
        }
        out.open_layer(&id, &format!("{} at names", layer.name), LINES);
        for part in parts {
            let is_dimmed = scene.ties.get(part.tie).is_some_and(|tie| scene.dims_tie(tie.id));
            let dimmed = dimming::group_attribute(is_dimmed);
            let attributes = line_attributes(&part.pattern, part.width, part.color);
            out.open_group(format!("{attributes}{dimmed}"));
            write_curve(out, &part.curve, &part.pattern, part.width);
        }
        out.close_layer();
    }
    out.write_line(format_args!("</g>"));
}
