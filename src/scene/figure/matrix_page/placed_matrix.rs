//! A matrix on its page.

use std::collections::BTreeMap;

use crate::model::{Point, Rect, TieId};
use crate::scene::{CellShape, Line, Matrix, MatrixCell};

/// A matrix on its page, without the names at its sides, which are labels.
#[derive(Clone, Debug, PartialEq)]
pub struct PlacedMatrix {
    /// What the cells show.
    pub matrix: Matrix,
    /// The upper left corner of the first cell.
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

    /// The rectangle of the cell at a row and a column.
    pub fn cell_rect(&self, row: usize, column: usize) -> Rect {
        let corner = self.corner + Point::new(column as f32, row as f32) * self.cell;
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

    /// The lines above a row and left of the column of the same nation.
    fn lines_at(&self, index: usize) -> [Line; 2] {
        let area = self.area();
        let along = index as f32 * self.cell;
        let (x, y) = (self.corner.x + along, self.corner.y + along);
        [
            Line { from: Point::new(area.min.x, y), to: Point::new(area.max.x, y) },
            Line { from: Point::new(x, area.min.y), to: Point::new(x, area.max.y) },
        ]
    }
}
