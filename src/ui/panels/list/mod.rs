//! The tab that lists every nation or tie, searched and sorted.
//!
//! This module owns the search, the sort order and the rows made for them; only the rows in view are
//! drawn, so that ten thousand are as fast as ten. It must not change the map.

pub(super) mod rows;
mod table;

use egui::Ui;

use super::form::{advice, text_line};
use crate::ui::intent::Intent;
use crate::ui::state::State;
use rows::{Listed, Row, SortOrder, rows};

/// What the tab remembers from frame to frame.
#[derive(Debug, Default)]
pub struct Memory {
    search: String,
    order: SortOrder,
    kept: Option<KeptRows>,
}

/// The rows, and what they were made for.
#[derive(Debug)]
struct KeptRows {
    revision: u64,
    order: SortOrder,
    search: String,
    rows: Vec<Row>,
}

/// Shows the tab.
pub fn show(ui: &mut Ui, state: &State, memory: &mut Memory, out: &mut Vec<Intent>) {
    choose(ui, state, memory);
    let label = ui.label("Search");
    let field = text_line(ui, &mut memory.search, "Search by name, code, tag, kind, status");
    field.labelled_by(label.id);
    ui.add_space(4.0);
    update(state, memory);
    let Some(kept) = &memory.kept else { return };
    if kept.rows.is_empty() {
        let text = match (memory.search.trim().is_empty(), memory.order.listed) {
            (false, _) => "Nothing matches. Clear the search to see all.",
            (true, Listed::Nations) => {
                "No nations yet. Double click the background to add one, or press N."
            }
            (true, Listed::Ties) => "No ties yet. Draw one from a nation's handle, or press T.",
        };
        advice(ui, text);
        return;
    }
    table::show(ui, state, &mut memory.order, &kept.rows, out);
}

/// The choice between nations and ties.
fn choose(ui: &mut Ui, state: &State, memory: &mut Memory) {
    ui.horizontal(|ui| {
        let map = state.map();
        for (listed, name) in [
            (Listed::Nations, format!("{} nations", map.nations().len())),
            (Listed::Ties, format!("{} ties", map.ties().len())),
        ] {
            if ui.selectable_label(memory.order.listed == listed, name).clicked() {
                memory.order = SortOrder { listed, ..SortOrder::default() };
            }
        }
    });
}

/// Makes the rows anew if the map, the search or the order has changed.
fn update(state: &State, memory: &mut Memory) {
    let (revision, order) = (state.history.revision(), memory.order);
    let is_current = |kept: &KeptRows| {
        kept.revision == revision && kept.order == order && kept.search == memory.search
    };
    if memory.kept.as_ref().is_some_and(is_current) {
        return;
    }
    let rows = rows(state.map(), order.listed, &memory.search, order.column, order.descending);
    memory.kept = Some(KeptRows { revision, order, search: memory.search.clone(), rows });
}
