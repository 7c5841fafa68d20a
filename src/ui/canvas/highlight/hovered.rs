//! What the pointer rests on: a nation stands out with all that it touches, a tie with its ends, and a
//! veil in the colour of the canvas lies over the rest. What stands out is drawn once more above the
//! veil, so that the map below needn't be drawn anew wherever the pointer goes.

use std::sync::Arc;

use egui::{Mesh, Painter, Rect};

use crate::scene::index::Neighbors;
use crate::scene::{LabelOwner, LeftOut, Mark};
use crate::ui::canvas::cache::drawn_scene::Picture;
use crate::ui::canvas::cache::meshes::View;
use crate::ui::canvas::drawing::labels::{Setter, Typeset};
use crate::ui::canvas::drawing::marks::Drawing;
use crate::ui::canvas::drawing::text_textures::Letters;
use crate::ui::theme::color32;

/// How much of the rest the veil hides around a nation, and around a tie.
const VEIL: f32 = 0.75;
const TIE_VEIL: f32 = 0.45;

/// A mark that stands out, drawn.
pub struct Lit {
    of: Of,
    marks: Arc<Mesh>,
    words: Vec<Arc<Mesh>>,
}

/// What it was drawn for.
#[derive(Clone, PartialEq)]
struct Of {
    mark: Mark,
    picture: u64,
    view: View,
    typeset: Typeset,
}

impl Lit {
    /// Brings it up to date for a mark of the scene.
    pub fn update(
        slot: &mut Option<Self>,
        mark: Mark,
        picture: &Picture,
        view: View,
        typeset: &Typeset,
        (ctx, letters): (&egui::Context, &mut Letters),
    ) {
        let of = Of { mark, picture: picture.version, view, typeset: typeset.clone() };
        if slot.as_ref().is_some_and(|lit| lit.of == of) {
            return;
        }
        let near = match mark {
            Mark::Nation(nation) => {
                picture.adjacency().neighbors_of(&picture.scene, &picture.lookup, nation)
            }
            Mark::Tie(tie) => Neighbors::of_tie(&picture.scene, tie),
        };
        let marks = Arc::new(marks(&near, picture, view));
        let mut setter = Setter::new(ctx, view, view.canvas, picture.han, letters);
        words(&near, mark, picture, &mut setter);
        let words = setter.meshes();
        // Letters that aren't drawn yet are drawn in the next frame.
        *slot = (!letters.is_behind()).then(|| Self { of, marks, words });
    }

    /// Paints the veil and what stands out above it.
    pub fn paint(&self, painter: &Painter, canvas: Rect, picture: &Picture) {
        let veil = if matches!(self.of.mark, Mark::Nation(_)) { VEIL } else { TIE_VEIL };
        let ground = color32(picture.scene.palette.canvas).gamma_multiply(veil);
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

fn marks(near: &Neighbors, picture: &Picture, view: View) -> Mesh {
    let mut drawing = Drawing::of(&picture.scene, &picture.atlas, view, view.canvas);
    near.memberships.iter().for_each(|place| drawing.membership(*place));
    near.ties.iter().for_each(|place| drawing.tie(*place));
    near.ties.iter().for_each(|place| drawing.ring(*place));
    near.nations.iter().for_each(|place| drawing.nation(*place));
    drawing.finish()
}

fn words(near: &Neighbors, mark: Mark, picture: &Picture, setter: &mut Setter<'_>) {
    let scene = &picture.scene;
    setter.monograms(near.nations.iter().filter_map(|place| scene.nations.get(*place)), scene);
    let is_near = |owner: LabelOwner| match owner {
        LabelOwner::Nation(id) => picture
            .lookup
            .nation(id)
            .is_some_and(|place| near.nations.binary_search(&place).is_ok()),
        LabelOwner::Tie(id) => {
            picture.lookup.tie(id).is_some_and(|place| near.ties.binary_search(&place).is_ok())
        }
        LabelOwner::Hull(_) => false,
    };
    let labels = scene.labels.iter().filter(|label| is_near(label.owner));
    setter.labels(labels, scene);
    // A name for which there is no room is read where the pointer rests.
    if scene.left_out != LeftOut::default()
        && let Mark::Nation(nation) = mark
        && let Some(name) = picture.left_out_name(nation)
    {
        setter.labels([&name], scene);
    }
}
