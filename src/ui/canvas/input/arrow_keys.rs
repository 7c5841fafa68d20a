//! The arrow keys move the selected nations and notes, or else the view; with Alt they go along ties.

use std::collections::BTreeSet;

use egui::{FocusDirection, Key, Modifiers, Response, Ui, Vec2, vec2};

use super::hit_test::InputContext;
use super::selection_drag::name_of_move;
use crate::analysis::selection;
use crate::edit::{Field, Target, place_by_hand};
use crate::model::{End, Point};
use crate::ui::canvas::accessibility::node_id;
use crate::ui::canvas::camera::overview;
use crate::ui::intent::Intent;
use crate::ui::state::State;

/// How far a press moves nations and notes, in world units.
const NUDGE: f32 = 1.0;
/// How many times as far with Shift.
const SHIFTED: f32 = 10.0;
/// How far a press moves the view, in logical pixels.
const PAN: f32 = 60.0;
/// The widest angle between an arrow and what lies in its direction.
const WIDEST_DEGREES: f32 = 60.0;
/// A mark this near to the edge of the canvas counts as out of view, in logical pixels.
const MARGIN: f32 = 24.0;

/// The presses of a frame, summed up.
#[derive(Default)]
struct Presses {
    plain: Vec2,
    shifted: Vec2,
    /// The last one with Alt.
    along: Option<Vec2>,
}

impl Presses {
    fn take(ui: &Ui) -> Self {
        let mut presses = Self::default();
        for (key, by) in [
            (Key::ArrowLeft, vec2(-1.0, 0.0)),
            (Key::ArrowRight, vec2(1.0, 0.0)),
            (Key::ArrowUp, vec2(0.0, -1.0)),
            (Key::ArrowDown, vec2(0.0, 1.0)),
        ] {
            ui.input_mut(|input| {
                // A pattern without modifiers also matches with any: the more specific ones go first.
                if input.count_and_consume_key(Modifiers::ALT, key) > 0 {
                    presses.along = Some(by);
                }
                presses.shifted += by * input.count_and_consume_key(Modifiers::SHIFT, key) as f32;
                presses.plain += by * input.count_and_consume_key(Modifiers::NONE, key) as f32;
            });
        }
        presses
    }
}

/// What the arrow keys ask of the camera.
#[derive(Default)]
pub struct ArrowMoves {
    /// A mark to bring into view.
    pub center_on: Option<Target>,
    /// How far to pan afterwards, in logical pixels.
    pub pan: Option<Vec2>,
}

/// Carries out presses of the arrow keys, if they are meant for the canvas. `focused` is the mark that has
/// the keyboard's focus.
pub fn handle(
    ui: &Ui,
    response: &Response,
    context: &InputContext<'_>,
    focused: Option<Target>,
    out: &mut Vec<Intent>,
) -> ArrowMoves {
    let mut moves = ArrowMoves::default();
    if !are_for_canvas(ui, response, context.state, focused) {
        return moves;
    }
    let presses = Presses::take(ui);
    if let Some(direction) = presses.along {
        moves.center_on = go_along_tie(ui, context, direction, focused, out);
    }
    let step = presses.plain + presses.shifted * SHIFTED;
    if step == Vec2::ZERO {
        return moves;
    }
    // The toolkit would also move the focus to another control in that direction.
    ui.memory_mut(|memory| memory.move_focus(FocusDirection::None));
    let state = context.state;
    let movable = || state.selection.iter().copied().filter(|target| target.tie().is_none());
    let is_on_overview = ui.memory(|memory| memory.has_focus(overview::id()));
    if movable().next().is_none() || is_on_overview {
        moves.pan = Some(-(presses.plain + presses.shifted) * PAN);
        ui.ctx().request_repaint();
        return moves;
    }
    let by = Point::new(step.x, step.y) * NUDGE;
    let map = state.map();
    let moved = |at: Point| (at + by).within_limit();
    let nations = state.selected_nations();
    let nations = nations.filter_map(|id| Some((id, moved(map.nations().get(id)?.position?))));
    let notes = state.selected_notes();
    let notes = notes.filter_map(|id| Some((id, moved(map.text_notes().get(id)?.position))));
    out.push(Intent::Type {
        name: name_of_move(state, movable()),
        field: Field("nudge".to_owned()),
        command: place_by_hand(map, nations, notes),
    });
    moves
}

/// Whether the arrow keys are meant for the canvas: nothing lies over it, and no other control has the
/// keyboard's focus, to which they may mean something.
fn are_for_canvas(ui: &Ui, response: &Response, state: &State, mark: Option<Target>) -> bool {
    if state.dialog.is_some() || egui::Popup::is_any_open(ui.ctx()) {
        return false;
    }
    let focused = ui.memory(|memory| memory.focused());
    let is_mark = |id| mark.is_some_and(|mark| id == node_id(mark));
    focused.is_none_or(|id| id == response.id || id == overview::id() || is_mark(id))
}

/// Selects what lies in a direction from the one mark selected, along its ties. Returns it if it is out of
/// view.
fn go_along_tie(
    ui: &Ui,
    context: &InputContext<'_>,
    direction: Vec2,
    focused: Option<Target>,
    out: &mut Vec<Intent>,
) -> Option<Target> {
    let (state, drawn) = (context.state, context.drawn?);
    let from = state.only_selected()?;
    let at = drawn.position_of(from)?;
    let candidates = reached_from(state, from);
    let placed = candidates.into_iter().filter_map(|to| Some((to, drawn.position_of(to)?)));
    let to = nearest_in(at, Point::new(direction.x, direction.y), placed)?;
    out.push(Intent::Select([to].into()));
    if focused.is_some() {
        ui.memory_mut(|memory| memory.request_focus(node_id(to)));
    }
    let seen = context.viewport.canvas.shrink(MARGIN);
    let is_seen = |at| seen.contains(context.viewport.screen_from_world(at));
    (!drawn.position_of(to).is_some_and(is_seen)).then_some(to)
}

/// What a step along a tie can reach: from a nation its neighbours, from a tie its ends, from a note nothing.
fn reached_from(state: &State, from: Target) -> Vec<Target> {
    let map = state.map();
    match from {
        Target::Nation(_) => {
            let near =
                selection::with_neighbours(&state.graph(), &BTreeSet::from([from])).into_iter();
            near.filter(|to| to.nation().is_some() && *to != from).collect()
        }
        Target::Tie(id) => map.ties().get(id).map_or_else(Vec::new, |tie| {
            let to = match tie.to {
                End::Nation(id) => Target::Nation(id),
                End::Tie(id) => Target::Tie(id),
            };
            vec![Target::Nation(tie.from), to]
        }),
        Target::Note(_) => Vec::new(),
    }
}

/// The candidate that lies most in a direction, a vector of length 1: the one with the smallest angle, in
/// whole degrees, and of equal ones the nearest; `None` where all lie more than 60° off.
fn nearest_in(
    from: Point,
    direction: Point,
    candidates: impl Iterator<Item = (Target, Point)>,
) -> Option<Target> {
    let measured = candidates.filter_map(|(to, at)| {
        let way = at - from;
        let degrees = way.normalized().dot(direction).clamp(-1.0, 1.0).acos().to_degrees();
        let is_ahead = way.length() > 0.0 && degrees <= WIDEST_DEGREES;
        is_ahead.then_some((degrees.round(), way.length(), to))
    });
    let nearest = measured.min_by(|a, b| a.0.total_cmp(&b.0).then(a.1.total_cmp(&b.1)));
    nearest.map(|(_, _, to)| to)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::NationId;

    #[test]
    fn the_direction_counts_before_the_distance() {
        let to = |number| Target::Nation(NationId(number));
        let right = Point::new(1.0, 0.0);
        let found = |places: &[(f32, f32)]| {
            let places = places.iter().zip(1..);
            let candidates = places.map(|((x, y), number)| (to(number), Point::new(*x, *y)));
            nearest_in(Point::default(), right, candidates)
        };
        assert_eq!(found(&[(50.0, 40.0), (300.0, 9.0)]), Some(to(2)));
        assert_eq!(
            found(&[(300.0, 0.0), (100.0, 0.1)]),
            Some(to(2)),
            "of one direction the nearest"
        );
        assert_eq!(found(&[(10.0, 17.0), (10.0, -17.0)]), Some(to(1)), "within 60°");
        assert_eq!(found(&[(10.0, 18.0), (-5.0, 0.0), (0.0, 0.0)]), None);
    }
}
