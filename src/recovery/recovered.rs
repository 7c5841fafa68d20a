//! What comes back out of a journal.

use super::about::About;
use crate::edit::History;

/// A document as it was when its window ended.
#[derive(Clone, Debug)]
pub struct Recovered {
    /// The map with its undo history.
    pub history: History,
    /// What was said of it.
    pub about: About,
    /// What couldn't be had.
    pub missing: Missing,
}

/// What of a journal couldn't be had.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Missing {
    /// How many of the last operations.
    pub operations: i64,
    /// Whether older steps can't be undone any more.
    pub steps: bool,
    /// Whether the map from which it went on is damaged, so that some of it may be other than it was.
    pub is_map_damaged: bool,
}
