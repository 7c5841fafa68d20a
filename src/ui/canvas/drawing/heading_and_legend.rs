//! The heading and the legend at fixed places of the canvas, set as in an exported figure.

use egui::{Rect, pos2, vec2};

use super::legend_sign;
use super::mesh_builder::MeshBuilder;
use super::screen_text::{ASCENT, ScreenText};
use super::texture_atlas::TextureAtlas;
use crate::model::Point;
use crate::scene::{LegendRow, PlacedLegend, Scene, Weight, legend_to_scale, text};
use crate::ui::theme::{color32, size};

/// The size of the title's type.
const TITLE: f32 = 22.0;
/// The space between the canvas' edge and the legend.
const INSET: f32 = 16.0;
/// The width of the tool strip at the left, with its margins.
pub const TOOLS: f32 = 60.0;

/// Where heading and legend are, so that the map can be fitted beside them.
#[derive(Clone, Debug, PartialEq)]
pub struct HeadingAndLegend {
    /// The area of title, subtitle and date.
    pub heading: Rect,
    /// The area of the legend.
    pub legend: Rect,
    /// The rows of the legend.
    rows: Vec<LegendRow>,
}

impl HeadingAndLegend {
    /// Places both on a canvas, for a map drawn at a zoom.
    pub fn place(scene: &Scene, canvas: Rect, zoom: f32) -> Self {
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

    /// The part of the heading's area that its lines take.
    pub fn text_of_heading(&self, scene: &Scene) -> Rect {
        let heading = &scene.heading;
        let widths = [
            text::width(&heading.title, TITLE, Weight::SemiBold),
            text::width(&heading.subtitle, size::TEXT, Weight::Regular),
            text::width(&heading.as_of, size::TEXT, Weight::Regular),
        ];
        let width = widths.into_iter().fold(0.0, f32::max).min(self.heading.width());
        Rect::from_min_size(self.heading.min, vec2(width, self.heading.height()))
    }

    /// Paints both.
    pub fn paint(&self, text: &mut ScreenText<'_>, scene: &Scene, atlas: &TextureAtlas) {
        self.paint_heading(text, scene);
        self.paint_legend(text, scene, atlas);
    }

    fn paint_heading(&self, screen_text: &mut ScreenText<'_>, scene: &Scene) {
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
        // The map behind still shows through faintly, and the text stays legible.
        let ground = color32(scene.palette.canvas).gamma_multiply(0.85);
        for (.., room) in &placed {
            screen_text.painter.rect_filled(room.expand(3.0), 3.0, ground);
        }
        for (line, size, weight, color, room) in placed {
            screen_text.line(&line, room.min + vec2(0.0, ASCENT * size), size, weight, color);
        }
    }

    fn paint_legend(&self, text: &mut ScreenText<'_>, scene: &Scene, atlas: &TextureAtlas) {
        if self.rows.is_empty() {
            return;
        }
        let origin = Point::new(self.legend.min.x, self.legend.min.y);
        let block = PlacedLegend::place(&self.rows, origin, 1.0);
        let ink = scene.palette.ink;
        let ground = color32(scene.palette.canvas).gamma_multiply(0.85);
        text.painter.rect_filled(self.legend.expand(6.0), 6.0, ground);
        let mut mesh =
            MeshBuilder::new(atlas, text.painter.clip_rect(), text.painter.pixels_per_point());
        for sample in &block.rows {
            legend_sign::draw(&mut mesh, &sample.symbol, color32(ink));
            let baseline = pos2(sample.baseline.x, sample.baseline.y);
            text.line(&sample.text, baseline, block.size, sample.weight, ink);
        }
        text.painter.add(mesh.finish());
    }
}
