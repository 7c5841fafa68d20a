//! A matrix on its page.

use std::collections::BTreeMap;

use crate::model::{Point, Rect, TieId};
use crate::scene::{CellShape, Line, Matrix, MatrixCell};

/// How much of a symmetric table is drawn.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum TableForm {
    /// All: each tie has a cell in the row of either nation.
    #[default]
    Whole,
    /// Half: each tie has one cell. Columns run from the right to the left, so that the staircase of the diagonal
    /// rises to the upper right.
    Half,
}

/// A matrix on its page, without the names at its sides, which are labels.
#[derive(Clone, Debug, PartialEq)]
pub struct PlacedMatrix {
    /// What the cells show.
    pub matrix: Matrix,
    /// How much of the table is drawn.
    pub form: TableForm,
    /// The upper left corner of the table.
    pub corner: Point,
    /// The side of a cell.
    pub cell: f32,
    /// The width of the lines between cells.
    pub line: f32,
    /// From names that stand farther out to their rows and columns.
    pub leaders: Vec<Line>,
    /// The brackets beside blocs, each of four points.
    pub brackets: Vec<[Point; 4]>,
    /// Each tie in words.
    pub tie_names: BTreeMap<TieId, String>,
}

impl PlacedMatrix {
    /// The area of all cells.
    pub fn area(&self) -> Rect {
        let side = self.cell * self.matrix.len() as f32;
        Rect::new(self.corner, self.corner + Point::new(side, side))
    }

    /// The cells that are drawn and not empty.
    pub fn cells(&self) -> impl Iterator<Item = &MatrixCell> {
        let is_drawn = |cell: &&MatrixCell| match self.form {
            TableForm::Whole => true,
            TableForm::Half => cell.row >= cell.column,
        };
        self.matrix.cells().iter().filter(is_drawn)
    }

    /// The rectangle of the cell at a row and a column.
    pub fn cell_rect(&self, row: usize, column: usize) -> Rect {
        let x = match self.form {
            TableForm::Whole => column as f32,
            TableForm::Half => self.matrix.len() as f32 - 1.0 - column as f32,
        };
        let corner = self.corner + Point::new(x, row as f32) * self.cell;
        Rect::new(corner, corner + Point::new(self.cell, self.cell))
    }

    /// The corners of a shape of a cell on the page.
    pub fn corners(&self, cell: &MatrixCell, shape: &CellShape) -> Vec<Point> {
        let corner = self.cell_rect(cell.row as usize, cell.column as usize).min;
        shape.corners.iter().map(|point| corner + *point * self.cell).collect()
    }

    /// The lines between rows and columns: all, and those between blocs.
    pub fn lines(&self) -> (Vec<Line>, Vec<Line>) {
        let count = self.matrix.len();
        let between = (0..=count).flat_map(|index| self.lines_at(index)).collect();
        let blocs = &self.matrix.blocs;
        let starts = blocs
            .iter()
            .filter(|bloc| bloc.len > 1)
            .flat_map(|bloc| [bloc.start, bloc.start + bloc.len]);
        let starts: std::collections::BTreeSet<usize> = starts.collect();
        let inner = starts.into_iter().filter(|start| (1..count).contains(start));
        (between, inner.flat_map(|index| self.lines_at(index)).collect())
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
