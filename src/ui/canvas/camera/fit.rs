//! Where the camera looks: zooming, fitting, flying to what was found.

use egui::{Rect, Ui, pos2};

use crate::edit::Target;
use crate::model::{Map, Point, Rect as WorldRect};
use crate::scene::{HullMark, LabelOwner, NationMark, Scene};
use crate::ui::actions::Action;
use crate::ui::canvas::drawing::heading_and_legend::{HeadingAndLegend, TOOLS};
use crate::ui::canvas::input::rename::Rename;
use crate::ui::canvas::viewport::camera::Camera;
use crate::ui::canvas::viewport::zoom_step::ZoomStep;
use crate::ui::canvas::{Canvas, nation_of};
use crate::ui::state::State;

/// Space left free around a fitted map.
const FIT_MARGIN: f32 = 24.0;
/// Fitting a small map doesn't blow it up beyond this.
const LARGEST_FIT: f32 = 1.5;
/// Nor a selection beyond this.
const LARGEST_SELECTION: f32 = 2.0;
/// Around a fitted selection so much of the map is in view as well, as a part of the selection's longer
/// side, and at least so many units.
const AROUND: f32 = 0.25;
const LEAST_AROUND: f32 = 90.0;
/// How long the camera takes to get where an action sends it, in seconds.
const FLIGHT_S: f64 = 0.22;

/// A camera on its way.
pub(in crate::ui::canvas) struct CameraFlight {
    from: Camera,
    to: Camera,
    started_s: f64,
}

impl Canvas {
    /// The zoom: logical pixels per world unit.
    pub const fn zoom(&self) -> f32 {
        self.camera.zoom
    }

    /// Does the actions that concern the view alone; returns whether this was one.
    pub fn perform(&mut self, action: Action, state: &State, now_s: f64) -> bool {
        let Some(canvas) = self.rect else { return false };
        match action {
            Action::ZoomIn => self.zoom_by(canvas, 1.25, now_s),
            Action::ZoomOut => self.zoom_by(canvas, 0.8, now_s),
            Action::ZoomReset => self.zoom_by(canvas, 1.0 / self.target_camera().zoom, now_s),
            Action::Fit => {
                let to = self.fitting(canvas);
                self.fitted = Some(to);
                self.fly_to(to, now_s);
            }
            Action::FitSelection => self.fly_to(self.fitting_selection(canvas, state), now_s),
            Action::Rename => {
                self.rename = state.only_selected().and_then(|t| Rename::begin(state.map(), t));
            }
            Action::DrawTie => self.linking = nation_of(state.only_selected()),
            Action::Cancel => return self.cancel(),
            _ => return false,
        }
        true
    }

    /// Brings a nation or tie to the middle of the view.
    pub fn center_on(&mut self, state: &State, target: Target, now_s: f64) {
        // What was hidden until now isn't in the picture yet.
        let at = self.place_of(target).or_else(|| in_map(state.map(), target));
        let (Some(canvas), Some(at)) = (self.rect, at) else { return };
        let free = self.free_part(canvas);
        self.fly_to(self.target_camera().centered_on(canvas, free, at), now_s);
    }

    pub(in crate::ui::canvas) fn place_of(&self, target: Target) -> Option<Point> {
        let drawn = self.drawn.as_ref()?;
        match target {
            Target::Nation(id) => drawn.center(id),
            Target::Tie(id) => drawn.tie(id).map(|mark| mark.middle),
        }
    }

    fn target_camera(&self) -> Camera {
        self.flight.as_ref().map_or(self.camera, |flight| flight.to)
    }

    fn zoom_by(&mut self, canvas: Rect, factor: f32, now_s: f64) {
        let to = self.limits(canvas).zoomed(self.target_camera(), canvas.center(), factor);
        self.fly_to(to, now_s);
    }

    pub(in crate::ui::canvas) fn fly_to(&mut self, to: Camera, now_s: f64) {
        self.flight = Some(CameraFlight { from: self.camera, to, started_s: now_s });
    }

    /// The camera that shows all of the map.
    pub(in crate::ui::canvas) fn fitting(&self, canvas: Rect) -> Camera {
        let Some(drawn) = &self.drawn else { return Camera::default() };
        let world = world_bounds(&drawn.scene, &|_| true);
        self.fitted(canvas, world, LARGEST_FIT)
    }

    /// The camera that shows all that is selected, with some of the map around it.
    fn fitting_selection(&self, canvas: Rect, state: &State) -> Camera {
        let Some(drawn) = &self.drawn else { return Camera::default() };
        let selected = world_bounds(&drawn.scene, &|target| state.selection.contains(&target));
        if selected.is_nothing() {
            return self.fitting(canvas);
        }
        let longer = selected.width().max(selected.height());
        let around = selected.expanded((longer * AROUND).max(LEAST_AROUND));
        let world = common_part(&around, &world_bounds(&drawn.scene, &|_| true));
        self.fitted(canvas, world, LARGEST_SELECTION)
    }

    /// The camera that shows a part of the world where nothing covers it, no larger than at a given zoom.
    fn fitted(&self, canvas: Rect, world: WorldRect, largest: f32) -> Camera {
        let free = self.free_part_for(canvas, world, largest);
        Camera::fitting(canvas, free, world, largest)
    }

    /// Shows the whole map: at once where it rests, else in a flight beside the motion of its nations,
    /// and once they have come to rest as it then is.
    pub(in crate::ui::canvas) fn fit_along(&mut self, canvas: Rect, state: &State, now_s: f64) {
        let is_flying = self.flight.is_some();
        if self.shown.is_in_motion() {
            if !is_flying {
                let world = bounds_at_rest(state.shown_map());
                let to = self.fitted(canvas, world, LARGEST_FIT);
                self.fly_to(to, now_s);
            }
            return;
        }
        let to = match &self.drawn {
            // Names don't matter while all moves, and ties lie between nations.
            Some(drawn) if self.shown.is_led() => self.fitted(canvas, drawn.extent(), LARGEST_FIT),
            _ => self.fitting(canvas),
        };
        self.fitted = Some(to);
        if is_flying {
            self.fly_to(to, now_s);
        } else {
            self.camera = to;
        }
        self.wants_fit = false;
    }

    /// Fits the map once more where names that were set anew for the zoom of a fit are cut by the canvas.
    pub(in crate::ui::canvas) fn fit_names(&mut self, canvas: Rect, now_s: f64) {
        let Some(fitted) = self.fitted else { return };
        if self.flight.is_some() {
            return;
        }
        if fitted != self.camera {
            self.fitted = None;
            return;
        }
        let wanted = ZoomStep::of(fitted.zoom);
        let Some(drawn) = self.drawn.as_ref().filter(|p| p.is_made_for_zoom(wanted)) else {
            return;
        };
        let seen = fitted.world_rect_from_screen(canvas, canvas);
        let is_cut = drawn.scene.labels.iter().any(|label| !seen.holds(&label.bounds));
        self.fitted = None;
        if is_cut {
            self.fly_to(self.fitting(canvas), now_s);
        }
    }

    /// The part of the canvas in which the map is shown largest without title, legend or tools
    /// covering a nation: all of it below the title where the legend's corner stays free, else beside
    /// the legend or above it.
    fn free_part_for(&self, canvas: Rect, world: WorldRect, largest: f32) -> Rect {
        let Some(drawn) = &self.drawn else { return canvas };
        let overlay = HeadingAndLegend::of(&drawn.scene, canvas, 1.0);
        let mut whole = canvas.shrink(FIT_MARGIN);
        let notes = self.notes.map_or(whole.min.y, |notes| notes.max.y);
        whole.min.y = overlay.heading.max.y.max(notes).max(whole.min.y) + 8.0;
        whole.min.x += TOOLS - FIT_MARGIN;
        let legend = overlay.legend;
        let is_free = |camera: &Camera| {
            let covered = camera.world_rect_from_screen(canvas, legend.expand(8.0));
            let labels = drawn.scene.labels.iter().map(|label| label.bounds);
            let nations = drawn.scene.nations.iter().map(NationMark::bounds);
            !labels.chain(nations).any(|rect| rect.intersects(&covered))
        };
        let fitted = |part: Rect| Camera::fitting(canvas, part, world, largest);
        if !legend.is_positive() || is_free(&fitted(whole)) {
            return whole;
        }
        let beside = Rect::from_min_max(pos2(legend.max.x + FIT_MARGIN, whole.min.y), whole.max);
        let above = Rect::from_min_max(whole.min, pos2(whole.max.x, legend.min.y - 8.0));
        if fitted(beside).zoom >= fitted(above).zoom { beside } else { above }
    }

    fn free_part(&self, canvas: Rect) -> Rect {
        let world = self.drawn.as_ref().map_or(WorldRect::NOTHING, |p| p.scene.bounds);
        self.free_part_for(canvas, world, LARGEST_FIT)
    }

    pub(in crate::ui::canvas) fn fly(&mut self, ui: &Ui, now_s: f64, motion: bool) {
        let Some(flight) = &self.flight else { return };
        let t = if motion {
            ((now_s - flight.started_s) / FLIGHT_S).clamp(0.0, 1.0) as f32
        } else {
            1.0
        };
        let eased = 1.0 - (1.0 - t).powi(3);
        self.camera = flight.from.lerp(&flight.to, eased);
        if t >= 1.0 {
            self.camera = flight.to;
            self.flight = None;
        } else {
            ui.ctx().request_repaint();
        }
    }
}

/// What two rectangles of the world that overlap have in common.
const fn common_part(a: &WorldRect, b: &WorldRect) -> WorldRect {
    WorldRect::new(
        Point::new(a.min.x.max(b.min.x), a.min.y.max(b.min.y)),
        Point::new(a.max.x.min(b.max.x), a.max.y.min(b.max.y)),
    )
}

/// Where the map has a nation, or the nation at which a tie starts.
pub(in crate::ui::canvas) fn in_map(map: &Map, target: Target) -> Option<Point> {
    let nation = match target {
        Target::Nation(id) => id,
        Target::Tie(id) => map.ties().get(id)?.from,
    };
    map.nations().get(nation)?.position
}

/// The smallest rectangle of the world that holds all nations with their names where the map has them.
fn bounds_at_rest(map: &Map) -> WorldRect {
    let mut bounds = WorldRect::NOTHING;
    for ((_, nation), around) in map.nations().iter().zip(crate::scene::footprints(map)) {
        if let Some(at) = nation.position {
            let corner = |x: f32, y: f32| at + Point::new(x, y);
            let (min, max) = (corner(around[0], around[1]), corner(around[2], around[3]));
            bounds = bounds.union(&WorldRect { min, max });
        }
    }
    bounds
}

/// The smallest rectangle of the world that holds the marks chosen, with their labels.
fn world_bounds(scene: &Scene, chosen: &dyn Fn(Target) -> bool) -> WorldRect {
    let mut bounds = WorldRect::NOTHING;
    for mark in scene.nations.iter().filter(|mark| chosen(Target::Nation(mark.id))) {
        let hull = scene.hulls.iter().find(|hull| hull.organisation == Some(mark.id));
        bounds = bounds.union(&hull.map_or_else(|| mark.bounds(), HullMark::bounds));
    }
    for mark in scene.ties.iter().filter(|mark| chosen(Target::Tie(mark.id))) {
        bounds = bounds.union(&mark.curve.bounds());
    }
    for label in &scene.labels {
        let owner = match label.owner {
            LabelOwner::Nation(id) => Target::Nation(id),
            LabelOwner::Tie(id) => Target::Tie(id),
            LabelOwner::Hull(_) => continue,
        };
        if chosen(owner) {
            bounds = bounds.union(&label.bounds);
        }
    }
    bounds
}
