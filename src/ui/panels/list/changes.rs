//! Changes of cells, each one step: what is typed, filled, cleared, copied and pasted.

use super::blocks::{self, Block, Written};
use super::cell_range::{Cell, CellRange, Size};
use super::cells::Edit;
use super::new_rows::Naming;
use super::requests::Table;
use super::rows::Listed;
use super::tsv;
use crate::edit::Target;
use crate::formats::FORMAT_ID;
use crate::ui::intent::Intent;
use crate::ui::panels::fields::{Column, NationField, TieField};
use crate::ui::state::{count_in_words, counted};

/// The largest text that is pasted, in bytes.
const MOST_BYTES: usize = 8 * 1024 * 1024;

impl Table<'_> {
    /// Writes what is edited; where it can't be read it stays, and a note says why.
    pub fn commit(&mut self) -> bool {
        let Some(edit) = self.cells.edit.take() else { return true };
        self.note.clear();
        let fault = match edit.target {
            Some(target) => self.change(&edit, target),
            None => self.add_row(&edit),
        };
        let Some(fault) = fault else { return true };
        *self.note = fault;
        self.cells.edit = Some(edit);
        false
    }

    /// Writes what is edited, which is left for something else; what can't be read is dropped, and the
    /// note says why.
    pub fn end_edit(&mut self) {
        if !self.commit() {
            self.cells.edit = None;
        }
    }

    /// Writes what is edited of a nation or tie; returns why it can't be.
    fn change(&mut self, edit: &Edit, target: Target) -> Option<String> {
        let row = self.rows.row_of(target)?;
        let column = self.rows.columns.iter().position(|column| *column == edit.column)?;
        let texts = [vec![edit.text.clone()]];
        let mut written = self.write(Cell { row, column }, &texts, edit.naming);
        if let Some(problem) = written.problems.pop() {
            return Some(problem);
        }
        let of = self.state.in_words(&[target].into());
        self.push(format!("{} {of}", edit.column.step()), written);
        None
    }

    /// Keeps what is typed in the row for a new nation or tie, and adds that once enough is said; returns
    /// why it can't be.
    fn add_row(&mut self, edit: &Edit) -> Option<String> {
        let before = self.cells.new_row.clone();
        self.cells.set_new_row_text(&edit.column, &edit.text);
        if !self.is_enough_to_add() {
            return None;
        }
        let text = |column: &Column| self.cells.new_row_text(column).to_owned();
        let texts = [self.rows.columns.iter().map(text).collect::<Vec<_>>()];
        let at = Cell { row: self.rows.targets.len(), column: 0 };
        let written = self.write(at, &texts, edit.naming);
        let Some(name) = written.first_added.as_ref().map(|name| format!("Add {name}")) else {
            self.cells.new_row = before;
            return written.problems.into_iter().next();
        };
        self.cells.new_row.clear();
        // The rest of the row is there; what couldn't be read is named, so that it isn't lost unseen.
        *self.note = written.problems.join("\n");
        self.push(name, written);
        None
    }

    /// Whether the row for a new nation or tie names one.
    fn is_enough_to_add(&self) -> bool {
        let is_said = |column: Column| !self.cells.new_row_text(&column).is_empty();
        match self.rows.key.listed {
            Listed::Nations => {
                is_said(Column::Nation(NationField::Name))
                    || is_said(Column::Nation(NationField::Code))
            }
            Listed::Ties => {
                is_said(Column::Tie(TieField::From)) && is_said(Column::Tie(TieField::To))
            }
        }
    }

    fn write(&self, at: Cell, texts: &[Vec<String>], naming: Naming) -> Written {
        let block = Block { at, texts, new_tie_kind: self.state.new_tie_kind, naming };
        blocks::write(self.state.map(), self.rows, block)
    }

    fn push(&mut self, name: String, written: Written) {
        self.added_rows += written.rows;
        self.out.push(Intent::EndField);
        self.out.extend(written.command.map(|command| Intent::Edit { name, command }));
    }

    /// Writes what is edited into all cells of the range.
    pub fn commit_to_all(&mut self) {
        if self.cells.range.first().row >= self.rows.targets.len() {
            self.commit_to_new_row();
            return;
        }
        let Some(edit) = self.cells.edit.take() else { return };
        self.note.clear();
        let range = self.cells.range;
        let texts = self.without_new_row(blocks::fill(vec![vec![edit.text.clone()]], range));
        let mut written = self.write(range.first(), &texts, edit.naming);
        if written.command.is_none()
            && let Some(problem) = written.problems.pop()
        {
            *self.note = problem;
            self.cells.edit = Some(edit);
            return;
        }
        if edit.target.is_none() {
            self.cells.set_new_row_text(&edit.column, &edit.text);
        }
        self.push_filled(&texts, written);
    }

    /// Keeps what is edited in all cells of the range, which is in the row for a new nation or tie.
    fn commit_to_new_row(&mut self) {
        let Some(text) = self.cells.edit.as_ref().map(|edit| edit.text.clone()) else { return };
        let before = self.cells.new_row.clone();
        for column in self.cells.range.columns().filter_map(|at| self.rows.columns.get(at)) {
            self.cells.set_new_row_text(column, &text);
        }
        if !self.commit() {
            self.cells.new_row = before;
        }
    }

    /// Writes the first row of the range into the rows below.
    pub fn fill_down(&mut self) {
        self.note.clear();
        let range = self.cells.range;
        let first = CellRange::at(range.first())
            .to(Cell { row: *range.rows().start(), column: *range.columns().end() });
        let row = blocks::texts(self.state.map(), self.rows, first);
        let texts = self.without_new_row(blocks::fill(row, range));
        let written = self.write(range.first(), &texts, Naming::default());
        self.push_filled(&texts, written);
    }

    /// The rows of a block that begins with the range, up to the last nation or tie.
    fn without_new_row(&self, mut texts: Vec<Vec<String>>) -> Vec<Vec<String>> {
        texts.truncate(self.rows.targets.len().saturating_sub(self.cells.range.first().row));
        texts
    }

    fn push_filled(&mut self, texts: &[Vec<String>], mut written: Written) {
        let problems = std::mem::take(&mut written.problems);
        self.push(format!("Fill {}", cells_in_words(texts.iter().map(Vec::len).sum())), written);
        self.report("Filled", problems);
    }

    /// The texts of the range for the clipboard; none where nothing is said there.
    pub fn copied(&self) -> Option<String> {
        let range = self.cells.range;
        let mut texts = blocks::texts(self.state.map(), self.rows, range);
        if range.rows().contains(&self.rows.targets.len()) {
            let columns = range.columns().filter_map(|column| self.rows.columns.get(column));
            let new: Vec<String> =
                columns.map(|column| self.cells.new_row_text(column).to_owned()).collect();
            texts.extend(new.iter().any(|text| !text.is_empty()).then_some(new));
        }
        Some(tsv::write(&texts)).filter(|text| !text.is_empty())
    }

    /// Empties the cells of the range.
    pub fn clear(&mut self) {
        let range = self.cells.range;
        if range.rows().contains(&self.rows.targets.len()) {
            let columns = range.columns().filter_map(|column| self.rows.columns.get(column));
            columns.for_each(|column| self.cells.set_new_row_text(column, ""));
        }
        let mut written = blocks::clear(self.state.map(), self.rows, range);
        *self.note = written.problems.pop().unwrap_or_default();
        let count = range.rows().count() * range.columns().count();
        self.push(format!("Clear {}", cells_in_words(count)), written);
    }

    /// Writes a text of the clipboard into the cells from the first of the range on.
    pub fn paste(&mut self, text: &str) {
        self.note.clear();
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
        let at = range.first();
        let width = block.iter().map(Vec::len).max().unwrap_or(0);
        if width == 0 {
            return;
        }
        let mut written = self.write(at, &block, Naming::default());
        let problems = std::mem::take(&mut written.problems);
        let name = match count_in_words(written.nations, written.ties) {
            none if none.is_empty() => cells_in_words(block.iter().map(Vec::len).sum()),
            added => added,
        };
        let rows = self.rows.targets.len() + written.rows;
        self.push(format!("Paste {name}"), written);
        self.report("Pasted", problems);
        let last = Cell { row: at.row + block.len() - 1, column: at.column + width - 1 };
        let size = Size { rows, columns: self.rows.columns.len() };
        self.cells.range = CellRange::at(at).to(last).within(size);
    }

    fn report(&mut self, done: &str, problems: Vec<String>) {
        if !problems.is_empty() {
            *self.note = problems.join("\n");
            self.out.push(Intent::ReportProblems { done: done.to_owned(), problems });
        }
    }
}

fn cells_in_words(count: usize) -> String {
    counted(count, "cell", "cells")
}
