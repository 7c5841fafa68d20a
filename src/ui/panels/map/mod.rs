//! The tab of the map as a whole: its heading, its kinds of tie and its sources.
//!
//! This module owns the forms of what belongs to no single nation or tie. It must not know the other
//! tabs.

mod heading;
mod kinds;
mod sources;

use egui::Ui;

use super::form::Drafts;
use crate::ui::intent::Intent;
use crate::ui::state::State;

/// Shows the tab.
pub fn show(ui: &mut Ui, state: &State, drafts: &mut Drafts, out: &mut Vec<Intent>) {
    ui.push_id("map", |ui| {
        heading::show(ui, state.map(), drafts, out);
        kinds::show(ui, state, drafts, out);
        sources::show(ui, state.map(), drafts, out);
    });
}
