//! Writes ties or nations as comma-separated values (RFC 4180), ties also with tabulators between them.
//!
//! The text is UTF-8, with a byte order mark where it isn't plain ASCII: by it Excel knows the encoding,
//! and pandas and Entente pass over it. A text that a spreadsheet would take for a formula, since it begins with
//! `=`, `+`, `-` or `@`, stands behind an apostrophe, and so does one that begins with an apostrophe or a
//! tabulator; reading takes the apostrophe away.

use super::losses;
use super::sheet::{Cell, Sheet};
use super::write::Written as WrittenTables;
use crate::formats::written::Written;
use crate::model::Map;

/// Writes the ties of a map, each with the names of its ends.
pub fn write_ties(map: &Map) -> Written {
    Written {
        bytes: bytes(&WrittenTables::of(map).ties_alone(), ','),
        losses: losses::of_ties(map),
    }
}

/// Writes the ties of a map with tabulators between the cells.
pub fn write_ties_with_tabs(map: &Map) -> Written {
    Written {
        bytes: bytes(&WrittenTables::of(map).ties_alone(), '\t'),
        losses: losses::of_ties(map),
    }
}

/// Writes the nations of a map.
pub fn write_nations(map: &Map) -> Written {
    Written {
        bytes: bytes(&WrittenTables::of(map).nations(), ','),
        losses: losses::of_nations(map),
    }
}

pub(super) fn bytes(sheet: &Sheet, delimiter: char) -> Vec<u8> {
    let mut text = String::new();
    let shape = (sheet.header.len(), delimiter);
    let header = sheet.header.iter().map(|name| Cell::Text(name.clone()));
    push_row(&mut text, shape, &header.enumerate().collect::<Vec<_>>());
    for row in &sheet.rows {
        push_row(&mut text, shape, row);
    }
    let mark = if text.is_ascii() { "" } else { "\u{feff}" };
    format!("{mark}{text}").into_bytes()
}

fn push_row(text: &mut String, (width, delimiter): (usize, char), cells: &[(usize, Cell)]) {
    let mut cells = cells.iter().peekable();
    for column in 0..width {
        if column > 0 {
            text.push(delimiter);
        }
        match cells.next_if(|(at, _)| *at == column) {
            Some((_, Cell::Number(number))) => text.push_str(&number.to_string()),
            Some((_, Cell::Text(cell))) => push_cell(text, &without_formula(cell)),
            None => {}
        }
    }
    text.push_str("\r\n");
}

fn push_cell(text: &mut String, cell: &str) {
    let is_plain =
        !cell.contains([',', '"', '\r', '\n', ';', '\t']) && cell.trim().len() == cell.len();
    if is_plain {
        text.push_str(cell);
    } else {
        text.push('"');
        text.push_str(&cell.replace('"', "\"\""));
        text.push('"');
    }
}

/// The first characters of texts that stand behind an apostrophe.
const FORMULA_STARTS: [char; 7] = ['=', '+', '-', '@', '\'', '\t', '\r'];

fn without_formula(cell: &str) -> std::borrow::Cow<'_, str> {
    if cell.starts_with(FORMULA_STARTS) { format!("'{cell}").into() } else { cell.into() }
}

/// The text of a cell as it was before it was written.
pub fn as_meant(cell: &str) -> &str {
    cell.strip_prefix('\'').filter(|rest| rest.starts_with(FORMULA_STARTS)).unwrap_or(cell)
}
