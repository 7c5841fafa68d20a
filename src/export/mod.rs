//! A page as SVG, PNG or PDF.
//!
//! Text stays text: it can be selected and searched in SVG and PDF. Latin, Greek, Cyrillic and
//! Devanagari are drawn with the embedded fonts alone, and so look the same on every machine. Letters
//! that these lack are drawn with the system's fonts in which they were measured.
//!
//! This floor knows pages, not files: it returns text or bytes.

mod chosen_picture;
mod flag_pixels;
mod fonts;
mod pdf;
mod raster;
mod svg;
mod svg_tree;
mod text_image;

use std::fmt;

pub use chosen_picture::{ChosenPictureError, MAX_PICTURE_FILE_BYTES, chosen_picture};
pub use flag_pixels::{emblem_rgba, icon_rgba};
pub use pdf::pdf;
pub use raster::{MAX_PIXELS, Pixels, pixels, png};
pub use svg::{TextLineStyle, svg};
pub use text_image::{MAX_TEXT_IMAGE_SIZE, text_image};

/// Why an export failed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ExportError {
    /// The SVG text can't be drawn; says where and why.
    Svg(String),
    /// The image would have too many pixels.
    TooLarge {
        /// Its width in pixels.
        width: u64,
        /// Its height in pixels.
        height: u64,
    },
    /// The scale isn't a number above 0.
    Scale,
    /// The image could not be written as PNG or PDF; says why.
    Encoding(String),
}

impl fmt::Display for ExportError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Svg(why) => write!(f, "the drawing can't be read back: {why}"),
            Self::TooLarge { width, height } => write!(
                f,
                "a picture has up to {} million pixels, and this one would have {width} × {height}; \
                 choose a smaller scale or page, or export SVG or PDF, which have no pixels",
                MAX_PIXELS / 1_000_000
            ),
            Self::Scale => f.write_str("the scale is a number above 0, for example 2"),
            Self::Encoding(why) => write!(f, "the picture can't be written: {why}"),
        }
    }
}

impl std::error::Error for ExportError {}
