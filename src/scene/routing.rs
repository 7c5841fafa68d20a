//! Which way each tie takes: straight where nothing is in the way, else with the bend that disturbs
//! least.
//!
//! Each tie chooses among a dozen bends; the choice is repeated until nobody wants another, or a few
//! rounds are over (a local optimum, not the best of all). Ties onto ties follow those they end at.
//! A loop, a tie of a nation to itself, lies on its nation's freest side instead.
//! The order of the map decides in a draw, so that the same map gives the same curves.

mod cost;
mod loops;

use std::collections::BTreeMap;

pub(super) use cost::length_within;
use cost::{Obstacles, Path};

use super::{Curve, NationMark, Options, Scene};
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

/// The most ties for which bends are chosen with care.
pub(super) const CAREFUL_TIES: usize = 320;
/// The bends from which a tie chooses, besides those of its place among parallel ones.
const BENDS: [f32; 11] = [0.0, 0.12, -0.12, 0.22, -0.22, 0.34, -0.34, 0.5, -0.5, 0.72, -0.72];
/// How far ties between the same ends are apart at their middles, in units.
const PARALLEL: f32 = 36.0;

/// What it costs that two ties cross, as much as a bend of about 0.2.
const CROSSING: f32 = 9.0;

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
    previous: Option<&Scene>,
) -> Vec<Route> {
    let mut router = Router::new(map, nations, names, options);
    if let Some(previous) = previous {
        router.keep(map, previous);
    } else if map.ties().len() <= CAREFUL_TIES {
        router.improve(&Obstacles { nations, names, unit: options.unit });
    }
    router.routes
}

/// All ways, and in which order they depend on one another.
struct Router {
    routes: Vec<Route>,
    /// Ties by depth: those onto nations first, then those onto them, and so on.
    order: Vec<usize>,
    /// Each tie's bend among the ties between the same ends, 0 where it is alone.
    slots: Vec<f32>,
    /// The ties between the same ends, where there are several.
    groups: Vec<Vec<usize>>,
    alone: Vec<bool>,
    /// In which direction each loop lies; 0 for other ties.
    directions: Vec<f32>,
    centers: Vec<Point>,
    radii: Vec<f32>,
    unit: f32,
}

impl Router {
    fn new(map: &Map, nations: &[NationMark], names: &[Rect], options: &Options) -> Self {
        let centers: Vec<Point> = nations.iter().map(|nation| nation.center).collect();
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
            directions: vec![0.0; count],
            centers,
            radii: nations.iter().map(|nation| nation.radius).collect(),
            unit: options.unit,
        };
        router.aim_all();
        router.spread_parallels(options.unit);
        router.aim_all();
        router.turn_loops(map, nations, names);
        router
    }

    /// The curve that a tie has with a bend.
    fn curve(&self, index: usize, bend: f32) -> Curve {
        let route = &self.routes[index];
        let center = |i: usize| self.centers.get(i).copied().unwrap_or_default();
        let from = center(route.from_nation);
        if route.is_loop() {
            let radius = self.radii.get(route.from_nation).copied().unwrap_or_default();
            return loops::curve(from, radius, self.directions[index], self.unit);
        }
        let to = match (route.to_nation, route.to_tie) {
            (Some(nation), _) => center(nation),
            (None, Some(tie)) => self.routes[tie].curve.point(0.5),
            (None, None) => from,
        };
        Curve::bent(from, to, bend)
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

    /// Sets ties between the same ends apart: side by side, in the order of the map.
    fn spread_parallels(&mut self, unit: f32) {
        let mut groups: BTreeMap<(usize, Option<usize>, Option<usize>), Vec<usize>> =
            BTreeMap::new();
        for (index, route) in self.routes.iter().enumerate().filter(|(_, r)| !r.is_loop()) {
            let key = match route.to_nation {
                Some(to) => (route.from_nation.min(to), Some(route.from_nation.max(to)), None),
                None => (route.from_nation, None, route.to_tie),
            };
            groups.entry(key).or_default().push(index);
        }
        for ((first, ..), members) in groups {
            let count = members.len();
            for (place, index) in members.iter().copied().enumerate() {
                let chord = (self.routes[index].curve.to - self.routes[index].curve.from).length();
                // The middle of a curve is half as far out as its control point.
                let step = (2.0 * PARALLEL * unit / chord.max(1.0)).clamp(0.1, 0.45);
                let side = place as f32 - (count - 1) as f32 / 2.0;
                let turned = if self.routes[index].from_nation == first { 1.0 } else { -1.0 };
                self.slots[index] = side * step * turned;
                self.alone[index] = count == 1;
                self.routes[index].bend = self.slots[index];
            }
            if count > 1 {
                self.groups.push(members);
            }
        }
    }

    /// Turns each loop to the side of its nation where most room is free.
    fn turn_loops(&mut self, map: &Map, nations: &[NationMark], names: &[Rect]) {
        let mut at_nation: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
        for (index, route) in self.routes.iter().enumerate().filter(|(_, r)| r.is_loop()) {
            at_nation.entry(route.from_nation).or_default().push(index);
        }
        if at_nation.is_empty() {
            return;
        }
        let mut taken: BTreeMap<usize, Vec<f32>> = BTreeMap::new();
        for route in self.routes.iter().filter(|route| !route.is_loop()) {
            let start = loops::angle(route.curve.tangent(0.0));
            taken.entry(route.from_nation).or_default().push(start);
            if let Some(to) = route.to_nation {
                let end = loops::angle(route.curve.reversed().tangent(0.0));
                taken.entry(to).or_default().push(end);
            }
        }
        for (nation, direction) in loops::of_memberships(map, &self.centers) {
            taken.entry(nation).or_default().push(direction);
        }
        for (nation, members) in at_nation {
            let mut taken = taken.remove(&nation).unwrap_or_default();
            if let Some(mark) = nations.get(nation) {
                taken.extend(loops::of_name(mark, names.get(nation)));
            }
            let directions = loops::directions(&mut taken, members.len());
            for (index, direction) in members.into_iter().zip(directions) {
                self.directions[index] = direction;
            }
        }
        self.aim_all();
    }

    /// Lets ties between the same ends swap places where that costs less: one onto which others end
    /// belongs on the side from which they come.
    fn reorder_parallels(&mut self, paths: &mut [Path], obstacles: &Obstacles<'_>) {
        for group in self.groups.clone() {
            let mut involved: Vec<usize> = group.clone();
            let ends_here = |i: &usize| self.routes[*i].to_tie.is_some_and(|t| group.contains(&t));
            involved.extend((0..self.routes.len()).filter(ends_here));
            let pairs = (0..group.len()).flat_map(|i| (i + 1..group.len()).map(move |j| (i, j)));
            for (i, j) in pairs.take(10) {
                let before = self.total_cost(&involved, paths, obstacles);
                self.swap_slots(group[i], group[j], &involved, paths);
                if self.total_cost(&involved, paths, obstacles) >= before - 1.0 {
                    self.swap_slots(group[i], group[j], &involved, paths);
                }
            }
        }
    }

    fn swap_slots(&mut self, a: usize, b: usize, involved: &[usize], paths: &mut [Path]) {
        let alike = self.routes[a].from_nation == self.routes[b].from_nation;
        let turned = if alike { 1.0 } else { -1.0 };
        (self.slots[a], self.slots[b]) = (self.slots[b] * turned, self.slots[a] * turned);
        self.aim(a, self.slots[a]);
        self.aim(b, self.slots[b]);
        for index in involved {
            self.aim(*index, self.routes[*index].bend);
            paths[*index] = Path::of(&self.routes[*index].curve);
        }
    }

    fn total_cost(&self, involved: &[usize], paths: &[Path], obstacles: &Obstacles<'_>) -> f32 {
        let cost = |index: &usize| {
            let route = &self.routes[*index];
            let (curve, path) = (&route.curve, &paths[*index]);
            obstacles.cost(route, curve, path)
                + self.cost_of_company(*index, curve, path, paths, f32::INFINITY)
        };
        involved.iter().map(cost).sum()
    }

    /// Takes over the bends of an earlier scene of the map.
    fn keep(&mut self, map: &Map, previous: &Scene) {
        for ((index, id), mark) in map.ties().ids().enumerate().zip(&previous.ties) {
            // The same place in the order nearly always holds the same tie.
            let mark =
                if mark.id == id { Some(mark) } else { previous.ties.iter().find(|m| m.id == id) };
            let Some(mark) = mark else { continue };
            self.routes[index].bend = mark.bend;
            let nation = self.routes[index].from_nation;
            let direction = loops::kept(previous, nation, mark.middle);
            self.directions[index] = direction.unwrap_or(self.directions[index]);
        }
        self.aim_all();
    }

    /// Lets each tie choose its bend in view of the others, until all keep theirs.
    fn improve(&mut self, obstacles: &Obstacles<'_>) {
        let rounds = if self.routes.len() <= 80 { 4 } else { 1 };
        let mut paths: Vec<Path> = self.routes.iter().map(|r| Path::of(&r.curve)).collect();
        self.reorder_parallels(&mut paths, obstacles);
        for _ in 0..rounds {
            let mut changed = false;
            for place in 0..self.order.len() {
                let index = self.order[place];
                if self.routes[index].is_loop() {
                    continue;
                }
                let best = self.best_bend(index, &paths, obstacles);
                changed |= best != self.routes[index].bend;
                self.aim(index, best);
                paths[index] = Path::of(&self.routes[index].curve);
            }
            if !changed {
                break;
            }
        }
    }

    fn best_bend(&self, index: usize, paths: &[Path], obstacles: &Obstacles<'_>) -> f32 {
        let slot = self.slots[index];
        let mut best = (f32::INFINITY, self.routes[index].bend);
        let scales: &[f32] =
            if self.alone[index] { &BENDS } else { &[0.0, 0.08, -0.08, 0.18, -0.18, 0.3, -0.3] };
        for offset in scales {
            let bend = slot + offset;
            // A bend costs something anyway, each more than the one before it in the list.
            let mut cost = 26.0 * offset.abs() + 95.0 * offset * offset;
            if cost >= best.0 {
                break;
            }
            let curve = self.curve(index, bend);
            let path = Path::of(&curve);
            cost += obstacles.cost(&self.routes[index], &curve, &path);
            if cost < best.0 {
                cost += self.cost_of_company(index, &curve, &path, paths, best.0 - cost);
            }
            if cost < best.0 - 0.5 {
                best = (cost, bend);
            }
            if *offset == 0.0 && cost <= 0.0 {
                break;
            }
        }
        best.1
    }

    /// What a curve costs for crossing the other ties, running along them, or passing their middles
    /// where other ties end; what exceeds `most` isn't counted to its end.
    fn cost_of_company(
        &self,
        index: usize,
        curve: &Curve,
        path: &Path,
        paths: &[Path],
        most: f32,
    ) -> f32 {
        let own = &self.routes[index];
        let mut cost = 0.0;
        for (other, route) in self.routes.iter().enumerate() {
            if cost > most {
                break;
            }
            if other == index || !path.near(&paths[other]) {
                continue;
            }
            let shares = own.from_nation == route.from_nation
                || own
                    .to_nation
                    .is_some_and(|to| Some(to) == route.to_nation || to == route.from_nation)
                || Some(own.from_nation) == route.to_nation;
            let onto = own.to_tie == Some(other);
            if onto {
                cost += cost::slant(curve.tangent(1.0), route.curve.tangent(0.5));
            }
            if shares || (own.to_tie.is_some() && own.to_tie == route.to_tie) {
                cost += path.alongside(&paths[other]);
            }
            if !onto && route.to_tie != Some(index) {
                cost += CROSSING * f32::from(path.crossings(&paths[other]));
            }
        }
        cost
    }
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
