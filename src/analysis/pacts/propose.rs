//! Finds the groups of nations that may become organisations.

use std::collections::BTreeSet;

use super::clique::{Clique, Work};
use super::cover::Chosen;
use super::expand::{TooManyTies, meant_ties};
use super::name::name_all;
use super::proposal::{Member, Proposal};
use super::replaceable::{Stays, groups};
use super::ways::{Covered, best_covers};
use super::widen::widened;
use crate::model::{Map, NationId, TieId};

/// How much is looked at for a map, in steps of some nanoseconds.
const MOST_WORK: u64 = 600_000_000;

/// What a map can be condensed to.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Condensation {
    /// The groups that may become organisations: first those that lose nothing, the largest first, then those
    /// that would claim ties that aren't there.
    pub proposals: Vec<Proposal>,
    /// The ties that no lossless proposal replaces, in the order of the map, and why.
    pub staying: Vec<(TieId, Stays)>,
    /// Whether the search ended before all was looked at, since the map is very dense.
    pub is_cut_short: bool,
}

/// Finds the groups of nations in a map of which each two are tied on the same terms, so that an organisation with
/// members can stand for their ties. Takes bounded time on any map.
///
/// # Errors
/// [`TooManyTies`] where the organisations that the map has already stand for too many.
pub fn condensation(map: &Map) -> Result<Condensation, TooManyTies> {
    condensation_while(map, &|| true)
}

/// The same as long as it is wanted: once it isn't, the search ends soon, and what it has found is of no use.
///
/// # Errors
/// As [`condensation`].
pub fn condensation_while(
    map: &Map,
    is_wanted: &dyn Fn() -> bool,
) -> Result<Condensation, TooManyTies> {
    let meant = meant_ties(map)?;
    let (groups, mut staying) = groups(map, &meant);
    let mut work = Work::of(MOST_WORK, is_wanted);
    let (mut lossless, mut offered) = (Vec::new(), Vec::new());
    for covered in best_covers(map, &meant, &groups, &mut work) {
        let mut counts = covered.left();
        staying.extend(covered.staying(&counts));
        for chosen in &covered.chosen {
            let at = lossless.len();
            lossless.push(covered.proposal(&chosen.clique, &chosen.replaced));
            offered.extend(covered.wider(chosen, &mut counts, at, &mut work));
        }
    }
    let mut proposals = largest_first(lossless, offered);
    name_all(map, &mut proposals);
    staying.sort_by_key(|(id, _)| map.ties().index_of(*id));
    Ok(Condensation { proposals, staying, is_cut_short: work.is_cut_short() })
}

/// All proposals, the lossless ones first, and of each sort the largest first.
fn largest_first(lossless: Vec<Proposal>, mut offered: Vec<Proposal>) -> Vec<Proposal> {
    let mut numbered: Vec<(usize, Proposal)> = lossless.into_iter().enumerate().collect();
    numbered.sort_by_key(|(_, own)| std::cmp::Reverse(own.replaces.len()));
    let mut place = vec![0; numbered.len()];
    numbered.iter().enumerate().for_each(|(new, (old, _))| place[*old] = new);
    offered.iter_mut().for_each(|wide| wide.widens = wide.widens.map(|old| place[old]));
    offered.sort_by_key(|own| std::cmp::Reverse(own.replaces.len()));
    numbered.into_iter().map(|(_, own)| own).chain(offered).collect()
}

impl Covered<'_> {
    /// Of each tie of the group, whether an organisation could stand for it and none of the chosen ones does.
    fn left(&self) -> Vec<bool> {
        let mut left = vec![false; self.group.ties.len()];
        let ties = self.graph.pairs.iter().flat_map(|pair| &pair.ties);
        ties.for_each(|tie| left[tie.place] = tie.is_replaceable);
        let replaced = self.chosen.iter().flat_map(|chosen| &chosen.replaced);
        replaced.for_each(|place| left[*place] = false);
        left
    }

    /// The ties of the map that stay, and why.
    fn staying(&self, left: &[bool]) -> Vec<(TieId, Stays)> {
        let ties =
            self.graph.pairs.iter().flat_map(|pair| pair.ties.iter().map(move |t| (pair, t)));
        let stays = ties.filter(|(_, tie)| left[tie.place] || !tie.is_replaceable);
        let why = stays.filter_map(|(pair, tie)| {
            let is_covered = pair.is_covered(tie);
            let why = if is_covered { Stays::WithinAnother } else { Stays::InNoGroup };
            Some((self.group.ties[tie.place].id?, why))
        });
        why.collect()
    }

    /// The proposal to take nations nearly all tied into a clique as well.
    fn wider(
        &self,
        chosen: &Chosen,
        left: &mut [bool],
        widens: usize,
        work: &mut Work<'_>,
    ) -> Option<Proposal> {
        let wide = widened(&self.graph, &chosen.clique, left, work)?;
        chosen.replaced.iter().for_each(|place| left[*place] = true);
        let replaced = wide.replaced(&self.graph, left);
        chosen.replaced.iter().for_each(|place| left[*place] = false);
        Some(Proposal { widens: Some(widens), ..self.proposal(&wide, &replaced) })
    }

    /// A clique as a proposal that has no name yet.
    fn proposal(&self, clique: &Clique, replaced: &[usize]) -> Proposal {
        let replaced_places: BTreeSet<usize> = replaced.iter().copied().collect();
        let mut members = clique.members.clone();
        members.sort_unstable_by_key(|(nation, _)| *nation);
        let (mut otherwise_tied, mut missing, mut unless) = (0, Vec::new(), BTreeSet::new());
        for (at, (a, first)) in members.iter().enumerate() {
            for (b, second) in &members[at + 1..] {
                let span = first.common(*second);
                let Some(pair) = self.graph.pair(*a, *b).filter(|_| !span.is_empty()) else {
                    missing.extend((!span.is_empty()).then(|| [self.nation(*a), self.nation(*b)]));
                    continue;
                };
                let is_replaced = |tie: &super::pair_graph::PairTie| {
                    tie.span == span && replaced_places.contains(&tie.place)
                };
                if pair.ties.iter().any(is_replaced) {
                    continue;
                }
                match (pair.covers(span), pair.before(span)) {
                    (true, _) => {}
                    (false, Some(kind)) => drop(unless.insert(kind)),
                    (false, None) => {
                        missing.push([self.nation(*a), self.nation(*b)]);
                        continue;
                    }
                }
                otherwise_tied += 1;
            }
        }
        let member = |(nation, span): &(u32, super::span::Span)| Member {
            nation: self.nation(*nation),
            since: span.since,
            until: span.until,
        };
        Proposal {
            name: String::new(),
            terms: self.group.terms.clone(),
            unless: unless.into_iter().collect(),
            members: members.iter().map(member).collect(),
            replaces: replaced.iter().filter_map(|at| self.group.ties[*at].id).collect(),
            otherwise_tied,
            missing,
            widens: None,
        }
    }

    fn nation(&self, number: u32) -> NationId {
        self.graph.nations[number as usize]
    }
}
