//! Flags, pictures and icons as pixels, for a screen that draws textures.

use super::raster::rasterize;
use crate::scene::{Emblem, Flag};

/// The flag or picture of an emblem as a square image, row by row, each pixel as red, green, blue and
/// premultiplied alpha.
///
/// `size` is the side in pixels, 1 to 1024. Flags fill their square; clip them to the nation's
/// outline. Empty if there is none, or it can't be drawn.
pub fn emblem_rgba(emblem: &Emblem, size: u16) -> Vec<u8> {
    let scale = f32::from(size.clamp(1, 1024)) / Flag::SIZE;
    let svg = emblem.picture_elements().map(|elements| Flag::svg_of(&elements));
    let pixels = svg.and_then(|svg| rasterize(&svg, scale).ok());
    pixels.map_or_else(Vec::new, |pixels| pixels.take())
}

/// A square SVG as an image, row by row, each pixel as red, green, blue and straight alpha, as window
/// icons need it. `size` is the side in pixels, 1 to 1024. `None` if the text isn't SVG.
pub fn icon_rgba(svg: &str, size: u16) -> Option<Vec<u8>> {
    let side =
        resvg::usvg::Tree::from_str(svg, &resvg::usvg::Options::default()).ok()?.size().width();
    let pixels = rasterize(svg, f32::from(size.clamp(1, 1024)) / side).ok()?;
    let straight = |pixel: &resvg::tiny_skia::PremultipliedColorU8| {
        let color = pixel.demultiply();
        [color.red(), color.green(), color.blue(), color.alpha()]
    };
    Some(pixels.pixels().iter().flat_map(straight).collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::names::iso3166;

    #[test]
    fn every_flag_can_be_drawn_and_is_opaque() {
        for entry in iso3166::all() {
            let flag = Flag::of(entry.alpha2).expect("a flag for each country");
            let pixels = emblem_rgba(&Emblem::Flag(flag), 16);
            assert_eq!(pixels.len(), 16 * 16 * 4, "{}", entry.name);
            let center = &pixels[(8 * 16 + 8) * 4..][..4];
            assert_eq!(center[3], 255, "{}", entry.name);
        }
    }
}
