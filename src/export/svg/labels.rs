//! The labels of nations, ties and hulls in SVG.

use super::dimming;
use super::label_layers::LabelLayer;
use super::number_format::{Coordinates, Number};
use super::text_element::{Anchor, TextSpan, write_text};
use super::ties_at_names::write_ties_at_names;
use super::writer::SvgWriter;
use crate::model::Point;
use crate::scene::figure::Figure;
use crate::scene::{Label, LabelOwner};

/// Writes all labels in layers, each with the halos of its labels below their letters.
///
/// A stroke that lies around letters is no attribute of these: not every viewer draws it below them.
pub(super) fn write_label_layers(out: &mut SvgWriter, figure: &Figure) {
    for LabelLayer { id, name, labels } in LabelLayer::all(figure) {
        out.open_layer(&id, &name, "");
        out.write_line(format_args!(r#"<g class="halos" aria-hidden="true">"#));
        write_halos(out, figure, &labels);
        out.write_line(format_args!("</g>"));
        if id == LabelLayer::NAMES {
            write_ties_at_names(out, figure);
        }
        write_letters(out, figure, &labels);
        out.close_layer();
    }
}

/// Writes the halos of labels alone. A dimmed label has none, which would cover what isn't dimmed.
pub(super) fn write_halos(out: &mut SvgWriter, figure: &Figure, labels: &[&Label]) {
    for label in labels.iter().filter(|label| !figure.scene.dims_label(label)) {
        let (color, width) = (label.halo, Number(label.size * Label::HALO));
        out.open_group(format!(
            r#" fill="none" stroke="{color}" stroke-width="{width}" stroke-linejoin="round""#
        ));
        write_label(out, label, "halo");
    }
    out.close_group();
}

/// Writes labels without their halos.
pub(super) fn write_letters(out: &mut SvgWriter, figure: &Figure, labels: &[&Label]) {
    for label in labels {
        let dimmed = if figure.scene.dims_label(label) { dimming::TEXT } else { "" };
        out.open_group(format!(r#" fill="{}"{dimmed}"#, label.color));
        let class = match label.owner {
            LabelOwner::Nation(_) => "nation-label",
            LabelOwner::Tie(_) => "tie-label",
            LabelOwner::Note(_) => "note",
            LabelOwner::Hull(_) => "hull-label",
            LabelOwner::TieGroup(_) => "tie-number",
        };
        write_label(out, label, class);
    }
    out.close_group();
}

fn write_label(out: &mut SvgWriter, label: &Label, class: &str) {
    // A rotated label is written upright around the origin, and a transform moves it into place.
    let is_rotated = label.angle_radians != 0.0;
    let upright = Label { angle_radians: 0.0, ..label.clone() };
    let origin = if is_rotated { label.center } else { Point::default() };
    let down = Point::new(0.0, label.size * Label::BASELINE);
    let span = |(center, text)| TextSpan { text, at: center - origin + down, weight: label.weight };
    let spans: Vec<TextSpan<'_>> = upright.line_centers().map(span).collect();
    let transform = if is_rotated {
        let degrees = Number(label.angle_radians.to_degrees());
        format!(r#" transform="translate({}) rotate({degrees})""#, Coordinates(origin))
    } else {
        String::new()
    };
    let attributes = format_args!(r#" class="{class}"{transform}"#);
    write_text(out, attributes, Anchor::Middle, label.size, &spans);
}
