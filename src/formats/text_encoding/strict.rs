//! Bytes as text where only UTF-8 is expected, with or without a byte order mark: Entente's own files.

use super::utf_32::{in_utf_32, is_utf_32};
use crate::formats::problems::OpenError;

const BYTE_ORDER_MARK: &[u8] = b"\xEF\xBB\xBF";

/// Bytes without a byte order mark of UTF-8 at their start.
pub fn without_byte_order_mark(bytes: &[u8]) -> &[u8] {
    bytes.strip_prefix(BYTE_ORDER_MARK).unwrap_or(bytes)
}

/// The text of a file, without its byte order mark.
///
/// # Errors
/// When the file is empty, is text in another encoding, or isn't text.
pub fn decode(bytes: &[u8]) -> Result<&str, OpenError> {
    let bytes = without_byte_order_mark(bytes);
    if bytes.iter().all(u8::is_ascii_whitespace) {
        let remedy = "Choose another, or an earlier version.";
        return Err(OpenError::of_whole_file("the file is empty", remedy));
    }
    if is_utf_32(bytes) {
        return Err(in_utf_32());
    }
    if bytes.starts_with(b"\xFF\xFE") || bytes.starts_with(b"\xFE\xFF") {
        return Err(OpenError::of_whole_file(
            "it is text in UTF-16, but a map file is text in UTF-8",
            "Save it again as UTF-8.",
        ));
    }
    if bytes.contains(&0) {
        return Err(OpenError::of_whole_file(
            "it isn't text, but a map file is text in UTF-8",
            "Choose a file whose name ends in .entente.json.",
        ));
    }
    std::str::from_utf8(bytes).map_err(|fault| {
        let valid = bytes.get(..fault.valid_up_to()).unwrap_or_default();
        let byte = bytes.get(fault.valid_up_to()).copied().unwrap_or_default();
        let message = format!("has the byte {byte:#04x}, which isn't UTF-8");
        let valid = std::str::from_utf8(valid).unwrap_or_default();
        OpenError::at_byte(valid, valid.len(), "", message, "Save the file again as UTF-8.")
    })
}
