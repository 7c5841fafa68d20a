//! How each record of a map is shown: what the map's own filter leaves out, and what a person hides
//! or focuses on in a view of it.

use std::borrow::Cow;
use std::collections::BTreeSet;

use super::{MapGraph, MapMask, apply_filter, nations_within};
use crate::model::{End, Map, NationId, Others, TieId, Visibilities, Visibility};

/// What a person sees of a map, beyond the filter that is part of the map.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ViewFilter {
    /// What alone is shown, with its surroundings.
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
    /// The ties, of which the ends count.
    pub ties: BTreeSet<TieId>,
    /// How many steps along ties and memberships.
    pub steps: u32,
}

impl ViewFilter {
    /// Whether it hides nothing.
    pub fn is_idle(&self) -> bool {
        self.focus.is_none() && self.hidden_nations.is_empty() && self.hidden_ties.is_empty()
    }

    /// How each record of a map is shown, given the map's graph and what matches the map's filter.
    pub fn visibilities(&self, map: &Map, graph: &MapGraph, matches: &MapMask) -> Visibilities {
        let otherwise = match map.filter().others {
            Others::Hidden => Visibility::Hidden,
            Others::Dimmed => Visibility::Dimmed,
        };
        let visibility = |matches: &bool| if *matches { Visibility::Shown } else { otherwise };
        let mut visibilities = Visibilities {
            nations: matches.nations.iter().map(visibility).collect(),
            ties: matches.ties.iter().map(visibility).collect(),
            memberships: matches.memberships.iter().map(visibility).collect(),
        };
        for index in self.hidden_nations.iter().filter_map(|id| map.nations().index_of(*id)) {
            visibilities.nations[index] = Visibility::Hidden;
        }
        for index in self.hidden_ties.iter().filter_map(|id| map.ties().index_of(*id)) {
            visibilities.ties[index] = Visibility::Hidden;
        }
        hide_dangling_ties(graph, &mut visibilities);
        if let Some(focus) = &self.focus {
            focus.hide_others(graph, &mut visibilities);
            hide_dangling_ties(graph, &mut visibilities);
        }
        visibilities
    }
}

impl Focus {
    fn hide_others(&self, graph: &MapGraph, visibilities: &mut Visibilities) {
        let allowed = MapMask {
            nations: visibilities.nations.iter().map(is_visible).collect(),
            ties: visibilities.ties.iter().map(is_visible).collect(),
            memberships: visibilities.memberships.iter().map(is_visible).collect(),
        };
        let starts = (self.nations.iter().copied(), self.ties.iter().copied());
        let is_near = nations_within(graph, starts, self.steps, &allowed);
        hide_where(&mut visibilities.nations, |index| !is_near[index]);
    }
}

fn is_visible(visibility: &Visibility) -> bool {
    *visibility != Visibility::Hidden
}

fn hide_where(list: &mut [Visibility], is_hidden: impl Fn(usize) -> bool) {
    for (index, visibility) in list.iter_mut().enumerate() {
        if is_hidden(index) {
            *visibility = Visibility::Hidden;
        }
    }
}

/// Hides the ties at hidden nations and onto hidden ties.
fn hide_dangling_ties(graph: &MapGraph, visibilities: &mut Visibilities) {
    let Visibilities { nations, ties, .. } = visibilities;
    if nations.iter().chain(ties.iter()).all(is_visible) {
        return;
    }
    let mut stays: Vec<bool> = ties.iter().map(is_visible).collect();
    graph.drop_dangling_ties(|nation| is_visible(&nations[nation]), &mut stays);
    hide_where(ties, |index| !stays[index]);
}

/// Shows some nations and ties that are hidden; each tie with the nations and ties that it needs to be
/// drawn.
pub fn reveal(
    map: &Map,
    visibilities: &mut Visibilities,
    nations: impl IntoIterator<Item = NationId>,
    ties: impl IntoIterator<Item = TieId>,
) {
    let mut reveal_nation = |id: NationId| {
        let visibility = map.nations().index_of(id).map(|index| &mut visibilities.nations[index]);
        if let Some(visibility) = visibility.filter(|visibility| !is_visible(visibility)) {
            *visibility = Visibility::Shown;
        }
    };
    nations.into_iter().for_each(&mut reveal_nation);
    for id in ties {
        let mut next = Some(id);
        while let Some(index) = next.and_then(|id| map.ties().index_of(id)) {
            let Some(tie) = next.and_then(|id| map.ties().get(id)) else { break };
            // A tie that is visible has all that it needs already.
            if is_visible(&visibilities.ties[index]) {
                break;
            }
            visibilities.ties[index] = Visibility::Shown;
            reveal_nation(tie.from);
            next = match tie.to {
                End::Nation(to) => {
                    reveal_nation(to);
                    None
                }
                End::Tie(to) => Some(to),
            };
        }
    }
}

/// The part of a map that its own filter shows; the map itself where that is all of it.
pub fn filtered_map(map: &Map) -> Cow<'_, Map> {
    if map.filter().is_idle() {
        return Cow::Borrowed(map);
    }
    let graph = MapGraph::new(map);
    let matches = apply_filter(map, &graph, map.filter());
    Cow::Owned(map.visible_part(&ViewFilter::default().visibilities(map, &graph, &matches)))
}
