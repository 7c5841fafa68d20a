//! Exporting data for other programs, and what that would lose.

use std::path::PathBuf;

use super::App;
use crate::formats::Format;
use crate::tasks::FileJob;
use crate::ui::state::Dialog;

/// The format and the revision of which the losses are being found out.
#[derive(Debug, Default)]
pub(super) struct LossRequests(Option<(&'static Format, u64)>);

impl App {
    /// While the dialog is open, finds out what the map loses in the format that is chosen.
    pub(super) fn request_losses(&mut self) {
        let revision = self.state.history.revision();
        let export = &self.dialog_memory.data_export;
        let Some(format) = export.format() else { return };
        let wanted = Some((format, revision));
        if self.state.dialog != Some(Dialog::ExportData)
            || export.losses(revision).is_some()
            || self.loss_requests.0 == wanted
        {
            return;
        }
        self.loss_requests.0 = wanted;
        let map = Box::new(self.state.map().clone());
        self.file_worker.request(FileJob::Losses { map, revision, format });
    }

    pub(super) fn export_data_to(&mut self, path: PathBuf, format: &'static Format) {
        self.change_settings(|settings| settings.folder = path.parent().map(Into::into));
        let map = Box::new(self.state.map().clone());
        self.file_worker.request(FileJob::ExportData { map, format, path });
    }

    /// Saves the report on what was read last.
    pub(super) fn save_report_to(&self, path: PathBuf) {
        let text = self.state.report.text.clone();
        self.file_worker.request(FileJob::WriteText { text, path });
    }
}
