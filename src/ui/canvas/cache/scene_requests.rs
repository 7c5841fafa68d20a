//! The pictures of large maps, made on a thread of their own: until one is there, the picture of before
//! is shown, and what moves is moved in it.

use std::sync::Arc;

use super::drawn_scene::{DrawnScene, SceneInputs, SceneKey};
use crate::scene::Options;
use crate::tasks::{IndexedScene, SceneJob, SceneWorker};

/// The thread, and what was ordered of it.
pub struct SceneRequests {
    scene_worker: SceneWorker,
    ordered: Option<(SceneKey, Options)>,
}

impl SceneRequests {
    /// Nothing is ordered yet.
    pub const fn new(scene_worker: SceneWorker) -> Self {
        Self { scene_worker, ordered: None }
    }

    /// What was ordered is of no use any more.
    pub fn forget(&mut self) {
        self.ordered = None;
    }

    /// Whether a picture is being made.
    pub const fn is_busy(&self) -> bool {
        self.ordered.is_some()
    }

    /// What was ordered, once it is there.
    pub fn take(&mut self) -> Option<(IndexedScene, Options, SceneKey)> {
        let indexed = self.scene_worker.take()?;
        self.ordered.take().map(|(key, options)| (indexed, options, key))
    }

    /// Lets go of a picture that is shown no more.
    pub fn discard(&self, drawn: DrawnScene) {
        self.scene_worker.discard(drawn.into_parts());
    }

    /// Orders what is wished for, where it isn't there or ordered already. While nations move, only
    /// another map or theme is worth it: their places will be others by then.
    pub fn order(&mut self, inputs: &SceneInputs<'_>, drawn: Option<&DrawnScene>) {
        let wanted = inputs.key();
        let is_same = |other: &SceneKey| {
            if wanted.is_settled { *other == wanted } else { other.is_of_map(&wanted) }
        };
        let is_there = drawn.is_some_and(|drawn| is_same(drawn.key()));
        if is_there || self.ordered.as_ref().is_some_and(|(other, _)| is_same(other)) {
            return;
        }
        let options = inputs.options();
        let scene_to_relabel = drawn.filter(|p| p.key().differs_by_zoom(&wanted));
        self.scene_worker.request(SceneJob {
            map: inputs.map.clone(),
            positions: inputs.positions(),
            options,
            scene_to_relabel: scene_to_relabel.map(|drawn| Arc::clone(&drawn.scene)),
        });
        self.ordered = Some((wanted, options));
    }
}
