//! What there is to say of each action: name, menu, icon, what it does, and its keys.

use egui::{Key, KeyboardShortcut, Modifiers};
use egui_phosphor::regular as icon;

use super::{Action, Entry, Menu};
use super::{arrange_entries, layout_entries};

/// Menu, name, icon, tooltip and keys of an action.
pub(in crate::ui) type Row =
    (Menu, &'static str, &'static str, &'static str, &'static [KeyboardShortcut]);

impl Action {
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
                Self::Cut => (
                    Menu::Edit,
                    "Cut",
                    icon::SCISSORS,
                    "Copy what is selected, and delete it",
                    const { &[ctrl(Key::X)] },
                ),
                Self::Copy => (
                    Menu::Edit,
                    "Copy",
                    icon::COPY_SIMPLE,
                    "Copy the selected nations with the ties between them, as the text of a map",
                    const { &[ctrl(Key::C)] },
                ),
                Self::Paste => (
                    Menu::Edit,
                    "Paste",
                    icon::CLIPBOARD_TEXT,
                    "Add the nations and ties that were copied, here or in another window",
                    const { &[ctrl(Key::V)] },
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
                Self::InvertSelection => (
                    Menu::Edit,
                    "Invert selection",
                    icon::SELECTION_INVERSE,
                    "Select everything that isn't selected, and nothing that is",
                    const { &[ctrl(Key::I)] },
                ),
                Self::SelectNeighbours => (
                    Menu::Edit,
                    "Select neighbours",
                    icon::SHARE_NETWORK,
                    "Select the nations one tie or membership away as well, with the ties between",
                    const { &[key(Key::G)] },
                ),
                Self::SelectTiesWithin => (
                    Menu::Edit,
                    "Select ties within",
                    icon::LINE_SEGMENTS,
                    "Select the ties between the selected nations as well",
                    const { &[key(Key::W)] },
                ),
                Self::SelectSameKind => (
                    Menu::Edit,
                    "Select everything of this kind",
                    icon::SELECTION_PLUS,
                    "Select all ties of the kinds of those selected, and all nations of their types",
                    const { &[shift(Key::G)] },
                ),
                Self::CopyPicture => (
                    Menu::Edit,
                    "Copy as picture",
                    icon::IMAGE,
                    "Copy the figure as it was exported last, to paste it elsewhere",
                    &[],
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
                Self::FocusSelection => (
                    Menu::View,
                    "Focus on selection",
                    icon::CROSSHAIR_SIMPLE,
                    "Show what is selected alone, with what is a step around it",
                    const { &[key(Key::O)] },
                ),
                Self::WidenFocus => (
                    Menu::View,
                    "Widen focus",
                    icon::ARROWS_OUT_SIMPLE,
                    "Show one step more around what is in focus",
                    const { &[key(Key::Period)] },
                ),
                Self::NarrowFocus => (
                    Menu::View,
                    "Narrow focus",
                    icon::ARROWS_IN_SIMPLE,
                    "Show one step less around what is in focus",
                    const { &[key(Key::Comma)] },
                ),
                Self::HideSelection => (
                    Menu::View,
                    "Hide selection",
                    icon::EYE_SLASH,
                    "Take what is selected out of sight; it stays in the map",
                    const { &[shift(Key::H)] },
                ),
                Self::ShowAll => (
                    Menu::View,
                    "Show all",
                    icon::EYE,
                    "Show what was hidden by hand, and leave the focus",
                    const { &[shift(Key::O)] },
                ),
                Self::TogglePanel => (
                    Menu::View,
                    "Side panel",
                    icon::SIDEBAR_SIMPLE,
                    "Show or hide the side panel",
                    const { &[ctrl(Key::B)] },
                ),
                Self::ToggleOverview => (
                    Menu::View,
                    "Overview",
                    icon::PICTURE_IN_PICTURE,
                    "Show the whole map small in a corner while much of it is out of view",
                    const { &[ctrl_shift(Key::O)] },
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
                Self::ShowLook => (
                    Menu::View,
                    "Show look",
                    icon::PALETTE,
                    "Choose in the side panel what nations and ties look like, and what follows data",
                    const { &[ctrl(Key::Num5)] },
                ),
                Self::ShowLayout => (
                    Menu::View,
                    "Show layout settings",
                    icon::GRAPH,
                    "Choose how the map is laid out, and see how good that is, in the side panel",
                    const { &[ctrl(Key::Num4)] },
                ),
                Self::ShowFilter => (
                    Menu::View,
                    "Show filter",
                    icon::FUNNEL,
                    "Choose in the side panel which nations and ties are shown",
                    const { &[ctrl(Key::Num6)] },
                ),
                Self::ToggleFilter => (
                    Menu::View,
                    "Use filter",
                    icon::FUNNEL_SIMPLE,
                    "Switch the filter of the map on or off; its conditions are kept",
                    const { &[ctrl_shift(Key::L)] },
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
                Self::ToggleMotion => (
                    Menu::View,
                    "Motion",
                    icon::PERSON_SIMPLE_RUN,
                    "Show by motion where the view and the nations go, or put them there at once",
                    const { &[ctrl_shift(Key::M)] },
                ),
                Self::ToolSelect => (
                    Menu::Map,
                    "Select tool",
                    icon::CURSOR,
                    "Select and move nations with the pointer",
                    const { &[key(Key::V)] },
                ),
                Self::ToolLasso => (
                    Menu::Map,
                    "Lasso tool",
                    icon::LASSO,
                    "Select all in a line drawn around it",
                    const { &[shift(Key::V)] },
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
                Self::SnapToOthers => (
                    Menu::Map,
                    "Snap to others",
                    icon::MAGNET,
                    "Line up a nation that is dragged with others; hold Ctrl to leave that for once",
                    &[],
                ),
                Self::AlignLeft => arrange_entries::ALIGN_LEFT,
                Self::AlignCenter => arrange_entries::ALIGN_CENTER,
                Self::AlignRight => arrange_entries::ALIGN_RIGHT,
                Self::AlignTop => arrange_entries::ALIGN_TOP,
                Self::AlignMiddle => arrange_entries::ALIGN_MIDDLE,
                Self::AlignBottom => arrange_entries::ALIGN_BOTTOM,
                Self::DistributeHorizontally => arrange_entries::DISTRIBUTE_HORIZONTALLY,
                Self::DistributeVertically => arrange_entries::DISTRIBUTE_VERTICALLY,
                Self::MirrorLeftRight => arrange_entries::MIRROR_LEFT_RIGHT,
                Self::MirrorTopBottom => arrange_entries::MIRROR_TOP_BOTTOM,
                Self::TurnLeft => arrange_entries::TURN_LEFT,
                Self::TurnRight => arrange_entries::TURN_RIGHT,
                Self::Spread => arrange_entries::SPREAD,
                Self::DrawTogether => arrange_entries::DRAW_TOGETHER,
                Self::LayOutSelection => arrange_entries::LAY_OUT_SELECTION,
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
                    "Lay the map out anew in the way last chosen; pinned nations stay",
                    const { &[key(Key::L)] },
                ),
                Self::StopLayout => (
                    Menu::Layout,
                    "Stop layout",
                    icon::STOP,
                    "Stop the layout that is running and keep the map as it was",
                    &[],
                ),
                Self::LayOutByForces => layout_entries::BY_FORCES,
                Self::LayOutInCircle => layout_entries::IN_CIRCLE,
                Self::LayOutInRings => layout_entries::IN_RINGS,
                Self::LayOutInLayers => layout_entries::IN_LAYERS,
                Self::LayOutInGrid => layout_entries::IN_GRID,
                Self::LayOutInBlocs => layout_entries::IN_BLOCS,
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

pub(in crate::ui) const fn key(key: Key) -> KeyboardShortcut {
    KeyboardShortcut::new(Modifiers::NONE, key)
}

const fn ctrl(key: Key) -> KeyboardShortcut {
    KeyboardShortcut::new(Modifiers::COMMAND, key)
}

const fn ctrl_shift(key: Key) -> KeyboardShortcut {
    KeyboardShortcut::new(Modifiers::COMMAND.plus(Modifiers::SHIFT), key)
}

pub(in crate::ui) const fn shift(key: Key) -> KeyboardShortcut {
    KeyboardShortcut::new(Modifiers::SHIFT, key)
}
