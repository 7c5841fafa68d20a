//! Keeps a text within what a map may hold.

use super::limits::MAX_TEXT;
use super::problems::{Remarks, Spot};

/// The part of a text that a map may hold, which is all of it but for very long ones; of these it is remarked.
pub fn bounded<'a>(text: &'a str, spot: Spot, remarks: &mut Remarks) -> &'a str {
    // No text has more characters than bytes.
    let end = if text.len() <= MAX_TEXT { None } else { text.char_indices().nth(MAX_TEXT) };
    let Some((end, _)) = end else { return text };
    remarks.lose(
        spot,
        "",
        &format!("is longer than the {MAX_TEXT} characters that a text may have"),
        "The rest was left out.",
        "Shorten it.",
    );
    text.get(..end).unwrap_or_default()
}
