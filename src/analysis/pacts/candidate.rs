//! A nation that may join a clique, with the times at which it could be a member.

use super::pair_graph::{PairGraph, PairTie};
use super::span::Span;

/// How many times are tried for a nation.
const MOST_TIMES: usize = 16;

/// A nation that is tied to a member.
#[derive(Default)]
pub(super) struct Candidate {
    pub(super) nation: u32,
    /// Whether it is among those that were able to join when the newest member did.
    pub(super) is_listed: bool,
    /// When it could be a member, and how many ties that count it would bring.
    options: Vec<(Span, usize)>,
    /// The times that were tried.
    tried: Vec<Span>,
    /// The time around those of all its ties to members.
    around: Option<Span>,
}

impl Candidate {
    /// Makes it another nation, of which nothing is known, in the memory that it has: thousands come and go for each
    /// clique.
    pub(super) fn become_another(&mut self, nation: u32) {
        self.options.clear();
        self.tried.clear();
        (self.nation, self.is_listed, self.around) = (nation, false, None);
    }

    /// Whether it could join at any of the times that were tried.
    pub(super) const fn can_join(&self) -> bool {
        !self.options.is_empty()
    }

    /// The time at which it brings most, and how much that is.
    pub(super) fn best(&self) -> Option<(usize, Span)> {
        let options = self.options.iter().map(|(span, brings)| (*brings, *span));
        options.reduce(|best, other| if other.0 > best.0 { other } else { best })
    }

    /// Keeps the times at which it is tied to a new member as well.
    pub(super) fn keep_tied_to(&mut self, member: (u32, Span), graph: &PairGraph, counts: &[bool]) {
        let nation = self.nation;
        self.options.retain_mut(|(span, brings)| {
            let brought = brought((nation, *span), member, graph, counts);
            *brings += brought.unwrap_or(0);
            brought.is_some()
        });
    }

    /// Tries the times of the ties to the newest member, and the time around all. Returns how many were tried.
    pub(super) fn try_times(
        &mut self,
        to_newest: &[PairTie],
        members: &[(u32, Span)],
        graph: &PairGraph,
        counts: &[bool],
    ) -> usize {
        let before = self.tried.len();
        for tie in to_newest {
            self.around = Some(self.around.map_or(tie.span, |around| around.around(tie.span)));
            self.try_time(tie.span, members, graph, counts);
        }
        if let Some(around) = self.around {
            self.try_time(around, members, graph, counts);
        }
        self.tried.len() - before
    }

    fn try_time(
        &mut self,
        span: Span,
        members: &[(u32, Span)],
        graph: &PairGraph,
        counts: &[bool],
    ) {
        if self.tried.len() == MOST_TIMES || self.tried.contains(&span) {
            return;
        }
        self.tried.push(span);
        let brought = |member: &(u32, Span)| brought((self.nation, span), *member, graph, counts);
        if let Some(brings) = members.iter().map(brought).sum() {
            self.options.push((span, brings));
        }
    }
}

/// How many ties that count a nation brings with one member: one or none; `None` if it isn't tied to it while both are
/// members.
pub(super) fn brought(
    (nation, span): (u32, Span),
    (member, own): (u32, Span),
    graph: &PairGraph,
    counts: &[bool],
) -> Option<usize> {
    let common = span.common(own);
    if common.is_empty() {
        return Some(0);
    }
    let pair = graph.pair(member, nation)?;
    let mut exact = pair.ties.iter().filter(|tie| tie.span == common);
    if exact.any(|tie| tie.is_replaceable && counts[tie.place]) {
        return Some(1);
    }
    pair.joins(common).then_some(0)
}
