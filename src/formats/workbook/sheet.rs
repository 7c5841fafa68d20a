//! A sheet, whose cells come one by one, and how it becomes a table.

use super::hidden::{Hidden, Lines};
use crate::formats::limits::{MAX_CELL_TEXT, MAX_CELLS, MAX_COLUMNS};
use crate::formats::problems::{OpenError, Remarks, Spot};
use crate::formats::tables::Table;
use crate::formats::text_bounds::bounded;

/// The cells of a sheet so far; empty ones take no memory.
#[derive(Debug, Default)]
pub struct Sheet {
    /// What was repaired or left out of it.
    pub remarks: Remarks,
    /// The index of the table that it becomes.
    table: u16,
    /// How many bytes of text the sheets before it have, and how many cells.
    text_before: usize,
    cells_before: usize,
    text: String,
    cells: Vec<Cell>,
    merged: Vec<Area>,
    is_hidden: bool,
    hidden: Hidden,
}

#[derive(Clone, Copy, Debug)]
struct Cell {
    row: u32,
    column: u32,
    begin: u32,
    end: u32,
}

/// Cells that are one: rows and columns from 0, both ends included.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Area {
    /// The first and the last row.
    pub rows: (u32, u32),
    /// The first and the last column.
    pub columns: (u32, u32),
}

impl Sheet {
    /// The sheet that becomes the next table after these.
    pub fn after(tables: &[Table]) -> Self {
        Self {
            table: u16::try_from(tables.len()).unwrap_or(u16::MAX),
            text_before: tables.iter().map(Table::text_len).sum(),
            cells_before: tables.iter().map(Table::cell_count).sum(),
            ..Self::default()
        }
    }

    /// The place of a cell, whose row and column are counted from 0.
    pub fn spot(&self, row: u32, column: u32) -> Spot {
        spot_of(self.table, row, column)
    }

    /// Adds a cell that says something; row and column are counted from 0.
    ///
    /// # Errors
    /// When there are more cells than are read, or more text in them.
    pub fn add(&mut self, row: u32, column: u32, text: &str) -> Result<(), OpenError> {
        if text.is_empty() {
            return Ok(());
        }
        if column as usize >= MAX_COLUMNS {
            self.remark_on_outside(row, column, text);
            return Ok(());
        }
        if self.cells_before + self.cells.len() >= MAX_CELLS {
            return Err(too_many());
        }
        let spot = self.spot(row, column);
        let text = bounded(text, spot, &mut self.remarks);
        if self.text_before + self.text.len() + text.len() > MAX_CELL_TEXT {
            return Err(too_much_text());
        }
        let begin = self.text.len() as u32;
        self.text.push_str(text);
        self.cells.push(Cell { row, column, begin, end: self.text.len() as u32 });
        Ok(())
    }

    /// Says that a cell lies where none is read.
    pub fn remark_on_outside(&mut self, row: u32, column: u32, text: &str) {
        self.remarks.lose(
            self.spot(row, column),
            text,
            "lies beyond the rows and columns that are read",
            "It was left out.",
            "Move what matters to the first columns.",
        );
    }

    /// Says that cells are merged.
    pub fn merge(&mut self, area: Area) {
        if area.rows.0 < area.rows.1 || area.columns.0 < area.columns.1 {
            self.merged.push(area);
        }
    }

    /// Says that the sheet is hidden.
    pub fn hide(&mut self) {
        self.is_hidden = true;
    }

    /// Says that rows are hidden, from the first to the last.
    pub fn hide_rows(&mut self, rows: Lines) {
        self.hidden.rows.push(rows);
    }

    /// Says that columns are hidden, from the first to the last.
    pub fn hide_columns(&mut self, columns: Lines) {
        self.hidden.columns.push(columns);
    }

    /// Says that these rows and columns are hidden.
    pub fn hide_lines(&mut self, hidden: Hidden) {
        self.hidden.rows.extend(hidden.rows);
        self.hidden.columns.extend(hidden.columns);
    }

    /// How many cells say something.
    pub fn len(&self) -> usize {
        self.cells.len()
    }

    /// The sheet as a table: rows between others are kept, for they have numbers, but none below the last one
    /// that says something.
    ///
    /// # Errors
    /// When the table would have too many cells, or too much text in them.
    pub fn into_table(mut self, name: &str) -> Result<Table, OpenError> {
        self.cells.sort_by_key(|cell| (cell.row, cell.column));
        self.drop_repeated();
        self.remark_on_hidden(name);
        self.fill_merged();
        self.cells.sort_by_key(|cell| (cell.row, cell.column));
        self.cells.dedup_by_key(|cell| (cell.row, cell.column));
        let mut table = Table::new(name);
        for row in self.cells.chunk_by(|one, other| one.row == other.row) {
            let Some((number, last)) = row.first().map(|cell| cell.row).zip(row.last()) else {
                continue;
            };
            if self.cells_before + table.cell_count() + last.column as usize >= MAX_CELLS {
                return Err(too_many());
            }
            add_blank_row(&mut table, number);
            let mut columns = 0;
            for cell in row {
                for _ in columns..cell.column {
                    table.push_cell("");
                }
                let range = cell.begin as usize..cell.end as usize;
                if self.text_before + table.text_len() + range.len() > MAX_CELL_TEXT {
                    return Err(too_much_text());
                }
                table.push_cell(self.text.get(range).unwrap_or_default());
                columns = cell.column + 1;
            }
            table.end_row(number.saturating_add(1));
        }
        table.remarks = self.remarks;
        Ok(table)
    }

    /// Keeps one text of a cell that is given several times.
    fn drop_repeated(&mut self) {
        let (mut remarks, table) = (std::mem::take(&mut self.remarks), self.table);
        self.cells.dedup_by(|cell, kept| {
            let is_repeated = (cell.row, cell.column) == (kept.row, kept.column);
            if is_repeated {
                let spot = spot_of(table, cell.row, cell.column);
                remarks.lose(
                    spot,
                    self.text.get(cell.begin as usize..cell.end as usize).unwrap_or_default(),
                    "is given more than once",
                    "The first text of the cell was read.",
                    "Open the workbook in the program that made it, and save it again.",
                );
            }
            is_repeated
        });
        self.remarks = remarks;
    }

    /// Says what of the sheet isn't seen by a person who looks at it: once for each row and column in which
    /// something stands.
    fn remark_on_hidden(&mut self, name: &str) {
        let outcome = "It was read like the others.";
        if self.is_hidden {
            let spot = Spot { line: 0, column: 0, table: self.table };
            let remedy = "Leave the sheet out, if it isn't wanted.";
            self.remarks.warn(spot, name, "is a hidden sheet", outcome, remedy);
        }
        self.hidden.rows.sort_unstable();
        self.hidden.columns.sort_unstable();
        let mut told = std::collections::BTreeSet::new();
        for row in self.cells.chunk_by(|one, other| one.row == other.row) {
            let Some(first) = row.first() else { continue };
            let remedy = "Delete it in the workbook, if it isn't wanted.";
            let mut remark = |cell: &Cell, topic: &str| {
                let spot = spot_of(self.table, cell.row, cell.column);
                let text = self.text.get(cell.begin as usize..cell.end as usize);
                self.remarks.warn(spot, text.unwrap_or_default(), topic, outcome, remedy);
            };
            if lies_in(&self.hidden.rows, first.row) {
                remark(first, "begins a hidden row");
            }
            for cell in row.iter().filter(|_| !self.hidden.columns.is_empty()) {
                if lies_in(&self.hidden.columns, cell.column) && told.insert(cell.column) {
                    remark(cell, "begins a hidden column");
                }
            }
        }
    }

    /// Writes the text of merged cells into all of them. A title that alone fills its row stays one cell.
    fn fill_merged(&mut self) {
        let bottom = self.cells.last().map_or(0, |cell| cell.row);
        let right = self.cells.iter().map(|cell| cell.column).max().unwrap_or_default();
        let own = self.cells.len();
        let mut budget = MAX_CELLS.saturating_sub(own).min(own.saturating_mul(64) + 4096);
        for area in std::mem::take(&mut self.merged) {
            let corner = (area.rows.0, area.columns.0);
            let known = self.cells.get(..own).unwrap_or_default();
            let found = known.binary_search_by_key(&corner, |cell| (cell.row, cell.column));
            let Some(cell) = found.ok().and_then(|index| known.get(index)).copied() else {
                continue;
            };
            let is_alone = !has_others(known, area);
            if area.rows.0 < area.rows.1.min(bottom) {
                let text = self.text.get(cell.begin as usize..cell.end as usize);
                self.remarks.warn(
                    spot_of(self.table, cell.row, cell.column),
                    text.unwrap_or_default(),
                    "is merged over several rows",
                    "It was read in each of them.",
                    "",
                );
            }
            let columns =
                area.columns.0..=if is_alone { corner.1 } else { area.columns.1.min(right) };
            for row in area.rows.0..=area.rows.1.min(bottom) {
                for column in columns.clone().filter(|column| (row, *column) != corner) {
                    if budget == 0 {
                        return;
                    }
                    budget -= 1;
                    self.cells.push(Cell { row, column, ..cell });
                }
            }
        }
    }
}

/// Whether a row or column is among these, which are in order.
fn lies_in(lines: &[Lines], line: u32) -> bool {
    let behind = lines.partition_point(|(first, _)| *first <= line);
    lines.get(..behind).and_then(<[Lines]>::last).is_some_and(|(_, last)| line <= *last)
}

fn spot_of(table: u16, row: u32, column: u32) -> Spot {
    Spot { line: row.saturating_add(1), column: column.saturating_add(1), table }
}

/// Whether the first row of an area has cells beside it.
fn has_others(cells: &[Cell], area: Area) -> bool {
    let begin = cells.partition_point(|cell| cell.row < area.rows.0);
    let end = cells.partition_point(|cell| cell.row <= area.rows.0);
    let row = cells.get(begin..end).unwrap_or_default();
    row.first().is_some_and(|cell| cell.column < area.columns.0)
        || row.last().is_some_and(|cell| cell.column > area.columns.1)
}

/// A blank row where rows are missing: one is enough to part a table from its notes.
fn add_blank_row(table: &mut Table, number: u32) {
    let last = table.row_count().checked_sub(1).map(|row| table.row_number(row));
    if last.is_some_and(|last| last < number) {
        table.end_row(number);
    }
}

/// Checks how many sheets a workbook has.
///
/// # Errors
/// When there are more than are read.
pub fn check_count(sheets: usize) -> Result<(), OpenError> {
    /// More than any person keeps in one workbook.
    const MAX_SHEETS: usize = 10_000;
    if sheets <= MAX_SHEETS {
        return Ok(());
    }
    let message = format!("it has more than the {MAX_SHEETS} sheets that are read");
    Err(OpenError::of_whole_file(
        message,
        "Save the sheets that matter in a workbook of their own.",
    ))
}

fn too_many() -> OpenError {
    let message = format!("its sheets have more than the {MAX_CELLS} cells that are read");
    OpenError::of_whole_file(message, "Save the cells that matter in a sheet of their own.")
}

/// Why a workbook whose cells hold too much text isn't read.
pub fn too_much_text() -> OpenError {
    let limit = MAX_CELL_TEXT >> 20;
    let message = format!("its cells hold more than the {limit} MiB of text that are read");
    OpenError::of_whole_file(message, "Save the cells that matter in a workbook of their own.")
}
