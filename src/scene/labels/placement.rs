//! How the positions of labels are chosen.

use std::collections::HashMap;

use crate::scene::{LabelOwner, Scene};

/// How each label gets one of its candidate positions.
pub(in crate::scene) enum Placement {
    /// The position that disturbs least.
    Search,
    /// The position in an earlier scene; labels that weren't there are left out again.
    Keep(HashMap<LabelOwner, u16>),
}

impl Placement {
    /// Keeps the positions of an earlier scene.
    pub(in crate::scene) fn of(previous: &Scene) -> Self {
        Self::Keep(previous.labels.iter().map(|label| (label.owner, label.candidate)).collect())
    }

    /// The candidate that a label gets without a search; `None` for a label that is left out, or if there
    /// is a search.
    pub(in crate::scene) fn fixed(&self, owner: LabelOwner) -> Option<u16> {
        match self {
            Self::Search => None,
            Self::Keep(candidates) => candidates.get(&owner).copied(),
        }
    }
}
