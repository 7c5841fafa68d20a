//! Builds the meshes of the map's text: names, labels along ties, letters in marks. Where the embedded
//! font has all glyphs, the toolkit sets the text in whole physical pixels, so that zooming doesn't fill the
//! font atlas; other lines are shown as textures.

use std::collections::BTreeMap;
use std::sync::Arc;

use egui::epaint::{ClippedShape, TextShape};
use egui::{
    Align2, Color32, Context, FontFamily, FontId, Galley, Mesh, Pos2, Rect, Shape, Stroke, vec2,
};

use super::colors::dimmed;
use super::line_sizes::LineSizes;
use super::text_textures::TextTextures;
use crate::export::TextLineStyle;
use crate::model::{Color, Point};
use crate::scene::text::{self, Han};
use crate::scene::{Emblem, Label, LabelOwner, NationMark, Scene, TieAtName, Weight, dash_strokes};
use crate::ui::canvas::viewport::Viewport;
use crate::ui::theme::{color32, semibold};

/// Text smaller than this on the screen, in logical pixels, is left out.
pub const SMALLEST: f32 = 5.0;
/// The same for the letters in marks: 6 pt.
const SMALLEST_MONOGRAM: f32 = 8.0;
/// From the middle of a line of capitals to the middle of the toolkit's line box above it, as a part of
/// the type's size (Noto Sans: ascent 1.069, descent 0.293, capitals 0.714).
const LINE_BOX_SHIFT: f32 = 0.031;
/// How far the chords of a line may leave its curve on the screen, in logical pixels.
const TOLERANCE: f32 = 0.25;
/// Up to this many labels have halos drawn in eight directions; more have four.
const FINE_HALOS: usize = 120;

/// Text under construction, for a viewport.
pub struct TextMeshBuilder<'a> {
    ctx: &'a Context,
    viewport: Viewport,
    /// The area of the screen outside which nothing is set.
    area: Rect,
    han: Han,
    textures: &'a mut TextTextures,
    shapes: Vec<Shape>,
}

/// How glyphs are coloured.
#[derive(Clone, Copy)]
struct Ink {
    color: Color,
    is_dimmed: bool,
    /// The colour drawn around glyphs so that they stay readable over lines, and in how many directions.
    halo: Option<(Color, u8)>,
    /// Whether the glyphs themselves are drawn; a line that is shown as a texture has them with its halo.
    has_letters: bool,
}

impl Ink {
    /// A colour without a halo.
    const fn plain(color: Color, is_dimmed: bool) -> Self {
        Self { color, is_dimmed, halo: None, has_letters: true }
    }
}

impl<'a> TextMeshBuilder<'a> {
    /// No text yet; Han letters will have the given forms.
    pub fn new(
        ctx: &'a Context,
        viewport: Viewport,
        area: Rect,
        han: Han,
        textures: &'a mut TextTextures,
    ) -> Self {
        Self { ctx, viewport, area, han, textures, shapes: Vec::new() }
    }

    /// Sets the letters in marks of a scene.
    pub fn monograms<'b>(
        &mut self,
        marks: impl IntoIterator<Item = &'b NationMark>,
        scene: &Scene,
    ) {
        for mark in marks {
            if let Emblem::Monogram { text, size, ink, .. } = &mark.emblem
                && shows_letters(mark, self.viewport.zoom())
            {
                let ink = Ink::plain(*ink, scene.dims_nation(mark.id));
                self.line(text, mark.center, *size, Weight::SemiBold, 0.0, ink);
            }
        }
    }

    /// Sets labels of a scene, with those of the ties at names that belong to them.
    pub fn labels<'b>(
        &mut self,
        labels: impl IntoIterator<Item = &'b Label>,
        ties_at_names: impl IntoIterator<Item = &'b TieAtName>,
        scene: &Scene,
    ) {
        let directions = if scene.labels.len() <= FINE_HALOS { 8 } else { 4 };
        let mut by_name: BTreeMap<LabelOwner, Vec<&TieAtName>> = BTreeMap::new();
        for part in ties_at_names {
            by_name.entry(part.name).or_default().push(part);
        }
        for label in labels {
            // A halo around dimmed glyphs would be stronger than they are.
            let is_dimmed = scene.dims_label(label);
            let halo = (!is_dimmed).then_some((label.halo, directions));
            let ink = Ink { halo, ..Ink::plain(label.color, is_dimmed) };
            // A hull may have its name several times.
            let area = label.bounds.expanded(label.size * Label::HALO);
            let mut parts = by_name.get(&label.owner).cloned().unwrap_or_default();
            parts.retain(|part| part.curve.hull_bounds().intersects(&area));
            if parts.is_empty() {
                self.label(label, ink);
            } else {
                if halo.is_some() {
                    self.label(label, Ink { has_letters: false, ..ink });
                }
                parts.into_iter().for_each(|part| self.tie_at_name(part, scene));
                self.label(label, Ink { halo: None, ..ink });
            }
        }
    }

    fn label(&mut self, label: &Label, ink: Ink) {
        for (center, line) in label.line_centers() {
            self.line(line, center, label.size, label.weight, label.angle_radians, ink);
        }
    }

    /// Draws the part of a tie between the halo and the letters of a name.
    fn tie_at_name(&mut self, part: &TieAtName, scene: &Scene) {
        let Some(tie) = scene.ties.get(part.tie) else { return };
        let color = dimmed(color32(part.color), scene.dims_tie(tie.id));
        let zoom = self.viewport.zoom();
        let sizes = LineSizes::of(scene, zoom);
        let pattern = sizes.pattern(&part.pattern, tie.emphasis, tie.curve.length());
        let width = part.width * sizes.magnified(tie.emphasis);
        for stroke in dash_strokes(&part.curve, &pattern, width, TOLERANCE / zoom) {
            let points = stroke.points.iter().map(|point| self.viewport.screen_from_world(*point));
            let points: Vec<Pos2> = points.collect();
            if points.iter().any(|point| self.area.contains(*point)) {
                self.shapes.push(Shape::line(points, Stroke::new(stroke.width * zoom, color)));
            }
        }
    }

    /// The meshes of all that was set.
    pub fn finish(self) -> Vec<Arc<Mesh>> {
        let clipped = ClippedShape { clip_rect: self.area, shape: Shape::Vec(self.shapes) };
        let primitives = self.ctx.tessellate(vec![clipped], self.viewport.pixels_per_point);
        let mesh = |primitive: egui::ClippedPrimitive| match primitive.primitive {
            egui::epaint::Primitive::Mesh(mesh) => Some(Arc::new(mesh)),
            egui::epaint::Primitive::Callback(_) => None,
        };
        primitives.into_iter().filter_map(mesh).collect()
    }

    /// Sets a line with the middle of its capitals at a point of the world.
    fn line(&mut self, text: &str, center: Point, size: f32, weight: Weight, angle: f32, ink: Ink) {
        let size = size * self.viewport.zoom();
        let at = self.viewport.screen_from_world(center);
        let reach = size * text.chars().count() as f32;
        if size < SMALLEST || !self.area.expand(reach).contains(at) {
            return;
        }
        self.set(text, at, size, weight, angle, ink);
    }

    /// Sets a line with the middle of its capitals at a point of the screen.
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
        let scale = self.viewport.pixels_per_point;
        if let Some(shown) = self.textures.get(self.ctx, text, size * scale, look) {
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
        if ink.has_letters {
            self.put(at, galley, dimmed(color32(ink.color), ink.is_dimmed), angle);
        }
    }

    fn galley(&self, text: &str, size: f32, weight: Weight) -> Arc<Galley> {
        let scale = self.viewport.pixels_per_point;
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

/// Whether letters are drawn in a mark: it has some, and they are large enough at a zoom.
pub fn shows_letters(mark: &NationMark, zoom: f32) -> bool {
    matches!(&mark.emblem, Emblem::Monogram { size, .. } if size * zoom >= SMALLEST_MONOGRAM)
}
