//! What a selection can become: the questions by which a person makes it larger, or another.

use std::collections::BTreeSet;

use petgraph::graph::NodeIndex;

use super::{MapGraph, TieEdge};
use crate::model::{KindId, Map, NationType, Target};

/// The selection with what lies one tie or membership away.
///
/// A tie joins its two ends; one that ends at another tie joins the ends of that tie as well. So a
/// nation that is concerned about the tie of two others is a neighbour of both, and they of it. Takes
/// time in proportion to what lies around the selection.
pub fn with_neighbours(graph: &MapGraph, selection: &BTreeSet<Target>) -> BTreeSet<Target> {
    let mut found = Found::new(graph);
    for target in selection {
        target.tie().and_then(|id| graph.tie(id)).into_iter().for_each(|tie| found.add_tie(tie));
        let Some(node) = graph.node_of(*target) else { continue };
        for tie in graph.ties_of(node) {
            found.add_tie(tie);
            let own = graph.node_of(Target::Tie(tie.id));
            let onto = own.into_iter().flat_map(|node| graph.ties_of(node));
            onto.for_each(|tie| found.add_tie(tie));
        }
        graph.memberships_of(node).for_each(|other| found.add_node(other));
    }
    found.targets.into_iter().chain(selection.iter().copied()).collect()
}

/// What has been found, each once.
struct Found<'g> {
    graph: &'g MapGraph,
    has_node: Vec<bool>,
    has_tie: Vec<bool>,
    targets: Vec<Target>,
}

impl<'g> Found<'g> {
    fn new(graph: &'g MapGraph) -> Self {
        Self {
            graph,
            has_node: vec![false; graph.graph().node_count()],
            has_tie: vec![false; graph.tie_count()],
            targets: Vec::new(),
        }
    }

    fn add_node(&mut self, node: NodeIndex) {
        if !std::mem::replace(&mut self.has_node[node.index()], true) {
            self.targets.push(self.graph.target_of(node));
        }
    }

    /// Adds a tie, its ends, and those of the tie that it ends at.
    fn add_tie(&mut self, tie: TieEdge) {
        if std::mem::replace(&mut self.has_tie[tie.index], true) {
            return;
        }
        self.targets.push(Target::Tie(tie.id));
        let onto = self.graph.tie_at(tie.to).into_iter().flat_map(|onto| [onto.from, onto.to]);
        [tie.from, tie.to].into_iter().chain(onto).for_each(|node| self.add_node(node));
    }
}

/// The selection with what lies one tie or membership away, and the ties between all of that.
pub fn add_neighbours(
    map: &Map,
    graph: &MapGraph,
    selection: &BTreeSet<Target>,
) -> BTreeSet<Target> {
    add_ties_within(map, &with_neighbours(graph, selection))
}

/// The selection with the ties that join its nations alone.
pub fn add_ties_within(map: &Map, selection: &BTreeSet<Target>) -> BTreeSet<Target> {
    let nations = selection.iter().filter_map(|target| target.nation()).collect();
    let ties = map.ties_within(&nations).into_iter().map(Target::Tie);
    selection.iter().copied().chain(ties).collect()
}

/// Every tie of the kinds of the selected ties, every nation of the types of the selected nations, and every
/// text note if one is selected.
pub fn select_same_kind(map: &Map, selection: &BTreeSet<Target>) -> BTreeSet<Target> {
    let kinds: BTreeSet<KindId> =
        selection.iter().filter_map(|target| Some(map.ties().get(target.tie()?)?.kind)).collect();
    let types: BTreeSet<NationType> = selection
        .iter()
        .filter_map(|target| Some(map.nations().get(target.nation()?)?.nation_type))
        .collect();
    let nations = map.nations().iter().filter(|(_, nation)| types.contains(&nation.nation_type));
    let ties = map.ties().iter().filter(|(_, tie)| kinds.contains(&tie.kind));
    let has_note = selection.iter().any(|target| target.note().is_some());
    let notes = map.text_notes().ids().filter(|_| has_note).map(Target::Note);
    let marks = nations.map(|(id, _)| Target::Nation(id));
    marks.chain(ties.map(|(id, _)| Target::Tie(id))).chain(notes).collect()
}

/// Every nation, tie and text note.
pub fn all(map: &Map) -> impl Iterator<Item = Target> {
    let nations = map.nations().ids().map(Target::Nation);
    let ties = map.ties().ids().map(Target::Tie);
    nations.chain(ties).chain(map.text_notes().ids().map(Target::Note))
}

/// Every nation, tie and text note that isn't selected.
pub fn invert(map: &Map, selection: &BTreeSet<Target>) -> BTreeSet<Target> {
    all(map).filter(|target| !selection.contains(target)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::edit::{add_nation, add_tie, apply};
    use crate::model::{End, Extra, Membership, Nation, NationId, TieId};

    const JAPAN: NationId = NationId(1);
    const CHINA: NationId = NationId(2);
    const RUSSIA: NationId = NationId(3);
    const KOREA: NationId = NationId(4);
    const PACT: NationId = NationId(5);
    const SPAIN: NationId = NationId(6);

    /// China and Russia each with a tie to Korea, Japan concerned about that of Russia, and Spain a
    /// member of a pact.
    fn map() -> Map {
        let mut map = Map::empty();
        let member =
            Membership { organisation: PACT, since: None, until: None, extra: Extra::new() };
        for (name, nation_type, memberships) in [
            ("Japan", NationType::State, vec![]),
            ("China", NationType::State, vec![]),
            ("Russia", NationType::State, vec![]),
            ("Korea", NationType::State, vec![]),
            ("Pact", NationType::Organisation, vec![]),
            ("Spain", NationType::State, vec![member]),
        ] {
            let nation =
                Nation { name: name.into(), nation_type, memberships, ..Nation::default() };
            let (_, command) = add_nation(&map, nation);
            apply(&mut map, command).expect("it fits");
        }
        let kind = |number: usize| map.kinds().id_at(number).expect("a standard kind");
        let (allied, concern) = (kind(0), kind(2));
        for (from, to, kind) in [
            (CHINA, End::Nation(KOREA), allied),
            (RUSSIA, End::Nation(KOREA), allied),
            (JAPAN, End::Tie(TieId(2)), concern),
        ] {
            let (_, command) = add_tie(&map, from, to, kind);
            apply(&mut map, command).expect("it fits");
        }
        map
    }

    fn neighbours(map: &Map, chosen: &BTreeSet<Target>) -> BTreeSet<Target> {
        add_neighbours(map, &MapGraph::new(map), chosen)
    }

    fn set(nations: &[NationId], ties: &[u32]) -> BTreeSet<Target> {
        let ties = ties.iter().map(|number| Target::Tie(TieId(*number)));
        nations.iter().copied().map(Target::Nation).chain(ties).collect()
    }

    #[test]
    fn neighbours_are_one_tie_or_membership_away_and_grow() {
        let map = map();
        let first = neighbours(&map, &set(&[CHINA], &[]));
        assert_eq!(first, set(&[CHINA, KOREA], &[1]));
        let second = neighbours(&map, &first);
        assert_eq!(second, set(&[CHINA, KOREA, RUSSIA, JAPAN], &[1, 2, 3]));
        assert_eq!(neighbours(&map, &second), second);
        assert_eq!(neighbours(&map, &set(&[PACT], &[])), set(&[PACT, SPAIN], &[]));
        assert_eq!(neighbours(&map, &set(&[SPAIN], &[])), set(&[PACT, SPAIN], &[]));
    }

    #[test]
    fn a_concern_about_a_tie_makes_neighbours_both_ways() {
        let map = map();
        let all = set(&[JAPAN, RUSSIA, KOREA], &[2, 3]);
        assert_eq!(neighbours(&map, &set(&[JAPAN], &[])), all);
        assert_eq!(neighbours(&map, &set(&[RUSSIA], &[])), all);
        assert_eq!(neighbours(&map, &set(&[], &[2])), all, "a tie brings what ends at it");
    }

    #[test]
    fn a_kind_brings_its_ties_and_a_type_its_nations() {
        let map = map();
        assert_eq!(select_same_kind(&map, &set(&[], &[1])), set(&[], &[1, 2]));
        assert_eq!(select_same_kind(&map, &set(&[PACT], &[3])), set(&[PACT], &[3]));
        assert_eq!(select_same_kind(&map, &set(&[JAPAN], &[])).len(), 5);
    }

    #[test]
    fn inverting_twice_is_where_it_was() {
        let map = map();
        let chosen = set(&[JAPAN, PACT], &[2]);
        let others = invert(&map, &chosen);
        assert_eq!(others, set(&[CHINA, RUSSIA, KOREA, SPAIN], &[1, 3]));
        assert_eq!(invert(&map, &others), chosen);
    }

    #[test]
    fn a_tie_lies_within_where_all_its_ends_do() {
        let map = map();
        let within = |nations: &[NationId]| map.ties_within(&nations.iter().copied().collect());
        assert_eq!(within(&[RUSSIA, KOREA]), [TieId(2)].into());
        assert_eq!(within(&[JAPAN, RUSSIA, KOREA]), [TieId(2), TieId(3)].into());
        assert_eq!(within(&[JAPAN, KOREA, CHINA]), [TieId(1)].into(), "not onto a tie without");
    }
}
