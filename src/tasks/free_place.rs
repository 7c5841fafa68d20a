//! Where something new may lie, so that it lands on nothing.

use std::collections::BTreeSet;

use crate::layout::OccupiedBoxes;
use crate::model::{DrawnAs, Map, NationId, Point, TextNote};
use crate::scene;

/// How far right and down what is added together is moved if it would land on something.
const STEP: Point = Point::new(48.0, 48.0);
/// How many times it is moved so at most.
const MAX_STEPS: usize = 200;
/// The box that a nation takes up until it has been named, in world units.
const NEW_NATION: [f32; 4] = [-45.0, -18.0, 45.0, 40.0];
/// How far the edge of a hull is from the names and discs in it, in world units.
const HULL_MARGIN: f32 = 16.0;

/// Places for several new nations, one after another.
pub struct FreePlaces(Vec<[f32; 4]>);

impl FreePlaces {
    /// The places that a map leaves.
    pub fn of(map: &Map) -> Self {
        Self(placed_boxes(map))
    }

    /// Takes the free place nearest to `wanted`.
    pub fn take_near(&mut self, wanted: Point) -> Point {
        let at = nearest_free(&self.0, NEW_NATION, wanted);
        self.0.push(moved(NEW_NATION, at));
        at
    }
}

/// The place nearest to `wanted` at which a nation lands on no other, on no name and in no hull.
pub fn free_place(map: &Map, wanted: Point) -> Point {
    let mut boxes = placed_boxes(map);
    boxes.extend(hull_boxes(map));
    nearest_free(&boxes, NEW_NATION, wanted)
}

/// The place nearest to its own at which a new text note lands on no nation, no name and no other note.
pub fn free_place_of_note(map: &Map, note: &TextNote) -> Point {
    let [left, top, right, bottom] = scene::note_box(note);
    let Point { x, y } = note.position;
    let shape = [left - x, top - y, right - x, bottom - y];
    nearest_free(&placed_boxes(map), shape, note.position)
}

/// The place nearest to `wanted` at which a nation lands on no other and on no name. It may lie in a
/// hull, where a person has chosen so.
pub fn free_place_near(map: &Map, wanted: Point) -> Point {
    nearest_free(&placed_boxes(map), NEW_NATION, wanted)
}

/// How far to move nations of `part`, which have been given places, so that none lands on a nation of
/// `map` or on its name: by `wanted`, or else by as many steps to the lower right as are needed.
pub fn free_offset(map: &Map, part: &Map, wanted: Point) -> Point {
    let (taken, new) = (placed_boxes(map), placed_boxes(part));
    let largest = new.iter().copied().reduce(union).unwrap_or([0.0; 4]);
    let occupied = OccupiedBoxes::new(&taken, largest);
    let is_free =
        |offset: &Point| new.iter().all(|shape| occupied.is_free(*shape, [offset.x, offset.y]));
    let mut offsets = (0..=MAX_STEPS).map(|step| wanted + STEP * step as f32);
    offsets.find(is_free).unwrap_or(wanted)
}

fn nearest_free(taken: &[[f32; 4]], shape: [f32; 4], wanted: Point) -> Point {
    let occupied = OccupiedBoxes::new(taken, shape);
    let [x, y] = occupied.nearest_free(shape, [wanted.x, wanted.y]);
    Point::new(x, y).within_limit()
}

/// The boxes of the nations that have a position, where they lie, and of the text notes.
fn placed_boxes(map: &Map) -> Vec<[f32; 4]> {
    let placed = map.nations().iter().zip(scene::footprints(map));
    let at = |((_, nation), shape): ((NationId, &crate::model::Nation), [f32; 4])| {
        nation.position.map(|at| moved(shape, at))
    };
    placed.filter_map(at).chain(scene::note_boxes(map)).collect()
}

/// The boxes around the members of each organisation that is drawn as a hull.
fn hull_boxes(map: &Map) -> Vec<[f32; 4]> {
    let hulls: BTreeSet<NationId> = map
        .nations()
        .iter()
        .filter(|(_, n)| n.drawn_as == DrawnAs::Hull)
        .map(|(id, _)| id)
        .collect();
    let shapes = scene::footprints(map);
    let around = |hull: &NationId| {
        let members = map.nations().iter().zip(&shapes).filter(|((_, nation), _)| {
            nation.memberships.iter().any(|membership| membership.organisation == *hull)
        });
        let boxes =
            members.filter_map(|((_, nation), shape)| nation.position.map(|at| moved(*shape, at)));
        boxes.reduce(union).map(|[left, top, right, bottom]| {
            let margin = HULL_MARGIN;
            [left - margin, top - margin, right + margin, bottom + margin]
        })
    };
    hulls.iter().filter_map(around).collect()
}

fn moved([left, top, right, bottom]: [f32; 4], by: Point) -> [f32; 4] {
    [left + by.x, top + by.y, right + by.x, bottom + by.y]
}

fn union(a: [f32; 4], b: [f32; 4]) -> [f32; 4] {
    [a[0].min(b[0]), a[1].min(b[1]), a[2].max(b[2]), a[3].max(b[3])]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::edit::{add_nation, apply};
    use crate::model::Nation;

    fn add(map: &mut Map, name: &str, at: Point) {
        let nation = Nation { name: name.into(), position: Some(at), ..Nation::default() };
        let (_, command) = add_nation(map, nation);
        apply(map, command).expect("it fits");
    }

    fn overlap(a: [f32; 4], b: [f32; 4]) -> bool {
        a[0] < b[2] && b[0] < a[2] && a[1] < b[3] && b[1] < a[3]
    }

    #[test]
    fn twenty_nations_wished_for_one_place_lie_apart() {
        let mut map = Map::default();
        for number in 0..20 {
            let name = if number % 3 == 0 { "The Commonwealth of the Isles" } else { "New nation" };
            let at = free_place(&map, Point::default());
            add(&mut map, name, at);
        }
        let boxes = placed_boxes(&map);
        let short = |index: usize| !index.is_multiple_of(3);
        for (index, a) in boxes.iter().enumerate().filter(|(index, _)| short(*index)) {
            let before = boxes.iter().take(index);
            assert!(before.clone().all(|b| !overlap(*a, *b)), "{index}: {a:?}");
        }
    }

    #[test]
    fn a_part_lands_beside_what_is_there() {
        let mut map = Map::default();
        add(&mut map, "The Commonwealth of the Isles", Point::default());
        let offset = free_offset(&map, &map, Point::new(0.0, 0.0));
        let shape = placed_boxes(&map)[0];
        assert!(!overlap(shape, moved(shape, offset)), "{offset:?}");
        let far = Point::new(900.0, 0.0);
        assert_eq!(free_offset(&map, &map, far), far, "it is free there");
    }
}
