//! The ties that organisations stand for: one between each two of their members, as their attributes say.
//!
//! Two members are tied from when the later of them joined until the first of them leaves. They aren't where a tie
//! of the map, or that of another organisation, on the same terms holds all that time, nor where a tie of a kind
//! that goes before does.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

use rustc_hash::FxHashMap;

use super::span::Span;
use super::terms::{MemberTies, Terms};
use crate::model::{Direction, End, KindId, Map, Nation, NationId, Tie};

/// The most ties that organisations may stand for.
pub const MOST_MEANT_TIES: usize = 2_000_000;

/// The organisations stand for more ties than [`MOST_MEANT_TIES`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TooManyTies;

impl fmt::Display for TooManyTies {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "the organisations stand for more than {MOST_MEANT_TIES} ties between members")
    }
}

impl std::error::Error for TooManyTies {}

/// Whether a nation is an organisation that says of what kind the ties between its members are.
pub fn stands_for_ties(map: &Map, nation: &Nation) -> bool {
    MemberTies::of(map, nation).is_some()
}

/// The organisations that say of what kind the ties between their members are.
pub fn organisations_with_terms(map: &Map) -> Vec<NationId> {
    let organisations = map.nations().iter().filter(|(_, nation)| stands_for_ties(map, nation));
    organisations.map(|(id, _)| id).collect()
}

/// The ties that the organisations of a map stand for and that aren't in it, without keys, in the order of the
/// organisations and their members.
///
/// # Errors
/// [`TooManyTies`].
pub fn meant_ties(map: &Map) -> Result<Vec<Tie>, TooManyTies> {
    let organisations = organisations(map)?;
    let mut known = KnownTies::of(map);
    let mut meant = Vec::new();
    for stage in stages(&organisations) {
        let stage = stage.into_iter().filter_map(|at| organisations.get(at));
        let mut new: Vec<(Pair, Span, &MemberTies)> = Vec::new();
        for organisation in stage {
            let pairs = organisation.pairs();
            new.extend(pairs.map(|(pair, span)| (pair, span, &organisation.ties)));
        }
        new.retain(|(pair, span, ties)| !known.goes_before(*pair, *span, ties));
        let mut terms = Vec::with_capacity(new.len());
        for (pair, span, ties) in &new {
            let number = known.number_of(&ties.terms);
            terms.push((number, known.add_meant(*pair, *span, ties.terms.kind, number)));
        }
        for ((pair, span, ties), (number, own)) in new.into_iter().zip(terms) {
            if !known.is_covered(pair, span, number, own) {
                meant.push(ties.terms.tie(pair.0, pair.1, span));
            }
        }
    }
    Ok(meant)
}

/// Two nations, the earlier of the map first.
type Pair = (NationId, NationId);

struct Organisation {
    ties: MemberTies,
    members: Vec<(NationId, Span)>,
}

impl Organisation {
    fn pairs(&self) -> impl Iterator<Item = (Pair, Span)> {
        let pairs = self.members.iter().enumerate().flat_map(|(at, first)| {
            self.members.iter().skip(at + 1).map(move |second| (first, second))
        });
        pairs
            .filter(|(a, b)| a.0 != b.0)
            .map(|(a, b)| ((a.0, b.0), a.1.common(b.1)))
            .filter(|(_, span)| !span.is_empty())
    }
}

/// The organisations that say how their members are tied, with all who ever were members, in the order of the map.
fn organisations(map: &Map) -> Result<Vec<Organisation>, TooManyTies> {
    let mut place = FxHashMap::default();
    let mut found = Vec::new();
    for (id, nation) in map.nations().iter() {
        if let Some(ties) = MemberTies::of(map, nation) {
            place.insert(id, found.len());
            found.push(Organisation { ties, members: Vec::new() });
        }
    }
    for (id, nation) in map.nations().iter() {
        for membership in &nation.memberships {
            if let Some(at) = place.get(&membership.organisation) {
                found[*at].members.push((id, Span::of_membership(membership)));
            }
        }
    }
    let pairs = found.iter().map(|own| own.members.len() * own.members.len().saturating_sub(1) / 2);
    if pairs.sum::<usize>() > MOST_MEANT_TIES { Err(TooManyTies) } else { Ok(found) }
}

/// The positions of the organisations, kind by kind, each after the kinds that go before it. Kinds that go before
/// each other come in the order of the map.
fn stages(organisations: &[Organisation]) -> Vec<Vec<usize>> {
    let mut waiting: BTreeMap<KindId, (Vec<usize>, BTreeSet<KindId>)> = BTreeMap::new();
    for (at, own) in organisations.iter().enumerate() {
        let (all, before) = waiting.entry(own.ties.terms.kind).or_default();
        all.push(at);
        before.extend(&own.ties.unless);
    }
    let mut stages = Vec::new();
    while let Some(first) = waiting.keys().next().copied() {
        let can_go = |(kind, (_, before)): &(&KindId, &(Vec<usize>, BTreeSet<KindId>))| {
            !before.iter().any(|other| other != *kind && waiting.contains_key(other))
        };
        let next = waiting.iter().find(can_go).map_or(first, |(kind, _)| *kind);
        stages.extend(waiting.remove(&next).map(|(all, _)| all));
    }
    stages
}

/// A tie between two nations that holds both ways.
struct Known {
    kind: KindId,
    /// The number of its terms.
    terms: usize,
    span: Span,
}

/// The ties between nations, by the nations.
struct KnownTies {
    by_pair: FxHashMap<Pair, Vec<Known>>,
    numbers: FxHashMap<String, usize>,
    /// The position of each nation in the map.
    order: FxHashMap<NationId, usize>,
}

impl KnownTies {
    fn of(map: &Map) -> Self {
        let order = map.nations().ids().zip(0..).collect();
        let mut known =
            Self { by_pair: FxHashMap::default(), numbers: FxHashMap::default(), order };
        for (_, tie) in map.ties().iter() {
            let End::Nation(to) = tie.to else { continue };
            if tie.direction == Direction::Mutual && !tie.is_loop() {
                let number = known.number_of(&Terms::of_tie(tie));
                let pair = known.in_order(tie.from, to);
                let own = Known { kind: tie.kind, terms: number, span: Span::of_tie(tie) };
                known.by_pair.entry(pair).or_default().push(own);
            }
        }
        known
    }

    fn in_order(&self, a: NationId, b: NationId) -> Pair {
        if self.order.get(&a) <= self.order.get(&b) { (a, b) } else { (b, a) }
    }

    fn number_of(&mut self, terms: &Terms) -> usize {
        let next = self.numbers.len();
        *self.numbers.entry(terms.key()).or_insert(next)
    }

    /// Whether a tie of a kind that goes before holds all that time.
    fn goes_before(&self, pair: Pair, span: Span, ties: &MemberTies) -> bool {
        let known = self.by_pair.get(&pair).into_iter().flatten();
        known.into_iter().any(|own| ties.unless.contains(&own.kind) && own.span.covers(span))
    }

    /// Adds a tie of an organisation, and returns its place among those of the pair.
    fn add_meant(&mut self, pair: Pair, span: Span, kind: KindId, terms: usize) -> usize {
        let all = self.by_pair.entry(pair).or_default();
        all.push(Known { kind, terms, span });
        all.len() - 1
    }

    /// Whether another tie on the same terms holds all that time; of two that hold at the same times, the first
    /// isn't covered by the second.
    fn is_covered(&self, pair: Pair, span: Span, terms: usize, own: usize) -> bool {
        let known = self.by_pair.get(&pair).into_iter().flatten().enumerate();
        let covers = |(at, other): (usize, &Known)| {
            let goes_first = at < own || other.span != span;
            at != own && goes_first && other.terms == terms && other.span.covers(span)
        };
        known.into_iter().any(covers)
    }
}
