//! The pictures of large maps, made on a thread of their own: until one is there, the picture of before
//! is shown, and what moves is moved in it.

use std::sync::Arc;

use super::drawn_scene::{MadeFor, Picture, Wish};
use crate::scene::Options;
use crate::tasks::{IndexedScene, SceneJob, SceneWorker};

/// The thread, and what was ordered of it.
pub struct Press {
    scene_worker: SceneWorker,
    ordered: Option<(MadeFor, Options)>,
}

impl Press {
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
    pub fn take(&mut self) -> Option<(IndexedScene, Options, MadeFor)> {
        let indexed = self.scene_worker.take()?;
        self.ordered.take().map(|(made_for, options)| (indexed, options, made_for))
    }

    /// Lets go of a picture that is shown no more.
    pub fn discard(&self, picture: Picture) {
        self.scene_worker.discard(picture.into_parts());
    }

    /// Orders what is wished for, where it isn't there or ordered already. While nations move, only
    /// another map or theme is worth it: their places will be others by then.
    pub fn order(&mut self, wish: &Wish<'_>, picture: Option<&Picture>) {
        let wanted = wish.made_for();
        let is_same = |other: &MadeFor| {
            if wanted.is_settled { *other == wanted } else { other.is_of_map(&wanted) }
        };
        let is_there = picture.is_some_and(|picture| is_same(picture.made_for()));
        if is_there || self.ordered.as_ref().is_some_and(|(other, _)| is_same(other)) {
            return;
        }
        let options = wish.options();
        let scene_to_relabel = picture.filter(|p| p.made_for().differs_by_zoom(&wanted));
        self.scene_worker.request(SceneJob {
            map: wish.map.clone(),
            positions: wish.positions(),
            options,
            scene_to_relabel: scene_to_relabel.map(|picture| Arc::clone(&picture.scene)),
        });
        self.ordered = Some((wanted, options));
    }
}
