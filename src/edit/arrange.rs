//! Arranges several nations and text notes: aligns, distributes, mirrors, turns and spreads them.

use std::collections::BTreeSet;

use super::{Command, place_by_hand};
use crate::model::{Map, Point, Rect, Target};

/// A direction across the map.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Axis {
    /// From left to right.
    Horizontal,
    /// From top to bottom.
    Vertical,
}

/// What nations and notes are aligned with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Line {
    /// The leftmost of them.
    Left,
    /// The vertical line half offset between the leftmost and the rightmost.
    Center,
    /// The rightmost.
    Right,
    /// The topmost.
    Top,
    /// The horizontal line half offset between the topmost and the lowest.
    Middle,
    /// The lowest.
    Bottom,
}

/// How several nations and notes are arranged; the centre of each counts.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Arrange {
    /// On one line.
    Align(Line),
    /// With equal gaps between their centres; the outermost two stay.
    Distribute(Axis),
    /// Reversed along an axis, within the same extent.
    Mirror(Axis),
    /// Turned clockwise, as seen on a screen, about the mean of their positions.
    Turn {
        /// By how much.
        degrees: f32,
    },
    /// Farther from the mean of their positions, or nearer to it.
    Spread {
        /// How many times as far.
        factor: f32,
    },
}

/// Arranges nations, which are pinned as by a drag, and text notes. Ties among those chosen don't matter.
///
/// Nations without a position are ignored. When distributed, those at the same position along the axis
/// keep the order of the map, notes after nations. Positions beyond [`Point::LIMIT`] are clamped to it. `None` if nothing
/// would move: with a single one, or where they are arranged in that offset already.
pub fn arrange(map: &Map, chosen: &BTreeSet<Target>, how: Arrange) -> Option<Command> {
    /// Less than this, in world units, doesn't count as moving.
    const LEAST: f32 = 0.01;
    let nations = map.nations().iter();
    let nations = nations.filter_map(|(id, nation)| Some((Target::Nation(id), nation.position?)));
    let notes = map.text_notes().iter().map(|(id, note)| (Target::Note(id), note.position));
    let before: Vec<(Target, Point)> =
        nations.chain(notes).filter(|(target, _)| chosen.contains(target)).collect();
    let mut positions: Vec<Point> = before.iter().map(|(_, at)| *at).collect();
    match how {
        Arrange::Align(line) => align(&mut positions, line),
        Arrange::Distribute(axis) => distribute(&mut positions, axis),
        Arrange::Mirror(axis) => mirror(&mut positions, axis),
        Arrange::Turn { degrees } => {
            transform_about_mean(&mut positions, rotation(f64::from(degrees)));
        }
        Arrange::Spread { factor } => {
            let factor = f64::from(factor);
            transform_about_mean(&mut positions, |[x, y]| [x * factor, y * factor]);
        }
    }
    for position in &mut positions {
        *position = position.within_limit();
    }
    let moves = before.iter().zip(&positions).any(|((_, from), to)| from.distance(*to) > LEAST);
    let placed = || before.iter().map(|(target, _)| *target).zip(positions.iter().copied());
    let nations = placed().filter_map(|(target, at)| Some((target.nation()?, at)));
    let notes = placed().filter_map(|(target, at)| Some((target.note()?, at)));
    moves.then(|| place_by_hand(map, nations, notes))
}

const fn along(axis: Axis, position: &mut Point) -> &mut f32 {
    match axis {
        Axis::Horizontal => &mut position.x,
        Axis::Vertical => &mut position.y,
    }
}

fn extent(positions: &[Point]) -> Rect {
    positions.iter().fold(Rect::NOTHING, |rect, position| rect.including(*position))
}

fn align(positions: &mut [Point], line: Line) {
    let extent = extent(positions);
    let (axis, to) = match line {
        Line::Left => (Axis::Horizontal, extent.min.x),
        Line::Center => (Axis::Horizontal, extent.center().x),
        Line::Right => (Axis::Horizontal, extent.max.x),
        Line::Top => (Axis::Vertical, extent.min.y),
        Line::Middle => (Axis::Vertical, extent.center().y),
        Line::Bottom => (Axis::Vertical, extent.max.y),
    };
    positions.iter_mut().for_each(|position| *along(axis, position) = to);
}

fn distribute(positions: &mut [Point], axis: Axis) {
    // A stable sort.
    let mut order: Vec<&mut f32> =
        positions.iter_mut().map(|position| along(axis, position)).collect();
    order.sort_by(|a, b| a.total_cmp(b));
    let (Some(first), Some(last)) = (order.first().map(|x| **x), order.last().map(|x| **x)) else {
        return;
    };
    let gaps = (order.len() - 1).max(1) as f32;
    for (number, position) in order.into_iter().enumerate() {
        *position = first + (last - first) * (number as f32 / gaps);
    }
}

fn mirror(positions: &mut [Point], axis: Axis) {
    let mut extent = extent(positions);
    let ends = *along(axis, &mut extent.min) + *along(axis, &mut extent.max);
    for position in positions {
        let position = along(axis, position);
        *position = ends - *position;
    }
}

fn rotation(degrees: f64) -> impl Fn([f64; 2]) -> [f64; 2] {
    let (sin, cos) = degrees.to_radians().sin_cos();
    move |[x, y]| [x * cos - y * sin, x * sin + y * cos]
}

/// Changes the vector from the mean of all positions to each of them.
fn transform_about_mean(positions: &mut [Point], change: impl Fn([f64; 2]) -> [f64; 2]) {
    let count = positions.len().max(1) as f64;
    let mean = |along: fn(&Point) -> f32| {
        positions.iter().map(|position| f64::from(along(position))).sum::<f64>() / count
    };
    let center = [mean(|position| position.x), mean(|position| position.y)];
    for position in positions {
        let offset = [f64::from(position.x) - center[0], f64::from(position.y) - center[1]];
        let [x, y] = change(offset);
        *position = Point::new((center[0] + x) as f32, (center[1] + y) as f32);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::edit::{add_nation, apply};
    use crate::model::{Nation, NationId};

    fn map(places: &[Option<(f32, f32)>]) -> Map {
        let mut map = Map::empty();
        for place in places {
            let position = place.map(|(x, y)| Point::new(x, y));
            let (_, command) = add_nation(&map, Nation { position, ..Nation::default() });
            apply(&mut map, command).expect("it fits");
        }
        map
    }

    fn all(map: &Map) -> BTreeSet<Target> {
        map.nations()
            .ids()
            .map(Target::Nation)
            .chain(map.text_notes().ids().map(Target::Note))
            .collect()
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
            assert_eq!(
                arrange(&one, &[Target::Nation(NationId(1))].into(), how),
                None,
                "one nation: {how:?}"
            );
            assert_eq!(arrange(&one, &BTreeSet::new(), how), None);
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
        assert_eq!(map.violations(), vec![]);
        let unplaced = map.nations().get(NationId(2)).expect("there");
        assert!(unplaced.position.is_none() && !unplaced.pinned);
    }
}
