//! The overview: the whole map, small, in the lower right corner, with a frame around what is in view.
//! Dragging the frame moves the view.

mod mesh;

use std::sync::Arc;

use egui::accesskit::Role;
use egui::{
    Align2, Area, Color32, CursorIcon, EventFilter, Id, Order, Pos2, Rect, Response, Sense, Stroke,
    StrokeKind, Ui, Vec2, pos2, vec2,
};

use super::CameraControl;
use crate::model::{Point, Rect as WorldRect};
use crate::ui::canvas::cache::drawn_scene::DrawnScene;
use crate::ui::canvas::cache::meshes::CachedMeshes;
use crate::ui::canvas::viewport::Viewport;
use crate::ui::canvas::viewport::camera::{Camera, ZOOM_RANGE};
use crate::ui::theme::widgets::floating_frame;
use crate::ui::theme::{PADDING, color32};

/// The sides of the overview, in logical pixels.
const SIZE: Vec2 = vec2(180.0, 120.0);
/// The space between the map and the edge of the overview.
const MARGIN: f32 = 6.0;
/// The sides of the overview with its frame.
const OUTER: Vec2 = vec2(SIZE.x + 10.0, SIZE.y + 10.0);
/// A canvas with sides shorter than this many times the overview's has no room for it.
const LEAST_CANVAS: f32 = 2.5;
/// A map of more nations has an overview as soon as part of it is out of view.
const MANY_NATIONS: usize = 150;
/// The smallest sides of the frame around what is in view, in logical pixels.
const LEAST_FRAME: f32 = 10.0;

/// The overview, as it is kept from frame to frame.
#[derive(Default)]
pub struct Overview {
    /// The map, by the version of the scene.
    map: Option<CachedMeshes<u64>>,
    is_shown: bool,
    /// From the pointer to the centre of the view, in the world, while the frame is dragged.
    grab: Option<Point>,
}

/// The id of the overview, by which it is known to have the keyboard's focus.
pub fn id() -> Id {
    Id::new("overview of the map")
}

impl Overview {
    /// Shows the overview above `below`, the control at the lower right, where the map needs one.
    pub fn show(
        &mut self,
        ui: &Ui,
        below: Rect,
        camera: &mut CameraControl,
        drawn: Option<&DrawnScene>,
    ) {
        camera.overlays.overview = None;
        let (Some(canvas), Some(drawn)) = (camera.canvas(), drawn) else {
            *self = Self::default();
            return;
        };
        self.decide(ui, canvas, camera, drawn);
        if !self.is_shown {
            return;
        }
        let area = Area::new(Id::new("overview"))
            .order(Order::Middle)
            .pivot(Align2::RIGHT_BOTTOM)
            .fixed_pos(pos2(canvas.right() - PADDING, below.top() - 8.0))
            .constrain_to(canvas)
            .show(ui.ctx(), |ui| {
                floating_frame(ui).show(ui, |ui| {
                    let (_, rect) = ui.allocate_space(SIZE);
                    let response = ui.interact(rect, id(), Sense::click_and_drag());
                    self.show_map(ui, canvas, &response, camera, drawn);
                });
            });
        camera.overlays.overview = Some(area.response.rect);
    }

    /// Decides whether there is an overview; it appears and disappears only while the view rests.
    fn decide(&mut self, ui: &Ui, canvas: Rect, camera: &CameraControl, drawn: &DrawnScene) {
        if canvas.width() < OUTER.x * LEAST_CANVAS || canvas.height() < OUTER.y * LEAST_CANVAS {
            *self = Self::default();
            return;
        }
        let now_s = ui.input(|input| input.time);
        if camera.is_at_rest(now_s) && self.grab.is_none() && drawn.is_settled() {
            let seen = camera.camera().world_rect_from_screen(canvas, canvas);
            let in_view = part_in_view(&drawn.extent(), &seen);
            let is_wanted = self.is_wanted(drawn.scene().nations.len(), in_view);
            if is_wanted != self.is_shown {
                *self = Self { is_shown: is_wanted, ..Self::default() };
                ui.ctx().request_repaint();
            }
        }
    }

    /// Whether it is wanted while a part of the map is in view, from 0 to 1. It appears later than it
    /// disappears, so that it doesn't flicker.
    const fn is_wanted(&self, nations: usize, in_view: f32) -> bool {
        let (appears, disappears) = if nations > MANY_NATIONS { (0.85, 0.95) } else { (0.25, 0.4) };
        nations > 1 && in_view < if self.is_shown { disappears } else { appears }
    }

    /// Shows the map with the frame, and lets the pointer move it.
    fn show_map(
        &mut self,
        ui: &Ui,
        canvas: Rect,
        response: &Response,
        main: &mut CameraControl,
        drawn: &DrawnScene,
    ) {
        let inset = response.rect;
        let camera = Camera::fitting(inset, inset.shrink(MARGIN), drawn.extent(), ZOOM_RANGE.max);
        let colors = drawn.scene().palette;
        let painter = ui.painter_at(inset);
        painter.rect_filled(inset, 4.0, color32(colors.canvas));
        let pixels_per_point = ui.ctx().pixels_per_point();
        let viewport = Viewport { camera, canvas: inset, pixels_per_point };
        self.updated_map(drawn, viewport).paint(&painter, &viewport);
        let seen = main.camera().world_rect_from_screen(canvas, canvas);
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
        describe(ui, response, part_in_view(&drawn.extent(), &seen));
        self.move_view(ui, response, &camera, frame, (canvas, main, drawn.extent()));
    }

    /// The mesh of the map, drawn again only where something has changed.
    fn updated_map(&mut self, drawn: &DrawnScene, viewport: Viewport) -> &mut CachedMeshes<u64> {
        let version = drawn.version();
        let map = self.map.take();
        let map = map.filter(|map| map.is_exact(&version, &viewport, &drawn.scene().bounds));
        self.map.insert(map.unwrap_or_else(|| {
            let meshes = vec![Arc::new(mesh::map_mesh(drawn, viewport))];
            CachedMeshes::new(version, viewport, viewport.world(), meshes)
        }))
    }

    /// Moves the view of the main camera as the pointer drags the frame, or clicks beside it.
    fn move_view(
        &mut self,
        ui: &Ui,
        response: &Response,
        camera: &Camera,
        frame: Rect,
        (canvas, main, extent): (Rect, &mut CameraControl, WorldRect),
    ) {
        let center = main.camera().center_in_world;
        let at = |pointer: Pos2| camera.world_from_screen(response.rect, pointer);
        if response.drag_started() {
            let origin = ui.input(|input| input.pointer.press_origin());
            let held = origin.filter(|origin| frame.contains(*origin));
            // Beside the frame the view comes to the pointer; in the frame the pointer takes it along.
            self.grab = Some(held.map_or_else(Point::default, |pointer| center - at(pointer)));
        }
        if response.drag_stopped() {
            self.grab = None;
        }
        let Some(pointer) = response.interact_pointer_pos() else { return };
        if let Some(grab) = self.grab.filter(|_| response.dragged()) {
            if main.move_center(at(pointer) + grab, canvas, extent) {
                ui.ctx().request_repaint();
            }
        } else if response.clicked_by(egui::PointerButton::Primary) {
            let now_s = ui.input(|input| input.time);
            main.fly_center(at(pointer), canvas, extent, now_s);
            ui.ctx().request_repaint();
        }
    }
}

/// Sets its name and value for assistive technology and its cursor, and keeps the arrow keys for it.
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

/// The part of a map that is in view, from 0 to 1.
fn part_in_view(map: &WorldRect, seen: &WorldRect) -> f32 {
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

/// The frame around what is seen: within the overview, and large enough to be grabbed.
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
        assert_eq!(part_in_view(&map, &seen(50.0, 0.0)), 0.5);
        assert_eq!(part_in_view(&map, &seen(150.0, 50.0)), 0.125);
        assert_eq!(part_in_view(&map, &seen(900.0, 0.0)), 0.0);
        assert_eq!(part_in_view(&WorldRect::NOTHING, &seen(0.0, 0.0)), 1.0);
    }

    #[test]
    fn the_frame_stays_within_the_overview_and_can_be_grabbed() {
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
