//! Covers the ties of a group by cliques, those that save most first.
//!
//! A cover of all edges by as few cliques as possible is NP-hard (Kou, Stockmeyer and Wong 1978). This is the greedy
//! choice of set cover, made lazily (Minoux 1978): of each nation the clique around its best tie waits with what it
//! saves, and is grown anew when ties in it have been covered by then.

use std::cmp::Reverse;
use std::collections::BinaryHeap;

use super::clique::{Clique, Grower, Work};
use super::pair_graph::PairGraph;
use super::span::Span;

/// How many triangles of ties are looked at to rate all ties of a group, about.
const MOST_RATED: usize = 4_000_000;
/// The most cliques of a group.
const MOST_CLIQUES: usize = 1_000;

/// A clique, and the ties that it stands for first, by their places in the group.
pub(super) struct Chosen {
    pub(super) clique: Clique,
    pub(super) replaced: Vec<usize>,
}

impl Chosen {
    /// How many lines fewer there are on the map.
    fn saves(&self) -> usize {
        self.replaced.len().saturating_sub(self.clique.members.len())
    }
}

/// Cliques that cover as many ties as it takes few lines to. `is_named` says that the ties bear a name, so that a
/// group of them is worth being one where it saves nothing.
pub(super) fn cover(graph: &PairGraph, is_named: bool, work: &mut Work<'_>) -> Vec<Chosen> {
    let mut search = Search::new(graph, is_named, work);
    let nations = 0..graph.nations.len();
    let mut best: Vec<Option<Chosen>> = nations.map(|own| search.best_of(own, work)).collect();
    let waits = |(nation, best): (usize, &Option<Chosen>)| {
        best.as_ref().map(|own| (own.saves(), Reverse(nation)))
    };
    let mut waiting: BinaryHeap<_> = best.iter().enumerate().filter_map(waits).collect();
    let mut chosen = Vec::new();
    while let Some((_, Reverse(nation))) = waiting.pop() {
        let Some(own) = best[nation].take() else {
            continue;
        };
        if own.replaced.iter().all(|place| search.counts[*place]) {
            own.replaced.iter().for_each(|place| search.counts[*place] = false);
            chosen.push(own);
            if chosen.len() == MOST_CLIQUES {
                work.cut_short();
                break;
            }
        }
        best[nation] = search.best_of(nation, work);
        waiting.extend(waits((nation, &best[nation])));
    }
    chosen
}

/// A tie from which a clique may be grown.
#[derive(Clone, Copy)]
struct Seed {
    ends: [u32; 2],
    span: Span,
    place: usize,
}

struct Search<'g> {
    graph: &'g PairGraph,
    grower: Grower<'g>,
    is_named: bool,
    /// Of each tie, whether nothing stands for it yet.
    counts: Vec<bool>,
    /// Of each tie, whether a clique around it saved nothing.
    is_vain: Vec<bool>,
    /// Of each nation, its ties, the best last.
    seeds: Vec<Vec<Seed>>,
}

impl<'g> Search<'g> {
    fn new(graph: &'g PairGraph, is_named: bool, work: &mut Work<'_>) -> Self {
        let ties = || graph.pairs.iter().flat_map(|pair| &pair.ties);
        let mut counts = vec![false; ties().count()];
        ties().for_each(|tie| counts[tie.place] = tie.is_replaceable);
        let is_vain = vec![false; counts.len()];
        let seeds = seeds(graph, counts.len(), work);
        Self { graph, grower: Grower::new(graph), is_named, counts, is_vain, seeds }
    }

    /// The clique around the best tie of a nation around which one saves anything.
    fn best_of(&mut self, nation: usize, work: &mut Work<'_>) -> Option<Chosen> {
        while let Some(seed) = self.seeds[nation].last().copied() {
            if work.is_done() {
                return None;
            }
            if self.counts[seed.place] && !self.is_vain[seed.place] {
                let clique = self.grower.grow(seed.ends, seed.span, &self.counts, work);
                let replaced = clique.replaced(self.graph, &self.counts);
                let (members, ties) = (clique.members.len(), replaced.len());
                if ties > members || (self.is_named && ties == members) {
                    return Some(Chosen { clique, replaced });
                }
                self.is_vain[seed.place] = true;
            }
            self.seeds[nation].pop();
        }
        None
    }
}

/// The ties of each nation, those last that are part of most triangles of ties that hold at the same time.
fn seeds(graph: &PairGraph, tie_count: usize, work: &mut Work<'_>) -> Vec<Vec<Seed>> {
    let most = (MOST_RATED / tie_count.max(1)).clamp(4, 400);
    let mut rating = vec![0u32; tie_count];
    let mut pair_with = vec![None; graph.nations.len()];
    let mut seeds: Vec<Vec<Seed>> = vec![Vec::new(); graph.nations.len()];
    for (nation, tied) in (0..).zip(&graph.tied) {
        tied.iter().for_each(|(other, pair)| pair_with[*other as usize] = Some(*pair));
        for (other, pair) in tied {
            let pair = &graph.pairs[*pair as usize];
            let seed = |tie: &super::pair_graph::PairTie| {
                let (ends, span, place) = ([nation, *other], tie.span, tie.place);
                Seed { ends, span, place }
            };
            seeds[nation as usize].extend(pair.ties.iter().filter(|t| t.is_replaceable).map(seed));
            if *other < nation {
                continue;
            }
            let third = &graph.tied[*other as usize];
            let step = third.len().div_ceil(most).max(1);
            work.take(50 * third.len().min(most));
            for (third, second) in third.iter().step_by(step) {
                let Some(first) = pair_with[*third as usize] else {
                    continue;
                };
                let sides = [first, *second].map(|pair: u32| &graph.pairs[pair as usize]);
                for tie in &pair.ties {
                    let is_side = |side: &&super::pair_graph::Pair| {
                        side.ties.iter().any(|other| other.span == tie.span)
                    };
                    rating[tie.place] += u32::from(sides.iter().all(is_side)) * step as u32;
                }
            }
        }
        tied.iter().for_each(|(other, _)| pair_with[*other as usize] = None);
    }
    for own in &mut seeds {
        own.sort_by_key(|seed| (rating[seed.place], Reverse(seed.place)));
    }
    seeds
}
