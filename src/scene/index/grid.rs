//! A uniform grid, packed into two lists: which items touch which cell.

use crate::model::{Point, Rect};

/// Items by the cells that they touch. Built once, queried often.
#[derive(Clone, Debug, Default)]
pub(in crate::scene) struct Grid {
    extent: Option<Rect>,
    columns: usize,
    rows: usize,
    /// Where each cell's items begin in `items`; the last entry is where all end.
    starts: Vec<u32>,
    items: Vec<u32>,
}

impl Grid {
    /// A grid of up to `max_side` × `max_side` cells over an extent. `visit` passes on every item with
    /// its shape, in ascending order. It is called twice and must pass on the same each time.
    pub(in crate::scene) fn new(
        extent: Rect,
        max_side: usize,
        visit: impl Fn(&mut dyn FnMut(u32, &GridShape<'_>)),
    ) -> Self {
        if extent.is_nothing() {
            return Self::default();
        }
        let cell = (extent.width().max(extent.height()) / max_side.max(1) as f32).max(1e-3);
        let along = |side: f32| ((side / cell).ceil() as usize).clamp(1, max_side.max(1));
        let (columns, rows) = (along(extent.width()), along(extent.height()));
        let mut grid = Self {
            extent: Some(extent),
            columns,
            rows,
            starts: vec![0; columns * rows + 1],
            items: Vec::new(),
        };
        let mut counts = vec![0u32; columns * rows];
        visit(&mut |_, shape| grid.each_touched(shape, &mut |cell| counts[cell] += 1));
        let mut sum = 0;
        for (start, count) in grid.starts.iter_mut().zip(counts.iter_mut()) {
            *start = sum;
            sum += std::mem::replace(count, sum);
        }
        grid.starts[columns * rows] = sum;
        // The counts have become the indices at which each cell's next item goes.
        let mut items = vec![0; sum as usize];
        visit(&mut |item, shape| {
            grid.each_touched(shape, &mut |cell| {
                items[counts[cell] as usize] = item;
                counts[cell] += 1;
            });
        });
        grid.items = items;
        grid
    }

    /// The fraction of all cells that a rectangle touches.
    pub(in crate::scene) fn fraction_touched(&self, area: &Rect) -> f32 {
        let cells = self.touched(area).map_or(0, |(columns, rows)| columns.count() * rows.count());
        cells as f32 / (self.columns * self.rows).max(1) as f32
    }

    /// All items in the cells that a rectangle touches, each once, ascending.
    pub(in crate::scene) fn query(&self, area: &Rect) -> Vec<u32> {
        let mut found = Vec::new();
        if let Some((columns, rows)) = self.touched(area) {
            for row in rows {
                for column in columns.clone() {
                    found.extend_from_slice(self.cell(row * self.columns + column));
                }
            }
        }
        found.sort_unstable();
        found.dedup();
        found
    }

    /// Whether a condition holds for any item that may touch a rectangle. An item may be tested more than
    /// once.
    pub(in crate::scene) fn any_near(
        &self,
        area: &Rect,
        mut condition: impl FnMut(u32) -> bool,
    ) -> bool {
        let Some((columns, rows)) = self.touched(area) else { return false };
        rows.into_iter().any(|row| {
            let cells = columns.clone().map(|column| row * self.columns + column);
            cells.into_iter().any(|cell| self.cell(cell).iter().any(|item| condition(*item)))
        })
    }

    /// The number of entries: items, counted once for every cell.
    #[cfg(test)]
    pub(in crate::scene) fn entries(&self) -> usize {
        self.items.len()
    }

    fn cell(&self, index: usize) -> &[u32] {
        let range = self.starts[index] as usize..self.starts[index + 1] as usize;
        self.items.get(range).unwrap_or_default()
    }

    fn column_of(&self, extent: &Rect, x: f32) -> usize {
        let share = (x - extent.min.x) / extent.width().max(1e-3);
        ((share * self.columns as f32) as usize).min(self.columns - 1)
    }

    fn row_of(&self, extent: &Rect, y: f32) -> usize {
        let share = (y - extent.min.y) / extent.height().max(1e-3);
        ((share * self.rows as f32) as usize).min(self.rows - 1)
    }

    /// The cells that a rectangle touches; `None` if it lies outside the grid.
    fn touched(
        &self,
        area: &Rect,
    ) -> Option<(std::ops::RangeInclusive<usize>, std::ops::RangeInclusive<usize>)> {
        let extent = self.extent.as_ref()?;
        let apart = area.max.x < extent.min.x
            || area.min.x > extent.max.x
            || area.max.y < extent.min.y
            || area.min.y > extent.max.y;
        (!apart && !area.is_nothing()).then(|| {
            let columns = self.column_of(extent, area.min.x)..=self.column_of(extent, area.max.x);
            (columns, self.row_of(extent, area.min.y)..=self.row_of(extent, area.max.y))
        })
    }

    fn each_touched(&self, shape: &GridShape<'_>, add: &mut dyn FnMut(usize)) {
        match shape {
            GridShape::Area(area) => {
                if let Some((columns, rows)) = self.touched(area) {
                    for row in rows {
                        columns.clone().for_each(|column| add(row * self.columns + column));
                    }
                }
            }
            GridShape::Line(points) => {
                let mut last = usize::MAX;
                for pair in points.windows(2) {
                    self.each_along(pair[0], pair[1], &mut |cell| {
                        // Where two segments meet they share a cell.
                        if cell != last {
                            add(cell);
                        }
                        last = cell;
                    });
                }
            }
        }
    }

    /// The cells along a segment: in each row those between its ends within the row.
    fn each_along(&self, from: Point, to: Point, add: &mut dyn FnMut(usize)) {
        let line = Rect::NOTHING.including(from).including(to);
        let Some((extent, (_, rows))) = self.extent.as_ref().zip(self.touched(&line)) else {
            return;
        };
        let height = extent.height() / self.rows as f32;
        let (low, high) = if from.y <= to.y { (from, to) } else { (to, from) };
        let x_at = |y: f32| {
            let t = if high.y > low.y { (y - low.y) / (high.y - low.y) } else { 0.0 };
            low.x + (high.x - low.x) * t.clamp(0.0, 1.0)
        };
        let only_one = rows.start() == rows.end();
        for row in rows {
            let top = extent.min.y + row as f32 * height;
            let (a, b) = if only_one { (low.x, high.x) } else { (x_at(top), x_at(top + height)) };
            // A little more on both sides makes up for rounding.
            let slack = extent.width() * 1e-5;
            let first = self.column_of(extent, a.min(b) - slack);
            let last = self.column_of(extent, a.max(b) + slack);
            (first..=last).for_each(|column| add(row * self.columns + column));
        }
    }
}

/// The area that an item covers.
pub(in crate::scene) enum GridShape<'a> {
    /// A rectangle.
    Area(Rect),
    /// A thin polyline.
    Line(&'a [Point]),
}

#[cfg(test)]
mod tests {
    use super::*;

    fn unit() -> Rect {
        Rect::new(Point::default(), Point::new(100.0, 100.0))
    }

    #[test]
    fn a_line_is_in_every_cell_that_it_crosses_and_in_few_others() {
        let line = [Point::new(3.0, 97.0), Point::new(88.0, 12.0), Point::new(90.0, 95.0)];
        let cells = Grid::new(unit(), 20, |add| add(4, &GridShape::Line(&line)));
        for pair in line.windows(2) {
            for step in 0..=200u8 {
                let at = pair[0].lerp(pair[1], f32::from(step) / 200.0);
                assert_eq!(cells.query(&Rect::new(at, at)), [4], "{at:?}");
            }
        }
        assert!(cells.query(&Rect::centered(Point::new(10.0, 10.0), 4.0, 4.0)).is_empty());
        assert!(cells.entries() < 90, "{}", cells.entries());
    }

    #[test]
    fn things_come_once_and_in_order_and_never_from_beyond_the_edge() {
        let boxes = [unit(), Rect::centered(Point::new(50.0, 50.0), 30.0, 1.0)];
        let cells = Grid::new(unit(), 10, |add| {
            for (item, area) in (0..).zip(boxes) {
                add(item, &GridShape::Area(area));
            }
        });
        assert_eq!(cells.query(&unit()), [0, 1]);
        assert_eq!(cells.query(&Rect::centered(Point::new(10.0, 90.0), 5.0, 5.0)), [0]);
        assert!(cells.query(&Rect::centered(Point::new(210.0, 90.0), 5.0, 5.0)).is_empty());
        assert!(cells.query(&Rect::NOTHING).is_empty());
        assert!(Grid::new(Rect::NOTHING, 10, |_| ()).query(&unit()).is_empty());
    }
}
