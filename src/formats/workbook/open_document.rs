//! Reads OpenDocument spreadsheets, cell by cell.
//!
//! A spreadsheet of OpenDocument (ISO/IEC 26300) says how often rows and cells are repeated, up to a million
//! times in a few bytes: empty ones are passed over here, and others count against the limit of cells.

use std::collections::HashSet;
use std::io::{Cursor, Read};

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};
use zip::ZipArchive;

use super::sheet::{Area, Sheet, check_count};
use super::unpacked_size::{MAX_UNPACKED, broken, check};
use crate::formats::limits::MAX_COLUMNS;
use crate::formats::problems::OpenError;
use crate::formats::progress::Progress;
use crate::formats::tables::Table;

/// After so many events it is asked whether to go on.
const EVENTS_UNTIL_PROGRESS: usize = 100_000;

/// What is said of rows and columns that aren't shown.
const HIDDEN: [&str; 2] = ["collapse", "filter"];
/// The most rows of a sheet.
const MAX_ROWS: u32 = 1 << 20;

/// The sheet that is being read, and where in it.
#[derive(Default)]
struct Reading {
    tables: Vec<Table>,
    /// How many sheets have begun, those too that say nothing.
    sheets: usize,
    name: String,
    sheet: Sheet,
    row: u32,
    column: u32,
    /// The cells of the row that is being read, which may be repeated.
    cells: Vec<Cell>,
    row_repeats: u32,
    /// Whether the row is hidden, or filtered out.
    is_row_hidden: bool,
    /// The column of the sheet that is described next.
    described: u32,
    /// The style that is being read, and those of sheets that aren't shown.
    style: String,
    hidden_styles: HashSet<String>,
    cell: Cell,
    /// How deep within a paragraph of a cell.
    in_text: usize,
    /// How deep within a comment on a cell, which isn't its text.
    in_comment: usize,
}

#[derive(Clone, Default)]
struct Cell {
    column: u32,
    repeats: u32,
    /// How many rows and columns are merged.
    spans: (u32, u32),
    /// The value, where the file says it beside the text shown.
    value: Option<String>,
    text: String,
    paragraphs: usize,
}

impl Cell {
    fn shown(&self) -> &str {
        self.value.as_deref().unwrap_or(&self.text)
    }
}

/// Reads a spreadsheet of OpenDocument.
///
/// # Errors
/// When it can't be read, or is too large.
pub fn read(bytes: &[u8], progress: Progress<'_>) -> Result<Vec<Table>, OpenError> {
    check(bytes)?;
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|error| broken(&error))?;
    let content = archive.by_name("content.xml").map_err(|error| broken(&error))?;
    let mut text = Vec::new();
    content.take(MAX_UNPACKED).read_to_end(&mut text).map_err(|error| broken(&error))?;
    let text = String::from_utf8_lossy(&text);
    let mut reader = Reader::from_str(&text);
    let mut reading = Reading::default();
    let mut events = 0;
    loop {
        events += 1;
        if events % EVENTS_UNTIL_PROGRESS == 0 {
            progress.at(reader.buffer_position() as usize, text.len())?;
        }
        match reader.read_event().map_err(|error| broken(&error))? {
            Event::Start(start) => reading.start(&start)?,
            Event::Empty(start) => {
                reading.start(&start)?;
                reading.end(start.name().as_ref())?;
            }
            Event::End(end) => reading.end(end.name().as_ref())?,
            Event::Text(part) if reading.takes_text() => {
                reading.cell.text.push_str(&part.xml10_content());
            }
            Event::GeneralRef(name) if reading.takes_text() => {
                reading.cell.text.push_str(&reference(&name));
            }
            Event::Eof => return Ok(reading.tables),
            _ => {}
        }
    }
}

/// The character that a reference means; one that is declared in the file is never followed.
fn reference(name: &quick_xml::events::BytesRef<'_>) -> String {
    if let Ok(Some(letter)) = name.resolve_char_ref() {
        return letter.to_string();
    }
    match name.as_ref() {
        "amp" => "&",
        "lt" => "<",
        "gt" => ">",
        "quot" => "\"",
        "apos" => "'",
        _ => "\u{FFFD}",
    }
    .to_owned()
}

impl Reading {
    fn takes_text(&self) -> bool {
        self.in_text > 0 && self.in_comment == 0
    }

    fn start(&mut self, element: &BytesStart<'_>) -> Result<(), OpenError> {
        match element.name().as_ref() {
            "table:table" => {
                self.sheets += 1;
                check_count(self.sheets)?;
                self.name = attribute(element, "table:name").unwrap_or_default();
                (self.sheet, self.row, self.described) = (Sheet::after(&self.tables), 0, 0);
                let style = attribute(element, "table:style-name").unwrap_or_default();
                if self.hidden_styles.contains(&style) {
                    self.sheet.hide();
                }
            }
            "style:style" => self.style = attribute(element, "style:name").unwrap_or_default(),
            "style:table-properties" if is(element, "table:display", &["false"]) => {
                self.hidden_styles.insert(self.style.clone());
            }
            "table:table-column" => {
                let begin = self.described;
                self.described =
                    begin.saturating_add(repeats(element, "table:number-columns-repeated"));
                if is(element, "table:visibility", &HIDDEN) {
                    self.sheet.hide_columns((begin, self.described - 1));
                }
            }
            "table:table-row" => {
                self.row_repeats = repeats(element, "table:number-rows-repeated");
                self.is_row_hidden = is(element, "table:visibility", &HIDDEN);
                (self.column, self.cells) = (0, Vec::new());
            }
            "table:table-cell" | "table:covered-table-cell" => {
                self.cell = Cell {
                    column: self.column,
                    repeats: repeats(element, "table:number-columns-repeated"),
                    spans: (
                        repeats(element, "table:number-rows-spanned"),
                        repeats(element, "table:number-columns-spanned"),
                    ),
                    value: value(element),
                    ..Cell::default()
                };
            }
            "office:annotation" => self.in_comment += 1,
            "text:p" | "text:h" if self.in_comment == 0 => {
                if self.cell.paragraphs > 0 && self.in_text == 0 {
                    self.cell.text.push('\n');
                }
                self.cell.paragraphs += 1;
                self.in_text += 1;
            }
            "text:line-break" if self.takes_text() => self.cell.text.push('\n'),
            "text:tab" if self.takes_text() => self.cell.text.push('\t'),
            "text:s" if self.takes_text() => self.cell.text.push(' '),
            _ => {}
        }
        Ok(())
    }

    fn end(&mut self, name: &str) -> Result<(), OpenError> {
        match name {
            "office:annotation" => self.in_comment = self.in_comment.saturating_sub(1),
            "text:p" | "text:h" if self.in_comment == 0 => {
                self.in_text = self.in_text.saturating_sub(1);
            }
            "table:table-cell" | "table:covered-table-cell" => {
                let cell = std::mem::take(&mut self.cell);
                self.column = self.column.saturating_add(cell.repeats);
                if !cell.shown().is_empty() {
                    self.cells.push(cell);
                }
            }
            "table:table-row" => self.end_row()?,
            "table:table" => {
                let sheet = std::mem::take(&mut self.sheet);
                if sheet.len() > 0 {
                    self.tables.push(sheet.into_table(&self.name)?);
                }
            }
            _ => {}
        }
        Ok(())
    }

    /// Adds the cells of a row as often as it is repeated; a blank one only moves on.
    fn end_row(&mut self) -> Result<(), OpenError> {
        let mut cells = std::mem::take(&mut self.cells);
        // What no sheet has room for is named once, and not as often as it is said to be repeated.
        cells.retain(|cell| {
            let is_within = self.row < MAX_ROWS && (cell.column as usize) < MAX_COLUMNS;
            if !is_within {
                self.sheet.remark_on_outside(self.row, cell.column, cell.shown());
            }
            is_within
        });
        let end = if cells.is_empty() { 0 } else { self.row.saturating_add(self.row_repeats) };
        if self.is_row_hidden && end > 0 {
            self.sheet.hide_rows((self.row, end - 1));
        }
        for row in self.row..end.min(MAX_ROWS) {
            for cell in &cells {
                let last = |first: u32, count: u32| first.saturating_add(count.saturating_sub(1));
                let end = last(cell.column, cell.repeats).min(MAX_COLUMNS as u32 - 1);
                for column in cell.column..=end {
                    self.sheet.add(row, column, cell.shown())?;
                }
                self.sheet.merge(Area {
                    rows: (row, last(row, cell.spans.0)),
                    columns: (cell.column, last(cell.column, cell.spans.1)),
                });
            }
        }
        self.row = self.row.saturating_add(self.row_repeats);
        Ok(())
    }
}

fn attribute(element: &BytesStart<'_>, name: &str) -> Option<String> {
    let found = element.attributes().flatten().find(|attribute| attribute.key.as_ref() == name)?;
    Some(match quick_xml::escape::unescape(&found.value) {
        Ok(plain) => plain.into_owned(),
        Err(_) => found.value.into_owned(),
    })
}

/// Whether an attribute has one of these values.
fn is(element: &BytesStart<'_>, name: &str, values: &[&str]) -> bool {
    attribute(element, name).is_some_and(|value| values.contains(&value.as_str()))
}

/// How often something is there; once where nothing is said.
fn repeats(element: &BytesStart<'_>, name: &str) -> u32 {
    attribute(element, name).and_then(|count| count.parse().ok()).unwrap_or(1).max(1)
}

/// The value of a cell that isn't a text: a number, a day as ISO 8601 has it, yes or no.
fn value(element: &BytesStart<'_>) -> Option<String> {
    match attribute(element, "office:value-type")?.as_str() {
        "float" | "percentage" | "currency" => attribute(element, "office:value"),
        "date" => attribute(element, "office:date-value")
            .map(|date| date.strip_suffix("T00:00:00").unwrap_or(&date).to_owned()),
        "boolean" => attribute(element, "office:boolean-value").map(|flag| flag.to_uppercase()),
        "string" => attribute(element, "office:string-value"),
        _ => None,
    }
}
