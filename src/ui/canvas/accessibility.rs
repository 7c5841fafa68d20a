//! Every nation and tie in view as a node of its own for assistive technology, for the keyboard and
//! for tests: it has a role and a name, can be focused with Tab and is selected with Enter.

use std::collections::BTreeSet;

use egui::accesskit::{Action as AccessAction, Role};
use egui::{Id, Key, Rect, Sense, Ui, Vec2};

use super::cache::drawn_scene::DrawnScene;
use super::viewport::Viewport;
use crate::edit::Target;
use crate::model::{End, Map, Point};
use crate::ui::intent::Intent;
use crate::ui::state::State;

/// No more than so many marks get a node of their own in a frame.
const MOST_NODES: usize = 500;

/// Adds the nodes; returns which mark has the keyboard's focus. Where nobody would know of them, since
/// nothing listens and the keyboard is elsewhere, there are none.
pub fn announce(
    ui: &Ui,
    view: &Viewport,
    state: &State,
    drawn: &DrawnScene,
    out: &mut Vec<Intent>,
) -> Option<Target> {
    if !is_wanted(ui) {
        return None;
    }
    let mut focused = None;
    for (target, rect) in visible(view, drawn) {
        let id = node_id(target);
        let response = ui.interact(rect, id, Sense::focusable_noninteractive());
        ui.ctx().accesskit_node_builder(id, |node| {
            node.set_role(match target {
                Target::Nation(_) => Role::GraphicsObject,
                Target::Tie(_) => Role::GraphicsSymbol,
            });
            node.set_label(match target {
                Target::Nation(id) => state.map().end_name(End::Nation(id)),
                Target::Tie(id) => tie_description(state.map(), id),
            });
            node.set_selected(state.selection.contains(&target));
            node.add_action(AccessAction::Click);
        });
        let has_focus = response.has_focus();
        if has_focus {
            focused = Some(target);
        }
        let chosen = ui.input(|input| {
            let by_key = input.key_pressed(Key::Enter) || input.key_pressed(Key::Space);
            input.has_accesskit_action_request(id, AccessAction::Click) || (has_focus && by_key)
        });
        if chosen {
            out.push(Intent::Select(BTreeSet::from([target])));
        }
    }
    ui.data_mut(|data| data.insert_temp(ui.id().with(HAS_FOCUS), focused.is_some()));
    focused
}

/// Under which it is remembered whether a mark had the keyboard's focus in the last frame.
const HAS_FOCUS: &str = "mark has focus";

/// Whether something listens: assistive technology, or the keyboard, which is on a mark or on its way.
fn is_wanted(ui: &Ui) -> bool {
    let listens = ui.ctx().accesskit_node_builder(ui.id(), |_| ()).is_some();
    let has_focus = ui.data(|data| data.get_temp(ui.id().with(HAS_FOCUS))).unwrap_or(false);
    listens || has_focus || ui.input(|input| input.key_pressed(Key::Tab))
}

/// The marks in view with where they are on the screen: nations before ties, each in the order of the
/// map.
fn visible(view: &Viewport, drawn: &DrawnScene) -> Vec<(Target, Rect)> {
    let around = |at, half: Point| {
        let center = view.camera.screen_from_world(view.canvas, at);
        let size = egui::vec2(half.x, half.y) * view.camera.zoom * 2.0;
        Rect::from_center_size(center, size.max(Vec2::splat(8.0)))
    };
    let scene = &drawn.scene;
    let nations = scene
        .nations
        .iter()
        .map(|mark| (Target::Nation(mark.id), around(mark.center, mark.half_extent())));
    let half = Point::new(6.0, 6.0);
    let ties = scene.ties.iter().map(|mark| (Target::Tie(mark.id), around(mark.middle, half)));
    let seen = |(_, rect): &(Target, Rect)| view.canvas.intersects(*rect);
    nations.chain(ties).filter(seen).take(MOST_NODES).collect()
}

/// The id of a mark's node.
pub fn node_id(target: Target) -> Id {
    Id::new(("mark", target))
}

/// A tie in words: `Japan › China, Concern: South China Sea`.
fn tie_description(map: &Map, id: crate::model::TieId) -> String {
    let mut words = map.tie_name(id);
    if let Some(tie) = map.ties().get(id) {
        if let Some(kind) = map.kinds().get(tie.kind) {
            words += ", ";
            words += &kind.name;
        }
        if let Some(status) = tie.status {
            words += ", ";
            words += status.name();
        }
        if !tie.label.is_empty() {
            words += ": ";
            words += &tie.label;
        }
    }
    words
}
