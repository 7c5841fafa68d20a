//! The mesh that holds a frame of the map: smooth strokes, discs and polygons in screen space, all
//! from the texture of one [`Atlas`].

use egui::epaint::Vertex;
use egui::{Color32, Mesh, Pos2, Rect, Vec2, vec2};

use super::atlas::Atlas;

/// How wide a stroke's rim fades out, in logical pixels.
const FEATHER: f32 = 0.6;
/// No stroke is drawn thinner than this; it gets fainter instead, down to [`FAINTEST`].
const THINNEST: f32 = 0.7;
/// How faint a thin stroke may get.
const FAINTEST: f32 = 0.45;

/// A mesh under construction.
pub struct Batch {
    mesh: Mesh,
    white: Pos2,
    disc: Rect,
    clip: Rect,
}

impl Batch {
    /// An empty mesh that draws nothing outside `clip`.
    pub fn new(atlas: &Atlas, clip: Rect) -> Self {
        Self {
            mesh: Mesh::with_texture(atlas.texture_id()),
            white: atlas.white(),
            disc: atlas.disc(),
            clip: clip.expand(4.0),
        }
    }

    /// The mesh.
    pub fn finish(self) -> Mesh {
        self.mesh
    }

    /// Whether anything within a rectangle could be seen.
    pub fn sees(&self, rect: Rect) -> bool {
        self.clip.intersects(rect)
    }

    /// A stroke along points with round ends; thin ones have square ends, which look the same.
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
        let reach = width.max(THINNEST) / 2.0;
        if let [first, second, ..] = *points {
            longer[0] = first + (first - second).normalized() * reach;
        }
        if let [.., second, last] = *points {
            longer[points.len() - 1] = last + (last - second).normalized() * reach;
        }
        self.stroke(&longer, width, color);
    }

    /// A stroke along points with butt ends, mitred at its bends.
    pub fn stroke(&mut self, points: &[Pos2], width: f32, color: Color32) {
        if points.len() < 2 || !self.sees(Rect::from_points(points).expand(width)) {
            return;
        }
        let (width, color) = if width < THINNEST {
            (THINNEST, color.gamma_multiply((width / THINNEST).max(FAINTEST)))
        } else {
            (width, color)
        };
        let half = width / 2.0;
        let inner = (half - FEATHER / 2.0).max(0.0);
        let outer = half + FEATHER / 2.0;
        let first = self.mesh.vertices.len() as u32;
        for (i, point) in points.iter().enumerate() {
            let side = miter(points, i);
            for (offset, color) in [
                (-outer, Color32::TRANSPARENT),
                (-inner, color),
                (inner, color),
                (outer, Color32::TRANSPARENT),
            ] {
                self.vertex(*point + side * offset, self.white, color);
            }
        }
        for i in 0..points.len() as u32 - 1 {
            for lane in 0..3 {
                let a = first + i * 4 + lane;
                self.mesh.add_triangle(a, a + 1, a + 4);
                self.mesh.add_triangle(a + 1, a + 4, a + 5);
            }
        }
    }

    /// A stroke around corners and back to the first.
    pub fn outline(&mut self, corners: &[Pos2], width: f32, color: Color32) {
        let closed: Vec<Pos2> = corners.iter().chain(corners.first()).copied().collect();
        self.stroke(&closed, width, color);
    }

    /// A filled disc.
    pub fn disc(&mut self, center: Pos2, radius: f32, color: Color32) {
        let rect = Rect::from_center_size(center, Vec2::splat(radius * 2.0));
        if self.sees(rect) {
            self.mesh.add_rect_with_uv(rect, self.disc, color);
        }
    }

    /// A filled convex polygon with a soft rim, its corners in order around it.
    pub fn polygon(&mut self, corners: &[Pos2], color: Color32) {
        let white = self.white;
        self.polygon_with(corners, color, |_| white);
    }

    /// A convex polygon cut out of a picture, which fills the square around it.
    pub fn picture(&mut self, corners: &[Pos2], picture: Rect, tint: Color32) {
        let whole = Rect::from_points(corners);
        self.polygon_with(corners, tint, |at| {
            let part = (at - whole.min) / whole.size();
            picture.clamp(picture.min + part * picture.size())
        });
    }

    fn polygon_with(&mut self, corners: &[Pos2], color: Color32, uv: impl Fn(Pos2) -> Pos2) {
        let count = corners.len();
        if count < 3 || !self.sees(Rect::from_points(corners)) {
            return;
        }
        let center = corners.iter().fold(Vec2::ZERO, |sum, p| sum + p.to_vec2()) / count as f32;
        let first = self.mesh.vertices.len() as u32;
        for corner in corners {
            let out = (corner.to_vec2() - center).normalized() * (FEATHER / 2.0);
            self.vertex(*corner - out, uv(*corner - out), color);
            self.vertex(*corner + out, uv(*corner + out), Color32::TRANSPARENT);
        }
        let at = |i: usize, ring: u32| first + (i % count) as u32 * 2 + ring;
        for i in 1..count - 1 {
            self.mesh.add_triangle(at(0, 0), at(i, 0), at(i + 1, 0));
        }
        for i in 0..count {
            self.mesh.add_triangle(at(i, 0), at(i, 1), at(i + 1, 0));
            self.mesh.add_triangle(at(i, 1), at(i + 1, 0), at(i + 1, 1));
        }
    }

    /// A ring.
    pub fn ring(&mut self, center: Pos2, radius: f32, width: f32, color: Color32) {
        let steps = (radius * 1.5).clamp(12.0, 64.0) as usize;
        let point = |i: usize| {
            let angle = i as f32 / steps as f32 * std::f32::consts::TAU;
            center + vec2(angle.cos(), angle.sin()) * radius
        };
        let points: Vec<Pos2> = (0..=steps).map(point).collect();
        self.stroke(&points, width, color);
    }

    fn vertex(&mut self, pos: Pos2, uv: Pos2, color: Color32) {
        self.mesh.vertices.push(Vertex { pos, uv, color });
    }
}

/// The direction across a line at one of its points, longer at a bend so that the line keeps its
/// width; never longer than twice, which cuts sharp corners short.
fn miter(points: &[Pos2], index: usize) -> Vec2 {
    let at = points[index];
    let before = index.checked_sub(1).map(|i| (at - points[i]).normalized());
    let after = points.get(index + 1).map(|next| (*next - at).normalized());
    let (a, b) = match (before, after) {
        (Some(a), Some(b)) => (a, b),
        (Some(only), None) | (None, Some(only)) => (only, only),
        (None, None) => return Vec2::ZERO,
    };
    let across = |v: Vec2| vec2(-v.y, v.x);
    let middle = (across(a) + across(b)).normalized();
    if middle == Vec2::ZERO {
        return across(a);
    }
    middle / middle.dot(across(a)).max(0.5)
}
