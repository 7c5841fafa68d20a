//! What reading found: problems of a file that could be read, and why one couldn't.

use std::fmt;

/// Where in a file something stands.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Place {
    /// The line, the first being 1.
    pub line: u32,
    /// The column in characters, the first being 1.
    pub column: u32,
    /// The record and field, such as `ties[3].to` (the first tie being `ties[0]`); empty where it is
    /// the file as a whole.
    pub path: String,
}

/// How much a problem matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// All that the file says is in the map, though something had to be made up or changed.
    Warning,
    /// Something that the file says is not in the map.
    Loss,
}

impl Severity {
    /// The word for it.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Warning => "warning",
            Self::Loss => "loss",
        }
    }
}

/// Something in a file that couldn't be taken as it stands.
///
/// Shown, it reads: *Line 12, column 18 (ties\[3\].to) names a nation that isn't in the file, “JPM”.
/// The tie was left out. Did you mean “JPN”?*
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// Whether something of the file is missing from the map.
    pub severity: Severity,
    /// Where it stands.
    pub place: Place,
    /// What was found and what was expected: a predicate whose subject is the place, without a stop.
    pub message: String,
    /// What became of it: a sentence.
    pub outcome: String,
    /// What to do about it: a sentence, or empty where nothing needs doing.
    pub remedy: String,
}

/// Why a file can't be read at all.
///
/// Shown, it reads: *Can't open “pacts.json”: line 12, column 18 has “]” where “}” is expected. …*
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OpenError {
    /// The name of the file, when it is known.
    pub file: Option<String>,
    /// Where the fault is, when it is in one place of the text.
    pub place: Option<Place>,
    /// What was found and what was expected: a predicate where there is a place, else a clause of its
    /// own; without a stop.
    pub message: String,
    /// What to do about it: a sentence.
    pub remedy: String,
}

impl OpenError {
    /// A fault of the file as a whole.
    pub(super) fn whole(message: impl Into<String>, remedy: impl Into<String>) -> Self {
        Self { file: None, place: None, message: message.into(), remedy: remedy.into() }
    }

    /// The same, of a file whose name is known.
    pub(super) fn of_file(mut self, name: impl Into<String>) -> Self {
        self.file = Some(name.into());
        self
    }
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "line {}, column {}", self.line, self.column)?;
        if self.path.is_empty() { Ok(()) } else { write!(f, " ({})", self.path) }
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let place = self.place.to_string();
        // The place starts with the word “line”.
        write!(f, "L{} {}. {}", place.get(1..).unwrap_or_default(), self.message, self.outcome)?;
        if self.remedy.is_empty() { Ok(()) } else { write!(f, " {}", self.remedy) }
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
