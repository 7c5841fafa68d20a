//! Carrying out what a person asks of the cells.

use std::collections::BTreeSet;

use super::cell_range::{Cell, CellRange, Size, Step};
use super::cells::Cells;
use super::keys::Request;
use super::rows::Rows;
use crate::edit::Target;
use crate::ui::intent::Intent;
use crate::ui::panels::fields::Column;
use crate::ui::state::State;

/// The table as it is in this frame.
pub struct Table<'a> {
    pub state: &'a State,
    pub rows: &'a Rows,
    pub cells: &'a mut Cells,
    /// What is said below the table.
    pub note: &'a mut String,
    pub out: &'a mut Vec<Intent>,
    /// How many rows this frame's edits add.
    pub added_rows: usize,
}

impl Table<'_> {
    /// How many cells there are, with the row for a new nation or tie.
    pub fn size(&self) -> Size {
        let rows = self.rows.targets.len() + self.added_rows + 1;
        Size { rows, columns: self.rows.columns.len() }
    }

    /// Carries out a request; returns a text for the clipboard.
    pub fn carry_out(&mut self, request: Request) -> Option<String> {
        let range = self.cells.range;
        match request {
            Request::Go(step, extends) => {
                self.note.clear();
                self.step(step, extends);
            }
            Request::Advance(step) => {
                self.note.clear();
                self.advance(step);
            }
            Request::All | Request::WholeRows | Request::WholeColumns => self.widen(&request),
            Request::Edit => self.edit(),
            Request::Pick => {
                self.edit();
                self.cells.completion.open();
            }
            Request::TurnArrows => {
                if let Some(edit) = &mut self.cells.edit {
                    edit.arrows_end_it = !edit.arrows_end_it;
                }
            }
            Request::CommitAndAdvance(step) => {
                if self.commit() {
                    self.advance(step);
                }
            }
            Request::CommitAndGo(step) => {
                if self.commit() {
                    self.step(step, false);
                }
            }
            Request::CommitToAll if range.is_several() => self.commit_to_all(),
            Request::CommitToAll => {
                self.commit();
            }
            Request::FillDown => self.fill_down(),
            Request::Cancel => {
                self.cells.edit = None;
                self.note.clear();
            }
            Request::Leave => self.cells.has_keyboard = false,
            Request::Clear => self.clear(),
            Request::Copy => return self.copied(),
            Request::Cut => {
                let text = self.copied();
                self.clear();
                return text;
            }
            Request::Paste(text) => self.paste(&text),
        }
        None
    }

    /// Moves to a range, and selects its nations or ties. What is said of an edit before stays.
    fn go(&mut self, range: CellRange) {
        self.cells.go_to(range);
        self.select();
    }

    fn step(&mut self, step: Step, extends: bool) {
        self.cells.first_column = None;
        let page = self.cells.page.max(1);
        self.go(self.cells.range.moved(step, extends, self.size(), page));
    }

    /// Moves on as Enter and Tab do: round the range, where it is several cells. After some cells of a
    /// row, Enter goes to the column where they began.
    pub fn advance(&mut self, step: Step) {
        let range = self.cells.range;
        if range.is_several() {
            self.go(range.cycled(step));
            return;
        }
        let mut to = range.moved(step, false, self.size(), 1).active;
        match step {
            Step::Next | Step::Previous => {
                self.cells.first_column.get_or_insert(range.active.column);
            }
            _ => {
                if let Some(column) = self.cells.first_column.take() {
                    to.column = column;
                }
            }
        }
        self.go(CellRange::at(to));
    }

    /// Chooses all cells, or all of the rows or columns of the range.
    fn widen(&mut self, request: &Request) {
        let range = self.cells.range;
        let last_row = self.rows.targets.len().saturating_sub(1);
        let last_column = self.rows.columns.len().saturating_sub(1);
        let (mut first, mut last) =
            (range.first(), Cell { row: *range.rows().end(), column: *range.columns().end() });
        if *request != Request::WholeRows {
            (first.row, last.row) = (0, last_row);
        }
        if *request != Request::WholeColumns {
            (first.column, last.column) = (0, last_column);
        }
        self.cells.range = CellRange::at(first).to(last);
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

    /// Begins to edit the active cell with what it says.
    pub fn edit(&mut self) {
        let Cell { row, column } = self.cells.range.active;
        let Some(column) = self.rows.columns.get(column) else { return };
        let target = self.rows.targets.get(row).copied();
        let text = self.text(target, column);
        self.cells.begin(target, column, text);
    }

    /// What a cell says: of a nation or tie, or of the row for a new one.
    pub fn text(&self, target: Option<Target>, column: &Column) -> String {
        match target {
            Some(target) => column.text(self.state.map(), target),
            None => self.cells.new_row_text(column).to_owned(),
        }
    }
}
