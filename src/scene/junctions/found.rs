//! The junctions of a map.

use std::collections::{BTreeMap, BTreeSet};

use super::bicliques::{Biclique, Bicliques};
use crate::model::KindId;
use crate::scene::blocs::PlainTies;
use crate::scene::ties::{TieRank, ends};

/// The fewest lines that a junction saves.
const LEAST_SAVED: usize = 6;
/// The most pairs of one kind of which junctions are looked for. More can't be followed, with junctions or without.
const MOST_PAIRS: usize = 1_000;

/// Ties of one kind that join each of a few nations to each of some others.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::scene) struct Junction {
    /// The side with fewer nations, by their indices in the map, ascending.
    pub(in crate::scene) few: Vec<usize>,
    /// The other side, alike.
    pub(in crate::scene) many: Vec<usize>,
    /// The kind of its ties.
    pub(in crate::scene) kind: KindId,
    /// How much they tell.
    pub(in crate::scene) rank: TieRank,
    /// The ties, by their indices, ascending.
    pub(in crate::scene) ties: Vec<usize>,
}

/// The ties between two nations, the first of which has the lower index, by their indices.
type TiesOfPairs = BTreeMap<[usize; 2], Vec<usize>>;

impl Junction {
    /// Those of ties of which a junction can tell all, that are drawn one by one otherwise, and that are as strong as
    /// others: of pale ones it would be no clearer. Each tie is in one at most.
    pub(in crate::scene) fn among(
        ties: &PlainTies<'_>,
        is_drawn: impl Fn(usize) -> bool,
    ) -> Vec<Self> {
        let mut by_kind: BTreeMap<(KindId, TieRank), TiesOfPairs> = BTreeMap::new();
        for (index, (id, tie)) in ties.map.ties().iter().enumerate() {
            let rank = ties.rank(index);
            if is_drawn(index)
                && !rank.is_pale()
                && ties.is_plain(index, (id, tie))
                && let Some((from, to)) = ends(ties.map, tie).filter(|(from, to)| from != to)
            {
                let pairs = by_kind.entry((tie.kind, rank)).or_default();
                pairs.entry([from.min(to), from.max(to)]).or_default().push(index);
            }
        }
        let few_enough = by_kind.into_iter().filter(|(_, pairs)| pairs.len() <= MOST_PAIRS);
        few_enough.flat_map(|(key, pairs)| of_one_kind(key, &pairs)).collect()
    }

    /// The nations on both of its sides.
    pub(in crate::scene) fn nations(&self) -> impl Iterator<Item = usize> + '_ {
        self.few.iter().chain(&self.many).copied()
    }
}

fn of_one_kind((kind, rank): (KindId, TieRank), pairs: &TiesOfPairs) -> Vec<Junction> {
    let nodes: Vec<usize> =
        pairs.keys().flatten().copied().collect::<BTreeSet<_>>().into_iter().collect();
    let node = |nation: usize| nodes.partition_point(|other| *other < nation);
    let edges: Vec<[usize; 2]> = pairs.keys().map(|[a, b]| [node(*a), node(*b)]).collect();
    let saves_enough =
        |sides: &Biclique| sides.edges() >= sides.left.len() + sides.right.len() + LEAST_SAVED;
    let found = Bicliques::of(nodes.len(), &edges, false).take_while(saves_enough);
    let junction = |Biclique { left, right }| {
        let nations = |side: Vec<usize>| side.into_iter().map(|node| nodes[node]).collect();
        let (left, right): (Vec<usize>, Vec<usize>) = (nations(left), nations(right));
        let of_pair = |a: usize, b: usize| pairs.get(&[a.min(b), a.max(b)]).into_iter().flatten();
        let of_sides = left.iter().flat_map(|a| right.iter().flat_map(move |b| of_pair(*a, *b)));
        let mut ties: Vec<usize> = of_sides.copied().collect();
        ties.sort_unstable();
        let (few, many) = if right.len() < left.len() { (right, left) } else { (left, right) };
        Junction { few, many, kind, rank, ties }
    };
    found.map(junction).collect()
}
