//! Chooses the bend of each tie: the one that costs least for what it passes.
//!
//! A bend depends on the ends of the tie, on the marks and names along it, and on the tie at which it
//! ends. It doesn't depend on what else crosses it, so that moving one nation bends only the ties at that
//! nation and those that pass where it was or is.

use super::obstacles::{CROSSED, RouteObstacles, flat_angle_cost};
use super::parallel_ties::side_sign;
use super::polyline::Polyline;
use super::router::Router;

/// The bends from which a tie chooses if it is alone between its ends.
const BENDS: [f32; 11] = [0.0, 0.12, -0.12, 0.22, -0.22, 0.34, -0.34, 0.5, -0.5, 0.72, -0.72];
/// How far a tie may deviate from its place in a fan.
const SHIFTS: [f32; 7] = [0.0, 0.08, -0.08, 0.18, -0.18, 0.3, -0.3];
/// How near a tie of a fan may come to another, as a fraction of their usual distance.
const NARROWEST: f32 = 0.6;
/// The bends and deviations that are tried as well if all others cross a nation.
const MORE: [f32; 24] = [
    0.06, -0.06, 0.17, -0.17, 0.28, -0.28, 0.42, -0.42, 0.5, -0.5, 0.6, -0.6, 0.72, -0.72, 0.86,
    -0.86, 1.0, -1.0, 1.2, -1.2, 1.45, -1.45, 1.7, -1.7,
];

/// Lets the ties of each fan choose their bends, one after the other, so that they stay apart. Those that
/// were bent by hand keep their bends.
pub(super) fn choose_bends(
    router: &mut Router<'_>,
    fans: std::ops::Range<usize>,
    obstacles: &RouteObstacles<'_>,
) {
    for fan in fans {
        let fan = router.fans[fan].clone();
        for index in &fan {
            router.set_bend(*index, router.unobstructed_bend(*index));
        }
        for index in &fan {
            if router.by_hand(*index).is_none() {
                let offset = best_offset(router, *index, &fan, obstacles);
                router.set_bend(*index, bend(router, *index, offset));
            }
        }
    }
}

/// How far a tie deviates from its place in a fan.
fn best_offset(
    router: &Router<'_>,
    index: usize,
    fan: &[usize],
    obstacles: &RouteObstacles<'_>,
) -> f32 {
    let siblings: Vec<f32> = fan
        .iter()
        .filter(|other| **other != index)
        .map(|other| side_bend(router, *other))
        .collect();
    let own_bend = side_bend(router, index);
    let apart = siblings.iter().map(|other| (own_bend - other).abs()).fold(f32::INFINITY, f32::min);
    let is_free = |offset: f32| {
        let mut others = siblings.iter().map(|other| (own_bend + offset - other).abs());
        others.all(|distance| distance >= NARROWEST * apart)
    };
    let mut best = (f32::INFINITY, 0.0);
    let mut choose = |offsets: &[f32]| {
        for offset in offsets {
            let own = own_cost(*offset);
            if own >= best.0 {
                break;
            }
            if is_free(*offset) {
                let bend = bend(router, index, *offset);
                let cost = own + cost(router, index, bend, best.0 - own, obstacles);
                if cost < best.0 - 0.5 {
                    best = (cost, *offset);
                }
            }
        }
        best.0 >= CROSSED
    };
    if choose(if siblings.is_empty() { &BENDS } else { &SHIFTS }) {
        choose(&MORE);
    }
    best.1
}

/// The bend of a tie, as seen from the same nation for all of its fan.
fn side_bend(router: &Router<'_>, index: usize) -> f32 {
    router.routes[index].bend * side_sign(&router.routes[index])
}

/// The bend of a tie that deviates by an offset.
fn bend(router: &Router<'_>, index: usize, offset: f32) -> f32 {
    router.unobstructed_bend(index) + offset * side_sign(&router.routes[index])
}

/// The cost of a bend for what lies along the tie, and for how it meets the tie at which it ends.
fn cost(
    router: &Router<'_>,
    index: usize,
    bend: f32,
    limit: f32,
    obstacles: &RouteObstacles<'_>,
) -> f32 {
    let route = &router.routes[index];
    let curve = router.curve(index, bend);
    let polyline = Polyline::of(&curve);
    let mut cost = 0.0;
    let target = route.to_tie.and_then(|target| router.routes.get(target));
    if let Some(target) = target {
        cost += flat_angle_cost(curve.tangent(1.0), target.curve.tangent(0.5));
        cost += polyline.cost_alongside(&Polyline::of(&target.curve));
    }
    cost + obstacles.cost(route, target, &curve, &polyline, limit - cost)
}

/// The cost of a bend in itself. It increases along all lists.
fn own_cost(offset: f32) -> f32 {
    26.0 * offset.abs() + 95.0 * offset * offset
}
