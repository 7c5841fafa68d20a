//! A map as a figure in one of the export formats.

use super::make_room::make_room;
use crate::export::{self, ExportError, Pixels};
use crate::model::Map;
use crate::scene::Theme;
use crate::scene::figure::{Figure, FigureOptions, figure};

/// A figure to make of a map.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct FigureRequest {
    /// The file's format.
    pub format: FigureFormat,
    /// The width of the page in units (1 unit = 1 px at scale 1).
    pub width: f32,
    /// The height of the page in units.
    pub height: f32,
    /// Pixels per unit; for PNG alone.
    pub scale: f32,
    /// Its colours.
    pub theme: Theme,
    /// Whether ties carry the numbers of their sources.
    pub numbers: bool,
}

impl FigureRequest {
    /// The smallest and largest width and height of a page, in units.
    pub const SIZE_RANGE: std::ops::RangeInclusive<f32> = 200.0..=10_000.0;
    /// The smallest and largest number of pixels per unit.
    pub const SCALE_RANGE: std::ops::RangeInclusive<f32> = 0.5..=8.0;
}

impl Default for FigureRequest {
    fn default() -> Self {
        Self {
            format: FigureFormat::Svg,
            width: 1200.0,
            height: 820.0,
            scale: 2.0,
            theme: Theme::Light,
            numbers: false,
        }
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

    /// The ending of its files, without the dot.
    pub const fn extension(self) -> &'static str {
        match self {
            Self::Svg => "svg",
            Self::Png => "png",
            Self::Pdf => "pdf",
        }
    }

    /// The format that a file's name asks for.
    pub fn of_path(path: &std::path::Path) -> Option<Self> {
        let extension = path.extension()?.to_str()?.to_ascii_lowercase();
        Self::ALL.into_iter().find(|format| format.extension() == extension)
    }
}

/// Why there is no figure.
#[derive(Debug)]
pub enum FigureError {
    /// A number of the request is out of its range.
    Range {
        /// Which number.
        what: &'static str,
        /// What was asked for.
        found: f32,
        /// What is possible.
        range: std::ops::RangeInclusive<f32>,
    },
    /// The picture could not be made.
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

/// Draws a map as a file of the format asked for.
///
/// # Errors
/// [`FigureError`] when a number is out of range or the picture would be too large.
pub fn render(map: &Map, request: &FigureRequest) -> Result<Vec<u8>, FigureError> {
    let within = |what, found: f32, range: std::ops::RangeInclusive<f32>| {
        if range.contains(&found) { Ok(()) } else { Err(FigureError::Range { what, found, range }) }
    };
    within("width", request.width, FigureRequest::SIZE_RANGE)?;
    within("height", request.height, FigureRequest::SIZE_RANGE)?;
    within("scale", request.scale, FigureRequest::SCALE_RANGE)?;
    let figure = page(map, request);
    match request.format {
        FigureFormat::Svg => Ok(export::svg(&figure).into_bytes()),
        FigureFormat::Png => export::png(&export::svg(&figure), request.scale),
        FigureFormat::Pdf => export::pdf(&figure),
    }
    .map_err(FigureError::Export)
}

/// Draws a figure as pixels, no side longer than 600 pixels; `None` where it can't be drawn.
pub fn preview(map: &Map, request: &FigureRequest) -> Option<Pixels> {
    let scale = PREVIEW_SIDE / request.width.max(request.height);
    export::pixels(&export::svg(&page(map, request)), scale).ok()
}

/// The longest side of a preview, in pixels.
const PREVIEW_SIDE: f32 = 600.0;

fn page(map: &Map, request: &FigureRequest) -> Figure {
    let options = FigureOptions {
        width: request.width,
        height: request.height,
        theme: request.theme,
        numbers: request.numbers,
    };
    figure(map, &options, make_room)
}
