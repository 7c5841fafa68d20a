//! Nations and ties found from others: what a selection may become.

use std::collections::{BTreeMap, BTreeSet};

use super::Target;
use crate::model::{End, KindId, Map, NationId, NationType, Tie, TieId};

/// What is chosen with the nations one tie or membership away, and the ties between all of them.
///
/// A tie joins its two ends; one that ends at another tie joins the ends of that tie as well. So a
/// nation that is concerned about the tie of two others is a neighbour of both, and they of it.
pub fn neighbours(map: &Map, chosen: &BTreeSet<Target>) -> BTreeSet<Target> {
    let mut grown = chosen.clone();
    let is_chosen = |target: &Target| chosen.contains(target);
    for (id, tie) in map.ties().iter() {
        let joined = joined(map, tie);
        if is_chosen(&Target::Tie(id)) || joined.iter().any(is_chosen) {
            grown.insert(Target::Tie(id));
            grown.extend(joined);
        }
    }
    for (id, nation) in map.nations().iter() {
        for membership in &nation.memberships {
            let pair = [id, membership.organisation].map(Target::Nation);
            if pair.iter().any(is_chosen) {
                grown.extend(pair);
            }
        }
    }
    with_ties_within(map, &grown)
}

/// What is chosen with the ties that join its nations alone.
pub fn with_ties_within(map: &Map, chosen: &BTreeSet<Target>) -> BTreeSet<Target> {
    let nations = chosen.iter().filter_map(|target| target.nation()).collect();
    let ties = ties_within(map, &nations).into_iter().map(Target::Tie);
    chosen.iter().copied().chain(ties).collect()
}

/// The ends of a tie, and of the tie that it ends at.
fn joined(map: &Map, tie: &Tie) -> Vec<Target> {
    let mut joined = vec![Target::Nation(tie.from), target_of(tie.to)];
    if let End::Tie(onto) = tie.to
        && let Some(onto) = map.ties().get(onto)
    {
        joined.extend([Target::Nation(onto.from), target_of(onto.to)]);
    }
    joined
}

const fn target_of(end: End) -> Target {
    match end {
        End::Nation(id) => Target::Nation(id),
        End::Tie(id) => Target::Tie(id),
    }
}

/// Every tie of the kinds of the chosen ties, and every nation of the types of the chosen nations.
pub fn of_same_kind(map: &Map, chosen: &BTreeSet<Target>) -> BTreeSet<Target> {
    let kinds: BTreeSet<KindId> =
        chosen.iter().filter_map(|target| Some(map.ties().get(target.tie()?)?.kind)).collect();
    let types: BTreeSet<NationType> = chosen
        .iter()
        .filter_map(|target| Some(map.nations().get(target.nation()?)?.nation_type))
        .collect();
    let nations = map.nations().iter().filter(|(_, nation)| types.contains(&nation.nation_type));
    let ties = map.ties().iter().filter(|(_, tie)| kinds.contains(&tie.kind));
    nations.map(|(id, _)| Target::Nation(id)).chain(ties.map(|(id, _)| Target::Tie(id))).collect()
}

/// Every nation and tie that isn't chosen.
pub fn invert(map: &Map, chosen: &BTreeSet<Target>) -> BTreeSet<Target> {
    let nations = map.nations().ids().map(Target::Nation);
    let all = nations.chain(map.ties().ids().map(Target::Tie));
    all.filter(|target| !chosen.contains(target)).collect()
}

/// The ties that join these nations alone: a tie onto a tie is one of them where that tie is.
pub fn ties_within(map: &Map, nations: &BTreeSet<NationId>) -> BTreeSet<TieId> {
    let mut onto: BTreeMap<TieId, Vec<TieId>> = BTreeMap::new();
    let mut found = Vec::new();
    for (id, tie) in map.ties().iter().filter(|(_, tie)| nations.contains(&tie.from)) {
        match tie.to {
            End::Nation(to) if nations.contains(&to) => found.push(id),
            End::Nation(_) => {}
            End::Tie(to) => onto.entry(to).or_default().push(id),
        }
    }
    let mut within = BTreeSet::new();
    while let Some(id) = found.pop() {
        within.insert(id);
        found.extend(onto.remove(&id).into_iter().flatten());
    }
    within
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::edit::{add_nation, add_tie, apply};
    use crate::model::{Extra, Membership, Nation};

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
        assert_eq!(of_same_kind(&map, &set(&[], &[1])), set(&[], &[1, 2]));
        assert_eq!(of_same_kind(&map, &set(&[PACT], &[3])), set(&[PACT], &[3]));
        assert_eq!(of_same_kind(&map, &set(&[JAPAN], &[])).len(), 5);
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
        let within = |nations: &[NationId]| ties_within(&map, &nations.iter().copied().collect());
        assert_eq!(within(&[RUSSIA, KOREA]), [TieId(2)].into());
        assert_eq!(within(&[JAPAN, RUSSIA, KOREA]), [TieId(2), TieId(3)].into());
        assert_eq!(within(&[JAPAN, KOREA, CHINA]), [TieId(1)].into(), "not onto a tie without");
    }
}
