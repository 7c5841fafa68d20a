//! What is said of a text that no format recognises.

use crate::formats::problems::OpenError;
use crate::formats::registry::FORMATS;
use crate::formats::text_encoding::decode_text;

/// Whether bytes are a text that doesn't even begin as a map does.
pub(super) fn is_other_text(bytes: &[u8]) -> bool {
    let decoded = decode_text(bytes, None);
    decoded.is_ok_and(|decoded| {
        let text = decoded.text.trim_start();
        !text.is_empty() && !text.starts_with(['{', '['])
    })
}

/// Why a text that no format recognises can't be read.
pub(super) fn of_no_format() -> OpenError {
    let names: Vec<&str> = FORMATS.iter().map(|format| format.name).collect();
    let message = "it is a text, but no table, no network and no lines on ties are found in it";
    let remedy = format!(
        "Write a tie a line, such as “Japan – New Zealand: pact, 2024”, or open a file of one of these formats: \
         {}.",
        names.join(", ")
    );
    OpenError::of_whole_file(message, remedy)
}
