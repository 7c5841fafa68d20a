//! What is read from files and pasted texts, and what becomes of it: a map in place of the open one, or
//! more for the open one.

use std::path::{Path, PathBuf};
use std::time::Duration;

use egui::Context;

use super::App;
use crate::edit::{self, Command, History};
use crate::formats::Import;
use crate::model::{Heading, Map};
use crate::tasks::ReadFrom;
use crate::ui::intent::Intent;
use crate::ui::state::{Dialog, Report, counts_in_words};

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
    pub(super) fn take_read(&mut self, from: ReadFrom, import: Import) {
        match from {
            ReadFrom::File(path) if import.report().is_of_map => {
                if let Ok(opened) = import.into_opened() {
                    self.opened(path, opened);
                }
            }
            from => self.open_import(&from, &import),
        }
    }

    /// Shows an import as a new map, which no file has yet.
    fn open_import(&mut self, from: &ReadFrom, import: &Import) {
        let map = match import.map() {
            Ok(map) => map.clone(),
            Err(error) => return self.toasts.warn(error.to_string()),
        };
        let name = match from {
            ReadFrom::File(path) => {
                self.change_settings(|settings| settings.add_recent(path));
                name_of(path)
            }
            ReadFrom::Text(_) => String::new(),
        };
        let report = import_report(import);
        self.replace(History::of_unsaved(titled(map, &name)), None);
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

/// The report of an import: `Read 77 nations and 254 ties from GEXF.`
fn import_report(import: &Import) -> Report {
    let report = import.report();
    let made = report.made.unwrap_or_default();
    let formats: Vec<&str> = report.files.iter().map(|file| file.format).collect();
    let made = counts_in_words(made.nodes, made.edges, 0);
    let nothing = if made.is_empty() { "nothing" } else { "" };
    Report::of_import(format!("Read {made}{nothing} from {}.", formats.join(" and ")), &report)
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
