//! Chooses the bend of each tie: the one that costs least for what it passes, crosses and runs along.

use super::obstacles::RouteObstacles;
use super::route_cost::RouteCosts;
use super::router::Router;

/// The bends from which a tie chooses if it is alone between its ends.
const BENDS: [f32; 11] = [0.0, 0.12, -0.12, 0.22, -0.22, 0.34, -0.34, 0.5, -0.5, 0.72, -0.72];
/// How far a tie may deviate from its bend in a fan.
const SHIFTS: [f32; 7] = [0.0, 0.08, -0.08, 0.18, -0.18, 0.3, -0.3];
/// The advantage of the bend that a tie had before.
const STEADINESS: f32 = 3.5;

/// A search for bends that changes one tie at a time.
pub(super) struct BendSearch<'r, 'a> {
    router: &'r mut Router<'a>,
    costs: RouteCosts<'a>,
}

impl<'r, 'a> BendSearch<'r, 'a> {
    pub(super) fn new(router: &'r mut Router<'a>, obstacles: RouteObstacles<'a>) -> Self {
        let costs = RouteCosts::new(&router.routes, obstacles);
        Self { router, costs }
    }

    /// Lets each tie choose its bend with regard to the others, until none changes or a few rounds are
    /// over.
    pub(super) fn run(mut self) {
        let rounds = if self.router.routes.len() <= 80 { 4 } else { 1 };
        self.reorder_fans();
        for _ in 0..rounds {
            let mut changed = false;
            for position in 0..self.router.order.len() {
                let index = self.router.order[position];
                let before = self.router.routes[index].bend;
                let is_loop = self.router.routes[index].is_loop();
                let best = if is_loop { before } else { self.best_bend(index) };
                changed |= best != before;
                self.set_bend(index, best);
            }
            if !changed {
                break;
            }
        }
    }

    fn set_bend(&mut self, index: usize, bend: f32) {
        self.router.set_bend(index, bend);
        self.costs.update(index, &self.router.routes[index].curve);
    }

    fn best_bend(&self, index: usize) -> f32 {
        let Router { routes, fan_bends, is_alone, preferred, .. } = &*self.router;
        let fan_bend = fan_bends[index];
        let cost = |offset: f32, limit: f32| {
            let own = own_cost(offset);
            let curve = self.router.curve(index, fan_bend + offset);
            own + self.costs.cost(routes, index, &curve, limit - own)
        };
        let mut best = (f32::INFINITY, routes[index].bend);
        if let Some(bend) = preferred[index] {
            best = (cost(bend - fan_bend, f32::INFINITY) - STEADINESS, bend);
        }
        let offsets: &[f32] = if is_alone[index] { &BENDS } else { &SHIFTS };
        for offset in offsets {
            if own_cost(*offset) >= best.0 {
                break;
            }
            let cost = cost(*offset, best.0);
            if cost < best.0 - 0.5 {
                best = (cost, fan_bend + offset);
            }
            if *offset == 0.0 && cost <= 0.0 {
                break;
            }
        }
        best.1
    }

    /// Lets ties of a fan swap positions where that costs less: a tie at which others end belongs on the
    /// side from which they come.
    fn reorder_fans(&mut self) {
        for fan in self.router.fans.clone() {
            let mut involved: Vec<usize> = fan.clone();
            involved.extend(fan.iter().flat_map(|index| self.costs.ending_at(*index)));
            let pairs = (0..fan.len()).flat_map(|i| (i + 1..fan.len()).map(move |j| (i, j)));
            for (i, j) in pairs.take(10) {
                let before = self.total_cost(&involved);
                self.swap(fan[i], fan[j], &involved);
                if self.total_cost(&involved) >= before - 1.0 {
                    self.swap(fan[i], fan[j], &involved);
                }
            }
        }
    }

    /// Swaps the positions of two ties in their fan.
    fn swap(&mut self, a: usize, b: usize, involved: &[usize]) {
        let Router { routes, fan_bends, .. } = &mut *self.router;
        let same_direction = routes[a].from_nation == routes[b].from_nation;
        let sign = if same_direction { 1.0 } else { -1.0 };
        (fan_bends[a], fan_bends[b]) = (fan_bends[b] * sign, fan_bends[a] * sign);
        let (bend_of_a, bend_of_b) = (fan_bends[a], fan_bends[b]);
        self.router.set_bend(a, bend_of_a);
        self.router.set_bend(b, bend_of_b);
        for index in involved {
            self.set_bend(*index, self.router.routes[*index].bend);
        }
    }

    fn total_cost(&self, involved: &[usize]) -> f32 {
        let routes = &self.router.routes;
        let cost =
            |index: &usize| self.costs.cost(routes, *index, &routes[*index].curve, f32::INFINITY);
        involved.iter().map(cost).sum()
    }
}

/// The cost of a bend in itself. It increases along both lists.
fn own_cost(offset: f32) -> f32 {
    26.0 * offset.abs() + 95.0 * offset * offset
}
