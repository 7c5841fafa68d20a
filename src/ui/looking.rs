//! What a person does to see part of the map: to turn to a selection, to hide it, to show all again,
//! and to switch the filter on or off.

use super::app::App;
use super::sight::{nations_of, ties_of};
use super::state::Tab;
use crate::analysis::{Focus, View, counts};
use crate::edit;

/// How many steps around a selection are shown at first.
const FIRST_STEPS: u32 = 1;

impl App {
    /// Shows the selection alone, with as many steps around it as before.
    pub(super) fn focus_on_selection(&mut self) {
        let selection = &self.state.selection;
        let (nations, ties) = (nations_of(selection).collect(), ties_of(selection).collect());
        self.state.sight.change(|view| {
            let steps = view.focus.as_ref().map_or(FIRST_STEPS, |focus| focus.steps);
            view.focus = Some(Focus { nations, ties, steps });
        });
    }

    /// Shows more or less around what is in focus.
    pub(super) fn change_steps(&mut self, change: impl FnOnce(u32) -> u32) {
        self.state.sight.change(|view| {
            if let Some(focus) = &mut view.focus {
                focus.steps = change(focus.steps);
            }
        });
    }

    /// Hides what is selected.
    pub(super) fn hide_selection(&mut self) {
        let selection = std::mem::take(&mut self.state.selection);
        self.state.sight.change(|view| {
            view.hidden_nations.extend(nations_of(&selection));
            view.hidden_ties.extend(ties_of(&selection));
        });
    }

    /// Shows what was hidden by hand, and leaves the focus.
    pub(super) fn show_all(&mut self) {
        self.state.sight.change(|view| *view = View::default());
    }

    /// Switches the filter off, or on again.
    pub(super) fn toggle_filter(&mut self) {
        let map = self.state.map();
        let name = if map.filter().is_off { "Switch filter on" } else { "Switch filter off" };
        let command = edit::filter(map, |filter| filter.is_off = !filter.is_off);
        self.edit(name, command);
    }

    /// While the tab *Filter* is open, counts what it offers.
    pub(super) fn count_for_filter(&mut self) {
        let revision = self.state.history.revision();
        let is_open = self.state.settings.panel_open && self.state.tab == Tab::Filter;
        if is_open && self.state.counts.as_ref().is_none_or(|(of, _)| *of != revision) {
            self.state.counts = Some((revision, counts(self.state.map())));
        }
    }
}
