//! Takes nations into a clique that are tied to nearly all of its members. Each tie that isn't there would be claimed,
//! so that this is only ever offered.

use std::collections::BTreeSet;

use super::candidate::brought;
use super::clique::{Clique, Work};
use super::pair_graph::PairGraph;
use super::span::Span;

/// For each tie that is claimed, a nation has to bring so many that are there.
const TIES_FOR_A_CLAIM: usize = 4;
/// Of so many pairs of members, one may be claimed.
const PAIRS_FOR_A_CLAIM: usize = 10;
/// How many times are tried for a nation.
const MOST_TIMES: usize = 16;

/// A clique with further members; `None` if there is none.
pub(super) fn widened(
    graph: &PairGraph,
    clique: &Clique,
    counts: &[bool],
    work: &mut Work<'_>,
) -> Option<Clique> {
    let mut wide = clique.clone();
    let mut claimed = 0;
    while let Some(joining) = best(graph, &wide, claimed, counts, work) {
        wide.members.push((joining.nation, joining.span));
        claimed += joining.claims;
    }
    (claimed > 0).then(|| wide.tightened())
}

/// A nation that is taken in.
struct Joining {
    nation: u32,
    span: Span,
    /// To how many members it isn't tied.
    claims: usize,
}

/// The nation that brings most more ties than it claims.
fn best(
    graph: &PairGraph,
    clique: &Clique,
    claimed: usize,
    counts: &[bool],
    work: &mut Work<'_>,
) -> Option<Joining> {
    let members = clique.members.len();
    let allowed = (members * (members + 1) / 2 / PAIRS_FOR_A_CLAIM).checked_sub(claimed)?;
    let tied = clique.members.iter().flat_map(|(member, _)| &graph.tied[*member as usize]);
    let tied: BTreeSet<u32> = tied.map(|(nation, _)| *nation).collect();
    let is_member = |nation: u32| clique.members.iter().any(|(member, _)| *member == nation);
    let mut best: Option<(usize, Joining)> = None;
    for nation in tied.into_iter().filter(|nation| !is_member(*nation)) {
        if work.is_done() {
            break;
        }
        for span in times(graph, clique, nation) {
            work.take(20 * members);
            let brought =
                clique.members.iter().map(|own| brought((nation, span), *own, graph, counts));
            let (ties, claims) = brought.fold((0, 0), |(ties, claims), one| match one {
                Some(brought) => (ties + brought, claims),
                None => (ties, claims + 1),
            });
            let is_much = ties > 0 && ties >= claims * TIES_FOR_A_CLAIM && claims <= allowed;
            let most = best.as_ref().map_or(0, |(most, _)| *most);
            if is_much && ties - claims > most {
                best = Some((ties - claims, Joining { nation, span, claims }));
            }
        }
    }
    best.map(|(_, joining)| joining)
}

/// The times of a nation's ties to members.
fn times(graph: &PairGraph, clique: &Clique, nation: u32) -> Vec<Span> {
    let mut times = Vec::new();
    let pairs = clique.members.iter().filter_map(|(member, _)| graph.pair(nation, *member));
    for tie in pairs.flat_map(|pair| &pair.ties) {
        if times.len() < MOST_TIMES && !times.contains(&tie.span) {
            times.push(tie.span);
        }
    }
    times
}
