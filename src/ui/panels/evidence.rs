//! How we know of a tie: source, date, confidence and a note for each piece of evidence.

use egui::Ui;
use egui_phosphor::regular as icon;

use super::form::{self, Drafts};
use super::tie_edit::Edit;
use crate::edit::{self, Change, Command};
use crate::model::{Confidence, Evidence, Source, Tie};
use crate::ui::intent::Intent;
use crate::ui::theme::widgets::icon_button;

pub(super) fn show(ui: &mut Ui, edit: &Edit<'_>, drafts: &mut Drafts, out: &mut Vec<Intent>) {
    form::section(ui, "Evidence");
    if edit.tie.evidence.is_empty() {
        form::advice(ui, "None yet. Say how we know: a source, its date, and what it says.");
    }
    for (index, evidence) in edit.tie.evidence.iter().enumerate() {
        ui.push_id(("evidence", index), |ui| one(ui, edit, index, evidence, drafts, out));
        ui.add_space(8.0);
    }
    if ui.button("Add evidence").clicked() {
        edit.edited(out, "Add evidence of", |t| t.evidence.push(Evidence::default()));
    }
}

fn one(
    ui: &mut Ui,
    edit: &Edit<'_>,
    index: usize,
    evidence: &Evidence,
    drafts: &mut Drafts,
    out: &mut Vec<Intent>,
) {
    source(ui, edit, index, evidence, out);
    if let Some(date) = form::date(ui, out, drafts, "Date", evidence.date) {
        let field = format!("evidence/{index}/date");
        edit.typed(out, &field, "Date evidence of", |t| at(t, index, |e| e.date = date));
    }
    let words = Confidence::ALL.map(|c| (Some(c), c.name().to_owned()));
    let words = std::iter::once((None, "—".to_owned())).chain(words);
    if let Some(confidence) = form::choice(ui, "Confidence", &evidence.confidence, words) {
        edit.edited(out, "Rate evidence of", |t| at(t, index, |e| e.confidence = confidence));
    }
    if let Some(note) =
        form::paragraph(ui, out, "What it says", &evidence.note, "In your own words")
    {
        let field = format!("evidence/{index}/note");
        edit.typed(out, &field, "Edit evidence of", |t| at(t, index, |e| e.note = note));
    }
    if icon_button(ui, icon::TRASH, "Remove evidence", None).clicked() {
        edit.edited(out, "Remove evidence of", |t| {
            t.evidence.remove(index);
        });
    }
}

fn at(tie: &mut Tie, index: usize, change: impl FnOnce(&mut Evidence)) {
    if let Some(evidence) = tie.evidence.get_mut(index) {
        change(evidence);
    }
}

fn source(ui: &mut Ui, edit: &Edit<'_>, index: usize, evidence: &Evidence, out: &mut Vec<Intent>) {
    let named = |id| edit.map.sources().get(id).map(|source: &Source| source.title.as_str());
    let shown = evidence.source.and_then(named).unwrap_or("—");
    form::row(ui, "Source", |ui| {
        form::combo(ui, "Source", shown, |ui| {
            if ui.selectable_label(evidence.source.is_none(), "—").clicked() {
                edit.edited(out, "Change source of", |t| at(t, index, |e| e.source = None));
            }
            for (id, source) in edit.map.sources().iter() {
                if ui.selectable_label(evidence.source == Some(id), &source.title).clicked() {
                    edit.edited(out, "Change source of", |t| at(t, index, |e| e.source = Some(id)));
                }
            }
            ui.separator();
            if ui.button("New source").clicked() {
                out.push(new_source(edit, index));
                ui.close();
            }
        })
    });
}

/// Adds a source to the map and names it here, as one step.
fn new_source(edit: &Edit<'_>, index: usize) -> Intent {
    let source = Source { title: "New source".to_owned(), ..Source::default() };
    let (id, add) = edit::add_source(edit.map, source);
    let mut tie = edit.tie.clone();
    at(&mut tie, index, |e| e.source = Some(id));
    let cite = Command::Tie(edit.id, Change::Replace(Box::new(tie)));
    Intent::Edit { name: "Add source".to_owned(), command: Command::Batch(vec![add, cite]) }
}
