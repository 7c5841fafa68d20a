//! Strokes of a mesh: solid, dashed, and hairlines.

use egui::{Color32, Pos2, Rect, Vec2, pos2, vec2};

use super::{FEATHER, MeshBuilder};
use crate::ui::canvas::drawing::atlas_strips;
use crate::ui::canvas::drawing::atlas_strips::{DashPattern, DashStrip};

/// A stroke thinner than this, in physical pixels, becomes a hairline: one pixel wide, but fainter.
const THIN_PX: f32 = 1.1;

impl MeshBuilder {
    /// A stroke along points with round ends; a thin one has square ends, which look the same.
    pub fn capped(&mut self, points: &[Pos2], width: f32, color: Color32) {
        const THIN: f32 = 1.2;
        if width > THIN {
            self.stroke(points, width, color);
            for end in [points.first(), points.last()].into_iter().flatten() {
                self.disc(*end, width / 2.0, color);
            }
            return;
        }
        let mut longer = points.to_vec();
        let reach = width.max(1.0 / self.pixels_per_point) / 2.0;
        if let [first, second, ..] = *points {
            longer[0] = first + (first - second).normalized() * reach;
        }
        if let [.., second, last] = *points {
            longer[points.len() - 1] = last + (last - second).normalized() * reach;
        }
        self.stroke(&longer, width, color);
    }

    /// A stroke along points with butt ends and mitred bends.
    pub fn stroke(&mut self, points: &[Pos2], width: f32, color: Color32) {
        if points.len() < 2 || !self.sees(Rect::from_points(points).expand(width)) {
            return;
        }
        if width * self.pixels_per_point < THIN_PX {
            self.hairline(points, width, color);
        } else {
            let white = self.white;
            self.lanes(points, width, color, |_| white);
        }
    }

    /// A dashed stroke along points, with a dash every `period` logical pixels.
    pub fn dashed(
        &mut self,
        points: &[Pos2],
        width: f32,
        color: Color32,
        (pattern, period): (DashPattern, f32),
    ) {
        if points.len() < 2 || !self.sees(Rect::from_points(points).expand(width)) {
            return;
        }
        let strip = pattern.strip(period * self.pixels_per_point);
        // A strip holds a limited number of periods: a longer line is drawn in pieces.
        let longest = (atlas_strips::WIDTH as f32 / strip.period).floor() * period;
        let mut piece = vec![points[0]];
        let mut along = 0.0;
        for pair in points.windows(2) {
            let (mut from, to) = (pair[0], pair[1]);
            loop {
                let length = from.distance(to);
                if along + length <= longest {
                    along += length;
                    piece.push(to);
                    break;
                }
                from += (to - from) * ((longest - along) / length);
                piece.push(from);
                self.dashed_piece(&piece, width, color, period, strip);
                piece.clear();
                piece.push(from);
                along = 0.0;
            }
        }
        self.dashed_piece(&piece, width, color, period, strip);
    }

    fn dashed_piece(
        &mut self,
        points: &[Pos2],
        width: f32,
        color: Color32,
        period: f32,
        strip: DashStrip,
    ) {
        if points.len() < 2 || !self.sees(Rect::from_points(points).expand(width)) {
            return;
        }
        let thinnest = 1.0 / self.pixels_per_point;
        let (width, color) = if width < thinnest {
            (thinnest, color.gamma_multiply((width / thinnest).max(self.faintest)))
        } else {
            (width, color)
        };
        let [texel, top] = self.strips;
        let (step, v) = (texel.x * strip.period / period, top.y + strip.middle * (texel.y - top.y));
        self.lanes(points, width, color, |along| pos2(along * step, v));
    }

    /// A line as thin as the screen can show, with two corners for each point.
    fn hairline(&mut self, points: &[Pos2], width: f32, color: Color32) {
        let opacity = (width * self.pixels_per_point).clamp(self.faintest, 1.0);
        let color = color.gamma_multiply(opacity);
        let half = 1.0 / self.pixels_per_point;
        let [upper, _, lower] = self.hairline;
        let first = self.mesh.vertices.len() as u32;
        let mut put = |point: Pos2, side: Vec2| {
            self.vertex(point - side * half, upper, color);
            self.vertex(point + side * half, lower, color);
        };
        if let &[from, to] = points {
            let side = across((to - from).normalized());
            put(from, side);
            put(to, side);
        } else {
            for (i, point) in points.iter().enumerate() {
                put(*point, miter(points, i));
            }
        }
        for i in 0..points.len() as u32 - 1 {
            let a = first + i * 2;
            self.mesh.indices.extend_from_slice(&[a, a + 1, a + 2, a + 1, a + 2, a + 3]);
        }
    }

    /// A stroke in three lanes, of which the outer two fade out; `uv` gives the texture coordinates at a
    /// distance along the line.
    fn lanes(&mut self, points: &[Pos2], width: f32, color: Color32, uv: impl Fn(f32) -> Pos2) {
        let half = width / 2.0;
        let inner = (half - FEATHER / 2.0).max(0.0);
        let outer = half + FEATHER / 2.0;
        let first = self.mesh.vertices.len() as u32;
        let mut along = 0.0;
        for (i, point) in points.iter().enumerate() {
            let side = miter(points, i);
            along += if i > 0 { points[i - 1].distance(*point) } else { 0.0 };
            let uv = uv(along);
            for (offset, color) in [
                (-outer, Color32::TRANSPARENT),
                (-inner, color),
                (inner, color),
                (outer, Color32::TRANSPARENT),
            ] {
                self.vertex(*point + side * offset, uv, color);
            }
        }
        for i in 0..points.len() as u32 - 1 {
            for lane in 0..3 {
                let a = first + i * 4 + lane;
                self.mesh.indices.extend_from_slice(&[a, a + 1, a + 4, a + 1, a + 4, a + 5]);
            }
        }
    }

    /// A stroke around corners and back to the first.
    pub fn outline(&mut self, corners: &[Pos2], width: f32, color: Color32) {
        let closed: Vec<Pos2> = corners.iter().chain(corners.first()).copied().collect();
        self.stroke(&closed, width, color);
    }
}

fn across(along: Vec2) -> Vec2 {
    vec2(-along.y, along.x)
}

/// The direction across a line at one of its points, longer at a bend so that the line keeps its width;
/// at most twice as long, which cuts sharp corners short.
fn miter(points: &[Pos2], index: usize) -> Vec2 {
    let at = points[index];
    let before = index.checked_sub(1).map(|i| (at - points[i]).normalized());
    let after = points.get(index + 1).map(|next| (*next - at).normalized());
    let (a, b) = match (before, after) {
        (Some(a), Some(b)) => (a, b),
        (Some(only), None) | (None, Some(only)) => (only, only),
        (None, None) => return Vec2::ZERO,
    };
    let middle = (across(a) + across(b)).normalized();
    if middle == Vec2::ZERO {
        return across(a);
    }
    middle / middle.dot(across(a)).max(0.5)
}
