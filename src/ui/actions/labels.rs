//! What the window writes of an action: its name now, its keys and its tooltip.

use egui::Context;

use super::Action;
use crate::ui::state::State;

/// What menus call an action now: undo and redo name their step.
pub fn title(action: Action, state: &State) -> String {
    let name = action.entry().name;
    let step = match action {
        Action::Undo => state.history.undo_name(),
        Action::Redo => state.history.redo_name(),
        _ => None,
    };
    step.map_or_else(|| name.to_owned(), |step| format!("{name} {step}"))
}

/// The keys of an action as this system writes them; empty where it has none.
pub fn shortcut_text(ctx: &Context, action: Action) -> String {
    action.entry().keys.first().map_or_else(String::new, |keys| ctx.format_shortcut(keys))
}

/// What an action does, with its keys: `Show the whole map (F)`.
pub fn tooltip(ctx: &Context, action: Action) -> String {
    let text = action.entry().help;
    match shortcut_text(ctx, action) {
        keys if keys.is_empty() => text.to_owned(),
        keys => format!("{text} ({keys})"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::edit::{Command, Placement};
    use crate::model::Point;
    use crate::ui::test_example::{example, japan};

    #[test]
    fn undo_names_its_step() {
        let mut state = example();
        assert_eq!(title(Action::Undo, &state), "Undo");
        let places =
            vec![(japan(), Placement { position: Some(Point::new(9.0, 9.0)), pinned: true })];
        state.history.perform("Move Japan", Command::Placements(places)).expect("it fits");
        assert_eq!(title(Action::Undo, &state), "Undo Move Japan");
        assert!(Action::Undo.is_enabled(&state) && !Action::Redo.is_enabled(&state));
        state.history.undo();
        assert_eq!(title(Action::Redo, &state), "Redo Move Japan");
    }
}
