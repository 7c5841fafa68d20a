//! The mesh that holds a frame of the map: smooth strokes, discs and polygons in screen space, all
//! from the texture of one [`Atlas`].

use egui::epaint::Vertex;
use egui::{Color32, Mesh, Pos2, Rect, Vec2, pos2, vec2};

use super::atlas_strips;
use super::atlas_strips::{DashPattern, DashStrip};
use super::texture_atlas::{Atlas, BOLD_RIM, RIM};

/// How wide a stroke's rim fades out, in logical pixels.
const FEATHER: f32 = 0.6;
/// A stroke of fewer physical pixels is drawn as a hairline: one pixel wide, and fainter instead.
const THIN_PX: f32 = 1.1;
/// How faint a hairline gets at most.
pub const FAINTEST: f32 = 0.315;

/// A mesh under construction.
pub struct MeshBuilder {
    mesh: Mesh,
    white: Pos2,
    disc: Rect,
    dot: Rect,
    ring: Rect,
    bold_ring: Rect,
    /// Upper edge, middle and lower edge of the hairline's profile in the texture.
    hairline: [Pos2; 3],
    /// How much of the texture a texel is, and where its strips begin.
    strips: [Pos2; 2],
    clip: Rect,
    pixels_per_point: f32,
    faintest: f32,
}

impl MeshBuilder {
    /// An empty mesh that draws nothing outside `clip`.
    pub fn new(atlas: &Atlas, clip: Rect, pixels_per_point: f32) -> Self {
        let middle = atlas_strips::WIDTH as f32 / 2.0;
        Self {
            mesh: Mesh::with_texture(atlas.texture_id()),
            white: atlas.white(),
            disc: atlas.disc(),
            dot: Rect::from_min_max(
                atlas.strip(atlas_strips::DOT[0][0], atlas_strips::DOT[0][1]),
                atlas.strip(atlas_strips::DOT[1][0], atlas_strips::DOT[1][1]),
            ),
            ring: atlas.ring(),
            bold_ring: atlas.bold_ring(),
            hairline: atlas_strips::HAIRLINE.map(|down| atlas.strip(middle, down)),
            strips: [atlas.strip(1.0, 1.0), atlas.strip(0.0, 0.0)],
            clip: clip.expand(4.0),
            pixels_per_point,
            faintest: FAINTEST,
        }
    }

    /// Goes on in the memory of a mesh that is done with; nothing has been drawn yet.
    pub fn reuse(&mut self, mut mesh: Mesh) {
        mesh.clear();
        mesh.texture_id = self.mesh.texture_id;
        self.mesh = mesh;
    }

    /// Takes memory at once for so many marks of four corners each.
    pub fn reserve(&mut self, marks: usize) {
        self.mesh.vertices.reserve(marks * 4);
        self.mesh.indices.reserve(marks * 6);
    }

    /// Lets hairlines get fainter than usual from now on, where there are very many.
    pub const fn set_faintest(&mut self, opacity: f32) {
        self.faintest = opacity;
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
        let reach = width.max(1.0 / self.pixels_per_point) / 2.0;
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
        if width * self.pixels_per_point < THIN_PX {
            self.hairline(points, width, color);
        } else {
            let white = self.white;
            self.lanes(points, width, color, |_| white);
        }
    }

    /// A dashed stroke along points that are `period` apart from dash to dash.
    pub fn dashed(
        &mut self,
        points: &[Pos2],
        width: f32,
        color: Color32,
        (rhythm, period): (DashPattern, f32),
    ) {
        if points.len() < 2 || !self.sees(Rect::from_points(points).expand(width)) {
            return;
        }
        let strip = rhythm.strip(period * self.pixels_per_point);
        // A strip holds so many periods: a longer line is drawn in pieces.
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

    /// A line as thin as the screen shows one, 2 corners for each point.
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

    /// A stroke in three lanes, the outer two fading out; `uv` says what of the texture lies so far
    /// along the line.
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

    /// A convex polygon cut out of a picture, which fills the square around it.
    pub fn textured_polygon(&mut self, corners: &[Pos2], picture: Rect, tint: Color32) {
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

    /// A small triangle without soft rims.
    pub fn triangle(&mut self, corners: [Pos2; 3], color: Color32) {
        let first = self.mesh.vertices.len() as u32;
        let white = self.white;
        corners.into_iter().for_each(|corner| self.vertex(corner, white, color));
        self.mesh.add_triangle(first, first + 1, first + 2);
    }

    /// A ring as thin as that of the texture.
    pub fn thin_ring(&mut self, center: Pos2, radius: f32, color: Color32) {
        let rect = Rect::from_center_size(center, Vec2::splat(radius * (2.0 + RIM)));
        if self.sees(rect) {
            self.mesh.add_rect_with_uv(rect, self.ring, color);
        }
    }

    /// A ring; a small one that is about as wide as that of the texture is taken from there.
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

    fn vertex(&mut self, pos: Pos2, uv: Pos2, color: Color32) {
        self.mesh.vertices.push(Vertex { pos, uv, color });
    }
}

fn across(along: Vec2) -> Vec2 {
    vec2(-along.y, along.x)
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
    let middle = (across(a) + across(b)).normalized();
    if middle == Vec2::ZERO {
        return across(a);
    }
    middle / middle.dot(across(a)).max(0.5)
}
