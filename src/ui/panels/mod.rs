//! The side panel: what is selected, the map, the list of everything, its look, the layout, and the
//! filter.
//!
//! A panel is a function from the state to intents; what it must remember from frame to frame (a
//! search, a half-typed date) is in [`Memory`], composed of what each tab remembers. Panels must not
//! know the app, the canvas or the dialogs.

mod empty_map;
mod fields;
mod filter;
mod form;
mod layout;
mod list;
mod look;
mod map;
mod selection;
#[cfg(test)]
mod tests;

use egui::{ScrollArea, Ui};

use super::actions::Action;
use super::actions::labels::tooltip;
use super::intent::Intent;
use super::state::{MapPart, State, Tab};
use super::theme::{ROW, size};
pub use form::DATE;
use form::Drafts;
pub use list::CellKeys;

/// What the panels remember from frame to frame.
#[derive(Debug, Default)]
pub struct Memory {
    drafts: Drafts,
    selection: selection::Memory,
    list: list::Memory,
    look: look::Memory,
    /// What is to be opened and brought into view when the tab *Map* is shown next.
    part: Option<MapPart>,
}

impl Memory {
    /// Drops what is half typed: another document's records may have the same ids and values.
    pub fn drop_drafts(&mut self) {
        self.drafts = Drafts::default();
        self.list.leave();
        self.list.forget_new_row();
    }

    /// Opens the form of a kind or a source when the tab *Map* is shown next, and scrolls to it.
    pub const fn show_part(&mut self, part: MapPart) {
        self.part = Some(part);
    }

    /// Whose the keys are, if they are a cell's of the list.
    pub const fn cell_keys(&self) -> Option<CellKeys> {
        self.list.cell_keys()
    }

    /// Says that the panel isn't shown.
    pub fn hidden(&mut self) {
        self.list.leave();
    }
}

/// Shows the side panel: six tabs, and the one that is open.
pub fn show(ui: &mut Ui, state: &State, memory: &mut Memory, out: &mut Vec<Intent>) {
    memory.drafts.begin_frame();
    ui.spacing_mut().item_spacing.y = 4.0;
    tabs(ui, state, out);
    ui.add_space(8.0);
    if state.tab == Tab::List {
        list::show(ui, state, &mut memory.list, out);
        return;
    }
    memory.list.leave();
    let area = ScrollArea::vertical().id_salt(("panel", state.tab as u8)).auto_shrink(false);
    area.show(ui, |ui| {
        let drafts = &mut memory.drafts;
        match state.tab {
            Tab::Map => map::show(ui, state, memory.part.take(), drafts, out),
            Tab::Look => look::show(ui, state, &mut memory.look, out),
            Tab::Layout => layout::show(ui, state, out),
            Tab::Filter => filter::show(ui, state, drafts, out),
            _ => selection::show(ui, state, &mut memory.selection, drafts, out),
        }
        ui.add_space(24.0);
    });
}

fn tabs(ui: &mut Ui, state: &State, out: &mut Vec<Intent>) {
    ui.horizontal(|ui| {
        // Six tabs fill the panel.
        ui.spacing_mut().item_spacing.x = 2.0;
        ui.spacing_mut().button_padding.x = 6.0;
        for (tab, name, action) in [
            (Tab::Selection, "Selection", Action::ShowSelection),
            (Tab::Map, "Map", Action::ShowMap),
            (Tab::List, "List", Action::ShowList),
            (Tab::Look, "Look", Action::ShowLook),
            (Tab::Layout, "Layout", Action::ShowLayout),
            (Tab::Filter, "Filter", Action::ShowFilter),
        ] {
            let text = egui::RichText::new(name).size(size::TEXT);
            let button =
                egui::Button::selectable(state.tab == tab, text).min_size(egui::vec2(0.0, ROW));
            if ui.add(button).on_hover_text(tooltip(ui.ctx(), action)).clicked() {
                out.push(Intent::ShowTab(tab));
            }
        }
    });
}
