//! Grows a group of nations of which each two are tied, from one tie on.
//!
//! Greedy, as the heuristics for clique covers are (Kellerman 1973; Kou, Stockmeyer and Wong 1978): the nation is
//! taken in next that brings most ties that nothing stands for yet. Different from these, members have dates: each
//! is taken in at the time, among those of its ties, at which most of them are what the membership means.

use std::cmp::Reverse;

use super::candidate::Candidate;
use super::pair_graph::PairGraph;
use super::span::Span;

/// Nations of which each two are tied while both are members, or tied on terms that go before.
#[derive(Clone, Debug)]
pub(super) struct Clique {
    /// The numbers of the nations, and when each is a member.
    pub(super) members: Vec<(u32, Span)>,
}

/// How much may still be looked at, in steps of some nanoseconds, and whether anybody waits for it.
pub(super) struct Work<'w> {
    left: u64,
    is_cut_short: bool,
    is_wanted: &'w dyn Fn() -> bool,
}

impl<'w> Work<'w> {
    pub(super) const fn of(steps: u64, is_wanted: &'w dyn Fn() -> bool) -> Self {
        Self { left: steps, is_cut_short: false, is_wanted }
    }

    pub(super) fn is_done(&self) -> bool {
        self.left == 0 || !(self.is_wanted)()
    }

    /// Notes that something was left out.
    pub(super) const fn cut_short(&mut self) {
        self.is_cut_short = true;
    }

    /// Whether something was left out, or may have been.
    pub(super) const fn is_cut_short(&self) -> bool {
        self.is_cut_short || self.left == 0
    }

    pub(super) const fn take(&mut self, steps: usize) {
        self.left = self.left.saturating_sub(steps as u64);
    }
}

impl Clique {
    /// The ties that memberships stand for: those that hold exactly while both are members, of those that count.
    pub(super) fn replaced(&self, graph: &PairGraph, counts: &[bool]) -> Vec<usize> {
        let mut places = Vec::new();
        for (at, (a, first)) in self.members.iter().enumerate() {
            for (b, second) in &self.members[at + 1..] {
                let span = first.common(*second);
                let ties = graph.pair(*a, *b).into_iter().flat_map(|pair| &pair.ties);
                let exact = ties.filter(|tie| tie.is_replaceable && tie.span == span);
                places.extend(exact.map(|tie| tie.place).filter(|place| counts[*place]));
            }
        }
        places
    }

    /// With each member in no longer than its ties to the others say.
    pub(super) fn tightened(self) -> Self {
        let own = |(at, (nation, span)): (usize, &(u32, Span))| {
            let others = self.members.iter().enumerate().filter(|(other, _)| *other != at);
            let common = others.map(|(_, (_, other))| span.common(*other));
            let tight = common.filter(|common| !common.is_empty()).reduce(Span::around);
            (*nation, tight.unwrap_or(*span))
        };
        Self { members: self.members.iter().enumerate().map(own).collect() }
    }
}

/// Grows cliques in a graph; keeps what it needs for that from one to the next.
pub(super) struct Grower<'g> {
    graph: &'g PairGraph,
    /// Of each nation, its place among the candidates.
    place: Vec<Option<usize>>,
    is_member: Vec<bool>,
    candidates: Candidates,
}

/// The nations that are tied to a member, and others of cliques grown before, whose memory is used again.
#[derive(Default)]
struct Candidates {
    all: Vec<Candidate>,
    /// How many of them are tied to a member.
    count: usize,
    /// The places of those that can join.
    able: Vec<usize>,
}

impl Candidates {
    /// Adds a nation and returns its place.
    fn add(&mut self, nation: u32) -> usize {
        let at = self.count;
        if at == self.all.len() {
            self.all.push(Candidate::default());
        }
        self.all[at].become_another(nation);
        self.count += 1;
        at
    }

    /// Those that are tied to a member.
    fn iter(&self) -> impl Iterator<Item = &Candidate> {
        self.all.iter().take(self.count)
    }

    fn clear(&mut self) {
        self.count = 0;
        self.able.clear();
    }
}

impl<'g> Grower<'g> {
    pub(super) fn new(graph: &'g PairGraph) -> Self {
        let count = graph.nations.len();
        let (place, is_member) = (vec![None; count], vec![false; count]);
        Self { graph, place, is_member, candidates: Candidates::default() }
    }

    /// A clique around two nations that are tied at that time, which no other nation can join that would bring a tie
    /// that counts.
    pub(super) fn grow(
        &mut self,
        ends: [u32; 2],
        span: Span,
        counts: &[bool],
        work: &mut Work<'_>,
    ) -> Clique {
        let mut members = Vec::new();
        let mut next = ends.map(|nation| (nation, span)).to_vec();
        while let Some(member) = next.pop() {
            members.push(member);
            self.is_member[member.0 as usize] = true;
            self.join(&members, counts, work);
            if next.is_empty() {
                next.extend(self.best());
            }
        }
        self.candidates.iter().for_each(|own| self.place[own.nation as usize] = None);
        self.candidates.clear();
        members.iter().for_each(|(nation, _)| self.is_member[*nation as usize] = false);
        Clique { members }.tightened()
    }

    /// Takes the newest member into account: who isn't tied to it can join no more, and who is may do so from now on.
    fn join(&mut self, members: &[(u32, Span)], counts: &[bool], work: &mut Work<'_>) {
        let Some(newest) = members.last() else { return };
        let (graph, candidates) = (self.graph, &mut self.candidates);
        for at in &candidates.able {
            candidates.all[*at].keep_tied_to(*newest, graph, counts);
        }
        let tied = &graph.tied[newest.0 as usize];
        work.take(20 * candidates.able.len() + 30 * tied.len());
        for (nation, pair) in tied {
            let place = &mut self.place[*nation as usize];
            let at = *place.get_or_insert_with(|| candidates.add(*nation));
            let own = &mut candidates.all[at];
            let ties = &graph.pairs[*pair as usize].ties;
            let tried = own.try_times(ties, members, graph, counts);
            work.take(20 * tried * members.len());
            if own.can_join() && !own.is_listed {
                own.is_listed = true;
                candidates.able.push(at);
            }
        }
        let Candidates { all, able, .. } = candidates;
        able.retain(|at| {
            all[*at].is_listed = all[*at].can_join();
            all[*at].is_listed
        });
    }

    /// The nation that brings most ties that count, the first of the map among equals, and when it is a member.
    fn best(&self) -> Option<(u32, Span)> {
        let Candidates { all, able, .. } = &self.candidates;
        let outside = able.iter().map(|at| &all[*at]);
        let outside = outside.filter(|own| !self.is_member[own.nation as usize]);
        let rated = outside.filter_map(|own| own.best().map(|best| (best, own.nation)));
        let best = rated.filter(|((brings, _), _)| *brings > 0);
        let best = best.min_by_key(|((brings, _), nation)| (Reverse(*brings), *nation));
        best.map(|((_, span), nation)| (nation, span))
    }
}
