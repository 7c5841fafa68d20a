//! The ties of a group as a graph: its nations by number, and what joins each two of them.

use std::collections::BTreeSet;

use rustc_hash::{FxHashMap, FxHashSet};

use super::pair_numbers::PairNumbers;
use super::replaceable::Group;
use super::span::Span;
use crate::model::{Direction, End, KindId, Map, NationId, Tie};

/// A tie of a group.
#[derive(Clone, Copy, Debug)]
pub(super) struct PairTie {
    /// Its place among the ties of the group.
    pub(super) place: usize,
    pub(super) span: Span,
    /// Whether a new organisation can stand for it: none does yet, no other tie on the same terms holds all its time,
    /// nor one of a kind that goes before.
    pub(super) is_replaceable: bool,
}

/// What joins two nations.
#[derive(Clone, Debug, Default)]
pub(super) struct Pair {
    /// The ties of the group.
    pub(super) ties: Vec<PairTie>,
    /// When ties of kinds that go before hold, and of which kinds they are.
    pub(super) before: Vec<(KindId, Span)>,
}

/// The ties of some kinds, by their ends.
#[derive(Default)]
pub(super) struct TiesOfKinds(FxHashMap<[NationId; 2], Vec<(KindId, Span)>>);

impl TiesOfKinds {
    /// The ties of these kinds that join two nations both ways.
    pub(super) fn of(map: &Map, meant: &[Tie], kinds: &BTreeSet<KindId>) -> Self {
        let mut found: FxHashMap<[NationId; 2], Vec<(KindId, Span)>> = FxHashMap::default();
        let all = map.ties().iter().map(|(_, tie)| tie).chain(meant);
        for tie in all.filter(|tie| kinds.contains(&tie.kind)) {
            if let End::Nation(to) = tie.to
                && tie.direction == Direction::Mutual
                && !tie.is_loop()
            {
                let ends = [tie.from.min(to), tie.from.max(to)];
                found.entry(ends).or_default().push((tie.kind, Span::of_tie(tie)));
            }
        }
        Self(found)
    }

    /// Whether one of them joins two nations of a group.
    pub(super) fn joins_any(&self, group: &Group) -> bool {
        let nations: FxHashSet<NationId> = group.ties.iter().flat_map(|tie| tie.ends).collect();
        self.0.keys().any(|ends| ends.iter().all(|end| nations.contains(end)))
    }
}

/// The graph of a group. Its nations are numbered in the order of the map.
pub(super) struct PairGraph {
    pub(super) nations: Vec<NationId>,
    pub(super) pairs: Vec<Pair>,
    /// Of each nation: those that a tie of the group joins it to, in order, with the number of the pair.
    pub(super) tied: Vec<Vec<(u32, u32)>>,
    /// The numbers of pairs, by the numbers of their nations.
    by_ends: PairNumbers,
}

impl PairGraph {
    pub(super) fn new(map: &Map, group: &Group, before: &TiesOfKinds) -> Self {
        let named: BTreeSet<NationId> = group.ties.iter().flat_map(|tie| tie.ends).collect();
        let mut nations: Vec<NationId> = named.into_iter().collect();
        nations.sort_by_key(|id| map.nations().index_of(*id));
        let number: FxHashMap<NationId, u32> = nations.iter().copied().zip(0..).collect();
        let tied = vec![Vec::new(); nations.len()];
        let by_ends = PairNumbers::for_graph(nations.len(), group.ties.len());
        let mut graph = Self { nations, pairs: Vec::new(), tied, by_ends };
        for (place, tie) in group.ties.iter().enumerate() {
            let [a, b] = tie.ends.map(|end| number.get(&end).copied().unwrap_or_default());
            let pair = graph.pair_of(a, b);
            let is_replaceable = tie.id.is_some();
            let tie = PairTie { place, span: tie.span, is_replaceable };
            graph.pairs[pair as usize].ties.push(tie);
        }
        graph.list_tied();
        graph.add_before(&number, before);
        graph.pairs.iter_mut().for_each(Pair::mark_covered);
        graph
    }

    /// What joins two nations; `None` if nothing does that counts. Found fastest where many are asked for one `a`.
    pub(super) fn pair(&self, a: u32, b: u32) -> Option<&Pair> {
        self.by_ends.get(a, b).and_then(|pair| self.pairs.get(pair as usize))
    }

    fn pair_of(&mut self, a: u32, b: u32) -> u32 {
        let next = self.pairs.len() as u32;
        let number = self.by_ends.get_or_insert(a, b, next);
        if number == next {
            self.pairs.push(Pair::default());
        }
        number
    }

    fn list_tied(&mut self) {
        for ([a, b], pair) in self.by_ends.in_order() {
            self.tied[a as usize].push((b, pair));
            self.tied[b as usize].push((a, pair));
        }
        self.tied.iter_mut().for_each(|tied| tied.sort_unstable());
    }

    fn add_before(&mut self, number: &FxHashMap<NationId, u32>, before: &TiesOfKinds) {
        let ends = |[x, y]: &[NationId; 2]| Some([*number.get(x)?, *number.get(y)?]);
        let mut found: Vec<_> =
            before.0.iter().filter_map(|(pair, ties)| Some((ends(pair)?, ties))).collect();
        // What comes of it goes by no hash.
        found.sort_unstable_by_key(|(ends, _)| *ends);
        for ([a, b], ties) in found {
            let pair = self.pair_of(a, b);
            self.pairs[pair as usize].before.clone_from(ties);
        }
    }
}

impl Pair {
    /// Whether another tie of the group holds all the time of one.
    pub(super) fn is_covered(&self, tie: &PairTie) -> bool {
        self.ties.iter().any(|other| other.place != tie.place && other.span.covers(tie.span))
    }

    /// Whether a tie of the group holds all that time.
    pub(super) fn covers(&self, span: Span) -> bool {
        self.ties.iter().any(|tie| tie.span.covers(span))
    }

    /// Whether a tie of the group, or one of a kind that goes before, holds all that time.
    pub(super) fn joins(&self, span: Span) -> bool {
        self.covers(span) || self.before(span).is_some()
    }

    /// The kind of a tie that holds all that time and goes before.
    pub(super) fn before(&self, span: Span) -> Option<KindId> {
        self.before.iter().find(|(_, own)| own.covers(span)).map(|(kind, _)| *kind)
    }

    fn mark_covered(&mut self) {
        for at in 0..self.ties.len() {
            let tie = self.ties[at];
            let is_free = !self.is_covered(&tie) && self.before(tie.span).is_none();
            self.ties[at].is_replaceable &= is_free;
        }
    }
}
