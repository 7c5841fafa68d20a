//! What the text fields that lie over the map have in common: where they lie, and how they are left.

use egui::{Align2, Area, Event, Id, Key, Order, Pos2, Ui};

use super::escape_key;
use crate::ui::canvas::viewport::Viewport;
use crate::ui::intent::Intent;

/// A text field over the map, while it is open.
pub struct InPlaceField<F> {
    open: Option<OpenField<F>>,
}

struct OpenField<F> {
    field: F,
    /// Whether the field has had its first frame, in which it takes the keyboard's focus.
    has_begun: bool,
}

impl<F> Default for InPlaceField<F> {
    fn default() -> Self {
        Self { open: None }
    }
}

impl<F> InPlaceField<F> {
    /// Opens a field in place of any other; without one, closes it.
    pub fn open(&mut self, field: Option<F>) {
        self.open = field.map(|field| OpenField { field, has_begun: false });
    }

    /// Closes the field without a change; returns whether it was open.
    pub fn cancel(&mut self) -> bool {
        self.open.take().is_some()
    }

    /// The field, if it is open.
    pub fn get(&self) -> Option<&F> {
        self.open.as_ref().map(|open| &open.field)
    }

    /// Whether the field is open.
    pub const fn is_open(&self) -> bool {
        self.open.is_some()
    }

    /// Shows the field, if it is open, until `show` says that it is left. That is told whether this is the
    /// first frame. Escape leaves the field alone, and keeps the selection.
    pub fn show(
        &mut self,
        ui: &Ui,
        out: &mut Vec<Intent>,
        show: impl FnOnce(&mut F, bool, &mut Vec<Intent>) -> bool,
    ) {
        let Some(open) = &mut self.open else { return };
        let is_first = !std::mem::replace(&mut open.has_begun, true);
        if !show(&mut open.field, is_first, out) {
            self.open = None;
            if escape_key::was_pressed(ui) {
                escape_key::keep_selection(out);
            }
        }
    }
}

/// The area of a field, above all of the map, with a point of it at a point of the screen.
pub fn area(id: Id, viewport: &Viewport, pivot: Align2, at: Pos2) -> Area {
    Area::new(id.with("area"))
        .order(Order::Foreground)
        .pivot(pivot)
        .fixed_pos(at)
        .constrain_to(viewport.canvas)
}

/// Whether Shift was held when a key was pressed in this frame; `None` where it wasn't pressed. In a frame
/// that took long, Shift may have been let go since.
pub fn shift_at_press(ui: &Ui, wanted: Key) -> Option<bool> {
    let shift = |event: &Event| match event {
        Event::Key { key, pressed: true, modifiers, .. } if *key == wanted => Some(modifiers.shift),
        _ => None,
    };
    ui.input(|input| input.events.iter().find_map(shift))
}
