//! What a cell shows of one tie or membership.

use super::sign::CellSign;
use crate::model::{Color, NationId, Status, TieId};

/// What a cell shows of one tie or membership.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct CellPart {
    /// The tie or membership.
    pub of: PartOf,
    /// The index of its kind among [`Matrix::kinds`](super::Matrix::kinds); `None` for a membership.
    pub kind: Option<usize>,
    /// Its colour at full strength.
    pub color: Color,
    /// Its colour as it is drawn: paler where it isn't in force, or dimmed.
    pub fill: Color,
    /// Its sign.
    pub sign: CellSign,
    /// Which half of the cell it fills.
    pub half: Half,
    /// How far it has come.
    pub standing: Standing,
    /// In which of the cell's slots it lies; one beyond them has no room.
    pub slot: u8,
}

/// What a part of a cell stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum PartOf {
    /// A tie.
    Tie(TieId),
    /// That a nation belongs to an organisation.
    Membership {
        /// The member.
        member: NationId,
        /// The organisation.
        organisation: NationId,
    },
}

impl PartOf {
    /// The tie, if it is one.
    pub const fn tie(self) -> Option<TieId> {
        match self {
            Self::Tie(id) => Some(id),
            Self::Membership { .. } => None,
        }
    }
}

/// Which half of a cell is filled: the direction of a tie.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Half {
    /// Both: it holds both ways.
    Whole,
    /// The lower left, at the name of the row: it runs from the row's nation to the column's.
    Row,
    /// The upper right, at the name of the column: it runs from the column's nation to the row's.
    Column,
}

impl Half {
    /// The half in the mirror image.
    pub(super) const fn mirrored(self) -> Self {
        match self {
            Self::Whole => Self::Whole,
            Self::Row => Self::Column,
            Self::Column => Self::Row,
        }
    }
}

/// How far a tie has come, as cells tell it apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Standing {
    /// It holds, or nothing is said: full size.
    InForce,
    /// It isn't signed yet: small.
    Coming,
    /// It has ended or is suspended: struck through.
    Over,
}

impl Standing {
    pub(super) const fn of(status: Option<Status>) -> Self {
        match status {
            None | Some(Status::Signed | Status::InForce) => Self::InForce,
            Some(Status::Proposed | Status::Negotiating | Status::Preliminary) => Self::Coming,
            Some(Status::Suspended | Status::Ended) => Self::Over,
        }
    }
}
