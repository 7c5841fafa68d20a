//! A uniform grid to which boxes can be added and removed, so that a label is compared with its
//! neighbours alone.

use std::collections::HashMap;

use crate::model::{Point, Rect};

/// The maximum number of cells along a side.
const MAX_CELLS: f32 = 400.0;

/// Items by the cells that their boxes touch. Queries return items in ascending order, never in hash
/// order.
pub(in crate::scene) struct BoxGrid {
    cell: f32,
    cells: HashMap<(i32, i32), Vec<u32>>,
}

impl BoxGrid {
    /// A grid for an area. Cells are at least as large as `min_cell`, and larger where there would be
    /// too many.
    pub(in crate::scene) fn new(extent: &Rect, min_cell: f32) -> Self {
        let side = if extent.is_nothing() { 1.0 } else { extent.width().max(extent.height()) };
        Self { cell: min_cell.max(side / MAX_CELLS).max(1e-3), cells: HashMap::new() }
    }

    /// The side of a cell.
    pub(super) const fn cell(&self) -> f32 {
        self.cell
    }

    pub(in crate::scene) fn insert(&mut self, item: u32, bounds: &Rect) {
        for cell in self.cells_of(bounds) {
            self.cells.entry(cell).or_default().push(item);
        }
    }

    /// Removes an item that was inserted with these bounds.
    pub(super) fn remove(&mut self, item: u32, bounds: &Rect) {
        for cell in self.cells_of(bounds) {
            if let Some(items) = self.cells.get_mut(&cell) {
                items.retain(|other| *other != item);
            }
        }
    }

    /// Finds all items in the cells that a rectangle touches, each once, ascending.
    pub(super) fn query(&self, bounds: &Rect, found: &mut Vec<u32>) {
        found.clear();
        for cell in self.cells_of(bounds) {
            if let Some(items) = self.cells.get(&cell) {
                found.extend_from_slice(items);
            }
        }
        found.sort_unstable();
        found.dedup();
    }

    /// Whether a condition holds for any item that may touch a rectangle.
    pub(in crate::scene) fn any_near(
        &self,
        bounds: &Rect,
        condition: impl Fn(u32) -> bool,
    ) -> bool {
        let mut items = self.cells_of(bounds).filter_map(|cell| self.cells.get(&cell)).flatten();
        items.any(|item| condition(*item))
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
        let mut grid = BoxGrid::new(&rect(0.0, 0.0, 1000.0), 50.0);
        grid.insert(7, &rect(-100.0, 0.0, 220.0));
        grid.insert(3, &rect(10.0, 10.0, 10.0));
        grid.insert(5, &rect(400.0, 400.0, 10.0));
        let mut found = Vec::new();
        grid.query(&rect(0.0, 0.0, 60.0), &mut found);
        assert_eq!(found, [3, 7]);
        grid.remove(7, &rect(-100.0, 0.0, 220.0));
        grid.query(&rect(-100.0, 0.0, 60.0), &mut found);
        assert!(found.is_empty());
        grid.query(&Rect::NOTHING, &mut found);
        assert!(found.is_empty());
    }
}
