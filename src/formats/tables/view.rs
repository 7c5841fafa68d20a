//! A table as its plan sees it: perhaps turned, its cells without spaces around them.

use std::borrow::Cow;

use super::table::Table;
use crate::formats::problems::{Remarks, Spot};

/// A table as its plan sees it.
pub struct View<'a> {
    table: Cow<'a, Table>,
    /// The table as it stands, where it was turned.
    upright: Option<&'a Table>,
    /// Its place among the tables.
    index: u16,
}

impl<'a> View<'a> {
    /// A table, turned or not.
    pub fn new(table: &'a Table, index: usize, is_transposed: bool) -> Self {
        let index = u16::try_from(index).unwrap_or(u16::MAX);
        if is_transposed {
            Self { table: Cow::Owned(table.transposed()), upright: Some(table), index }
        } else {
            Self { table: Cow::Borrowed(table), upright: None, index }
        }
    }

    /// Its place among the tables.
    pub fn index(&self) -> u16 {
        self.index
    }

    /// How many rows it has.
    pub fn row_count(&self) -> usize {
        self.table.row_count()
    }

    /// How many columns it has.
    pub fn column_count(&self) -> usize {
        self.table.column_count()
    }

    /// How many cells a row has.
    pub fn row_len(&self, row: usize) -> usize {
        self.table.row_len(row)
    }

    /// The text of a cell, without what can't be seen around it; empty where there is no cell.
    pub fn cell(&self, row: usize, column: usize) -> &str {
        trimmed(self.table.cell(row, column))
    }

    /// The texts of the cells of a row, without what can't be seen around them.
    pub fn row(&self, row: usize) -> impl ExactSizeIterator<Item = &str> {
        self.table.row(row).map(trimmed)
    }

    /// Whether a row says nothing.
    pub fn is_blank(&self, row: usize) -> bool {
        self.row(row).all(str::is_empty)
    }

    /// What had to be left out to turn it.
    pub fn remarks(&self) -> Remarks {
        if self.upright.is_some() { self.table.remarks.clone() } else { Remarks::default() }
    }

    /// Where a cell stands in the file.
    pub fn spot(&self, row: usize, column: usize) -> Spot {
        let (line, column) = match self.upright {
            None => (self.table.row_number(row), self.table.columns_before + column as u32 + 1),
            Some(upright) => (upright.row_number(column), self.table.row_number(row)),
        };
        Spot { line, column, table: self.index }
    }

    /// Where a row stands in the file, which is a column if the table was turned.
    pub fn spot_of_row(&self, row: usize) -> Spot {
        let spot = self.spot(row, 0);
        if self.upright.is_some() { spot } else { Spot { column: 0, ..spot } }
    }
}

/// A text without spaces and other characters around it that can't be seen.
pub fn trimmed(text: &str) -> &str {
    let is_plain = |byte: Option<&u8>| byte.is_some_and(u8::is_ascii_graphic);
    if is_plain(text.as_bytes().first()) && is_plain(text.as_bytes().last()) {
        return text;
    }
    let is_unseen = |c: char| {
        c.is_whitespace() || c.is_control() || matches!(c, '\u{feff}' | '\u{200b}'..='\u{200f}')
    };
    text.trim_matches(is_unseen)
}
