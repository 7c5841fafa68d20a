//! Several things selected: what they have in common can be changed for all in one step.

use egui::Ui;

use super::action_buttons::action_buttons;
use super::arrange_section::{self, ArrangeInput};
use crate::edit::{Command, Target};
use crate::model::{KindId, NationId, NationType, Status, Tie, TieId};
use crate::ui::actions::Action;
use crate::ui::intent::Intent;
use crate::ui::panels::form::{RecordEditor, choice_row, section};
use crate::ui::state::State;

/// Shows what can be changed for all that is selected.
pub fn show(ui: &mut Ui, state: &State, input: &mut ArrangeInput, out: &mut Vec<Intent>) {
    section(ui, &format!("{} selected", state.selection_in_words()));
    ui.push_id("several", |ui| {
        if nations(state).next().is_some() {
            nation_type(ui, state, out);
        }
        if ties(state).next().is_some() {
            kind(ui, state, out);
            status(ui, state, out);
        }
    });
    arrange_section::show(ui, state, input, out);
    action_buttons(
        ui,
        &[
            Action::LayOutSelection,
            Action::TogglePin,
            Action::Duplicate,
            Action::FitSelection,
            Action::Delete,
        ],
        out,
    );
}

fn nation_type(ui: &mut Ui, state: &State, out: &mut Vec<Intent>) {
    let current = common(nations(state).map(|nation| nation.record.nation_type));
    let types = NationType::ALL.map(|t| (Some(t), t.name().to_owned()));
    if let Some(Some(chosen)) = choice_row(ui, "Type", &current, types) {
        let commands =
            nations(state).map(|nation| nation.command(|nation| nation.nation_type = chosen));
        out.push(edit_all("Change type of", state, commands.collect()));
    }
}

fn kind(ui: &mut Ui, state: &State, out: &mut Vec<Intent>) {
    let current: Option<KindId> = common(ties(state).map(|tie| tie.record.kind));
    let kinds = state.map().kinds().iter().map(|(id, kind)| (Some(id), kind.name.clone()));
    if let Some(Some(chosen)) = choice_row(ui, "Kind", &current, kinds) {
        out.push(edit_ties("Change kind of", state, |tie| tie.kind = chosen));
    }
}

fn status(ui: &mut Ui, state: &State, out: &mut Vec<Intent>) {
    let current: Option<Option<Status>> = common(ties(state).map(|tie| tie.record.status));
    let statuses = Status::ALL.map(|s| (Some(Some(s)), s.name().to_owned()));
    let statuses = std::iter::once((Some(None), "no status".to_owned())).chain(statuses);
    if let Some(Some(chosen)) = choice_row(ui, "Status", &current, statuses) {
        out.push(edit_ties("Set status of", state, |tie| tie.status = chosen));
    }
}

fn nations(state: &State) -> impl Iterator<Item = RecordEditor<'_, NationId>> {
    state.selected_nations().filter_map(|id| RecordEditor::open(state.map(), id))
}

fn ties(state: &State) -> impl Iterator<Item = RecordEditor<'_, TieId>> {
    state.selection.iter().filter_map(|target| match target {
        Target::Tie(id) => RecordEditor::open(state.map(), *id),
        Target::Nation(_) => None,
    })
}

/// The value that all have, if they have the same.
fn common<T: PartialEq>(mut values: impl Iterator<Item = T>) -> Option<T> {
    let first = values.next()?;
    values.all(|value| value == first).then_some(first)
}

fn edit_ties(verb: &str, state: &State, change: impl Fn(&mut Tie)) -> Intent {
    edit_all(verb, state, ties(state).map(|tie| tie.command(&change)).collect())
}

fn edit_all(verb: &str, state: &State, commands: Vec<Command>) -> Intent {
    let name = format!("{verb} {}", state.selection_in_words());
    Intent::Edit { name, command: Command::Batch(commands) }
}
