//! A uniform grid that says which things lie near a rectangle, so that a label looks at its
//! neighbours alone.

use std::collections::HashMap;

use crate::model::{Point, Rect};

/// The most cells that a side of the plane is cut into.
const MOST_CELLS: f32 = 400.0;

/// Things by the cells that they touch. What is asked for comes back in the order of its numbers,
/// never in the order of the hash.
pub(super) struct Grid {
    cell: f32,
    cells: HashMap<(i32, i32), Vec<u32>>,
}

impl Grid {
    /// A grid for a part of the plane, its cells no smaller than asked for and few enough for memory.
    pub(super) fn new(extent: &Rect, least_cell: f32) -> Self {
        let side = if extent.is_nothing() { 1.0 } else { extent.width().max(extent.height()) };
        Self { cell: least_cell.max(side / MOST_CELLS).max(1e-3), cells: HashMap::new() }
    }

    /// The side of a cell.
    pub(super) const fn cell(&self) -> f32 {
        self.cell
    }

    pub(super) fn insert(&mut self, thing: u32, bounds: &Rect) {
        for cell in self.cells_of(bounds) {
            self.cells.entry(cell).or_default().push(thing);
        }
    }

    /// Takes a thing out that was put in with these bounds.
    pub(super) fn remove(&mut self, thing: u32, bounds: &Rect) {
        for cell in self.cells_of(bounds) {
            if let Some(things) = self.cells.get_mut(&cell) {
                things.retain(|other| *other != thing);
            }
        }
    }

    /// Everything in the cells that a rectangle touches, each once, in the order of the numbers.
    pub(super) fn near(&self, bounds: &Rect, found: &mut Vec<u32>) {
        found.clear();
        for cell in self.cells_of(bounds) {
            if let Some(things) = self.cells.get(&cell) {
                found.extend_from_slice(things);
            }
        }
        found.sort_unstable();
        found.dedup();
    }

    /// Whether something that may lie near a rectangle is what is looked for.
    pub(super) fn any_near(&self, bounds: &Rect, is_it: impl Fn(u32) -> bool) -> bool {
        let mut things = self.cells_of(bounds).filter_map(|cell| self.cells.get(&cell)).flatten();
        things.any(|thing| is_it(*thing))
    }

    fn cells_of(&self, bounds: &Rect) -> impl Iterator<Item = (i32, i32)> + use<> {
        let low = self.cell_of(bounds.min);
        let high = if bounds.is_nothing() { (low.0 - 1, low.1) } else { self.cell_of(bounds.max) };
        (low.0..=high.0).flat_map(move |x| (low.1..=high.1).map(move |y| (x, y)))
    }

    fn cell_of(&self, point: Point) -> (i32, i32) {
        ((point.x / self.cell).floor() as i32, (point.y / self.cell).floor() as i32)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_near_is_found_once_and_in_order() {
        let rect = |x: f32, y: f32, side: f32| Rect::centered(Point::new(x, y), side, side);
        let mut grid = Grid::new(&rect(0.0, 0.0, 1000.0), 50.0);
        grid.insert(7, &rect(-100.0, 0.0, 220.0));
        grid.insert(3, &rect(10.0, 10.0, 10.0));
        grid.insert(5, &rect(400.0, 400.0, 10.0));
        let mut found = Vec::new();
        grid.near(&rect(0.0, 0.0, 60.0), &mut found);
        assert_eq!(found, [3, 7]);
        grid.remove(7, &rect(-100.0, 0.0, 220.0));
        grid.near(&rect(-100.0, 0.0, 60.0), &mut found);
        assert!(found.is_empty());
        grid.near(&Rect::NOTHING, &mut found);
        assert!(found.is_empty());
    }
}
