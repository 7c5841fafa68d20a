//! Ties of a nation to every nation of a bloc, drawn as one line to its ground, and those of every nation of a bloc to
//! every one of another: power edges (Royer, Reimann, Andreopoulos and Schroeder, “Unraveling protein networks with
//! power graph analysis”, 2008).
//!
//! One ally of a whole bloc has as many lines as this has nations, and a few such allies fill the map between blocs
//! with lines that say no more than that. So do a few that are opposed by a whole bloc.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use super::cliques::Cliques;
use super::found::bloc_of;
use super::plain_ties::PlainTies;
use crate::model::KindId;
use crate::scene::ties::{TieRank, ends};

/// The fewest ties that a line has to stand for which no other does.
const LEAST_SAVED: usize = 4;
/// The most lines in place of pale ties that are as strong as others. More can't be followed, though they share forks, and
/// hide those that can.
const MOST_STRONG: usize = 80;

/// What a power edge begins at.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(in crate::scene) enum PowerEnd {
    /// All nations on the ground of a bloc, by its index among those that are shown.
    Bloc(usize),
    /// A nation, by its index in the map.
    Nation(usize),
}

/// The ties of one kind that join a nation, or all on the ground of a bloc, to all on that of another.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::scene) struct PowerEdge {
    /// What is joined to all of the bloc.
    pub(in crate::scene) from: PowerEnd,
    /// The bloc, by its index among those that are shown.
    pub(in crate::scene) bloc: usize,
    /// The kind of its ties.
    pub(in crate::scene) kind: KindId,
    /// How much they tell.
    pub(in crate::scene) rank: TieRank,
    /// The ties, by their indices, ascending.
    pub(in crate::scene) ties: Vec<usize>,
}

impl PowerEdge {
    /// Those between blocs, and from nations to them. A tie is in two where both of its nations are tied to all of the
    /// other's bloc.
    pub(in crate::scene) fn between(
        ties: &PlainTies<'_>,
        cliques: &Cliques,
        blocs: &[Vec<usize>],
    ) -> Vec<Self> {
        let nodes = on_grounds(cliques, blocs);
        let size = |end: PowerEnd| match end {
            PowerEnd::Nation(_) => 1,
            PowerEnd::Bloc(bloc) => nodes[bloc].len(),
        };
        let is_whole = |((from, bloc, _), fan): &(_, Fan)| {
            fan.pairs.len() == size(*from) * size(PowerEnd::Bloc(*bloc))
        };
        let mut whole: Vec<(FanKey, Fan)> =
            fans(ties, &nodes).into_iter().filter(is_whole).collect();
        whole.sort_by_key(|(_, fan)| Reverse(fan.pairs.len()));
        let mut told: BTreeSet<usize> = BTreeSet::new();
        let mut edges = Vec::new();
        for ((from, bloc, kind), fan) in whole {
            let saved = fan.ties.iter().filter(|tie| !told.contains(tie)).count();
            if saved >= LEAST_SAVED {
                told.extend(&fan.ties);
                let rank = fan.ties.first().map_or(TieRank::Usual, |tie| ties.rank(*tie));
                edges.push(Self { from, bloc, kind, rank, ties: fan.ties });
            }
        }
        edges.sort_unstable_by_key(|edge| (edge.bloc, edge.from, edge.kind));
        if edges.iter().filter(|edge| edge.rank.is_pale()).count() <= MOST_STRONG {
            // One line is as good as any other, however little each of its ties tells.
            edges.iter_mut().for_each(|edge| edge.rank = edge.rank.max(TieRank::Usual));
        }
        edges
    }
}

/// The nations of each bloc for which its ground stands, by their indices in the map, ascending: those of its clique, or
/// all of one that has none.
fn on_grounds<'b>(cliques: &'b Cliques, blocs: &'b [Vec<usize>]) -> Vec<&'b [usize]> {
    let of = |(clique, bloc): (Option<&'b super::Clique>, &'b Vec<usize>)| {
        clique.map_or(&bloc[..], |clique| &clique.members)
    };
    cliques.by_bloc().zip(blocs).map(of).collect()
}

/// What is tied, to a bloc, by a kind of tie.
type FanKey = (PowerEnd, usize, KindId);

/// The ties of one kind from a nation, or from those of a bloc, to those of another.
#[derive(Default)]
struct Fan {
    pairs: BTreeSet<(usize, usize)>,
    ties: Vec<usize>,
}

/// The fans of all nations and blocs. Between two blocs the one with the lower index comes first.
fn fans(ties: &PlainTies<'_>, nodes: &[&[usize]]) -> BTreeMap<FanKey, Fan> {
    let map = ties.map;
    let node_of = bloc_of(nodes.iter().copied(), map.nations().len());
    let mut fans: BTreeMap<FanKey, Fan> = BTreeMap::new();
    for (index, (id, tie)) in map.ties().iter().enumerate() {
        if !ties.is_plain(index, (id, tie)) {
            continue;
        }
        let Some((from, to)) = ends(map, tie) else { continue };
        let mut add = |end, bloc| {
            let fan = fans.entry((end, bloc, tie.kind)).or_default();
            fan.pairs.insert((from.min(to), from.max(to)));
            fan.ties.push(index);
        };
        for (nation, other) in [(from, to), (to, from)] {
            let Some(bloc) = node_of[other].filter(|bloc| node_of[nation] != Some(*bloc)) else {
                continue;
            };
            add(PowerEnd::Nation(nation), bloc);
            if let Some(own) = node_of[nation].filter(|own| *own < bloc) {
                add(PowerEnd::Bloc(own), bloc);
            }
        }
    }
    fans
}
