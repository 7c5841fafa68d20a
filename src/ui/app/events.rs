//! What worker threads and the system's dialogs report.

use egui::Context;

use super::App;
use crate::tasks::FileEvent;
use crate::ui::intent::Intent;

impl App {
    /// Takes what has been reported since the last frame.
    pub(super) fn take_events(&mut self, ctx: &Context, out: &mut Vec<Intent>) {
        if let Some(event) = self.layout_run.take() {
            self.take_layout_event(event);
        }
        self.quality_requests.take(&mut self.state);
        self.take_pacts();
        while let Ok(message) = self.warnings.1.try_recv() {
            self.toasts.warn(message);
        }
        self.take_journal_events();
        while let Some(event) = self.import_worker.take() {
            self.take_import_event(event, ctx);
        }
        while let Some(event) = self.file_worker.take() {
            self.take_file_event(event, ctx);
        }
        if let Some(answer) = self.system_dialogs.poll() {
            self.take_path(answer, out);
        }
        self.offer_unsaved_work();
    }

    fn take_file_event(&mut self, event: FileEvent, ctx: &Context) {
        match event {
            FileEvent::Read(from, Ok(read)) => self.take_read(&from, *read),
            FileEvent::PictureRead(nation, Ok(picture)) => self.set_picture(nation, picture),
            FileEvent::Saved(path, revision, Ok(version)) => {
                self.saved(path, revision, version, ctx);
            }
            FileEvent::Looked(path, found) => self.looked(&path, found),
            FileEvent::Compared(path, revision, differences) => {
                self.take_differences(path, revision, differences);
            }
            FileEvent::Exported(path, Ok(())) => self.exported(path),
            FileEvent::Picture(Ok(pixels)) => self.copy_pixels(&pixels, ctx),
            FileEvent::Losses(format, revision, losses) => {
                self.dialog_memory.data_export.set_losses(format, revision, losses);
            }
            FileEvent::Preview(request, preview) => {
                let version = self.state.visible.version();
                self.dialog_memory.export_preview =
                    self.figure_preview.take(request, version, preview, ctx);
            }
            FileEvent::Versions(path, versions) => self.take_versions(&path, versions),
            FileEvent::VersionRead(version, read) => self.take_version(version, read, ctx),
            FileEvent::Saved(path, _, Err(reason)) => self.not_saved(path, &reason),
            FileEvent::Read(_, Err(message))
            | FileEvent::PictureRead(_, Err(message))
            | FileEvent::Exported(_, Err(message))
            | FileEvent::Picture(Err(message)) => {
                self.toasts.warn(message);
            }
        }
    }
}
