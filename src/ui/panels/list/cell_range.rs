//! The active cell of a table, and the range from an anchor to an end.

use std::ops::RangeInclusive;

/// A cell by its row in view and its column.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Cell {
    pub row: usize,
    pub column: usize,
}

/// The cells from an anchor to an end, one of which is active: it is the one that is edited.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct CellRange {
    pub active: Cell,
    pub anchor: Cell,
    pub end: Cell,
}

/// How many rows and columns there are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Size {
    pub rows: usize,
    pub columns: usize,
}

/// A way to move the cursor.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    Left,
    Right,
    Up,
    Down,
    PageUp,
    PageDown,
    RowStart,
    RowEnd,
    Top,
    Bottom,
    /// The first cell of all.
    First,
    /// The last cell of all.
    Last,
    /// One to the right, at the end of a row to the next.
    Next,
    /// One to the left, at the start of a row to the one before.
    Previous,
}

impl CellRange {
    /// One cell.
    pub const fn at(cell: Cell) -> Self {
        Self { active: cell, anchor: cell, end: cell }
    }

    /// Whether it is more than one cell.
    pub fn is_several(self) -> bool {
        self.anchor != self.end
    }

    /// Its upper left cell.
    pub fn first(self) -> Cell {
        Cell { row: *self.rows().start(), column: *self.columns().start() }
    }

    /// The rows of the range.
    pub fn rows(self) -> RangeInclusive<usize> {
        self.end.row.min(self.anchor.row)..=self.end.row.max(self.anchor.row)
    }

    /// The columns of the range.
    pub fn columns(self) -> RangeInclusive<usize> {
        self.end.column.min(self.anchor.column)..=self.end.column.max(self.anchor.column)
    }

    /// Whether a cell is in it.
    pub fn contains(self, cell: Cell) -> bool {
        self.rows().contains(&cell.row) && self.columns().contains(&cell.column)
    }

    /// The range from the active cell to another.
    pub const fn to(self, end: Cell) -> Self {
        Self { active: self.active, anchor: self.active, end }
    }

    /// The range within a table of a size.
    pub fn within(self, size: Size) -> Self {
        let clamp = |cell: Cell| Cell {
            row: cell.row.min(size.rows.saturating_sub(1)),
            column: cell.column.min(size.columns.saturating_sub(1)),
        };
        Self { active: clamp(self.active), anchor: clamp(self.anchor), end: clamp(self.end) }
    }

    /// The range after a step from the active cell, or of the end where it `extends`; `page` is how
    /// many rows a page has.
    pub fn moved(self, step: Step, extends: bool, size: Size, page: usize) -> Self {
        if extends {
            return self.to(stepped(self.end, step, size, page));
        }
        Self::at(stepped(self.active, step, size, page))
    }

    /// The range with the next cell of it active, and after the last the first again. Down and up go by
    /// columns, the other steps by rows.
    pub fn cycled(self, step: Step) -> Self {
        let (first, rows, columns) = (self.first(), self.rows().count(), self.columns().count());
        let row = self.active.row.saturating_sub(first.row);
        let column = self.active.column.saturating_sub(first.column);
        let by_columns = matches!(step, Step::Down | Step::Up);
        let at = if by_columns { column * rows + row } else { row * columns + column };
        let count = (rows * columns).max(1);
        let is_back = matches!(step, Step::Up | Step::Previous);
        let at = (at + if is_back { count - 1 } else { 1 }) % count;
        let (row, column) =
            if by_columns { (at % rows, at / rows) } else { (at / columns, at % columns) };
        let active = Cell { row: first.row + row, column: first.column + column };
        Self { active, ..self }
    }
}

/// The cell after a step from one.
fn stepped(from: Cell, step: Step, size: Size, page: usize) -> Cell {
    let Cell { row, column } = from;
    let (last_row, last_column) = (size.rows.saturating_sub(1), size.columns.saturating_sub(1));
    let to = |row, column| Cell { row, column };
    match step {
        Step::Left => to(row, column.saturating_sub(1)),
        Step::Right => to(row, (column + 1).min(last_column)),
        Step::Up => to(row.saturating_sub(1), column),
        Step::Down => to((row + 1).min(last_row), column),
        Step::PageUp => to(row.saturating_sub(page), column),
        Step::PageDown => to((row + page).min(last_row), column),
        Step::RowStart => to(row, 0),
        Step::RowEnd => to(row, last_column),
        Step::Top => to(0, column),
        Step::Bottom => to(last_row, column),
        Step::First => to(0, 0),
        Step::Last => to(last_row, last_column),
        Step::Next if column < last_column => to(row, column + 1),
        Step::Next if row < last_row => to(row + 1, 0),
        Step::Previous if column > 0 => to(row, column - 1),
        Step::Previous if row > 0 => to(row - 1, last_column),
        Step::Next | Step::Previous => from,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const SIZE: Size = Size { rows: 10, columns: 3 };

    fn cell(row: usize, column: usize) -> Cell {
        Cell { row, column }
    }

    #[test]
    fn steps_stay_within_the_table() {
        let at = |row, column| CellRange::at(cell(row, column));
        let go = |from: CellRange, step| from.moved(step, false, SIZE, 4).active;
        assert_eq!(go(at(0, 0), Step::Up), cell(0, 0));
        assert_eq!(go(at(9, 2), Step::Right), cell(9, 2));
        assert_eq!(go(at(8, 1), Step::PageDown), cell(9, 1));
        assert_eq!(go(at(3, 2), Step::Next), cell(4, 0));
        assert_eq!(go(at(4, 0), Step::Previous), cell(3, 2));
        assert_eq!(go(at(9, 2), Step::Next), cell(9, 2));
        assert_eq!(go(at(5, 1), Step::Last), cell(9, 2));
        assert_eq!(
            CellRange::default().moved(Step::Down, false, Size { rows: 0, columns: 3 }, 4),
            at(0, 0)
        );
    }

    #[test]
    fn a_range_is_extended_from_its_anchor() {
        let range = CellRange::at(cell(5, 1));
        let range = range.moved(Step::Up, true, SIZE, 4).moved(Step::Right, true, SIZE, 4);
        assert_eq!((range.rows(), range.columns()), (4..=5, 1..=2));
        assert!(range.contains(cell(5, 2)) && !range.contains(cell(3, 1)));
        assert_eq!(range.active, cell(5, 1), "what is typed goes where the range began");
        assert_eq!(range.within(Size { rows: 5, columns: 2 }).end, cell(4, 1));
    }

    #[test]
    fn the_active_cell_goes_round_within_the_range() {
        let range = CellRange::at(cell(2, 0)).to(cell(3, 1));
        let go = |step| {
            let mut range = range;
            let mut cells = Vec::new();
            for _ in 0..4 {
                range = range.cycled(step);
                cells.push((range.active.row, range.active.column));
            }
            cells
        };
        assert_eq!(go(Step::Next), [(2, 1), (3, 0), (3, 1), (2, 0)]);
        assert_eq!(go(Step::Down), [(3, 0), (2, 1), (3, 1), (2, 0)]);
        assert_eq!(go(Step::Previous), [(3, 1), (3, 0), (2, 1), (2, 0)]);
        assert_eq!(range.cycled(Step::Next).rows(), 2..=3, "the range stays");
    }
}
