//! A tie on its way to the map, with what is decided only when all of them are known.

use crate::model::{Sign, Tie};

/// A tie whose kind and target aren't known yet.
pub struct Draft {
    /// The tie; its kind and, where it ends at a tie, its target are filled in last.
    pub tie: Tie,
    /// The number of the text that names its kind.
    pub kind: u32,
    /// The sign that it says itself.
    pub sign: Option<Sign>,
    /// The year in which it was observed.
    pub year: Option<i32>,
    /// Its weight as written.
    pub weight: Option<f64>,
    /// The place in the list of targets of the key of the tie at which it ends.
    pub onto: Option<u32>,
    /// The index of its edge.
    pub edge: u32,
}
