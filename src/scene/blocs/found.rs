//! The blocs of a map, found in its ties.

use std::cell::OnceCell;

use crate::communities::{FINER, SignedTie, communities, weighed_by_common_friends};
use crate::model::{End, Map, Nation, Sign, Tie};

/// How strongly a membership joins; a usual tie has 1. As in layouts.
const MEMBERSHIP: f64 = 0.5;

/// The most nations at which an end at a tie counts as ending.
const MOST_OF_AN_END: usize = 4;

/// The blocs of a map, found when they are first asked for: the drafts of a page ask for the same ones.
pub(in crate::scene) struct MapBlocs<'a> {
    map: &'a Map,
    found: OnceCell<Vec<Vec<usize>>>,
}

impl<'a> MapBlocs<'a> {
    /// The fewest nations of a bloc that is spoken of; fewer are told apart one by one.
    pub(in crate::scene) const LEAST_NATIONS: usize = 4;

    pub(in crate::scene) const fn of(map: &'a Map) -> Self {
        Self { map, found: OnceCell::new() }
    }

    /// Blocs that have been found elsewhere, as [`MapBlocs::all`] gives them but in any order.
    pub(in crate::scene) fn given(map: &'a Map, blocs: Vec<Vec<usize>>) -> Self {
        Self { map, found: OnceCell::from(blocs) }
    }

    /// The nations of each bloc with at least two, by their indices in the map, ascending; blocs in the order of
    /// their first nations. They are the signed communities by which dense maps are laid out.
    pub(in crate::scene) fn all(&self) -> &[Vec<usize>] {
        self.found.get_or_init(|| found_blocs(self.map))
    }

    /// Those that are spoken of.
    pub(in crate::scene) fn large(&self) -> impl Iterator<Item = &Vec<usize>> {
        self.all().iter().filter(|bloc| bloc.len() >= Self::LEAST_NATIONS)
    }
}

/// The bloc of each of so many nations, where blocs are given by the indices of their nations.
pub(in crate::scene) fn bloc_of<'b>(
    blocs: impl IntoIterator<Item = &'b [usize]>,
    nations: usize,
) -> Vec<Option<usize>> {
    let mut bloc_of = vec![None; nations];
    for (index, bloc) in blocs.into_iter().enumerate() {
        for nation in bloc {
            if let Some(bloc) = bloc_of.get_mut(*nation) {
                *bloc = Some(index);
            }
        }
    }
    bloc_of
}

fn found_blocs(map: &Map) -> Vec<Vec<usize>> {
    let count = map.nations().len();
    let ties = weighed_by_common_friends(count, &signed_ties(map));
    let mut blocs: Vec<Vec<usize>> = Vec::new();
    for (nation, bloc) in communities(count, &ties, FINER).into_iter().enumerate() {
        let bloc = bloc as usize;
        blocs.resize(blocs.len().max(bloc + 1), Vec::new());
        blocs[bloc].push(nation);
    }
    blocs.retain(|bloc| bloc.len() > 1);
    blocs
}

/// The friendly and hostile ties, and memberships; neutral ties say nothing about blocs.
fn signed_ties(map: &Map) -> Vec<SignedTie> {
    let mut ties = Vec::new();
    for (_, tie) in map.ties().iter() {
        let sign = map.kinds().get(tie.kind).map_or(Sign::Neutral, |kind| kind.sign);
        let weight = f64::from(sign.number()) * f64::from(tie.weight);
        if weight != 0.0 {
            ties.extend(pairs(map, tie).map(|ends| SignedTie { ends, weight }));
        }
    }
    let membership = |(member, (_, nation)): (usize, (_, &Nation))| {
        let of = |organisation| map.nations().index_of(organisation);
        let organisations = nation.memberships.iter().filter_map(|own| of(own.organisation));
        let joined = organisations.filter(|organisation| *organisation != member);
        let ends = joined.map(|organisation| [member as u32, organisation as u32]);
        ends.collect::<Vec<_>>()
    };
    let memberships = map.nations().iter().enumerate().flat_map(membership);
    ties.extend(memberships.map(|ends| SignedTie { ends, weight: MEMBERSHIP }));
    ties
}

/// The pairs of nations that a tie joins: several where it ends at a tie, none where it ends where it began.
fn pairs(map: &Map, tie: &Tie) -> impl Iterator<Item = [u32; 2]> {
    let from = map.nations().index_of(tie.from);
    let others = nations_at(map, tie.to);
    others.into_iter().filter_map(move |to| Some([from? as u32, to as u32])).filter(|[a, b]| a != b)
}

/// The nations at which an end counts as ending: that nation, or those at the ends of that tie.
fn nations_at(map: &Map, end: End) -> Vec<usize> {
    let mut nations = Vec::new();
    let mut next = Some(end);
    while let Some(end) = next.filter(|_| nations.len() < MOST_OF_AN_END) {
        let (nation, further) = match end {
            End::Nation(id) => (map.nations().index_of(id), None),
            End::Tie(id) => {
                let tie = map.ties().get(id);
                (tie.and_then(|tie| map.nations().index_of(tie.from)), tie.map(|tie| tie.to))
            }
        };
        nations.extend(nation.filter(|nation| !nations.contains(nation)));
        next = further;
    }
    nations
}
