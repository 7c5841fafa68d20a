//! What stands out while the pointer rests on a nation: it and what it touches. The rest fades.

use std::collections::HashSet;
use std::sync::Arc;

use egui::Color32;

use crate::model::{Dimmed, End, Map, NationId, TieId};
use crate::scene::MembershipMark;

/// What stands out; nothing in particular by default, and then all is shown alike.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Focus {
    near: Option<Near>,
    /// What the map itself dims, which never stands out.
    dimmed: Arc<Dimmed>,
}

#[derive(Clone, Debug, Default, PartialEq)]
struct Near {
    nations: HashSet<NationId>,
    ties: HashSet<TieId>,
    hovered: Option<NationId>,
}

impl Focus {
    /// How strong what doesn't stand out is drawn.
    const FADED: f32 = Dimmed::STRENGTH;

    /// A colour, faded where its mark doesn't stand out.
    pub fn fade(color: Color32, shown: bool) -> Color32 {
        if shown { color } else { color.gamma_multiply(Self::FADED) }
    }

    /// What a nation touches, if there is one.
    pub fn on(map: &Map, nation: Option<NationId>) -> Self {
        let near = nation.map(|nation| {
            let mut near = Near::default();
            near.add_nation(map, nation);
            near
        });
        Self { near, dimmed: Arc::clone(map.dimmed()) }
    }

    /// Whether a nation stands out.
    pub fn shows_nation(&self, nation: NationId) -> bool {
        self.near.as_ref().is_none_or(|near| near.nations.contains(&nation))
            && !self.dimmed.nations.contains(&nation)
    }

    /// Whether a tie stands out.
    pub fn shows_tie(&self, tie: TieId) -> bool {
        self.near.as_ref().is_none_or(|near| near.ties.contains(&tie))
            && !self.dimmed.ties.contains(&tie)
    }

    /// Whether a membership stands out.
    pub fn shows_membership(&self, mark: &MembershipMark) -> bool {
        let touches = |id: NationId| mark.member == id || mark.organisation == id;
        self.near.as_ref().is_none_or(|near| near.hovered.is_some_and(touches))
            && !self.dimmed.has_membership(mark.member, mark.organisation)
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::shown;
    use crate::edit::{apply, filter};
    use crate::model::Others;
    use crate::ui::example::{example, japan, pact};

    #[test]
    fn what_the_map_dims_stands_out_neither_at_rest_nor_beside_what_is_pointed_at() {
        let mut map = example().map().clone();
        let command = filter(&map, |filter| {
            filter.tags.extend(["Pacific".to_owned()]);
            filter.others = Others::Dimmed;
        });
        apply(&mut map, command).expect("it fits");
        let part = shown(&map);
        let china = NationId(3);
        for pointed_at in [None, Some(japan())] {
            let focus = Focus::on(&part, pointed_at);
            assert!(focus.shows_nation(japan()) && focus.shows_tie(pact()));
            assert!(!focus.shows_nation(china) && !focus.shows_tie(TieId(2)));
        }
    }
}
