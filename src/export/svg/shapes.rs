//! The shapes of nations' marks in SVG.

use std::fmt::Arguments;

use super::lines::write_closed_path;
use super::number_format::Number;
use super::writer::SvgWriter;
use crate::model::{Color, Point};
use crate::scene::{NationMark, Shape};

/// Writes a shape as one element with these attributes.
pub(super) fn write_shape(
    out: &mut SvgWriter,
    shape: Shape,
    center: Point,
    radius: f32,
    attributes: Arguments<'_>,
) {
    if shape == Shape::Disc {
        let (x, y) = (Number(center.x), Number(center.y));
        out.write(format_args!(
            r#"<circle cx="{x}" cy="{y}" r="{}"{attributes}/>"#,
            Number(radius)
        ));
        return;
    }
    if shape == Shape::RoundedSquare {
        let half = Point::new(radius, radius) * Shape::SQUARE_HALF;
        let (x, y) = (Number(center.x - half.x), Number(center.y - half.y));
        let (side, corner) = (Number(2.0 * half.x), Number(Shape::SQUARE_CORNER * radius));
        out.write(format_args!(
            r#"<rect x="{x}" y="{y}" width="{side}" height="{side}" rx="{corner}"{attributes}/>"#
        ));
        return;
    }
    write_closed_path(out, &shape.outline(center, radius));
    out.write(format_args!("{attributes}/>"));
}

/// Writes the rim of a mark in ink of an opacity, and inside it the coloured band of a rule, where there is one.
pub(super) fn write_band_and_rim(
    out: &mut SvgWriter,
    shape: Shape,
    center: Point,
    radius: f32,
    band: Option<Color>,
    (ink, opacity): (Color, f32),
) {
    if let Some(band) = band {
        let width = radius * NationMark::BAND;
        let stroke =
            format_args!(r#" fill="none" stroke="{band}" stroke-width="{}""#, Number(width));
        write_shape(out, shape, center, radius - width / 2.0, stroke);
    }
    let stroke = format_args!(r#" fill="none" stroke="{ink}" stroke-opacity="{opacity}""#);
    write_shape(out, shape, center, radius, stroke);
}
