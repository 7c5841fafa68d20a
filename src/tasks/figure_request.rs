//! What a figure of a map is to be: its format, scale and page.

use std::ops::RangeInclusive;

use crate::export::ExportError;
use crate::scene::figure::FigureOptions;

/// A figure to draw of a map.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct FigureRequest {
    /// The format of the file.
    pub format: FigureFormat,
    /// Pixels per unit; only for PNG.
    pub scale: f32,
    /// The page and what is on it.
    pub options: FigureOptions,
}

impl FigureRequest {
    /// The smallest and largest width and height of a page, in units.
    pub const SIZE_RANGE: RangeInclusive<f32> = 200.0..=10_000.0;
    /// The smallest and largest margin, in units; it is never more than a quarter of a side.
    pub const MARGIN_RANGE: RangeInclusive<f32> = 0.0..=2_000.0;
    /// The smallest and largest number of pixels per unit.
    pub const SCALE_RANGE: RangeInclusive<f32> = 0.5..=8.0;

    /// Checks that all numbers are within their ranges.
    pub(super) fn check(&self) -> Result<(), FigureError> {
        let within = |what, found: f32, range: RangeInclusive<f32>| {
            if range.contains(&found) {
                Ok(())
            } else {
                Err(FigureError::Range { what, found, range })
            }
        };
        if let Some((width, height)) = self.options.page.size() {
            within("width", width, Self::SIZE_RANGE)?;
            within("height", height, Self::SIZE_RANGE)?;
        }
        within("margin", self.options.margin.unwrap_or(0.0), Self::MARGIN_RANGE)?;
        within("scale", self.scale, Self::SCALE_RANGE)
    }
}

impl Default for FigureRequest {
    fn default() -> Self {
        Self { format: FigureFormat::Svg, scale: 2.0, options: FigureOptions::default() }
    }
}

/// The format of a figure's file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FigureFormat {
    /// Scalable Vector Graphics.
    Svg,
    /// Portable Network Graphics.
    Png,
    /// Portable Document Format.
    Pdf,
}

impl FigureFormat {
    /// Every format.
    pub const ALL: [Self; 3] = [Self::Svg, Self::Png, Self::Pdf];

    /// Its usual name.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Svg => "SVG",
            Self::Png => "PNG",
            Self::Pdf => "PDF",
        }
    }

    /// Its file extension, without the dot.
    pub const fn extension(self) -> &'static str {
        match self {
            Self::Svg => "svg",
            Self::Png => "png",
            Self::Pdf => "pdf",
        }
    }

    /// The format that the extension of a path names.
    pub fn of_path(path: &std::path::Path) -> Option<Self> {
        let extension = path.extension()?.to_str()?.to_ascii_lowercase();
        Self::ALL.into_iter().find(|format| format.extension() == extension)
    }
}

/// Why a figure couldn't be drawn.
#[derive(Debug)]
pub enum FigureError {
    /// A number of the request is out of its range.
    Range {
        /// The name of the number.
        what: &'static str,
        /// The number that was found.
        found: f32,
        /// The numbers that are allowed.
        range: RangeInclusive<f32>,
    },
    /// The export failed.
    Export(ExportError),
}

impl std::fmt::Display for FigureError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Range { what, found, range } => {
                write!(
                    f,
                    "the {what} of a figure is {} to {}, not {found}",
                    range.start(),
                    range.end()
                )
            }
            Self::Export(error) => error.fmt(f),
        }
    }
}

impl std::error::Error for FigureError {}
