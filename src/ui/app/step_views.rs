//! The view that a step has moved: undoing the step brings back the view from before it, and doing it
//! again the view from after it.

use std::collections::HashMap;

use super::App;
use crate::ui::canvas::{Camera, InView};

/// The most steps whose views are kept; they are small.
const MOST_STEPS: usize = 10_000;

/// The views of the steps that have moved the view, by the revision to which the step leads.
#[derive(Default)]
pub(super) struct StepViews {
    before: HashMap<u64, Camera>,
    after: HashMap<u64, Camera>,
}

impl App {
    /// Fits the map, as part of the step that was just done. `before` is the view from before the step.
    pub(super) fn fit_with_step(&mut self, before: Camera) {
        let views = &mut self.step_views;
        if views.before.len() >= MOST_STEPS {
            *views = StepViews::default();
        }
        views.before.insert(self.state.history.revision(), before);
        self.canvas.fit_soon();
    }

    /// Takes a step back, and the view with it if the step has moved that.
    pub(super) fn undo_with_view(&mut self) -> Option<String> {
        let revision = self.state.history.revision();
        let name = self.state.history.undo()?;
        if let Some(before) = self.step_views.before.get(&revision) {
            self.step_views.after.insert(revision, self.canvas.view());
            self.canvas.return_to(*before);
        } else {
            self.canvas.bring_into_view(InView::Some);
        }
        Some(name)
    }

    /// Does a step again, and moves the view as it did.
    pub(super) fn redo_with_view(&mut self) -> Option<String> {
        let name = self.state.history.redo()?;
        if let Some(after) = self.step_views.after.get(&self.state.history.revision()) {
            self.canvas.return_to(*after);
        } else {
            self.canvas.bring_into_view(InView::Some);
        }
        Some(name)
    }
}
