//! The cost of a route: for passing nations and names, crossing other ties, and running along them.

use super::obstacles::RouteObstacles;
use super::polyline::Polyline;
use super::route::Route;
use super::segment_grid::SegmentGrid;
use crate::model::Point;
use crate::scene::Curve;

/// The cost of a crossing, about that of a bend of 0.2.
const CROSSING: f32 = 9.0;

/// Costs of routes among nations, names, and the current routes of all ties.
pub(super) struct RouteCosts<'a> {
    obstacles: RouteObstacles<'a>,
    polylines: Vec<Polyline>,
    grid: SegmentGrid,
    /// The ties that start or end at each nation, ascending.
    at_nation: Vec<Vec<usize>>,
    /// The ties that end at each tie, ascending.
    at_tie: Vec<Vec<usize>>,
}

impl<'a> RouteCosts<'a> {
    pub(super) fn new(routes: &[Route], obstacles: RouteObstacles<'a>) -> Self {
        let polylines: Vec<Polyline> =
            routes.iter().map(|route| Polyline::of(&route.curve)).collect();
        let mut at_nation = vec![Vec::new(); obstacles.nations.len()];
        let mut at_tie = vec![Vec::new(); routes.len()];
        for (index, route) in routes.iter().enumerate() {
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
        let grid = SegmentGrid::new(&polylines);
        Self { obstacles, polylines, grid, at_nation, at_tie }
    }

    /// The ties that end at a tie.
    pub(super) fn ending_at(&self, tie: usize) -> impl Iterator<Item = usize> {
        self.at_tie[tie].iter().copied()
    }

    /// Updates the route of a tie.
    pub(super) fn update(&mut self, tie: usize, curve: &Curve) {
        let polyline = Polyline::of(curve);
        if polyline != self.polylines[tie] {
            self.grid.replace(tie, &self.polylines[tie], &polyline);
            self.polylines[tie] = polyline;
        }
    }

    /// The cost of a curve for a tie. Above `limit` it needn't be complete.
    pub(super) fn cost(&self, routes: &[Route], tie: usize, curve: &Curve, limit: f32) -> f32 {
        let polyline = Polyline::of(curve);
        let mut cost = self.obstacles.cost(&routes[tie], curve, &polyline);
        if cost < limit {
            cost += self.cost_of_ties(routes, tie, curve, &polyline, limit - cost);
        }
        cost
    }

    /// The cost of a curve for running along ties with a common end, for meeting the tie at which it
    /// ends at a flat angle, and for crossing others.
    fn cost_of_ties(
        &self,
        routes: &[Route],
        tie: usize,
        curve: &Curve,
        polyline: &Polyline,
        limit: f32,
    ) -> f32 {
        let own = &routes[tie];
        let mut cost = 0.0;
        if let Some(target) = own.to_tie {
            cost += flat_angle_cost(curve.tangent(1.0), routes[target].curve.tangent(0.5));
        }
        for other in self.ties_with_common_end(routes, tie) {
            if cost > limit {
                return cost;
            }
            if polyline.is_near(&self.polylines[other]) {
                cost += polyline.cost_alongside(&self.polylines[other]);
            }
        }
        let counts = |other: usize| {
            other != tie && own.to_tie != Some(other) && routes[other].to_tie != Some(tie)
        };
        let enough = ((limit - cost) / CROSSING).max(0.0) as usize;
        cost + CROSSING * self.grid.crossings(polyline, counts, enough.saturating_add(1)) as f32
    }

    /// The other ties that share an end with a tie, each once.
    fn ties_with_common_end(&self, routes: &[Route], tie: usize) -> impl Iterator<Item = usize> {
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

/// The cost of meeting a tie at a flat angle, for both directions there.
fn flat_angle_cost(arriving: Point, target: Point) -> f32 {
    let along = arriving.dot(target).abs();
    if along > 0.6 { 90.0 * (along - 0.6) } else { 0.0 }
}
