//! Pacts of many: finding them while the dialog is open, making organisations of them, and ties of organisations.

use super::App;
use crate::edit::Command;
use crate::model::counted;
use crate::tasks::{CondenseEvent, CondenseJob, CondenseWorker};
use crate::ui::dialogs::PactsForm;
use crate::ui::intent::{Intent, PactsRequest};
use crate::ui::state::Dialog;

/// The worker that condenses and expands, and for which revision it was asked to find pacts.
pub(super) struct PactRequests {
    worker: CondenseWorker,
    sought_in: Option<u64>,
}

impl PactRequests {
    pub(super) const fn new(worker: CondenseWorker) -> Self {
        Self { worker, sought_in: None }
    }
}

impl App {
    /// While the dialog is open, has pacts found in the map as it is; once it is closed, nothing of it is wanted.
    pub(super) fn request_pacts(&mut self) {
        let is_open = self.state.dialog == Some(Dialog::FindPacts);
        let wanted = is_open.then(|| self.state.history.revision());
        if self.pact_requests.sought_in == wanted {
            return;
        }
        self.pact_requests.sought_in = wanted;
        self.dialog_memory.pacts = PactsForm::default();
        self.state.spoken_of.clear();
        match wanted {
            Some(revision) => self.request_of_pacts(revision, CondenseJob::Find),
            None => self.pact_requests.worker.cancel(),
        }
    }

    /// Carries out what dialog and toast ask for.
    pub(super) fn answer_pacts(&mut self, request: PactsRequest) {
        match request {
            PactsRequest::Show(targets) => self.state.spoken_of = targets,
            PactsRequest::Make => self.make_pacts(),
            PactsRequest::TakeBack(revision) => self.take_back(revision),
        }
    }

    /// Has organisations made of the groups that are ticked.
    fn make_pacts(&mut self) {
        if let Some((proposals, ticked)) = self.dialog_memory.pacts.accepted() {
            self.dialog_memory.pacts.set_making(true);
            let revision = self.state.history.revision();
            self.request_of_pacts(revision, CondenseJob::Make(proposals, ticked));
        }
    }

    /// Has ties made of the organisations that stand for some.
    pub(super) fn expand_pacts(&self) {
        self.request_of_pacts(self.state.history.revision(), CondenseJob::Expand);
    }

    fn request_of_pacts(&self, revision: u64, job: CondenseJob) {
        self.pact_requests.worker.request(self.state.map().clone(), revision, job);
    }

    /// Takes what the worker has done. What it has done for another revision of the map is dropped.
    pub(super) fn take_pacts(&mut self) {
        let Some((revision, event)) = self.pact_requests.worker.take() else { return };
        let is_current = revision == self.state.history.revision();
        match event {
            CondenseEvent::Found(found) if is_current => {
                self.dialog_memory.pacts.set_found(self.state.map(), found);
            }
            CondenseEvent::Made(Ok(command)) if is_current => self.edit_made(command),
            CondenseEvent::Expanded(Ok((command, ties, gone))) if is_current => {
                let organisations = counted(gone, "organisation", "organisations");
                let ties = counted(ties, "tie", "ties");
                let done = format!("Expanded {organisations} into {ties}");
                self.edit_with_toast(&format!("Expand {organisations}"), done, command);
            }
            CondenseEvent::Expanded(Ok(_)) => {
                self.toasts.info("Nothing was expanded: the map has changed meanwhile");
            }
            CondenseEvent::Made(Err(why)) | CondenseEvent::Expanded(Err(why)) => {
                self.dialog_memory.pacts.set_making(false);
                self.toasts.warn(why);
            }
            CondenseEvent::Found(_) | CondenseEvent::Made(_) => {}
        }
    }

    fn edit_made(&mut self, command: Command) {
        let Some(outcome) = self.dialog_memory.pacts.outcome() else { return };
        let organisations = counted(outcome.organisations, "organisation", "organisations");
        let ties = counted(outcome.replaced(), "tie", "ties");
        self.state.dialog = None;
        self.state.spoken_of.clear();
        let done = format!("Made {organisations} in place of {ties}");
        self.edit_with_toast(&format!("Make {organisations}"), done, command);
    }

    /// Performs a step and says what was done, with a button that takes it back.
    fn edit_with_toast(&mut self, name: &str, done: String, command: Command) {
        let before = self.state.history.revision();
        self.edit(name, command);
        let after = self.state.history.revision();
        if after != before {
            self.toasts.info_with_button(
                done,
                "Undo",
                Intent::Pacts(PactsRequest::TakeBack(after)),
            );
        }
    }

    /// Takes back the step that has led to a revision, unless more was done since.
    fn take_back(&mut self, revision: u64) {
        if self.state.history.revision() == revision {
            self.undo();
        } else {
            self.toasts.info("More was done since: Edit › History… goes back to any step");
        }
    }
}
