//! What stands out while the pointer rests on a nation: it and what it touches. The rest fades.

use std::collections::HashSet;

use egui::Color32;

use crate::model::{End, Map, NationId, TieId};
use crate::scene::MembershipMark;

/// What stands out; nothing in particular by default, and then all is shown alike.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Focus(Option<Near>);

#[derive(Clone, Debug, Default, PartialEq)]
struct Near {
    nations: HashSet<NationId>,
    ties: HashSet<TieId>,
    hovered: Option<NationId>,
}

impl Focus {
    /// How strong what doesn't stand out is drawn.
    const FADED: f32 = 0.25;

    /// A colour, faded where its mark doesn't stand out.
    pub fn fade(color: Color32, shown: bool) -> Color32 {
        if shown { color } else { color.gamma_multiply(Self::FADED) }
    }

    /// What a nation touches, if there is one.
    pub fn on(map: &Map, nation: Option<NationId>) -> Self {
        Self(nation.map(|nation| {
            let mut near = Near::default();
            near.add_nation(map, nation);
            near
        }))
    }

    /// Whether a nation stands out.
    pub fn shows_nation(&self, nation: NationId) -> bool {
        self.0.as_ref().is_none_or(|near| near.nations.contains(&nation))
    }

    /// Whether a tie stands out.
    pub fn shows_tie(&self, tie: TieId) -> bool {
        self.0.as_ref().is_none_or(|near| near.ties.contains(&tie))
    }

    /// Whether a membership stands out.
    pub fn shows_membership(&self, mark: &MembershipMark) -> bool {
        let touches = |id: NationId| mark.member == id || mark.organisation == id;
        self.0.as_ref().is_none_or(|near| near.hovered.is_some_and(touches))
    }
}

impl Near {
    fn add_nation(&mut self, map: &Map, nation: NationId) {
        self.hovered = Some(nation);
        self.nations.insert(nation);
        for (id, _) in map.ties_of(nation) {
            self.add_tie(map, id);
        }
        for (id, record) in map.nations().iter() {
            if record.memberships.iter().any(|m| m.organisation == nation) {
                self.nations.insert(id);
            }
        }
        let own = map.nations().get(nation).into_iter().flat_map(|n| &n.memberships);
        self.nations.extend(own.map(|membership| membership.organisation));
    }

    /// A tie with its ends, and the whole of the tie it ends at.
    fn add_tie(&mut self, map: &Map, id: TieId) {
        let mut next = Some(id);
        while let Some(id) = next.filter(|id| self.ties.insert(*id)) {
            let Some(tie) = map.ties().get(id) else { break };
            self.nations.insert(tie.from);
            next = match tie.to {
                End::Nation(nation) => {
                    self.nations.insert(nation);
                    None
                }
                End::Tie(target) => Some(target),
            };
        }
    }
}
