//! Moving the name of a nation, or the text along a tie.

use egui::Pos2;

use super::hit_test::InputContext;
use crate::edit::Target;
use crate::model::by_hand::MAX_OFFSET;
use crate::model::{End, Nation, Point, Tie};
use crate::scene::{Label, LabelOwner, label_at_place, label_place_at};
use crate::ui::canvas::cache::drawn_scene::DrawnScene;
use crate::ui::intent::Intent;
use crate::ui::state::{State, Tool};

/// A text that is being moved.
pub struct TextDrag {
    /// The text where it stood.
    label: Label,
    /// Where it was grabbed, and where the pointer is, in the world.
    grabbed: Point,
    pointer: Point,
}

impl TextDrag {
    /// The text at a point of the screen that a drag would move: a name beside its nation, or the text along
    /// a tie. The name of one of several that are selected moves with them.
    pub fn at(context: &InputContext<'_>, pointer: Pos2) -> Option<Self> {
        let (state, drawn) = (context.state, context.drawn?);
        if !matches!(state.tool, Tool::Select | Tool::Nation) {
            return None;
        }
        let grabbed = context.viewport.world_from_screen(pointer);
        let label = drawn.index().label_at(drawn.scene(), grabbed)?;
        let can_move_with = |target: Target| {
            let moves_others = state.selection.len() > 1 && state.selection.contains(&target);
            state.shows(target) && !moves_others
        };
        // A note is no text of something else: it is moved as nations are.
        let target = label.owner.target().filter(|target| target.note().is_none());
        target.is_some_and(can_move_with).then(|| Self {
            label: label.clone(),
            grabbed,
            pointer: grabbed,
        })
    }

    /// Follows the pointer.
    pub const fn follow(&mut self, pointer: Point) {
        self.pointer = pointer;
    }

    /// Whose text it is.
    pub const fn owner(&self) -> LabelOwner {
        self.label.owner
    }

    /// The text as it would be drawn now.
    pub fn label(&self, drawn: &DrawnScene) -> Label {
        let center = self.center();
        let moved = match self.label.owner {
            LabelOwner::Tie(id) => drawn.tie(id).map(|mark| {
                let place = label_place_at(&self.label, mark, center);
                label_at_place(&self.label, mark, &place, drawn.options())
            }),
            LabelOwner::Nation(_)
            | LabelOwner::Note(_)
            | LabelOwner::Hull(_)
            | LabelOwner::TieGroup(_) => None,
        };
        let bounds = self.label.bounds.translated(center - self.label.center);
        moved.unwrap_or_else(|| Label { center, bounds, ..self.label.clone() })
    }

    /// The change that puts the text where it is.
    pub fn edit(&self, state: &State, drawn: &DrawnScene) -> Option<Intent> {
        let map = state.map();
        match self.label.owner {
            LabelOwner::Nation(id) => {
                let nation = map.nations().get(id)?;
                let offset = self.center() - drawn.name_origin(id)?;
                let within = |side: f32| side.clamp(-MAX_OFFSET, MAX_OFFSET);
                let offset = Point::new(within(offset.x), within(offset.y));
                let name = format!("Move name of {}", map.end_name(End::Nation(id)));
                Some(Intent::replace_nation(
                    name,
                    id,
                    Nation { name_offset: Some(offset), ..nation.clone() },
                ))
            }
            LabelOwner::Tie(id) => {
                let tie = map.ties().get(id)?;
                let place = label_place_at(&self.label, drawn.tie(id)?, self.center());
                let name = format!("Move label of {}", map.tie_name(id));
                Some(Intent::replace_tie(name, id, Tie { label_place: Some(place), ..tie.clone() }))
            }
            LabelOwner::Note(_) | LabelOwner::Hull(_) | LabelOwner::TieGroup(_) => None,
        }
    }

    fn center(&self) -> Point {
        self.label.center + (self.pointer - self.grabbed)
    }
}
