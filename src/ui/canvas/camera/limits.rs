//! How far a person can move the camera, so that the map can't get lost: part of it stays in view, and it
//! gets neither too small nor too large. A camera that is beyond a limit already, because the map has
//! changed, stays where it is and goes no farther: nothing ever jumps.

use egui::{Pos2, Rangef, Rect, Vec2, vec2};

use crate::model::Rect as WorldRect;
use crate::ui::canvas::viewport::camera::{Camera, ZOOM_RANGE};

/// How much of the map stays in view, across and down, in logical pixels.
const LEAST_IN_VIEW: f32 = 80.0;
/// The part of the view that the map takes when zoomed out as far as possible.
const SMALLEST_MAP: f32 = 0.2;
/// Any map can be zoomed out to this zoom, however small it is.
const ALWAYS_POSSIBLE: f32 = 0.2;

/// How far the camera can go over a map on a canvas.
#[derive(Clone, Copy, Debug)]
pub struct CameraLimits {
    canvas: Rect,
    map: WorldRect,
    smallest_zoom: f32,
}

impl CameraLimits {
    /// The limits for a map of an extent in the world.
    pub fn of(canvas: Rect, map: WorldRect) -> Self {
        let smallest_zoom = if map.is_nothing() {
            ALWAYS_POSSIBLE
        } else {
            let across = canvas.width() / map.width().max(1.0);
            let down = canvas.height() / map.height().max(1.0);
            (across.min(down) * SMALLEST_MAP).min(ALWAYS_POSSIBLE)
        };
        Self { canvas, map, smallest_zoom: ZOOM_RANGE.clamp(smallest_zoom) }
    }

    /// The camera panned by a distance on the screen.
    pub fn panned(&self, from: Camera, by: Vec2) -> Camera {
        let mut to = from;
        to.pan(by);
        self.held(from, to)
    }

    /// The camera zoomed by a factor; the point of the world under `anchor` stays there as long as enough
    /// of the map is in view.
    pub fn zoomed(&self, from: Camera, anchor: Pos2, factor: f32) -> Camera {
        let smallest = self.smallest_zoom.min(from.zoom);
        let wanted = (from.zoom * factor).clamp(smallest, ZOOM_RANGE.max.max(from.zoom));
        let mut to = from;
        to.zoom_at(self.canvas, anchor, wanted / from.zoom);
        self.held(from, to)
    }

    /// The camera `to`, moved back towards `from` as far as needed to keep enough of the map in view.
    pub fn held(&self, from: Camera, mut to: Camera) -> Camera {
        if self.map.is_nothing() {
            return to;
        }
        let [before, after] = [from, to].map(|camera| {
            let corner = |point| camera.screen_from_world(self.canvas, point);
            Rect::from_min_max(corner(self.map.min), corner(self.map.max))
        });
        let back = vec2(
            way_back(self.canvas.x_range(), before.x_range(), after.x_range()),
            way_back(self.canvas.y_range(), before.y_range(), after.y_range()),
        );
        if back != Vec2::ZERO {
            to.pan(back);
        }
        to
    }
}

/// How far a map has to go back along one axis after a movement, so that enough of it stays in view: as
/// much as there has to be, or as there was before.
fn way_back(canvas: Rangef, before: Rangef, after: Rangef) -> f32 {
    let least = LEAST_IN_VIEW.min(after.span()).min(canvas.span() / 2.0);
    let from_left = |map: Rangef| map.max - canvas.min;
    let from_right = |map: Rangef| canvas.max - map.min;
    let lacks = |of: &dyn Fn(Rangef) -> f32| (least.min(of(before)) - of(after)).max(0.0);
    lacks(&from_left) - lacks(&from_right)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Point;
    use egui::pos2;

    const CANVAS: Rect = Rect { min: pos2(60.0, 40.0), max: pos2(960.0, 640.0) };

    fn limits(width: f32, height: f32) -> CameraLimits {
        CameraLimits::of(CANVAS, WorldRect::centered(Point::default(), width, height))
    }

    /// What of the map is in view.
    fn in_view(limits: &CameraLimits, camera: &Camera) -> Vec2 {
        let corner = |point| camera.screen_from_world(CANVAS, point);
        let map = Rect::from_min_max(corner(limits.map.min), corner(limits.map.max));
        map.intersect(CANVAS).size()
    }

    #[test]
    fn some_of_the_map_stays_in_view_wherever_it_is_panned() {
        let limits = limits(800.0, 500.0);
        for by in [vec2(5e3, 0.0), vec2(-5e3, 0.0), vec2(0.0, 7e3), vec2(-5e3, -5e3)] {
            let held = limits.panned(Camera::default(), by);
            let left = in_view(&limits, &held);
            let least = LEAST_IN_VIEW - 0.1;
            assert!(left.x >= least && left.y >= least, "{by:?}: {left:?}");
            assert_eq!(limits.panned(held, by), held, "at the limit nothing moves");
        }
        let near = Camera { zoom: 6.0, ..Camera::default() };
        assert!(in_view(&limits, &limits.panned(near, vec2(1e5, 1e5))).min_elem() >= 79.9);
    }

    #[test]
    fn zooming_at_nothing_keeps_the_map_in_view() {
        let limits = limits(800.0, 500.0);
        let mut camera = limits.panned(Camera::default(), vec2(5e3, 0.0));
        for _ in 0..60 {
            camera = limits.zoomed(camera, pos2(70.0, 60.0), 1.2);
            assert!(in_view(&limits, &camera).min_elem() >= 79.0, "{camera:?}");
        }
        assert_eq!(camera.zoom, ZOOM_RANGE.max);
    }

    #[test]
    fn the_smallest_zoom_goes_by_the_size_of_the_map() {
        for (side, smallest) in [(10.0, 0.2), (1_000.0, 0.12), (60_000.0, 0.002)] {
            let limits = limits(side, side);
            let out = limits.zoomed(Camera::default(), CANVAS.center(), 1e-9);
            assert!((out.zoom / smallest - 1.0).abs() < 1e-3, "{side}: {}", out.zoom);
            assert_eq!(limits.zoomed(out, pos2(100.0, 100.0), 0.9), out);
            let fitted = Camera::fitting(CANVAS, CANVAS, limits.map, 1.5);
            assert!(fitted.zoom > limits.smallest_zoom, "it can be fitted");
        }
    }

    #[test]
    fn a_camera_beyond_a_limit_stays_and_can_come_back() {
        let limits = limits(400.0, 400.0);
        let lost = Camera { center_in_world: Point::new(4_000.0, 0.0), zoom: 0.5 };
        let farther = limits.panned(lost, vec2(-50.0, 0.0));
        assert!((farther.center_in_world.x - 4_000.0).abs() < 1.0);
        let small = Camera { zoom: 0.05, ..lost };
        assert_eq!(limits.zoomed(small, CANVAS.center(), 0.5).zoom, small.zoom);
        let back = limits.panned(lost, vec2(30.0, 0.0));
        assert!((back.center_in_world.x - 3_940.0).abs() < 1.0, "{back:?}");
    }

    #[test]
    fn an_empty_map_has_nothing_to_lose() {
        let limits = CameraLimits::of(CANVAS, WorldRect::NOTHING);
        let by = vec2(900.0, -4e4);
        let mut there = Camera::default();
        there.pan(by);
        assert_eq!(limits.panned(Camera::default(), by), there);
        assert_eq!(limits.zoomed(there, CANVAS.center(), 1e-9).zoom, ALWAYS_POSSIBLE);
    }
}
