//! Builds the mesh of a scene's marks: lines with dashes and arrows, discs with flags, hulls.

mod lines;
mod nations;

use std::borrow::Cow;
use std::sync::Arc;

use egui::{Color32, Mesh, Pos2, Rect};

use super::colors::translucent;
use super::line_sizes::LineSizes;
use super::mesh_builder::{FAINTEST, MeshBuilder};
use super::texture_atlas::TextureAtlas;
use crate::model::{Color, Point};
use crate::scene::{HullLook, HullMark, Scene, Stroke};
use crate::ui::canvas::viewport::Viewport;

/// Up to this many ties, every dash is drawn as a stroke with round ends.
const MOST_FINE_TIES: usize = 400;
/// Details smaller than this on the screen aren't drawn, in logical pixels.
const TOO_SMALL: f32 = 1.0;

/// A mesh of marks under construction.
pub struct MarkMeshBuilder {
    scene: Arc<Scene>,
    atlas: Arc<TextureAtlas>,
    viewport: Viewport,
    mesh: MeshBuilder,
    /// Whether every dash is drawn as a stroke.
    is_fine: bool,
    lines: LineSizes,
}

impl MarkMeshBuilder {
    /// An empty mesh for marks of a scene; what lies outside `area` of the screen isn't drawn.
    pub fn new(
        scene: &Arc<Scene>,
        atlas: &Arc<TextureAtlas>,
        viewport: Viewport,
        area: Rect,
    ) -> Self {
        let (scene, atlas) = (Arc::clone(scene), Arc::clone(atlas));
        let mesh = MeshBuilder::new(&atlas, area, viewport.pixels_per_point);
        let is_fine = scene.ties.len() <= MOST_FINE_TIES;
        let lines = LineSizes::of(&scene, viewport.zoom());
        Self { scene, atlas, viewport, mesh, is_fine, lines }
    }

    /// Uses the memory of a mesh that is no longer needed; call it before anything is drawn.
    pub fn reuse(&mut self, mesh: Mesh) {
        self.mesh.reuse(mesh);
    }

    /// Reserves memory for a number of marks.
    pub fn reserve(&mut self, marks: usize) {
        self.mesh.reserve(marks);
    }

    /// Lets ties fade where they would cover the map: the less room between them, the more they fade.
    /// `density` is the length of ties for each square unit of the map.
    pub fn fade_ties(&mut self, density: f32) {
        const LEAST: f32 = 0.03;
        let cover = density / self.viewport.zoom();
        self.mesh.set_faintest((FAINTEST / cover.max(1.0).powf(0.7)).max(LEAST));
    }

    /// Draws the hulls: all areas, each covering those below, so that no two tints mix, and then all edges.
    pub fn hulls(&mut self) {
        let scene = Arc::clone(&self.scene);
        for hull in scene.hulls_by_size() {
            let tint = |look: &HullLook| scene.palette.tint(look.color, look.opacity);
            self.hull_area(hull, tint(&hull.look), 1.0);
            if let Some(apart) = &hull.apart {
                self.pieces(&apart.pieces, tint(&apart.look), self.strength_of(hull));
            }
        }
        scene.hulls_by_size().into_iter().for_each(|hull| self.hull_edge(hull));
    }

    /// Draws the hull of the nation at an index, if it is drawn as one.
    pub fn hull_of(&mut self, nation: usize) {
        let scene = Arc::clone(&self.scene);
        let id = scene.nations.get(nation).map(|mark| mark.id);
        let is_its = |hull: &&HullMark| hull.organisation.is_some() && hull.organisation == id;
        for hull in scene.hulls.iter().filter(is_its) {
            self.hull_area(hull, hull.look.color, hull.look.opacity);
            self.hull_edge(hull);
        }
    }

    fn hull_area(&mut self, hull: &HullMark, color: Color, opacity: f32) {
        self.pieces(&hull.pieces, color, opacity * self.strength_of(hull));
    }

    fn pieces(&mut self, pieces: &[[Point; 4]], color: Color, opacity: f32) {
        let color = translucent(color, opacity);
        for piece in pieces {
            let corners = piece.map(|corner| self.to_screen(corner));
            self.mesh.quad(corners, color);
        }
    }

    fn hull_edge(&mut self, hull: &HullMark) {
        self.edge(hull, &hull.look, &hull.outline);
        if let Some(apart) = &hull.apart {
            self.edge(hull, &apart.look, &apart.outlines);
        }
    }

    fn edge(&mut self, hull: &HullMark, look: &HullLook, outlines: &[Vec<Point>]) {
        let look = match hull.is_bloc {
            true => Cow::Owned(self.lines.edge_of_bloc(look)),
            false => Cow::Borrowed(look),
        };
        let color = translucent(look.color, look.edge_opacity * self.strength_of(hull));
        self.strokes(&look.strokes(outlines), color);
    }

    fn strength_of(&self, hull: &HullMark) -> f32 {
        if self.scene.dims_hull(hull) { Scene::DIMMED } else { 1.0 }
    }

    /// The mesh.
    pub fn finish(self) -> Mesh {
        self.mesh.finish()
    }

    fn strokes(&mut self, strokes: &[Stroke], color: Color32) {
        for stroke in strokes {
            let points = self.all_to_screen(&stroke.points);
            self.mesh.capped(&points, stroke.width * self.viewport.zoom(), color);
        }
    }

    #[inline]
    fn to_screen(&self, point: Point) -> Pos2 {
        self.viewport.screen_from_world(point)
    }

    fn all_to_screen(&self, points: &[Point]) -> Vec<Pos2> {
        points.iter().map(|point| self.to_screen(*point)).collect()
    }
}
