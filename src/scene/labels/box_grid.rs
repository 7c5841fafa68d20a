//! A uniform grid to which boxes can be added and removed, so that a label is compared with its
//! neighbours alone.

use crate::model::{Point, Rect};

/// The maximum number of cells along a side.
const MAX_CELLS: f32 = 400.0;

/// Items by the cells that their boxes touch. What lies beyond the area of the grid is in the cells at its edge.
pub(in crate::scene) struct BoxGrid {
    origin: Point,
    cell: f32,
    columns: usize,
    rows: usize,
    cells: Vec<Vec<u32>>,
}

impl BoxGrid {
    /// A grid for an area. Cells are at least as large as `min_cell`, and larger where there would be
    /// too many.
    pub(in crate::scene) fn new(extent: &Rect, min_cell: f32) -> Self {
        let extent = if extent.is_nothing() {
            Rect::new(Point::default(), Point::default())
        } else {
            *extent
        };
        let side = extent.width().max(extent.height());
        let cell = min_cell.max(side / MAX_CELLS).max(1e-3);
        let count = |length: f32| (length / cell).ceil().clamp(1.0, MAX_CELLS) as usize;
        let (columns, rows) = (count(extent.width()), count(extent.height()));
        Self { origin: extent.min, cell, columns, rows, cells: vec![Vec::new(); columns * rows] }
    }

    /// The side of a cell.
    pub(super) const fn cell(&self) -> f32 {
        self.cell
    }

    pub(in crate::scene) fn insert(&mut self, item: u32, bounds: &Rect) {
        for cell in self.cells_of(bounds) {
            self.cells[cell].push(item);
        }
    }

    /// Removes an item that was inserted with these bounds.
    pub(super) fn remove(&mut self, item: u32, bounds: &Rect) {
        for cell in self.cells_of(bounds) {
            self.cells[cell].retain(|other| *other != item);
        }
    }

    /// Finds all items in the cells that a rectangle touches, each once, ascending.
    pub(super) fn query(&self, bounds: &Rect, found: &mut Vec<u32>) {
        self.query_where(bounds, |_| true, found);
    }

    /// As [`BoxGrid::query`], of those alone for which a condition holds.
    pub(super) fn query_where(
        &self,
        bounds: &Rect,
        condition: impl Fn(u32) -> bool,
        found: &mut Vec<u32>,
    ) {
        found.clear();
        for cell in self.cells_of(bounds) {
            found.extend(self.cells[cell].iter().copied().filter(|item| condition(*item)));
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
        let mut items = self.cells_of(bounds).flat_map(|cell| &self.cells[cell]);
        items.any(|item| condition(*item))
    }

    /// The indices of the cells that a rectangle touches.
    fn cells_of(&self, bounds: &Rect) -> impl Iterator<Item = usize> + use<> {
        let columns = self.columns;
        let [low, high] = [bounds.min, bounds.max].map(|corner| self.cell_of(corner));
        let end = if bounds.is_nothing() { low.1 } else { high.1 + 1 };
        (low.1..end).flat_map(move |row| (low.0..=high.0).map(move |column| row * columns + column))
    }

    /// The column and the row of a point.
    fn cell_of(&self, point: Point) -> (usize, usize) {
        let at = (point - self.origin) * self.cell.recip();
        // What is below 0 or no number becomes 0.
        ((at.x as usize).min(self.columns - 1), (at.y as usize).min(self.rows - 1))
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
