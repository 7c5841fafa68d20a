//! Documents: reading, saving and replacing them.

use std::path::PathBuf;

use egui::Context;

use super::{App, WindowContext};
use crate::edit::History;
use crate::formats::{self, FileVersion, Opened, Replaces, samples};
use crate::model::Map;
use crate::tasks::FileJob;
use crate::ui::intent::Intent;
use crate::ui::settings::Settings;
use crate::ui::state::sample::Sample;
use crate::ui::state::{Dialog, PathPurpose, Report, State};

/// The samples as the menus list them.
pub(super) fn samples() -> &'static [Sample] {
    const fn listed(index: usize) -> Sample {
        let sample = samples::SAMPLES[index];
        Sample { name: sample.name, title: sample.title }
    }
    const LISTED: [Sample; samples::SAMPLES.len()] = [listed(0), listed(1), listed(2)];
    &LISTED
}

/// The document of the first start.
pub(super) fn first_sample(settings: Settings) -> State {
    let map = sample_map(samples::SAMPLES[0].name).unwrap_or_else(Map::empty);
    State::new(History::of_saved(map), None, settings)
}

/// The map of a sample; a test reads them all.
pub(super) fn sample_map(name: &str) -> Option<Map> {
    let sample = samples::sample(name)?;
    formats::read(sample.json.as_bytes()).ok().map(|opened| opened.map)
}

impl App {
    /// Shows the map of a file of Entente's own.
    pub(super) fn opened(&mut self, path: PathBuf, opened: Opened, version: Option<FileVersion>) {
        let problems: Vec<String> = opened.problems.iter().map(ToString::to_string).collect();
        self.change_settings(|settings| settings.add_recent(&path));
        self.replace(History::of_saved(opened.map), Some(path));
        self.state.on_disk = version;
        self.resume_history();
        self.report_problems("Opened", problems);
    }

    /// Reports how much of what was opened or pasted could not be read, and offers to list it.
    pub(super) fn report_problems(&mut self, done: &str, problems: Vec<String>) {
        let count = problems.len();
        if count > 0 {
            self.state.report = Report::of_problems(problems);
            let plural = if count == 1 { "problem" } else { "problems" };
            let text = format!("{done} with {count} {plural}; the rest was kept");
            self.toasts.info_with_button(text, "Show", Intent::OpenDialog(Dialog::Report));
        }
    }

    /// Replaces the open document.
    pub(super) fn replace(&mut self, history: History, path: Option<PathBuf>) {
        // What was done to the document that goes, such as saving it, is still to be told.
        self.keep_safe();
        let settings = self.state.settings.clone();
        let left = std::mem::take(&mut self.state.left);
        self.state = State::new(history, path, settings);
        self.state.left = left;
        self.show_to_journal();
        self.document_replaced();
    }

    /// Begins to show a document that has replaced another: all of it, and nations without a position
    /// where a layout puts them.
    pub(super) fn document_replaced(&mut self) {
        self.is_file_gone = false;
        self.remember_open_file();
        self.quality_requests.reset();
        self.panel_memory.drop_drafts();
        self.quick_entry.drop_text();
        self.canvas.reset();
        self.lay_out_opened();
    }

    /// The file that was open last. It is forgotten until it is shown, so that no file can stand in the way of every
    /// start.
    pub(super) fn take_last_open(&mut self) -> Option<PathBuf> {
        let last = self.state.settings.open.clone()?;
        self.change_settings(|settings| settings.open = None);
        Some(last)
    }

    /// Keeps which file is open: the next start goes on with it.
    fn remember_open_file(&mut self) {
        let path = self.state.path.as_ref();
        let open = path.map(|path| std::path::absolute(path).unwrap_or_else(|_| path.clone()));
        // A window that opens shows a sample until its file is read.
        if open != self.state.settings.open && self.has_started {
            self.change_settings(|settings| settings.open = open);
        }
    }

    pub(super) fn save(&mut self, window: WindowContext<'_>) {
        match self.state.path.clone() {
            Some(path) => self.save_over(path, Replaces::Version(self.state.on_disk)),
            None => self.ask_for_path(PathPurpose::Save, window),
        }
    }

    /// Saves to a file of which it was asked already whether it may be replaced.
    pub(super) fn save_to(&mut self, path: PathBuf) {
        self.state.dialog = None;
        self.save_over(path, Replaces::Version(None));
    }

    pub(super) fn save_over(&self, path: PathBuf, replaces: Replaces) {
        let revision = self.state.history.revision();
        let map = Box::new(self.state.map().clone());
        self.file_worker.request(FileJob::Save { map, revision, path, replaces });
    }

    pub(super) fn saved(
        &mut self,
        path: PathBuf,
        revision: u64,
        version: FileVersion,
        ctx: &Context,
    ) {
        self.state.on_disk = Some(version);
        self.is_file_gone = false;
        self.state.history.mark_saved(revision);
        self.state.saved_at = Some(jiff::Zoned::now().strftime("%H:%M").to_string());
        self.change_settings(|settings| settings.add_recent(&path));
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        self.toasts.info(format!("Saved “{name}”"));
        self.state.path = Some(path);
        self.remember_open_file();
        if let Some(reason) = self.close_after_save.take() {
            self.proceed(reason, WindowContext { ctx, frame: None });
        }
    }
}
