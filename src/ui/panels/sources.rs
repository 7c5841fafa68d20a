//! The sources of the map.

use egui::{CollapsingHeader, Ui};

use super::form::{self, Drafts};
use crate::edit::{Change, Command, Field, add_source, delete_source};
use crate::model::{Map, Source, SourceId};
use crate::scene::{Weight, text};
use crate::ui::intent::Intent;
use crate::ui::theme::size;

pub(super) fn show(ui: &mut Ui, map: &Map, drafts: &mut Drafts, out: &mut Vec<Intent>) {
    form::section(ui, "Sources");
    if map.sources().is_empty() {
        form::advice(ui, "None yet. Add what supports the ties; figures list it at their foot.");
    }
    for (number, (id, source)) in (1..).zip(map.sources().iter()) {
        let room = ui.available_width() - 40.0;
        let title = format!("{number}  {}", source.title);
        let title = text::ellipsis(&title, size::TEXT, Weight::Regular, room);
        CollapsingHeader::new(title).id_salt(("source", id)).show(ui, |ui| {
            ui.push_id(("source", id), |ui| one(ui, map, id, source, drafts, out));
        });
    }
    if ui.button("Add source").clicked() {
        let source = Source { title: "New source".to_owned(), ..Source::default() };
        let (_, command) = add_source(map, source);
        out.push(Intent::Edit { name: "Add source".to_owned(), command });
    }
}

fn one(
    ui: &mut Ui,
    map: &Map,
    id: SourceId,
    source: &Source,
    drafts: &mut Drafts,
    out: &mut Vec<Intent>,
) {
    if let Some(title) = form::text(ui, out, "Title", &source.title, "Author: title") {
        typed(out, id, source, "title", |s| s.title = title);
    }
    if let Some(url) = form::text(ui, out, "Address", &source.url, "https://") {
        typed(out, id, source, "url", |s| s.url = url);
    }
    if let Some(date) = form::date(ui, out, drafts, "Date", source.date) {
        typed(out, id, source, "date", |s| s.date = date);
    }
    if let Some(notes) = form::paragraph(ui, out, "Notes", &source.notes, "") {
        typed(out, id, source, "notes", |s| s.notes = notes);
    }
    let cites = |t: &crate::model::Tie| t.evidence.iter().any(|e| e.source == Some(id));
    let ties = map.ties().iter().filter(|(_, tie)| cites(tie)).count();
    form::advice(
        ui,
        &match ties {
            0 => "No tie names it yet.".to_owned(),
            1 => "1 tie names it.".to_owned(),
            n => format!("{n} ties name it."),
        },
    );
    if ui.button("Delete source").clicked() {
        let name = format!("Delete source {}", source.title);
        out.push(Intent::Edit { name, command: delete_source(map, id) });
    }
    ui.add_space(8.0);
}

fn typed(
    out: &mut Vec<Intent>,
    id: SourceId,
    source: &Source,
    field: &str,
    change: impl FnOnce(&mut Source),
) {
    let mut changed = source.clone();
    change(&mut changed);
    out.push(Intent::Type {
        name: "Edit source".to_owned(),
        field: Field(format!("source/{}/{field}", id.0)),
        command: Command::Source(id, Change::Replace(Box::new(changed))),
    });
}
