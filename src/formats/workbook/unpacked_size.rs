//! Whether an archive can be unpacked and read as a workbook.

use std::io::{Cursor, Read};

use zip::ZipArchive;

use super::cell_references::CellReferences;
use crate::formats::problems::OpenError;

/// The most bytes that the parts of a workbook may unpack to.
pub const MAX_UNPACKED: u64 = 192 * 1024 * 1024;
/// The most parts of a workbook.
const MAX_PARTS: usize = 20_000;

/// Unpacks an archive piece by piece and throws it away, to learn its true size: what it says of itself may be
/// untrue. On the way it looks at where the cells are.
///
/// # Errors
/// When it is no archive, holds too much, or has cells where a sheet has none.
pub fn check(bytes: &[u8]) -> Result<(), OpenError> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|error| broken(&error))?;
    if archive.len() > MAX_PARTS {
        let message = format!("it has {} parts, more than a workbook has", archive.len());
        return Err(OpenError::of_whole_file(message, "Save it again as a workbook."));
    }
    let mut left = MAX_UNPACKED;
    let mut buffer = vec![0; 64 * 1024];
    for index in 0..archive.len() {
        // A part that can't be unpacked is a matter for the reader, if it needs the part.
        let Ok(mut part) = archive.by_index(index) else { continue };
        let mut references = CellReferences::default();
        while let Ok(count) = part.read(&mut buffer) {
            if count == 0 {
                break;
            }
            left = left.checked_sub(count as u64).ok_or_else(too_large)?;
            references.check(buffer.get(..count).unwrap_or_default())?;
        }
    }
    Ok(())
}

fn too_large() -> OpenError {
    let message =
        format!("it unpacks to more than the {} MiB that a workbook may have", MAX_UNPACKED >> 20);
    OpenError::of_whole_file(message, "Save the sheets that matter in a workbook of their own.")
}

/// An archive that can't be opened.
pub fn broken(error: &dyn std::fmt::Display) -> OpenError {
    let message = format!("it begins as a workbook, but can't be read as one ({error})");
    OpenError::of_whole_file(message, "Open it in the program that made it, and save it again.")
}
