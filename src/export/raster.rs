//! SVG text drawn as pixels.

use resvg::tiny_skia::{Pixmap, Transform};

use super::ExportError;
use super::svg_tree::parse_svg;
use crate::scene::figure::UNITS_PER_MM;

/// The most pixels that an image may have: 100 million, which take 400 MB while it is drawn.
pub const MAX_PIXELS: u64 = 100_000_000;

/// Draws SVG text as a PNG with `scale` pixels for each unit, 96 units to the inch.
///
/// The file says how many pixels make a metre, so that it is printed at the size of the page. If every
/// pixel is opaque, the file has no alpha channel.
///
/// # Errors
/// [`ExportError`] if the text isn't SVG, or the image would be too large; the size is checked before
/// memory is allocated.
pub fn png(svg: &str, scale: f32) -> Result<Vec<u8>, ExportError> {
    let pixels = rasterize(svg, scale)?;
    let (width, height) = (pixels.width(), pixels.height());
    let is_opaque = pixels.pixels().iter().all(|pixel| pixel.is_opaque());
    let mut rows = pixels.take_demultiplied();
    if is_opaque {
        rows = rows.chunks_exact(4).flat_map(|pixel| [pixel[0], pixel[1], pixel[2]]).collect();
    }
    let mut file = Vec::new();
    let mut encoder = png::Encoder::new(&mut file, width, height);
    encoder.set_color(if is_opaque { png::ColorType::Rgb } else { png::ColorType::Rgba });
    encoder.set_depth(png::BitDepth::Eight);
    encoder.set_source_srgb(png::SrgbRenderingIntent::Perceptual);
    let per_metre = (scale * UNITS_PER_MM * 1000.0).round() as u32;
    encoder.set_pixel_dims(Some(png::PixelDimensions {
        xppu: per_metre,
        yppu: per_metre,
        unit: png::Unit::Meter,
    }));
    let written = encoder.write_header().and_then(|mut writer| writer.write_image_data(&rows));
    written.map_err(|fault| ExportError::Encoding(fault.to_string()))?;
    Ok(file)
}

/// An image row by row, each pixel as red, green, blue and premultiplied alpha.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pixels {
    /// The width in pixels.
    pub width: u32,
    /// The height in pixels.
    pub height: u32,
    /// Four bytes per pixel.
    pub rgba: Vec<u8>,
}

/// Draws SVG text as pixels, `scale` of them for each unit.
///
/// # Errors
/// As [`png()`].
pub fn pixels(svg: &str, scale: f32) -> Result<Pixels, ExportError> {
    let drawn = rasterize(svg, scale)?;
    Ok(Pixels { width: drawn.width(), height: drawn.height(), rgba: drawn.take() })
}

/// Draws SVG text into a new image.
pub(super) fn rasterize(svg: &str, scale: f32) -> Result<Pixmap, ExportError> {
    if !(scale.is_finite() && scale > 0.0) {
        return Err(ExportError::Scale);
    }
    let tree = parse_svg(svg)?;
    // The size is rounded and the page stretched to it by less than half a pixel, so that no row is
    // covered in part.
    let side = |length: f32| (f64::from(length) * f64::from(scale)).round().max(1.0) as u64;
    let size = tree.size();
    let (width, height) = (side(size.width()), side(size.height()));
    let too_large = ExportError::TooLarge { width, height };
    if width.saturating_mul(height) > MAX_PIXELS {
        return Err(too_large);
    }
    let sides = u32::try_from(width).ok().zip(u32::try_from(height).ok());
    let pixels = sides.and_then(|(width, height)| Pixmap::new(width, height));
    let mut pixels = pixels.ok_or(too_large)?;
    let stretch = Transform::from_scale(
        pixels.width() as f32 / size.width(),
        pixels.height() as f32 / size.height(),
    );
    resvg::render(&tree, stretch, &mut pixels.as_mut());
    Ok(pixels)
}

#[cfg(test)]
mod tests {
    use super::*;

    const SQUARE: &str = r##"<svg xmlns="http://www.w3.org/2000/svg" width="10" height="20"><rect width="10" height="20" fill="#f00"/></svg>"##;

    #[test]
    fn the_size_is_checked_before_memory_is_taken() {
        assert_eq!(
            png(SQUARE, 1e6),
            Err(ExportError::TooLarge { width: 10_000_000, height: 20_000_000 })
        );
        for scale in [0.0, -1.0, f32::NAN, f32::INFINITY] {
            assert_eq!(png(SQUARE, scale), Err(ExportError::Scale));
        }
    }

    #[test]
    fn a_picture_has_the_scaled_size() {
        let pixels = rasterize(SQUARE, 1.5).map(|p| (p.width(), p.height()));
        assert_eq!(pixels, Ok((15, 30)));
        assert!(png(SQUARE, 1.0).is_ok_and(|bytes| bytes.starts_with(b"\x89PNG")));
    }

    #[test]
    fn a_picture_says_how_large_it_is_in_print_and_whether_one_sees_through() {
        let read = |svg: &str, scale| {
            let bytes = png(svg, scale).expect("a picture");
            let reader = png::Decoder::new(std::io::Cursor::new(bytes)).read_info();
            let info = reader.expect("a PNG").info().clone();
            (info.color_type, info.pixel_dims.map(|dims| (dims.xppu, dims.yppu)))
        };
        // 96 dpi are 3780 pixels a metre.
        assert_eq!(read(SQUARE, 1.0), (png::ColorType::Rgb, Some((3780, 3780))));
        assert_eq!(read(SQUARE, 3.0), (png::ColorType::Rgb, Some((11_339, 11_339))));
        let half = SQUARE.replace(r#"height="20" fill"#, r#"height="10" fill"#);
        assert_eq!(read(&half, 1.0).0, png::ColorType::Rgba);
    }

    #[test]
    fn what_is_no_svg_is_refused_with_a_reason() {
        assert!(matches!(png("nothing", 1.0), Err(ExportError::Svg(_))));
    }
}
