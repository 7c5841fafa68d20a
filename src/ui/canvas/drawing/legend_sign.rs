//! The signs in the legend's rows.

use egui::{Pos2, pos2, vec2};

use super::colors::translucent;
use super::mesh_builder::MeshBuilder;
use crate::model::Point;
use crate::scene::{NationMark, Palette, PlacedSymbol, dash_strokes};
use crate::ui::theme::color32;

/// Draws a sign as the map draws what it stands for.
pub fn draw(mesh: &mut MeshBuilder, sign: &PlacedSymbol, palette: &Palette) {
    let all = |points: &[Point]| -> Vec<Pos2> { points.iter().map(|p| pos2(p.x, p.y)).collect() };
    match sign {
        PlacedSymbol::None => {}
        PlacedSymbol::Group(parts) => parts.iter().for_each(|part| draw(mesh, part, palette)),
        PlacedSymbol::Line { curve, color, width, pattern, arrow, strike } => {
            let color = color32(*color);
            let mut strokes = dash_strokes(curve, pattern, *width, 0.25);
            strokes.extend(strike.map(|line| line.strike(*width)));
            // A thin level line between two rows of pixels would be paler than those of the map.
            let down = vec2(0.0, mesh.middle_of_pixel(curve.from.y) - curve.from.y);
            let all = |points: &[Point]| all(points).into_iter().map(|at| at + down).collect();
            for stroke in &strokes {
                let points: Vec<Pos2> = all(&stroke.points);
                mesh.capped(&points, stroke.width, color);
            }
            if let Some(arrow) = arrow {
                let corners: Vec<Pos2> = all(&[arrow.tip, arrow.base[0], arrow.base[1]]);
                mesh.polygon(&corners, color);
            }
        }
        PlacedSymbol::Lines { curves, color, width, pattern } => {
            let strokes =
                curves.iter().flat_map(|curve| dash_strokes(curve, pattern, *width, 0.25));
            for stroke in strokes {
                mesh.capped(&all(&stroke.points), stroke.width, color32(*color));
            }
        }
        PlacedSymbol::Mark { shape, center, radius, fill, band } => {
            let corners = all(&shape.outline(*center, *radius));
            mesh.polygon(&corners, color32(*fill));
            if let Some(band) = band {
                let width = radius * NationMark::BAND;
                let line = all(&shape.outline(*center, radius - width / 2.0));
                mesh.outline(&line, width, color32(*band));
            }
            let ink = color32(palette.ink);
            mesh.outline(&corners, 1.0, ink.gamma_multiply(NationMark::RIM_OPACITY));
        }
        PlacedSymbol::Cell { corner, side, shapes } => {
            for shape in shapes {
                let place = |point: &Point| *corner + *point * *side;
                let corners: Vec<Point> = shape.corners.iter().map(place).collect();
                mesh.polygon(&all(&corners), color32(shape.fill));
            }
        }
        PlacedSymbol::Hulls(hulls) => {
            for (outline, look) in hulls {
                mesh.polygon(&all(outline), color32(palette.tint(look.color, look.opacity)));
                for stroke in look.strokes(std::slice::from_ref(outline)) {
                    let color = translucent(look.color, look.edge_opacity);
                    mesh.capped(&all(&stroke.points), stroke.width, color);
                }
            }
        }
    }
}
