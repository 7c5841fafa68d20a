//! The file of the map where something else is in it than this window read or saved: another program has changed
//! it, or it may not be written.

use std::path::{Path, PathBuf};
use std::time::Duration;

use egui::Context;

use super::{App, WindowContext};
use crate::analysis::Changes;
use crate::formats::{FileFound, FileVersion, NotSaved, Replaces};
use crate::tasks::{FileJob, ImportView, ReadFrom};
use crate::ui::intent::{Intent, NotSavedAnswer};
use crate::ui::state::{Dialog, Obstacle, PathPurpose, State};

/// How long a file is left alone after it was touched, in seconds.
const SETTLED_S: f64 = 0.4;

impl App {
    /// Has the file of the map looked at, for another program may have changed it while this window was behind.
    pub(super) fn look_at_file(&self) {
        if let (Some(path), Some(version)) = (self.state.path.clone(), self.state.on_disk) {
            self.file_worker.request(FileJob::Look { path, version });
        }
    }

    /// Watches the file of the map, and has it looked at a moment after another program may have changed it, when that
    /// has most likely written all.
    pub(super) fn follow_file(&mut self, ctx: &Context) {
        let Some(watcher) = &mut self.file_watcher else { return };
        watcher.watch(self.state.path.as_deref());
        let now_s = ctx.input(|input| input.time);
        if watcher.take() {
            self.look_due_s = Some(now_s + SETTLED_S);
        }
        match self.look_due_s {
            Some(due_s) if due_s <= now_s => {
                self.look_due_s = None;
                self.look_at_file();
            }
            Some(due_s) => ctx.request_repaint_after(Duration::from_secs_f64(due_s - now_s)),
            None => {}
        }
    }

    /// Says that another program has changed the file or taken it away; once for each change that this window hasn't
    /// seen.
    pub(super) fn looked(&mut self, path: &Path, found: FileFound) {
        if self.state.path.as_deref() != Some(path) {
            return;
        }
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        let was_gone = std::mem::replace(&mut self.is_file_gone, found == FileFound::Gone);
        if self.is_file_gone && !was_gone {
            self.state.history.mark_lost();
            self.toasts.warn(format!(
                "“{name}” isn't there any more: it was moved or deleted. Save writes it anew."
            ));
        }
        let is_told = found == FileFound::Changed && self.state.dialog.is_none();
        let told_of = self.state.on_disk.filter(|_| is_told);
        if told_of.is_none() || std::mem::replace(&mut self.told_of, told_of) == told_of {
            return;
        }
        let question = Dialog::NotSaved(path.to_owned(), Obstacle::Changed);
        let text = format!("Another program has changed “{name}”");
        self.toasts.info_with_button(text, "Decide…", Intent::OpenDialog(question));
    }

    /// While it is asked what becomes of a file that another program has changed, finds out what differs.
    pub(super) fn compare_with_file(&mut self) {
        let State { dialog, history, .. } = &self.state;
        let Some(Dialog::NotSaved(path, Obstacle::Changed)) = dialog else {
            self.compared = None;
            return;
        };
        let asked = (path.clone(), history.revision());
        if self.compared.as_ref() != Some(&asked) {
            let (path, revision) = asked.clone();
            let map = Box::new(history.map().clone());
            self.dialog_memory.differences = None;
            self.file_worker.request(FileJob::Compare { map, revision, path });
            self.compared = Some(asked);
        }
    }

    /// Takes what differs, where it is still asked for.
    pub(super) fn take_differences(
        &mut self,
        path: PathBuf,
        revision: u64,
        differences: Result<Changes, String>,
    ) {
        if self.compared == Some((path, revision)) {
            self.dialog_memory.differences = Some(differences);
        }
    }

    /// Asks about what stands in the way of saving, or says what does.
    pub(super) fn not_saved(&mut self, path: PathBuf, reason: &NotSaved) {
        let obstacle = match reason {
            NotSaved::Changed => Obstacle::Changed,
            NotSaved::ReadOnly => Obstacle::ReadOnly,
            NotSaved::Failed(_) => Obstacle::Failed(reason.to_string()),
        };
        self.state.dialog = Some(Dialog::NotSaved(path, obstacle));
    }

    pub(super) fn answer_not_saved(&mut self, answer: NotSavedAnswer, window: WindowContext<'_>) {
        let Some(Dialog::NotSaved(path, _)) = self.state.dialog.take() else { return };
        match answer {
            NotSavedAnswer::Again => {
                return self.save_over(path, Replaces::Version(self.state.on_disk));
            }
            NotSavedAnswer::Replace => return self.save_over(path, Replaces::Anything),
            NotSavedAnswer::Elsewhere => return self.ask_for_path(PathPurpose::Save, window),
            NotSavedAnswer::Reload => self.read(vec![path]),
            NotSavedAnswer::Merge => self.read_to_add(ReadFrom::Files(vec![path])),
            NotSavedAnswer::Cancel => {}
        }
        self.close_after_save = None;
    }

    /// What the file of the map held, where that is what was read.
    pub(super) fn version_of_own_file(
        &self,
        from: &ReadFrom,
        read: &ImportView,
    ) -> Option<FileVersion> {
        let ReadFrom::Files(paths) = from else { return None };
        let is_own = self.state.path.is_some() && paths.first() == self.state.path.as_ref();
        read.import.source().files.first()?.version.filter(|_| is_own)
    }
}
