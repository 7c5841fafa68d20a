//! The text notes of the map, each of which leads to its form.

use egui::{Align2, FontId, Rect, Ui};
use egui_phosphor::regular as icon;

use crate::edit::Target;
use crate::ui::actions::Action;
use crate::ui::intent::Intent;
use crate::ui::panels::form::{advice, list_row, section, show_in_view};
use crate::ui::state::State;
use crate::ui::theme::size;
use crate::ui::theme::widgets::second_ink;

/// Lists the notes; a click on one selects it and shows where it is. A button writes another.
pub fn show(ui: &mut Ui, state: &State, out: &mut Vec<Intent>) {
    section(ui, "Notes on the map");
    if state.map().text_notes().is_empty() {
        advice(ui, "None yet. A note is text that stands anywhere on the map and on every figure.");
    }
    show_in_view(ui, "notes", state.map().text_notes().ids(), None, |ui, id| {
        let Some(note) = state.map().text_notes().get(id) else { return };
        let target = Target::Note(id);
        let is_selected = state.selection.contains(&target);
        if list_row(ui, is_selected, &note.short(), "", paint_icon).clicked() {
            out.push(Intent::Reveal(target));
        }
    });
    if ui.button(Action::AddNote.entry().name).clicked() {
        out.push(Intent::Act(Action::AddNote));
    }
}

fn paint_icon(ui: &Ui, rect: Rect) {
    let font = FontId::proportional(size::TEXT);
    let color = second_ink(ui);
    ui.painter().text(rect.center(), Align2::CENTER_CENTER, icon::NOTE, font, color);
}
