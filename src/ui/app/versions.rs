//! Earlier saved versions of the map: looking at one, and going back to it.

use std::path::Path;

use super::{App, WindowContext};
use crate::edit::{Command, History};
use crate::recovery::Version;
use crate::tasks::{FileJob, VersionRead};
use crate::ui::dialogs::{VersionsForm, version_time};
use crate::ui::intent::VersionAnswer;
use crate::ui::state::{CloseReason, Dialog};

impl App {
    /// Opens the dialog, and asks which versions there are.
    pub(super) fn ask_for_versions(&mut self) {
        let Some(path) = self.state.path.clone() else { return };
        self.dialog_memory.versions = VersionsForm::default();
        self.state.dialog = Some(Dialog::Versions);
        self.file_worker.request(FileJob::FindVersions(path));
    }

    pub(super) fn take_versions(&mut self, path: &Path, versions: Vec<Version>) {
        if self.state.path.as_deref() != Some(path) {
            return;
        }
        if let Some(newest) = self.dialog_memory.versions.set_versions(versions) {
            self.file_worker.request(FileJob::ReadVersion(newest));
        }
    }

    pub(super) fn take_version(
        &mut self,
        version: Version,
        read: Result<Box<VersionRead>, String>,
        ctx: &egui::Context,
    ) {
        self.dialog_memory.versions.set_read(version, read.map(|read| *read), ctx);
    }

    pub(super) fn answer_version(&mut self, answer: VersionAnswer, window: WindowContext<'_>) {
        match answer {
            VersionAnswer::Look(version) => self.file_worker.request(FileJob::ReadVersion(version)),
            VersionAnswer::Restore => self.restore_version(),
            VersionAnswer::OpenAsNew => self.close_document(CloseReason::ShowVersion, window),
        }
    }

    /// Shows a version in place of the map, as one step.
    fn restore_version(&mut self) {
        let Some((version, map)) = self.dialog_memory.versions.chosen() else { return };
        let name = format!("Restore version of {}", version_time(version));
        let command = Command::Whole(Box::new(map.clone()));
        self.state.dialog = None;
        let before = self.canvas.view();
        self.edit(&name, command);
        self.fit_with_step(before);
    }

    /// Shows the version that is looked at as a map that no file has yet.
    pub(super) fn show_version(&mut self) {
        if let Some((_, map)) = self.dialog_memory.versions.chosen() {
            self.replace(History::of_unsaved(map.clone()), None);
        }
    }
}
