//! A group of nations that may become an organisation, in words.

use std::collections::BTreeSet;

use super::terms::{MemberTies, Terms};
use crate::model::{KindId, Map, Nation, NationId, NationType, PartialDate, TieId};

/// How many pairs are named; of more it is said how many there are.
const MOST_NAMED: usize = 4;

/// Nations that may become the members of an organisation, which stands for the ties between them.
#[derive(Clone, Debug, PartialEq)]
pub struct Proposal {
    /// A name for the organisation that no nation of the map has, nor another proposal.
    pub name: String,
    /// What all its ties have in common.
    pub terms: Terms,
    /// Kinds that go before: two members that a tie of such a kind joins all the time aren't joined by these as well.
    pub unless: Vec<KindId>,
    /// The members, in the order of the map.
    pub members: Vec<Member>,
    /// The ties that it stands for. No tie is in two proposals, but for those that widen others.
    pub replaces: Vec<TieId>,
    /// How many pairs of members keep a tie of their own, which holds longer, or is of a kind that goes before.
    pub otherwise_tied: usize,
    /// Members that aren't tied, and would be said to be.
    pub missing: Vec<[NationId; 2]>,
    /// The position of the proposal that this one would take the place of, with more members.
    pub widens: Option<usize>,
}

/// A member.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Member {
    /// The nation.
    pub nation: NationId,
    /// When it joins.
    pub since: Option<PartialDate>,
    /// When it leaves.
    pub until: Option<PartialDate>,
}

impl Proposal {
    /// Whether it says nothing but what the ties say.
    pub const fn is_lossless(&self) -> bool {
        self.missing.is_empty()
    }

    /// The organisation, which holds as attributes what the ties have in common.
    pub fn organisation(&self, map: &Map) -> Nation {
        let ties = MemberTies { terms: self.terms.clone(), unless: self.unless.clone() };
        Nation {
            name: self.name.clone(),
            nation_type: NationType::Organisation,
            attributes: ties.to_attributes(map),
            ..Nation::default()
        }
    }

    /// How many members it has for how many ties, since when, and what it would claim.
    pub fn in_words(&self, map: &Map) -> String {
        let kind = |id: KindId| map.kinds().get(id).map_or("", |kind| kind.name.as_str());
        let mut terms = vec![kind(self.terms.kind).to_lowercase()];
        terms.extend(self.terms.status.map(|status| status.name().to_owned()));
        let terms = terms.join(", ");
        let (members, ties) = (self.members.len(), self.replaces.len());
        let mut words = format!("{members} members for {ties} ties ({terms}{})", self.time());
        if self.otherwise_tied > 0 {
            let those =
                count(self.otherwise_tied, "pair keeps its own tie", "pairs keep their own ties");
            words.push_str(&format!("; {those}"));
        }
        match self.missing.len() {
            0 => {}
            1 => words.push_str("; claims a tie that the map doesn’t have: "),
            more => words.push_str(&format!("; claims {more} ties that the map doesn’t have: ")),
        }
        words + &self.missing_in_words(map)
    }

    /// `since 1949`, or `1955–1991` where all members have left; `None` where nothing is known.
    pub fn years(&self) -> Option<String> {
        let since = self.members.iter().filter_map(|own| own.since).min()?.year();
        let until: Option<Vec<PartialDate>> = self.members.iter().map(|own| own.until).collect();
        let until = until.and_then(|all| all.into_iter().max()).map(PartialDate::year);
        Some(match until {
            None => format!("since {since}"),
            Some(until) if until == since => since.to_string(),
            Some(until) => format!("{since}–{until}"),
        })
    }

    fn time(&self) -> String {
        let since: Vec<PartialDate> = self.members.iter().filter_map(|m| m.since).collect();
        let until: Vec<PartialDate> = self.members.iter().filter_map(|m| m.until).collect();
        let left = if until.len() == self.members.len() { until.iter().max() } else { None };
        let mut time =
            since.iter().min().map_or_else(String::new, |date| format!(", since {date}"));
        time.extend(left.map(|date| format!(", until {date}")));
        let joined: BTreeSet<_> = self.members.iter().map(|member| member.since).collect();
        if joined.len() > 1 {
            time.push_str(&format!(", joined at {} times", joined.len()));
        }
        time
    }

    fn missing_in_words(&self, map: &Map) -> String {
        let name = |id: NationId| map.nations().get(id).map_or("", |nation| nation.name.as_str());
        let pairs = self.missing.iter().take(MOST_NAMED);
        let named: Vec<String> =
            pairs.map(|[a, b]| format!("{} – {}", name(*a), name(*b))).collect();
        match self.missing.len().saturating_sub(MOST_NAMED) {
            0 => named.join(", "),
            more => format!("{} and {more} more", named.join(", ")),
        }
    }
}

fn count(count: usize, one: &str, many: &str) -> String {
    format!("{count} {}", if count == 1 { one } else { many })
}
