//! The overview: the whole map as a sketch in the lower right, with a frame around what is in view, which
//! moves the view.

pub mod mesh;

use egui::accesskit::Role;
use egui::{
    Align2, Area, Color32, CursorIcon, EventFilter, Id, Order, Pos2, Rect, Response, Sense, Stroke,
    StrokeKind, Ui, Vec2, pos2, vec2,
};

use crate::model::{Point, Rect as WorldRect};
use crate::ui::canvas::Canvas;
use crate::ui::canvas::cache::meshes::CachedMeshes;
use crate::ui::canvas::viewport::Viewport;
use crate::ui::canvas::viewport::camera::{Camera, ZOOM_RANGE};
use crate::ui::chrome::floating_frame;
use crate::ui::state::State;
use crate::ui::theme::{PADDING, color32, palette};

/// The sides of the sketch in logical pixels.
const SIZE: Vec2 = vec2(180.0, 120.0);
/// The space between the map and the edge of the sketch.
const MARGIN: f32 = 6.0;
/// What it takes with its frame.
const OUTER: Vec2 = vec2(SIZE.x + 10.0, SIZE.y + 10.0);
/// On a canvas with sides shorter than so many times its own there is no room for it.
const LEAST_CANVAS: f32 = 2.5;
/// A map of more nations has an overview as soon as part of it is out of view.
const MANY_NATIONS: usize = 150;
/// The smallest that the frame is drawn, in logical pixels.
const LEAST_FRAME: f32 = 10.0;

/// The overview, as it is kept from frame to frame.
#[derive(Default)]
pub struct Overview {
    sketch: Option<CachedMeshes<u64>>,
    is_shown: bool,
    /// From the hand to the centre of the view, in the world, while it drags the frame.
    grab: Option<Point>,
}

impl Overview {
    /// Whether it is to be shown while so much of the map is in view, from 0 to 1. It comes later than it
    /// goes, so that it doesn't flicker.
    const fn is_wanted(&self, nations: usize, in_view: f32) -> bool {
        let (comes, goes) = if nations > MANY_NATIONS { (0.85, 0.95) } else { (0.25, 0.4) };
        nations > 1 && in_view < if self.is_shown { goes } else { comes }
    }
}

/// The id of the overview, by which the keyboard is known to be on it.
pub(in crate::ui::canvas) fn id() -> Id {
    Id::new("overview of the map")
}

impl Canvas {
    /// Shows the overview above `below`, the control at the lower right, where the map needs one.
    pub fn show_overview(&mut self, ui: &Ui, below: Rect, state: &State) {
        let Some(canvas) = self.rect else { return };
        self.decide_on_overview(ui, canvas, state);
        if !self.overview.is_shown {
            return;
        }
        Area::new(Id::new("overview"))
            .order(Order::Middle)
            .pivot(Align2::RIGHT_BOTTOM)
            .fixed_pos(pos2(canvas.right() - PADDING, below.top() - 8.0))
            .constrain_to(canvas)
            .show(ui.ctx(), |ui| {
                floating_frame(ui).show(ui, |ui| {
                    let (_, rect) = ui.allocate_space(SIZE);
                    let response = ui.interact(rect, id(), Sense::click_and_drag());
                    self.sketched(ui, canvas, &response);
                });
            });
    }

    /// Whether there is an overview; it comes and goes only while the view rests.
    fn decide_on_overview(&mut self, ui: &Ui, canvas: Rect, state: &State) {
        let fits =
            canvas.width() >= OUTER.x * LEAST_CANVAS && canvas.height() >= OUTER.y * LEAST_CANVAS;
        let Some(drawn) = self.drawn.as_ref().filter(|_| state.settings.overview && fits) else {
            self.overview = Overview::default();
            return;
        };
        let (extent, nations) = (drawn.extent(), drawn.scene.nations.len());
        if self.has_rested(ui) && self.overview.grab.is_none() && drawn.is_settled() {
            let seen = self.camera.world_rect_from_screen(canvas, canvas);
            let is_wanted = self.overview.is_wanted(nations, part_in(&extent, &seen));
            if is_wanted != self.overview.is_shown {
                self.overview = Overview { is_shown: is_wanted, ..Overview::default() };
                ui.ctx().request_repaint();
            }
        }
    }

    /// The sketch with its frame, and the hand on it.
    fn sketched(&mut self, ui: &Ui, canvas: Rect, response: &Response) {
        let Some(drawn) = &self.drawn else { return };
        let inset = response.rect;
        let camera = Camera::fitting(inset, inset.shrink(MARGIN), drawn.extent(), ZOOM_RANGE.max);
        let view =
            Viewport { camera, canvas: inset, pixels_per_point: ui.ctx().pixels_per_point() };
        let is_kept = self
            .overview
            .sketch
            .as_ref()
            .is_some_and(|sheet| sheet.is_of(&drawn.version, &view, &drawn.scene.bounds));
        if !is_kept {
            let mesh = std::sync::Arc::new(mesh::mesh(drawn, view));
            self.overview.sketch =
                Some(CachedMeshes::new(drawn.version, view, view.world(), vec![mesh]));
        }
        let colors = palette(ui.ctx());
        let painter = ui.painter_at(inset);
        painter.rect_filled(inset, 4.0, color32(colors.canvas));
        for mesh in self.overview.sketch.iter_mut().flat_map(|sheet| sheet.meshes(&view)) {
            painter.add(std::sync::Arc::clone(mesh));
        }
        let seen = self.camera.world_rect_from_screen(canvas, canvas);
        let frame = frame_of(inset, &camera, &seen);
        let accent = color32(colors.accent);
        let fill = Color32::from_rgba_unmultiplied(accent.r(), accent.g(), accent.b(), 26);
        let halo = Stroke::new(1.0, color32(colors.canvas));
        painter.rect_stroke(frame, 2.0, halo, StrokeKind::Outside);
        painter.rect(frame, 2.0, fill, Stroke::new(1.5, accent), StrokeKind::Inside);
        if response.has_focus() {
            let ring = Stroke::new(2.0, accent);
            ui.painter().rect_stroke(inset, 4.0, ring, StrokeKind::Outside);
        }
        describe(ui, response, part_in(&drawn.extent(), &seen));
        self.move_by_overview(ui, canvas, response, &camera, frame);
    }

    fn move_by_overview(
        &mut self,
        ui: &Ui,
        canvas: Rect,
        response: &Response,
        camera: &Camera,
        frame: Rect,
    ) {
        let center = self.camera.center_in_world;
        let at = |hand: Pos2| camera.world_from_screen(response.rect, hand);
        if response.drag_started() {
            let origin = ui.input(|input| input.pointer.press_origin());
            let held = origin.filter(|origin| frame.contains(*origin));
            // Beside the frame the view comes to the hand, in the frame the hand takes it along.
            self.overview.grab = Some(held.map_or_else(Point::default, |hand| center - at(hand)));
        }
        if response.drag_stopped() {
            self.overview.grab = None;
        }
        let Some(hand) = response.interact_pointer_pos() else { return };
        let limits = self.limits(canvas);
        let target =
            |center| limits.held(self.camera, Camera { center_in_world: center, ..self.camera });
        if let Some(grab) = self.overview.grab.filter(|_| response.dragged()) {
            let to = target(at(hand) + grab);
            if to != self.camera {
                (self.camera, self.flight) = (to, None);
                ui.ctx().request_repaint();
            }
        } else if response.clicked_by(egui::PointerButton::Primary) {
            let to = target(at(hand));
            self.fly_to(to, ui.input(|input| input.time));
            ui.ctx().request_repaint();
        }
    }
}

/// Its name and what it says to those who don't see it, its cursor, and that arrow keys are for it.
fn describe(ui: &Ui, response: &Response, in_view: f32) {
    ui.ctx().accesskit_node_builder(response.id, |node| {
        node.set_role(Role::Canvas);
        node.set_label("Overview of the map");
        node.set_value(format!("{:.0} % of the map in view", in_view * 100.0));
    });
    if response.has_focus() {
        let arrows = EventFilter {
            horizontal_arrows: true,
            vertical_arrows: true,
            ..EventFilter::default()
        };
        ui.memory_mut(|memory| memory.set_focus_lock_filter(response.id, arrows));
    }
    if response.dragged() {
        ui.set_cursor_icon(CursorIcon::Grabbing);
    } else if response.hovered() {
        ui.set_cursor_icon(CursorIcon::Grab);
    }
}

/// What part of a map lies in what is seen, from 0 to 1.
fn part_in(map: &WorldRect, seen: &WorldRect) -> f32 {
    if map.is_nothing() {
        return 1.0;
    }
    let part = |map: [f32; 2], seen: [f32; 2]| {
        let shared = map[1].min(seen[1]) - map[0].max(seen[0]);
        (shared / (map[1] - map[0]).max(1.0)).clamp(0.0, 1.0)
    };
    part([map.min.x, map.max.x], [seen.min.x, seen.max.x])
        * part([map.min.y, map.max.y], [seen.min.y, seen.max.y])
}

/// Where the frame around what is seen lies: within the sketch, and large enough to be taken in hand.
fn frame_of(inset: Rect, camera: &Camera, seen: &WorldRect) -> Rect {
    let corner = |point| camera.screen_from_world(inset, point);
    let within = inset.shrink(1.0);
    let frame = Rect::from_min_max(within.clamp(corner(seen.min)), within.clamp(corner(seen.max)));
    let size = frame.size().max(Vec2::splat(LEAST_FRAME));
    let half = size / 2.0;
    let middle = Rect::from_min_max(within.min + half, within.max - half).clamp(frame.center());
    Rect::from_center_size(middle, size)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_comes_where_much_is_out_of_view_and_doesn_t_flicker() {
        let shown = Overview { is_shown: true, ..Overview::default() };
        let hidden = Overview::default();
        assert!(
            !hidden.is_wanted(15, 0.3) && hidden.is_wanted(15, 0.2) && shown.is_wanted(15, 0.3)
        );
        assert!(!shown.is_wanted(15, 0.5));
        assert!(
            !hidden.is_wanted(500, 0.9) && hidden.is_wanted(500, 0.8) && shown.is_wanted(500, 0.9)
        );
        assert!(!shown.is_wanted(500, 1.0) && !shown.is_wanted(0, 0.0));
    }

    #[test]
    fn the_part_in_view_is_one_of_area() {
        let map = WorldRect::new(Point::default(), Point::new(200.0, 100.0));
        let seen =
            |x: f32, y: f32| WorldRect::new(Point::new(x, y), Point::new(x + 100.0, y + 100.0));
        assert_eq!(part_in(&map, &seen(50.0, 0.0)), 0.5);
        assert_eq!(part_in(&map, &seen(150.0, 50.0)), 0.125);
        assert_eq!(part_in(&map, &seen(900.0, 0.0)), 0.0);
        assert_eq!(part_in(&WorldRect::NOTHING, &seen(0.0, 0.0)), 1.0);
    }

    #[test]
    fn the_frame_stays_within_the_sketch_and_can_be_taken() {
        let inset = Rect::from_min_size(pos2(700.0, 500.0), SIZE);
        let camera = Camera { center_in_world: Point::default(), zoom: 0.01 };
        for (x, half) in [(0.0, 100.0), (9e4, 4_000.0), (-1e5, 5.0), (0.0, 1e6)] {
            let center = Point::new(x, 0.0);
            let seen = WorldRect::centered(center, half * 2.0, half * 2.0);
            let frame = frame_of(inset, &camera, &seen);
            assert!(inset.contains_rect(frame), "{frame:?}");
            assert!(frame.size().min_elem() >= LEAST_FRAME - 0.01, "{frame:?}");
        }
    }
}
