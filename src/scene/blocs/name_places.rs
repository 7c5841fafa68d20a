//! The places at which the name of a bloc may stand: among or beside its nations, and clearly nearer to these than to
//! others.

use crate::model::{Point, Rect};
use crate::scene::hull_area::Blob;
use crate::scene::labels::BoxGrid;
use crate::scene::lines::segment::length_in_rect;
use crate::scene::nations::indices_by_id;
use crate::scene::{Label, LabelOwner, NationMark, Options, TieMark};

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

/// The number of places that are tried along each side of the bloc.
const STEPS: u16 = 56;
/// How far a crossing tie counts, at unit 1.
const CROSSED: f32 = 14.0;
/// How many times the distance to the nearest nation counts against that to the middle of the bloc.
const BESIDE: f32 = 2.0;
/// The number of places of which the lines across them are counted.
const MOST_COMPARED: usize = 24;
/// How wide the cells are in which boxes are looked up, at unit 1.
const CELL: f32 = 60.0;

/// What the place of a bloc's name depends on.
pub(super) struct NamePlaces<'a> {
    nations: &'a [NationMark],
    options: &'a Options,
    /// What names keep off: marks and labels.
    boxes: Vec<Rect>,
    grid: BoxGrid,
    /// The names of other blocs among them, and the distance at which two side by side don't read as one.
    names: Vec<Rect>,
    apart: f32,
    /// The marks and names of nations, by their indices.
    owned: Vec<(usize, Rect)>,
    /// The segments of the lines that names keep off if they can.
    segments: Vec<[Point; 2]>,
    /// The areas in which names stand, in turn.
    frames: Vec<Option<Rect>>,
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
        let marks: Vec<Rect> = owned.iter().map(|(_, area)| *area).collect();
        owned.extend(labels.iter().filter_map(name));
        let extent = owned.iter().fold(Rect::NOTHING, |all, (_, area)| all.union(area));
        let flat = lines.iter().map(|tie| tie.curve.flatten(2.0 * options.unit));
        let segments = flat.flat_map(|points| {
            points.windows(2).map(|ends| [ends[0], ends[1]]).collect::<Vec<_>>()
        });
        let segments = segments.collect();
        let grid = BoxGrid::new(&extent, CELL * options.unit);
        let frames = frames(&extent, options);
        let (boxes, names) = (Vec::new(), Vec::new());
        let mut places =
            Self { nations, options, boxes, grid, names, apart, owned, segments, frames };
        marks.into_iter().chain(labels.iter().map(|label| label.bounds)).for_each(|area| {
            places.take(area);
        });
        places
    }

    /// Takes the room of a label.
    pub(super) fn take(&mut self, area: Rect) {
        self.grid.insert(self.boxes.len() as u32, &area);
        self.boxes.push(area);
    }

    /// Takes the room of the name of a bloc.
    pub(super) fn take_name(&mut self, area: Rect) {
        self.take(area);
        self.names.push(area);
    }

    /// The areas in which names stand, in turn; `None` stands for any.
    pub(super) fn frames(&self) -> &[Option<Rect>] {
        &self.frames
    }

    /// The best place for the name of a bloc of these nations in an area: which of its shapes, and its box.
    pub(super) fn best(
        &self,
        (members, frame): (&[usize], Option<Rect>),
        extents: &[Point],
        clearance: Clearance,
    ) -> Option<(usize, Rect)> {
        let clearance = clearance.scaled(self.options.unit);
        let centers = || members.iter().map(|member| self.nations[*member].center);
        let sum = centers().fold(Point::default(), |sum, center| sum + center);
        let middle = sum * (members.len().max(1) as f32).recip();
        let reach = centers().fold(Rect::NOTHING, |all, center| all.including(center));
        let mut places = Vec::new();
        for (shape, extent) in extents.iter().enumerate() {
            let area = |center: Point| Rect::centered(center, extent.x, extent.y);
            let free = tried(&reach.expanded(clearance.reach), *extent).map(area);
            let free = free.filter(|area| self.is_free(area, frame, clearance.gap));
            places.extend(free.filter_map(|area| {
                let distance = self.distance_to_own(members, &area, clearance.clearly)?;
                Some((BESIDE * distance + area.center().distance(middle), shape, area))
            }));
        }
        places.sort_by(|a, b| a.0.total_cmp(&b.0));
        let compared = places.into_iter().take(MOST_COMPARED).map(|(cost, shape, area)| {
            let crosses = |ends: &&[Point; 2]| length_in_rect(ends[0], ends[1], &area) > 0.0;
            let crossed = self.segments.iter().filter(crosses).count() as f32;
            (cost + CROSSED * self.options.unit * crossed, shape, area)
        });
        let best = compared.min_by(|a, b| a.0.total_cmp(&b.0))?;
        Some((best.1, best.2))
    }

    fn is_free(&self, area: &Rect, frame: Option<Rect>, gap: f32) -> bool {
        let is_within = frame.is_none_or(|frame| frame.holds(area));
        let is_taken = self.options.taken.is_some_and(|taken| taken.intersects(area));
        let spaced = area.expanded(gap);
        let meets = |index: u32| self.boxes[index as usize].intersects(&spaced);
        let wide = Rect::centered(area.center(), area.width() + 2.0 * self.apart, area.height());
        let is_beside_none = self.names.iter().all(|name| !name.intersects(&wide));
        is_within && !is_taken && is_beside_none && !self.grid.any_near(&spaced, meets)
    }

    /// The distance from a box to the nearest mark or name of these nations, where those of others are clearly farther.
    fn distance_to_own(&self, members: &[usize], area: &Rect, clearly: f32) -> Option<f32> {
        let (mut own, mut others) = (f32::INFINITY, f32::INFINITY);
        for (nation, other) in &self.owned {
            let gap = Blob::area(*area).gap_to(&Blob::area(*other));
            let least = if members.binary_search(nation).is_ok() { &mut own } else { &mut others };
            *least = least.min(gap);
        }
        (own + clearly <= others).then_some(own)
    }
}

/// The areas in which names stand, in turn: that of a page; on the canvas that around the nations, which is in view where
/// a map is fitted, and then any.
fn frames(extent: &Rect, options: &Options) -> Vec<Option<Rect>> {
    /// How far around nations and names all is in view, at text unit 1: less than the margin of a fitted map.
    const IN_VIEW: f32 = 17.0;
    let around = Some(extent.expanded(IN_VIEW * options.text_unit));
    options.frame.map_or_else(|| vec![around, None], |frame| vec![Some(frame)])
}

/// The centres of a name that are tried: a lattice over the area of the bloc, and beyond it by half the name.
fn tried(area: &Rect, extent: Point) -> impl Iterator<Item = Point> + use<> {
    let (min, max) = (area.min - extent * 0.5, area.max + extent * 0.5);
    let step = (max - min) * (1.0 / f32::from(STEPS));
    (0..=STEPS).flat_map(move |row| {
        let at = move |column: u16| Point::new(f32::from(column) * step.x, f32::from(row) * step.y);
        (0..=STEPS).map(move |column| min + at(column))
    })
}
