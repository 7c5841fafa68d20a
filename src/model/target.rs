//! What an edit or a selection is about: a nation or a tie.

use super::{NationId, TieId};

/// A nation or a tie.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Target {
    /// A nation.
    Nation(NationId),
    /// A tie.
    Tie(TieId),
}

impl Target {
    /// The nation, if it is one.
    pub const fn nation(self) -> Option<NationId> {
        match self {
            Self::Nation(id) => Some(id),
            Self::Tie(_) => None,
        }
    }

    /// The tie, if it is one.
    pub const fn tie(self) -> Option<TieId> {
        match self {
            Self::Nation(_) => None,
            Self::Tie(id) => Some(id),
        }
    }
}
