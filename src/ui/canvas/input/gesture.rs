//! What a drag of the pointer does, from press to release.

use std::collections::BTreeSet;

use egui::{Pos2, Rect, Response, Ui, Vec2};

use super::bend_drag::BendDrag;
use super::hit_test::InputContext;
use super::lasso::Lasso;
use super::legend_drag::LegendDrag;
use super::organisation_drop::{drop_target, join_edit};
use super::selection_drag::{SelectionDrag, move_edit};
use super::snapping::SnapReach;
use super::text_drag::TextDrag;
use crate::edit::Target;
use crate::model::{End, NationId, NoteId, Point};
use crate::scene::{Mark, NationMark};
use crate::ui::canvas::cache::drawn_scene::DrawnScene;
use crate::ui::intent::Intent;

/// How far from its nation's rim a new tie must have been before it can lead back there, in logical
/// pixels: farther than the handle is.
const LEFT: f32 = 24.0;
/// From how far a nation snaps to others, and how far away along a line these may be, in logical pixels.
const SNAP: f32 = 6.0;
const SNAP_NEAR: f32 = 400.0;

/// What a drag does.
pub enum Gesture {
    /// Moves nations and text notes.
    MoveSelection(Box<SelectionDrag>),
    /// Spans a selection box.
    SelectBox {
        /// Where it started on the screen.
        from: Pos2,
    },
    /// Draws a lasso around what will be selected.
    Lasso(Lasso),
    /// Moves the name of a nation, or the text along a tie.
    MoveText(Box<TextDrag>),
    /// Bends a tie.
    BendTie(BendDrag),
    /// Moves the legend.
    MoveLegend(LegendDrag),
    /// Pans the map.
    Pan,
    /// Draws a tie.
    DrawTie {
        /// The nation at which the tie starts.
        from: NationId,
        /// Whether the pointer has been well outside that nation: only then does a return to it mean a
        /// tie to itself.
        has_left: bool,
    },
}

/// What a drag asks of the canvas.
pub enum DragRequest {
    /// Pan the map by a distance on the screen.
    Pan(Vec2),
    /// Show nations and text notes at these positions until the preview ends.
    Preview(Vec<(NationId, Point)>, Vec<(NoteId, Point)>),
    /// Show the map's own positions again.
    EndPreview,
    /// Leave all that was begun and keep the selection: Escape was pressed.
    Cancel,
}

impl Gesture {
    /// Starts a lasso.
    pub fn lasso(context: &InputContext<'_>, pointer: Pos2) -> Self {
        let at = context.viewport.world_from_screen(pointer);
        Self::Lasso(Lasso::begin(at, context.viewport.zoom()))
    }

    /// Starts to move a nation or a text note, with the others selected if it is one of them; else selects
    /// it.
    pub fn move_selection(
        context: &InputContext<'_>,
        pointer: Pos2,
        target: Target,
        out: &mut Vec<Intent>,
    ) -> Self {
        let InputContext { state, drawn, positions, viewport } = *context;
        let hulls = drawn.map_or(&[][..], |drawn| &drawn.scene().hulls);
        let mut moved = vec![target];
        if state.selection.contains(&target) {
            moved.extend(state.selection.iter().copied().filter(|other| *other != target));
        } else {
            out.push(Intent::Select(BTreeSet::from([target])));
        }
        moved.extend(members_of_hulls(drawn, &moved));
        let shown = |nation| {
            let center = drawn.and_then(|drawn| drawn.center(nation));
            center.or_else(|| positions.get(nation))
        };
        let at = viewport.world_from_screen(pointer);
        let mut drag = SelectionDrag::begin(state.shown_map(), &moved, at, &shown);
        let seen = viewport.world();
        let is_drawn = |id| drawn.and_then(|d| d.nation(id)).is_some_and(NationMark::is_drawn);
        drag.snap_to(&|id, at| seen.contains(at) && is_drawn(id));
        drag.set_hulls(hulls, at);
        Self::MoveSelection(Box::new(drag))
    }

    /// Follows the pointer for one frame.
    pub fn follow(
        &mut self,
        ui: &Ui,
        response: &Response,
        context: &InputContext<'_>,
        pointer: Pos2,
    ) -> Option<DragRequest> {
        let point = context.viewport.world_from_screen(pointer);
        let zoom = context.viewport.zoom();
        match self {
            Self::MoveSelection(drag) => {
                let snaps =
                    context.state.settings.snap && !ui.input(|input| input.modifiers.command);
                let reach = SnapReach { shift: SNAP / zoom, along: SNAP_NEAR / zoom };
                drag.align(point, snaps.then_some(reach));
                if drag.follow(point) {
                    ui.ctx().request_repaint();
                }
                Some(drag_preview(drag))
            }
            Self::DrawTie { from, has_left } => {
                let mark = context.drawn.and_then(|drawn| drawn.nation(*from));
                let is_outside = |mark: &NationMark| {
                    let gap = mark.center.distance(point) - mark.radius;
                    gap * zoom > LEFT
                };
                *has_left |= mark.is_some_and(is_outside);
                None
            }
            Self::Lasso(lasso) => {
                lasso.follow(point);
                None
            }
            Self::MoveText(drag) => {
                drag.follow(point);
                None
            }
            Self::BendTie(drag) => {
                drag.follow(point);
                None
            }
            Self::MoveLegend(drag) => {
                drag.follow(pointer);
                None
            }
            Self::Pan => response.dragged().then(|| DragRequest::Pan(response.drag_delta())),
            Self::SelectBox { .. } => None,
        }
    }

    /// Ends with the pointer where it is, if that is known.
    pub fn finish(
        self,
        context: &InputContext<'_>,
        pointer: Option<Pos2>,
        out: &mut Vec<Intent>,
    ) -> Vec<DragRequest> {
        match (self, pointer) {
            (Self::MoveSelection(mut drag), Some(pointer)) => {
                if let Some(target) = drop_target(context, pointer, &drag) {
                    out.extend(join_edit(context, target, &drag));
                    return vec![DragRequest::EndPreview];
                }
                drag.settle(context.viewport.world_from_screen(pointer));
                out.extend(move_edit(context.state, &drag));
                return vec![drag_preview(&drag), DragRequest::EndPreview];
            }
            (Self::SelectBox { from }, Some(pointer)) => {
                let area = context.viewport.world_in(Rect::from_two_pos(from, pointer));
                if let Some(drawn) = context.drawn {
                    let (index, scene) = (drawn.index(), drawn.scene());
                    let notes = index.notes_within(scene, &area);
                    out.push(add_to_selection(context, index.within(scene, &area), notes));
                }
            }
            (Self::Lasso(lasso), _) => {
                if let Some(drawn) = context.drawn {
                    let (index, scene) = (drawn.index(), drawn.scene());
                    let notes = index.notes_in_lasso(scene, lasso.points());
                    let marks = index.in_lasso(scene, lasso.points());
                    out.push(add_to_selection(context, marks, notes));
                }
            }
            (Self::MoveText(drag), Some(_)) => {
                out.extend(context.drawn.and_then(|drawn| drag.edit(context.state, drawn)));
            }
            (Self::BendTie(drag), Some(_)) => {
                let zoom = context.viewport.zoom();
                out.extend(context.drawn.and_then(|drawn| drag.edit(context.state, drawn, zoom)));
            }
            (Self::MoveLegend(drag), Some(_)) => out.extend(drag.edit(context)),
            (Self::DrawTie { from, has_left }, Some(pointer)) => {
                let without = (!has_left).then_some(from);
                out.extend(add_tie(from, context.end_at(pointer, without)));
            }
            _ => {}
        }
        Vec::new()
    }
}

fn drag_preview(drag: &SelectionDrag) -> DragRequest {
    DragRequest::Preview(drag.positions().collect(), drag.note_positions().collect())
}

/// Adds the tie that ends at a target, if there is one at which it can.
pub fn add_tie(from: NationId, target: Option<Target>) -> Option<Intent> {
    let to = match target? {
        Target::Nation(id) => End::Nation(id),
        Target::Tie(id) => End::Tie(id),
        Target::Note(_) => return None,
    };
    Some(Intent::AddTie { from, to })
}

/// Selects some marks and notes besides what is selected.
fn add_to_selection(context: &InputContext<'_>, marks: Vec<Mark>, notes: Vec<NoteId>) -> Intent {
    let chosen = marks.into_iter().filter_map(|mark| context.drawn?.target_of(mark));
    let chosen = chosen
        .chain(notes.into_iter().map(Target::Note))
        .filter(|target| context.state.shows(*target));
    Intent::Select(chosen.chain(context.state.selection.iter().copied()).collect())
}

/// The nations that move with organisations that are drawn as hulls: their members that aren't moved anyway.
fn members_of_hulls(drawn: Option<&DrawnScene>, moved: &[Target]) -> Vec<Target> {
    let Some(scene) = drawn.map(DrawnScene::scene) else { return Vec::new() };
    let is_moved = |id: NationId| moved.contains(&Target::Nation(id));
    let hulls = scene.hulls.iter().filter(|hull| hull.organisation.is_some_and(is_moved));
    let indices: BTreeSet<usize> = hulls.flat_map(|hull| hull.members.iter().copied()).collect();
    let members = indices.into_iter().filter_map(|index| scene.nations.get(index));
    members.map(|mark| mark.id).filter(|id| !is_moved(*id)).map(Target::Nation).collect()
}
