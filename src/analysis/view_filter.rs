//! How each nation and tie is shown: what the map's filter sorts out, and what a person who looks at
//! the map hides or turns to.

use std::borrow::Cow;
use std::collections::BTreeSet;

use super::{Passing, around, sift};
use crate::model::{End, Map, NationId, Others, TieId, Visibilities, Visibility};

/// What a person looks at, beyond the filter that the map itself has.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct View {
    /// What is looked at alone.
    pub focus: Option<Focus>,
    /// Nations hidden by hand.
    pub hidden_nations: BTreeSet<NationId>,
    /// Ties hidden by hand.
    pub hidden_ties: BTreeSet<TieId>,
}

/// Some nations and ties, with what lies within some steps of them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Focus {
    /// The nations.
    pub nations: BTreeSet<NationId>,
    /// The ties, whose ends count.
    pub ties: BTreeSet<TieId>,
    /// How many steps along ties and memberships.
    pub steps: u32,
}

impl View {
    /// Whether it shows all that the filter does.
    pub fn is_whole(&self) -> bool {
        self.focus.is_none() && self.hidden_nations.is_empty() && self.hidden_ties.is_empty()
    }

    /// How each record of a map is shown.
    pub fn of(&self, map: &Map) -> Visibilities {
        self.after(map, &sift(map, map.filter()))
    }

    /// The same where what passes the map's filter is known.
    pub fn after(&self, map: &Map, passing: &Passing) -> Visibilities {
        let sorted_out = match map.filter().others {
            Others::Hidden => Visibility::Hidden,
            Others::Dimmed => Visibility::Dimmed,
        };
        let how = |passes: &bool| if *passes { Visibility::Shown } else { sorted_out };
        let mut shown = Visibilities {
            nations: passing.nations.iter().map(how).collect(),
            ties: passing.ties.iter().map(how).collect(),
            memberships: passing.memberships.iter().map(how).collect(),
        };
        for index in self.hidden_nations.iter().filter_map(|id| map.nations().index_of(*id)) {
            shown.nations[index] = Visibility::Hidden;
        }
        for index in self.hidden_ties.iter().filter_map(|id| map.ties().index_of(*id)) {
            shown.ties[index] = Visibility::Hidden;
        }
        hide_loose_ties(map, &mut shown);
        if let Some(focus) = &self.focus {
            focus.narrow(map, &mut shown);
            hide_loose_ties(map, &mut shown);
        }
        shown
    }
}

impl Focus {
    fn narrow(&self, map: &Map, shown: &mut Visibilities) {
        let not_hidden = |how: &Visibility| *how != Visibility::Hidden;
        let may = Passing {
            nations: shown.nations.iter().map(not_hidden).collect(),
            ties: shown.ties.iter().map(not_hidden).collect(),
            memberships: shown.memberships.iter().map(not_hidden).collect(),
        };
        let starts = (self.nations.iter().copied(), self.ties.iter().copied());
        let reached = around(map, starts, self.steps, &may);
        for (how, is_near) in shown.nations.iter_mut().zip(reached) {
            if !is_near {
                *how = Visibility::Hidden;
            }
        }
    }
}

/// Hides the ties at hidden nations and onto hidden ties.
fn hide_loose_ties(map: &Map, shown: &mut Visibilities) {
    let mut all = shown.nations.iter().chain(&shown.ties);
    if all.all(|how| *how != Visibility::Hidden) {
        return;
    }
    let is_there = |id: NationId| {
        let index = map.nations().index_of(id);
        index.is_some_and(|index| shown.nations[index] != Visibility::Hidden)
    };
    let stands = |((_, tie), how): ((TieId, &crate::model::Tie), &Visibility)| {
        let ends_there = if let End::Nation(to) = tie.to { is_there(to) } else { true };
        *how != Visibility::Hidden && is_there(tie.from) && ends_there
    };
    let mut kept: Vec<bool> = map.ties().iter().zip(&shown.ties).map(stands).collect();
    map.drop_ties_onto(&mut kept);
    for (how, stays) in shown.ties.iter_mut().zip(kept) {
        if !stays {
            *how = Visibility::Hidden;
        }
    }
}

/// Shows some nations and ties after all, though they are hidden; ties with what they can't be drawn
/// without.
pub fn keep(
    map: &Map,
    shown: &mut Visibilities,
    nations: impl IntoIterator<Item = NationId>,
    ties: impl IntoIterator<Item = TieId>,
) {
    let mut show_nation = |id: NationId| {
        let how = map.nations().index_of(id).map(|index| &mut shown.nations[index]);
        if let Some(how) = how.filter(|how| **how == Visibility::Hidden) {
            *how = Visibility::Shown;
        }
    };
    nations.into_iter().for_each(&mut show_nation);
    for id in ties {
        let mut next = Some(id);
        while let Some(index) = next.and_then(|id| map.ties().index_of(id)) {
            let Some(tie) = next.and_then(|id| map.ties().get(id)) else { break };
            // What a tie that is drawn can't be drawn without is there already.
            if shown.ties[index] != Visibility::Hidden {
                break;
            }
            shown.ties[index] = Visibility::Shown;
            show_nation(tie.from);
            next = match tie.to {
                End::Nation(to) => {
                    show_nation(to);
                    None
                }
                End::Tie(to) => Some(to),
            };
        }
    }
}

/// The part of a map that its own filter shows; the map itself where that is all of it.
pub fn shown(map: &Map) -> Cow<'_, Map> {
    if map.filter().is_idle() {
        return Cow::Borrowed(map);
    }
    Cow::Owned(map.part(&View::default().of(map)))
}
