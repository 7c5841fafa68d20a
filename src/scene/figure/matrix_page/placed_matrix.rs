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
}
