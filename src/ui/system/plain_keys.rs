//! Keys that are pressed without Shift, Ctrl or Alt.

use egui::{Event, Key, Modifiers, Ui};

/// How often a key was pressed alone; takes these presses from the input. The toolkit's own counting ignores
/// Shift, so that Shift+Enter, which begins a line, would count as Enter.
pub fn take_plain_presses(ui: &Ui, wanted: Key) -> usize {
    ui.input_mut(|input| {
        let before = input.events.len();
        input.events.retain(|event| !is_plain_press(event, wanted));
        before - input.events.len()
    })
}

fn is_plain_press(event: &Event, wanted: Key) -> bool {
    matches!(event, Event::Key { key, pressed: true, modifiers, .. }
        if *key == wanted && modifiers.matches_exact(Modifiers::NONE))
}
