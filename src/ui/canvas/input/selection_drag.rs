//! Nations and text notes that are being dragged, and how the other nations give way to them.

use std::collections::BTreeSet;

use super::snapping::{Snap, SnapReach, SnapTargets};
use crate::edit::{Command, Target, move_nations, place_by_hand};
use crate::layout::DragLayout;
use crate::model::{Map, Nation, NationId, NationType, NoteId, Point};
use crate::scene::{HullMark, note_boxes};
use crate::tasks::layout_problem;
use crate::ui::intent::Intent;
use crate::ui::state::State;

/// In maps with more nations than this the others don't give way: only what is dragged moves.
const MOST_LIVE: usize = 2_000;

/// Nations and text notes that follow the pointer, while the other nations give way.
pub struct SelectionDrag {
    held: Vec<Held>,
    notes: Vec<HeldNote>,
    /// Whether it was grabbed at a nation, which then snaps to others.
    snaps: bool,
    /// Moves the others; `None` where they stay.
    layout: Option<DragLayout>,
    /// Where every nation is now, in the order of the map.
    positions: Vec<(NationId, Point)>,
    /// The indices in that order of the nations to snap to.
    candidates: Vec<usize>,
    /// The same with their positions.
    targets: SnapTargets,
    snap: Snap,
    /// The indices of the organisations on which it can be dropped: they don't give way.
    organisations: Vec<usize>,
    /// The hulls of organisations that it may enter, as they were when it began: a nation that doesn't belong
    /// to a hull is left out of it wherever it is dragged.
    hulls: Vec<HullMark>,
}

struct Held {
    nation: NationId,
    /// Its index in the order of the map.
    index: usize,
    /// From the pointer to its centre.
    grab: Point,
}

/// A text note that follows the pointer.
struct HeldNote {
    note: NoteId,
    /// From the pointer to its middle.
    grab: Point,
    at: Point,
}

impl SelectionDrag {
    /// Starts to drag nations and text notes, the first of which was grabbed, at a point of the world. Ties
    /// follow their ends.
    pub fn begin(
        map: &Map,
        targets: &[Target],
        pointer: Point,
        shown: &dyn Fn(NationId) -> Option<Point>,
    ) -> Self {
        let positions: Vec<(NationId, Point)> =
            map.nations().ids().map(|id| (id, shown(id).unwrap_or_default())).collect();
        let nations: Vec<NationId> = targets.iter().filter_map(|target| target.nation()).collect();
        let take = |nation: &NationId| {
            let index = map.nations().index_of(*nation)?;
            let at = positions.get(index)?.1;
            Some(Held { nation: *nation, index, grab: at - pointer })
        };
        let held: Vec<Held> = nations.iter().filter_map(take).collect();
        let take_note = |target: &Target| {
            let note = target.note()?;
            let at = map.text_notes().get(note)?.position;
            Some(HeldNote { note, grab: at - pointer, at })
        };
        let notes: Vec<HeldNote> = targets.iter().filter_map(take_note).collect();
        // A group keeps its shape: the others give way to a single nation only.
        let is_one = held.len() == 1 && notes.is_empty();
        let gives_way = is_one && map.nations().len() <= MOST_LIVE;
        let layout = gives_way.then(|| {
            let mut problem = layout_problem(map);
            for (slot, (_, at)) in problem.positions.iter_mut().zip(&positions) {
                *slot = Some([at.x, at.y]);
            }
            DragLayout::new(&problem).ok().map(|layout| layout.with_obstacles(&note_boxes(map)))
        });
        Self {
            held,
            notes,
            snaps: targets.first().is_some_and(|target| target.nation().is_some()),
            layout: layout.flatten(),
            positions,
            candidates: Vec::new(),
            targets: SnapTargets::default(),
            snap: Snap::default(),
            organisations: organisations(map, &nations),
            hulls: Vec::new(),
        }
    }

    /// Lets the dragged nation snap to others that fit a condition, except to those dragged as well.
    pub fn snap_to(&mut self, is_target: &dyn Fn(NationId, Point) -> bool) {
        let mut held: Vec<usize> = self.held.iter().map(|held| held.index).collect();
        held.sort_unstable();
        let fits = |(index, (id, at)): (usize, &(NationId, Point))| {
            (held.binary_search(&index).is_err() && is_target(*id, *at)).then_some(index)
        };
        self.candidates = self.positions.iter().enumerate().filter_map(fits).collect();
        self.targets = self.targets_now();
    }

    /// Finds what the dragged nation, the first of several, is aligned with; nothing without a reach. It
    /// snaps to where the others are now. Those that it is aligned with don't give way, so that what
    /// looks aligned stays aligned.
    pub fn align(&mut self, pointer: Point, reach: Option<SnapReach>) {
        if self.layout.is_some() {
            self.targets = self.targets_now();
        }
        let snap = self.held.first().zip(reach).filter(|_| self.snaps);
        let snap = snap.map(|(held, reach)| self.targets.snap(pointer + held.grab, reach));
        self.snap = snap.unwrap_or_default();
        if let Some(layout) = &mut self.layout {
            layout.keep(self.snap.partners().chain(self.organisations.iter().copied()));
        }
    }

    /// Says which hulls there are when it begins at a point of the world.
    pub fn set_hulls(&mut self, hulls: &[HullMark], began_at: Point) {
        let others = hulls.iter().filter(|hull| !hull.contains(began_at));
        self.hulls = others.filter(|hull| hull.organisation.is_some()).cloned().collect();
    }

    /// The organisations whose hulls it has entered by going to a point of the world, the topmost first.
    pub fn entered(&self, point: Point) -> impl Iterator<Item = NationId> {
        let hulls = self.hulls.iter().rev().filter(move |hull| hull.contains(point));
        hulls.filter_map(|hull| hull.organisation)
    }

    /// What the dragged nation is aligned with.
    pub const fn snap(&self) -> &Snap {
        &self.snap
    }

    fn targets_now(&self) -> SnapTargets {
        let at = |index: &usize| self.positions.get(*index).map(|(_, at)| (*index, *at));
        SnapTargets::new(self.candidates.iter().filter_map(at))
    }

    /// The nations that are dragged.
    pub fn held(&self) -> impl Iterator<Item = NationId> {
        self.held.iter().map(|held| held.nation)
    }

    /// Follows the pointer for one frame; returns whether the others are still moving.
    pub fn follow(&mut self, pointer: Point) -> bool {
        let mut moving = false;
        for held in &mut self.notes {
            held.at = (pointer + held.grab + self.snap.shift).within_limit();
        }
        for held in &self.held {
            let at = pointer + held.grab + self.snap.shift;
            if let Some(layout) = &mut self.layout {
                layout.hold(held.index, [at.x, at.y]);
            }
            if let Some(slot) = self.positions.get_mut(held.index) {
                slot.1 = at;
            }
        }
        if let Some(layout) = &mut self.layout {
            moving = layout.step() > 0.05;
            for ((_, slot), [x, y]) in self.positions.iter_mut().zip(layout.positions()) {
                *slot = Point::new(*x, *y);
            }
        }
        moving
    }

    /// Lets the others come to rest after the last movement of the pointer.
    pub fn settle(&mut self, pointer: Point) {
        const MOST_STEPS: usize = 120;
        for _ in 0..MOST_STEPS {
            if !self.follow(pointer) {
                break;
            }
        }
    }

    /// The positions of all nations that may have moved.
    pub fn positions(&self) -> impl Iterator<Item = (NationId, Point)> {
        let all = self.layout.iter().flat_map(|_| self.positions.iter());
        let held = self.held.iter().filter(|_| self.layout.is_none());
        all.chain(held.filter_map(|held| self.positions.get(held.index))).copied()
    }

    /// The positions of the text notes that are dragged.
    pub fn note_positions(&self) -> impl Iterator<Item = (NoteId, Point)> {
        self.notes.iter().map(|held| (held.note, held.at))
    }
}

/// The indices of the organisations of a map that aren't dragged themselves.
fn organisations(map: &Map, dragged: &[NationId]) -> Vec<usize> {
    let takes_members = |(_, (id, nation)): &(usize, (NationId, &Nation))| {
        nation.nation_type != NationType::State && !dragged.contains(id)
    };
    map.nations().iter().enumerate().filter(takes_members).map(|(index, _)| index).collect()
}

/// The edit that a drag results in; `None` where nothing dragged has moved.
pub fn move_edit(state: &State, drag: &SelectionDrag) -> Option<Intent> {
    const LEAST: f32 = 0.01;
    let map = state.map();
    let held: BTreeSet<NationId> = drag.held().collect();
    let at = |id: NationId| map.nations().get(id).and_then(|n| n.position);
    let has_moved = |id: NationId, to: Point| at(id).is_none_or(|from| from.distance(to) > LEAST);
    let moved = drag.positions().filter(|(id, to)| has_moved(*id, *to));
    let (placed, others): (Vec<_>, Vec<_>) = moved.partition(|(id, _)| held.contains(id));
    let note_has_moved = |(id, to): &(NoteId, Point)| {
        map.text_notes().get(*id).is_some_and(|note| note.position.distance(*to) > LEAST)
    };
    let notes: Vec<(NoteId, Point)> = drag.note_positions().filter(note_has_moved).collect();
    if placed.is_empty() && notes.is_empty() {
        return None;
    }
    let dragged = held.into_iter().map(Target::Nation);
    let dragged = dragged.chain(drag.note_positions().map(|(id, _)| Target::Note(id)));
    let name = name_of_move(state, dragged);
    let by_hand = place_by_hand(map, placed, notes);
    Some(Intent::Edit {
        name,
        command: Command::Batch(vec![by_hand, move_nations(map, others, None)]),
    })
}

/// What the step of moving nations and notes is called.
pub fn name_of_move(state: &State, moved: impl Iterator<Item = Target>) -> String {
    format!("Move {}", state.in_words(&moved.collect()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::edit::{add_text_note, apply};
    use crate::model::{Rect, TextNote};
    use crate::scene::footprints;
    use crate::ui::test_example::{example, japan};

    #[test]
    fn those_that_give_way_keep_off_notes() {
        let mut map = example().map().clone();
        // Where New Zealand, tied to Japan, follows it.
        let note = TextNote::new("The winter line".to_owned(), Point::new(200.0, -150.0));
        let (_, command) = add_text_note(&map, note);
        apply(&mut map, command).expect("a note");
        let shown = |id| map.nations().get(id).and_then(|nation| nation.position);
        let start = shown(japan()).expect("placed");
        let targets = [Target::Nation(japan())];
        let mut drag = SelectionDrag::begin(&map, &targets, start, &shown);
        for step in 1..=40u8 {
            drag.follow(start + Point::new(0.0, -10.0 * f32::from(step)));
        }
        drag.settle(start + Point::new(0.0, -400.0));
        let area = |at: Point, [left, top, right, bottom]: [f32; 4]| {
            Rect::new(at + Point::new(left, top), at + Point::new(right, bottom))
        };
        let note = area(Point::default(), note_boxes(&map)[0]);
        let placed: Vec<Point> = drag.positions().map(|(_, at)| at).collect();
        assert_eq!(placed.len(), 3, "all may move");
        assert!(placed[1].y < -40.0, "it follows: {placed:?}");
        for (at, shape) in placed.iter().zip(footprints(&map)) {
            assert!(!area(*at, shape).intersects(&note), "{placed:?}");
        }
    }
}
