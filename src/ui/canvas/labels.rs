//! The text of the map: names, what is written along ties, the letters in discs. Set by the toolkit
//! in whole physical pixels, so that a zoom doesn't fill the font atlas, where the embedded font has
//! all letters; else shown as pictures.

use std::sync::Arc;

use egui::epaint::TextShape;
use egui::{Align2, Color32, FontFamily, FontId, Galley, Painter, Pos2, Rect, vec2};

use super::camera::Camera;
use super::focus::Focus;
use super::letters::Letters;
use crate::export::LineLook;
use crate::model::{Color, Point};
use crate::scene::text::{self, Han};
use crate::scene::{Emblem, Label, LabelOwner, Scene, Weight};
use crate::ui::theme::{color32, semibold};

/// Text smaller than this on the screen, in logical pixels, is left out.
const SMALLEST: f32 = 5.0;
/// From the middle of a line of capitals up to the middle of the toolkit's line box, as a part of the
/// type's size (Noto Sans: ascent 1.069, descent 0.293, capitals 0.714).
const LINE_BOX_SHIFT: f32 = 0.031;
/// Up to so many labels have a halo drawn in eight directions; more have four.
const FINE_HALOS: usize = 300;

/// Paints every label and monogram of a scene, Han letters in the given forms. `hidden` is the owner
/// of a label that is being edited.
#[expect(clippy::too_many_arguments, reason = "all that text on the canvas depends on")]
pub fn paint(
    painter: &Painter,
    canvas: Rect,
    camera: &Camera,
    scene: &Scene,
    han: Han,
    letters: &mut Letters,
    focus: &Focus,
    hidden: Option<LabelOwner>,
) {
    letters.begin_frame();
    let mut setter = Setter { painter, canvas, camera, han, letters };
    for mark in &scene.nations {
        if let Emblem::Monogram { text, size, ink, .. } = &mark.emblem {
            let ink = Ink { color: *ink, halo: None, shown: focus.shows_nation(mark.id) };
            setter.line(text, mark.center, *size, Weight::SemiBold, 0.0, ink);
        }
    }
    let directions = if scene.labels.len() <= FINE_HALOS { 8 } else { 4 };
    for label in scene.labels.iter().filter(|label| Some(label.owner) != hidden) {
        let shown = match label.owner {
            LabelOwner::Nation(id) => focus.shows_nation(id),
            LabelOwner::Tie(id) => focus.shows_tie(id),
            LabelOwner::Hull(_) => !scene.dims_label(label),
        };
        setter.label(label, shown, directions);
    }
}

struct Setter<'a> {
    painter: &'a Painter,
    canvas: Rect,
    camera: &'a Camera,
    han: Han,
    letters: &'a mut Letters,
}

/// How letters are coloured.
#[derive(Clone, Copy)]
struct Ink {
    color: Color,
    /// What is drawn around letters so that they stay readable over lines, and in how many directions.
    halo: Option<(Color, u8)>,
    /// Whether they stand out, and aren't faded.
    shown: bool,
}

impl Ink {
    fn of(label: &Label, shown: bool, directions: u8) -> Self {
        Self { color: label.color, halo: shown.then_some((label.halo, directions)), shown }
    }
}

impl Setter<'_> {
    fn label(&mut self, label: &Label, shown: bool, directions: u8) {
        let ink = Ink::of(label, shown, directions);
        for (center, line) in label.line_centers() {
            self.line(line, center, label.size, label.weight, label.angle_radians, ink);
        }
    }

    /// Sets a line with the middle of its capitals at a point of the world.
    fn line(&mut self, text: &str, center: Point, size: f32, weight: Weight, angle: f32, ink: Ink) {
        let size = size * self.camera.zoom;
        let at = self.camera.screen_from_world(self.canvas, center);
        let reach = size * text.chars().count() as f32;
        if size < SMALLEST || !self.canvas.expand(reach).contains(at) {
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
        let look = LineLook { weight, han, color: ink.color, halo };
        let ctx = self.painter.ctx();
        let in_pixels = size * self.painter.pixels_per_point();
        if let Some(shown) = self.letters.get(ctx, text, in_pixels, look) {
            let tint = Focus::fade(Color32::WHITE, ink.shown);
            shown.paint(self.painter, at, size, angle, tint);
        }
    }

    fn haloed(&self, at: Pos2, galley: &Arc<Galley>, size: f32, angle: f32, ink: Ink) {
        if let Some((halo, directions)) = ink.halo {
            let radius = size * Label::HALO / 2.0;
            for step in 0..directions {
                let turn = f32::from(step) / f32::from(directions) * std::f32::consts::TAU;
                let offset = vec2(turn.cos(), turn.sin()) * radius;
                self.put(at + offset, galley, color32(halo), angle);
            }
        }
        self.put(at, galley, Focus::fade(color32(ink.color), ink.shown), angle);
    }

    fn galley(&self, text: &str, size: f32, weight: Weight) -> Arc<Galley> {
        let scale = self.painter.pixels_per_point();
        let size = (size * scale).round() / scale;
        let family = match weight {
            Weight::Regular => FontFamily::Proportional,
            Weight::SemiBold => semibold(),
        };
        let font = FontId::new(size, family);
        self.painter.layout_no_wrap(text.to_owned(), font, Color32::PLACEHOLDER)
    }

    fn put(&self, center: Pos2, galley: &Arc<Galley>, color: Color32, angle: f32) {
        let corner = center - galley.size() / 2.0;
        let shape =
            TextShape::new(corner, Arc::clone(galley), color).with_override_text_color(color);
        self.painter.add(if angle == 0.0 {
            shape
        } else {
            shape.with_angle_and_anchor(angle, Align2::CENTER_CENTER)
        });
    }
}
