//! Nodes for assistive technology, for the keyboard and for tests: every nation, tie and note in view has
//! one, with a role and a name. It can be focused with Tab and is selected with Enter.

use egui::accesskit::{Action as AccessAction, Role};
use egui::{Id, Key, Rect, Sense, Ui, Vec2};

use super::cache::drawn_scene::DrawnScene;
use super::drawing::heading_and_legend::HeadingAndLegend;
use super::highlight::selection_rings::paint_ring;
use super::viewport::Viewport;
use crate::edit::Target;
use crate::model::{End, Map, Point};
use crate::scene::{HeadingLine, Label};
use crate::ui::state::State;
use crate::ui::theme::{color32, palette};

/// The most marks that get a node in a frame.
const MOST_NODES: usize = 500;

/// The nodes of the marks.
#[derive(Default)]
pub struct MarkNodes {
    focused: Option<Target>,
}

impl MarkNodes {
    /// The mark that has the keyboard's focus.
    pub const fn focused(&self) -> Option<Target> {
        self.focused
    }

    /// Adds the nodes and marks the one with the keyboard's focus; returns the marks that were chosen, by
    /// keyboard or by assistive technology. Where nothing listens and the focus is elsewhere, there are
    /// no nodes.
    pub fn update(
        &mut self,
        ui: &Ui,
        viewport: &Viewport,
        state: &State,
        drawn: &DrawnScene,
    ) -> Vec<Target> {
        let mut chosen = Vec::new();
        add_heading_and_legend(ui, viewport, drawn);
        self.focused = add_nodes(ui, viewport, state, drawn, &mut chosen);
        if let Some(target) = self.focused {
            let ink = color32(palette(ui.ctx()).second_ink);
            let painter = ui.painter_at(viewport.canvas);
            paint_ring(&painter, target, drawn, *viewport, ink);
        }
        chosen
    }
}

/// Adds a node for each line of the heading, with its words, and one for the legend.
fn add_heading_and_legend(ui: &Ui, viewport: &Viewport, drawn: &DrawnScene) {
    if !is_wanted(ui) {
        return;
    }
    let scene = drawn.scene();
    let placed = HeadingAndLegend::place(scene, viewport.canvas, viewport.zoom());
    for line in HeadingLine::ALL {
        let words = scene.heading.line(line);
        if words.is_empty() {
            continue;
        }
        let id = Id::new("heading").with(line.name());
        let rect = placed.line_rect(scene, line);
        let role = if line == HeadingLine::Title { Role::Heading } else { Role::Label };
        add_node(ui, (id, rect), role, words);
    }
    if placed.legend.is_positive() {
        add_node(ui, (Id::new("legend"), placed.legend), Role::Group, "Legend");
    }
}

/// Adds a node for something that lies above the map.
fn add_node(ui: &Ui, (id, rect): (Id, Rect), role: Role, words: &str) {
    ui.interact(rect, id, Sense::hover());
    ui.ctx().accesskit_node_builder(id, |node| {
        node.set_role(role);
        node.set_label(words);
        node.set_bounds(accesskit_rect(rect));
    });
}

/// Adds the nodes; returns the mark that has the keyboard's focus.
fn add_nodes(
    ui: &Ui,
    viewport: &Viewport,
    state: &State,
    drawn: &DrawnScene,
    chosen: &mut Vec<Target>,
) -> Option<Target> {
    if !is_wanted(ui) {
        return None;
    }
    let mut focused = None;
    let marks = visible_marks(viewport, drawn).into_iter();
    // What is only about to be added can't be chosen yet.
    for (target, rect) in marks.filter(|(target, _)| state.shows(*target)) {
        let id = node_id(target);
        let response = ui.interact(rect, id, Sense::focusable_noninteractive());
        ui.ctx().accesskit_node_builder(id, |node| {
            node.set_role(match target {
                Target::Nation(_) => Role::GraphicsObject,
                Target::Tie(_) => Role::GraphicsSymbol,
                Target::Note(_) => Role::Note,
            });
            node.set_label(match target {
                Target::Nation(id) => state.map().end_name(End::Nation(id)),
                Target::Tie(id) => tie_description(state.map(), id),
                Target::Note(id) => {
                    drawn.note(id).map_or_else(String::new, |label| label.lines.join(" "))
                }
            });
            node.set_selected(state.selection.contains(&target));
            node.add_action(AccessAction::Click);
        });
        let has_focus = response.has_focus();
        if has_focus {
            focused = Some(target);
        }
        let is_chosen = ui.input(|input| {
            let by_key = input.key_pressed(Key::Enter) || input.key_pressed(Key::Space);
            input.has_accesskit_action_request(id, AccessAction::Click) || (has_focus && by_key)
        });
        if is_chosen {
            chosen.push(target);
        }
    }
    note_focus(ui, focused.is_some());
    focused
}

/// Remembers for the next frame whether a mark has the keyboard's focus.
pub fn note_focus(ui: &Ui, has_focus: bool) {
    ui.data_mut(|data| data.insert_temp(ui.id().with(HAS_FOCUS), has_focus));
}

/// The key under which the toolkit remembers whether a mark had the focus in the last frame.
const HAS_FOCUS: &str = "mark has focus";

/// Whether the nodes matter: assistive technology listens, a mark has the focus, or Tab may give it to one.
pub fn is_wanted(ui: &Ui) -> bool {
    let listens = ui.ctx().accesskit_node_builder(ui.id(), |_| ()).is_some();
    let has_focus = ui.data(|data| data.get_temp(ui.id().with(HAS_FOCUS))).unwrap_or(false);
    listens || has_focus || ui.input(|input| input.key_pressed(Key::Tab))
}

/// The marks in view with their areas of the screen: nations, text notes, then ties, each in the order of
/// the map.
fn visible_marks(viewport: &Viewport, drawn: &DrawnScene) -> Vec<(Target, Rect)> {
    let around = |at, half: Point| {
        let center = viewport.screen_from_world(at);
        let size = egui::vec2(half.x, half.y) * viewport.zoom() * 2.0;
        Rect::from_center_size(center, size.max(Vec2::splat(8.0)))
    };
    let scene = drawn.scene();
    let nations = scene
        .nations
        .iter()
        .map(|mark| (Target::Nation(mark.id), around(mark.center, mark.half_extent())));
    let half = Point::new(6.0, 6.0);
    let ties = scene.ties.iter().filter(|mark| mark.is_drawn);
    let ties = ties.map(|mark| (Target::Tie(mark.id), around(mark.middle, half)));
    let note = |label: &Label| {
        let half = Point::new(label.bounds.width(), label.bounds.height()) * 0.5;
        Some((Target::Note(label.owner.note()?), around(label.center, half)))
    };
    let notes = scene.labels.iter().filter_map(note);
    let seen = |(_, rect): &(Target, Rect)| viewport.canvas.intersects(*rect);
    nations.chain(notes).chain(ties).filter(seen).take(MOST_NODES).collect()
}

/// The id of a mark's node.
pub fn node_id(target: Target) -> Id {
    Id::new(("mark", target))
}

/// A tie as it is read out: `Japan › China, Concern: South China Sea`.
pub fn tie_description(map: &Map, id: crate::model::TieId) -> String {
    let mut description = map.tie_name(id);
    if let Some(tie) = map.ties().get(id) {
        if let Some(kind) = map.kinds().get(tie.kind) {
            description += ", ";
            description += &kind.name;
        }
        if let Some(status) = tie.status {
            description += ", ";
            description += status.name();
        }
        if !tie.label.is_empty() {
            description += ": ";
            description += &tie.label;
        }
    }
    description
}

/// A rectangle as assistive technology has it.
pub fn accesskit_rect(rect: Rect) -> egui::accesskit::Rect {
    let [left, top] = [rect.min.x, rect.min.y].map(f64::from);
    let [right, bottom] = [rect.max.x, rect.max.y].map(f64::from);
    egui::accesskit::Rect::new(left, top, right, bottom)
}
