//! What a person does to see part of the map: to turn to a selection, to hide it, to show all again,
//! and to switch the filter on or off.

use super::App;
use crate::analysis::{Focus, ViewFilter, count_records};
use crate::edit;
use crate::ui::state::Tab;
use crate::ui::state::visible_part::{nations_of, ties_of};

/// How many steps around a selection are shown at first.
const FIRST_STEPS: u32 = 1;

impl App {
    /// Shows the selection alone, with as many steps around it as before.
    pub(in crate::ui) fn focus_on_selection(&mut self) {
        let selection = &self.state.selection;
        let (nations, ties) = (nations_of(selection).collect(), ties_of(selection).collect());
        self.state.visible.change(|view| {
            let steps = view.focus.as_ref().map_or(FIRST_STEPS, |focus| focus.steps);
            view.focus = Some(Focus { nations, ties, steps });
        });
    }

    /// Shows more or less around what is in focus.
    pub(in crate::ui) fn change_steps(&mut self, change: impl FnOnce(u32) -> u32) {
        self.state.visible.change(|view| {
            if let Some(focus) = &mut view.focus {
                focus.steps = change(focus.steps);
            }
        });
    }

    /// Hides what is selected.
    pub(in crate::ui) fn hide_selection(&mut self) {
        let selection = std::mem::take(&mut self.state.selection);
        self.state.visible.change(|view| {
            view.hidden_nations.extend(nations_of(&selection));
            view.hidden_ties.extend(ties_of(&selection));
        });
    }

    /// Shows what was hidden by hand, and leaves the focus.
    pub(in crate::ui) fn show_all(&mut self) {
        self.state.visible.change(|view| *view = ViewFilter::default());
    }

    /// Switches the filter off, or on again.
    pub(in crate::ui) fn toggle_filter(&mut self) {
        let map = self.state.map();
        let name = if map.filter().is_off { "Switch filter on" } else { "Switch filter off" };
        let command = edit::change_filter(map, |filter| filter.is_off = !filter.is_off);
        self.edit(name, command);
    }

    /// While the tab *Filter* is open, counts what it offers.
    pub(in crate::ui) fn count_for_filter(&mut self) {
        let revision = self.state.history.revision();
        let is_open = self.state.settings.panel_open && self.state.tab == Tab::Filter;
        if is_open && self.state.counts.as_ref().is_none_or(|(of, _)| *of != revision) {
            self.state.counts = Some((revision, count_records(self.state.map())));
        }
    }
}
