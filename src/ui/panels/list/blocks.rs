//! Blocks of cells: copied, emptied, and written as one step.

use super::cell_range::{Cell, CellRange};
use super::new_rows;
use super::rows::{Listed, Rows};
use crate::edit::{Command, Target};
use crate::model::{KindId, Map};
use crate::ui::panels::fields::Writer;

/// What became of a block that was written.
#[derive(Debug, Default)]
pub struct Written {
    /// What writes it; none where nothing changes.
    pub command: Option<Command>,
    /// How many nations or ties it adds.
    pub added: usize,
    /// A sentence for each cell or row that couldn't be written and stays as it was.
    pub problems: Vec<String>,
}

/// The texts of a range, row by row.
pub fn texts(map: &Map, rows: &Rows, range: CellRange) -> Vec<Vec<String>> {
    let targets = range.rows().filter_map(|row| rows.targets.get(row));
    let cells = |target: &Target| {
        let columns = range.columns().filter_map(|column| rows.columns.get(column));
        columns.map(|column| column.text(map, *target)).collect()
    };
    targets.map(cells).collect()
}

/// Writes a block with its first cell at `at`; rows after the last are new nations or ties, the latter
/// of a kind if they name none.
pub fn write(
    map: &Map,
    rows: &Rows,
    at: Cell,
    block: &[Vec<String>],
    new_tie_kind: KindId,
) -> Written {
    let mut writer = Writer::on(map);
    let mut written = Written::default();
    let (old, new) = block.split_at(rows.targets.len().saturating_sub(at.row).min(block.len()));
    let mut targets: Vec<Option<Target>> =
        rows.targets.iter().skip(at.row).take(old.len()).copied().map(Some).collect();
    let mut note = |row: usize, fault: String| {
        written.problems.push(format!("Row {}: {fault}", at.row + old.len() + row + 1));
    };
    targets.extend(match rows.key.listed {
        Listed::Nations => new_rows::nations(&mut writer, at.column, new, &mut note),
        Listed::Ties => new_rows::ties(&mut writer, at.column, new, new_tie_kind, &mut note),
    });
    written.added = targets.iter().skip(old.len()).flatten().count();
    for (index, (target, cells)) in targets.iter().zip(block).enumerate() {
        let Some(target) = target else { continue };
        for (column, text) in rows.columns.iter().skip(at.column).zip(cells) {
            if let Err(fault) = column.write(&mut writer, *target, text) {
                let row = at.row + index + 1;
                written.problems.push(format!("Row {row}, {}: {fault}", column.title()));
            }
        }
    }
    written.command = writer.into_command();
    written
}

/// Empties the cells of a range that can be empty; where none can, says why.
pub fn clear(map: &Map, rows: &Rows, range: CellRange) -> Written {
    let empty = vec![String::new(); range.columns().count()];
    let count = range.rows().filter(|row| *row < rows.targets.len()).count();
    let at = Cell { row: *range.rows().start(), column: *range.columns().start() };
    let mut written = write(map, rows, at, &vec![empty; count], KindId(0));
    if written.command.is_some() {
        written.problems.clear();
    }
    written.problems.truncate(1);
    written
}

/// A block as it is written to a range: one cell is written to all of them.
pub fn fill(block: Vec<Vec<String>>, range: CellRange) -> Vec<Vec<String>> {
    match block.as_slice() {
        [row] if row.len() == 1 => {
            vec![vec![row[0].clone(); range.columns().count()]; range.rows().count()]
        }
        _ => block,
    }
}
