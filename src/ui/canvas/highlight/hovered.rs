//! What the pointer rests on: a nation stands out with all that it touches, a tie with its ends, and a
//! veil in the colour of the canvas lies over the rest. What stands out is drawn once more above the
//! veil, so that the map below needn't be drawn anew wherever the pointer goes.

use std::sync::Arc;

use egui::{Mesh, Painter, Rect};

use crate::scene::index::Neighbors;
use crate::scene::{LabelOwner, LeftOut, Mark};
use crate::ui::canvas::cache::drawn_scene::DrawnScene;
use crate::ui::canvas::drawing::marks::MarkMeshBuilder;
use crate::ui::canvas::drawing::text_mesh::{FontAtlasStamp, TextMeshBuilder};
use crate::ui::canvas::drawing::text_textures::TextTextures;
use crate::ui::canvas::viewport::Viewport;
use crate::ui::theme::color32;

/// How much of the rest the veil hides around a nation, and around a tie.
const VEIL: f32 = 0.75;
const TIE_VEIL: f32 = 0.45;

/// A mark that stands out, drawn.
pub struct HoverHighlight {
    of: Of,
    marks: Arc<Mesh>,
    words: Vec<Arc<Mesh>>,
}

/// What it was drawn for.
#[derive(Clone, PartialEq)]
struct Of {
    mark: Mark,
    drawn: u64,
    view: Viewport,
    typeset: FontAtlasStamp,
}

impl HoverHighlight {
    /// Brings it up to date for a mark of the scene.
    pub fn update(
        slot: &mut Option<Self>,
        mark: Mark,
        drawn: &DrawnScene,
        view: Viewport,
        typeset: &FontAtlasStamp,
        (ctx, letters): (&egui::Context, &mut TextTextures),
    ) {
        let of = Of { mark, drawn: drawn.version, view, typeset: typeset.clone() };
        if slot.as_ref().is_some_and(|lit| lit.of == of) {
            return;
        }
        let near = match mark {
            Mark::Nation(nation) => {
                drawn.adjacency().neighbors_of(&drawn.scene, &drawn.lookup, nation)
            }
            Mark::Tie(tie) => Neighbors::of_tie(&drawn.scene, tie),
        };
        let marks = Arc::new(marks(&near, drawn, view));
        let mut builder = TextMeshBuilder::new(ctx, view, view.canvas, drawn.han, letters);
        words(&near, mark, drawn, &mut builder);
        let words = builder.meshes();
        // TextTextures that aren't drawn yet are drawn in the next frame.
        *slot = (!letters.is_behind()).then(|| Self { of, marks, words });
    }

    /// Paints the veil and what stands out above it.
    pub fn paint(&self, painter: &Painter, canvas: Rect, drawn: &DrawnScene) {
        let veil = if matches!(self.of.mark, Mark::Nation(_)) { VEIL } else { TIE_VEIL };
        let ground = color32(drawn.scene.palette.canvas).gamma_multiply(veil);
        painter.rect_filled(canvas, 0.0, ground);
        painter.add(Arc::clone(&self.marks));
    }

    /// The words of what stands out.
    pub fn paint_words(&self, painter: &Painter) {
        self.words.iter().for_each(|mesh| {
            painter.add(Arc::clone(mesh));
        });
    }
}

fn marks(near: &Neighbors, drawn: &DrawnScene, view: Viewport) -> Mesh {
    let mut drawing = MarkMeshBuilder::of(&drawn.scene, &drawn.atlas, view, view.canvas);
    near.memberships.iter().for_each(|place| drawing.membership(*place));
    near.ties.iter().for_each(|place| drawing.tie(*place));
    near.ties.iter().for_each(|place| drawing.ring(*place));
    near.nations.iter().for_each(|place| drawing.nation(*place));
    drawing.finish()
}

fn words(near: &Neighbors, mark: Mark, drawn: &DrawnScene, builder: &mut TextMeshBuilder<'_>) {
    let scene = &drawn.scene;
    builder.monograms(near.nations.iter().filter_map(|place| scene.nations.get(*place)), scene);
    let is_near = |owner: LabelOwner| match owner {
        LabelOwner::Nation(id) => {
            drawn.lookup.nation(id).is_some_and(|place| near.nations.binary_search(&place).is_ok())
        }
        LabelOwner::Tie(id) => {
            drawn.lookup.tie(id).is_some_and(|place| near.ties.binary_search(&place).is_ok())
        }
        LabelOwner::Hull(_) => false,
    };
    let labels = scene.labels.iter().filter(|label| is_near(label.owner));
    builder.labels(labels, scene);
    // A name for which there is no room is read where the pointer rests.
    if scene.left_out != LeftOut::default()
        && let Mark::Nation(nation) = mark
        && let Some(name) = drawn.left_out_name(nation)
    {
        builder.labels([&name], scene);
    }
}
