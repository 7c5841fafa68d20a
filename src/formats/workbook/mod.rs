//! Workbooks: Excel's `.xlsx`, `.xlsb` and `.xls`, and OpenDocument spreadsheets.
//!
//! Each sheet that holds something becomes a table, hidden ones too, which are named as are hidden rows and
//! columns. Cells come one by one and under limits, so
//! that neither a cell in the last corner of a sheet nor a small file that unpacks to a large one takes more
//! memory than it is worth.

mod cell_references;
mod counted_reads;
mod excel;
mod hidden;
mod open_document;
mod read;
mod recognise;
mod sheet;
#[cfg(test)]
mod tests;
#[cfg(test)]
mod tests_of_broken;
#[cfg(test)]
mod tests_of_xls;
mod unpacked_size;
mod xls_bytes;
mod xls_records;
mod xls_size;

use super::format::{Format, Reader, Writer};
use super::map_tables::write_workbook;

/// The format of workbooks.
pub static WORKBOOK: Format = Format {
    name: "Workbook",
    extensions: &["xlsx", "xlsm", "xlsb", "xls", "ods"],
    only_read: &["xlsm", "xlsb", "xls", "ods"],
    media_types: &[
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        "application/vnd.ms-excel",
        "application/vnd.oasis.opendocument.spreadsheet",
    ],
    recognise: recognise::recognise,
    reader: Reader::Tables(read::read),
    writer: Some(Writer::Map(write_workbook)),
};
