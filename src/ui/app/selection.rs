//! Changes of the selection.

use std::collections::BTreeSet;

use super::App;
use crate::analysis::selection::{self, add_neighbours};
use crate::edit::Target;
use crate::model::Map;
use crate::ui::state::{MapPart, Tab};

impl App {
    /// Selects this and nothing else, and shows it in the side panel, unless that shows it in the list.
    pub(super) fn select(&mut self, selection: BTreeSet<Target>) {
        self.state.history.end_field();
        let is_listed = || selection.iter().any(|target| target.note().is_none());
        let stays = selection.is_empty() || (self.state.tab == Tab::List && is_listed());
        if !stays {
            self.state.tab = Tab::Selection;
        }
        self.state.selection = selection;
    }

    /// Selects a nation, tie or note and brings it to the middle of the view. What is hidden is shown as long as
    /// it is selected, and a message says so.
    pub(super) fn reveal(&mut self, target: Target, now_s: f64) {
        if !self.state.shows(target) {
            let name = self.state.in_words(&[target].into());
            self.toasts.info(format!("“{name}” is hidden, and shown while it is selected"));
        }
        self.select([target].into());
        self.canvas.center_on(&self.state, target, now_s);
    }

    /// Shows a kind or a source in the side panel.
    pub(super) fn show_part(&mut self, part: MapPart) {
        self.state.tab = Tab::Map;
        self.change_settings(|settings| settings.panel_open = true);
        self.panel_memory.show_part(part);
    }

    pub(super) fn select_neighbours(&mut self) {
        let graph = self.state.graph();
        self.select_by(|map, chosen| add_neighbours(map, &graph, chosen));
    }

    pub(super) fn toggle_selected(&mut self, target: Target) {
        if !self.state.selection.remove(&target) {
            self.state.selection.insert(target);
        }
    }

    /// Selects all that is shown.
    pub(super) fn select_all(&mut self) {
        self.state.selection = selection::all(self.state.shown_map()).collect();
    }

    /// Selects what is found from the selection.
    pub(super) fn select_by(&mut self, find: impl Fn(&Map, &BTreeSet<Target>) -> BTreeSet<Target>) {
        let found = find(self.state.map(), &self.state.selection);
        self.select(found);
    }
}
