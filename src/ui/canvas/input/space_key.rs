//! Space held pans with the pointer, wherever on the canvas it is.

use egui::{Context, Event, Key, Modifiers, Response, Ui};

use crate::ui::canvas::Canvas;

impl Canvas {
    /// Takes a press of Space before a focused control does, where it is meant for the pointer: that has
    /// moved over the canvas since the keyboard came to the control. Else Space presses the control, as the
    /// keyboard alone needs it.
    pub fn take_space(&self, ctx: &Context) {
        let focused = ctx.memory(|memory| memory.focused());
        if self.focus_of_hand == Some(focused) && !ctx.text_edit_focused() {
            ctx.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Space));
        }
    }

    /// Remembers where the keyboard was when the pointer last moved over the canvas.
    pub(in crate::ui::canvas) fn note_hand(&mut self, ui: &Ui, response: &Response) {
        let moves = |event: &Event| matches!(event, Event::PointerMoved(_));
        if !response.contains_pointer() {
            self.focus_of_hand = None;
        } else if ui.input(|input| input.events.iter().any(moves)) {
            self.focus_of_hand = Some(ui.memory(|memory| memory.focused()));
        }
    }
}
