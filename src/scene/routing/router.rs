//! The routes of all ties, and how they depend on one another.

use super::parallel_ties;
use super::previous::previous_marks;
use super::route::Route;
use super::self_loops;
use crate::model::{End, Map, NationId, Point, Rect, Tie, TieId};
use crate::scene::ties::depth;
use crate::scene::{Curve, NationMark, Scene};

/// The routes of all ties while their bends are chosen.
pub(super) struct Router<'a> {
    pub(super) routes: Vec<Route>,
    /// Ties by depth: those onto nations first, then those onto them, and so on.
    pub(super) order: Vec<usize>,
    /// The bend of each tie in its fan of ties between the same ends; 0 for a tie that is alone.
    pub(super) fan_bends: Vec<f32>,
    /// The fans: the ties between the same ends, where there are several.
    pub(super) fans: Vec<Vec<usize>>,
    pub(super) is_alone: Vec<bool>,
    /// The bend that each tie had before and prefers to keep.
    pub(super) preferred: Vec<Option<f32>>,
    /// The direction of each loop; 0 for other ties.
    loop_directions: Vec<f32>,
    pub(super) nations: &'a [NationMark],
    unit: f32,
}

impl<'a> Router<'a> {
    /// Spreads ties between the same ends, and loops; all other ties run straight.
    pub(super) fn new(map: &Map, nations: &'a [NationMark], names: &[Rect], unit: f32) -> Self {
        let routes = straight_routes(map);
        let count = routes.len();
        let mut router = Self {
            order: by_depth(&routes),
            routes,
            fan_bends: vec![0.0; count],
            fans: Vec::new(),
            is_alone: vec![true; count],
            preferred: vec![None; count],
            loop_directions: vec![0.0; count],
            nations,
            unit,
        };
        router.update_curves();
        router.spread_parallels();
        router.update_curves();
        router.turn_loops(map, names);
        router
    }

    /// The curve of a tie with a bend.
    pub(super) fn curve(&self, index: usize, bend: f32) -> Curve {
        let route = &self.routes[index];
        let from = self.center(route.from_nation);
        if let Some(nation) = self.nations.get(route.from_nation).filter(|_| route.is_loop()) {
            return self_loops::loop_curve(nation, self.loop_directions[index], self.unit);
        }
        let to = match (route.to_nation, route.to_tie) {
            (Some(nation), _) => self.center(nation),
            (None, Some(tie)) => self.routes[tie].curve.point(0.5),
            (None, None) => from,
        };
        Curve::bent(from, to, bend)
    }

    /// Gives a tie a bend.
    pub(super) fn set_bend(&mut self, index: usize, bend: f32) {
        self.routes[index].curve = self.curve(index, bend);
        self.routes[index].bend = bend;
    }

    /// Takes over the bends of an earlier scene of the map.
    pub(super) fn keep(&mut self, map: &Map, previous: &Scene) {
        for (index, mark) in previous_marks(map, previous) {
            self.routes[index].bend = mark.bend;
            let nation = self.routes[index].from_nation;
            let direction = self_loops::previous_direction(previous, nation, mark.middle);
            self.loop_directions[index] = direction.unwrap_or(self.loop_directions[index]);
        }
        self.update_curves();
    }

    /// Starts from the bends of an earlier scene of the map, except for fans and loops, whose bends
    /// follow from the map.
    pub(super) fn prefer(&mut self, map: &Map, previous: &Scene) {
        for (index, mark) in previous_marks(map, previous) {
            if self.is_alone[index] && !self.routes[index].is_loop() {
                self.preferred[index] = Some(mark.bend);
                self.routes[index].bend = mark.bend;
            }
        }
        self.update_curves();
    }

    fn center(&self, nation: usize) -> Point {
        self.nations.get(nation).map_or_else(Point::default, |mark| mark.center)
    }

    fn update_curves(&mut self) {
        for position in 0..self.order.len() {
            let index = self.order[position];
            self.set_bend(index, self.routes[index].bend);
        }
    }

    fn spread_parallels(&mut self) {
        for fan in parallel_ties::fans(&self.routes) {
            for (position, index) in fan.iter().copied().enumerate() {
                let route = &self.routes[index];
                let bend = parallel_ties::fan_bend(route, position, fan.len(), self.unit);
                self.fan_bends[index] = bend;
                self.is_alone[index] = fan.len() == 1;
                self.routes[index].bend = bend;
            }
            if fan.len() > 1 {
                self.fans.push(fan);
            }
        }
    }

    fn turn_loops(&mut self, map: &Map, names: &[Rect]) {
        let directions = self_loops::loop_directions(map, self.nations, names, &self.routes);
        if directions.is_empty() {
            return;
        }
        for (index, direction) in directions {
            self.loop_directions[index] = direction;
        }
        self.update_curves();
    }
}

/// Routes between the right ends, whose curves aren't set yet.
fn straight_routes(map: &Map) -> Vec<Route> {
    let index = |id: NationId| map.nations().index_of(id).unwrap_or(0);
    let route = |(_, tie): (TieId, &Tie)| {
        let (to_nation, to_tie) = match tie.to {
            End::Nation(id) => (Some(index(id)), None),
            End::Tie(id) => (None, map.ties().index_of(id)),
        };
        let origin = Point::default();
        let curve = Curve::line(origin, origin);
        Route { curve, bend: 0.0, from_nation: index(tie.from), to_nation, to_tie }
    };
    map.ties().iter().map(route).collect()
}

/// The ties in an order in which each comes after the one at which it ends.
fn by_depth(routes: &[Route]) -> Vec<usize> {
    let count = routes.len();
    let depth_of = |index: usize| depth(index, count, |tie| routes[tie].to_tie);
    let mut order: Vec<(usize, usize)> = (0..count).map(|i| (depth_of(i), i)).collect();
    order.sort_unstable();
    order.into_iter().map(|(_, index)| index).collect()
}
