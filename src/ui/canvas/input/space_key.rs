//! Space pans with the pointer while it is held, wherever on the canvas the pointer is.

use egui::{Context, Event, Id, Key, Modifiers, Response, Ui};

/// Tells whether a press of Space is meant for the pointer or for a focused control.
#[derive(Default)]
pub struct SpaceKey {
    /// What had the keyboard's focus when the pointer last moved over the canvas, while it is there.
    focus_at_move: Option<Option<Id>>,
}

impl SpaceKey {
    /// Takes a press of Space before a focused control gets it, if it is meant for the pointer: the pointer
    /// has moved over the canvas since the control was focused. Otherwise Space presses the control, as
    /// those need it who work by keyboard alone.
    pub fn take_press(&self, ctx: &Context) {
        let focused = ctx.memory(|memory| memory.focused());
        if self.focus_at_move == Some(focused) && !ctx.text_edit_focused() {
            ctx.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Space));
        }
    }

    /// Remembers what had the keyboard's focus when the pointer last moved over the canvas.
    pub fn note_pointer(&mut self, ui: &Ui, response: &Response) {
        let moves = |event: &Event| matches!(event, Event::PointerMoved(_));
        if !response.contains_pointer() {
            self.focus_at_move = None;
        } else if ui.input(|input| input.events.iter().any(moves)) {
            self.focus_at_move = Some(ui.memory(|memory| memory.focused()));
        }
    }
}
