//! The tab of what is selected: nothing, one nation, one tie, one note, or several of them.
//!
//! This module owns the forms of a nation, a tie and a note and what can be done with several at once. It
//! must not know the other tabs.

mod action_buttons;
mod arrange_section;
mod attributes;
mod by_hand;
mod evidence;
mod members;
mod memberships;
mod nation;
mod note;
mod picture;
mod several;
mod tie;
mod tie_ends;
mod tie_list;

use egui::Ui;

use super::empty_map::HOW_TO_ADD;
use super::form::{Drafts, advice, section};
use crate::edit::Target;
use crate::ui::completion::Completion;
use crate::ui::intent::Intent;
use crate::ui::state::State;
use arrange_section::ArrangeInput;

/// What the tab remembers from frame to frame.
#[derive(Debug, Default)]
pub struct Memory {
    arrange: ArrangeInput,
    several: several::Memory,
    name: Completion,
}

/// Shows the tab.
pub fn show(
    ui: &mut Ui,
    state: &State,
    memory: &mut Memory,
    drafts: &mut Drafts,
    out: &mut Vec<Intent>,
) {
    match state.only_selected() {
        Some(Target::Nation(id)) => {
            nation::show(ui, state.map(), id, &mut memory.name, drafts, out);
        }
        Some(Target::Tie(id)) => tie::show(ui, state.map(), id, drafts, out),
        Some(Target::Note(id)) => note::show(ui, state.map(), id, drafts, out),
        None if state.selection.is_empty() => nothing(ui, state),
        None => {
            several::show(ui, state, &mut memory.several, &mut memory.arrange, drafts, out);
        }
    }
}

/// What to do when nothing is selected.
fn nothing(ui: &mut Ui, state: &State) {
    section(ui, "Nothing selected");
    advice(ui, "Click a nation, a tie or a note on the map to see and edit it.");
    ui.add_space(4.0);
    advice(ui, HOW_TO_ADD);
    ui.add_space(4.0);
    let ties = if state.map().ties().is_empty() { "No ties yet. Draw one" } else { "Draw a tie" };
    advice(ui, &format!("{ties} from a nation's handle, or press T."));
}
