//! Meshes that were drawn for one viewport and are kept from frame to frame. A frame with the same
//! viewport shows them again; while the camera moves, they are moved along and, of a large map, stretched,
//! and only drawn again where that doesn't do or once it rests.

use std::sync::Arc;

use egui::{Mesh, Painter, Pos2, Rect};

use super::drawn_scene::DrawnScene;
use super::texture::TexturedMesh;
use crate::model::Rect as WorldRect;
use crate::ui::canvas::viewport::{CameraMotion, Viewport};

/// Meshes drawn for a viewport.
pub struct CachedMeshes<K> {
    /// What they show.
    key: K,
    viewport: Viewport,
    /// The part of the world that was drawn; of a large map more than is in view.
    world: WorldRect,
    /// The same on the screen.
    area: Rect,
    meshes: Vec<Arc<Mesh>>,
    /// The meshes, from the one with this index on, as another viewport shows them.
    stretched: Option<(Viewport, usize, Vec<Arc<Mesh>>)>,
}

impl<K: PartialEq> CachedMeshes<K> {
    /// What was drawn of a part of the world for a viewport.
    pub fn new(key: K, viewport: Viewport, world: WorldRect, meshes: Vec<Arc<Mesh>>) -> Self {
        Self { key, viewport, world, area: viewport.canvas, meshes, stretched: None }
    }

    /// Says which area of the screen was drawn, where that isn't the canvas.
    #[must_use]
    pub fn on_area(self, area: Rect) -> Self {
        Self { area, ..self }
    }

    /// What they show.
    pub const fn key(&self) -> &K {
        &self.key
    }

    /// Whether they can be shown again: they are just what is in view or, where they may be stretched
    /// by a factor, near enough.
    pub fn can_be_shown(
        &self,
        key: &K,
        drawn: &DrawnScene,
        viewport: &Viewport,
        most_stretch: Option<f32>,
    ) -> bool {
        match most_stretch {
            None => self.is_exact(key, viewport, &drawn.scene().bounds),
            Some(most) => self.can_be_stretched(key, viewport, most),
        }
    }

    /// Whether they are just what a viewport shows of a map within bounds, and nothing beyond it is drawn.
    pub fn is_exact(&self, key: &K, viewport: &Viewport, bounds: &WorldRect) -> bool {
        let is_tight = self.world == viewport.world() || self.world.holds(bounds);
        self.key == *key && self.viewport == *viewport && is_tight
    }

    /// Whether they can stand in for what another viewport shows, moved and stretched a little.
    fn can_be_stretched(&self, key: &K, viewport: &Viewport, most: f32) -> bool {
        let stretch = viewport.camera.zoom / self.viewport.camera.zoom;
        self.key == *key
            && self.viewport.pixels_per_point == viewport.pixels_per_point
            && (1.0 / most..=most).contains(&stretch)
            && self.world.holds(&viewport.world())
    }

    /// The meshes as they were drawn.
    pub fn into_meshes(self) -> Vec<Arc<Mesh>> {
        self.meshes
    }

    /// Paints the meshes as a viewport shows them.
    pub fn paint(&mut self, painter: &Painter, viewport: &Viewport) {
        for mesh in self.meshes(viewport) {
            painter.add(Arc::clone(mesh));
        }
    }

    /// The meshes as a viewport shows them.
    pub fn meshes(&mut self, viewport: &Viewport) -> &[Arc<Mesh>] {
        self.meshes_from(0, viewport)
    }

    /// The meshes, from the one with an index on, as a viewport shows them.
    pub fn meshes_from(&mut self, first: usize, viewport: &Viewport) -> &[Arc<Mesh>] {
        if self.viewport == *viewport {
            return self.meshes.get(first..).unwrap_or_default();
        }
        if self.stretched.as_ref().is_none_or(|(of, from, _)| (of, *from) != (viewport, first)) {
            let (scale, offset) = transform(&self.viewport, viewport);
            let meshes = self.meshes.iter().skip(first);
            let meshes = meshes.map(|mesh| Arc::new(stretched(mesh, scale, offset)));
            self.stretched = Some((*viewport, first, meshes.collect()));
        }
        self.stretched.as_ref().map_or(&[], |(_, _, meshes)| meshes)
    }

    /// The first mesh, to be shown by way of a texture as a viewport shows it.
    pub fn textured(&self, viewport: &Viewport, mesh_id: u64) -> Option<TexturedMesh> {
        let (scale, offset) = transform(&self.viewport, viewport);
        let pixel = 1.0 / self.viewport.pixels_per_point;
        let area = Rect::from_min_max(
            (self.area.min.to_vec2() / pixel).floor().to_pos2() * pixel,
            (self.area.max.to_vec2() / pixel).ceil().to_pos2() * pixel,
        );
        let shown_at = |corner: Pos2| corner * scale + offset;
        Some(TexturedMesh {
            mesh: Arc::clone(self.meshes.first()?),
            mesh_id,
            area,
            shown_at: Rect::from_min_max(shown_at(area.min), shown_at(area.max)),
        })
    }
}

/// The part of the screen to draw: around the view too while the camera moves, so that the meshes can be
/// moved along.
pub fn area_to_draw(viewport: &Viewport, motion: CameraMotion) -> Rect {
    let around = if motion == CameraMotion::AtRest { 0.0 } else { 0.25 };
    viewport.canvas.expand2(viewport.canvas.size() * around)
}

/// The largest factor by which lines and discs are stretched before they are drawn again; `None` at rest,
/// where they are drawn for the very view.
pub fn most_stretch_of_marks(drawn: &DrawnScene, motion: CameraMotion) -> Option<f32> {
    /// Nobody sees a tenth in the width of a line that moves.
    const UNSEEN: f32 = 1.1;
    match motion {
        CameraMotion::AtRest => None,
        CameraMotion::ByHand if drawn.is_large() => Some(1.3),
        CameraMotion::Flying if drawn.is_large() => Some(2.0),
        CameraMotion::ByHand | CameraMotion::Flying => Some(UNSEEN),
    }
}

/// The same for text. Where it is quickly set again, it is moved along but not stretched, which would blur
/// it.
pub fn most_stretch_of_text(drawn: &DrawnScene, motion: CameraMotion) -> Option<f32> {
    let most = most_stretch_of_marks(drawn, motion)?;
    Some(if drawn.is_large() { most } else { 1.0 })
}

/// How a point on the screen of one viewport becomes one of another: the factor for its coordinates,
/// and the offset that is then added.
fn transform(from: &Viewport, to: &Viewport) -> (f32, egui::Vec2) {
    let scale = to.camera.zoom / from.camera.zoom;
    let by = (from.camera.center_in_world - to.camera.center_in_world) * to.camera.zoom;
    let moved = to.canvas.center() - from.canvas.center() * scale;
    (scale, moved + egui::vec2(by.x, by.y))
}

fn stretched(mesh: &Mesh, scale: f32, offset: egui::Vec2) -> Mesh {
    let mut mesh = mesh.clone();
    for vertex in &mut mesh.vertices {
        vertex.pos = Pos2::new(vertex.pos.x * scale + offset.x, vertex.pos.y * scale + offset.y);
    }
    mesh
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Point;
    use crate::ui::canvas::viewport::camera::Camera;
    use egui::{Color32, pos2};

    fn view(x: f32, y: f32, zoom: f32, left: f32) -> Viewport {
        Viewport {
            camera: Camera { center_in_world: Point::new(x, y), zoom },
            canvas: Rect::from_min_max(pos2(left, 30.0), pos2(900.0, 700.0)),
            pixels_per_point: 1.0,
        }
    }

    #[test]
    fn moved_meshes_lie_where_the_other_view_has_them() {
        let (from, to) = (view(10.0, -40.0, 0.8, 0.0), view(60.0, 20.0, 0.95, 60.0));
        let place = Point::new(123.0, 45.0);
        let at = |view: &Viewport| view.camera.screen_from_world(view.canvas, place);
        let mut mesh = Mesh::default();
        mesh.colored_vertex(at(&from), Color32::WHITE);
        let drawn = from.world().expanded(1e3);
        let mut cached = CachedMeshes::new((), from, drawn, vec![Arc::new(mesh)]);
        assert!(!cached.is_exact(&(), &to, &drawn) && cached.can_be_stretched(&(), &to, 1.3));
        let moved = cached.meshes(&to)[0].vertices[0].pos;
        assert!(moved.distance(at(&to)) < 1e-2);
    }

    #[test]
    fn what_was_not_drawn_or_is_stretched_far_is_drawn_again() {
        let from = view(0.0, 0.0, 1.0, 0.0);
        let cached = CachedMeshes::new(7, from, from.world().expanded(50.0), Vec::new());
        let stands_in = |key, view: &Viewport, most| cached.can_be_stretched(&key, view, most);
        assert!(stands_in(7, &view(40.0, -40.0, 1.0, 0.0), 1.0));
        assert!(!stands_in(7, &view(60.0, 0.0, 1.0, 0.0), 1.3));
        assert!(!stands_in(7, &view(0.0, 0.0, 1.4, 0.0), 1.3));
        assert!(stands_in(7, &view(0.0, 0.0, 1.4, 0.0), 2.0));
        assert!(!stands_in(7, &view(0.0, 0.0, 1.01, 0.0), 1.0), "moved along alone");
        assert!(!stands_in(8, &from, 2.0));
    }
}
