//! Carrying out the actions of menus, palette and keyboard.

use super::{App, WindowContext};
use crate::analysis::selection;
use crate::scene::MatrixSort;
use crate::scene::figure::View;
use crate::tasks::LayoutRequest;
use crate::ui::actions::{Action, Effect};
use crate::ui::state::{PathPurpose, Tool};

impl App {
    /// Carries out an action, where it is possible.
    pub(super) fn perform(&mut self, action: Action, window: WindowContext<'_>) {
        if !action.is_enabled(&self.state) {
            return;
        }
        if self.state.view == View::Matrix && needs_map(action) {
            self.use_view(View::Map);
        }
        if self.canvas.perform(action, &self.state, window.now_s()) {
            return;
        }
        self.carry_out(action, window);
    }

    /// Carries out what an action does to more than the view.
    fn carry_out(&mut self, action: Action, window: WindowContext<'_>) {
        match action.effect() {
            Effect::CloseDocument(reason) => self.close_document(reason, window),
            Effect::Save => self.save(window),
            Effect::AddFromFile => self.ask_for_path(PathPurpose::Add, window),
            Effect::Versions => self.ask_for_versions(),
            Effect::SaveAs => self.ask_for_path(PathPurpose::Save, window),
            Effect::CopyPicture => self.copy_picture(self.dialog_memory.export_request),
            Effect::Undo => self.undo(),
            Effect::Redo => self.redo(),
            Effect::Cut => self.cut(window.ctx),
            Effect::Copy => _ = self.copy(window.ctx),
            Effect::CopyText => self.copy_as_text(window.ctx),
            Effect::Paste => self.request_paste(self.canvas.center_in_world(), window.ctx),
            Effect::QuickEntry => self.quick_entry.open(),
            Effect::Duplicate => self.duplicate(),
            Effect::Delete => self.delete(),
            Effect::SelectAll => self.select_all(),
            Effect::Cancel => self.state.cancel(),
            Effect::InvertSelection => self.select_by(selection::invert),
            Effect::SelectNeighbours => self.select_neighbours(),
            Effect::SelectTiesWithin => self.select_by(selection::add_ties_within),
            Effect::SelectSameKind => self.select_by(selection::select_same_kind),
            Effect::FocusSelection => self.focus_on_selection(),
            Effect::WidenFocus => self.change_steps(|steps| steps.saturating_add(1)),
            Effect::NarrowFocus => self.change_steps(|steps| steps.saturating_sub(1)),
            Effect::HideSelection => self.hide_selection(),
            Effect::ShowAll => self.show_all(),
            Effect::ShowMatrix => self.show_matrix(),
            Effect::SortMatrixByName => self.sort_matrix(),
            Effect::TogglePanel => self.change_settings(|s| s.panel_open = !s.panel_open),
            Effect::WideList => self.toggle_wide_list(),
            Effect::ToggleOverview => self.change_settings(|s| s.overview = !s.overview),
            Effect::ToggleMotion => self.change_settings(|s| s.motion = !s.motion),
            Effect::SnapToOthers => self.change_settings(|s| s.snap = !s.snap),
            Effect::ToggleFilter => self.toggle_filter(),
            Effect::AddNation => self.add_nation_in_view(),
            Effect::AddNote => self.write_note(window.ctx),
            Effect::AddMembers => self.ask_for_members(),
            Effect::ExpandPacts => self.expand_pacts(),
            Effect::TogglePin => self.toggle_pin(),
            Effect::UnpinAll => self.unpin_all(),
            Effect::ResetPlaces => self.reset_places(),
            Effect::LayOutSelection => self.lay_out_selection(),
            Effect::RunLayout => self.lay_out(LayoutRequest::All(self.state.layout_settings)),
            Effect::StopLayout => self.stop_layout(),
            Effect::OpenDialog(dialog) => self.state.dialog = Some(dialog),
            Effect::ShowTab(tab) => self.show_tab(tab),
            Effect::UseTheme(theme) => self.use_theme(theme, window.ctx),
            Effect::UseTool(tool) => self.state.tool = tool,
            Effect::Arrange(how) => self.arrange(how),
            Effect::LayOut(kind) => self.lay_out_by(kind),
            // Without a nation to start at, the tool asks for one.
            Effect::OnCanvas if action == Action::DrawTie => self.state.tool = Tool::Tie,
            Effect::OnCanvas => {}
        }
    }

    /// Shows the matrix in place of the map, or the map again.
    fn show_matrix(&mut self) {
        self.use_view(match self.state.view {
            View::Map => View::Matrix,
            View::Matrix => View::Map,
        });
        self.canvas.reset_matrix();
    }

    /// Shows a view, which is also the one that is exported or copied next unless another is chosen there.
    const fn use_view(&mut self, view: View) {
        self.state.view = view;
        self.dialog_memory.export_request.options.view = view;
    }

    /// Sorts the matrix by name, or by bloc again.
    const fn sort_matrix(&mut self) {
        self.state.matrix_sort = match self.state.matrix_sort {
            MatrixSort::Bloc => MatrixSort::Name,
            MatrixSort::Name => MatrixSort::Bloc,
        };
        self.dialog_memory.export_request.options.order = self.state.matrix_sort;
    }
}

/// Whether an action is about places on the map, which a matrix doesn't show.
fn needs_map(action: Action) -> bool {
    matches!(
        action,
        Action::Rename
            | Action::EditTitle
            | Action::AddNation
            | Action::AddNote
            | Action::ToolLasso
            | Action::ToolNation
    )
}
