//! The limit on the length of texts.

use std::borrow::Cow;

use crate::formats::limits::MAX_TEXT;
use crate::formats::problems::Problems;

/// Truncates a text that is longer than [`MAX_TEXT`], and reports it.
pub fn truncate_text(
    text: Cow<'_, str>,
    at: u32,
    path: impl FnOnce() -> String,
    problems: &mut Problems,
) -> String {
    let Some((end, _)) = text.char_indices().nth(MAX_TEXT) else { return text.into_owned() };
    let count = text.chars().count();
    let message = format!("has a text of {count} characters, but at most {MAX_TEXT} fit");
    let remedy = "Shorten it, or put it into a document of its own and name that as a source.";
    problems.lose(at, path(), message, "It was cut there.", remedy);
    text.get(..end).unwrap_or_default().to_owned()
}
