//! What has been drawn of a map, kept from frame to frame: meshes for one view of it. A frame with the
//! same view shows them again; where a large map is on its way, they are moved and stretched until it
//! rests, and only then drawn anew.

use std::sync::Arc;

use egui::{Mesh, Pos2, Rect};

use super::texture::Plate;
use crate::model::Rect as WorldRect;
use crate::ui::canvas::camera::Camera;

/// From where the map is seen, and on which part of the screen.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct View {
    /// Where the camera looks.
    pub camera: Camera,
    /// The part of the screen.
    pub canvas: Rect,
    /// Physical pixels for each logical one.
    pub pixels_per_point: f32,
}

impl View {
    /// The part of the world that is seen.
    pub fn world(&self) -> WorldRect {
        self.camera.world_rect_from_screen(self.canvas, self.canvas)
    }

    /// Where a place on the screen of this view is in another one: so many times as far from the
    /// origin, and moved.
    fn to(&self, other: &Self) -> (f32, egui::Vec2) {
        let scale = other.camera.zoom / self.camera.zoom;
        let by = (self.camera.center_in_world - other.camera.center_in_world) * other.camera.zoom;
        let moved = other.canvas.center() - self.canvas.center() * scale;
        (scale, moved + egui::vec2(by.x, by.y))
    }
}

/// How the camera goes, on which depends how exact a large map has to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pace {
    /// It has been where it is for a moment.
    Rests,
    /// The hand moves it.
    Goes,
    /// It is in a flight, too short for an eye to look closely.
    Flies,
}

impl Pace {
    /// How far meshes are stretched at most.
    const fn most_stretch(self) -> f32 {
        match self {
            Self::Rests => 1.0,
            Self::Goes => 1.3,
            Self::Flies => 2.0,
        }
    }
}

/// Meshes drawn for a view.
pub struct Sheet<K> {
    /// What they show.
    key: K,
    view: View,
    /// The part of the world that was drawn; more than is seen where the map is large.
    drawn: WorldRect,
    /// The same on the screen.
    area: Rect,
    meshes: Vec<Arc<Mesh>>,
    /// The meshes, from one on, as another view shows them.
    moved: Option<(View, usize, Vec<Arc<Mesh>>)>,
}

impl<K: PartialEq> Sheet<K> {
    /// What was drawn of a part of the world for a view.
    pub fn new(key: K, view: View, drawn: WorldRect, meshes: Vec<Arc<Mesh>>) -> Self {
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
    pub fn is_of(&self, key: &K, view: &View, bounds: &WorldRect) -> bool {
        let is_tight = self.drawn == view.world() || self.drawn.holds(bounds);
        self.key == *key && self.view == *view && is_tight
    }

    /// Whether it can stand in for what another view shows, moved and stretched a little.
    pub fn stands_in_for(&self, key: &K, view: &View, pace: Pace) -> bool {
        let most = pace.most_stretch();
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
    pub fn meshes(&mut self, view: &View) -> &[Arc<Mesh>] {
        self.meshes_from(0, view)
    }

    /// The same without the first ones.
    pub fn meshes_from(&mut self, first: usize, view: &View) -> &[Arc<Mesh>] {
        if self.view == *view {
            return self.meshes.get(first..).unwrap_or_default();
        }
        if self.moved.as_ref().is_none_or(|(of, from, _)| (of, *from) != (view, first)) {
            let (scale, by) = self.view.to(view);
            let meshes = self.meshes.iter().skip(first);
            let meshes = meshes.map(|mesh| Arc::new(moved(mesh, scale, by)));
            self.moved = Some((*view, first, meshes.collect()));
        }
        self.moved.as_ref().map_or(&[], |(_, _, meshes)| meshes)
    }

    /// The first mesh as a plate that a view shows.
    pub fn plate(&self, view: &View, number: u64) -> Option<Plate> {
        let (scale, by) = self.view.to(view);
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
    use egui::{Color32, pos2};

    fn view(x: f32, y: f32, zoom: f32, left: f32) -> View {
        View {
            camera: Camera { center_in_world: Point::new(x, y), zoom },
            canvas: Rect::from_min_max(pos2(left, 30.0), pos2(900.0, 700.0)),
            pixels_per_point: 1.0,
        }
    }

    #[test]
    fn moved_meshes_lie_where_the_other_view_has_them() {
        let (from, to) = (view(10.0, -40.0, 0.8, 0.0), view(60.0, 20.0, 0.95, 60.0));
        let place = Point::new(123.0, 45.0);
        let at = |view: &View| view.camera.screen_from_world(view.canvas, place);
        let mut mesh = Mesh::default();
        mesh.colored_vertex(at(&from), Color32::WHITE);
        let drawn = from.world().expanded(1e3);
        let mut sheet = Sheet::new((), from, drawn, vec![Arc::new(mesh)]);
        assert!(!sheet.is_of(&(), &to, &drawn) && sheet.stands_in_for(&(), &to, Pace::Goes));
        let moved = sheet.meshes(&to)[0].vertices[0].pos;
        assert!(moved.distance(at(&to)) < 1e-2);
    }

    #[test]
    fn what_was_not_drawn_or_is_stretched_far_is_drawn_anew() {
        let from = view(0.0, 0.0, 1.0, 0.0);
        let sheet = Sheet::new(7, from, from.world().expanded(50.0), Vec::new());
        let stands_in = |key, view: &View, pace| sheet.stands_in_for(&key, view, pace);
        assert!(stands_in(7, &view(40.0, -40.0, 1.0, 0.0), Pace::Goes));
        assert!(!stands_in(7, &view(60.0, 0.0, 1.0, 0.0), Pace::Goes));
        assert!(!stands_in(7, &view(0.0, 0.0, 1.4, 0.0), Pace::Goes));
        assert!(stands_in(7, &view(0.0, 0.0, 1.4, 0.0), Pace::Flies), "a flight is short");
        assert!(!stands_in(7, &view(0.0, 0.0, 2.1, 0.0), Pace::Flies));
        assert!(!stands_in(8, &from, Pace::Flies));
    }
}
