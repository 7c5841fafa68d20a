//! A layout of some nations only: they are laid out among themselves, around where they lie, and the
//! others stay.

use std::collections::BTreeSet;

use super::{LayoutSettings, layout_problem};
use crate::edit::{self, Target};
use crate::layout::{self, Flow, Frame, LayoutError};
use crate::model::{Map, Nation, NationId, Point, Rect};
use crate::scene::{self, Positions};

/// The spacing of the grid on which free space is searched, in world units.
const GRID_STEP: f32 = 40.0;
/// How many steps in each direction are searched.
const MAX_STEPS: i16 = 10;
/// With more pairs of nations than this, no free space is searched.
const MAX_PAIRS: usize = 100_000;

/// Positions for the selected nations, laid out by the ties among them.
///
/// Pinned nations stay exactly where they are, and the others lie around them. If none is pinned, the
/// centre of the layout is where that of the nations was, or the nearest point on a grid at which they
/// overlap as few other nations as possible. Those that would lie on a text note move off it.
pub(super) fn lay_out_selection(
    map: &Map,
    nations: &BTreeSet<NationId>,
    settings: LayoutSettings,
    seed: u64,
    observer: &mut dyn FnMut(Frame<'_>) -> Flow,
) -> Result<Vec<(NationId, Point)>, LayoutError> {
    let all = Positions::of(map);
    let (boxes, notes) = (scene::footprints(map), scene::note_boxes(map));
    let (selected, others): (Vec<usize>, Vec<usize>) = (0..map.nations().len())
        .partition(|index| map.nations().id_at(*index).is_some_and(|id| nations.contains(&id)));
    let part = edit::copy(map, &nations.iter().copied().map(Target::Nation).collect());
    let mut problem = layout_problem(&part);
    // Their sizes are those on the whole map.
    let radii = scene::radii(map);
    problem.radii = selected.iter().map(|index| radii[*index]).collect();
    problem.boxes = selected.iter().map(|index| boxes[*index]).collect();
    let is_fixed = problem.pinned.contains(&true);
    let before = selected.iter().map(|index| all.get(*index));
    let center_before = extent(before).center();
    let to_center = |positions: &[[f32; 2]]| {
        let points = || positions.iter().map(|[x, y]| Point::new(*x, *y));
        if is_fixed { Point::default() } else { center_before - extent(points()).center() }
    };

    let mut shown: Vec<[f32; 2]> = all.points().iter().map(|at| [at.x, at.y]).collect();
    let mut report = |frame: Frame<'_>| {
        let offset = to_center(frame.positions);
        for (index, [x, y]) in selected.iter().zip(frame.positions) {
            shown[*index] = [x + offset.x, y + offset.y];
        }
        observer(Frame { positions: &shown, progress: frame.progress })
    };
    let positions = settings.solve(&part, &problem, seed, &mut report)?;
    let mut offset = to_center(&positions);
    if !is_fixed {
        let box_at = |index: usize, at: Point| {
            let [left, top, right, bottom] = boxes[index];
            Rect::new(at + Point::new(left, top), at + Point::new(right, bottom))
        };
        let laid_out = selected.iter().zip(&positions);
        let own: Vec<Rect> =
            laid_out.map(|(index, [x, y])| box_at(*index, Point::new(*x, *y) + offset)).collect();
        let notes = notes.iter().map(|[left, top, right, bottom]| {
            Rect::new(Point::new(*left, *top), Point::new(*right, *bottom))
        });
        let taken = others.iter().map(|index| box_at(*index, all.get(*index)));
        let taken: Vec<Rect> = taken.chain(notes).collect();
        offset = offset + offset_to_free_space(&own, &taken);
    }
    // Around a pin the numbers are exactly those of the layout.
    let offset = if is_fixed { Point::default() } else { offset };
    for (index, [x, y]) in selected.iter().zip(&positions) {
        shown[*index] = [x + offset.x, y + offset.y];
    }
    let can_move = |(id, nation): (NationId, &Nation)| nations.contains(&id) && !nation.pinned;
    let can_move: Vec<bool> = map.nations().iter().map(can_move).collect();
    Ok(placed(map, &selected, &layout::keep_clear(&boxes, &can_move, &notes, shown)))
}

/// The selected nations, given by their indices, with their places among those of all.
fn placed(map: &Map, selected: &[usize], places: &[[f32; 2]]) -> Vec<(NationId, Point)> {
    let placed = |index: &usize| {
        let [x, y] = *places.get(*index)?;
        Some((map.nations().id_at(*index)?, Point::new(x, y).within_limit()))
    };
    selected.iter().filter_map(placed).collect()
}

fn extent(points: impl Iterator<Item = Point>) -> Rect {
    points.fold(Rect::NOTHING, |rect, point| rect.including(point))
}

/// The shortest offset on the grid that gives the fewest overlaps of the boxes with those that are taken.
fn offset_to_free_space(own: &[Rect], taken: &[Rect]) -> Point {
    if own.len().saturating_mul(taken.len()) > MAX_PAIRS {
        return Point::default();
    }
    let steps = -MAX_STEPS..=MAX_STEPS;
    let mut offsets: Vec<(i16, i16)> =
        steps.clone().flat_map(|x| steps.clone().map(move |y| (x, y))).collect();
    offsets.sort_by_key(|(x, y)| x * x + y * y);
    let offsets =
        offsets.into_iter().map(|(x, y)| Point::new(f32::from(x), f32::from(y)) * GRID_STEP);
    let mut best = (usize::MAX, Point::default());
    for offset in offsets {
        let moved = own.iter().map(|rect| rect.translated(offset));
        let overlaps =
            moved.map(|rect| taken.iter().filter(|other| other.intersects(&rect)).count()).sum();
        if overlaps < best.0 {
            best = (overlaps, offset);
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
    use crate::edit::{add_nation, add_tie, apply, move_nations};
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
        let command = move_nations(&map, [pinned], Some(true));
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
        assert_eq!(offset_to_free_space(&own, &[at(0.0, 200.0)]), Point::default());
        let offset = offset_to_free_space(&own, &[at(30.0, 0.0)]);
        assert!(own.iter().all(|rect| !rect.translated(offset).intersects(&at(30.0, 0.0))));
        assert!(offset.length() <= 2.0 * GRID_STEP, "no farther than it must: {offset:?}");
        let everywhere = [Rect::centered(Point::default(), 9e4, 9e4)];
        assert_eq!(offset_to_free_space(&own, &everywhere), Point::default());
    }
}
