//! The camera: converts between world units and the screen.

use egui::{Pos2, Rangef, Rect, Vec2, vec2};

use crate::model::{Point, Rect as WorldRect};

/// The smallest and largest zoom of any map: 0.001 %, at which even the largest possible map fits into
/// a corner of the canvas, and 2,000 %.
pub const ZOOM_RANGE: Rangef = Rangef { min: 1e-5, max: 20.0 };

/// The point of the world in the middle of the canvas, and the zoom.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Camera {
    /// The point of the world in the middle of the canvas.
    pub center_in_world: Point,
    /// Logical pixels per world unit.
    pub zoom: f32,
}

impl Default for Camera {
    fn default() -> Self {
        Self { center_in_world: Point::default(), zoom: 1.0 }
    }
}

impl Camera {
    /// Where a point of the world lies on the screen.
    #[inline]
    pub fn screen_from_world(&self, canvas: Rect, point: Point) -> Pos2 {
        let offset = (point - self.center_in_world) * self.zoom;
        canvas.center() + vec2(offset.x, offset.y)
    }

    /// Which point of the world lies under a point of the screen.
    pub fn world_from_screen(&self, canvas: Rect, position: Pos2) -> Point {
        let offset = (position - canvas.center()) / self.zoom;
        self.center_in_world + Point::new(offset.x, offset.y)
    }

    /// The part of the world that a part of the screen shows.
    pub fn world_rect_from_screen(&self, canvas: Rect, part: Rect) -> WorldRect {
        WorldRect::new(
            self.world_from_screen(canvas, part.min),
            self.world_from_screen(canvas, part.max),
        )
    }

    /// Moves the map by a distance on the screen.
    pub fn pan(&mut self, by: Vec2) {
        let by = by / self.zoom;
        self.center_in_world = self.center_in_world - Point::new(by.x, by.y);
    }

    /// Zooms by a factor; the point of the world under `anchor` stays there. Applies no limits.
    pub fn zoom_at(&mut self, canvas: Rect, anchor: Pos2, factor: f32) {
        let fixed = self.world_from_screen(canvas, anchor);
        self.zoom *= factor;
        let drift = fixed - self.world_from_screen(canvas, anchor);
        self.center_in_world = self.center_in_world + drift;
    }

    /// The camera that shows `world` within `free`, a part of the canvas that nothing covers, at a zoom
    /// of at most `largest`.
    pub fn fitting(canvas: Rect, free: Rect, world: WorldRect, largest: f32) -> Self {
        if world.is_nothing() || !free.is_positive() {
            return Self::default();
        }
        let across = free.width() / world.width().max(1.0);
        let down = free.height() / world.height().max(1.0);
        let zoom = ZOOM_RANGE.clamp(across.min(down).min(largest));
        let shift = (canvas.center() - free.center()) / zoom;
        Self { center_in_world: world.center() + Point::new(shift.x, shift.y), zoom }
    }

    /// This camera moved so that a point of the world lies in the middle of `free`.
    #[must_use]
    pub fn centered_on(&self, canvas: Rect, free: Rect, point: Point) -> Self {
        let shift = (canvas.center() - free.center()) / self.zoom;
        Self { center_in_world: point + Point::new(shift.x, shift.y), zoom: self.zoom }
    }

    /// The camera at `t` on the way to another, `t` from 0 to 1.
    #[must_use]
    pub fn lerp(&self, other: &Self, t: f32) -> Self {
        // Zoom is perceived as a ratio: halfway from 1 to 4 is 2.
        let zoom = self.zoom * (other.zoom / self.zoom).powf(t);
        Self { center_in_world: self.center_in_world.lerp(other.center_in_world, t), zoom }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use egui::pos2;

    const CANVAS: Rect = Rect { min: pos2(300.0, 40.0), max: pos2(1100.0, 640.0) };

    #[test]
    fn there_and_back_is_the_same_point() {
        let camera = Camera { center_in_world: Point::new(-40.0, 300.0), zoom: 1.7 };
        let screen = pos2(512.0, 99.0);
        let back = camera.screen_from_world(CANVAS, camera.world_from_screen(CANVAS, screen));
        assert!(back.distance(screen) < 1e-2);
    }

    #[test]
    fn zooming_keeps_the_point_under_the_cursor() {
        let mut camera = Camera::default();
        let anchor = pos2(333.0, 600.0);
        let before = camera.world_from_screen(CANVAS, anchor);
        for factor in [1.5, 0.2, 7.0, 8.0] {
            camera.zoom_at(CANVAS, anchor, factor);
            assert!(camera.world_from_screen(CANVAS, anchor).distance(before) < 1e-2);
        }
        assert!((camera.zoom - 16.8).abs() < 1e-4);
    }

    #[test]
    fn a_fit_shows_all_of_the_world_in_the_free_part() {
        let world = WorldRect::new(Point::new(-900.0, -100.0), Point::new(700.0, 500.0));
        let free = Rect::from_min_max(pos2(360.0, 100.0), pos2(1000.0, 600.0));
        let camera = Camera::fitting(CANVAS, free, world, 1.5);
        for corner in [world.min, world.max] {
            assert!(free.expand(0.1).contains(camera.screen_from_world(CANVAS, corner)));
        }
    }
}
