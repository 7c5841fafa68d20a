//! Recognises workbooks by their bytes.

use crate::formats::format::{Certainty, InputFile};

/// What a workbook's bytes are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Container {
    /// Office Open XML: a zip archive with `xl/workbook.xml`.
    Xlsx,
    /// The same with binary parts.
    Xlsb,
    /// A compound file of Excel 97 to 2003.
    Xls,
    /// An OpenDocument spreadsheet.
    OpenDocument,
}

/// The kind of workbook that these bytes are, if they are one.
pub fn container(bytes: &[u8]) -> Option<Container> {
    if bytes.starts_with(b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1") {
        return Some(Container::Xls);
    }
    if !bytes.starts_with(b"PK\x03\x04") {
        return None;
    }
    // Names of parts stand in an archive as they are, and so does the type of an OpenDocument.
    let has = |text: &[u8]| memchr::memmem::find(bytes, text).is_some();
    if has(b"vnd.oasis.opendocument.spreadsheet") || (has(b"content.xml") && !has(b"xl/")) {
        return Some(Container::OpenDocument);
    }
    match (has(b"xl/workbook.bin"), has(b"xl/")) {
        (true, _) => Some(Container::Xlsb),
        (_, true) => Some(Container::Xlsx),
        _ => None,
    }
}

/// A workbook shows in its first bytes and the names of its parts.
pub fn recognise(file: &InputFile<'_>) -> Certainty {
    match container(file.bytes) {
        Some(_) => Certainty::Certain,
        None => Certainty::No,
    }
}
