//! Finds where the rows of data end: above sums and notes.

use super::end_words::{FOOTNOTES, TOTALS};
use crate::formats::tables::header_key;
use crate::formats::tables::view::View;

/// So many rows from the end are looked at.
const ROWS: usize = 30;

/// The index behind the last row of data of a table that begins at `first`.
pub fn end_of_data(view: &View<'_>, first: usize) -> usize {
    let mut end = view.row_count();
    let lowest = first.max(end.saturating_sub(ROWS));
    let mut candidate = end;
    while candidate > lowest {
        let row = candidate - 1;
        if view.is_blank(row) || is_sum(view, row) || is_note(view, row) {
            end = row;
        } else if !stands_apart(view, row, first) {
            break;
        } else {
            end = row;
        }
        candidate = row;
    }
    end
}

fn first_text<'v>(view: &'v View<'_>, row: usize) -> &'v str {
    view.row(row).find(|cell| !cell.is_empty()).unwrap_or_default()
}

fn filled(view: &View<'_>, row: usize) -> usize {
    view.row(row).filter(|cell| !cell.is_empty()).count()
}

/// Whether a row begins with a word for a sum.
pub fn is_sum(view: &View<'_>, row: usize) -> bool {
    is_sum_word(first_text(view, row))
}

/// Whether a text is a word for a sum.
pub fn is_sum_word(text: &str) -> bool {
    TOTALS.contains(&header_key(text).as_str())
}

/// A row with one text that begins with a word for a note, such as “Source: …”.
fn is_note(view: &View<'_>, row: usize) -> bool {
    let text = first_text(view, row);
    let begin = text.split([':', '.']).next().unwrap_or_default();
    let is_begun = text.len() > begin.len() && FOOTNOTES.contains(&header_key(begin).as_str());
    view.column_count() > 1
        && filled(view, row) == 1
        && (is_begun || text.starts_with(['*', '†', '©']))
}

/// A row with one sentence below a blank row.
fn stands_apart(view: &View<'_>, row: usize, first: usize) -> bool {
    row > first + 1
        && view.column_count() > 1
        && view.is_blank(row - 1)
        && filled(view, row) == 1
        && first_text(view, row).contains(' ')
}
