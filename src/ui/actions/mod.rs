//! The one closed list of things a person can do: it feeds the menus, the command palette, the
//! shortcuts window and the table in the README.

pub mod arrange;
pub mod arrange_entries;
pub mod availability;
pub mod entries;
pub mod layout_entries;
pub mod layout_names;
pub mod shortcuts;

use egui::KeyboardShortcut;

/// A thing a person can do from a menu, the palette or the keyboard.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Action {
    /// Start a new map.
    New,
    /// Open a map from a file.
    Open,
    /// Save the map to its file.
    Save,
    /// Save the map to another file.
    SaveAs,
    /// Export the map as a figure.
    Export,
    /// Leave the app.
    Quit,
    /// Take the last step back.
    Undo,
    /// Do the last step again.
    Redo,
    /// Copy what is selected, and delete it.
    Cut,
    /// Copy the selected nations with the ties between them.
    Copy,
    /// Add what is on the clipboard.
    Paste,
    /// Rename the selected nation or tie in place.
    Rename,
    /// Duplicate what is selected.
    Duplicate,
    /// Delete what is selected.
    Delete,
    /// Select every nation and tie.
    SelectAll,
    /// Select nothing, leave a tool, close what is open.
    Cancel,
    /// Select everything that isn't selected, and nothing that is.
    InvertSelection,
    /// Select the nations one tie or membership away as well.
    SelectNeighbours,
    /// Select the ties between the selected nations as well.
    SelectTiesWithin,
    /// Select all ties of the selected ones' kinds, and all nations of the selected ones' types.
    SelectSameKind,
    /// Copy the figure as a picture.
    CopyPicture,
    /// Find a nation or a tie.
    Find,
    /// Show more detail.
    ZoomIn,
    /// Show more of the map.
    ZoomOut,
    /// Show the map at 100 %.
    ZoomReset,
    /// Show the whole map.
    Fit,
    /// Show what is selected.
    FitSelection,
    /// Show the selection alone, with what is around it.
    FocusSelection,
    /// Show more around what is in focus.
    WidenFocus,
    /// Show less around what is in focus.
    NarrowFocus,
    /// Hide what is selected.
    HideSelection,
    /// Show what was hidden, and leave the focus.
    ShowAll,
    /// Show or hide the side panel.
    TogglePanel,
    /// Show or hide the overview.
    ToggleOverview,
    /// Show the tab of what is selected.
    ShowSelection,
    /// Show the tab of the map, its kinds and sources.
    ShowMap,
    /// Show the tab that lists all nations and ties.
    ShowList,
    /// Show the tab of how the map is shown.
    ShowLook,
    /// Show the tab of the layout and its quality.
    ShowLayout,
    /// Show the tab of what of the map is shown.
    ShowFilter,
    /// Switch the filter off, or on again.
    ToggleFilter,
    /// Follow the system's light or dark theme.
    ThemeSystem,
    /// Use the light theme.
    ThemeLight,
    /// Use the dark theme.
    ThemeDark,
    /// Show changes of place as motion, or at once.
    ToggleMotion,
    /// Move and select with the pointer.
    ToolSelect,
    /// Select what lies in a line drawn by hand.
    ToolLasso,
    /// Add nations by clicking.
    ToolNation,
    /// Draw ties by dragging.
    ToolTie,
    /// Pan by dragging.
    ToolPan,
    /// Add a nation in the middle of the view.
    AddNation,
    /// Draw a tie from the selected nation.
    DrawTie,
    /// Pin or unpin what is selected.
    TogglePin,
    /// Line up what is dragged with others, or not.
    SnapToOthers,
    /// Bring nations in line with the leftmost.
    AlignLeft,
    /// Bring nations onto an upright line.
    AlignCenter,
    /// Bring nations in line with the rightmost.
    AlignRight,
    /// Bring nations in line with the topmost.
    AlignTop,
    /// Bring nations onto a level line.
    AlignMiddle,
    /// Bring nations in line with the lowest.
    AlignBottom,
    /// Make gaps equal from left to right.
    DistributeHorizontally,
    /// Make gaps equal from top to bottom.
    DistributeVertically,
    /// Put what is left to the right.
    MirrorLeftRight,
    /// Put what is on top to the bottom.
    MirrorTopBottom,
    /// Turn nations against the clock.
    TurnLeft,
    /// Turn nations with the clock.
    TurnRight,
    /// Move nations away from their middle.
    Spread,
    /// Move nations towards their middle.
    DrawTogether,
    /// Lay out the selected nations alone.
    LayOutSelection,
    /// Unpin every nation.
    UnpinAll,
    /// Lay the map out.
    RunLayout,
    /// Stop a layout that is running.
    StopLayout,
    /// Lay the map out by forces.
    LayOutByForces,
    /// Lay the map out in a circle.
    LayOutInCircle,
    /// Lay the map out in rings.
    LayOutInRings,
    /// Lay the map out in layers.
    LayOutInLayers,
    /// Lay the map out in a grid.
    LayOutInGrid,
    /// Lay the map out in blocs.
    LayOutInBlocs,
    /// Open the command palette.
    Palette,
    /// List the shortcuts.
    Shortcuts,
    /// Say what this app is.
    About,
}

/// The menu in which an action stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Menu {
    /// Files and leaving.
    File,
    /// Steps and the selection.
    Edit,
    /// What the window shows.
    View,
    /// What the map holds.
    Map,
    /// Where the selected nations lie.
    Arrange,
    /// Where the nations lie.
    Layout,
    /// How to go on.
    Help,
}

impl Menu {
    /// Every menu, from left to right.
    pub const ALL: [Self; 7] =
        [Self::File, Self::Edit, Self::View, Self::Map, Self::Arrange, Self::Layout, Self::Help];

    /// What the menu bar calls it.
    pub const fn name(self) -> &'static str {
        match self {
            Self::File => "File",
            Self::Edit => "Edit",
            Self::View => "View",
            Self::Map => "Map",
            Self::Arrange => "Arrange",
            Self::Layout => "Layout",
            Self::Help => "Help",
        }
    }
}

/// What there is to say of an action.
#[derive(Clone, Copy, Debug)]
pub struct Entry {
    /// Its name, in sentence case and verb first.
    pub name: &'static str,
    /// What it does, in a sentence.
    pub tooltip: &'static str,
    /// Its icon from the icon font.
    pub icon: &'static str,
    /// Where it stands.
    pub menu: Menu,
    /// The keys that do it, the first being the one shown.
    pub keys: &'static [KeyboardShortcut],
}

impl Action {
    /// Every action, in the order of the menus.
    pub const ALL: [Self; 81] = [
        Self::New,
        Self::Open,
        Self::Save,
        Self::SaveAs,
        Self::Export,
        Self::Quit,
        Self::Undo,
        Self::Redo,
        Self::Cut,
        Self::Copy,
        Self::CopyPicture,
        Self::Paste,
        Self::Rename,
        Self::Duplicate,
        Self::Delete,
        Self::SelectAll,
        Self::Cancel,
        Self::InvertSelection,
        Self::SelectNeighbours,
        Self::SelectTiesWithin,
        Self::SelectSameKind,
        Self::Find,
        Self::ZoomIn,
        Self::ZoomOut,
        Self::ZoomReset,
        Self::Fit,
        Self::FitSelection,
        Self::FocusSelection,
        Self::WidenFocus,
        Self::NarrowFocus,
        Self::HideSelection,
        Self::ShowAll,
        Self::TogglePanel,
        Self::ToggleOverview,
        Self::ShowSelection,
        Self::ShowMap,
        Self::ShowList,
        Self::ShowLook,
        Self::ShowLayout,
        Self::ShowFilter,
        Self::ToggleFilter,
        Self::ThemeSystem,
        Self::ThemeLight,
        Self::ThemeDark,
        Self::ToggleMotion,
        Self::ToolSelect,
        Self::ToolLasso,
        Self::ToolNation,
        Self::ToolTie,
        Self::ToolPan,
        Self::AddNation,
        Self::DrawTie,
        Self::TogglePin,
        Self::SnapToOthers,
        Self::AlignLeft,
        Self::AlignCenter,
        Self::AlignRight,
        Self::AlignTop,
        Self::AlignMiddle,
        Self::AlignBottom,
        Self::DistributeHorizontally,
        Self::DistributeVertically,
        Self::MirrorLeftRight,
        Self::MirrorTopBottom,
        Self::TurnLeft,
        Self::TurnRight,
        Self::Spread,
        Self::DrawTogether,
        Self::LayOutSelection,
        Self::UnpinAll,
        Self::RunLayout,
        Self::StopLayout,
        Self::LayOutByForces,
        Self::LayOutInCircle,
        Self::LayOutInRings,
        Self::LayOutInLayers,
        Self::LayOutInGrid,
        Self::LayOutInBlocs,
        Self::Palette,
        Self::Shortcuts,
        Self::About,
    ];
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::{BTreeSet, HashMap};

    #[test]
    fn every_action_is_listed_once_and_named_once() {
        let set: BTreeSet<Action> = Action::ALL.into_iter().collect();
        assert_eq!(set.len(), Action::ALL.len());
        assert_eq!(Action::About as usize + 1, Action::ALL.len(), "an action is missing in ALL");
        let names: BTreeSet<&str> = Action::ALL.iter().map(|a| a.entry().name).collect();
        assert_eq!(names.len(), Action::ALL.len());
    }

    #[test]
    fn no_shortcut_does_two_things() {
        let mut seen = HashMap::new();
        for action in Action::ALL {
            for keys in action.entry().keys {
                let other = seen.insert(format!("{keys:?}"), action);
                assert_eq!(other, None, "{keys:?} is taken by {other:?} and {action:?}");
            }
        }
    }
}
