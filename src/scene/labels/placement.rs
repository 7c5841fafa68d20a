//! How the positions of labels are chosen.

use std::collections::HashMap;

use crate::scene::{Label, LabelOwner, Scene};

/// How each label gets one of its candidate positions.
pub(in crate::scene) enum Placement<'a> {
    /// The position that disturbs least.
    Search,
    /// The position in an earlier scene; labels that weren't there are left out again.
    Keep(HashMap<LabelOwner, &'a Label>),
}

impl<'a> Placement<'a> {
    /// Keeps the positions of an earlier scene.
    pub(in crate::scene) fn of(previous: &'a Scene) -> Self {
        Self::Keep(previous.labels.iter().map(|label| (label.owner, label)).collect())
    }

    /// A label as it was; `None` if it was left out, or if there is a search.
    pub(in crate::scene) fn kept(&self, owner: LabelOwner) -> Option<&'a Label> {
        match self {
            Self::Search => None,
            Self::Keep(labels) => labels.get(&owner).copied(),
        }
    }
}
