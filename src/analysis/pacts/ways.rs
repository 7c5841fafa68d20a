//! Which kinds of tie go before others.
//!
//! Data sets often give each pair its strongest tie alone: the members of a wide pact lack it where they are allied.
//! So a group is covered three ways: by itself, with the kinds before its own in the list of the map going before it,
//! and with those after. One direction is taken for the whole map, so that no two kinds go before each other.

use std::collections::{BTreeMap, BTreeSet};

use super::clique::Work;
use super::cover::{Chosen, cover};
use super::expand::organisations_with_terms;
use super::pair_graph::{PairGraph, TiesOfKinds};
use super::replaceable::Group;
use super::terms::can_go_before;
use crate::model::{KindId, Map, Sign, Tie};

/// A group with the cliques that cover it.
pub(super) struct Covered<'m> {
    pub(super) group: &'m Group,
    pub(super) graph: PairGraph,
    pub(super) chosen: Vec<Chosen>,
}

impl<'m> Covered<'m> {
    fn new(map: &Map, group: &'m Group, before: &TiesOfKinds, work: &mut Work<'_>) -> Self {
        let graph = PairGraph::new(map, group, before);
        let chosen = cover(&graph, !group.terms.label.is_empty(), work);
        Self { group, graph, chosen }
    }

    /// How many ties and organisations there are in the end.
    fn things(&self) -> usize {
        let replaced: usize = self.chosen.iter().map(|chosen| chosen.replaced.len()).sum();
        self.group.ties.len() - replaced + self.chosen.len()
    }
}

/// Covers each group in the way that leaves least.
pub(super) fn best_covers<'m>(
    map: &Map,
    meant: &[Tie],
    groups: &'m [Group],
    work: &mut Work<'_>,
) -> Vec<Covered<'m>> {
    let mut around: BTreeMap<KindId, [TiesOfKinds; 2]> = BTreeMap::new();
    // What is condensed already says what goes before; another direction might contradict it.
    let is_first_time = organisations_with_terms(map).is_empty();
    let mut ways = Vec::with_capacity(groups.len());
    let mut things = [0, 0];
    for group in groups {
        let alone = Covered::new(map, group, &TiesOfKinds::default(), work);
        let kinds = || kinds_around(map, group.terms.kind).map(|k| TiesOfKinds::of(map, meant, &k));
        let around = around.entry(group.terms.kind).or_insert_with(kinds);
        let both = around.each_ref().map(|before| {
            let can_save = is_first_time && before.joins_any(group);
            let way = can_save.then(|| Covered::new(map, group, before, work));
            way.filter(|way| way.things() < alone.things())
        });
        for (sum, way) in things.iter_mut().zip(&both) {
            *sum += way.as_ref().unwrap_or(&alone).things();
        }
        ways.push((alone, both));
    }
    let is_second = things[1] < things[0];
    let best = |(alone, [first, second]): (Covered<'m>, [Option<Covered<'m>>; 2])| {
        (if is_second { second } else { first }).unwrap_or(alone)
    };
    ways.into_iter().map(best).collect()
}

/// The friendly and neutral kinds before and after one in the list of the map.
fn kinds_around(map: &Map, kind: KindId) -> [BTreeSet<KindId>; 2] {
    let at = map.kinds().index_of(kind);
    let side = |is_before: bool| {
        let kinds = map.kinds().iter();
        let usable = kinds.filter(|(_, own)| own.sign != Sign::Hostile && can_go_before(&own.key));
        let ids = usable.map(|(id, _)| id).filter(|id| *id != kind);
        ids.filter(|id| (map.kinds().index_of(*id) < at) == is_before).collect()
    };
    [side(true), side(false)]
}
