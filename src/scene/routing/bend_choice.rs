//! How a tie chooses its bend: the one that costs least for what it passes, crosses and runs along.

use super::route_cost;
use super::route_cost::{Obstacles, Path};
use super::segment_grid::Crowd;
use super::{Route, Router};
use crate::scene::Curve;

/// The bends from which a tie chooses when it is alone between its ends.
const BENDS: [f32; 11] = [0.0, 0.12, -0.12, 0.22, -0.22, 0.34, -0.34, 0.5, -0.5, 0.72, -0.72];
/// How far a tie of a fan may leave its place there.
const SHIFTS: [f32; 7] = [0.0, 0.08, -0.08, 0.18, -0.18, 0.3, -0.3];
/// What it costs that two ties cross, as much as a bend of about 0.2.
const CROSSING: f32 = 9.0;
/// By how much another bend must cost less than the one of before.
const STEADY: f32 = 3.5;

/// What a tie chooses in view of: discs, names, and the ways of all ties.
pub(super) struct Surroundings<'a> {
    obstacles: Obstacles<'a>,
    paths: Vec<Path>,
    crowd: Crowd,
    /// The ties that start or end at each nation, in order.
    at_nation: Vec<Vec<usize>>,
    /// The ties that end at each tie, in order.
    at_tie: Vec<Vec<usize>>,
}

impl<'a> Surroundings<'a> {
    pub(super) fn new(router: &Router<'_>, obstacles: Obstacles<'a>) -> Self {
        let paths: Vec<Path> = router.routes.iter().map(|route| Path::of(&route.curve)).collect();
        let mut at_nation = vec![Vec::new(); router.nations.len()];
        let mut at_tie = vec![Vec::new(); router.routes.len()];
        for (index, route) in router.routes.iter().enumerate() {
            let to = route.to_nation.filter(|_| !route.is_loop());
            for nation in [Some(route.from_nation), to].into_iter().flatten() {
                if let Some(ties) = at_nation.get_mut(nation) {
                    ties.push(index);
                }
            }
            if let Some(target) = route.to_tie {
                at_tie[target].push(index);
            }
        }
        let crowd = Crowd::new(&paths);
        Self { obstacles, paths, crowd, at_nation, at_tie }
    }

    /// The ties that end at a tie.
    pub(super) fn ending_at(&self, tie: usize) -> impl Iterator<Item = usize> {
        self.at_tie[tie].iter().copied()
    }

    /// Takes note of a tie's new way.
    pub(super) fn moved(&mut self, tie: usize, curve: &Curve) {
        let path = Path::of(curve);
        if path != self.paths[tie] {
            self.crowd.replace(tie, &self.paths[tie], &path);
            self.paths[tie] = path;
        }
    }

    /// What a curve would cost a tie; what exceeds `most` isn't counted to its end.
    pub(super) fn cost(&self, routes: &[Route], tie: usize, curve: &Curve, most: f32) -> f32 {
        let path = Path::of(curve);
        let mut cost = self.obstacles.cost(&routes[tie], curve, &path);
        if cost < most {
            cost += self.company(routes, tie, curve, &path, most - cost);
        }
        cost
    }

    /// What a curve costs for running along ties with a common end, for arriving aslant at the tie it
    /// ends at, and for crossing others.
    fn company(&self, routes: &[Route], tie: usize, curve: &Curve, path: &Path, most: f32) -> f32 {
        let own = &routes[tie];
        let mut cost = 0.0;
        if let Some(target) = own.to_tie {
            cost += route_cost::slant(curve.tangent(1.0), routes[target].curve.tangent(0.5));
        }
        for other in self.companions(routes, tie) {
            if cost > most {
                return cost;
            }
            if path.near(&self.paths[other]) {
                cost += path.alongside(&self.paths[other]);
            }
        }
        let counts = |other: usize| {
            other != tie && own.to_tie != Some(other) && routes[other].to_tie != Some(tie)
        };
        let enough = ((most - cost) / CROSSING).max(0.0) as usize;
        cost + CROSSING * self.crowd.crossings(path, counts, enough.saturating_add(1)) as f32
    }

    /// The other ties at the ends of a tie, each once.
    fn companions(&self, routes: &[Route], tie: usize) -> impl Iterator<Item = usize> {
        let own = routes[tie];
        let touches = move |other: &Route, nation: usize| {
            other.from_nation == nation || other.to_nation == Some(nation)
        };
        let at = |nation: Option<usize>| nation.and_then(|nation| self.at_nation.get(nation));
        let first = at(Some(own.from_nation)).into_iter().flatten().copied();
        let second = at(own.to_nation).into_iter().flatten().copied();
        let same_target = own.to_tie.into_iter().flat_map(|target| self.at_tie[target].iter());
        let new = move |other: &usize| !touches(&routes[*other], own.from_nation);
        first
            .chain(second.filter(new))
            .chain(same_target.copied().filter(new))
            .filter(move |other| *other != tie)
    }
}

impl Router<'_> {
    /// Lets each tie choose its bend in view of the others, until all keep theirs or the rounds are
    /// over.
    pub(super) fn improve(&mut self, around: &mut Surroundings<'_>) {
        let rounds = if self.routes.len() <= 80 { 4 } else { 1 };
        self.reorder_parallels(around);
        for _ in 0..rounds {
            let mut changed = false;
            for place in 0..self.order.len() {
                let index = self.order[place];
                let before = self.routes[index].bend;
                let is_loop = self.routes[index].is_loop();
                let best = if is_loop { before } else { self.best_bend(index, around) };
                changed |= best != before;
                self.aim(index, best);
                around.moved(index, &self.routes[index].curve);
            }
            if !changed {
                break;
            }
        }
    }

    fn best_bend(&self, index: usize, around: &Surroundings<'_>) -> f32 {
        let slot = self.slots[index];
        let cost = |offset: f32, most: f32| {
            let bend = own_cost(offset);
            bend + around.cost(&self.routes, index, &self.curve(index, slot + offset), most - bend)
        };
        let mut best = (f32::INFINITY, self.routes[index].bend);
        if let Some(bend) = self.preferred[index] {
            best = (cost(bend - slot, f32::INFINITY) - STEADY, bend);
        }
        let offsets: &[f32] = if self.alone[index] { &BENDS } else { &SHIFTS };
        for offset in offsets {
            if own_cost(*offset) >= best.0 {
                break;
            }
            let cost = cost(*offset, best.0);
            if cost < best.0 - 0.5 {
                best = (cost, slot + offset);
            }
            if *offset == 0.0 && cost <= 0.0 {
                break;
            }
        }
        best.1
    }
}

/// What a bend costs anyway, each more than the one before it in the lists.
fn own_cost(offset: f32) -> f32 {
    26.0 * offset.abs() + 95.0 * offset * offset
}
