//! Excerpts of a file for messages.

use std::borrow::Cow;

/// A text short enough for a message: after 40 characters it is cut.
pub fn shorten(text: &str) -> Cow<'_, str> {
    const LENGTH: usize = 40;
    match text.char_indices().nth(LENGTH) {
        Some((end, _)) => Cow::Owned(format!("{}…", text.get(..end).unwrap_or_default())),
        None => Cow::Borrowed(text),
    }
}
