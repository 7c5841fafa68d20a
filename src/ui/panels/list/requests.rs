//! Carrying out what a person asks of the cells.

use std::collections::BTreeSet;

use super::blocks::{self, Written};
use super::cell_range::{Cell, CellRange, Size};
use super::cells::Cells;
use super::keys::Request;
use super::rows::{Listed, Rows};
use super::tsv;
use crate::edit::Target;
use crate::formats::FORMAT_ID;
use crate::ui::intent::Intent;
use crate::ui::state::{State, count_in_words};

/// The largest text that is pasted, in bytes.
const MOST_BYTES: usize = 8 * 1024 * 1024;

/// The table as it is in this frame.
pub struct Table<'a> {
    pub state: &'a State,
    pub rows: &'a Rows,
    pub cells: &'a mut Cells,
    /// What is said below the table.
    pub note: &'a mut String,
    pub out: &'a mut Vec<Intent>,
}

impl Table<'_> {
    /// How many cells there are, with the row for a new nation or tie.
    pub fn size(&self) -> Size {
        Size { rows: self.rows.targets.len() + 1, columns: self.rows.columns.len() }
    }

    /// Carries out a request; returns a text for the clipboard.
    pub fn carry_out(&mut self, request: Request) -> Option<String> {
        let range = self.cells.range;
        match request {
            Request::Go(step, extends) => {
                self.go(range.moved(step, extends, self.size(), self.cells.page.max(1)));
            }
            Request::All => {
                let last = Cell {
                    row: self.rows.targets.len().saturating_sub(1),
                    column: self.rows.columns.len().saturating_sub(1),
                };
                self.cells.range = CellRange { anchor: last, cursor: Cell::default() };
                self.select();
            }
            Request::Edit => self.edit(),
            Request::Commit(step) => {
                if self.commit() {
                    let page = self.cells.page;
                    self.go(self.cells.range.moved(step, false, self.size(), page));
                }
            }
            Request::Cancel => {
                self.cells.edit = None;
                self.note.clear();
            }
            Request::Leave => self.cells.has_keyboard = false,
            Request::Clear => self.clear(),
            Request::Copy => return Some(self.copied()),
            Request::Cut => {
                let text = self.copied();
                self.clear();
                return Some(text);
            }
            Request::Paste(text) => self.paste(&text),
        }
        None
    }

    /// Moves to a range, and selects its nations or ties.
    pub fn go(&mut self, range: CellRange) {
        self.note.clear();
        self.cells.go_to(range);
        self.select();
    }

    /// Selects the nations or ties of the range.
    pub fn select(&mut self) {
        let rows = self.cells.range.rows();
        let targets = rows.filter_map(|row| self.rows.targets.get(row)).copied();
        let targets: BTreeSet<Target> = targets.collect();
        if !targets.is_empty() && targets != self.state.selection {
            self.out.push(Intent::Select(targets));
        }
    }

    /// Begins to edit the cell of the cursor with what it says.
    pub fn edit(&mut self) {
        let Cell { row, column } = self.cells.range.cursor;
        let Some(column) = self.rows.columns.get(column) else { return };
        let target = self.rows.targets.get(row).copied();
        let text = target.map_or_else(String::new, |t| column.text(self.state.map(), t));
        self.cells.begin(target, column.clone(), text);
    }

    /// Writes what is edited; where it can't be read it stays, and a note says why.
    pub fn commit(&mut self) -> bool {
        let Some(edit) = self.cells.edit.take() else { return true };
        let at = match edit.target {
            Some(target) => self.rows.row_of(target),
            None => Some(self.rows.targets.len()),
        };
        let column = self.rows.columns.iter().position(|column| *column == edit.column);
        let (Some(row), Some(column)) = (at, column) else { return true };
        self.note.clear();
        if edit.target.is_none() && edit.text.trim().is_empty() {
            return true;
        }
        let block = [vec![edit.text.clone()]];
        let mut written = self.write(Cell { row, column }, &block);
        if let Some(problem) = written.problems.pop() {
            *self.note = problem;
            self.cells.edit = Some(edit);
            return false;
        }
        let name = match edit.target {
            Some(target) => {
                let of = self.state.in_words(&[target].into());
                format!("{} {of}", edit.column.step())
            }
            None => format!("Add {}", edit.text.trim()),
        };
        self.push(name, written);
        true
    }

    fn write(&self, at: Cell, block: &[Vec<String>]) -> Written {
        blocks::write(self.state.map(), self.rows, at, block, self.state.new_tie_kind)
    }

    fn push(&mut self, name: String, written: Written) {
        self.out.push(Intent::EndField);
        self.out.extend(written.command.map(|command| Intent::Edit { name, command }));
    }

    fn copied(&self) -> String {
        tsv::write(&blocks::texts(self.state.map(), self.rows, self.cells.range))
    }

    fn clear(&mut self) {
        let range = self.cells.range;
        let mut written = blocks::clear(self.state.map(), self.rows, range);
        *self.note = written.problems.pop().unwrap_or_default();
        let count = range.rows().count() * range.columns().count();
        self.push(format!("Clear {}", cells_in_words(count)), written);
    }

    fn paste(&mut self, text: &str) {
        if text.len() > MOST_BYTES {
            let most = MOST_BYTES >> 20;
            *self.note =
                format!("Can't paste: the text is larger than {most} MiB. Paste it in parts.");
            return;
        }
        if text.trim_start().starts_with('{') && text.contains(FORMAT_ID) {
            *self.note = "The clipboard holds part of a map. Click the map, then paste.".to_owned();
            return;
        }
        let range = self.cells.range;
        let block = blocks::fill(tsv::read(text), range);
        let at = Cell { row: *range.rows().start(), column: *range.columns().start() };
        let width = block.iter().map(Vec::len).max().unwrap_or(0);
        if width == 0 {
            return;
        }
        let mut written = self.write(at, &block);
        let problems = std::mem::take(&mut written.problems);
        let name = match (written.added, self.rows.key.listed) {
            (0, _) => format!("Paste {}", cells_in_words(block.iter().map(Vec::len).sum())),
            (count, Listed::Nations) => format!("Paste {}", count_in_words(count, 0)),
            (count, Listed::Ties) => format!("Paste {}", count_in_words(0, count)),
        };
        let rows = self.rows.targets.len() + written.added;
        self.push(name, written);
        if !problems.is_empty() {
            *self.note = problems.join("\n");
            self.out.push(Intent::ReportProblems { done: "Pasted".to_owned(), problems });
        }
        let last = Cell { row: at.row + block.len() - 1, column: at.column + width - 1 };
        let size = Size { rows, columns: self.rows.columns.len() };
        self.cells.range = CellRange { cursor: at, anchor: last }.within(size);
    }
}

fn cells_in_words(count: usize) -> String {
    if count == 1 { "1 cell".to_owned() } else { format!("{count} cells") }
}
