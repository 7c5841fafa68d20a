//! Reads workbooks as tables, a sheet each.

use super::recognise::{Container, container};
use super::unpacked_size::broken;
use super::{excel, open_document};
use crate::formats::caught_panics::unless_it_panics;
use crate::formats::format::InputFile;
use crate::formats::limits::check_size;
use crate::formats::problems::OpenError;
use crate::formats::progress::Progress;
use crate::formats::tables::Table;

/// Reads all sheets of a workbook that say something.
///
/// # Errors
/// When it can't be read as a workbook, is locked with a password, is too large, or says nothing.
pub fn read(file: &InputFile<'_>, progress: Progress<'_>) -> Result<Vec<Table>, OpenError> {
    check_size(file.bytes.len() as u64)?;
    let tables = match container(file.bytes) {
        Some(Container::Xlsx) => with_calamine(|| excel::read_xlsx(file.bytes, progress)),
        Some(Container::Xlsb) => with_calamine(|| excel::read_xlsb(file.bytes, progress)),
        Some(Container::Xls) => with_calamine(|| excel::read_xls(file.bytes)),
        Some(Container::OpenDocument) => open_document::read(file.bytes, progress),
        None => Err(OpenError::of_whole_file(
            "it isn't a workbook",
            "Choose an .xlsx, .xls or .ods file.",
        )),
    }?;
    if tables.is_empty() {
        let remedy = "Choose another, or fill in a sheet.";
        return Err(OpenError::of_whole_file("no sheet of the workbook says anything", remedy));
    }
    Ok(tables)
}

/// Reads with calamine, which trusts what a workbook says of itself, and panics where numbers of a damaged one
/// lead nowhere. Nothing of what it read is used then, so it doesn't matter in what state it was left.
fn with_calamine(
    read: impl FnOnce() -> Result<Vec<Table>, OpenError>,
) -> Result<Vec<Table>, OpenError> {
    unless_it_panics(read).unwrap_or_else(|| Err(broken(&"its parts contradict one another")))
}
