//! Paints the map: marks, rings, words, from what is kept of earlier frames wherever it still holds.

use std::sync::Arc;

use egui::{Context, Mesh, Painter, Rect, Response, Sense, Shape, Ui};

use super::drawn_scene::DrawnScene;
use super::layers::MarkSet;
use super::meshes::CachedMeshes;
use super::texture;
use crate::scene::{LabelOwner, Mark};
use crate::ui::canvas::Canvas;
use crate::ui::canvas::drawing::marks::MarkMeshBuilder;
use crate::ui::canvas::drawing::text_mesh::{FontAtlasStamp, TextMeshBuilder};
use crate::ui::canvas::drawing::text_textures::TextTextures;
use crate::ui::canvas::highlight::hovered::HoverHighlight;
use crate::ui::canvas::highlight::selection_rings::SelectionRings;
use crate::ui::canvas::viewport::{CameraMotion, Viewport};
use crate::ui::state::State;
use crate::ui::theme::{color32, palette};

/// What is kept of earlier frames.
#[derive(Default)]
pub struct Paint {
    /// The marks; of a large map those that stay where they are. By the version of the picture.
    marks: Option<CachedMeshes<u64>>,
    /// The marks of a large map that move.
    moving: Option<CachedMeshes<u64>>,
    /// The memory of meshes that are shown no more.
    spare: Vec<Mesh>,
    /// The number of the last drawing of a large map.
    drawing: u64,
    /// Whether there is OpenGL, by which what is kept can be shown from a texture.
    pub(in crate::ui::canvas) has_gl: bool,
    words: Option<CachedMeshes<TextKey>>,
    rings: Option<SelectionRings>,
    lit: Option<HoverHighlight>,
    pub(in crate::ui::canvas) letters: TextTextures,
}

/// What the words were set for.
#[derive(Clone, PartialEq)]
struct TextKey {
    drawn: u64,
    /// The owner of the label that is being edited.
    hidden: Option<LabelOwner>,
    typeset: FontAtlasStamp,
}

impl Canvas {
    /// From where the map is seen now.
    pub(in crate::ui::canvas) fn view(&self, ui: &Ui, canvas: Rect) -> Viewport {
        Viewport { camera: self.camera, canvas, pixels_per_point: ui.ctx().pixels_per_point() }
    }

    /// Paints the map.
    pub(in crate::ui::canvas) fn draw_map(
        &mut self,
        ui: &mut Ui,
        canvas: Rect,
        state: &State,
        motion: CameraMotion,
    ) -> Response {
        ui.painter().rect_filled(canvas, 0.0, color32(palette(ui.ctx()).canvas));
        let view = self.view(ui, canvas);
        let Some(drawn) = &mut self.drawn else {
            return ui.allocate_response(canvas.size(), Sense::click_and_drag());
        };
        let drawing = self.paint.drawing;
        let response = self.paint.draw_marks(ui, drawn, view, motion);
        let painter = ui.painter_at(canvas);
        let typeset = FontAtlasStamp::now(ui.ctx());
        let hidden = self.rename.as_ref().map(crate::ui::canvas::input::rename::Rename::owner);
        let words = TextKey { drawn: drawn.version, hidden, typeset };
        if self.paint.drawing != drawing && drawn.is_settled() && self.paint.words.is_some() {
            // A large map has just been drawn: its words have the next frame to themselves.
            ui.ctx().request_repaint();
        } else {
            self.paint.set_words(ui.ctx(), drawn, &words, view, motion);
        }
        let is_busy = self.gesture.is_some() || self.linking.is_some();
        // The pointer goes over many ties on its way: one stands out once the pointer rests on it.
        let lit = self
            .hovered
            .filter(|hovered| hovered.nation().is_some() || self.card.target() == Some(*hovered));
        let lit = lit.filter(|_| !is_busy && drawn.is_settled());
        let lit = lit.and_then(|target| drawn.mark_of(target));
        self.paint.light(ui.ctx(), lit, drawn, view, &words.typeset);
        let accent = color32(palette(ui.ctx()).accent);
        let rings = &mut self.paint.rings;
        let rings = SelectionRings::update(rings, &state.selection, drawn, view, accent);
        // SelectionRings lie below names, whose halos then keep them readable.
        if let Some(lit) = &self.paint.lit {
            paint_all(&painter, &mut self.paint.words, &view);
            lit.paint(&painter, canvas, drawn);
            painter.add(rings);
            lit.paint_words(&painter);
        } else {
            painter.add(rings);
            paint_all(&painter, &mut self.paint.words, &view);
        }
        response
    }
}

impl Paint {
    /// Draws the marks: those kept, or new ones where anything has changed.
    fn draw_marks(
        &mut self,
        ui: &mut Ui,
        drawn: &mut DrawnScene,
        view: Viewport,
        motion: CameraMotion,
    ) -> Response {
        let painter = ui.painter_at(view.canvas);
        let is_kept = holds(self.marks.as_ref(), &drawn.version, drawn, &view, motion);
        if let Some(adapter) = drawn.adapter.as_mut().filter(|_| !is_kept) {
            let mut drawing = MarkMeshBuilder::of(&drawn.scene, &drawn.atlas, view, view.canvas);
            drawing.hulls();
            let (response, mesh) = adapter.show(ui, &view.camera, drawing);
            let meshes = vec![Arc::new(mesh)];
            self.marks = Some(CachedMeshes::new(drawn.version, view, view.world(), meshes));
            paint_all(&painter, &mut self.marks, &view);
            return response;
        }
        if drawn.is_large() {
            self.draw_layers(&painter, drawn, view, motion);
        } else {
            paint_all(&painter, &mut self.marks, &view);
        }
        ui.allocate_response(view.canvas.size(), Sense::click_and_drag())
    }

    /// Draws the marks of a large map: its layers, those of what moves between those of the rest. The
    /// layers kept stand in while the camera is on its way.
    fn draw_layers(
        &mut self,
        painter: &Painter,
        drawn: &DrawnScene,
        view: Viewport,
        motion: CameraMotion,
    ) {
        let is_split = drawn.few_moved().is_some();
        let (version, part) = if is_split {
            (drawn.moving_since(), MarkSet::Still)
        } else {
            (drawn.version, MarkSet::All)
        };
        if !holds(self.marks.as_ref(), &version, drawn, &view, motion) {
            self.recycle(|paint| &mut paint.marks);
            self.marks = Some(self.layers(version, drawn, view, motion, part));
            self.drawing = texture::next_number();
        }
        if !is_split {
            self.moving = None;
        } else if !holds(self.moving.as_ref(), &drawn.version, drawn, &view, motion) {
            self.recycle(|paint| &mut paint.moving);
            self.moving = Some(self.layers(drawn.version, drawn, view, motion, MarkSet::Moving));
        }
        let is_kept = is_split || drawn.is_settled();
        let plate = self.marks.as_ref().filter(|_| self.has_gl && is_kept);
        let plate = plate.and_then(|sheet| sheet.plate(&view, self.drawing));
        let first = plate.map(|plate| plate.shape(view.canvas));
        let meshes = |sheet: &mut Option<CachedMeshes<u64>>, from: usize| -> Vec<Shape> {
            let meshes = sheet.as_mut().map(|sheet| sheet.meshes_from(from, &view));
            meshes.unwrap_or_default().iter().cloned().map(Shape::Mesh).collect()
        };
        let still = meshes(&mut self.marks, usize::from(first.is_some()));
        let mut moving = meshes(&mut self.moving, 0).into_iter();
        for layer in first.into_iter().chain(still) {
            painter.add(layer);
            painter.extend(moving.next());
        }
    }

    /// The layers of a large map: lines, and nations above them. In one mesh where nothing has to come
    /// between them, since the toolkit is quickest with one.
    fn layers(
        &mut self,
        version: u64,
        drawn: &DrawnScene,
        view: Viewport,
        motion: CameraMotion,
        part: MarkSet,
    ) -> CachedMeshes<u64> {
        let area = drawn_area(drawn, &view, motion);
        let world = view.camera.world_rect_from_screen(view.canvas, area);
        let mut layer = |draw: &dyn Fn(&mut MarkMeshBuilder)| {
            let mut drawing = MarkMeshBuilder::of(&drawn.scene, &drawn.atlas, view, area);
            drawing.reuse(self.spare.pop().unwrap_or_default());
            draw(&mut drawing);
            Arc::new(drawing.finish())
        };
        let meshes = if part == MarkSet::All {
            vec![layer(&|drawing| {
                drawing.lines(drawn, &world, part);
                drawing.discs(drawn, &world, part);
            })]
        } else {
            let lines = layer(&|drawing| drawing.lines(drawn, &world, part));
            vec![lines, layer(&|drawing| drawing.discs(drawn, &world, part))]
        };
        CachedMeshes::new(version, view, world, meshes).drawn_for(area)
    }

    /// Keeps the memory of a sheet that is done with: to ask for so much in each frame takes its time.
    fn recycle(&mut self, sheet: impl Fn(&mut Self) -> &mut Option<CachedMeshes<u64>>) {
        let meshes = sheet(self).take().map(CachedMeshes::into_meshes).unwrap_or_default();
        self.spare = meshes.into_iter().rev().filter_map(Arc::into_inner).collect();
    }

    /// Sets the words anew where anything has changed.
    fn set_words(
        &mut self,
        ctx: &Context,
        drawn: &DrawnScene,
        of: &TextKey,
        view: Viewport,
        motion: CameraMotion,
    ) {
        if !self.letters.is_behind() && holds(self.words.as_ref(), of, drawn, &view, motion) {
            return;
        }
        self.letters.begin();
        let area = drawn_area(drawn, &view, motion);
        let world = view.camera.world_rect_from_screen(view.canvas, area);
        let scene = &drawn.scene;
        let mut builder = TextMeshBuilder::new(ctx, view, area, drawn.han, &mut self.letters);
        builder.monograms(&scene.nations, scene);
        // While all of a large map moves nobody could read its names, which would lie on one another.
        if drawn.is_settled() || drawn.few_moved().is_some() || !drawn.is_large() {
            let labels = scene.labels.iter().filter(|label| Some(label.owner) != of.hidden);
            builder.labels(labels, scene);
        }
        self.words = Some(CachedMeshes::new(of.clone(), view, world, builder.meshes()));
    }

    fn light(
        &mut self,
        ctx: &Context,
        mark: Option<Mark>,
        drawn: &DrawnScene,
        view: Viewport,
        typeset: &FontAtlasStamp,
    ) {
        match mark {
            Some(mark) => {
                let with = (ctx, &mut self.letters);
                HoverHighlight::update(&mut self.lit, mark, drawn, view, typeset, with);
            }
            None => self.lit = None,
        }
    }

    /// Whether the words are out of date although nothing about the map has changed: the toolkit has
    /// moved its letters since they were set.
    pub(in crate::ui::canvas) fn is_outdated(&self, ctx: &Context) -> bool {
        self.words.as_ref().is_some_and(|sheet| sheet.key().typeset != FontAtlasStamp::now(ctx))
    }
}

/// Whether a sheet can be shown again: it is just what is seen, or, while the camera is on its way over
/// a large map, near enough.
fn holds<K: PartialEq>(
    sheet: Option<&CachedMeshes<K>>,
    key: &K,
    drawn: &DrawnScene,
    view: &Viewport,
    motion: CameraMotion,
) -> bool {
    sheet.is_some_and(|sheet| {
        if motion == CameraMotion::AtRest || !drawn.is_large() {
            sheet.is_of(key, view, &drawn.scene.bounds)
        } else {
            sheet.stands_in_for(key, view, motion)
        }
    })
}

fn paint_all<K: PartialEq>(
    painter: &Painter,
    sheet: &mut Option<CachedMeshes<K>>,
    view: &Viewport,
) {
    for mesh in sheet.iter_mut().flat_map(|sheet| sheet.meshes(view)) {
        painter.add(Arc::clone(mesh));
    }
}

/// What is drawn at once: of a large map on its way more than is seen, so that it can be moved.
fn drawn_area(drawn: &DrawnScene, view: &Viewport, motion: CameraMotion) -> Rect {
    let around = if drawn.is_large() && motion != CameraMotion::AtRest { 0.25 } else { 0.0 };
    view.canvas.expand2(view.canvas.size() * around)
}
