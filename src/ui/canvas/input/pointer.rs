//! The pointer on the canvas: hovering, dragging, clicking.

use egui::{CursorIcon, Event, Key, Modifiers, PointerButton, Pos2, Response, Ui};

use super::bend_drag::{self, BendDrag};
use super::gesture::{DragRequest, Gesture, add_tie};
use super::gesture_overlay::GestureOverlay;
use super::hit_test::InputContext;
use super::legend_drag::{LegendDrag, is_legend_at};
use super::organisation_drop::drop_target;
use super::reset_by_hand;
use super::text_drag::TextDrag;
use super::{tie_group, tie_handle};
use crate::edit::Target;
use crate::model::{NationId, Point};
use crate::scene::{HeadingLine, LabelOwner};
use crate::ui::canvas::cache::drawn_scene::DrawnScene;
use crate::ui::intent::Intent;
use crate::ui::state::{State, Tool};

/// What the pointer is doing.
#[derive(Default)]
pub struct PointerInput {
    /// The drag that is going on.
    gesture: Option<Gesture>,
    /// The first end of a tie that is drawn without a drag: a click chooses the other.
    tie_start: Option<NationId>,
    hovered: Option<Target>,
    /// The line of the heading under the pointer, where a double click edits it.
    hovered_line: Option<HeadingLine>,
    /// Whether the pointer has rested since something was typed in a field: it points at nothing then.
    is_aside: bool,
}

/// What leaving all that was begun has ended.
pub struct Cancelled {
    /// Whether there was anything to leave.
    pub was_busy: bool,
    /// Whether it was a drag of nations and notes, whose preview is over.
    pub ends_preview: bool,
}

/// What is going on.
impl PointerInput {
    /// The mark under the pointer, where it matters.
    pub const fn hovered(&self) -> Option<Target> {
        self.hovered
    }

    /// Forgets the mark under the pointer, until it is looked for again.
    pub const fn clear_hovered(&mut self) {
        self.hovered = None;
    }

    /// Whether a drag is going on.
    pub const fn is_dragging(&self) -> bool {
        self.gesture.is_some()
    }

    /// Whether a drag is going on, or a tie is being drawn.
    pub const fn is_busy(&self) -> bool {
        self.gesture.is_some() || self.tie_start.is_some()
    }

    /// Starts a tie at a nation; the next click or choice is its other end.
    pub const fn start_tie(&mut self, from: Option<NationId>) {
        self.tie_start = from;
    }

    /// Leaves all that was begun.
    pub fn cancel(&mut self) -> Cancelled {
        let was_busy = self.is_busy();
        let ends_preview = matches!(self.gesture, Some(Gesture::MoveSelection(_)));
        self.gesture = None;
        self.tie_start = None;
        Cancelled { was_busy, ends_preview }
    }

    /// A mark was chosen by keyboard: it is selected, or the tie that was begun ends there.
    pub fn choose(&mut self, target: Target, tool: Tool) -> Option<Intent> {
        match (self.tie_start.take(), target) {
            (Some(from), _) => {
                self.continue_chain(Some(target), tool);
                add_tie(from, Some(target))
            }
            (None, Target::Nation(from)) if tool == Tool::Tie => {
                self.tie_start = Some(from);
                Some(Intent::Select([target].into()))
            }
            (None, _) => Some(Intent::Select([target].into())),
        }
    }

    /// The owner of the text that is being moved.
    pub const fn moved_text(&self) -> Option<LabelOwner> {
        match &self.gesture {
            Some(Gesture::MoveText(drag)) => Some(drag.owner()),
            _ => None,
        }
    }

    /// The upper left corner of the legend that is being moved.
    pub fn moved_legend(&self) -> Option<Pos2> {
        match &self.gesture {
            Some(Gesture::MoveLegend(drag)) => Some(drag.corner()),
            _ => None,
        }
    }

    /// Whether a tie has a start and waits for its end.
    pub const fn draws_tie(&self) -> bool {
        self.drawn_tie_start().is_some()
    }

    /// With the tool for ties, the next tie starts at the nation where one has ended.
    const fn continue_chain(&mut self, end: Option<Target>, tool: Tool) {
        if matches!(tool, Tool::Tie) {
            self.tie_start = match end {
                Some(Target::Nation(id)) => Some(id),
                Some(Target::Tie(_) | Target::Note(_)) | None => None,
            };
        }
    }

    /// The nation at which the tie that is being drawn starts.
    const fn drawn_tie_start(&self) -> Option<NationId> {
        match self.gesture {
            Some(Gesture::DrawTie { from, .. }) => Some(from),
            _ => self.tie_start,
        }
    }

    /// The nation at which the tie that is being drawn can't end.
    const fn impossible_end(&self) -> Option<NationId> {
        match self.gesture {
            Some(Gesture::DrawTie { has_left: true, .. }) => None,
            _ => self.drawn_tie_start(),
        }
    }

    /// Where the handle is from which a tie can be drawn.
    fn tie_handle(&self, context: &InputContext<'_>) -> Option<Pos2> {
        if self.is_busy() { None } else { tie_handle::position(context) }
    }
}

/// What happens in a frame, in this order.
impl PointerInput {
    /// Finds the mark under the pointer.
    pub fn hover(&mut self, ui: &Ui, response: &Response, context: &InputContext<'_>) {
        self.is_aside = self.stays_aside(ui);
        let pointer = response.interact_pointer_pos().or(response.hover_pos());
        let pointer = pointer.filter(|_| !self.is_aside);
        let hovered = pointer
            .filter(|_| response.hovered() || self.is_dragging())
            .filter(|_| self.looks_for_marks(context))
            .and_then(|pointer| match self.draws_tie() {
                true => context.end_at(pointer, self.impossible_end()),
                false => context.target_at(pointer),
            });
        let line = pointer.filter(|_| response.hovered() && !self.is_busy());
        let line = line.and_then(|pointer| context.heading_line_at(pointer));
        if hovered != self.hovered || line != self.hovered_line {
            self.hovered = hovered;
            self.hovered_line = line;
            ui.ctx().request_repaint();
        }
    }

    fn stays_aside(&self, ui: &Ui) -> bool {
        let types = ui.ctx().text_edit_focused();
        ui.input(|input| {
            let is_text = |event: &Event| matches!(event, Event::Text(_) | Event::Paste(_));
            let is_typed = types && input.events.iter().any(is_text);
            let is_moved = |event: &Event| matches!(event, Event::PointerMoved(_));
            let is_used = input.pointer.any_down() || input.events.iter().any(is_moved);
            (self.is_aside || is_typed) && !is_used
        })
    }

    /// Whether the mark under the pointer matters: not while nations move, when it would have to be found
    /// again in each frame, nor while an area is selected, of which all marks count.
    fn looks_for_marks(&self, context: &InputContext<'_>) -> bool {
        let matters = matches!(self.gesture, None | Some(Gesture::DrawTie { .. }));
        matters && context.drawn.is_some_and(DrawnScene::is_settled)
    }

    /// Starts, follows and ends a drag.
    pub fn drag(
        &mut self,
        ui: &Ui,
        response: &Response,
        context: &InputContext<'_>,
        out: &mut Vec<Intent>,
    ) -> Vec<DragRequest> {
        self.begin_drag(ui, response, context, out);
        let mut requests = Vec::new();
        if let (Some(gesture), Some(pointer)) = (&mut self.gesture, response.interact_pointer_pos())
        {
            requests.extend(gesture.follow(ui, response, context, pointer));
        }
        if response.drag_stopped() {
            if ui.input(|input| input.pointer.any_down()) {
                // Escape has stopped the drag, not the pointer: nothing of it is kept, and Escape has
                // done all that it was meant for.
                requests.push(DragRequest::Cancel);
            } else if let Some(gesture) = self.gesture.take() {
                let latest = ui.input(|input| input.pointer.latest_pos());
                let pointer = response.interact_pointer_pos().or(latest);
                if let (Gesture::DrawTie { from, has_left }, Some(at)) = (&gesture, pointer) {
                    let end = context.end_at(at, (!has_left).then_some(*from));
                    self.continue_chain(end, context.state.tool);
                }
                requests.extend(gesture.finish(context, pointer, out));
            }
        }
        requests
    }

    fn begin_drag(
        &mut self,
        ui: &Ui,
        response: &Response,
        context: &InputContext<'_>,
        out: &mut Vec<Intent>,
    ) {
        let (origin, space, modifiers) = ui.input(|input| {
            (input.pointer.press_origin(), input.key_down(Key::Space), input.modifiers)
        });
        let Some(origin) = origin else { return };
        if response.drag_started_by(PointerButton::Middle) {
            self.gesture = Some(Gesture::Pan);
        }
        // In a chain a press may be the next click, or begin a tie elsewhere by a drag.
        let is_busy = self.tie_start.is_some() && !space && context.state.tool != Tool::Tie;
        if !response.drag_started_by(PointerButton::Primary) || is_busy {
            return;
        }
        let state = context.state;
        let handle = self.tie_handle(context);
        let handle_owner = handle.filter(|handle| tie_handle::contains(*handle, origin));
        let handle_owner = handle_owner.and_then(|_| tie_handle::owner(state));
        let takes_places = !modifiers.shift && !modifiers.alt;
        let placed = takes_places.then(|| place_by_hand(context, origin)).flatten();
        self.gesture = Some(match (context.target_at(origin), handle_owner) {
            _ if space || state.tool == Tool::Pan => Gesture::Pan,
            _ if state.tool == Tool::Lasso => Gesture::lasso(context, origin),
            (_, Some(from)) => Gesture::DrawTie { from, has_left: false },
            _ if placed.is_some() => placed.unwrap_or(Gesture::Pan),
            (Some(Target::Nation(from)), _) if state.tool == Tool::Tie => {
                Gesture::DrawTie { from, has_left: false }
            }
            (Some(target @ Target::Nation(_)), _) => {
                Gesture::move_selection(context, origin, target, out)
            }
            (Some(note @ Target::Note(_)), _) if state.tool != Tool::Tie => {
                Gesture::move_selection(context, origin, note, out)
            }
            _ if modifiers.shift => Gesture::SelectBox { from: origin },
            _ if modifiers.alt => Gesture::lasso(context, origin),
            _ => Gesture::Pan,
        });
    }

    /// Carries out clicks and double clicks.
    pub fn click(
        &mut self,
        ui: &Ui,
        response: &Response,
        context: &InputContext<'_>,
        out: &mut Vec<Intent>,
    ) {
        let Some(pointer) = response.interact_pointer_pos() else { return };
        let at = context.viewport.world_from_screen(pointer);
        if response.clicked_by(PointerButton::Primary) {
            response.request_focus();
            if let Some(from) = self.tie_start.take() {
                let end = context.end_at(pointer, Some(from));
                self.continue_chain(end, context.state.tool);
                out.extend(add_tie(from, end));
                return;
            }
        }
        let is_click = response.clicked_by(PointerButton::Primary);
        let heading = context.heading_line_at(pointer).filter(|_| is_click);
        if let Some(line) = heading {
            // The heading lies above the map: nothing is added or renamed behind it.
            if response.double_clicked_by(PointerButton::Primary) {
                out.push(Intent::EditHeading(line));
            } else if context.state.tool != Tool::Nation {
                let target = context.target_at(pointer);
                self.click_on(ui, context.state, target, at, out);
            }
        } else if is_click && self.is_place_by_hand(context, pointer) {
            // Neither selects what lies below, nor adds anything there.
            if response.double_clicked_by(PointerButton::Primary) {
                out.extend(
                    bend_drag::handle_at(context, pointer)
                        .and_then(|tie| reset_by_hand::reset_bend(context.state.map(), tie)),
                );
            }
        } else if response.double_clicked_by(PointerButton::Primary) {
            let target = context.target_at(pointer);
            out.push(target.map_or(Intent::AddNationAt(at), Intent::RenameInPlace));
        } else if is_click {
            let target = context.target_at(pointer);
            let group = tie_group::targets_at(context, pointer);
            if !group.is_empty() && context.state.tool != Tool::Nation {
                out.push(Intent::Select(group));
                return;
            }
            self.click_on(ui, context.state, target, at, out);
        }
    }

    /// Whether the handle that bends a tie, or the legend, is at a point of the screen.
    fn is_place_by_hand(&self, context: &InputContext<'_>, pointer: Pos2) -> bool {
        !self.is_busy()
            && (bend_drag::handle_at(context, pointer).is_some() || is_legend_at(context, pointer))
    }

    fn click_on(
        &mut self,
        ui: &Ui,
        state: &State,
        target: Option<Target>,
        at: Point,
        out: &mut Vec<Intent>,
    ) {
        let held = modifiers_at_click(ui);
        let adds = held.command || held.shift;
        match (target, state.tool) {
            (None, Tool::Nation) => out.push(Intent::AddNationAt(at)),
            (Some(Target::Nation(from)), Tool::Tie) => self.tie_start = Some(from),
            (Some(target), _) if adds => out.push(Intent::ToggleSelected(target)),
            (None, _) if adds => {}
            (target, _) => out.push(Intent::Select(target.into_iter().collect())),
        }
    }

    /// Sets the cursor.
    pub fn set_cursor(&self, ui: &Ui, response: &Response, context: &InputContext<'_>) {
        if let Some(pointer) = response.hover_pos() {
            let is_space_down = ui.input(|input| input.key_down(Key::Space));
            let pans = context.state.tool == Tool::Pan || is_space_down;
            ui.set_cursor_icon(self.cursor(pointer, context, pans));
        }
    }

    fn cursor(&self, pointer: Pos2, context: &InputContext<'_>, pans: bool) -> CursorIcon {
        let tool = context.state.tool;
        let handle = self.tie_handle(context);
        let is_on_handle = handle.is_some_and(|handle| tie_handle::contains(handle, pointer));
        match (&self.gesture, self.hovered) {
            (Some(Gesture::DrawTie { .. } | Gesture::SelectBox { .. } | Gesture::Lasso(_)), _) => {
                CursorIcon::Crosshair
            }
            (Some(_), _) => CursorIcon::Grabbing,
            _ if pans => CursorIcon::Grab,
            _ if is_on_handle || self.tie_start.is_some() => CursorIcon::Crosshair,
            (None, None) if tool == Tool::Lasso => CursorIcon::Crosshair,
            (None, None) if tool == Tool::Nation => CursorIcon::Copy,
            (None, Some(Target::Nation(_))) if tool == Tool::Tie => CursorIcon::Crosshair,
            _ if self.hovered_line.is_some() => CursorIcon::Text,
            _ if place_by_hand(context, pointer).is_some() => CursorIcon::Grab,
            (None, Some(_)) => CursorIcon::PointingHand,
            (None, None) => CursorIcon::Default,
        }
    }

    /// Paints what the pointer is doing.
    pub fn paint(&self, ui: &Ui, context: &InputContext<'_>) {
        let Some(drawn) = context.drawn else { return };
        let overlay = GestureOverlay::new(ui, context.state, drawn, context.viewport);
        // A nation under the pointer is marked by what is highlighted around it, all else by a ring.
        if let Some(target @ (Target::Tie(_) | Target::Note(_))) = self.hovered
            && !context.state.selection.contains(&target)
        {
            overlay.hovered(target);
        }
        if self.hovered_line.is_some() {
            overlay.empty_title();
        }
        if let Some(gesture) = &self.gesture {
            overlay.gesture(gesture);
            let pointer = ui.input(|input| input.pointer.latest_pos());
            if let (Gesture::MoveSelection(drag), Some(pointer)) = (gesture, pointer)
                && let Some(target) = drop_target(context, pointer, drag)
            {
                overlay.join(target.organisation);
            }
        }
        if let Some(from) = self.drawn_tie_start() {
            let impossible = self.impossible_end().map(Target::Nation);
            overlay.new_tie(from, self.hovered, impossible, self.is_dragging());
        }
        if let Some(handle) = self.tie_handle(context) {
            overlay.tie_handle(handle);
        }
        if let Some((_, handle)) = bend_drag::handle(context).filter(|_| !self.is_busy()) {
            overlay.bend_handle(handle);
        }
    }
}

/// The modifiers that are held, or were when the button was let go: in a frame that took long they may have
/// been let go since.
fn modifiers_at_click(ui: &Ui) -> Modifiers {
    let of_button = |event: &Event| match event {
        Event::PointerButton { pressed: false, modifiers, .. } => Some(*modifiers),
        _ => None,
    };
    ui.input(|input| {
        let then = input.events.iter().filter_map(of_button);
        then.fold(input.modifiers, |held, then| held | then)
    })
}

/// What a drag would place by hand: a bend by its handle, a text, or the legend.
fn place_by_hand(context: &InputContext<'_>, origin: Pos2) -> Option<Gesture> {
    let bend = || {
        let tie = bend_drag::handle_at(context, origin)?;
        BendDrag::begin(context, tie, origin).map(Gesture::BendTie)
    };
    let text = || TextDrag::at(context, origin).map(|drag| Gesture::MoveText(Box::new(drag)));
    let legend = || LegendDrag::at(context, origin).map(Gesture::MoveLegend);
    bend().or_else(text).or_else(legend)
}
