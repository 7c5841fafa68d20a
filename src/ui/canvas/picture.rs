//! The scene of the canvas with all that is derived from it, made anew only when the map, the
//! positions shown or the theme have changed.

use std::sync::Arc;

use egui::Context;

use super::atlas::Atlas;
use super::graph::Adapter;
use super::hit::HitBoxes;
use super::shown::Shown;
use super::zoom_step::ZoomStep;
use crate::model::{Map, NationId, Point};
use crate::scene::text::Han;
use crate::scene::{self, Options, Positions, Scene, Theme};
use crate::tasks::drawn_texts;

/// A scene with what is derived from it.
pub struct Picture {
    /// What is drawn.
    pub scene: Arc<Scene>,
    /// What lies where.
    pub hits: HitBoxes,
    /// Its texture.
    pub atlas: Arc<Atlas>,
    /// Its graph.
    pub adapter: Adapter,
    /// The forms in which its Han letters are drawn.
    pub han: Han,
    /// Changes whenever the picture does.
    pub version: u64,
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
        let options = Options { theme, text_unit: zoom.text_unit(), ..Options::default() };
        if let Some(picture) = slot
            && picture.made_for == (MadeFor { zoom: picture.made_for.zoom, ..wanted })
        {
            picture.relabel(map, &options, wanted);
            return;
        }
        let positions = positions(map, shown);
        let old = slot.take();
        let same_map = |p: &&Self| p.made_for.revision == revision && p.made_for.theme == theme;
        let scene = match old.as_ref().filter(same_map) {
            Some(old) if !is_settled => scene::follow(map, &positions, &options, &old.scene),
            _ => built(map, &positions, &options),
        };
        let version = old.as_ref().map_or(0, |old| old.version) + 1;
        let han = |map| Han::of(drawn_texts(map));
        let (atlas, adapter, han) = match old {
            Some(Self { atlas, mut adapter, made_for, han, .. })
                if made_for.revision == revision =>
            {
                adapter.follow(&scene);
                (atlas, adapter, han)
            }
            Some(Self { atlas, .. }) if atlas.covers(&scene) => {
                (atlas, Adapter::of(map, &scene), han(map))
            }
            _ => (Arc::new(Atlas::of(ctx, &scene)), Adapter::of(map, &scene), han(map)),
        };
        let hits = HitBoxes::of(&scene);
        let scene = Arc::new(scene);
        *slot = Some(Self { scene, hits, atlas, adapter, han, version, made_for: wanted });
    }

    /// Sets the labels anew for another zoom.
    fn relabel(&mut self, map: &Map, options: &Options, wanted: MadeFor) {
        let scene = scene::relabel(map, options, Scene::clone(&self.scene));
        self.scene = Arc::new(scene);
        self.version += 1;
        self.made_for = wanted;
    }

    /// The centre of a nation as it is drawn.
    pub fn center(&self, nation: NationId) -> Option<Point> {
        self.scene.nations.iter().find(|mark| mark.id == nation).map(|mark| mark.center)
    }
}

/// The scene with all care. Ties run as they do at 100 %, whatever the size of the type.
fn built(map: &Map, positions: &Positions, options: &Options) -> Scene {
    let scene = scene::build(map, positions, &Options { text_unit: 1.0, ..*options });
    if options.text_unit == 1.0 { scene } else { scene::relabel(map, options, scene) }
}

/// The positions to draw: as shown, and in rows below where there is none yet.
fn positions(map: &Map, shown: &Shown) -> Positions {
    let fallback = Positions::of(map);
    let at = |(index, id)| shown.get(id).unwrap_or_else(|| fallback.get(index));
    Positions::from_points(map.nations().ids().enumerate().map(at))
}
