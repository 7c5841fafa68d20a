//! The lines of a table, as quiet as it can still be read with.
//!
//! A line between every two of 186 rows is a grey in which no eye keeps to a row. Where ties lie close, each cell has
//! its lines, and they are faint; everywhere else a guide after each five rows and columns is enough: the eye counts up
//! to five at a glance (Kaufman and others 1949).

use std::collections::BTreeSet;
use std::ops::Range;

use super::placed_matrix::{PlacedMatrix, TableForm};
use crate::model::Point;
use crate::scene::Line;

/// The lines of a table, from the faintest to the strongest.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct GridLines {
    /// Around each cell, where ties lie close.
    pub cells: Vec<Line>,
    /// The guides after each five rows and columns of a bloc, and the sides of the table.
    pub guides: Vec<Line>,
    /// Between blocs.
    pub blocs: Vec<Line>,
}

/// How many rows lie between two guides.
const GUIDE_EACH: usize = 5;
/// The fewest rows between the last guide of a bloc and its end.
const LEAST_LAST: usize = 3;
/// A table of no more rows has lines around all cells, and no guides: an eye keeps to a row without them.
const FEW: usize = 30;
/// The least share of the cells of two blocs that hold ties where each has its lines.
const CLOSE: f32 = 0.125;

impl PlacedMatrix {
    /// The lines of its table.
    pub fn grid_lines(&self) -> GridLines {
        let count = self.matrix.len();
        let inner = self.bloc_bounds();
        let blocs = inner.iter().flat_map(|index| self.lines_at(*index)).collect();
        if count <= FEW {
            let cells = (0..=count).flat_map(|index| self.lines_at(index)).collect();
            return GridLines { cells, guides: Vec::new(), blocs };
        }
        let groups = groups(count, &inner);
        let guides = groups.iter().flat_map(|group| {
            let end = group.end.saturating_sub(LEAST_LAST - 1);
            (group.start..end).step_by(GUIDE_EACH)
        });
        let guides = guides.filter(|index| !inner.contains(index)).chain([count]);
        GridLines {
            cells: self.lines_around_cells(&groups),
            guides: guides.flat_map(|index| self.lines_at(index)).collect(),
            blocs,
        }
    }

    /// The rows at which a bloc begins or ends, but for the first and the last side of the table.
    fn bloc_bounds(&self) -> BTreeSet<usize> {
        let blocs = self.matrix.blocs.iter().filter(|bloc| bloc.len > 1);
        let bounds = blocs.flat_map(|bloc| [bloc.start, bloc.start + bloc.len]);
        bounds.filter(|bound| (1..self.matrix.len()).contains(bound)).collect()
    }

    /// The lines around the cells of those pairs of groups whose ties lie close.
    fn lines_around_cells(&self, groups: &[Range<usize>]) -> Vec<Line> {
        let mut filled = vec![0_usize; groups.len() * groups.len()];
        let group_of = |place: u32| groups.partition_point(|group| group.end <= place as usize);
        for cell in self.cells() {
            let pair = group_of(cell.row) * groups.len() + group_of(cell.column);
            if let Some(filled) = filled.get_mut(pair) {
                *filled += 1;
            }
        }
        let mut lines = Vec::new();
        for (index, filled) in filled.iter().enumerate() {
            let (rows, columns) = (&groups[index / groups.len()], &groups[index % groups.len()]);
            let drawn: usize = rows.clone().map(|row| self.drawn_columns(row, columns).len()).sum();
            if *filled as f32 >= CLOSE * drawn.max(1) as f32 {
                lines.extend(self.lines_of_pair(rows, columns));
            }
        }
        lines
    }

    /// Those of some columns that have a cell in a row.
    fn drawn_columns(&self, row: usize, columns: &Range<usize>) -> Range<usize> {
        match self.form {
            TableForm::Whole => columns.clone(),
            TableForm::Half => columns.start..columns.end.min(row + 1),
        }
    }

    /// The lines around all cells of some rows and columns.
    fn lines_of_pair(&self, rows: &Range<usize>, columns: &Range<usize>) -> Vec<Line> {
        let area = self.area();
        let x = |column: usize| match self.form {
            TableForm::Whole => area.min.x + column as f32 * self.cell,
            TableForm::Half => area.max.x - column as f32 * self.cell,
        };
        let y = |row: usize| area.min.y + row as f32 * self.cell;
        let across = (rows.start..=rows.end).map(|bound| {
            // A line lies at the foot of one row and at the head of the next, whichever is longer.
            let below = self.drawn_columns(bound.min(rows.end - 1), columns);
            let ends = [x(below.start), x(below.end)];
            Line { from: Point::new(ends[0], y(bound)), to: Point::new(ends[1], y(bound)) }
        });
        let down = (columns.start..=columns.end).map(|bound| {
            let top = match self.form {
                TableForm::Whole => rows.start,
                TableForm::Half => bound.saturating_sub(1).max(rows.start),
            };
            Line { from: Point::new(x(bound), y(top)), to: Point::new(x(bound), y(rows.end)) }
        });
        let has_length = |line: &Line| line.from != line.to;
        across.chain(down).filter(has_length).collect()
    }

    /// The lines that begin the row and the column of the same nation.
    fn lines_at(&self, index: usize) -> [Line; 2] {
        let area = self.area();
        let along = index as f32 * self.cell;
        match self.form {
            TableForm::Whole => {
                let (x, y) = (area.min.x + along, area.min.y + along);
                [
                    Line { from: Point::new(area.min.x, y), to: Point::new(area.max.x, y) },
                    Line { from: Point::new(x, area.min.y), to: Point::new(x, area.max.y) },
                ]
            }
            TableForm::Half => {
                let (x, y) = (area.max.x - along, area.min.y + along);
                // The outer side of the step of this nation, or of the one before where the table ends.
                let (left, top) =
                    ((x - self.cell).max(area.min.x), (y - self.cell).max(area.min.y));
                [
                    Line { from: Point::new(left, y), to: Point::new(area.max.x, y) },
                    Line { from: Point::new(x, top), to: Point::new(x, area.max.y) },
                ]
            }
        }
    }
}

/// The rows between bounds.
fn groups(count: usize, bounds: &BTreeSet<usize>) -> Vec<Range<usize>> {
    let starts = std::iter::once(0).chain(bounds.iter().copied());
    let ends = bounds.iter().copied().chain([count]);
    starts.zip(ends).map(|(start, end)| start..end).filter(|group| !group.is_empty()).collect()
}
