//! Why a layout problem is refused, and how that is said to a person.

use std::fmt;

use super::limits::LARGEST;

/// Why a [`Problem`](super::Problem) can't be laid out: its arrays don't fit together.
#[derive(Clone, Debug, PartialEq)]
pub enum LayoutError {
    /// An array doesn't have one entry for each node (or tie).
    Count {
        /// The array.
        what: &'static str,
        /// What it needs one entry for each of.
        of: &'static str,
        /// How many entries it needs.
        expected: usize,
        /// How many it has.
        found: usize,
    },
    /// More nodes or ties than the indices can count.
    TooMany {
        /// Number of nodes.
        nodes: usize,
        /// Number of ties.
        ties: usize,
    },
    /// A tie ends at an index that is neither a node nor a tie.
    EndOutOfRange {
        /// The tie.
        tie: usize,
        /// Its end.
        end: u32,
        /// Ends must lie below this.
        limit: usize,
    },
    /// A tie ends on itself by way of other ties.
    TieCycle {
        /// A tie of the cycle, or one that ends on it.
        tie: usize,
    },
    /// A number that is not finite or outside its range.
    Number {
        /// Which number.
        what: &'static str,
        /// Of which node or tie.
        index: usize,
        /// Its value.
        found: f32,
    },
}

impl fmt::Display for LayoutError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Count { what, of, expected, found } => write!(
                f,
                "The layout expected {expected} {what}, one for each of the {of}, and was given \
                 {found}. Give every array one entry for each of the {of}."
            ),
            Self::TooMany { nodes, ties } => write!(
                f,
                "The layout can count {} nodes or ties and was given {nodes} nodes and {ties} \
                 ties. Lay out a part of the map.",
                u32::MAX / 2
            ),
            Self::EndOutOfRange { tie, end, limit } => write!(
                f,
                "Tie {tie} ends at {end}, but nodes and ties are numbered below {limit}. Let it \
                 end at a node or a tie of this map."
            ),
            Self::TieCycle { tie } => write!(
                f,
                "Tie {tie} ends on ties that lead back to themselves, so its middle is nowhere. \
                 Let one of them end at a node."
            ),
            Self::Number { what, index, found } => write!(
                f,
                "The {what} {index} is {found}; expected was a finite number in its range (sizes \
                 up to {LARGEST} and not negative, weights above 0, minimum before maximum)."
            ),
        }
    }
}

impl std::error::Error for LayoutError {}
