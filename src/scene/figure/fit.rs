//! Fits the map into an area of a page: at its own positions if all names can be read there, else with
//! nations moved so that every name has space.

use super::measure::{ScaleLimits, at_least, beyond, centered, overlaps, scale_that_fits, touches};
use super::placement::{PlaceNations, PlacementRequest};
use crate::model::{Map, Point, Rect};
use crate::scene::blocs::{MapBlocs, shown_blocs};
use crate::scene::build::build_with_blocs;
use crate::scene::labels::note_footprints;
use crate::scene::ties::TieWeights;
use crate::scene::{LineUnits, Options, Positions, Scene, hulls, nations};
use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::Rc;

/// The maximum magnification of the distances between nations against that of marks, or against their usual
/// size where they are smaller.
const MAX_SCALE: f32 = 3.125;

/// The maximum magnification of marks, type and lines of a small map on a large page: names stay smaller than
/// the title.
const MAX_GROWTH: f32 = 1.6;

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

/// How a map may be fitted.
#[derive(Clone, Copy)]
pub(super) struct Fitting<'a> {
    /// How the map is drawn; its sizes are the usual ones of the page.
    pub(super) options: Options,
    /// The largest ratio of the scales along both axes, from 1.
    pub(super) max_stretch: f32,
    /// Moves nations apart.
    pub(super) place_nations: PlaceNations,
    /// The blocs of the map.
    pub(super) blocs: &'a MapBlocs<'a>,
}

/// A map that is fitted into an area.
pub(super) struct FittedMap {
    pub(super) scene: Scene,
    /// The scales along both axes.
    pub(super) scale: Point,
    /// The size of 1 unit of type.
    pub(super) text_unit: f32,
}

impl FittedMap {
    /// Whether its type is at most a step smaller than that of another, with no more left out.
    pub(super) fn is_nearly_as_legible_as(&self, other: &Self) -> bool {
        const LEAST: f32 = STEP * 0.99;
        let (own, others) = (self.scene.left_out, other.scene.left_out);
        self.text_unit >= LEAST * other.text_unit
            && own.names <= others.names
            && own.tie_labels <= others.tie_labels
            && own.blocs <= others.blocs
    }
}

/// Builds the scene as large as fits into an area, without the part of it that a legend takes.
pub(super) fn fit_map(map: &Map, free: Rect, legend: Rect, fitting: Fitting<'_>) -> FittedMap {
    let world = Positions::of(map);
    let as_it_lies = Point::new(1.0, 1.0);
    let tolerated = overlaps(&world, as_it_lies, &footprints(map, 1.0, 1.0));
    let Fitting { options, max_stretch, place_nations, blocs } = fitting;
    let gap = 10.0 * options.unit;
    let has_legend = legend.width() > 0.0;
    let options = Options { taken: has_legend.then(|| legend.expanded(gap)), ..options };
    let measured = RefCell::default();
    let shown = shown_blocs(map, blocs, &world);
    let weights = TieWeights::by_rank(map, blocs).with_grounds(map, &shown, options.numbers);
    let fit = Fit {
        map,
        world,
        blocs,
        weights,
        tolerated,
        options,
        max_stretch,
        place_nations,
        measured,
    };
    let covers_legend = |drawn: &Drawn| has_legend && touches(&drawn.scene, &legend.expanded(gap));
    let whole = fit.readable_as_it_lies(free);
    if let Some(whole) = whole.as_ref().filter(|draft| !covers_legend(draft)) {
        let finished = fit.finished(whole);
        if finished.is_legible(&options) && !covers_legend(&finished) {
            return finished.fitted();
        }
    }
    let areas = if has_legend { areas_beside(free, legend, gap) } else { Vec::new() };
    let unmoved = |area| (area, fit.readable_as_it_lies(area));
    let beside: Vec<(Rect, Option<Drawn>)> = areas.into_iter().map(unmoved).collect();
    // Nations are moved off the legend only where they have to be moved in any case.
    if has_legend && beside.iter().all(|(_, draft)| draft.is_none()) {
        let clear = gap + fit.hull_margin();
        let around = fit.finished(&fit.with_nations_moved(free, Some(legend.expanded(clear))));
        if around.scene.left_out.names == 0 && !covers_legend(&around) {
            return around.fitted();
        }
    }
    let readable = |(area, draft): (Rect, Option<Drawn>)| {
        draft.unwrap_or_else(|| fit.with_legible_names(area))
    };
    let mut drafts = beside.into_iter().map(readable);
    let first = drafts.next().unwrap_or_else(|| readable((free, whole)));
    fit.best_of(first, drafts.collect()).fitted()
}

/// The footprints of the nations, then those of the text notes, which move with the nations around them.
fn footprints(map: &Map, unit: f32, text_unit: f32) -> Vec<Rect> {
    let mut footprints = nations::footprints_at(map, unit, text_unit);
    footprints.extend(note_footprints(map, unit, text_unit));
    footprints
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
    /// The blocs found in the ties.
    blocs: &'a MapBlocs<'a>,
    /// How much each tie tells.
    weights: TieWeights,
    /// The number of pairs of footprints that overlap in the map itself, at 100 %.
    tolerated: usize,
    options: Options,
    max_stretch: f32,
    place_nations: PlaceNations,
    /// The footprints by the sizes of marks and names: the same sizes are tried again and again.
    measured: RefCell<BTreeMap<[u32; 2], Rc<[Rect]>>>,
}

/// The positions of the nations on the page, and the sizes of everything.
#[derive(Clone)]
struct Arrangement {
    positions: Positions,
    options: Options,
    scale: Point,
}

/// A scene built for an arrangement.
struct Drawn {
    scene: Scene,
    arrangement: Arrangement,
}

impl Drawn {
    /// Whether no name is left out and all can be read.
    fn is_legible(&self, options: &Options) -> bool {
        self.arrangement.options.text_unit >= LEGIBLE * options.unit
            && self.scene.left_out.names == 0
    }

    /// Whether it leaves out fewer names than another, or has larger type, or then larger distances.
    fn is_better_than(&self, other: &Self) -> bool {
        let (own, others) = (self.scene.left_out.names, other.scene.left_out.names);
        let sizes = |Self { arrangement, .. }: &Self| {
            let scale = arrangement.scale;
            (arrangement.options.text_unit, scale.x * scale.y)
        };
        own < others || (own == others && sizes(self) > sizes(other))
    }

    fn fitted(self) -> FittedMap {
        let Arrangement { options, scale, .. } = self.arrangement;
        FittedMap { scene: self.scene, scale, text_unit: options.text_unit }
    }
}

impl Fit<'_> {
    /// How far hulls reach beyond the footprints of their members.
    fn hull_margin(&self) -> f32 {
        let nations = nations::nation_marks(self.map, &self.world, &self.options);
        let hulls = hulls::hull_marks(self.map, &nations, &self.options);
        hulls.iter().map(|hull| hull.margin.max(hull.name_margin)).fold(0.0, f32::max)
    }

    /// The draft with nations at their own positions if its names can be read.
    fn readable_as_it_lies(&self, area: Rect) -> Option<Drawn> {
        // Where type would be too small nothing needs to be drawn to know it.
        let disc_size = self.largest_legible_disc(area)?;
        let draft = self.draft(area, |fit, area| fit.unmoved(area, disc_size));
        draft.is_legible(&self.options).then_some(draft)
    }

    /// The better one of two drafts: with nations at their own positions, and with nations moved.
    fn with_legible_names(&self, area: Rect) -> Drawn {
        let moved = self.with_nations_moved(area, None);
        let unmoved = self.at_own_positions(area);
        if moved.is_better_than(&unmoved) { moved } else { unmoved }
    }

    /// The draft with nations moved so that all names have space, off the part of the area that is taken; with
    /// nations at their own positions where that isn't possible.
    fn with_nations_moved(&self, area: Rect, taken: Option<Rect>) -> Drawn {
        let arrange =
            |fit: &Self, area| fit.moved(area, taken).unwrap_or_else(|| fit.unmoved(area, 1.0));
        self.draft(area, arrange)
    }

    /// The best of several drafts, finished.
    fn best_of(&self, first: Drawn, others: Vec<Drawn>) -> Drawn {
        let better =
            |best: Drawn, next: Drawn| if next.is_better_than(&best) { next } else { best };
        let (mut best, mut left) = (first, Vec::new());
        for draft in others {
            let (good, bad) =
                if draft.is_better_than(&best) { (draft, best) } else { (best, draft) };
            best = good;
            left.push(bad);
        }
        let finished = self.finished(&best);
        if finished.scene.left_out.names <= best.scene.left_out.names {
            return finished;
        }
        // Names of groups give way to texts along ties, of which a draft knows nothing.
        left.iter().map(|draft| self.finished(draft)).fold(finished, better)
    }

    /// A draft with all that it leaves to the end: texts along ties, and words.
    fn finished(&self, draft: &Drawn) -> Drawn {
        let Arrangement { positions, options, scale } = draft.arrangement.clone();
        let options = Options { tie_labels: true, words: self.options.words, ..options };
        let scene = build_with_blocs(self.map, self.blocs, &positions, &options);
        Drawn { scene, arrangement: Arrangement { positions, options, scale } }
    }

    /// The draft with nations at their own positions, with discs as large as leaves all names legible if any size
    /// does.
    fn at_own_positions(&self, area: Rect) -> Drawn {
        let disc_size = self.largest_legible_disc(area).unwrap_or(1.0);
        self.draft(area, |fit, area| fit.unmoved(area, disc_size))
    }

    /// The largest size of discs relative to names with which nations at their own positions have legible names.
    fn largest_legible_disc(&self, area: Rect) -> Option<f32> {
        let least = LEGIBLE * self.options.unit;
        let leaves_legible =
            |disc_size: &f32| self.unmoved(area, *disc_size).options.text_unit >= least;
        DISC_SIZES.into_iter().find(leaves_legible)
    }

    /// Drafts the scene in an area, again in a smaller one as long as curves leave the area.
    fn draft(&self, area: Rect, arrange: impl Fn(&Self, Rect) -> Arrangement) -> Drawn {
        let area = at_least(area, 20.0);
        let mut inner = area;
        let mut tries = 0;
        loop {
            let Arrangement { positions, mut options, scale } = arrange(self, inner);
            options.frame = Some(area);
            options.lines = Some(self.lines_that_fit(&positions, &options, area));
            (options.tie_labels, options.words) = (false, false);
            let scene = build_with_blocs(self.map, self.blocs, &positions, &options);
            let over = beyond(&scene.bounds, &area);
            let next = Rect::new(inner.min + over.min, inner.max - over.max);
            let leaves = over.min.x + over.min.y + over.max.x + over.max.y > 1.0;
            tries += 1;
            if !leaves || tries == 4 || next.width() < 20.0 || next.height() < 20.0 {
                let arrangement = Arrangement { positions, options, scale };
                return Drawn { scene, arrangement };
            }
            inner = next;
        }
    }

    /// The widths of lines that don't cover an area. Where discs are drawn smaller than names and most lines thinner,
    /// those of rare ties are as strong as the names: they are what a crowded map has to tell.
    fn lines_that_fit(&self, positions: &Positions, options: &Options, area: Rect) -> LineUnits {
        let page = area.width() * area.height();
        let mut lines = self.weights.lines_that_fit(self.map, positions, options.unit, page);
        if lines.are_thinned() || self.weights.has_grounds() {
            lines.full = lines.full.max(options.text_unit);
        }
        lines
    }

    /// The nations at their own positions, at the largest sizes at which no more footprints overlap
    /// than in the map itself. Discs have a size relative to names.
    fn unmoved(&self, area: Rect, disc_size: f32) -> Arrangement {
        let area = area.expanded(-ROUNDING);
        let mut shrink = MAX_GROWTH;
        loop {
            let unit = self.options.unit * shrink * disc_size;
            let text_unit = self.options.unit * f32::max(shrink, MIN_TEXT);
            let footprints = self.footprints(unit, text_unit);
            let limits = self.limits(unit.max(self.options.unit));
            let scale = scale_that_fits(&self.world, &footprints, area, limits);
            // What is magnified is magnified as a whole: marks never grow more than distances.
            if shrink > 1.0 && scale.x.min(scale.y) < unit {
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
    fn moved(&self, area: Rect, taken: Option<Rect>) -> Option<Arrangement> {
        let mut shrink = 1.0;
        while shrink >= MIN_TEXT {
            for disc_size in DISC_SIZES {
                let text_unit = self.options.unit * shrink;
                let unit = text_unit * disc_size;
                let footprints = self.footprints(unit, text_unit);
                let filled: f32 = footprints.iter().map(|area| area.width() * area.height()).sum();
                if filled > MAX_FILLED * area.width() * area.height() {
                    continue;
                }
                let limits = self.limits(self.options.unit);
                let scale = scale_that_fits(&self.world, &footprints, area, limits);
                let preferred = centered(&self.world, scale, &footprints, area);
                let area = area.expanded(-ROUNDING);
                let wanted = preferred.all_points();
                let request =
                    PlacementRequest { preferred: &wanted, footprints: &footprints, area, taken };
                if let Some(points) = (self.place_nations)(&request) {
                    let positions = preferred.moved_to(&points);
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

    /// The footprints for marks and names of some size.
    fn footprints(&self, unit: f32, text_unit: f32) -> Rc<[Rect]> {
        let mut measured = self.measured.borrow_mut();
        let footprints = || footprints(self.map, unit, text_unit).into();
        let sizes = [unit.to_bits(), text_unit.to_bits()];
        Rc::clone(measured.entry(sizes).or_insert_with(footprints))
    }

    /// The limits of the scale where marks have a size.
    fn limits(&self, unit: f32) -> ScaleLimits {
        ScaleLimits { scale: MAX_SCALE * unit, stretch: self.max_stretch }
    }

    /// The options at other sizes.
    fn sized(&self, unit: f32, text_unit: f32) -> Options {
        Options { unit, text_unit, ..self.options }
    }
}
