//! Arranging the selected nations as one step of editing, for the menu and for the panel.

use crate::edit::{self, Arrange, Axis, Command, Line};
use crate::ui::state::{State, count_in_words};

/// How many of the selected nations have a position.
pub fn placed_nations(state: &State) -> usize {
    let nations = state.map().nations();
    let placed = |id: &_| nations.get(*id).is_some_and(|nation| nation.position.is_some());
    state.selected_nations().filter(placed).count()
}

/// The step that arranges the selected nations, with its name; none where nothing would move.
pub fn arrange_step(state: &State, how: Arrange) -> Option<(String, Command)> {
    let nations: Vec<_> = state.selected_nations().collect();
    let command = edit::arrange(state.map(), &nations, how)?;
    let (verb, way) = step_name(how);
    Some((format!("{verb} {}{way}", count_in_words(nations.len(), 0)), command))
}

/// What stands before and after the nations in the name of the step.
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
