//! The picture that a person has chosen for a nation, made fit for a map: a PNG, JPEG or SVG becomes a
//! small square PNG, and nothing else of the file is kept.

mod bounded_svg;
mod raster_size;

use std::fmt;

use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use resvg::tiny_skia::{Color, Pixmap, Transform};
use resvg::usvg::roxmltree::{Document, ParsingOptions};
use resvg::usvg::{ImageHrefResolver, Options, Tree};

use super::fonts::svg_options;
use crate::model::Picture;

/// The most bytes of a file with a picture: 16 MiB.
pub const MAX_PICTURE_FILE_BYTES: usize = 16 * 1024 * 1024;
/// The side of the picture that is made, in pixels.
const SIDE: u32 = 256;
/// A picture with a shape of its own, on a see-through ground, stays this far within the disc.
const WITHIN_DISC: f32 = 0.94;
/// How many pixels are averaged along a side, at most, where a picture is made smaller.
const MOST_SAMPLES: u32 = 8;

/// Why a file can't be the picture of a nation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ChosenPictureError {
    /// It is larger than [`MAX_PICTURE_FILE_BYTES`].
    TooLarge,
    /// It is none of PNG, JPEG and SVG.
    Format,
    /// It has too many pixels: this wide and high.
    TooManyPixels(usize, usize),
    /// It is an SVG that draws too much, or uses its own parts in a circle.
    TooMuchDrawn,
    /// It is broken; says where and why.
    Broken(String),
}

impl fmt::Display for ChosenPictureError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::TooLarge => {
                let most = MAX_PICTURE_FILE_BYTES >> 20;
                write!(f, "it is larger than {most} MiB; make it smaller first")
            }
            Self::Format => f.write_str("it is neither PNG, JPEG nor SVG; choose one of these"),
            Self::TooManyPixels(width, height) => write!(
                f,
                "it has {width} × {height} pixels, and a side may have {}; make it smaller first",
                raster_size::MAX_SIDE
            ),
            Self::TooMuchDrawn => f.write_str(
                "it draws too many parts; save it as PNG in the program that made it, and choose that",
            ),
            Self::Broken(why) => write!(f, "it is broken: {why}"),
        }
    }
}

impl std::error::Error for ChosenPictureError {}

/// Makes a picture for a map from the bytes of a PNG, JPEG or SVG file.
///
/// An opaque picture fills the square and loses what lies beyond it. One on a see-through ground is
/// shown whole within the disc, on white. Scripts, links, metadata and references to other files are
/// not followed and not kept.
///
/// # Errors
/// [`ChosenPictureError`]; sizes are checked before memory is taken.
pub fn chosen_picture(bytes: &[u8]) -> Result<Picture, ChosenPictureError> {
    if bytes.len() > MAX_PICTURE_FILE_BYTES {
        return Err(ChosenPictureError::TooLarge);
    }
    let broken = |why: &dyn fmt::Display| ChosenPictureError::Broken(why.to_string());
    let tree = match raster_size::of(bytes)? {
        Some(raster) => {
            let (mime, width, height) = (raster.mime, raster.width, raster.height);
            let data = BASE64_STANDARD.encode(bytes);
            let svg = format!(
                r#"<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}"><image width="{width}" height="{height}" href="data:{mime};base64,{data}"/></svg>"#
            );
            Tree::from_str(&svg, &Options::default()).map_err(|why| broken(&why))?
        }
        None => {
            let text = std::str::from_utf8(bytes).map_err(|_| ChosenPictureError::Format)?;
            if !text.contains("<svg") {
                return Err(ChosenPictureError::Format);
            }
            let options =
                ParsingOptions { allow_dtd: true, nodes_limit: 100_000, ..Default::default() };
            let document =
                Document::parse_with_options(text, options).map_err(|why| broken(&why))?;
            bounded_svg::check(&document)?;
            let options = Options { image_href_resolver: no_other_files(), ..svg_options(text) };
            Tree::from_xmltree(&document, &options).map_err(|why| broken(&why))?
        }
    };
    in_square(&tree)
}

/// Pictures within an SVG are drawn where they are bounded rasters; no other file is opened.
fn no_other_files() -> ImageHrefResolver<'static> {
    let usual = ImageHrefResolver::default_data_resolver();
    ImageHrefResolver {
        resolve_data: Box::new(move |mime, data, options| {
            matches!(raster_size::of(&data), Ok(Some(_))).then(|| usual(mime, data, options))?
        }),
        resolve_string: Box::new(|_, _| None),
    }
}

fn in_square(tree: &Tree) -> Result<Picture, ChosenPictureError> {
    let (width, height) = (tree.size().width(), tree.size().height());
    let cover = SIDE as f32 / width.min(height);
    let contain = SIDE as f32 * WITHIN_DISC / width.hypot(height);
    let covering = drawn(tree, cover)?;
    let is_opaque = covering.pixels().iter().all(|pixel| pixel.alpha() >= 250);
    let pixels = if is_opaque { covering } else { on_white(&drawn(tree, contain)?)? };
    let png = pixels.encode_png().map_err(|why| ChosenPictureError::Broken(why.to_string()))?;
    Picture::from_png(&png).map_err(|why| ChosenPictureError::Broken(why.to_string()))
}

/// The tree in the middle of the square, so many pixels for each of its units. Each pixel is the mean
/// of several, so that a large picture doesn't flicker where it is made small.
fn drawn(tree: &Tree, scale: f32) -> Result<Pixmap, ChosenPictureError> {
    let samples = (1.0 / scale).ceil().clamp(2.0, MOST_SAMPLES as f32) as u32;
    let (fine, side) = (scale * samples as f32, (SIDE * samples) as f32);
    let left = (side - tree.size().width() * fine) / 2.0;
    let top = (side - tree.size().height() * fine) / 2.0;
    let mut large = new_pixmap(SIDE * samples)?;
    let transform = Transform::from_row(fine, 0.0, 0.0, fine, left, top);
    resvg::render(tree, transform, &mut large.as_mut());
    let mut small = new_pixmap(SIDE)?;
    let (row, count) = (large.width() as usize * 4, samples * samples);
    for (index, pixel) in small.data_mut().chunks_exact_mut(4).enumerate() {
        let (x, y) = (index % SIDE as usize, index / SIDE as usize);
        let mut sums = [count / 2; 4];
        for down in 0..samples as usize {
            let start = (y * samples as usize + down) * row + x * samples as usize * 4;
            for texel in large.data()[start..start + samples as usize * 4].chunks_exact(4) {
                sums.iter_mut().zip(texel).for_each(|(sum, value)| *sum += u32::from(*value));
            }
        }
        pixel.iter_mut().zip(sums).for_each(|(value, sum)| *value = (sum / count) as u8);
    }
    Ok(small)
}

fn on_white(pixels: &Pixmap) -> Result<Pixmap, ChosenPictureError> {
    let mut whole = new_pixmap(SIDE)?;
    whole.fill(Color::WHITE);
    let paint = resvg::tiny_skia::PixmapPaint::default();
    whole.draw_pixmap(0, 0, pixels.as_ref(), &paint, Transform::identity(), None);
    Ok(whole)
}

fn new_pixmap(side: u32) -> Result<Pixmap, ChosenPictureError> {
    Pixmap::new(side, side).ok_or(ChosenPictureError::TooLarge)
}

#[cfg(test)]
mod tests;
