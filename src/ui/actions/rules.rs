//! When actions are possible, and which are on: pure functions of the state, which the table of
//! actions names, so that menus, palette and shortcuts agree.

use super::arrange::arrangeable;
use crate::analysis::pacts::stands_for_ties;
use crate::model::NationType;
use crate::scene::MatrixSort;
use crate::scene::figure::View;
use crate::tasks::LayoutKind;
use crate::ui::settings::ThemeChoice;
use crate::ui::state::{LayoutState, Report, State, Tab, Tool};

// When an action is possible.

pub(super) fn can_save(state: &State) -> bool {
    state.path.is_none() || state.history.is_unsaved()
}

/// Whether the map has a file.
pub(super) fn has_file(state: &State) -> bool {
    state.path.is_some()
}

pub(super) fn can_undo(state: &State) -> bool {
    state.history.undo_name().is_some()
}

pub(super) fn can_redo(state: &State) -> bool {
    state.history.redo_name().is_some()
}

pub(super) fn has_steps(state: &State) -> bool {
    can_undo(state) || can_redo(state)
}

/// Whether there is unsaved work of a window that ended.
pub(super) fn has_left(state: &State) -> bool {
    !state.left.is_empty()
}

pub(super) fn has_selection(state: &State) -> bool {
    !state.selection.is_empty()
}

/// Whether a nation or a tie is selected; text notes have no neighbours and are never hidden.
pub(super) fn has_selected_mark(state: &State) -> bool {
    state.selection.iter().any(|target| target.note().is_none())
}

pub(super) fn has_one_selected(state: &State) -> bool {
    state.only_selected().is_some()
}

/// Whether the one nation selected is an organisation, or a group that may have members.
pub(super) fn has_organisation_selected(state: &State) -> bool {
    let only = state.only_selected().and_then(|target| target.nation());
    let nation = only.and_then(|id| state.map().nations().get(id));
    nation.is_some_and(|nation| nation.nation_type != NationType::State)
}

pub(super) fn has_selected_nation(state: &State) -> bool {
    state.selected_nations().next().is_some()
}

/// Whether there is a selection to clear or a tool to leave.
pub(super) fn can_cancel(state: &State) -> bool {
    has_selection(state) || state.tool != Tool::Select
}

/// Whether the map has at least so many nations.
pub(super) fn has_nations(state: &State, count: usize) -> bool {
    state.map().nations().len() >= count
}

/// Whether the map has a nation or a text note, without which it has no tie either.
pub(super) fn has_anything(state: &State) -> bool {
    has_nations(state, 1) || !state.map().text_notes().is_empty()
}

/// Whether there are as many ties as the smallest pact of many has.
pub(super) fn has_enough_ties(state: &State) -> bool {
    const OF_THREE_NATIONS: usize = 3;
    state.map().ties().len() >= OF_THREE_NATIONS
}

/// Whether an organisation stands for ties between its members.
pub(super) fn has_organisation_of_ties(state: &State) -> bool {
    let map = state.map();
    map.nations().iter().any(|(_, nation)| stands_for_ties(map, nation))
}

pub(super) fn has_pinned_nation(state: &State) -> bool {
    state.map().nations().iter().any(|(_, nation)| nation.pinned)
}

pub(super) fn has_place_by_hand(state: &State) -> bool {
    state.reset_places().is_some()
}

/// Whether something was read that there is a report on.
pub(super) fn has_report(state: &State) -> bool {
    state.report != Report::default()
}

pub(super) fn has_focus(state: &State) -> bool {
    state.visible.view().focus.is_some()
}

pub(super) fn can_narrow_focus(state: &State) -> bool {
    state.visible.view().focus.as_ref().is_some_and(|focus| focus.steps > 0)
}

/// Whether something is hidden by hand, or a focus hides the rest.
pub(super) fn hides_something(state: &State) -> bool {
    !state.visible.view().is_idle()
}

pub(super) fn has_filter(state: &State) -> bool {
    state.map().filter().has_conditions()
}

/// Whether at least so many of the selected nations and notes have a position.
pub(super) fn can_arrange(state: &State, count: usize) -> bool {
    arrangeable(state) >= count
}

pub(super) fn can_lay_out(state: &State) -> bool {
    has_nations(state, 1) && !is_layout_running(state)
}

pub(super) fn can_lay_out_selection(state: &State) -> bool {
    state.selected_nations().nth(1).is_some() && !is_layout_running(state)
}

pub(super) const fn is_layout_running(state: &State) -> bool {
    matches!(state.layout, LayoutState::Running { .. })
}

// Whether what an action stands for is on.

pub(super) fn shows_matrix(state: &State) -> bool {
    state.view == View::Matrix
}

pub(super) fn sorts_by_name(state: &State) -> bool {
    state.matrix_sort == MatrixSort::Name
}

pub(super) const fn shows_panel(state: &State) -> bool {
    state.settings.panel_open
}

pub(super) fn shows_wide_list(state: &State) -> bool {
    state.settings.panel_open && state.tab == Tab::List && state.settings.wide_list
}

pub(super) const fn shows_overview(state: &State) -> bool {
    state.settings.overview
}

pub(super) const fn shows_motion(state: &State) -> bool {
    state.settings.motion
}

pub(super) const fn snaps_to_others(state: &State) -> bool {
    state.settings.snap
}

pub(super) fn uses_theme(state: &State, theme: ThemeChoice) -> bool {
    state.settings.theme == theme
}

pub(super) fn uses_tool(state: &State, tool: Tool) -> bool {
    state.tool == tool
}

pub(super) fn uses_filter(state: &State) -> bool {
    !state.map().filter().is_idle()
}

pub(super) fn uses_layout(state: &State, kind: LayoutKind) -> bool {
    state.layout_settings.kind == kind
}

/// Whether every selected nation is pinned, and there is one.
pub(super) fn is_selection_pinned(state: &State) -> bool {
    let nations = state.map().nations();
    let mut selected = state.selected_nations().filter_map(|id| nations.get(id)).peekable();
    selected.peek().is_some() && selected.all(|nation| nation.pinned)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::edit::{self, Target};
    use crate::model::Map;
    use crate::ui::Settings;
    use crate::ui::actions::Action;
    use crate::ui::test_example::{example, japan};
    use std::path::PathBuf;

    #[test]
    fn an_empty_map_has_little_to_act_on() {
        let state = State::new(edit::History::of_saved(Map::empty()), None, Settings::default());
        let off: Vec<Action> = Action::ALL.into_iter().filter(|a| !a.is_enabled(&state)).collect();
        use Action::*;
        let expected = [
            Action::Report,
            Recover,
            Versions,
            Export,
            ExportData,
            Undo,
            Redo,
            Action::History,
            Cut,
            Copy,
            CopyText,
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
            SortMatrixByName,
            ToggleFilter,
            DrawTie,
            AddMembers,
            FindPacts,
            ExpandPacts,
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
            ResetPlaces,
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
    fn saving_needs_something_to_save() {
        let mut state = example();
        assert!(Action::Save.is_enabled(&state), "a map with no file can be saved");
        state.path = Some(PathBuf::from("/maps/a.entente.json"));
        assert!(!Action::Save.is_enabled(&state));
    }

    #[test]
    fn a_running_layout_can_only_be_stopped() {
        let mut state = example();
        state.layout = LayoutState::Running { progress: 0.4 };
        assert!(Action::StopLayout.is_enabled(&state) && !Action::RunLayout.is_enabled(&state));
    }

    #[test]
    fn states_show_whether_they_are_on() {
        let mut state = example();
        assert_eq!(Action::ThemeSystem.is_on(&state), Some(true));
        assert_eq!(Action::ThemeDark.is_on(&state), Some(false));
        assert_eq!(Action::TogglePin.is_on(&state), Some(false));
        state.selection.insert(Target::Nation(japan()));
        assert_eq!(Action::TogglePin.is_on(&state), Some(false));
        assert_eq!(Action::Save.is_on(&state), None);
        assert_eq!(Action::LayOutByForces.is_on(&state), Some(true));
        assert_eq!(Action::LayOutInGrid.is_on(&state), Some(false));
    }
}
