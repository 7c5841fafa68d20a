//! The short flight of the camera to where an action sends it.

use crate::ui::canvas::viewport::camera::Camera;

/// How long a flight takes, in seconds.
const FLIGHT_S: f64 = 0.22;

/// A camera on its way.
pub struct CameraFlight {
    from: Camera,
    to: Camera,
    started_s: f64,
}

impl CameraFlight {
    /// A flight that starts now.
    pub const fn new(from: Camera, to: Camera, now_s: f64) -> Self {
        Self { from, to, started_s: now_s }
    }

    /// Where it ends.
    pub const fn target(&self) -> Camera {
        self.to
    }

    /// Where the camera is at a time; `None` once the flight is over.
    pub fn camera_at(&self, now_s: f64) -> Option<Camera> {
        let t = ((now_s - self.started_s) / FLIGHT_S).clamp(0.0, 1.0) as f32;
        let eased = 1.0 - (1.0 - t).powi(3);
        (t < 1.0).then(|| self.from.lerp(&self.to, eased))
    }
}
