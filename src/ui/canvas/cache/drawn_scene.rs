//! The scene on the canvas with all that is derived from it. What takes time is derived when it is first
//! needed.

use std::cell::OnceCell;
use std::collections::BTreeMap;
use std::sync::Arc;

use egui::{Context, Mesh, Rect, Response, Ui};

use super::moved_marks::MovedMarks;
use super::scene_key::{SceneInputs, SceneKey};
use super::shown_positions::ShownPositions;
use crate::edit::Target;
use crate::model::{NationId, NoteId, Point, Rect as WorldRect, TieId};
use crate::scene::index::{Adjacency, MarkLookup, SpatialIndex};
use crate::scene::text::Han;
use crate::scene::{
    self, FreeView, HullMark, Label, LabelOwner, Mark, Moved, NationMark, Options, Scene, TieMark,
};
use crate::tasks::IndexedScene;
use crate::ui::canvas::drawing::graph_view::GraphAdapter;
use crate::ui::canvas::drawing::mark_mesh::MarkMeshBuilder;
use crate::ui::canvas::drawing::texture_atlas::TextureAtlas;
use crate::ui::canvas::viewport::Viewport;
use crate::ui::canvas::viewport::zoom_step::ZoomStep;

/// Maps with more nations and ties are large: they aren't drawn by egui_graphs, which goes through all
/// marks, but by what is in view, and their meshes are stretched while the camera moves.
const MOST_IN_GRAPH: usize = 4_000;

/// A scene with what is derived from it.
pub struct DrawnScene {
    scene: Arc<Scene>,
    lookup: Arc<MarkLookup>,
    atlas: Arc<TextureAtlas>,
    /// The graph of egui_graphs, where the map isn't large.
    graph: Option<GraphAdapter>,
    han: Han,
    version: u64,
    tie_density: f32,
    /// The place of each tie in the order of drawing; `None` for one that isn't drawn.
    tie_places: Vec<Option<u32>>,
    moved: MovedMarks,
    extent: OnceCell<WorldRect>,
    adjacency: OnceCell<Adjacency>,
    index: OnceCell<SpatialIndex>,
    options: Options,
    key: SceneKey,
}

/// A scene that was built, with the options and the key that it was built for.
pub type BuiltScene = (IndexedScene, Options, SceneKey);

impl DrawnScene {
    /// Derives all that a scene needs to be drawn. Takes the texture over from the scene before, where
    /// that has all flags.
    pub fn new(ctx: &Context, (indexed, options, key): BuiltScene, before: Option<&Self>) -> Self {
        let IndexedScene { scene, lookup, adjacency, index, han } = indexed;
        let version = before.map_or(0, |before| before.version) + 1;
        let atlas = before.map(|before| &before.atlas).filter(|atlas| atlas.covers(&scene));
        let marks = scene.nations.len() + scene.ties.len();
        Self {
            atlas: atlas.cloned().unwrap_or_else(|| Arc::new(TextureAtlas::new(ctx, &scene))),
            graph: (marks <= MOST_IN_GRAPH).then(|| GraphAdapter::new(&scene)),
            tie_density: tie_density(&scene),
            tie_places: tie_places(&scene),
            moved: MovedMarks::default(),
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

    /// Places the labels again, for another zoom.
    pub fn relabel(&mut self, inputs: &SceneInputs<'_>) {
        let options = inputs.options();
        self.change(options, inputs.key(), |scene| {
            scene::relabel(inputs.map, &options, scene);
        });
    }

    /// Takes note of what is seen of it now, where that moves no name of a bloc.
    pub fn see(&mut self, view: Option<FreeView>) {
        let is_alike = |view| self.scene.names_blocs_alike_in(view);
        if is_alike(view) && is_alike(self.key.view()) {
            self.key = self.key.with_view(view);
        }
    }

    /// Whether it shows blocs.
    pub fn has_blocs(&self) -> bool {
        self.scene.hulls.iter().any(|hull| hull.is_bloc)
    }

    /// Moves the marks of nations and the notes that are shown elsewhere now; bends and labels stay as they
    /// are.
    pub fn move_marks(&mut self, inputs: &SceneInputs<'_>) {
        let wanted = inputs.key();
        if self.key.has_same_positions(&wanted) {
            return;
        }
        let moves = self.moves(inputs.positions);
        let note_moves = self.note_moves(inputs.positions);
        if moves.is_empty() && note_moves.is_empty() {
            self.key = self.key.at_positions(&wanted);
            return;
        }
        let lookup = Arc::clone(&self.lookup);
        let adjacency =
            self.adjacency.take().unwrap_or_else(|| Adjacency::of(&self.scene, &lookup));
        let options = self.options;
        let moved = self.change(options, self.key.moved_to(&wanted), |scene| {
            scene::move_notes(&note_moves, scene);
            scene::move_nations(inputs.map, &moves, &options, (&lookup, &adjacency), scene)
        });
        self.adjacency = OnceCell::from(adjacency);
        self.moved.add(moved, self.version);
    }

    /// Changes the scene in place to another one of the same records.
    fn change<T>(
        &mut self,
        options: Options,
        key: SceneKey,
        change: impl FnOnce(&mut Scene) -> T,
    ) -> T {
        let changed = change(Arc::make_mut(&mut self.scene));
        if let Some(graph) = &mut self.graph {
            graph.move_nodes(&self.scene);
        }
        self.extent = OnceCell::new();
        self.index = OnceCell::new();
        self.options = options;
        self.version += 1;
        self.key = key;
        changed
    }

    /// The indices of nations that are shown elsewhere now, and where.
    fn moves(&self, positions: &ShownPositions) -> Vec<(usize, Point)> {
        let move_of = |index: usize| {
            // Those that are drawn as hulls stand where their members are.
            let mark = self.scene.nations.get(index).filter(|mark| mark.is_drawn())?;
            let to = positions.get(mark.id).filter(|to| to.is_usable() && *to != mark.center)?;
            Some((index, to))
        };
        let count = self.scene.nations.len();
        let moved = positions.moved_since(self.key.positions());
        // Going through all nations is faster than looking up many.
        match moved.filter(|moved| moved.len() < count / 4) {
            Some(moved) => {
                moved.iter().filter_map(|id| self.lookup.nation(*id)).filter_map(move_of).collect()
            }
            None => (0..count).filter_map(move_of).collect(),
        }
    }

    /// The text notes that are shown elsewhere now, and where.
    fn note_moves(&self, positions: &ShownPositions) -> BTreeMap<NoteId, Point> {
        let notes = self.scene.labels.iter().filter_map(|label| Some((label.owner.note()?, label)));
        let move_of = |(id, label): (NoteId, &Label)| {
            let to = positions.note(id).filter(|to| to.is_usable() && *to != label.center)?;
            Some((id, to))
        };
        notes.filter_map(move_of).collect()
    }

    /// Draws the marks on an area of the screen by egui_graphs, in the memory of a mesh that is no longer
    /// shown; returns the response of the canvas and the mesh. `None` for a large map, which has no graph.
    pub fn show_graph(
        &mut self,
        ui: &mut Ui,
        viewport: Viewport,
        area: Rect,
        spare: impl FnOnce() -> Mesh,
    ) -> Option<(Response, Mesh)> {
        let graph = self.graph.as_mut()?;
        let mut builder = MarkMeshBuilder::new(&self.scene, &self.atlas, viewport, area);
        builder.reuse(spare());
        builder.hulls();
        builder.tie_groups();
        Some(graph.show(ui, &viewport.camera, builder))
    }

    /// The parts that take much memory.
    pub fn into_parts(
        self,
    ) -> (Arc<Scene>, Arc<MarkLookup>, OnceCell<Adjacency>, OnceCell<SpatialIndex>) {
        (self.scene, self.lookup, self.adjacency, self.index)
    }
}

/// What it consists of.
impl DrawnScene {
    /// What is drawn.
    pub const fn scene(&self) -> &Arc<Scene> {
        &self.scene
    }

    /// Which record has which mark.
    pub fn lookup(&self) -> &MarkLookup {
        &self.lookup
    }

    /// The texture of its marks.
    pub const fn atlas(&self) -> &Arc<TextureAtlas> {
        &self.atlas
    }

    /// The forms in which its Han letters are drawn.
    pub const fn han(&self) -> Han {
        self.han
    }

    /// A number that grows with every change of the scene.
    pub const fn version(&self) -> u64 {
        self.version
    }

    /// The length of its ties for each square unit of the map.
    pub const fn tie_density(&self) -> f32 {
        self.tie_density
    }

    /// The place of each tie in the order of drawing, from the lowest; `None` for one that isn't drawn.
    pub fn tie_places(&self) -> &[Option<u32>] {
        &self.tie_places
    }

    /// What it was built for.
    pub const fn key(&self) -> &SceneKey {
        &self.key
    }

    /// Whether the map is large: drawn by what is in view.
    pub const fn is_large(&self) -> bool {
        self.graph.is_none()
    }

    /// Whether nothing moves: bends and labels were placed with full care.
    pub const fn is_settled(&self) -> bool {
        self.key.is_settled()
    }

    /// Whether it is settled, with labels for a zoom.
    pub fn is_settled_at(&self, zoom_step: ZoomStep) -> bool {
        self.key.is_settled_at(zoom_step)
    }

    /// The marks that have moved since the scene was built, where they are few beside the others.
    pub fn few_moved(&self) -> Option<&Moved> {
        self.moved.if_few(&self.scene)
    }

    /// The version since which the same marks have moved.
    pub const fn moving_since(&self) -> u64 {
        self.moved.since()
    }

    /// The bounds of its nations, hulls and the middles of its text notes in the world. Unlike the scene's
    /// bounds they don't depend on the zoom, since they leave no space for text.
    pub fn extent(&self) -> WorldRect {
        *self.extent.get_or_init(|| {
            let nations = self.scene.nations.iter().filter(|mark| mark.is_drawn());
            let hulls = self.scene.hulls.iter().map(HullMark::bounds);
            let notes = self.scene.labels.iter().filter(|label| label.owner.note().is_some());
            let notes = notes.map(|label| WorldRect::new(label.center, label.center));
            let all = nations.map(NationMark::bounds).chain(hulls).chain(notes);
            all.fold(WorldRect::NOTHING, |all, rect| all.union(&rect))
        })
    }

    /// Which ties touch which nations.
    pub fn adjacency(&self) -> &Adjacency {
        self.adjacency.get_or_init(|| Adjacency::of(&self.scene, &self.lookup))
    }

    /// The spatial index of its marks.
    pub fn index(&self) -> &SpatialIndex {
        self.index.get_or_init(|| SpatialIndex::of(&self.scene))
    }
}

/// Looking up marks.
impl DrawnScene {
    /// The nation or tie that a mark is of.
    pub fn target_of(&self, mark: Mark) -> Option<Target> {
        match mark {
            Mark::Nation(index) => {
                self.scene.nations.get(index).map(|mark| Target::Nation(mark.id))
            }
            Mark::Tie(index) => self.scene.ties.get(index).map(|mark| Target::Tie(mark.id)),
        }
    }

    /// The mark of a nation or tie; a text note is a label alone.
    pub fn mark_of(&self, target: Target) -> Option<Mark> {
        match target {
            Target::Nation(id) => self.lookup.nation(id).map(Mark::Nation),
            Target::Tie(id) => self.lookup.tie(id).map(Mark::Tie),
            Target::Note(_) => None,
        }
    }

    /// A text note as it is drawn; `None` for one that says nothing.
    pub fn note(&self, id: NoteId) -> Option<&Label> {
        self.scene.labels.iter().find(|label| label.owner == LabelOwner::Note(id))
    }

    /// A nation's mark.
    pub fn nation(&self, id: NationId) -> Option<&NationMark> {
        self.scene.nations.get(self.lookup.nation(id)?)
    }

    /// A tie's mark.
    pub fn tie(&self, id: TieId) -> Option<&TieMark> {
        self.scene.ties.get(self.lookup.tie(id)?)
    }

    /// The options that it was drawn with.
    pub const fn options(&self) -> &Options {
        &self.options
    }

    /// The centre of a nation as it is drawn.
    pub fn center(&self, nation: NationId) -> Option<Point> {
        self.nation(nation).map(|mark| mark.center)
    }

    /// The point from which the place of a nation's name is measured: its centre, or the middle of the
    /// members of an organisation that is drawn as a hull.
    pub fn name_origin(&self, nation: NationId) -> Option<Point> {
        let hull = self.scene.hulls.iter().find(|hull| hull.organisation == Some(nation));
        hull.map(|hull| hull.middle).or_else(|| self.center(nation))
    }

    /// The centre of a nation or a text note, or the middle of a tie, as drawn.
    pub fn position_of(&self, target: Target) -> Option<Point> {
        match target {
            Target::Nation(id) => self.center(id),
            Target::Tie(id) => self.tie(id).map(|mark| mark.middle),
            Target::Note(id) => self.note(id).map(|label| label.center),
        }
    }

    /// The name of a nation, by its index, where there was no room for it on the map, or for its code alone.
    pub fn left_out_name(&self, nation: usize) -> Option<Label> {
        let mark = self.scene.nations.get(nation)?;
        let usual = scene::usual_name(mark, &self.options)?;
        let is_set = |label: &Label| label.owner == usual.owner && label.says_same_as(&usual);
        if self.scene.labels.iter().any(is_set) { None } else { Some(usual) }
    }
}

fn tie_places(scene: &Scene) -> Vec<Option<u32>> {
    let mut places = vec![None; scene.ties.len()];
    let in_order = scene.tie_layers.iter().flat_map(|layer| &layer.ties);
    for (place, tie) in (0..).zip(in_order) {
        if let Some(slot) = places.get_mut(*tie) {
            *slot = Some(place);
        }
    }
    places
}

fn tie_density(scene: &Scene) -> f32 {
    let drawn = scene.ties.iter().filter(|mark| mark.is_drawn);
    let length: f32 = drawn.map(|mark| mark.curve.from.distance(mark.curve.to)).sum();
    let area = scene.bounds.width().max(1.0) * scene.bounds.height().max(1.0);
    if scene.ties.is_empty() { 0.0 } else { length / area }
}
