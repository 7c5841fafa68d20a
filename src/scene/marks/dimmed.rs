//! Which marks of a scene are drawn faintly, at [`Dimmed::STRENGTH`].

use super::{HullMark, Label, LabelOwner, MembershipMark, Scene};
use crate::model::{Dimmed, NationId, TieId};

impl Scene {
    /// How strongly dimmed marks are drawn; others have strength 1.
    pub const DIMMED: f32 = Dimmed::STRENGTH;

    /// How strongly the lines from the middle of a group to its nations are drawn.
    pub const SPOKES: f32 = 0.6;

    /// Whether a nation is dimmed.
    pub fn dims_nation(&self, id: NationId) -> bool {
        self.dimmed.nations.contains(&id)
    }

    /// Whether a tie is dimmed.
    pub fn dims_tie(&self, id: TieId) -> bool {
        self.dimmed.ties.contains(&id)
    }

    /// Whether the line of a membership is dimmed.
    pub fn dims_membership(&self, mark: &MembershipMark) -> bool {
        self.dimmed.has_membership(mark.member, mark.organisation)
    }

    /// Whether a hull is dimmed: its organisation or all nations in it are.
    pub fn dims_hull(&self, hull: &HullMark) -> bool {
        if self.dimmed.nations.is_empty() {
            return false;
        }
        let mut members = hull.members.iter().filter_map(|index| self.nations.get(*index));
        hull.organisation.is_some_and(|id| self.dims_nation(id))
            || members.all(|mark| self.dims_nation(mark.id))
    }

    /// Whether a label is dimmed: its owner is.
    pub fn dims_label(&self, label: &Label) -> bool {
        match label.owner {
            LabelOwner::Nation(id) => self.dims_nation(id),
            LabelOwner::Tie(id) => self.dims_tie(id),
            LabelOwner::Note(_) | LabelOwner::TieGroup(_) => false,
            LabelOwner::Hull(index) => {
                self.hulls.get(usize::from(index)).is_some_and(|hull| self.dims_hull(hull))
            }
        }
    }
}
