//! The labels of nations, ties and hulls in SVG.

use super::dimming;
use super::number_format::{Coordinates, Number};
use super::text_element::{Anchor, TextSpan, write_text};
use super::text_runs::TextRuns;
use super::writer::{Halos, SvgWriter};
use crate::model::Point;
use crate::scene::figure::Figure;
use crate::scene::{Label, LabelOwner};

/// Writes the names of nations and hulls and the text along ties, with halos as the writer says.
pub(super) fn write_labels(out: &mut SvgWriter, figure: &Figure) {
    for label in &figure.scene.labels {
        let is_dimmed = figure.scene.dims_label(label);
        let fill = match out.halos {
            // A dimmed label has no halo, which would cover what isn't dimmed.
            Halos::Alone if is_dimmed => continue,
            _ if is_dimmed => format!(r#" fill="{}"{}"#, label.color, dimming::TEXT),
            Halos::Alone => r#" fill="none""#.to_owned(),
            Halos::Around | Halos::None => format!(r#" fill="{}""#, label.color),
        };
        let halo = match out.halos {
            _ if is_dimmed => String::new(),
            Halos::None => String::new(),
            Halos::Around | Halos::Alone => format!(
                r#" stroke="{}" stroke-width="{}" stroke-linejoin="round" paint-order="stroke""#,
                label.halo,
                Number(label.size * Label::HALO)
            ),
        };
        out.open_group(fill + &halo);
        write_label(out, label, !is_dimmed);
    }
    out.close_group();
}

fn write_label(out: &mut SvgWriter, label: &Label, has_halo: bool) {
    let class = match label.owner {
        LabelOwner::Nation(_) => "nation-label",
        LabelOwner::Tie(_) => "tie-label",
        LabelOwner::Note(_) => "note",
        LabelOwner::Hull(_) => "hull-label",
    };
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
    let has_several_runs = |span: &TextSpan<'_>| {
        TextRuns::of(span.text, label.size, span.weight, out.han).runs.len() > 1
    };
    if has_halo && out.halos == Halos::Around && spans.iter().any(has_several_runs) {
        // The halo of a run would cover the end of the run before it: all halos come first.
        let halo = format_args!(r#" class="halo" aria-hidden="true" fill="none"{transform}"#);
        write_text(out, halo, Anchor::Middle, label.size, &spans);
        let letters = format_args!(r#" class="{class}" stroke="none"{transform}"#);
        write_text(out, letters, Anchor::Middle, label.size, &spans);
        return;
    }
    let letters = format_args!(r#" class="{class}"{transform}"#);
    write_text(out, letters, Anchor::Middle, label.size, &spans);
}
