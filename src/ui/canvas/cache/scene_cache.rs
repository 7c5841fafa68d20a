//! Keeps the scene on the canvas up to date: it is built again only when the map, the positions shown,
//! the theme or the step of the zoom have changed.

use egui::Context;

use super::drawn_scene::DrawnScene;
use super::scene_key::SceneInputs;
use super::scene_requests::SceneRequests;
use super::shown_positions::ShownPositions;
use crate::model::{Map, NationId, NoteId, Point, Rect as WorldRect};
use crate::scene::{FreeView, LeftOut, LeftOutTies};
use crate::tasks::{IndexedScene, SceneWorker};
use crate::ui::canvas::viewport::zoom_step::ZoomStep;
use crate::ui::theme::scene_theme;

/// Scenes with more nations and ties are built by the worker thread: to place bends and labels with
/// care takes longer than a frame.
const MOST_AT_ONCE: usize = 1_000;

/// The scene and the positions at which it shows the nations.
#[derive(Default)]
pub struct SceneCache {
    positions: ShownPositions,
    /// The revision whose positions are shown; none while a change of the map has to be shown.
    followed_revision: Option<u64>,
    drawn: Option<DrawnScene>,
    /// Builds the scenes of large maps; without it all are built at once.
    requests: Option<SceneRequests>,
}

impl SceneCache {
    /// A cache whose scenes of large maps are built by a worker thread.
    pub fn new(worker: SceneWorker) -> Self {
        Self { requests: Some(SceneRequests::new(worker)), ..Self::default() }
    }

    /// Forgets the map, but keeps the worker thread.
    pub fn reset(&mut self) {
        let mut requests = self.requests.take();
        requests.iter_mut().for_each(SceneRequests::forget);
        *self = Self { requests, ..Self::default() };
    }

    /// Shows the positions of a revision of the map, unless they are shown already; returns whether
    /// they weren't. A revision after another is animated if wanted.
    pub fn follow(&mut self, map: &Map, revision: u64, now_s: f64, animate: bool) -> bool {
        let is_new = self.followed_revision != Some(revision);
        if is_new {
            self.positions.follow(map, now_s, self.followed_revision.is_some() && animate);
            self.followed_revision = Some(revision);
        }
        is_new
    }

    /// Advances the animation of positions; call once a frame.
    pub fn advance(&mut self, ctx: &Context, map: &Map, now_s: f64) {
        self.positions.advance(map, now_s);
        if self.positions.is_animating() {
            ctx.request_repaint();
        }
    }

    /// Shows these positions instead of the map's; returns whether any differs from what was shown.
    pub fn preview(
        &mut self,
        nations: impl IntoIterator<Item = (NationId, Point)>,
        notes: impl IntoIterator<Item = (NoteId, Point)>,
    ) -> bool {
        let before = self.positions.version();
        self.positions.preview(nations, notes);
        self.positions.version() != before
    }

    /// Shows the map's own positions again from the next frame on.
    pub const fn end_preview(&mut self) {
        self.followed_revision = None;
    }

    /// Brings the scene up to date, that of a large map as soon as the worker thread has built it. While
    /// nations move, bends and labels stay as they are; once they have settled, they are placed again.
    pub fn update(
        &mut self,
        ctx: &Context,
        (map, revision): (&Map, u64),
        (zoom_step, view): (ZoomStep, Option<FreeView>),
    ) {
        let (theme, positions) = (scene_theme(ctx.theme()), &self.positions);
        let inputs = SceneInputs { map, revision, positions, theme, zoom_step, view };
        self.drawn.iter_mut().for_each(|drawn| drawn.see(view));
        let Some(requests) = &mut self.requests else {
            return update_now(&mut self.drawn, ctx, &inputs);
        };
        if map.nations().len() + map.ties().len() <= MOST_AT_ONCE {
            requests.forget();
            update_now(&mut self.drawn, ctx, &inputs);
        } else {
            update_by_request(&mut self.drawn, ctx, &inputs, requests);
        }
    }

    /// The scene, once there is one.
    pub const fn drawn(&self) -> Option<&DrawnScene> {
        self.drawn.as_ref()
    }

    /// The scene, once there is one.
    pub const fn drawn_mut(&mut self) -> Option<&mut DrawnScene> {
        self.drawn.as_mut()
    }

    /// The positions that are shown.
    pub const fn positions(&self) -> &ShownPositions {
        &self.positions
    }

    /// Whether the scene of a large map is being built.
    pub fn is_pending(&self) -> bool {
        self.requests.as_ref().is_some_and(SceneRequests::is_pending)
    }

    /// The bounds of nations, hulls and notes; nothing without a scene.
    pub fn extent(&self) -> WorldRect {
        self.drawn.as_ref().map_or(WorldRect::NOTHING, DrawnScene::extent)
    }

    /// The labels for which there is no room at this zoom, and the ties that the look leaves out.
    pub fn left_out(&self) -> (LeftOut, LeftOutTies) {
        let scene = self.drawn.as_ref().map(DrawnScene::scene);
        scene.map(|scene| (scene.left_out, scene.left_out_ties)).unwrap_or_default()
    }
}

fn update_now(slot: &mut Option<DrawnScene>, ctx: &Context, inputs: &SceneInputs<'_>) {
    let wanted = inputs.key();
    match slot {
        Some(drawn) if *drawn.key() == wanted => {}
        Some(drawn) if drawn.key().differs_by_view(&wanted) => drawn.relabel(inputs),
        Some(drawn) if drawn.key().is_same_map(&wanted) && !wanted.is_settled() => {
            drawn.move_marks(inputs);
        }
        _ => {
            let options = inputs.options();
            let indexed = IndexedScene::of(inputs.map, &inputs.scene_positions(), &options);
            *slot = Some(DrawnScene::new(ctx, (indexed, options, wanted), slot.as_ref()));
        }
    }
}

fn update_by_request(
    slot: &mut Option<DrawnScene>,
    ctx: &Context,
    inputs: &SceneInputs<'_>,
    requests: &mut SceneRequests,
) {
    if let Some(built) = requests.take() {
        let new = DrawnScene::new(ctx, built, slot.as_ref());
        if let Some(before) = slot.replace(new) {
            requests.discard(before);
        }
    }
    requests.request(inputs, slot.as_ref());
    if let Some(drawn) = slot {
        drawn.move_marks(inputs);
    }
}
