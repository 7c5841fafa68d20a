//! Lines of ties and memberships.

use std::sync::Arc;

use egui::{Color32, Pos2, Rect};

use super::{MarkMeshBuilder, TOO_SMALL};
use crate::scene::{Arrow, Curve, Decoration, Pattern, Scene, TieMark, dash_strokes, double_lines};
use crate::ui::canvas::drawing::atlas_strips::DashPattern;
use crate::ui::canvas::drawing::colors::dimmed;
use crate::ui::theme::color32;

/// How far a curve's chords may leave it on the screen, in logical pixels.
const TOLERANCE: f32 = 0.25;
/// The same where lines are magnified, so that they show no corners.
const FINE_TOLERANCE: f32 = 0.06;
/// Dashes with longer periods than this on the screen are drawn as strokes on any map, in logical
/// pixels.
const LONG_PERIOD: f32 = 100.0;
/// The smallest zoom at which a double line is recognised as one.
const LEAST_DOUBLE: f32 = 0.4;

/// How far a polyline may be from its curve, in units of the world. A thick line shows the corners that a
/// thin one hides.
fn tolerance(zoom: f32) -> f32 {
    (TOLERANCE / zoom.max(1.0).powi(2)).max(FINE_TOLERANCE) / zoom
}

impl MarkMeshBuilder {
    /// Draws the line of a membership.
    pub fn membership(&mut self, index: usize) {
        let scene = Arc::clone(&self.scene);
        let Some(mark) = scene.memberships.get(index) else { return };
        let color = dimmed(color32(mark.color), scene.dims_membership(mark));
        self.line(&mark.curve, &mark.pattern, mark.width, color);
    }

    /// Draws the line of a tie, with its dashes, crosses, arrow and strike.
    pub fn tie(&mut self, index: usize) {
        let scene = Arc::clone(&self.scene);
        if let Some(mark) = scene.ties.get(index) {
            self.tie_mark(&scene, mark);
        }
    }

    /// As [`Self::tie`], for a mark that is known already.
    pub fn tie_mark(&mut self, scene: &Scene, mark: &TieMark) {
        let mark = &*self.lines.as_drawn(mark);
        let bounds = mark.curve.hull_bounds().expanded(12.0 * self.lines.magnified(mark.emphasis));
        let rect = Rect::from_min_max(self.to_screen(bounds.min), self.to_screen(bounds.max));
        if !self.mesh.sees(rect) {
            return;
        }
        let color = dimmed(color32(mark.color), scene.dims_tie(mark.id));
        for piece in mark.pieces() {
            self.line(&piece, &mark.pattern, mark.width, color);
        }
        self.decorations(mark, color);
    }

    /// Draws what is on a tie's line, where it is large enough to be seen.
    fn decorations(&mut self, mark: &TieMark, color: Color32) {
        const SMALL_ARROW: f32 = 5.0;
        let zoom = self.viewport.zoom();
        let is_crossed = mark.pattern.decoration == Decoration::Crossed;
        if is_crossed && mark.pattern.reach(mark.width) * zoom >= TOO_SMALL {
            self.strokes(&mark.pattern.crosses(&mark.curve, mark.width), color);
        }
        if let Some(strike) = mark.strike.filter(|s| s.from.distance(s.to) * zoom >= TOO_SMALL) {
            self.strokes(&[strike.strike(mark.width)], color);
        }
        if let Some(Arrow { tip, base }) = mark.arrow {
            let length = tip.distance(base[0].lerp(base[1], 0.5)) * zoom;
            let corners = [tip, base[0], base[1]].map(|point| self.to_screen(point));
            if length >= SMALL_ARROW {
                self.mesh.polygon(&corners, color);
            } else if length >= TOO_SMALL {
                self.mesh.triangle(corners, color);
            }
        }
    }

    /// Draws a line with its dashes: as strokes, or from the texture where there are many, or as a fainter
    /// solid line where they are too small to be seen.
    fn line(&mut self, curve: &Curve, pattern: &Pattern, width: f32, color: Color32) {
        let zoom = self.viewport.zoom();
        let dashes = DashPattern::of(&pattern.dashes, width);
        let dashes = dashes.map(|(dashes, period)| (dashes, period * zoom));
        match dashes {
            Some((_, period)) if self.is_fine || period > LONG_PERIOD => {
                let plain = Pattern { decoration: pattern.decoration.lines(), ..pattern.clone() };
                self.strokes(&dash_strokes(curve, &plain, width, tolerance(zoom)), color);
                return;
            }
            _ => {}
        }
        if curve.is_straight() && pattern.decoration != Decoration::Double {
            self.polyline(
                &[self.to_screen(curve.from), self.to_screen(curve.to)],
                width,
                color,
                dashes,
            );
            return;
        }
        let points = curve.points(tolerance(zoom));
        if pattern.decoration == Decoration::Double && zoom >= LEAST_DOUBLE {
            let (lines, width) = double_lines(&points.collect::<Vec<_>>(), width);
            for line in lines {
                self.polyline(&self.all_to_screen(&line), width, color, dashes);
            }
        } else {
            let points: Vec<Pos2> = points.map(|point| self.to_screen(point)).collect();
            self.polyline(&points, width, color, dashes);
        }
    }

    fn polyline(
        &mut self,
        points: &[Pos2],
        width: f32,
        color: Color32,
        dashes: Option<(DashPattern, f32)>,
    ) {
        let width = width * self.viewport.zoom();
        match dashes {
            Some((dashes, period)) if dashes.gap() * period >= TOO_SMALL => {
                self.mesh.dashed(points, width, color, (dashes, period));
            }
            Some((dashes, _)) => {
                self.mesh.stroke(points, width, color.gamma_multiply(dashes.drawn()));
            }
            None if self.is_fine => self.mesh.capped(points, width, color),
            None => self.mesh.stroke(points, width, color),
        }
    }

    /// Draws the ring in the middle of a tie that others end at.
    pub fn ring(&mut self, index: usize) {
        let scene = Arc::clone(&self.scene);
        if let Some(mark) = scene.ties.get(index) {
            self.ring_mark(&scene, mark);
        }
    }

    /// As [`Self::ring`], for a mark that is known already.
    pub fn ring_mark(&mut self, scene: &Scene, mark: &TieMark) {
        let mark = &*self.lines.as_drawn(mark);
        let Some(radius) = mark.ring.filter(|r| r * self.viewport.zoom() >= TOO_SMALL) else {
            return;
        };
        let (at, zoom) = (self.to_screen(mark.middle), self.viewport.zoom());
        self.mesh.disc(at, radius * zoom, color32(scene.palette.canvas));
        let color = dimmed(color32(mark.color), scene.dims_tie(mark.id));
        self.mesh.ring(at, radius * zoom, mark.width * zoom, color);
    }

    /// Draws the ties that are drawn as one, and the middles of the groups at which they end.
    pub fn tie_groups(&mut self) {
        let scene = Arc::clone(&self.scene);
        let plain = Pattern::default();
        for hub in &scene.hubs {
            let color = color32(hub.color).gamma_multiply(Scene::SPOKES);
            hub.spokes.iter().for_each(|spoke| self.line(spoke, &plain, hub.width, color));
        }
        for mark in &scene.tie_groups {
            let color = color32(mark.color);
            let width = mark.width * self.lines.magnified(mark.emphasis);
            for curve in &mark.curves {
                let pattern = self.lines.pattern(&mark.pattern, mark.emphasis, curve.length());
                self.line(curve, &pattern, width, color);
                self.strokes(&pattern.crosses(curve, width), color);
            }
            mark.solid_curves().for_each(|curve| self.line(curve, &plain, width, color));
            if let Some(strike) = mark.strike {
                self.strokes(&[strike.strike(width)], color);
            }
            if let Some(Arrow { tip, base }) = mark.arrow {
                let corners = [tip, base[0], base[1]].map(|point| self.to_screen(point));
                self.mesh.polygon(&corners, color);
            }
        }
        for hub in &scene.hubs {
            let at = self.to_screen(hub.center);
            self.mesh.disc(at, hub.radius * self.viewport.zoom(), color32(hub.color));
        }
    }
}
