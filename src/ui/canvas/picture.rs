//! The scene of the canvas with all that is derived from it, made anew only when the map, the
//! positions shown or the theme have changed.

use std::cell::OnceCell;
use std::sync::Arc;

use egui::Context;

use super::atlas::Atlas;
use super::graph::Adapter;
use super::shown::Shown;
use super::zoom_step::ZoomStep;
use crate::edit::Target;
use crate::model::{Map, NationId, Point, Rect as WorldRect, TieId};
use crate::scene::index::{Index, Links, Places};
use crate::scene::text::Han;
use crate::scene::{
    self, HullMark, Label, LabelOwner, Mark, NationMark, Options, Positions, Scene, Theme, TieMark,
};
use crate::tasks::drawn_texts;

/// Larger maps are drawn by what is in view, not by egui_graphs, which goes through all of it, and are
/// moved and stretched while the camera is on its way.
const MOST_CARRIED: usize = 4_000;

/// A scene with what is derived from it.
pub struct Picture {
    /// What is drawn.
    pub scene: Arc<Scene>,
    /// Which record stands where in the scene.
    pub places: Arc<Places>,
    /// Its texture.
    pub atlas: Arc<Atlas>,
    /// Its graph, where the map isn't large.
    pub adapter: Option<Adapter>,
    /// The forms in which its Han letters are drawn.
    pub han: Han,
    /// Changes whenever the picture does.
    pub version: u64,
    /// How long the ties are, for each square unit of the map.
    pub density: f32,
    extent: OnceCell<WorldRect>,
    links: OnceCell<Links>,
    index: OnceCell<Index>,
    options: Options,
    made_for: MadeFor,
}

#[derive(Clone, Copy, Debug, PartialEq)]
struct MadeFor {
    revision: u64,
    positions: u64,
    theme: Theme,
    zoom: ZoomStep,
    /// Whether every bend and label was placed with all care.
    is_settled: bool,
}

impl Picture {
    /// Brings a picture up to date. While things move, bends and labels stay as they are; once they
    /// have settled, they are placed anew.
    pub fn update(
        slot: &mut Option<Self>,
        ctx: &Context,
        map: &Map,
        revision: u64,
        shown: &Shown,
        theme: Theme,
        zoom: ZoomStep,
    ) {
        let is_settled = !shown.is_moving();
        let wanted = MadeFor { revision, positions: shown.version(), theme, zoom, is_settled };
        if slot.as_ref().is_some_and(|picture| picture.made_for == wanted) {
            return;
        }
        let options =
            Options { theme, text_unit: zoom.text_unit(), words: false, ..Options::default() };
        if let Some(picture) = slot
            && picture.made_for == (MadeFor { zoom: picture.made_for.zoom, ..wanted })
        {
            picture.relabel(map, &options, wanted);
            return;
        }
        let positions = positions(map, shown);
        match slot {
            Some(picture)
                if picture.made_for.revision == revision && picture.made_for.theme == theme =>
            {
                if is_settled {
                    let scene = built(map, &positions, &options);
                    picture.change(options, wanted, |before| *before = scene);
                } else {
                    picture.follow(map, &positions, wanted);
                }
            }
            _ => {
                let scene = built(map, &positions, &options);
                *slot = Some(Self::of(ctx, map, scene, slot.take(), (options, wanted)));
            }
        }
    }

    fn of(
        ctx: &Context,
        map: &Map,
        scene: Scene,
        before: Option<Self>,
        (options, made_for): (Options, MadeFor),
    ) -> Self {
        let version = before.as_ref().map_or(0, |before| before.version) + 1;
        let atlas = before.map(|before| before.atlas).filter(|atlas| atlas.covers(&scene));
        let marks = scene.nations.len() + scene.ties.len();
        Self {
            atlas: atlas.unwrap_or_else(|| Arc::new(Atlas::of(ctx, &scene))),
            adapter: (marks <= MOST_CARRIED).then(|| Adapter::of(&scene)),
            places: Arc::new(Places::of(&scene)),
            han: Han::of(drawn_texts(map)),
            density: density(&scene),
            scene: Arc::new(scene),
            extent: OnceCell::new(),
            links: OnceCell::new(),
            index: OnceCell::new(),
            options,
            version,
            made_for,
        }
    }

    /// Changes the scene to another one of the same records.
    fn change(&mut self, options: Options, made_for: MadeFor, change: impl FnOnce(&mut Scene)) {
        change(Arc::make_mut(&mut self.scene));
        if let Some(adapter) = &mut self.adapter {
            adapter.follow(&self.scene);
        }
        self.extent = OnceCell::new();
        self.index = OnceCell::new();
        self.options = options;
        self.version += 1;
        self.made_for = made_for;
    }

    /// Moves what has moved.
    fn follow(&mut self, map: &Map, positions: &Positions, wanted: MadeFor) {
        let options = self.options;
        let links = self.links.take().unwrap_or_else(|| Links::of(&self.scene, &self.places));
        self.change(options, wanted, |scene| {
            scene::follow(map, positions, &options, &links, scene);
        });
        self.links = OnceCell::from(links);
    }

    /// Sets the labels anew for another zoom.
    fn relabel(&mut self, map: &Map, options: &Options, wanted: MadeFor) {
        self.change(*options, wanted, |scene| scene::relabel(map, options, scene));
    }

    /// Whether the map is so large that it is drawn by what is in view.
    pub const fn is_large(&self) -> bool {
        self.adapter.is_none()
    }

    /// Whether nothing moves: bends and labels have been placed with care.
    pub const fn is_settled(&self) -> bool {
        self.made_for.is_settled
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
    pub fn links(&self) -> &Links {
        self.links.get_or_init(|| Links::of(&self.scene, &self.places))
    }

    /// What lies where.
    pub fn index(&self) -> &Index {
        self.index.get_or_init(|| Index::of(&self.scene))
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
            Target::Nation(id) => self.places.nation(id).map(Mark::Nation),
            Target::Tie(id) => self.places.tie(id).map(Mark::Tie),
        }
    }

    /// A nation's mark.
    pub fn nation(&self, id: NationId) -> Option<&NationMark> {
        self.scene.nations.get(self.places.nation(id)?)
    }

    /// A tie's mark.
    pub fn tie(&self, id: TieId) -> Option<&TieMark> {
        self.scene.ties.get(self.places.tie(id)?)
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

/// The scene with all care. Ties run as they do at 100 %, whatever the size of the type.
fn built(map: &Map, positions: &Positions, options: &Options) -> Scene {
    let mut scene = scene::build(map, positions, &Options { text_unit: 1.0, ..*options });
    if options.text_unit != 1.0 {
        scene::relabel(map, options, &mut scene);
    }
    scene
}

/// The positions to draw: as shown, and in rows below where there is none yet.
fn positions(map: &Map, shown: &Shown) -> Positions {
    let fallback = Positions::of(map);
    let at = |(index, id)| shown.get(id).unwrap_or_else(|| fallback.get(index));
    Positions::from_points(map.nations().ids().enumerate().map(at))
}

fn density(scene: &Scene) -> f32 {
    let length: f32 = scene.ties.iter().map(|mark| mark.curve.from.distance(mark.curve.to)).sum();
    let area = scene.bounds.width().max(1.0) * scene.bounds.height().max(1.0);
    if scene.ties.is_empty() { 0.0 } else { length / area }
}
