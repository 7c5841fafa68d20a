//! Where the name of a hull can't stand.

use crate::model::Rect;
use crate::scene::labels::BoxGrid;
use crate::scene::{Label, NationMark, Options, usual_name};

/// The distance of a hull's name from marks and from other names, at unit 1.
const GAP: f32 = 4.0;

/// The boxes of marks, of names at their usual positions, of notes, and of the hulls' names placed so far.
pub(super) struct TakenSpace {
    boxes: Vec<Rect>,
    grid: BoxGrid,
    frame: Option<Rect>,
    /// The distance from marks and names that is usually kept.
    gap: f32,
}

impl TakenSpace {
    pub(super) fn of(nations: &[NationMark], notes: &[Label], options: &Options) -> Self {
        let gap = GAP * options.unit;
        let marks = nations.iter().filter(|nation| nation.is_drawn());
        let marks = marks.flat_map(|nation| {
            let name = usual_name(nation, options).map(|label| label.bounds);
            std::iter::once(nation.bounds().expanded(gap)).chain(name)
        });
        let boxes: Vec<Rect> = marks.chain(notes.iter().map(|note| note.bounds)).collect();
        let extent = boxes.iter().fold(Rect::NOTHING, |all, area| all.union(area));
        let mut taken = Self {
            boxes: Vec::new(),
            grid: BoxGrid::new(&extent, 60.0 * options.unit),
            frame: options.frame,
            gap,
        };
        boxes.into_iter().for_each(|area| taken.add(area));
        taken
    }

    pub(super) fn add(&mut self, area: Rect) {
        self.grid.insert(self.boxes.len() as u32, &area);
        self.boxes.push(area);
    }

    /// Whether a place is free, up to the distance that is usually kept: a layout has left its own.
    pub(super) fn is_nearly_free(&self, area: &Rect) -> bool {
        self.is_free(&area.expanded(-self.gap))
    }

    pub(super) fn is_free(&self, area: &Rect) -> bool {
        let is_within = self.frame.is_none_or(|frame| frame.holds(area));
        let meets = |index: u32| self.boxes.get(index as usize).is_some_and(|b| b.intersects(area));
        is_within && !self.grid.any_near(area, meets)
    }
}
