//! Lines of text that the toolkit can't set, as textures: it knows no right-to-left text and no colour
//! emoji. Such lines are drawn by the same code as exports.

use std::collections::btree_map::Entry;
use std::collections::{BTreeMap, HashMap};

use egui::emath::Rot2;
use egui::{
    Color32, ColorImage, Context, Mesh, Pos2, Rect, Shape, TextureHandle, TextureId,
    TextureOptions, Vec2, pos2, vec2,
};

use crate::export::{MAX_TEXT_IMAGE_SIZE, TextLineStyle, text_image};

/// Type up to this size, in physical pixels, is drawn in whole pixels, so that it is sharp.
const SHARP: i32 = 40;
/// Larger type is drawn in this many sizes per doubling, so that zooming needs few new textures.
const STEPS: f32 = 8.0;
/// The most textures that are made in a frame; the others follow in the next ones.
const MOST_NEW: usize = 24;
/// The most pixels of all textures, 4 bytes each, apart from those in view.
const MOST_PIXELS: usize = 8_000_000;

/// The textures of lines, kept from frame to frame.
#[derive(Default)]
pub struct TextTextures {
    lines: HashMap<(String, TextLineStyle), TexturesBySize>,
    pixels: usize,
    frame: u64,
    new_in_frame: usize,
    /// Whether textures are still to be made.
    is_incomplete: bool,
}

/// The textures of one line by step of size; `None` where it can't be drawn.
type TexturesBySize = BTreeMap<i32, Option<LineTexture>>;

struct LineTexture {
    texture: TextureHandle,
    /// Its sides in type of size 1.
    sides: Vec2,
    used_in: u64,
}

/// The texture of a line, with the size at which to show it.
#[derive(Clone, Copy)]
pub struct TextImage {
    texture: TextureId,
    sides: Vec2,
    /// The size in physical pixels at which it is shown pixel by pixel.
    sharp_size: Option<f32>,
}

/// The step of a size in physical pixels.
fn step_of(size: f32) -> i32 {
    let size = size.clamp(1.0, MAX_TEXT_IMAGE_SIZE);
    let sharp = SHARP as f32;
    if size <= sharp {
        size.round() as i32
    } else {
        SHARP + ((size / sharp).log2() * STEPS).ceil() as i32
    }
}

/// The size in which a step is drawn.
fn size_of(step: i32) -> f32 {
    if step <= SHARP {
        return step as f32;
    }
    (SHARP as f32 * ((step - SHARP) as f32 / STEPS).exp2()).min(MAX_TEXT_IMAGE_SIZE)
}

impl TextTextures {
    /// Begins to set the map's text again: if there are too many textures, drops those that weren't shown
    /// the last time.
    pub fn begin(&mut self) {
        if self.pixels > MOST_PIXELS {
            let frame = self.frame;
            self.lines.retain(|_, sizes| {
                sizes.retain(|_, texture| texture.as_ref().is_some_and(|p| p.used_in == frame));
                !sizes.is_empty()
            });
            let textures = self.lines.values().flat_map(BTreeMap::values).flatten();
            self.pixels = textures.map(LineTexture::pixels).sum();
        }
        self.frame += 1;
        self.new_in_frame = 0;
        self.is_incomplete = false;
    }

    /// Whether textures are still to be made, in the next frame.
    pub const fn is_incomplete(&self) -> bool {
        self.is_incomplete
    }

    /// The texture of a line in type of `size` physical pixels, or of the nearest size until it is made.
    pub fn get(
        &mut self,
        ctx: &Context,
        text: &str,
        size: f32,
        look: TextLineStyle,
    ) -> Option<TextImage> {
        let step = step_of(size);
        let sizes = self.lines.entry((text.to_owned(), look)).or_default();
        match sizes.entry(step) {
            Entry::Occupied(_) => {}
            Entry::Vacant(free) if self.new_in_frame < MOST_NEW => {
                self.new_in_frame += 1;
                let texture = LineTexture::draw(ctx, text, step, &look);
                self.pixels += texture.as_ref().map_or(0, LineTexture::pixels);
                free.insert(texture);
            }
            Entry::Vacant(_) => self.is_incomplete = true,
        }
        let nearest = sizes.iter_mut().min_by_key(|(known, _)| (**known - step).abs());
        let (found, texture) = nearest?;
        let texture = texture.as_mut()?;
        texture.used_in = self.frame;
        let sharp_size = (*found == step && step <= SHARP).then_some(step as f32);
        Some(TextImage { texture: texture.texture.id(), sides: texture.sides, sharp_size })
    }
}

impl LineTexture {
    fn draw(ctx: &Context, text: &str, step: i32, look: &TextLineStyle) -> Option<Self> {
        let size = size_of(step);
        let pixels = text_image(text, size, look)?;
        let sides = [pixels.width as usize, pixels.height as usize];
        if sides.into_iter().max()? > ctx.input(|input| input.max_texture_side) {
            return None;
        }
        let image = ColorImage::from_rgba_premultiplied(sides, &pixels.rgba);
        let texture = ctx.load_texture("line", image, TextureOptions::LINEAR);
        Some(Self { texture, sides: vec2(sides[0] as f32, sides[1] as f32) / size, used_in: 0 })
    }

    fn pixels(&self) -> usize {
        let [width, height] = self.texture.size();
        width * height
    }
}

impl TextImage {
    /// The line with its middle at a point, in type of `size` logical pixels, turned by an angle.
    pub fn shape(
        &self,
        pixels_per_point: f32,
        middle: Pos2,
        size: f32,
        angle: f32,
        tint: Color32,
    ) -> Shape {
        let mut mesh = Mesh::with_texture(self.texture);
        let scale = pixels_per_point;
        let size = self.sharp_size.map_or(size, |pixels| pixels / scale);
        let mut rect = Rect::from_center_size(middle, self.sides * size);
        if self.sharp_size.is_some() && angle == 0.0 {
            let on_pixel = (rect.min.to_vec2() * scale).round() / scale;
            rect = rect.translate(on_pixel - rect.min.to_vec2());
        }
        let whole = Rect::from_min_max(pos2(0.0, 0.0), pos2(1.0, 1.0));
        mesh.add_rect_with_uv(rect, whole, tint);
        if angle != 0.0 {
            mesh.rotate(Rot2::from_angle(angle), middle);
        }
        Shape::mesh(mesh)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Color;
    use crate::scene::Weight;
    use crate::scene::text::Han;

    const LOOK: TextLineStyle = TextLineStyle {
        weight: Weight::SemiBold,
        han: Han::Simplified,
        color: Color::new(0, 0, 0),
        halo: None,
    };

    #[test]
    fn a_line_is_drawn_once_for_sizes_that_are_much_alike() {
        let (ctx, mut text_textures) = (Context::default(), TextTextures::default());
        text_textures.begin();
        let mut image =
            |size| text_textures.get(&ctx, "e\u{301}", size, LOOK).map(|image| image.texture);
        let first = image(20.5);
        assert!(first.is_some());
        assert_eq!(image(21.4), first);
        assert_ne!(image(40.0), first);
        assert_eq!(text_textures.new_in_frame, 2);
    }

    #[test]
    fn a_frame_draws_few_anew_and_asks_for_another() {
        let (ctx, mut text_textures) = (Context::default(), TextTextures::default());
        text_textures.begin();
        for number in 0..MOST_NEW + 1 {
            let image = text_textures.get(&ctx, &number.to_string(), 13.0, LOOK);
            assert_eq!(image.is_some(), number < MOST_NEW);
        }
        assert!(text_textures.is_incomplete);
        text_textures.begin();
        assert!(text_textures.get(&ctx, &MOST_NEW.to_string(), 13.0, LOOK).is_some());
        assert!(!text_textures.is_incomplete);
    }

    #[test]
    fn pictures_out_of_view_go_when_there_are_too_many() {
        let (ctx, mut text_textures) = (Context::default(), TextTextures::default());
        text_textures.begin();
        text_textures.get(&ctx, "old", 13.0, LOOK);
        for _ in 0..2 {
            text_textures.begin();
            text_textures.get(&ctx, "new", 13.0, LOOK);
        }
        text_textures.pixels = MOST_PIXELS + 1;
        text_textures.begin();
        assert_eq!(text_textures.lines.len(), 1);
        assert!(text_textures.pixels < MOST_PIXELS);
    }
}
