//! Marks of a scene as geometry of the mesh: strokes, discs, flags, arrows.

use std::sync::Arc;

use egui::{Color32, Mesh, Pos2, Rect};

use super::atlas::Atlas;
use super::batch::Batch;
use super::camera::Camera;
use super::focus::Focus;
use crate::model::{Color, Point};
use crate::scene::{Arrow, Emblem, NationMark, Scene, Shape, Stroke, dash_strokes};
use crate::ui::theme::color32;

/// How far a curve's chords may leave it on the screen, in logical pixels.
const TOLERANCE: f32 = 0.25;
/// The height of the pin at a nation's upper right, as a part of its radius.
const PIN: f32 = 0.5;

/// A frame of the map on its way into a mesh.
pub struct Drawing {
    scene: Arc<Scene>,
    atlas: Arc<Atlas>,
    camera: Camera,
    canvas: Rect,
    focus: Focus,
    batch: Batch,
}

impl Drawing {
    /// An empty drawing of a scene, seen by a camera on a canvas.
    pub fn new(
        scene: Arc<Scene>,
        atlas: Arc<Atlas>,
        camera: Camera,
        canvas: Rect,
        focus: Focus,
    ) -> Self {
        let batch = Batch::new(&atlas, canvas);
        Self { scene, atlas, camera, canvas, focus, batch }
    }

    /// Draws the hulls, and on them the grounds of nations that don't belong to those they lie in.
    pub fn hulls(&mut self) {
        let scene = Arc::clone(&self.scene);
        for hull in &scene.hulls {
            let corners = self.all_to_screen(&hull.outline);
            let strength = if scene.dims_hull(hull) { Scene::DIMMED } else { 1.0 };
            let (area, edge) = (hull.look.opacity * strength, hull.look.edge_opacity * strength);
            self.batch.polygon(&corners, translucent(hull.look.color, area));
            self.strokes(&hull.edge(), translucent(hull.look.color, edge));
        }
        for ground in &scene.grounds {
            let corners = self.all_to_screen(&ground.outline);
            self.batch.polygon(&corners, color32(ground.fill));
            self.batch.outline(&corners, ground.width * self.camera.zoom, color32(ground.edge));
        }
    }

    /// The mesh.
    pub fn finish(self) -> Mesh {
        self.batch.finish()
    }

    /// Draws the line of a membership.
    pub fn membership(&mut self, index: usize) {
        let scene = Arc::clone(&self.scene);
        let Some(mark) = scene.memberships.get(index) else { return };
        let shown = self.focus.shows_membership(mark);
        let tolerance = TOLERANCE / self.camera.zoom;
        let strokes = dash_strokes(&mark.curve, &mark.pattern, mark.width, tolerance);
        self.strokes(&strokes, faded(mark.color, shown));
    }

    /// Draws the line of a tie, with its dashes, crosses, arrow and strike.
    pub fn tie(&mut self, index: usize) {
        let scene = Arc::clone(&self.scene);
        let Some(mark) = scene.ties.get(index) else { return };
        let bounds = mark.curve.bounds().expanded(12.0);
        let rect = Rect::from_two_pos(self.to_screen(bounds.min), self.to_screen(bounds.max));
        if !self.batch.sees(rect) {
            return;
        }
        let color = faded(mark.color, self.focus.shows_tie(mark.id));
        self.strokes(&mark.strokes(TOLERANCE / self.camera.zoom), color);
        if let Some(Arrow { tip, base }) = mark.arrow {
            let corners = [tip, base[0], base[1]].map(|point| self.to_screen(point));
            self.batch.polygon(&corners, color);
        }
    }

    /// Draws the ring in the middle of a tie that others end at.
    pub fn ring(&mut self, index: usize) {
        let scene = Arc::clone(&self.scene);
        let Some(mark) = scene.ties.get(index) else { return };
        let Some(radius) = mark.ring else { return };
        let color = faded(mark.color, self.focus.shows_tie(mark.id));
        let (at, zoom) = (self.to_screen(mark.middle), self.camera.zoom);
        self.batch.disc(at, radius * zoom, color32(scene.palette.canvas));
        self.batch.ring(at, radius * zoom, mark.width * zoom, color);
    }

    /// Draws a nation's outline with its emblem; letters are drawn with the labels.
    pub fn nation(&mut self, index: usize) {
        let scene = Arc::clone(&self.scene);
        let Some(mark) = scene.nations.get(index).filter(|mark| mark.is_drawn()) else { return };
        let shown = self.focus.shows_nation(mark.id);
        let (at, radius) = (self.to_screen(mark.center), mark.radius * self.camera.zoom);
        self.fill(mark, at, radius, shown);
        if mark.pinned {
            self.pin(mark, faded(scene.palette.ink, shown), color32(scene.palette.canvas));
        }
    }

    fn fill(&mut self, mark: &NationMark, at: Pos2, radius: f32, shown: bool) {
        let canvas = color32(self.scene.palette.canvas);
        let rim = faded(self.scene.palette.ink, shown).gamma_multiply(NationMark::RIM_OPACITY);
        let corners = self.all_to_screen(&mark.outline());
        let is_disc = mark.shape == Shape::Disc;
        let mut plain = |color| {
            // A disc of the texture is far smaller than one of 64 corners.
            if is_disc {
                self.batch.disc(at, radius, color);
            } else {
                self.batch.polygon(&corners, color);
            }
        };
        // Ties pass below a nation even where it is faded: its ground is always opaque.
        plain(canvas);
        match &mark.emblem {
            Emblem::Monogram { fill, .. } | Emblem::Plain(fill) => plain(faded(*fill, shown)),
            Emblem::Flag(flag) => {
                if let Some(uv) = self.atlas.flag(flag) {
                    let tint = Focus::fade(Color32::WHITE, shown);
                    self.batch.picture(&corners, uv, tint);
                }
            }
        }
        if let Some(band) = mark.band {
            let (line, width) = mark.band_line();
            let line = self.all_to_screen(&line);
            self.batch.outline(&line, width * self.camera.zoom, faded(band, shown));
        }
        let width = self.camera.zoom.max(0.5);
        if is_disc {
            self.batch.ring(at, radius, width, rim);
        } else {
            self.batch.outline(&corners, width, rim);
        }
    }

    /// A small pin at the upper right: a head with a needle.
    fn pin(&mut self, mark: &NationMark, ink: Color32, ground: Color32) {
        let size = mark.radius * PIN * self.camera.zoom;
        let foot =
            self.to_screen(mark.center) + egui::vec2(0.72, -0.72) * mark.radius * self.camera.zoom;
        let head = foot + egui::vec2(0.6, -0.6) * size;
        self.batch.stroke(&[foot, head], (size * 0.22).max(1.0), ink);
        self.batch.disc(head, size * 0.52, ground);
        self.batch.disc(head, size * 0.40, ink);
    }

    fn strokes(&mut self, strokes: &[Stroke], color: Color32) {
        for stroke in strokes {
            let points = self.all_to_screen(&stroke.points);
            self.batch.capped(&points, stroke.width * self.camera.zoom, color);
        }
    }

    fn to_screen(&self, point: Point) -> Pos2 {
        self.camera.screen_from_world(self.canvas, point)
    }

    fn all_to_screen(&self, points: &[Point]) -> Vec<Pos2> {
        points.iter().map(|point| self.to_screen(*point)).collect()
    }
}

/// A colour of the scene that lets through what is behind it.
pub(super) fn translucent(color: Color, opacity: f32) -> Color32 {
    color32(color).gamma_multiply(opacity)
}

/// A colour of the scene, faded where its mark doesn't stand out.
fn faded(color: Color, shown: bool) -> Color32 {
    Focus::fade(color32(color), shown)
}
