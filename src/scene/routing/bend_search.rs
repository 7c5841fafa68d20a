//! Chooses the bend of each tie: none where the straight way is free, else the one that costs least for
//! what it passes.
//!
//! One rule holds for maps of any size. A tie goes around the marks of other nations, and around names where
//! that costs little. It bends no farther than [`MAX_BEND`]: where no way that short is free, a tie that tells
//! something sways, as an S; where that leads nowhere either, it runs straight below what is in its way, and is drawn
//! with a gap there. A bend depends on the ends of the tie, on
//! the marks and names along it, and on the tie at which it ends. It doesn't depend on what else crosses it,
//! so that moving one nation bends only the ties at that nation and those that pass where it was or is.
//! Each tie looks at no more nations than its [`Effort`](super::Effort) allows, so that time is bounded.

use std::cmp::Reverse;
use std::ops::Range;

use rayon::prelude::*;

use super::bend_costs::{BendCosts, Cost, are_all};
use super::blocked_bends::{Bends, StraightWay};
use super::effort::Outlook;
use super::obstacles::{RouteObstacles, flat_angle_cost};
use super::parallel_ties::side_sign;
use super::polyline::Polyline;
use super::route::{MAX_BEND, farthest_bend, max_bend};
use super::router::Router;

/// How far from its usual bend a tie looks for a way, in turn.
const WIDTHS: [f32; 5] = [0.0, 0.08, 0.2, 0.4, MAX_BEND];
/// How far a tie leaves its place beside the others between its ends, where these can't all go one way.
const FARTHEST_BESIDE: f32 = 0.2;
/// How near a tie may come to another between the same ends, as a fraction of their usual distance.
const NARROWEST: f32 = 0.6;
/// The bends that a tie onto a tie tries as well: it depends on the angle at which it arrives.
const ARRIVALS: [f32; 10] = [0.12, -0.12, 0.22, -0.22, 0.34, -0.34, 0.5, -0.5, 0.65, -0.65];

/// Lets the ties of some fans, none of which ends at a tie of another, choose their way: the same for all of a fan, side
/// by side, or else one after the other. Those that look farther choose first, and the others lie beside them. Those
/// that were bent by hand keep their bends, and those without effort are straight. Returns how many nations were looked
/// at, which the time goes by.
pub(super) fn choose_bends(
    router: &mut Router<'_>,
    fans: Range<usize>,
    obstacles: &RouteObstacles<'_>,
    outlooks: &[Outlook],
) -> usize {
    for index in router.fans[fans.clone()].concat() {
        router.set_bend(index, router.unobstructed_bend(index));
    }
    let chooser = Chooser { obstacles, outlooks };
    let first = |fan: &Vec<usize>| {
        let groups = chooser.groups(router, fan);
        let found = groups.free.first().map(|ties| chooser.search(router, ties, &groups.by_hand));
        (groups, found)
    };
    let found: Vec<_> = router.fans[fans].par_iter().map(first).collect();
    let mut looked_at = 0;
    for (groups, found) in found {
        let (mut placed, mut found) = (groups.by_hand, found);
        for ties in groups.free {
            let (way, looked) =
                found.take().unwrap_or_else(|| chooser.search(router, &ties, &placed));
            looked_at += looked;
            match way {
                Some(way) => go(router, &ties, way),
                None => looked_at += chooser.one_by_one(router, &ties, &placed),
            }
            placed.extend(ties);
        }
    }
    looked_at
}

/// The ties of a fan.
struct Groups {
    /// Those that are drawn as they were bent by hand.
    by_hand: Vec<usize>,
    /// The others that are drawn, those that look equally far together, and those that look farthest first.
    free: Vec<Vec<usize>>,
}

/// Chooses the ways of ties between the same ends.
struct Chooser<'a> {
    obstacles: &'a RouteObstacles<'a>,
    outlooks: &'a [Outlook],
}

impl Chooser<'_> {
    fn groups(&self, router: &Router<'_>, fan: &[usize]) -> Groups {
        let looks = |index: &usize| self.outlooks[*index].along_bends > 0;
        let (by_hand, mut free): (Vec<usize>, Vec<usize>) =
            fan.iter().filter(|tie| looks(tie)).partition(|tie| router.by_hand(**tie).is_some());
        let farther = |index: &usize| {
            let outlook = self.outlooks[*index];
            Reverse((outlook.is_thorough, outlook.sways.len(), outlook.along_bends))
        };
        free.sort_by_key(farther);
        let free = free.chunk_by(|a, b| farther(a) == farther(b)).map(<[usize]>::to_vec);
        Groups { by_hand, free: free.collect() }
    }

    /// The way of some ties beside others between the same ends, and how many nations were looked at.
    fn search(
        &self,
        router: &Router<'_>,
        ties: &[usize],
        others: &[usize],
    ) -> (Option<Way>, usize) {
        let outlook = self.outlooks[ties[0]];
        Search { router, ties, others, obstacles: self.obstacles, outlook }.best_way()
    }

    /// Lets ties that have no way together go each its own, beside those that are placed; returns how many nations were
    /// looked at. One that has none stays where it is.
    fn one_by_one(&self, router: &mut Router<'_>, ties: &[usize], placed: &[usize]) -> usize {
        let mut looked_at = 0;
        if ties.len() == 1 {
            return looked_at;
        }
        for index in ties {
            let rest = ties.iter().filter(|other| *other != index);
            let others: Vec<usize> = placed.iter().chain(rest).copied().collect();
            let (way, looked) = self.search(router, &[*index], &others);
            looked_at += looked;
            go(router, &[*index], way.unwrap_or_default());
        }
        looked_at
    }
}

/// Bends ties from where they are, as the first of them sees it.
fn go(router: &mut Router<'_>, ties: &[usize], Way { shift, sway }: Way) {
    for index in ties {
        let side = side_sign(&router.routes[ties[0]]) * side_sign(&router.routes[*index]);
        // An S is the same as seen from its other end.
        router.set_sway(*index, sway);
        router.set_bend(*index, router.routes[*index].bend + side * shift);
    }
}

/// A way that is free.
#[derive(Clone, Copy, Debug, Default)]
struct Way {
    /// By how much more than usual ties bend.
    shift: f32,
    sway: f32,
}

/// The search for the way of ties between the same ends.
struct Search<'a> {
    router: &'a Router<'a>,
    /// Those that go the same way, at least one. Bends are seen from the first.
    ties: &'a [usize],
    /// Others between the same ends, from which they keep off.
    others: &'a [usize],
    obstacles: &'a RouteObstacles<'a>,
    outlook: Outlook,
}

impl Search<'_> {
    /// The way that the ties best go: with a bend, or else with a sway, if they look for any. Also how many nations were
    /// looked at to find it.
    fn best_way(&self) -> (Option<Way>, usize) {
        let (found, looked_at) = self.best_shift();
        if found.is_some() || self.outlook.along_sway == 0 {
            return (found, looked_at);
        }
        let (found, looked_at_for_sways) = self.best_sway();
        (found, looked_at + looked_at_for_sways)
    }

    /// By how much more the ties best bend, as seen from the first, and how many nations were looked at to
    /// find it. `None` if no way is free.
    fn best_shift(&self) -> (Option<Way>, usize) {
        let Some(way) = self.router.straight_way(self.ties[0]) else {
            return (Some(Way::default()), 0);
        };
        let (bases, [low, high]) = self.usual_bends();
        let allowed = self.obstacles.allowed(&way);
        let least = f32::min(allowed[0].max(-MAX_BEND), low);
        let most = f32::max(allowed[1].min(MAX_BEND), high);
        let own = |shift: f32| own_cost(shift) + self.arrival_cost(shift);
        let (mut best, mut seen, mut looked_at) = (None, self.obstacles.no_nations(), 0);
        let mut costs = self.costs_of_others(&bases);
        let is_free = self.others.is_empty() || self.outlook.is_thorough;
        let farthest = if is_free { MAX_BEND } else { FARTHEST_BESIDE };
        for width in WIDTHS.into_iter().filter(|width| *width <= farthest) {
            let shifts = [(-width).max(least - low), width.min(most - high)];
            let bends = [low + shifts[0], high + shifts[1]];
            let Some(mut nations) = self.obstacles.along(&way, bends, self.outlook.along_bends)
            else {
                break;
            };
            nations.retain(|nation| seen.insert(*nation));
            looked_at += nations.len();
            let forbidden = self.forbidden_by(&nations, &way);
            self.add_nations(&mut costs, &bases, &way, &forbidden);
            best = costs.cheapest(shifts, own);
            // What lies farther away costs more by itself.
            if best.is_some_and(|(_, cost)| cost <= own_cost(width)) {
                break;
            }
        }
        (best.map(|(shift, _)| Way { shift, sway: 0.0 }), looked_at)
    }

    /// The best way of a tie between nations that sways, and how many nations were looked at to find it. `None` if none
    /// is free.
    fn best_sway(&self) -> (Option<Way>, usize) {
        let way = self.router.straight_way(self.ties[0]);
        let is_between_nations = self.router.routes[self.ties[0]].to_tie.is_none();
        let is_free = self.others.is_empty() || self.outlook.is_thorough;
        let Some(way) = way.filter(|_| is_between_nations && is_free) else {
            return (None, 0);
        };
        let (bases, [low, high]) = self.usual_bends();
        let mut best: Option<(f32, Way)> = None;
        let mut looked_at = 0;
        for sway in self.outlook.sways.iter().copied() {
            // What sways farther costs more by itself.
            if best.is_some_and(|(cost, _)| cost <= own_cost(2.0 * sway)) {
                break;
            }
            let way = way.with_sway(sway);
            let allowed = self.obstacles.allowed(&way);
            let farthest =
                if self.outlook.is_thorough { farthest_bend(sway) } else { Some(max_bend(sway)) };
            let Some(farthest) = farthest else { continue };
            let bends = [allowed[0].max(-farthest), allowed[1].min(farthest)];
            let found = self.obstacles.along(&way, bends, self.outlook.along_sway);
            let Some(nations) = found.filter(|_| bends[0] <= low && high <= bends[1]) else {
                continue;
            };
            looked_at += nations.len();
            let shifts = [bends[0] - low, bends[1] - high];
            let forbidden = self.forbidden_by(&nations, &way);
            let taken = forbidden.iter().filter_map(|(_, forbidden)| *forbidden);
            let taken = taken.flat_map(|bends| bases.iter().map(move |base| from(bends, *base)));
            if are_all(taken, shifts) {
                continue;
            }
            let mut costs = BendCosts::default();
            self.add_nations(&mut costs, &bases, &way, &forbidden);
            let own = |shift: f32| own_cost(shift) + own_cost(2.0 * sway);
            let cheapest = costs.cheapest(shifts, own);
            if let Some((shift, cost)) = cheapest
                && best.is_none_or(|(least, _)| cost < least)
            {
                best = Some((cost, Way { shift, sway }));
            }
        }
        (best.map(|(_, way)| way), looked_at)
    }

    /// Nations with the bends of the first tie that each forbids.
    fn forbidden_by(&self, nations: &[u32], way: &StraightWay) -> Vec<(usize, Option<Bends>)> {
        let route = &self.router.routes[self.ties[0]];
        let nations = nations.iter().map(|nation| *nation as usize);
        nations.map(|nation| (nation, self.obstacles.forbidden_by(nation, route, way))).collect()
    }

    /// Adds what shifts from the usual bends cost for nations along the ties, and those that they forbid.
    fn add_nations(
        &self,
        costs: &mut BendCosts,
        bases: &[f32],
        way: &StraightWay,
        nations: &[(usize, Option<Bends>)],
    ) {
        let route = &self.router.routes[self.ties[0]];
        let target = route.to_tie.and_then(|target| self.router.routes.get(target));
        for (nation, forbidden) in nations {
            for base in bases {
                forbidden.iter().for_each(|b| costs.add(from(*b, *base), Cost::Forbidden));
            }
            let paid = self.obstacles.costs_of(*nation, *forbidden, (route, target), way);
            for (bends, cost) in paid {
                bases.iter().for_each(|base| costs.add(from(bends, *base), Cost::Paid(cost)));
            }
        }
    }

    /// What shifts from the usual bends cost for the others between the ends of the ties.
    fn costs_of_others(&self, bases: &[f32]) -> BendCosts {
        let mut costs = BendCosts::default();
        let others: Vec<f32> = self.others.iter().map(|tie| self.bend_from_here(*tie)).collect();
        let apart = |other: &f32| {
            let distances = bases.iter().map(|base| (base - other).abs());
            distances.fold(f32::INFINITY, f32::min)
        };
        let apart = NARROWEST * others.iter().map(apart).fold(f32::INFINITY, f32::min);
        for other in others {
            let taken = [other - apart, other + apart];
            bases.iter().for_each(|base| costs.add(from(taken, *base), Cost::Forbidden));
        }
        if self.router.routes[self.ties[0]].to_tie.is_some() {
            ARRIVALS.into_iter().for_each(|shift| costs.consider(shift));
        }
        costs
    }

    /// The usual bends of the ties as seen from the first, and the least and the largest of them.
    fn usual_bends(&self) -> (Vec<f32>, Bends) {
        let bases: Vec<f32> = self.ties.iter().map(|tie| self.bend_from_here(*tie)).collect();
        let low = bases.iter().copied().fold(f32::INFINITY, f32::min);
        let high = bases.iter().copied().fold(f32::NEG_INFINITY, f32::max);
        (bases, [low, high])
    }

    /// The bend of a tie as it is seen from the first.
    fn bend_from_here(&self, tie: usize) -> f32 {
        let (first, route) = (&self.router.routes[self.ties[0]], &self.router.routes[tie]);
        route.bend * side_sign(route) * side_sign(first)
    }

    /// The cost of how ties that bend by so much more meet the tie at which they end.
    fn arrival_cost(&self, shift: f32) -> f32 {
        let target = self.router.routes[self.ties[0]].to_tie;
        let Some(target) = target.and_then(|target| self.router.routes.get(target)) else {
            return 0.0;
        };
        let cost = |tie: &usize| {
            // Ties onto a tie all run towards it, so that the same side is to the right of all.
            let curve = self.router.curve(*tie, self.router.routes[*tie].bend + shift);
            flat_angle_cost(curve.tangent(1.0), target.curve.tangent(0.5))
                + Polyline::of(&curve).cost_alongside(&Polyline::of(&target.curve))
        };
        self.ties.iter().map(cost).sum()
    }
}

/// Bends as shifts from another.
fn from(bends: Bends, base: f32) -> Bends {
    bends.map(|bend| bend - base)
}

/// The cost of a bend in itself.
fn own_cost(offset: f32) -> f32 {
    26.0 * offset.abs() + 95.0 * offset * offset
}
