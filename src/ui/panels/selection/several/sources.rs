//! The sources of several ties: cited by all at once, or by none any more.

use egui::{Key, Ui};
use egui_phosphor::regular as icon;

use super::in_common::{InCommon, SharedEvidence};
use super::shared_form::{SharedForm, choice, date};
use crate::model::{Confidence, Evidence, SourceId};
use crate::ui::panels::fields::source_of_title;
use crate::ui::panels::form::{combo_box, row, section, text_line};
use crate::ui::theme::widgets::icon_button;

/// Shows each source that some cite, and two ways to cite one: an old one, or a new one by its title.
pub(super) fn show(
    ui: &mut Ui,
    form: &mut SharedForm<'_>,
    in_common: &InCommon,
    added: &mut String,
) {
    section(ui, "Evidence");
    let all = in_common.ties.targets.len();
    let title = |id: SourceId| form.map.sources().get(id).map_or("", |source| &source.title);
    let cited: Vec<(SourceId, usize, &str)> =
        in_common.sources.iter().map(|(id, count)| (*id, *count, title(*id))).collect();
    for (id, count, title) in cited {
        ui.horizontal(|ui| {
            if icon_button(ui, icon::TRASH, &format!("Remove source {title}"), None).clicked() {
                remove(form, in_common, id);
            }
            if count < all {
                ui.weak(format!("{count} of {all}"));
            }
            ui.add(egui::Label::new(title).truncate());
        });
    }
    let mut chosen = None;
    row(ui, "Add source", |ui| {
        combo_box(ui, "Add source", "Choose a source", |ui| {
            for (id, source) in form.map.sources().iter() {
                let is_new = in_common.sources.get(&id).is_none_or(|count| *count < all);
                if is_new && ui.selectable_label(false, &source.title).clicked() {
                    chosen = Some(source.title.clone());
                }
            }
        })
    });
    let response = row(ui, "New source", |ui| text_line(ui, added, "its title"));
    let is_entered = response.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter));
    if is_entered && !added.trim().is_empty() {
        chosen = Some(std::mem::take(added).trim().to_owned());
    }
    if let Some(title) = chosen {
        cite(form, in_common, &title);
    }
    if let Some(evidence) = &in_common.evidence {
        pieces(ui, form, in_common, evidence);
    }
}

/// What all pieces of evidence say: their date, confidence and note.
fn pieces(ui: &mut Ui, form: &mut SharedForm<'_>, in_common: &InCommon, evidence: &SharedEvidence) {
    if let Some(text) = form.typed(ui, "Date", "evidence/date", &evidence.date, date) {
        let date = text.parse().ok();
        change_pieces(form, in_common, "Date evidence of", Some("evidence/date"), |piece| {
            piece.date = date;
        });
    }
    let none = std::iter::once(String::new());
    let options = none.chain(Confidence::ALL.iter().map(|c| c.name().to_owned())).collect();
    if let Some(name) = choice(ui, "Confidence", &evidence.confidence, options) {
        let confidence = Confidence::ALL.into_iter().find(|c| c.name() == name);
        change_pieces(form, in_common, "Rate evidence of", None, |piece| {
            piece.confidence = confidence;
        });
    }
    let note = form.paragraph(ui, "What it says", "In your own words", &evidence.note);
    if let Some(text) = note {
        change_pieces(form, in_common, "Edit evidence of", Some("evidence/note"), |piece| {
            piece.note.clone_from(&text);
        });
    }
}

fn change_pieces(
    form: &mut SharedForm<'_>,
    in_common: &InCommon,
    step: &str,
    typed_in: Option<&str>,
    change: impl Fn(&mut Evidence),
) {
    form.change(step, &in_common.ties.targets, typed_in, |writer, target| {
        let Some(id) = target.tie() else { return };
        let _ = writer.change(id, |_, tie| {
            tie.evidence.iter_mut().for_each(&change);
            Ok(())
        });
    });
}

fn cite(form: &mut SharedForm<'_>, in_common: &InCommon, title: &str) {
    form.change("Add evidence of", &in_common.ties.targets, None, |writer, target| {
        let Some(id) = target.tie() else { return };
        let _ = writer.change(id, |writer, tie| {
            let source = Some(source_of_title(writer, title)?);
            if !tie.evidence.iter().any(|piece| piece.source == source) {
                tie.evidence.push(Evidence { source, ..Evidence::default() });
            }
            Ok(())
        });
    });
}

fn remove(form: &mut SharedForm<'_>, in_common: &InCommon, source: SourceId) {
    form.change("Remove evidence of", &in_common.ties.targets, None, |writer, target| {
        let Some(id) = target.tie() else { return };
        let _ = writer.change(id, |_, tie| {
            tie.evidence.retain(|piece| piece.source != Some(source));
            Ok(())
        });
    });
}
