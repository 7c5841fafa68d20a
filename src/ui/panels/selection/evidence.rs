//! How we know of a tie: source, date, confidence and a note for each piece of evidence.

use egui::Ui;
use egui_phosphor::regular as icon;

use crate::edit::{Command, add_source};
use crate::model::{Confidence, Evidence, Source, TieId};
use crate::ui::intent::Intent;
use crate::ui::panels::form::{RecordForm, TypedField, advice, combo_box, optional, row, section};
use crate::ui::theme::widgets::icon_button;

/// Shows all evidence of a tie.
pub fn show(ui: &mut Ui, form: &mut RecordForm<'_, TieId>) {
    section(ui, "Evidence");
    let tie = form.editor.record;
    if tie.evidence.is_empty() {
        advice(ui, "None yet. Say how we know: a source, its date, and what it says.");
    }
    for (index, evidence) in tie.evidence.iter().enumerate() {
        ui.push_id(("evidence", index), |ui| piece(ui, form, index, evidence));
        ui.add_space(8.0);
    }
    if ui.button("Add evidence").clicked() {
        form.edit("Add evidence of", |tie| tie.evidence.push(Evidence::default()));
    }
}

fn piece(ui: &mut Ui, form: &mut RecordForm<'_, TieId>, index: usize, evidence: &Evidence) {
    source(ui, form, index, evidence);
    let key = format!("evidence/{index}/date");
    let date = TypedField { caption: "Date", key: &key, step: "Date evidence of" };
    form.date(ui, date, |tie| &mut tie.evidence[index].date);
    let confidence = optional(Confidence::ALL, |confidence| confidence.name().to_owned());
    form.choice(ui, "Confidence", "Rate evidence of", confidence, |tie| {
        &mut tie.evidence[index].confidence
    });
    let key = format!("evidence/{index}/note");
    let note = TypedField { caption: "What it says", key: &key, step: "Edit evidence of" };
    form.paragraph(ui, note, "In your own words", |tie| &mut tie.evidence[index].note);
    if icon_button(ui, icon::TRASH, "Remove evidence", None).clicked() {
        form.edit("Remove evidence of", |tie| drop(tie.evidence.remove(index)));
    }
}

fn source(ui: &mut Ui, form: &mut RecordForm<'_, TieId>, index: usize, evidence: &Evidence) {
    let sources = form.editor.map.sources();
    let title = |id| sources.get(id).map(|source: &Source| source.title.as_str());
    let shown = evidence.source.and_then(title).unwrap_or("—");
    row(ui, "Source", |ui| {
        combo_box(ui, "Source", shown, |ui| {
            let none = std::iter::once((None, "—"));
            let all = sources.iter().map(|(id, source)| (Some(id), source.title.as_str()));
            for (id, title) in none.chain(all) {
                if ui.selectable_label(evidence.source == id, title).clicked() {
                    form.edit("Change source of", |tie| tie.evidence[index].source = id);
                }
            }
            ui.separator();
            if ui.button("New source").clicked() {
                cite_new_source(form, index);
                ui.close();
            }
        })
    });
}

/// Adds a source to the map and names it here, as one step.
fn cite_new_source(form: &mut RecordForm<'_, TieId>, index: usize) {
    let source = Source { title: "New source".to_owned(), ..Source::default() };
    let (id, add) = add_source(form.editor.map, source);
    let cite = form.editor.command(|tie| tie.evidence[index].source = Some(id));
    let command = Command::Batch(vec![add, cite]);
    form.out.push(Intent::Edit { name: "Add source".to_owned(), command });
}
