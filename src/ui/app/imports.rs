//! What is read from files and pasted texts, and what becomes of it: a map in place of the open one, or
//! more for the open one.

use std::path::{Path, PathBuf};
use std::time::Duration;

use egui::Context;

use super::App;
use crate::edit::{self, Command, History};
use crate::formats::{ENTENTE, Import, ImportContent, InputFile, recognise};
use crate::model::{Heading, Map};
use crate::tasks::{ImportEvent, ReadFrom};
use crate::ui::dialogs::{ImportForm, MergeForm};
use crate::ui::intent::Intent;
use crate::ui::state::{Dialog, Report, counts_in_words};

/// What is read for longer than this is said to be read.
const SILENT: Duration = Duration::from_millis(500);
const NOTHING_TO_IMPORT: &str = "Can't paste: the text on the clipboard isn't a map. Copy nations in \
                                 Entente, cells of a table, lines such as “Japan – India: pact”, \
                                 or the text of a file, then paste again.";

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
    /// Reads a file, to be shown in place of the open document.
    pub(super) fn read(&mut self, path: PathBuf) {
        self.read_purpose = ReadPurpose::Open;
        self.file_worker.read(ReadFrom::File(path));
    }

    /// Reads a file or a text, to be added to the open document.
    pub(super) fn read_to_add(&mut self, from: ReadFrom) {
        self.read_purpose = ReadPurpose::Add;
        self.file_worker.read(from);
    }

    /// Reads a text that was pasted and isn't part of a map, to be added to the map.
    pub(super) fn read_pasted(&mut self, text: &str) {
        let file = InputFile { name: "", bytes: text.as_bytes() };
        if recognise(&file).is_some_and(|format| *format != ENTENTE) {
            self.read_to_add(ReadFrom::Text(text.to_owned()));
        } else {
            self.toasts.warn(NOTHING_TO_IMPORT);
        }
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
            ReadFrom::File(path) => format!("“{}”", name_of(path)),
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
    pub(super) fn take_read(&mut self, from: &ReadFrom, import: Import) {
        let purpose = self.read_purpose;
        let is_of_map = matches!(import.source().content, ImportContent::Map(_));
        if let (ReadFrom::File(path), ReadPurpose::Open) = (from, purpose) {
            if is_of_map {
                if let Ok(opened) = import.into_opened() {
                    self.opened(path.clone(), opened);
                }
                return;
            }
            self.change_settings(|settings| settings.add_recent(path));
        }
        let is_text = matches!(from, ReadFrom::Text(_));
        match is_sure(&import) {
            Ok(true) => self.use_import(&import, purpose == ReadPurpose::Add),
            Ok(false) => self.begin_import(import, purpose == ReadPurpose::Add),
            Err(_) if is_text => self.toasts.warn(NOTHING_TO_IMPORT),
            Err(message) => self.toasts.warn(message),
        }
    }

    /// Asks how what was read becomes a map.
    fn begin_import(&mut self, import: Import, is_added: bool) {
        let kept = self.state.settings.imports.of(&import);
        self.dialog_memory.import = Some(ImportForm::new(import, is_added, kept));
        self.state.dialog = Some(Dialog::Import);
    }

    /// While the assistant is open, asks for the map by the choices made there, and for a picture of it.
    pub(super) fn request_import(&mut self, ctx: &Context) {
        if self.state.dialog != Some(Dialog::Import) {
            return;
        }
        let theme = crate::ui::theme::scene_theme(ctx.theme());
        let Some(form) = &mut self.dialog_memory.import else { return };
        if let Some((import, plan, choices)) = form.take_request() {
            self.import_worker.change(import, plan, choices);
        }
        if let Some(map) = form.take_drawing() {
            self.import_worker.draw(map, theme);
        }
    }

    pub(super) fn take_import_event(&mut self, event: ImportEvent, ctx: &Context) {
        match event {
            ImportEvent::Changed(import) => {
                if let Some(form) = &mut self.dialog_memory.import {
                    form.set_import(*import);
                }
            }
            ImportEvent::Joined(Ok(import)) => {
                if let Some(form) = &mut self.dialog_memory.import {
                    *form = ImportForm::new(*import, form.is_added(), None);
                    self.state.dialog = Some(Dialog::Import);
                }
            }
            ImportEvent::Joined(Err(message)) => self.toasts.warn(message),
            ImportEvent::Drawn(preview) => {
                if let Some(form) = &mut self.dialog_memory.import {
                    form.set_picture(preview, ctx);
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

    /// Joins the tables of another file to those that are imported.
    pub(super) fn join_table(&mut self, path: PathBuf) {
        if let Some(form) = &self.dialog_memory.import {
            self.state.dialog = Some(Dialog::Import);
            self.import_worker.join(form.import().clone(), path);
        }
    }

    /// Carries the import out as the assistant says.
    pub(super) fn finish_import(&mut self) {
        self.state.dialog = None;
        let Some(form) = self.dialog_memory.import.take() else { return };
        let (import, is_added) = form.into_parts();
        self.change_settings(|settings| settings.imports.remember(&import));
        self.use_import(&import, is_added);
    }

    /// Shows the map of an import as a new one, which no file has yet, or offers to add it.
    fn use_import(&mut self, import: &Import, is_added: bool) {
        let map = match import.map() {
            Ok(map) => map.clone(),
            Err(error) => return self.toasts.warn(error.to_string()),
        };
        let names = import.source().files.iter().map(|file| file.name.as_str());
        let name = names.into_iter().next().unwrap_or_default();
        let report = import_report(import);
        let is_empty = self.state.map().nations().is_empty() && self.state.path.is_none();
        match is_added {
            false => self.show_imported(titled(map, name), report),
            true => {
                let map = if is_empty { titled(map, name) } else { map };
                self.dialog_memory.merge = Some(MergeForm::new(report, map));
                if is_empty {
                    self.add_merged();
                } else {
                    self.state.dialog = Some(Dialog::Merge);
                }
            }
        }
    }

    fn show_imported(&mut self, map: Map, report: Report) {
        self.replace(History::of_unsaved(map), None);
        self.report_import(report);
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
        let Some(mut form) = self.dialog_memory.merge.take() else { return };
        let (map, revision) = (self.state.map(), self.state.history.revision());
        let command = form.merge(map, revision).command.clone();
        self.import_worker.place(map.clone(), revision, command);
        self.added_report = form.into_parts().1;
    }

    fn edit_merged(&mut self, command: Command) {
        let before = self.canvas.view();
        let report = std::mem::take(&mut self.added_report);
        let revision = self.state.history.revision();
        self.edit(&format!("Add {}", report.made), command);
        if self.state.history.revision() != revision {
            self.fit_with_step(before);
            self.report_import(report);
        }
    }

    /// Says what was read, with the report.
    fn report_import(&mut self, report: Report) {
        let text = report.in_short();
        self.state.report = report;
        self.toasts.info_with_button(text, "Show report", Intent::OpenDialog(Dialog::Report));
    }
}

/// Whether an import has nothing to ask.
///
/// # Errors
/// A message where no choice would make a map of it.
fn is_sure(import: &Import) -> Result<bool, String> {
    match &import.source().content {
        ImportContent::Tables(tables) if tables.iter().all(|table| table.column_count() < 2) => {
            Err(import.map().err().map_or_else(String::new, ToString::to_string))
        }
        ImportContent::Tables(_) => Ok(false),
        ImportContent::Map(_) | ImportContent::Network(_) => match import.map() {
            Ok(_) => Ok(import.questions().is_empty()),
            Err(error) => Err(error.to_string()),
        },
    }
}

/// The report of an import: `Read 77 nations and 254 ties from GEXF.`
fn import_report(import: &Import) -> Report {
    let report = import.report();
    let made = report.made.unwrap_or_default();
    let formats: Vec<&str> = report.files.iter().map(|file| file.format).collect();
    let made = counts_in_words(made.nodes, made.edges, 0);
    let made = if made.is_empty() { "nothing".to_owned() } else { made };
    Report::of_import(made, &formats.join(" and "), &report)
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
