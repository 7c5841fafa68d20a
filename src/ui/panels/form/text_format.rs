//! How a value is written in a text field, and how it is read back.

use crate::model::{DateError, PartialDate};

/// How a value is written in a text field, and how it is read back.
pub struct TextFormat<T> {
    /// What an empty field says is expected.
    pub hint: &'static str,
    /// Writes a value.
    pub write: fn(&T) -> String,
    /// Reads a value, or says in a sentence what is expected.
    pub read: fn(&str) -> Result<T, String>,
}

/// A date that may be unknown in part or as a whole.
pub const DATE: TextFormat<Option<PartialDate>> = TextFormat {
    hint: "year, month or day",
    write: |date| date.map_or_else(String::new, |date| date.to_string()),
    read: |text| match text.trim() {
        "" => Ok(None),
        text => text.parse().map(Some).map_err(|fault: DateError| as_sentence(&fault.to_string())),
    },
};

/// A clause as a sentence: with a capital and a full stop.
fn as_sentence(clause: &str) -> String {
    let mut letters = clause.chars();
    letters.next().map_or_else(String::new, |first| {
        first.to_uppercase().chain(letters).chain(['.']).collect()
    })
}
