//! What `entente condense` says.

use std::collections::BTreeSet;
use std::io::{self, Write};

use serde_json::{Value, json};

use crate::analysis::pacts::{CUT_SHORT, Condensation, Member, Proposal, TieDifference};
use crate::model::{Map, NationId, counted};

/// A map before and after, and what was found and chosen.
pub(super) struct Report<'m> {
    pub(super) before: &'m Map,
    pub(super) after: &'m Map,
    pub(super) found: &'m Condensation,
    pub(super) chosen: &'m BTreeSet<usize>,
}

impl Report<'_> {
    /// Writes the counts; with `all`, each group and why other ties stay.
    pub(super) fn write(
        &self,
        all: bool,
        difference: &TieDifference,
        out: &mut dyn Write,
    ) -> io::Result<()> {
        let (new, left) = (self.organisations(), self.after.ties().len());
        let before = self.before.ties().len();
        let things = new + left;
        let (new, left) =
            (counted(new, "organisation", "organisations"), counted(left, "tie", "ties"));
        let before = counted(before, "tie", "ties");
        writeln!(out, "{before} became {things}: {new} and {left}")?;
        if all {
            self.write_groups(out)?;
            self.found.remarks().iter().try_for_each(|line| writeln!(out, "{line}"))?;
        } else if self.found.is_cut_short {
            writeln!(out, "{CUT_SHORT}")?;
        }
        match difference.gained.len() {
            0 => writeln!(out, "Expanded again, the ties are the same"),
            more => writeln!(out, "Expanded again, no tie is lost, and {more} are claimed"),
        }
    }

    fn write_groups(&self, out: &mut dyn Write) -> io::Result<()> {
        for (at, proposal) in self.found.proposals.iter().enumerate() {
            let mark = if self.chosen.contains(&at) { "+" } else { "-" };
            let words = proposal.in_words(self.before);
            write!(out, "{mark} {} {}: {words}", at + 1, proposal.name)?;
            match proposal.widens {
                Some(other) => writeln!(out, "; in place of {}", other + 1)?,
                None => writeln!(out)?,
            }
        }
        Ok(())
    }

    fn organisations(&self) -> usize {
        self.after.nations().len() - self.before.nations().len()
    }

    /// The same for another program.
    pub(super) fn to_json(&self) -> Value {
        let proposals = self.found.proposals.iter().enumerate();
        let groups: Vec<Value> = proposals.map(|(at, own)| self.group_to_json(at, own)).collect();
        let reasons = self.found.reasons().into_iter();
        let staying: Vec<Value> =
            reasons.map(|(why, ties)| json!({ "ties": ties, "why": why.in_words() })).collect();
        json!({
            "ties": self.before.ties().len(),
            "after": { "ties": self.after.ties().len(), "organisations": self.organisations() },
            "cut_short": self.found.is_cut_short,
            "groups": groups,
            "staying": staying,
        })
    }

    fn group_to_json(&self, at: usize, proposal: &Proposal) -> Value {
        let nation = |id: NationId| self.before.nations().get(id).map(|n| n.key.as_str());
        let kinds = self.before.kinds();
        let kind = |id| kinds.get(id).map(|kind| kind.key.as_str());
        let member = |own: &Member| json!({ "nation": nation(own.nation), "since": own.since, "until": own.until });
        let members: Vec<Value> = proposal.members.iter().map(member).collect();
        let ties = proposal.replaces.iter().filter_map(|id| self.before.ties().get(*id));
        let ties: Vec<&str> = ties.map(|tie| tie.key.as_str()).collect();
        let missing: Vec<Value> =
            proposal.missing.iter().map(|[a, b]| json!([nation(*a), nation(*b)])).collect();
        let unless: Vec<_> = proposal.unless.iter().map(|id| kind(*id)).collect();
        json!({
            "number": at + 1,
            "name": proposal.name,
            "taken": self.chosen.contains(&at),
            "kind": kind(proposal.terms.kind),
            "status": proposal.terms.status.map(|status| status.name()),
            "label": proposal.terms.label,
            "unless": unless,
            "members": members,
            "replaces": ties,
            "otherwise_tied": proposal.otherwise_tied,
            "missing": missing,
            "in_place_of": proposal.widens.map(|other| other + 1),
        })
    }
}
