//! Marks of nations: discs and other outlines with their fill or flag, band, rim and pin.

use std::sync::Arc;

use egui::{Color32, Pos2, Rect};

use super::{MarkMeshBuilder, TOO_SMALL};
use crate::model::Color;
use crate::scene::{Emblem, NationMark, Scene, Shape};
use crate::ui::canvas::drawing::colors::dimmed;
use crate::ui::canvas::drawing::text_mesh::shows_letters;
use crate::ui::theme::color32;

/// The height of the pin at a nation's upper right, as a part of its radius.
const PIN: f32 = 0.5;
/// A nation with a smaller radius on the screen is drawn as a dot, in logical pixels.
const DOT: f32 = 3.0;
/// The radius of the smallest dot.
const LEAST_DOT: f32 = 0.9;
/// The least width of a rim that alone is seen, in logical pixels.
const BLANK_RIM: f32 = 1.0;
/// A nation with a smaller radius on the screen is drawn with few corners.
const SMALL: f32 = 9.0;

impl MarkMeshBuilder {
    /// Draws a nation's outline with its emblem; the letters of a monogram are drawn with the labels.
    pub fn nation(&mut self, index: usize) {
        let scene = Arc::clone(&self.scene);
        if let Some(mark) = scene.nations.get(index) {
            self.nation_mark(&scene, mark);
        }
    }

    /// As [`Self::nation`], for a mark that is known already.
    pub fn nation_mark(&mut self, scene: &Scene, mark: &NationMark) {
        if !mark.is_drawn() {
            return;
        }
        let (at, radius) = (self.to_screen(mark.center), mark.radius * self.viewport.zoom());
        if !self.mesh.sees(Rect::from_center_size(at, egui::Vec2::splat(2.0 * radius))) {
            return;
        }
        let is_dimmed = scene.dims_nation(mark.id);
        if radius < SMALL && mark.shape == Shape::Disc {
            self.small_disc(mark, at, radius, is_dimmed);
        } else {
            self.large_mark(mark, at, radius, is_dimmed);
        }
        if mark.pinned && radius * PIN >= TOO_SMALL {
            let ink = dimmed(color32(scene.palette.ink), scene.dims_nation(mark.id));
            self.pin(mark, ink, color32(scene.palette.canvas));
        }
    }

    /// Whether a mark would hardly be seen but for its rim, and the colour of this.
    fn rim_of(&self, mark: &NationMark, is_dimmed: bool) -> (bool, Color32) {
        let palette = &self.scene.palette;
        let has_letters = shows_letters(mark, self.viewport.zoom());
        let is_blank = mark.is_blank(palette.canvas, has_letters);
        let ink = dimmed(color32(palette.ink), is_dimmed);
        (is_blank, ink.gamma_multiply(NationMark::rim_opacity(is_blank)))
    }

    /// Draws a small disc with few corners: a dot, or a disc with a rim.
    fn small_disc(&mut self, mark: &NationMark, at: Pos2, radius: f32, is_dimmed: bool) {
        let shade = |color| dimmed(color, is_dimmed);
        let (is_blank, rim) = self.rim_of(mark, is_dimmed);
        if is_dimmed {
            self.mesh.disc(at, radius, color32(self.scene.palette.canvas));
        }
        let fill = match &mark.emblem {
            Emblem::Monogram { fill, .. } | Emblem::Plain(fill) => *fill,
            emblem @ (Emblem::Flag(_) | Emblem::Picture(_)) => {
                let corners = mark.shape.outline_of(12, mark.center, mark.radius);
                if let Some(uv) = self.atlas.picture(emblem) {
                    let corners = self.all_to_screen(&corners);
                    self.mesh.textured_polygon(&corners, uv, shade(Color32::WHITE));
                }
                self.mesh.thin_ring(at, radius, rim);
                return;
            }
        };
        let color = mark.band.unwrap_or(fill);
        // A dot in nearly the colour of the canvas would be invisible.
        let palette = &self.scene.palette;
        let is_seen = radius >= DOT || !are_alike(color, palette.canvas);
        let color = if is_seen { color } else { palette.second_ink };
        self.mesh.disc(at, radius.max(LEAST_DOT), shade(color32(color)));
        if radius >= DOT {
            if mark.band.is_some() {
                let within = radius * (1.0 - NationMark::BAND);
                self.mesh.disc(at, within, color32(self.scene.palette.canvas));
                self.mesh.disc(at, within, shade(color32(fill)));
            }
            if is_blank {
                self.mesh.ring(at, radius, BLANK_RIM, rim);
            } else {
                self.mesh.thin_ring(at, radius, rim);
            }
        }
    }

    fn large_mark(&mut self, mark: &NationMark, at: Pos2, radius: f32, is_dimmed: bool) {
        let shade = |color| dimmed(color, is_dimmed);
        let (is_blank, rim) = self.rim_of(mark, is_dimmed);
        let corners = self.all_to_screen(&mark.outline());
        let is_disc = mark.shape == Shape::Disc;
        let mut plain = |color| {
            // A disc from the texture needs far fewer corners than a polygon of 64.
            if is_disc {
                self.mesh.disc(at, radius, color);
            } else {
                self.mesh.polygon(&corners, color);
            }
        };
        // Ties pass below a nation even where it is dimmed or its flag is transparent.
        plain(color32(self.scene.palette.canvas));
        match &mark.emblem {
            Emblem::Monogram { fill, .. } | Emblem::Plain(fill) => plain(shade(color32(*fill))),
            emblem @ (Emblem::Flag(_) | Emblem::Picture(_)) => {
                if let Some(uv) = self.atlas.picture(emblem) {
                    self.mesh.textured_polygon(&corners, uv, shade(Color32::WHITE));
                }
            }
        }
        if let Some(band) = mark.band {
            let (line, width) = mark.band_line();
            let line = self.all_to_screen(&line);
            self.mesh.outline(&line, width * self.viewport.zoom(), shade(color32(band)));
        }
        let least = if is_blank { BLANK_RIM } else { 0.5 };
        let width = self.viewport.zoom().max(least);
        if is_disc {
            self.mesh.ring(at, radius, width, rim);
        } else {
            self.mesh.outline(&corners, width, rim);
        }
    }

    /// Draws a small pin at the upper right: a head with a needle.
    fn pin(&mut self, mark: &NationMark, ink: Color32, ground: Color32) {
        let size = mark.radius * PIN * self.viewport.zoom();
        let foot = self.to_screen(mark.center)
            + egui::vec2(0.72, -0.72) * mark.radius * self.viewport.zoom();
        let head = foot + egui::vec2(0.6, -0.6) * size;
        self.mesh.stroke(&[foot, head], (size * 0.22).max(1.0), ink);
        self.mesh.disc(head, size * 0.52, ground);
        self.mesh.disc(head, size * 0.40, ink);
    }
}

/// Whether a dot of one colour would hardly be seen on a background of the other.
fn are_alike(a: Color, b: Color) -> bool {
    const LEAST_STEP: u8 = 60;
    a.r.abs_diff(b.r).max(a.g.abs_diff(b.g)).max(a.b.abs_diff(b.b)) < LEAST_STEP
}
