//! Flags as pixels, for a screen that draws textures.

use super::raster;
use crate::scene::Flag;

/// A flag as square pixels, row by row, each red, green, blue and opacity, opacity premultiplied.
///
/// `size` is the side in pixels, 1 to 1024. Flags fill their square; clip them to the nation's
/// outline. An empty list when the flag can't be drawn.
pub fn flag_rgba(flag: &Flag, size: u16) -> Vec<u8> {
    let scale = f32::from(size.clamp(1, 1024)) / Flag::SIZE;
    raster::draw(&flag.svg(), scale).map_or_else(|_| Vec::new(), |pixels| pixels.take())
}

/// A square drawing as pixels, row by row, each red, green, blue and opacity, opacity separate: what
/// windows take for their icons. `size` is the side in pixels, 1 to 1024. `None` when the text is no
/// SVG.
pub fn icon_rgba(svg: &str, size: u16) -> Option<Vec<u8>> {
    let side =
        resvg::usvg::Tree::from_str(svg, &resvg::usvg::Options::default()).ok()?.size().width();
    let pixels = raster::draw(svg, f32::from(size.clamp(1, 1024)) / side).ok()?;
    let separate = |pixel: &resvg::tiny_skia::PremultipliedColorU8| {
        let color = pixel.demultiply();
        [color.red(), color.green(), color.blue(), color.alpha()]
    };
    Some(pixels.pixels().iter().flat_map(separate).collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::iso3166;

    #[test]
    fn every_flag_can_be_drawn_and_is_opaque() {
        for entry in iso3166::all() {
            let flag = Flag::of(entry.alpha2).expect("a flag for each country");
            let pixels = flag_rgba(flag, 16);
            assert_eq!(pixels.len(), 16 * 16 * 4, "{}", entry.name);
            let center = &pixels[(8 * 16 + 8) * 4..][..4];
            assert_eq!(center[3], 255, "{}", entry.name);
        }
    }
}
