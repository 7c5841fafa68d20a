//! The text of the map: names, what is written along ties, the letters in discs. Set by the toolkit
//! in whole physical pixels, so that a zoom doesn't fill the font atlas, where the embedded font has
//! all letters; else shown as pictures.

use std::sync::Arc;

use egui::epaint::{ClippedShape, TextShape};
use egui::{Align2, Color32, Context, FontFamily, FontId, Galley, Mesh, Pos2, Rect, Shape, vec2};

use super::marks::dimmed;
use super::text_textures::TextTextures;
use crate::export::TextLineStyle;
use crate::model::{Color, Point};
use crate::scene::text::{self, Han};
use crate::scene::{Emblem, Label, NationMark, Scene, Weight};
use crate::ui::canvas::viewport::Viewport;
use crate::ui::theme::{color32, semibold, size};

/// Text smaller than this on the screen, in logical pixels, is left out.
pub(in crate::ui::canvas) const SMALLEST: f32 = 5.0;
/// From the middle of a line of capitals up to the middle of the toolkit's line box, as a part of the
/// type's size (Noto Sans: ascent 1.069, descent 0.293, capitals 0.714).
const LINE_BOX_SHIFT: f32 = 0.031;
/// Up to so many labels have a halo drawn in eight directions; more have four.
const FINE_HALOS: usize = 120;

/// Sets words for a view.
pub struct TextMeshBuilder<'a> {
    ctx: &'a Context,
    view: Viewport,
    /// The part of the screen outside which nothing is set.
    area: Rect,
    han: Han,
    letters: &'a mut TextTextures,
    shapes: Vec<Shape>,
}

/// How letters are coloured.
#[derive(Clone, Copy)]
struct Ink {
    color: Color,
    is_dimmed: bool,
    /// What is drawn around letters so that they stay readable over lines, and in how many directions.
    halo: Option<(Color, u8)>,
}

impl<'a> TextMeshBuilder<'a> {
    /// Nothing set yet; Han letters will have the given forms.
    pub fn new(
        ctx: &'a Context,
        view: Viewport,
        area: Rect,
        han: Han,
        letters: &'a mut TextTextures,
    ) -> Self {
        Self { ctx, view, area, han, letters, shapes: Vec::new() }
    }

    /// Sets the letters that stand in marks of a scene.
    pub fn monograms<'b>(
        &mut self,
        marks: impl IntoIterator<Item = &'b NationMark>,
        scene: &Scene,
    ) {
        for mark in marks {
            if let Emblem::Monogram { text, size, ink, .. } = &mark.emblem
                && size * self.view.camera.zoom >= SMALLEST
            {
                let ink = Ink { color: *ink, is_dimmed: scene.dims_nation(mark.id), halo: None };
                self.line(text, mark.center, *size, Weight::SemiBold, 0.0, ink);
            }
        }
    }

    /// Sets labels of a scene.
    pub fn labels<'b>(&mut self, labels: impl IntoIterator<Item = &'b Label>, scene: &Scene) {
        let directions = if scene.labels.len() <= FINE_HALOS { 8 } else { 4 };
        for label in labels {
            // A halo around faint letters would be stronger than they are.
            let is_dimmed = scene.dims_label(label);
            let halo = (!is_dimmed).then_some((label.halo, directions));
            let ink = Ink { color: label.color, is_dimmed, halo };
            for (center, line) in label.line_centers() {
                self.line(line, center, label.size, label.weight, label.angle_radians, ink);
            }
        }
    }

    /// All that was set, as triangles.
    pub fn meshes(self) -> Vec<Arc<Mesh>> {
        let clipped = ClippedShape { clip_rect: self.area, shape: Shape::Vec(self.shapes) };
        let primitives = self.ctx.tessellate(vec![clipped], self.view.pixels_per_point);
        let mesh = |primitive: egui::ClippedPrimitive| match primitive.primitive {
            egui::epaint::Primitive::Mesh(mesh) => Some(Arc::new(mesh)),
            egui::epaint::Primitive::Callback(_) => None,
        };
        primitives.into_iter().filter_map(mesh).collect()
    }

    /// Sets a line with the middle of its capitals at a point of the world.
    fn line(&mut self, text: &str, center: Point, size: f32, weight: Weight, angle: f32, ink: Ink) {
        let size = size * self.view.camera.zoom;
        let at = self.view.camera.screen_from_world(self.view.canvas, center);
        let reach = size * text.chars().count() as f32;
        if size < SMALLEST || !self.area.expand(reach).contains(at) {
            return;
        }
        self.set(text, at, size, weight, angle, ink);
    }

    /// Sets a line with the middle of its capitals at a place on the screen.
    fn set(&mut self, text: &str, at: Pos2, size: f32, weight: Weight, angle: f32, ink: Ink) {
        if text::covers(text) {
            let galley = self.galley(text, size, weight);
            let (sin, cos) = angle.sin_cos();
            let middle = at + vec2(sin, -cos) * (LINE_BOX_SHIFT * size);
            self.haloed(middle, &galley, size, angle, ink);
            return;
        }
        let (han, halo) = (self.han, ink.halo.map(|(halo, _)| halo));
        let look = TextLineStyle { weight, han, color: ink.color, halo };
        let scale = self.view.pixels_per_point;
        if let Some(shown) = self.letters.get(self.ctx, text, size * scale, look) {
            let tint = dimmed(Color32::WHITE, ink.is_dimmed);
            self.shapes.push(shown.shape(scale, at, size, angle, tint));
        }
    }

    fn haloed(&mut self, at: Pos2, galley: &Arc<Galley>, size: f32, angle: f32, ink: Ink) {
        if let Some((halo, directions)) = ink.halo {
            let radius = size * Label::HALO / 2.0;
            for step in 0..directions {
                let turn = f32::from(step) / f32::from(directions) * std::f32::consts::TAU;
                let offset = vec2(turn.cos(), turn.sin()) * radius;
                self.put(at + offset, galley, color32(halo), angle);
            }
        }
        self.put(at, galley, dimmed(color32(ink.color), ink.is_dimmed), angle);
    }

    fn galley(&self, text: &str, size: f32, weight: Weight) -> Arc<Galley> {
        let scale = self.view.pixels_per_point;
        let size = (size * scale).round() / scale;
        let family = match weight {
            Weight::Regular => FontFamily::Proportional,
            Weight::SemiBold => semibold(),
        };
        let font = FontId::new(size, family);
        let text = text.to_owned();
        self.ctx.fonts_mut(|fonts| fonts.layout_no_wrap(text, font, Color32::PLACEHOLDER))
    }

    fn put(&mut self, center: Pos2, galley: &Arc<Galley>, color: Color32, angle: f32) {
        let corner = center - galley.size() / 2.0;
        let shape =
            TextShape::new(corner, Arc::clone(galley), color).with_override_text_color(color);
        self.shapes.push(Shape::Text(if angle == 0.0 {
            shape
        } else {
            shape.with_angle_and_anchor(angle, Align2::CENTER_CENTER)
        }));
    }
}

/// By which it is seen whether the toolkit's letters still lie where they lay in its texture.
#[derive(Clone)]
pub struct FontAtlasStamp {
    size: [usize; 2],
    /// A line that the toolkit keeps for as long as its letters.
    line: Arc<Galley>,
}

impl FontAtlasStamp {
    /// How the letters lie now.
    pub fn now(ctx: &Context) -> Self {
        let font = FontId::new(size::TEXT, FontFamily::Proportional);
        let line = ctx.fonts_mut(|fonts| {
            fonts.layout_no_wrap("Entente".to_owned(), font, Color32::PLACEHOLDER)
        });
        Self { size: ctx.fonts(|fonts| fonts.font_image_size()), line }
    }
}

impl PartialEq for FontAtlasStamp {
    fn eq(&self, other: &Self) -> bool {
        self.size == other.size && Arc::ptr_eq(&self.line, &other.line)
    }
}
