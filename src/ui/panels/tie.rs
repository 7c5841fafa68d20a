//! One tie: its ends, kind, direction, status, dates, label, weight, notes and evidence.

use egui::{DragValue, Ui};

use super::action_buttons::actions;
use super::tie_edit::Edit;
use super::tie_row::tie_row;
use super::{Memory, attributes, evidence, form, tie_ends};
use crate::edit::Target;
use crate::model::{Direction, End, Status, Tie, TieId};
use crate::ui::actions::Action;
use crate::ui::intent::Intent;
use crate::ui::state::State;
use crate::ui::theme::line_preview;

pub(super) fn show(
    ui: &mut Ui,
    state: &State,
    id: TieId,
    memory: &mut Memory,
    out: &mut Vec<Intent>,
) {
    let map = state.map();
    let Some(tie) = map.ties().get(id) else { return };
    let edit = Edit { map, id, tie };
    ui.push_id(("tie", id), |ui| {
        tie_ends::show(ui, &edit, out);
        meaning(ui, &edit, out);
        dates(ui, &edit, memory, out);
        evidence::show(ui, &edit, &mut memory.drafts, out);
        let target = Target::Tie(id);
        attributes::show(ui, map, target, &tie.attributes, &mut memory.drafts, out);
        form::section(ui, "Notes");
        if let Some(notes) = form::paragraph(ui, out, "Anything worth knowing", &tie.notes, "") {
            edit.typed(out, "notes", "Edit notes of", |t| t.notes = notes);
        }
        onto(ui, &edit, out);
        actions(ui, &[Action::Duplicate, Action::Delete], out);
    });
}

fn meaning(ui: &mut Ui, edit: &Edit<'_>, out: &mut Vec<Intent>) {
    let tie = edit.tie;
    kind(ui, edit, out);
    let directions = Direction::ALL.map(|d| (d, d.name().to_owned()));
    if let Some(direction) = form::choice(ui, "Direction", &tie.direction, directions) {
        edit.edited(out, "Change direction of", |t| t.direction = direction);
    }
    let statuses = Status::ALL.map(|s| (Some(s), s.name().to_owned()));
    let statuses = std::iter::once((None, "—".to_owned())).chain(statuses);
    if let Some(status) = form::choice(ui, "Status", &tie.status, statuses) {
        edit.edited(out, "Set status of", |t| t.status = status);
    }
    if let Some(label) = form::text(ui, out, "Label", &tie.label, "Written along the tie") {
        edit.typed(out, "label", "Label", |t| t.label = label);
    }
    form::row(ui, "Weight", |ui| {
        let mut weight = tie.weight;
        let value =
            DragValue::new(&mut weight).range(0.1..=Tie::MAX_WEIGHT).speed(0.05).max_decimals(2);
        let response = ui.add(value).on_hover_text("How strongly it draws in a layout; 1 is usual");
        if response.changed() {
            edit.typed(out, "weight", "Change weight of", |t| t.weight = weight);
        }
        form::end_field(&response, out);
        response
    });
}

fn kind(ui: &mut Ui, edit: &Edit<'_>, out: &mut Vec<Intent>) {
    let current = edit.map.kinds().get(edit.tie.kind);
    let shown = current.map_or("—", |kind| kind.name.as_str());
    form::row(ui, "Kind", |ui| {
        form::combo(ui, "Kind", shown, |ui| {
            for (id, kind) in edit.map.kinds().iter() {
                let response = form::list_row(
                    ui,
                    id == edit.tie.kind,
                    &kind.name,
                    kind.sign.name(),
                    |ui, rect| {
                        line_preview::paint(ui, rect, kind, None);
                    },
                );
                if response.clicked() {
                    edit.edited(out, "Change kind of", |t| t.kind = id);
                    ui.close();
                }
            }
        })
    });
}

fn dates(ui: &mut Ui, edit: &Edit<'_>, memory: &mut Memory, out: &mut Vec<Intent>) {
    if let Some(since) = form::date(ui, out, &mut memory.drafts, "Since", edit.tie.since) {
        edit.typed(out, "since", "Date", |t| t.since = since);
    }
    if let Some(until) = form::date(ui, out, &mut memory.drafts, "Until", edit.tie.until) {
        edit.typed(out, "until", "Date", |t| t.until = until);
    }
}

/// The ties that end at this one.
fn onto(ui: &mut Ui, edit: &Edit<'_>, out: &mut Vec<Intent>) {
    let onto: Vec<TieId> = edit
        .map
        .ties()
        .iter()
        .filter(|(_, t)| t.to == End::Tie(edit.id))
        .map(|(id, _)| id)
        .collect();
    if !onto.is_empty() {
        form::section(ui, "Ties about this tie");
        onto.into_iter().for_each(|id| tie_row(ui, edit.map, id, None, out));
    }
}
