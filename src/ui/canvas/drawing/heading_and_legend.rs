//! What stands on the canvas at a fixed place: the title and the legend, set as in an exported figure.

use egui::{Color32, Pos2, Rect, pos2, vec2};

use super::marks::translucent;
use super::mesh_builder::MeshBuilder;
use super::text_textures::{ASCENT, ScreenText};
use super::texture_atlas::Atlas;
use crate::model::Point;
use crate::scene::{
    LegendRow, NationMark, PlacedLegend, PlacedSymbol, Scene, Weight, dash_strokes,
    legend_to_scale, text,
};
use crate::ui::theme::{color32, size};

/// The height of the title's type.
pub const TITLE: f32 = 22.0;
/// The space between the canvas' edge and what stands on it.
const INSET: f32 = 16.0;
/// The space at the left that the strip of tools takes.
pub const TOOLS: f32 = 60.0;

/// Where title and legend stand, so that the map can be fitted beside them.
#[derive(Clone, Debug, PartialEq)]
pub struct HeadingAndLegend {
    /// What the title takes.
    pub heading: Rect,
    /// What the legend takes.
    pub legend: Rect,
    /// The rows of the legend.
    rows: Vec<LegendRow>,
}

impl HeadingAndLegend {
    /// Where they stand on a canvas when the map is drawn that many times its size.
    pub fn of(scene: &Scene, canvas: Rect, zoom: f32) -> Self {
        let lines = [&scene.heading.title, &scene.heading.subtitle, &scene.heading.as_of];
        let mut height = 0.0;
        for (line, step) in lines.iter().zip([30.0, 18.0, 18.0]) {
            height += if line.is_empty() { 0.0 } else { step };
        }
        let heading = Rect::from_min_size(
            canvas.left_top() + vec2(TOOLS, 12.0),
            vec2((canvas.width() - TOOLS - INSET).max(0.0), height),
        );
        let rows = legend_to_scale(&scene.legend, scene.mark_unit * zoom);
        let block = PlacedLegend::place(&rows, Point::default(), 1.0).extent;
        let legend = Rect::from_min_size(
            canvas.left_bottom() + vec2(INSET, -INSET - block.y),
            vec2(block.x, block.y),
        );
        Self { heading, legend, rows }
    }

    /// Paints both.
    pub fn paint(&self, script: &mut ScreenText<'_>, scene: &Scene, atlas: &Atlas) {
        self.paint_heading(script, scene);
        self.paint_legend(script, scene, atlas);
    }

    fn paint_heading(&self, script: &mut ScreenText<'_>, scene: &Scene) {
        let (ink, second) = (scene.palette.ink, scene.palette.second_ink);
        let lines = [
            (&scene.heading.title, TITLE, Weight::SemiBold, ink, 30.0),
            (&scene.heading.subtitle, size::TEXT, Weight::Regular, second, 18.0),
            (&scene.heading.as_of, size::TEXT, Weight::Regular, second, 18.0),
        ];
        let lines = lines.into_iter().filter(|(line, ..)| !line.is_empty());
        let mut at = self.heading.min;
        let placed = lines.map(|(line, size, weight, color, step)| {
            let fitted = text::ellipsis(line, size, weight, self.heading.width());
            let room = Rect::from_min_size(at, vec2(text::width(&fitted, size, weight), step));
            at.y += step;
            (fitted, size, weight, color, room)
        });
        let placed: Vec<_> = placed.collect();
        // What the map has there stays to be guessed behind, and the words stay legible.
        let ground = color32(scene.palette.canvas).gamma_multiply(0.85);
        for (.., room) in &placed {
            script.painter.rect_filled(room.expand(3.0), 3.0, ground);
        }
        for (line, size, weight, color, room) in placed {
            script.line(&line, room.min + vec2(0.0, ASCENT * size), size, weight, color);
        }
    }

    fn paint_legend(&self, script: &mut ScreenText<'_>, scene: &Scene, atlas: &Atlas) {
        if self.rows.is_empty() {
            return;
        }
        let origin = Point::new(self.legend.min.x, self.legend.min.y);
        let block = PlacedLegend::place(&self.rows, origin, 1.0);
        let ink = scene.palette.ink;
        let ground = color32(scene.palette.canvas).gamma_multiply(0.85);
        script.painter.rect_filled(self.legend.expand(6.0), 6.0, ground);
        let mut batch =
            MeshBuilder::new(atlas, script.painter.clip_rect(), script.painter.pixels_per_point());
        for sample in &block.rows {
            paint_sign(&mut batch, &sample.symbol, color32(ink));
            let baseline = pos2(sample.baseline.x, sample.baseline.y);
            script.line(&sample.text, baseline, block.size, sample.weight, ink);
        }
        script.painter.add(batch.finish());
    }
}

/// Paints the sign of a row as the map shows what it stands for.
fn paint_sign(batch: &mut MeshBuilder, sign: &PlacedSymbol, ink: Color32) {
    let all = |points: &[Point]| -> Vec<Pos2> { points.iter().map(|p| pos2(p.x, p.y)).collect() };
    match sign {
        PlacedSymbol::None => {}
        PlacedSymbol::Line { curve, color, width, pattern, arrow, strike } => {
            let color = color32(*color);
            let mut strokes = dash_strokes(curve, pattern, *width, 0.25);
            strokes.extend(strike.map(|line| line.strike(*width)));
            for stroke in &strokes {
                batch.capped(&all(&stroke.points), stroke.width, color);
            }
            if let Some(arrow) = arrow {
                batch.polygon(&all(&[arrow.tip, arrow.base[0], arrow.base[1]]), color);
            }
        }
        PlacedSymbol::Mark { shape, center, radius, fill, band } => {
            let corners = all(&shape.outline(*center, *radius));
            batch.polygon(&corners, color32(*fill));
            if let Some(band) = band {
                let width = radius * NationMark::BAND;
                let line = all(&shape.outline(*center, radius - width / 2.0));
                batch.outline(&line, width, color32(*band));
            }
            batch.outline(&corners, 1.0, ink.gamma_multiply(NationMark::RIM_OPACITY));
        }
        PlacedSymbol::Hull { outline, look } => {
            batch.polygon(&all(outline), translucent(look.color, look.opacity));
            for stroke in sign.edge() {
                let color = translucent(look.color, look.edge_opacity);
                batch.capped(&all(&stroke.points), stroke.width, color);
            }
        }
    }
}
