//! Ties between the same ends, spread side by side as a fan of smooth curves.

use std::collections::BTreeMap;

use super::route::{MAX_BEND, Route};

/// The distance between the middles of neighbouring ties of a fan, at unit 1.
const SPACING: f32 = 36.0;

/// The fans of ties between the same ends, as indices in the order of the map. A tie that is alone is a
/// fan of one. Loops are left out.
pub(super) fn fans(routes: &[Route]) -> impl Iterator<Item = Vec<usize>> + use<> {
    let mut fans: BTreeMap<(usize, Option<usize>, Option<usize>), Vec<usize>> = BTreeMap::new();
    for (index, route) in routes.iter().enumerate().filter(|(_, route)| !route.is_loop()) {
        let (first, second) = ends(route);
        fans.entry((first, second, route.to_tie)).or_default().push(index);
    }
    fans.into_values()
}

/// The bend of a tie at a position in a fan of `count` ties.
pub(super) fn fan_bend(route: &Route, position: usize, count: usize, unit: f32) -> f32 {
    let chord = (route.curve.to - route.curve.from).length();
    // However many there are, the outermost make no larger detour than any other tie.
    // The middle of a curve is half as far out as its control point.
    let max_step = (2.0 * MAX_BEND / (count - 1).max(1) as f32).min(0.45);
    let step = (2.0 * SPACING * unit / chord.max(1.0)).max(0.04).min(max_step);
    let side = position as f32 - (count - 1) as f32 / 2.0;
    side * step * side_sign(route)
}

/// 1, or -1 for a tie that runs the other way, so that sides are those seen from the same nation for all
/// ties of a fan.
pub(super) fn side_sign(route: &Route) -> f32 {
    if route.from_nation == ends(route).0 { 1.0 } else { -1.0 }
}

/// The nations at the ends of a tie in the order of the map.
fn ends(route: &Route) -> (usize, Option<usize>) {
    match route.to_nation {
        Some(to) => (route.from_nation.min(to), Some(route.from_nation.max(to))),
        None => (route.from_nation, None),
    }
}
