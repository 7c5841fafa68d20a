//! The one closed list of things a person can do: it feeds the menus, the command palette, the
//! shortcuts window and the table in the README.

use egui::{Key, KeyboardShortcut, Modifiers};
use egui_phosphor::regular as icon;

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
    /// Show or hide the side panel.
    TogglePanel,
    /// Show the tab of what is selected.
    ShowSelection,
    /// Show the tab of the map, its kinds and sources.
    ShowMap,
    /// Show the tab that lists all nations and ties.
    ShowList,
    /// Follow the system's light or dark theme.
    ThemeSystem,
    /// Use the light theme.
    ThemeLight,
    /// Use the dark theme.
    ThemeDark,
    /// Move and select with the pointer.
    ToolSelect,
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
    /// Unpin every nation.
    UnpinAll,
    /// Lay the map out.
    RunLayout,
    /// Stop a layout that is running.
    StopLayout,
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
    /// Where the nations lie.
    Layout,
    /// How to go on.
    Help,
}

impl Menu {
    /// Every menu, from left to right.
    pub const ALL: [Self; 6] =
        [Self::File, Self::Edit, Self::View, Self::Map, Self::Layout, Self::Help];

    /// What the menu bar calls it.
    pub const fn name(self) -> &'static str {
        match self {
            Self::File => "File",
            Self::Edit => "Edit",
            Self::View => "View",
            Self::Map => "Map",
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

const fn key(key: Key) -> KeyboardShortcut {
    KeyboardShortcut::new(Modifiers::NONE, key)
}

const fn ctrl(key: Key) -> KeyboardShortcut {
    KeyboardShortcut::new(Modifiers::COMMAND, key)
}

const fn ctrl_shift(key: Key) -> KeyboardShortcut {
    KeyboardShortcut::new(Modifiers::COMMAND.plus(Modifiers::SHIFT), key)
}

const fn shift(key: Key) -> KeyboardShortcut {
    KeyboardShortcut::new(Modifiers::SHIFT, key)
}

impl Action {
    /// Every action, in the order of the menus.
    pub const ALL: [Self; 39] = [
        Self::New,
        Self::Open,
        Self::Save,
        Self::SaveAs,
        Self::Export,
        Self::Quit,
        Self::Undo,
        Self::Redo,
        Self::Rename,
        Self::Duplicate,
        Self::Delete,
        Self::SelectAll,
        Self::Cancel,
        Self::Find,
        Self::ZoomIn,
        Self::ZoomOut,
        Self::ZoomReset,
        Self::Fit,
        Self::FitSelection,
        Self::TogglePanel,
        Self::ShowSelection,
        Self::ShowMap,
        Self::ShowList,
        Self::ThemeSystem,
        Self::ThemeLight,
        Self::ThemeDark,
        Self::ToolSelect,
        Self::ToolNation,
        Self::ToolTie,
        Self::ToolPan,
        Self::AddNation,
        Self::DrawTie,
        Self::TogglePin,
        Self::UnpinAll,
        Self::RunLayout,
        Self::StopLayout,
        Self::Palette,
        Self::Shortcuts,
        Self::About,
    ];

    /// What there is to say of it.
    pub const fn entry(self) -> Entry {
        let (menu, name, icon, tooltip, keys): (_, _, _, _, &'static [KeyboardShortcut]) =
            match self {
                Self::New => (
                    Menu::File,
                    "New map",
                    icon::FILE_PLUS,
                    "Start with an empty map",
                    const { &[ctrl(Key::N)] },
                ),
                Self::Open => (
                    Menu::File,
                    "Open map…",
                    icon::FOLDER_OPEN,
                    "Open a map from a file",
                    const { &[ctrl(Key::O)] },
                ),
                Self::Save => (
                    Menu::File,
                    "Save",
                    icon::FLOPPY_DISK,
                    "Save the map to its file; the version before is kept beside it",
                    const { &[ctrl(Key::S)] },
                ),
                Self::SaveAs => (
                    Menu::File,
                    "Save as…",
                    icon::FLOPPY_DISK_BACK,
                    "Save the map to another file",
                    const { &[ctrl_shift(Key::S)] },
                ),
                Self::Export => (
                    Menu::File,
                    "Export figure…",
                    icon::EXPORT,
                    "Export the map as SVG, PNG or PDF",
                    const { &[ctrl(Key::E)] },
                ),
                Self::Quit => (
                    Menu::File,
                    "Quit",
                    icon::SIGN_OUT,
                    "Leave Entente; asks first when the map isn't saved",
                    const { &[ctrl(Key::Q)] },
                ),
                Self::Undo => (
                    Menu::Edit,
                    "Undo",
                    icon::ARROW_COUNTER_CLOCKWISE,
                    "Take the last step back",
                    const { &[ctrl(Key::Z)] },
                ),
                Self::Redo => (
                    Menu::Edit,
                    "Redo",
                    icon::ARROW_CLOCKWISE,
                    "Do the last step again",
                    const { &[ctrl_shift(Key::Z), ctrl(Key::Y)] },
                ),
                Self::Rename => (
                    Menu::Edit,
                    "Rename",
                    icon::TEXTBOX,
                    "Rename the selected nation, or label the selected tie, in place",
                    const { &[key(Key::F2)] },
                ),
                Self::Duplicate => (
                    Menu::Edit,
                    "Duplicate",
                    icon::COPY,
                    "Put a copy of what is selected beside it",
                    const { &[ctrl(Key::D)] },
                ),
                Self::Delete => (
                    Menu::Edit,
                    "Delete",
                    icon::TRASH,
                    "Delete what is selected, with the ties that can't be without it",
                    const { &[key(Key::Delete), key(Key::Backspace)] },
                ),
                Self::SelectAll => (
                    Menu::Edit,
                    "Select all",
                    icon::SELECTION_ALL,
                    "Select every nation and tie",
                    const { &[ctrl(Key::A)] },
                ),
                Self::Cancel => (
                    Menu::Edit,
                    "Select nothing",
                    icon::SELECTION_SLASH,
                    "Clear the selection, or leave the tool at hand",
                    const { &[key(Key::Escape)] },
                ),
                Self::Find => (
                    Menu::Edit,
                    "Find…",
                    icon::MAGNIFYING_GLASS,
                    "Find a nation or a tie and show it",
                    const { &[ctrl(Key::F)] },
                ),
                Self::ZoomIn => (
                    Menu::View,
                    "Zoom in",
                    icon::MAGNIFYING_GLASS_PLUS,
                    "Show more detail",
                    const { &[ctrl(Key::Plus), ctrl(Key::Equals), key(Key::Plus)] },
                ),
                Self::ZoomOut => (
                    Menu::View,
                    "Zoom out",
                    icon::MAGNIFYING_GLASS_MINUS,
                    "Show more of the map",
                    const { &[ctrl(Key::Minus), key(Key::Minus)] },
                ),
                Self::ZoomReset => (
                    Menu::View,
                    "Zoom to 100 %",
                    icon::NUMBER_SQUARE_ONE,
                    "Show the map in its own size",
                    const { &[ctrl(Key::Num0)] },
                ),
                Self::Fit => (
                    Menu::View,
                    "Fit map",
                    icon::CORNERS_OUT,
                    "Show the whole map",
                    const { &[key(Key::F)] },
                ),
                Self::FitSelection => (
                    Menu::View,
                    "Fit selection",
                    icon::FRAME_CORNERS,
                    "Show what is selected",
                    const { &[shift(Key::F)] },
                ),
                Self::TogglePanel => (
                    Menu::View,
                    "Side panel",
                    icon::SIDEBAR_SIMPLE,
                    "Show or hide the side panel",
                    const { &[ctrl(Key::B)] },
                ),
                Self::ShowSelection => (
                    Menu::View,
                    "Show selection",
                    icon::CURSOR_CLICK,
                    "Edit what is selected in the side panel",
                    const { &[ctrl(Key::Num1)] },
                ),
                Self::ShowMap => (
                    Menu::View,
                    "Show map settings",
                    icon::SLIDERS_HORIZONTAL,
                    "Edit title, kinds and sources in the side panel",
                    const { &[ctrl(Key::Num2)] },
                ),
                Self::ShowList => (
                    Menu::View,
                    "Show list",
                    icon::TABLE,
                    "List every nation and tie in the side panel",
                    const { &[ctrl(Key::Num3)] },
                ),
                Self::ThemeSystem => (
                    Menu::View,
                    "Theme: as the system",
                    icon::CIRCLE_HALF,
                    "Follow the system's light or dark theme",
                    &[],
                ),
                Self::ThemeLight => {
                    (Menu::View, "Theme: light", icon::SUN, "Dark ink on a light ground", &[])
                }
                Self::ThemeDark => {
                    (Menu::View, "Theme: dark", icon::MOON, "Light ink on a dark ground", &[])
                }
                Self::ToolSelect => (
                    Menu::Map,
                    "Select tool",
                    icon::CURSOR,
                    "Select and move nations with the pointer",
                    const { &[key(Key::V)] },
                ),
                Self::ToolNation => (
                    Menu::Map,
                    "Nation tool",
                    icon::PLUS_CIRCLE,
                    "Add a nation with each click on the background",
                    const { &[shift(Key::N)] },
                ),
                Self::ToolTie => (
                    Menu::Map,
                    "Tie tool",
                    icon::LINE_SEGMENT,
                    "Draw ties by dragging from nation to nation or tie",
                    const { &[shift(Key::T)] },
                ),
                Self::ToolPan => (
                    Menu::Map,
                    "Pan tool",
                    icon::HAND,
                    "Pan the map by dragging anywhere",
                    const { &[key(Key::H)] },
                ),
                Self::AddNation => (
                    Menu::Map,
                    "Add nation",
                    icon::PLUS,
                    "Add a nation in the middle of the view",
                    const { &[key(Key::N)] },
                ),
                Self::DrawTie => (
                    Menu::Map,
                    "Draw tie",
                    icon::LINE_SEGMENT,
                    "Draw a tie from the selected nation: choose where it ends",
                    const { &[key(Key::T)] },
                ),
                Self::TogglePin => (
                    Menu::Map,
                    "Pin",
                    icon::PUSH_PIN,
                    "Keep the selected nations where they are, or let them go",
                    const { &[key(Key::P)] },
                ),
                Self::UnpinAll => (
                    Menu::Layout,
                    "Unpin all",
                    icon::PUSH_PIN_SLASH,
                    "Let every nation go where the layout takes it",
                    const { &[shift(Key::P)] },
                ),
                Self::RunLayout => (
                    Menu::Layout,
                    "Lay out map",
                    icon::GRAPH,
                    "Lay the map out anew; pinned nations stay",
                    const { &[key(Key::L)] },
                ),
                Self::StopLayout => (
                    Menu::Layout,
                    "Stop layout",
                    icon::STOP,
                    "Stop the layout that is running and keep the map as it was",
                    &[],
                ),
                Self::Palette => (
                    Menu::Help,
                    "Command palette…",
                    icon::COMMAND,
                    "Find any command by its name",
                    const { &[ctrl(Key::K)] },
                ),
                Self::Shortcuts => (
                    Menu::Help,
                    "Keyboard shortcuts",
                    icon::KEYBOARD,
                    "List every shortcut",
                    const { &[key(Key::F1)] },
                ),
                Self::About => {
                    (Menu::Help, "About Entente", icon::INFO, "Version, licence and credits", &[])
                }
            };
        Entry { name, tooltip, icon, menu, keys }
    }
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
