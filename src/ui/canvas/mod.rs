//! The canvas: the map as it is drawn, and what a person does on it.
//!
//! It draws the same scene as every export. Each frame works out what would be seen; where that is the same
//! as in the frame before, the cached meshes are shown again and nothing is computed.
//!
//! Each part owns its state, is given what it needs and returns what it wants done; [`Canvas`] puts them
//! together. A part knows only those before it:
//!
//! - `viewport`: the camera, and the part of the screen that it fills
//! - `drawing`: marks and text of a scene as meshes
//! - `cache`: the scene and its meshes, kept from frame to frame
//! - `camera`: where the camera looks and where it goes
//! - `highlight`: what stands out from the map
//! - `input`: what pointer, wheel and keyboard ask for
//! - `matrix`: the table in place of the map

mod accessibility;
mod cache;
mod camera;
mod drawing;
mod highlight;
mod input;
mod map_painter;
mod map_position;
mod matrix;
mod notices;
mod viewport;

use std::collections::BTreeSet;
use std::sync::Arc;

use egui::{Context, Rect, Response, Ui};

use super::actions::Action;
use super::intent::Intent;
use super::state::State;
use crate::edit::Target;
use crate::model::{End, NationId, Point, TieId};
use crate::scene::figure::View;
use crate::scene::{HeadingLine, LabelOwner, LeftOut, LeftOutTies};
use crate::tasks::{MatrixWorker, SceneWorker, Wake};
use accessibility::MarkNodes;
use cache::scene_cache::SceneCache;
use camera::CameraControl;
pub use camera::InView;
use camera::overview::Overview;
use drawing::heading_and_legend::HeadingAndLegend;
use highlight::card::{Card, CardContext};
use input::arrow_keys;
use input::context_menu::ContextMenu;
use input::escape_key;
use input::gesture::DragRequest;
use input::heading_edit::HeadingEdit;
use input::hit_test::{InputContext, point_under_pointer};
use input::kind_picker::KindPicker;
use input::note_edit::NoteEdit;
use input::pointer::PointerInput;
use input::rename::InPlaceRename;
use input::space_key::SpaceKey;
use input::tie_group;
use input::tie_hint;
use input::wheel::Wheel;
use map_painter::{Emphasis, MapPainter};
use matrix::MatrixView;
use notices::DrawingNotice;
pub use viewport::camera::Camera;

/// The canvas and what it remembers from frame to frame.
#[derive(Default)]
pub struct Canvas {
    camera: CameraControl,
    scene: SceneCache,
    painter: MapPainter,
    notice: DrawingNotice,
    pointer: PointerInput,
    wheel: Wheel,
    space_key: SpaceKey,
    context_menu: ContextMenu,
    rename: InPlaceRename,
    heading_edit: HeadingEdit,
    note_edit: NoteEdit,
    kind_picker: KindPicker,
    nodes: MarkNodes,
    card: Card,
    overview: Overview,
    matrix: MatrixView,
    /// Whether the matrix was shown last in place of the map.
    shows_matrix: bool,
}

/// Drawing a frame.
impl Canvas {
    /// Shows the canvas in all the space there is.
    pub fn show(&mut self, ui: &mut Ui, state: &State, out: &mut Vec<Intent>) {
        let canvas = ui.available_rect_before_wrap();
        let now_s = ui.input(|input| input.time);
        self.camera.set_canvas(canvas);
        let is_at_rest = self.update_scene(ui.ctx(), state, now_s);
        self.shows_matrix = state.view == View::Matrix;
        if self.shows_matrix {
            self.matrix.show(ui, state, self.scene.drawn(), out);
            return;
        }
        self.update_card(ui, canvas, state, now_s);
        let response = self.paint_map(ui, canvas, state, is_at_rest);
        self.notice.update(ui, canvas, self.scene.drawn().is_some(), now_s);
        self.paint_overlays(ui, canvas, state);
        self.handle_input(ui, &response, state, out);
        let viewport = self.camera.viewport(ui.ctx(), canvas);
        let Some(drawn) = self.scene.drawn() else { return };
        self.rename.show(ui, &viewport, state.map(), drawn, out);
        self.heading_edit.show(ui, &viewport, state.map(), drawn, out);
        self.note_edit.show(ui, &viewport, state.map(), out);
        self.kind_picker.show(ui, &viewport, state, drawn, out);
        tie_hint::show(ui, canvas, state, self.pointer.draws_tie());
        for target in self.nodes.update(ui, &viewport, state, drawn) {
            out.extend(self.pointer.choose(target, state.tool));
        }
        self.card.show(ui, state, drawn, viewport);
    }

    /// Brings positions, camera and scene up to date; returns whether the camera is at rest.
    fn update_scene(&mut self, ctx: &Context, state: &State, now_s: f64) -> bool {
        let (map, revision) = (state.drawn_map(), state.visible.version());
        let animate = state.settings.motion;
        if !self.pointer.is_dragging() && self.scene.follow(map, revision, now_s, animate) {
            self.pointer.clear_hovered();
        }
        self.scene.advance(ctx, map, now_s);
        self.camera.advance(ctx, now_s, animate);
        let is_at_rest = self.camera.update_rest(ctx, now_s);
        let seen = self.camera.settled(self.scene.drawn(), is_at_rest);
        self.scene.update(ctx, (map, revision), seen);
        if let Some(drawn) = self.scene.drawn() {
            self.camera.fit_if_wanted(drawn, self.scene.positions(), map, now_s);
            self.camera.refit_beside(drawn, self.scene.positions(), now_s);
        }
        self.camera.refit_for_labels(self.scene.drawn(), now_s);
        is_at_rest
    }

    /// Whether a text field lies over the map.
    const fn is_writing(&self) -> bool {
        self.rename.is_open() || self.heading_edit.is_open() || self.note_edit.is_open()
    }

    /// The label that isn't drawn, since it is being edited or moved.
    fn hidden_label(&self) -> Option<LabelOwner> {
        let edited = self.rename.hidden_label().or_else(|| self.note_edit.hidden_label());
        edited.or(self.pointer.moved_text())
    }

    fn update_card(&mut self, ui: &Ui, canvas: Rect, state: &State, now_s: f64) {
        let context = CardContext {
            state,
            drawn: self.scene.drawn(),
            viewport: self.camera.viewport(ui.ctx(), canvas),
            hovered: self.pointer.hovered(),
            focused: self.nodes.focused(),
            is_busy: self.pointer.is_busy() || self.is_writing(),
        };
        self.card.update(ui, &context, now_s);
    }

    fn paint_map(
        &mut self,
        ui: &mut Ui,
        canvas: Rect,
        state: &State,
        is_at_rest: bool,
    ) -> Response {
        // The pointer passes over many ties on its way: a tie is highlighted once the pointer rests on it.
        let is_rested_on =
            |target: &Target| target.nation().is_some() || self.card.target() == Some(*target);
        let hovered = self.pointer.hovered().filter(is_rested_on);
        let emphasis = Emphasis {
            selection: &state.selection,
            highlighted: hovered.filter(|_| !self.pointer.is_busy()),
            spoken_of: &state.spoken_of,
            hidden_label: self.hidden_label(),
        };
        let viewport = self.camera.viewport(ui.ctx(), canvas);
        let motion = self.camera.motion(is_at_rest);
        self.painter.paint(ui, self.scene.drawn_mut(), viewport, motion, &emphasis)
    }

    /// Paints what lies above the map.
    fn paint_overlays(&mut self, ui: &Ui, canvas: Rect, state: &State) {
        let context = InputContext::new(state, &self.scene, self.camera.viewport(ui.ctx(), canvas));
        self.pointer.paint(ui, &context);
        let (Some(drawn), viewport) = (self.scene.drawn(), context.viewport) else { return };
        self.painter.paint_heading_and_legend(ui, drawn, &viewport, self.pointer.moved_legend());
    }

    /// Carries out what pointer, wheel and keyboard ask for.
    fn handle_input(&mut self, ui: &Ui, response: &Response, state: &State, out: &mut Vec<Intent>) {
        let canvas = response.rect;
        self.space_key.note_pointer(ui, response);
        if let Some(turn) = self.wheel.take(ui, response) {
            let zoom = (turn.pointer, turn.zoom);
            if self.camera.pan_and_zoom(turn.pan, zoom, canvas, self.scene.extent()) {
                ui.ctx().request_repaint();
            }
        }
        let context = InputContext::new(state, &self.scene, self.camera.viewport(ui.ctx(), canvas));
        self.pointer.hover(ui, response, &context);
        for request in self.pointer.drag(ui, response, &context, out) {
            self.carry_out(request, canvas, out);
        }
        let context = InputContext::new(state, &self.scene, self.camera.viewport(ui.ctx(), canvas));
        self.pointer.click(ui, response, &context, out);
        tie_group::show_tip(response, &context, self.pointer.is_busy());
        self.context_menu.show(response, &context, out);
        let moves = arrow_keys::handle(ui, response, &context, self.nodes.focused(), out);
        if let Some(target) = moves.center_on {
            self.center_on(state, target, ui.input(|input| input.time));
        }
        if let Some(by) = moves.pan {
            self.camera.pan(by, canvas, self.scene.extent());
        }
        let context = InputContext::new(state, &self.scene, self.camera.viewport(ui.ctx(), canvas));
        self.pointer.set_cursor(ui, response, &context);
    }

    fn carry_out(&mut self, request: DragRequest, canvas: Rect, out: &mut Vec<Intent>) {
        match request {
            DragRequest::Pan(by) => self.camera.pan(by, canvas, self.scene.extent()),
            DragRequest::Preview(nations, notes) => {
                self.scene.preview(nations, notes);
            }
            DragRequest::EndPreview => self.end_preview(),
            DragRequest::Cancel => {
                self.cancel();
                escape_key::keep_selection(out);
            }
        }
    }
}

/// What the window tells it to do.
impl Canvas {
    /// A canvas whose scenes of large maps are built by a worker thread.
    ///
    /// # Errors
    /// When the system gives no threads.
    pub fn new(wake: &Wake) -> std::io::Result<Self> {
        let matrix = MatrixView::new(MatrixWorker::start(Arc::clone(wake))?);
        let scene = SceneCache::new(SceneWorker::start(Arc::clone(wake))?);
        Ok(Self { scene, matrix, ..Self::default() })
    }

    /// Shows the whole map as soon as there is one to show; for a map that has just been opened.
    pub fn reset(&mut self) {
        let mut before = std::mem::take(self);
        before.camera.reset();
        before.scene.reset();
        before.matrix.reset();
        let Self { camera, scene, matrix, .. } = before;
        *self = Self { camera, scene, matrix, ..Self::default() };
    }

    /// Carries out the actions that concern the view alone; returns whether this was one.
    pub fn perform(&mut self, action: Action, state: &State, now_s: f64) -> bool {
        if self.camera.canvas().is_none() {
            return false;
        }
        if state.view == View::Matrix && self.matrix.perform(action, state) {
            return true;
        }
        let drawn = self.scene.drawn();
        match action {
            Action::ZoomIn => self.camera.zoom_by(1.25, self.scene.extent(), now_s),
            Action::ZoomOut => self.camera.zoom_by(0.8, self.scene.extent(), now_s),
            Action::ZoomReset => self.camera.reset_zoom(self.scene.extent(), now_s),
            Action::Fit => self.camera.fit(drawn, now_s),
            Action::FitSelection => self.camera.fit_selection(&state.selection, drawn, now_s),
            Action::Rename => {
                state.only_selected().into_iter().for_each(|target| self.rename(state, target));
            }
            Action::EditTitle => self.heading_edit.begin(state.map(), HeadingLine::Title),
            // The cells of the matrix are where its tool draws.
            Action::DrawTie if state.view == View::Matrix => return false,
            Action::DrawTie => {
                let from = state.only_selected().and_then(Target::nation);
                self.pointer.start_tie(from);
                return from.is_some();
            }
            Action::Cancel => return self.cancel(),
            _ => return false,
        }
        true
    }

    /// Leaves all that was begun; returns whether there was anything.
    fn cancel(&mut self) -> bool {
        let cancelled = self.pointer.cancel();
        if cancelled.ends_preview {
            self.end_preview();
        }
        let was_picking = self.kind_picker.close();
        let was_editing =
            self.heading_edit.cancel() || self.note_edit.cancel() || self.rename.cancel();
        was_editing || cancelled.was_busy || was_picking
    }

    /// Brings a nation, tie or note to the middle of the view.
    pub fn center_on(&mut self, state: &State, target: Target, now_s: f64) {
        self.matrix.reveal(target);
        let drawn = self.scene.drawn();
        let at = drawn.and_then(|drawn| drawn.position_of(target));
        // What was hidden until now isn't drawn yet.
        if let Some(at) = at.or_else(|| map_position::position_in_map(state.map(), target)) {
            self.camera.center_on(at, drawn, now_s);
        }
    }

    /// Where the camera is going, or where it is.
    pub fn view(&self) -> Camera {
        self.camera.target()
    }

    /// Whether the camera is where it has followed a preview to.
    pub fn follows_preview(&self) -> bool {
        self.camera.follows_preview()
    }

    /// Whether the whole map has been fitted, and the view not been moved since.
    pub fn is_fitted(&self) -> bool {
        self.camera.goes_to_fit()
    }

    /// Goes back to a view.
    pub const fn return_to(&mut self, view: Camera) {
        self.camera.return_to(view);
    }

    /// Fits what is shown once it has changed, unless enough of it is in view.
    pub fn bring_into_view(&mut self, wanted: InView) {
        self.camera.bring_into_view(wanted);
    }

    /// Shows the whole map once the change that was just made is shown.
    pub const fn fit_soon(&mut self) {
        self.camera.fit_soon();
    }

    /// Opens the field in which a nation is renamed, or the label of a tie or a text note is edited, where
    /// it stands.
    pub fn rename(&mut self, state: &State, target: Target) {
        match target {
            Target::Note(id) => self.note_edit.begin(state.map(), id),
            Target::Nation(id) => self.rename.begin(state.map(), End::Nation(id)),
            Target::Tie(id) => self.rename.begin(state.map(), End::Tie(id)),
        }
    }

    /// Opens the field in which a line of the heading is edited where it stands.
    pub fn edit_heading(&mut self, state: &State, line: HeadingLine) {
        self.heading_edit.begin(state.map(), line);
    }

    /// Opens the field for a text note at a point of the world, which a person has chosen or not.
    pub fn write_note(&mut self, at: Point, is_chosen_place: bool) {
        self.note_edit.begin_new(at, is_chosen_place);
    }

    /// Opens the field in which a nation that was just added is named.
    pub fn name_new(&mut self, state: &State, id: NationId) {
        self.rename.begin_new(state.map(), id);
    }

    /// Offers the kinds beside a tie that was just drawn.
    pub const fn offer_kinds(&mut self, tie: TieId) {
        self.kind_picker.open(tie);
    }

    /// Shows positions of a layout that is running. Those of a whole map are kept in view, until a person
    /// moves the camera.
    pub fn preview(&mut self, positions: Vec<(NationId, Point)>, is_whole: bool) {
        if !self.pointer.is_dragging() && self.scene.preview(positions, []) && is_whole {
            self.camera.follow_preview();
        }
    }

    /// Shows the map's own positions again.
    pub const fn end_preview(&mut self) {
        self.scene.end_preview();
        self.camera.end_preview();
    }

    /// Takes a press of Space that is meant for the pointer before a focused control gets it.
    pub fn take_space(&self, ctx: &Context) {
        self.space_key.take_press(ctx);
    }

    /// Shows the overview above `below`, the control at the lower right, where the map or the matrix needs one.
    pub fn show_overview(&mut self, ui: &Ui, below: Rect, state: &State) {
        if self.shows_matrix {
            if state.settings.overview {
                self.matrix.show_overview(ui, below);
            }
            return;
        }
        let drawn = self.scene.drawn().filter(|_| state.settings.overview);
        self.overview.show(ui, below, &mut self.camera, drawn);
    }

    /// Has a fitted map keep clear of notes at the upper edge.
    pub fn keep_clear_of(&mut self, notes: Option<Rect>, corner: Rect) {
        self.camera.keep_clear_of(notes, corner);
    }

    /// Lets large maps be shown by way of a texture on the graphics card, where that is possible.
    pub fn use_gl(&mut self, gl: Option<&eframe::glow::Context>) {
        self.painter.set_gl(gl.is_some_and(cache::texture::is_supported));
    }

    /// Frees what is on the graphics card.
    pub fn release_gl(&self) {
        self.painter.release();
    }

    /// Requests another frame where the toolkit has moved its glyphs since the text of the map was set. The matrix sets
    /// its text anew in each frame.
    pub fn check_fonts(&self, ctx: &Context) {
        if !self.shows_matrix && self.painter.is_outdated(ctx) {
            ctx.request_repaint();
        }
    }
}

/// What the window asks about it.
impl Canvas {
    /// Where the canvas lies in the window, once it has been shown.
    pub const fn rect(&self) -> Option<Rect> {
        self.camera.canvas()
    }

    /// The zoom: logical pixels per world unit.
    pub fn zoom(&self) -> f32 {
        if self.shows_matrix { self.matrix.zoom() } else { self.camera.camera().zoom }
    }

    /// The point of the world in the middle of the canvas.
    pub const fn center_in_world(&self) -> Point {
        self.camera.camera().center_in_world
    }

    /// The point of the world under the pointer; `None` where the pointer is off the canvas, or on something
    /// that lies over it.
    pub fn under_pointer(&self, ctx: &Context) -> Option<Point> {
        let viewport = self.camera.viewport(ctx, self.rect()?);
        point_under_pointer(ctx, &viewport)
    }

    /// The area of title, subtitle and date, once they have been shown.
    pub fn heading(&self) -> Option<Rect> {
        let (drawn, canvas) = (self.scene.drawn()?, self.rect()?);
        let scene = drawn.scene();
        Some(HeadingAndLegend::place(scene, canvas, self.zoom()).text_of_heading(scene))
    }

    /// How much of the map a rectangle of the window would cover: nations, names, heading, legend and what
    /// floats at the edges. What is spoken of counts for more than all others.
    pub fn covered_by(&self, area: Rect, spoken_of: &BTreeSet<Target>) -> usize {
        let drawn = self.scene.drawn().filter(|_| !self.shows_matrix);
        let (Some(drawn), Some(canvas)) = (drawn, self.rect()) else { return 0 };
        let scene = drawn.scene();
        let fixed = HeadingAndLegend::place(scene, canvas, self.zoom());
        let fixed = [Some(fixed.text_of_heading(scene)), Some(fixed.legend)];
        let floating = self.camera.overlays().rects();
        let fixed =
            fixed.into_iter().chain(floating).flatten().filter(|rect| rect.intersects(area));
        let world = self.camera.camera().world_rect_from_screen(canvas, area);
        let nations = drawn.index().nations_in(&world).into_iter();
        let nations = nations.filter_map(|index| scene.nations.get(index as usize));
        let weight = |target| if spoken_of.contains(&target) { 1000 } else { 1 };
        let nations = nations.filter(|mark| mark.bounds().intersects(&world));
        let labels = scene.labels.iter().filter(|label| label.bounds.intersects(&world));
        let labels =
            labels.map(|label| label.owner.note().map_or(1, |id| weight(Target::Note(id))));
        let nations = nations.map(|mark| weight(Target::Nation(mark.id)));
        fixed.count() + labels.sum::<usize>() + nations.sum::<usize>()
    }

    /// The labels of the map for which there is no room at this zoom, and the ties that its look leaves out.
    pub fn left_out(&self) -> (LeftOut, LeftOutTies) {
        if self.shows_matrix { Default::default() } else { self.scene.left_out() }
    }

    /// Whether the scene of a large map is being built.
    pub fn is_drawing(&self) -> bool {
        self.scene.is_pending() || (self.shows_matrix && self.matrix.is_pending())
    }

    /// Shows the matrix as at first, in a new order, when it is shown next.
    pub fn reset_matrix(&mut self) {
        self.matrix.reset();
    }
}
