//! Where the camera looks: zooming, panning, fitting, flights, and the limits within which it is moved.
//!
//! Owns the camera, and reads the drawn scene to know what to fit. Knows nothing of input: it is told how
//! far to pan or zoom.

mod close_fit;
mod fit;
mod flight;
mod limits;
mod map_bounds;
mod overlays;
pub mod overview;

use std::collections::BTreeSet;

use egui::{Context, Pos2, Rect, Vec2};

use super::cache::drawn_scene::DrawnScene;
use super::cache::shown_positions::ShownPositions;
use super::drawing::heading_and_legend::{HeadingAndLegend, heading_height};
use super::viewport::camera::Camera;
use super::viewport::zoom_step::ZoomStep;
use super::viewport::{CameraMotion, Viewport};
use crate::edit::Target;
use crate::model::{Map, NationId, Point, Rect as WorldRect};
use crate::scene::{FreeView, Label, Scene};
use fit::Fit;
use flight::CameraFlight;
use limits::CameraLimits;
use overlays::Overlays;

/// How long the camera must have been where it is to be at rest, in seconds.
const REST_S: f64 = 0.12;
/// How many times a fit is corrected at most: the room that labels take depends on the zoom.
const MOST_REFITS: u8 = 4;

/// The camera and where it is going.
#[derive(Default)]
pub struct CameraControl {
    camera: Camera,
    /// Where the canvas lies in the window, once it has been shown.
    canvas: Option<Rect>,
    flight: Option<CameraFlight>,
    /// Set until the whole map has been shown in a frame.
    wants_fit: bool,
    /// The camera as it was last fitted, until labels have been placed for its zoom.
    fitted: Option<Camera>,
    /// How many times this fit has been corrected.
    refits: u8,
    /// The camera as it was last fitted to a preview of positions.
    fitted_to_preview: Option<Camera>,
    /// The camera of the last fit of the whole map: as long as the camera is there, the map stays fitted.
    stays_fitted: Option<Camera>,
    /// How high the heading is, and where the legend was put, on the map that is drawn.
    beside: Option<(f32, Option<Point>)>,
    /// Where to go in the next frame.
    wanted_view: Option<Camera>,
    /// How much of what is shown has to be in view in the next frame.
    wanted_in_view: Option<InView>,
    /// What floats over the canvas, which a fitted map leaves free.
    overlays: Overlays,
    /// Where the camera was in the last frame, and since when.
    unmoved: (Camera, f64),
    /// The step of the zoom for which labels are placed.
    zoom_step: Option<ZoomStep>,
    /// What is seen of a map with blocs, for which their names are placed.
    view: Option<FreeView>,
}

/// How much of what is shown has to be in view.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum InView {
    /// Every nation.
    All,
    /// Some nation or text note.
    Some,
    /// These nations, each with the whole of its mark.
    These(BTreeSet<NationId>),
}

impl InView {
    fn is_met(&self, drawn: &DrawnScene, camera: &Camera, canvas: Rect) -> bool {
        let seen = camera.world_rect_from_screen(canvas, canvas);
        let scene = drawn.scene();
        let mut nations = scene.nations.iter().map(|mark| seen.contains(mark.center));
        let is_seen_note =
            |label: &Label| label.owner.note().is_some() && seen.contains(label.center);
        match self {
            Self::All => nations.all(|is_seen| is_seen),
            Self::Some => nations.any(|is_seen| is_seen) || scene.labels.iter().any(is_seen_note),
            Self::These(ids) => {
                let marks = scene.nations.iter().filter(|mark| ids.contains(&mark.id));
                marks.into_iter().all(|mark| seen.holds(&mark.bounds()))
            }
        }
    }
}

/// Where the camera is.
impl CameraControl {
    /// Starts again with another map, which will be fitted.
    pub fn reset(&mut self) {
        *self = Self { canvas: self.canvas, wants_fit: true, ..Self::default() };
    }

    /// The camera.
    pub const fn camera(&self) -> Camera {
        self.camera
    }

    /// Where the canvas lies in the window, once it has been shown.
    pub const fn canvas(&self) -> Option<Rect> {
        self.canvas
    }

    /// What is seen on a canvas.
    pub fn viewport(&self, ctx: &Context, canvas: Rect) -> Viewport {
        Viewport { camera: self.camera, canvas, pixels_per_point: ctx.pixels_per_point() }
    }

    /// Sets where the canvas lies. Where it grows or shrinks, a map that is fitted is fitted again;
    /// any other stays where it is on the screen. When the canvas is shown for the first time, the map is
    /// fitted.
    pub fn set_canvas(&mut self, canvas: Rect) {
        let was_fitted = self.is_fitted();
        match self.canvas.replace(canvas) {
            Some(before) => {
                // What floats in the corner goes with it.
                let moved = canvas.max - before.max;
                self.overlays.corner = self.overlays.corner.map(|corner| corner.translate(moved));
                self.camera.pan(before.center() - canvas.center());
                self.wants_fit |= was_fitted && before.size() != canvas.size();
                if was_fitted {
                    self.stays_fitted = Some(self.camera);
                }
            }
            None => self.wants_fit = true,
        }
    }

    /// Sets what floats over the canvas beside the overview: notes at the upper edge, and the control in the corner. A
    /// map that is fitted is fitted again where that changes.
    pub fn keep_clear_of(&mut self, notes: Option<Rect>, corner: Rect) {
        let overlays = Overlays { notes, corner: Some(corner), ..self.overlays };
        self.wants_fit |= self.overlays.differ(&overlays) && self.is_fitted();
        self.overlays = overlays;
    }

    /// Whether the whole map has been fitted, and the camera hasn't moved since.
    fn is_fitted(&self) -> bool {
        self.flight.is_none() && self.stays_fitted == Some(self.camera)
    }

    /// Whether the whole map has been fitted, and the camera is there or on its way there.
    pub fn goes_to_fit(&self) -> bool {
        self.stays_fitted == Some(self.target())
    }
}

/// From frame to frame.
impl CameraControl {
    /// Advances a flight; call once a frame. Without `animate` it arrives at once.
    pub fn advance(&mut self, ctx: &Context, now_s: f64, animate: bool) {
        if let Some(view) = self.wanted_view.take() {
            self.wants_fit = false;
            self.fly_to(view, now_s);
        }
        let Some(flight) = &self.flight else { return };
        if let Some(camera) = flight.camera_at(now_s).filter(|_| animate) {
            self.camera = camera;
            ctx.request_repaint();
        } else {
            self.camera = flight.target();
            self.flight = None;
        }
    }

    /// Whether the camera has been where it is for a moment; requests a frame for that time if not.
    pub fn update_rest(&mut self, ctx: &Context, now_s: f64) -> bool {
        if self.unmoved.0 != self.camera {
            self.unmoved = (self.camera, now_s);
        }
        let unmoved_s = now_s - self.unmoved.1;
        if unmoved_s < REST_S {
            ctx.request_repaint_after_secs((REST_S - unmoved_s) as f32);
        }
        unmoved_s >= REST_S
    }

    /// Whether the camera was at rest in this frame.
    pub fn is_at_rest(&self, now_s: f64) -> bool {
        self.unmoved.0 == self.camera && now_s - self.unmoved.1 >= REST_S
    }

    /// The step of the zoom for which labels are placed, and what is seen of a map with blocs, for which their names
    /// are: as they were when the camera last was at rest.
    pub fn settled(
        &mut self,
        drawn: Option<&DrawnScene>,
        is_at_rest: bool,
    ) -> (ZoomStep, Option<FreeView>) {
        let step = ZoomStep::of(self.camera.zoom);
        let step = self.zoom_step.filter(|_| !is_at_rest).unwrap_or(step);
        self.zoom_step = Some(step);
        let drawn = drawn.filter(|drawn| drawn.has_blocs());
        let view = drawn.and_then(|drawn| {
            self.view.filter(|_| !is_at_rest).or_else(|| self.free_view(drawn.scene()))
        });
        self.view = view;
        (step, view)
    }

    /// What is seen of a map, without what floats above it.
    fn free_view(&self, scene: &Scene) -> Option<FreeView> {
        /// How far names stay from what covers the map, in logical pixels.
        const CLEAR: f32 = 6.0;
        let canvas = self.canvas?;
        let fixed = HeadingAndLegend::place(scene, canvas, self.camera.zoom);
        let floating = self.overlays.rects().into_iter().flatten();
        let covered = fixed.covered(scene, canvas).into_iter().chain(floating);
        let in_world = |area: Rect| self.camera.world_rect_from_screen(canvas, area);
        let covered = covered.map(|area| in_world(area.expand(CLEAR)));
        Some(FreeView::new(in_world(canvas.shrink(CLEAR)), covered))
    }

    /// How the camera is moving.
    pub const fn motion(&self, is_at_rest: bool) -> CameraMotion {
        match self.flight {
            Some(_) => CameraMotion::Flying,
            None if is_at_rest => CameraMotion::AtRest,
            None => CameraMotion::ByHand,
        }
    }
}

/// Moving the camera.
impl CameraControl {
    /// Pans the map by a distance on the screen, within the limits of a map of an extent.
    pub fn pan(&mut self, by: Vec2, canvas: Rect, extent: WorldRect) {
        self.flight = None;
        self.camera = CameraLimits::of(canvas, extent).panned(self.camera, by);
    }

    /// Pans, then zooms by a factor about a point of the screen. Ends a flight only where the camera moves;
    /// returns whether it does.
    pub fn pan_and_zoom(
        &mut self,
        pan: Vec2,
        (anchor, factor): (Pos2, f32),
        canvas: Rect,
        extent: WorldRect,
    ) -> bool {
        let (limits, before) = (CameraLimits::of(canvas, extent), self.camera);
        if pan != Vec2::ZERO {
            self.camera = limits.panned(self.camera, pan);
        }
        if (factor - 1.0).abs() > 1e-4 {
            self.camera = limits.zoomed(self.camera, anchor, factor);
        }
        let has_moved = self.camera != before;
        if has_moved {
            self.flight = None;
        }
        has_moved
    }

    /// Moves the centre of the view towards a point of the world, as far as the limits allow; returns
    /// whether the camera moves.
    pub fn move_center(&mut self, center: Point, canvas: Rect, extent: WorldRect) -> bool {
        let to = self.centered_within_limits(center, canvas, extent);
        let moves = to != self.camera;
        if moves {
            (self.camera, self.flight) = (to, None);
        }
        moves
    }

    /// Flies with the centre of the view towards a point of the world, as far as the limits allow.
    pub fn fly_center(&mut self, center: Point, canvas: Rect, extent: WorldRect, now_s: f64) {
        self.fly_to(self.centered_within_limits(center, canvas, extent), now_s);
    }

    fn centered_within_limits(&self, center: Point, canvas: Rect, extent: WorldRect) -> Camera {
        let to = Camera { center_in_world: center, ..self.camera };
        CameraLimits::of(canvas, extent).held(self.camera, to)
    }

    /// Zooms by a factor about the middle of the canvas, in a flight.
    pub fn zoom_by(&mut self, factor: f32, extent: WorldRect, now_s: f64) {
        let Some(canvas) = self.canvas else { return };
        let limits = CameraLimits::of(canvas, extent);
        self.fly_to(limits.zoomed(self.target(), canvas.center(), factor), now_s);
    }

    /// Zooms to 100 %, in a flight.
    pub fn reset_zoom(&mut self, extent: WorldRect, now_s: f64) {
        self.zoom_by(1.0 / self.target().zoom, extent, now_s);
    }

    /// Brings a point of the world to the middle of the free part of the canvas.
    pub fn center_on(&mut self, at: Point, drawn: Option<&DrawnScene>, now_s: f64) {
        let Some(canvas) = self.canvas else { return };
        let free = self.fit_into(canvas, drawn).free_area();
        self.fly_to(self.target().centered_on(canvas, free, at), now_s);
    }

    fn fly_to(&mut self, to: Camera, now_s: f64) {
        self.flight = Some(CameraFlight::new(self.camera, to, now_s));
    }

    /// What floats over the canvas.
    pub const fn overlays(&self) -> &Overlays {
        &self.overlays
    }

    /// Where the camera is going, or where it is.
    pub fn target(&self) -> Camera {
        self.flight.as_ref().map_or(self.camera, CameraFlight::target)
    }
}

/// Fitting the map.
impl CameraControl {
    /// Flies to where the whole map is in view.
    pub fn fit(&mut self, drawn: Option<&DrawnScene>, now_s: f64) {
        let Some(canvas) = self.canvas else { return };
        let to = self.fit_into(canvas, drawn).whole_map();
        (self.fitted, self.refits) = (Some(to), 0);
        self.stays_fitted = Some(to);
        self.fly_to(to, now_s);
    }

    /// Flies to where the selection is in view, with some of the map around it.
    pub fn fit_selection(
        &mut self,
        selection: &BTreeSet<Target>,
        drawn: Option<&DrawnScene>,
        now_s: f64,
    ) {
        let Some(canvas) = self.canvas else { return };
        self.fly_to(self.fit_into(canvas, drawn).selection(selection), now_s);
    }

    /// Flies to a view, in the next frame.
    pub const fn return_to(&mut self, view: Camera) {
        self.wanted_view = Some(view);
    }

    /// Fits what is shown, once it has changed, unless enough of it is in view.
    pub fn bring_into_view(&mut self, wanted: InView) {
        self.wanted_in_view = Some(wanted);
    }

    /// Fits the map in one of the next frames, once the change that was just made is shown.
    pub const fn fit_soon(&mut self) {
        self.wants_fit = true;
    }

    /// Keeps the nations of a preview in view, unless the camera was moved since the last time.
    pub fn follow_preview(&mut self) {
        self.wants_fit |= self.fitted_to_preview.is_none_or(|camera| camera == self.camera);
    }

    /// Whether the camera is where it has followed a preview to.
    pub fn follows_preview(&self) -> bool {
        self.fitted_to_preview == Some(self.target())
    }

    /// The preview is over.
    pub const fn end_preview(&mut self) {
        self.fitted_to_preview = None;
    }

    /// Fits the map if that is wanted: at once where it is at rest, else in a flight beside the motion of
    /// its nations, and once they have come to rest again as they then are.
    pub fn fit_if_wanted(
        &mut self,
        drawn: &DrawnScene,
        positions: &ShownPositions,
        map: &Map,
        now_s: f64,
    ) {
        let Some(canvas) = self.canvas else { return };
        if let Some(wanted) = self.wanted_in_view.take() {
            self.wants_fit |= !wanted.is_met(drawn, &self.target(), canvas);
        }
        if !self.wants_fit {
            return;
        }
        let fit = self.fit_into(canvas, Some(drawn));
        let is_flying = self.flight.is_some();
        if positions.is_animating() {
            if !is_flying {
                self.fly_to(fit.map_at_rest(map), now_s);
            }
        } else {
            // While all nations move, names don't matter, and ties lie between nations.
            let to = if positions.is_preview() { fit.nations() } else { fit.whole_map() };
            (self.fitted, self.refits) = (Some(to), 0);
            self.stays_fitted = Some(to);
            if is_flying {
                self.fly_to(to, now_s);
            } else {
                self.camera = to;
            }
            self.wants_fit = false;
        }
        self.fitted_to_preview = positions.is_preview().then_some(self.camera);
    }

    /// Fits the map once more where labels that were placed for the zoom of a fit are cut by the canvas. A dense map
    /// is fitted a few times more, where they are covered or leave room for a larger zoom.
    pub fn refit_for_labels(&mut self, drawn: Option<&DrawnScene>, now_s: f64) {
        let (Some(fitted), Some(canvas)) = (self.fitted, self.canvas) else { return };
        if self.flight.is_some() {
            return;
        }
        if fitted != self.camera {
            self.fitted = None;
            return;
        }
        let wanted = ZoomStep::of(fitted.zoom);
        let Some(drawn) = drawn.filter(|drawn| drawn.is_settled_at(wanted)) else { return };
        let fit = self.fit_into(canvas, Some(drawn));
        let to = fit.whole_map();
        self.fitted = None;
        if fit.cuts_label(&fitted) || fit.is_worse(&fitted, &to) {
            self.refits += 1;
            self.fitted = Some(to).filter(|to| fit.is_dense(to) && self.refits < MOST_REFITS);
            self.stays_fitted = Some(to);
            self.fly_to(to, now_s);
        }
    }

    /// Fits a map again that is fitted, where its heading has grown or its legend has been moved.
    pub fn refit_beside(&mut self, drawn: &DrawnScene, positions: &ShownPositions, now_s: f64) {
        let scene = drawn.scene();
        let now = (heading_height(scene), scene.legend_place);
        let has_changed = self.beside.replace(now).is_some_and(|before| before != now);
        if has_changed && self.is_fitted() && !positions.is_preview() {
            self.fit(Some(drawn), now_s);
        }
    }

    const fn fit_into<'a>(&self, canvas: Rect, drawn: Option<&'a DrawnScene>) -> Fit<'a> {
        Fit { canvas, overlays: self.overlays, drawn }
    }
}
