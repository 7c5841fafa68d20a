//! A table whose header is that of a map's sheet.

use crate::formats::map_tables::columns::{TIES, TIES_ALONE};
use crate::formats::map_tables::delimited::as_meant;
use crate::formats::problems::Spot;
use crate::formats::tables::Table;

/// So many beginnings and lengths of names are told apart.
const LIKELY: usize = 128;

/// A sheet of a map, found by its header.
pub struct Rows<'t> {
    table: &'t Table,
    index: u16,
    /// Its own columns, by name.
    columns: Vec<(&'static str, usize)>,
    /// By how a name begins and how long it is, the place in `columns` where it is likely to stand.
    likely: [u8; LIKELY],
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
        let mut likely = [0; LIKELY];
        for (place, (name, _)) in (0..).zip(&found) {
            likely[beginning(name)] = place;
        }
        Some(Self { table, index: index as u16, columns: found, likely, further, is_delimited })
    }

    /// The rows below the header that aren't empty.
    pub fn iter(&self) -> impl Iterator<Item = Row<'_>> {
        let rows = (1..self.table.row_count()).map(|row| Row { rows: self, row });
        rows.filter(|row| self.table.row(row.row).any(|cell| !cell.is_empty()))
    }
}

/// A number below [`LIKELY`] by which names of columns mostly differ.
fn beginning(name: &str) -> usize {
    let [first, second] = [0, 1].map(|at| name.as_bytes().get(at).copied().unwrap_or_default());
    (usize::from(first) * 5 + usize::from(second) * 3 + name.len() * 11) % LIKELY
}

impl<'r> Row<'r> {
    fn column(&self, name: &str) -> Option<usize> {
        let columns = &self.rows.columns;
        let is_it = |(own, _): &&(&str, usize)| *own == name;
        let likely = columns.get(usize::from(self.rows.likely[beginning(name)])).filter(is_it);
        likely.or_else(|| columns.iter().find(is_it)).map(|(_, at)| *at)
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
