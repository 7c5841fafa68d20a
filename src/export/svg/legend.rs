//! The legend in SVG.

use super::hulls::{write_hull_area, write_hull_edge};
use super::lines::{
    line_attributes, write_closed_path, write_crosses, write_curve, write_strike_and_arrow,
};
use super::shapes::{write_band_and_rim, write_shape};
use super::text_element::{Anchor, TextSpan, write_text};
use super::writer::SvgWriter;
use crate::model::Point;
use crate::scene::figure::Figure;
use crate::scene::{NationMark, Palette, PlacedLegendRow, PlacedSymbol};

/// Writes the signs of the legend, then its text.
pub(super) fn write_legend(out: &mut SvgWriter, figure: &Figure) {
    if figure.legend.rows.is_empty() {
        return;
    }
    let ink = figure.scene.palette.ink;
    out.open_layer("legend", "Legend", &format!(r#" class="legend" fill="{ink}""#));
    out.write_line(format_args!(r#"<g fill="none" stroke-linecap="round">"#));
    for sample in &figure.legend.rows {
        write_sign(out, &sample.symbol, &figure.scene.palette);
    }
    out.write_line(format_args!("</g>"));
    for PlacedLegendRow { baseline, text, weight, .. } in &figure.legend.rows {
        let span = TextSpan { text, at: *baseline, weight: *weight };
        write_text(out, format_args!(""), Anchor::Start, figure.legend.size, &[span]);
    }
    out.close_layer();
}

/// Writes what stands before a row of the legend, drawn as on the map.
fn write_sign(out: &mut SvgWriter, sign: &PlacedSymbol, palette: &Palette) {
    match sign {
        PlacedSymbol::None => {}
        PlacedSymbol::Group(parts) => {
            parts.iter().for_each(|part| write_sign(out, part, palette));
        }
        PlacedSymbol::Line { curve, color, width, pattern, arrow, strike } => {
            out.write(format_args!("<g{}>", line_attributes(pattern, *width, *color)));
            write_curve(out, curve, pattern, *width);
            write_crosses(out, curve, pattern, *width);
            write_strike_and_arrow(out, *strike, *width, *arrow, *color);
            out.write_line(format_args!("</g>"));
        }
        PlacedSymbol::Lines { curves, color, width, pattern } => {
            out.write(format_args!("<g{}>", line_attributes(pattern, *width, *color)));
            curves.iter().for_each(|curve| write_curve(out, curve, pattern, *width));
            out.write_line(format_args!("</g>"));
        }
        PlacedSymbol::Mark { shape, center, radius, fill, band } => {
            write_shape(out, *shape, *center, *radius, format_args!(r#" fill="{fill}""#));
            write_band_and_rim(
                out,
                *shape,
                *center,
                *radius,
                *band,
                (palette.ink, NationMark::RIM_OPACITY),
            );
            out.write_line(format_args!(""));
        }
        PlacedSymbol::Cell { corner, side, shapes } => {
            for shape in shapes {
                let corners: Vec<Point> =
                    shape.corners.iter().map(|point| *corner + *point * *side).collect();
                write_closed_path(out, &corners);
                out.write(format_args!(r#" fill="{}"/>"#, shape.fill));
            }
            out.write_line(format_args!(""));
        }
        PlacedSymbol::Hulls(hulls) => {
            for (outline, look) in hulls {
                let tint = palette.tint(look.color, look.opacity);
                write_hull_area(out, [&outline[..]], tint, "", "");
                write_hull_edge(out, [&outline[..]], look, "");
            }
        }
    }
}
