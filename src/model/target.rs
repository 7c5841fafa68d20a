//! What an edit or a selection is about: a nation, a tie or a text note.

use super::{End, NationId, NoteId, TieId};

/// A nation, a tie or a text note.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Target {
    /// A nation.
    Nation(NationId),
    /// A tie.
    Tie(TieId),
    /// A text note.
    Note(NoteId),
}

impl Target {
    /// The nation, if it is one.
    pub const fn nation(self) -> Option<NationId> {
        match self {
            Self::Nation(id) => Some(id),
            Self::Tie(_) | Self::Note(_) => None,
        }
    }

    /// The tie, if it is one.
    pub const fn tie(self) -> Option<TieId> {
        match self {
            Self::Tie(id) => Some(id),
            Self::Nation(_) | Self::Note(_) => None,
        }
    }

    /// The text note, if it is one.
    pub const fn note(self) -> Option<NoteId> {
        match self {
            Self::Note(id) => Some(id),
            Self::Nation(_) | Self::Tie(_) => None,
        }
    }
}

impl From<End> for Target {
    fn from(end: End) -> Self {
        match end {
            End::Nation(id) => Self::Nation(id),
            End::Tie(id) => Self::Tie(id),
        }
    }
}
