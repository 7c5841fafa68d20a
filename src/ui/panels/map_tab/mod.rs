//! The map as a whole: its heading, its kinds and its sources.

use egui::Ui;

use super::{Memory, form, kinds, sources};
use crate::edit::{Command, Field};
use crate::model::Heading;
use crate::ui::intent::Intent;
use crate::ui::state::State;

pub(super) fn show(ui: &mut Ui, state: &State, memory: &mut Memory, out: &mut Vec<Intent>) {
    ui.push_id("map", |ui| {
        heading(ui, state.map().heading(), memory, out);
        kinds::show(ui, state, out);
        sources::show(ui, state.map(), &mut memory.drafts, out);
    });
}

fn heading(ui: &mut Ui, heading: &Heading, memory: &mut Memory, out: &mut Vec<Intent>) {
    if let Some(title) = form::text(ui, out, "Title", &heading.title, "Title of the map") {
        typed(out, heading, "title", "Change title", |h| h.title = title);
    }
    if let Some(subtitle) =
        form::text(ui, out, "Subtitle", &heading.subtitle, "Line below the title")
    {
        typed(out, heading, "subtitle", "Change subtitle", |h| h.subtitle = subtitle);
    }
    if let Some(as_of) = form::date(ui, out, &mut memory.drafts, "As of", heading.as_of) {
        typed(out, heading, "as_of", "Change date", |h| h.as_of = as_of);
    }
    if let Some(notes) = form::paragraph(ui, out, "Notes", &heading.notes, "") {
        typed(out, heading, "notes", "Edit notes", |h| h.notes = notes);
    }
}

fn typed(
    out: &mut Vec<Intent>,
    heading: &Heading,
    field: &str,
    name: &str,
    change: impl FnOnce(&mut Heading),
) {
    let mut changed = heading.clone();
    change(&mut changed);
    out.push(Intent::Type {
        name: format!("{name} of the map"),
        field: Field(format!("heading/{field}")),
        command: Command::Heading(Box::new(changed)),
    });
}
