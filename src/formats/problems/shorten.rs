//! Excerpts of a file for messages.

use std::borrow::Cow;

/// A text short enough for a message: after 40 characters it is cut.
pub fn shorten(text: &str) -> Cow<'_, str> {
    crate::model::shorten(text, 40)
}
