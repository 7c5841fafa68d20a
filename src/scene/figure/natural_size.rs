//! The page that grows around the map: the map at 100 %, and nothing of it clipped.

use super::marginalia::Furniture;
use super::{FigureOptions, Placed, Words, fit};
use crate::model::{Map, Point, Rect};
use crate::scene::legend::LegendBlock;
use crate::scene::{Options, Positions, Scene, build};

/// The least width of what stands between the margins, so that a heading has room.
const LEAST_WIDTH: f32 = 360.0;
/// Between the map and a legend in its corner, or below it.
const GAP: f32 = 14.0;
/// How often the map is built anew because labels in other places reach farther than before.
const TRIES: usize = 4;

/// Places the map at 100 %, its legend in the lower left corner where that is free and else below, and
/// makes the page as large as that needs; `None` where it would be larger than a page may be.
pub(super) fn page(map: &Map, options: &FigureOptions, text: &Words) -> Option<Placed> {
    let (theme, numbers) = (options.theme, options.numbers);
    let drawing = Options { theme, numbers, ..Options::default() };
    let world = Positions::of(map);
    let mut scene = build(map, &world, &drawing);
    let mut bounds = measured(&scene);
    for _ in 0..TRIES {
        let plan = Plan::new(&scene, bounds, options, text);
        if plan.page.x.max(plan.page.y) > FigureOptions::MAX_SIDE {
            return None;
        }
        // By whole units, so that the labels of the moved map find the same places.
        let by =
            Point::new((plan.map.x - bounds.min.x).round(), (plan.map.y - bounds.min.y).round());
        let moved = Positions::from_points(world.points().iter().map(|point| *point + by));
        scene = build(map, &moved, &drawing);
        let reached = measured(&scene).translated(Point::default() - by);
        // Half a unit is what rounding may cost; margins have room for it.
        let enough = bounds.expanded(0.51);
        if enough.holds(&reached) {
            return Some(plan.placed(scene, text));
        }
        bounds = bounds.union(&reached);
    }
    None
}

/// What a scene covers; a point where it is empty.
fn measured(scene: &Scene) -> Rect {
    let empty = Rect::new(Point::default(), Point::default());
    if scene.bounds.is_nothing() { empty } else { scene.bounds }
}

/// How large the page is, and where the map and what stands around it lie on it.
struct Plan {
    page: Point,
    content: Rect,
    /// The upper left corner of the map.
    map: Point,
    /// The upper left corner of the legend.
    legend: Point,
}

impl Plan {
    fn new(scene: &Scene, bounds: Rect, options: &FigureOptions, text: &Words) -> Self {
        let legend = LegendBlock::place(&text.legend, Point::default(), 1.0).extent;
        let width = bounds.width().max(legend.x).max(LEAST_WIDTH).ceil();
        // The heights of heading and foot depend on the width alone.
        let trial = Rect::new(Point::default(), Point::new(width, 1000.0));
        let mut furniture = Furniture::new(trial, 1.0, text.palette);
        let head = furniture.heading(&text.heading);
        let foot = trial.max.y - furniture.foot(&text.sources, text.generator);

        let corner = Rect::new(
            Point::new(bounds.min.x, bounds.max.y - legend.y),
            Point::new(bounds.min.x + legend.x, bounds.max.y),
        );
        let has_legend = legend.y > 0.0;
        let is_inside = has_legend
            && corner.min.y >= bounds.min.y
            && !fit::touches(scene, &corner.expanded(GAP));
        let below = if has_legend && !is_inside { legend.y + GAP } else { 0.0 };
        let map_height = bounds.height().ceil();
        let height = head + map_height + below + foot;

        // The margin is a part of the page, which has it at both sides.
        let usual = width.min(height) * FigureOptions::MARGIN / (1.0 - 2.0 * FigureOptions::MARGIN);
        let margin = options.margin.filter(|margin| margin.is_finite());
        let most = FigureOptions::MOST_MARGIN * FigureOptions::MAX_SIDE;
        let margin = margin.unwrap_or(usual).clamp(0.0, most).ceil();
        let least = FigureOptions::MIN_SIDE - 2.0 * margin;
        let (width, height) = (width.max(least), height.max(least));
        let origin = Point::new(margin, margin);
        let content = Rect::new(origin, origin + Point::new(width, height));
        let left = content.center().x - bounds.width() / 2.0;
        let legend_left = if is_inside { left } else { content.min.x };
        let legend_top = content.max.y - foot - legend.y;
        Self {
            page: content.max + origin,
            content,
            map: Point::new(left, content.min.y + head),
            legend: Point::new(legend_left, legend_top),
        }
    }

    fn placed(self, scene: Scene, text: &Words) -> Placed {
        let mut furniture = Furniture::new(self.content, 1.0, text.palette);
        furniture.heading(&text.heading);
        furniture.foot(&text.sources, text.generator);
        (self.page, scene, LegendBlock::place(&text.legend, self.legend, 1.0), furniture)
    }
}
