//! Asking for a file in the system's dialog, or in the window's own where the system has none.

use super::{App, WindowContext};
use crate::ui::intent::Intent;
use crate::ui::state::{Dialog, PathPurpose};
use crate::ui::system::{DialogAnswer, DialogOutcome, intent_for, suggested_name};

impl App {
    /// Asks for a file in the system's dialog.
    pub(super) fn ask_for_path(&mut self, purpose: PathPurpose, window: WindowContext<'_>) {
        let document = match &self.state.path {
            Some(path) => path.file_name().unwrap_or_default().to_string_lossy().into_owned(),
            None => self.state.document_name(),
        };
        let name = suggested_name(&document, &purpose);
        let folder = self.state.settings.folder.as_deref();
        self.system_dialogs.ask(purpose, &name, folder, window.frame, window.ctx);
    }

    /// Uses the answer of the system's dialog.
    pub(super) fn take_path(&mut self, answer: DialogAnswer, out: &mut Vec<Intent>) {
        let DialogAnswer { purpose, outcome } = answer;
        match outcome {
            DialogOutcome::Chosen(path) => match purpose {
                // Whether unsaved work may go was asked before the dialog was.
                PathPurpose::Open => self.read(vec![path]),
                _ => out.push(intent_for(&purpose, path)),
            },
            DialogOutcome::Exists(path) => {
                self.dialog_memory.ask_to_replace(path);
                self.state.dialog = Some(Dialog::Path(purpose));
            }
            DialogOutcome::Cancelled => self.close_after_save = None,
            DialogOutcome::NoDialog => self.state.dialog = Some(Dialog::Path(purpose)),
        }
    }
}
