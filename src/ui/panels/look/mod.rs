//! The tab of the look: what nations and ties look like, and what of it follows their data.
//!
//! This module owns the rows that change the map's look. It must not know how a look is drawn.

mod color_scale;
mod nations;
mod organisations;
mod properties;
mod property_row;
mod ties;

use egui::Ui;

use super::empty_map;
use super::form::{MapLook, RecordEditor, advice, section};
use crate::ui::intent::Intent;
use crate::ui::state::State;
use properties::LookProperties;

/// What the tab remembers from frame to frame.
#[derive(Debug, Default)]
pub struct Memory {
    /// The properties of the map when it was last shown.
    properties: Option<LookProperties>,
}

/// Shows the tab.
pub fn show(ui: &mut Ui, state: &State, memory: &mut Memory, out: &mut Vec<Intent>) {
    let map = state.map();
    if map.nations().is_empty() {
        empty_map::show(ui, "Nothing to show yet");
        return;
    }
    let Some(editor) = RecordEditor::open(map, MapLook) else { return };
    let properties = LookProperties::update(&mut memory.properties, map, state.history.revision());
    ui.push_id("look", |ui| {
        section(ui, "Nations");
        ui.push_id("nations", |ui| nations::show(ui, &editor, properties, out));
        section(ui, "Ties");
        ui.push_id("ties", |ui| ties::show(ui, &editor, properties, out));
        organisations::show(ui, map, properties, out);
        ui.add_space(12.0);
        advice(
            ui,
            "What follows the data stays true to it when the data change, and the legend says what \
             it means. Attributes are added to nations and ties in the tab Selection.",
        );
    });
}
