//! Writes all sheets of a map as an Excel workbook. Its bytes depend on the map alone.

use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, Workbook, Worksheet, XlsxError};

use super::losses;
use super::sheet::{Cell, Sheet};
use super::write::Written as WrittenTables;
use crate::formats::written::{Loss, Written};
use crate::model::Map;

/// The most characters of a cell, in UTF-16 units as Excel counts them.
const MAX_CELL_CHARS: usize = 32_767;
/// The most rows of a sheet below its header.
const MAX_ROWS: usize = 1_048_575;
/// The widest that a column becomes, in pixels.
const MAX_COLUMN_WIDTH: u32 = 420;

/// Writes a map as a workbook with a sheet for each sort of record.
pub fn write_workbook(map: &Map) -> Written {
    let mut losses = losses::of_workbook(map);
    let mut cut = Cut::default();
    // A sheet that breaks a rule of the format would be a fault of this room; limits are kept before.
    let bytes = write(&WrittenTables::of(map).sheets(), &mut cut).unwrap_or_default();
    losses.extend(Loss::left_out(
        [
            "end of a text of more than 32,767 characters",
            "ends of texts of more than 32,767 characters",
        ],
        cut.texts,
    ));
    losses.extend(Loss::left_out(
        ["row beyond the 1,048,576 of a sheet", "rows beyond the 1,048,576 of a sheet"],
        cut.rows,
    ));
    Written { bytes, losses }
}

/// What didn't fit.
#[derive(Default)]
struct Cut {
    texts: usize,
    rows: usize,
}

fn write(sheets: &[Sheet], cut: &mut Cut) -> Result<Vec<u8>, XlsxError> {
    let mut workbook = Workbook::new();
    // Without a date of its own, a workbook would have that of its writing.
    let properties =
        DocProperties::new().set_creation_datetime(&ExcelDateTime::from_ymd(2000, 1, 1)?);
    workbook.set_properties(&properties);
    for sheet in sheets {
        write_sheet(workbook.add_worksheet(), sheet, cut)?;
    }
    workbook.save_to_buffer()
}

fn write_sheet(worksheet: &mut Worksheet, sheet: &Sheet, cut: &mut Cut) -> Result<(), XlsxError> {
    worksheet.set_name(sheet.name)?;
    let bold = Format::new().set_bold();
    for (column, name) in (0_u16..).zip(&sheet.header) {
        worksheet.write_string_with_format(0, column, fitting(name, cut), &bold)?;
    }
    worksheet.set_freeze_panes(1, 0)?;
    cut.rows += sheet.rows.len().saturating_sub(MAX_ROWS);
    for (row, cells) in (1_u32..).zip(sheet.rows.iter().take(MAX_ROWS)) {
        for (column, cell) in cells {
            let column = u16::try_from(*column).unwrap_or(u16::MAX);
            match cell {
                // Text, whatever it begins with: a formula would be carried out.
                Cell::Text(text) => worksheet.write_string(row, column, fitting(text, cut))?,
                Cell::Number(number) => worksheet.write_number(row, column, *number)?,
            };
        }
    }
    // Widths by the first rows are good enough, and take no time on a large map.
    worksheet.set_autofit_max_row(1_000);
    worksheet.set_autofit_max_width(MAX_COLUMN_WIDTH);
    worksheet.autofit();
    Ok(())
}

/// A text as far as a cell has room for it.
fn fitting<'t>(text: &'t str, cut: &mut Cut) -> &'t str {
    if text.len() <= MAX_CELL_CHARS {
        return text;
    }
    let mut units = 0;
    let end = text.char_indices().find(|(_, character)| {
        units += character.len_utf16();
        units > MAX_CELL_CHARS
    });
    match end {
        Some((at, _)) => {
            cut.texts += 1;
            &text[..at]
        }
        None => text,
    }
}
