//! The nations and names that routes avoid.

use super::polyline::Polyline;
use super::route::Route;
use crate::model::Rect;
use crate::scene::{Curve, NationMark};

/// What routes avoid.
pub(super) struct RouteObstacles<'a> {
    pub(super) nations: &'a [NationMark],
    /// The box of each nation's name.
    pub(super) names: &'a [Rect],
    pub(super) unit: f32,
}

impl RouteObstacles<'_> {
    /// The cost of a curve for the nations and names on it or close to it, and for its length.
    pub(super) fn cost(&self, route: &Route, curve: &Curve, polyline: &Polyline) -> f32 {
        let mut cost = 0.0;
        for (index, nation) in self.nations.iter().enumerate() {
            let is_own = index == route.from_nation || Some(index) == route.to_nation;
            let reach = nation.radius + 12.0 * self.unit;
            if !is_own && polyline.bounds.expanded(reach).contains(nation.center) {
                let clearance = polyline.distance_to(nation.center, reach) - nation.radius;
                if clearance < 3.0 * self.unit {
                    cost += 160.0 + 4.0 * (nation.radius - clearance).max(0.0);
                } else if clearance < 12.0 * self.unit {
                    cost += 22.0 * (1.0 - clearance / (12.0 * self.unit));
                }
            }
            if let Some(name) = self.names.get(index) {
                let length = polyline.length_within(name) / self.unit;
                if length > 0.0 {
                    let (fixed, per_unit) = if is_own { (5.0, 0.25) } else { (24.0, 0.8) };
                    cost += fixed + per_unit * length;
                }
            }
        }
        cost + excess_length_cost(curve)
    }
}

/// The cost of a bent curve for being longer than its chord.
fn excess_length_cost(curve: &Curve) -> f32 {
    let chord = curve.from.distance(curve.to);
    // The end tangents of a parabola meet half as far again beyond its control points.
    let sides = curve.from.distance(curve.control_from) + curve.control_to.distance(curve.to);
    0.06 * (1.5 * sides - chord)
}
