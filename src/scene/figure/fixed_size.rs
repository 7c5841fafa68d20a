//! A page of a given size, to which the map is fitted.

use super::content::PageContent;
use super::fit::fit_map;
use super::marginalia::Marginalia;
use super::options::FigureOptions;
use super::placed_page::PlacedPage;
use super::placement::PlaceNations;
use crate::model::{Map, Point, Rect};
use crate::scene::{Options, PlacedLegend, legend_to_scale};

/// Fits the map to a page of that width and height.
pub(super) fn fixed_size_page(
    map: &Map,
    options: &FigureOptions,
    content: &PageContent,
    (width, height): (f32, f32),
    place_nations: PlaceNations,
) -> PlacedPage {
    let side = |length: f32| {
        let length = if length.is_nan() { FigureOptions::MIN_SIDE } else { length };
        length.clamp(FigureOptions::MIN_SIDE, FigureOptions::MAX_SIDE)
    };
    let (width, height) = (side(width), side(height));
    // A page larger than the usual one is the same page magnified, so that type stays in proportion.
    let unit = (width / 1200.0).min(height / 820.0).max(1.0);
    let shorter = width.min(height);
    let margin = options.margin.filter(|margin| margin.is_finite());
    let margin = margin.unwrap_or(FigureOptions::MARGIN * shorter);
    let margin = margin.clamp(0.0, FigureOptions::MAX_MARGIN * shorter);
    let page = Rect::new(Point::default(), Point::new(width, height)).expanded(-margin);

    let mut marginalia = Marginalia::new(page, unit, content.palette);
    let top = marginalia.add_heading(&content.heading);
    let bottom = marginalia.add_footer(&content.sources, content.generator);
    let free = Rect::new(Point::new(page.min.x, top), Point::new(page.max.x, bottom));
    let legend_size = PlacedLegend::place(&content.legend, Point::default(), unit).extent;
    let (theme, numbers) = (options.theme, options.numbers);
    let sized = Options { unit, text_unit: unit, line_unit: unit, ..Options::default() };
    let scene_options = Options { theme, numbers, ..sized };
    let scene = fit_map(map, free, legend_size, &scene_options, place_nations);
    // Marks are no larger than usual, so the legend takes no more than the space left for it.
    let rows = legend_to_scale(&content.legend, scene.mark_unit / unit);
    let taken = PlacedLegend::place(&rows, Point::default(), unit).extent;
    let legend = PlacedLegend::place(&rows, Point::new(free.min.x, free.max.y - taken.y), unit);
    PlacedPage { size: Point::new(width, height), scene, legend, marginalia }
}
