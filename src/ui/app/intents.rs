//! Carrying out what the parts of the window ask for.

use std::path::Path;

use super::{App, WindowContext};
use crate::tasks::ReadFrom;
use crate::ui::intent::{Exchange, Intent};
use crate::ui::state::{CloseReason, Dialog, PathPurpose};
use crate::ui::system;

impl App {
    /// Carries out one intent.
    pub(super) fn handle(&mut self, intent: Intent, window: WindowContext<'_>) {
        match intent {
            Intent::Act(action) => self.perform(action, window),
            Intent::Edit { name, command } => self.edit(&name, command),
            Intent::Type { name, field, command } => self.edit_in_field(name, field, command),
            Intent::GoToStep(position) => self.go_to_step(position),
            Intent::Notice(text) => self.toasts.info(text),
            Intent::EndField => self.state.history.end_field(),
            Intent::Select(selection) => self.select(selection),
            Intent::ToggleSelected(target) => self.toggle_selected(target),
            Intent::Reveal(target) => self.reveal(target, window.now_s()),
            Intent::ShowTab(tab) => self.state.tab = tab,
            Intent::ShowPart(part) => self.show_part(part),
            Intent::AddNationAt(at) => self.add_nation_near(at),
            Intent::NameNewNation(id, nation) => self.name_new_nation(id, *nation),
            Intent::ChangeNewTie(tie, kind) => self.change_new_tie(tie, kind),
            Intent::AddLines => self.add_lines(),
            Intent::AddTie { from, to } => self.add_tie(from, to),
            Intent::Paste { text, at } => self.paste(&text, at),
            Intent::ReportProblems { done, problems } => self.report_problems(&done, problems),
            Intent::PasteAt(at) => self.request_paste(at, window.ctx),
            Intent::AddMembers { organisation, joining, since } => {
                self.add_members(organisation, &joining, since);
            }
            Intent::Pacts(request) => self.answer_pacts(request),
            Intent::RenameInPlace(target) => self.rename_in_place(target),
            Intent::EditHeading(line) => self.canvas.edit_heading(&self.state, line),
            Intent::WriteNoteAt(at) => self.canvas.write_note(at, true),
            Intent::UseKind(kind) => self.state.new_tie_kind = kind,
            Intent::UseLayout(settings) => self.state.layout_settings = settings,
            Intent::ClearRecent => self.change_settings(|settings| settings.recent.clear()),
            Intent::OpenDialog(dialog) => self.state.dialog = Some(dialog),
            Intent::CloseDialog => self.close_dialog(),
            Intent::ShowInFolder(path) => self.show_in_folder(&path, window),
            Intent::OpenPaths(paths) => {
                self.close_document(CloseReason::OpenPaths(paths), window);
            }
            Intent::OpenSample(name) => self.close_document(CloseReason::OpenSample(name), window),
            Intent::ChoosePicture(nation) => self.choose_picture(nation, window),
            Intent::SetPicture(nation, path) => self.file_worker.read_picture(path, nation),
            Intent::SaveTo(path) => self.save_to(path),
            Intent::CopyPicture(request) => {
                self.choose_figure(&request);
                self.copy_picture(request);
            }
            Intent::Export(request) => {
                self.choose_figure(&request);
                self.ask_for_path(PathPurpose::Export(request), window);
            }
            Intent::ExportTo(path, request) => self.export_to(path, request),
            Intent::Exchange(what) => self.exchange(what, window),
            Intent::Unsaved(answer) => self.answer_unsaved(answer, window),
            Intent::NotSaved(answer) => self.answer_not_saved(answer, window),
            Intent::Left(answer) => self.answer_left(answer, window),
            Intent::Version(answer) => self.answer_version(answer, window),
        }
    }

    /// Closes the open dialog; one that another has opened goes back to that.
    fn close_dialog(&mut self) {
        self.state.dialog = match self.state.dialog {
            Some(Dialog::Path(PathPurpose::Join)) => Some(Dialog::Import),
            Some(Dialog::Import | Dialog::Merge) => {
                self.give_up_reading();
                self.forget_import();
                None
            }
            Some(Dialog::Recovery) => {
                self.mark_offer_answered();
                None
            }
            _ => None,
        };
    }

    /// Carries out what concerns files of other programs.
    fn exchange(&mut self, what: Exchange, window: WindowContext<'_>) {
        match what {
            Exchange::ExportData(format) => {
                self.ask_for_path(PathPurpose::ExportData(format), window);
            }
            Exchange::ExportDataTo(path, format) => self.export_data_to(path, format),
            Exchange::AddFromPath(path) => self.read_to_add(ReadFrom::Files(vec![path])),
            Exchange::ChooseTable => self.ask_for_path(PathPurpose::Join, window),
            Exchange::JoinTables(paths) => self.join_tables(paths),
            Exchange::FinishImport => self.decide_import(),
            Exchange::AddMerged => self.add_merged(),
            Exchange::OpenMerged => self.close_document(CloseReason::ShowRead, window),
            Exchange::ReadAgain(read_as) => self.read_again(read_as),
            Exchange::GiveUpReading => self.give_up_reading(),
            Exchange::SaveReport => self.ask_for_path(PathPurpose::Report, window),
            Exchange::SaveReportTo(path) => self.save_report_to(path),
        }
    }

    fn show_in_folder(&self, path: &Path, window: WindowContext<'_>) {
        let (warnings, ctx) = (self.warnings.0.clone(), window.ctx.clone());
        system::show_in_folder(path, move |message| {
            // The window may be gone by now; then nobody reads it.
            let _ = warnings.send(message);
            ctx.request_repaint();
        });
    }
}
