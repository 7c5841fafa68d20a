//! The table of all actions: menu by menu, group by group, in the order in which menus, command
//! palette, shortcuts window and README list them. [`define_actions`] explains the columns.

use egui::{Key, KeyboardShortcut};

use super::define::define_actions;
use super::keys::{ctrl, ctrl_shift, key, shift};
use super::{reasons, rules};
use crate::edit::{Arrange, Axis, Line};
use crate::tasks::LayoutKind;
use crate::ui::settings::ThemeChoice;
use crate::ui::state::{CloseReason, Dialog, State, Tab, Tool};

/// One press turns by so many degrees.
const TURN_DEGREES: f32 = 15.0;
/// One press spreads so many times as far; the opposite takes it back.
const SPREAD_FACTOR: f32 = 1.1;

define_actions! {
    /// Files and leaving.
    File {
        {
            New "New map" FILE_PLUS [ctrl(Key::N)]
                "Start with an empty map"
                with CloseDocument(CloseReason::New);
            Open "Open map…" FOLDER_OPEN [ctrl(Key::O)]
                "Open a map, or import what other programs write: graphs, tables, workbooks, lines of text"
                with CloseDocument(CloseReason::Open);
            AddFromFile "Add from file…" FOLDER_PLUS [ctrl_shift(Key::A)]
                "Import into this map what a file has and it doesn't, of any format; shows first what differs"
                does AddFromFile;
            Report "Report…" LIST_CHECKS []
                "Show what was repaired or left out of what was read last, and where"
                if has_report with OpenDialog(Dialog::Report);
            Recover "Recover unsaved work…" LIFEBUOY []
                "Show unsaved work of windows that ended, to open it or throw it away"
                if has_left with OpenDialog(Dialog::Recovery);
        }
        {
            Save "Save" FLOPPY_DISK [ctrl(Key::S)]
                "Save the map to its file; the version before is kept beside it"
                if can_save does Save;
            SaveAs "Save as…" FLOPPY_DISK_BACK [ctrl_shift(Key::S)]
                "Save the map to another file"
                does SaveAs;
            Versions "Versions…" CLOCK_CLOCKWISE []
                "List earlier saved versions of this map, look at one, and go back to it"
                if has_file does Versions;
        }
        {
            Export "Export figure…" EXPORT [ctrl(Key::E)]
                "Export the map as SVG, PNG or PDF"
                if has_nations(1) with OpenDialog(Dialog::Export);
            ExportData "Export data…" FILE_ARROW_DOWN [ctrl_shift(Key::E)]
                "Export nations and ties for other programs; says first what their format can't hold"
                if has_nations(1) with OpenDialog(Dialog::ExportData);
        }
        {
            Quit "Quit" SIGN_OUT [ctrl(Key::Q)]
                "Leave Entente; asks first when the map isn't saved"
                with CloseDocument(CloseReason::Quit);
        }
    }
    /// Steps and the selection.
    Edit {
        {
            Undo "Undo" ARROW_COUNTER_CLOCKWISE [ctrl(Key::Z)]
                "Take the last step back"
                if can_undo does Undo;
            Redo "Redo" ARROW_CLOCKWISE [ctrl_shift(Key::Z), ctrl(Key::Y)]
                "Do the last step again"
                if can_redo does Redo;
            History "History…" CLOCK_COUNTER_CLOCKWISE [ctrl(Key::H)]
                "List all steps, and go to the map as it was after any of them"
                if has_steps with OpenDialog(Dialog::History);
        }
        {
            Cut "Cut" SCISSORS [ctrl(Key::X)]
                "Copy what is selected, and delete it"
                if has_selection does Cut;
            Copy "Copy" COPY_SIMPLE [ctrl(Key::C)]
                "Copy the selected nations with the ties between them, and notes, as the text of a map"
                if has_selection does Copy;
            CopyText "Copy as text" TEXT_ALIGN_LEFT [ctrl_shift(Key::C)]
                "Copy what is selected, or the whole map, as lines of text for a mail"
                if has_nations(1) does CopyText;
            CopyPicture "Copy as picture" IMAGE []
                "Copy the figure as it was exported last, to paste it elsewhere"
                if has_nations(1) does CopyPicture;
            Paste "Paste" CLIPBOARD_TEXT [ctrl(Key::V)]
                "Add the nations, ties and notes that were copied, here or in another window"
                does Paste;
        }
        {
            QuickEntry "Quick entry…" PENCIL_LINE [key(Key::Q), ctrl(Key::J)]
                "Write nations, members and ties as lines of text, as in a mail"
                does QuickEntry;
            Rename "Rename" TEXTBOX [key(Key::F2)]
                "Rename the selected nation, label the selected tie, or edit the selected note, in place"
                if has_one_selected with OnCanvas;
            EditTitle "Edit title" TEXT_T [shift(Key::F2)]
                "Edit the title where it stands; Tab goes on to subtitle and date"
                with OnCanvas;
            Duplicate "Duplicate" COPY [ctrl(Key::D)]
                "Put a copy of what is selected beside it"
                if has_selection does Duplicate;
            Delete "Delete" TRASH [key(Key::Delete), key(Key::Backspace)]
                "Delete what is selected, with the ties that can't be without it"
                if has_selection does Delete;
        }
        {
            SelectAll "Select all" SELECTION_ALL [ctrl(Key::A)]
                "Select every nation, tie and note"
                if has_anything does SelectAll;
            Cancel "Select nothing" SELECTION_SLASH [key(Key::Escape)]
                "Clear the selection, or leave the tool at hand"
                if can_cancel does Cancel;
            InvertSelection "Invert selection" SELECTION_INVERSE [ctrl(Key::I)]
                "Select everything that isn't selected, and nothing that is"
                if has_anything does InvertSelection;
            SelectNeighbours "Select neighbours" SHARE_NETWORK [key(Key::G)]
                "Select the nations one tie or membership away as well, with the ties between"
                if has_selected_mark does SelectNeighbours;
            SelectTiesWithin "Select ties within" LINE_SEGMENTS [key(Key::W)]
                "Select the ties between the selected nations as well"
                if has_selected_nation does SelectTiesWithin;
            SelectSameKind "Select everything of this kind" SELECTION_PLUS [shift(Key::G)]
                "Select all ties of the kinds of those selected, all nations of their types, all notes"
                if has_selection does SelectSameKind;
        }
        {
            Find "Find…" MAGNIFYING_GLASS [ctrl(Key::F)]
                "Find a nation, a tie or a note and show it"
                if has_anything with OpenDialog(Dialog::Find);
        }
    }
    /// What the window shows.
    View {
        {
            ZoomIn "Zoom in" MAGNIFYING_GLASS_PLUS [ctrl(Key::Plus), ctrl(Key::Equals), key(Key::Plus)]
                "Show more detail"
                with OnCanvas;
            ZoomOut "Zoom out" MAGNIFYING_GLASS_MINUS [ctrl(Key::Minus), key(Key::Minus)]
                "Show more of the map"
                with OnCanvas;
            ZoomReset "Zoom to 100 %" NUMBER_SQUARE_ONE [ctrl(Key::Num0)]
                "Show the map in its own size"
                with OnCanvas;
        }
        {
            Fit "Fit map" CORNERS_OUT [key(Key::F)]
                "Show the whole map"
                if has_anything with OnCanvas;
            FitSelection "Fit selection" FRAME_CORNERS [shift(Key::F)]
                "Show what is selected"
                if has_selection with OnCanvas;
        }
        {
            FocusSelection "Focus on selection" CROSSHAIR_SIMPLE [key(Key::O)]
                "Show what is selected alone, with what is a step around it"
                if has_selected_mark does FocusSelection;
            WidenFocus "Widen focus" ARROWS_OUT_SIMPLE [key(Key::Period)]
                "Show one step more around what is in focus"
                if has_focus does WidenFocus;
            NarrowFocus "Narrow focus" ARROWS_IN_SIMPLE [key(Key::Comma)]
                "Show one step less around what is in focus"
                if can_narrow_focus does NarrowFocus;
            HideSelection "Hide selection" EYE_SLASH [shift(Key::H)]
                "Take what is selected out of sight; it stays in the map"
                if has_selected_mark does HideSelection;
            ShowAll "Show all" EYE [shift(Key::O)]
                "Show what was hidden by hand, and leave the focus"
                if hides_something does ShowAll;
        }
        {
            ShowMatrix "Matrix" GRID_NINE [key(Key::X)]
                "Show nations by nations as a table, a cell for each tie; again for the map"
                on shows_matrix does ShowMatrix;
            SortMatrixByName "Sort matrix by name" SORT_ASCENDING []
                "Order the nations of the matrix by their names, or by bloc"
                if shows_matrix on sorts_by_name does SortMatrixByName;
        }
        {
            TogglePanel "Side panel" SIDEBAR_SIMPLE [ctrl(Key::B)]
                "Show or hide the side panel"
                on shows_panel does TogglePanel;
            ToggleOverview "Overview" PICTURE_IN_PICTURE [ctrl_shift(Key::O)]
                "Show the whole map small in a corner while much of it is out of view"
                on shows_overview does ToggleOverview;
            ShowSelection "Show selection" CURSOR_CLICK [ctrl(Key::Num1)]
                "Edit what is selected in the side panel"
                with ShowTab(Tab::Selection);
            ShowMap "Show map settings" SLIDERS_HORIZONTAL [ctrl(Key::Num2)]
                "Edit title, kinds and sources in the side panel"
                with ShowTab(Tab::Map);
            ShowList "Show list" TABLE [ctrl(Key::Num3)]
                "List every nation and tie in the side panel"
                with ShowTab(Tab::List);
            WideList "Wide list" ARROWS_OUT_LINE_HORIZONTAL [ctrl_shift(Key::B)]
                "Give the list of nations and ties half the window"
                on shows_wide_list does WideList;
            ShowLook "Show look" PALETTE [ctrl(Key::Num5)]
                "Choose in the side panel what nations and ties look like, and what follows data"
                with ShowTab(Tab::Look);
            ShowLayout "Show layout settings" GRAPH [ctrl(Key::Num4)]
                "Choose how the map is laid out, and see how good that is, in the side panel"
                with ShowTab(Tab::Layout);
        }
        {
            ShowFilter "Show filter" FUNNEL [ctrl(Key::Num6)]
                "Choose in the side panel which nations and ties are shown"
                with ShowTab(Tab::Filter);
            ToggleFilter "Use filter" FUNNEL_SIMPLE [ctrl_shift(Key::L)]
                "Switch the filter of the map on or off; its conditions are kept"
                if has_filter on uses_filter does ToggleFilter;
        }
        {
            ThemeSystem "Theme: as the system" CIRCLE_HALF []
                "Follow the system's light or dark theme"
                on uses_theme(ThemeChoice::System) with UseTheme(ThemeChoice::System);
            ThemeLight "Theme: light" SUN []
                "Dark ink on a light ground"
                on uses_theme(ThemeChoice::Light) with UseTheme(ThemeChoice::Light);
            ThemeDark "Theme: dark" MOON []
                "Light ink on a dark ground"
                on uses_theme(ThemeChoice::Dark) with UseTheme(ThemeChoice::Dark);
        }
        {
            ToggleMotion "Motion" PERSON_SIMPLE_RUN [ctrl_shift(Key::M)]
                "Show by motion where the view and the nations go, or put them there at once"
                on shows_motion does ToggleMotion;
        }
    }
    /// What the map holds.
    Map {
        {
            ToolSelect "Select tool" CURSOR [key(Key::V)]
                "Select and move nations with the pointer"
                on uses_tool(Tool::Select) with UseTool(Tool::Select);
            ToolLasso "Lasso tool" LASSO [shift(Key::V)]
                "Select all in a line drawn around it"
                on uses_tool(Tool::Lasso) with UseTool(Tool::Lasso);
            ToolNation "Nation tool" PLUS_CIRCLE [shift(Key::N)]
                "Add a nation with each click on the background"
                on uses_tool(Tool::Nation) with UseTool(Tool::Nation);
            ToolTie "Tie tool" LINE_SEGMENT [shift(Key::T)]
                "Draw ties by clicking or dragging from nation to nation or tie, until you leave the tool"
                on uses_tool(Tool::Tie) with UseTool(Tool::Tie);
            ToolPan "Pan tool" HAND [key(Key::H)]
                "Pan the map by dragging anywhere"
                on uses_tool(Tool::Pan) with UseTool(Tool::Pan);
        }
        {
            AddNation "Add nation" PLUS [key(Key::N)]
                "Add a nation in the middle of the view"
                does AddNation;
            AddNote "Add note" NOTE [key(Key::M)]
                "Write a text note in the middle of the view; it stands on every figure"
                does AddNote;
            DrawTie "Draw tie" LINE_SEGMENT [key(Key::T)]
                "Draw a tie from the selected nation: choose where it ends"
                if has_nations(1) with OnCanvas;
            AddMembers "Add members…" USERS_THREE [shift(Key::M)]
                "Let nations join the selected organisation, many at once"
                if has_organisation_selected does AddMembers;
        }
        {
            FindPacts "Find pacts of many…" USERS_FOUR []
                "Find groups of nations that are all tied alike, and make each an organisation with members"
                if has_enough_ties with OpenDialog(Dialog::FindPacts);
            ExpandPacts "Expand organisations into ties" ARROWS_SPLIT []
                "Write a tie for every two members of organisations that stand for such ties"
                if has_organisation_of_ties does ExpandPacts;
        }
        {
            TogglePin "Pin" PUSH_PIN [key(Key::P)]
                "Keep the selected nations where they are, or let them go"
                if has_selected_nation on is_selection_pinned does TogglePin;
            SnapToOthers "Snap to others" MAGNET []
                "Line up a nation that is dragged with others; hold Ctrl to leave that for once"
                on snaps_to_others does SnapToOthers;
        }
    }
    /// Where the selected nations and notes lie.
    Arrange {
        {
            AlignLeft "Align left" ALIGN_LEFT []
                "Bring what is selected in line with the leftmost"
                if can_arrange(2) with Arrange(Arrange::Align(Line::Left));
            AlignCenter "Align centre" ALIGN_CENTER_HORIZONTAL []
                "Bring what is selected onto an upright line in its middle"
                if can_arrange(2) with Arrange(Arrange::Align(Line::Center));
            AlignRight "Align right" ALIGN_RIGHT []
                "Bring what is selected in line with the rightmost"
                if can_arrange(2) with Arrange(Arrange::Align(Line::Right));
            AlignTop "Align top" ALIGN_TOP []
                "Bring what is selected in line with the topmost"
                if can_arrange(2) with Arrange(Arrange::Align(Line::Top));
            AlignMiddle "Align middle" ALIGN_CENTER_VERTICAL []
                "Bring what is selected onto a level line in its middle"
                if can_arrange(2) with Arrange(Arrange::Align(Line::Middle));
            AlignBottom "Align bottom" ALIGN_BOTTOM []
                "Bring what is selected in line with the lowest"
                if can_arrange(2) with Arrange(Arrange::Align(Line::Bottom));
        }
        {
            DistributeHorizontally "Distribute horizontally" DOTS_THREE_OUTLINE []
                "Make the gaps between what is selected equal from left to right"
                if can_arrange(3) with Arrange(Arrange::Distribute(Axis::Horizontal));
            DistributeVertically "Distribute vertically" DOTS_THREE_OUTLINE_VERTICAL []
                "Make the gaps between what is selected equal from top to bottom"
                if can_arrange(3) with Arrange(Arrange::Distribute(Axis::Vertical));
        }
        {
            MirrorLeftRight "Mirror left–right" FLIP_HORIZONTAL []
                "Put what is left of what is selected to the right"
                if can_arrange(2) with Arrange(Arrange::Mirror(Axis::Horizontal));
            MirrorTopBottom "Mirror top–bottom" FLIP_VERTICAL []
                "Put what is on top of what is selected to the bottom"
                if can_arrange(2) with Arrange(Arrange::Mirror(Axis::Vertical));
        }
        {
            TurnLeft "Turn left by 15°" ARROW_ARC_LEFT [shift(Key::R)]
                "Turn what is selected about its middle, against the clock"
                if can_arrange(2) with Arrange(Arrange::Turn { degrees: -TURN_DEGREES });
            TurnRight "Turn right by 15°" ARROW_ARC_RIGHT [key(Key::R)]
                "Turn what is selected about its middle, with the clock"
                if can_arrange(2) with Arrange(Arrange::Turn { degrees: TURN_DEGREES });
        }
        {
            Spread "Spread by 10 %" ARROWS_OUT_SIMPLE []
                "Move what is selected away from its middle"
                if can_arrange(2) with Arrange(Arrange::Spread { factor: SPREAD_FACTOR });
            DrawTogether "Draw together by 10 %" ARROWS_IN_SIMPLE []
                "Move what is selected towards its middle; takes back a spread"
                if can_arrange(2) with Arrange(Arrange::Spread { factor: 1.0 / SPREAD_FACTOR });
        }
        {
            LayOutSelection "Lay out selection" GRAPH [shift(Key::L)]
                "Lay out the selected nations alone, where they are, in the way last chosen; the rest stays"
                if can_lay_out_selection does LayOutSelection;
        }
        {
            ResetPlaces "Reset places set by hand" ARROW_COUNTER_CLOCKWISE []
                "Let the map place moved names and labels, bent ties and the legend by itself: those selected, or all"
                if has_place_by_hand does ResetPlaces;
        }
    }
    /// Where the nations lie.
    Layout {
        {
            UnpinAll "Unpin all" PUSH_PIN_SLASH [shift(Key::P)]
                "Let every nation go where the layout takes it"
                if has_pinned_nation does UnpinAll;
        }
        {
            RunLayout "Lay out map" GRAPH [key(Key::L)]
                "Lay the map out anew in the way last chosen; pinned nations stay"
                if can_lay_out does RunLayout;
            StopLayout "Stop layout" STOP []
                "Stop the layout that is running and keep the map as it was"
                if is_layout_running does StopLayout;
        }
        {
            LayOutByForces "Lay out by forces" GRAPH []
                "Bring nations as near to each other as their ties are"
                if can_lay_out on uses_layout(LayoutKind::Force) with LayOut(LayoutKind::Force);
            LayOutInCircle "Lay out in a circle" CIRCLE_DASHED []
                "Put nations on a circle, those with the same first tag side by side"
                if can_lay_out on uses_layout(LayoutKind::Circular)
                with LayOut(LayoutKind::Circular);
            LayOutInRings "Lay out in rings" TARGET []
                "Put nations on rings, those with most ties in the middle"
                if can_lay_out on uses_layout(LayoutKind::Concentric)
                with LayOut(LayoutKind::Concentric);
            LayOutInLayers "Lay out in layers" TREE_STRUCTURE []
                "Put nations in layers, so that ties with an arrow lead down"
                if can_lay_out on uses_layout(LayoutKind::Layered) with LayOut(LayoutKind::Layered);
            LayOutInGrid "Lay out in a grid" DOTS_NINE []
                "Put nations in rows and columns by name"
                if can_lay_out on uses_layout(LayoutKind::Grid) with LayOut(LayoutKind::Grid);
            LayOutInBlocs "Lay out in blocs" CIRCLES_THREE []
                "Put friends together and rivals apart"
                if can_lay_out on uses_layout(LayoutKind::Blocs) with LayOut(LayoutKind::Blocs);
        }
    }
    /// How to go on.
    Help {
        {
            Palette "Command palette…" COMMAND [ctrl(Key::K)]
                "Find any command by its name, or by what it does"
                with OpenDialog(Dialog::Palette);
            Shortcuts "Keyboard shortcuts" KEYBOARD [key(Key::F1)]
                "List every shortcut"
                with OpenDialog(Dialog::Shortcuts);
        }
        {
            About "About Entente" INFO []
                "Version, licence and credits"
                with OpenDialog(Dialog::About);
        }
    }
}
