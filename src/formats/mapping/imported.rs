//! A map that was made from a network, with all that was remarked on.

use super::directions::Directions;
use crate::formats::problems::{Remarks, Spot};
use crate::model::Map;
use crate::names::KnownNation;

/// A map made from a network.
#[derive(Clone, Debug)]
pub struct Imported {
    /// The map.
    pub map: Map,
    /// What the reader and the mapping repaired, added or left out.
    pub remarks: Remarks,
    /// Texts that may mean several nations; until they are answered in
    /// [`Choices::meant`](super::Choices::meant) their nations have no code.
    pub questions: Vec<Question>,
    /// The edges of several years that became ties with a first and a last year.
    pub joined_years: JoinedYears,
    /// How it was decided which way ties run.
    pub directions: Directions,
}

/// How many edges, each of one year, became how many ties with a first and a last year.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct JoinedYears {
    /// The edges that were joined.
    pub edges: usize,
    /// The ties that came of them.
    pub ties: usize,
}

/// A text that may mean several nations: it is asked about once for all its rows.
#[derive(Clone, Debug)]
pub struct Question {
    /// The text as written.
    pub text: String,
    /// The nations that it may mean, the likeliest first.
    pub candidates: Vec<&'static KnownNation>,
    /// How often it stands in the file: at the ends of edges, or once where no edge names it.
    pub count: usize,
    /// Where it stands first.
    pub spot: Spot,
}
