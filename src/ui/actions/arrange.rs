//! Arranging the selected nations and notes as one step of editing, for the menu and for the panel.

use crate::edit::{self, Arrange, Axis, Command, Line};
use crate::ui::state::{State, counts_in_words};

/// How many of the selected nations and notes have a position, as every note has.
pub fn arrangeable(state: &State) -> usize {
    let nations = state.map().nations();
    let placed = |id: &_| nations.get(*id).is_some_and(|nation| nation.position.is_some());
    state.selected_nations().filter(placed).count() + state.selected_notes().count()
}

/// The step that arranges the selected nations and notes, with its name; none where nothing would move.
pub fn arrange_step(state: &State, how: Arrange) -> Option<(String, Command)> {
    let command = edit::arrange(state.map(), &state.selection, how)?;
    let (verb, way) = step_name(how);
    let (nations, notes) = (state.selected_nations().count(), state.selected_notes().count());
    Some((format!("{verb} {}{way}", counts_in_words(nations, 0, notes)), command))
}

/// What stands before and after the nations and notes in the name of the step.
const fn step_name(how: Arrange) -> (&'static str, &'static str) {
    match how {
        Arrange::Align(Line::Left) => ("Align", " left"),
        Arrange::Align(Line::Center) => ("Align", " by their centre"),
        Arrange::Align(Line::Right) => ("Align", " right"),
        Arrange::Align(Line::Top) => ("Align", " at the top"),
        Arrange::Align(Line::Middle) => ("Align", " by their middle"),
        Arrange::Align(Line::Bottom) => ("Align", " at the bottom"),
        Arrange::Distribute(Axis::Horizontal) => ("Distribute", " horizontally"),
        Arrange::Distribute(Axis::Vertical) => ("Distribute", " vertically"),
        Arrange::Mirror(Axis::Horizontal) => ("Mirror", " left–right"),
        Arrange::Mirror(Axis::Vertical) => ("Mirror", " top–bottom"),
        Arrange::Turn { .. } => ("Turn", ""),
        Arrange::Spread { factor } if factor < 1.0 => ("Draw", " together"),
        Arrange::Spread { .. } => ("Spread", ""),
    }
}
