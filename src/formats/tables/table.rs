//! A table as it stands in a file.

use crate::formats::limits::{MAX_CELLS, MAX_TEXT};
use crate::formats::problems::{Remarks, Spot};
use crate::formats::text_bounds::bounded;

/// A table of texts, whose rows may have any number of cells. All cells lie in one text, so that a large
/// table takes little more memory than its file.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Table {
    /// Its name: that of a sheet or of a file; empty where it has none.
    pub name: String,
    /// Which of several tables in its sheet or file it is, the first being 1; 0 where it is the only one.
    pub part: u16,
    /// How many columns stand before its first one in the file.
    pub columns_before: u32,
    /// What its reader repaired or left out. Spots name its rows and columns as spreadsheets do.
    pub remarks: Remarks,
    text: String,
    /// Where each cell ends in the text.
    cell_ends: Vec<u32>,
    rows: Vec<Row>,
    width: usize,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Row {
    /// The index behind its last cell.
    end: u32,
    number: u32,
}

impl Table {
    /// A table without rows.
    pub fn new(name: impl Into<String>) -> Self {
        Self { name: name.into(), ..Self::default() }
    }

    /// What it is called where there are others: by its name, and by its number where several have that name.
    pub fn title(&self) -> String {
        match (self.name.as_str(), self.part) {
            ("", 0) => String::new(),
            ("", part) => format!("Table {part}"),
            (name, 0 | 1) => name.to_owned(),
            (name, part) => format!("{name} ({part})"),
        }
    }

    /// The part of it that lies in these rows and columns. What its reader remarked on isn't copied.
    pub fn area(&self, rows: std::ops::Range<usize>, columns: std::ops::Range<usize>) -> Self {
        let columns_before = self.columns_before + columns.start as u32;
        let mut area = Self { part: self.part, columns_before, ..Self::new(self.name.as_str()) };
        for row in rows.start..rows.end.min(self.row_count()) {
            let last = self.row_len(row).min(columns.end);
            (columns.start..last).for_each(|column| area.push_cell(self.cell(row, column)));
            area.end_row(self.row_number(row));
        }
        area
    }

    /// Adds a cell to the row that is being written.
    pub fn push_cell(&mut self, text: &str) {
        self.text.push_str(text);
        self.end_cell();
    }

    /// Adds a character to the cell that is being written.
    pub fn push_text(&mut self, text: &str) {
        self.text.push_str(text);
    }

    /// Cuts the cell that is being written where it is longer than a map may hold, and remarks on it.
    pub fn keep_cell_bounded(&mut self, spot: Spot) {
        let begin = self.cell_ends.last().map_or(0, |end| *end as usize);
        // No text has more characters than bytes.
        if self.text.len() - begin <= MAX_TEXT {
            return;
        }
        let text = self.text.get(begin..).unwrap_or_default();
        let len = bounded(text, spot, &mut self.remarks).len();
        self.text.truncate(begin + len);
    }

    /// The text of the cell that is being written.
    pub fn open_cell(&self) -> &str {
        let begin = self.cell_ends.last().map_or(0, |end| *end as usize);
        self.text.get(begin..).unwrap_or_default()
    }

    /// Writes the cell that is being written anew.
    pub fn rewrite_cell(&mut self, text: &str) {
        self.text.truncate(self.cell_ends.last().map_or(0, |end| *end as usize));
        self.text.push_str(text);
    }

    /// Ends the cell that is being written.
    pub fn end_cell(&mut self) {
        self.cell_ends.push(u32::try_from(self.text.len()).unwrap_or(u32::MAX));
    }

    /// Ends the row that is being written. `number` is its number in the file, the first being 1.
    pub fn end_row(&mut self, number: u32) {
        let begin = self.rows.last().map_or(0, |row| row.end as usize);
        self.width = self.width.max(self.cell_ends.len() - begin);
        self.rows.push(Row { end: self.cell_ends.len() as u32, number });
    }

    /// Adds a row with these cells, behind the last one.
    pub fn push_row<'a>(&mut self, cells: impl IntoIterator<Item = &'a str>) {
        for cell in cells {
            self.push_cell(cell);
        }
        self.end_row(self.rows.last().map_or(1, |row| row.number + 1));
    }

    /// How many cells it holds, empty ones too.
    pub fn cell_count(&self) -> usize {
        self.cell_ends.len()
    }

    /// How many bytes the texts of its cells take.
    pub fn text_len(&self) -> usize {
        self.text.len()
    }

    /// How many rows it has.
    pub fn row_count(&self) -> usize {
        self.rows.len()
    }

    /// How many cells its longest row has.
    pub fn column_count(&self) -> usize {
        self.width
    }

    /// How many cells a row has, by its index from 0.
    pub fn row_len(&self, row: usize) -> usize {
        self.range(row).len()
    }

    /// The number of a row in the file, as a spreadsheet shows it; 0 where there is no such row.
    pub fn row_number(&self, row: usize) -> u32 {
        self.rows.get(row).map_or(0, |row| row.number)
    }

    /// The text of a cell by the indices of its row and column from 0; empty where there is none.
    pub fn cell(&self, row: usize, column: usize) -> &str {
        let range = self.range(row);
        if column < range.len() { self.text_of(range.start + column) } else { "" }
    }

    /// The texts of the cells of a row, by its index from 0.
    pub fn row(&self, row: usize) -> impl ExactSizeIterator<Item = &str> {
        let range = self.range(row);
        let mut begin = self.begin_of(range.start);
        let ends = self.cell_ends.get(range).unwrap_or_default();
        ends.iter().map(move |end| {
            let cell = self.text.get(begin..*end as usize).unwrap_or_default();
            begin = *end as usize;
            cell
        })
    }

    /// The same table with rows for columns. Its rows are numbered as its columns were. Of a table that
    /// has few cells in most of its rows, and many in one far below, only as many columns are turned as give
    /// a table that can be read.
    pub fn transposed(&self) -> Self {
        let mut turned = Self { part: self.part, ..Self::new(self.name.as_str()) };
        for (column, rows) in self.rows_with_columns().into_iter().enumerate() {
            let number = self.columns_before + column as u32 + 1;
            if turned.cell_count() + rows > MAX_CELLS {
                let spot = Spot::at(0, number);
                let topic = "and the columns behind it are more than can be turned into rows";
                let remedy = "Leave out rows that are much longer than the others.";
                turned.remarks.lose(spot, "", topic, "They were left out.", remedy);
                break;
            }
            (0..rows).for_each(|row| turned.push_cell(self.cell(row, column)));
            turned.end_row(number);
        }
        turned
    }

    /// Whether it can be turned as a whole.
    pub fn can_be_turned(&self) -> bool {
        self.rows_with_columns().into_iter().fold(0, usize::saturating_add) <= MAX_CELLS
    }

    /// Of each column how many rows there are down to the last one that reaches it.
    fn rows_with_columns(&self) -> Vec<usize> {
        let mut rows_of = vec![0; self.width];
        let mut known = 0;
        for row in (0..self.row_count()).rev() {
            let len = self.row_len(row);
            rows_of.iter_mut().take(len).skip(known).for_each(|rows| *rows = row + 1);
            known = known.max(len);
        }
        rows_of
    }

    fn range(&self, row: usize) -> std::ops::Range<usize> {
        let end_of = |row: usize| self.rows.get(row).map_or(0, |row| row.end as usize);
        let begin = if row == 0 { 0 } else { end_of(row - 1) };
        begin.min(end_of(row))..end_of(row)
    }

    fn text_of(&self, cell: usize) -> &str {
        self.text.get(self.begin_of(cell)..self.begin_of(cell + 1)).unwrap_or_default()
    }

    /// Where a cell begins in the text, which is where the one before it ends.
    fn begin_of(&self, cell: usize) -> usize {
        let before = cell.checked_sub(1).and_then(|before| self.cell_ends.get(before));
        before.map_or(0, |end| *end as usize)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_have_any_length_and_keep_their_numbers() {
        let mut table = Table::new("Ties");
        table.push_row(["a", "", "c"]);
        table.push_cell("é");
        table.end_row(5);
        table.end_row(6);
        assert_eq!((table.row_count(), table.column_count(), table.cell_count()), (3, 3, 4));
        assert_eq!(table.row(0).collect::<Vec<_>>(), ["a", "", "c"]);
        assert_eq!((table.cell(1, 0), table.cell(1, 1), table.cell(9, 9)), ("é", "", ""));
        assert_eq!([0, 1, 2, 3].map(|row| table.row_number(row)), [1, 5, 6, 0]);
        assert_eq!([0, 1, 2, 3].map(|row| table.row_len(row)), [3, 1, 0, 0]);
    }

    #[test]
    fn a_turned_table_has_rows_for_columns() {
        let mut table = Table::new("");
        table.push_row(["source", "a", "b"]);
        table.push_row(["target", "c"]);
        let turned = table.transposed();
        let rows: Vec<Vec<&str>> = (0..3).map(|row| turned.row(row).collect()).collect();
        assert_eq!(rows, [vec!["source", "target"], vec!["a", "c"], vec!["b"]]);
        assert!(table.can_be_turned() && turned.remarks.is_empty());
    }

    #[test]
    fn a_long_row_below_many_short_ones_isnt_turned_into_a_rectangle() {
        let mut table = Table::new("");
        (0..50_000).for_each(|_| table.push_row(["a", "b"]));
        table.push_row((0..50_000).map(|_| "c"));
        assert!(!table.can_be_turned());
        let turned = table.transposed();
        assert!(turned.cell_count() <= MAX_CELLS);
        assert_eq!(turned.remarks.groups().map(|group| group.count).sum::<usize>(), 1);
    }
}
