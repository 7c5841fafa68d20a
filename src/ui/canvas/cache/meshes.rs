//! What has been drawn of a map, kept from frame to frame: meshes for one view of it. A frame with the
//! same view shows them again; where a large map is on its way, they are moved and stretched until it
//! rests, and only then drawn anew.

use std::sync::Arc;

use egui::{Mesh, Pos2, Rect};

use super::texture::Plate;
use crate::model::Rect as WorldRect;
use crate::ui::canvas::viewport::{CameraMotion, Viewport};

/// Meshes drawn for a view.
pub struct CachedMeshes<K> {
    /// What they show.
    key: K,
    view: Viewport,
    /// The part of the world that was drawn; more than is seen where the map is large.
    drawn: WorldRect,
    /// The same on the screen.
    area: Rect,
    meshes: Vec<Arc<Mesh>>,
    /// The meshes, from one on, as another view shows them.
    moved: Option<(Viewport, usize, Vec<Arc<Mesh>>)>,
}

impl<K: PartialEq> CachedMeshes<K> {
    /// What was drawn of a part of the world for a view.
    pub fn new(key: K, view: Viewport, drawn: WorldRect, meshes: Vec<Arc<Mesh>>) -> Self {
        Self { key, view, drawn, area: view.canvas, meshes, moved: None }
    }

    /// Says what part of the screen was drawn, where it isn't the canvas.
    #[must_use]
    pub fn drawn_for(self, area: Rect) -> Self {
        Self { area, ..self }
    }

    /// What it shows.
    pub const fn key(&self) -> &K {
        &self.key
    }

    /// Whether it is just what a view shows, and nothing beyond that is drawn of a map within bounds.
    pub fn is_of(&self, key: &K, view: &Viewport, bounds: &WorldRect) -> bool {
        let is_tight = self.drawn == view.world() || self.drawn.holds(bounds);
        self.key == *key && self.view == *view && is_tight
    }

    /// Whether it can stand in for what another view shows, moved and stretched a little.
    pub fn stands_in_for(&self, key: &K, view: &Viewport, motion: CameraMotion) -> bool {
        let most = most_stretch(motion);
        let stretch = view.camera.zoom / self.view.camera.zoom;
        self.key == *key
            && self.view.pixels_per_point == view.pixels_per_point
            && (1.0 / most..=most).contains(&stretch)
            && self.drawn.holds(&view.world())
    }

    /// The meshes as they were drawn.
    pub fn into_meshes(self) -> Vec<Arc<Mesh>> {
        self.meshes
    }

    /// The meshes as a view shows them.
    pub fn meshes(&mut self, view: &Viewport) -> &[Arc<Mesh>] {
        self.meshes_from(0, view)
    }

    /// The same without the first ones.
    pub fn meshes_from(&mut self, first: usize, view: &Viewport) -> &[Arc<Mesh>] {
        if self.view == *view {
            return self.meshes.get(first..).unwrap_or_default();
        }
        if self.moved.as_ref().is_none_or(|(of, from, _)| (of, *from) != (view, first)) {
            let (scale, by) = stretch(&self.view, view);
            let meshes = self.meshes.iter().skip(first);
            let meshes = meshes.map(|mesh| Arc::new(moved(mesh, scale, by)));
            self.moved = Some((*view, first, meshes.collect()));
        }
        self.moved.as_ref().map_or(&[], |(_, _, meshes)| meshes)
    }

    /// The first mesh as a plate that a view shows.
    pub fn plate(&self, view: &Viewport, number: u64) -> Option<Plate> {
        let (scale, by) = stretch(&self.view, view);
        let pixel = 1.0 / self.view.pixels_per_point;
        let area = Rect::from_min_max(
            (self.area.min.to_vec2() / pixel).floor().to_pos2() * pixel,
            (self.area.max.to_vec2() / pixel).ceil().to_pos2() * pixel,
        );
        let shown_at = |corner: Pos2| corner * scale + by;
        Some(Plate {
            mesh: Arc::clone(self.meshes.first()?),
            number,
            area,
            shown_at: Rect::from_min_max(shown_at(area.min), shown_at(area.max)),
        })
    }
}

/// Where a point on the screen of one viewport lies in another: its coordinates are multiplied by the
/// factor, then the offset is added.
fn stretch(from: &Viewport, to: &Viewport) -> (f32, egui::Vec2) {
    let scale = to.camera.zoom / from.camera.zoom;
    let by = (from.camera.center_in_world - to.camera.center_in_world) * to.camera.zoom;
    let moved = to.canvas.center() - from.canvas.center() * scale;
    (scale, moved + egui::vec2(by.x, by.y))
}

/// The largest factor by which meshes are stretched.
const fn most_stretch(motion: CameraMotion) -> f32 {
    match motion {
        CameraMotion::AtRest => 1.0,
        CameraMotion::ByHand => 1.3,
        CameraMotion::Flying => 2.0,
    }
}

fn moved(mesh: &Mesh, scale: f32, by: egui::Vec2) -> Mesh {
    let mut mesh = mesh.clone();
    for vertex in &mut mesh.vertices {
        vertex.pos = Pos2::new(vertex.pos.x * scale + by.x, vertex.pos.y * scale + by.y);
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
        let mut sheet = CachedMeshes::new((), from, drawn, vec![Arc::new(mesh)]);
        assert!(
            !sheet.is_of(&(), &to, &drawn) && sheet.stands_in_for(&(), &to, CameraMotion::ByHand)
        );
        let moved = sheet.meshes(&to)[0].vertices[0].pos;
        assert!(moved.distance(at(&to)) < 1e-2);
    }

    #[test]
    fn what_was_not_drawn_or_is_stretched_far_is_drawn_anew() {
        let from = view(0.0, 0.0, 1.0, 0.0);
        let sheet = CachedMeshes::new(7, from, from.world().expanded(50.0), Vec::new());
        let stands_in = |key, view: &Viewport, motion| sheet.stands_in_for(&key, view, motion);
        assert!(stands_in(7, &view(40.0, -40.0, 1.0, 0.0), CameraMotion::ByHand));
        assert!(!stands_in(7, &view(60.0, 0.0, 1.0, 0.0), CameraMotion::ByHand));
        assert!(!stands_in(7, &view(0.0, 0.0, 1.4, 0.0), CameraMotion::ByHand));
        assert!(stands_in(7, &view(0.0, 0.0, 1.4, 0.0), CameraMotion::Flying), "a flight is short");
        assert!(!stands_in(7, &view(0.0, 0.0, 2.1, 0.0), CameraMotion::Flying));
        assert!(!stands_in(8, &from, CameraMotion::Flying));
    }
}
