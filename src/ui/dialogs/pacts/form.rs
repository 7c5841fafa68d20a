//! What the dialog knows: the groups that were found, which are ticked, and what they are to be called.

use std::collections::{BTreeMap, BTreeSet};

use crate::analysis::pacts::{Condensation, Outcome, Proposal, free_name, taken, taken_names};
use crate::edit::Target;
use crate::model::Map;

/// The groups that were found in the map, and what a person has said of them.
#[derive(Debug, Default)]
pub struct PactsForm {
    /// `None` as long as they are looked for; a sentence where they can't be.
    pub(super) found: Option<Result<Found, String>>,
    /// Whether the organisations are being made.
    is_making: bool,
    /// The row at hand.
    pub(super) row: usize,
    /// Whether that row has to be brought into view.
    pub(super) scrolls: bool,
    /// The proposal of which the map was told last.
    pub(super) told: Option<usize>,
}

/// What was found.
#[derive(Debug)]
pub(super) struct Found {
    pub(super) condensation: Condensation,
    /// The rows of the list.
    pub(super) rows: Vec<Row>,
    /// Why ties stay, a line for each reason.
    pub(super) remarks: Vec<String>,
    pub(super) ticked: BTreeSet<usize>,
    /// What becomes of the map when those that are ticked are accepted.
    pub(super) outcome: Outcome,
    /// Names that a person has chosen.
    pub(super) names: BTreeMap<usize, String>,
    /// The names that the map has, in lower case.
    taken: BTreeSet<String>,
    map_ties: usize,
}

/// A row of the list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Row {
    /// Stands above the proposals that lose nothing, or above those that claim ties.
    Heading(Claims),
    /// The proposal at a position.
    Proposal(usize),
    /// Stands above the remarks.
    Staying,
    /// The remark at a position.
    Remark(usize),
}

/// What proposals claim.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Claims {
    Nothing,
    SomeTies,
}

impl PactsForm {
    /// Takes what was found in a map. All that loses nothing is ticked.
    pub fn set_found(&mut self, map: &Map, found: Result<Condensation, String>) {
        *self = Self { found: Some(found.map(|found| Found::new(map, found))), ..Self::default() };
        self.row = 1;
    }

    /// Whether organisations are being made of those that are ticked.
    pub const fn set_making(&mut self, is_making: bool) {
        self.is_making = is_making;
    }

    pub(super) const fn is_making(&self) -> bool {
        self.is_making
    }

    /// The proposals, called as a person wants them to be, and the positions of those that are ticked; `None` where
    /// there is nothing to make.
    pub fn accepted(&self) -> Option<(Vec<Proposal>, BTreeSet<usize>)> {
        let found = self.found.as_ref()?.as_ref().ok()?;
        (!found.ticked.is_empty()).then(|| (found.named(), found.ticked.clone()))
    }

    /// What becomes of the map when those that are ticked are accepted.
    pub fn outcome(&self) -> Option<Outcome> {
        Some(self.found.as_ref()?.as_ref().ok()?.outcome)
    }
}

impl Found {
    fn new(map: &Map, condensation: Condensation) -> Self {
        let mut found = Self {
            rows: Vec::new(),
            remarks: condensation.remarks(),
            ticked: condensation.lossless(),
            outcome: Outcome::default(),
            names: BTreeMap::new(),
            taken: taken_names(map),
            map_ties: map.ties().len(),
            condensation,
        };
        for claims in [Claims::Nothing, Claims::SomeTies] {
            let rows: Vec<Row> = found.of(claims).map(Row::Proposal).collect();
            found.rows.extend((!rows.is_empty()).then_some(Row::Heading(claims)));
            found.rows.extend(rows);
        }
        found.rows.extend((!found.remarks.is_empty()).then_some(Row::Staying));
        found.rows.extend((0..found.remarks.len()).map(Row::Remark));
        found.count();
        found
    }

    /// The positions of the proposals that claim nothing, or some ties.
    pub(super) fn of(&self, claims: Claims) -> impl Iterator<Item = usize> {
        let all = self.condensation.proposals.iter().enumerate();
        let is_so = move |own: &Proposal| own.is_lossless() == (claims == Claims::Nothing);
        all.filter(move |(_, own)| is_so(own)).map(|(at, _)| at)
    }

    /// The proposal that a row stands for.
    pub(super) fn proposal(&self, row: usize) -> Option<(usize, &Proposal)> {
        match self.rows.get(row) {
            Some(Row::Proposal(at)) => Some((*at, self.condensation.proposals.get(*at)?)),
            _ => None,
        }
    }

    /// Ticks what a row stands for, or takes the ticks away where all of it is ticked.
    pub(super) fn toggle(&mut self, row: usize) {
        let those: Vec<usize> = match self.rows.get(row) {
            Some(Row::Proposal(at)) => vec![*at],
            Some(Row::Heading(claims)) => self.of(*claims).collect(),
            _ => return,
        };
        if those.iter().all(|at| self.ticked.contains(at)) {
            those.iter().for_each(|at| _ = self.ticked.remove(at));
        } else {
            self.ticked.extend(those);
        }
        self.count();
    }

    fn count(&mut self) {
        self.outcome = self.condensation.outcome(self.map_ties, &self.ticked);
    }

    /// What a proposal is called now.
    pub(super) fn name(&self, at: usize) -> &str {
        let own = self.condensation.proposals.get(at).map_or("", |own| own.name.as_str());
        self.names.get(&at).map_or(own, String::as_str)
    }

    /// Whether the map has a nation of the name that a person has chosen.
    pub(super) fn is_taken(&self, at: usize) -> bool {
        self.names.get(&at).is_some_and(|name| self.taken.contains(&name.trim().to_lowercase()))
    }

    /// The proposals with the names that a person has chosen; those that are made get names that nothing else has.
    fn named(&self) -> Vec<Proposal> {
        let mut proposals = self.condensation.proposals.clone();
        let mut names = self.taken.clone();
        for at in taken(&proposals, &self.ticked) {
            let wanted = self.name(at).trim();
            let wanted = if wanted.is_empty() { proposals[at].name.as_str() } else { wanted };
            proposals[at].name = free_name(wanted, &mut names);
        }
        proposals
    }

    /// The members of a proposal and the ties that it stands for.
    pub(super) fn targets(&self, at: usize) -> BTreeSet<Target> {
        let Some(proposal) = self.condensation.proposals.get(at) else { return BTreeSet::new() };
        let members = proposal.members.iter().map(|own| Target::Nation(own.nation));
        members.chain(proposal.replaces.iter().map(|id| Target::Tie(*id))).collect()
    }
}
