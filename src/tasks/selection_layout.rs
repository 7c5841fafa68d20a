//! A layout of some nations alone: they are laid out among themselves, where they are, and the rest
//! stays.

use std::collections::BTreeSet;

use super::{LayoutSettings, layout_problem};
use crate::edit::{self, Target};
use crate::layout::{Flow, Frame, LayoutError};
use crate::model::{Map, NationId, Point, Rect};
use crate::scene::{self, Positions};

/// The grid on which a free place is looked for, in world units.
const STEP: f32 = 40.0;
/// How many steps off, either way, it is looked for.
const MOST_STEPS: i16 = 10;
/// With more pairs of nations than this no free place is looked for.
const MOST_PAIRS: usize = 100_000;

/// Where the chosen nations come to lie, laid out by the ties among them.
///
/// Those that are pinned stay exactly, and the others lie around them. Where none is, the middle of
/// the layout is the middle of where they were, or the place nearest to it at which they lie on as few
/// others as can be.
pub(super) fn lay_out_selection(
    map: &Map,
    nations: &BTreeSet<NationId>,
    settings: LayoutSettings,
    seed: u64,
    observer: &mut dyn FnMut(Frame<'_>) -> Flow,
) -> Result<Vec<(NationId, Point)>, LayoutError> {
    let all = Positions::of(map);
    let boxes = scene::footprints(map);
    let (chosen, others): (Vec<usize>, Vec<usize>) = (0..map.nations().len())
        .partition(|index| map.nations().id_at(*index).is_some_and(|id| nations.contains(&id)));
    let part = edit::part(map, &nations.iter().copied().map(Target::Nation).collect());
    let mut problem = layout_problem(&part);
    // They are as large as they are on the whole map.
    let radii = scene::radii(map);
    problem.radii = chosen.iter().map(|index| radii[*index]).collect();
    problem.boxes = chosen.iter().map(|index| boxes[*index]).collect();
    let is_fixed = problem.pinned.contains(&true);
    let before = chosen.iter().map(|index| all.get(*index));
    let middle = extent(before).center();
    let to_middle = |positions: &[[f32; 2]]| {
        let points = || positions.iter().map(|[x, y]| Point::new(*x, *y));
        if is_fixed { Point::default() } else { middle - extent(points()).center() }
    };

    let mut shown: Vec<[f32; 2]> = all.points().iter().map(|at| [at.x, at.y]).collect();
    let mut tell = |frame: Frame<'_>| {
        let way = to_middle(frame.positions);
        for (index, [x, y]) in chosen.iter().zip(frame.positions) {
            shown[*index] = [x + way.x, y + way.y];
        }
        observer(Frame { positions: &shown, progress: frame.progress })
    };
    let positions = settings.solve(&part, &problem, seed, &mut tell)?;
    let mut way = to_middle(&positions);
    if !is_fixed {
        let box_at = |index: usize, at: Point| {
            let [left, top, right, bottom] = boxes[index];
            Rect::new(at + Point::new(left, top), at + Point::new(right, bottom))
        };
        let laid = chosen.iter().zip(&positions);
        let own: Vec<Rect> =
            laid.map(|(index, [x, y])| box_at(*index, Point::new(*x, *y) + way)).collect();
        let taken: Vec<Rect> = others.iter().map(|index| box_at(*index, all.get(*index))).collect();
        way = way + aside(&own, &taken);
    }
    let place = |(index, [x, y]): (&usize, &[f32; 2])| {
        // Without a way the numbers are those of the layout, exactly.
        let at = if is_fixed { Point::new(*x, *y) } else { Point::new(*x, *y) + way };
        Some((map.nations().id_at(*index)?, at.within_limit()))
    };
    Ok(chosen.iter().zip(&positions).filter_map(place).collect())
}

fn extent(points: impl Iterator<Item = Point>) -> Rect {
    points.fold(Rect::NOTHING, |rect, point| rect.including(point))
}

/// The shortest way on the grid after which as few boxes as can be lie on those that are taken.
fn aside(own: &[Rect], taken: &[Rect]) -> Point {
    if own.len().saturating_mul(taken.len()) > MOST_PAIRS {
        return Point::default();
    }
    let steps = -MOST_STEPS..=MOST_STEPS;
    let mut ways: Vec<(i16, i16)> =
        steps.clone().flat_map(|x| steps.clone().map(move |y| (x, y))).collect();
    ways.sort_by_key(|(x, y)| x * x + y * y);
    let ways = ways.into_iter().map(|(x, y)| Point::new(f32::from(x), f32::from(y)) * STEP);
    let mut best = (usize::MAX, Point::default());
    for way in ways {
        let moved = own.iter().map(|rect| rect.translated(way));
        let overlaps =
            moved.map(|rect| taken.iter().filter(|other| other.intersects(&rect)).count()).sum();
        if overlaps < best.0 {
            best = (overlaps, way);
        }
        if overlaps == 0 {
            break;
        }
    }
    best.1
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::edit::{add_nation, add_tie, apply, place};
    use crate::model::{End, Nation};
    use crate::tasks::LayoutKind;

    /// Two rows of five; the upper ones are tied to each other in a ring.
    fn map() -> Map {
        let mut map = Map::empty();
        for number in 0..10_u8 {
            let at = Point::new(f32::from(number % 5) * 100.0, f32::from(number / 5) * 400.0);
            let (_, command) = add_nation(
                &map,
                Nation { name: format!("N{number}"), position: Some(at), ..Nation::default() },
            );
            apply(&mut map, command).expect("it fits");
        }
        let kind = map.kinds().id_at(0).expect("a kind");
        for (from, to) in [(1, 2), (2, 3), (3, 4), (4, 5), (5, 1), (1, 6)] {
            let (_, command) = add_tie(&map, NationId(from), End::Nation(NationId(to)), kind);
            apply(&mut map, command).expect("it fits");
        }
        map
    }

    fn laid_out(map: &Map, numbers: &[u32], kind: LayoutKind) -> Vec<(NationId, Point)> {
        let nations = numbers.iter().copied().map(NationId).collect();
        let settings = LayoutSettings { kind, ..LayoutSettings::default() };
        let count = map.nations().len();
        lay_out_selection(map, &nations, settings, 1, &mut |frame| {
            assert_eq!(frame.positions.len(), count, "a frame shows the whole map");
            Flow::Continue
        })
        .expect("the map is sound")
    }

    #[test]
    fn the_chosen_lie_around_the_middle_of_where_they_were() {
        let map = map();
        for kind in LayoutKind::ALL {
            let places = laid_out(&map, &[1, 2, 3, 4, 5], kind);
            let ids: Vec<u32> = places.iter().map(|(id, _)| id.0).collect();
            assert_eq!(ids, [1, 2, 3, 4, 5], "and they alone");
            let middle = extent(places.iter().map(|(_, at)| *at)).center();
            assert!(middle.distance(Point::new(200.0, 0.0)) < 1.0, "{kind:?}: {middle:?}");
        }
    }

    #[test]
    fn what_is_pinned_stays_exactly() {
        let mut map = map();
        let pinned = (NationId(2), Point::new(123.25, -45.5));
        let command = place(&map, [pinned], Some(true));
        apply(&mut map, command).expect("it fits");
        for kind in LayoutKind::ALL {
            let places = laid_out(&map, &[1, 2, 3], kind);
            assert!(places.contains(&pinned), "{kind:?}: {places:?}");
        }
    }

    #[test]
    fn a_layout_goes_aside_for_what_lies_in_its_middle() {
        let at = |x: f32, y: f32| Rect::centered(Point::new(x, y), 50.0, 50.0);
        let own = [at(0.0, 0.0), at(60.0, 0.0)];
        assert_eq!(aside(&own, &[at(0.0, 200.0)]), Point::default());
        let way = aside(&own, &[at(30.0, 0.0)]);
        assert!(own.iter().all(|rect| !rect.translated(way).intersects(&at(30.0, 0.0))));
        assert!(way.length() <= 2.0 * STEP, "no farther than it must: {way:?}");
        let everywhere = [Rect::centered(Point::default(), 9e4, 9e4)];
        assert_eq!(aside(&own, &everywhere), Point::default());
    }
}
