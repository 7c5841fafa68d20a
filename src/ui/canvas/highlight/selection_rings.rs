//! The rings around what is selected, as one mesh that is kept until something about it changes.

use std::collections::BTreeSet;
use std::sync::Arc;

use egui::{Color32, Mesh, Rect};

use crate::edit::Target;
use crate::scene::{NationMark, TieMark};
use crate::ui::canvas::cache::drawn_scene::DrawnScene;
use crate::ui::canvas::drawing::mesh_builder::MeshBuilder;
use crate::ui::canvas::viewport::Viewport;

/// From a nation's rim to the middle of its ring, and the ring's width, in logical pixels.
const GAP: f32 = 4.0;
const WIDTH: f32 = 2.0;
/// How much wider than a tie what marks it is.
const WIDER: f32 = 6.0;
/// More marks than this have ties among them marked by a thin line each, fainter the more they are: what
/// is selected shows through.
const MOST_WIDE: usize = 400;
const FAINTEST: f32 = 0.07;
/// Up to so many, what marks a tie is as strong as for one alone.
const MOST_STRONG: usize = 40;

/// The rings of a selection.
pub struct SelectionRings {
    of: (BTreeSet<Target>, u64, Viewport, Color32),
    mesh: Arc<Mesh>,
}

impl SelectionRings {
    /// The rings around a selection, those of before if they are the same.
    pub fn update(
        slot: &mut Option<Self>,
        selection: &BTreeSet<Target>,
        drawn: &DrawnScene,
        view: Viewport,
        accent: Color32,
    ) -> Arc<Mesh> {
        let is_same = |rings: &&Self| {
            let (selected, version, of_view, color) = &rings.of;
            (*version, *of_view, *color) == (drawn.version, view, accent) && selected == selection
        };
        if let Some(rings) = slot.as_ref().filter(is_same) {
            return Arc::clone(&rings.mesh);
        }
        let mesh = Arc::new(rings(selection, drawn, view, accent));
        let of = (selection.clone(), drawn.version, view, accent);
        *slot = Some(Self { of, mesh: Arc::clone(&mesh) });
        mesh
    }
}

/// The rings around nations and ties.
pub fn rings<'a>(
    targets: impl IntoIterator<Item = &'a Target, IntoIter: ExactSizeIterator>,
    drawn: &DrawnScene,
    view: Viewport,
    accent: Color32,
) -> Mesh {
    let targets = targets.into_iter();
    let mut builder = RingBuilder {
        batch: MeshBuilder::new(&drawn.atlas, view.canvas, view.pixels_per_point),
        view,
        accent,
        count: targets.len(),
    };
    builder.batch.reserve(targets.len());
    for target in targets {
        match *target {
            Target::Nation(id) => {
                if let Some(hull) =
                    drawn.scene.hulls.iter().find(|hull| hull.organisation == Some(id))
                {
                    builder.outline(&hull.outline);
                } else if let Some(mark) = drawn.nation(id) {
                    builder.nation(mark);
                }
            }
            Target::Tie(id) => {
                if let Some(mark) = drawn.tie(id) {
                    builder.tie(mark);
                }
            }
        }
    }
    builder.batch.finish()
}

/// SelectionRings on their way into a mesh.
struct RingBuilder {
    batch: MeshBuilder,
    view: Viewport,
    accent: Color32,
    count: usize,
}

impl RingBuilder {
    fn nation(&mut self, mark: &NationMark) {
        let (at, zoom) = (self.to_screen(mark.center), self.view.camera.zoom);
        let radius = mark.radius * zoom + GAP;
        if mark.text_size.is_none() {
            if self.batch.sees(Rect::from_center_size(at, egui::Vec2::splat(2.0 * radius))) {
                self.batch.ring(at, radius, WIDTH, self.accent);
            }
            return;
        }
        let larger = NationMark { radius: mark.radius + GAP / zoom, ..mark.clone() };
        self.outline(&larger.outline());
    }

    fn outline(&mut self, corners: &[crate::model::Point]) {
        let corners: Vec<_> = corners.iter().map(|point| self.to_screen(*point)).collect();
        self.batch.outline(&corners, WIDTH, self.accent);
    }

    fn tie(&mut self, mark: &TieMark) {
        let zoom = self.view.camera.zoom;
        let share = MOST_STRONG as f32 / self.count as f32;
        let (width, opacity) = if self.count > MOST_WIDE {
            (1.0 / self.view.pixels_per_point, share.max(FAINTEST))
        } else {
            (mark.width * zoom + WIDER, 0.35 * share.min(1.0).sqrt())
        };
        let color = self.accent.gamma_multiply(opacity);
        if mark.curve.is_straight() {
            let ends = [mark.curve.from, mark.curve.to].map(|end| self.to_screen(end));
            self.batch.stroke(&ends, width, color);
        } else {
            let points = mark.curve.flatten(0.25 / zoom);
            let points: Vec<_> = points.into_iter().map(|point| self.to_screen(point)).collect();
            self.batch.stroke(&points, width, color);
        }
    }

    fn to_screen(&self, point: crate::model::Point) -> egui::Pos2 {
        self.view.camera.screen_from_world(self.view.canvas, point)
    }
}
