//! Fits the map into an area of a page: at its own positions if all names can be read there, else with
//! nations moved so that every name has space.

use super::measure::{at_least, beyond, centered, overlaps, scale_that_fits, thinning, touches};
use super::placement::{PlaceNations, PlacementRequest};
use crate::model::{Map, Point, Rect};
use crate::scene::{Options, Positions, Scene, build, nations};

/// The maximum magnification of the distances between nations, at unit 1.
const MAX_SCALE: f32 = 1.6;

/// The maximum magnification of marks, type and lines of a small map on a large page.
const MAX_GROWTH: f32 = 2.0;

/// Names are legible from this fraction of their usual size. If all are, nations stay at their positions.
const LEGIBLE: f32 = 0.85;

/// The minimum type size as a fraction of the usual one.
const MIN_TEXT: f32 = 0.45;

/// The factor from one size that is tried to the next.
const STEP: f32 = 0.93;

/// The sizes of discs relative to names that are tried in turn.
const DISC_SIZES: [f32; 4] = [1.0, 0.8, 0.64, 0.5];

/// Footprints that fill more than this fraction of the area aren't tried.
const MAX_FILLED: f32 = 0.44;

/// A margin for rounding.
const ROUNDING: f32 = 0.5;

/// Builds the scene as large as fits into an area, without the part of it that a legend takes.
pub(super) fn fit_map(
    map: &Map,
    free: Rect,
    legend: Rect,
    options: &Options,
    place_nations: PlaceNations,
) -> Scene {
    let world = Positions::of(map);
    let tolerated = overlaps(&world, 1.0, &nations::footprints_at(map, 1.0, 1.0));
    let fit = Fit { map, world, tolerated, options: *options, place_nations };
    let gap = 10.0 * options.unit;
    let has_legend = legend.width() > 0.0;
    let whole = fit.drawn(free, Fit::unmoved);
    if whole.is_legible(options) && !(has_legend && touches(&whole.scene, &legend.expanded(gap))) {
        return whole.scene;
    }
    let fitted = |area| fit.with_legible_names(area, fit.drawn(area, Fit::unmoved));
    let beside = if has_legend { areas_beside(free, legend, gap) } else { Vec::new() };
    let best = beside
        .into_iter()
        .map(fitted)
        .reduce(|best, next| if next.is_better_than(&best) { next } else { best });
    best.unwrap_or_else(|| fit.with_legible_names(free, whole)).scene
}

/// The areas to the right of a legend, to its left, below and above it, as far as there are any.
fn areas_beside(free: Rect, legend: Rect, gap: f32) -> Vec<Rect> {
    /// The least width or height of an area, as a fraction of the whole.
    const LEAST: f32 = 0.1;
    let from = |x, y| Rect::new(Point::new(x, y), free.max);
    let to = |x, y| Rect::new(free.min, Point::new(x, y));
    let mut areas = vec![
        from(legend.max.x + gap * 1.6, free.min.y),
        to(legend.min.x - gap * 1.6, free.max.y),
        from(free.min.x, legend.max.y + gap),
        to(free.max.x, legend.min.y - gap),
    ];
    areas.retain(|area| {
        area.width() > LEAST * free.width() && area.height() > LEAST * free.height()
    });
    areas
}

/// A map that is to be fitted.
struct Fit<'a> {
    map: &'a Map,
    world: Positions,
    /// The number of pairs of footprints that overlap in the map itself, at 100 %.
    tolerated: usize,
    options: Options,
    place_nations: PlaceNations,
}

/// The positions of the nations on the page, and the sizes of everything.
struct Arrangement {
    positions: Positions,
    options: Options,
    scale: f32,
}

/// A scene built for an arrangement.
struct Drawn {
    scene: Scene,
    text_unit: f32,
    scale: f32,
}

impl Drawn {
    /// Whether no name is left out and all can be read.
    fn is_legible(&self, options: &Options) -> bool {
        self.text_unit >= LEGIBLE * options.unit && self.scene.left_out.names == 0
    }

    /// Whether it leaves out fewer names than another, or has larger type, or then larger distances.
    fn is_better_than(&self, other: &Self) -> bool {
        let (own, others) = (self.scene.left_out.names, other.scene.left_out.names);
        let sizes = |drawn: &Self| (drawn.text_unit, drawn.scale);
        own < others || (own == others && sizes(self) > sizes(other))
    }
}

impl Fit<'_> {
    /// The scene with nations at their own positions if its names can be read; else the better of that
    /// and one with nations moved.
    fn with_legible_names(&self, area: Rect, unmoved: Drawn) -> Drawn {
        if unmoved.is_legible(&self.options) {
            return unmoved;
        }
        let arrange = |fit: &Self, area| fit.moved(area).unwrap_or_else(|| fit.unmoved(area));
        let moved = self.drawn(area, arrange);
        if moved.is_better_than(&unmoved) { moved } else { unmoved }
    }

    /// Builds the scene in an area, again in a smaller one as long as curves leave the area.
    fn drawn(&self, area: Rect, arrange: impl Fn(&Self, Rect) -> Arrangement) -> Drawn {
        let area = at_least(area, 20.0);
        let mut inner = area;
        let mut tries = 0;
        loop {
            let Arrangement { positions, mut options, scale } = arrange(self, inner);
            options.frame = Some(area);
            options.line_unit *= thinning(self.map, &positions, &options, area);
            let scene = build(self.map, &positions, &options);
            let over = beyond(&scene.bounds, &area);
            let next = Rect::new(inner.min + over.min, inner.max - over.max);
            let leaves = over.min.x + over.min.y + over.max.x + over.max.y > 1.0;
            tries += 1;
            if !leaves || tries == 4 || next.width() < 20.0 || next.height() < 20.0 {
                return Drawn { scene, text_unit: options.text_unit, scale };
            }
            inner = next;
        }
    }

    /// The nations at their own positions, at the largest sizes at which no more footprints overlap
    /// than in the map itself.
    fn unmoved(&self, area: Rect) -> Arrangement {
        let mut shrink = MAX_GROWTH;
        loop {
            let unit = self.options.unit * shrink;
            let text_unit = self.options.unit * f32::max(shrink, MIN_TEXT);
            let footprints = nations::footprints_at(self.map, unit, text_unit);
            let max_scale = MAX_SCALE * unit.max(self.options.unit);
            let scale = scale_that_fits(&self.world, &footprints, area, max_scale);
            // What is magnified is magnified as a whole: marks never grow more than distances.
            if shrink > 1.0 && scale < unit {
                shrink = f32::max(shrink * STEP, 1.0);
                continue;
            }
            if shrink < 0.3 || overlaps(&self.world, scale, &footprints) <= self.tolerated {
                let positions = centered(&self.world, scale, &footprints, area);
                return Arrangement { positions, options: self.sized(unit, text_unit), scale };
            }
            shrink = if shrink > 1.0 { f32::max(shrink * STEP, 1.0) } else { shrink * STEP };
        }
    }

    /// The nations moved so that all names have space, at the largest sizes possible; `None` if there
    /// is no space at any size.
    fn moved(&self, area: Rect) -> Option<Arrangement> {
        let mut shrink = 1.0;
        while shrink >= MIN_TEXT {
            for disc_size in DISC_SIZES {
                let text_unit = self.options.unit * shrink;
                let unit = text_unit * disc_size;
                let footprints = nations::footprints_at(self.map, unit, text_unit);
                let filled: f32 = footprints.iter().map(|area| area.width() * area.height()).sum();
                if filled > MAX_FILLED * area.width() * area.height() {
                    continue;
                }
                let scale =
                    scale_that_fits(&self.world, &footprints, area, MAX_SCALE * self.options.unit);
                let preferred = centered(&self.world, scale, &footprints, area);
                let area = area.expanded(-ROUNDING);
                let request = PlacementRequest {
                    preferred: preferred.points(),
                    footprints: &footprints,
                    area,
                };
                if let Some(points) = (self.place_nations)(&request) {
                    let positions = Positions::from_points(points);
                    return Some(Arrangement {
                        positions,
                        options: self.sized(unit, text_unit),
                        scale,
                    });
                }
            }
            shrink *= STEP;
        }
        None
    }

    /// The options at other sizes.
    fn sized(&self, unit: f32, text_unit: f32) -> Options {
        Options { unit, text_unit, line_unit: unit, ..self.options }
    }
}
