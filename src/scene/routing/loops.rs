//! Ties of a nation to itself: drops at its rim, on the side where most room is free.

use std::f32::consts::{PI, TAU};

use crate::model::{Map, Point, Rect};
use crate::scene::{Curve, NationMark, Scene};

/// How far a loop reaches beyond its nation's rim, in units.
const REACH: f32 = 34.0;
/// The angle from one loop to the next at the same nation, where there is room.
const STEP: f32 = 1.05;

/// The loop of a nation in a direction, clockwise from the right.
pub(super) fn curve(center: Point, radius: f32, direction_radians: f32, unit: f32) -> Curve {
    Curve::drop(center, direction_radians, radius + REACH * unit)
}

/// The directions of so many loops at one nation, fanned in the widest gaps between the directions
/// that are taken; straight up where none is.
pub(super) fn directions(taken: &mut [f32], count: usize) -> Vec<f32> {
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
pub(super) fn of_name(nation: &NationMark, name: Option<&Rect>) -> [f32; 4] {
    let Some(name) = name.filter(|name| !name.is_nothing()) else {
        return [0.25, 0.4, 0.6, 0.75].map(|half_turns| half_turns * PI);
    };
    let (min, max) = (name.min, name.max);
    [(min.x, min.y), (max.x, min.y), (min.x, max.y), (max.x, max.y)]
        .map(|(x, y)| angle(Point::new(x, y) - nation.center))
}

/// The directions from each nation to those whose member it is, or who are its members, with the
/// nation's place in the order of the map.
pub(super) fn of_memberships<'a>(
    map: &'a Map,
    centers: &'a [Point],
) -> impl Iterator<Item = (usize, f32)> + 'a {
    let pairs = map.nations().iter().enumerate().flat_map(|(member, (_, nation))| {
        let places = nation.memberships.iter().map(|m| map.nations().index_of(m.organisation));
        places.flatten().map(move |organisation| (member, organisation))
    });
    pairs.flat_map(|(member, organisation)| {
        let center = |i: usize| centers.get(i).copied().unwrap_or_default();
        let way = center(organisation) - center(member);
        [(member, angle(way)), (organisation, angle(way * -1.0))]
    })
}

/// The direction in which a loop of an earlier scene lies.
pub(super) fn kept(previous: &Scene, nation: usize, middle: Point) -> Option<f32> {
    previous.nations.get(nation).map(|mark| angle(middle - mark.center))
}

/// The angle of a direction, clockwise from the right.
pub(super) fn angle(direction: Point) -> f32 {
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
