//! The nations and names that routes avoid.

use super::blocked_bends::{Bends, StraightWay};
use super::route::Route;
use crate::model::{Point, Rect};
use crate::scene::index::{Grid, GridShape};
use crate::scene::{NationMark, Options, Shape};

/// The least distance from a mark at which a line is seen to pass it by, at unit 1.
const TOUCHING: f32 = 3.0;
/// The distance from which on a mark is no longer near, at unit 1.
const NEAR: f32 = 8.0;
/// The cost of a line that is near a mark.
const NEAR_COST: f32 = 9.0;
/// The distance that lines keep from names, at unit 1.
const NAME_MARGIN: f32 = 3.0;
/// The cost of a line across a name.
const NAME_COST: f32 = 34.0;
/// A nation with more ties than this has lines around it on all sides: the more there are, the less
/// is won by keeping others off its name.
const FEW_TIES: f32 = 6.0;

/// What routes avoid. The cost of a route depends on what lies along it alone, so that a change in one
/// place of a map changes no route in another.
pub(super) struct RouteObstacles<'a> {
    nations: &'a [NationMark],
    /// The box of each nation's name.
    names: &'a [Rect],
    /// What a line across each name costs.
    name_costs: Vec<f32>,
    unit: f32,
    /// The area that no bend may lead out of, if any.
    frame: Option<Rect>,
    /// Nations by their marks and names.
    grid: Grid,
}

impl<'a> RouteObstacles<'a> {
    pub(super) fn new(
        nations: &'a [NationMark],
        names: &'a [Rect],
        routes: &[Route],
        options: &Options,
    ) -> Self {
        /// The distance of ties from the edge of the area, at unit 1.
        const EDGE: f32 = 2.0;
        let unit = options.unit;
        const MAX_SIDE: usize = 128;
        let marks = || nations.iter().filter(|mark| mark.is_drawn()).map(NationMark::bounds);
        let extent = marks().chain(names.iter().copied()).fold(Rect::NOTHING, |a, b| a.union(&b));
        let reach = NEAR * unit;
        // About one nation in each cell.
        let side = (nations.len() as f32).sqrt().ceil() as usize;
        let grid = Grid::new(extent.expanded(reach), side.min(MAX_SIDE), |add| {
            for (index, mark) in (0..).zip(nations) {
                if mark.is_drawn() {
                    add(index, &GridShape::Area(mark.bounds().expanded(reach)));
                }
                if let Some(name) = names.get(index as usize).filter(|name| !name.is_nothing()) {
                    add(index, &GridShape::Area(name.expanded(NAME_MARGIN * unit)));
                }
            }
        });
        let frame = options.frame.map(|frame| frame.expanded(-EDGE * unit));
        Self { nations, names, name_costs: name_costs(nations.len(), routes), unit, frame, grid }
    }

    /// The nations whose marks or names may lie along the curves of a way with bends between two,
    /// ascending; `None` if there are more than `most`.
    pub(super) fn along(&self, way: &StraightWay, bends: Bends, most: usize) -> Option<Vec<u32>> {
        /// In how many cells a nation is found at most where it counts once.
        const CELLS: usize = 16;
        let mut found = self.no_nations();
        let mut times = 0;
        let are_too_many = way.boxes_along(bends).any(|area| {
            self.grid.any_near(&area, |index| {
                found.insert(index);
                times += 1;
                times > CELLS * most
            })
        });
        if are_too_many {
            return None;
        }
        let met = found.ascending().filter(|index| self.may_meet(*index as usize, way, bends));
        let met: Vec<u32> = met.take(most + 1).collect();
        (met.len() <= most).then_some(met)
    }

    /// Whether the mark or the name of a nation may lie on a curve with a bend between two.
    fn may_meet(&self, index: usize, way: &StraightWay, bends: Bends) -> bool {
        let mark = self.nations.get(index).filter(|mark| mark.is_drawn());
        let name = self.names.get(index).filter(|name| !name.is_nothing());
        let box_of =
            |area: &Rect| (area.center(), Point::new(area.width(), area.height()).length() / 2.0);
        let mark = mark.map(|mark| match mark.shape {
            Shape::Label { .. } => box_of(&mark.bounds()),
            _ => (mark.center, mark.radius),
        });
        let discs = mark.into_iter().chain(name.map(box_of));
        discs
            .into_iter()
            .any(|(center, radius)| way.may_meet(center, radius + NEAR * self.unit, bends))
    }

    /// A set of nations that none is in.
    pub(super) fn no_nations(&self) -> NationSet {
        NationSet::of(self.nations.len())
    }

    /// The bends that lead a tie out of no page.
    pub(super) fn allowed(&self, way: &StraightWay) -> Bends {
        let all = [f32::NEG_INFINITY, f32::INFINITY];
        self.frame.map_or(all, |frame| way.bends_within(&frame))
    }

    /// The bends of a tie that lead through the mark of a nation; none at its own ends.
    pub(super) fn forbidden_by(
        &self,
        index: usize,
        route: &Route,
        way: &StraightWay,
    ) -> Option<Bends> {
        let nation = self.nations.get(index).filter(|_| !route.ends_at(index));
        nation.and_then(|nation| self.bends_through(nation, way))
    }

    /// What a nation lets the bends of a tie cost beside those that it forbids; `target` is the tie at which
    /// it ends.
    pub(super) fn costs_of(
        &self,
        index: usize,
        forbidden: Option<Bends>,
        (route, target): (&Route, Option<&Route>),
        way: &StraightWay,
    ) -> impl Iterator<Item = (Bends, f32)> {
        let near = forbidden.map(|[low, high]| {
            // As far away as it takes in the middle of the way, where bends lie farthest apart.
            let by = 2.0 * (NEAR - TOUCHING) * self.unit / way.length();
            [low - by, high + by]
        });
        // The name of an end gives way to its ties, and to ties about them.
        let gives_way = route.ends_at(index) || target.is_some_and(|target| target.ends_at(index));
        let name = self.names.get(index).filter(|name| !gives_way && !name.is_nothing());
        let name = name.map(|name| name.expanded(NAME_MARGIN * self.unit));
        let across_name = name.and_then(|name| way.bends_through_box(&name));
        let name_cost = self.name_costs.get(index).copied().unwrap_or(NAME_COST);
        let costs = [(near, NEAR_COST), (across_name, name_cost)];
        costs.into_iter().filter_map(|(bends, cost)| Some((bends?, cost)))
    }

    /// The bends that lead through the mark of a nation, or past it so closely that they seem to.
    fn bends_through(&self, nation: &NationMark, way: &StraightWay) -> Option<Bends> {
        let margin = TOUCHING * self.unit;
        match nation.shape {
            Shape::Hull => None,
            Shape::Label { .. } => way.bends_through_box(&nation.bounds().expanded(margin)),
            _ => way.bends_through_disc(nation.center, nation.radius + margin),
        }
    }
}

/// Nations by their indices, a bit for each: what is found in many cells is neither sorted nor compared.
pub(super) struct NationSet(Vec<u64>);

impl NationSet {
    /// None of so many.
    fn of(nations: usize) -> Self {
        Self(vec![0; nations.div_ceil(64)])
    }

    /// Adds one; returns whether it is new.
    pub(super) fn insert(&mut self, index: u32) -> bool {
        let Some(word) = self.0.get_mut(index as usize / 64) else { return false };
        let before = *word;
        *word |= 1 << (index % 64);
        *word != before
    }

    fn ascending(&self) -> impl Iterator<Item = u32> {
        (0..).zip(&self.0).flat_map(|(place, word)| {
            let mut left = *word;
            std::iter::from_fn(move || {
                let bit = (left != 0).then(|| left.trailing_zeros())?;
                left &= left - 1;
                Some(64 * place + bit)
            })
        })
    }
}

/// What a line across the name of each nation costs.
fn name_costs(nations: usize, routes: &[Route]) -> Vec<f32> {
    let mut ties = vec![0.0f32; nations];
    for nation in routes.iter().flat_map(|route| [Some(route.from_nation), route.to_nation]) {
        if let Some(count) = nation.and_then(|nation| ties.get_mut(nation)) {
            *count += 1.0;
        }
    }
    ties.iter().map(|count| NAME_COST * (FEW_TIES / count.max(FEW_TIES))).collect()
}

/// The cost of meeting a tie at a flat angle, for both directions there.
pub(super) fn flat_angle_cost(arriving: Point, target: Point) -> f32 {
    let along = arriving.dot(target).abs();
    if along > 0.6 { 90.0 * (along - 0.6) } else { 0.0 }
}
