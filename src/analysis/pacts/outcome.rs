//! What a map becomes when some of the proposals are accepted, and why other ties stay.

use std::collections::{BTreeMap, BTreeSet};

use rustc_hash::FxHashSet;

use super::proposal::Proposal;
use super::propose::Condensation;
use super::replaceable::Stays;
use crate::model::{TieId, counted};

/// What is said where the search ended before all was looked at.
pub const CUT_SHORT: &str =
    "The map is very dense: more may be found by condensing what comes of it";

/// How many ties a map has, and what they become.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Outcome {
    /// The ties before.
    pub before: usize,
    /// The organisations that are new.
    pub organisations: usize,
    /// The ties that are left.
    pub left: usize,
    /// Pairs that aren't tied and would be said to be.
    pub claimed: usize,
}

impl Outcome {
    /// The ties that organisations stand for.
    pub const fn replaced(&self) -> usize {
        self.before - self.left
    }

    /// `4265 ties become 38 organisations and 312 ties`.
    pub fn in_words(&self) -> String {
        let before = counted(self.before, "tie", "ties");
        let new = counted(self.organisations, "organisation", "organisations");
        let becomes = if self.before == 1 { "becomes" } else { "become" };
        match self.left {
            0 => format!("{before} {becomes} {new}"),
            left => format!("{before} {becomes} {new} and {}", counted(left, "tie", "ties")),
        }
    }
}

impl Condensation {
    /// The positions of the proposals that claim nothing.
    pub fn lossless(&self) -> BTreeSet<usize> {
        let all = self.proposals.iter().enumerate();
        all.filter(|(_, proposal)| proposal.is_lossless()).map(|(at, _)| at).collect()
    }

    /// What a map of so many ties becomes when these are accepted.
    pub fn outcome(&self, before: usize, chosen: &BTreeSet<usize>) -> Outcome {
        let taken = taken(&self.proposals, chosen);
        let accepted = || taken.iter().map(|at| &self.proposals[*at]);
        let replaced: FxHashSet<TieId> = accepted().flat_map(|own| own.replaces.clone()).collect();
        Outcome {
            before,
            organisations: taken.len(),
            left: before.saturating_sub(replaced.len()),
            claimed: accepted().map(|own| own.missing.len()).sum(),
        }
    }

    /// How many ties stay for each reason, if all that is lossless is accepted.
    pub fn reasons(&self) -> BTreeMap<Stays, usize> {
        let mut reasons = BTreeMap::new();
        self.staying.iter().for_each(|(_, why)| *reasons.entry(*why).or_default() += 1);
        reasons
    }

    /// A line for each reason why ties stay, with their number, and one where the search was cut short.
    pub fn remarks(&self) -> Vec<String> {
        let staying = self.reasons().into_iter();
        let staying =
            staying.map(|(why, ties)| format!("Ties that stay, since {}: {ties}", why.in_words()));
        staying.chain(self.is_cut_short.then(|| CUT_SHORT.to_owned())).collect()
    }
}

/// The positions of those that are made when some are chosen: of a proposal and one that widens it, the wider one.
/// Positions that there are no proposals at are left out.
pub fn taken(proposals: &[Proposal], chosen: &BTreeSet<usize>) -> Vec<usize> {
    let there = || chosen.iter().filter(|at| **at < proposals.len());
    let widened: BTreeSet<usize> = there().filter_map(|at| proposals[*at].widens).collect();
    there().filter(|at| !widened.contains(at)).copied().collect()
}
