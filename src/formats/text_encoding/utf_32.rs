//! Text in UTF-32, which isn't read, and is told from UTF-16, whose byte order mark begins alike.

use crate::formats::problems::OpenError;

/// Whether text has four bytes for each letter: by its byte order mark, or as its first letters are ASCII.
pub fn is_utf_32(bytes: &[u8]) -> bool {
    let is_letter =
        |letter: &[u8]| matches!(letter, [letter, 0, 0, 0] | [0, 0, 0, letter] if *letter != 0);
    bytes.starts_with(b"\xFF\xFE\0\0")
        || bytes.starts_with(b"\0\0\xFE\xFF")
        || (bytes.len() >= 16 && bytes.chunks_exact(4).take(4).all(is_letter))
}

/// The refusal of such text.
pub fn in_utf_32() -> OpenError {
    let message = "it is text in UTF-32, where UTF-8, UTF-16 and older encodings are read";
    OpenError::of_whole_file(message, "Save it again as UTF-8.")
}
