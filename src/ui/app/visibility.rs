//! Showing part of the map: focusing on the selection, hiding it, showing all again, and switching
//! the filter on or off.

use super::App;
use crate::analysis::{Focus, ViewFilter};
use crate::edit;
use crate::ui::canvas::InView;
use crate::ui::state::visible_part::{nations_of, ties_of};

/// How many steps around a selection are shown at first.
const FIRST_STEPS: u32 = 1;

impl App {
    /// Shows the selection alone, with as many steps around it as the focus before had.
    pub(super) fn focus_on_selection(&mut self) {
        let selection = &self.state.selection;
        let (nations, ties) = (nations_of(selection).collect(), ties_of(selection).collect());
        self.state.visible.change_view(|view| {
            let steps = view.focus.as_ref().map_or(FIRST_STEPS, |focus| focus.steps);
            view.focus = Some(Focus { nations, ties, steps });
        });
        self.canvas.bring_into_view(InView::All);
    }

    /// Shows more or less around what is in focus.
    pub(super) fn change_steps(&mut self, change: impl FnOnce(u32) -> u32) {
        self.state.visible.change_view(|view| {
            if let Some(focus) = &mut view.focus {
                focus.steps = change(focus.steps);
            }
        });
        self.canvas.bring_into_view(InView::All);
    }

    /// Hides the selected nations and ties; notes are never hidden, and stay selected.
    pub(super) fn hide_selection(&mut self) {
        let selection = std::mem::take(&mut self.state.selection);
        let notes = selection.iter().filter(|target| target.note().is_some());
        self.state.selection = notes.copied().collect();
        self.state.visible.change_view(|view| {
            view.hidden_nations.extend(nations_of(&selection));
            view.hidden_ties.extend(ties_of(&selection));
        });
    }

    /// Shows what was hidden by hand, and ends the focus.
    pub(super) fn show_all(&mut self) {
        self.state.visible.change_view(|view| *view = ViewFilter::default());
        self.canvas.bring_into_view(InView::Some);
    }

    /// Switches the filter off, or on again.
    pub(super) fn toggle_filter(&mut self) {
        let map = self.state.map();
        let name = if map.filter().is_off { "Switch filter on" } else { "Switch filter off" };
        let command = edit::change_filter(map, |filter| filter.is_off = !filter.is_off);
        self.edit(name, command);
    }
}
