//! What stands on the canvas at a fixed place: the title and the legend, set as in an exported figure.

use egui::{Align2, Color32, FontFamily, FontId, Painter, Pos2, Rect, pos2, vec2};

use super::atlas::Atlas;
use super::batch::Batch;
use crate::model::Point;
use crate::scene::{LegendBlock, Scene, dash_strokes, text};
use crate::ui::theme::{color32, semibold_id, size};

/// The height of the title's type.
const TITLE: f32 = 22.0;
/// The space between the canvas' edge and what stands on it.
const INSET: f32 = 16.0;
/// The space at the left that the strip of tools takes.
pub const TOOLS: f32 = 60.0;

/// Where title and legend stand, so that the map can be fitted beside them.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Overlay {
    /// What the title takes.
    pub heading: Rect,
    /// What the legend takes.
    pub legend: Rect,
}

impl Overlay {
    /// Where they stand on a canvas.
    pub fn of(scene: &Scene, canvas: Rect) -> Self {
        let lines = [&scene.heading.title, &scene.heading.subtitle, &scene.heading.as_of];
        let mut height = 0.0;
        for (line, step) in lines.iter().zip([30.0, 18.0, 18.0]) {
            height += if line.is_empty() { 0.0 } else { step };
        }
        let heading = Rect::from_min_size(
            canvas.left_top() + vec2(TOOLS, 12.0),
            vec2((canvas.width() - TOOLS - INSET).max(0.0), height),
        );
        let block = LegendBlock::place(&scene.legend, Point::default(), 1.0).extent;
        let legend = Rect::from_min_size(
            canvas.left_bottom() + vec2(INSET, -INSET - block.y),
            vec2(block.x, block.y),
        );
        Self { heading, legend }
    }

    /// Paints both.
    pub fn paint(&self, painter: &Painter, scene: &Scene, atlas: &Atlas) {
        self.paint_heading(painter, scene);
        self.paint_legend(painter, scene, atlas);
    }

    fn paint_heading(&self, painter: &Painter, scene: &Scene) {
        let (ink, second) = (color32(scene.palette.ink), color32(scene.palette.second_ink));
        let small = FontId::new(size::TEXT, FontFamily::Proportional);
        let mut at = self.heading.min;
        let lines = [
            (&scene.heading.title, semibold_id(TITLE), ink, 30.0),
            (&scene.heading.subtitle, small.clone(), second, 18.0),
            (&scene.heading.as_of, small, second, 18.0),
        ];
        for (line, font, color, step) in lines {
            if line.is_empty() {
                continue;
            }
            let weight = if step > 20.0 {
                crate::scene::Weight::SemiBold
            } else {
                crate::scene::Weight::Regular
            };
            let fitted = text::ellipsis(line, font.size, weight, self.heading.width());
            painter.text(at, Align2::LEFT_TOP, fitted, font, color);
            at.y += step;
        }
    }

    fn paint_legend(&self, painter: &Painter, scene: &Scene, atlas: &Atlas) {
        if scene.legend.is_empty() {
            return;
        }
        let origin = Point::new(self.legend.min.x, self.legend.min.y);
        let block = LegendBlock::place(&scene.legend, origin, 1.0);
        let ground = color32(scene.palette.canvas).gamma_multiply(0.85);
        painter.rect_filled(self.legend.expand(6.0), 6.0, ground);
        let mut batch = Batch::new(atlas, painter.clip_rect());
        for sample in &block.samples {
            let color = color32(sample.color);
            let mut strokes = dash_strokes(&sample.curve, &sample.pattern, sample.width, 0.25);
            strokes.extend(sample.strike.map(|line| line.strike(sample.width)));
            for stroke in &strokes {
                let points: Vec<Pos2> = stroke.points.iter().map(|p| pos2(p.x, p.y)).collect();
                batch.capped(&points, stroke.width, color);
            }
            if let Some(arrow) = sample.arrow {
                let corners = [arrow.tip, arrow.base[0], arrow.base[1]].map(|p| pos2(p.x, p.y));
                batch.polygon(&corners, color);
            }
            self.paint_row(painter, sample.baseline, &sample.text, block.size, scene);
        }
        painter.add(batch.finish());
    }

    fn paint_row(&self, painter: &Painter, baseline: Point, text: &str, size: f32, scene: &Scene) {
        // The toolkit sets text by its line box, whose baseline is 1.069 of the size below its top.
        let top = pos2(baseline.x, baseline.y - 1.069 * size);
        let color: Color32 = color32(scene.palette.ink);
        painter.text(
            top,
            Align2::LEFT_TOP,
            text,
            FontId::new(size, FontFamily::Proportional),
            color,
        );
    }
}
