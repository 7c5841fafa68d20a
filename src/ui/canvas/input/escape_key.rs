//! Escape leaves one thing at a time: what it has ended here doesn't clear the selection as well.

use egui::{Event, Key, Ui};

use crate::ui::actions::Action;
use crate::ui::intent::Intent;

/// Whether Escape was pressed, even where it was already taken as a shortcut.
pub fn was_pressed(ui: &Ui) -> bool {
    let is_escape =
        |event: &Event| matches!(event, Event::Key { key: Key::Escape, pressed: true, .. });
    ui.input(|input| input.raw.events.iter().any(is_escape))
}

/// Keeps Escape from clearing the selection as well.
pub fn keep_selection(out: &mut Vec<Intent>) {
    out.retain(|intent| !matches!(intent, Intent::Act(Action::Cancel)));
}
