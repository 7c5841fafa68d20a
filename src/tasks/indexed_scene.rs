//! A scene with its lookup tables and spatial index.

use std::cell::OnceCell;
use std::sync::Arc;

use super::drawn_texts;
use crate::model::Map;
use crate::scene::index::{Adjacency, MarkLookup, SpatialIndex};
use crate::scene::text::Han;
use crate::scene::{Options, Positions, Scene, build, relabel};

/// A scene with its lookup tables and spatial index.
#[derive(Debug)]
pub struct IndexedScene {
    /// What is drawn.
    pub scene: Arc<Scene>,
    /// The mark of each record.
    pub lookup: Arc<MarkLookup>,
    /// Which ties touch which nations; filled when first needed.
    pub adjacency: OnceCell<Adjacency>,
    /// Which marks lie where; filled when first needed.
    pub index: OnceCell<SpatialIndex>,
    /// The forms in which its Han characters are drawn.
    pub han: Han,
}

impl IndexedScene {
    /// Builds the scene of a map. Ties run as they do at 100 %, whatever the size of the type.
    pub fn of(map: &Map, positions: &Positions, options: &Options) -> Self {
        let mut scene = build(map, positions, &Options { text_unit: 1.0, ..*options });
        if options.text_unit != 1.0 {
            relabel(map, options, &mut scene);
        }
        Self::of_scene(map, scene)
    }

    /// Takes over a scene that was built of a map.
    pub(super) fn of_scene(map: &Map, scene: Scene) -> Self {
        Self {
            lookup: Arc::new(MarkLookup::of(&scene)),
            scene: Arc::new(scene),
            adjacency: OnceCell::new(),
            index: OnceCell::new(),
            han: Han::of(drawn_texts(map)),
        }
    }

    /// The same scene with all indices filled.
    pub(super) fn with_all_indices(self) -> Self {
        let adjacency = Adjacency::of(&self.scene, &self.lookup);
        let index = SpatialIndex::of(&self.scene);
        Self { adjacency: OnceCell::from(adjacency), index: OnceCell::from(index), ..self }
    }
}
