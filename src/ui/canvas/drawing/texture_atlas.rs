//! One texture for everything that the canvas draws in large numbers: a white cell for plain colour, a disc
//! and rings with smooth rims, the flags and pictures of the map, and strips for hairlines and dashes. With one texture
//! all fits into one mesh, which is fast.

use std::borrow::Cow;
use std::collections::{BTreeMap, HashMap};

use egui::{
    ColorImage, Context, Pos2, Rect, TextureFilter, TextureHandle, TextureOptions, TextureWrapMode,
    pos2,
};

use super::atlas_cells::AtlasCells;
use super::atlas_strips;
use crate::export::emblem_rgba;
use crate::scene::{Emblem, Scene};

/// The texture, and where in it everything lies.
pub struct TextureAtlas {
    texture: TextureHandle,
    cells: AtlasCells,
    /// The cells of flags and pictures by their keys, `None` for one that found no room; the first cells are white, disc
    /// and rings.
    pictures: HashMap<Cow<'static, str>, Option<usize>>,
}

/// The number of cells before the flags and pictures.
const PLAIN_CELLS: usize = 4;

impl TextureAtlas {
    /// An atlas with every flag and picture of a scene. The more there are, the smaller they are kept, so that all fit
    /// on a texture of the graphics card; where not even that does, the last have none.
    pub fn new(ctx: &Context, scene: &Scene) -> Self {
        let pictures: BTreeMap<Cow<'static, str>, &Emblem> = keys(scene).collect();
        let max_side = ctx.input(|input| input.max_texture_side);
        let cells = AtlasCells::for_count(pictures.len() + PLAIN_CELLS, max_side);
        let mut image = ColorImage::filled(cells.size(), egui::Color32::TRANSPARENT);
        let mut put = |cell: usize, rgba: &[u8], size: usize, at: usize| {
            let [left, top] = cells.corner(cell).map(|side| side + at);
            let width = image.size[0];
            for (y, line) in rgba.chunks_exact(size * 4).enumerate() {
                for (x, texel) in line.chunks_exact(4).enumerate() {
                    let [r, g, b, a] = [texel[0], texel[1], texel[2], texel[3]];
                    image.pixels[(top + y) * width + left + x] =
                        egui::Color32::from_rgba_premultiplied(r, g, b, a);
                }
            }
        };
        let (side, size, margin) = (cells.side, cells.image(), cells.margin());
        put(0, &vec![255; side * side * 4], side, 0);
        put(1, &disc(size, 0.0), size, margin);
        put(2, &disc(size, 1.0 - RIM), size, margin);
        put(3, &disc(size, 1.0 - BOLD_RIM), size, margin);
        for (cell, emblem) in (PLAIN_CELLS..cells.count()).zip(pictures.values()) {
            put(cell, &emblem_rgba(emblem, size as u16), size, margin);
        }
        for (y, row) in (cells.height()..).zip(atlas_strips::rows()) {
            let width = image.size[0];
            for (texel, alpha) in image.pixels[y * width..].iter_mut().zip(row) {
                *texel = egui::Color32::from_white_alpha(alpha);
            }
        }
        let options = TextureOptions {
            magnification: TextureFilter::Linear,
            minification: TextureFilter::Linear,
            wrap_mode: TextureWrapMode::ClampToEdge,
            mipmap_mode: Some(TextureFilter::Linear),
        };
        let texture = ctx.load_texture("map", image, options);
        let of_picture = (PLAIN_CELLS..cells.count()).map(Some).chain(std::iter::repeat(None));
        let pictures = pictures.into_keys().zip(of_picture).collect();
        Self { texture, cells, pictures }
    }

    /// Whether the atlas has every flag and picture of a scene.
    pub fn covers(&self, scene: &Scene) -> bool {
        keys(scene).all(|(key, _)| self.pictures.contains_key(&key))
    }

    /// The texture's id, for a mesh.
    pub fn texture_id(&self) -> egui::TextureId {
        self.texture.id()
    }

    /// Where in the texture plain white lies.
    pub fn white(&self) -> Pos2 {
        self.cell(0, 0).center()
    }

    /// Where the white disc lies.
    pub fn disc(&self) -> Rect {
        self.cell(1, self.cells.margin())
    }

    /// Where the white ring lies: its outer edge touches the rectangle, and it is [`RIM`] wide.
    pub fn ring(&self) -> Rect {
        self.cell(2, self.cells.margin())
    }

    /// Where the bold white ring lies, which is [`BOLD_RIM`] wide.
    pub fn bold_ring(&self) -> Rect {
        self.cell(3, self.cells.margin())
    }

    /// Texture coordinates in the strips, from texels to their left end and to the top of all strips.
    pub fn strip(&self, along: f32, down: f32) -> Pos2 {
        let [width, height] = self.cells.size().map(|side| side as f32);
        pos2(along / width, (self.cells.height() as f32 + down) / height)
    }

    /// Where a flag or picture lies, if the atlas has it.
    pub fn picture(&self, emblem: &Emblem) -> Option<Rect> {
        let cell = (*self.pictures.get(&*emblem.picture_key()?)?)?;
        Some(self.cell(cell, self.cells.margin()))
    }

    fn cell(&self, index: usize, inset: usize) -> Rect {
        let [width, height] = self.cells.size().map(|side| side as f32);
        let [left, top] = self.cells.corner(index);
        let scale = |x: usize, y: usize| pos2(x as f32 / width, y as f32 / height);
        let outset = self.cells.side - inset;
        Rect::from_min_max(scale(left + inset, top + inset), scale(left + outset, top + outset))
    }
}

/// The flags and pictures of a scene by their keys.
fn keys(scene: &Scene) -> impl Iterator<Item = (Cow<'static, str>, &Emblem)> {
    let emblems = scene.nations.iter().map(|mark| &mark.emblem);
    emblems.filter_map(|emblem| Some((emblem.picture_key()?, emblem)))
}

/// The width of the ring, as a part of its radius.
pub const RIM: f32 = 1.0 / 16.0;

/// The width of the bold ring, as a part of its radius.
pub const BOLD_RIM: f32 = 0.3;

/// A white disc that fills its square, from a part of its radius outwards, its rims one texel soft.
fn disc(size: usize, inner: f32) -> Vec<u8> {
    let middle = size as f32 / 2.0;
    let texels = (0..size * size).flat_map(|i| {
        let (x, y) = ((i % size) as f32 + 0.5 - middle, (i / size) as f32 + 0.5 - middle);
        let away = (x * x + y * y).sqrt();
        let within = (middle - away).clamp(0.0, 1.0);
        let hole = if inner > 0.0 { (away - inner * middle).clamp(0.0, 1.0) } else { 1.0 };
        [(within * hole * 255.0) as u8; 4]
    });
    texels.collect()
}
