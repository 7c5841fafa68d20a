//! What is read from files and pasted texts, and what becomes of it: a map in place of the open one, or
//! more for the open one.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use egui::Context;

use super::App;
use crate::edit::{self, Command, History, Merge, MergeCounts};
use crate::formats::{Import, ImportContent, ImportReport, ImportSource, ReadAs, Table};
use crate::model::{Heading, Map};
use crate::tasks::{FilesRead, ImportEvent, ImportView, ReadFrom, let_go};
use crate::ui::dialogs::{ImportForm, MergeForm};
use crate::ui::intent::{Exchange, Intent};
use crate::ui::state::{Dialog, Report, counts_in_words};

/// What is read for longer than this is said to be read.
const SILENT: Duration = Duration::from_millis(500);
/// What is wanted of what is being read.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum ReadPurpose {
    /// To show it in place of the open document.
    #[default]
    Open,
    /// To add it to the open document.
    Add,
}

impl App {
    /// Reads files, to be shown in place of the open document.
    pub(super) fn read(&mut self, paths: Vec<PathBuf>) {
        self.read_purpose = ReadPurpose::Open;
        self.file_worker.read(ReadFrom::Files(paths), ReadAs::default());
    }

    /// Reads a file or a text, to be added to the open document.
    pub(super) fn read_to_add(&mut self, from: ReadFrom) {
        self.read_purpose = ReadPurpose::Add;
        self.file_worker.read(from, ReadAs::default());
    }

    /// Reads the bytes of what is being imported again, as is said.
    pub(super) fn read_again(&mut self, read_as: ReadAs) {
        let Some(form) = &self.dialog_memory.import else { return };
        let Some(from) = form.from().cloned() else { return };
        self.read_purpose = if form.is_added() { ReadPurpose::Add } else { ReadPurpose::Open };
        self.file_worker.read(from, read_as);
    }

    /// Says what is being read, once that takes a while.
    pub(super) fn show_reading(&mut self, ctx: &Context) {
        let Some((reading, done)) = self.file_worker.reading() else {
            self.state.reading = None;
            return;
        };
        let waited = reading.begun.elapsed();
        if waited < SILENT {
            ctx.request_repaint_after(SILENT - waited);
            return;
        }
        let name = match &reading.from {
            ReadFrom::Files(paths) => {
                let names: Vec<String> =
                    paths.iter().map(|path| format!("“{}”", name_of(path))).collect();
                names.join(" and ")
            }
            ReadFrom::Text(_) => "what was pasted".to_owned(),
        };
        self.state.reading = Some((name, done));
    }

    pub(super) fn give_up_reading(&mut self) {
        self.file_worker.give_up_reading();
        self.state.reading = None;
    }

    /// Takes what was read. What is sure is shown or added; tables, and names that may mean several
    /// nations, are asked about first.
    pub(super) fn take_read(&mut self, from: &ReadFrom, read: FilesRead) {
        let purpose = self.read_purpose;
        self.version_to_add = self.version_of_own_file(from, &read.view);
        let FilesRead { view, read_as, left } = read;
        self.script_fonts.request_also(&view.letters);
        self.offer_left(left);
        if let (ReadFrom::Files(paths), ReadPurpose::Open) = (from, purpose) {
            if matches!(view.import.source().content, ImportContent::Map(_)) {
                let names = &view.import.source().files;
                let path =
                    paths.iter().find(|path| names.iter().any(|file| file.name == name_of(path)));
                let version = names.first().and_then(|file| file.version);
                if let (Some(path), Ok(opened)) = (path.cloned(), view.import.into_opened()) {
                    self.opened(path, opened, version);
                }
                return;
            }
            self.change_settings(|settings| {
                paths.iter().rev().for_each(|path| settings.add_recent(path));
            });
        }
        match is_sure(&view.import) {
            // What is read again as is said is seen before it is taken.
            Ok(true) if read_as == ReadAs::default() => {
                self.use_import(view, purpose == ReadPurpose::Add);
            }
            Ok(_) => {
                let again = (from.clone(), read_as);
                self.begin_import(view, purpose == ReadPurpose::Add, Some(again));
            }
            Err(message) => self.toasts.warn(message),
        }
    }

    /// Offers to add files that couldn't be joined to the one that is shown.
    fn offer_left(&mut self, left: Vec<(PathBuf, String)>) {
        for (path, message) in left {
            let add = Intent::Exchange(Exchange::AddFromPath(path));
            self.toasts.info_with_button(message, "Add to map", add);
        }
    }

    /// Asks how what was read becomes a map.
    fn begin_import(
        &mut self,
        view: ImportView,
        is_added: bool,
        again: Option<(ReadFrom, ReadAs)>,
    ) {
        let mut kept = self.state.settings.imports.clone();
        // What is read again with another encoding keeps what was chosen for its columns.
        if let (Some(form), Some((from, _))) = (&self.dialog_memory.import, &again)
            && form.from() == Some(from)
        {
            form.remember_in(&mut kept);
        }
        let kept = kept.of(&view.import);
        self.forget_import();
        self.dialog_memory.import = Some(ImportForm::new(view, is_added, again, kept));
        self.state.dialog = Some(Dialog::Import);
    }

    /// Lets go of what was to be imported or added, and of all that is being done for it.
    pub(super) fn forget_import(&mut self) {
        self.import_worker.give_up();
        let forms = (self.dialog_memory.import.take(), self.dialog_memory.merge.take());
        let (import, merge) = forms;
        let_go((import.map(ImportForm::into_view), merge.map(MergeForm::into_parts)));
    }

    /// While it is asked how something is imported or added, asks the threads for what comes of it.
    pub(super) fn request_import(&mut self, ctx: &Context) {
        self.request_merge(ctx);
        if self.state.dialog != Some(Dialog::Import) {
            return;
        }
        let theme = crate::ui::theme::scene_theme(ctx.theme());
        let Some(form) = &mut self.dialog_memory.import else { return };
        if form.is_done() {
            return self.finish_import();
        }
        if let Some(request) = form.take_request() {
            self.import_worker.change(request);
        }
        if let Some(import) = form.take_drawing() {
            self.import_worker.draw(import, theme);
        }
    }

    fn request_merge(&mut self, ctx: &Context) {
        let revision = self.state.history.revision();
        let Some(form) = &mut self.dialog_memory.merge else { return };
        if let Some((other, preference)) = form.take_request(revision) {
            let map = Arc::new(self.state.map().clone());
            self.import_worker.merge(map, revision, other, preference);
        }
        if form.opens(ctx) {
            self.state.dialog = Some(Dialog::Merge);
        }
    }

    pub(super) fn take_import_event(&mut self, event: ImportEvent, ctx: &Context) {
        match event {
            ImportEvent::Changed(view) => {
                if let Some(form) = &mut self.dialog_memory.import {
                    form.set_view(*view);
                }
            }
            ImportEvent::Joined(source, joined) => self.take_joined(&source, joined),
            ImportEvent::Drawn(import, preview) => {
                if let Some(form) = &mut self.dialog_memory.import {
                    form.set_picture(&import, preview, ctx);
                }
            }
            ImportEvent::Merged(view) => {
                if let Some(form) = &mut self.dialog_memory.merge {
                    form.set_view(*view, self.state.map());
                    if form.is_decided() {
                        self.add_merged();
                    }
                }
            }
            ImportEvent::Placed(revision, command) => {
                if revision == self.state.history.revision() {
                    self.edit_merged(command);
                } else {
                    let words =
                        "Nothing was added, for the map has changed meanwhile. Add it again.";
                    self.toasts.warn(words);
                }
            }
        }
    }

    /// Joins the tables of other files to those that are imported.
    pub(super) fn join_tables(&mut self, paths: Vec<PathBuf>) {
        if let Some(form) = &mut self.dialog_memory.import {
            self.state.dialog = Some(Dialog::Import);
            self.import_worker.join(form.begin_joining(), paths);
        }
    }

    /// Takes the tables that were joined to what was read; not where something else is imported by now.
    fn take_joined(&mut self, source: &Arc<ImportSource>, joined: Result<Box<ImportView>, String>) {
        let Some(form) = &mut self.dialog_memory.import else { return };
        if !Arc::ptr_eq(form.import().source(), source) {
            return;
        }
        match joined {
            Ok(view) => {
                self.script_fonts.request_also(&view.letters);
                let is_added = form.is_added();
                self.begin_import(*view, is_added, None);
            }
            Err(message) => {
                form.end_joining();
                self.toasts.warn(message);
            }
        }
    }

    /// Carries the import out as the assistant says, as soon as the map is made.
    pub(super) fn decide_import(&mut self) {
        let Some(form) = &mut self.dialog_memory.import else { return };
        form.decide();
        if form.is_done() {
            self.finish_import();
        }
    }

    fn finish_import(&mut self) {
        self.state.dialog = None;
        let Some(form) = self.dialog_memory.import.take() else { return };
        let is_added = form.is_added();
        let mut kept = self.state.settings.imports.clone();
        form.remember_in(&mut kept);
        if kept != self.state.settings.imports {
            self.change_settings(|settings| settings.imports = kept);
        }
        self.use_import(form.into_view(), is_added);
    }

    /// Shows the map of an import as a new one, which no file has yet, or offers to add it.
    fn use_import(&mut self, view: ImportView, is_added: bool) {
        let ImportView { import, report, .. } = view;
        let names = import.source().files.iter().map(|file| file.name.clone());
        let name = names.into_iter().next().unwrap_or_default();
        let report = import_report(&report);
        let map = match import.into_map() {
            Ok((map, rest)) => {
                let_go(rest);
                map
            }
            Err(error) => return self.toasts.warn(error.to_string()),
        };
        let is_empty = self.state.map().nations().is_empty() && self.state.path.is_none();
        match (is_added, is_empty) {
            (false, _) => self.show_imported(titled(map, &name), report),
            (true, true) => {
                self.dialog_memory.merge = Some(MergeForm::decided(report, titled(map, &name)));
            }
            (true, false) => {
                self.dialog_memory.merge = Some(MergeForm::new(report, map));
            }
        }
    }

    fn show_imported(&mut self, map: Map, report: Report) {
        self.replace(History::of_unsaved(map), None);
        let text = report.in_short();
        self.report_import(report, text);
    }

    /// Shows the map that was read to be added in place of the open one.
    pub(super) fn show_read(&mut self) {
        if let Some(form) = self.dialog_memory.merge.take() {
            let (map, report) = form.into_parts();
            self.show_imported(map, report);
        }
    }

    /// Adds what was read to the open map: first what is new is given its place.
    pub(super) fn add_merged(&mut self) {
        let revision = self.state.history.revision();
        let Some(form) = self.dialog_memory.merge.take() else { return };
        if self.state.dialog == Some(Dialog::Merge) {
            self.state.dialog = None;
        }
        if let Some((view, report)) = form.into_merge(revision) {
            self.added = Added { what: words_of_added(&view.merge), report };
            self.import_worker.place(view);
        }
    }

    fn edit_merged(&mut self, command: Command) {
        let before = self.canvas.view();
        let Added { what, report } = std::mem::take(&mut self.added);
        let revision = self.state.history.revision();
        self.edit(&format!("Add {what}"), command);
        if self.state.history.revision() != revision {
            self.fit_with_step(before);
            // What the file has is on the map now, and may be replaced.
            if let Some(version) = self.version_to_add.take() {
                self.state.on_disk = Some(version);
            }
            let text = report.after(&format!("Added {what}."));
            self.report_import(report, text);
        }
    }

    /// Says what was read or added, with the report.
    fn report_import(&mut self, report: Report, text: String) {
        self.state.report = report;
        self.toasts.info_with_button(text, "Show report", Intent::OpenDialog(Dialog::Report));
    }
}

/// What is being added to the map.
#[derive(Default)]
pub(super) struct Added {
    /// In words.
    what: String,
    /// The report on what was read.
    report: Report,
}

/// What is added, in words: `3 nations and 2 ties`. What the map has already isn't counted.
fn words_of_added(merge: &Merge) -> String {
    let (nations, ties) = (MergeCounts::of(&merge.nations), MergeCounts::of(&merge.ties));
    let new = counts_in_words(nations.new, ties.new, merge.new_notes);
    let said_more_of = counts_in_words(nations.different, ties.different, 0);
    match (new.as_str(), said_more_of.as_str()) {
        ("", "") => "details".to_owned(),
        ("", of) => format!("details to {of}"),
        (new, _) => new.to_owned(),
    }
}

/// Whether an import has nothing to ask.
///
/// # Errors
/// A message where no choice would make a map of it.
fn is_sure(import: &Import) -> Result<bool, String> {
    match &import.source().content {
        ImportContent::Tables(tables) if tables.iter().all(is_blank) => {
            let files: Vec<String> =
                import.source().files.iter().map(ToString::to_string).collect();
            Err(format!(
                "Can't import {}: no cell of it holds anything. Open a file with a nation or a tie in each row.",
                files.join(" and ")
            ))
        }
        ImportContent::Tables(_) => Ok(false),
        ImportContent::Map(_) | ImportContent::Network(_) => match import.map() {
            Ok(_) => Ok(import.questions().is_empty()),
            Err(error) => Err(error.to_string()),
        },
    }
}

/// Whether no cell of a table says anything.
fn is_blank(table: &Table) -> bool {
    (0..table.row_count()).all(|row| table.row(row).all(|cell| cell.trim().is_empty()))
}

/// The report of an import: `Read 77 nations and 254 ties from GEXF.`
fn import_report(report: &ImportReport) -> Report {
    let made = report.made.unwrap_or_default();
    let formats: Vec<&str> = report.files.iter().map(|file| file.format).collect();
    let made = counts_in_words(made.nodes, made.edges, 0);
    let made = if made.is_empty() { "nothing" } else { &made };
    Report::of_import(made, &formats.join(" and "), report)
}

/// A map with the name of its file as title, where it has none.
fn titled(mut map: Map, file: &str) -> Map {
    let title = Path::new(file).file_stem().unwrap_or_default().to_string_lossy();
    if !map.heading().title.trim().is_empty() || title.is_empty() {
        return map;
    }
    let heading = Heading { title: title.into_owned(), ..map.heading().clone() };
    // A title that a map can't have is left out: the map is worth more than that.
    let _ = edit::apply(&mut map, Command::Heading(Box::new(heading)));
    map
}

/// The name of a file without its folder.
fn name_of(path: &Path) -> String {
    path.file_name().unwrap_or_default().to_string_lossy().into_owned()
}
