//! Which ties are drawn as one.

use std::collections::BTreeMap;

use super::nation_groups::NationGroups;
use crate::model::{Direction, End, KindId, Map, Status, Tie, counted};
use crate::scene::blocs::MapBlocs;
use crate::scene::legend::wording;
use crate::scene::ties::status::drawn_status;
use crate::scene::{routing, text};

/// Where ties that are drawn as one begin or end.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(in crate::scene) enum GroupEnd {
    /// At a group, by its index.
    Group(usize),
    /// At a nation that is in none, by its index in the map.
    Nation(usize),
}

/// At least two ties of one kind, status and direction between the same two ends.
#[derive(Clone, Debug, PartialEq)]
pub(in crate::scene) struct GroupedTies {
    /// From and to; the same group for ties within it.
    pub(in crate::scene) ends: [GroupEnd; 2],
    pub(in crate::scene) kind: KindId,
    pub(in crate::scene) status: Option<Status>,
    pub(in crate::scene) is_directed: bool,
    /// Their indices in the map, ascending.
    pub(in crate::scene) ties: Vec<usize>,
}

/// The ties of a map that are drawn as one.
#[derive(Clone, Debug, Default, PartialEq)]
pub(in crate::scene) struct TieGroups {
    pub(super) nations: NationGroups,
    pub(in crate::scene) all: Vec<GroupedTies>,
}

impl TieGroups {
    /// The groups of those ties that are drawn. A tie onto a tie, one at which others end, and one that is alone
    /// of its kind between its ends stay by themselves.
    pub(in crate::scene) fn of(
        map: &Map,
        blocs: &MapBlocs<'_>,
        is_drawn: impl Fn(usize) -> bool,
    ) -> Self {
        let nations = NationGroups::of(map, blocs);
        let targets = routing::targets(map, &is_drawn);
        let end = |nation: usize| {
            nations
                .of
                .get(nation)
                .copied()
                .flatten()
                .map_or(GroupEnd::Nation(nation), GroupEnd::Group)
        };
        let mut grouped: BTreeMap<_, Vec<usize>> = BTreeMap::new();
        for (index, (_, tie)) in map.ties().iter().enumerate() {
            let End::Nation(to) = tie.to else { continue };
            let indices = [tie.from, to].map(|id| map.nations().index_of(id));
            let [Some(from), Some(to)] = indices else { continue };
            let mut ends = [end(from), end(to)];
            let is_in_group = ends.iter().any(|end| matches!(end, GroupEnd::Group(_)));
            if from == to || !is_in_group || !is_drawn(index) || targets[index] {
                continue;
            }
            let is_directed = tie.direction == Direction::Directed;
            if !is_directed {
                ends.sort_unstable();
            }
            let key = (ends, tie.kind, drawn_status(tie.status), is_directed);
            grouped.entry(key).or_default().push(index);
        }
        let several = grouped.into_iter().filter(|(_, ties)| ties.len() > 1);
        let all = several.map(|((ends, kind, status, is_directed), ties)| GroupedTies {
            ends,
            kind,
            status,
            is_directed,
            ties,
        });
        Self { all: all.collect(), nations }
    }

    /// The largest number of ties that are drawn as one.
    pub(in crate::scene) fn most(&self) -> usize {
        self.all.iter().map(|group| group.ties.len()).max().unwrap_or(0)
    }

    /// Whether the groups were found in the ties, so that no hull shows them.
    pub(in crate::scene) fn are_found(&self) -> bool {
        self.nations.are_found
    }

    /// Whether any ties lie within a group.
    pub(in crate::scene) fn has_rings(&self) -> bool {
        self.all.iter().any(|group| group.ends[0] == group.ends[1])
    }

    /// Ties in words: `37 ties, allied: Africa – Europe`.
    pub(super) fn words(&self, map: &Map, group: &GroupedTies) -> String {
        let GroupedTies { ends: [from, to], kind, status, is_directed, ties } = group;
        let kind = map.kinds().get(*kind).map(wording::kind_name).unwrap_or_default();
        let mut words = counted(ties.len(), "tie", "ties");
        words = format!("{words}, {kind}");
        if let Some(status) = status {
            words = format!("{words}, {}", status.name());
        }
        let (first, second) = (self.end_name(map, *from), self.end_name(map, *to));
        match (from == to, is_directed) {
            (true, _) => format!("{words}: within {first}"),
            (false, true) => format!("{words}: {first} → {second}"),
            (false, false) => format!("{words}: {first} – {second}"),
        }
    }

    fn end_name(&self, map: &Map, end: GroupEnd) -> String {
        match end {
            GroupEnd::Group(group) => self.nations.names.get(group).cloned().unwrap_or_default(),
            GroupEnd::Nation(nation) => {
                let id = map.nations().id_at(nation);
                let nation = id.and_then(|id| map.nations().get(id));
                nation.map(|nation| text::clean(&nation.name)).unwrap_or_default()
            }
        }
    }

    /// The first of ties that are drawn as one.
    pub(super) fn first<'m>(&self, map: &'m Map, group: &GroupedTies) -> Option<&'m Tie> {
        map.ties().get(map.ties().id_at(*group.ties.first()?)?)
    }
}
