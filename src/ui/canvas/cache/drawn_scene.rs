//! The scene of the canvas with all that is derived from it, made anew only when the map, the
//! positions shown or the theme have changed.

use std::cell::OnceCell;
use std::sync::Arc;

use egui::Context;

use super::moved_marks::Moving;
use super::scene_requests::SceneRequests;
use super::shown_positions::ShownPositions;
use crate::edit::Target;
use crate::model::{Map, NationId, Point, Rect as WorldRect, TieId};
use crate::scene::index::{Adjacency, MarkLookup, SpatialIndex};
use crate::scene::text::Han;
use crate::scene::{
    self, HullMark, Label, LabelOwner, Mark, Moved, NationMark, Options, Positions, Scene, Theme,
    TieMark,
};
use crate::tasks::IndexedScene;
use crate::ui::canvas::drawing::graph_view::GraphAdapter;
use crate::ui::canvas::drawing::texture_atlas::Atlas;
use crate::ui::canvas::viewport::zoom_step::ZoomStep;

/// Larger maps are drawn by what is in view, not by egui_graphs, which goes through all of it, and are
/// moved and stretched while the camera is on its way.
const MOST_CARRIED: usize = 4_000;
/// Pictures of maps with more nations and ties are made by the [`SceneRequests`]: to place bends and labels with
/// care takes longer than a frame.
const MOST_AT_ONCE: usize = 1_000;

/// A scene with what is derived from it.
pub struct DrawnScene {
    /// What is drawn.
    pub scene: Arc<Scene>,
    /// Which record stands where in the scene.
    pub lookup: Arc<MarkLookup>,
    /// Its texture.
    pub atlas: Arc<Atlas>,
    /// Its graph, where the map isn't large.
    pub adapter: Option<GraphAdapter>,
    /// The forms in which its Han letters are drawn.
    pub han: Han,
    /// Changes whenever the picture does.
    pub version: u64,
    /// How long the ties are, for each square unit of the map.
    pub density: f32,
    moving: Moving,
    extent: OnceCell<WorldRect>,
    adjacency: OnceCell<Adjacency>,
    index: OnceCell<SpatialIndex>,
    options: Options,
    key: SceneKey,
}

/// What a picture is to show.
pub struct SceneInputs<'a> {
    /// The map, or the part of it that is shown.
    pub map: &'a Map,
    /// The number of this map.
    pub revision: u64,
    /// Where its nations lie.
    pub shown: &'a ShownPositions,
    /// The colours.
    pub theme: Theme,
    /// The zoom for which labels are placed.
    pub zoom: ZoomStep,
}

/// What a picture was made for.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct SceneKey {
    revision: u64,
    positions: u64,
    theme: Theme,
    zoom: ZoomStep,
    /// Whether every bend and label was placed with all care.
    pub is_settled: bool,
}

impl SceneInputs<'_> {
    /// For what a picture would be made that shows just this.
    pub const fn key(&self) -> SceneKey {
        SceneKey {
            revision: self.revision,
            positions: self.shown.version(),
            theme: self.theme,
            zoom: self.zoom,
            is_settled: !self.shown.is_moving(),
        }
    }

    /// How it is drawn.
    pub fn options(&self) -> Options {
        let text_unit = self.zoom.text_unit();
        Options { theme: self.theme, text_unit, words: false, ..Options::default() }
    }

    /// The positions to draw: as shown, and in rows below where there is none yet.
    pub fn positions(&self) -> Positions {
        let fallback = Positions::of(self.map);
        let at = |(index, id)| self.shown.get(id).unwrap_or_else(|| fallback.get(index));
        Positions::from_points(self.map.nations().ids().enumerate().map(at))
    }

    fn is_made_at_once(&self) -> bool {
        self.map.nations().len() + self.map.ties().len() <= MOST_AT_ONCE
    }
}

impl SceneKey {
    /// Whether both are for the same map in the same colours.
    pub fn is_of_map(&self, other: &Self) -> bool {
        (self.revision, self.theme) == (other.revision, other.theme)
    }

    /// Whether they differ by the zoom alone.
    pub fn differs_by_zoom(&self, other: &Self) -> bool {
        self.zoom != other.zoom && *self == Self { zoom: self.zoom, ..*other }
    }
}

impl DrawnScene {
    /// Brings a picture up to date, of a large map as soon as the press has made it. While things move,
    /// bends and labels stay as they are; once they have settled, they are placed anew.
    pub fn update(
        slot: &mut Option<Self>,
        ctx: &Context,
        inputs: &SceneInputs<'_>,
        requests: &mut Option<SceneRequests>,
    ) {
        let Some(requests) = requests.as_mut() else { return Self::update_now(slot, ctx, inputs) };
        if inputs.is_made_at_once() {
            requests.forget();
            return Self::update_now(slot, ctx, inputs);
        }
        if let Some(made) = requests.take() {
            let new = Self::of(ctx, made, slot.as_ref());
            if let Some(before) = slot.replace(new) {
                requests.discard(before);
            }
        }
        requests.order(inputs, slot.as_ref());
        if let Some(drawn) = slot {
            drawn.keep_up(inputs);
        }
    }

    fn update_now(slot: &mut Option<Self>, ctx: &Context, inputs: &SceneInputs<'_>) {
        let wanted = inputs.key();
        match slot {
            Some(drawn) if drawn.key == wanted => {}
            Some(drawn) if drawn.key.differs_by_zoom(&wanted) => {
                drawn.change(inputs.options(), wanted, |scene| {
                    scene::relabel(inputs.map, &inputs.options(), scene);
                });
            }
            Some(drawn) if drawn.key.is_of_map(&wanted) && !wanted.is_settled => {
                drawn.keep_up(inputs);
            }
            _ => {
                let indexed = IndexedScene::of(inputs.map, &inputs.positions(), &inputs.options());
                let made = (indexed, inputs.options(), wanted);
                *slot = Some(Self::of(ctx, made, slot.as_ref()));
            }
        }
    }

    fn of(
        ctx: &Context,
        (indexed, options, key): (IndexedScene, Options, SceneKey),
        before: Option<&Self>,
    ) -> Self {
        let IndexedScene { scene, lookup, adjacency, index, han } = indexed;
        let version = before.map_or(0, |before| before.version) + 1;
        let atlas = before.map(|before| &before.atlas).filter(|atlas| atlas.covers(&scene));
        let marks = scene.nations.len() + scene.ties.len();
        Self {
            atlas: atlas.cloned().unwrap_or_else(|| Arc::new(Atlas::of(ctx, &scene))),
            adapter: (marks <= MOST_CARRIED).then(|| GraphAdapter::of(&scene)),
            density: density(&scene),
            moving: Moving::default(),
            extent: OnceCell::new(),
            scene,
            lookup,
            han,
            adjacency,
            index,
            options,
            version,
            key,
        }
    }

    /// Changes the scene to another one of the same records.
    fn change<T>(
        &mut self,
        options: Options,
        key: SceneKey,
        change: impl FnOnce(&mut Scene) -> T,
    ) -> T {
        let changed = change(Arc::make_mut(&mut self.scene));
        if let Some(adapter) = &mut self.adapter {
            adapter.follow(&self.scene);
        }
        self.extent = OnceCell::new();
        self.index = OnceCell::new();
        self.options = options;
        self.version += 1;
        self.key = key;
        changed
    }

    /// Moves what has moved since.
    fn keep_up(&mut self, inputs: &SceneInputs<'_>) {
        let positions = inputs.shown.version();
        // Hulls are drawn from the map, which may be another one by now.
        let is_stale = self.key.revision != inputs.revision && !self.scene.hulls.is_empty();
        if self.key.positions == positions || is_stale {
            return;
        }
        let moves = self.moves(inputs.shown);
        if moves.is_empty() {
            self.key.positions = positions;
            return;
        }
        let key = SceneKey { positions, is_settled: false, ..self.key };
        let lookup = Arc::clone(&self.lookup);
        let adjacency =
            self.adjacency.take().unwrap_or_else(|| Adjacency::of(&self.scene, &lookup));
        let options = self.options;
        let moved = self.change(options, key, |scene| {
            scene::move_nations(inputs.map, &moves, &options, (&lookup, &adjacency), scene)
        });
        self.adjacency = OnceCell::from(adjacency);
        self.moving.take_up(moved, self.version);
    }

    /// The nations that are shown elsewhere now, by their places.
    fn moves(&self, shown: &ShownPositions) -> Vec<(usize, Point)> {
        let move_of = |place: usize| {
            let mark = self.scene.nations.get(place)?;
            let to = shown.get(mark.id).filter(|to| to.is_usable() && *to != mark.center)?;
            Some((place, to))
        };
        let count = self.scene.nations.len();
        // To look at all is quicker than to find many.
        match shown.moved_since(self.key.positions).filter(|moved| moved.len() < count / 4) {
            Some(moved) => {
                moved.iter().filter_map(|id| self.lookup.nation(*id)).filter_map(move_of).collect()
            }
            None => (0..count).filter_map(move_of).collect(),
        }
    }

    /// What of it takes much memory.
    pub fn into_parts(
        self,
    ) -> (Arc<Scene>, Arc<MarkLookup>, OnceCell<Adjacency>, OnceCell<SpatialIndex>) {
        (self.scene, self.lookup, self.adjacency, self.index)
    }

    /// Whether it was made with care, with labels for a zoom.
    pub fn is_made_for_zoom(&self, zoom: ZoomStep) -> bool {
        self.key.is_settled && self.key.zoom == zoom
    }

    /// What it was made for.
    pub const fn key(&self) -> &SceneKey {
        &self.key
    }

    /// What has moved since it was made with care, where that is little beside the rest.
    pub fn few_moved(&self) -> Option<&Moved> {
        self.moving.few_of(&self.scene)
    }

    /// The version since which the same marks have moved.
    pub const fn moving_since(&self) -> u64 {
        self.moving.since()
    }

    /// Whether the map is so large that it is drawn by what is in view.
    pub const fn is_large(&self) -> bool {
        self.adapter.is_none()
    }

    /// Whether nothing moves: bends and labels have been placed with care.
    pub const fn is_settled(&self) -> bool {
        self.key.is_settled
    }

    /// What nations and hulls take of the world, which doesn't depend on the zoom as the room for names does.
    pub fn extent(&self) -> WorldRect {
        *self.extent.get_or_init(|| {
            let nations = self.scene.nations.iter().filter(|mark| mark.is_drawn());
            let hulls = self.scene.hulls.iter().map(HullMark::bounds);
            let all = nations.map(NationMark::bounds).chain(hulls);
            all.fold(WorldRect::NOTHING, |all, rect| all.union(&rect))
        })
    }

    /// Which ties touch which nations.
    pub fn adjacency(&self) -> &Adjacency {
        self.adjacency.get_or_init(|| Adjacency::of(&self.scene, &self.lookup))
    }

    /// What lies where.
    pub fn index(&self) -> &SpatialIndex {
        self.index.get_or_init(|| SpatialIndex::of(&self.scene))
    }

    /// Whose mark it is.
    pub fn target_of(&self, mark: Mark) -> Option<Target> {
        match mark {
            Mark::Nation(place) => {
                self.scene.nations.get(place).map(|mark| Target::Nation(mark.id))
            }
            Mark::Tie(place) => self.scene.ties.get(place).map(|mark| Target::Tie(mark.id)),
        }
    }

    /// The mark of a nation or tie.
    pub fn mark_of(&self, target: Target) -> Option<Mark> {
        match target {
            Target::Nation(id) => self.lookup.nation(id).map(Mark::Nation),
            Target::Tie(id) => self.lookup.tie(id).map(Mark::Tie),
        }
    }

    /// A nation's mark.
    pub fn nation(&self, id: NationId) -> Option<&NationMark> {
        self.scene.nations.get(self.lookup.nation(id)?)
    }

    /// A tie's mark.
    pub fn tie(&self, id: TieId) -> Option<&TieMark> {
        self.scene.ties.get(self.lookup.tie(id)?)
    }

    /// The centre of a nation as it is drawn.
    pub fn center(&self, nation: NationId) -> Option<Point> {
        self.nation(nation).map(|mark| mark.center)
    }

    /// The name of a nation, by its place, where there was no room for it.
    pub fn left_out_name(&self, nation: usize) -> Option<Label> {
        let mark = self.scene.nations.get(nation)?;
        let owner = LabelOwner::Nation(mark.id);
        let is_set = self.scene.labels.iter().any(|label| label.owner == owner);
        if is_set { None } else { scene::name_below(mark, &self.options) }
    }
}

fn density(scene: &Scene) -> f32 {
    let length: f32 = scene.ties.iter().map(|mark| mark.curve.from.distance(mark.curve.to)).sum();
    let area = scene.bounds.width().max(1.0) * scene.bounds.height().max(1.0);
    if scene.ties.is_empty() { 0.0 } else { length / area }
}
