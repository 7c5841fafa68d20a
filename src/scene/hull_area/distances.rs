//! Distances from the nodes of a grid to lines.
//!
//! Source: P.-E. Danielsson, “Euclidean distance mapping”, 1980: each node learns from its neighbours which
//! line may be nearest, in two sweeps over the grid, so that the work doesn't depend on the reach.

use std::ops::Range;

use super::contour::segments;
use super::field::Field;
use crate::model::Point;

/// No line is known to be near.
const NONE: u32 = u32::MAX;

/// The distance to the line along which a field has a value, up to `reach` and a little beyond; elsewhere
/// at least that. It is found for nodes at which the field has values within a range, and along the line.
pub(super) fn distance_to_contour(
    field: &Field,
    level: f32,
    reach: f32,
    values: Range<f32>,
) -> Field {
    let reach = reach + 2.0 * field.cell();
    let segments = segments(field, level);
    let mut sweep = Sweep {
        columns: field.columns(),
        rows: field.rows(),
        field,
        values,
        nearest: vec![NONE; field.values().len()],
        squares: vec![reach * reach; field.values().len()],
        lines: segments.iter().map(|(_, line)| Line::new(*line)).collect(),
    };
    for (line, (node, _)) in (0..).zip(&segments) {
        let (column, row) = (node % sweep.columns, node / sweep.columns);
        for (right, down) in [(0, 0), (1, 0), (0, 1), (1, 1)] {
            sweep.offer(column + right, row + down, line);
        }
    }
    sweep.run();
    field.with_values(sweep.squares.into_iter().map(f32::sqrt).collect())
}

struct Sweep<'a> {
    columns: usize,
    rows: usize,
    field: &'a Field,
    /// The values of nodes that take part.
    values: Range<f32>,
    /// The line that is nearest to each node so far, and the square of its distance.
    nearest: Vec<u32>,
    squares: Vec<f32>,
    lines: Vec<Line>,
}

impl Sweep<'_> {
    /// Lets the nodes of each row learn from those of the row before and from those at either side; from the
    /// first row to the last, and back.
    fn run(&mut self) {
        for row in 0..self.rows {
            self.learn(row, row.checked_sub(1));
        }
        for row in (0..self.rows).rev() {
            self.learn(row, Some(row + 1).filter(|next| *next < self.rows));
        }
    }

    fn learn(&mut self, row: usize, before: Option<usize>) {
        let columns = self.columns;
        for column in 0..columns {
            if let Some(before) = before {
                for from in column.saturating_sub(1)..(column + 2).min(columns) {
                    self.ask(column, row, before * columns + from);
                }
            }
            if column > 0 {
                self.ask(column, row, row * columns + column - 1);
            }
        }
        for column in (1..columns).rev() {
            self.ask(column - 1, row, row * columns + column);
        }
    }

    /// Lets a node know which line is nearest to another.
    fn ask(&mut self, column: usize, row: usize, from: usize) {
        let (node, line) = (row * self.columns + column, self.nearest[from]);
        let is_news = line != NONE && line != self.nearest[node];
        if is_news && self.values.contains(&self.field.values()[node]) {
            self.offer(column, row, line);
        }
    }

    fn offer(&mut self, column: usize, row: usize, line: u32) {
        let node = row * self.columns + column;
        let square = self.lines[line as usize].square_distance(self.field.node(column, row));
        if square < self.squares[node] {
            self.squares[node] = square;
            self.nearest[node] = line;
        }
    }
}

/// A piece of a line.
struct Line {
    from: Point,
    along: Point,
    /// The inverse of the square of its length.
    inverse: f32,
}

impl Line {
    fn new([from, to]: [Point; 2]) -> Self {
        let along = to - from;
        Self { from, along, inverse: 1.0 / along.dot(along).max(f32::MIN_POSITIVE) }
    }

    /// The square of the distance to a point.
    fn square_distance(&self, point: Point) -> f32 {
        let off = point - self.from;
        let off = off - self.along * (off.dot(self.along) * self.inverse).clamp(0.0, 1.0);
        off.dot(off)
    }
}
