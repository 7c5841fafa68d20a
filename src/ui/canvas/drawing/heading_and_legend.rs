//! The heading and the legend at fixed places of the canvas, set as in an exported figure.

use egui::{Pos2, Rect, Vec2, pos2, vec2};

use super::legend_sign;
use super::line_sizes::LineSizes;
use super::mesh_builder::MeshBuilder;
use super::screen_text::{ASCENT, ScreenText};
use super::texture_atlas::TextureAtlas;
use crate::model::{Point, Rect as WorldRect};
use crate::scene::{
    HeadingLine, LegendRow, PlacedLegend, Scene, Weight, legend_place, legend_rect,
    legend_to_scale, text,
};
use crate::ui::theme::{color32, size};

/// How far the ground of a line of the heading reaches beyond its text.
const GROUND: f32 = 3.0;
/// The faintest that lines of the legend get: there is one of each, where on the map there are many.
const FAINTEST_SIGN: f32 = 0.6;
/// The width of the place of a title that is empty.
const EMPTY_TITLE: f32 = 160.0;
/// The space between the canvas' edge and the legend.
const INSET: f32 = 16.0;
/// The width of the tool strip at the left, with its margins.
pub const TOOLS: f32 = 60.0;
/// The height of the tool strip, with its margins.
const TOOLS_HEIGHT: f32 = 200.0;

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
    /// What the zoom control takes of the lower right corner, with its margins.
    pub const CORNER: Vec2 = vec2(220.0, 60.0);

    /// Places both on a canvas, for a map drawn at a zoom.
    pub fn place(scene: &Scene, canvas: Rect, zoom: f32) -> Self {
        let heading = Rect::from_min_size(
            canvas.left_top() + vec2(TOOLS, 12.0),
            vec2((canvas.width() - TOOLS - INSET).max(0.0), heading_height(scene)),
        );
        let lines = LineSizes::of(scene, zoom);
        let rows =
            legend_to_scale(&scene.legend, scene.mark_unit * zoom, |line| lines.in_legend(line));
        let block = PlacedLegend::place(&rows, Point::default(), 1.0).extent;
        let legend = legend_at(scene.legend_place, (canvas, heading), block);
        Self { heading, legend, rows }
    }

    /// Moves the legend's upper left corner to a point of the screen, or as near to it as there is room.
    pub fn move_legend(&mut self, canvas: Rect, corner: Pos2) {
        let place = self.legend_place_at(canvas, corner);
        let extent = Point::new(self.legend.width(), self.legend.height());
        self.legend = legend_at(Some(place), (canvas, self.heading), extent);
    }

    /// The place of the legend whose upper left corner is moved to a point of the screen.
    pub fn legend_place_at(&self, canvas: Rect, corner: Pos2) -> Point {
        let extent = Point::new(self.legend.width(), self.legend.height());
        legend_place(Point::new(corner.x, corner.y), legend_room(canvas, self.heading), extent)
    }

    /// The part of the heading's area that its lines take.
    pub fn text_of_heading(&self, scene: &Scene) -> Rect {
        let width = |line: HeadingLine| {
            text::width(scene.heading.line(line), type_size(line), type_weight(line))
        };
        let widest = HeadingLine::ALL.into_iter().map(width).fold(0.0, f32::max);
        let width = widest.min(self.heading.width());
        Rect::from_min_size(self.heading.min, vec2(width, self.heading.height()))
    }

    /// The areas that lie over the map: the lines of the heading, the legend, and the tools beside them.
    pub fn covered(&self, scene: &Scene, canvas: Rect) -> Vec<Rect> {
        let lines = HeadingLine::ALL.into_iter().filter(|line| is_drawn(*line, scene));
        let lines = lines.map(|line| self.line_rect(scene, line));
        let fixed = [self.legend, tools(canvas)];
        lines.chain(fixed.into_iter().filter(Rect::is_positive)).collect()
    }

    /// Where a line of the heading stands, or would stand if it were not empty.
    pub fn line_rect(&self, scene: &Scene, line: HeadingLine) -> Rect {
        let above = HeadingLine::ALL.into_iter().take_while(|other| *other != line);
        let above: f32 = above.filter(|line| is_drawn(*line, scene)).map(step).sum();
        let words = scene.heading.line(line);
        let width =
            text::width(words, type_size(line), type_weight(line)).min(self.heading.width());
        Rect::from_min_size(self.heading.min + vec2(0.0, above), vec2(width, step(line)))
    }

    /// The line of the heading at a point of the screen.
    pub fn line_at(&self, scene: &Scene, at: Pos2) -> Option<HeadingLine> {
        let is_on = |line: &HeadingLine| {
            is_drawn(*line, scene) && self.line_rect(scene, *line).expand(GROUND).contains(at)
        };
        HeadingLine::ALL.into_iter().find(is_on)
    }

    /// Where the title of a map without a heading would stand.
    pub fn empty_title(&self, scene: &Scene) -> Option<Rect> {
        let is_empty = !HeadingLine::ALL.into_iter().any(|line| is_drawn(line, scene));
        let size = vec2(EMPTY_TITLE.min(self.heading.width()), step(HeadingLine::Title));
        is_empty.then(|| Rect::from_min_size(self.heading.min, size))
    }

    /// Paints both.
    pub fn paint(&self, text: &mut ScreenText<'_>, scene: &Scene, atlas: &TextureAtlas) {
        self.paint_heading(text, scene);
        self.paint_legend(text, scene, atlas);
    }

    /// Paints title, subtitle and date alone.
    pub fn paint_heading(&self, screen_text: &mut ScreenText<'_>, scene: &Scene) {
        let (ink, second) = (scene.palette.ink, scene.palette.second_ink);
        let placed =
            HeadingLine::ALL.into_iter().filter(|line| is_drawn(*line, scene)).map(|line| {
                let (size, weight) = (type_size(line), type_weight(line));
                let fitted =
                    text::ellipsis(scene.heading.line(line), size, weight, self.heading.width());
                let color = if line == HeadingLine::Title { ink } else { second };
                (fitted, size, weight, color, self.line_rect(scene, line))
            });
        let placed: Vec<_> = placed.collect();
        // The map behind still shows through faintly, and the text stays legible.
        let ground = color32(scene.palette.canvas).gamma_multiply(0.85);
        for (.., room) in &placed {
            screen_text.painter.rect_filled(room.expand(GROUND), 3.0, ground);
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
        mesh.set_faintest(FAINTEST_SIGN);
        for sample in &block.rows {
            legend_sign::draw(&mut mesh, &sample.symbol, &scene.palette);
            let baseline = pos2(sample.baseline.x, sample.baseline.y);
            text.line(&sample.text, baseline, block.size, sample.weight, ink);
        }
        text.painter.add(mesh.finish());
    }
}

/// How high the lines of the heading are together, in logical pixels.
pub fn heading_height(scene: &Scene) -> f32 {
    HeadingLine::ALL.into_iter().filter(|line| is_drawn(*line, scene)).map(step).sum()
}

/// The area of a legend of some extent where it was put.
fn legend_at(by_hand: Option<Point>, (canvas, heading): (Rect, Rect), extent: Point) -> Rect {
    let placed = legend_rect(by_hand, legend_room(canvas, heading), extent);
    let size = vec2(extent.x, extent.y);
    clear_of_controls(Rect::from_min_size(pos2(placed.min.x, placed.min.y), size), canvas)
}

/// The room in which the legend may be put.
fn legend_room(canvas: Rect, heading: Rect) -> WorldRect {
    let top = heading.max.y + INSET;
    let min = Point::new(canvas.min.x + INSET, top);
    let max = Point::new(canvas.max.x - INSET, (canvas.max.y - INSET).max(top));
    WorldRect::new(min, max)
}

/// The tool strip at the left of a canvas, with its margins.
fn tools(canvas: Rect) -> Rect {
    Rect::from_min_size(canvas.min, vec2(TOOLS, TOOLS_HEIGHT))
}

/// The legend, moved aside where it would lie below the tools or the control in the lower right corner.
fn clear_of_controls(legend: Rect, canvas: Rect) -> Rect {
    let tools = tools(canvas);
    let corner = Rect::from_min_max(canvas.max - HeadingAndLegend::CORNER, canvas.max);
    if legend.intersects(tools) {
        legend.translate(vec2(tools.max.x - legend.min.x, 0.0))
    } else if legend.intersects(corner) {
        legend.translate(vec2(0.0, corner.min.y - legend.max.y))
    } else {
        legend
    }
}

fn is_drawn(line: HeadingLine, scene: &Scene) -> bool {
    !scene.heading.line(line).is_empty()
}

/// The size of a line's type, in logical pixels.
pub const fn type_size(line: HeadingLine) -> f32 {
    match line {
        HeadingLine::Title => 22.0,
        HeadingLine::Subtitle | HeadingLine::Date => size::TEXT,
    }
}

/// The weight of a line's type.
pub const fn type_weight(line: HeadingLine) -> Weight {
    match line {
        HeadingLine::Title => Weight::SemiBold,
        HeadingLine::Subtitle | HeadingLine::Date => Weight::Regular,
    }
}

/// From a line's upper edge to that of the next, in logical pixels.
const fn step(line: HeadingLine) -> f32 {
    match line {
        HeadingLine::Title => 30.0,
        HeadingLine::Subtitle | HeadingLine::Date => 18.0,
    }
}
