//! Why a file can't be read at all.

use std::fmt;

use super::Place;
use super::place::LineCounter;

/// Why a file can't be read at all.
///
/// Displayed, it reads: *Can't open “pacts.json”: line 12, column 18 has “]” where “}” is expected. …*
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OpenError {
    /// The name of the file, if it is known.
    pub file: Option<String>,
    /// Where the fault is, if it is in one place of the text.
    pub place: Option<Place>,
    /// What was found and what was expected: a predicate if there is a place, otherwise a clause;
    /// without a full stop.
    pub message: String,
    /// What the user can do: a sentence.
    pub remedy: String,
}

impl OpenError {
    /// A fault of the file as a whole.
    pub fn of_whole_file(message: impl Into<String>, remedy: impl Into<String>) -> Self {
        Self { file: None, place: None, message: message.into(), remedy: remedy.into() }
    }

    /// A fault at a byte offset of a text; `path` names the record and field, if there is one.
    pub fn at_byte(
        text: &str,
        at: usize,
        path: impl Into<String>,
        message: impl Into<String>,
        remedy: impl Into<String>,
    ) -> Self {
        let (line, column) = LineCounter::new(text).advance_to(at);
        let place = Some(Place { line, column, path: path.into() });
        Self { place, ..Self::of_whole_file(message, remedy) }
    }

    /// A fault of a line, the first being 1.
    pub fn in_line(line: u32, message: impl Into<String>, remedy: impl Into<String>) -> Self {
        let place = Some(Place { line, column: 1, path: String::new() });
        Self { place, ..Self::of_whole_file(message, remedy) }
    }

    /// The same error, for a file whose name is known.
    pub fn in_file(mut self, name: impl Into<String>) -> Self {
        self.file = Some(name.into());
        self
    }
}

impl fmt::Display for OpenError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.file {
            Some(file) => write!(f, "Can't open “{file}”: ")?,
            None => f.write_str("Can't open the file: ")?,
        }
        if let Some(place) = &self.place {
            write!(f, "{place} ")?;
        }
        write!(f, "{}. {}", self.message, self.remedy)
    }
}

impl std::error::Error for OpenError {}
