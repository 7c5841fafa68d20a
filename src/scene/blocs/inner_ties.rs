//! The ties within blocs and between them, counted by pairs of nations.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use super::found::bloc_of;
use super::joiners::{BlocSize, Joiners, joiners};
use crate::model::{KindId, Map, Sign, Status, Tie};
use crate::scene::legend::wording::kind_name;
use crate::scene::ties::ends;

/// Whether a tie is in force or to come, and not hostile.
pub(super) fn binds(map: &Map, tie: &Tie) -> bool {
    let is_hostile = map.kinds().get(tie.kind).is_some_and(|kind| kind.sign == Sign::Hostile);
    !is_hostile && !matches!(tie.status, Some(Status::Suspended | Status::Ended))
}

/// The pairs of nations that ties in force or to come join, but for hostile ones: each once for a kind, the nation with
/// the lower index first.
fn friendly_pairs(map: &Map) -> BTreeSet<(KindId, usize, usize)> {
    let pair = |(_, tie): (_, &Tie)| {
        let (from, to) = ends(map, tie).filter(|_| binds(map, tie))?;
        Some((tie.kind, from.min(to), from.max(to)))
    };
    map.ties().iter().filter_map(pair).collect()
}

/// The least share of the pairs that ties of a kind join where it is named beside the most common one.
const MANY_PAIRS: f32 = 0.2;
/// The most kinds that are named.
const MOST_KINDS: usize = 2;

/// Which pairs of a map's nations are tied.
pub(in crate::scene) struct BlocTies {
    pairs: BTreeSet<(KindId, usize, usize)>,
    nations: usize,
}

impl BlocTies {
    pub(in crate::scene) fn of(map: &Map) -> Self {
        Self { pairs: friendly_pairs(map), nations: map.nations().len() }
    }

    /// How many of the pairs of each bloc ties of its most common kinds join: `allied: 84 % of pairs`, or
    /// `allied: every pair`; empty where none do.
    pub(in crate::scene) fn closeness(&self, map: &Map, blocs: &[Vec<usize>]) -> Vec<String> {
        let mut counts: Vec<BTreeMap<KindId, usize>> = vec![BTreeMap::new(); blocs.len()];
        for (bloc, (kind, ..)) in self.within(blocs) {
            *counts[bloc].entry(kind).or_default() += 1;
        }
        let told = |(counts, bloc): (_, &Vec<usize>)| told(map, counts, bloc.len());
        counts.into_iter().zip(blocs).map(told).collect()
    }

    /// How large some blocs are.
    pub(in crate::scene) fn sizes(&self, blocs: &[Vec<usize>]) -> Vec<BlocSize> {
        let mut pairs: Vec<BTreeSet<(usize, usize)>> = vec![BTreeSet::new(); blocs.len()];
        for (bloc, (_, a, b)) in self.within(blocs) {
            pairs[bloc].insert((a, b));
        }
        let size = |(bloc, pairs): (&Vec<usize>, BTreeSet<_>)| BlocSize {
            nations: bloc.len(),
            pairs: pairs.len(),
            first: Reverse(bloc.iter().copied().min().unwrap_or(usize::MAX)),
        };
        blocs.iter().zip(pairs).map(size).collect()
    }

    /// The pairs within some blocs, each with the bloc that it lies in.
    fn within(
        &self,
        blocs: &[Vec<usize>],
    ) -> impl Iterator<Item = (usize, (KindId, usize, usize))> {
        let bloc_of = bloc_of(blocs.iter().map(Vec::as_slice), self.nations);
        let within = move |pair: &(KindId, usize, usize)| {
            let (_, a, b) = *pair;
            Some((bloc_of[a].filter(|_| bloc_of[a] == bloc_of[b])?, *pair))
        };
        self.pairs.iter().filter_map(within)
    }

    /// Who joins which of some blocs.
    pub(in crate::scene) fn joiners(&self, blocs: &[Vec<usize>]) -> Vec<Joiners> {
        let bloc_of = bloc_of(blocs.iter().map(Vec::as_slice), self.nations);
        let mut partners = vec![vec![0; blocs.len()]; self.nations];
        let pairs: BTreeSet<(usize, usize)> = self.pairs.iter().map(|(_, a, b)| (*a, *b)).collect();
        for (nation, other) in pairs.into_iter().flat_map(|(a, b)| [(a, b), (b, a)]) {
            if let Some(bloc) = bloc_of[other] {
                partners[nation][bloc] += 1;
            }
        }
        joiners(&partners, &self.sizes(blocs))
    }
}

/// The kinds that join the most pairs of a bloc of some nations, in words.
fn told(map: &Map, counts: BTreeMap<KindId, usize>, nations: usize) -> String {
    let all = (nations * nations.saturating_sub(1) / 2).max(1) as f32;
    let mut shares: Vec<(KindId, f32)> =
        counts.into_iter().map(|(kind, pairs)| (kind, pairs as f32 / all)).collect();
    shares.sort_by(|(_, a), (_, b)| b.total_cmp(a));
    let told = shares.iter().take_while(|(_, share)| *share >= MANY_PAIRS).count();
    shares.truncate(told.clamp(1, MOST_KINDS));
    let named = |(kind, share): &(KindId, f32)| {
        let name = kind_name(map.kinds().get(*kind)?);
        Some((name, *share))
    };
    let parts: Vec<(String, f32)> = shares.iter().filter_map(named).collect();
    match &parts[..] {
        [] => String::new(),
        [(name, share)] if *share >= 1.0 => format!("{name}: every pair"),
        parts => {
            let part = |(name, share): &(String, f32)| format!("{name}: {}", percent(*share));
            let parts: Vec<String> = parts.iter().map(part).collect();
            format!("{} of pairs", parts.join(", "))
        }
    }
}

/// A share in whole percent; only all are 100 %, and only none 0 %.
fn percent(share: f32) -> String {
    let whole = (share * 100.0).round() as u32;
    let whole = if share < 1.0 { whole.min(99) } else { whole };
    format!("{whole} %")
}
