//! Marks of a scene as geometry of the mesh: strokes, discs, flags, arrows.

use std::sync::Arc;

use egui::{Color32, Mesh, Pos2, Rect};

use super::atlas_strips::DashPattern;
use super::mesh_builder::{FAINTEST, MeshBuilder};
use super::texture_atlas::Atlas;
use crate::model::{Color, Point};
use crate::scene::{
    Arrow, Curve, Decoration, Emblem, NationMark, Pattern, Scene, Shape, Stroke, TieMark,
    dash_strokes, double_lines,
};
use crate::ui::canvas::viewport::Viewport;
use crate::ui::canvas::viewport::camera::Camera;
use crate::ui::theme::color32;

/// How far a curve's chords may leave it on the screen, in logical pixels.
const TOLERANCE: f32 = 0.25;
/// The height of the pin at a nation's upper right, as a part of its radius.
const PIN: f32 = 0.5;
/// Up to so many ties every dash is drawn by itself, with its round ends.
const MOST_FINE_TIES: usize = 400;
/// Dashes of longer periods than this on the screen are drawn by themselves on any map.
const LONG_PERIOD: f32 = 100.0;
/// What is smaller than this on the screen isn't drawn, in logical pixels.
const TOO_SMALL: f32 = 1.0;
/// The least zoom at which a double line is seen to be one.
const LEAST_DOUBLE: f32 = 0.4;
/// A nation with a smaller radius on the screen is a dot.
const DOT: f32 = 3.0;
/// The radius of the smallest dot.
const LEAST_DOT: f32 = 0.9;
/// A nation with a smaller radius on the screen is drawn with few corners.
const SMALL: f32 = 9.0;

/// A frame of the map on its way into a mesh.
pub struct MarkMeshBuilder {
    scene: Arc<Scene>,
    atlas: Arc<Atlas>,
    camera: Camera,
    canvas: Rect,
    batch: MeshBuilder,
    /// Whether every dash is drawn by itself.
    is_fine: bool,
}

impl MarkMeshBuilder {
    /// An empty drawing of a scene for a view; what lies outside `area` of the screen isn't drawn.
    pub fn of(scene: &Arc<Scene>, atlas: &Arc<Atlas>, view: Viewport, area: Rect) -> Self {
        let (scene, atlas) = (Arc::clone(scene), Arc::clone(atlas));
        let batch = MeshBuilder::new(&atlas, area, view.pixels_per_point);
        let is_fine = scene.ties.len() <= MOST_FINE_TIES;
        Self { scene, atlas, camera: view.camera, canvas: view.canvas, batch, is_fine }
    }

    /// Draws into the memory of a mesh that is done with.
    pub fn reuse(&mut self, mesh: Mesh) {
        self.batch.reuse(mesh);
    }

    /// Takes memory at once for so many marks.
    pub fn reserve(&mut self, marks: usize) {
        self.batch.reserve(marks);
    }

    /// Lets ties fade where they would cover the map: the more, the less room there is between them.
    /// `density` is how long ties are for each square unit of the map.
    pub fn fade_ties(&mut self, density: f32) {
        const LEAST: f32 = 0.03;
        let cover = density / self.camera.zoom;
        self.batch.set_faintest((FAINTEST / cover.max(1.0).powf(0.7)).max(LEAST));
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
        let color = dimmed(color32(mark.color), scene.dims_membership(mark));
        self.line(&mark.curve, &mark.pattern, mark.width, color);
    }

    /// Draws the line of a tie, with its dashes, crosses, arrow and strike.
    pub fn tie(&mut self, index: usize) {
        let scene = Arc::clone(&self.scene);
        if let Some(mark) = scene.ties.get(index) {
            self.tie_mark(&scene, mark);
        }
    }

    /// As [`Self::tie`], for a mark at hand.
    pub(in crate::ui::canvas) fn tie_mark(&mut self, scene: &Scene, mark: &TieMark) {
        let bounds = mark.curve.hull_bounds().expanded(12.0);
        let rect = Rect::from_min_max(self.to_screen(bounds.min), self.to_screen(bounds.max));
        if !self.batch.sees(rect) {
            return;
        }
        let color = dimmed(color32(mark.color), scene.dims_tie(mark.id));
        self.line(&mark.curve, &mark.pattern, mark.width, color);
        self.decorations(mark, color);
    }

    /// What stands on a tie's line, as far as it is large enough to be seen.
    fn decorations(&mut self, mark: &TieMark, color: Color32) {
        const SMALL_ARROW: f32 = 5.0;
        let zoom = self.camera.zoom;
        let is_crossed = mark.pattern.decoration == Decoration::Crossed;
        if is_crossed && mark.pattern.reach(mark.width) * zoom >= TOO_SMALL {
            self.strokes(&mark.pattern.crosses(&mark.curve, mark.width), color);
        }
        if let Some(strike) = mark.strike.filter(|s| s.from.distance(s.to) * zoom >= TOO_SMALL) {
            self.strokes(&[strike.strike(mark.width)], color);
        }
        if let Some(Arrow { tip, base }) = mark.arrow {
            let length = tip.distance(base[0].lerp(base[1], 0.5)) * zoom;
            let corners = [tip, base[0], base[1]].map(|point| self.to_screen(point));
            if length >= SMALL_ARROW {
                self.batch.polygon(&corners, color);
            } else if length >= TOO_SMALL {
                self.batch.triangle(corners, color);
            }
        }
    }

    /// Draws a line with its dashes: each by itself, or from the texture where there are many, or
    /// fainter and unbroken where they are too small to be seen.
    fn line(&mut self, curve: &Curve, pattern: &Pattern, width: f32, color: Color32) {
        let zoom = self.camera.zoom;
        let rhythm = DashPattern::of(&pattern.dashes, width).map(|(r, period)| (r, period * zoom));
        match rhythm {
            Some((_, period)) if self.is_fine || period > LONG_PERIOD => {
                let plain = Pattern { decoration: pattern.decoration.lines(), ..pattern.clone() };
                self.strokes(&dash_strokes(curve, &plain, width, TOLERANCE / zoom), color);
                return;
            }
            _ => {}
        }
        if curve.is_straight() && pattern.decoration != Decoration::Double {
            self.run(&[self.to_screen(curve.from), self.to_screen(curve.to)], width, color, rhythm);
            return;
        }
        let points = curve.flatten(TOLERANCE / zoom);
        if pattern.decoration == Decoration::Double && zoom >= LEAST_DOUBLE {
            let (lines, width) = double_lines(&points, width);
            for line in lines {
                self.run(&self.all_to_screen(&line), width, color, rhythm);
            }
        } else {
            self.run(&self.all_to_screen(&points), width, color, rhythm);
        }
    }

    fn run(
        &mut self,
        points: &[Pos2],
        width: f32,
        color: Color32,
        rhythm: Option<(DashPattern, f32)>,
    ) {
        let width = width * self.camera.zoom;
        match rhythm {
            Some((rhythm, period)) if rhythm.gap() * period >= TOO_SMALL => {
                self.batch.dashed(points, width, color, (rhythm, period));
            }
            Some((rhythm, _)) => {
                self.batch.stroke(points, width, color.gamma_multiply(rhythm.drawn()));
            }
            None if self.is_fine => self.batch.capped(points, width, color),
            None => self.batch.stroke(points, width, color),
        }
    }

    /// Draws the ring in the middle of a tie that others end at.
    pub fn ring(&mut self, index: usize) {
        let scene = Arc::clone(&self.scene);
        if let Some(mark) = scene.ties.get(index) {
            self.ring_mark(&scene, mark);
        }
    }

    /// As [`Self::ring`], for a mark at hand.
    pub(in crate::ui::canvas) fn ring_mark(&mut self, scene: &Scene, mark: &TieMark) {
        let Some(radius) = mark.ring.filter(|r| r * self.camera.zoom >= TOO_SMALL) else { return };
        let (at, zoom) = (self.to_screen(mark.middle), self.camera.zoom);
        self.batch.disc(at, radius * zoom, color32(scene.palette.canvas));
        let color = dimmed(color32(mark.color), scene.dims_tie(mark.id));
        self.batch.ring(at, radius * zoom, mark.width * zoom, color);
    }

    /// Draws a nation's outline with its emblem; letters are drawn with the labels.
    pub fn nation(&mut self, index: usize) {
        let scene = Arc::clone(&self.scene);
        if let Some(mark) = scene.nations.get(index) {
            self.nation_mark(&scene, mark);
        }
    }

    /// As [`Self::nation`], for a mark at hand.
    pub(in crate::ui::canvas) fn nation_mark(&mut self, scene: &Scene, mark: &NationMark) {
        if !mark.is_drawn() {
            return;
        }
        let (at, radius) = (self.to_screen(mark.center), mark.radius * self.camera.zoom);
        if !self.batch.sees(Rect::from_center_size(at, egui::Vec2::splat(2.0 * radius))) {
            return;
        }
        let is_dimmed = scene.dims_nation(mark.id);
        if radius < SMALL && mark.shape == Shape::Disc {
            self.small_disc(mark, at, radius, is_dimmed);
        } else {
            self.fill(mark, at, radius, is_dimmed);
        }
        if mark.pinned && radius * PIN >= TOO_SMALL {
            let ink = dimmed(color32(scene.palette.ink), scene.dims_nation(mark.id));
            self.pin(mark, ink, color32(scene.palette.canvas));
        }
    }

    /// A disc of few corners: a dot, or one with a rim.
    fn small_disc(&mut self, mark: &NationMark, at: Pos2, radius: f32, is_dimmed: bool) {
        let shade = |color| dimmed(color, is_dimmed);
        let rim = shade(color32(self.scene.palette.ink)).gamma_multiply(NationMark::RIM_OPACITY);
        if is_dimmed {
            self.batch.disc(at, radius, color32(self.scene.palette.canvas));
        }
        let fill = match &mark.emblem {
            Emblem::Monogram { fill, .. } | Emblem::Plain(fill) => *fill,
            Emblem::Flag(flag) => {
                let corners = mark.shape.outline_of(12, mark.center, mark.radius);
                if let Some(uv) = self.atlas.flag(flag) {
                    let corners = self.all_to_screen(&corners);
                    self.batch.textured_polygon(&corners, uv, shade(Color32::WHITE));
                }
                self.batch.thin_ring(at, radius, rim);
                return;
            }
        };
        let color = mark.band.unwrap_or(fill);
        // A dot in nearly the colour of the canvas would not be seen.
        let palette = &self.scene.palette;
        let is_seen = radius >= DOT || !are_alike(color, palette.canvas);
        let color = if is_seen { color } else { palette.second_ink };
        self.batch.disc(at, radius.max(LEAST_DOT), shade(color32(color)));
        if radius >= DOT {
            if mark.band.is_some() {
                let within = radius * (1.0 - NationMark::BAND);
                self.batch.disc(at, within, color32(self.scene.palette.canvas));
                self.batch.disc(at, within, shade(color32(fill)));
            }
            self.batch.thin_ring(at, radius, rim);
        }
    }

    fn fill(&mut self, mark: &NationMark, at: Pos2, radius: f32, is_dimmed: bool) {
        let shade = |color| dimmed(color, is_dimmed);
        let rim = shade(color32(self.scene.palette.ink)).gamma_multiply(NationMark::RIM_OPACITY);
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
        // Ties pass below a nation even where it is dimmed or its flag is clear.
        plain(color32(self.scene.palette.canvas));
        match &mark.emblem {
            Emblem::Monogram { fill, .. } | Emblem::Plain(fill) => plain(shade(color32(*fill))),
            Emblem::Flag(flag) => {
                if let Some(uv) = self.atlas.flag(flag) {
                    self.batch.textured_polygon(&corners, uv, shade(Color32::WHITE));
                }
            }
        }
        if let Some(band) = mark.band {
            let (line, width) = mark.band_line();
            let line = self.all_to_screen(&line);
            self.batch.outline(&line, width * self.camera.zoom, shade(color32(band)));
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
pub(in crate::ui::canvas) fn translucent(color: Color, opacity: f32) -> Color32 {
    color32(color).gamma_multiply(opacity)
}

/// Whether a dot of the one colour would hardly be seen on a ground of the other.
fn are_alike(a: Color, b: Color) -> bool {
    const LEAST_STEP: u8 = 60;
    a.r.abs_diff(b.r).max(a.g.abs_diff(b.g)).max(a.b.abs_diff(b.b)) < LEAST_STEP
}

/// A colour of the canvas, faint where its mark is dimmed.
pub(in crate::ui::canvas) fn dimmed(color: Color32, is_dimmed: bool) -> Color32 {
    if is_dimmed { color.gamma_multiply(Scene::DIMMED) } else { color }
}
