//! Which cells are chosen, and what is being edited in one.

use super::cell_range::{Cell, CellRange};
use crate::edit::Target;
use crate::ui::panels::fields::Column;

/// What the table remembers of its cells from frame to frame.
#[derive(Debug, Default)]
pub struct Cells {
    pub range: CellRange,
    pub edit: Option<Edit>,
    /// Whether the keys belonged to the cells in the last frame.
    pub has_keyboard: bool,
    /// Whether they are to belong to them from now on.
    pub wants_keyboard: bool,
    /// Whether letters are being composed by an input method.
    pub is_composing: bool,
    /// For how many more frames the table is scrolled to the cursor: to its row, then to its column.
    pub scrolls: u8,
    /// Whether a drag extends the range.
    pub is_dragging: bool,
    /// How many rows are in view.
    pub page: usize,
}

/// A cell that is being edited.
#[derive(Clone, Debug)]
pub struct Edit {
    /// The nation or tie; none in the row for a new one.
    pub target: Option<Target>,
    pub column: Column,
    pub text: String,
    /// Whether the text has yet to get the caret at its end.
    pub is_new: bool,
}

impl Cells {
    /// Moves to a range and brings its cursor into view.
    pub const fn go_to(&mut self, range: CellRange) {
        self.range = range;
        self.scrolls = 2;
    }

    /// Chooses one cell, which gets the keyboard.
    pub const fn choose(&mut self, cell: Cell) {
        self.range = CellRange::at(cell);
        self.wants_keyboard = true;
    }

    /// Begins to edit a cell.
    pub fn begin(&mut self, target: Option<Target>, column: Column, text: String) {
        self.edit = Some(Edit { target, column, text, is_new: true });
        self.wants_keyboard = true;
    }
}
