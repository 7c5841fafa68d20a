//! What to do next while ties are drawn: a quiet line at the lower edge.

use egui::{Align2, Area, Id, Label, Order, Rect, RichText, Ui, vec2};

use crate::ui::state::{State, Tool};
use crate::ui::theme::widgets::{floating_frame, second_ink};

/// How far above the lower edge of the canvas it is, in logical pixels.
const ABOVE_EDGE: f32 = 12.0;

/// Shows the hint where the tool for ties is in use, or a tie waits for its end.
pub fn show(ui: &Ui, canvas: Rect, state: &State, draws_tie: bool) {
    let words = match (draws_tie, state.tool) {
        (true, _) => "Click the nation or tie where it ends; Escape leaves",
        (false, Tool::Tie) => "Click the nation where the tie starts",
        (false, _) => return,
    };
    say(ui, canvas, words);
}

/// Says something at the lower edge of a canvas.
pub fn say(ui: &Ui, canvas: Rect, words: &str) {
    Area::new(Id::new("tie hint"))
        .order(Order::Middle)
        .pivot(Align2::CENTER_BOTTOM)
        .fixed_pos(canvas.center_bottom() - vec2(0.0, ABOVE_EDGE))
        .interactable(false)
        .constrain_to(canvas)
        .show(ui.ctx(), |ui| {
            floating_frame(ui).show(ui, |ui| {
                let text = RichText::new(words).color(second_ink(ui));
                ui.add(Label::new(text).selectable(false).extend());
            });
        });
}
