//! Sees whether a table is a matrix.

use std::collections::HashMap;
use std::ops::Range;

use super::lookup::Lookup;
use super::marks;
use super::totals::is_sum_word;
use crate::formats::tables::values;
use crate::formats::tables::view::View;

/// A larger matrix isn't compared with its mirror image.
const MAX_SIDE: usize = 3_000;
/// So many labels are looked at, and so many cells of each row.
const LOOKED_AT: usize = 60;

/// A matrix as it was seen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Matrix {
    /// Whether the first column names the rows and the header the columns.
    pub has_labels: bool,
    /// The rows that hold cells.
    pub rows: Range<usize>,
    /// The columns that do.
    pub columns: Range<usize>,
    /// Whether both halves are alike, or one of them is empty.
    pub is_mutual: bool,
}

/// The matrix with labels whose header is this row, if it is one. Rows and columns may spell nations
/// differently.
pub fn labelled(view: &View<'_>, header: usize, lookup: &mut Lookup) -> Option<Matrix> {
    let width = view.row(header).enumerate().filter(|(_, cell)| !cell.is_empty());
    // A column of sums beside it isn't a node, nor is a row of them below it.
    let width = width.filter(|(column, cell)| *column == 0 || !is_sum_word(cell));
    let columns = 1..width.map(|(column, _)| column + 1).max()?;
    let of_nations = heads_are_nations(view, header, &columns, lookup);
    let by_text = square(view, header, &columns, &mut |text| text);
    let found = match by_text {
        None if of_nations => square(view, header, &columns, &mut |text| {
            lookup.nation(text).map_or(text, |(code, _)| code)
        }),
        found => found,
    };
    if let Some(Square { rows, columns, mirrors, others }) = found {
        if !marks::are_marks(view, &rows, &columns, lookup) {
            return None;
        }
        let is_mutual = is_symmetric(&columns, &rows, |row, column| {
            let mirror = mirrors.get(row - header - 1).copied().flatten();
            let other = others.get(column - 1).copied().flatten();
            let mirrored = other.zip(mirror).map_or("", |(row, column)| view.cell(row, column));
            (view.cell(row, column), mirrored)
        });
        return Some(Matrix { has_labels: true, rows, columns, is_mutual });
    }
    let has_label = |row: &usize| !view.cell(*row, 0).is_empty();
    let end = (header + 1..view.row_count()).take_while(has_label).last()? + 1;
    let rows = header + 1..end;
    let is_other = of_nations
        && are_nations(rows.clone().take(LOOKED_AT).map(|row| view.cell(row, 0)), lookup)
        && marks::are_marks(view, &rows, &columns, lookup);
    is_other.then_some(Matrix { has_labels: true, rows, columns, is_mutual: false })
}

/// A table with the same labels down its side and across its top.
struct Square {
    rows: Range<usize>,
    columns: Range<usize>,
    /// Of each row, the column of the same label.
    mirrors: Vec<Option<usize>>,
    /// Of each column, the row of the same label.
    others: Vec<Option<usize>>,
}

/// The square below a header, where labels are the same whose keys are.
fn square<'v>(
    view: &'v View<'_>,
    header: usize,
    columns: &Range<usize>,
    key: &mut dyn FnMut(&'v str) -> &'v str,
) -> Option<Square> {
    let mut labels: HashMap<&str, usize> = HashMap::new();
    let mut keys_of_columns = vec![""; columns.end];
    for column in columns.clone() {
        let label = view.cell(header, column);
        if !label.is_empty() {
            keys_of_columns[column] = key(label);
            if !is_sum_word(label) {
                labels.insert(keys_of_columns[column], column);
            }
        }
    }
    // No square has many more rows than columns: a long table is seen to be none by its beginning.
    let most = header + 1 + labels.len() * 5 / 4;
    let mut is_known = |row: usize| labels.contains_key(key(view.cell(row, 0)));
    (header + 1..view.row_count().min(most)).filter(|row| is_known(*row)).nth(1)?;
    let has_label = |row: &usize| !view.cell(*row, 0).is_empty();
    let end = (header + 1..view.row_count()).take_while(has_label).last()? + 1;
    // What else stands below it isn't a node either.
    let end = (header + 1..end).rev().find(|row| is_known(*row)).map_or(end, |row| row + 1);
    let rows = header + 1..end;
    let keys_of_rows: Vec<&str> = rows.clone().map(|row| key(view.cell(row, 0))).collect();
    let names: HashMap<&str, usize> = keys_of_rows.iter().copied().zip(rows.clone()).collect();
    let is_named = |column: &usize| names.contains_key(keys_of_columns[*column]);
    let right = columns.clone().rev().find(is_named).map_or(columns.end, |column| column + 1);
    let labels_within = (1..right).filter(|column| !keys_of_columns[*column].is_empty()).count();
    // What stands in several rows, as the number of a treaty does, names none of them.
    let hits = names.keys().filter(|name| labels.contains_key(**name)).count();
    let is_square = hits >= 2 && hits * 5 >= rows.len() * 4 && hits * 5 >= labels_within * 4;
    is_square.then(|| Square {
        mirrors: keys_of_rows.iter().map(|key| labels.get(key).copied()).collect(),
        others: (1..right).map(|column| names.get(keys_of_columns[column]).copied()).collect(),
        rows,
        columns: 1..right,
    })
}

/// Whether nations or organisations stand side by side, as above marks of who is in what.
fn heads_are_nations(
    view: &View<'_>,
    header: usize,
    columns: &Range<usize>,
    lookup: &mut Lookup,
) -> bool {
    are_nations(columns.clone().take(LOOKED_AT).map(|column| view.cell(header, column)), lookup)
}

fn are_nations<'v>(texts: impl Iterator<Item = &'v str>, lookup: &mut Lookup) -> bool {
    let (mut hits, mut all) = (0, 0);
    for text in texts {
        all += 1;
        hits += usize::from(lookup.nation(text).is_some());
    }
    hits >= 2 && hits * 5 >= all * 4
}

/// The matrix without labels that a table is as a whole, if it is one: square, of numbers, and either zero
/// from corner to corner or alike on both sides.
pub fn bare(view: &View<'_>) -> Option<Matrix> {
    let side = view.row_count();
    if side < 3 || view.column_count() != side {
        return None;
    }
    let is_full = |row: usize| {
        view.row_len(row) == side
            && view.row(row).take(LOOKED_AT).all(|cell| values::number(cell, '.').is_some())
    };
    if !(0..side).all(is_full) {
        return None;
    }
    let is_zero = |cell: &str| values::number(cell, '.') == Some(0.0);
    let is_mutual = is_symmetric(&(0..side), &(0..side), |row, column| {
        (view.cell(row, column), view.cell(column, row))
    });
    let is_matrix = is_mutual || (0..side).all(|place| is_zero(view.cell(place, place)));
    is_matrix.then_some(Matrix { has_labels: false, rows: 0..side, columns: 0..side, is_mutual })
}

/// Whether each cell is as its mirror image, or each pair of them is filled on one side alone.
fn is_symmetric<'v>(
    columns: &Range<usize>,
    rows: &Range<usize>,
    pair: impl Fn(usize, usize) -> (&'v str, &'v str),
) -> bool {
    if columns.len() > MAX_SIDE || rows.len() > MAX_SIDE {
        return false;
    }
    let is_none = |cell: &str| cell.is_empty() || cell == "0";
    let (mut alike, mut one_sided, mut above, mut below) = (true, true, false, false);
    for (place, row) in rows.clone().enumerate() {
        for (other, column) in columns.clone().enumerate().filter(|(other, _)| *other != place) {
            let (cell, mirror) = pair(row, column);
            alike &= cell == mirror || (is_none(cell) && is_none(mirror));
            one_sided &= is_none(cell) || is_none(mirror);
            above |= other > place && !is_none(cell);
            below |= other < place && !is_none(cell);
        }
        if !alike && !(one_sided && !(above && below)) {
            return false;
        }
    }
    alike || (one_sided && above != below)
}
