//! One texture for everything that the canvas draws in large numbers: a white cell for plain colour, a disc
//! and rings with smooth rims, the flags and pictures of the map, and strips for hairlines and dashes. With one texture
//! all fits into one mesh, which is fast.

use std::borrow::Cow;
use std::collections::{BTreeMap, HashMap};

use egui::{
    ColorImage, Context, Pos2, Rect, TextureFilter, TextureHandle, TextureOptions, TextureWrapMode,
    pos2,
};

use super::atlas_strips;
use crate::export::emblem_rgba;
use crate::scene::{Emblem, Scene};

/// The side of a cell in texels; a power of two, so that mipmaps keep cells apart for several levels.
const CELL: usize = 128;
/// Transparent texels around the image in a cell.
const MARGIN: usize = 8;
/// The diameter of the image in a cell.
const IMAGE: usize = CELL - 2 * MARGIN;

/// The texture, and where in it everything lies.
pub struct TextureAtlas {
    texture: TextureHandle,
    columns: usize,
    /// The sides in texels.
    size: [usize; 2],
    /// The row in which the strips begin.
    strips_top: usize,
    /// The cells of flags and pictures by their keys; the first cells are white, disc and rings.
    pictures: HashMap<Cow<'static, str>, usize>,
}

/// The number of cells before the flags and pictures.
const PLAIN_CELLS: usize = 4;

impl TextureAtlas {
    /// An atlas with every flag and picture of a scene.
    pub fn new(ctx: &Context, scene: &Scene) -> Self {
        let pictures: BTreeMap<Cow<'static, str>, &Emblem> = keys(scene).collect();
        let cells = pictures.len() + PLAIN_CELLS;
        let columns =
            ((cells as f32).sqrt().ceil() as usize).max(atlas_strips::WIDTH.div_ceil(CELL));
        let strips_top = cells.div_ceil(columns) * CELL;
        let size = [columns * CELL, strips_top + atlas_strips::HEIGHT];
        let mut image = ColorImage::filled(size, egui::Color32::TRANSPARENT);
        let mut put = |cell: usize, rgba: &[u8], size: usize, at: usize| {
            let (left, top) = (cell % columns * CELL + at, cell / columns * CELL + at);
            let width = image.size[0];
            for (y, line) in rgba.chunks_exact(size * 4).enumerate() {
                for (x, texel) in line.chunks_exact(4).enumerate() {
                    let [r, g, b, a] = [texel[0], texel[1], texel[2], texel[3]];
                    image.pixels[(top + y) * width + left + x] =
                        egui::Color32::from_rgba_premultiplied(r, g, b, a);
                }
            }
        };
        put(0, &[255; CELL * CELL * 4], CELL, 0);
        put(1, &disc(IMAGE, 0.0), IMAGE, MARGIN);
        put(2, &disc(IMAGE, 1.0 - RIM), IMAGE, MARGIN);
        put(3, &disc(IMAGE, 1.0 - BOLD_RIM), IMAGE, MARGIN);
        for (cell, emblem) in (PLAIN_CELLS..).zip(pictures.values()) {
            put(cell, &emblem_rgba(emblem, IMAGE as u16), IMAGE, MARGIN);
        }
        for (y, row) in (strips_top..).zip(atlas_strips::rows()) {
            for (texel, alpha) in image.pixels[y * size[0]..].iter_mut().zip(row) {
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
        let pictures = pictures.into_keys().zip(PLAIN_CELLS..).collect();
        Self { texture, columns, size, strips_top, pictures }
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
        self.cell(0, 0.0).center()
    }

    /// Where the white disc lies.
    pub fn disc(&self) -> Rect {
        self.cell(1, MARGIN as f32)
    }

    /// Where the white ring lies: its outer edge touches the rectangle, and it is [`RIM`] wide.
    pub fn ring(&self) -> Rect {
        self.cell(2, MARGIN as f32)
    }

    /// Where the bold white ring lies, which is [`BOLD_RIM`] wide.
    pub fn bold_ring(&self) -> Rect {
        self.cell(3, MARGIN as f32)
    }

    /// Texture coordinates in the strips, from texels to their left end and to the top of all strips.
    pub fn strip(&self, along: f32, down: f32) -> Pos2 {
        let [width, height] = self.size.map(|side| side as f32);
        pos2(along / width, (self.strips_top as f32 + down) / height)
    }

    /// Where a flag or picture lies, if the atlas has it.
    pub fn picture(&self, emblem: &Emblem) -> Option<Rect> {
        let cell = self.pictures.get(&*emblem.picture_key()?)?;
        Some(self.cell(*cell, MARGIN as f32))
    }

    fn cell(&self, index: usize, inset: f32) -> Rect {
        let (column, row) = ((index % self.columns) as f32, (index / self.columns) as f32);
        let side = CELL as f32;
        let [width, height] = self.size.map(|side| side as f32);
        let scale = |x: f32, y: f32| pos2(x / width, y / height);
        Rect::from_min_max(
            scale(column * side + inset, row * side + inset),
            scale((column + 1.0) * side - inset, (row + 1.0) * side - inset),
        )
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
