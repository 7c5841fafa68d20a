//! Scenes of large maps are requested from a worker thread. Until one arrives, the scene before it is
//! shown, and nations move in that.

use std::sync::Arc;

use super::drawn_scene::{BuiltScene, DrawnScene};
use super::scene_key::{SceneInputs, SceneKey};
use crate::scene::Options;
use crate::tasks::{SceneJob, SceneWorker};

/// The worker thread, and what was requested from it.
pub struct SceneRequests {
    worker: SceneWorker,
    pending: Option<(SceneKey, Options)>,
}

impl SceneRequests {
    /// Nothing has been requested yet.
    pub const fn new(worker: SceneWorker) -> Self {
        Self { worker, pending: None }
    }

    /// Ignores the result of the pending request.
    pub fn forget(&mut self) {
        self.pending = None;
    }

    /// Whether a scene is being built.
    pub const fn is_pending(&self) -> bool {
        self.pending.is_some()
    }

    /// The requested scene, once it is built.
    pub fn take(&mut self) -> Option<BuiltScene> {
        let indexed = self.worker.take()?;
        self.pending.take().map(|(key, options)| (indexed, options, key))
    }

    /// Frees a scene that is no longer shown, off the window's thread.
    pub fn discard(&self, drawn: DrawnScene) {
        self.worker.discard(drawn.into_parts());
    }

    /// Requests a scene, unless it is shown or requested already. While nations move, only another map
    /// or theme is worth a request: their positions will differ by the time it is built.
    pub fn request(&mut self, inputs: &SceneInputs<'_>, drawn: Option<&DrawnScene>) {
        let wanted = inputs.key();
        let is_same = |other: &SceneKey| {
            if wanted.is_settled() { *other == wanted } else { other.is_same_map(&wanted) }
        };
        let is_shown = drawn.is_some_and(|drawn| is_same(drawn.key()));
        if is_shown || self.pending.as_ref().is_some_and(|(other, _)| is_same(other)) {
            return;
        }
        let options = inputs.options();
        let scene_to_relabel = drawn.filter(|drawn| drawn.key().differs_by_view(&wanted));
        self.worker.request(SceneJob {
            map: inputs.map.clone(),
            positions: inputs.scene_positions(),
            options,
            scene_to_relabel: scene_to_relabel.map(|drawn| Arc::clone(drawn.scene())),
        });
        self.pending = Some((wanted, options));
    }
}
