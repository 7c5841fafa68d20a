//! What each organisation is drawn as: a mark of its own, or a hull around its members.

use egui::Ui;

use super::properties::LookProperties;
use crate::model::{DrawnAs, Map};
use crate::ui::intent::Intent;
use crate::ui::panels::form::{RecordEditor, choice_row, section};

/// Shows a row for each organisation that has members.
pub fn show(ui: &mut Ui, map: &Map, properties: &LookProperties, out: &mut Vec<Intent>) {
    if properties.organisations.is_empty() {
        return;
    }
    section(ui, "Organisations");
    for id in properties.organisations.iter().copied() {
        let Some(editor) = RecordEditor::open(map, id) else { continue };
        ui.push_id(("organisation", id), |ui| {
            let options = [
                (DrawnAs::Hub, "a mark with member lines".to_owned()),
                (DrawnAs::Hull, "a hull around its members".to_owned()),
            ];
            let organisation = editor.record;
            let chosen = choice_row(ui, &organisation.name, &organisation.drawn_as, options);
            if let Some(drawn_as) = chosen {
                out.push(editor.edit("Change look of", |nation| nation.drawn_as = drawn_as));
            }
        });
    }
}
