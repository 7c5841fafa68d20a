//! A map as a figure in one of the export formats.

use super::page_layout::make_room;
use crate::analysis::filtered_map;
use crate::export::{self, ExportError, Pixels};
use crate::model::Map;
use crate::scene::figure::{Figure, FigureOptions, figure};

/// A figure to make of a map.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct FigureRequest {
    /// The file's format.
    pub format: FigureFormat,
    /// Pixels per unit; for PNG alone.
    pub scale: f32,
    /// The page and what is on it.
    pub options: FigureOptions,
}

impl FigureRequest {
    /// The smallest and largest width and height of a page, in units.
    pub const SIZE_RANGE: std::ops::RangeInclusive<f32> = 200.0..=10_000.0;
    /// The smallest and largest margin, in units; it is never more than a quarter of a side.
    pub const MARGIN_RANGE: std::ops::RangeInclusive<f32> = 0.0..=2_000.0;
    /// The smallest and largest number of pixels per unit.
    pub const SCALE_RANGE: std::ops::RangeInclusive<f32> = 0.5..=8.0;
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
    if let Some((width, height)) = request.options.page.size() {
        within("width", width, FigureRequest::SIZE_RANGE)?;
        within("height", height, FigureRequest::SIZE_RANGE)?;
    }
    let margin = request.options.margin.unwrap_or(0.0);
    within("margin", margin, FigureRequest::MARGIN_RANGE)?;
    within("scale", request.scale, FigureRequest::SCALE_RANGE)?;
    let figure = page(map, &request.options);
    match request.format {
        FigureFormat::Svg => Ok(export::svg(&figure).into_bytes()),
        FigureFormat::Png => export::png(&export::svg(&figure), request.scale),
        FigureFormat::Pdf => export::pdf(&figure),
    }
    .map_err(FigureError::Export)
}

/// Lays a map out as a page: what its filter shows of it.
pub fn page(map: &Map, options: &FigureOptions) -> Figure {
    figure(&filtered_map(map), options, make_room)
}

/// Draws a figure as pixels, no side longer than 760 pixels; `None` where it can't be drawn.
pub fn preview(map: &Map, request: &FigureRequest) -> Option<Preview> {
    let figure = page(map, &request.options);
    let scale = PREVIEW_SIDE / figure.width.max(figure.height);
    let pixels = export::pixels(&export::svg(&figure), scale).ok()?;
    Some(Preview { pixels, width: figure.width, height: figure.height })
}

/// A figure drawn small.
#[derive(Clone, Debug, PartialEq)]
pub struct Preview {
    /// The picture.
    pub pixels: Pixels,
    /// The width of the page in units.
    pub width: f32,
    /// The height of the page in units.
    pub height: f32,
}

/// The longest side of a preview, in pixels: twice what the dialog shows, for sharp screens.
const PREVIEW_SIDE: f32 = 760.0;

/// Draws a figure as pixels to be copied, at the scale asked for or the largest that is less than that
/// and gives no more pixels than a clipboard takes well.
///
/// # Errors
/// [`FigureError`] as [`render`].
pub fn picture(map: &Map, request: &FigureRequest) -> Result<Pixels, FigureError> {
    let figure = page(map, &request.options);
    let most = (MOST_COPIED / (figure.width * figure.height)).sqrt();
    let scale = request.scale.min(most);
    export::pixels(&export::svg(&figure), scale).map_err(FigureError::Export)
}

/// The most pixels that are copied: 25 million, 100 MB on the clipboard.
const MOST_COPIED: f32 = 25_000_000.0;
