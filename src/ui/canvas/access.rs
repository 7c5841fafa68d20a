//! Every nation and tie in view as a node of its own for assistive technology, for the keyboard and
//! for tests: it has a role and a name, can be focused with Tab and is selected with Enter.

use std::collections::BTreeSet;

use egui::accesskit::{Action as AccessAction, Role};
use egui::{Id, Key, Rect, Sense, Ui, Vec2};

use super::camera::Camera;
use crate::edit::Target;
use crate::model::{Map, Point};
use crate::scene::Scene;
use crate::ui::intent::Intent;

/// No more than so many marks get a node of their own in a frame.
const MOST_NODES: usize = 500;

/// Adds the nodes; returns which mark has the keyboard's focus.
pub fn announce(
    ui: &Ui,
    canvas: Rect,
    camera: &Camera,
    map: &Map,
    scene: &Scene,
    selection: &BTreeSet<Target>,
    out: &mut Vec<Intent>,
) -> Option<Target> {
    let around = |at, half: Point| {
        let center = camera.screen_from_world(canvas, at);
        let size = egui::vec2(half.x, half.y) * camera.zoom * 2.0;
        Rect::from_center_size(center, size.max(Vec2::splat(8.0)))
    };
    let nations = scene.nations.iter().map(|mark| {
        let half = mark.half_extent();
        (Target::Nation(mark.id), around(mark.center, half), mark.name.clone())
    });
    let ties = scene.ties.iter().map(|mark| {
        let half = Point::new(6.0, 6.0);
        (Target::Tie(mark.id), around(mark.middle, half), tie_description(map, mark.id))
    });
    let mut focused = None;
    let visible = nations.chain(ties).filter(|(_, rect, _)| canvas.intersects(*rect));
    for (target, rect, name) in visible.take(MOST_NODES) {
        let id = node_id(target);
        let response = ui.interact(rect, id, Sense::focusable_noninteractive());
        ui.ctx().accesskit_node_builder(id, |node| {
            node.set_role(match target {
                Target::Nation(_) => Role::GraphicsObject,
                Target::Tie(_) => Role::GraphicsSymbol,
            });
            node.set_label(name);
            node.set_selected(selection.contains(&target));
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
    focused
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
