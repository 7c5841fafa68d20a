//! A page whose size follows from the map: the map at 100 %, with nothing clipped.

use super::content::PageContent;
use super::few_ties::kind_lists;
use super::marginalia::Marginalia;
use super::measure::touches;
use super::options::FigureOptions;
use super::placed_page::PlacedPage;
use crate::model::{Map, Point, Rect};
use crate::scene::build::build_with_blocs;
use crate::scene::{LegendRow, Options, PlacedLegend, Positions, Scene, legend_rect};

/// The minimum width between the margins, so that a heading has space.
const MIN_WIDTH: f32 = 360.0;
/// The distance between the map and a legend in its corner or below it.
const GAP: f32 = 14.0;
/// How often the map is built again because labels at other positions reach farther than before.
const MAX_TRIES: usize = 4;

/// Places the map at 100 % and the legend in its lower left corner, or below it if the corner isn't
/// free, and makes the page as large as necessary. `None` if that exceeds the maximum size of a page.
pub(super) fn natural_size_page(
    map: &Map,
    options: &FigureOptions,
    content: &PageContent<'_>,
) -> Option<PlacedPage> {
    let (theme, numbers) = (options.theme, options.numbers);
    let drawing = Options { theme, numbers, keys: options.legend, ..Options::default() };
    let world = Positions::of(map);
    let mut scene = build_with_blocs(map, &content.blocs, &world, &drawing);
    let mut bounds = measured(&scene);
    for _ in 0..MAX_TRIES {
        let plan = Plan::new(&scene, bounds, options, content);
        if plan.page.x.max(plan.page.y) > FigureOptions::MAX_SIDE {
            return None;
        }
        // By whole units, so that the labels of the moved map get the same positions.
        let shift =
            Point::new((plan.map.x - bounds.min.x).round(), (plan.map.y - bounds.min.y).round());
        let moved = world.map(|point| point + shift);
        scene = build_with_blocs(map, &content.blocs, &moved, &drawing);
        let reached = measured(&scene).translated(Point::default() - shift);
        // Rounding may take half a unit, for which the margins have space.
        let enough = bounds.expanded(0.51);
        if enough.holds(&reached) {
            return Some(plan.placed(map, scene, options, content));
        }
        bounds = bounds.union(&reached);
    }
    None
}

/// The area that a scene covers; a point if it is empty.
fn measured(scene: &Scene) -> Rect {
    let empty = Rect::new(Point::default(), Point::default());
    if scene.bounds.is_nothing() { empty } else { scene.bounds }
}

/// The rows of the legend, if the page has one.
fn legend_of<'a>(scene: &'a Scene, options: &FigureOptions) -> &'a [LegendRow] {
    if options.legend { &scene.legend } else { &[] }
}

/// The size of the page, and the positions of its parts.
struct Plan {
    page: Point,
    /// The area between the margins.
    content: Rect,
    /// The upper left corner of the map.
    map: Point,
    /// The upper left corner of the legend.
    legend: Point,
}

/// Where a legend stands: on the map where that is free, else above or below it.
struct LegendRoom {
    /// Its upper left corner in the map, if it stands there.
    inside: Option<Point>,
    /// The space that it takes above the map.
    above: f32,
    /// The space that it takes below the map.
    below: f32,
    /// Its distance from the left of the page's content, above or below the map.
    left: f32,
    height: f32,
}

impl LegendRoom {
    /// Finds room for a legend of some extent on a page of some width between its margins.
    fn find(scene: &Scene, bounds: Rect, (width, extent): (f32, Point)) -> Self {
        let by_hand = scene.legend_place;
        // One that was put by hand may stand beside a map narrower than the page.
        let room = match by_hand {
            Some(_) => Rect::centered(bounds.center(), width, bounds.height()),
            None => bounds,
        };
        let corner = legend_rect(by_hand, room, extent);
        let has_legend = extent.y > 0.0;
        let is_inside =
            has_legend && extent.y <= bounds.height() && !touches(scene, &corner.expanded(GAP));
        let beside = if has_legend && !is_inside { extent.y + GAP } else { 0.0 };
        let is_above = by_hand.is_some_and(|place| place.y < 0.5);
        Self {
            inside: is_inside.then_some(corner.min),
            above: if is_above { beside } else { 0.0 },
            below: if is_above { 0.0 } else { beside },
            left: by_hand.map_or(0.0, |place| place.x) * (width - extent.x),
            height: extent.y,
        }
    }
}

impl Plan {
    fn new(scene: &Scene, bounds: Rect, options: &FigureOptions, content: &PageContent) -> Self {
        let legend = PlacedLegend::place(legend_of(scene, options), Point::default(), 1.0).extent;
        let width = bounds.width().max(legend.x).max(MIN_WIDTH).ceil();
        // The heights of heading and footer only depend on the width.
        let trial = Rect::new(Point::default(), Point::new(width, 1000.0));
        let mut marginalia = Marginalia::new(trial, 1.0, content.palette);
        let heading_end = marginalia.add_heading(&content.heading);
        let head = marginalia.add_joiners(content.joiners.as_ref(), heading_end);
        let foot = trial.max.y - marginalia.add_footer(&content.foot);

        let legend = LegendRoom::find(scene, bounds, (width, legend));
        let map_height = bounds.height().ceil();
        let height = head + map_height + legend.above + legend.below + foot;

        // The usual margin is a fraction of the page, including the margins on both sides.
        let usual = width.min(height) * FigureOptions::MARGIN / (1.0 - 2.0 * FigureOptions::MARGIN);
        let margin = options.margin.filter(|margin| margin.is_finite());
        let max_margin = FigureOptions::MAX_MARGIN * FigureOptions::MAX_SIDE;
        let margin = margin.unwrap_or(usual).clamp(0.0, max_margin).ceil();
        let min_side = FigureOptions::MIN_SIDE - 2.0 * margin;
        let (width, height) = (width.max(min_side), height.max(min_side));
        let origin = Point::new(margin, margin);
        let content = Rect::new(origin, origin + Point::new(width, height));
        let left = content.center().x - bounds.width() / 2.0;
        let map = Point::new(left, content.min.y + head + legend.above);
        let bottom = content.max.y - foot - legend.height;
        let beside = content.min.x + legend.left;
        let legend = match legend.inside {
            Some(corner) if scene.legend_place.is_some() => map + (corner - bounds.min),
            Some(_) => Point::new(left, bottom),
            None if legend.above > 0.0 => Point::new(beside, content.min.y + head),
            None => Point::new(beside, bottom),
        };
        Self { page: content.max + origin, content, map, legend }
    }

    fn placed(
        self,
        map: &Map,
        scene: Scene,
        options: &FigureOptions,
        content: &PageContent,
    ) -> PlacedPage {
        let mut marginalia = Marginalia::new(self.content, 1.0, content.palette);
        let heading_end = marginalia.add_heading(&content.heading);
        marginalia.add_joiners(content.joiners.as_ref(), heading_end);
        let bottom = marginalia.add_footer(&content.foot);
        let legend = PlacedLegend::place(legend_of(&scene, options), self.legend, 1.0);
        if options.legend {
            let taken = Rect::new(self.legend, self.legend + legend.extent);
            marginalia.add_few_ties(&kind_lists(map, &scene), &scene, (taken, bottom));
        }
        PlacedPage { size: self.page, scene, scale: Point::new(1.0, 1.0), legend, marginalia }
    }
}
