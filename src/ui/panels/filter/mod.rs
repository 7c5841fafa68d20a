//! The tab of the filter: its conditions, each with what there is to choose among, and what comes of
//! them.
//!
//! This module owns the rows that change the map's filter. It must not know how a filter is evaluated,
//! nor how many nations and ties each choice has: both come with the state.

mod attribute_condition;
mod attributes;
mod chips;
mod degree;
mod period;
mod summary;
mod tags;
#[cfg(test)]
mod tests;
mod tie_chips;

use egui::Ui;

use super::empty_map;
use super::form::{Drafts, MapFilter, RecordForm, TypedField, section};
use crate::analysis::count_records;
use crate::ui::intent::Intent;
use crate::ui::state::State;

/// Shows the tab.
pub fn show(ui: &mut Ui, state: &State, drafts: &mut Drafts, out: &mut Vec<Intent>) {
    let map = state.map();
    if map.nations().is_empty() {
        empty_map::show(ui, "Nothing to show yet");
        return;
    }
    let fresh;
    let counts = match &state.counts {
        Some((_, counts)) => counts,
        None => {
            fresh = count_records(map);
            &fresh
        }
    };
    let Some(mut form) = RecordForm::open(map, MapFilter, drafts, out) else { return };
    let form = &mut form;
    ui.push_id("filter", |ui| {
        // Within scopes of their own, rows that come and go leave the ids of the fields after them.
        ui.push_id("summary", |ui| summary::show(ui, state, form));
        let text = TypedField { caption: "Text", key: "text", step: "text" };
        form.text(ui, text, "in names, labels, tags, notes", |filter| &mut filter.text);
        tie_chips::kinds(ui, counts, form);
        tie_chips::statuses(ui, counts, form);
        tie_chips::signs(ui, counts, form);
        section(ui, "Held between");
        ui.push_id("period", |ui| period::show(ui, form));
        ui.push_id("tags", |ui| tags::show(ui, counts, form));
        ui.push_id("attributes", |ui| attributes::show(ui, counts, form));
        section(ui, "Ties of a nation");
        ui.push_id("degree", |ui| degree::show(ui, form));
    });
}
