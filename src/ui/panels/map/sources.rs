//! The sources of the map.

use egui::Ui;
use indexmap::IndexMap;

use super::collapsing;
use crate::edit::{add_source, delete_source};
use crate::model::{Map, Source, SourceId, Tie};
use crate::scene::{Weight, text};
use crate::ui::intent::Intent;
use crate::ui::panels::form::{Drafts, RecordForm, TypedField, advice, section, show_in_view};
use crate::ui::state::MapPart;
use crate::ui::theme::size;
use crate::ui::theme::widgets::begin_field;

/// What every change to a source is called.
const EDIT: &str = "Edit";

/// Shows the form of each source, open where it is wanted, and a button to add one.
pub fn show(
    ui: &mut Ui,
    map: &Map,
    wanted: Option<MapPart>,
    drafts: &mut Drafts,
    out: &mut Vec<Intent>,
) {
    section(ui, "Sources");
    if map.sources().is_empty() {
        advice(ui, "None yet. Add what supports the ties; figures list it at their foot.");
    }
    let wanted = match wanted {
        Some(MapPart::Source(id)) => Some(id),
        _ => None,
    };
    let numbers: IndexMap<SourceId, usize> = map.sources().ids().zip(1..).collect();
    show_in_view(ui, "sources", map.sources().ids(), wanted, |ui, id| {
        let Some(source) = map.sources().get(id) else { return };
        let title_width = ui.available_width() - 40.0;
        let number = numbers.get(&id).copied().unwrap_or_default();
        let title = format!("{number}  {}", source.title);
        let title = text::ellipsis(&title, size::TEXT, Weight::Regular, title_width);
        collapsing(ui, title, ("source", id), wanted == Some(id), |ui, begins| {
            ui.push_id(("source", id), |ui| one(ui, map, id, begins, drafts, out));
        });
    });
    if ui.button("Add source").clicked() {
        let source = Source { title: "New source".to_owned(), ..Source::default() };
        let (id, command) = add_source(map, source);
        out.push(Intent::Edit { name: "Add source".to_owned(), command });
        out.push(Intent::ShowPart(MapPart::Source(id)));
    }
}

/// The form of a source; what is typed goes into the title of one that is turned to.
fn one(
    ui: &mut Ui,
    map: &Map,
    id: SourceId,
    begins: bool,
    drafts: &mut Drafts,
    out: &mut Vec<Intent>,
) {
    let Some(mut form) = RecordForm::open(map, id, drafts, out) else { return };
    let field = |caption, key| TypedField { caption, key, step: EDIT };
    let title = form.text(ui, field("Title", "title"), "Author: title", |source| &mut source.title);
    if begins && let Some(source) = map.sources().get(id) {
        begin_field(ui, &title, &source.title);
    }
    form.text(ui, field("Address", "url"), "https://", |source| &mut source.url);
    form.date(ui, field("Date", "date"), |source| &mut source.date);
    form.paragraph(ui, field("Notes", "notes"), "", |source| &mut source.notes);
    let cites = |tie: &Tie| tie.evidence.iter().any(|e| e.source == Some(id));
    let ties = map.ties().iter().filter(|(_, tie)| cites(tie)).count();
    advice(
        ui,
        &match ties {
            0 => "No tie names it yet.".to_owned(),
            1 => "1 tie names it.".to_owned(),
            n => format!("{n} ties name it."),
        },
    );
    if ui.button("Delete source").clicked() {
        let name = format!("Delete source {}", form.editor.record.title);
        form.out.push(Intent::Edit { name, command: delete_source(map, id) });
    }
    ui.add_space(8.0);
}
