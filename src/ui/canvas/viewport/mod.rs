//! What part of the world is seen, where on the screen and how large: read-only values that every other
//! part of the canvas is given. Knows nothing of a map or of input.

pub mod camera;
pub mod zoom_step;

use egui::{Pos2, Rect};

use crate::model::{Point, Rect as WorldRect};
use camera::Camera;

/// A camera together with the part of the screen that it fills.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Viewport {
    /// Where the camera looks.
    pub camera: Camera,
    /// The part of the screen, in logical pixels.
    pub canvas: Rect,
    /// Physical pixels for each logical one.
    pub pixels_per_point: f32,
}

impl Viewport {
    /// The part of the world that is in view.
    pub fn world(&self) -> WorldRect {
        self.world_in(self.canvas)
    }

    /// The part of the world that a part of the screen shows.
    pub fn world_in(&self, part: Rect) -> WorldRect {
        self.camera.world_rect_from_screen(self.canvas, part)
    }

    /// Where a point of the world lies on the screen.
    #[inline]
    pub fn screen_from_world(&self, point: Point) -> Pos2 {
        self.camera.screen_from_world(self.canvas, point)
    }

    /// Which point of the world lies under a point of the screen.
    pub fn world_from_screen(&self, position: Pos2) -> Point {
        self.camera.world_from_screen(self.canvas, position)
    }

    /// Logical pixels per world unit.
    pub const fn zoom(&self) -> f32 {
        self.camera.zoom
    }
}

/// How the camera is moving, which decides how exactly a map is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CameraMotion {
    /// It hasn't moved for a moment.
    AtRest,
    /// It is being moved by the pointer or the keyboard.
    ByHand,
    /// It is in a flight, too short to look closely.
    Flying,
}
