//! Closing the document for another one or to leave the app, and the question before unsaved work is
//! lost.

use egui::{Context, ViewportCommand};

use super::documents::sample_map;
use super::{App, WindowContext};
use crate::edit::History;
use crate::model::Map;
use crate::ui::intent::UnsavedAnswer;
use crate::ui::state::{CloseReason, Dialog, PathPurpose};

impl App {
    /// Closes the document, asking first when unsaved work would be lost.
    pub(super) fn close_document(&mut self, reason: CloseReason, window: WindowContext<'_>) {
        if self.state.history.is_unsaved() {
            self.state.dialog = Some(Dialog::Unsaved(reason));
        } else {
            self.proceed(reason, window);
        }
    }

    pub(super) fn answer_unsaved(&mut self, answer: UnsavedAnswer, window: WindowContext<'_>) {
        let Some(Dialog::Unsaved(reason)) = self.state.dialog.take() else { return };
        match answer {
            UnsavedAnswer::Cancel => self.forget_import(),
            UnsavedAnswer::Discard => {
                if reason == CloseReason::Quit {
                    self.end_journal(true);
                }
                self.proceed(reason, window);
            }
            UnsavedAnswer::Save => {
                self.close_after_save = Some(reason);
                self.save(window);
            }
        }
    }

    /// Ends the program where the system wishes it: there is no time for questions, and the journal keeps what isn't
    /// saved.
    pub(super) fn end_on_signal(&mut self, ctx: &Context) {
        if self.end_signal.is_set() && !self.may_close {
            self.may_close = true;
            self.end_journal(false);
            ctx.send_viewport_cmd(ViewportCommand::Close);
        }
    }

    /// Does what the document is closed for.
    pub(super) fn proceed(&mut self, reason: CloseReason, window: WindowContext<'_>) {
        self.state.dialog = None;
        match reason {
            CloseReason::New => self.replace(History::of_saved(Map::empty()), None),
            CloseReason::Open => self.ask_for_path(PathPurpose::Open, window),
            CloseReason::OpenPaths(paths) => self.read(paths),
            CloseReason::OpenSample(name) => {
                if let Some(map) = sample_map(name) {
                    self.replace(History::of_saved(map), None);
                }
            }
            CloseReason::ShowRead => self.show_read(),
            CloseReason::Recover(id) => self.recover(id),
            CloseReason::ShowVersion => self.show_version(),
            CloseReason::Quit => {
                self.may_close = true;
                self.end_journal(false);
                window.ctx.send_viewport_cmd(ViewportCommand::Close);
            }
        }
    }
}
