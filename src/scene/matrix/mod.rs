//! The matrix: nations by nations as a table, in which each tie has a place of its own.
//!
//! Readers do better with it than with lines above some twenty dense nations (Ghoniem, Fekete and Castagliola
//! 2004). A cell shows all ties of its row's nation and its column's: kinds by colour and sign, direction
//! by half cells, status by size and a stroke. The table is its own mirror image at the diagonal, so that the row
//! of a nation shows all its ties. What has no cell isn't hidden: ties that end at a tie are listed, and the
//! cells of the ties they end at are framed.
//!
//! Window and page draw the same shapes ([`CellPart::shapes`]). The order of the nations is the caller's:
//! this floor computes none.

mod build;
mod cell_part;
mod joiners;
mod kind_signs;
mod legend_rows;
mod order;
mod shapes;
mod sign;
mod slots;
mod telling;

use std::collections::BTreeMap;

use super::Palette;
use crate::model::{KindId, NationId, TieId};
pub use cell_part::{CellPart, Half, PartOf, Standing};
pub use joiners::JoinedBlocs;
pub use order::{MatrixOrder, MatrixSort, by_name};
pub use shapes::CellShape;
pub use sign::CellSign;

/// Nations by nations, with the ties and memberships between them.
#[derive(Clone, Debug, PartialEq)]
pub struct Matrix {
    /// The colours of everything that has no colour of its own.
    pub palette: Palette,
    /// The nations from the first row to the last, which is also the order of the columns.
    pub nations: Vec<NationId>,
    /// The blocs from the first row on; nations after them are in none.
    pub blocs: Vec<MatrixBloc>,
    /// The kinds that have ties here, in the order of the map.
    pub kinds: Vec<MatrixKind>,
    /// The ties that end at a tie, which have no cell.
    pub onto_ties: Vec<TieId>,
    places: BTreeMap<NationId, u32>,
    row_starts: Vec<u32>,
    cells: Vec<MatrixCell>,
    parts: Vec<CellPart>,
    joined: Vec<JoinedBlocs>,
    /// Whether each row's nation joins two blocs.
    joiners: Vec<bool>,
}

/// Nations that belong together, side by side.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MatrixBloc {
    /// Its first row.
    pub start: usize,
    /// The number of its rows.
    pub len: usize,
    /// What it is called on the map too, with a capital letter; nothing where it has fewer nations than
    /// [`MatrixBloc::LEAST_CALLED`].
    pub name: String,
    /// How many of its pairs are tied, in the words of the map: `allied: every pair of 53`, or `allied: 84 % of pairs` by its
    /// most common kinds; empty where none are.
    pub closeness: String,
}

/// A kind of tie as cells show it.
#[derive(Clone, Debug, PartialEq)]
pub struct MatrixKind {
    /// The kind.
    pub id: KindId,
    /// Its key in the file of the map.
    pub key: String,
    /// Its name.
    pub name: String,
    /// Its sign.
    pub sign: CellSign,
}

/// A cell that isn't empty.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MatrixCell {
    /// Its row, from 0.
    pub row: u32,
    /// Its column, from 0.
    pub column: u32,
    /// How many parts it has room for: 1, 4 or 10, or 11 where it has more than ten.
    pub slots: u8,
    /// Whether a tie ends at one of its ties.
    pub is_target: bool,
    first: u32,
    count: u32,
}

impl Matrix {
    /// The number of rows, and of columns.
    pub fn len(&self) -> usize {
        self.nations.len()
    }

    /// Whether it has no rows.
    pub fn is_empty(&self) -> bool {
        self.nations.is_empty()
    }

    /// The row of a nation, which is its column too.
    pub fn place_of(&self, nation: NationId) -> Option<usize> {
        self.places.get(&nation).map(|place| *place as usize)
    }

    /// The cells of a row that aren't empty, by ascending column.
    pub fn row(&self, row: usize) -> &[MatrixCell] {
        let start = |row: usize| self.row_starts.get(row).map(|start| *start as usize);
        let range = start(row).zip(start(row + 1));
        range.and_then(|(start, end)| self.cells.get(start..end)).unwrap_or(&[])
    }

    /// The cells of a row in some columns.
    pub fn row_within(&self, row: usize, columns: std::ops::Range<usize>) -> &[MatrixCell] {
        let cells = self.row(row);
        let before = |column: usize| cells.partition_point(|cell| (cell.column as usize) < column);
        let (start, end) = (before(columns.start), before(columns.end));
        cells.get(start..end).unwrap_or(&[])
    }

    /// A cell, unless it is empty.
    pub fn cell(&self, row: usize, column: usize) -> Option<&MatrixCell> {
        self.row_within(row, column..column + 1).first()
    }

    /// All cells that aren't empty, by row and column.
    pub fn cells(&self) -> &[MatrixCell] {
        &self.cells
    }

    /// What a cell shows, the most telling first: what holds before what has ended, the hostile before others, the
    /// rarer kind before the usual one, then in the order of the map; memberships last.
    pub fn parts(&self, cell: &MatrixCell) -> &[CellPart] {
        self.parts.get(cell.first as usize..(cell.first + cell.count) as usize).unwrap_or(&[])
    }

    /// The ties of a cell.
    pub fn ties(&self, cell: &MatrixCell) -> impl Iterator<Item = TieId> {
        self.parts(cell).iter().filter_map(|part| part.of.tie())
    }

    /// The bloc of a row.
    pub fn bloc_at(&self, row: usize) -> Option<&MatrixBloc> {
        self.blocs.iter().find(|bloc| (bloc.start..bloc.start + bloc.len).contains(&row))
    }
}

impl MatrixCell {
    /// Whether it lies below the diagonal, and so is the mirror image of one above it.
    pub const fn is_below_diagonal(&self) -> bool {
        self.row > self.column
    }
}
