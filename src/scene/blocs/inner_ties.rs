//! The ties within blocs and between them, counted by pairs of nations.

use std::collections::{BTreeMap, BTreeSet};

use super::joiners::{Joiners, joiners};
use crate::model::{End, KindId, Map, Sign, Status, Tie};
use crate::scene::legend::wording::lower_first;
use crate::scene::text;

/// The pairs of nations that ties in force or to come join, but for hostile ones: each once for a kind, the nation with
/// the lower index first.
fn friendly_pairs(map: &Map) -> BTreeSet<(KindId, usize, usize)> {
    let is_hostile = |kind| map.kinds().get(kind).is_some_and(|kind| kind.sign == Sign::Hostile);
    let is_over = |tie: &Tie| matches!(tie.status, Some(Status::Suspended | Status::Ended));
    let pair = |(_, tie): (_, &Tie)| {
        let End::Nation(to) = tie.to else { return None };
        let (from, to) = (map.nations().index_of(tie.from)?, map.nations().index_of(to)?);
        let counts = from != to && !is_hostile(tie.kind) && !is_over(tie);
        counts.then_some((tie.kind, from.min(to), from.max(to)))
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

    /// How many of the pairs of each bloc ties of its most common kinds join: `allied 84 % of pairs`, or
    /// `allied: every pair`; empty where none do.
    pub(in crate::scene) fn closeness(&self, map: &Map, blocs: &[Vec<usize>]) -> Vec<String> {
        let bloc_of = self.bloc_of(blocs.iter().map(Vec::as_slice));
        let mut counts: Vec<BTreeMap<KindId, usize>> = vec![BTreeMap::new(); blocs.len()];
        for (kind, a, b) in &self.pairs {
            if let Some(bloc) = bloc_of[*a].filter(|_| bloc_of[*a] == bloc_of[*b]) {
                *counts[bloc].entry(*kind).or_default() += 1;
            }
        }
        let told = |(counts, bloc): (_, &Vec<usize>)| told(map, counts, bloc.len());
        counts.into_iter().zip(blocs).map(told).collect()
    }

    /// The bloc of each nation.
    fn bloc_of<'a>(&self, blocs: impl Iterator<Item = &'a [usize]>) -> Vec<Option<usize>> {
        let mut bloc_of = vec![None; self.nations];
        for (index, bloc) in blocs.enumerate() {
            for nation in bloc {
                if let Some(bloc) = bloc_of.get_mut(*nation) {
                    *bloc = Some(index);
                }
            }
        }
        bloc_of
    }

    /// Who joins which of some blocs, whose members ascend.
    pub(in crate::scene) fn joiners(&self, blocs: &[&[usize]]) -> Vec<Joiners> {
        let bloc_of = self.bloc_of(blocs.iter().copied());
        let mut partners = vec![vec![0; blocs.len()]; self.nations];
        let pairs: BTreeSet<(usize, usize)> = self.pairs.iter().map(|(_, a, b)| (*a, *b)).collect();
        for (nation, other) in pairs.into_iter().flat_map(|(a, b)| [(a, b), (b, a)]) {
            if let Some(bloc) = bloc_of[other] {
                partners[nation][bloc] += 1;
            }
        }
        let sizes: Vec<usize> = blocs.iter().map(|bloc| bloc.len()).collect();
        joiners(&partners, &sizes)
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
        let name = lower_first(&text::clean(&map.kinds().get(*kind)?.name));
        Some((name, *share))
    };
    let parts: Vec<(String, f32)> = shares.iter().filter_map(named).collect();
    match &parts[..] {
        [] => String::new(),
        [(name, share)] if *share >= 1.0 => format!("{name}: every pair"),
        parts => {
            let part = |(name, share): &(String, f32)| format!("{name} {}", percent(*share));
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
