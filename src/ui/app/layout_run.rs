//! Laying the map out: the current run, what is shown of it, and the step that it becomes.

use super::App;
use crate::edit::{self, Command, History};
use crate::model::{NationId, Point};
use crate::tasks::{LayoutEvent, LayoutJob, LayoutKind, LayoutRequest, LayoutWorker};
use crate::ui::actions::Action;
use crate::ui::actions::layout_names::layout_action;
use crate::ui::canvas::Camera;
use crate::ui::state::{LayoutState, State, count_in_words};

/// The seed of every layout: the same map gives the same picture.
const SEED: u64 = 1;

/// The worker that lays maps out, and its current run, or the last one where none is running.
pub(super) struct LayoutRun {
    worker: LayoutWorker,
    kind: LayoutKind,
    /// The name of the step that it becomes.
    step_name: String,
    /// Whether the whole map is laid out; it is then fitted to the view.
    is_whole: bool,
    /// Whether it completes a map that was just opened. Its result is no step then.
    is_opening: bool,
    /// The view from before the run, which follows what it shows.
    view_before: Camera,
}

impl LayoutRun {
    pub(super) fn new(worker: LayoutWorker) -> Self {
        Self {
            worker,
            kind: LayoutKind::default(),
            step_name: String::new(),
            is_whole: false,
            is_opening: false,
            view_before: Camera::default(),
        }
    }

    /// What the worker reports, if anything.
    pub(super) fn take(&self) -> Option<LayoutEvent> {
        self.worker.take()
    }

    /// Starts a run, which replaces the current one.
    fn start(&mut self, state: &State, request: LayoutRequest) {
        let (kind, selected) = match &request {
            LayoutRequest::All(settings) => (settings.kind, None),
            LayoutRequest::Selection(settings, nations) => (settings.kind, Some(nations.len())),
            LayoutRequest::Missing => (LayoutKind::Force, None),
        };
        self.step_name = match (selected, kind) {
            (Some(nations), _) => format!("Lay out {}", count_in_words(nations, 0)),
            (None, LayoutKind::Force) => Action::RunLayout.entry().name.to_owned(),
            (None, kind) => layout_action(kind).entry().name.to_owned(),
        };
        self.kind = kind;
        self.is_whole = selected.is_none();
        self.is_opening = matches!(request, LayoutRequest::Missing);
        let (map, revision) = (state.map().clone(), state.history.revision());
        self.worker.request(LayoutJob { map, revision, request, seed: SEED });
    }

    fn stop(&mut self) {
        self.worker.cancel();
        self.is_opening = false;
    }

    /// Whether the positions that the run has so far are shown. For a map just opened that isn't worth
    /// it, and only the layout by forces has anything to show before it is done.
    fn shows_progress(&self) -> bool {
        !self.is_opening && self.kind == LayoutKind::Force
    }
}

impl App {
    pub(super) fn lay_out(&mut self, request: LayoutRequest) {
        // Of a run that another one replaces, the view has followed the first.
        if self.state.layout == LayoutState::Settled || !self.layout_run.is_whole {
            self.layout_run.view_before = self.canvas.view();
        }
        self.state.layout = LayoutState::Running { progress: 0.0 };
        self.layout_run.start(&self.state, request);
    }

    /// Lays the map out in this way, and keeps the choice.
    pub(super) fn lay_out_by(&mut self, kind: LayoutKind) {
        self.state.layout_settings.kind = kind;
        self.lay_out(LayoutRequest::All(self.state.layout_settings));
    }

    pub(super) fn lay_out_selection(&mut self) {
        let nations = self.state.selected_nations().collect();
        self.lay_out(LayoutRequest::Selection(self.state.layout_settings, nations));
    }

    pub(super) fn stop_layout(&mut self) {
        self.layout_run.stop();
        self.state.layout = LayoutState::Settled;
        self.end_layout_preview();
    }

    /// Shows the map as it is again, where it was before the run, unless the person has moved the view since.
    fn end_layout_preview(&mut self) {
        let follows = self.canvas.follows_preview();
        self.canvas.end_preview();
        if follows {
            self.canvas.return_to(self.layout_run.view_before);
        }
    }

    /// Stops the run of the document before, and lays out nations that have no position.
    pub(super) fn lay_out_opened(&mut self) {
        self.layout_run.stop();
        self.state.layout = LayoutState::Settled;
        let nations = self.state.map().nations();
        if nations.iter().any(|(_, nation)| nation.position.is_none()) {
            self.lay_out(LayoutRequest::Missing);
        }
    }

    pub(super) fn take_layout_event(&mut self, event: LayoutEvent) {
        match event {
            LayoutEvent::Frame { positions, progress } => {
                self.state.layout = LayoutState::Running { progress };
                if self.layout_run.shows_progress() {
                    self.canvas.preview(positions, self.layout_run.is_whole);
                }
            }
            LayoutEvent::Done { revision, positions } => self.finish_layout(revision, positions),
            LayoutEvent::Failed(reason) => {
                self.state.layout = LayoutState::Settled;
                self.end_layout_preview();
                self.toasts.warn(format!("Can't lay the map out: {reason}"));
            }
        }
    }

    fn finish_layout(&mut self, revision: u64, positions: Vec<(NationId, Point)>) {
        self.state.layout = LayoutState::Settled;
        let command = edit::move_nations(self.state.map(), positions, None);
        // If the map was edited meanwhile, the positions are for another one.
        let is_stale = revision != self.state.history.revision();
        if std::mem::take(&mut self.layout_run.is_opening) {
            if !is_stale {
                complete_opened(&mut self.state, command);
                self.canvas.reset();
            }
        } else if is_stale {
            self.end_layout_preview();
        } else {
            self.canvas.end_preview();
            let name = std::mem::take(&mut self.layout_run.step_name);
            self.edit(&name, command);
            if self.layout_run.is_whole {
                self.fit_with_step(self.layout_run.view_before);
            }
        }
    }
}

/// Gives a document just opened the positions that it lacked, as part of opening it and not as a step.
fn complete_opened(state: &mut State, command: Command) {
    let is_unsaved = state.history.is_unsaved();
    let mut map = state.map().clone();
    if edit::apply(&mut map, command).is_ok() {
        state.history = if is_unsaved { History::of_unsaved(map) } else { History::of_saved(map) };
        state.visible.invalidate();
    }
}
