//! Ties of a nation to every nation of a clique, drawn as one line to its ground: power edges (Royer, Reimann, Andreopoulos
//! and Schroeder, “Unraveling protein networks with power graph analysis”, 2008).
//!
//! One ally of a whole bloc has as many lines as this has nations, and a few such allies fill the map between blocs
//! with lines that say no more than that.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use super::cliques::{Clique, Cliques};
use super::found::bloc_of;
use super::plain_ties::PlainTies;
use crate::model::KindId;
use crate::scene::ties::{TieRank, ends};

/// The fewest ties that a line has to stand for which no other does.
const LEAST_SAVED: usize = 4;

/// The ties of one kind that join a nation to all nations of a clique.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::scene) struct PowerEdge {
    /// The nation, by its index in the map.
    pub(in crate::scene) nation: usize,
    /// The bloc of the clique, by its index among those that are shown.
    pub(in crate::scene) bloc: usize,
    /// The ties, by their indices, ascending.
    pub(in crate::scene) ties: Vec<usize>,
}

impl PowerEdge {
    /// Those to the cliques of a map's blocs. A tie is in two where both of its nations are tied to all of the other's
    /// clique.
    pub(in crate::scene) fn to_cliques(ties: &PlainTies<'_>, cliques: &Cliques) -> Vec<Self> {
        let members = |clique: Option<&Clique>| clique.map_or(0, |clique| clique.members.len());
        let sizes: Vec<usize> = cliques.by_bloc().map(members).collect();
        let is_to_all = |((_, bloc, _), fan): &(_, Fan)| fan.partners.len() == sizes[*bloc];
        let mut whole: Vec<(FanKey, Fan)> =
            fans(ties, cliques).into_iter().filter(is_to_all).collect();
        whole.sort_by_key(|(_, fan)| Reverse(fan.partners.len()));
        let mut told: BTreeSet<usize> = BTreeSet::new();
        let mut edges = Vec::new();
        for ((nation, bloc, _), fan) in whole {
            let saved = fan.ties.iter().filter(|tie| !told.contains(tie)).count();
            if saved >= LEAST_SAVED {
                told.extend(&fan.ties);
                edges.push(Self { nation, bloc, ties: fan.ties });
            }
        }
        edges.sort_unstable_by_key(|edge| (edge.bloc, edge.nation));
        edges
    }
}

/// A nation, a bloc that isn't its own, and a kind of tie.
type FanKey = (usize, usize, KindId);

/// The ties of one kind from a nation to those of a clique.
#[derive(Default)]
struct Fan {
    partners: BTreeSet<usize>,
    ties: Vec<usize>,
}

/// The fans of all nations.
fn fans(ties: &PlainTies<'_>, cliques: &Cliques) -> BTreeMap<FanKey, Fan> {
    let map = ties.map;
    let members = cliques.by_bloc().map(|clique| clique.map_or(&[][..], |clique| &clique.members));
    let clique_of = bloc_of(members, map.nations().len());
    let mut fans: BTreeMap<FanKey, Fan> = BTreeMap::new();
    for (index, (id, tie)) in map.ties().iter().enumerate() {
        if !ties.is_plain(index, (id, tie), TieRank::WithMostOfABloc) {
            continue;
        }
        let Some((from, to)) = ends(map, tie) else { continue };
        for (nation, other) in [(from, to), (to, from)] {
            if let Some(bloc) = clique_of[other] {
                let fan = fans.entry((nation, bloc, tie.kind)).or_default();
                fan.partners.insert(other);
                fan.ties.push(index);
            }
        }
    }
    fans
}
