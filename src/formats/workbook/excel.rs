//! Reads Excel's workbooks with calamine, cell by cell.

use std::io::Cursor;

use calamine::{
    Data, DataRef, Dimensions, ExcelDateTime, Reader, Sheet as SheetData, SheetVisible, Xls, Xlsb,
    Xlsx,
};

use super::counted_reads::CountedReads;
use super::hidden;
use super::sheet::{Area, Sheet, check_count};
use super::unpacked_size::{broken, check};
use super::xls_size;
use crate::formats::problems::{OpenError, Remarks, Spot};
use crate::formats::progress::Progress;
use crate::formats::tables::Table;

/// After so many cells it is asked whether to go on.
const CELLS_UNTIL_PROGRESS: usize = 50_000;
/// The serial number of the day after 9999-12-31.
const AFTER_LAST_DAY: f64 = 2_958_466.0;

/// Reads a workbook of Office Open XML.
///
/// # Errors
/// When it can't be read, or is too large.
pub fn read_xlsx(bytes: &[u8], progress: Progress<'_>) -> Result<Vec<Table>, OpenError> {
    check(bytes)?;
    let mut book: Xlsx<_> = Xlsx::new(CountedReads::new(bytes)).map_err(|error| broken(&error))?;
    let names = book.sheet_names();
    check_count(names.len())?;
    let mut hidden = hidden::of_sheets(bytes);
    let sheets = book.sheets_metadata().to_vec();
    let (mut tables, mut unread) = (Vec::new(), Unread::default());
    for (place, name) in names.iter().enumerate() {
        let mut sheet = Sheet::after(&tables);
        let mut cells = match book.worksheet_cells_reader(name) {
            Ok(cells) => cells,
            Err(error) => {
                unread.add(name, &error);
                continue;
            }
        };
        hide(&mut sheet, &sheets, name);
        while let Some(cell) = cells.next_cell().map_err(|error| broken(&error))? {
            add(&mut sheet, cell.get_position(), cell.get_value())?;
            if sheet.len() % CELLS_UNTIL_PROGRESS == 1 {
                progress.at(place, names.len())?;
            }
        }
        drop(cells);
        if let Ok(merged) = book.merge_cells_by_sheet_name(name) {
            merged.iter().for_each(|area| sheet.merge(area_of(area)));
        }
        if let Some(hidden) = hidden.remove(name) {
            sheet.hide_lines(hidden);
        }
        push_table(&mut tables, sheet, name)?;
    }
    Ok(unread.remark_in(tables))
}

/// Reads a workbook of Office Open XML with binary parts.
///
/// # Errors
/// When it can't be read, or is too large.
pub fn read_xlsb(bytes: &[u8], progress: Progress<'_>) -> Result<Vec<Table>, OpenError> {
    check(bytes)?;
    let mut book: Xlsb<_> = Xlsb::new(CountedReads::new(bytes)).map_err(|error| broken(&error))?;
    let names = book.sheet_names();
    check_count(names.len())?;
    let sheets = book.sheets_metadata().to_vec();
    let (mut tables, mut unread) = (Vec::new(), Unread::default());
    for (place, name) in names.iter().enumerate() {
        let mut sheet = Sheet::after(&tables);
        let mut cells = match book.worksheet_cells_reader(name) {
            Ok(cells) => cells,
            Err(error) => {
                unread.add(name, &error);
                continue;
            }
        };
        hide(&mut sheet, &sheets, name);
        while let Some(cell) = cells.next_cell().map_err(|error| broken(&error))? {
            add(&mut sheet, cell.get_position(), cell.get_value())?;
            if sheet.len() % CELLS_UNTIL_PROGRESS == 1 {
                progress.at(place, names.len())?;
            }
        }
        drop(cells);
        push_table(&mut tables, sheet, name)?;
    }
    Ok(unread.remark_in(tables))
}

/// Reads a workbook of Excel 97 to 2003.
///
/// # Errors
/// When it can't be read, or is too large.
pub fn read_xls(bytes: &[u8]) -> Result<Vec<Table>, OpenError> {
    let hidden = xls_size::check(bytes)?;
    let mut book: Xls<_> = Xls::new(Cursor::new(bytes)).map_err(|error| broken(&error))?;
    let (mut tables, mut unread) = (Vec::new(), Unread::default());
    let sheets = book.sheets_metadata().to_vec();
    let names = book.sheet_names();
    let has_all = hidden.len() == names.len();
    let mut hidden = hidden.into_iter();
    for name in names {
        let mut sheet = Sheet::after(&tables);
        hide(&mut sheet, &sheets, &name);
        // Where their numbers differ it isn't known which sheet is which.
        if let Some(hidden) = hidden.next().filter(|_| has_all) {
            sheet.hide_lines(hidden);
        }
        let range = match book.worksheet_range(&name) {
            Ok(range) => range,
            Err(error) => {
                unread.add(&name, &error);
                continue;
            }
        };
        let (top, left) = range.start().unwrap_or_default();
        for (row, column, value) in range.used_cells() {
            let at = (top.saturating_add(row as u32), left.saturating_add(column as u32));
            add(&mut sheet, at, &borrowed(value))?;
        }
        for area in book.merge_cells_by_sheet_name(&name).unwrap_or_default() {
            sheet.merge(area_of(&area));
        }
        push_table(&mut tables, sheet, &name)?;
    }
    Ok(unread.remark_in(tables))
}

/// Sheets that have no cells to be read, such as those of nothing but a chart, or that are damaged.
#[derive(Default)]
struct Unread(Remarks);

impl Unread {
    fn add(&mut self, name: &str, error: &dyn std::fmt::Display) {
        let outcome = format!("It was left out ({error}).");
        let topic = "has a sheet whose cells can't be read, as those of a chart can't";
        self.0.lose(Spot::default(), name, topic, &outcome, "");
    }

    /// The tables, with a remark on each of these sheets.
    fn remark_in(self, mut tables: Vec<Table>) -> Vec<Table> {
        if let Some(first) = tables.first_mut() {
            first.remarks.extend(self.0);
        }
        tables
    }
}

fn push_table(tables: &mut Vec<Table>, sheet: Sheet, name: &str) -> Result<(), OpenError> {
    if sheet.len() > 0 {
        tables.push(sheet.into_table(name)?);
    }
    Ok(())
}

fn hide(sheet: &mut Sheet, sheets: &[SheetData], name: &str) {
    let own = sheets.iter().find(|sheet| sheet.name == name);
    if own.is_some_and(|own| own.visible != SheetVisible::Visible) {
        sheet.hide();
    }
}

fn area_of(area: &Dimensions) -> Area {
    Area { rows: (area.start.0, area.end.0), columns: (area.start.1, area.end.1) }
}

fn borrowed(value: &Data) -> DataRef<'_> {
    match value {
        Data::String(text) => DataRef::SharedString(text),
        Data::Int(number) => DataRef::Int(*number),
        Data::Float(number) => DataRef::Float(*number),
        Data::Bool(flag) => DataRef::Bool(*flag),
        Data::DateTime(time) => DataRef::DateTime(*time),
        Data::DateTimeIso(text) => DataRef::DateTimeIso(text.clone()),
        Data::DurationIso(text) => DataRef::DurationIso(text.clone()),
        Data::Error(error) => DataRef::Error(error.clone()),
        _ => DataRef::Empty,
    }
}

/// Adds a cell as a person sees it; of one that shows an error it is remarked.
fn add(sheet: &mut Sheet, (row, column): (u32, u32), value: &DataRef<'_>) -> Result<(), OpenError> {
    match value {
        DataRef::Empty => Ok(()),
        DataRef::SharedString(text) => sheet.add(row, column, text),
        DataRef::String(text) | DataRef::DateTimeIso(text) | DataRef::DurationIso(text) => {
            sheet.add(row, column, text)
        }
        DataRef::Int(number) => sheet.add(row, column, &number.to_string()),
        DataRef::Float(number) => sheet.add(row, column, &number_text(*number)),
        DataRef::Bool(flag) => sheet.add(row, column, if *flag { "TRUE" } else { "FALSE" }),
        DataRef::DateTime(time) => sheet.add(row, column, &time_text(time)),
        DataRef::Error(error) => {
            let text = error.to_string();
            let spot = sheet.spot(row, column);
            sheet.remarks.warn(
                spot,
                &text,
                "shows an error instead of a value",
                "It was read as text.",
                "Correct the formula in the workbook.",
            );
            sheet.add(row, column, &text)
        }
    }
}

/// A number with the 15 digits that spreadsheets show, and no more of them than it has.
pub fn number_text(number: f64) -> String {
    let shown: f64 = format!("{number:.14e}").parse().unwrap_or(number);
    if shown != 0.0 && !(1e-9..1e21).contains(&shown.abs()) {
        return format!("{shown:e}");
    }
    shown.to_string()
}

/// A day as ISO 8601 has it, with its time if that isn't midnight; a time alone.
fn time_text(time: &ExcelDateTime) -> String {
    let value = time.as_f64();
    if time.is_duration() || !(0.0..AFTER_LAST_DAY).contains(&value) {
        return number_text(value);
    }
    let (year, month, day, hour, minute, second, _) = time.to_ymd_hms_milli();
    let date = format!("{year:04}-{month:02}-{day:02}");
    let clock = format!("{hour:02}:{minute:02}:{second:02}");
    match (value < 1.0, value.fract() == 0.0) {
        (true, false) => clock,
        (_, true) => date,
        _ => format!("{date}T{clock}"),
    }
}
