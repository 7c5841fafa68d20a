//! A map drawn as a figure: for a file, for a preview, for the clipboard.

use super::figure_request::{FigureError, FigureFormat, FigureRequest};
use super::matrix_order::matrix_order;
use super::page_layout::fit_nations_on_page;
use crate::analysis::filtered_map;
use crate::export::{self, Pixels};
use crate::model::Map;
use crate::scene::figure::{Figure, FigureOptions, View, figure, matrix_figure};

/// Draws a map as the bytes of a file.
///
/// # Errors
/// [`FigureError`] if a number of the request is out of range, or the image would be too large.
pub fn render(map: &Map, request: &FigureRequest) -> Result<Vec<u8>, FigureError> {
    render_and_tell(map, request).map(|(bytes, _)| bytes)
}

/// Draws a map as the bytes of a file, with a sentence on what the page has no room for, if anything.
///
/// # Errors
/// As for [`render`].
pub fn render_and_tell(
    map: &Map,
    request: &FigureRequest,
) -> Result<(Vec<u8>, Option<String>), FigureError> {
    request.check()?;
    let figure = compose_figure(map, &request.options);
    let bytes = match request.format {
        FigureFormat::Svg => Ok(export::svg(&figure).into_bytes()),
        FigureFormat::Png => export::png(&export::svg(&figure), request.scale),
        FigureFormat::Pdf => export::pdf(&figure),
    }
    .map_err(FigureError::Export)?;
    Ok((bytes, figure.left_out))
}

/// Composes a page with what the filter of a map shows.
pub fn compose_figure(map: &Map, options: &FigureOptions) -> Figure {
    let map = &filtered_map(map);
    match options.view {
        View::Map => figure(map, options, fit_nations_on_page),
        View::Matrix => matrix_figure(map, options, &matrix_order(map, options.order)),
    }
}

/// Draws a figure with its longest side 760 pixels long. `None` if it can't be drawn.
pub fn render_preview(map: &Map, request: &FigureRequest) -> Option<Preview> {
    let figure = compose_figure(map, &request.options);
    let scale = PREVIEW_SIDE / figure.width.max(figure.height);
    let pixels = export::pixels(&export::svg(&figure), scale).ok()?;
    let stretch = figure.stretch();
    let Figure { width, height, left_out, .. } = figure;
    Some(Preview { pixels, width, height, stretch, left_out })
}

/// A small image of a figure.
#[derive(Clone, Debug, PartialEq)]
pub struct Preview {
    /// The image.
    pub pixels: Pixels,
    /// The width of the page in units.
    pub width: f32,
    /// The height of the page in units.
    pub height: f32,
    /// How much the map is stretched, as in [`Figure::stretch`].
    pub stretch: f32,
    /// A sentence on what the page has no room for, if anything.
    pub left_out: Option<String>,
}

/// The longest side of a preview, in pixels: twice what the dialog shows, for sharp screens.
const PREVIEW_SIDE: f32 = 760.0;

/// Draws a figure as pixels for the clipboard, at the requested scale or the largest one below it at
/// which the image isn't too large to copy.
///
/// # Errors
/// As for [`render`].
pub fn render_for_clipboard(map: &Map, request: &FigureRequest) -> Result<Pixels, FigureError> {
    let figure = compose_figure(map, &request.options);
    let max_scale = (MAX_CLIPBOARD_PIXELS / (figure.width * figure.height)).sqrt();
    let scale = request.scale.min(max_scale);
    export::pixels(&export::svg(&figure), scale).map_err(FigureError::Export)
}

/// The most pixels that are copied: 25 million, 100 MB on the clipboard.
const MAX_CLIPBOARD_PIXELS: f32 = 25_000_000.0;
