//! Several things selected: what they have in common can be changed for all in one step.

use egui::Ui;

use super::action_buttons::actions;
use super::arrange::Typed;
use super::{arrange, form};
use crate::edit::{Change, Command, Target};
use crate::model::{KindId, NationType, Status, Tie, TieId};
use crate::ui::actions::Action;
use crate::ui::intent::Intent;
use crate::ui::state::State;

pub(super) fn show(ui: &mut Ui, state: &State, typed: &mut Typed, out: &mut Vec<Intent>) {
    form::section(ui, &format!("{} selected", state.selection_in_words()));
    ui.push_id("several", |ui| {
        if state.selected_nations().next().is_some() {
            nation_type(ui, state, out);
        }
        if selected_ties(state).next().is_some() {
            kind(ui, state, out);
            status(ui, state, out);
        }
    });
    arrange::show(ui, state, typed, out);
    actions(
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

fn selected_ties(state: &State) -> impl Iterator<Item = (TieId, &Tie)> {
    state.selection.iter().filter_map(|target| match target {
        Target::Tie(id) => Some((*id, state.map().ties().get(*id)?)),
        Target::Nation(_) => None,
    })
}

/// The value that all have, if it is one.
fn common<T: PartialEq>(mut values: impl Iterator<Item = T>) -> Option<T> {
    let first = values.next()?;
    values.all(|value| value == first).then_some(first)
}

fn nation_type(ui: &mut Ui, state: &State, out: &mut Vec<Intent>) {
    let nations =
        || state.selected_nations().filter_map(|id| Some((id, state.map().nations().get(id)?)));
    let current = common(nations().map(|(_, nation)| nation.nation_type));
    let types = NationType::ALL.map(|t| (Some(t), t.name().to_owned()));
    if let Some(Some(chosen)) = form::choice(ui, "Type", &current, types) {
        let commands = nations().map(|(id, nation)| {
            let mut changed = nation.clone();
            changed.nation_type = chosen;
            Command::Nation(id, Change::Replace(Box::new(changed)))
        });
        out.push(step("Change type of", state, commands.collect()));
    }
}

fn kind(ui: &mut Ui, state: &State, out: &mut Vec<Intent>) {
    let current: Option<KindId> = common(selected_ties(state).map(|(_, tie)| tie.kind));
    let kinds = state.map().kinds().iter().map(|(id, kind)| (Some(id), kind.name.clone()));
    if let Some(Some(chosen)) = form::choice(ui, "Kind", &current, kinds) {
        out.push(of_ties("Change kind of", state, |tie| tie.kind = chosen));
    }
}

fn status(ui: &mut Ui, state: &State, out: &mut Vec<Intent>) {
    let current: Option<Option<Status>> = common(selected_ties(state).map(|(_, tie)| tie.status));
    let statuses = Status::ALL.map(|s| (Some(Some(s)), s.name().to_owned()));
    let statuses = std::iter::once((Some(None), "no status".to_owned())).chain(statuses);
    if let Some(Some(chosen)) = form::choice(ui, "Status", &current, statuses) {
        out.push(of_ties("Set status of", state, |tie| tie.status = chosen));
    }
}

fn of_ties(verb: &str, state: &State, change: impl Fn(&mut Tie)) -> Intent {
    let commands = selected_ties(state).map(|(id, tie)| {
        let mut changed = tie.clone();
        change(&mut changed);
        Command::Tie(id, Change::Replace(Box::new(changed)))
    });
    step(verb, state, commands.collect())
}

fn step(verb: &str, state: &State, commands: Vec<Command>) -> Intent {
    let name = format!("{verb} {}", state.selection_in_words());
    Intent::Edit { name, command: Command::Batch(commands) }
}
