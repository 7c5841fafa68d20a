//! The tab of what is selected: nothing, one nation, one tie, or several.

use egui::Ui;

use super::{Memory, form, nation, several, tie};
use crate::edit::Target;
use crate::ui::intent::Intent;
use crate::ui::state::State;

pub(super) fn show(ui: &mut Ui, state: &State, memory: &mut Memory, out: &mut Vec<Intent>) {
    match state.only_selected() {
        Some(Target::Nation(id)) => nation::show(ui, state, id, memory, out),
        Some(Target::Tie(id)) => tie::show(ui, state, id, memory, out),
        None if state.selection.is_empty() => nothing(ui, state),
        None => several::show(ui, state, &mut memory.arrange, out),
    }
}

/// What to do when nothing is selected.
fn nothing(ui: &mut Ui, state: &State) {
    form::section(ui, "Nothing selected");
    form::advice(ui, "Click a nation or a tie on the map to see and edit it.");
    ui.add_space(4.0);
    form::advice(ui, "Double click the background to add a nation, or press N.");
    ui.add_space(4.0);
    let ties = if state.map().ties().is_empty() { "No ties yet. Draw one" } else { "Draw a tie" };
    form::advice(ui, &format!("{ties} from a nation's handle, or press T."));
}
