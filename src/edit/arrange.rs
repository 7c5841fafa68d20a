//! Several nations put in order: aligned, distributed, mirrored, turned and spread.

use std::collections::BTreeSet;

use super::{Command, place};
use crate::model::{Map, NationId, Point, Rect};

/// Way across the map.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Axis {
    /// From left to right.
    Horizontal,
    /// From top to bottom.
    Vertical,
}

/// What nations are brought in line with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Line {
    /// The leftmost of them.
    Left,
    /// The upright line half way between the leftmost and the rightmost.
    Center,
    /// The rightmost.
    Right,
    /// The topmost.
    Top,
    /// The level line half way between the topmost and the lowest.
    Middle,
    /// The lowest.
    Bottom,
}

/// How several nations are put in order, each taken as its centre.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Arrange {
    /// In line.
    Align(Line),
    /// With equal gaps between their centres; the outermost two stay.
    Distribute(Axis),
    /// The other way round along an axis, within the room that they take.
    Mirror(Axis),
    /// Turned about their middle, clockwise as seen on a screen; the middle is the mean of their
    /// places, which turning and spreading leave where it is.
    Turn {
        /// By how much.
        degrees: f32,
    },
    /// Farther from their middle, or nearer.
    Spread {
        /// How many times as far.
        factor: f32,
    },
}

/// Puts nations in order and pins them, as a drag does.
///
/// Nations without a place are passed over. In a distribution those at an equal place along the axis
/// follow each other in the order of the map. What would lie beyond the edge of what a map can hold
/// comes to lie on it. `None` where nothing would move: with a single nation, or where they lie in
/// that order already.
pub fn arrange(map: &Map, nations: &[NationId], how: Arrange) -> Option<Command> {
    /// Less than this, in world units, is no move.
    const LEAST: f32 = 0.01;
    let chosen: BTreeSet<NationId> = nations.iter().copied().collect();
    let chosen = map.nations().iter().filter(|(id, _)| chosen.contains(id));
    let before: Vec<(NationId, Point)> =
        chosen.filter_map(|(id, nation)| Some((id, nation.position?))).collect();
    let mut places: Vec<Point> = before.iter().map(|(_, at)| *at).collect();
    match how {
        Arrange::Align(line) => align(&mut places, line),
        Arrange::Distribute(axis) => distribute(&mut places, axis),
        Arrange::Mirror(axis) => mirror(&mut places, axis),
        Arrange::Turn { degrees } => about_middle(&mut places, turned(f64::from(degrees))),
        Arrange::Spread { factor } => {
            let factor = f64::from(factor);
            about_middle(&mut places, |[x, y]| [x * factor, y * factor]);
        }
    }
    for place in &mut places {
        *place = place.within_limit();
    }
    let moves = before.iter().zip(&places).any(|((_, from), to)| from.distance(*to) > LEAST);
    let ids = before.iter().map(|(id, _)| *id);
    moves.then(|| place(map, ids.zip(places), Some(true)))
}

const fn along(axis: Axis, place: &mut Point) -> &mut f32 {
    match axis {
        Axis::Horizontal => &mut place.x,
        Axis::Vertical => &mut place.y,
    }
}

fn extent(places: &[Point]) -> Rect {
    places.iter().fold(Rect::NOTHING, |rect, place| rect.including(*place))
}

fn align(places: &mut [Point], line: Line) {
    let extent = extent(places);
    let (axis, to) = match line {
        Line::Left => (Axis::Horizontal, extent.min.x),
        Line::Center => (Axis::Horizontal, extent.center().x),
        Line::Right => (Axis::Horizontal, extent.max.x),
        Line::Top => (Axis::Vertical, extent.min.y),
        Line::Middle => (Axis::Vertical, extent.center().y),
        Line::Bottom => (Axis::Vertical, extent.max.y),
    };
    places.iter_mut().for_each(|place| *along(axis, place) = to);
}

fn distribute(places: &mut [Point], axis: Axis) {
    // A sort that keeps the order of equals.
    let mut order: Vec<&mut f32> = places.iter_mut().map(|place| along(axis, place)).collect();
    order.sort_by(|a, b| a.total_cmp(b));
    let (Some(first), Some(last)) = (order.first().map(|x| **x), order.last().map(|x| **x)) else {
        return;
    };
    let gaps = (order.len() - 1).max(1) as f32;
    for (number, place) in order.into_iter().enumerate() {
        *place = first + (last - first) * (number as f32 / gaps);
    }
}

fn mirror(places: &mut [Point], axis: Axis) {
    let mut extent = extent(places);
    let ends = *along(axis, &mut extent.min) + *along(axis, &mut extent.max);
    for place in places {
        let place = along(axis, place);
        *place = ends - *place;
    }
}

fn turned(degrees: f64) -> impl Fn([f64; 2]) -> [f64; 2] {
    let (sin, cos) = degrees.to_radians().sin_cos();
    move |[x, y]| [x * cos - y * sin, x * sin + y * cos]
}

/// Moves each place to where its way from the middle of all then leads.
fn about_middle(places: &mut [Point], change: impl Fn([f64; 2]) -> [f64; 2]) {
    let count = places.len().max(1) as f64;
    let mean = |along: fn(&Point) -> f32| {
        places.iter().map(|place| f64::from(along(place))).sum::<f64>() / count
    };
    let middle = [mean(|place| place.x), mean(|place| place.y)];
    for place in places {
        let way = [f64::from(place.x) - middle[0], f64::from(place.y) - middle[1]];
        let [x, y] = change(way);
        *place = Point::new((middle[0] + x) as f32, (middle[1] + y) as f32);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::edit::{add_nation, apply};
    use crate::model::Nation;

    fn map(places: &[Option<(f32, f32)>]) -> Map {
        let mut map = Map::empty();
        for place in places {
            let position = place.map(|(x, y)| Point::new(x, y));
            let (_, command) = add_nation(&map, Nation { position, ..Nation::default() });
            apply(&mut map, command).expect("it fits");
        }
        map
    }

    fn all(map: &Map) -> Vec<NationId> {
        map.nations().ids().collect()
    }

    /// Where the nations lie once they are arranged.
    fn arranged(places: &[(f32, f32)], how: Arrange) -> Vec<(f32, f32)> {
        let places: Vec<_> = places.iter().copied().map(Some).collect();
        let mut map = map(&places);
        let command = arrange(&map, &all(&map), how).expect("something moves");
        apply(&mut map, command).expect("it fits");
        assert!(map.nations().iter().all(|(_, nation)| nation.pinned), "as a drag pins");
        let at = |(_, nation): (NationId, &Nation)| nation.position.expect("placed");
        let rounded = |at: Point| (at.x.round() + 0.0, at.y.round() + 0.0);
        map.nations().iter().map(at).map(rounded).collect()
    }

    const PLACES: [(f32, f32); 3] = [(0.0, 10.0), (30.0, 0.0), (60.0, 80.0)];

    #[test]
    fn each_line_is_one_of_theirs_or_half_way() {
        for (line, expected) in [
            (Line::Left, [(0.0, 10.0), (0.0, 0.0), (0.0, 80.0)]),
            (Line::Center, [(30.0, 10.0), (30.0, 0.0), (30.0, 80.0)]),
            (Line::Right, [(60.0, 10.0), (60.0, 0.0), (60.0, 80.0)]),
            (Line::Top, [(0.0, 0.0), (30.0, 0.0), (60.0, 0.0)]),
            (Line::Middle, [(0.0, 40.0), (30.0, 40.0), (60.0, 40.0)]),
            (Line::Bottom, [(0.0, 80.0), (30.0, 80.0), (60.0, 80.0)]),
        ] {
            assert_eq!(arranged(&PLACES, Arrange::Align(line)), expected, "{line:?}");
        }
    }

    #[test]
    fn gaps_become_equal_and_equals_keep_their_order() {
        let vertical = Arrange::Distribute(Axis::Vertical);
        assert_eq!(arranged(&PLACES, vertical), [(0.0, 40.0), (30.0, 0.0), (60.0, 80.0)]);
        let places = [(9.0, 0.0), (0.0, 1.0), (0.0, 2.0), (0.0, 3.0)];
        let horizontal = Arrange::Distribute(Axis::Horizontal);
        assert_eq!(arranged(&places, horizontal), [(9.0, 0.0), (0.0, 1.0), (3.0, 2.0), (6.0, 3.0)]);
    }

    #[test]
    fn a_mirror_keeps_the_room_that_they_take() {
        let horizontal = Arrange::Mirror(Axis::Horizontal);
        assert_eq!(arranged(&PLACES, horizontal), [(60.0, 10.0), (30.0, 0.0), (0.0, 80.0)]);
        let vertical = Arrange::Mirror(Axis::Vertical);
        assert_eq!(arranged(&PLACES, vertical), [(0.0, 70.0), (30.0, 80.0), (60.0, 0.0)]);
    }

    #[test]
    fn turning_and_spreading_are_about_the_middle() {
        let quarter = Arrange::Turn { degrees: 90.0 };
        assert_eq!(arranged(&PLACES, quarter), [(50.0, 0.0), (60.0, 30.0), (-20.0, 60.0)]);
        let doubled = Arrange::Spread { factor: 2.0 };
        assert_eq!(arranged(&PLACES, doubled), [(-30.0, -10.0), (30.0, -30.0), (90.0, 130.0)]);
    }

    #[test]
    fn a_full_turn_in_steps_ends_where_it_began() {
        let mut map = map(&PLACES.map(Some));
        let before: Vec<Point> = map.nations().iter().filter_map(|(_, n)| n.position).collect();
        for _ in 0..24 {
            let command = arrange(&map, &all(&map), Arrange::Turn { degrees: 15.0 });
            apply(&mut map, command.expect("it turns")).expect("it fits");
        }
        let after = map.nations().iter().filter_map(|(_, n)| n.position);
        assert!(before.into_iter().zip(after).all(|(a, b)| a.distance(b) < 0.01));
    }

    #[test]
    fn there_is_no_step_where_nothing_moves() {
        let one = map(&[Some((1.0, 2.0)), Some((5.0, 6.0))]);
        let how = [
            Arrange::Align(Line::Left),
            Arrange::Distribute(Axis::Horizontal),
            Arrange::Mirror(Axis::Vertical),
            Arrange::Turn { degrees: 30.0 },
            Arrange::Spread { factor: 3.0 },
        ];
        for how in how {
            assert_eq!(arrange(&one, &[NationId(1)], how), None, "one nation: {how:?}");
            assert_eq!(arrange(&one, &[], how), None);
        }
        let equal = map(&[Some((1.0, 2.0)); 3]);
        for how in how {
            assert_eq!(arrange(&equal, &all(&equal), how), None, "one place: {how:?}");
        }
        let two = Arrange::Distribute(Axis::Horizontal);
        assert_eq!(arrange(&one, &all(&one), two), None, "the outermost stay");
    }

    #[test]
    fn nations_without_a_place_are_passed_over_and_the_edge_holds() {
        let limit = Point::LIMIT;
        let mut map = map(&[Some((-limit, 0.0)), None, Some((limit, 50.0))]);
        let spread = arrange(&map, &all(&map), Arrange::Spread { factor: 10.0 });
        apply(&mut map, spread.expect("it moves")).expect("it fits");
        assert_eq!(map.faults(), vec![]);
        let unplaced = map.nations().get(NationId(2)).expect("there");
        assert!(unplaced.position.is_none() && !unplaced.pinned);
    }
}
