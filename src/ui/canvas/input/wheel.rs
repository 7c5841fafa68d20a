//! The wheel and the trackpad: a wheel zooms, two fingers pan, a pinch zooms, and a wheel with Shift pans
//! sideways.

use egui::{Event, MouseWheelUnit, Response, Ui, Vec2, vec2};

use crate::ui::canvas::Canvas;

/// How much a wheel zooms for each logical pixel that it would scroll, as an exponent of e.
const ZOOM_STEP: f32 = 0.004;

/// What the wheel or the trackpad asks for in a frame.
struct Turn {
    zoom: f32,
    pan: Vec2,
}

impl Canvas {
    pub(in crate::ui::canvas) fn zoom_and_scroll(&mut self, ui: &Ui, response: &Response) {
        if !response.contains_pointer() {
            return;
        }
        let turn = self.turn(ui);
        let Some(hand) = ui.input(|input| input.pointer.hover_pos()) else { return };
        let (limits, before) = (self.limits(response.rect), self.camera);
        if turn.pan != Vec2::ZERO {
            self.camera = limits.panned(self.camera, turn.pan);
        }
        if (turn.zoom - 1.0).abs() > 1e-4 {
            self.camera = limits.zoomed(self.camera, hand, turn.zoom);
        }
        if self.camera != before {
            self.flight = None;
            ui.ctx().request_repaint();
        }
    }

    fn turn(&mut self, ui: &Ui) -> Turn {
        ui.input(|input| {
            let mut units = input.events.iter().filter_map(|event| match event {
                Event::MouseWheel { unit, .. } => Some(*unit),
                _ => None,
            });
            // What the toolkit smooths arrives after its event.
            self.wheel = units.next_back().or(self.wheel);
            // The toolkit has turned Shift with a wheel into a sideways turn, and Ctrl into a pinch.
            let scroll = input.smooth_scroll_delta();
            let pinch = input.zoom_delta();
            match self.wheel {
                // Only what knows how far fingers have moved speaks of points.
                Some(MouseWheelUnit::Point) => Turn { zoom: pinch, pan: scroll },
                _ => Turn { zoom: pinch * (scroll.y * ZOOM_STEP).exp(), pan: vec2(scroll.x, 0.0) },
            }
        })
    }
}
