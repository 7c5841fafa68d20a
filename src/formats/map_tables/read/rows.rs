//! A table whose header is that of a map's sheet.

use crate::formats::map_tables::columns::{TIES, TIES_ALONE};
use crate::formats::map_tables::delimited::as_meant;
use crate::formats::problems::Spot;
use crate::formats::tables::Table;

/// A sheet of a map, found by its header.
pub struct Rows<'t> {
    table: &'t Table,
    index: u16,
    /// Its own columns, by name: few, so that looking through them is faster than hashing.
    columns: Vec<(&'static str, usize)>,
    /// The headers of further columns.
    pub further: Vec<(usize, &'t str)>,
    /// Whether its texts were guarded against being formulas.
    is_delimited: bool,
}

/// A row of a sheet.
#[derive(Clone, Copy)]
pub struct Row<'r> {
    rows: &'r Rows<'r>,
    row: usize,
}

impl<'t> Rows<'t> {
    /// The table as the sheet with these columns; `None` if it lacks one.
    pub fn of(
        table: &'t Table,
        index: usize,
        columns: &[&'static str],
        is_delimited: bool,
    ) -> Option<Self> {
        let header: Vec<&str> = header(table).collect();
        let mut found = Vec::with_capacity(columns.len());
        for name in columns {
            found.push((*name, header.iter().position(|own| own == name)?));
        }
        for name in if columns == TIES.1 { TIES_ALONE } else { &[] } {
            if let Some(at) = header.iter().position(|own| own == name) {
                found.push((*name, at));
            }
        }
        let is_own = |at: usize| found.iter().any(|(_, own)| *own == at);
        let further = header.iter().enumerate();
        let further = further.filter(|(at, name)| !name.is_empty() && !is_own(*at));
        let further = further.map(|(at, name)| (at, *name)).collect();
        Some(Self { table, index: index as u16, columns: found, further, is_delimited })
    }

    /// The rows below the header that aren't empty.
    pub fn iter(&self) -> impl Iterator<Item = Row<'_>> {
        let rows = (1..self.table.row_count()).map(|row| Row { rows: self, row });
        rows.filter(|row| self.table.row(row.row).any(|cell| !cell.is_empty()))
    }
}

impl<'r> Row<'r> {
    fn column(&self, name: &str) -> Option<usize> {
        self.rows.columns.iter().find(|(own, _)| *own == name).map(|(_, at)| *at)
    }

    /// The text in one of the sheet's own columns.
    pub fn text(&self, column: &str) -> &'r str {
        self.column(column).map_or("", |at| self.text_at(at))
    }

    /// The text in a column by its index.
    pub fn text_at(&self, column: usize) -> &'r str {
        let text = self.rows.table.cell(self.row, column);
        if self.rows.is_delimited { as_meant(text) } else { text }
    }

    /// Where a cell stands.
    pub fn spot(&self, column: &str) -> Spot {
        let column = self.column(column).map_or(0, |at| at + 1);
        Spot {
            line: self.rows.table.row_number(self.row),
            column: column as u32,
            table: self.rows.index,
        }
    }
}

/// The cells of a table's first row.
pub fn header(table: &Table) -> impl Iterator<Item = &str> {
    table.row(0)
}
