//! Builds the mesh of a map: smooth strokes, discs and polygons in screen space, all textured from one
//! [`TextureAtlas`].

mod shapes;
mod strokes;

use egui::epaint::Vertex;
use egui::{Color32, Mesh, Pos2, Rect, Vec2};

use super::atlas_strips;
use super::texture_atlas::TextureAtlas;

/// The width over which rims fade out, in logical pixels.
const FEATHER: f32 = 0.6;
/// The faintest that hairlines get, as an opacity.
pub const FAINTEST: f32 = 0.315;

/// A mesh under construction.
pub struct MeshBuilder {
    mesh: Mesh,
    white: Pos2,
    disc: Rect,
    dot: Rect,
    ring: Rect,
    bold_ring: Rect,
    /// The size of a texel, and the height at which the strips begin, in texture coordinates.
    texel: Vec2,
    strips_top: f32,
    clip: Rect,
    pixels_per_point: f32,
    faintest: f32,
}

impl MeshBuilder {
    /// An empty mesh that draws nothing outside `clip`.
    pub fn new(atlas: &TextureAtlas, clip: Rect, pixels_per_point: f32) -> Self {
        let strips_at = atlas.strip(0.0, 0.0);
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
            texel: atlas.strip(1.0, 1.0) - strips_at,
            strips_top: strips_at.y,
            clip: clip.expand(4.0),
            pixels_per_point,
            faintest: FAINTEST,
        }
    }

    /// Uses the memory of a mesh that is no longer needed; call it before anything is drawn.
    pub fn reuse(&mut self, mut mesh: Mesh) {
        mesh.clear();
        mesh.texture_id = self.mesh.texture_id;
        self.mesh = mesh;
    }

    /// Reserves memory for a number of marks of four corners each.
    pub fn reserve(&mut self, marks: usize) {
        self.mesh.vertices.reserve(marks * 4);
        self.mesh.indices.reserve(marks * 6);
    }

    /// Lets hairlines get as faint as this from now on, where there are very many.
    pub const fn set_faintest(&mut self, opacity: f32) {
        self.faintest = opacity;
    }

    /// The mesh.
    pub fn finish(self) -> Mesh {
        self.mesh
    }

    /// Whether anything within a rectangle can be seen.
    #[inline]
    pub fn sees(&self, rect: Rect) -> bool {
        self.clip.intersects(rect)
    }

    /// The middle of the row of pixels in which a height of the screen lies.
    pub fn middle_of_pixel(&self, y: f32) -> f32 {
        ((y * self.pixels_per_point).floor() + 0.5) / self.pixels_per_point
    }

    #[inline]
    fn vertex(&mut self, pos: Pos2, uv: Pos2, color: Color32) {
        self.mesh.vertices.push(Vertex { pos, uv, color });
    }
}
