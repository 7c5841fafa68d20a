//! Blocks of cells: copied, emptied, and written as one step.

use super::cell_range::{Cell, CellRange};
use super::new_rows::{self, Naming, NewRows};
use super::rows::{Listed, Rows};
use crate::edit::{Command, Target};
use crate::model::{End, KindId, Map};
use crate::ui::panels::fields::{Column, NationField, Writer};

/// Texts that are written into cells.
#[derive(Clone, Copy)]
pub struct Block<'a> {
    /// The first cell.
    pub at: Cell,
    pub texts: &'a [Vec<String>],
    /// The kind of new ties that name none.
    pub new_tie_kind: KindId,
    pub naming: Naming,
}

/// What became of a block that was written.
#[derive(Debug, Default)]
pub struct Written {
    /// What writes it; none where nothing changes.
    pub command: Option<Command>,
    /// How many nations it adds, and how many ties.
    pub nations: usize,
    pub ties: usize,
    /// How many rows of the list it adds.
    pub rows: usize,
    /// What the first of these is called.
    pub first_added: Option<String>,
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

/// Writes a block; rows after the last are new nations or ties.
pub fn write(map: &Map, rows: &Rows, block: Block<'_>) -> Written {
    let mut writer = Writer::on(map);
    let mut written = Written::default();
    let at = block.at;
    let room = rows.targets.len().saturating_sub(at.row).min(block.texts.len());
    let (old, new) = block.texts.split_at(room);
    let mut targets: Vec<Option<Target>> =
        rows.targets.iter().skip(at.row).take(old.len()).copied().map(Some).collect();
    let mut note = |row: usize, fault: String| {
        written.problems.push(format!("Row {}: {fault}", at.row + old.len() + row + 1));
    };
    let new = NewRows { first: at.column, rows: new, naming: block.naming };
    targets.extend(match rows.key.listed {
        Listed::Nations => new_rows::nations(&mut writer, new, &mut note),
        Listed::Ties => new_rows::ties(&mut writer, new, block.new_tie_kind, &mut note),
    });
    let added: Vec<Target> = targets.iter().skip(old.len()).flatten().copied().collect();
    for (index, (target, cells)) in targets.iter().zip(block.texts).enumerate() {
        let Some(target) = target else { continue };
        // What a new row leaves open stays as its name has set it.
        let is_said = |text: &str| index < old.len() || !text.trim().is_empty();
        let said = rows.columns.iter().skip(at.column).zip(cells).filter(|(_, text)| is_said(text));
        for (column, text) in said {
            if let Err(fault) = write_cell(&mut writer, column, *target, text, block.naming) {
                let row = at.row + index + 1;
                written.problems.push(format!("Row {row}, {}: {fault}", column.title()));
            }
        }
    }
    written.problems.extend(beyond_the_last_column(rows, block));
    let after = writer.map();
    written.nations = after.nations().len() - map.nations().len();
    written.ties = after.ties().len() - map.ties().len();
    written.rows = added.len();
    written.first_added = added.first().and_then(|target| match target {
        Target::Nation(id) => Some(after.end_name(End::Nation(*id))),
        Target::Tie(id) => Some(after.tie_name(*id)),
        Target::Note(_) => None,
    });
    written.command = writer.into_command();
    written
}

fn write_cell(
    writer: &mut Writer,
    column: &Column,
    target: Target,
    text: &str,
    naming: Naming,
) -> Result<(), String> {
    match (column, target, naming) {
        (Column::Nation(NationField::Name), Target::Nation(id), Naming::AsTyped)
            if !text.trim().is_empty() =>
        {
            writer.change(id, |_, nation| {
                nation.name = text.trim().to_owned();
                Ok(())
            })
        }
        _ => column.write(writer, target, text),
    }
}

/// A sentence about the texts for which the list has no column.
fn beyond_the_last_column(rows: &Rows, block: Block<'_>) -> Option<String> {
    let room = rows.columns.len().saturating_sub(block.at.column);
    let is_left_out = |cells: &Vec<String>| {
        cells.iter().skip(room).filter(|text| !text.trim().is_empty()).count()
    };
    let count: usize = block.texts.iter().map(is_left_out).sum();
    let last = rows.columns.last()?.title();
    match count {
        0 => None,
        1 => Some(format!("1 cell lies beyond the last column, {last}, and is left out.")),
        _ => Some(format!("{count} cells lie beyond the last column, {last}, and are left out.")),
    }
}

/// Empties the cells of a range that can be empty; where none can, says why.
pub fn clear(map: &Map, rows: &Rows, range: CellRange) -> Written {
    let empty = vec![String::new(); range.columns().count()];
    let count = range.rows().filter(|row| *row < rows.targets.len()).count();
    let texts = vec![empty; count];
    let naming = Naming::default();
    let block = Block { at: range.first(), texts: &texts, new_tie_kind: KindId(0), naming };
    let mut written = write(map, rows, block);
    if written.command.is_some() {
        written.problems.clear();
    }
    written.problems.truncate(1);
    written
}

/// A block as it is written to a range: where the range is that block several times over, it is
/// repeated.
pub fn fill(block: Vec<Vec<String>>, range: CellRange) -> Vec<Vec<String>> {
    let (rows, columns) = (range.rows().count(), range.columns().count());
    let width = block.first().map_or(0, Vec::len);
    let is_even = width > 0 && block.iter().all(|row| row.len() == width);
    if !is_even || rows % block.len() != 0 || columns % width != 0 {
        return block;
    }
    let repeated = |row: &Vec<String>| row.iter().cycle().take(columns).cloned().collect();
    block.iter().cycle().take(rows).map(repeated).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn block(text: &str) -> Vec<Vec<String>> {
        text.lines().map(|line| line.split(' ').map(ToOwned::to_owned).collect()).collect()
    }

    #[test]
    fn a_block_is_repeated_where_it_fits_the_range_and_else_stays() {
        let range = |rows: usize, columns: usize| {
            CellRange::at(Cell { row: 3, column: 1 }).to(Cell { row: 2 + rows, column: columns })
        };
        assert_eq!(fill(block("a"), range(2, 3)), block("a a a\na a a"));
        assert_eq!(fill(block("a b"), range(2, 4)), block("a b a b\na b a b"));
        assert_eq!(fill(block("a\nb"), range(4, 1)), block("a\nb\na\nb"));
        assert_eq!(fill(block("a b"), range(2, 3)), block("a b"));
        assert_eq!(fill(block("a b\nc"), range(2, 2)), block("a b\nc"));
        assert_eq!(fill(Vec::new(), range(1, 1)), Vec::<Vec<String>>::new());
    }
}
