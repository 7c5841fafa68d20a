//! The places at which the name of a bloc may stand: among or beside its nations, and clearly nearer to these than to
//! others.

use crate::model::{Point, Rect};
use crate::scene::hull_area::Blob;
use crate::scene::lines::segment::length_in_rect;
use crate::scene::nations::indices_by_id;
use crate::scene::{FreeView, Label, LabelOwner, NationMark, Options, TieMark};

/// How far a name keeps from what isn't its own, at unit 1.
#[derive(Clone, Copy, Debug)]
pub(super) struct Clearance {
    /// The distance from a mark or a label.
    gap: f32,
    /// How much farther than the nations of its own bloc others are.
    clearly: f32,
    /// How far beyond the outermost nations it may stand.
    reach: f32,
}

impl Clearance {
    /// Where there is room.
    pub(super) const USUAL: Self = Self { gap: 3.0, clearly: 6.0, reach: 30.0 };
    /// Where there is little.
    pub(super) const LITTLE: Self = Self { gap: 1.0, clearly: 0.5, reach: 90.0 };

    fn scaled(self, unit: f32) -> Self {
        Self { gap: self.gap * unit, clearly: self.clearly * unit, reach: self.reach * unit }
    }
}

/// The number of rows of places that are tried, and how many places a row that is free as a whole has.
const ROWS: u16 = 112;
const COLUMNS: f32 = 56.0;
/// How far a crossing tie counts, at unit 1.
const CROSSED: f32 = 24.0;
/// How many times the distance to the nearest nation counts against that to the middle of the bloc.
const BESIDE: f32 = 2.0;
/// Among how many of the nearest nations those of others are counted, how far each counts at unit 1, and how far that
/// the nearest is one.
const NEAREST: usize = 8;
const STRANGER: f32 = 30.0;
const NEAREST_STRANGER: f32 = 90.0;
/// How far a name stands at least from any mark or name where it isn't tight, at text unit 1, and how far it counts, at
/// unit 1, where it touches one.
const ROOMY: f32 = 7.0;
const TIGHT: f32 = 90.0;
/// How far it counts at unit 1 that a name on the canvas stands above all nations, where the heading may cover it.
const ABOVE: f32 = 120.0;

/// What the place of a bloc's name depends on.
pub(super) struct NamePlaces<'a> {
    nations: &'a [NationMark],
    options: &'a Options,
    /// What names keep off: marks and labels.
    boxes: Vec<Rect>,
    /// The names of other blocs among them, and the distance at which two side by side don't read as one.
    names: Vec<Rect>,
    apart: f32,
    /// The marks of nations, by their indices, and then their names.
    owned: Vec<(usize, Rect)>,
    /// How many of them are marks.
    marks: usize,
    /// The lines that names keep off if they can.
    lines: Vec<Vec<Point>>,
    /// The areas in which names stand, in turn.
    frames: Vec<Option<Rect>>,
    /// The area of all nations and their names.
    extent: Rect,
    /// What something covers that floats above the map.
    covered: Vec<Rect>,
}

impl<'a> NamePlaces<'a> {
    pub(super) fn of(
        nations: &'a [NationMark],
        (labels, lines): (&[Label], &[&TieMark]),
        apart: f32,
        options: &'a Options,
    ) -> Self {
        let marks = nations.iter().enumerate().filter(|(_, mark)| mark.is_drawn());
        let mut owned: Vec<(usize, Rect)> =
            marks.map(|(index, mark)| (index, mark.bounds())).collect();
        let index_of = indices_by_id(nations);
        let name = |label: &Label| match label.owner {
            LabelOwner::Nation(id) => Some((*index_of.get(&id)?, label.bounds)),
            _ => None,
        };
        let marks = owned.len();
        let boxes = owned.iter().map(|(_, area)| *area);
        let boxes = boxes.chain(labels.iter().map(|label| label.bounds)).collect();
        owned.extend(labels.iter().filter_map(name));
        let extent = owned.iter().fold(Rect::NOTHING, |all, (_, area)| all.union(area));
        let lines = lines.iter().map(|tie| tie.curve.flatten(2.0 * options.unit)).collect();
        let frames = frames(&extent, options);
        Self {
            nations,
            options,
            boxes,
            names: Vec::new(),
            apart,
            owned,
            marks,
            lines,
            frames,
            extent,
            covered: Vec::new(),
        }
    }

    /// The places alone that are seen on the canvas, where nothing covers them.
    pub(super) fn in_view(self, view: &FreeView) -> Self {
        // No rounding brings a name beyond an edge.
        let hair = 0.1 * self.options.text_unit;
        let covered = view.covered.iter().filter(|area| !area.is_nothing());
        let covered = covered.map(|area| area.expanded(hair)).collect();
        Self { frames: vec![Some(view.seen.expanded(-hair))], covered, ..self }
    }

    /// Takes the room of the name of a bloc.
    pub(super) fn take_name(&mut self, area: Rect) {
        self.boxes.push(area);
        self.names.push(area);
    }

    /// The areas in which names stand, in turn; `None` stands for any.
    pub(super) fn frames(&self) -> &[Option<Rect>] {
        &self.frames
    }

    /// The best place for the name of a bloc of these nations in an area, if it costs less than a bound: what it costs,
    /// which of the name's shapes stands there, and its box.
    ///
    /// A place costs the more the farther it is from the middle of the bloc and from its nations, the more of those
    /// around it are others, and the more lines cross it. All is measured as a distance, at unit 1.
    pub(super) fn best(
        &self,
        (members, frame): (&[usize], Option<Rect>),
        extents: &[Point],
        clearance: Clearance,
        bound: f32,
    ) -> Option<(f32, usize, Rect)> {
        let unit = self.options.unit;
        let clearance = clearance.scaled(unit);
        let centers = || members.iter().map(|member| self.nations[*member].center);
        let sum = centers().fold(Point::default(), |sum, center| sum + center);
        let middle = sum * (members.len().max(1) as f32).recip();
        let reach = centers().fold(Rect::NOTHING, |all, center| all.including(center));
        let reach = reach.expanded(clearance.reach);
        let mut places: Vec<(f32, usize, Rect)> = Vec::new();
        for (shape, extent) in extents.iter().enumerate() {
            let free = self.free((&reach, frame), *extent, middle, clearance.gap);
            let is_above =
                |area: &Rect| self.options.frame.is_none() && area.min.y < self.extent.min.y;
            let above = |area: &Rect| if is_above(area) { ABOVE } else { 0.0 };
            let cost = |area: &Rect| area.center().distance(middle) / unit + above(area);
            places.extend(free.into_iter().map(|area| (cost(&area), shape, area)));
        }
        places.sort_by(|a, b| a.0.total_cmp(&b.0));
        let (mut best, mut least) = (None, bound);
        for (cost, shape, area) in places {
            if cost >= least {
                break;
            }
            let Some(beside) = self.beside(members, &area, clearance.clearly) else { continue };
            let cost = cost + beside;
            if cost < least {
                let cost = cost + self.crossed(&area);
                if cost < least {
                    (best, least) = (Some((cost, shape, area)), cost);
                }
            }
        }
        best
    }

    /// Boxes of an extent that overlap nothing: in rows over an area and beyond it by half of the extent, and in each
    /// row from end to end of what is free, and as near to the middle as can be.
    fn free(
        &self,
        (reach, frame): (&Rect, Option<Rect>),
        extent: Point,
        middle: Point,
        gap: f32,
    ) -> Vec<Rect> {
        let half = extent * 0.5;
        let (mut min, mut max) = (reach.min - half, reach.max + half);
        if let Some(frame) = frame {
            let (low, high) = (frame.min + half, frame.max - half);
            min = Point::new(min.x.max(low.x), min.y.max(low.y));
            max = Point::new(max.x.min(high.x), max.y.min(high.y));
        }
        let spaced = self.boxes.iter().map(|area| area.expanded(gap));
        let beside = |name: &Rect| {
            Rect::centered(name.center(), name.width() + 2.0 * self.apart, name.height())
        };
        let taken = spaced.chain(self.names.iter().map(beside)).chain(self.options.taken);
        let taken = taken.chain(self.covered.iter().copied());
        // No middle of a name may lie in these.
        let around = |area: Rect| Rect::new(area.min - half, area.max + half);
        let seen = Rect::new(min, max);
        let taken: Vec<Rect> = taken.map(around).filter(|area| area.intersects(&seen)).collect();
        let step = Point::new((max.x - min.x) / COLUMNS, (max.y - min.y) / f32::from(ROWS));
        let mut all = Vec::new();
        for row in (0..=ROWS).filter(|_| min.x <= max.x && min.y <= max.y) {
            let y = min.y + f32::from(row) * step.y;
            for [from, to] in free_in_row(&taken, y, [min.x, max.x]) {
                let parts =
                    ((to - from) / step.x.max(f32::MIN_POSITIVE)).floor().clamp(1.0, COLUMNS);
                let along =
                    (0..=parts as u16).map(|part| from + (to - from) * f32::from(part) / parts);
                let nearest = (from < to).then(|| middle.x.clamp(from, to));
                let centers = along.chain(nearest).map(|x| Point::new(x, y));
                all.extend(centers.map(|center| Rect::centered(center, extent.x, extent.y)));
            }
        }
        all
    }

    /// What a place costs for the nations around it, if those of the bloc are clearly nearer than others.
    fn beside(&self, members: &[usize], area: &Rect, clearly: f32) -> Option<f32> {
        let (mut own, mut others) = (f32::INFINITY, f32::INFINITY);
        let mut marks: Vec<(f32, bool)> = Vec::with_capacity(self.marks);
        for (index, (nation, other)) in self.owned.iter().enumerate() {
            let gap = Blob::area(*area).gap_to(&Blob::area(*other));
            let is_own = members.binary_search(nation).is_ok();
            let least = if is_own { &mut own } else { &mut others };
            *least = least.min(gap);
            if index < self.marks {
                marks.push((gap, is_own));
            }
        }
        if own + clearly > others {
            return None;
        }
        let near = NEAREST.min(members.len()).min(marks.len());
        if near < marks.len() {
            marks.select_nth_unstable_by(near, |a, b| a.0.total_cmp(&b.0));
        }
        let near = &marks[..near];
        let strangers = near.iter().filter(|(_, is_own)| !is_own).count() as f32;
        let nearest = near.iter().min_by(|a, b| a.0.total_cmp(&b.0));
        let is_strange = nearest.is_some_and(|(_, is_own)| !is_own);
        let nearest = if is_strange { NEAREST_STRANGER } else { 0.0 };
        let tight = 1.0 - own.min(others) / (ROOMY * self.options.text_unit);
        let tight = TIGHT * tight.clamp(0.0, 1.0);
        Some(BESIDE * own / self.options.unit + STRANGER * strangers + nearest + tight)
    }

    /// What a place costs for the lines across it.
    fn crossed(&self, area: &Rect) -> f32 {
        let crosses = |line: &&Vec<Point>| {
            line.windows(2).any(|ends| {
                let around = Rect::NOTHING.including(ends[0]).including(ends[1]);
                let is_near = around.expanded(f32::MIN_POSITIVE).intersects(area);
                is_near && length_in_rect(ends[0], ends[1], area) > 0.0
            })
        };
        CROSSED * self.lines.iter().filter(crosses).count() as f32
    }
}

/// What is free of a row: between its ends, without the insides of some boxes.
fn free_in_row(taken: &[Rect], y: f32, [mut from, to]: [f32; 2]) -> Vec<[f32; 2]> {
    let mut spans: Vec<[f32; 2]> = taken
        .iter()
        .filter(|area| area.min.y < y && y < area.max.y)
        .map(|area| [area.min.x, area.max.x])
        .collect();
    spans.sort_by(|a, b| a[0].total_cmp(&b[0]));
    let mut free = Vec::new();
    for [start, end] in spans {
        if from <= start.min(to) {
            free.push([from, start.min(to)]);
        }
        from = from.max(end);
    }
    if from <= to {
        free.push([from, to]);
    }
    free
}

/// The areas in which names stand, in turn: that of a page; on the canvas that around the nations, which is in view where
/// a map is fitted, and then any.
fn frames(extent: &Rect, options: &Options) -> Vec<Option<Rect>> {
    /// How far around nations and names all is in view, at text unit 1: less than the margin of a fitted map.
    const IN_VIEW: f32 = 17.0;
    let around = Some(extent.expanded(IN_VIEW * options.text_unit));
    options.frame.map_or_else(|| vec![around, None], |frame| vec![Some(frame)])
}
