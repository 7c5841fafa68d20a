//! The wheel and the trackpad: a wheel zooms, two fingers pan, a pinch zooms, and a wheel with Shift pans
//! sideways.

use egui::{Event, MouseWheelUnit, Pos2, Response, Ui, Vec2, vec2};

/// How much a wheel zooms for each logical pixel that it would scroll, as an exponent of e.
const ZOOM_STEP: f32 = 0.004;

/// Knows which device was turned last.
#[derive(Default)]
pub struct Wheel {
    /// The unit of the last turn, by which wheels and trackpads are told apart.
    unit: Option<MouseWheelUnit>,
}

/// What the wheel or the trackpad asks for in a frame.
pub struct WheelTurn {
    /// Where the pointer is.
    pub pointer: Pos2,
    /// The factor to zoom by.
    pub zoom: f32,
    /// How far to pan, in logical pixels.
    pub pan: Vec2,
}

impl Wheel {
    /// What is asked for in this frame, while the pointer is on the canvas.
    pub fn take(&mut self, ui: &Ui, response: &Response) -> Option<WheelTurn> {
        if !response.contains_pointer() {
            return None;
        }
        ui.input(|input| {
            let mut units = input.events.iter().filter_map(|event| match event {
                Event::MouseWheel { unit, .. } => Some(*unit),
                _ => None,
            });
            // What the toolkit smooths arrives after its event.
            self.unit = units.next_back().or(self.unit);
            // The toolkit has turned Shift with a wheel into sideways scrolling, and Ctrl into a pinch.
            let scroll = input.smooth_scroll_delta();
            let pinch = input.zoom_delta();
            let (zoom, pan) = match self.unit {
                // Only a device that knows how far fingers have moved reports points.
                Some(MouseWheelUnit::Point) => (pinch, scroll),
                _ => (pinch * (scroll.y * ZOOM_STEP).exp(), vec2(scroll.x, 0.0)),
            };
            Some(WheelTurn { pointer: input.pointer.hover_pos()?, zoom, pan })
        })
    }
}
