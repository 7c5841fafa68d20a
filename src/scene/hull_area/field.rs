//! A grid of distances.

use crate::model::{Point, Rect};

/// The most nodes of a grid. A larger area has wider cells.
const MAX_NODES: f32 = 4_000_000.0;

/// A distance at each node of a square grid over an area; negative within a shape.
#[derive(Clone)]
pub(super) struct Field {
    origin: Point,
    cell: f32,
    columns: usize,
    rows: usize,
    values: Vec<f32>,
}

impl Field {
    /// A field with one value everywhere. Cells are `cell` wide, or wider where the area is very large.
    pub(super) fn new(area: &Rect, cell: f32, value: f32) -> Self {
        let fitting = (area.width().max(cell) * area.height().max(cell) / MAX_NODES).sqrt();
        let longest = area.width().max(area.height()) / MAX_NODES;
        let cell = cell.max(fitting).max(longest);
        let along = |side: f32| (side / cell).ceil().clamp(0.0, MAX_NODES) as usize + 2;
        let (columns, rows) = (along(area.width()), along(area.height()));
        Self { origin: area.min, cell, columns, rows, values: vec![value; columns * rows] }
    }

    /// A field over the same nodes, with one value everywhere.
    pub(super) fn filled(&self, value: f32) -> Self {
        self.with_values(vec![value; self.values.len()])
    }

    pub(super) const fn cell(&self) -> f32 {
        self.cell
    }

    pub(super) const fn columns(&self) -> usize {
        self.columns
    }

    pub(super) const fn rows(&self) -> usize {
        self.rows
    }

    pub(super) fn values(&self) -> &[f32] {
        &self.values
    }

    /// A field over the same nodes with other values.
    pub(super) const fn with_values(&self, values: Vec<f32>) -> Self {
        Self { values, ..*self }
    }

    /// The position of a node.
    pub(super) fn node(&self, column: usize, row: usize) -> Point {
        self.origin + Point::new(column as f32, row as f32) * self.cell
    }

    /// Lowers the value at each node within `bounds` to what `distance` gives for it, if that is less.
    /// Returns the number of nodes.
    pub(super) fn lower(&mut self, bounds: &Rect, distance: impl Fn(Point) -> f32) -> usize {
        self.each_within(bounds, |point, value| *value = value.min(distance(point)))
    }

    /// Visits each node within `bounds`; returns their number.
    pub(super) fn each_within(
        &mut self,
        bounds: &Rect,
        mut visit: impl FnMut(Point, &mut f32),
    ) -> usize {
        let cells = |from: f32, to: f32, count: usize| {
            let low = (from / self.cell).ceil().max(0.0) as usize;
            let high = (to / self.cell).floor();
            low..if high < 0.0 { 0 } else { (high as usize + 1).min(count) }
        };
        let (min, max) = (bounds.min - self.origin, bounds.max - self.origin);
        let (columns, rows) = (cells(min.x, max.x, self.columns), cells(min.y, max.y, self.rows));
        for row in rows.clone() {
            let y = self.origin.y + row as f32 * self.cell;
            let start = row * self.columns;
            let line = self.values.get_mut(start + columns.start..start + columns.end);
            for (column, value) in columns.clone().zip(line.into_iter().flatten()) {
                visit(Point::new(self.origin.x + column as f32 * self.cell, y), value);
            }
        }
        rows.len() * columns.len()
    }

    /// Combines each value with that of another field over the same nodes.
    pub(super) fn combine(&mut self, other: &Self, combined: impl Fn(f32, f32) -> f32) {
        for (value, other) in self.values.iter_mut().zip(&other.values) {
            *value = combined(*value, *other);
        }
    }
}
