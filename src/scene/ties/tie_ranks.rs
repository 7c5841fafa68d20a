//! How much each tie of a map tells.
//!
//! Lists of alliances have a tie for every pair of the members of a pact. Each of these says little by
//! itself, and thousands of them hide the few that say much.

use std::collections::{BTreeMap, BTreeSet};

use crate::communities::is_read_by_blocs;
use crate::model::{End, KindId, Map, Sign, Tie, TieId};
use crate::scene::blocs::{MapBlocs, bloc_of};

/// The least share of another bloc that a nation is tied to by one kind where it is as good as one of that bloc.
const MOST_OF_A_BLOC: f32 = 0.5;
/// The fewest nations of another bloc to which the ties of one are a fan, however large the bloc.
const FAN: usize = 8;
/// Kinds that have together less than this share of a map's ties are rare.
const RARE: f32 = 0.1;

/// From this many ties between blocs for the root of nations on they hide others: half as many as on a crowded map.
const MANY: f32 = 20.0;

/// How much a tie tells, the least first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(in crate::scene) enum TieRank {
    /// It lies within a bloc that the map speaks of, and is neither of a rare nor of a hostile kind.
    WithinBloc,
    /// It is one of those of its kind that join a nation to most of another bloc. Together they say that the nation
    /// joins two blocs; which of them is which says little.
    WithMostOfABloc,
    /// It is one of so many that aren't hostile that none of them could be followed, and they would hide the few that are
    /// or that are of a rare kind.
    OneOfMany,
    /// Any other.
    Usual,
    /// It is of a rare kind.
    Rare,
}

impl TieRank {
    /// Whether such ties are paler than others on a crowded map.
    pub(in crate::scene) const fn is_pale(self) -> bool {
        matches!(self, Self::WithinBloc | Self::WithMostOfABloc | Self::OneOfMany)
    }
}

/// The rank of each tie, in the order of the map.
pub(in crate::scene) fn tie_ranks(map: &Map, blocs: &MapBlocs<'_>) -> Vec<TieRank> {
    let rare = rare_kinds(map);
    let is_hostile = |kind| map.kinds().get(kind).is_some_and(|kind| kind.sign == Sign::Hostile);
    let places = Places::of(map, blocs);
    let target = |(_, tie): (_, &Tie)| match tie.to {
        End::Tie(id) => Some(id),
        End::Nation(_) => None,
    };
    let targets: BTreeSet<TieId> = map.ties().iter().filter_map(target).collect();
    let tells_little = |(id, tie): (TieId, &Tie)| {
        // What others are about is worth telling, and so are these.
        let is_of_others = targets.contains(&id) || matches!(tie.to, End::Tie(_));
        !(rare.contains(&tie.kind) || is_hostile(tie.kind) || is_of_others)
    };
    let rank = |(id, tie): (TieId, &Tie)| match ends(map, tie) {
        _ if rare.contains(&tie.kind) => TieRank::Rare,
        Some(ends) if tells_little((id, tie)) => places.rank(tie.kind, ends),
        _ => TieRank::Usual,
    };
    let mut ranks: Vec<TieRank> = map.ties().iter().map(rank).collect();
    let is_one = |(rank, tie): &(&mut TieRank, _)| **rank == TieRank::Usual && tells_little(*tie);
    let many: Vec<_> = ranks.iter_mut().zip(map.ties().iter()).filter(is_one).collect();
    let nations = map.nations().len();
    let limit = MANY * (nations as f32).sqrt();
    let others = map.ties().iter().filter(|tie| !tells_little(*tie)).count();
    // As many others couldn't be followed either.
    let hide_others = many.len() as f32 >= limit && others > 0 && (others as f32) < limit;
    if hide_others && is_read_by_blocs(nations, map.ties().len()) {
        many.into_iter().for_each(|(rank, _)| *rank = TieRank::OneOfMany);
    }
    ranks
}

/// The kinds that have less than a share of the ties, all those together that have no more than the most common of
/// them: several kinds that are each rare would cover a map as one that isn't.
fn rare_kinds(map: &Map) -> BTreeSet<KindId> {
    let mut counts: BTreeMap<KindId, usize> = BTreeMap::new();
    for (_, tie) in map.ties().iter() {
        *counts.entry(tie.kind).or_default() += 1;
    }
    let up_to = |most: usize| counts.values().filter(|count| **count <= most).sum::<usize>();
    let limit = map.ties().len() as f32 * RARE;
    let is_rare = |(_, count): &(&KindId, &usize)| (up_to(**count) as f32) < limit;
    counts.iter().filter(is_rare).map(|(kind, _)| *kind).collect()
}

/// Where nations stand among blocs.
struct Places {
    /// The bloc of each nation, if it is in one.
    bloc_of: Vec<Option<usize>>,
    /// The number of nations of each bloc.
    sizes: Vec<usize>,
    /// To how many nations of a bloc ties of one kind join a nation, by kind, nation and bloc.
    partners: BTreeMap<(KindId, usize, usize), usize>,
}

impl Places {
    fn of(map: &Map, blocs: &MapBlocs<'_>) -> Self {
        let bloc_of = bloc_of(blocs.large().map(Vec::as_slice), map.nations().len());
        let sizes = blocs.large().map(Vec::len).collect();
        let mut pairs = BTreeSet::new();
        for (_, tie) in map.ties().iter() {
            let Some((from, to)) = ends(map, tie) else { continue };
            for (nation, other) in [(from, to), (to, from)] {
                // Within its own bloc nobody asks how many.
                if let Some(bloc) = bloc_of[other].filter(|bloc| bloc_of[nation] != Some(*bloc)) {
                    pairs.insert((tie.kind, nation, bloc, other));
                }
            }
        }
        let mut partners: BTreeMap<_, usize> = BTreeMap::new();
        for (kind, nation, bloc, _) in pairs {
            *partners.entry((kind, nation, bloc)).or_default() += 1;
        }
        Self { bloc_of, sizes, partners }
    }

    /// The rank of a tie of a common kind that isn't hostile.
    fn rank(&self, kind: KindId, (from, to): (usize, usize)) -> TieRank {
        let joins_most = |nation: usize, other: usize| {
            self.bloc_of[other].is_some_and(|bloc| {
                let partners = self.partners.get(&(kind, nation, bloc)).copied().unwrap_or(0);
                partners >= FAN || partners as f32 >= MOST_OF_A_BLOC * self.sizes[bloc] as f32
            })
        };
        if self.bloc_of[from].is_some() && self.bloc_of[from] == self.bloc_of[to] {
            TieRank::WithinBloc
        } else if joins_most(from, to) || joins_most(to, from) {
            TieRank::WithMostOfABloc
        } else {
            TieRank::Usual
        }
    }
}

/// The nations at both ends of a tie, by their index in the map; `None` where it ends at a tie or where it
/// began.
pub(in crate::scene) fn ends(map: &Map, tie: &Tie) -> Option<(usize, usize)> {
    let End::Nation(to) = tie.to else { return None };
    let (from, to) = (map.nations().index_of(tie.from)?, map.nations().index_of(to)?);
    (from != to).then_some((from, to))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::edit::{Change, Command, apply};
    use crate::model::{Direction, Nation, NationId};

    #[test]
    fn ties_within_a_bloc_and_with_most_of_one_tell_little_and_others_do_not() {
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
        // To most of the other bloc; to one of it; within, hostile.
        pairs.extend([(1, 8, 1), (1, 9, 1), (1, 10, 1), (1, 11, 1), (2, 14, 1), (2, 3, 3)]);
        for (id, (from, to, kind)) in (1..).zip(&pairs) {
            let (key, to) = (format!("t{id}"), End::Nation(NationId(*to)));
            let tie = Tie::new(key, NationId(*from), to, KindId(*kind), Direction::Mutual);
            let command = Command::Tie(TieId(id), Change::Insert(usize::MAX, Box::new(tie)));
            apply(&mut map, command).expect("a tie");
        }
        let ranks = tie_ranks(&map, &MapBlocs::of(&map));
        assert_eq!(ranks.len(), 48);
        assert!(ranks[..42].iter().all(|rank| *rank == TieRank::WithinBloc));
        assert!(ranks[42..46].iter().all(|rank| *rank == TieRank::WithMostOfABloc));
        assert_eq!(ranks[46..], [TieRank::Usual, TieRank::Rare]);
    }

    #[test]
    fn friendly_ties_that_are_many_are_pale_where_they_would_hide_hostile_ones() {
        let ranks = |with_hostile: bool| {
            let mut map = Map::empty();
            for id in 1..=40 {
                let nation = Nation { key: id.to_string(), ..Nation::default() };
                let command = Command::Nation(NationId(id), Change::Insert(99, Box::new(nation)));
                apply(&mut map, command).expect("a nation");
            }
            let pairs = (1..=40u32).flat_map(|a| (a + 1..=40).map(move |b| (a, b)));
            let friendly = pairs.filter(|(a, b)| (a * a + b * b * 3 + a * b) % 3 == 0);
            let hostile = [(1, 2, 3), (3, 4, 3)].into_iter().take(if with_hostile { 2 } else { 0 });
            let ties = hostile.chain(friendly.map(|(a, b)| (a, b, 1)));
            for (id, (from, to, kind)) in (1..).zip(ties) {
                let (key, to) = (format!("t{id}"), End::Nation(NationId(to)));
                let tie = Tie::new(key, NationId(from), to, KindId(kind), Direction::Mutual);
                let command = Command::Tie(TieId(id), Change::Insert(usize::MAX, Box::new(tie)));
                apply(&mut map, command).expect("a tie");
            }
            tie_ranks(&map, &MapBlocs::given(&map, Vec::new()))
        };
        let (with, without) = (ranks(true), ranks(false));
        assert!(without.iter().all(|rank| *rank == TieRank::Usual));
        assert_eq!(with[..2], [TieRank::Rare, TieRank::Rare]);
        assert!(with[2..].iter().all(|rank| *rank == TieRank::OneOfMany), "{}", with.len());
    }

    #[test]
    fn kinds_are_rare_that_have_less_than_a_tenth_of_the_ties_together() {
        let rare = |counts: &[(u32, u32)]| -> Vec<u32> {
            let mut map = Map::empty();
            for id in 1..=2 {
                let nation = Nation { key: id.to_string(), ..Nation::default() };
                let command = Command::Nation(NationId(id), Change::Insert(99, Box::new(nation)));
                apply(&mut map, command).expect("a nation");
            }
            let kinds = counts.iter().flat_map(|(kind, count)| (0..*count).map(|_| *kind));
            for (id, kind) in (1..).zip(kinds) {
                let (key, to) = (id.to_string(), End::Nation(NationId(2)));
                let tie = Tie::new(key, NationId(1), to, KindId(kind), Direction::Mutual);
                let command = Command::Tie(TieId(id), Change::Insert(usize::MAX, Box::new(tie)));
                apply(&mut map, command).expect("a tie");
            }
            rare_kinds(&map).into_iter().map(|kind| kind.0).collect()
        };
        assert_eq!(rare(&[(1, 93), (2, 4), (3, 3)]), [2, 3]);
        assert_eq!(rare(&[(1, 88), (2, 9), (3, 3)]), [3], "both would be more than a tenth");
        assert_eq!(rare(&[(1, 88), (2, 6), (3, 6)]), [] as [u32; 0], "neither is rarer");
    }
}
