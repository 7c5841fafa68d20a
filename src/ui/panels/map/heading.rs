//! The heading of the map: title, subtitle, date and notes.

use egui::Ui;

use crate::model::Map;
use crate::ui::intent::Intent;
use crate::ui::panels::form::{Drafts, MapHeading, RecordForm, TypedField};

/// Shows the form of the heading.
pub fn show(ui: &mut Ui, map: &Map, drafts: &mut Drafts, out: &mut Vec<Intent>) {
    let Some(mut form) = RecordForm::open(map, MapHeading, drafts, out) else { return };
    let title = TypedField { caption: "Title", key: "title", step: "Change title" };
    form.text(ui, title, "Title of the map", |heading| &mut heading.title);
    let subtitle = TypedField { caption: "Subtitle", key: "subtitle", step: "Change subtitle" };
    form.text(ui, subtitle, "Line below the title", |heading| &mut heading.subtitle);
    let as_of = TypedField { caption: "As of", key: "as_of", step: "Change date" };
    form.date(ui, as_of, |heading| &mut heading.as_of);
    let notes = TypedField { caption: "Notes", key: "notes", step: "Edit notes" };
    form.paragraph(ui, notes, "", |heading| &mut heading.notes);
}
