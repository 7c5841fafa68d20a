//! Ties of a nation to itself: drops at its rim, on the side where most room is free.

use std::collections::BTreeMap;
use std::f32::consts::{PI, TAU};

use super::Router;
use crate::model::{Map, Point, Rect};
use crate::scene::{Curve, NationMark, Scene};

/// How far a loop reaches beyond its nation's rim, in units.
const REACH: f32 = 34.0;
/// The angle from one loop to the next at the same nation, where there is room.
const STEP: f32 = 1.05;

/// The loop of a nation in a direction, clockwise from the right.
pub(super) fn curve(nation: &NationMark, direction_radians: f32, unit: f32) -> Curve {
    let direction = Point::new(direction_radians.cos(), direction_radians.sin());
    Curve::drop(nation.center, direction_radians, nation.reach(|| direction) + REACH * unit)
}

impl Router<'_> {
    /// Turns each loop to the side of its nation where most room is free.
    pub(super) fn turn_loops(&mut self, map: &Map, names: &[Rect]) {
        let mut at_nation: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
        for (index, route) in self.routes.iter().enumerate().filter(|(_, r)| r.is_loop()) {
            at_nation.entry(route.from_nation).or_default().push(index);
        }
        if at_nation.is_empty() {
            return;
        }
        let mut taken: BTreeMap<usize, Vec<f32>> = BTreeMap::new();
        for route in self.routes.iter().filter(|route| !route.is_loop()) {
            let start = angle(route.curve.tangent(0.0));
            taken.entry(route.from_nation).or_default().push(start);
            if let Some(to) = route.to_nation {
                let end = angle(route.curve.reversed().tangent(0.0));
                taken.entry(to).or_default().push(end);
            }
        }
        for (nation, direction) in of_memberships(map, self.nations) {
            taken.entry(nation).or_default().push(direction);
        }
        for (nation, members) in at_nation {
            let mut taken = taken.remove(&nation).unwrap_or_default();
            if let Some(mark) = self.nations.get(nation) {
                taken.extend(of_name(mark, names.get(nation)));
            }
            let directions = directions(&mut taken, members.len());
            for (index, direction) in members.into_iter().zip(directions) {
                self.directions[index] = direction;
            }
        }
        self.aim_all();
    }
}

/// The directions of so many loops at one nation, fanned in the widest gaps between the directions
/// that are taken; straight up where none is.
fn directions(taken: &mut [f32], count: usize) -> Vec<f32> {
    taken.sort_unstable_by(f32::total_cmp);
    let Some(first) = taken.first().copied() else {
        return fan(-PI / 2.0, TAU, count).collect();
    };
    let ends = taken.iter().copied().skip(1).chain([first + TAU]);
    let gaps: Vec<(f32, f32)> = taken.iter().copied().zip(ends).collect();
    // Each loop goes where it gets most room, those before it counted (d'Hondt 1878).
    let mut loops = vec![0usize; gaps.len()];
    for _ in 0..count {
        let room = |i: usize| (gaps[i].1 - gaps[i].0) / (loops[i] + 1) as f32;
        let mut widest = 0;
        for index in 1..gaps.len() {
            if room(index) > room(widest) + 1e-3 {
                widest = index;
            }
        }
        loops[widest] += 1;
    }
    let fans = gaps.iter().zip(loops);
    fans.flat_map(|((from, to), count)| fan(f32::midpoint(*from, *to), to - from, count)).collect()
}

/// So many directions side by side about a middle, as far apart as the room lets them.
fn fan(middle: f32, room: f32, count: usize) -> impl Iterator<Item = f32> {
    let step = STEP.min(room / count.max(1) as f32);
    let first = middle - step * count.saturating_sub(1) as f32 / 2.0;
    (0..count).map(move |place| first + step * place as f32)
}

/// The directions from a nation to the corners of its name, or straight down and to either side of
/// that where its name isn't known: there it stands mostly.
fn of_name(nation: &NationMark, name: Option<&Rect>) -> [f32; 4] {
    let Some(name) = name.filter(|name| !name.is_nothing()) else {
        return [0.25, 0.4, 0.6, 0.75].map(|half_turns| half_turns * PI);
    };
    let (min, max) = (name.min, name.max);
    [(min.x, min.y), (max.x, min.y), (min.x, max.y), (max.x, max.y)]
        .map(|(x, y)| angle(Point::new(x, y) - nation.center))
}

/// The directions from each nation to those whose member it is, or who are its members, with the
/// nation's place in the order of the map.
fn of_memberships<'a>(
    map: &'a Map,
    nations: &'a [NationMark],
) -> impl Iterator<Item = (usize, f32)> + 'a {
    let pairs = map.nations().iter().enumerate().flat_map(|(member, (_, nation))| {
        let places = nation.memberships.iter().map(|m| map.nations().index_of(m.organisation));
        places.flatten().map(move |organisation| (member, organisation))
    });
    pairs.flat_map(|(member, organisation)| {
        let center = |i: usize| nations.get(i).map_or_else(Point::default, |mark| mark.center);
        let way = center(organisation) - center(member);
        [(member, angle(way)), (organisation, angle(way * -1.0))]
    })
}

/// The direction in which a loop of an earlier scene lies.
pub(super) fn kept(previous: &Scene, nation: usize, middle: Point) -> Option<f32> {
    previous.nations.get(nation).map(|mark| angle(middle - mark.center))
}

/// The angle of a direction, clockwise from the right.
fn angle(direction: Point) -> f32 {
    direction.y.atan2(direction.x)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_loop_lies_where_most_room_is_free() {
        let [only] = directions(&mut [0.0, PI / 2.0, PI], 1)[..] else { panic!("one loop") };
        assert!((only - 1.5 * PI).abs() < 1e-5);
    }

    #[test]
    fn several_loops_fan_out_and_fill_one_gap_after_the_other() {
        let two = directions(&mut [-0.1, 0.1], 2);
        assert!((two[1] - two[0] - STEP).abs() < 1e-5);
        // A cross leaves four gaps alike: four loops take one each.
        let four = directions(&mut [0.0, PI / 2.0, PI, -PI / 2.0], 4);
        for pair in four.windows(2) {
            assert!((pair[1] - pair[0] - PI / 2.0).abs() < 1e-5);
        }
        let many = directions(&mut [], 40);
        assert!(many.windows(2).all(|pair| pair[1] - pair[0] > 0.15));
    }
}
