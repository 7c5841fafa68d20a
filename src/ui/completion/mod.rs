//! A list of suggestions below a text field: type, go up and down, take one with Enter, Tab or a click.
//!
//! This module owns how the list looks, where it lies and which keys it takes. It must not know what is
//! completed: the caller makes the [`Suggestions`] of a text and does something with the one that is
//! taken.

mod list;
pub mod map_nations;
pub mod nation_names;
mod suggestion;

use crate::ui::system::take_plain_presses;
use egui::{EventFilter, Id, Key, Rect, Response, Ui};

pub use suggestion::{MAX_ROWS, Suggestion, SuggestionMark, Suggestions};

/// The list of one field. It opens when something is typed, and closes when a suggestion is taken, with
/// Escape, or when the field is left.
#[derive(Debug, Default)]
pub struct Completion {
    is_open: bool,
    chosen: Option<usize>,
    /// How many suggestions there were in the last frame.
    rows: usize,
}

/// What became of a field and its list in a frame.
#[derive(Debug)]
pub struct Completed {
    /// The response of the field.
    pub response: Response,
    /// The suggestion that was taken.
    pub taken: Option<Suggestion>,
    /// Whether Escape was pressed and has closed the list: it isn't meant for anything else.
    pub has_closed_list: bool,
}

/// The keys that were pressed for the list.
#[derive(Default)]
struct Presses {
    taken: Option<usize>,
    has_closed: bool,
}

impl Completion {
    /// Closes the list, for example because another record is shown in the field.
    pub const fn close(&mut self) {
        self.is_open = false;
        self.chosen = None;
    }

    /// Opens the list before anything is typed.
    pub const fn open(&mut self) {
        self.is_open = true;
        self.chosen = None;
    }

    /// Whether a key belongs to the list, before anything else that takes keys of the field.
    pub const fn takes(&self, key: Key) -> bool {
        let is_shown = self.is_open && self.rows > 0;
        match key {
            Key::Escape | Key::ArrowUp | Key::ArrowDown => is_shown,
            Key::Enter | Key::Tab => is_shown && self.chosen.is_some(),
            _ => false,
        }
    }

    /// Shows a field and, where there is something to suggest, the list.
    ///
    /// `id` is the field's, `suggest` makes the suggestions of a text, and `show` shows the field, a
    /// `TextEdit` of one line with that id. The list takes its keys before the field sees them.
    pub fn show(
        &mut self,
        ui: &mut Ui,
        id: Id,
        text: &mut String,
        suggest: impl Fn(&str) -> Suggestions,
        show: impl FnOnce(&mut Ui, &mut String) -> Response,
    ) -> Completed {
        self.show_clear(ui, id, text, suggest, show, &|_| 0)
    }

    /// Shows a field and the list, which lies where it covers least: `covers` says how much of what is spoken
    /// of lies in an area of the window.
    pub fn show_clear(
        &mut self,
        ui: &mut Ui,
        id: Id,
        text: &mut String,
        suggest: impl Fn(&str) -> Suggestions,
        show: impl FnOnce(&mut Ui, &mut String) -> Response,
        covers: &dyn Fn(Rect) -> usize,
    ) -> Completed {
        let has_focus = ui.memory(|memory| memory.has_focus(id));
        let mut suggestions = if has_focus { suggest(text) } else { Suggestions::default() };
        let presses = if has_focus { self.take_keys(ui, &suggestions) } else { Presses::default() };
        let response = show(ui, text);
        if response.changed() {
            suggestions = suggest(text);
            self.is_open = true;
            self.chosen = suggestions.first_chosen();
        }
        self.rows = suggestions.rows.len();
        let taken = presses.taken.or_else(|| self.show_list(ui, &response, &suggestions, covers));
        if taken.is_some() || !response.has_focus() {
            self.close();
        }
        Completed {
            response,
            taken: taken.and_then(|index| suggestions.rows.into_iter().nth(index)),
            has_closed_list: presses.has_closed,
        }
    }

    fn take_keys(&mut self, ui: &Ui, suggestions: &Suggestions) -> Presses {
        let mut presses = Presses::default();
        let Some(last) = suggestions.rows.len().checked_sub(1) else { return presses };
        if !self.is_open && suggestions.leaves_enter {
            return presses;
        }
        let pressed = |key| take_plain_presses(ui, key);
        let (down, up) = (pressed(Key::ArrowDown), pressed(Key::ArrowUp));
        if !self.is_open {
            self.is_open = down > 0;
            self.chosen = (down > 0).then_some(0);
            return presses;
        }
        for _ in 0..down {
            self.chosen = Some(self.chosen.map_or(0, |chosen| (chosen + 1).min(last)));
        }
        for _ in 0..up {
            self.chosen = self.chosen.and_then(|chosen| chosen.checked_sub(1));
        }
        if pressed(Key::Escape) > 0 {
            self.close();
            presses.has_closed = true;
        } else if let Some(chosen) = self.chosen
            && pressed(Key::Enter) + pressed(Key::Tab) > 0
        {
            presses.taken = Some(chosen.min(last));
        } else if suggestions.leaves_enter && pressed(Key::Tab) > 0 {
            presses.taken = Some(0);
        }
        presses
    }

    /// Shows the list; returns the index of the row that was clicked.
    fn show_list(
        &mut self,
        ui: &Ui,
        field: &Response,
        suggestions: &Suggestions,
        covers: &dyn Fn(Rect) -> usize,
    ) -> Option<usize> {
        // A click on a row takes the focus from the field in the frame in which it ends.
        let is_near = field.has_focus() || field.lost_focus();
        if !self.is_open || !is_near || suggestions.rows.is_empty() {
            return None;
        }
        // Else Tab and Escape would leave the field before the list gets them.
        let keys = EventFilter {
            tab: self.chosen.is_some(),
            escape: true,
            horizontal_arrows: true,
            vertical_arrows: true,
        };
        ui.memory_mut(|memory| memory.set_focus_lock_filter(field.id, keys));
        list::show(ui, field, &suggestions.rows, self.chosen, covers)
    }
}

#[cfg(test)]
mod tests;
