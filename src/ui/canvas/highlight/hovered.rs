//! Highlights the mark under the pointer: a nation with all that it touches, a tie with its ends. A veil in
//! the colour of the canvas covers the map, and the highlighted marks are drawn a second time above it, so
//! that the map itself comes from the cache wherever the pointer goes.

use std::collections::BTreeSet;
use std::sync::Arc;

use egui::{Context, Mesh, Painter, Rect};

use crate::model::NoteId;
use crate::scene::index::Neighbours;
use crate::scene::{Label, LabelOwner, Mark, TieAtName};
use crate::ui::canvas::cache::drawn_scene::DrawnScene;
use crate::ui::canvas::drawing::font_atlas::FontAtlasStamp;
use crate::ui::canvas::drawing::mark_mesh::MarkMeshBuilder;
use crate::ui::canvas::drawing::text_mesh::TextMeshBuilder;
use crate::ui::canvas::drawing::text_textures::TextTextures;
use crate::ui::canvas::viewport::Viewport;
use crate::ui::theme::color32;

/// The opacity of the veil around a nation, and around a tie.
const NATION_VEIL: f32 = 0.75;
const TIE_VEIL: f32 = 0.45;

/// The highlight of the mark under the pointer.
#[derive(Default)]
pub struct HoverHighlight {
    shown: Option<HighlightMeshes>,
}

/// The meshes of a highlight.
struct HighlightMeshes {
    key: HighlightKey,
    marks: Arc<Mesh>,
    text: Vec<Arc<Mesh>>,
}

/// What stands out.
#[derive(Clone, PartialEq, Eq)]
pub struct HighlightedMarks {
    /// The mark under the pointer, with all that it touches or its ends; `None` where a dialog speaks of the others.
    pub mark: Option<Mark>,
    /// Others, alone.
    pub others: Vec<Mark>,
    /// Text notes that stand out with them.
    pub notes: BTreeSet<NoteId>,
}

/// What a highlight was drawn for.
#[derive(Clone, PartialEq)]
struct HighlightKey {
    marks: HighlightedMarks,
    scene_version: u64,
    viewport: Viewport,
    font_atlas: FontAtlasStamp,
}

impl HoverHighlight {
    /// Highlights marks of the scene, or none; draws it again only where something has changed.
    pub fn update(
        &mut self,
        (ctx, textures): (&Context, &mut TextTextures),
        marks: Option<HighlightedMarks>,
        drawn: &DrawnScene,
        viewport: Viewport,
        font_atlas: &FontAtlasStamp,
    ) {
        let Some(marks) = marks else {
            self.shown = None;
            return;
        };
        let (scene_version, font_atlas) = (drawn.version(), font_atlas.clone());
        let key = HighlightKey { marks, scene_version, viewport, font_atlas };
        if self.shown.as_ref().is_some_and(|shown| shown.key == key) {
            return;
        }
        let near = match key.marks.mark {
            Some(Mark::Nation(nation)) => {
                drawn.adjacency().neighbours_of(drawn.scene(), drawn.lookup(), nation)
            }
            Some(Mark::Tie(tie)) => Neighbours::of_tie(drawn.scene(), tie),
            None => Neighbours::default(),
        };
        let near = near.with(&key.marks.others);
        let marks = Arc::new(mark_mesh(key.marks.mark, &near, drawn, viewport));
        let mut builder =
            TextMeshBuilder::new(ctx, viewport, viewport.canvas, drawn.han(), textures);
        set_text(&near, &key.marks, drawn, &mut builder);
        let text = builder.finish();
        // Where textures of text are still missing, it is drawn again in the next frame.
        self.shown = (!textures.is_incomplete()).then(|| HighlightMeshes { key, marks, text });
    }

    /// Whether anything is highlighted.
    pub const fn is_shown(&self) -> bool {
        self.shown.is_some()
    }

    /// Paints the veil and the marks above it.
    pub fn paint_marks(&self, painter: &Painter, canvas: Rect, drawn: &DrawnScene) {
        let Some(shown) = &self.shown else { return };
        let is_tie = matches!(shown.key.marks.mark, Some(Mark::Tie(_)));
        let veil = if is_tie { TIE_VEIL } else { NATION_VEIL };
        let ground = color32(drawn.scene().palette.canvas).gamma_multiply(veil);
        painter.rect_filled(canvas, 0.0, ground);
        painter.add(Arc::clone(&shown.marks));
    }

    /// Paints the text of the marks.
    pub fn paint_text(&self, painter: &Painter) {
        for mesh in self.shown.iter().flat_map(|shown| &shown.text) {
            painter.add(Arc::clone(mesh));
        }
    }
}

fn mark_mesh(
    mark: Option<Mark>,
    near: &Neighbours,
    drawn: &DrawnScene,
    viewport: Viewport,
) -> Mesh {
    let mut builder = MarkMeshBuilder::new(drawn.scene(), drawn.atlas(), viewport, viewport.canvas);
    if let Some(Mark::Nation(nation)) = mark {
        builder.hull_of(nation);
    }
    near.memberships.iter().for_each(|index| builder.membership(*index));
    near.ties.iter().for_each(|index| builder.tie(*index));
    near.ties.iter().for_each(|index| builder.ring(*index));
    near.nations.iter().for_each(|index| builder.nation(*index));
    builder.finish()
}

fn set_text(
    near: &Neighbours,
    marks: &HighlightedMarks,
    drawn: &DrawnScene,
    builder: &mut TextMeshBuilder<'_>,
) {
    let (scene, lookup) = (drawn.scene(), drawn.lookup());
    builder.monograms(near.nations.iter().filter_map(|index| scene.nations.get(*index)), scene);
    let is_near = |owner: LabelOwner| match owner {
        LabelOwner::Nation(id) => {
            lookup.nation(id).is_some_and(|index| near.nations.binary_search(&index).is_ok())
        }
        LabelOwner::Tie(id) => {
            lookup.tie(id).is_some_and(|index| near.ties.binary_search(&index).is_ok())
        }
        LabelOwner::Note(id) => marks.notes.contains(&id),
        LabelOwner::Hull(_) | LabelOwner::TieGroup(_) => false,
    };
    // A name for which there is no room on the map can be read while the pointer is on its nation.
    let own = match marks.mark {
        Some(Mark::Nation(nation)) => drawn.left_out_name(nation),
        _ => None,
    };
    let is_replaced = |label: &Label| own.as_ref().is_some_and(|own| own.owner == label.owner);
    let is_shown = |label: &&Label| is_near(label.owner) && !is_replaced(label);
    let labels = scene.labels.iter().filter(is_shown);
    let is_near_tie = |part: &&TieAtName| near.ties.binary_search(&part.tie).is_ok();
    let parts = scene.ties_at_names.iter().filter(is_near_tie);
    builder.labels(labels, parts, scene);
    builder.labels(own.as_ref(), [], scene);
}
