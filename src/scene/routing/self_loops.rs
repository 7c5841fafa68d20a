//! Ties of a nation to itself: loops at its rim, on the side where most space is free.

use std::collections::BTreeMap;
use std::f32::consts::{PI, TAU};

use super::route::Route;
use crate::model::{Map, Point, Rect};
use crate::scene::{Curve, NationMark};

/// How far a loop reaches beyond its nation's rim, at unit 1.
const REACH: f32 = 34.0;
/// The angle between neighbouring loops at the same nation, where there is space.
const STEP: f32 = 1.35;
/// The part of the angle between neighbouring loops that a loop fills, so that each has ends of its own.
const FILLED: f32 = 0.8;
/// The smallest angle between the sides of a loop.
const MIN_OPENING: f32 = 0.15;

/// How a loop lies at its nation.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct TurnedLoop {
    /// Where its middle lies, clockwise from the right.
    pub(super) direction_radians: f32,
    /// The angle between its sides.
    pub(super) opening_radians: f32,
}

impl TurnedLoop {
    /// A loop in a direction chosen by hand, in half turns with the clock from the right.
    fn by_hand(half_turns: f32) -> Self {
        let direction_radians = (half_turns * PI + PI).rem_euclid(TAU) - PI;
        Self { direction_radians, opening_radians: Curve::LOOP_OPENING }
    }

    /// The directions of both its sides.
    fn sides(&self) -> [f32; 2] {
        [-0.5, 0.5].map(|side| self.direction_radians + side * self.opening_radians)
    }
}

/// The loop of a nation in a direction, clockwise from the right, with that angle between its sides.
pub(super) fn loop_curve(
    nation: &NationMark,
    direction_radians: f32,
    opening_radians: f32,
    unit: f32,
) -> Curve {
    let direction = Point::new(direction_radians.cos(), direction_radians.sin());
    let reach = nation.reach(|| direction) + REACH * unit;
    Curve::teardrop(nation.center, direction_radians, opening_radians, reach)
}

/// The indices of all loops, and how they lie: where they were put by hand (in half turns), or on the side
/// of their nation where most space is free.
pub(super) fn turned_loops(
    map: &Map,
    nations: &[NationMark],
    names: &[Rect],
    (routes, by_hand): (&[Route], &dyn Fn(usize) -> Option<f32>),
    unit: f32,
) -> Vec<(usize, TurnedLoop)> {
    let mut loops: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for (index, route) in routes.iter().enumerate().filter(|(_, route)| route.is_loop()) {
        loops.entry(route.from_nation).or_default().push(index);
    }
    if loops.is_empty() {
        return Vec::new();
    }
    let mut taken = directions_of_lines(map, nations, routes);
    let turned = |(nation, loops): (usize, Vec<usize>)| {
        let mut taken = taken.remove(&nation).unwrap_or_default();
        if let Some(mark) = nations.get(nation) {
            taken.extend(directions_of_name(mark, names.get(nation)));
            taken.extend(directions_of_neighbours(nation, nations, unit));
        }
        let (put, free): (Vec<usize>, Vec<usize>) =
            loops.into_iter().partition(|index| by_hand(*index).is_some());
        let put: Vec<(usize, TurnedLoop)> = put
            .into_iter()
            .filter_map(|index| Some((index, TurnedLoop::by_hand(by_hand(index)?))))
            .collect();
        taken.extend(put.iter().flat_map(|(_, turned)| turned.sides()));
        let turned = free_directions(&mut taken, free.len());
        put.into_iter().chain(free.into_iter().zip(turned))
    };
    loops.into_iter().flat_map(turned).collect()
}

/// The directions of the ties and memberships at each nation.
fn directions_of_lines(
    map: &Map,
    nations: &[NationMark],
    routes: &[Route],
) -> BTreeMap<usize, Vec<f32>> {
    let mut directions: BTreeMap<usize, Vec<f32>> = BTreeMap::new();
    for route in routes.iter().filter(|route| !route.is_loop()) {
        let start = angle(route.curve.tangent(0.0));
        directions.entry(route.from_nation).or_default().push(start);
        if let Some(to) = route.to_nation {
            let end = angle(route.curve.reversed().tangent(0.0));
            directions.entry(to).or_default().push(end);
        }
    }
    for (nation, direction) in directions_of_memberships(map, nations) {
        directions.entry(nation).or_default().push(direction);
    }
    directions
}

/// The directions from each nation to its organisations and members, with the nation's index in the map.
fn directions_of_memberships<'a>(
    map: &'a Map,
    nations: &'a [NationMark],
) -> impl Iterator<Item = (usize, f32)> + 'a {
    let pairs = map.nations().iter().enumerate().flat_map(|(member, (_, nation))| {
        let organisations =
            nation.memberships.iter().map(|m| map.nations().index_of(m.organisation));
        organisations.flatten().map(move |organisation| (member, organisation))
    });
    pairs.flat_map(|(member, organisation)| {
        let center = |i: usize| nations.get(i).map_or_else(Point::default, |mark| mark.center);
        let to_organisation = center(organisation) - center(member);
        [(member, angle(to_organisation)), (organisation, angle(to_organisation * -1.0))]
    })
}

/// The directions from a nation to both sides of all marks that its loops could reach.
fn directions_of_neighbours(
    nation: usize,
    nations: &[NationMark],
    unit: f32,
) -> impl Iterator<Item = f32> {
    let own = &nations[nation];
    let others =
        nations.iter().enumerate().filter(move |(i, mark)| *i != nation && mark.is_drawn());
    others.flat_map(move |(_, other)| {
        let radius = other.half_extent().length().min(other.radius * 2.0);
        let away = other.center - own.center;
        let is_near = away.length() < own.radius + radius + REACH * unit;
        let half = (radius / away.length().max(radius)).asin();
        [-half, 0.0, half].into_iter().filter(move |_| is_near).map(move |by| angle(away) + by)
    })
}

/// A number of loops at one nation, fanned out in the widest gaps between the directions that are taken;
/// straight up if none is.
fn free_directions(taken: &mut [f32], count: usize) -> Vec<TurnedLoop> {
    for direction in taken.iter_mut() {
        *direction = (*direction + PI).rem_euclid(TAU) - PI;
    }
    taken.sort_unstable_by(f32::total_cmp);
    let Some(first) = taken.first().copied() else {
        return fan(-PI / 2.0, TAU, count).collect();
    };
    let ends = taken.iter().copied().skip(1).chain([first + TAU]);
    let gaps: Vec<(f32, f32)> = taken.iter().copied().zip(ends).collect();
    // Each loop goes where it gets most space, after those before it (the method of d'Hondt 1878).
    let mut loops = vec![0usize; gaps.len()];
    for _ in 0..count {
        let space = |i: usize| (gaps[i].1 - gaps[i].0) / (loops[i] + 1) as f32;
        let mut widest = 0;
        for index in 1..gaps.len() {
            if space(index) > space(widest) + 1e-3 {
                widest = index;
            }
        }
        loops[widest] += 1;
    }
    let fans = gaps.iter().zip(loops);
    fans.flat_map(|((from, to), count)| fan(f32::midpoint(*from, *to), to - from, count)).collect()
}

/// A number of loops side by side about a middle, as far apart as the space allows.
fn fan(middle: f32, space: f32, count: usize) -> impl Iterator<Item = TurnedLoop> {
    let step = STEP.min(space / count.max(1) as f32);
    let first = middle - step * count.saturating_sub(1) as f32 / 2.0;
    let opening_radians = (step * FILLED).clamp(MIN_OPENING, Curve::LOOP_OPENING);
    (0..count).map(move |index| TurnedLoop {
        direction_radians: first + step * index as f32,
        opening_radians,
    })
}

/// The directions from a nation to points along the edges of its name. If the box of its name isn't known, those
/// around straight down, where names usually are.
fn directions_of_name(nation: &NationMark, name: Option<&Rect>) -> Vec<f32> {
    let Some(name) = name.filter(|name| !name.is_nothing()) else {
        return [0.25, 0.4, 0.6, 0.75].map(|half_turns| half_turns * PI).to_vec();
    };
    let (min, max) = (name.min, name.max);
    let steps = [0.0, 0.25, 0.5, 0.75, 1.0];
    let points = steps.into_iter().flat_map(|across| steps.map(|down| (across, down)));
    points
        .map(|(across, down)| {
            let (x, y) = (min.x + across * name.width(), min.y + down * name.height());
            angle(Point::new(x.min(max.x), y.min(max.y)) - nation.center)
        })
        .collect()
}

/// The angle of a direction, clockwise from the right.
fn angle(direction: Point) -> f32 {
    direction.y.atan2(direction.x)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn directions(taken: &[f32], count: usize) -> Vec<f32> {
        let loops = free_directions(&mut taken.to_vec(), count);
        loops.into_iter().map(|turned| turned.direction_radians).collect()
    }

    #[test]
    fn a_loop_lies_where_most_room_is_free() {
        let [only] = directions(&[0.0, PI / 2.0, PI], 1)[..] else { panic!("one loop") };
        assert!((only.rem_euclid(TAU) - 1.5 * PI).abs() < 1e-5);
    }

    #[test]
    fn several_loops_fan_out_and_fill_one_gap_after_the_other() {
        let two = directions(&[-0.1, 0.1], 2);
        assert!((two[1] - two[0] - STEP).abs() < 1e-5);
        // A cross leaves four gaps alike: four loops take one each.
        let four = directions(&[0.0, PI / 2.0, PI, -PI / 2.0], 4);
        for pair in four.windows(2) {
            assert!((pair[1] - pair[0] - PI / 2.0).abs() < 1e-5);
        }
        let many = directions(&[], 40);
        assert!(many.windows(2).all(|pair| pair[1] - pair[0] > 0.15));
    }

    #[test]
    fn loops_side_by_side_have_ends_of_their_own() {
        // The lower half is taken, as by a name and a tie: three loops share the upper half.
        for taken in [&[0.0, PI / 2.0, PI][..], &[-0.1, 0.1], &[]] {
            for count in 1..9 {
                let loops = free_directions(&mut taken.to_vec(), count);
                for pair in loops.windows(2) {
                    let apart = pair[1].direction_radians - pair[0].direction_radians;
                    let sides = (pair[0].opening_radians + pair[1].opening_radians) / 2.0;
                    assert!(sides < 0.9 * apart, "{count} loops: {sides} of {apart}");
                }
            }
        }
    }
}
