//! Keeping what is done safe: each edit goes to the journal of the document, from which it comes back after a crash.

use std::io;
use std::path::PathBuf;
use std::time::SystemTime;

use serde::{Deserialize, Serialize};

use super::{App, WindowContext};
use crate::edit::History;
use crate::model::Point;
use crate::recovery::{About, JournalError, Left, Missing, Recovered, RecoveryFolder};
use crate::tasks::{JournalEvent, JournalJob, JournalWorker, Wake, let_go};
use crate::ui::canvas::Camera;
use crate::ui::intent::LeftAnswer;
use crate::ui::state::{CloseReason, Dialog, State, Tab};

/// How the window shows a document, as its journal keeps it.
#[derive(Serialize, Deserialize)]
struct View {
    tab: Tab,
    center_in_world: Point,
    zoom: f32,
}

/// Starts the thread that keeps edits safe, where there is a folder for them.
pub(super) fn start(folder: Option<PathBuf>, wake: Wake) -> io::Result<Option<JournalWorker>> {
    let start = |folder| JournalWorker::start(RecoveryFolder::new(folder), wake);
    folder.map(start).transpose()
}

impl App {
    /// Sends what was done in this frame to the journal.
    pub(super) fn keep_safe(&mut self) {
        let Some(worker) = &self.journal else { return };
        let operations = self.state.history.take_log();
        if operations.is_empty() {
            return;
        }
        let is_recorded = worker.request(JournalJob::Record(operations, Box::new(self.about())));
        if !is_recorded && self.state.unsafe_because.is_none() {
            self.warn_of_unsafe("that part of Entente has a fault");
        }
    }

    /// Tells the journal that another document is shown.
    pub(super) fn show_to_journal(&mut self) {
        let Some(worker) = &self.journal else { return };
        let base = self.state.history.clone();
        self.state.history.keep_log();
        worker.request(JournalJob::Show(Box::new(base), Box::new(self.about())));
    }

    /// Lets the undo history of the document that was opened come back, where a journal has it.
    pub(super) fn resume_history(&self) {
        if let Some(worker) = &self.journal {
            worker.request(JournalJob::Resume(Box::new(self.about())));
        }
    }

    /// The last word to the journal before the window closes. Unsaved work stays in it unless a person has dropped it.
    pub(super) fn end_journal(&mut self, is_dropped: bool) {
        self.keep_safe();
        let Some(worker) = self.journal.take() else { return };
        worker.request(if is_dropped {
            JournalJob::Drop
        } else {
            JournalJob::Describe(Box::new(self.about()))
        });
        // Dropped here, it waits until all is written.
        drop(worker);
    }

    fn about(&self) -> About {
        let State { history, path, on_disk, tab, .. } = &self.state;
        let map = history.map();
        let Camera { center_in_world, zoom } = self.canvas.view();
        let view = View { tab: *tab, center_in_world, zoom };
        About {
            name: self.state.document_name(),
            path: path.clone(),
            on_disk: *on_disk,
            counts: (map.nations().len(), map.ties().len()),
            is_unsaved: history.is_unsaved(),
            steps_since_save: history.steps_since_save(),
            changed_at: Some(SystemTime::now()),
            view: serde_json::to_string(&view).unwrap_or_default(),
        }
    }

    pub(super) fn take_journal_events(&mut self) {
        while let Some(event) = self.journal.as_ref().and_then(JournalWorker::take) {
            match event {
                JournalEvent::Left(left) => self.take_left(left),
                JournalEvent::TakenOver(Ok(recovered)) => self.show_recovered(*recovered),
                JournalEvent::TakenOver(Err(error)) => self.not_recovered(&error),
                JournalEvent::Resumed(recovered) => self.show_resumed(*recovered),
                JournalEvent::Failed(error) => self.warn_of_unsafe(&error.to_string()),
                JournalEvent::Safe => {
                    self.state.unsafe_because = None;
                    self.toasts.info("What you do is kept safe again");
                }
                JournalEvent::BeginAgain => self.show_to_journal(),
            }
        }
    }

    fn warn_of_unsafe(&mut self, why: &str) {
        let text = format!("What you do isn't kept safe until you save it: {why}.");
        self.state.unsafe_because = Some(text.clone());
        self.toasts.warn(text);
    }

    fn take_left(&mut self, left: Vec<Left>) {
        self.state.left = left;
        if self.state.left.is_empty() && self.state.dialog == Some(Dialog::Recovery) {
            self.state.dialog = None;
        }
    }

    /// Offers unsaved work that was left, once nothing else is asked, until a person has closed or taken the offer.
    pub(super) fn offer_unsaved_work(&mut self) {
        let State { left, dialog, .. } = &mut self.state;
        if dialog.is_none() && !left.is_empty() && *left != self.answered_left {
            *dialog = Some(Dialog::Recovery);
        }
    }

    /// Notes that the offer of unsaved work was seen.
    pub(super) fn mark_offer_answered(&mut self) {
        self.answered_left.clone_from(&self.state.left);
    }

    pub(super) fn answer_left(&mut self, answer: LeftAnswer, window: WindowContext<'_>) {
        match answer {
            LeftAnswer::Open(id) => {
                self.mark_offer_answered();
                self.close_document(CloseReason::Recover(id), window);
            }
            LeftAnswer::ThrowAway(id) => {
                if let Some(worker) = &self.journal {
                    worker.request(JournalJob::Delete(id));
                }
            }
        }
    }

    /// Asks for a document that was left; it is shown once it is there.
    pub(super) fn recover(&self, id: String) {
        if let Some(worker) = &self.journal {
            worker.request(JournalJob::TakeOver(id));
        }
    }

    fn show_recovered(&mut self, recovered: Recovered) {
        let Recovered { history, about, missing } = recovered;
        self.take_up(history, about);
        let text = match missing_in_words(missing) {
            None => "Your work is back, with all its steps".to_owned(),
            Some(missing) => format!("Your work is back, but {missing}"),
        };
        if missing == Missing::default() {
            self.toasts.info(text);
        } else {
            self.toasts.warn(text);
        }
        self.look_for_left();
    }

    /// Shows the document of a file with the steps of an earlier start, unless it was changed meanwhile.
    fn show_resumed(&mut self, recovered: Recovered) {
        let State { history, path, dialog, .. } = &self.state;
        let is_untouched = !history.is_unsaved() && history.steps().next().is_none();
        if is_untouched && *path == recovered.about.path && dialog.is_none() {
            self.take_up(recovered.history, recovered.about);
        } else {
            let_go(recovered);
        }
    }

    /// Shows a document out of a journal, which goes on with it.
    fn take_up(&mut self, history: History, about: About) {
        let settings = self.state.settings.clone();
        let left = std::mem::take(&mut self.state.left);
        self.state = State::new(history, about.path, settings);
        (self.state.left, self.state.on_disk) = (left, about.on_disk);
        self.state.history.keep_log();
        if let Some(worker) = &self.journal {
            worker.request(JournalJob::Accept);
        }
        self.document_replaced();
        if let Ok(view) = serde_json::from_str::<View>(&about.view) {
            self.state.tab = view.tab;
            self.canvas
                .return_to(Camera { center_in_world: view.center_in_world, zoom: view.zoom });
        }
    }

    fn not_recovered(&mut self, error: &JournalError) {
        self.toasts.warn(format!("That can't be opened: {error}. It stays where it is."));
        self.look_for_left();
    }

    pub(super) fn look_for_left(&self) {
        if let Some(worker) = &self.journal {
            worker.request(JournalJob::FindLeft);
        }
    }
}

/// What couldn't be had of a journal, as the rest of a sentence.
fn missing_in_words(missing: Missing) -> Option<String> {
    let Missing { operations, steps, is_map_damaged } = missing;
    let count = match operations {
        0 => None,
        1 => Some("the last change couldn't be read".to_owned()),
        many => Some(format!("the last {many} changes couldn't be read")),
    };
    let parts = [
        count,
        steps.then(|| "what came before can't be undone".to_owned()),
        is_map_damaged.then(|| "some of it may be other than it was: check it".to_owned()),
    ];
    let parts: Vec<String> = parts.into_iter().flatten().collect();
    (!parts.is_empty()).then(|| format!("{}.", parts.join("; ")))
}
