//! Which cells are chosen, and what is being edited in one.

use egui::Event;

use super::cell_range::{Cell, CellRange};
use super::cell_suggestions::LastSuggestions;
use super::new_rows::Naming;
use crate::edit::Target;
use crate::ui::completion::Completion;
use crate::ui::panels::fields::Column;

/// What the table remembers of its cells from frame to frame.
#[derive(Debug, Default)]
pub struct Cells {
    pub range: CellRange,
    pub edit: Option<Edit>,
    /// The suggestions for what is typed.
    pub completion: Completion,
    pub suggested: LastSuggestions,
    /// What has been typed in the row for a new nation or tie, until that is enough to add one.
    pub new_row: Vec<(Column, String)>,
    /// The column in which a row of cells began to be filled with Tab: Enter returns to it.
    pub first_column: Option<usize>,
    /// Whether the keys belonged to the cells in the last frame.
    pub has_keyboard: bool,
    /// Whether they are to belong to them from now on.
    pub wants_keyboard: bool,
    /// Keys that came in the same pass as letters, and after them.
    pub later: Vec<Event>,
    /// Whether letters are being composed by an input method.
    pub is_composing: bool,
    /// The cell that is brought into view.
    pub scroll: Option<ScrollTo>,
    /// Whether a drag extends the range.
    pub is_dragging: bool,
    /// How many rows are in view.
    pub page: usize,
}

/// A cell to bring into view: first its row, in the next frame its column.
#[derive(Clone, Copy, Debug)]
pub struct ScrollTo {
    pub cell: Cell,
    pub to_column: bool,
}

/// A cell that is being edited.
#[derive(Clone, Debug)]
pub struct Edit {
    /// The nation or tie; none in the row for a new one.
    pub target: Option<Target>,
    pub column: Column,
    pub text: String,
    /// Whether it began with typing: then arrow keys end it, and move on.
    pub arrows_end_it: bool,
    /// How a name is understood.
    pub naming: Naming,
    /// Whether the text has yet to get the caret at its end.
    pub is_new: bool,
}

impl Edit {
    /// A cell with a text, as it is while the caret is in it.
    pub fn of(target: Option<Target>, column: &Column, text: String) -> Self {
        let naming = Naming::default();
        let column = column.clone();
        Self { target, column, text, arrows_end_it: false, naming, is_new: false }
    }
}

impl Cells {
    /// Moves to a range and brings its end into view.
    pub fn go_to(&mut self, range: CellRange) {
        // Where the range stays and another cell of it is active, that one is looked at.
        let cell = if range.active == range.anchor { range.end } else { range.active };
        self.range = range;
        self.scroll = Some(ScrollTo { cell, to_column: false });
    }

    /// Chooses one cell, which gets the keyboard.
    pub const fn choose(&mut self, cell: Cell) {
        self.range = CellRange::at(cell);
        self.first_column = None;
        self.wants_keyboard = true;
    }

    /// Begins to edit a cell.
    pub fn begin(&mut self, target: Option<Target>, column: &Column, text: String) {
        self.edit = Some(Edit { is_new: true, ..Edit::of(target, column, text) });
        self.completion.close();
        self.wants_keyboard = true;
    }

    /// What has been typed into a column of the row for a new nation or tie.
    pub fn new_row_text(&self, column: &Column) -> &str {
        let typed = self.new_row.iter().find(|(own, _)| own == column);
        typed.map_or("", |(_, text)| text.as_str())
    }

    /// Keeps what is typed into a column of the row for a new nation or tie.
    pub fn set_new_row_text(&mut self, column: &Column, text: &str) {
        self.new_row.retain(|(own, _)| own != column);
        if !text.trim().is_empty() {
            self.new_row.push((column.clone(), text.trim().to_owned()));
        }
    }
}
