//! How much each tie of a map tells.
//!
//! Lists of alliances have a tie for every pair of the members of a pact. Each of these says little by
//! itself, and thousands of them hide the few that say much.

use std::collections::{BTreeMap, HashMap, HashSet};

use crate::model::{End, KindId, Map, Sign, Tie};

/// The least number of nations that both ends of a tie within a bloc are tied to.
const LEAST_COMMON: usize = 3;
/// The least share of the ties of its end with fewer ties that lead to those nations.
const LEAST_SHARE: f32 = 0.5;
/// A kind with less than this share of a map's ties is rare.
const RARE: f32 = 0.1;

/// How much a tie tells, the least first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(in crate::scene) enum TieRank {
    /// It lies within a bloc: nations that are nearly all tied to one another by one kind, which is neither
    /// rare nor hostile.
    WithinBloc,
    /// Any other.
    Usual,
    /// It is of a rare kind.
    Rare,
}

/// The rank of each tie, in the order of the map.
pub(in crate::scene) fn tie_ranks(map: &Map) -> Vec<TieRank> {
    // By kind and nation; nothing goes by the order in them.
    let mut partners: HashMap<(KindId, usize), HashSet<usize>> = HashMap::new();
    let mut counts: BTreeMap<KindId, usize> = BTreeMap::new();
    for (_, tie) in map.ties().iter() {
        *counts.entry(tie.kind).or_default() += 1;
        let Some((from, to)) = ends(map, tie) else { continue };
        partners.entry((tie.kind, from)).or_default().insert(to);
        partners.entry((tie.kind, to)).or_default().insert(from);
    }
    let is_hostile = |kind| map.kinds().get(kind).is_some_and(|kind| kind.sign == Sign::Hostile);
    let is_within_bloc = |tie: &Tie| {
        let Some((from, to)) = ends(map, tie).filter(|_| !is_hostile(tie.kind)) else {
            return false;
        };
        let (few, many) = (&partners[&(tie.kind, from)], &partners[&(tie.kind, to)]);
        let (few, many) = if few.len() <= many.len() { (few, many) } else { (many, few) };
        let common = few.iter().filter(|nation| many.contains(nation)).count();
        common >= LEAST_COMMON && common as f32 >= LEAST_SHARE * (few.len() - 1) as f32
    };
    let rare = map.ties().len() as f32 * RARE;
    let rank = |(_, tie): (_, &Tie)| match counts.get(&tie.kind) {
        Some(count) if (*count as f32) < rare => TieRank::Rare,
        _ if is_within_bloc(tie) => TieRank::WithinBloc,
        _ => TieRank::Usual,
    };
    map.ties().iter().map(rank).collect()
}

/// The nations at both ends of a tie, by their index in the map; `None` where it ends at a tie or where it
/// began.
fn ends(map: &Map, tie: &Tie) -> Option<(usize, usize)> {
    let End::Nation(to) = tie.to else { return None };
    let (from, to) = (map.nations().index_of(tie.from)?, map.nations().index_of(to)?);
    (from != to).then_some((from, to))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::edit::{Change, Command, apply};
    use crate::model::{Direction, KindId, Nation, NationId, TieId};

    #[test]
    fn ties_between_all_of_some_nations_lie_within_a_bloc_and_others_do_not() {
        let mut map = Map::empty();
        for id in 1..=14 {
            let nation = Nation { key: id.to_string(), ..Nation::default() };
            let command = Command::Nation(NationId(id), Change::Insert(99, Box::new(nation)));
            apply(&mut map, command).expect("a nation");
        }
        let mut pairs = Vec::new();
        for bloc in [1..=7, 8..=14] {
            pairs.extend(bloc.clone().flat_map(|a| (a + 1..=*bloc.end()).map(move |b| (a, b, 1))));
        }
        // Across, of a common kind; within, hostile.
        pairs.extend([(1, 8, 1), (2, 3, 3)]);
        for (id, (from, to, kind)) in (1..).zip(&pairs) {
            let (key, to) = (format!("t{id}"), End::Nation(NationId(*to)));
            let tie = Tie::new(key, NationId(*from), to, KindId(*kind), Direction::Mutual);
            let command = Command::Tie(TieId(id), Change::Insert(usize::MAX, Box::new(tie)));
            apply(&mut map, command).expect("a tie");
        }
        let ranks = tie_ranks(&map);
        assert_eq!(ranks.len(), 44);
        assert!(ranks[..42].iter().all(|rank| *rank == TieRank::WithinBloc));
        assert_eq!(ranks[42..], [TieRank::Usual, TieRank::Rare]);
    }
}
