//! The nations and names that routes avoid.

use super::polyline::Polyline;
use super::route::Route;
use crate::model::{Point, Rect};
use crate::scene::index::{Grid, GridShape};
use crate::scene::{Curve, NationMark, Shape};

/// The cost of a line across a nation's mark: so much that no bend is too large to avoid it.
pub(super) const CROSSED: f32 = 4000.0;
/// The least distance from a mark at which a line is seen to pass it by, at unit 1.
const TOUCHING: f32 = 3.0;
/// The distance from which on a mark is no longer near, at unit 1.
const NEAR: f32 = 12.0;
/// The distance that lines keep from names, at unit 1.
const NAME_MARGIN: f32 = 3.0;

/// What routes avoid. The cost of a route depends on what lies along it alone, so that a change in one
/// place of a map changes no route in another.
pub(super) struct RouteObstacles<'a> {
    nations: &'a [NationMark],
    /// The box of each nation's name.
    names: &'a [Rect],
    unit: f32,
    /// Nations by their marks and names.
    grid: Grid,
}

impl<'a> RouteObstacles<'a> {
    pub(super) fn new(nations: &'a [NationMark], names: &'a [Rect], unit: f32) -> Self {
        const MAX_SIDE: usize = 128;
        let marks = || nations.iter().filter(|mark| mark.is_drawn()).map(NationMark::bounds);
        let extent = marks().chain(names.iter().copied()).fold(Rect::NOTHING, |a, b| a.union(&b));
        let reach = NEAR * unit;
        let grid = Grid::new(extent.expanded(reach), MAX_SIDE, |add| {
            for (index, mark) in (0..).zip(nations) {
                if mark.is_drawn() {
                    add(index, &GridShape::Area(mark.bounds().expanded(reach)));
                }
                if let Some(name) = names.get(index as usize).filter(|name| !name.is_nothing()) {
                    add(index, &GridShape::Area(name.expanded(NAME_MARGIN * unit)));
                }
            }
        });
        Self { nations, names, unit, grid }
    }

    /// The cost of a curve for the nations and names on it or close to it, and for its length; `target` is
    /// the tie at which it ends. Above `limit` it needn't be complete.
    pub(super) fn cost(
        &self,
        route: &Route,
        target: Option<&Route>,
        curve: &Curve,
        polyline: &Polyline,
        limit: f32,
    ) -> f32 {
        let mut cost = excess_length_cost(curve);
        for index in self.grid.query(&polyline.bounds).into_iter().map(|index| index as usize) {
            if cost >= limit {
                break;
            }
            if route.ends_at(index) {
                continue;
            }
            cost += self.mark_cost(&self.nations[index], polyline);
            // The name of an end gives way to its ties, and to ties about them.
            let gives_way = target.is_some_and(|target| target.ends_at(index));
            if let Some(name) = self.names.get(index).filter(|_| !gives_way) {
                let near = name.expanded(NAME_MARGIN * self.unit);
                let length = polyline.length_within(&near) / self.unit;
                if length > 0.0 {
                    cost += 24.0 + 0.8 * length;
                }
            }
        }
        cost
    }

    /// The cost of passing the mark of a nation.
    fn mark_cost(&self, nation: &NationMark, polyline: &Polyline) -> f32 {
        if !nation.is_drawn() {
            return 0.0;
        }
        if let Shape::Label { .. } = nation.shape {
            let bounds = nation.bounds();
            let within = |margin: f32| polyline.length_within(&bounds.expanded(margin * self.unit));
            return match (within(TOUCHING), within(NEAR)) {
                (length, _) if length > 0.0 => CROSSED + 4.0 * length / self.unit,
                (_, length) if length > 0.0 => 11.0,
                _ => 0.0,
            };
        }
        let reach = nation.radius + NEAR * self.unit;
        if !polyline.bounds.expanded(reach).contains(nation.center) {
            return 0.0;
        }
        let clearance = polyline.distance_to(nation.center, reach) - nation.radius;
        if clearance < TOUCHING * self.unit {
            CROSSED + 4.0 * (nation.radius - clearance).max(0.0) / self.unit
        } else {
            22.0 * (1.0 - clearance / (NEAR * self.unit)).max(0.0)
        }
    }
}

/// The cost of a bent curve for being longer than its chord.
fn excess_length_cost(curve: &Curve) -> f32 {
    let chord = curve.from.distance(curve.to);
    // The end tangents of a parabola meet half as far again beyond its control points.
    let sides = curve.from.distance(curve.control_from) + curve.control_to.distance(curve.to);
    0.06 * (1.5 * sides - chord)
}

/// The cost of meeting a tie at a flat angle, for both directions there.
pub(super) fn flat_angle_cost(arriving: Point, target: Point) -> f32 {
    let along = arriving.dot(target).abs();
    if along > 0.6 { 90.0 * (along - 0.6) } else { 0.0 }
}
