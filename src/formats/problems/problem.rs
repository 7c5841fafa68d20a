//! Problems of a file that could be read.

use std::fmt;

use super::Place;

/// How much a problem matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// Everything that the file says is in the map, but something had to be added or changed.
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

/// Something in a file that couldn't be read as it stands.
///
/// Displayed, it reads: *Line 12, column 18 (ties\[3\].to) names a nation that isn't in the file,
/// “JPM”. The tie was left out. Did you mean “JPN”?*
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// Whether something of the file is missing from the map.
    pub severity: Severity,
    /// Where it stands.
    pub place: Place,
    /// What was found and what was expected: a predicate whose subject is the place, without a full
    /// stop.
    pub message: String,
    /// What was done about it: a sentence.
    pub outcome: String,
    /// What the user can do: a sentence, or empty where nothing needs to be done.
    pub remedy: String,
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let place = self.place.to_string();
        // The place starts with the word “line”.
        write!(f, "L{} {}. {}", place.get(1..).unwrap_or_default(), self.message, self.outcome)?;
        if self.remedy.is_empty() { Ok(()) } else { write!(f, " {}", self.remedy) }
    }
}
