//! The hand on the canvas: clicks and drags.

use std::collections::BTreeSet;

use egui::{CursorIcon, Key, PointerButton, Pos2, Rect, Response, Ui};

use super::context_menu;
use super::gesture::{Gesture, NationDrag};
use super::lasso::Lasso;
use super::snapping::SnapReach;
use crate::edit::{Command, Target, move_nations};
use crate::model::{End, NationId, Point};
use crate::scene::{Mark, NationMark};
use crate::ui::actions::Action;
use crate::ui::canvas::cache::drawn_scene::DrawnScene;
use crate::ui::canvas::drawing::foreground::HANDLE;
use crate::ui::canvas::{Canvas, nation_of, tie_to};
use crate::ui::intent::Intent;
use crate::ui::state::{State, Tool};

/// How far off a line still counts as on it, in logical pixels.
const SLACK: f32 = 6.0;
/// How far from its nation's rim a new tie must have been before it can lead back there, in logical
/// pixels: farther than the handle lies.
const LEFT: f32 = 24.0;
/// From how far a nation snaps to others, and how far along a line these may be, in logical pixels.
const SNAP: f32 = 6.0;
const SNAP_NEAR: f32 = 400.0;
/// How far beside a handle still counts as on it.
const HANDLE_SLACK: f32 = 3.0;

impl Canvas {
    pub(in crate::ui::canvas) fn interact(
        &mut self,
        ui: &Ui,
        response: &Response,
        state: &State,
        out: &mut Vec<Intent>,
    ) {
        let canvas = response.rect;
        self.note_hand(ui, response);
        self.zoom_and_scroll(ui, response);
        let hand = response.interact_pointer_pos().or(response.hover_pos());
        let hovered = hand
            .filter(|_| response.hovered() || self.gesture.is_some())
            .filter(|_| self.sees_what_is_there())
            .and_then(|hand| self.target_at(canvas, hand, state, self.not_an_end()));
        if hovered != self.hovered {
            self.hovered = hovered;
            ui.ctx().request_repaint();
        }
        self.begin_drag(ui, response, state, out);
        self.go_on_dragging(ui, response, state);
        self.end_drag(ui, response, state, out);
        self.click(ui, response, state, out);
        self.context_menu(response, state, out);
        self.arrow_keys(ui, response, state, out);
        if let Some(hand) = response.hover_pos() {
            let pans = state.tool == Tool::Pan || ui.input(|input| input.key_down(Key::Space));
            ui.set_cursor_icon(self.cursor(canvas, hand, state, pans));
        }
    }

    /// What lies under the hand, if it still is in the map.
    fn target_at(
        &self,
        canvas: Rect,
        hand: Pos2,
        state: &State,
        without: Option<NationId>,
    ) -> Option<Target> {
        let drawn = self.drawn.as_ref()?;
        let point = self.camera.world_from_screen(canvas, hand);
        let slack = SLACK / self.camera.zoom;
        let index = drawn.index();
        let mark = index.at(&drawn.scene, &drawn.lookup, point, slack, without)?;
        drawn.target_of(mark).filter(|target| state.shows(*target))
    }

    /// Whether what lies under the pointer matters: not while nations are on the move, when it would
    /// have to be found out anew in each frame, nor while an area is drawn, when all of it counts.
    fn sees_what_is_there(&self) -> bool {
        let is_elsewhere = matches!(
            self.gesture,
            Some(
                Gesture::MoveNations(_)
                    | Gesture::Pan
                    | Gesture::SelectBox { .. }
                    | Gesture::Lasso(_)
            )
        );
        !is_elsewhere && self.drawn.as_ref().is_some_and(DrawnScene::is_settled)
    }

    fn begin_drag(&mut self, ui: &Ui, response: &Response, state: &State, out: &mut Vec<Intent>) {
        let (origin, space, held) = ui.input(|input| {
            (input.pointer.press_origin(), input.key_down(Key::Space), input.modifiers)
        });
        let Some(origin) = origin else { return };
        if response.drag_started_by(PointerButton::Middle) {
            self.gesture = Some(Gesture::Pan);
        }
        let is_busy = self.linking.is_some() && !space;
        if !response.drag_started_by(PointerButton::Primary) || is_busy {
            return;
        }
        let canvas = response.rect;
        let on_handle =
            self.handle(canvas, state).filter(|at| at.distance(origin) <= HANDLE + HANDLE_SLACK);
        let under = self.target_at(canvas, origin, state, None);
        self.gesture = Some(match under {
            _ if space || state.tool == Tool::Pan => Gesture::Pan,
            _ if state.tool == Tool::Lasso => self.begin_lasso(canvas, origin),
            _ if on_handle.is_some() => match self.handle_owner(state) {
                Some(from) => Gesture::DrawTie { from, has_left: false },
                None => Gesture::Pan,
            },
            Some(Target::Nation(from)) if state.tool == Tool::Tie => {
                Gesture::DrawTie { from, has_left: false }
            }
            Some(Target::Nation(id)) => self.take(canvas, origin, id, state, out),
            _ if held.shift => Gesture::SelectBox { from: origin },
            _ if held.alt => self.begin_lasso(canvas, origin),
            _ => Gesture::Pan,
        });
    }

    fn begin_lasso(&self, canvas: Rect, hand: Pos2) -> Gesture {
        let at = self.camera.world_from_screen(canvas, hand);
        Gesture::Lasso(Lasso::begin(at, self.camera.zoom))
    }

    /// Takes a nation in hand, with the others selected if it is one of them.
    fn take(
        &self,
        canvas: Rect,
        hand: Pos2,
        id: NationId,
        state: &State,
        out: &mut Vec<Intent>,
    ) -> Gesture {
        let target = Target::Nation(id);
        let mut nations = vec![id];
        if state.selection.contains(&target) {
            nations.extend(
                state.selection.iter().filter_map(|t| nation_of(Some(*t))).filter(|n| *n != id),
            );
        } else {
            out.push(Intent::Select(BTreeSet::from([target])));
        }
        let hand = self.camera.world_from_screen(canvas, hand);
        let drawn = self.drawn.as_ref();
        let shown = |nation| {
            let center = drawn.and_then(|drawn| drawn.center(nation));
            center.or_else(|| self.shown.get(nation))
        };
        let mut moving = NationDrag::begin(state.shown_map(), &nations, hand, &shown);
        let seen = self.camera.world_rect_from_screen(canvas, canvas);
        let is_drawn = |id| drawn.and_then(|p| p.nation(id)).is_some_and(NationMark::is_drawn);
        moving.snap_to(&|id, at| seen.contains(at) && is_drawn(id));
        Gesture::MoveNations(Box::new(moving))
    }

    fn go_on_dragging(&mut self, ui: &Ui, response: &Response, state: &State) {
        let Some(hand) = response.interact_pointer_pos() else { return };
        let point = self.camera.world_from_screen(response.rect, hand);
        let snaps = state.settings.snap && !ui.input(|input| input.modifiers.command);
        let zoom = self.camera.zoom;
        match &mut self.gesture {
            Some(Gesture::MoveNations(moving)) => {
                let reach = SnapReach { most: SNAP / zoom, near: SNAP_NEAR / zoom };
                moving.align(point, snaps.then_some(reach));
                let still_moving = moving.follow(point);
                self.shown.lead(moving.positions());
                if still_moving {
                    ui.ctx().request_repaint();
                }
            }
            Some(Gesture::DrawTie { from, has_left }) => {
                let mark = self.drawn.as_ref().and_then(|drawn| drawn.nation(*from));
                let outside = |mark: &crate::scene::NationMark| {
                    let gap = mark.center.distance(point) - mark.radius;
                    gap * self.camera.zoom > LEFT
                };
                *has_left |= mark.is_some_and(outside);
            }
            Some(Gesture::Lasso(lasso)) => lasso.follow(point),
            Some(Gesture::Pan) if response.dragged() => {
                self.flight = None;
                let by = response.drag_delta();
                self.camera = self.limits(response.rect).panned(self.camera, by);
            }
            _ => {}
        }
    }

    fn end_drag(&mut self, ui: &Ui, response: &Response, state: &State, out: &mut Vec<Intent>) {
        if !response.drag_stopped() {
            return;
        }
        if ui.input(|input| input.pointer.any_down()) {
            // Escape has stopped the drag, not the hand: nothing of it is kept, and that was all it
            // meant.
            self.cancel();
            keep_selection(out);
            return;
        }
        let hand = response.interact_pointer_pos().or(ui.input(|input| input.pointer.latest_pos()));
        let canvas = response.rect;
        match (self.gesture.take(), hand) {
            (Some(Gesture::MoveNations(mut moving)), Some(hand)) => {
                moving.settle(self.camera.world_from_screen(canvas, hand));
                out.extend(dropped(state, &moving));
                self.shown.lead(moving.positions());
                self.release();
            }
            (Some(Gesture::SelectBox { from }), Some(hand)) => {
                let area =
                    self.camera.world_rect_from_screen(canvas, Rect::from_two_pos(from, hand));
                if let Some(drawn) = &self.drawn {
                    let marks = drawn.index().within(&drawn.scene, &area);
                    out.push(select_as_well(drawn, state, marks));
                }
            }
            (Some(Gesture::Lasso(lasso)), _) => {
                if let Some(drawn) = &self.drawn {
                    let marks = drawn.index().in_lasso(&drawn.scene, lasso.points());
                    out.push(select_as_well(drawn, state, marks));
                }
            }
            (Some(Gesture::DrawTie { from, has_left }), Some(hand)) => {
                let without = (!has_left).then_some(from);
                out.extend(tie_to(from, self.target_at(canvas, hand, state, without)));
            }
            _ => {}
        }
    }

    fn click(&mut self, ui: &Ui, response: &Response, state: &State, out: &mut Vec<Intent>) {
        let Some(hand) = response.interact_pointer_pos() else { return };
        let canvas = response.rect;
        let at = self.camera.world_from_screen(canvas, hand);
        if response.clicked_by(PointerButton::Primary) {
            response.request_focus();
            if let Some(from) = self.linking.take() {
                out.extend(tie_to(from, self.target_at(canvas, hand, state, Some(from))));
                return;
            }
        }
        if response.double_clicked_by(PointerButton::Primary) {
            let target = self.target_at(canvas, hand, state, None);
            out.push(target.map_or(Intent::AddNationAt(at), Intent::RenameInPlace));
        } else if response.clicked_by(PointerButton::Primary) {
            let target = self.target_at(canvas, hand, state, None);
            self.select_by_click(ui, state, target, at, out);
        }
    }

    fn select_by_click(
        &mut self,
        ui: &Ui,
        state: &State,
        target: Option<Target>,
        at: Point,
        out: &mut Vec<Intent>,
    ) {
        let adds = ui.input(|input| input.modifiers.command || input.modifiers.shift);
        match (target, state.tool) {
            (None, Tool::Nation) => out.push(Intent::AddNationAt(at)),
            (Some(Target::Nation(from)), Tool::Tie) => self.linking = Some(from),
            (Some(target), _) if adds => out.push(Intent::ToggleSelected(target)),
            (None, _) if adds => {}
            (target, _) => out.push(Intent::Select(target.into_iter().collect())),
        }
    }

    fn context_menu(&mut self, response: &Response, state: &State, out: &mut Vec<Intent>) {
        if response.secondary_clicked()
            && let Some(hand) = response.interact_pointer_pos()
        {
            let target = self.target_at(response.rect, hand, state, None);
            out.extend(context_menu::selection_for(target, &state.selection).map(Intent::Select));
            self.menu_at = Some((target, self.camera.world_from_screen(response.rect, hand)));
        }
        if let Some((target, at)) = self.menu_at {
            response.context_menu(|ui| context_menu::show(ui, state, target, at, out));
        }
    }

    fn cursor(&self, canvas: Rect, hand: Pos2, state: &State, pans: bool) -> CursorIcon {
        let on_handle =
            self.handle(canvas, state).is_some_and(|at| at.distance(hand) <= HANDLE + HANDLE_SLACK);
        match (&self.gesture, self.hovered) {
            (Some(Gesture::MoveNations(_) | Gesture::Pan), _) => CursorIcon::Grabbing,
            (Some(Gesture::DrawTie { .. } | Gesture::SelectBox { .. } | Gesture::Lasso(_)), _) => {
                CursorIcon::Crosshair
            }
            _ if pans => CursorIcon::Grab,
            _ if on_handle || self.linking.is_some() => CursorIcon::Crosshair,
            (None, None) if state.tool == Tool::Lasso => CursorIcon::Crosshair,
            (None, None) if state.tool == Tool::Nation => CursorIcon::Copy,
            (None, Some(Target::Nation(_))) if state.tool == Tool::Tie => CursorIcon::Crosshair,
            (None, Some(_)) => CursorIcon::PointingHand,
            (None, None) => CursorIcon::Default,
        }
    }
}

/// The selection with some marks more.
fn select_as_well(drawn: &DrawnScene, state: &State, marks: Vec<Mark>) -> Intent {
    let chosen = marks.into_iter().filter_map(|mark| drawn.target_of(mark));
    let chosen = chosen.filter(|target| state.shows(*target));
    Intent::Select(chosen.chain(state.selection.iter().copied()).collect())
}

/// The step that a drag has come to; none when nothing has moved.
fn dropped(state: &State, moving: &NationDrag) -> Option<Intent> {
    const LEAST: f32 = 0.01;
    let held: BTreeSet<NationId> = moving.held().collect();
    let at = |id: NationId| state.map().nations().get(id).and_then(|n| n.position);
    let has_moved = |id: NationId, to: Point| at(id).is_none_or(|from| from.distance(to) > LEAST);
    let moved: Vec<(NationId, Point)> =
        moving.positions().filter(|(id, to)| has_moved(*id, *to)).collect();
    if !moved.iter().any(|(id, _)| held.contains(id)) {
        return None;
    }
    let pinned = move_nations(
        state.map(),
        moved.iter().copied().filter(|(id, _)| held.contains(id)),
        Some(true),
    );
    let others =
        move_nations(state.map(), moved.iter().copied().filter(|(id, _)| !held.contains(id)), None);
    let name = move_name(state, &held.into_iter().collect::<Vec<_>>());
    Some(Intent::Edit { name, command: Command::Batch(vec![pinned, others]) })
}

pub(in crate::ui::canvas) fn move_name(state: &State, nations: &[NationId]) -> String {
    match nations {
        [only] => format!("Move {}", state.map().end_name(End::Nation(*only))),
        many => format!("Move {} nations", many.len()),
    }
}

/// Keeps Escape from clearing the selection as well: it leaves one thing at a time.
pub(in crate::ui::canvas) fn keep_selection(out: &mut Vec<Intent>) {
    out.retain(|intent| !matches!(intent, Intent::Act(Action::Cancel)));
}
