//! A page of a given size, to which the map is fitted.

use super::content::PageContent;
use super::few_ties::kind_lists;
use super::fit::{FittedMap, Fitting, fit_map};
use super::marginalia::Marginalia;
use super::options::FigureOptions;
use super::page_text::PageRole;
use super::placed_page::PlacedPage;
use super::placement::PlaceNations;
use crate::model::{Map, Point, Rect};
use crate::scene::{
    LegendRow, LineScale, LineUnits, Options, PlacedLegend, legend_rect, legend_to_scale,
};

/// Fits the map to a page of that width and height.
pub(super) fn fixed_size_page(
    map: &Map,
    options: &FigureOptions,
    content: &PageContent<'_>,
    (width, height): (f32, f32),
    place_nations: PlaceNations,
) -> PlacedPage {
    let (size, unit, page) = sides(width, height, options);
    let mut marginalia = Marginalia::new(page, unit, content.palette);
    let heading_end = marginalia.add_heading(&content.heading);
    let top = marginalia.add_joiners(content.joiners.as_ref(), heading_end);
    let bottom = marginalia.add_footer(&content.foot);
    let parts = Parts { map, options, content, place_nations, unit, page, heights: [top, bottom] };
    let mut fitted = parts.fitted(top);
    if !fitted.map.scene.hulls.iter().any(|hull| hull.is_bloc) {
        marginalia.texts.retain(|text| text.role != PageRole::Note);
    }
    if options.legend {
        (marginalia, fitted) = parts.with_few_ties(&marginalia, fitted);
    }
    let FittedPage { map: FittedMap { scene, scale, .. }, legend, .. } = fitted;
    PlacedPage { size, scene, scale, legend, marginalia }
}

/// What a map is fitted with.
struct Parts<'a> {
    map: &'a Map,
    options: &'a FigureOptions,
    content: &'a PageContent<'a>,
    place_nations: PlaceNations,
    unit: f32,
    /// The area between the margins.
    page: Rect,
    /// Where the map may begin and where it ends.
    heights: [f32; 2],
}

/// A map that is fitted, beside its legend.
struct FittedPage {
    map: FittedMap,
    legend: PlacedLegend,
    legend_area: Rect,
}

impl Parts<'_> {
    /// Adds lists of the few ties that set nations apart. Where the map leaves them no room it begins lower, at the height
    /// at which its type is largest, if that costs it no more than a step of its size.
    fn with_few_ties(&self, words: &Marginalia, fitted: FittedPage) -> (Marginalia, FittedPage) {
        let [top, bottom] = self.heights;
        let lists = kind_lists(self.map, &fitted.map.scene);
        let listed = |fitted: &FittedPage| {
            let mut words = words.clone();
            let room = (fitted.legend_area, bottom);
            (words.add_few_ties(&lists, &fitted.map.scene, room), words)
        };
        let (have_room, unmoved) = listed(&fitted);
        if have_room {
            return (unmoved, fitted);
        }
        let tops = words.tops_below_few_ties(&lists, top);
        let lower = tops.into_iter().map(|top| self.fitted(top));
        let legible = lower.filter(|lower| lower.map.is_nearly_as_legible_as(&fitted.map));
        let with_lists = legible.filter_map(|lower| match listed(&lower) {
            (true, words) => Some((words, lower)),
            (false, _) => None,
        });
        let larger = |best: (Marginalia, FittedPage), next: (Marginalia, FittedPage)| {
            if next.1.map.text_unit > best.1.map.text_unit { next } else { best }
        };
        with_lists.reduce(larger).unwrap_or((unmoved, fitted))
    }

    /// The map fitted to the page below some height.
    fn fitted(&self, top: f32) -> FittedPage {
        let Self { map, options, content, place_nations, unit, page, heights: [_, bottom] } = *self;
        let free = Rect::new(Point::new(page.min.x, top), Point::new(page.max.x, bottom));
        let (theme, numbers, keys) = (options.theme, options.numbers, options.legend);
        let sized = Options {
            unit,
            text_unit: unit,
            lines: Some(LineUnits::alike(unit)),
            least_line: FigureOptions::LEAST_LINE,
            ..Options::default()
        };
        let max_stretch = if options.stretch { FigureOptions::MAX_STRETCH } else { 1.0 };
        let options_of_map = Options { theme, numbers, keys, ..sized };
        let blocs = &content.blocs;
        let fitting = Fitting { options: options_of_map, max_stretch, place_nations, blocs };
        let fit = |legend| fit_map(map, free, legend, fitting);
        let by_hand = map.look().legend;
        let has_legend = options.legend;
        let (fitted, legend) = with_legend((free, by_hand), unit, &content.legend, fit, has_legend);
        let legend_area = legend_rect(by_hand, free, legend.extent);
        FittedPage { map: fitted, legend, legend_area }
    }
}

/// The width and height of a page, the size of 1 unit of its type, and the area between its margins.
pub(super) fn sides(width: f32, height: f32, options: &FigureOptions) -> (Point, f32, Rect) {
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
    let size = Point::new(width, height);
    (size, unit, Rect::new(Point::default(), size).expanded(-margin))
}

/// Fits the map beside its legend. What has no room on the map is explained by the legend, which then
/// leaves less room to the map: it is fitted again until the legend has enough.
fn with_legend(
    (free, by_hand): (Rect, Option<Point>),
    unit: f32,
    rows: &[LegendRow],
    fit: impl Fn(Rect) -> FittedMap,
    has_legend: bool,
) -> (FittedMap, PlacedLegend) {
    const MAX_TRIES: usize = 3;
    // Other keys may be needed where the map has less room.
    const SPARE: f32 = 1.1;
    let place = |rows: &[LegendRow], origin| PlacedLegend::place(rows, origin, unit);
    let mut reserved = place(rows, Point::default()).extent;
    let mut tries = 0;
    loop {
        let fitted = fit(legend_rect(by_hand, free, reserved));
        let scene = &fitted.scene;
        let rows: &[LegendRow] = if has_legend { &scene.legend } else { &[] };
        // Marks are no larger than usual, so the legend takes no more than the space left for it.
        let lines = LineScale::whole(scene.unit / unit);
        let rows = legend_to_scale(rows, scene.mark_unit / unit, |_| lines);
        let taken = place(&rows, Point::default()).extent;
        tries += 1;
        if (taken.x <= reserved.x && taken.y <= reserved.y) || tries == MAX_TRIES {
            let legend = place(&rows, legend_rect(by_hand, free, taken).min);
            return (fitted, legend);
        }
        reserved = Point::new(reserved.x.max(taken.x), reserved.y.max(SPARE * taken.y));
    }
}
