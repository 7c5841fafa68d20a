//! The canvas: the map as it is drawn, and the hand on it.
//!
//! It draws the same scene as every export. Each frame it finds out what would be seen; when that is
//! what was seen before, the mesh of before is shown again and nothing is computed.

mod accessibility;
mod cache;
mod camera;
mod drawing;
mod highlight;
mod input;
mod viewport;

use egui::{Id, MouseWheelUnit, Rect, Ui};

use super::intent::Intent;
use super::state::State;
use super::theme::{color32, palette, scene_theme};
use crate::edit::Target;
use crate::model::{End, NationId, Point};
use crate::scene::LeftOut;
use crate::tasks::SceneWorker;
use cache::drawn_scene::{DrawnScene, SceneInputs};
use cache::painter::Paint;
use cache::scene_requests::SceneRequests;
use cache::shown_positions::ShownPositions;
use camera::fit::CameraFlight;
use camera::overview::Overview;
use highlight::card::Card;
use input::gesture::Gesture;
use input::rename::Rename;
use viewport::CameraMotion;
use viewport::camera::Camera;
use viewport::zoom_step::ZoomStep;

/// The canvas and what it remembers from frame to frame.
#[derive(Default)]
pub struct Canvas {
    camera: Camera,
    flight: Option<CameraFlight>,
    shown: ShownPositions,
    followed_revision: Option<u64>,
    drawn: Option<DrawnScene>,
    /// Makes the pictures of large maps; without it all are made at once.
    requests: Option<SceneRequests>,
    paint: Paint,
    gesture: Option<Gesture>,
    /// What was turned last: a wheel, or fingers on a trackpad.
    wheel: Option<MouseWheelUnit>,
    /// Where the keyboard was when the pointer last moved over the canvas, while it is there.
    focus_of_hand: Option<Option<Id>>,
    hovered: Option<Target>,
    /// The mark that has the keyboard's focus.
    focused: Option<Target>,
    card: Card,
    /// A tie that is being drawn without a drag: a click chooses where it ends.
    linking: Option<NationId>,
    overview: Overview,
    rename: Option<Rename>,
    menu_at: Option<(Option<Target>, Point)>,
    /// Set until the whole map has been shown in a frame.
    wants_fit: bool,
    rect: Option<Rect>,
    /// The camera as it was fitted last, until the names are set for its zoom.
    fitted: Option<Camera>,
    /// The camera as it was fitted last to a layout on its way.
    led_by: Option<Camera>,
    /// Since when there has been nothing to show of a map.
    blank_since_s: Option<f64>,
    /// What notes at the upper edge take, which a fitted map keeps out of.
    notes: Option<Rect>,
    /// Where the camera was in the last frame, and since when.
    rested: (Camera, f64),
    /// The step of the zoom for which labels are placed.
    zoom_step: Option<ZoomStep>,
}

/// The camera rests once it has been where it is for so long.
const REST_S: f64 = 0.12;

impl Canvas {
    /// A canvas whose pictures of large maps are made by a thread.
    pub fn new(scene_worker: SceneWorker) -> Self {
        Self { requests: Some(SceneRequests::new(scene_worker)), ..Self::default() }
    }

    /// Shows the whole map as soon as there is one to show; for a map that has just been opened.
    pub fn reset(&mut self) {
        let mut requests = self.requests.take();
        requests.iter_mut().for_each(SceneRequests::forget);
        *self = Self { rect: self.rect, requests, wants_fit: true, ..Self::default() };
    }

    /// Lets large maps be shown by way of a texture on the graphics card, where there is one that can.
    pub fn use_plate(&mut self, gl: Option<&eframe::glow::Context>) {
        self.paint.has_gl = gl.is_some_and(self::cache::texture::is_possible);
    }

    /// Lets go of what is on the graphics card.
    pub fn leave(&self) {
        if self.paint.has_gl {
            self::cache::texture::leave();
        }
    }

    /// Whether a picture of a large map is being made.
    pub fn is_behind(&self) -> bool {
        self.requests.as_ref().is_some_and(SceneRequests::is_busy)
    }

    /// The point of the world in the middle of the canvas.
    pub const fn center_in_world(&self) -> Point {
        self.camera.center_in_world
    }

    /// Where the canvas lies in the window, once it has been shown.
    pub const fn rect(&self) -> Option<Rect> {
        self.rect
    }

    /// Shows positions of a layout that is on its way. One of the whole map is kept in view, until a hand
    /// moves the camera.
    pub fn lead(&mut self, positions: Vec<(NationId, Point)>, is_whole: bool) {
        if self.gesture.is_none() {
            let before = self.shown.version();
            self.shown.lead(positions);
            let is_followed = self.led_by.is_none_or(|camera| camera == self.camera);
            self.wants_fit |= is_whole && is_followed && self.shown.version() != before;
        }
    }

    /// Shows the whole map once the change at hand is shown.
    pub const fn fit_soon(&mut self) {
        self.wants_fit = true;
    }

    /// Shows the map's own positions again.
    pub const fn release(&mut self) {
        self.followed_revision = None;
        self.led_by = None;
    }

    /// Begins to rename in place.
    pub fn rename(&mut self, state: &State, target: Target) {
        self.rename = Rename::begin(state.map(), target);
    }

    /// Leaves what is at hand; returns whether there was anything.
    fn cancel(&mut self) -> bool {
        let was_busy = self.gesture.is_some() || self.linking.is_some() || self.rename.is_some();
        if matches!(self.gesture, Some(Gesture::MoveNations(_))) {
            self.release();
        }
        self.gesture = None;
        self.linking = None;
        self.rename = None;
        was_busy
    }

    /// Shows the canvas in all the space there is.
    pub fn show(&mut self, ui: &mut Ui, state: &State, out: &mut Vec<Intent>) {
        let canvas = ui.available_rect_before_wrap();
        let now_s = ui.input(|input| input.time);
        let is_new = self.rect.is_none();
        if let Some(before) = self.rect.replace(canvas) {
            // Where the canvas grows or shrinks, what is on it stays where it is on the screen.
            self.camera.pan(before.center() - canvas.center());
        }
        self.follow_map(ui, state, now_s);
        self.fly(ui, now_s, state.settings.motion);
        let rests = self.camera_rests(ui, now_s);
        let inputs = SceneInputs {
            zoom: self.settled_zoom(rests),
            map: state.shown_map(),
            revision: state.visible.version(),
            shown: &self.shown,
            theme: scene_theme(ui.ctx().theme()),
        };
        DrawnScene::update(&mut self.drawn, ui.ctx(), &inputs, &mut self.requests);
        self.wants_fit |= is_new;
        if self.wants_fit && self.drawn.is_some() {
            self.fit_along(canvas, state, now_s);
            self.led_by = self.shown.is_led().then_some(self.camera);
        }
        self.fit_names(canvas, now_s);
        self.wait_for_card(ui, canvas, state, now_s);
        let motion = match self.flight {
            Some(_) => CameraMotion::Flying,
            None if rests => CameraMotion::AtRest,
            None => CameraMotion::ByHand,
        };
        let response = self.draw_map(ui, canvas, state, motion);
        self.draw_wait(ui, canvas, now_s);
        self.draw_over(ui, canvas, state);
        self.draw_overlay(ui, canvas);
        self.interact(ui, &response, state, out);
        self.show_rename(ui, canvas, state, out);
        self.announce(ui, canvas, state, out);
        self.show_card(ui, canvas, state);
    }

    /// Whether the camera has been where it is for a moment; asks for a frame at that time if not.
    fn camera_rests(&mut self, ui: &Ui, now_s: f64) -> bool {
        if self.rested.0 != self.camera {
            self.rested = (self.camera, now_s);
        }
        let rested_s = now_s - self.rested.1;
        if rested_s < REST_S {
            ui.ctx().request_repaint_after_secs((REST_S - rested_s) as f32);
        }
        rested_s >= REST_S
    }

    /// Whether the camera was at rest in this frame.
    fn has_rested(&self, ui: &Ui) -> bool {
        let now_s = ui.input(|input| input.time);
        self.rested.0 == self.camera && now_s - self.rested.1 >= REST_S
    }

    /// The zoom for which labels are placed: that of the camera when it last was at rest.
    fn settled_zoom(&mut self, rests: bool) -> ZoomStep {
        let step = ZoomStep::of(self.camera.zoom);
        if rests { *self.zoom_step.insert(step) } else { *self.zoom_step.get_or_insert(step) }
    }

    /// Asks for another frame where letters were set before the toolkit moved them, later in the frame.
    pub fn check_letters(&self, ctx: &egui::Context) {
        if self.paint.is_outdated(ctx) {
            ctx.request_repaint();
        }
    }

    /// The labels of the map for which there is no room at this zoom.
    pub fn left_out(&self) -> LeftOut {
        self.drawn.as_ref().map(|drawn| drawn.scene.left_out).unwrap_or_default()
    }

    fn follow_map(&mut self, ui: &Ui, state: &State, now_s: f64) {
        let revision = state.visible.version();
        if self.followed_revision != Some(revision) && self.gesture.is_none() {
            let by_motion = self.followed_revision.is_some() && state.settings.motion;
            self.shown.follow(state.shown_map(), now_s, by_motion);
            self.followed_revision = Some(revision);
            self.hovered = None;
        }
        self.shown.advance(state.shown_map(), now_s);
        if self.shown.is_in_motion() {
            ui.ctx().request_repaint();
        }
    }

    fn show_rename(&mut self, ui: &Ui, canvas: Rect, state: &State, out: &mut Vec<Intent>) {
        let (Some(rename), Some(drawn)) = (&mut self.rename, &self.drawn) else { return };
        if !rename.show(ui, canvas, &self.camera, state.map(), &drawn.scene, out) {
            self.rename = None;
            if self::input::rename::escape_was_pressed(ui) {
                self::input::pointer::keep_selection(out);
            }
        }
    }

    fn announce(&mut self, ui: &Ui, canvas: Rect, state: &State, out: &mut Vec<Intent>) {
        let Some(drawn) = &self.drawn else { return };
        let mut chosen = Vec::new();
        let view = self.view(ui, canvas);
        let focused = accessibility::announce(ui, &view, state, drawn, &mut chosen);
        self.focused = focused;
        if let Some(target) = focused {
            let ink = color32(palette(ui.ctx()).second_ink);
            self.draw_ring(&ui.painter_at(canvas), canvas, drawn, target, ink);
        }
        for intent in chosen {
            match (self.linking.take(), &intent) {
                (Some(from), Intent::Select(targets)) => {
                    out.extend(tie_to(from, targets.first().copied()));
                }
                _ => out.push(intent),
            }
        }
    }
}

fn nation_of(target: Option<Target>) -> Option<NationId> {
    match target {
        Some(Target::Nation(id)) => Some(id),
        _ => None,
    }
}

/// The tie that ends at what is under the hand, if anything is.
fn tie_to(from: NationId, target: Option<Target>) -> Option<Intent> {
    let to = match target? {
        Target::Nation(id) => End::Nation(id),
        Target::Tie(id) => End::Tie(id),
    };
    Some(Intent::AddTie { from, to })
}
