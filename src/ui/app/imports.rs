//! What is read from files and pasted texts, and what becomes of it: a map in place of the open one, or
//! more for the open one.

use std::path::{Path, PathBuf};
use std::time::Duration;

use egui::Context;

use super::App;
use crate::edit::{self, Command, History};
use crate::model::{Heading, Map};
use crate::tasks::{Import, ReadContent, ReadFrom};
use crate::ui::intent::Intent;
use crate::ui::state::{Dialog, Report};

/// What is read for longer than this is said to be read.
const SILENT: Duration = Duration::from_millis(500);

impl App {
    /// Reads a file, to be shown in place of the open document.
    pub(super) fn read(&mut self, path: PathBuf) {
        self.file_worker.read(ReadFrom::File(path));
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

    /// Takes what was read.
    pub(super) fn take_read(&mut self, from: ReadFrom, read: ReadContent) {
        match (from, read) {
            (ReadFrom::File(path), ReadContent::Map(opened)) => self.opened(path, *opened),
            (ReadFrom::Text(_), ReadContent::Map(_)) => {}
            (from, ReadContent::Import(import)) => self.open_import(&from, &import),
        }
    }

    /// Shows an import as a new map, which no file has yet.
    fn open_import(&mut self, from: &ReadFrom, import: &Import) {
        let map = match &import.outcome {
            Ok(outcome) => outcome.imported.map.clone(),
            Err(message) => return self.toasts.warn(message.clone()),
        };
        if let ReadFrom::File(path) = from {
            self.change_settings(|settings| settings.add_recent(path));
        }
        let report = Report::of_import(import);
        self.replace(History::of_unsaved(titled(map, &import.source.name)), None);
        self.report_import(report);
    }

    /// Says what was read, with the report.
    fn report_import(&mut self, report: Report) {
        let remarks = match report.count() {
            0 => String::new(),
            1 => " 1 remark.".to_owned(),
            count => format!(" {count} remarks."),
        };
        let text = format!("{}{remarks}", report.summary);
        self.state.report = report;
        self.toasts.info_with_button(text, "Show report", Intent::OpenDialog(Dialog::Report));
    }
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
pub(super) fn name_of(path: &Path) -> String {
    path.file_name().unwrap_or_default().to_string_lossy().into_owned()
}
