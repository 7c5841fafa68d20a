//! Which actions are possible now, which are on, and what the menus call them: pure functions from
//! the state, so that menus, palette and shortcuts agree.

use super::Action;
use super::arrange::{arrange_of, least_nations, placed_nations};
use super::layout_names::kind_of;
use crate::edit::Target;
use crate::ui::settings::ThemeChoice;
use crate::ui::state::{LayoutState, State, Tool};

/// Whether an action would do something now. Menus and palette show it as such, and its shortcut does
/// nothing otherwise.
pub fn enabled(action: Action, state: &State) -> bool {
    let nations = state.map().nations();
    let running = matches!(state.layout, LayoutState::Running { .. });
    match action {
        Action::Save => state.path.is_none() || state.history.is_unsaved(),
        Action::Undo => state.history.undo_name().is_some(),
        Action::Redo => state.history.redo_name().is_some(),
        Action::Rename => state.only_selected().is_some(),
        Action::Cut
        | Action::Copy
        | Action::Duplicate
        | Action::Delete
        | Action::SelectNeighbours
        | Action::SelectSameKind
        | Action::FitSelection
        | Action::FocusSelection
        | Action::HideSelection => !state.selection.is_empty(),
        Action::WidenFocus => state.visible.view().focus.is_some(),
        Action::NarrowFocus => state.visible.view().focus.as_ref().is_some_and(|f| f.steps > 0),
        Action::ShowAll => !state.visible.view().is_idle(),
        Action::ToggleFilter => state.map().filter().has_conditions(),
        Action::Cancel => !state.selection.is_empty() || state.tool != Tool::Select,
        Action::TogglePin | Action::SelectTiesWithin => state.selected_nations().next().is_some(),
        Action::UnpinAll => nations.iter().any(|(_, nation)| nation.pinned),
        Action::Export
        | Action::CopyPicture
        | Action::SelectAll
        | Action::InvertSelection
        | Action::Find
        | Action::Fit => !nations.is_empty(),
        Action::DrawTie => nations.len() >= 2,
        action if let Some(how) = arrange_of(action) => placed_nations(state) >= least_nations(how),
        Action::LayOutSelection => state.selected_nations().nth(1).is_some() && !running,
        action if action == Action::RunLayout || kind_of(action).is_some() => {
            !nations.is_empty() && !running
        }
        Action::StopLayout => running,
        _ => true,
    }
}

/// Whether an action that stands for a state is on; `None` for actions that do something once.
pub fn checked(action: Action, state: &State) -> Option<bool> {
    let settings = &state.settings;
    match action {
        Action::TogglePanel => Some(settings.panel_open),
        Action::ToggleOverview => Some(settings.overview),
        Action::ToggleMotion => Some(settings.motion),
        Action::ThemeSystem => Some(settings.theme == ThemeChoice::System),
        Action::ThemeLight => Some(settings.theme == ThemeChoice::Light),
        Action::ThemeDark => Some(settings.theme == ThemeChoice::Dark),
        Action::ToolSelect => Some(state.tool == Tool::Select),
        Action::ToolLasso => Some(state.tool == Tool::Lasso),
        Action::ToolNation => Some(state.tool == Tool::Nation),
        Action::ToolTie => Some(state.tool == Tool::Tie),
        Action::ToolPan => Some(state.tool == Tool::Pan),
        Action::TogglePin => Some(pinned(state)),
        Action::SnapToOthers => Some(settings.snap),
        Action::ToggleFilter => Some(!state.map().filter().is_idle()),
        action => kind_of(action).map(|kind| kind == state.layout_settings.kind),
    }
}

/// Whether every selected nation is pinned, and there is one.
fn pinned(state: &State) -> bool {
    let nation = |target: &Target| match *target {
        Target::Nation(id) => state.map().nations().get(id),
        Target::Tie(_) => None,
    };
    let mut selected = state.selection.iter().filter_map(nation).peekable();
    selected.peek().is_some() && selected.all(|nation| nation.pinned)
}

/// What the menus call an action now: undo and redo name their step.
pub fn title(action: Action, state: &State) -> String {
    let name = action.entry().name;
    let step = match action {
        Action::Undo => state.history.undo_name(),
        Action::Redo => state.history.redo_name(),
        _ => None,
    };
    step.map_or_else(|| name.to_owned(), |step| format!("{name} {step}"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::edit::{Command, History, Placement};
    use crate::model::{Map, Point};
    use crate::ui::Settings;
    use crate::ui::test_example::{example, japan};
    use std::path::PathBuf;

    #[test]
    fn an_empty_map_has_little_to_act_on() {
        let state = State::new(History::of_saved(Map::empty()), None, Settings::default());
        let off: Vec<Action> = Action::ALL.into_iter().filter(|a| !enabled(*a, &state)).collect();
        use Action::*;
        let expected = [
            Export,
            Undo,
            Redo,
            Cut,
            Copy,
            CopyPicture,
            Rename,
            Duplicate,
            Delete,
            SelectAll,
            Cancel,
            InvertSelection,
            SelectNeighbours,
            SelectTiesWithin,
            SelectSameKind,
            Find,
            Fit,
            FitSelection,
            FocusSelection,
            WidenFocus,
            NarrowFocus,
            HideSelection,
            ShowAll,
            ToggleFilter,
            DrawTie,
            TogglePin,
            AlignLeft,
            AlignCenter,
            AlignRight,
            AlignTop,
            AlignMiddle,
            AlignBottom,
            DistributeHorizontally,
            DistributeVertically,
            MirrorLeftRight,
            MirrorTopBottom,
            TurnLeft,
            TurnRight,
            Spread,
            DrawTogether,
            LayOutSelection,
            UnpinAll,
            RunLayout,
            StopLayout,
            LayOutByForces,
            LayOutInCircle,
            LayOutInRings,
            LayOutInLayers,
            LayOutInGrid,
            LayOutInBlocs,
        ];
        assert_eq!(off, expected);
    }

    #[test]
    fn undo_names_its_step() {
        let mut state = example();
        assert_eq!(title(Action::Undo, &state), "Undo");
        let places =
            vec![(japan(), Placement { position: Some(Point::new(9.0, 9.0)), pinned: true })];
        state.history.perform("Move Japan", Command::Placements(places)).expect("it fits");
        assert_eq!(title(Action::Undo, &state), "Undo Move Japan");
        assert!(enabled(Action::Undo, &state) && !enabled(Action::Redo, &state));
        state.history.undo();
        assert_eq!(title(Action::Redo, &state), "Redo Move Japan");
    }

    #[test]
    fn saving_needs_something_to_save() {
        let mut state = example();
        assert!(enabled(Action::Save, &state), "a map with no file can be saved");
        state.path = Some(PathBuf::from("/maps/a.entente.json"));
        assert!(!enabled(Action::Save, &state));
    }

    #[test]
    fn a_running_layout_can_only_be_stopped() {
        let mut state = example();
        state.layout = LayoutState::Running { progress: 0.4 };
        assert!(enabled(Action::StopLayout, &state) && !enabled(Action::RunLayout, &state));
    }

    #[test]
    fn states_show_whether_they_are_on() {
        let mut state = example();
        assert_eq!(checked(Action::ThemeSystem, &state), Some(true));
        assert_eq!(checked(Action::ThemeDark, &state), Some(false));
        assert_eq!(checked(Action::TogglePin, &state), Some(false));
        state.selection.insert(Target::Nation(japan()));
        assert_eq!(checked(Action::TogglePin, &state), Some(false));
        assert_eq!(checked(Action::Save, &state), None);
        assert_eq!(checked(Action::LayOutByForces, &state), Some(true));
        assert_eq!(checked(Action::LayOutInGrid, &state), Some(false));
    }
}
