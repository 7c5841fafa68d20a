//! Lines that the embedded font can't draw, as pictures: the toolkit knows no right-to-left text and
//! no colour emoji, so that these lines are drawn as the exports draw them and shown as textures.

use std::collections::btree_map::Entry;
use std::collections::{BTreeMap, HashMap};

use egui::emath::Rot2;
use egui::{
    Color32, ColorImage, Context, Mesh, Painter, Pos2, Rect, Shape, TextureHandle, TextureId,
    TextureOptions, Vec2, pos2, vec2,
};

use crate::export::{LARGEST_LINE, LineLook, line_picture};

/// Sizes are drawn in steps of this many to the double, so that a zoom draws few anew.
const STEPS: f32 = 4.0;
/// No more pictures than this are drawn in a frame; the others follow in the next ones.
const MOST_NEW: usize = 24;
/// The pictures hold no more pixels than this, 4 bytes each, besides those that are in view.
const MOST_PIXELS: usize = 8_000_000;

/// The pictures of lines, kept from frame to frame.
#[derive(Default)]
pub struct Letters {
    lines: HashMap<(String, LineLook), Sizes>,
    pixels: usize,
    frame: u64,
    new_in_frame: usize,
    is_behind: bool,
}

/// The pictures of one line by step of size; `None` where it can't be drawn.
type Sizes = BTreeMap<i32, Option<Picture>>;

struct Picture {
    texture: TextureHandle,
    /// Its sides in type of size 1.
    sides: Vec2,
    used_in: u64,
}

/// A line as it is shown.
#[derive(Clone, Copy)]
pub struct Shown {
    texture: TextureId,
    sides: Vec2,
}

impl Letters {
    /// Begins a frame: drops pictures that weren't shown in the one before, if there are too many.
    pub fn begin_frame(&mut self) {
        if self.pixels > MOST_PIXELS {
            let frame = self.frame;
            self.lines.retain(|_, sizes| {
                sizes.retain(|_, picture| picture.as_ref().is_some_and(|p| p.used_in == frame));
                !sizes.is_empty()
            });
            let pictures = self.lines.values().flat_map(BTreeMap::values).flatten();
            self.pixels = pictures.map(Picture::pixels).sum();
        }
        self.frame += 1;
        self.new_in_frame = 0;
        self.is_behind = false;
    }

    /// Asks for another frame where not all pictures could be drawn in this one.
    pub fn end_frame(&self, ctx: &Context) {
        if self.is_behind {
            ctx.request_repaint();
        }
    }

    /// The picture of a line in type of `size` physical pixels, or of another size until it is drawn.
    pub fn get(&mut self, ctx: &Context, text: &str, size: f32, look: LineLook) -> Option<Shown> {
        let size = size.clamp(1.0, LARGEST_LINE);
        let step = (size.log2() * STEPS - 0.01).ceil() as i32;
        let sizes = self.lines.entry((text.to_owned(), look)).or_default();
        match sizes.entry(step) {
            Entry::Occupied(_) => {}
            Entry::Vacant(free) if self.new_in_frame < MOST_NEW => {
                self.new_in_frame += 1;
                let picture = Picture::draw(ctx, text, step, &look);
                self.pixels += picture.as_ref().map_or(0, Picture::pixels);
                free.insert(picture);
            }
            Entry::Vacant(_) => self.is_behind = true,
        }
        let nearest = sizes.iter_mut().min_by_key(|(known, _)| (**known - step).abs());
        let picture = nearest.and_then(|(_, picture)| picture.as_mut())?;
        picture.used_in = self.frame;
        Some(Shown { texture: picture.texture.id(), sides: picture.sides })
    }
}

impl Picture {
    fn draw(ctx: &Context, text: &str, step: i32, look: &LineLook) -> Option<Self> {
        let size = (step as f32 / STEPS).exp2().min(LARGEST_LINE);
        let pixels = line_picture(text, size, look)?;
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

impl Shown {
    /// Puts the line with its middle at a place, in type of `size` logical pixels, turned.
    pub fn paint(&self, painter: &Painter, middle: Pos2, size: f32, angle: f32, tint: Color32) {
        let mut mesh = Mesh::with_texture(self.texture);
        let rect = Rect::from_center_size(middle, self.sides * size);
        let whole = Rect::from_min_max(pos2(0.0, 0.0), pos2(1.0, 1.0));
        mesh.add_rect_with_uv(rect, whole, tint);
        if angle != 0.0 {
            mesh.rotate(Rot2::from_angle(angle), middle);
        }
        painter.add(Shape::mesh(mesh));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Color;
    use crate::scene::Weight;
    use crate::scene::text::Han;

    const LOOK: LineLook = LineLook {
        weight: Weight::SemiBold,
        han: Han::Simplified,
        color: Color::new(0, 0, 0),
        halo: None,
    };

    #[test]
    fn a_line_is_drawn_once_for_sizes_that_are_much_alike() {
        let (ctx, mut letters) = (Context::default(), Letters::default());
        letters.begin_frame();
        let mut shown = |size| letters.get(&ctx, "e\u{301}", size, LOOK).map(|shown| shown.texture);
        let first = shown(20.5);
        assert!(first.is_some());
        assert_eq!(shown(22.0), first);
        assert_ne!(shown(40.0), first);
        assert_eq!(letters.new_in_frame, 2);
    }

    #[test]
    fn a_frame_draws_few_anew_and_asks_for_another() {
        let (ctx, mut letters) = (Context::default(), Letters::default());
        letters.begin_frame();
        for number in 0..MOST_NEW + 1 {
            let shown = letters.get(&ctx, &number.to_string(), 13.0, LOOK);
            assert_eq!(shown.is_some(), number < MOST_NEW);
        }
        assert!(letters.is_behind);
        letters.begin_frame();
        assert!(letters.get(&ctx, &MOST_NEW.to_string(), 13.0, LOOK).is_some());
        assert!(!letters.is_behind);
    }

    #[test]
    fn pictures_out_of_view_go_when_there_are_too_many() {
        let (ctx, mut letters) = (Context::default(), Letters::default());
        letters.begin_frame();
        letters.get(&ctx, "old", 13.0, LOOK);
        for _ in 0..2 {
            letters.begin_frame();
            letters.get(&ctx, "new", 13.0, LOOK);
        }
        letters.pixels = MOST_PIXELS + 1;
        letters.begin_frame();
        assert_eq!(letters.lines.len(), 1);
        assert!(letters.pixels < MOST_PIXELS);
    }
}
