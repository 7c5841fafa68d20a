//! A picture that was drawn for a dialog, as the texture in which it is shown.

use egui::{ColorImage, Context, TextureHandle, TextureOptions};

use crate::export::Pixels;

/// The picture as the toolkit's image.
pub fn image_of(pixels: &Pixels) -> ColorImage {
    let size = [pixels.width as usize, pixels.height as usize];
    ColorImage::from_rgba_premultiplied(size, &pixels.rgba)
}

/// The picture as a texture; `name` is for the toolkit alone.
pub fn picture_texture(ctx: &Context, name: &str, pixels: &Pixels) -> TextureHandle {
    ctx.load_texture(name, image_of(pixels), TextureOptions::LINEAR)
}
