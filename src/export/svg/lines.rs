//! Lines in SVG: curves with their dashes, strokes and arrow heads, closed paths.

use super::number_format::{Coordinates, Number};
use super::writer::SvgWriter;
use crate::model::{Color, Point};
use crate::scene::{Arrow, Curve, Decoration, Line, Pattern, Stroke, dash_strokes};

/// The attributes of a layer of lines.
pub(super) const LINES: &str = r#" fill="none" stroke-linecap="round" stroke-linejoin="round""#;

/// The attributes of a whole line: colour, width and dashes.
pub(super) fn line_attributes(pattern: &Pattern, width: f32, color: Color) -> String {
    let mut attributes = format!(r#" stroke="{color}" stroke-width="{}""#, Number(width));
    if pattern.decoration != Decoration::Double {
        attributes += &dash_attribute(pattern);
    }
    attributes
}

/// The attribute for a pattern's dashes; empty for a solid line.
pub(super) fn dash_attribute(pattern: &Pattern) -> String {
    if pattern.dashes.is_empty() {
        return String::new();
    }
    let dashes: Vec<String> = pattern.dashes.iter().map(|d| Number(*d).to_string()).collect();
    format!(r#" stroke-dasharray="{}""#, dashes.join(" "))
}

/// Writes a curve in its pattern, without crosses. Colour, width and dashes come from the group around it.
pub(super) fn write_curve(out: &mut SvgWriter, curve: &Curve, pattern: &Pattern, width: f32) {
    let Curve { from, control_from, control_to, to } = *curve;
    if [control_from, control_to, to] == [from; 3] {
        return;
    }
    if pattern.decoration == Decoration::Double {
        write_strokes(out, &dash_strokes(curve, pattern, width, 0.05));
        return;
    }
    let is_straight = control_from.distance(from.lerp(to, 1.0 / 3.0)) < 0.01
        && control_to.distance(from.lerp(to, 2.0 / 3.0)) < 0.01;
    let [from, a, b, to] = [from, control_from, control_to, to].map(Coordinates);
    if is_straight {
        out.write(format_args!(r#"<path d="M{from}L{to}"/>"#));
    } else {
        out.write(format_args!(r#"<path d="M{from}C{a} {b} {to}"/>"#));
    }
}

/// Writes the crosses of a crossed line.
pub(super) fn write_crosses(out: &mut SvgWriter, curve: &Curve, pattern: &Pattern, width: f32) {
    if pattern.decoration == Decoration::Crossed {
        write_strokes(out, &pattern.crosses(curve, width));
    }
}

/// Writes solid strokes; neighbours of the same width share an element.
fn write_strokes(out: &mut SvgWriter, strokes: &[Stroke]) {
    for alike in strokes.chunk_by(|a, b| a.width == b.width) {
        out.write(format_args!(r#"<path stroke-dasharray="none" d=""#));
        for stroke in alike {
            for (index, point) in stroke.points.iter().enumerate() {
                let command = if index == 0 { "M" } else { "L" };
                out.write(format_args!("{command}{}", Coordinates(*point)));
            }
        }
        out.write(format_args!(r#"" stroke-width="{}"/>"#, Number(alike[0].width)));
    }
}

/// Writes the stroke across a line and the arrow head at its end, where it has them.
pub(super) fn write_strike_and_arrow(
    out: &mut SvgWriter,
    strike: Option<Line>,
    width: f32,
    arrow: Option<Arrow>,
    color: Color,
) {
    if let Some(line) = strike {
        write_strokes(out, &[line.strike(width)]);
    }
    if let Some(Arrow { tip, base: [a, b] }) = arrow {
        let [tip, a, b] = [tip, a, b].map(Coordinates);
        out.write(format_args!(r#"<path d="M{tip}L{a}L{b}Z" fill="{color}" stroke="none"/>"#));
    }
}

/// Writes the start of an element for a closed path; its attributes and end are for the caller to
/// write.
pub(super) fn write_closed_path(out: &mut SvgWriter, corners: &[Point]) {
    write_closed_paths(out, [corners]);
}

/// As [`write_closed_path`], for several that are one shape.
pub(super) fn write_closed_paths<'a>(
    out: &mut SvgWriter,
    outlines: impl IntoIterator<Item = &'a [Point]>,
) {
    out.write(format_args!(r#"<path d=""#));
    for corners in outlines {
        for (index, corner) in corners.iter().enumerate() {
            let command = if index == 0 { "M" } else { "L" };
            out.write(format_args!("{command}{}", Coordinates(*corner)));
        }
        out.write(format_args!("Z"));
    }
    out.write(format_args!(r#"""#));
}
