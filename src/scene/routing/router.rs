//! The routes of all ties, and how they depend on one another.

use super::blocked_bends::StraightWay;
use super::parallel_ties;
use super::route::Route;
use super::self_loops::{self, TurnedLoop};
use crate::model::{End, Map, NationId, Point, Rect, Tie, TieId};
use crate::scene::ties::depth;
use crate::scene::{Curve, NationMark};

/// The routes of all ties while their bends are chosen.
pub(super) struct Router<'a> {
    pub(super) routes: Vec<Route>,
    /// Ties by depth, in the same order.
    order: Vec<usize>,
    /// The bend of each tie in its fan of ties between the same ends; 0 for a tie that is alone.
    fan_bends: Vec<f32>,
    /// The ties between the same ends, those onto nations first, then those onto them, and so on. A tie
    /// that is alone is a fan of one; loops are left out.
    pub(super) fans: Vec<Vec<usize>>,
    /// How each tie was bent by hand, as in [`Tie::bend`].
    by_hand: Vec<Option<f32>>,
    /// The direction of each loop; 0 for other ties.
    loop_directions: Vec<f32>,
    pub(super) nations: &'a [NationMark],
    unit: f32,
}

impl<'a> Router<'a> {
    /// Spreads ties between the same ends; all other ties run straight, and loops aren't turned yet.
    pub(super) fn new(map: &Map, nations: &'a [NationMark], unit: f32) -> Self {
        let routes = straight_routes(map);
        let count = routes.len();
        let mut router = Self {
            order: by_depth(&routes),
            routes,
            fan_bends: vec![0.0; count],
            fans: Vec::new(),
            by_hand: map.ties().iter().map(|(_, tie)| tie.bend).collect(),
            loop_directions: vec![0.0; count],
            nations,
            unit,
        };
        router.update_curves();
        router.spread_parallels();
        router.update_curves();
        router
    }

    /// How a tie was bent by hand; for a loop, its direction in half turns.
    pub(super) fn by_hand(&self, index: usize) -> Option<f32> {
        self.by_hand.get(index).copied().flatten()
    }

    /// The number of fans of ties between nations, which come first.
    pub(super) fn direct_fans(&self) -> usize {
        self.fans.partition_point(|fan| self.routes[fan[0]].to_tie.is_none())
    }

    /// The curve of a tie with a bend.
    pub(super) fn curve(&self, index: usize, bend: f32) -> Curve {
        let route = &self.routes[index];
        let from = self.center(route.from_nation);
        if let Some(nation) = self.nations.get(route.from_nation).filter(|_| route.is_loop()) {
            return self_loops::loop_curve(nation, self.loop_directions[index], bend, self.unit);
        }
        let to = match (route.to_nation, route.to_tie) {
            (Some(nation), _) => self.center(nation),
            (None, Some(tie)) => self.routes[tie].curve.point(0.5),
            (None, None) => from,
        };
        Curve::swayed(from, to, bend, route.sway)
    }

    /// The straight way of a tie between the marks at its ends; `None` for a loop, and where nothing lies
    /// between them.
    pub(super) fn straight_way(&self, index: usize) -> Option<StraightWay> {
        let route = &self.routes[index];
        if route.is_loop() {
            return None;
        }
        let line = self.curve(index, 0.0);
        let reach = |nation: Option<usize>| {
            let mark = nation.and_then(|nation| self.nations.get(nation));
            let mark = mark.filter(|mark| mark.is_drawn());
            mark.map_or(0.0, |mark| mark.reach(|| line.to - line.from))
        };
        let ends = (line.from, reach(Some(route.from_nation)));
        StraightWay::new(ends, (line.to, reach(route.to_nation)))
    }

    /// The bend of a tie where nothing is in its way: the one given by hand, or else that of its place in a
    /// fan. A tie onto a tie that begins close by bows out around its nation, so that it and those that end
    /// at it can be seen.
    pub(super) fn unobstructed_bend(&self, index: usize) -> f32 {
        /// The least length between nation and target that needs no bow, at unit 1.
        const SHORT: f32 = 36.0;
        /// How far the middle of a bow is from the straight line, and how much farther that of one onto
        /// it, at unit 1.
        const BOW: (f32, f32) = (34.0, 9.0);
        if let Some(bend) = self.by_hand(index) {
            return bend;
        }
        let route = &self.routes[index];
        let target = route.to_tie.and_then(|target| self.routes.get(target));
        let nation = self.nations.get(route.from_nation);
        let Some((target, nation)) = target.zip(nation) else { return self.fan_bends[index] };
        let chord = (target.curve.point(0.5) - nation.center).length();
        if chord - nation.radius >= SHORT * self.unit {
            return self.fan_bends[index];
        }
        let nested = depth(index, self.routes.len(), |tie| self.routes[tie].to_tie);
        let bow = (BOW.0 + BOW.1 * nested as f32) * self.unit;
        self.fan_bends[index] + 2.0 * bow / chord.max(self.unit)
    }

    /// Gives a tie a sway; its curve follows with its bend.
    pub(super) fn set_sway(&mut self, index: usize, sway: f32) {
        self.routes[index].sway = sway;
    }

    /// Gives a tie a bend.
    pub(super) fn set_bend(&mut self, index: usize, bend: f32) {
        self.routes[index].curve = self.curve(index, bend);
        self.routes[index].bend = bend;
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
        self.fans = parallel_ties::fans(&self.routes).collect();
        let depth_of =
            |index: usize| depth(index, self.routes.len(), |tie| self.routes[tie].to_tie);
        self.fans.sort_by_cached_key(|fan| (depth_of(fan[0]), fan[0]));
        for fan in &self.fans {
            for (position, index) in fan.iter().copied().enumerate() {
                let route = &self.routes[index];
                let bend = parallel_ties::fan_bend(route, position, fan.len(), self.unit);
                self.fan_bends[index] = bend;
                self.routes[index].bend = bend;
            }
        }
    }

    /// Turns loops to where they were put by hand, the others to where most space is free around their
    /// nations.
    pub(super) fn turn_loops(&mut self, map: &Map, names: &[Rect]) {
        let by_hand = |index| self.by_hand(index);
        let routes = (&self.routes[..], &by_hand as &dyn Fn(usize) -> Option<f32>);
        let turned = self_loops::turned_loops(map, self.nations, names, routes, self.unit);
        if turned.is_empty() {
            return;
        }
        for (index, TurnedLoop { direction_radians, opening_radians }) in turned {
            self.loop_directions[index] = direction_radians;
            self.routes[index].bend = opening_radians;
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
        Route { curve, bend: 0.0, sway: 0.0, from_nation: index(tie.from), to_nation, to_tie }
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
