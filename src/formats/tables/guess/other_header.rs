//! The plan of a table whose header a person found in another row.

use crate::formats::tables::plan::SheetPlan;
use crate::formats::tables::table::Table;

impl SheetPlan {
    /// Reads the names of columns from another row, or from none: what they name is guessed anew. The table is
    /// the turned one where the plan turns it.
    pub fn set_header(&mut self, table: &Table, header: Option<usize>) {
        let first = header.map_or(0, |row| row + 1);
        let begin = header.unwrap_or(0);
        let mut rest = Table::new(table.name.as_str());
        for row in begin..table.row_count() {
            rest.push_row(table.row(row));
        }
        let guessed = Self::guess(&rest);
        let is_as_wanted = guessed.header == header.map(|_| 0) && !guessed.is_transposed;
        let end = self.rows.end.max(first);
        if is_as_wanted {
            let rows = guessed.rows.start + begin..guessed.rows.end + begin;
            *self = Self { header, rows, is_transposed: self.is_transposed, ..guessed };
            return;
        }
        (self.header, self.groups) = (header, None);
        self.rows = first..end;
        for (index, column) in self.columns.iter_mut().enumerate() {
            column.name = match header.map(|row| table.cell(row, index).trim()) {
                Some(name) if !name.is_empty() => name.to_owned(),
                _ => crate::formats::column_letters(index as u32 + 1),
            };
        }
    }
}
