//! How it was decided which way ties run.

use std::fmt;

/// How many ties run as what says.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Directions {
    /// The names of the columns that say it.
    pub columns: Vec<String>,
    /// The ties of which a column says it.
    pub by_column: usize,
    /// The ties of which the file does, or the names of the columns of their ends.
    pub by_file: usize,
    /// The ties of which nothing does: as is usual for their kind, directed or mutual.
    pub by_kind: [usize; 2],
}

/// Displayed, it is a sentence without a full stop: *no column says it: 3 ties are mutual*.
impl fmt::Display for Directions {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { columns, by_column, by_file, by_kind: [directed, mutual] } = self;
        let mut parts = Vec::new();
        if *by_column > 0 {
            parts.push(format!("{by_column} by the column “{}”", columns.join("”, “")));
        }
        if *by_file > 0 {
            parts.push(format!("{by_file} by what the file or the names of its ends' columns say"));
        }
        if *directed > 0 {
            parts.push(format!("{directed} directed, as is usual for their kind"));
        }
        if *mutual > 0 {
            parts.push(format!("{mutual} mutual, as nothing says otherwise"));
        }
        let no_column = if columns.is_empty() { "no column says it: " } else { "" };
        write!(f, "{no_column}{}", parts.join(", "))
    }
}
