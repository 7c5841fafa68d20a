//! What is drawn over the map: the selection, the hand's work, title and legend.

use egui::{Align2, Color32, FontId, Painter, Pos2, Rect, Stroke, StrokeKind, Ui, vec2};

use super::heading_and_legend::HeadingAndLegend;
use super::text_textures::ScreenText;
use crate::edit::Target;
use crate::model::{NationId, Point, Rect as WorldRect};
use crate::scene::{LabelOwner, NationMark, Scene};
use crate::ui::canvas::cache::drawn_scene::DrawnScene;
use crate::ui::canvas::highlight::selection_rings::rings;
use crate::ui::canvas::input::gesture::Gesture;
use crate::ui::canvas::input::snap_guides;
use crate::ui::canvas::viewport::Viewport;
use crate::ui::canvas::{Canvas, nation_of};
use crate::ui::state::{State, Tool};
use crate::ui::theme::{color32, palette, size};

/// The radius of a nation's handle, from which ties are drawn.
pub(in crate::ui::canvas) const HANDLE: f32 = 6.0;

impl Canvas {
    /// Draws title and legend.
    pub(in crate::ui::canvas) fn draw_overlay(&mut self, ui: &Ui, canvas: Rect) {
        let Some(drawn) = &self.drawn else { return };
        let painter = ui.painter_at(canvas);
        let letters = &mut self.paint.letters;
        let mut script = ScreenText { painter: &painter, han: drawn.han, text_textures: letters };
        HeadingAndLegend::of(&drawn.scene, canvas, self.camera.zoom).paint(
            &mut script,
            &drawn.scene,
            &drawn.atlas,
        );
        if self.paint.letters.is_behind() {
            ui.ctx().request_repaint();
        }
    }

    /// Draws what stands out from the map: the selection and the hand's work.
    pub(in crate::ui::canvas) fn draw_over(&self, ui: &Ui, canvas: Rect, state: &State) {
        let Some(drawn) = &self.drawn else { return };
        let painter = ui.painter_at(canvas);
        let accent = color32(palette(ui.ctx()).accent);
        // A nation under the pointer stands out by its neighbours; a tie needs a mark of its own.
        if let Some(tie @ Target::Tie(_)) = self.hovered.filter(|t| !state.selection.contains(t)) {
            self.draw_ring(&painter, canvas, drawn, tie, accent.gamma_multiply(0.6));
        }
        if let Some(Gesture::SelectBox { from }) = self.gesture
            && let Some(to) = ui.input(|input| input.pointer.latest_pos())
        {
            let rect = Rect::from_two_pos(from, to);
            painter.rect_filled(rect, 0.0, accent.gamma_multiply(0.12));
            painter.rect_stroke(rect, 0.0, Stroke::new(1.0, accent), StrokeKind::Inside);
        }
        if let Some(Gesture::MoveNations(moving)) = &self.gesture {
            let held = moving.held().next().and_then(|id| drawn.nation(id));
            let radius = held.map_or(0.0, |mark| mark.radius * self.camera.zoom);
            let (guides, stroke) = (&moving.snap().guides, Stroke::new(1.0, accent));
            snap_guides::paint(&painter, canvas, &self.camera, guides, radius, stroke);
        }
        if let Some(Gesture::Lasso(lasso)) = &self.gesture {
            lasso.paint(&painter, canvas, &self.camera, accent);
        }
        self.draw_new_tie(ui, &painter, canvas, drawn, state, accent);
        if let Some(center) = self.handle(canvas, state) {
            painter.circle_filled(center, HANDLE, accent);
            let plus = Stroke::new(1.5, color32(palette(ui.ctx()).canvas));
            painter.line_segment([center - vec2(3.0, 0.0), center + vec2(3.0, 0.0)], plus);
            painter.line_segment([center - vec2(0.0, 3.0), center + vec2(0.0, 3.0)], plus);
        }
        if state.map().nations().is_empty() {
            let ink = color32(palette(ui.ctx()).second_ink);
            let lines = [
                "Double click to add a nation, or requests N.",
                "Open a map with Ctrl+O, or choose one in File › Samples.",
            ];
            for (line, down) in lines.into_iter().zip([-10.0, 10.0]) {
                say(&painter, canvas.center() + vec2(0.0, down), line, ink);
            }
        }
    }

    /// Says that a map is being drawn, where that takes so long that one would ask oneself.
    pub(in crate::ui::canvas) fn draw_wait(&mut self, ui: &Ui, canvas: Rect, now_s: f64) {
        const WAIT_S: f64 = 0.5;
        if self.drawn.is_some() {
            self.blank_since_s = None;
            return;
        }
        let waited_s = now_s - *self.blank_since_s.get_or_insert(now_s);
        if waited_s < WAIT_S {
            ui.ctx().request_repaint_after_secs((WAIT_S - waited_s) as f32);
        } else {
            let ink = color32(palette(ui.ctx()).second_ink);
            say(&ui.painter_at(canvas), canvas.center(), "Drawing the map…", ink);
        }
    }

    /// Draws a ring around one mark, as around what is selected.
    pub(in crate::ui::canvas) fn draw_ring(
        &self,
        painter: &Painter,
        canvas: Rect,
        drawn: &DrawnScene,
        target: Target,
        accent: Color32,
    ) {
        let pixels_per_point = painter.pixels_per_point();
        let view = Viewport { camera: self.camera, canvas, pixels_per_point };
        painter.add(rings([&target], drawn, view, accent));
    }

    /// The line from a tie's first end to the hand, and a ring around what it would end at.
    fn draw_new_tie(
        &self,
        ui: &Ui,
        painter: &Painter,
        canvas: Rect,
        drawn: &DrawnScene,
        state: &State,
        accent: Color32,
    ) {
        let Some(from) = self.tie_from() else { return };
        let Some(mark) = drawn.nation(from) else { return };
        let Some(hand) = ui.input(|input| input.pointer.latest_pos()) else { return };
        let middle = self.camera.screen_from_world(canvas, mark.center);
        let start = middle + (hand - middle).normalized() * (mark.radius * self.camera.zoom + 2.0);
        let kind = state.map().kinds().get(state.new_tie_kind);
        let color = kind.map_or(accent, |k| color32(drawn.scene.palette.line(k.color)));
        painter.line_segment([start, hand], Stroke::new(2.0, color));
        let possible = |end: &Target| self.not_an_end().map(Target::Nation) != Some(*end);
        if let Some(end) = self.hovered.filter(possible) {
            self.draw_ring(painter, canvas, drawn, end, accent);
        }
        let words = "Let go on a nation or on a tie";
        let font = FontId::proportional(size::CAPTION);
        if self.hovered.is_none() {
            painter.text(hand + vec2(14.0, 10.0), Align2::LEFT_TOP, words, font, accent);
        }
    }

    /// The nation at which the tie that is being drawn starts.
    pub(in crate::ui::canvas) fn tie_from(&self) -> Option<NationId> {
        match self.gesture {
            Some(Gesture::DrawTie { from, .. }) => Some(from),
            _ => self.linking,
        }
    }

    /// The nation at which the tie that is being drawn can't end.
    pub(in crate::ui::canvas) fn not_an_end(&self) -> Option<NationId> {
        match self.gesture {
            Some(Gesture::DrawTie { has_left: true, .. }) => None,
            _ => self.tie_from(),
        }
    }

    /// Where the handle of the nation under the pointer is, or of the only one selected.
    pub(in crate::ui::canvas) fn handle(&self, canvas: Rect, state: &State) -> Option<Pos2> {
        if self.gesture.is_some() || self.linking.is_some() || !can_draw_ties(state.tool) {
            return None;
        }
        let nation = self.handle_owner(state)?;
        let drawn = self.drawn.as_ref()?;
        let mark = drawn.nation(nation).filter(|mark| mark.is_drawn())?;
        let reach = mark.half_extent().x + (4.0 + HANDLE) / self.camera.zoom;
        let at = mark.center + free_direction(&drawn.scene, mark, reach) * reach;
        Some(self.camera.screen_from_world(canvas, at))
    }

    pub(in crate::ui::canvas) fn handle_owner(&self, state: &State) -> Option<NationId> {
        nation_of(state.only_selected())
    }
}

/// Writes a line in the middle of an empty canvas.
fn say(painter: &Painter, at: Pos2, line: &str, ink: Color32) {
    painter.text(at, Align2::CENTER_CENTER, line, FontId::proportional(size::VALUE), ink);
}

/// The first direction, beginning at the right, in which a handle covers no name.
fn free_direction(scene: &Scene, mark: &NationMark, reach: f32) -> Point {
    const DIAGONAL: f32 = std::f32::consts::FRAC_1_SQRT_2;
    let directions = [
        Point::new(1.0, 0.0),
        Point::new(DIAGONAL, DIAGONAL),
        Point::new(-1.0, 0.0),
        Point::new(-DIAGONAL, DIAGONAL),
        Point::new(-DIAGONAL, -DIAGONAL),
    ];
    let own = scene.labels.iter().find(|label| label.owner == LabelOwner::Nation(mark.id));
    let covers = |direction: &Point| {
        let handle =
            WorldRect::centered(mark.center + *direction * reach, 2.0 * HANDLE, 2.0 * HANDLE);
        own.is_some_and(|label| label.bounds.intersects(&handle))
    };
    directions.into_iter().find(|direction| !covers(direction)).unwrap_or(directions[0])
}

/// Whether a drag from a handle draws a tie, whatever else the tool does.
const fn can_draw_ties(tool: Tool) -> bool {
    !matches!(tool, Tool::Pan | Tool::Lasso)
}
