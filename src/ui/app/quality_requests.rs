//! Keeps the numbers of the tab *Layout* current while it is open.

use crate::tasks::QualityWorker;
use crate::ui::state::{State, Tab};

/// The worker that measures layouts, and what it was asked for.
pub(super) struct QualityRequests {
    worker: QualityWorker,
    newest: Option<Request>,
}

#[derive(Clone, Copy)]
struct Request {
    /// The number that the worker gave it.
    number: u64,
    /// The revision of the map to be measured.
    revision: u64,
}

impl QualityRequests {
    pub(super) const fn new(worker: QualityWorker) -> Self {
        Self { worker, newest: None }
    }

    /// Asks for the quality of the map as it is, unless that has been asked for.
    pub(super) fn request(&mut self, state: &State) {
        let revision = state.history.revision();
        let is_open = state.settings.panel_open && state.tab == Tab::Layout;
        let is_requested = self.newest.is_some_and(|request| request.revision == revision);
        let nations = state.map().nations();
        let is_placed = nations.iter().all(|(_, nation)| nation.position.is_some());
        if is_open && !is_requested && is_placed && !nations.is_empty() {
            let number = self.worker.request(state.map().clone());
            self.newest = Some(Request { number, revision });
        }
    }

    /// Takes what was measured, if it is what was asked for last.
    pub(super) fn take(&self, state: &mut State) {
        let Some(measured) = self.worker.take() else { return };
        if let (Some(request), Ok(quality)) = (self.newest, measured.result)
            && request.number == measured.request_id
        {
            state.quality = Some((request.revision, quality));
        }
    }

    /// Forgets what was asked for; for a new document.
    pub(super) const fn reset(&mut self) {
        self.newest = None;
    }
}
