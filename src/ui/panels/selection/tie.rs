//! One tie: its ends, kind, direction, status, dates, label, weight, evidence, attributes and notes.

use egui::Ui;

use super::action_buttons::action_buttons;
use super::{attributes, by_hand, evidence, tie_ends, tie_list};
use crate::edit::Target;
use crate::model::{Map, Status, Tie, TieId};
use crate::ui::actions::Action;
use crate::ui::intent::Intent;
use crate::ui::panels::form::{
    Drafts, NumberField, RecordForm, TypedField, combo_box, list_row, optional, row, section,
};
use crate::ui::theme::line_preview;

/// Shows the form of a tie.
pub fn show(ui: &mut Ui, map: &Map, id: TieId, drafts: &mut Drafts, out: &mut Vec<Intent>) {
    let Some(mut form) = RecordForm::open(map, id, drafts, out) else { return };
    ui.push_id(("tie", id), |ui| {
        tie_ends::show(ui, &mut form);
        meaning(ui, &mut form);
        dates(ui, &mut form);
        evidence::show(ui, &mut form);
        let attributes = &form.editor.record.attributes;
        attributes::show(ui, &mut form, Target::Tie(id), attributes);
        section(ui, "Notes");
        let notes =
            TypedField { caption: "Anything worth knowing", key: "notes", step: "Edit notes of" };
        form.paragraph(ui, notes, "", |tie| &mut tie.notes);
        tie_list::ties_about_tie(ui, map, id, form.out);
        action_buttons(ui, &[Action::Duplicate, Action::Delete], form.out);
    });
}

fn meaning(ui: &mut Ui, form: &mut RecordForm<'_, TieId>) {
    kind(ui, form);
    tie_ends::direction(ui, form);
    let statuses = optional(Status::ALL, |status| status.name().to_owned());
    form.choice(ui, "Status", "Set status of", statuses, |tie| &mut tie.status);
    let label = TypedField { caption: "Label", key: "label", step: "Label" };
    form.text(ui, label, "Written along the tie", |tie| &mut tie.label);
    let weight = TypedField { caption: "Weight", key: "weight", step: "Change weight of" };
    let how = NumberField { range: 0.1..=Tie::MAX_WEIGHT, speed: 0.05, max_decimals: 2 };
    form.number(ui, weight, how, |tie| &mut tie.weight)
        .on_hover_text("How strongly it draws in a layout; 1 is usual");
    by_hand::show_tie_places(ui, form);
}

fn kind(ui: &mut Ui, form: &mut RecordForm<'_, TieId>) {
    let (map, tie) = (form.editor.map, form.editor.record);
    let shown = map.kinds().get(tie.kind).map_or("—", |kind| kind.name.as_str());
    row(ui, "Kind", |ui| {
        combo_box(ui, "Kind", shown, |ui| {
            for (id, kind) in map.kinds().iter() {
                let is_chosen = id == tie.kind;
                let paint = |ui: &Ui, rect| line_preview::paint(ui, rect, kind, None);
                if list_row(ui, is_chosen, &kind.name, kind.sign.name(), paint).clicked() {
                    form.edit("Change kind of", |tie| tie.kind = id);
                    ui.close();
                }
            }
        })
    });
}

fn dates(ui: &mut Ui, form: &mut RecordForm<'_, TieId>) {
    let since = TypedField { caption: "Since", key: "since", step: "Date" };
    form.date(ui, since, |tie| &mut tie.since);
    let until = TypedField { caption: "Until", key: "until", step: "Date" };
    form.date(ui, until, |tie| &mut tie.until);
}
