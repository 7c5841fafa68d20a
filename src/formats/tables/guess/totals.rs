//! Finds where the rows of data end: above sums and notes.

use super::row_words::{FOOTNOTES, TOTALS};
use crate::formats::tables::header_key;
use crate::formats::tables::view::View;
use crate::formats::vocabulary::header_words::without_type;

/// What is said of a row of sums.
pub const SUM: &str = "is a row of sums";
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
    let text = first_text(view, row);
    is_sum_word(text) || filled(view, row) == 1 && begins_with_sum(text)
}

/// Whether a text is a word for a sum.
pub fn is_sum_word(text: &str) -> bool {
    TOTALS.has_squashed(without_type(text).unwrap_or(text))
}

/// Whether a text that stands alone in its row says a sum, such as “Total: 12” or “n = 12”.
pub fn begins_with_sum(text: &str) -> bool {
    let is_end = |c: char| matches!(c, ':' | '=' | '(') || c.is_ascii_digit();
    let word = text.split(is_end).next().unwrap_or_default();
    is_sum_word(word) || text.contains('=') && ["n", "N"].contains(&word.trim())
}

/// A row with one text that is a note.
fn is_note(view: &View<'_>, row: usize) -> bool {
    view.column_count() > 1 && filled(view, row) == 1 && is_note_text(first_text(view, row))
}

/// Whether a text that stands alone in its row is a note: it begins with a word for one, such as
/// “Source: …”, or with a sign or number to which another cell refers.
pub fn is_note_text(text: &str) -> bool {
    let begin = text.split([':', '.']).next().unwrap_or_default();
    let is_begun = text.len() > begin.len() && FOOTNOTES.contains(&header_key(begin).as_str());
    let is_number = |(mark, rest): (&str, &str)| {
        (1..=3).contains(&mark.chars().count())
            && mark.chars().all(char::is_alphanumeric)
            && rest.starts_with(' ')
    };
    let has_number = |open: char, close: char| {
        text.strip_prefix(open).and_then(|rest| rest.split_once(close)).is_some_and(is_number)
    };
    is_begun
        || text.starts_with([
            '*', '\u{2020}', '\u{2021}', '\u{a7}', '\u{a9}', '\u{b9}', '\u{b2}', '\u{b3}',
        ])
        || has_number('[', ']')
        || has_number('(', ')')
}

/// A row with one sentence below a blank row.
fn stands_apart(view: &View<'_>, row: usize, first: usize) -> bool {
    row > first + 1
        && view.column_count() > 1
        && view.is_blank(row - 1)
        && filled(view, row) == 1
        && first_text(view, row).contains(' ')
}
