//! Which way each tie takes: straight where nothing is in the way, else with the bend that disturbs
//! least.
//!
//! Each tie chooses among a dozen bends; the choice is repeated until nobody wants another, or a few
//! rounds are over (a local optimum, not the best of all). Ties onto ties follow those they end at.
//! A loop, a tie of a nation to itself, lies on its nation's freest side instead.
//! The order of the map decides in a draw, so that the same map gives the same curves.

mod bend_choice;
mod parallel_ties;
mod route_cost;
mod segment_grid;
mod self_loops;

use bend_choice::Surroundings;
use route_cost::Obstacles;
pub(super) use route_cost::length_within;

use super::{Curve, NationMark, Options, Scene, TieMark};
use crate::model::{End, Map, NationId, Point, Rect, TieId};

/// The way of a tie: from centre to centre, or to the middle of the tie it ends at.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Route {
    /// The whole curve, not trimmed.
    pub(super) curve: Curve,
    /// Its bend: see [`super::TieMark::bend`].
    pub(super) bend: f32,
    /// Where its first nation stands in the map's order.
    pub(super) from_nation: usize,
    /// Where its second nation stands; `None` for a tie onto a tie.
    pub(super) to_nation: Option<usize>,
    /// Where the tie it ends at stands; `None` for a tie between nations.
    pub(super) to_tie: Option<usize>,
}

impl Route {
    /// Whether the tie leads from a nation to itself.
    pub(super) fn is_loop(&self) -> bool {
        self.to_nation == Some(self.from_nation)
    }
}

/// The most ties for which bends are chosen with care: a tenth of a second of work.
pub(super) const CAREFUL_TIES: usize = 1200;

/// What a scene of before is to the new one.
#[derive(Clone, Copy)]
pub(super) enum Before<'a> {
    /// There was none.
    Nothing,
    /// Its bends stay unless others are clearly better.
    Preferred(&'a Scene),
    /// Its bends stay.
    Kept(&'a Scene),
}

/// Whether ties end at each tie, in the order of the map.
pub(super) fn targets(map: &Map) -> Vec<bool> {
    let mut targets = vec![false; map.ties().len()];
    for (_, tie) in map.ties().iter() {
        if let End::Tie(target) = tie.to
            && let Some(flag) = map.ties().index_of(target).and_then(|i| targets.get_mut(i))
        {
            *flag = true;
        }
    }
    targets
}

/// The ways of all ties, in the order of the map, around the nations and the boxes of their names.
pub(super) fn routes(
    map: &Map,
    nations: &[NationMark],
    names: &[Rect],
    options: &Options,
    before: Before<'_>,
) -> Vec<Route> {
    let mut router = Router::new(map, nations, names, options);
    let careful = map.ties().len() <= CAREFUL_TIES;
    match before {
        Before::Kept(scene) => router.keep(map, scene),
        Before::Preferred(scene) if careful => router.prefer(map, scene),
        _ => {}
    }
    if careful && !matches!(before, Before::Kept(_)) {
        let obstacles = Obstacles { nations, names, unit: options.unit };
        let mut around = Surroundings::new(&router, obstacles);
        router.improve(&mut around);
    }
    router.routes
}

/// All ways, and in which order they depend on one another.
struct Router<'a> {
    routes: Vec<Route>,
    /// Ties by depth: those onto nations first, then those onto them, and so on.
    order: Vec<usize>,
    /// Each tie's bend among the ties between the same ends, 0 where it is alone.
    slots: Vec<f32>,
    /// The ties between the same ends, where there are several.
    groups: Vec<Vec<usize>>,
    alone: Vec<bool>,
    /// The bend that each tie had before, where it would rather keep it.
    preferred: Vec<Option<f32>>,
    /// In which direction each loop lies; 0 for other ties.
    directions: Vec<f32>,
    nations: &'a [NationMark],
    unit: f32,
}

impl<'a> Router<'a> {
    fn new(map: &Map, nations: &'a [NationMark], names: &[Rect], options: &Options) -> Self {
        let index = |id: NationId| map.nations().index_of(id).unwrap_or(0);
        let route = |(_, tie): (TieId, &crate::model::Tie)| {
            let (to_nation, to_tie) = match tie.to {
                End::Nation(id) => (Some(index(id)), None),
                End::Tie(id) => (None, map.ties().index_of(id)),
            };
            let origin = Point::default();
            let curve = Curve::line(origin, origin);
            Route { curve, bend: 0.0, from_nation: index(tie.from), to_nation, to_tie }
        };
        let routes: Vec<Route> = map.ties().iter().map(route).collect();
        let count = routes.len();
        let mut router = Self {
            order: by_depth(&routes),
            routes,
            slots: vec![0.0; count],
            groups: Vec::new(),
            alone: vec![true; count],
            preferred: vec![None; count],
            directions: vec![0.0; count],
            nations,
            unit: options.unit,
        };
        router.aim_all();
        router.spread_parallels(options.unit);
        router.aim_all();
        router.turn_loops(map, names);
        router
    }

    /// The curve that a tie has with a bend.
    fn curve(&self, index: usize, bend: f32) -> Curve {
        let route = &self.routes[index];
        let from = self.center(route.from_nation);
        if let Some(nation) = self.nations.get(route.from_nation).filter(|_| route.is_loop()) {
            return self_loops::curve(nation, self.directions[index], self.unit);
        }
        let to = match (route.to_nation, route.to_tie) {
            (Some(nation), _) => self.center(nation),
            (None, Some(tie)) => self.routes[tie].curve.point(0.5),
            (None, None) => from,
        };
        Curve::bent(from, to, bend)
    }

    fn center(&self, nation: usize) -> Point {
        self.nations.get(nation).map_or_else(Point::default, |mark| mark.center)
    }

    fn aim(&mut self, index: usize, bend: f32) {
        self.routes[index].curve = self.curve(index, bend);
        self.routes[index].bend = bend;
    }

    fn aim_all(&mut self) {
        for place in 0..self.order.len() {
            let index = self.order[place];
            self.aim(index, self.routes[index].bend);
        }
    }

    /// Takes over the bends of an earlier scene of the map.
    fn keep(&mut self, map: &Map, previous: &Scene) {
        for (index, mark) in marks_of_before(map, previous) {
            self.routes[index].bend = mark.bend;
            let nation = self.routes[index].from_nation;
            let direction = self_loops::kept(previous, nation, mark.middle);
            self.directions[index] = direction.unwrap_or(self.directions[index]);
        }
        self.aim_all();
    }

    /// Starts from the bends of an earlier scene of the map, but for those of fans and loops, whose
    /// places follow from the map.
    fn prefer(&mut self, map: &Map, previous: &Scene) {
        for (index, mark) in marks_of_before(map, previous) {
            if self.alone[index] && !self.routes[index].is_loop() {
                self.preferred[index] = Some(mark.bend);
                self.routes[index].bend = mark.bend;
            }
        }
        self.aim_all();
    }
}

/// The marks that ties had in an earlier scene, with the ties' places in the order of the map.
fn marks_of_before<'a>(
    map: &'a Map,
    previous: &'a Scene,
) -> impl Iterator<Item = (usize, &'a TieMark)> {
    map.ties().ids().enumerate().filter_map(|(index, id)| {
        // The same place in the order nearly always holds the same tie.
        let here = previous.ties.get(index).filter(|mark| mark.id == id);
        let mark = here.or_else(|| previous.ties.iter().find(|mark| mark.id == id))?;
        Some((index, mark))
    })
}

/// The ties in an order in which each comes after the one it ends at.
fn by_depth(routes: &[Route]) -> Vec<usize> {
    let depth = |mut index: usize| {
        let mut depth = 0;
        while let Some(next) = routes[index].to_tie {
            depth += 1;
            index = next;
            // A circle is no map; it must not hang the drawing all the same.
            if depth > routes.len() {
                break;
            }
        }
        depth
    };
    let mut order: Vec<(usize, usize)> = (0..routes.len()).map(|i| (depth(i), i)).collect();
    order.sort_unstable();
    order.into_iter().map(|(_, index)| index).collect()
}
