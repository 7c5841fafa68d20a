//! The frame of what floats on the canvas.

use egui::{Frame, Ui};

/// A frame for controls that float on the canvas.
pub(in crate::ui) fn floating_frame(ui: &Ui) -> Frame {
    let visuals = ui.visuals();
    Frame::new()
        .fill(visuals.panel_fill)
        .stroke(visuals.window_stroke)
        .corner_radius(8)
        .inner_margin(4)
}
