//! The meshes of the marks: drawn again only when the scene or the viewport has changed. Where some of a
//! large map moves, the marks that don't are kept apart from those that do.

use std::sync::Arc;

use egui::{Mesh, Painter, Response, Sense, Shape, Ui};

use super::drawn_scene::DrawnScene;
use super::meshes::{CachedMeshes, area_to_draw, most_stretch_of_marks};
use super::texture;
use super::visible_marks::{MarkSet, draw_lines, draw_nations};
use crate::ui::canvas::drawing::mark_mesh::MarkMeshBuilder;
use crate::ui::canvas::viewport::{CameraMotion, Viewport};

/// The cached meshes of the marks, by the version of the scene.
#[derive(Default)]
pub struct MarkMeshes {
    /// All marks, or those of a large map that don't move.
    still: Option<CachedMeshes<u64>>,
    /// The marks of a large map that move.
    moving: Option<CachedMeshes<u64>>,
    /// Meshes that are no longer shown, whose memory is used again.
    spare: Vec<Mesh>,
    /// The id of the mesh of a large map that was drawn last.
    mesh_id: u64,
    /// Whether there is OpenGL, so that a cached mesh can be shown as a texture.
    has_gl: bool,
}

impl MarkMeshes {
    /// Lets meshes of large maps be shown by way of a texture, or not.
    pub const fn set_gl(&mut self, has_gl: bool) {
        self.has_gl = has_gl;
    }

    /// Frees what is on the graphics card.
    pub fn release(&self) {
        if self.has_gl {
            texture::release();
        }
    }

    /// Changes whenever a large map was drawn again.
    pub const fn mesh_id(&self) -> u64 {
        self.mesh_id
    }

    /// Paints the marks from the cache, or draws them again where something has changed. Returns the
    /// response of the canvas.
    pub fn paint(
        &mut self,
        ui: &mut Ui,
        drawn: &mut DrawnScene,
        viewport: Viewport,
        motion: CameraMotion,
    ) -> Response {
        let painter = ui.painter_at(viewport.canvas);
        let version = drawn.version();
        let area = area_to_draw(&viewport, motion);
        let can_be_shown = can_be_shown(self.still.as_ref(), version, drawn, &viewport, motion);
        let spare = || {
            self.recycle(|meshes| &mut meshes.still);
            self.spare.pop().unwrap_or_default()
        };
        if !can_be_shown && let Some((response, mesh)) = drawn.show_graph(ui, viewport, area, spare)
        {
            let meshes = vec![Arc::new(mesh)];
            let still = CachedMeshes::new(version, viewport, viewport.world_in(area), meshes);
            self.still.insert(still).paint(&painter, &viewport);
            return response;
        }
        if drawn.is_large() {
            self.paint_large(&painter, drawn, viewport, motion);
        } else if let Some(still) = &mut self.still {
            still.paint(&painter, &viewport);
        }
        ui.allocate_response(viewport.canvas.size(), Sense::click_and_drag())
    }

    /// Paints the marks of a large map in layers: those that move between those that don't.
    fn paint_large(
        &mut self,
        painter: &Painter,
        drawn: &DrawnScene,
        viewport: Viewport,
        motion: CameraMotion,
    ) {
        let is_split = drawn.few_moved().is_some();
        self.update_large(drawn, viewport, motion, is_split);
        let is_kept = is_split || drawn.is_settled();
        let textured = self.still.as_ref().filter(|_| self.has_gl && is_kept);
        let textured = textured.and_then(|still| still.textured(&viewport, self.mesh_id));
        let first = textured.map(|textured| textured.shape(viewport.canvas));
        let shapes = |cached: &mut Option<CachedMeshes<u64>>, from: usize| -> Vec<Shape> {
            let meshes = cached.as_mut().map(|cached| cached.meshes_from(from, &viewport));
            meshes.unwrap_or_default().iter().cloned().map(Shape::Mesh).collect()
        };
        let still = shapes(&mut self.still, usize::from(first.is_some()));
        let mut moving = shapes(&mut self.moving, 0).into_iter();
        for layer in first.into_iter().chain(still) {
            painter.add(layer);
            painter.extend(moving.next());
        }
    }

    /// Draws those meshes of a large map again that can't be shown any more.
    fn update_large(
        &mut self,
        drawn: &DrawnScene,
        viewport: Viewport,
        motion: CameraMotion,
        is_split: bool,
    ) {
        let (version, set) = if is_split {
            (drawn.moving_since(), MarkSet::Still)
        } else {
            (drawn.version(), MarkSet::All)
        };
        if !can_be_shown(self.still.as_ref(), version, drawn, &viewport, motion) {
            self.recycle(|meshes| &mut meshes.still);
            self.still = Some(self.draw_layers(version, drawn, viewport, motion, set));
            self.mesh_id = texture::next_mesh_id();
        }
        let version = drawn.version();
        if !is_split {
            self.moving = None;
        } else if !can_be_shown(self.moving.as_ref(), version, drawn, &viewport, motion) {
            self.recycle(|meshes| &mut meshes.moving);
            let moving = self.draw_layers(version, drawn, viewport, motion, MarkSet::Moving);
            self.moving = Some(moving);
        }
    }

    /// Draws a set of marks of a large map: lines, and nations above them. All marks go into one mesh,
    /// since nothing has to come between them and the toolkit is fastest with one.
    fn draw_layers(
        &mut self,
        version: u64,
        drawn: &DrawnScene,
        viewport: Viewport,
        motion: CameraMotion,
        set: MarkSet,
    ) -> CachedMeshes<u64> {
        let area = area_to_draw(&viewport, motion);
        let world = viewport.world_in(area);
        let mut layer = |draw: &dyn Fn(&mut MarkMeshBuilder)| {
            let mut builder = MarkMeshBuilder::new(drawn.scene(), drawn.atlas(), viewport, area);
            builder.reuse(self.spare.pop().unwrap_or_default());
            draw(&mut builder);
            Arc::new(builder.finish())
        };
        let meshes = if set == MarkSet::All {
            vec![layer(&|builder| {
                draw_lines(builder, drawn, &world, set);
                draw_nations(builder, drawn, &world, set);
            })]
        } else {
            let lines = layer(&|builder| draw_lines(builder, drawn, &world, set));
            vec![lines, layer(&|builder| draw_nations(builder, drawn, &world, set))]
        };
        CachedMeshes::new(version, viewport, world, meshes).on_area(area)
    }

    /// Keeps the memory of meshes that are no longer shown: allocating so much in each frame takes time.
    fn recycle(&mut self, cached: impl Fn(&mut Self) -> &mut Option<CachedMeshes<u64>>) {
        let meshes = cached(self).take().map(CachedMeshes::into_meshes).unwrap_or_default();
        self.spare = meshes.into_iter().rev().filter_map(Arc::into_inner).collect();
    }
}

fn can_be_shown(
    cached: Option<&CachedMeshes<u64>>,
    version: u64,
    drawn: &DrawnScene,
    viewport: &Viewport,
    motion: CameraMotion,
) -> bool {
    let stretch = most_stretch_of_marks(drawn, motion);
    cached.is_some_and(|cached| cached.can_be_shown(&version, drawn, viewport, stretch))
}
