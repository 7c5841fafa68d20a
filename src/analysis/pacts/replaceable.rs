//! Which ties the membership in an organisation can stand for, and why others have to stay.

use std::collections::BTreeSet;

use indexmap::IndexMap;

use super::span::Span;
use super::terms::Terms;
use crate::model::{Direction, End, KindId, Map, NationId, Sign, Tie, TieId};

/// Why a tie stays as it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Stays {
    /// It is tied in no group that would save anything.
    InNoGroup,
    /// Another tie between the two, alike in all else, holds all the time that it does.
    WithinAnother,
    /// It runs one way.
    Directed,
    /// Its kind is hostile: foes of one another are no pact.
    Hostile,
    /// Evidence supports it, which a membership can't hold.
    Evidence,
    /// It has notes, which a membership can't hold.
    Notes,
    /// It was bent or labelled by hand.
    PlacedByHand,
    /// Another tie ends at it.
    Target,
    /// It ends at a tie, or at the nation where it starts.
    NotBetweenTwo,
    /// It ends before it begins.
    NoTime,
    /// It has fields or attributes that can't be held otherwise.
    OtherFields,
}

impl Stays {
    /// Why, in words that go on from “Ties that stay, since ”.
    pub const fn in_words(self) -> &'static str {
        match self {
            Self::InNoGroup => "they make no group that would save anything",
            Self::WithinAnother => "another tie of the same two, alike in all else, holds as long",
            Self::Directed => "they run one way",
            Self::Hostile => "their kind is hostile",
            Self::Evidence => "evidence supports them",
            Self::Notes => "they have notes",
            Self::PlacedByHand => "they were bent or labelled by hand",
            Self::Target => "other ties end at them",
            Self::NotBetweenTwo => "they don’t join two nations",
            Self::NoTime => "they end before they begin",
            Self::OtherFields => "they have fields that only a tie can hold",
        }
    }
}

/// Ties on the same terms.
pub(super) struct Group {
    pub(super) terms: Terms,
    pub(super) ties: Vec<GroupTie>,
}

/// A tie of a group.
#[derive(Clone, Copy)]
pub(super) struct GroupTie {
    /// Which one of the map it is; `None` if an organisation of the map stands for it.
    pub(super) id: Option<TieId>,
    pub(super) ends: [NationId; 2],
    pub(super) span: Span,
}

/// The ties that memberships can stand for, together with those that they stand for already, in groups on the same
/// terms and in the order of the map; and the ties that they can't stand for.
pub(super) fn groups(map: &Map, meant: &[Tie]) -> (Vec<Group>, Vec<(TieId, Stays)>) {
    let onto = map.ties().iter().filter_map(|(_, tie)| match tie.to {
        End::Tie(target) => Some(target),
        End::Nation(_) => None,
    });
    let targets: BTreeSet<TieId> = onto.collect();
    let kinds = map.kinds().iter().filter(|(_, kind)| kind.sign == Sign::Hostile);
    let hostile: BTreeSet<KindId> = kinds.map(|(id, _)| id).collect();
    let mut groups: IndexMap<String, Group> = IndexMap::new();
    let mut staying = Vec::new();
    let all = map.ties().iter().map(|(id, tie)| (Some(id), tie));
    for (id, tie) in all.chain(meant.iter().map(|tie| (None, tie))) {
        let is_target = id.is_some_and(|id| targets.contains(&id));
        let why = if is_target { Some(Stays::Target) } else { stays(tie, &hostile) };
        if let Some(why) = why {
            staying.extend(id.map(|id| (id, why)));
        } else if let End::Nation(to) = tie.to {
            let terms = Terms::of_tie(tie);
            let new = |terms| Group { terms, ties: Vec::new() };
            let group = groups.entry(terms.key()).or_insert_with(|| new(terms));
            group.ties.push(GroupTie { id, ends: [tie.from, to], span: Span::of_tie(tie) });
        }
    }
    (groups.into_values().collect(), staying)
}

fn stays(tie: &Tie, hostile: &BTreeSet<KindId>) -> Option<Stays> {
    let rules = [
        (tie.is_loop() || matches!(tie.to, End::Tie(_)), Stays::NotBetweenTwo),
        (tie.direction == Direction::Directed, Stays::Directed),
        (hostile.contains(&tie.kind), Stays::Hostile),
        (!tie.evidence.is_empty(), Stays::Evidence),
        (!tie.notes.is_empty(), Stays::Notes),
        (tie.is_placed_by_hand(), Stays::PlacedByHand),
        (Span::of_tie(tie).is_empty(), Stays::NoTime),
        (!tie.extra.is_empty() || !Terms::can_be_held(tie), Stays::OtherFields),
    ];
    rules.into_iter().find(|(holds, _)| *holds).map(|(_, why)| why)
}
