//! How large a figure becomes, in units and in pixels, and whether that is too large.

use crate::export::MAX_PIXELS;
use crate::tasks::{FigureFormat, FigureRequest};

/// The size in units that is assumed for a page whose size isn't known yet.
pub const ASSUMED_SIZE: (f32, f32) = (1200.0, 820.0);

/// Width and height of the page in units. Where the map decides, those measured for the last preview;
/// `None` until there is one.
pub fn page_size(request: &FigureRequest, measured: Option<(f32, f32)>) -> Option<(f32, f32)> {
    request.options.page.size().or(measured)
}

/// Width and height of a PNG in pixels.
pub fn pixel_size(request: &FigureRequest, page: (f32, f32)) -> (f32, f32) {
    ((page.0 * request.scale).round(), (page.1 * request.scale).round())
}

/// Whether the figure would have more pixels than memory can hold.
pub fn is_too_large(request: &FigureRequest, page: Option<(f32, f32)>) -> bool {
    let pixels = page.map_or((0.0, 0.0), |page| pixel_size(request, page));
    request.format == FigureFormat::Png && pixels.0 * pixels.1 > MAX_PIXELS as f32
}
