//! Paints above the map what the pointer is doing there.

use egui::emath::Rot2;
use egui::epaint::TextShape;
use egui::{Align2, Color32, FontId, Painter, Pos2, Rect, Shape, Stroke, StrokeKind, Ui, vec2};

use super::gesture::Gesture;
use super::{bend_drag, snap_guides, tie_handle};
use crate::edit::Target;
use crate::model::{End, NationId};
use crate::scene::{Curve, HeadingLine, Label, Weight};
use crate::ui::canvas::cache::drawn_scene::DrawnScene;
use crate::ui::canvas::drawing::heading_and_legend::{HeadingAndLegend, type_size};
use crate::ui::canvas::highlight::selection_rings::paint_ring;
use crate::ui::canvas::viewport::Viewport;
use crate::ui::state::State;
use crate::ui::theme::{color32, palette, semibold_id, size};

/// Where and in which colours to paint.
pub struct GestureOverlay<'a> {
    painter: Painter,
    state: &'a State,
    drawn: &'a DrawnScene,
    viewport: Viewport,
    /// Where the pointer is.
    pointer: Option<Pos2>,
    accent: Color32,
    /// The colour of the canvas.
    ground: Color32,
}

impl<'a> GestureOverlay<'a> {
    /// Above the map of a viewport.
    pub fn new(ui: &Ui, state: &'a State, drawn: &'a DrawnScene, viewport: Viewport) -> Self {
        let palette = palette(ui.ctx());
        Self {
            painter: ui.painter_at(viewport.canvas),
            state,
            drawn,
            viewport,
            pointer: ui.input(|input| input.pointer.latest_pos()),
            accent: color32(palette.accent),
            ground: color32(palette.canvas),
        }
    }

    /// Marks the tie or the note under the pointer.
    pub fn hovered(&self, target: Target) {
        self.ring(target, self.accent.gamma_multiply(0.6));
    }

    /// Says quietly where the title of a map without a heading would stand.
    pub fn empty_title(&self) {
        let scene = self.drawn.scene();
        let placed = HeadingAndLegend::place(scene, self.viewport.canvas, self.viewport.zoom());
        let Some(place) = placed.empty_title(scene) else { return };
        let (line, quiet) = (HeadingLine::Title, color32(scene.palette.second_ink));
        let font = semibold_id(type_size(line));
        let color = quiet.gamma_multiply(0.6);
        self.painter.text(place.min, Align2::LEFT_TOP, line.name(), font, color);
    }

    /// Paints a drag.
    pub fn gesture(&self, gesture: &Gesture) {
        match gesture {
            Gesture::SelectBox { from } => {
                let Some(to) = self.pointer else { return };
                let rect = Rect::from_two_pos(*from, to);
                self.painter.rect_filled(rect, 0.0, self.accent.gamma_multiply(0.12));
                let stroke = Stroke::new(1.0, self.accent);
                self.painter.rect_stroke(rect, 0.0, stroke, StrokeKind::Inside);
            }
            Gesture::MoveSelection(drag) => {
                let mark = drag.held().next().and_then(|id| self.drawn.nation(id));
                let radius = mark.map_or(0.0, |mark| mark.radius * self.viewport.zoom());
                let (guides, stroke) = (&drag.snap().guides, Stroke::new(1.0, self.accent));
                snap_guides::paint(&self.painter, &self.viewport, guides, radius, stroke);
            }
            Gesture::Lasso(lasso) => lasso.paint(&self.painter, &self.viewport, self.accent),
            Gesture::MoveText(drag) => self.label(&drag.label(self.drawn)),
            Gesture::BendTie(drag) => {
                if let Some(curve) = drag.curve(self.drawn, self.viewport.zoom()) {
                    self.curve(&curve);
                }
            }
            Gesture::MoveLegend(_) | Gesture::Pan | Gesture::DrawTie { .. } => {}
        }
    }

    /// Paints a text that is being moved, with a line around it.
    fn label(&self, label: &Label) {
        let zoom = self.viewport.zoom();
        let font = match label.weight {
            Weight::SemiBold => semibold_id(label.size * zoom),
            Weight::Regular => FontId::proportional(label.size * zoom),
        };
        let (angle, color) = (label.angle_radians, color32(label.color));
        let turn = Rot2::from_angle(angle);
        let middle = self.viewport.screen_from_world(label.center);
        let half = vec2(label.extent.x, label.extent.y) * zoom / 2.0 + vec2(4.0, 2.0);
        let corners = [vec2(-1.0, -1.0), vec2(1.0, -1.0), vec2(1.0, 1.0), vec2(-1.0, 1.0)];
        let corners = corners.map(|side| middle + turn * (side * half));
        let ground = self.ground.gamma_multiply(0.85);
        let edge = Stroke::new(1.0, self.accent);
        self.painter.add(Shape::convex_polygon(corners.to_vec(), ground, edge));
        for (center, line) in label.line_centers() {
            let galley = self.painter.layout_no_wrap(line.to_owned(), font.clone(), color);
            let at = self.viewport.screen_from_world(center) - turn * (galley.size() / 2.0);
            self.painter.add(TextShape::new(at, galley, color).with_angle(angle));
        }
    }

    /// Paints the line of a tie that is being bent.
    fn curve(&self, curve: &Curve) {
        let points = curve.flatten(0.25 / self.viewport.zoom());
        let points = points.iter().map(|point| self.viewport.screen_from_world(*point)).collect();
        self.painter.add(Shape::line(points, Stroke::new(2.0, self.accent)));
    }

    /// Paints the handle by which the selected tie is bent.
    pub fn bend_handle(&self, center: Pos2) {
        let edge = Stroke::new(1.5, self.accent);
        self.painter.circle(center, bend_drag::RADIUS, self.ground, edge);
    }

    /// Marks the organisation that nations would join if they were let go now, and says so.
    pub fn join(&self, organisation: NationId) {
        self.ring(Target::Nation(organisation), self.accent);
        let Some(pointer) = self.pointer else { return };
        let name = self.state.map().end_name(End::Nation(organisation));
        self.hint(pointer, format!("Add to {name}"));
    }

    /// Paints words beside the pointer, on a ground that lets them be read over anything.
    fn hint(&self, pointer: Pos2, words: String) {
        let font = FontId::proportional(size::CAPTION);
        let galley = self.painter.layout_no_wrap(words, font, self.accent);
        let at = pointer + vec2(14.0, 10.0);
        let ground = Rect::from_min_size(at, galley.size()).expand(3.0);
        self.painter.rect_filled(ground, 3.0, self.ground);
        self.painter.galley(at, galley, self.accent);
    }

    /// Paints the line from a tie's first end to the pointer, and a ring around the mark at which it would
    /// end, unless that is impossible. While the button is held it says where to let go.
    pub fn new_tie(
        &self,
        from: NationId,
        hovered: Option<Target>,
        impossible: Option<Target>,
        is_drag: bool,
    ) {
        let Some(mark) = self.drawn.nation(from) else { return };
        let Some(pointer) = self.pointer else { return };
        let middle = self.viewport.screen_from_world(mark.center);
        let radius = mark.radius * self.viewport.zoom() + 2.0;
        let start = middle + (pointer - middle).normalized() * radius;
        let to = match hovered {
            Some(Target::Tie(id)) => End::Tie(id),
            _ => End::Nation(from),
        };
        let kind = self.state.map().kinds().get(self.state.kind_for_new_tie(to));
        let palette = &self.drawn.scene().palette;
        let color = kind.map_or(self.accent, |kind| color32(palette.line(kind.color)));
        self.painter.line_segment([start, pointer], Stroke::new(2.0, color));
        if let Some(end) = hovered.filter(|end| impossible != Some(*end)) {
            self.ring(end, self.accent);
        }
        if is_drag && hovered.is_none() {
            self.hint(pointer, "Let go on a nation or on a tie".to_owned());
        }
    }

    /// Paints the handle from which a tie can be drawn.
    pub fn tie_handle(&self, center: Pos2) {
        self.painter.circle_filled(center, tie_handle::RADIUS, self.accent);
        let plus = Stroke::new(1.5, self.ground);
        for arm in [vec2(3.0, 0.0), vec2(0.0, 3.0)] {
            self.painter.line_segment([center - arm, center + arm], plus);
        }
    }

    fn ring(&self, target: Target, color: Color32) {
        paint_ring(&self.painter, target, self.drawn, self.viewport, color);
    }
}
