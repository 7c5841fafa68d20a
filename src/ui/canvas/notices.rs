//! What the canvas says where there is no map to see.

use egui::{Align2, Color32, FontId, Painter, Pos2, Rect, Ui};

use crate::ui::theme::{color32, palette, size};

/// How long nothing is shown before the notice appears, in seconds.
const WAIT_S: f64 = 0.5;

/// The notice that a map is being drawn, where that takes long.
#[derive(Default)]
pub struct DrawingNotice {
    /// Since when there has been nothing to show.
    blank_since_s: Option<f64>,
}

impl DrawingNotice {
    /// Shows the notice once nothing has been drawn for a while; requests a frame for that time.
    pub fn update(&mut self, ui: &Ui, canvas: Rect, is_drawn: bool, now_s: f64) {
        if is_drawn {
            self.blank_since_s = None;
            return;
        }
        let waited_s = now_s - *self.blank_since_s.get_or_insert(now_s);
        if waited_s < WAIT_S {
            ui.ctx().request_repaint_after_secs((WAIT_S - waited_s) as f32);
        } else {
            let ink = color32(palette(ui.ctx()).second_ink);
            paint_line(&ui.painter_at(canvas), canvas.center(), "Drawing the map…", ink);
        }
    }
}

fn paint_line(painter: &Painter, at: Pos2, line: &str, ink: Color32) {
    painter.text(at, Align2::CENTER_CENTER, line, FontId::proportional(size::VALUE), ink);
}
