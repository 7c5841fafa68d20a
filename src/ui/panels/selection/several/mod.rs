//! Several things selected: what they have in common is shown, and changed for all of them in one step.

mod by_hand;
mod code_from_name;
mod in_common;
mod memberships;
mod nations;
mod new_attribute;
mod notes;
mod shared_form;
mod shared_places;
mod shared_value;
mod sources;
mod tags;
mod ties;

use egui::Ui;

use super::action_buttons::action_buttons;
use super::arrange_section::{self, ArrangeInput};
use crate::ui::actions::Action;
use crate::ui::intent::Intent;
use crate::ui::panels::form::{Drafts, section};
use crate::ui::state::{State, count_in_words};
use in_common::InCommon;
use shared_form::SharedForm;

/// What the form of several remembers from frame to frame.
#[derive(Debug, Default)]
pub struct Memory {
    in_common: Option<InCommon>,
    /// Counts the selections, so that what is half typed belongs to one of them.
    selections: u64,
    inputs: Inputs,
}

/// What is typed for all, or reported of them; of one selection.
#[derive(Debug, Default)]
struct Inputs {
    tag: String,
    source: String,
    attribute_name: String,
    attribute_value: String,
    /// What became of *Codes from names*.
    report: Vec<String>,
}

/// Shows what can be changed for all that is selected.
pub fn show(
    ui: &mut Ui,
    state: &State,
    memory: &mut Memory,
    arrange: &mut ArrangeInput,
    drafts: &mut Drafts,
    out: &mut Vec<Intent>,
) {
    update(state, memory);
    let Some(in_common) = &memory.in_common else { return };
    let (nations, ties) = (in_common.nations.targets.len(), in_common.ties.targets.len());
    ui.push_id(("several", memory.selections), |ui| {
        let key = format!("several/{}", memory.selections);
        let mut form = SharedForm { map: state.map(), key, drafts, out };
        for (count, text, of_nations) in
            [(nations, count_in_words(nations, 0), true), (ties, count_in_words(0, ties), false)]
        {
            if count == 0 {
                continue;
            }
            section(ui, &format!("{text} selected"));
            ui.push_id(of_nations, |ui| {
                if of_nations {
                    nations::show(ui, &mut form, in_common, &mut memory.inputs);
                } else {
                    ties::show(ui, &mut form, in_common, &mut memory.inputs);
                }
            });
        }
        notes::show(ui, &mut form, state);
    });
    arrange_section::show(ui, state, arrange, out);
    action_buttons(
        ui,
        &[Action::LayOutSelection, Action::Duplicate, Action::FitSelection, Action::Delete],
        out,
    );
}

/// Compares the records anew if the map or the selection has changed.
fn update(state: &State, memory: &mut Memory) {
    let old = memory.in_common.as_ref();
    let is_same_selection = old.is_some_and(|old| old.selection == state.selection);
    if is_same_selection && old.is_some_and(|old| old.revision == state.history.revision()) {
        return;
    }
    if !is_same_selection {
        memory.selections += 1;
        memory.inputs = Inputs::default();
    }
    memory.in_common = Some(InCommon::of(state));
}
