//! Filled shapes and rings of a mesh.

use egui::{Color32, Pos2, Rect, Vec2, vec2};

use super::{FEATHER, MeshBuilder};
use crate::ui::canvas::drawing::texture_atlas::{BOLD_RIM, RIM};

impl MeshBuilder {
    /// A filled disc.
    pub fn disc(&mut self, center: Pos2, radius: f32, color: Color32) {
        const LARGEST_DOT_PX: f32 = 8.0;
        let rect = Rect::from_center_size(center, Vec2::splat(radius * 2.0));
        if self.sees(rect) {
            let is_dot = radius * self.pixels_per_point <= LARGEST_DOT_PX;
            let uv = if is_dot { self.dot } else { self.disc };
            self.mesh.add_rect_with_uv(rect, uv, color);
        }
    }

    /// A filled convex polygon with a soft rim, its corners in order around it.
    pub fn polygon(&mut self, corners: &[Pos2], color: Color32) {
        let white = self.white;
        self.polygon_with(corners, color, |_| white);
    }

    /// A convex polygon cut out of an image of the texture, which fills the rectangle around it.
    pub fn textured_polygon(&mut self, corners: &[Pos2], image: Rect, tint: Color32) {
        let whole = Rect::from_points(corners);
        self.polygon_with(corners, tint, |at| {
            let part = (at - whole.min) / whole.size();
            image.clamp(image.min + part * image.size())
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

    /// A convex four-sided area with hard rims, as parts of a larger one need it: no seam is seen where two
    /// meet.
    pub fn quad(&mut self, corners: [Pos2; 4], color: Color32) {
        if !self.sees(Rect::from_points(&corners)) {
            return;
        }
        let first = self.mesh.vertices.len() as u32;
        let white = self.white;
        corners.into_iter().for_each(|corner| self.vertex(corner, white, color));
        self.mesh.add_triangle(first, first + 1, first + 2);
        self.mesh.add_triangle(first, first + 2, first + 3);
    }

    /// A small triangle with hard rims.
    pub fn triangle(&mut self, corners: [Pos2; 3], color: Color32) {
        let first = self.mesh.vertices.len() as u32;
        let white = self.white;
        corners.into_iter().for_each(|corner| self.vertex(corner, white, color));
        self.mesh.add_triangle(first, first + 1, first + 2);
    }

    /// A ring as thin as the one in the texture.
    pub fn thin_ring(&mut self, center: Pos2, radius: f32, color: Color32) {
        let rect = Rect::from_center_size(center, Vec2::splat(radius * (2.0 + RIM)));
        if self.sees(rect) {
            self.mesh.add_rect_with_uv(rect, self.ring, color);
        }
    }

    /// A ring. A small one that is about as wide as the bold one in the texture is taken from there.
    pub fn ring(&mut self, center: Pos2, radius: f32, width: f32, color: Color32) {
        const LARGEST_PX: f32 = 9.0;
        const NEARLY: f32 = 0.08;
        let outer = radius + width / 2.0;
        let is_small = radius * self.pixels_per_point <= LARGEST_PX;
        if is_small && (width / outer - BOLD_RIM).abs() <= NEARLY {
            let rect = Rect::from_center_size(center, Vec2::splat(2.0 * outer));
            if self.sees(rect) {
                self.mesh.add_rect_with_uv(rect, self.bold_ring, color);
            }
            return;
        }
        let steps = (radius * 1.5).clamp(12.0, 64.0) as usize;
        let point = |i: usize| {
            let angle = i as f32 / steps as f32 * std::f32::consts::TAU;
            center + vec2(angle.cos(), angle.sin()) * radius
        };
        let points: Vec<Pos2> = (0..=steps).map(point).collect();
        self.stroke(&points, width, color);
    }
}
